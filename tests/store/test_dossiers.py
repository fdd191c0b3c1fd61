import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from onrecord.dossiers import entry
from onrecord.errors import DossierInvalid, EntryUnknown
from onrecord.model import Counted, Happened, Spoken
from onrecord.record import Record
from onrecord.store import dossier_schema
from onrecord.store.dossier_titles import LONGEST_NAME, LONGEST_NOTE
from onrecord.store.store import Store
from tests.dam import dam
from tests.fakes import FakeReader, example_reading


@pytest.fixture
def record(where):
    with closing(Store.open(where)) as store:
        store.put(dam())
        store.put(example_reading("fake/1"))
    with Record.open(where, Later()) as opened:
        yield opened


class Later(FakeReader):
    """A later reader, which no longer sees that the dam was shelled."""

    def __init__(self, name="0.3.0+def"):
        super().__init__(name)

    def read(self, article):
        whole = dam(self.name)
        if article.id != whole.article.id:
            return example_reading(self.name)
        return replace(whole, events=whole.events[1:])


class Renaming(Later):
    """A later reader that gives the same words other ids, and cuts them a little otherwise."""

    def read(self, article):
        whole = dam(self.name)
        if article.id != whole.article.id:
            return example_reading(self.name)
        shelled, *others = whole.events
        words = shelled.trigger
        wider = replace(words, end=words.end + 1, text=article.text[words.start : words.end + 1])
        return replace(whole, events=(replace(shelled, id="eve_new", trigger=wider), *others))


def filled(record, name="The dam"):
    for id in (record_statement(record), "eve_shelled", "fig_killed"):
        record.dossiers.pick(id, name, by="Ada Marsh")
    return record.dossiers.named(name)


def record_statement(record):
    return next(record.statements(by="Petra Lindholt")).statement.id


def entries(record, name="The dam"):
    return [line.entry for line in record.dossiers.named(name).lines]


def test_an_entry_is_picked_with_its_article_its_passage_and_who_picked_it(record):
    line = record.dossiers.pick("fig_killed", "The dam", by="Ada Marsh", note="Ask the hospital")
    assert (line.dossier, line.number, line.kind, line.entry) == (
        "The dam", 1, "figure", "fig_killed",
    )  # fmt: skip
    assert (line.by, line.note, line.gone, line.corrections) == (
        "Ada Marsh", "Ask the hospital", False, (),
    )  # fmt: skip
    assert line.picked == next(record.figures(measure="killed"))
    assert line.at[:2] == "20"
    assert record.dossiers.named("The dam").lines == (line,)


def test_statements_events_and_figures_stand_in_the_order_in_which_they_were_picked(record):
    lines = filled(record).lines
    assert [type(line.picked) for line in lines] == [Spoken, Happened, Counted]
    assert [line.number for line in lines] == [1, 2, 3]
    assert [entry(line.picked) for line in lines] == [line.entry for line in lines]


def test_the_beginning_of_an_id_is_enough(record):
    assert record.dossiers.pick("eve_she", "The dam", by="Ada").entry == "eve_shelled"


def test_what_is_picked_again_stays_in_its_place_and_gets_the_new_note(record):
    filled(record)
    record.dossiers.pick("eve_shelled", "The dam", by="Bo", note="first")
    line = record.dossiers.pick("eve_shelled", "The dam", by="Bo")
    assert (line.number, line.by, line.note) == (2, "Ada Marsh", "first")
    assert len(record.dossiers.named("The dam").lines) == 3


def test_dossiers_are_listed_with_how_many_lines_they_have(record):
    filled(record)
    filled(record, "Gates")
    record.dossiers.unpick("fig_killed", "Gates")
    listed = {folder.name: folder.lines for folder in record.dossiers.all()}
    assert listed == {"Gates": 2, "The dam": 3}


def test_a_name_is_the_same_whatever_its_case_and_its_blanks(record):
    filled(record, "The  Dam ")
    record.dossiers.pick("fig_vote", "the dam", by="Ada")
    assert [folder.name for folder in record.dossiers.all()] == ["The Dam"]
    assert len(record.dossiers.named("THE DAM").lines) == 4


