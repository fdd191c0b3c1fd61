"""Forms of verbs and nouns, worked out or listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.events.inflections import noun_forms, verb_forms

LEMMAS = st.text("abcdefghijklmnoprstuvwyz", min_size=3, max_size=9)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("bomb", "bomb bombs bombed bombing"),
        ("stab", "stab stabs stabbed stabbing"),
        ("seize", "seize seizes seized seizing"),
        ("deny", "deny denies denied denying"),
        ("strike", "strike strikes struck striking"),
        ("withdraw", "withdraw withdraws withdrew withdrawn withdrawing"),
        ("hit", "hit hits hitting"),
        ("free", "free frees freed freeing"),
        ("cancel", "cancel cancels cancelled cancelling canceled canceling"),
    ],
)
def test_verb_has_these_forms(lemma: str, forms: str) -> None:
    assert verb_forms(lemma) == frozenset(forms.split())


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("gunman", "gunman gunmen"),
        ("rebel", "rebel rebels"),
        ("ally", "ally allies"),
        ("crash", "crash crashes"),
        ("crisis", "crisis crises"),
    ],
)
def test_noun_has_these_forms(lemma: str, forms: str) -> None:
    assert noun_forms(lemma) == frozenset(forms.split())


@given(LEMMAS)
def test_every_word_is_a_form_of_itself(lemma: str) -> None:
    assert lemma in verb_forms(lemma)
    assert lemma in noun_forms(lemma)
