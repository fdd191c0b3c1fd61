import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord import intake
from onrecord.errors import (
    ModelMissing,
    QuestionInvalid,
    RecordUnavailable,
    UnreadableArticle,
)
from onrecord.model import Added, Article, Failure, Question, Reading
from onrecord.record import CHUNK, Record
from tests.dam import dam
from tests.fakes import FakeReader, article_of

REAL_INGEST = intake.ingested
ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def ingest(monkeypatch):
    """Sources are articles themselves; one that begins with ``!`` is a failure."""

    def fake(sources, given):
        for source in sources:
            failed = source.startswith("!")
            yield Failure(source, "ingest", source[1:]) if failed else article_of(source)

    monkeypatch.setattr(intake, "ingested", fake)


@pytest.fixture
def reader():
    return FakeReader()


@pytest.fixture
def where(tmp_path):
    return tmp_path / "onrecord.db"


@pytest.fixture
def opened(where, reader):
    with Record.open(where, reader) as each:
        yield each


def dump(where):
    with sqlite3.connect(where) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def id_of(text):
    return article_of(text).id


def test_articles_are_added_in_order(opened):
    texts = [f"Ann: number {n}" for n in range(3)]
    assert opened.add(*texts) == Added(added=tuple(map(id_of, texts)))
    assert [s.statement.content[0].text for s in opened.statements(by="ann")] == [
        f"number {n}" for n in range(3)
    ]
    assert [card.id for card in opened.articles()] == [*map(id_of, texts)]
    assert [voice.entity.name for voice in opened.voices(limit=2)] == ["Ann", "Ann"]
    assert opened.reading(id_of(texts[1])).article.text == texts[1]
    assert [reading.article.text for reading in opened.readings()] == texts


def test_adding_the_same_articles_twice_changes_nothing(opened, where, reader, monkeypatch):
    opened.add("Ann: one", "Ben: two")
    before, seen = dump(where), list(reader.seen)
    monkeypatch.setattr("onrecord.store.writer.now", lambda: "2099-01-01T00:00:00+00:00")
    again = opened.add("Ben: two", "Ann: one")
    assert again == Added(unchanged=(id_of("Ben: two"), id_of("Ann: one")))
    assert dump(where) == before
    assert reader.seen == seen


def test_the_same_article_twice_in_one_run_is_read_once(opened, reader):
    done = opened.add("Ann: one", "Ann: one", "Ann: one")
    assert done == Added(added=(id_of("Ann: one"),), unchanged=(id_of("Ann: one"),) * 2)
    assert len(reader.seen) == 1


def test_known_articles_do_not_load_the_network(where, reader, monkeypatch):
    with Record.open(where, reader) as opened:
        opened.add("Ann: one")
    monkeypatch.setattr(intake, "reader", lambda: pytest.fail("the network was loaded"))
    with Record.open(where) as opened:
        assert opened.add("Ann: one", "!empty").unchanged == (id_of("Ann: one"),)
        assert len(list(opened.statements())) == 1


def test_each_is_called_for_every_article_and_failure(opened):
    calls = []
    opened.add("Ann: one", each=calls.append)
    opened.add("Ann: one", "!binary", "Ben: two", "Ben: broken", each=calls.append)
    assert [c.text if isinstance(c, Article) else c.reason for c in calls] == [
        "Ann: one",
        "Ann: one",
        "binary",
        "Ben: two",
        "the reader failed: ValueError: no such luck",
    ]


def test_a_bad_article_fails_alone_and_the_run_goes_on(opened):
    texts = [f"Ann: number {n}" for n in range(2 * CHUNK + 3)]
    texts[5] = "Ann: broken"
    done = opened.add(*texts)
    failure = Failure(
        article_of(texts[5]).input, "reader", "the reader failed: ValueError: no such luck"
    )
    assert done.failures == (failure,)
    assert list(opened.failures()) == [failure]
    assert list(done.added) == [id_of(t) for t in texts if t != "Ann: broken"]


def test_the_record_is_no_bad_article(opened, where, monkeypatch):
    sources = [f"{where}{ending}" for ending in ("", "-wal", "-shm", ".bak")]
    failures = [Failure(source, "ingest", "a database") for source in sources]
    monkeypatch.setattr(intake, "ingested", lambda sources, given: iter(failures))
    assert opened.add(".").failures == (failures[-1],)


def test_a_failure_goes_when_its_source_succeeds(opened, monkeypatch):
    opened.add("Ann: broken")
    assert len(list(opened.failures())) == 1
    monkeypatch.setattr(FakeReader, "read", lambda self, article: Reading(self.name, article))
    assert len(opened.add("Ann: broken").added) == 1
    assert list(opened.failures()) == []


