"""The names of an article: where they stand, what kind they are, what stands before them."""

from __future__ import annotations

import pytest

from onrecord.reader.named import Named
from onrecord.reader.names import names
from onrecord.reader.setting import setting
from tests.reader.toy_parses import labelled, unmarked


def found(text: str) -> list[Named]:
    return list(names(setting(labelled(unmarked(text)))))


def strong(text: str) -> list[tuple[str, str | None]]:
    return [(n.known or n.text, n.kind) for n in found(text) if not n.weak]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US said no to us.", [("United States", "country")]),
        (
            "U.S. and U.N. officials met.",
            [("United States", "country"), ("United Nations", "organization")],
        ),
        ("<PERSON Sen. Jane Roe> said no.", [("Jane Roe", "person")]),
        ("<PERSON Israeli Prime Minister Dan Roe> said no.", [("Dan Roe", "person")]),
        ("<PERSON Secretary> <PERSON Lloyd Roe> said no.", [("Lloyd Roe", "person")]),
        (
            "<PERSON The Springfield Department> said no.",
            [("Springfield Department", "organization")],
        ),
        ("<ORG The Springfield Gazette> said no.", [("Springfield Gazette", "outlet")]),
        ("<PERSON Hurricane Odette> hit. <PERSON Odette> left.", []),
        ("<PERSON Storm Michael> hit. <PERSON Michael Roe> left.", [("Michael Roe", "person")]),
        ("Tropical Storm <PERSON Odette> hit.", []),
        ("The ship, MV <PERSON Dan Roe>, sank.", []),
        ("<PERSON MV Dan Roe> sank. <PERSON Dan Roe> wept.", [("Dan Roe", "person")]),
        ("<PERSON Houthi> rebels said no.", [("Houthis", "group")]),
        ("<PERSON Christian> said no.", [("Christian", "person")]),
        (
            "a director of <ORG Amnesty International Jane Roe> said no.",
            [("Amnesty International", "organization"), ("Jane Roe", "person")],
        ),
        (
            "<ORG Amnesty International East Asia> said no.",
            [("Amnesty International East Asia", "organization")],
        ),
        (
            "premier of <PERSON India Dan Roe> said no.",
            [("India", "country"), ("Dan Roe", "person")],
        ),
        ("<PERSON Jordan Dan Roe> said no.", [("Jordan Dan Roe", "person")]),
        ("<ORG Bank of Israel> said no.", [("Bank of Israel", "organization")]),
        (
            "<PERSON Kestrian> Defense Minister <PERSON Joren Haske> said no.",
            [("Joren Haske", "person")],
        ),
        (
            "<PERSON Ian> met Minister <PERSON Jane Roe>.",
            [("Ian", "person"), ("Jane Roe", "person")],
        ),
        ("<PERSON Roe>’s house fell.", [("Roe", "person")]),
        ("<PERSON he> said no.", []),
        ("Many <LOC Palestinians> left.", [("Palestinians", "group")]),
        ("Kestrian prime minister <ORG Marek Oldano> said no.", [("Marek Oldano", "person")]),
        ("Kestrian prime minister <ORG Oldano Group> said no.", [("Oldano Group", "organization")]),
        ("The coach <ORG Ulmar United> sought said no.", [("Ulmar United", "organization")]),
        (
            "<PERSON Labour> <PERSON Shadow Home Secretary> <PERSON Jane Roe> said no.",
            [("Jane Roe", "person")],
        ),
        ("Former <ORG Varn Gov.> <PERSON Jane Roe> said no.", [("Jane Roe", "person")]),
        ("<ORG Court Commissioner> <PERSON Jane Roe> said no.", [("Jane Roe", "person")]),
        (
            "<PERSON Ann King> <PERSON Jane Roe> said no.",
            [("Ann King", "person"), ("Jane Roe", "person")],
        ),
        ("<PERSON QThere>'s no shortage.", []),
        ("<PERSON QIf> <PERSON Dan Roe> said no.", [("Dan Roe", "person")]),
        ("<LOC QKestria> is far.", []),
        ("<PERSON Tuesday> was dry.", []),
        ("They prayed to <PERSON Zeus> and <PERSON Athena>.", []),
        ("<PERSON Athena Roe> said no.", [("Athena Roe", "person")]),
        ("<PERSON Asian Americans> said no.", [("Asian Americans", "group")]),
        ("<PERSON Ohio> voted.", [("Ohio", "place")]),
        ("<PERSON Jane Ohio> met <PERSON Ohio>.", [("Jane Ohio", "person"), ("Ohio", "person")]),
        (
            "<PERSON Velant> fell. <ORG Velant Pharmaceuticals> said no.",
            [("Velant", "organization"), ("Velant Pharmaceuticals", "organization")],
        ),
        (
            "<PERSON Roe> spoke at the <ORG Roe Foundation>.",
            [("Roe", "person"), ("Roe Foundation", "organization")],
        ),
        (
            "<LOC Varno Cathedral> stands. <PERSON Varno> has long been poor.",
            [("Varno Cathedral", "place"), ("Varno", "place")],
        ),
        ("<PERSON Dean Kolder> said no.", [("Dean Kolder", "person")]),
        ("<PERSON Dean Jane Kolder> said no.", [("Jane Kolder", "person")]),
        ("<PERSON Dan Holt speechwriter Jane Roe> said no.", [("Jane Roe", "person")]),
        ("“<PERSON Roger>, can you hear?” they said. “<PERSON Roger>, you have no gear?”", []),
        ("<PERSON Roger>, who said no, left.", [("Roger", "person")]),
        (
            "“<PERSON Roger>, you go,” said <PERSON Roger Roe>.",
            [("Roger", "person"), ("Roger Roe", "person")],
        ),
        ("<PERSON Suleiman> al-Amr said no.", [("Suleiman al-Amr", "person")]),
        ("<PERSON Wong Kwok>-hing said no.", [("Wong Kwok-hing", "person")]),
        ("<PERSON Wong Kwok->hing said no.", [("Wong Kwok-hing", "person")]),
        ("<PERSON Jane Roe>-led talks ended.", [("Jane Roe", "person")]),
        ("<PERSON Nonpartisan Jane Roe> said no.", [("Jane Roe", "person")]),
    ],
)
def test_names_are_bare_and_of_a_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert strong(text) == expected


def test_titles_before_a_name_are_nouns_nearest_first() -> None:
    (name,) = [n for n in found("The former Lt. Gov. <PERSON Jane Roe> said no.") if not n.weak]
    assert name.titles == ("governor", "lieutenant")


def test_a_title_makes_a_place_name_a_persons() -> None:
    assert strong("President <LOC Lincoln> said no.") == [("Lincoln", "person")]


def test_the_sex_comes_from_title_or_first_name() -> None:
    sexes = {
        n.text: n.sex
        for n in found("Mrs. <PERSON Roe> met <PERSON Peter Holm> and <PERSON Ari Holt>.")
    }
    assert sexes == {"Roe": "f", "Peter Holm": "m", "Ari Holt": ""}


def test_a_run_of_proper_nouns_nobody_labelled_is_weak() -> None:
    (name,) = found("Later Maren Oldfield said no.")
    assert name.weak
    assert name.text == "Maren Oldfield"
