"""Who prints what, and through whom, as sums over a record."""

from dataclasses import replace

import pytest

from onrecord.model import Entity, Reading, Relay
from onrecord.publishers import Crediting, Relaying
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
    return Reading("fake/1", article, (Entity(f"ent_{text}", who, kind),), (said,))


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


def test_an_agency_credited_passes_no_statement_on(store, record):
    for reading in told():
        store.put(reading)
    mail = one(record.search.publishers(), "The Port Mail")
    assert (mail.relayed, mail.secondhand, mail.crediting) == (0, 0, 1)
    assert record.search.relaying() == ()
    assert record.search.crediting() == (Crediting("The Port Mail", "Coastline", None, 1),)


def test_an_agency_that_prints_its_own_report_relies_on_nobody(store, record):
    for reading in told():
        store.put(reading)
    coastline = one(record.search.publishers(), "Coastline")
    assert (coastline.secondhand, coastline.crediting) == (0, 0)


def test_a_reprint_is_a_copy_once_it_is_linked(store, record):
    for reading in told():
        store.put(reading)
    assert one(record.search.publishers(), "The Port Mail").copies == 0
    record.link()
    assert one(record.search.publishers(), "The Port Mail").copies == 1
    assert one(record.search.publishers(), "Coastline").copies == 0


def test_people_who_pass_something_on_are_cited_but_no_publishers(store, record):
    store.put(relayed("a", "Alba Herald", "Hanna Doe"))
    herald = one(record.search.publishers(), "Alba Herald")
    assert (herald.relayed, herald.secondhand) == (1, 0)
    assert record.search.relaying() == (Relaying("Alba Herald", "Hanna Doe", None, 1, 1),)


def test_an_outlet_that_passes_something_on_is_another_publisher(store, record):
    store.put(relayed("a", "Alba Herald", "Meridian", "outlet"))
    assert one(record.search.publishers(), "Alba Herald").secondhand == 1


def test_a_publisher_of_the_record_that_passes_something_on_is_another_publisher(store, record):
    store.put(relayed("a", "Alba Herald", "Inland Star"))
    store.put(relayed("b", "Inland Star", "Hanna Doe"))
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
    store.put(relayed("a", None, "Hanna Doe"))
    store.put(relayed("b", None, "Hanna Doe", agencies=("Meridian",)))
    found = one(record.search.publishers(), None)
    assert (found.articles, found.relayed, found.secondhand) == (2, 2, 0)


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
    store.put(relayed("a", "Alba Herald", "Hanna Doe"))
    assert record.search.publishers()[0].statements == 2


def test_another_process_may_write_meanwhile(store, record, where):
    store.put(example_reading())
    assert record.search.publishers()[0].articles == 1
    other = Store.open(where)
    other.put(relayed("a", "Alba Herald", "Hanna Doe"))
    other.close()
    assert record.search.publishers()[0].articles == 2


def test_those_passed_on_most_come_first_and_as_many_as_are_asked_for(store, record):
    for text in "abc":
        store.put(relayed(text, "Alba Herald", "Hanna Doe"))
    store.put(relayed("d", "Alba Herald", "Petra Roe"))
    assert [each.relay for each in record.search.relaying()] == ["Hanna Doe", "Petra Roe"]
    assert len(record.search.relaying(limit=1)) == 1


def test_one_who_is_linked_is_counted_under_one_name_whatever_articles_call_it(store, record):
    store.put(relayed("a", "Alba Herald", "Meridian Newswire", "organization"))
    store.put(relayed("b", "Alba Herald", "MNW", "outlet"))
    record.link()
    record.judge("ent_a", "ent_b", "same", by="Ada Marsh", why="its letters")
    (found,) = record.search.relaying()
    (newswire,) = record.entities()
    assert (found.entity, found.statements, found.articles) == (newswire.id, 2, 2)


def test_a_credit_counts_for_the_only_organization_that_is_called_so(store, record):
    store.put(relayed("a", "Alba Herald", "Meridian Newswire", "organization"))
    store.put(relayed("b", "Inland Star", "MNW", "outlet", agencies=("MNW",)))
    assert [each.agency for each in record.search.crediting()] == ["MNW"]
    record.link()
    record.judge("ent_a", "ent_b", "same", by="Ada Marsh", why="its letters")
    (found,) = record.search.crediting()
    assert found.entity == next(record.entities()).id


def test_a_publisher_on_the_record_is_one_with_and_without_its_article(store, record):
    store.put(relayed("a", "The Alba Herald", "Hanna Doe"))
    store.put(relayed("b", "Inland Star", "Alba Herald", "person"))
    for again in (False, True):
        record.link(again=again)
        passed = {each.publisher: each.relay for each in record.search.relaying()}
        assert passed == {"The Alba Herald": "Hanna Doe", "Inland Star": "The Alba Herald"}


@pytest.mark.parametrize(
    ("who", "kind"), [("They", "person"), ("people", "person"), ("Some diplomats", "unnamed")]
)
def test_those_who_cannot_be_looked_up_have_no_name(store, record, who, kind):
    store.put(relayed("a", "Alba Herald", who, kind))
    assert record.search.relaying() == (Relaying("Alba Herald", None, None, 1, 1),)
    record.link()
    assert record.search.relaying() == (Relaying("Alba Herald", None, None, 1, 1),)
