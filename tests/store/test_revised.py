"""What is made of a record in memory stands until something changes that it was made of."""

import pytest

from onrecord.record import Record
from tests.cli.linked import told
from tests.fakes import FakeReader

ADA = {"by": "Ada", "why": "a test"}


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "told.db", FakeReader()) as opened:
        for reading in told():
            opened._store.put(reading)
        opened.link()
        yield opened


def first(record):
    return next(record.statements()).statement.id


def sums(record):
    """What pages sum up; the same objects as long as they are not made anew."""
    search = record.search
    somebody = next(search.directory()).id
    asked = search.summary, search.publishers, search.relaying, lambda: search.portrait(somebody)
    return [ask() for ask in asked]


def are_kept(record, change):
    before = sums(record)
    change()
    return all(one is other for one, other in zip(before, sums(record), strict=True))


def test_what_is_picked_leaves_sums_as_they_are(record):
    assert are_kept(record, lambda: record.dossiers.pick(first(record), into="Bridge", by="Ada"))
    assert are_kept(record, lambda: record.dossiers.drop("Bridge"))


def test_what_is_confirmed_leaves_sums_as_they_are_and_is_counted(record):
    def reviewed(listed="statements"):
        facets = record.search.facets(listed)
        return [f.values for f in facets if f.field == "reviewed"]

    assert (record.search.count("statements", reviewed="confirmed"), reviewed()) == (0, [])
    said = []
    assert are_kept(
        record, lambda: said.append(record.review.correct(first(record), "confirm", **ADA))
    )
    assert record.search.count("statements", reviewed="confirmed") == 1
    assert [[each.count for each in values] for values in reviewed()] == [[6, 1]]
    assert are_kept(record, lambda: record.review.undo(said[0].id, **ADA))
    assert (record.search.count("statements", reviewed="confirmed"), reviewed()) == (0, [])


def test_what_is_confirmed_has_nothing_made_anew(record):
    record.gather_by(lambda: None)
    record.review.correct(first(record), "confirm", **ADA)
    assert record.gather() == 0


CHANGES = {
    "rejected": lambda record: record.review.correct(first(record), "reject", **ADA),
    "another source": lambda record: record.review.correct(
        first(record), "source", source=None, **ADA
    ),
    "judged": lambda record: record.judge(*people(record), "different", **ADA),
    "withdrawn": lambda record: record.withdraw(next(record.links()).id, **ADA),
    "added": lambda record: record.add("a story.txt"),
    "linked anew": lambda record: record.link(again=True),
}


def people(record):
    named = [each.entity.id for each in record.voices() if "Jana" in each.entity.name]
    return named[0], named[-1]


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_sums_has_them_made_anew(record, tmp_path, monkeypatch, what):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a story.txt").write_text('The mayor of Port Alba said: "It rains."')
    before = sums(record)
    CHANGES[what](record)
    after = sums(record)
    assert not any(one is other for one, other in zip(before, after, strict=True) if one)
    with Record.open(tmp_path / "told.db", FakeReader()) as opened:
        assert sums(opened) == after
