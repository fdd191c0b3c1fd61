"""What accounts differ in about one object, by its id or that of an entry."""

import pytest

from onrecord.errors import EntryUnknown
from onrecord.record import Record
from tests.cli.linked import told


@pytest.fixture
def record(store):
    for reading in told():
        store.put(reading)
    record = Record(store)
    record.link()
    return record


def test_disagreements_are_found_by_the_object_or_an_entry_in_it(record):
    (known,) = record.disagreements()
    (utterance, *_) = record.utterances(wording="altered")
    assert record.search.differing(utterance.id) == (known,)
    assert record.search.differing(utterance.members[0].statement) == (known,)


def test_an_object_that_all_tell_alike_has_none(record):
    (history,) = record.histories()
    assert record.search.differing(history.id) == ()


def test_an_entry_that_is_none_is_unknown(record):
    with pytest.raises(EntryUnknown):
        record.search.differing("fig_0")


def test_what_was_linked_but_not_gathered_yet_is_gathered_first(store, record):
    (utterance, *_) = record.utterances(wording="altered")
    for step in (
        "INSERT INTO ungathered SELECT kind, cluster, 0 FROM objects",
        "DELETE FROM differences",
        "DELETE FROM objects",
    ):
        store.change(lambda connection, step=step: connection.exec_driver_sql(step))
    assert len(record.search.differing(utterance.id)) == 1
