"""What a correction touches is made anew beside the pages."""

from collections.abc import Iterator
from threading import Event

import pytest
from starlette.testclient import TestClient

from onrecord.errors import RecordUnavailable
from onrecord.record import Record
from onrecord.web import keeping
from onrecord.web.app import application
from onrecord.web.keeping import Keeping
from tests.blank import holding
from tests.cli.linked import told
from tests.fakes import FakeReader

WAIT = 10.0  # seconds, of which none pass


@pytest.fixture
def record(tmp_path):
    with Record.open(holding(tmp_path / "kept.db", *told(), link=True), FakeReader()) as opened:
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


def shown(record, *settling: bool) -> str:
    """The page of a person, with what is said of settling each time it is asked for."""
    said: Iterator[bool] = iter(settling)
    room = TestClient(application(record, settling=lambda: next(said, False)))
    return room.get(f"/entity/{record.entity('Jana Orlova').id}").text


@pytest.mark.parametrize("settling", [(True,), (False, True), (True, True)])
def test_a_page_says_that_sums_are_brought_up_to_date_where_they_were_at_any_time(record, settling):
    assert "are being brought up to date" in shown(record, *settling)


def test_a_page_of_which_nothing_was_being_made_anew_says_nothing_of_it(record):
    assert "brought up to date" not in shown(record)


def test_what_changes_while_something_is_made_anew_is_still_to_be_made(monkeypatch, record):
    begun, going_on, again = Event(), Event(), Event()
    seen: list[bool] = []

    def slow(self, stop=None):
        (again if begun.is_set() else begun).set()
        assert going_on.wait(WAIT)
        return 0

    monkeypatch.setattr(Record, "gather", slow)
    monkeypatch.setattr(keeping, "sum_up", lambda *_: seen.append(kept.is_busy))
    with Keeping(record) as kept:
        kept.wake()
        assert begun.wait(WAIT)
        kept.wake()
        assert kept.is_busy
        going_on.set()
        assert again.wait(WAIT)
    assert seen[0]


def test_closing_waits_for_nothing_that_takes_long_and_tells_what_is_left(monkeypatch, record):
    monkeypatch.setattr(keeping, "GRACE", 0.0)
    begun, going_on = Event(), Event()

    def slow(self, stop=None):
        begun.set()
        assert going_on.wait(WAIT)
        return 0

    with monkeypatch.context() as slowly:
        slowly.setattr(Record, "gather", slow)
        with Keeping(record) as kept:
            record.review.correct(statement(record), "reject", by="Ada")
            assert begun.wait(WAIT)
        assert kept.is_left
        going_on.set()
        kept.wait(WAIT)
    # what is to be made anew is on record as such
    assert record._store.one(lambda on: on.exec_driver_sql("SELECT 1 FROM ungathered").first())


def test_closing_a_room_in_which_nothing_changed_leaves_nothing(record):
    with Keeping(record) as kept:
        pass
    assert not kept.is_left
