"""Values across articles made by hand: one mayor's words, as four papers print them.

The Alba Herald and The Port Mail print one agency story, so that they are one account; The Inland
Star quotes the mayor in other words and writes her name with one letter less.
"""

from __future__ import annotations

from onrecord.across import (
    Change,
    Conflict,
    Copies,
    Disagreement,
    History,
    Identity,
    Link,
    Linked,
    Member,
    Occurrence,
    Position,
    Printed,
    Reckoned,
    Recounted,
    Reported,
    RoleGiven,
    Told,
    Utterance,
)
from onrecord.export.happened import happened
from onrecord.export.spoken import spoken
from onrecord.model import Passage, When
from tests.dam import dam
from tests.readings import example_reading

MONDAY, TUESDAY = When("2031-05-05", "publication"), When("2031-05-06", "metadata")
HERALD, MAIL, STAR = "The Alba Herald", "The Port Mail", "The Inland Star"
QUOTED = "The bridge will not open before the winter is over"
BENT = "The bridge is not going to open before the winter ends"


def copies() -> Copies:
    first = Printed("art_1", "original", 1.0, HERALD, "Bridge to stay shut", MONDAY)
    second = Printed("art_2", "partial", 0.62, MAIL, "Bridge shut, says mayor", TUESDAY)
    return Copies("cop_1", "Coastline", (first, second))


def identity() -> Identity:
    roles = (
        RoleGiven("Mayor", "art_1", Passage(0, 5, "Mayor"), MONDAY, HERALD),
        RoleGiven("head of the port council", "art_3", Passage(0, 4, "head"), TUESDAY, STAR),
    )
    members = (
        Member("art_1", "ent_1", "Jana Orlova", HERALD, MONDAY),
        Member("art_2", "ent_2", "Jana Orlova", MAIL, TUESDAY),
        Member("art_3", "ent_3", "Jana Orlva", STAR, TUESDAY),
    )
    conflict = Conflict("ent_1", "ent_4", "the same name, but one is a judge")
    return Identity(
        "per_1", "Jana Orlova", "person", ("Jana Orlova", "Jana Orlva"), roles, members, 3, 2,
        (conflict,),
    )  # fmt: skip


def changes() -> tuple[Change, ...]:
    return (
        Change("The bridge", "The bridge"),
        Change("will not", "is not going to"),
        Change("open before the winter", "open before the winter"),
        Change("is over", "ends"),
    )


def utterance() -> Utterance:
    return Utterance(
        "utt_1", "Jana Orlova", MONDAY, 3,
        (
            Reported("art_1", "sta_1", "verbatim", QUOTED, "direct", HERALD, MONDAY),
            Reported("art_2", "sta_2", "verbatim", QUOTED, "direct", MAIL, TUESDAY),
            Reported(
                "art_3", "sta_3", "altered", BENT, "direct", STAR, TUESDAY,
                against="sta_1", changes=changes(), reason="7 of 10 words are those of sta_1",
            ),
            Reported(
                "art_4", "sta_4", "paraphrased", "no ship would pass until spring", "indirect",
                None, When(), ("Coastline",),
            ),
        ),
    )  # fmt: skip


def disagreement() -> Disagreement:
    values = (
        Told("art_1", "fig_1", 9, "Port Alba hospital", HERALD, MONDAY, "nine people"),
        Told("art_2", "fig_2", 9, "Port Alba hospital", MAIL, TUESDAY, "nine people"),
        Told("art_3", "fig_3", 14.0, None, STAR, TUESDAY, "14 people"),
    )
    return Disagreement("figure", "people killed at Port Alba", values, 2, "9 and 14 differ")


def occurrence() -> Occurrence:
    return Occurrence(
        "occ_1", "ASSAULT", "heavy-weapons", When("2023-11-06", "publication"), "Tarn dam",
        ("Kestria",), ("the Tarn dam",), ("happened", "denied"), 2,
        (
            Told(dam().article.id, "eve_shelled", "happened", None, "Coastline", MONDAY, "shelled"),
            Told("art_3", "eve_9", "denied", "Kestria", STAR, TUESDAY, "the shelling"),
        ),
    )  # fmt: skip


def recounted() -> Recounted:
    return Recounted(next(happened(dam())), occurrence())


def history() -> History:
    said = "Port Alba hospital"
    first = Reckoned(
        "art_1", "fig_1", 9, 9, None, "at least", MONDAY, MONDAY, HERALD, said, "at least nine",
        "fig_2",
    )  # fmt: skip
    later = Reckoned("art_3", "fig_2", 14, None, None, None, When(), TUESDAY, STAR, said, "14")
    other = Reckoned("art_4", "fig_5", None, 10, 20, None, When(), When(), None, None, "10 to 20")
    return History("his_1", "people killed", "killed", "Port Alba", 3, (first, later, other))


def position() -> Position:
    said = next(spoken(example_reading()))
    return Position(said, 0.8234, "near in meaning to “bridge”", "utt_1", ("sta_2",), 2)


def links() -> tuple[Link, ...]:
    alike = ("the same surname, and first names one letter apart",)
    made = Link(
        "lin_1", "entity", "ent_1", "ent_3", "same", 0.973, alike, "onrecord 0.3.0",
        "2031-05-07T10:00:00+00:00",
    )  # fmt: skip
    asked = Link(
        "lin_2", "entity", "ent_1", "ent_4", "unsure", 0.55, alike, "onrecord 0.3.0",
        "2031-05-07T10:00:00+00:00",
    )  # fmt: skip
    judged = Link(
        "lin_3", "entity", "ent_1", "ent_4", "different", 0.0, (), "Ada Marsh",
        "2031-05-07T11:00:00+00:00", "2031-05-07T12:00:00+00:00", "two people: one is a judge",
        "Ben Holt", "the same after all",
    )  # fmt: skip
    return made, asked, judged


def linked() -> Linked:
    return Linked(14, 120, 0, 2)
