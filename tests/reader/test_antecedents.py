"""Whom pronouns are told to stand for, and why."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from onrecord.lexicon.given_names import GIVEN
from onrecord.model import Article
from onrecord.reader.antecedent_weights import THRESHOLDS, WEIGHTS
from onrecord.reader.antecedents import Antecedents
from onrecord.reader.entities import _Telling, cast
from onrecord.reader.named import Named
from onrecord.reader.pronouns import agrees, pronouns
from onrecord.reader.reasons import reasons
from onrecord.reader.referents import Referent
from onrecord.reader.setting import setting
from onrecord.reader.ties import Ties
from tests.reader.toy_parses import labelled, unmarked


def weighed(text: str) -> tuple[str | None, float, tuple[str, ...]]:
    """The last pronoun's answer, weighed anew."""
    here = setting(labelled(unmarked(text)))
    told = _Telling(here)
    for referent in told.referents:
        referent.spots = [s for s in referent.spots if s.form != "pronoun"]
    weigh = Antecedents(here, told.antecedents(), told.speaker)
    answer = [weigh.told(p) for p in pronouns(here)][-1]
    name = answer.referent.names[0].text if answer.referent and answer.referent.names else None
    return name, answer.probability, answer.reasons


def test_an_answer_carries_its_probability_and_reasons() -> None:
    name, probability, reasons = weighed(
        "[1 <PERSON Ivo Brandt>] said it was late. [1 He] said no more."
    )
    assert name == "Ivo Brandt"
    assert THRESHOLDS["he"] <= probability <= 1
    assert len(reasons) == 3


def test_the_owner_in_a_phrase_is_not_the_phrase() -> None:
    name, *_ = weighed("<PERSON Maria Holm> met her husband.")
    assert name == "Maria Holm"


def test_after_a_surname_of_two_people_nobody_is_told_and_no_third() -> None:
    text = (
        "[1 <PERSON Anton Castell>] met [2 <PERSON Bruno Castell>] in Astel. "
        "[3 <PERSON Peter Holm>] was tired. [- <PERSON Castell>] was late. [- He] said so."
    )
    marks = unmarked(text)
    told = cast(labelled(marks), Article("art_1", "made", marks.text))
    at = marks.text.index("He said")
    assert {e.name for e in told.entities} >= {"Anton Castell", "Bruno Castell", "Peter Holm"}
    assert told.at(at, at + 2) is None


def test_all_three_sorts_have_weights_and_a_threshold() -> None:
    assert set(WEIGHTS) == set(THRESHOLDS) == {"he", "they", "it"}
    assert all("nobody" in " ".join(table) for table in WEIGHTS.values())


def test_he_agrees_with_people_only_and_it_with_none() -> None:
    here = setting(labelled(unmarked("He said it.")))
    he, it = pronouns(here)
    person, place, woman = Referent("person"), Referent("place"), Referent("person", sex="f")
    assert agrees(he, person)
    assert not agrees(he, place)
    assert not agrees(he, woman)
    assert agrees(it, place)
    assert not agrees(it, person)


def test_a_surname_the_network_took_for_a_place_may_be_she() -> None:
    she = pronouns(setting(labelled(unmarked("She left."))))[0]
    terrell = Referent("place", names=[Named(0, 1, ("Terrell",), "place", "PERSON")])
    astel = Referent("place", names=[Named(0, 1, ("Astel",), "place", "LOC")])
    in_astel = Referent("place", names=[Named(0, 1, ("Astel",), "place", "PERSON", before="in")])
    assert agrees(she, terrell)
    assert not agrees(she, astel)
    assert not agrees(she, in_astel)


def test_a_first_name_alone_leans_to_a_sex_and_decides_nothing() -> None:
    here = setting(labelled(unmarked("<PERSON Rachel> met <PERSON Brandt>. She left.")))
    rachel, brandt = _Telling(here).referents
    assert (rachel.sex, rachel.leaning) == ("", "f")
    assert (brandt.sex, brandt.leaning) == ("", "")
    assert agrees(pronouns(here)[0], brandt)


def test_no_name_tells_both_sexes() -> None:
    assert set(GIVEN.values()) == {"m", "f"}
    assert not GIVEN.keys() & {"robin", "taylor", "jordan"}


def said_of(text: str, ties: Ties | None = None) -> dict[str, dict[str, float]]:
    """The reasons of every candidate of the last pronoun, by name."""
    here = replace(setting(labelled(unmarked(text))), ties=ties)
    told = _Telling(here)
    for referent in told.referents:
        referent.spots = [s for s in referent.spots if s.form != "pronoun"]
    weigh = Antecedents(here, told.antecedents(), told.speaker)
    last = pronouns(here)[-1]
    candidates = weigh.candidates(last)
    rows = reasons(weigh.trail, last, candidates)
    return {c.referent.names[0].text: dict(row) for c, row in zip(candidates, rows, strict=True)}


def test_the_subject_of_the_same_verb_is_not_its_object() -> None:
    said = said_of("<PERSON Ivo Brandt> arrived. <PERSON Brandt> met him.")
    assert "other argument of its verb" in said["Ivo Brandt"]


def test_the_network_ties_a_pronoun_to_all_words_of_a_name() -> None:
    text = "<PERSON Maria Holm> met <PERSON Vera Lund>. She left."
    words = {k: k for k in range(8)}
    matrix = np.zeros((8, 9), dtype=np.float32)
    matrix[6, 1 + 4] = 2.5  # She, Lund
    said = said_of(text, Ties(words, (0,), (matrix,)))
    assert said["Vera Lund"]["tied"] == 2.5
    assert said["Maria Holm"]["tied"] == 0.0
    assert "tied" not in said_of(text)["Vera Lund"]


def test_words_of_another_window_are_not_tied() -> None:
    text = "<PERSON Maria Holm> met <PERSON Vera Lund>. She left."
    first, second = np.zeros((6, 7), np.float32), np.zeros((2, 3), np.float32)
    said = said_of(text, Ties({k: k for k in range(8)}, (0, 6), (first, second)))
    assert "tied" not in said["Vera Lund"]


def test_whom_an_article_calls_she_counts_as_of_known_sex() -> None:
    said = said_of("<PERSON Rhee Holm> left. She met <PERSON Lund>. She won.")
    assert set(said) == {"Rhee Holm", "Lund"}
    here = setting(labelled(unmarked("<PERSON Rhee Holm> left. She won.")))
    holm = _Telling(here).referents[0]
    assert (holm.sex, dict(holm.called)) == ("", {"f": 1})