def test_a_line_is_taken_off_and_the_others_close_up(record):
    filled(record)
    record.dossiers.unpick("eve_shelled", "The dam")
    assert [line.number for line in record.dossiers.named("The dam").lines] == [1, 2]
    assert "eve_shelled" not in entries(record)
    assert len(list(record.events(action="ASSAULT"))) == 2


@pytest.mark.parametrize(
    ("to", "order"), [(1, "213"), (2, "123"), (3, "132"), (99, "132"), (-5, "213")]
)
def test_a_line_is_moved_to_a_place_and_beyond_the_ends_is_at_the_end(record, to, order):
    before = [line.entry for line in filled(record).lines]
    record.dossiers.move("eve_shelled", "The dam", to)
    assert entries(record) == [before[int(place) - 1] for place in order]


def test_a_note_is_written_replaced_and_taken_away(record):
    filled(record)
    for note, kept in (("one", "one"), (" two\r\nlines ", "two\nlines"), ("  ", None)):
        record.dossiers.note("fig_killed", "The dam", note)
        assert record.dossiers.named("The dam").lines[2].note == kept


def test_a_dossier_gets_another_name_that_no_other_has(record):
    filled(record)
    filled(record, "Gates")
    record.dossiers.rename("Gates", "GATES")
    with pytest.raises(DossierInvalid, match="there is a dossier “The dam” already"):
        record.dossiers.rename("gates", "the DAM")
    assert {folder.name for folder in record.dossiers.all()} == {"GATES", "The dam"}


def test_a_dossier_that_is_thrown_away_leaves_its_entries_on_the_record(record, where):
    filled(record)
    record.dossiers.drop("The dam")
    assert record.dossiers.all() == ()
    assert len(list(record.figures(measure="killed"))) == 1
    with closing(sqlite3.connect(where)) as plain:
        assert plain.execute("SELECT count(*) FROM dossier_lines").fetchone() == (0,)


def test_an_entry_that_is_gone_after_reading_again_is_shown_as_it_was(record):
    before = filled(record).lines
    record.reread()
    after = record.dossiers.named("The dam").lines
    assert [line.gone for line in after] == [False, True, False]
    assert after[1].picked == before[1].picked
    assert after[2].picked.article.reader == "0.3.0+def"


def test_an_entry_that_is_gone_can_still_be_noted_moved_and_taken_off(record):
    filled(record)
    record.reread()
    record.dossiers.note("eve_shelled", "The dam", "it was there")
    record.dossiers.move("eve_shelled", "The dam", 1)
    line = record.dossiers.named("The dam").lines[0]
    assert (line.entry, line.note, line.gone) == ("eve_shelled", "it was there", True)
    record.dossiers.unpick("eve_shelled", "The dam")
    assert "eve_shelled" not in entries(record)


@pytest.fixture
def read_anew(record, where):
    """The record after a reader that gives the entry of the second line another id."""
    filled(record)
    record.close()
    with Record.open(where, Renaming()) as again:
        again.reread()
        yield again


def test_an_entry_that_got_another_id_is_found_again_by_its_words(read_anew):
    line = read_anew.dossiers.named("The dam").lines[1]
    assert (line.entry, line.gone, line.number, line.by) == ("eve_new", False, 2, "Ada Marsh")
    assert line.picked.article.reader == "0.3.0+def"
    assert "eve_new" in read_anew.dossiers.picked("The dam")


def test_an_entry_found_again_is_in_the_dossier_under_its_new_id(read_anew):
    assert read_anew.dossiers.pick("eve_new", "The dam", by="Bo").number == 2
    read_anew.dossiers.note("eve_new", "The dam", "still there")
    assert read_anew.dossiers.named("The dam").lines[1].note == "still there"
    read_anew.dossiers.unpick("eve_new", "The dam")
    assert len(entries(read_anew)) == 2


