"""What one article alone reports, in the order of the record and by its wording."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.across import Together, Utterance
from onrecord.linker.utterances import utterance
from onrecord.record import Record
from tests.cli.linked import told
from tests.dam import dam
from tests.fakes import FakeReader
from tests.web.press import press

WORDINGS = ("verbatim", "altered", "paraphrased")


@pytest.fixture(scope="module", params=["linked", "in part", "not at all"])
def record(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Record]:
    """A record whose articles are linked, linked in part, or not."""
    where: Path = tmp_path_factory.mktemp("unshared") / "some.db"
    with Record.open(where, FakeReader()) as opened:
        for reading in (*told(), dam()):
            opened._store.put(reading)
        if request.param != "not at all":
            opened.link()
        for reading in press() if request.param != "linked" else ():
            opened._store.put(reading)
        yield opened


def singly(record: Record, **question: object) -> list[Utterance]:
    found = record.utterances(every=True, **question)  # type: ignore[arg-type]
    return [each for each in found if len(each.members) == 1]


def test_each_is_told_as_if_it_had_been_put_together(record: Record) -> None:
    found = singly(record)
    assert found
    for each in found:
        spoken = next(s for s in record.statements() if s.statement.id == each.members[0].statement)
        made = utterance(Together(each.id, (spoken,), (spoken.article.id,)))
        assert each == made
        assert record.utterance(each.id) == made


def test_every_statement_is_in_one_utterance(record: Record) -> None:
    said = [m.statement for each in record.utterances(every=True) for m in each.members]
    assert sorted(said) == sorted(each.statement.id for each in record.statements())


@pytest.mark.parametrize("asked", [{}, {"by": "Orlova"}, {"text": "bridge"}, {"manner": "mixed"}])
def test_a_wording_has_those_whose_report_has_it_and_as_many_are_counted(
    record: Record, asked: dict[str, str]
) -> None:
    every = singly(record, **asked)
    for wording in WORDINGS:
        own = [each for each in every if each.members[0].wording == wording]
        assert singly(record, wording=wording, **asked) == own
        whole = list(record.utterances(every=True, wording=wording, **asked))
        counted = record.search.count_across("utterances", every=True, wording=wording, **asked)
        assert counted == len(whole)


@pytest.mark.parametrize("wording", [None, "verbatim", "paraphrased"])
def test_pages_put_together_are_the_whole(record: Record, wording: str | None) -> None:
    asked = {"every": True, "wording": wording}
    whole = list(record.utterances(**asked))  # type: ignore[arg-type]
    pages = [
        list(record.utterances(start=start, limit=3, **asked))  # type: ignore[arg-type]
        for start in range(0, len(whole) + 3, 3)
    ]
    assert [each for page in pages for each in page] == whole