def test_an_article_json_cannot_hold_is_a_failure_of_the_store(opened):
    done = opened.add("Ann: \ud83c\udf0d", "Ben: two")
    assert [(f.stage, f.reason) for f in done.failures] == [
        ("store", "the text holds a character split into two UTF-16 halves")
    ]
    assert done.added == (id_of("Ben: two"),)


def test_hostile_text_comes_back_as_it_was(opened):
    text = "Ann\x00: nul \x00 half \udc00 \u202e \u2028 line\n'; DROP TABLE articles; --: x"
    assert opened.add(text).added
    assert opened.reading(id_of(text)).article.text == text


def test_a_reader_that_returns_too_few_readings_loses_nothing(opened, reader, monkeypatch):
    monkeypatch.setattr(FakeReader, "readings", lambda self, articles: map(self.read, articles[:1]))
    assert len(opened.add("Ann: one", "Ann: two", "Ann: three").added) == 3


def test_a_reading_of_another_article_is_not_taken(opened, monkeypatch):
    monkeypatch.setattr(
        FakeReader, "read", lambda self, article: Reading(self.name, article_of("Eve: other"))
    )
    (failure,) = opened.add("Ann: one").failures
    assert "came back for" in failure.reason
    assert list(opened.articles()) == []


def test_a_missing_model_stops_the_run_with_its_reason(opened, monkeypatch):
    def missing(self, article):
        raise ModelMissing("no weights")

    monkeypatch.setattr(FakeReader, "read", missing)
    with pytest.raises(ModelMissing):
        opened.add("Ann: one")


def test_reread_reads_again_what_another_reader_read(where):
    texts = [f"Ann: number {n}" for n in range(CHUNK + 2)]
    with Record.open(where, FakeReader("old")) as opened:
        opened.add(*texts)
    with Record.open(where, FakeReader("new")) as opened:
        calls = []
        assert opened.reread(each=calls.append) == Added(added=tuple(map(id_of, texts)))
        assert len(calls) == len(texts)
        assert {card.reader for card in opened.articles()} == {"new"}
        assert [card.id for card in opened.articles()] == [*map(id_of, texts)]
        assert len(list(opened.statements())) == len(texts)
        assert opened.reread() == Added()


def test_a_reread_that_fails_keeps_the_old_reading(where, monkeypatch):
    with Record.open(where, FakeReader("old")) as opened:
        opened.add("Ann: one", "Ann: two")

    def read(self, article):
        if "one" in article.text:
            raise ValueError("worse than before")
        return Reading(self.name, article)

    monkeypatch.setattr(FakeReader, "read", read)
    with Record.open(where, FakeReader("new")) as opened:
        done = opened.reread()
        assert done.added == (id_of("Ann: two"),)
        assert [f.stage for f in done.failures] == ["reader"]
        assert [card.reader for card in opened.articles()] == ["old", "new"]
        assert [s.statement.content[0].text for s in opened.statements()] == ["one"]


def test_a_question_must_be_made_of_known_fields(opened):
    with pytest.raises(TypeError):
        opened.statements(speaker="Kirby")
    assert list(opened.statements(**dict.fromkeys(Question.__slots__))) == []


def test_without_create_there_must_be_a_record(where):
    with pytest.raises(RecordUnavailable, match="there is no record"):
        Record.open(where, create=False)


def test_readings_come_without_keeping_in_the_order_given(reader):
    sources = ["Ann: one", "!empty", "Ann: broken", "Ben: two"]
    outcomes = list(intake.readings(sources, by=reader))
    assert [o.article.text if isinstance(o, Reading) else o.stage for o in outcomes] == [
        "Ann: one",
        "ingest",
        "reader",
        "Ben: two",
    ]


# Killed for real: a run in another process that waits before each article and each commit.


class Run:
    """A run in another process, let on one step at a time."""

    def __init__(self, where, count):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.slow_run", str(where), str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def step(self):
        """Let it on, and wait for what it says it does next."""
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return self.heard()

    def heard(self):
        return self.process.stdout.readline().strip()

    def until(self, steps):
        """The run, stopped before its step of that number."""
        heard = [self.heard()]
        while heard[-1] and len(heard) < steps:
            heard.append(self.step())
        return heard[-1]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()
        return self.process.returncode

    def finish(self):
        heard = self.heard()
        while heard and not heard.startswith("done"):
            heard = self.step()
        return heard


@pytest.fixture
def started(where):
    """Starts runs; none is left behind, however the test ends."""
    runs = []
    yield lambda count: runs.append(Run(where, count)) or runs[-1]
    for run in runs:
        run.kill()


