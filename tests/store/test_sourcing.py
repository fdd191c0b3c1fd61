"""Whom a person puts a statement down to: words of the article, and never a name from elsewhere."""

from dataclasses import replace

import pytest

from onrecord.corrections import Sourced
from onrecord.errors import CorrectionInvalid
from onrecord.model import Entity, Mention, Reading, passage
from onrecord.store.sourcing import source_of
from tests.dam import words
from tests.fakes import article_of, statement_of

TEXT = (
    "Ann Doe opened the meeting. Mayor Ben Roe spoke last.\n"
    "“The bridge is safe,” he said. An aide to Ann Doe and senior Meravian officials listened.\n"
    "The Ministry of Water and Ben Roe had met before.\n"
)
ARTICLE = article_of(TEXT, "Alba Herald")


def entity(name, kind, *mentions, role=None):
    made = tuple(
        Mention(at.start, at.end, at.text, "name" if at.text != "he" else "pronoun")
        for at in mentions
    )
    roles = (words(ARTICLE, role),) if role else ()
    return Entity(f"ent_{name.split()[0]}", name, kind, roles, made)


ANN = entity("Ann Doe", "person", words(ARTICLE, "Ann Doe"), words(ARTICLE, "Ann Doe", 1))
HE = passage(TEXT, TEXT.index(" he ") + 1, TEXT.index(" he ") + 3)
BEN = entity(
    "Ben Roe",
    "person",
    words(ARTICLE, "Ben Roe"),
    HE,
    words(ARTICLE, "Ben Roe", 1),
    role="Mayor",
)
OFFICIALS = entity(
    "senior Meravian officials", "unnamed", words(ARTICLE, "senior Meravian officials")
)
SAID = statement_of(ARTICLE, "Ann Doe", "The bridge is safe,", entity=ANN.id)
READING = Reading("fake/1", ARTICLE, (ANN, BEN, OFFICIALS), (SAID,))


def source(typed, unnamed=None, reading=READING):
    return source_of(reading, SAID, typed, unnamed)


def test_an_entity_is_named_by_its_id_and_the_words_nearest_to_the_statement_are_the_source():
    assert source(BEN.id) == Sourced("Ben Roe", BEN.id, HE)


@pytest.mark.parametrize("typed", ["Ben Roe", "Roe", "ben  roe", "Mayor Ben Roe"])
def test_words_that_name_an_entity_are_that_entity(typed):
    found = source(typed)
    assert (found.who, found.entity) == ("Ben Roe", BEN.id)
    assert found.source.text.casefold().split() == typed.casefold().split()


def test_words_that_only_speak_of_somebody_are_not_that_person():
    found = source("An aide to Ann Doe")
    assert (found.who, found.entity, found.unnamed) == ("An aide to Ann Doe", None, True)


def test_who_is_not_named_stays_so():
    found = source("senior Meravian officials")
    assert (found.entity, found.unnamed) == (OFFICIALS.id, True)


@pytest.mark.parametrize(
    ("typed", "unnamed"), [("The Ministry of Water", False), ("Meravian officials", True)]
)
def test_a_noun_with_a_capital_is_a_name(typed, unnamed):
    assert source(typed, reading=replace(READING, entities=())).unnamed is unnamed


def test_a_person_knows_better_whether_words_are_a_name():
    bare = replace(READING, entities=())
    assert source("The Ministry of Water", True, bare).unnamed
    assert not source("Meravian officials", False, bare).unnamed


def test_nobody_is_a_source_too():
    assert source(None) == Sourced()


@pytest.mark.parametrize("typed", ["Joren Haske", "", " ", "ent_elsewhere", "Ben Ro", "\x00", ".*"])
def test_what_is_not_in_the_article_is_refused(typed):
    with pytest.raises(CorrectionInvalid, match="is not in the article"):
        source(typed)


def test_a_passage_says_exactly_what_stands_there():
    for typed in ("Ann Doe", "he", "the meeting", "Ben Roe"):
        found = source(typed).source
        assert TEXT[found.start : found.end] == found.text


FAR = (
    "Cora Hale ran against Ben Roe, the Dahlia nominee.\n"
    "On Monday he issued a greeting, and he said the bridge is safe.\n"
    "The Dahlia nominee left. Cora Hale stayed.\n"
)


def far(typed, source="he said", mentions=("Ben Roe", "the Dahlia nominee")):
    """Whom words make the source of what "he" said, which was read as Ann Doe's."""
    article = article_of(FAR, "Alba Herald")
    at = words(article, source)
    own = passage(FAR, at.start, at.start + 2) if source == "he said" else at
    ben = Entity(
        "ent_Ben",
        "Ben Roe",
        "person",
        (),
        tuple(
            Mention(at.start, at.end, at.text, "name" if at.text == "Ben Roe" else "role")
            for at in (words(article, each) for each in mentions)
        ),
    )
    cora = words(article, "Cora Hale")
    hale = Entity(
        "ent_Cora", "Cora Hale", "person", (), (Mention(cora.start, cora.end, "", "name"),)
    )
    said = statement_of(article, "Ann Doe", "the bridge is safe", source=own)
    return source_of(Reading("fake/1", article, (ben, hale), (said,)), said, typed)


@pytest.mark.parametrize("typed", ["ent_Ben", "Ben Roe"])
def test_who_is_chosen_is_the_source_and_the_statement_keeps_the_words_it_has(typed):
    found = far(typed)
    assert (found.who, found.entity, found.source.text) == ("Ben Roe", "ent_Ben", "he")
    assert found.source.start == FAR.index("he said")


def test_words_that_name_somebody_else_are_not_kept_nor_any_taken_from_far_away():
    assert far("ent_Ben", source="Cora Hale") == Sourced("Ben Roe", "ent_Ben", None)
    assert far("Ben Roe", source="Cora Hale").source.text == "Ben Roe"  # they were typed


def test_a_mention_beside_the_statement_is_nearer_than_the_words_it_has():
    found = far("ent_Ben", source="Monday", mentions=("Ben Roe", "he issued"))
    assert found.source.text == "he issued"


def test_words_that_name_nobody_are_the_source_wherever_they_stand():
    assert far("The Dahlia nominee left").source.start == FAR.index("The Dahlia nominee left")
