"""Statements that are one utterance: which are verbatim, altered, paraphrased, and why."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onrecord.across import Change, Together, Utterance
from onrecord.linker.utterances import utterance
from onrecord.model import Spoken
from tests.linker.spoken import Said, cases, spoken_in, spoken_of

CASES = list(cases("wordings.txt"))


@pytest.mark.parametrize("lines", CASES, ids=[lines[0] for lines in CASES])
def test_each_report_has_its_wording(lines: list[str]) -> None:
    expected = [line.partition(",")[0] for line in lines[1:]]
    assert [member.wording for member in _utterance(lines[1:]).members] == expected


@pytest.mark.parametrize("lines", CASES, ids=[lines[0] for lines in CASES])
def test_the_order_of_the_reports_makes_no_difference(lines: list[str]) -> None:
    forward, backward = _utterance(lines[1:]), _utterance(lines[:0:-1])
    assert forward.members == backward.members[::-1]
    assert (forward.who, forward.said, forward.accounts) == (
        backward.who, backward.said, backward.accounts,
    )  # fmt: skip


def _utterance(lines: list[str]) -> Utterance:
    spoken, stories = [], []
    for line in lines:
        before, _, words = line.partition(": ")
        _, story, *flags = re.split(", ", before)
        date = next((flag for flag in flags if flag[0].isdigit()), None)
        said = Said(
            "Lena Corvi", words, printed=date, to=_letters(words, story),
            via=("Hansae",) if "via" in flags else (), unmarked="unmarked" in flags,
        )  # fmt: skip
        spoken.append(spoken_of(said, publisher=f"{story} Gazette"))
        stories.append(story)
    return utterance(Together("utt_1", tuple(spoken), tuple(stories)))


def _letters(words: str, story: str) -> str:
    return f"reporters of the {story} Gazette ({len(words)})"


def test_accounts_count_copies_once() -> None:
    told = _utterance(CASES[0][1:])
    assert told.accounts == 3
    assert [member.accounts for member in told.members] == [2, 2, 2, 1]


def test_an_altered_report_says_against_what_and_how_it_was_changed() -> None:
    told = _utterance(CASES[0][1:])
    altered = told.members[-1]
    assert altered.against == told.members[0].statement
    assert [c.after for c in altered.changes if c.same] == ["negotiates"]
    assert "copies counted once" in altered.reason


def test_where_nothing_decides_the_reason_says_so_and_the_difference_is_kept() -> None:
    lines = next(lines for lines in CASES if "nothing decides" in lines[0])
    for member in _utterance(lines[1:]).members:
        assert "nothing decides" in member.reason
        assert member.against
        assert member.changes


def test_a_single_short_quotation_is_verbatim() -> None:
    one = _spoken("the work would take “weeks, not days.”")
    (member,) = utterance(Together("utt_1", (one,), ("a",))).members
    assert member.wording == "verbatim"
    assert member.text == "the work would take “weeks, not days.”"


def test_the_name_and_the_day_are_those_most_reports_give() -> None:
    spoken = [
        _spoken("“The wells are dry.”", who="Lena Corvi", said="2025-09-12"),
        _spoken("“The wells are dry,” she said, “all dry.”", who="Lena Corvi", said="2025-09-12"),
        _spoken("the wells are dry", who="Lena Korvi", said="2025-09-13"),
    ]
    told = utterance(Together("utt_1", tuple(spoken), ("a", "b", "c")))
    assert (told.who, told.said.edtf) == ("Lena Corvi", "2025-09-12")


def test_stories_default_to_the_articles() -> None:
    spoken = _spoken("“The wells are dry.”"), _spoken("“The wells are all dry.”")
    assert utterance(Together("utt_1", spoken)).accounts == 2


BROKEN = list(cases("broken.txt"))


@pytest.mark.parametrize("lines", BROKEN, ids=[lines[0] for lines in BROKEN])
def test_the_pieces_of_one_article_are_taken_together(lines: list[str]) -> None:
    told, expected = _broken(lines)
    assert [member.wording for member in told.members] == expected
    changes = (one.changes for one in told.members if one.changes)
    shown = [" ".join(map(_marked, each)) for each in changes]
    assert shown == [lines[-1].removeprefix("changes:").strip()] * len(shown)


@pytest.mark.parametrize("lines", BROKEN, ids=[lines[0] for lines in BROKEN])
def test_the_order_of_pieces_makes_no_difference(lines: list[str]) -> None:
    forward, backward = _broken(lines)[0], _broken(lines, backward=True)[0]
    assert forward.members == backward.members[::-1]


def _broken(lines: list[str], backward: bool = False) -> tuple[Utterance, list[str]]:
    spoken: list[Spoken] = []
    expected: list[str] = []
    for line in lines[1:-1]:
        before, _, marked = line.partition(": ")
        wordings, _, publisher = before.partition(", ")
        spoken += spoken_in("Lena Corvi", marked, publisher)
        expected += wordings.split()
    given = spoken[::-1] if backward else spoken
    return utterance(Together("utt_1", tuple(given))), expected


def _marked(change: Change) -> str:
    went = f"[-{change.before}-]" if change.before else ""
    came = f"{{+{change.after}+}}" if change.after else ""
    return change.after if change.same else went + came


def _spoken(words: str, who: str = "Lena Corvi", said: str | None = None) -> Spoken:
    one = spoken_of(Said(who, words, said=said))
    return replace(one, article=replace(one.article, publisher="Gazette"))
