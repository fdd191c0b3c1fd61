import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from onrecord.errors import EntryUnknown, ModelMissing, RecordUnavailable
from onrecord.ingest import File, Given
from onrecord.model import Added, Article, Reading
from onrecord.record import Record
from onrecord.stopping import check
from onrecord.web import adding
from onrecord.web.adding import Adding, Crowded
from onrecord.web.deliveries import plain_names
from tests.fakes import FakeReader

GIVEN = Given(publisher="The Alba Herald")
AROUND = (
    "Bridge to reopen in {month}\n\nThe harbour bridge will stay closed for several months, the "
    "ministry announced.\n\nJana Orlova: it would stay shut until {month} at least.\n"
)


class HeldReader(FakeReader):
    """A reader that reads when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.began, self.go_on = threading.Event(), threading.Event()

    def read(self, article: Article) -> Reading:
        self.began.set()
        assert self.go_on.wait(20)
        return super().read(article)


class LongReader(HeldReader):
    """A reader that looks, while it reads, whether to give up."""

    def read(self, article: Article) -> Reading:
        self.began.set()
        while not self.go_on.wait(0.005):
            check()
        return FakeReader.read(self, article)


def story(month: str) -> File:
    return File(f"{month}.txt", AROUND.format(month=month).encode())


@pytest.fixture
def reader() -> FakeReader:
    return FakeReader()


@pytest.fixture
def record(tmp_path: Path, reader: FakeReader) -> Iterator[Record]:
    with Record.open(tmp_path / "kept.db", reader) as opened:
        yield opened


@contextmanager
def room(record: Record) -> Iterator[Adding]:
    opened = Adding(record, pause=0)
    yield opened
    opened.close()


def test_files_are_put_on_the_record_and_linked(record: Record) -> None:
    with room(record) as opened:
        sent = opened.deliver([story("May"), story("June")], GIVEN, "Ada Marsh")
        assert (sent.stage, sent.by) == ("waiting", "Ada Marsh")
        opened.wait()
        done = opened.delivery(sent.id)
    assert [(each.name, each.outcome) for each in done.files] == [
        ("May.txt", "added"),
        ("June.txt", "added"),
    ]
    assert (done.stage, done.is_over, done.read) == ("done", True, 2)
    assert done.linked
    assert done.linked.articles == 2
    cards = list(record.articles())
    assert [card.id for card in cards] == [each.article for each in done.files]
    assert {(card.input, card.publisher) for card in cards} == {
        ("May.txt", "The Alba Herald"),
        ("June.txt", "The Alba Herald"),
    }
    assert record.unlinked() == 0


def test_what_is_on_the_record_stays_as_it_is(record: Record) -> None:
    with room(record) as opened:
        for _ in range(2):
            sent = opened.deliver([story("May"), story("May")], GIVEN, "Ada Marsh")
            opened.wait()
    outcomes = [each.outcome for each in opened.delivery(sent.id).files]
    assert outcomes == ["unchanged", "unchanged"]
    assert len(list(record.articles())) == 1


def test_bytes_of_any_kind_fail_with_a_reason_and_the_rest_goes_on(record: Record) -> None:
    odd = [
        File("a.bin", bytes(range(256)) * 9),
        File("b.txt", b""),
        File("c.txt", b"\xff" * 4000),
        File("d.pdf", b"%PDF-1.7 and so on"),
        File("e.json", b"{}"),
        File("f.txt", "Der Bürgermeister sagte, die Brücke bleibe geschlossen.".encode() * 9),
        File("g.txt", b"x" * 5_000_001),
        File("h.txt", b"broken: the reader cannot read this one, the ministry said on Monday."),
    ]
    with room(record) as opened:
        sent = opened.deliver([*odd, story("May")], GIVEN, "Ada Marsh")
        opened.wait()
        done = opened.delivery(sent.id)
    assert [each.outcome for each in done.files] == ["failed"] * len(odd) + ["added"]
    assert all(each.reason for each in done.files[:-1])
    assert {each.source for each in record.failures()} == {file.name for file in odd}


def test_a_delivery_waits_its_turn(tmp_path: Path) -> None:
    reader = HeldReader()
    with Record.open(tmp_path / "kept.db", reader) as record, room(record) as opened:
        first = opened.deliver([story("May")], GIVEN, "Ada Marsh")
        second = opened.deliver([story("June")], GIVEN, "Jon Reed")
        assert reader.began.wait(20)
        assert opened.delivery(first.id).files[0].outcome == "reading"
        assert opened.delivery(second.id).stage == "waiting"
        assert (opened.ahead(first.id), opened.ahead(second.id)) == (0, 1)
        assert [each.id for each in opened.deliveries()] == [second.id, first.id]
        reader.go_on.set()
        opened.wait()
        assert [each.stage for each in opened.deliveries()] == ["done", "done"]


def test_the_record_answers_while_an_article_is_read(tmp_path: Path) -> None:
    reader = HeldReader()
    with Record.open(tmp_path / "kept.db", reader) as record, room(record) as opened:
        opened.deliver([story("May")], GIVEN, "Ada Marsh")
        assert reader.began.wait(20)
        assert list(record.articles()) == []
        reader.go_on.set()
        opened.wait()
        assert len(list(record.articles())) == 1


def test_closing_finishes_the_file_in_hand_and_begins_no_other(tmp_path: Path) -> None:
    reader = HeldReader()
    with Record.open(tmp_path / "kept.db", reader) as record:
        opened = Adding(record)
        sent = opened.deliver([story("May"), story("June")], GIVEN, "Ada Marsh")
        assert reader.began.wait(20)
        threading.Timer(0.05, reader.go_on.set).start()
        opened.close()
        done = opened.delivery(sent.id)
        assert [each.outcome for each in done.files] == ["added", "waiting"]
        assert done.stage == "stopped"
        assert len(list(record.articles())) == 1


def test_the_file_in_hand_is_named_with_how_long_it_takes(tmp_path: Path) -> None:
    reader = HeldReader()
    with Record.open(tmp_path / "kept.db", reader) as record, room(record) as opened:
        sent = opened.deliver([story("May"), story("June")], GIVEN, "Ada Marsh")
        assert reader.began.wait(20)
        progress = opened.delivery(sent.id).progress
        assert progress is not None
        assert (progress.name, progress.number, progress.of) == ("May.txt", 1, 2)
        assert 0 <= progress.seconds <= progress.in_all < 20
        reader.go_on.set()
        opened.wait()
        done = opened.delivery(sent.id)
    assert done.progress is None
    assert done.seconds is not None
    assert all(each.seconds is not None for each in done.files)


def test_the_rest_is_given_up_in_the_middle_of_the_file_in_hand(tmp_path: Path) -> None:
    reader = LongReader()
    with Record.open(tmp_path / "kept.db", reader) as record, room(record) as opened:
        reader.go_on.set()
        opened.deliver([story("April")], GIVEN, "Ada Marsh")
        opened.wait()
        reader.go_on.clear()
        reader.began.clear()
        sent = opened.deliver([story("April"), story("May"), story("June")], GIVEN, "Ada Marsh")
        assert reader.began.wait(20)
        behind = opened.deliver([story("July")], GIVEN, "Jon Reed")
        assert opened.delivery(sent.id).is_left
        reader.began.clear()
        assert opened.give_up(sent.id, "Jon Reed").given_up == "Jon Reed"
        assert not opened.delivery(sent.id).is_left
        assert reader.began.wait(20)
        assert opened.delivery(behind.id).stage == "reading"
        reader.go_on.set()
        opened.wait()
        left, done = opened.delivery(sent.id), opened.delivery(behind.id)
        assert [each.outcome for each in left.files] == ["unchanged", "given_up", "given_up"]
        assert (left.stage, left.read, left.count("given_up")) == ("stopped", 1, 2)
        assert "Jon Reed gave up the rest" in (left.said or "")
        assert done.stage == "done"
        assert [card.input for card in record.articles()] == ["April.txt", "July.txt"]
        assert list(record.failures()) == []


def test_what_waits_its_turn_is_given_up_at_once_and_those_behind_move_up(tmp_path: Path) -> None:
    reader = HeldReader()
    with Record.open(tmp_path / "kept.db", reader) as record, room(record) as opened:
        first = opened.deliver([story("May")], GIVEN, "Ada Marsh")
        second, third = (opened.deliver([story(m)], GIVEN, "Jon Reed") for m in ("June", "July"))
        assert reader.began.wait(20)
        assert opened.ahead(third.id) == 2
        assert opened.give_up(second.id, "Ada Marsh").is_over
        assert opened.ahead(third.id) == 1
        assert opened.give_up(second.id, "Jon Reed").given_up == "Ada Marsh"
        reader.go_on.set()
        opened.wait()
        stages = [opened.delivery(each.id).stage for each in (first, second, third)]
        assert stages == ["done", "stopped", "done"]
        assert opened.give_up(third.id, "Ada Marsh").stage == "done"
        assert [card.input for card in record.articles()] == ["May.txt", "July.txt"]
        with pytest.raises(EntryUnknown):
            opened.give_up("add_0", "Ada Marsh")


def test_closing_leaves_a_file_that_takes_too_long_and_says_what_was_not_read(
    tmp_path: Path,
) -> None:
    reader = LongReader()
    with Record.open(tmp_path / "kept.db", reader) as record:
        opened = Adding(record)
        sent = opened.deliver([story("May"), story("June")], GIVEN, "Ada Marsh")
        opened.deliver([story("July")], GIVEN, "Jon Reed")
        assert reader.began.wait(20)
        opened.close(grace=0)
        assert opened.unread() == ("May.txt", "June.txt", "July.txt")
        assert opened.delivery(sent.id).stage == "stopped"
        assert list(record.articles()) == []


def failing(times: int, error: Exception, then: Callable[..., Added]) -> Callable[..., Added]:
    left = [error] * times

    def add(*sources: File, **known: Given) -> Added:
        if left:
            raise left.pop()
        return then(*sources, **known)

    return add


def test_another_process_that_writes_is_waited_for(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = RecordUnavailable("another process is writing to it")
    monkeypatch.setattr(record, "add", failing(3, busy, record.add))
    with room(record) as opened:
        sent = opened.deliver([story("May")], GIVEN, "Ada Marsh")
        opened.wait()
        done = opened.delivery(sent.id)
    assert (done.stage, done.said, done.files[0].outcome) == ("done", None, "added")


def test_what_nothing_helps_against_stops_the_delivery_and_is_said(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = ModelMissing("the network is not there")
    monkeypatch.setattr(record, "add", failing(1, gone, record.add))
    with room(record) as opened:
        sent = opened.deliver([story("May")], GIVEN, "Ada Marsh")
        opened.wait()
        stopped = opened.delivery(sent.id)
        assert (stopped.stage, stopped.said) == ("stopped", "the network is not there")
        again = opened.deliver([story("May")], GIVEN, "Ada Marsh")
        opened.wait()
        assert opened.delivery(again.id).stage == "done"


def test_a_fault_costs_one_file_only(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "add", failing(1, ZeroDivisionError(), record.add))
    with room(record) as opened:
        sent = opened.deliver([story("May"), story("June")], GIVEN, "Ada Marsh")
        opened.wait()
        done = opened.delivery(sent.id)
    assert [each.outcome for each in done.files] == ["failed", "added"]
    assert "ZeroDivisionError" in (done.files[0].reason or "")


def test_a_fault_of_linking_is_said(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "link", lambda: 1 // 0)
    with room(record) as opened:
        sent = opened.deliver([story("May")], GIVEN, "Ada Marsh")
        opened.wait()
        done = opened.delivery(sent.id)
    assert (done.stage, done.files[0].outcome) == ("stopped", "added")
    assert "ZeroDivisionError" in (done.said or "")


def test_no_more_is_taken_in_than_there_is_room_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MOST_WAITING", 500)
    reader = HeldReader()
    with Record.open(tmp_path / "kept.db", reader) as record, room(record) as opened:
        opened.deliver([story("May")], GIVEN, "Ada Marsh")
        with pytest.raises(Crowded):
            opened.deliver([File("big.txt", b"x" * 400)], GIVEN, "Ada Marsh")
        reader.go_on.set()
        opened.wait()
        opened.deliver([File("big.txt", b"x" * 400)], GIVEN, "Ada Marsh")


def test_old_deliveries_are_forgotten(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "REMEMBERED", 2)
    with room(record) as opened:
        ids = []
        for _ in range(4):
            ids.append(opened.deliver([story("May")], GIVEN, "Ada Marsh").id)
            opened.wait()
        assert [each.id for each in opened.deliveries()] == [ids[3], ids[2]]
        with pytest.raises(EntryUnknown):
            opened.delivery(ids[0])


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("report.txt", "report.txt"),
        ("/tmp/x/../report.txt", "report.txt"),
        ("C:\\Users\\ada\\report.txt", "report.txt"),
        ("a\x00b\r\nc\u202egpj.txt", "a b c gpj.txt"),
        ("\ud800.txt", ".txt"),
        ("", "a file without a name"),
        ("folder/", "a file without a name"),
        ("x" * 500 + ".txt", "x" * 116 + ".txt"),
        ("<script>.html", "<script>.html"),
    ],
)
def test_a_file_keeps_its_own_name_without_folders_and_odd_letters(sent: str, kept: str) -> None:
    assert plain_names([sent]) == [kept]


def test_two_files_of_one_name_are_told_apart() -> None:
    assert plain_names(["a/x.txt", "b/x.txt", "x.txt"]) == ["x.txt", "x.txt (2)", "x.txt (3)"]
