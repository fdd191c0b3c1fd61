"""Where quoted words begin and end, whatever the marks."""

from __future__ import annotations

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.quotes import paragraphs, quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We are closing in,” said Brandt. “We have done it.”",
            ["We are closing in,", "We have done it."],
        ),
        ('"No," she said. "Never."', ["No,", "Never."]),
        ("'I don't know,' she said. 'It's theirs.'", ["I don't know,", "It's theirs."]),
        ("‘It’s late,’ he said of the boys’ club.", ["It’s late,"]),
        ("„Nein“, sagte er. »Doch«, sie. « Oui », il.", ["Nein", "Doch", " Oui "]),
        ("`` We go , '' he said .", [" We go , "]),
        ("''We go,'' he said. ''Now.''", ["We go,", "Now."]),
        ('""Twice"" he said', ["Twice"]),
        ("‘‘We go’’ he said", ["We go"]),
        ("said ”We go” and ”no”", ["We go", "no"]),
        ('He said:"go"and left.', ["go"]),
        ('"No"—she said—"yes".', ["No", "yes"]),
        ("Calls for a ‘Humanitarian Pause’", ["Humanitarian Pause"]),
    ],
)
def test_marks_of_all_kinds_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ’90s, rock ‘n’ roll, James’ dog’s and the boys' own.",
        "He was 6'2\" tall and the door 5' wide.",
        'A 30" screen.',
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_inches_inside_a_quotation_do_not_close_it() -> None:
    assert quoted('"He is 6\'2" tall," she said. "And thin."') == ["He is 6'2\" tall,", "And thin."]


def test_possessive_plural_does_not_close_a_single_quotation() -> None:
    assert quoted("‘The workers’ plan is theirs,’ he said.") == ["The workers’ plan is theirs,"]


def test_quotation_in_a_quotation_is_deeper() -> None:
    found = quotations("“He told me ‘no’ twice,” she said.")
    assert [(q.depth, q.closed) for q in found] == [(0, True), (1, True)]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“The gate is open.\n\nThe crew went home. It rained."
    (found,) = quotations(text)
    assert (text[found.start : found.end], found.closed) == ("The gate is open.", False)


def test_next_paragraph_that_opens_again_is_a_quotation_of_its_own() -> None:
    text = "“The gate is open.\n\n“The second will follow,” he said."
    assert quoted(text) == ["The gate is open.", "The second will follow,"]


def test_paragraph_that_only_closes_continues_the_one_before() -> None:
    text = "“The gate is open.\n\nThe second will follow,” he said. It rained."
    assert quoted(text) == ["The gate is open.", "The second will follow,"]


def test_forgotten_closing_mark_costs_only_the_words_before_the_next_opening() -> None:
    assert quoted("“We go, he said. “And you too.”") == ["We go, he said.", "And you too."]


def test_marks_a_scraper_put_around_paragraphs_are_none() -> None:
    text = ", ‘He said, “We go,” and added, “Now.”‘,\n,\n, ‘The boys’ report.’,"
    assert quoted(text) == ["We go,", "Now."]


def test_lines_of_hard_wrapped_text_are_one_paragraph() -> None:
    lines = [
        "“The gate that was closed in the first days of the",
        "long summer is open now,” he said.",
    ]
    text = "\n".join([*lines, *["and then a line of about fifty characters follows it"] * 8])
    assert len(list(paragraphs(text))) == 1
    assert quoted(text) == ["\n".join(lines).split("“")[1].split("”")[0]]


MARKS = st.sampled_from([*"“”„«»‘’‚‹›\"'` ,.\nabA1s", "``", "''", "\r\n", ", ‘", "’,\n"])


@given(st.lists(MARKS, max_size=120).map("".join))
def test_quotations_nest_and_stay_in_their_paragraph(text: str) -> None:
    inside = list(paragraphs(text))
    found = quotations(text)
    for q in found:
        assert q.open <= q.start < q.end <= len(text)
        assert any(a <= q.open and q.end <= b for a, b in inside)
    assert [q.open for q in found] == sorted(q.open for q in found)
    for one, other in pairwise(found):
        assert other.open >= one.end or other.end <= one.end


@pytest.mark.parametrize("pattern", ['"', "“", "‘a ", "“a ‘b ", "' a", "“a” ‘", ", ‘“\n", "6'2\" "])
def test_hostile_input_takes_linear_time(pattern: str) -> None:
    def cost(size: int) -> float:
        gc.disable()  # its cost grows with all that other tests have left behind
        started = time.process_time()
        quotations(pattern * (size // len(pattern)))
        spent = time.process_time() - started
        gc.enable()
        return spent

    assert cost(40_000) < 16 * max(cost(5_000), 0.02)
