"""Status and voice on hand-made parses: what words show, what the network adds, who says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Passage, Statement, Status, passage
from onrecord.reader.events.according import according_to
from onrecord.reader.events.judged import Judged, under, within
from onrecord.reader.events.status import CREDIBLE, DOUBTFUL, judged, status, weighed
from onrecord.reader.events.status_words import Effect, noun, verbs
from onrecord.reader.events.tenses import form
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.grammar import Grammar, grammar_of
from onrecord.reader.stated import Stated
from tests.reader.parsed import parsed

STATUSES = st.sampled_from(get_args(Status))
EFFECTS = st.sampled_from((*get_args(Status), "as_is", "ended", "hearsay"))

EXPECTED = """
1 Varn PROPN 3 nsubj:pass
2 is AUX 3 aux:pass
3 expected VERB 0 root
4 to PART 5 mark
5 attack VERB 3 xcomp
6 Ulmar PROPN 5 obj
"""
DENIED_CANCELLING = """
1 Varn PROPN 3 nsubj
2 not PART 3 advmod
3 ruled VERB 0 root
4 out ADP 3 compound:prt
5 an DET 6 det
6 attack NOUN 3 obj
"""
NO_SIGN = """
1 There PRON 2 expl
2 is VERB 0 root
3 no DET 4 det
4 sign NOUN 2 nsubj
5 he PRON 6 nsubj
6 agreed VERB 4 acl
"""
CARRIED = """
1 Varn PROPN 3 nsubj
2 will AUX 3 aux
3 launch VERB 0 root
4 an DET 5 det
5 attack NOUN 3 obj
"""
DENIED = """
1 Varn PROPN 2 nsubj
2 denied VERB 0 root
3 having AUX 4 aux
4 shelled VERB 2 xcomp
5 Ulmar PROPN 4 obj
"""
WENT = """
1 They PRON 2 nsubj
2 went VERB 0 root
3 there ADV 2 advmod
4 to PART 5 mark
5 fight VERB 2 advcl
"""
ACCUSED = """
1 Varn PROPN 2 nsubj
2 accused VERB 0 root
3 Ishel PROPN 2 obj
4 of SCONJ 5 mark
5 shelling VERB 2 advcl
6 Ulmar PROPN 5 obj
7 , PUNCT 8 punct
8 killing VERB 5 advcl
9 ten NUM 8 obj
"""
ALLEGED = """
1 Reports NOUN 4 nsubj
2 of ADP 3 case
3 torture NOUN 1 nmod
4 grew VERB 0 root
"""


@dataclass
class Scene:
    """As much of a scene as a status needs."""

    text: str
    starts: list[int]
    grammar: Grammar
    statements: tuple[Statement, ...] = ()
    score: float | None = None

    @property
    def article(self) -> Scene:
        return self

    @property
    def stated(self) -> Stated:
        return Stated(self.statements)

    def fact(self, token: int) -> float | None:
        return self.score

    def passage(self, span: tuple[int, int]) -> Passage:
        last = span[1] - 1
        end = self.starts[last] + len(self.grammar.words[last])
        return passage(self.text, self.starts[span[0]], end)


def scene(table: str, score: float | None = None) -> Scene:
    doc = parsed(table)
    return Scene(doc.text, [t.idx for t in doc], grammar_of(doc), (), score)


def trigger(at: int, carrier: int | None = None, told: Status | None = None) -> Trigger:
    return Trigger(at, (at, at + 1), "ASSAULT", None, carrier=carrier, status=told)


def statement(text: str, cue: str, *content: str) -> Statement:
    def found(words: str) -> Passage:
        start = text.index(words)
        return passage(text, start, start + len(words))

    parts = tuple(found(c) for c in content)
    who, name = found("Varn"), f"sta_{len(content[0])}"
    return Statement(name, who, None, "Varn", False, None, found(cue), "say", parts, "indirect")


@pytest.mark.parametrize(
    ("table", "at", "carrier", "wanted"),
    [
        (EXPECTED, 4, None, "planned"),
        (DENIED_CANCELLING, 5, None, "possible"),
        (NO_SIGN, 5, None, "did_not_happen"),
        (CARRIED, 4, 2, "planned"),
        (DENIED, 3, None, "denied"),
        (ACCUSED, 4, None, "possible"),
        (WENT, 4, None, "planned"),
    ],
)
def test_words_around_a_happening_say_whether_it_is_one(
    table: str, at: int, carrier: int | None, wanted: Status
) -> None:
    assert judged(scene(table).grammar, trigger(at, carrier)).status == wanted


def test_reason_quotes_the_word_that_decides() -> None:
    assert judged(scene(EXPECTED).grammar, trigger(4)).reason == "'expected'"


def test_status_of_the_trigger_itself_wins() -> None:
    assert status(scene(EXPECTED), trigger(4, told="did_not_happen")).status == "did_not_happen"


def test_network_has_no_say_where_words_are_sure() -> None:
    assert status(scene(EXPECTED, 3.0), trigger(4)).status == "planned"


def test_network_takes_back_what_no_word_shows() -> None:
    assert status(scene(WENT, -2.0), trigger(1)) == Judged("possible", "the network: -2.0")


def test_network_decides_what_a_purpose_came_to() -> None:
    assert status(scene(WENT, 2.0), trigger(4)).status == "happened"
    assert status(scene(WENT, -2.0), trigger(4)).status == "planned"


def test_reports_of_nobody_named_leave_it_possible() -> None:
    assert status(scene(ALLEGED), trigger(2)).status == "possible"


def test_reports_of_somebody_named_tell_it_as_that_one_does() -> None:
    here = scene(ALLEGED + "5 Varn PROPN 4 obl\n")
    here.statements = (statement(here.text, "Reports", "of torture"),)
    assert status(here, trigger(2)).status == "happened"


def test_accusation_is_no_part_of_what_is_accused() -> None:
    here = scene(ACCUSED)
    here.statements = (statement(here.text, "accused", "Ishel of shelling Ulmar"),)
    assert according_to(here, trigger(1)) is None
    assert according_to(here, trigger(4)) is here.statements[0]


def test_participle_after_a_content_goes_on_with_it() -> None:
    here = scene(ACCUSED)
    here.statements = (statement(here.text, "accused", "Ishel of shelling Ulmar"),)
    assert according_to(here, trigger(7)) is here.statements[0]


def test_what_a_clause_goes_on_with_is_the_same_word() -> None:
    here = scene(ACCUSED)
    here.statements = (statement(here.text, "accused", "Ishel of"),)
    assert according_to(here, trigger(4)) is None  # nothing above "shelling" is stated
    here.statements = (statement(here.text, "Ishel", "of shelling"),)
    assert according_to(here, trigger(5)) is here.statements[0]


def test_innermost_statement_is_the_one() -> None:
    here = scene(ACCUSED)
    inner = statement(here.text, "of", "shelling Ulmar")
    here.statements = (statement(here.text, "accused", "Ishel of shelling Ulmar"), inner)
    assert according_to(here, trigger(4)) is inner


@given(effect=EFFECTS, governor=STATUSES)
def test_every_effect_comes_down_to_a_status(effect: Effect, governor: Status) -> None:
    assert under(effect, Judged(governor), "'x'").status in get_args(Status)


@given(effect=EFFECTS, governor=STATUSES, own=STATUSES)
def test_no_word_makes_a_fact_of_what_is_told_as_none(
    effect: Effect, governor: Status, own: Status
) -> None:
    found = within(effect, Judged(governor), Judged(own), "'x'")
    if own not in ("happened", "ongoing"):
        assert found.status not in ("happened", "ongoing")


@given(own=STATUSES, score=st.floats(-3, 3))
def test_network_changes_nothing_that_words_surely_show(own: Status, score: float) -> None:
    shown = Judged(own, "'word'")
    assert weighed(shown, score) == shown


@given(score=st.floats(-3, 3))
def test_score_doubts_below_and_believes_above_its_thresholds(score: float) -> None:
    assert weighed(Judged("happened"), score).status == (
        "possible" if score < DOUBTFUL else "happened"
    )
    unsure = Judged("planned", "'to'", sure=False)
    assert weighed(unsure, score).status == ("happened" if score > CREDIBLE else "planned")


@pytest.mark.parametrize(
    ("word", "beside", "effect"),
    [
        ("refused", (), "did_not_happen"),
        ("vowing", (), "planned"),
        ("called", ("off",), "did_not_happen"),
        ("called", ("on",), "called_for"),
        ("had", (), "as_is"),
    ],
)
def test_verb_is_found_in_any_form_with_its_particle(
    word: str, beside: tuple[str, ...], effect: Effect
) -> None:
    assert verbs(word, beside)[0].effect == effect


def test_noun_is_found_in_the_plural() -> None:
    assert noun("threats") == noun("threat") == "possible"


@pytest.mark.parametrize(
    ("word", "shape"),
    [("met", "past"), ("shelled", "past"), ("shelling", "ing"), ("meets", "s"), ("meet", "base")],
)
def test_form_of_a_verb_shows_in_the_word(word: str, shape: str) -> None:
    assert form(word) == shape
