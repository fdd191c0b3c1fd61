"""Which view of a page is asked for."""

from __future__ import annotations

from onrecord.errors import QuestionInvalid


def known(noun: str, given: str, choices: tuple[str, ...]) -> None:
    """Raise QuestionInvalid where what is given is none of the choices."""
    if given not in choices:
        raise QuestionInvalid(f"“{given}” is no {noun}; there are {', '.join(choices)}")
