"""Marked-up sentences: where their dates stand and what they mean for the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from edtf import parse_edtf

from onrecord.calendar import dated, expressions, points_forward, references, valid

_MARK = re.compile(r"\[(?P<edtf>\S+) (?P<words>[^\]]+)\]")


def _cases() -> Iterator[tuple[str | None, str]]:
    anchor: str | None = None
    for line in (Path(__file__).parent / "cases/dates.txt").read_text("utf-8").splitlines():
        if line.startswith("article "):
            anchor = None if line == "article none" else line.removeprefix("article ")
        elif line and not line.startswith("#"):
            yield anchor, line


CASES = list(_cases())


def _read(anchor: str | None, text: str) -> list[tuple[str, str]]:
    found = expressions(text)
    read = []
    for one, reference in zip(found, references(text, found, anchor), strict=True):
        forward = points_forward(text, one.start, one.end) or None
        when = dated(text, one, anchor, forward, None, reference)
        assert when.passage
        read.append((str(when.edtf or "null"), when.passage.text))
    return read


@pytest.mark.parametrize(("anchor", "line"), CASES, ids=[line for _, line in CASES])
def test_sentence_has_the_dates_marked_in_it_and_no_others(anchor: str | None, line: str) -> None:
    wanted = [(m["edtf"], m["words"]) for m in _MARK.finditer(line)]
    text = _MARK.sub(lambda m: m["words"], line)
    assert _read(anchor, text) == wanted


def test_there_are_at_least_eighty_sentences() -> None:
    assert len(CASES) >= 80


def test_every_marked_edtf_is_valid_to_an_independent_parser() -> None:
    for _, line in CASES:
        for mark in _MARK.finditer(line):
            edtf = mark["edtf"]
            if edtf != "null" and not re.fullmatch(r"XXXX-2[1-4]", edtf):
                assert valid(edtf), edtf
                assert parse_edtf(edtf), edtf
