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
