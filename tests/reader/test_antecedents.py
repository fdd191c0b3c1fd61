"""Whom pronouns are told to stand for, and why."""

from __future__ import annotations

from onrecord.reader.antecedent_weights import THRESHOLDS, WEIGHTS
from onrecord.reader.antecedents import Antecedents
from onrecord.reader.entities import _Telling
from onrecord.reader.pronouns import agrees, pronouns
from onrecord.reader.referents import Referent
from onrecord.reader.setting import setting
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