@pytest.mark.parametrize(
    ("steps", "doing", "kept"),
    [(1, "reading", 0), (2, "committing", 0), (5, "reading", 2), (6, "committing", 2)],
)
def test_a_killed_run_loses_the_article_in_hand_and_goes_on_from_there(
    where, started, steps, doing, kept
):
    run = started(4)
    assert run.until(steps) == doing
    assert run.kill() == -signal.SIGKILL
    with Record.open(where, create=False) as opened:
        assert [card.statements for card in opened.articles()] == [1] * kept
        assert len(list(opened.statements())) == kept
    assert started(4).finish() == f"done {4 - kept} {kept}"
    with Record.open(where) as opened:
        contents = [s.statement.content[0].text for s in opened.statements()]
    assert contents == [f"number {n}" for n in range(4)]


def test_a_record_can_be_read_and_a_writer_is_told_while_another_process_writes(
    where, reader, started
):
    run = started(2)
    assert run.until(4) == "committing"
    with Record.open(where, reader, patience=0.1) as opened:
        assert len(list(opened.statements())) == 1
        with pytest.raises(RecordUnavailable, match="another process is writing"):
            opened.add("Eve: three")


# The names onrecord gives at its front door.


def test_all_names_are_there_and_sorted():
    assert sorted(onrecord.__all__) == onrecord.__all__
    for name in onrecord.__all__:
        assert getattr(onrecord, name)
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError):
        onrecord.unheard_of  # noqa: B018


def test_the_version_is_that_of_the_project():
    assert f'version = "{onrecord.__version__}"' in (ROOT / "pyproject.toml").read_text()


def test_importing_onrecord_imports_nothing_heavy():
    script = (
        "import sys, onrecord, onrecord.record; onrecord.Statement; "
        "heavy = {'sqlalchemy', 'spacy', 'onnxruntime', 'trafilatura', 'numpy', 'rich'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]"


def test_open_makes_a_record(where):
    with onrecord.open(where) as opened:
        assert list(opened.articles()) == []
    assert where.exists()


def test_read_takes_a_text_or_the_file_of_that_name(monkeypatch, reader, tmp_path):
    monkeypatch.setattr(intake, "reader", lambda: reader)
    monkeypatch.setattr(intake, "_from_text", lambda text, given: article_of(text, input="text"))
    monkeypatch.setattr(
        intake, "ingested", lambda sources, given: iter([article_of(Path(sources[0]).read_text())])
    )
    file = tmp_path / "one.txt"
    file.write_text("Ann: one")
    for given in (file, str(file), "Ann: one"):
        assert onrecord.read(given).statements[0].content[0].text == "one"
    for text in ("Ann: " + "long " * 5000, "Ann: nul\x00"):
        assert onrecord.read(text).article.text == text


def test_read_says_why_an_article_cannot_be_read(monkeypatch, tmp_path):
    monkeypatch.setattr(
        intake, "_from_text", lambda text, given: Failure("text", "ingest", "empty")
    )
    with pytest.raises(UnreadableArticle, match="empty"):
        onrecord.read("")
    with pytest.raises(UnreadableArticle, match="it is a folder"):
        onrecord.read(tmp_path)


# With the real ingest.

STORY = (
    "The mayor of Port Alba said on Monday that the old bridge over the river would reopen in May."
    "\n\nEngineers have been repairing it since a storm closed it last winter, and the council "
    "met twice.\n"
)


def test_files_and_folders_are_added_and_bad_ones_fail(monkeypatch, opened, tmp_path):
    monkeypatch.setattr(intake, "ingested", REAL_INGEST)
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY)
    (folder / "same.txt").write_text(STORY)
    (folder / "two.txt").write_text(f"{STORY}\nThe council agreed.\n")
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    done = opened.add(folder)
    assert (len(done.added), len(done.unchanged), len(done.failures)) == (2, 1, 1)
    assert [f.source for f in opened.failures()] == [str(folder / "bad.txt")]
    assert opened.reading(done.added[0]).article.text == STORY
    assert len(list(opened.articles(text="council agreed"))) == 1
    (folder / "bad.txt").write_text(f"{STORY}\nIt was bad.\n")
    assert len(opened.add(folder).added) == 1
    assert list(opened.failures()) == []


def test_the_text_itself_can_be_read(monkeypatch, reader):
    monkeypatch.setattr(intake, "reader", lambda: reader)
    assert onrecord.read(STORY).article.text == STORY
    with pytest.raises(UnreadableArticle, match="text"):
        onrecord.read("")


def test_events_figures_and_the_timeline_are_asked_like_everything_else(tmp_path):
    with Record.open(tmp_path / "onrecord.db") as record:
        record._store.put(dam())
        assert len(list(record.events(actor="Kestria", status=["possible", "ongoing"]))) == 2
        assert [h.chain for h in record.timeline(own_voice=False)] == [
            ("The Alba Herald", "Meravian officials")
        ]
        assert [c.figure.value for c in record.figures(measure="vote")] == ["14-0"]
        assert record.undated("events", since="2023") == 4
        with pytest.raises(QuestionInvalid, match="no date"):
            list(record.timeline(since="soon"))
