"""What a correction touches is made anew beside the pages."""

from threading import Event

import pytest

from onrecord.errors import RecordUnavailable
from onrecord.record import Record
from onrecord.web import keeping
from onrecord.web.keeping import Keeping
from tests.cli.linked import told
from tests.fakes import FakeReader

WAIT = 10.0  # seconds, of which none pass


@pytest.fixture
def record(tmp_path):
    with Record.open(tmp_path / "kept.db", FakeReader()) as opened:
        for reading in told():
            opened._store.put(reading)
        opened.link()
        yield opened


def settled(monkeypatch, record):
    """Set once the record has been gathered by somebody."""
    done, gather = Event(), Record.gather

    def watched(self, stop=None):
        made = gather(self, stop)
        done.set()
        return made

    monkeypatch.setattr(Record, "gather", watched)
    return done


def statement(record):
    return next(record.statements()).statement.id


def test_a_correction_is_gathered_by_the_thread_and_lists_hold_it(monkeypatch, record):
    done = settled(monkeypatch, record)
    with Keeping(record):
        record.review.correct(statement(record), "reject", by="Ada")
        assert done.wait(WAIT)
    kept = [utterance.id for utterance in record.utterances()]
    record.link(again=True)
    assert kept == [utterance.id for utterance in record.utterances()]


def test_pages_do_not_wait_for_what_is_being_made_anew(record):
    record.gather_by(lambda: None)  # somebody who never comes
    rejected = statement(record)
    record.review.correct(rejected, "reject", by="Ada")
    reports = [report.statement for each in record.utterances() for report in each.members]
    assert rejected not in reports
    assert record._store.one(lambda on: on.exec_driver_sql("SELECT 1 FROM ungathered").first())


def test_a_record_that_another_process_holds_is_tried_again(monkeypatch, record):
    monkeypatch.setattr(keeping, "PAUSE", 0.0)
    done, tries = Event(), []

    def busy(self, stop=None):
        tries.append(1)
        if len(tries) == 1:
            raise RecordUnavailable("another process is writing to it")
        done.set()
        return 0

    monkeypatch.setattr(Record, "gather", busy)
    with Keeping(record) as kept:
        kept.wake()
        assert done.wait(WAIT)
    assert len(tries) == 2


def test_after_the_room_is_closed_whoever_changes_links_gathers(record):
    with Keeping(record):
        pass
    record.review.correct(statement(record), "reject", by="Ada")
    assert not record._store.one(lambda on: on.exec_driver_sql("SELECT 1 FROM ungathered").first())
