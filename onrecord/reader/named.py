"""One name where it stands in an article, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import EntityKind
from onrecord.reader.setting import folded


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in the article: tokens [start, end), without titles, articles and
    possessive marks."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: EntityKind | None
    label: str
    known: str = ""  # the name the tables give it
    titles: tuple[str, ...] = ()  # as nouns: "Sen." is "senator"
    sex: str = ""
    weak: bool = False
    before: str = ""  # the word before it, folded

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(folded(w) for w in self.words)
