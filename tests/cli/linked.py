"""Made-up readings of one story for the linker: an agency's report and its reprint, a second report
that quotes the mayor alike, and one that alters her words, her name and the number of the dead.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Figure,
    Mention,
    Party,
    Place,
    Reading,
    Statement,
    When,
    identify,
)
from tests.cli.stories import words

SAID = "The bridge will not open before the winter is over and the old cable is replaced"
BENT = "The bridge is not going to open until winter ends and the old cable has been replaced"
AGENCY = f"""Harbour bridge to stay shut until spring

PORT ALBA (Coastline) — “{SAID},” Mayor Jana Orlova told reporters in Port Alba on Monday.

Nine people were killed when the cable of the harbour bridge snapped on Saturday, the Port Alba \
hospital said. Divers have been looking at the pillars since then, and lorries have to take the \
long way round the bay.

“Nobody told us that the cable was so old,” said a senior port official, who asked not to be named.

The ferry company has put two more boats on the crossing, and the market on the northern quay \
opens an hour later than it used to.
"""
SECOND = f"""Mayor: no date for the bridge

Jana Orlova, the mayor of Port Alba, would not name a day. “{SAID},” she said at a meeting of the \
council. Shopkeepers on the southern quay want their rent lowered for as long as that takes.

A senior port official said that an inspection was due in June.
"""
BENT_STORY = f"""A bridge too old

“{BENT},” mayor Jana Orlowa was quoted as saying in Port Alba on Monday. The snapped cable of the \
harbour bridge killed 14 people in Port Alba on Saturday, the Interior Ministry said.
"""
MONDAY, SATURDAY = "2031-05-05", "2031-05-03"


def told() -> Iterator[Reading]:
    """The four readings, in the order in which they are put on the record."""
    for publisher, day in (("Coastline", MONDAY), ("The Port Mail", "2031-05-06")):
        article = _article(AGENCY, publisher, day, agencies=("Coastline",))
        yield _agency(article)
    yield _second(_article(SECOND, "The Alba Herald", "2031-05-06"))
    yield _bent(_article(BENT_STORY, "The Inland Star", "2031-05-07"))


def _article(text: str, publisher: str, day: str, **known: tuple[str, ...]) -> Article:
    id, title = identify("art", text, publisher), text.partition("\n")[0]
    printed = When(day, "metadata")
    return Article(
        id, f"{publisher}.txt", text, publisher=publisher, title=title, published=printed, **known
    )  # type: ignore[arg-type]


def _agency(article: Article) -> Reading:
    mayor = _entity(article, "Jana Orlova", "Mayor")
    official = _entity(article, "senior port official", "senior port official", "unnamed")
    old = "Nobody told us that the cable was so old"
    said = (
        _quoted(article, mayor, SAID, "told"),
        _quoted(article, official, old, "said", unnamed=True),
    )
    killed = _killed(article, "Nine people", 9, "the Port Alba hospital")
    return Reading("fake/1", article, (mayor, official), said, (_snapped(article),), (killed,))


def _second(article: Article) -> Reading:
    mayor = _entity(article, "Jana Orlova", "the mayor of Port Alba")
    official = _entity(article, "senior port official", "senior port official", "unnamed")
    said = (
        _quoted(article, mayor, SAID, "said"),
        _quoted(article, official, "an inspection was due in June", "said", unnamed=True),
    )
    return Reading("fake/1", article, (mayor, official), said)


def _bent(article: Article) -> Reading:
    mayor = _entity(article, "Jana Orlowa", "mayor")
    killed = _killed(article, "14 people", 14, "the Interior Ministry")
    said = (_quoted(article, mayor, BENT, "saying"),)
    return Reading("fake/1", article, (mayor,), said, (_snapped(article),), (killed,))


def _entity(article: Article, name: str, role: str, kind: str = "person") -> Entity:
    found = words(article, name)
    mention = Mention(found.start, found.end, found.text, "name")
    id = identify("ent", article.id, name)
    return Entity(id, name, kind, (words(article, role),), (mention,))  # type: ignore[arg-type]


def _quoted(article: Article, who: Entity, what: str, cue: str, unnamed: bool = False) -> Statement:
    return Statement(
        identify("sta", article.id, what), words(article, who.name), who.id, who.name, unnamed,
        None, words(article, cue), "say", (words(article, what),), "direct",
        said=When(MONDAY, "publication"),
    )  # fmt: skip


def _killed(article: Article, found: str, number: int, who: str) -> Figure:
    return Figure(
        identify("fig", article.id, found), words(article, found), value=number, unit="people",
        of=words(article, "people"), measure="killed", as_of=When(SATURDAY, "calendar"),
        place=Place("Port Alba", words(article, "Port Alba")),
        according_to=Attribution(who.removeprefix("the ")),
    )  # fmt: skip


def _snapped(article: Article) -> Event:
    cable = words(article, "cable of the harbour bridge")
    return Event(
        identify("eve", article.id, "killed"), "ASSAULT", None, words(article, "killed"),
        (Party("cable of the harbour bridge", None, cable),), (),
        Place("Port Alba", words(article, "Port Alba")), When(SATURDAY, "calendar"),
    )  # fmt: skip
