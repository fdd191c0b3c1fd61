"""What pages ask briefly says the same as what is asked whole."""

import pytest

from onrecord.record import Record
from onrecord.store.store import Store
from tests.cli.linked import told
from tests.fakes import FakeReader


@pytest.fixture
def record(tmp_path):
    """The four readings of one story, linked."""
    store = Store.open(tmp_path / "onrecord.db", patience=0.1)
    for reading in told():
        store.put(reading)
    with Record(store, FakeReader("fake/2")) as opened:
        opened.link()
        yield opened


def test_an_outline_is_the_identity_without_the_length_of_it(record):
    for whole in record.entities():
        brief = record.review.outline(whole.id)
        assert (brief.id, brief.name, brief.names) == (whole.id, whole.name, whole.names)
        assert (brief.articles, brief.members) == (len(whole.members), whole.members)
        assert sum(role.times for role in brief.roles) == len(whole.roles)
        assert {given for role in brief.roles for given in role.given} <= {*whole.roles}
        assert record.review.outline(whole.members[-1].entity) == brief


def test_an_outline_of_an_identity_whose_links_change_is_of_those_who_are_left(record):
    mayor = record.entity("Jana Orlova")
    one, *_, other = (member.entity for member in mayor.members)
    record.judge(one, other, "different", by="Ada", why="two")
    assert record.review.outline(one).articles < len(mayor.members)


def test_the_links_that_join_somebody_come_weakest_first_and_are_those_of_each_mention(record):
    for whole in record.entities():
        entries = [member.entity for member in whole.members]
        links = {
            link.id: link
            for entry in entries
            for link in record.links(entry=entry, judgement="same", kind="entity")
        }
        weakest = sorted(links.values(), key=lambda link: link.score)
        assert record.review.joining(entries, 100) == weakest
        assert record.review.joining(entries, 1) == weakest[:1]


def test_what_keeps_two_apart_is_what_people_said_of_them_until_it_is_withdrawn(record):
    mayor = record.entity("Jana Orlova")
    one, *_, other = (member.entity for member in mayor.members)
    link = record.judge(one, other, "different", by="Ada", why="two")
    two = [record.entity(each).id for each in (one, other)]
    assert list(record.review.apart(*two)) == list(record.review.apart(*two[::-1])) == [link]
    assert list(record.review.apart(two[0], "per_0123")) == []
    record.withdraw(link.id, by="Ada", why="one")
    assert list(record.review.apart(*two)) == []


def test_tellings_are_the_events_as_lists_have_them(record):
    for recounted in record.occurrences():
        told = recounted.occurrence.members
        listed = {(each.article.id, each.event.id): each for each in record.events()}
        found = record.search.tellings(told)
        assert found == [listed[each.article, each.entry] for each in told]
    assert record.search.tellings(()) == []


def test_what_is_counted_once_is_counted_anew_after_a_change(record):
    assert record.search.count_across("histories") == len(list(record.histories()))
    before = record.search.count_across("utterances"), record.search.count_across("occurrences")
    for spoken in list(record.statements(by="Orlova")):
        record.review.correct(spoken.statement.id, "reject", by="Ada", why="not said")
    record.gather()
    found = len(list(record.utterances())), len(list(record.occurrences()))
    after = record.search.count_across("utterances"), record.search.count_across("occurrences")
    assert after == found
    assert after != before
