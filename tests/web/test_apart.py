"""Two that go by the same words are told apart by what they differ in."""

from pathlib import Path

import pytest

from onrecord.across import Disagreement, History, Reckoned, Told
from onrecord.model import When
from onrecord.record import Record
from onrecord.web.apart import headings
from tests.cli.linked import told
from tests.fakes import FakeReader


@pytest.fixture
def record(tmp_path: Path):
    with Record.open(tmp_path / "apart.db", FakeReader()) as opened:
        for reading in told():
            opened._store.put(reading)
        yield opened


def count(*articles, about="people killed", place=None, day="2031-05-06", by="police"):
    members = tuple(
        Reckoned(a, f"fig_{a}", 3, None, None, None, When(), When(day), "The Herald", by)
        for a in articles
    )
    return History(f"cnt_{articles}", about, "killed", place, 1, members)


def shown(record, *several):
    return [each.apart for each in headings(record, several, lambda each: each.about)]


def test_what_stands_alone_needs_nothing(record):
    assert shown(record, count("art_1"), count("art_2", about="people missing")) == ["", ""]


def test_a_place_tells_apart_before_anything_else(record):
    here, there = count("art_1", place="Brell"), count("art_2", place="Ulmar", day="2031-06")
    assert shown(record, here, there) == ["in Brell", "in Ulmar"]


def test_the_titles_of_the_articles_tell_apart(record):
    cards = {card.title: card.id for card in record.articles()}
    titles = list(cards)[:2]
    assert shown(record, *(count(cards[title]) for title in titles)) == [f"“{t}”" for t in titles]


def test_days_and_sources_tell_apart_what_one_article_prints(record):
    (one, *_) = (card.id for card in record.articles())
    days = count(one), count(one, day="2031-06")
    assert shown(record, *days) == ["printed 2031-05-06", "printed in June 2031"]
    sources = count(one), count(one, by="the hospital")
    assert shown(record, *sources) == ["according to police", "according to the hospital"]
    both = [
        count(one),
        count(one, by="x"),
        count(one, day="2031-06"),
        count(one, by="x", day="2031-06"),
    ]
    assert len(set(shown(record, *both))) == 4


def test_disagreements_are_told_apart_in_the_same_way(record):
    values = [
        (Told("art_1", "fig_1", 3, by, "The Herald"), Told("art_1", "fig_2", 4, by, "The Herald"))
        for by in ("police", "the hospital")
    ]
    several = [Disagreement("figure", "people killed", each) for each in values]
    assert shown(record, *several) == ["according to police", "according to the hospital"]


def test_what_differs_in_nothing_says_all_that_is_known(record):
    assert (
        shown(record, count("art_1"), count("art_1"))
        == ["printed 2031-05-06, according to police, in The Herald"] * 2
    )
