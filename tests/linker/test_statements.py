"""Which statements are compared, by what keys they meet, and whether they are one utterance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker.form import Form
from onrecord.linker.statements import compared, found
from onrecord.model import Entity, Reading
from tests.linker.spoken import Said, cases, form_of, reading_of, said_in
from tests.readings import readings

CASES = list(cases("statements.txt"))


@pytest.mark.parametrize("lines", CASES, ids=[lines[0] for lines in CASES])
def test_reports_are_of_one_utterance_or_apart(lines: list[str]) -> None:
    verdict = lines[0].partition(":")[0]
    left, right = (form_of(said_in(line)) for line in lines[1:])
    same = _linked(left, right)
    assert same == (verdict == "same"), compared(left, right)


def _linked(left: Form, right: Form) -> bool:
    if left.id == right.id:
        return True
    judged = compared(left, right)
    return bool(judged and judged.judgement == "same" and set(left.keys) & set(right.keys))


@given(st.sampled_from(CASES), st.sampled_from(CASES))
def test_comparing_is_the_same_from_either_side(one: list[str], other: list[str]) -> None:
    left, right = form_of(said_in(one[1])), form_of(said_in(other[2]))
    assert compared(left, right) == compared(right, left)


@given(readings())
def test_any_reading_yields_forms_with_keys_and_never_an_unnamed_source(reading: Reading) -> None:
    unnamed = {s.id for s in reading.statements if s.unnamed}
    for one in found(reading):
        assert one.entry not in unnamed
        assert len(one.form.keys) <= 24
        assert compared(one.form, one.form) is None or (
            compared(one.form, one.form).judgement != "different"
        )


def test_an_unnamed_source_is_left_out() -> None:
    reading = reading_of(Said("Joren Haske", "“Nobody negotiates with a hand on his throat.”"))
    statement = replace(reading.statements[0], unnamed=True)
    assert not list(found(replace(reading, statements=(statement,))))


def test_an_entity_of_kind_unnamed_is_left_out() -> None:
    reading = reading_of(Said("a senior official", "the gates would open on Friday"))
    entity = replace(reading.entities[0], kind="unnamed")
    assert not list(found(replace(reading, entities=(entity,))))


def test_a_statement_without_content_is_left_out() -> None:
    assert not list(found(reading_of(Said("Joren Haske", "that."))))


def test_a_body_without_an_entity_is_compared_by_its_words() -> None:
    told = Said("State television", "the repairs of the dam would take weeks, not days")
    reading = replace(reading_of(told), entities=())
    assert [one.form.parts for one in found(reading)] == [()]


def test_words_that_name_no_body_are_no_speaker() -> None:
    told = Said("Each side", "the other had fired first at the bridge")
    assert not list(found(replace(reading_of(told), entities=())))


def test_a_source_that_holds_a_persons_whole_name_is_that_person() -> None:
    told = Said("Col. Anton Brisk", "anyone who crosses at night will be treated as an enemy")
    reading = reading_of(told)
    brisk = Entity("ent_brisk", "Anton Brisk", "person")
    (one,) = found(replace(reading, entities=(brisk,)))
    assert one.form.parts


def test_an_altered_quotation_meets_its_original_on_the_same_day() -> None:
    left = form_of(Said("Lena Corvi", "“It will not be a picnic.”", said="2025-09-12"))
    right = form_of(Said("Lena Corvi", "“They shall not take us lightly.”", printed="2025-09-13"))
    assert set(left.keys) & set(right.keys)


def test_what_one_speaker_says_in_different_months_does_not_meet() -> None:
    left = form_of(Said("Lena Corvi", "“It will not be a picnic.”", said="2025-09-12"))
    right = form_of(Said("Lena Corvi", "“The wells are dry.”", said="2025-11-12"))
    assert not set(left.keys) & set(right.keys)


def test_a_name_transliterated_otherwise_meets() -> None:
    left = form_of(Said("Tomas Vereny", "the river was slow at Brell", said="2025-09-12"))
    right = form_of(Said("Thomas Verreni", "the water was late at Brell", said="2025-09-12"))
    assert set(left.keys) & set(right.keys)


def test_reasons_are_readable() -> None:
    left, right = (form_of(said_in(line)) for line in CASES[0][1:])
    judged = compared(left, right)
    assert judged
    assert "the same words in quotation marks" in judged.reasons


def _of_one_article(*told: Said) -> list[Form]:
    forms = [form_of(one) for one in told]
    return [replace(form, about={**form.about, "within": "art_1"}) for form in forms]


def test_two_quotations_of_one_article_are_two_utterances() -> None:
    left, right = _of_one_article(
        Said("Lena Corvi", "“The wells of Lower Ishel are running dry in the heat.”"),
        Said("Lena Corvi", "“The wells of Lower Ishel will run dry in October.”"),
    )
    assert compared(left, right) is None


def test_the_headline_of_an_article_has_the_words_of_its_quotation() -> None:
    left, right = _of_one_article(
        Said("Lena Corvi", "wells of Lower Ishel “running dry in the heat”"),
        Said("Lena Corvi", "“The wells of Lower Ishel are running dry in the heat of August.”"),
    )
    judged = compared(left, right)
    assert judged
    assert judged.judgement == "same"


def test_a_phrase_is_no_evidence_beyond_a_day() -> None:
    told = [
        Said("Silvan Aro", "the “rotten river lobby” wanted him gone", printed="2025-09-10"),
        Said("Silvan Aro", "a bill against the “rotten river lobby”", printed="2025-09-10"),
        Said("Silvan Aro", "a bill against the “rotten river lobby”", printed="2025-09-20"),
    ]
    one, same_day, later = map(form_of, told)
    assert _linked(one, same_day)
    assert not _linked(one, later)


def test_groups_and_a_few_words_say_nothing_on_one_occasion() -> None:
    reading = reading_of(Said("Joren Haske", "“Nobody negotiates with a hand on his throat.”"))
    group = replace(reading.entities[0], kind="group", name="voters")
    assert not list(found(replace(reading, entities=(group,))))
    assert not list(found(reading_of(Said("Joren Haske", "his water plan would do"))))


def test_reasons_have_words_as_they_are_printed() -> None:
    told = "the gauges of Brell are negotiating", "negotiating over the gauges of Brell"
    left, right = (form_of(Said("Lena Corvi", words, printed="2025-09-10")) for words in told)
    judged = compared(left, right)
    assert judged
    assert "words in common: negotiating, brell, gauges" in judged.reasons
