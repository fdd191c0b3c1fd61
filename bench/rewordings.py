"""Quotations made for measuring: what a labelled row makes of the words an article quotes.

A row of ``utterances.tsv`` in the group "made" holds either a rewording, written for it, in which
``{5-12}`` stands for words that are kept (no sentence of an article stands in the file), or one of
four ways to print the same words otherwise, after which a quotation is still verbatim:
``words 4-16`` (only these), ``cut 5-9`` (these left out, "…" in their place), ``insert 3 [now]``
(before the third) and ``lower`` (the first letter is small). Words are counted from 0, ends
exclusive.
"""

from __future__ import annotations

import re

_SAME = re.compile(r"(words|cut) (\d+)-(\d+)|(insert) (\d+) (\[[^\]]+\])|(lower)")
_KEPT = re.compile(r"\{(\d+)-(\d+)\}")
_QUOTED = re.compile(r"[“\"](.+?)(?:[”\"]|$)|''(.+?)(?:''|$)", re.DOTALL)


def reworded(original: str, rewording: str) -> str:
    """The words inside quotation marks that a made row stands for; ``original`` is the content of
    the statement that the row points to, its pieces joined by a space.
    """
    same, words = _SAME.fullmatch(rewording), _quoted(original).split()
    if same is None:
        return _KEPT.sub(lambda m: " ".join(words[int(m[1]) : int(m[2])]), rewording)
    if same[7]:
        return " ".join(words)[0].lower() + " ".join(words)[1:]
    if same[4]:
        return " ".join((*words[: int(same[5])], same[6], *words[int(same[5]) :]))
    start, end = int(same[2]), int(same[3])
    if same[1] == "words":
        return " ".join(words[start:end])
    return " ".join((*words[:start], "…", *words[end:]))


def _quoted(content: str) -> str:
    """What stands inside quotation marks; all of it where there are none."""
    return " ".join(m[1] or m[2] for m in _QUOTED.finditer(content)) or content
