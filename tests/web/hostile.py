"""Articles that mean harm: whatever a reading can hold, in words that would break out of a page.

Each kind of harm holds ``x-harm``; a page on which that is the name of a tag or an attribute has
taken an article's words for its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from onrecord.model import (
    Addressee,
    Article,
    Attribution,
    Dateline,
    Entity,
    Event,
    Figure,
    Mention,
    Part,
    Party,
    Passage,
    Place,
    Reading,
    Relay,
    Statement,
    When,
    identify,
    passage,
)

HARMS: dict[str, str] = {
    "a script": "<script>alert(1)</script><x-harm>",
    "an attribute": '"><x-harm x="',
    "an attribute in apostrophes": "'><x-harm x='",
    "an attribute without quotation marks": " x-harm=1 onfocus=alert(1) autofocus ",
    "the end of raw text": "</title></textarea></style></script></svg></noscript><x-harm>",
    "a comment": "--><!--><x-harm>]]>",
    "a template": "{{ 7 * 7 }}{% x-harm %}{#",
    "text that is escaped already": "&lt;x-harm&gt;&#60;x-harm&#62;&#0;&amp;",
    "the other way round": "\u202egnirts\u2066 \u2069\u200f\u061c<x-harm>",
    "letters that are none": "\x00\x07\x1b[31m\x85\ud800<x-harm>\ufffe\U0010ffff",
    "an address": "javascript:alert(1)//<x-harm>?a=b&c=d#e%00%2f../../%",
    "a formula": "=HYPERLINK(1)<x-harm>",
    "a huge line": "<x-harm>" + "long" * 20_000,
}
_PAPERS = ("The Alba Herald", "The Port Mail")


def readings() -> Iterator[Reading]:
    """Of each kind two articles, printed by two papers, that tell the same and differ."""
    for name, harm in HARMS.items():
        for number, paper in enumerate(_PAPERS):
            yield _Hostile(name, harm, f"{paper} {harm[:200]}", number).reading()


class _Hostile:
    """One article; every text in it and of it holds the harm."""

    def __init__(self, name: str, harm: str, publisher: str, number: int) -> None:
        self.harm, self.number = harm, number
        self.short = harm[:200]
        text = (
            f"Dam {harm}\n\nPORT {self.short} (Coastline) — Mayor Jane {self.short} Doe told "
            f"reporters {self.short} “the dam {harm} will hold for {number} years” on Monday "
            f"{name}.\nOfficials {self.short} said {40 + number} people {self.short} died "
            f"{self.short} at the dam.\n"
        )
        self.article = Article(
            id=identify("art", text, publisher),
            input=f"reports/{self.short}.txt",
            text=text,
            url=f"javascript:alert(1)//{self.short}",
            publisher=publisher,
            title=f"Dam {harm}",
            authors=(f"Ann {self.short}",),
            agencies=(f"Coastline {self.short}",),
            dateline=Dateline(f"PORT {self.short}", self._words(text, f"PORT {self.short}")),
            published=When("2023-11-06", "calendar", self._words(text, "Monday")),
            parts=(Part("title", 0, text.index("\n")), Part("body", text.index("\n"), len(text))),
        )

    def reading(self) -> Reading:
        id = self.article.id
        doe = Entity(
            identify("ent", id, "doe"),
            f"Jane {self.short} Doe",
            "person",
            roles=(self._at("Mayor"),),
            mentions=(self._mention(f"Jane {self.short} Doe", "name"),),
        )
        body = Entity(identify("ent", id, "body"), f"Ministry {self.short}", "organization")
        said = (self._quoted(doe), self._relayed())
        return Reading(
            f"fake/1 {self.short}",
            self.article,
            (doe, body),
            said,
            (self._event(doe, said[1]),),
            (self._figure(said[1]),),
        )

    def _quoted(self, doe: Entity) -> Statement:
        return self._statement(
            f"the dam {self.harm} will hold for {self.number} years",
            who=doe.name,
            entity=doe.id,
            source=self._at(f"Jane {self.short} Doe"),
            cue=self._at("told"),
            manner="direct",
            addressee=Addressee(f"reporters {self.short}", self._at("reporters")),
            occasion=self._at(f"reporters {self.short}"),
            said=When("2023-11-06", "text", self._at("Monday")),
        )

    def _relayed(self) -> Statement:
        officials = f"Officials {self.short}"
        return self._statement(
            f"{40 + self.number} people {self.short} died {self.short} at the dam",
            who=officials,
            source=self._at(officials),
            unnamed=True,
            condition=self._at(self.short),
            cue=self._at("said"),
            via=(Relay(f"Axios {self.short}", self._at(self.short)),),
        )

    def _statement(self, content: str, **known: Any) -> Statement:
        plain: dict[str, Any] = {"entity": None, "unnamed": False, "condition": None}
        plain |= {"act": "say", "content": (self._at(content),), "manner": "indirect"}
        return Statement(id=identify("sta", self.article.id, content), **{**plain, **known})

    def _event(self, doe: Entity, said: Statement) -> Event:
        return Event(
            identify("eve", self.article.id),
            "ASSAULT",
            None,
            self._at("died"),
            (Party(f"Kestria {self.short}", None, self._at(self.short)),),
            (Party(doe.name, doe.id, self._at(doe.name)),),
            Place(f"Port {self.short}", self._at(self.short)),
            When("2023-11-06", "text", self._at("Monday")),
            "happened",
            said.id,
        )

    def _figure(self, said: Statement) -> Figure:
        return Figure(
            identify("fig", self.article.id),
            self._at(f"{40 + self.number} people"),
            value=40 + self.number,
            unit=f"people {self.short}",
            of=self._at(f"people {self.short}"),
            measure="killed",
            place=Place(f"dam {self.short}", self._at(self.short)),
            as_of=When("2023-11-06", "publication", self._at("Monday")),
            according_to=Attribution(f"Officials {self.short}", said.id),
        )

    def _at(self, words: str) -> Passage:
        return self._words(self.article.text, words)

    def _mention(self, words: str, form: Literal["name"]) -> Mention:
        found = self._at(words)
        return Mention(found.start, found.end, found.text, form)

    @staticmethod
    def _words(text: str, words: str) -> Passage:
        start = text.index(words)
        return passage(text, start, start + len(words))
