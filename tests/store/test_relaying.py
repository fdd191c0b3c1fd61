"""Who prints what, and through whom, as sums over a record."""

from dataclasses import replace

import pytest

from onrecord.model import Entity, Reading, Relay
from onrecord.publishers import Relaying
from onrecord.record import Record
from onrecord.store.store import Store
from tests.cli.linked import told
from tests.fakes import article_of, example_reading, statement_of


@pytest.fixture
def record(store):
    return Record(store)


def relayed(text, publisher, who, kind="person", **known):
    """A reading with one statement that ``who`` passed on."""
    article = article_of(f"{who} reported that Doe said yes. {text}", publisher, **known)
    start = article.text.index(who)
    relay = Relay(who, replace(statement_of(article, "Doe", who).content[0], start=start))
    said = statement_of(article, "Doe", "said yes", via=(relay,))
    return Reading("fake/1", article, (Entity("ent_1", who, kind),), (said,))


def one(found, publisher):
    return next(each for each in found if each.publisher == publisher)


def test_an_empty_record_has_no_publishers(record):
    assert record.search.publishers() == record.search.relaying() == ()


def test_what_a_publisher_prints_is_counted(store, record):
    for reading in told():
        store.put(reading)
    found = record.search.publishers()
    coastline = one(found, "Coastline")
    assert (coastline.articles, coastline.statements, coastline.unnamed) == (1, 2, 1)
    assert [each.statements for each in found] == [2, 2, 2, 1]


def test_all_statements_of_an_article_are_those_of_the_agency_it_credits(store, record):
    for reading in told():
        store.put(reading)
    assert one(record.search.publishers(), "The Port Mail").secondhand == 2
    assert record.search.relaying() == (Relaying("The Port Mail", "Coastline", "credited", 2, 1),)


def test_an_agency_that_prints_its_own_report_relies_on_nobody(store, record):
    for reading in told():
        store.put(reading)
    assert one(record.search.publishers(), "Coastline").secondhand == 0


def test_a_reprint_is_a_copy_once_it_is_linked(store, record):
    for reading in told():
        store.put(reading)
    assert one(record.search.publishers(), "The Port Mail").copies == 0
    record.link()
    assert one(record.search.publishers(), "The Port Mail").copies == 1
    assert one(record.search.publishers(), "Coastline").copies == 0


def test_people_who_pass_something_on_are_cited_but_no_publishers(store, record):
    store.put(relayed("a", "Alba Herald", "Officials"))
    herald = one(record.search.publishers(), "Alba Herald")
    assert (herald.relayed, herald.secondhand) == (1, 0)
    assert record.search.relaying() == (Relaying("Alba Herald", "Officials", "cited", 1, 1),)


def test_an_outlet_that_passes_something_on_is_another_publisher(store, record):
    store.put(relayed("a", "Alba Herald", "Meridian", "outlet"))
    assert one(record.search.publishers(), "Alba Herald").secondhand == 1


def test_a_publisher_of_the_record_that_passes_something_on_is_another_publisher(store, record):
    store.put(relayed("a", "Alba Herald", "Inland Star"))
    store.put(relayed("b", "Inland Star", "Officials"))
    assert one(record.search.publishers(), "Alba Herald").secondhand == 1
    assert one(record.search.publishers(), "Inland Star").secondhand == 0


def test_a_statement_is_secondhand_once_whatever_its_article_credits(store, record):
    store.put(relayed("a", "Alba Herald", "Meridian", "outlet", agencies=("Meridian",)))
    assert one(record.search.publishers(), "Alba Herald").secondhand == 1


def test_a_publisher_that_passes_on_its_own_report_relies_on_nobody(store, record):
    store.put(relayed("a", "Alba Herald", "The Alba Herald", "outlet"))
    store.put(relayed("b", "Meridian", "Meridian", "outlet"))
    found = one(record.search.publishers(), "Meridian")
    assert (found.relayed, found.secondhand) == (0, 0)


def test_articles_whose_publisher_nobody_knows_are_counted_together(store, record):
    store.put(relayed("a", None, "Officials"))
    store.put(relayed("b", None, "Officials", agencies=("Meridian",)))
    found = one(record.search.publishers(), None)
    assert (found.articles, found.relayed, found.secondhand) == (2, 2, 1)


def test_statements_without_a_source_are_counted(store, record):
    reading = example_reading()
    nobody = replace(reading.statements[0], source=None, who=None, entity=None)
    store.put(replace(reading, statements=(nobody, reading.statements[1])))
    assert record.search.publishers()[0].nobody == 1


def test_what_is_added_or_goes_is_counted_at_once(store, record):
    reading = example_reading()
    store.put(reading)
    assert record.search.publishers()[0].statements == 2
    store.replace(replace(reading, statements=reading.statements[:1]))
    assert record.search.publishers()[0].statements == 1
    store.put(relayed("a", "Alba Herald", "Officials"))
    assert record.search.publishers()[0].statements == 2


def test_another_process_may_write_meanwhile(store, record, where):
    store.put(example_reading())
    assert record.search.publishers()[0].articles == 1
    other = Store.open(where)
    other.put(relayed("a", "Alba Herald", "Officials"))
    other.close()
    assert record.search.publishers()[0].articles == 2


def test_those_passed_on_most_come_first_and_as_many_as_are_asked_for(store, record):
    for text in "abc":
        store.put(relayed(text, "Alba Herald", "Officials"))
    store.put(relayed("d", "Alba Herald", "Engineers"))
    assert [each.relay for each in record.search.relaying()] == ["Officials", "Engineers"]
    assert len(record.search.relaying(limit=1)) == 1
