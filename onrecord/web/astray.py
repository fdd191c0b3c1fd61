"""Where to go on from an address that nothing stands at: what used to stand there may stand under
another id since its articles were read or linked anew, and its list finds it by its words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_MOVED = (
    "An address holds as long as articles are read alike. When they are read or linked anew, what "
    "stood here may have another address; no article is lost by that."
)


@dataclass(frozen=True, slots=True)
class Astray:
    """A list, what one finds there, and by which field; ``kept`` are fields that go along."""

    path: str
    noun: str
    field: str = "text"
    label: str = "Words"
    kept: tuple[tuple[str, str], ...] = ()
    why: str = _MOVED


LISTS: Mapping[str, Astray] = {
    "/entity/": Astray("/people", "people and bodies", "by", "Name", (("kind", "any"),)),
    "/utterance/": Astray("/utterances", "utterances"),
    "/event/": Astray("/events", "events", kept=(("view", "tellings"),)),
    "/figure/": Astray("/figures", "figures", kept=(("view", "figures"),)),
    "/article/": Astray("/articles", "articles"),
}


def astray(path: str, status: int) -> Astray | None:
    """The list to go on to from a page that is not there; None where there is no such list."""
    found = (list for start, list in LISTS.items() if path.startswith(start))
    return next(found, None) if status == 404 else None
