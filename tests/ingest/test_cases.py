"""Whole articles, paragraph by paragraph: which part each is, and what the article says of
itself.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.ingest import Given, from_text
from onrecord.model import Article

TODAY = date(2026, 11, 21)


class Case(NamedTuple):
    name: str
    text: str
    kinds: tuple[tuple[int, str], ...]  # where a paragraph starts and the part it must be in
    says: dict[str, str]


def _cases() -> list[Case]:
    lines = (Path(__file__).parent / "cases/articles.txt").read_text("utf-8").split("\n")
    written = "\n".join(line for line in lines if not line.startswith("# "))
    return [_case(block) for block in written.split("\n====\n")]


def _case(block: str) -> Case:
    name, text, kinds, says = "", "", [], {}
    for line in filter(None, block.split("\n")):
        if line.startswith("== "):
            name = line[3:]
        elif line.startswith("= "):
            key, _, value = line[2:].partition(" ")
            says[key] = value
        else:
            kind, _, words = line.partition(": ")
            text += "" if not text else "\n" if kind.endswith("!") else "\n\n"
            kinds.append((len(text), kind.rstrip("!")))
            text += words.replace("\\n", "\n").replace("\\u00a0", "\u00a0")
    return Case(name, text, tuple(kinds), says)


CASES = _cases()


def _read(case: Case, text: str | None = None) -> Article:
    article = from_text(text or case.text, "case.txt", Given(today=TODAY))
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_each_paragraph_is_in_its_part(case: Case) -> None:
    article = _read(case)
    for at, kind in case.kinds:
        (part,) = [p for p in article.parts if p.start <= at < p.end]
        assert (part.kind, case.text[at : at + 40]) == (kind, case.text[at : at + 40])


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_each_article_says_what_it_should(case: Case) -> None:
    article = _read(case)
    published = article.published
    said = {
        "title": article.title or "null",
        "authors": ", ".join(article.authors),
        "publisher": article.publisher or "null",
        "agencies": ", ".join(article.agencies),
        "dateline": article.dateline.place if article.dateline else "null",
        "url": article.url or "null",
        "published": " ".join(
            (published.edtf or "null", published.basis, published.passage.text)
            if published.passage
            else (published.edtf or "null", published.basis)
        ),
    }
    assert {key: said[key] for key in case.says} == case.says


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_windows_line_ends_change_nothing_but_offsets(case: Case) -> None:
    plain, windows = _read(case), _read(case, case.text.replace("\n", "\r\n"))
    assert [p.kind for p in plain.parts] == [p.kind for p in windows.parts]
    assert plain.id == windows.id
    assert (plain.title, plain.authors, plain.agencies) == (
        windows.title,
        windows.authors,
        windows.agencies,
    )
    assert plain.published.edtf == windows.published.edtf


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_passages_are_exact_and_parts_cover_every_line(case: Case) -> None:
    article = _read(case)
    passages = [article.published.passage, article.dateline and article.dateline.passage]
    for passage in filter(None, passages):
        assert article.text[passage.start : passage.end] == passage.text
    covered = "".join(article.text[p.start : p.end] for p in article.parts)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", article.text)