def test_an_entry_found_again_and_gone_later_keeps_its_line(read_anew, where):
    read_anew.close()
    with Record.open(where, Later("0.4.0+ghi")) as again:
        again.reread()
        line = again.dossiers.named("The dam").lines[1]
        assert (line.entry, line.gone) == ("eve_new", True)
        again.dossiers.unpick("eve_new", "The dam")


def test_a_rejected_entry_is_shown_as_it_was_with_who_rejected_it(record):
    filled(record)
    record.review.correct("eve_shelled", "reject", by="Bo", why="a drill")
    line = record.dossiers.named("The dam").lines[1]
    assert line.gone
    assert [(each.kind, each.by, each.why) for each in line.corrections] == [
        ("reject", "Bo", "a drill")
    ]


def test_a_confirmed_entry_says_who_confirmed_it(record):
    filled(record)
    record.review.correct("fig_killed", "confirm", by="Bo")
    line = record.dossiers.named("The dam").lines[2]
    assert (line.gone, [each.kind for each in line.corrections]) == (False, ["confirm"])


@pytest.mark.parametrize(
    "name",
    ["", "  ", "a/b", "a\\b", ".", "..", ".dam", "dam.", "dam.JSON", "dam.docx", "a\x00b",
     "a\u202eb", "a\ud800b", "x" * (LONGEST_NAME + 1)],
)  # fmt: skip
def test_what_cannot_be_an_address_or_a_file_is_no_name(record, name):
    with pytest.raises(DossierInvalid):
        record.dossiers.pick("fig_killed", name, by="Ada")
    assert record.dossiers.all() == ()


@pytest.mark.parametrize("name", ["Dam & gates?", "100% #1", "Ünïcode 山", "v1.2", "“quoted”"])
def test_any_other_words_are_a_name(record, name):
    record.dossiers.pick("fig_killed", name, by="Ada")
    assert record.dossiers.named(name).name == name


def test_whoever_picks_says_who_they_are(record):
    with pytest.raises(DossierInvalid, match="who picks"):
        record.dossiers.pick("fig_killed", "The dam", by=" ")


def test_a_note_is_no_book(record):
    with pytest.raises(DossierInvalid, match="shorten it"):
        record.dossiers.pick("fig_killed", "The dam", by="Ada", note="x" * (LONGEST_NOTE + 1))


@pytest.mark.parametrize("id", ["art_70c750c02ce5a8bc", "ent_2"])
def test_only_statements_events_and_figures_are_picked(record, id):
    with pytest.raises(DossierInvalid, match="no statement, event or figure"):
        record.dossiers.pick(id, "The dam", by="Ada")


def test_what_is_not_there_is_unknown(record):
    filled(record)
    with pytest.raises(EntryUnknown, match="nothing on the record"):
        record.dossiers.pick("sta_nothing", "The dam", by="Ada")
    with pytest.raises(EntryUnknown, match="no line has the id “fig_vote”"):
        record.dossiers.unpick("fig_vote", "The dam")
    with pytest.raises(EntryUnknown, match="there is no dossier “Gates”"):
        record.dossiers.named("Gates")


def test_an_id_that_several_lines_begin_with_names_none(record):
    for id in ("eve_shelled", "eve_search"):
        record.dossiers.pick(id, "The dam", by="Ada")
    with pytest.raises(EntryUnknown, match="several lines"):
        record.dossiers.note("eve_s", "The dam", "which?")


def test_a_record_without_dossiers_gets_the_tables_when_opened(record, where):
    record.close()
    with closing(sqlite3.connect(where)) as old:
        for table in reversed(dossier_schema.TABLES):
            old.execute(f"DROP TABLE {table.name}")
        old.execute("DELETE FROM migrations WHERE number IN (6, 8)")
        old.commit()
    with Record.open(where) as again:
        assert again.dossiers.all() == ()
        assert again.dossiers.pick("fig_killed", "The dam", by="Ada").number == 1
