"""Which addresses of the reading room are asked for: every page, easy and hard, by what it shows.

In: a record. Out: names and ids on it that make pages hard (the busiest person, the longest
article, the utterance that most report), for the addresses of the table to be filled in with. An
address stands here for every page of the application; ``bench.reading_room`` says if one is
missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from onrecord.record import Record

Names = Mapping[str, str | None]
ADDRESSES: Mapping[str, str] = {
    "front": "/",
    "statements, first page": "/statements",
    "statements, page 20": "/statements?page=20",
    "statements, page 2,000": "/statements?page=2000",
    "statements, newest first": "/statements?order=newest",
    "statements, newest first, page 1,000": "/statements?order=newest&page=1000",
    "statements by the busiest person": "/statements?by={person_name}",
    "statements of the busiest person, by id": "/statements?entity={person}",
    "statements by somebody quoted once": "/statements?by={rare_name}",
    "statements of the largest publisher": "/statements?publisher={publisher}",
    "statements of a small publisher": "/statements?publisher={small_publisher}",
    "statements, half of all: indirect": "/statements?manner=indirect",
    "statements, direct": "/statements?manner=direct",
    "statements, unnamed": "/statements?unnamed=yes",
    "statements, relayed": "/statements?relayed=yes",
    "statements, act": "/statements?act=say",
    "statements in one month": "/statements?during=2023-05",
    "statements in 18 months": "/statements?since=2023-03&until=2024-08",
    "statements with an event": "/statements?action=ASSAULT",
    "statements with a figure": "/statements?measure=killed",
    "statements, five facets": (
        "/statements?publisher={publisher}&manner=indirect&unnamed=no&since=2023-03&act=say"
    ),
    "statements, a frequent word": "/statements?text={word}",
    "statements, a frequent word, page 20": "/statements?text={word}&page=20",
    "statements, a frequent word, newest": "/statements?text={word}&order=newest",
    "statements, a rare word": "/statements?text={rare_word}",
    "statements, two words and a person": "/statements?text={word}+{second_word}&by={person_name}",
    "statements, beginnings of words": "/statements?text=gov%2A",
    "statements, no such word": "/statements?text=qqqqzzzz",
    "statements by meaning": "/statements?text=talks+about+a+ceasefire&search=meaning",
    "statements by meaning, of a publisher": (
        "/statements?text=talks+about+a+ceasefire&search=meaning&publisher={publisher}"
    ),
    "articles": "/articles",
    "articles, page 200": "/articles?page=200",
    "articles of the largest publisher": "/articles?publisher={publisher}",
    "articles with a frequent word": "/articles?text={word}",
    "the article with most statements": "/article/{article}",
    "the longest article": "/article/{long_article}",
    "an article often printed again": "/article/{copied_article}",
    "people": "/people",
    "people, page 10": "/people?page=10",
    "organizations": "/people?kind=organization",
    "countries": "/people?kind=country",
    "the busiest person": "/entity/{person}",
    "the busiest person, on a topic": "/entity/{person}?about=ceasefire",
    "the busiest organization": "/entity/{organization}",
    "somebody quoted once": "/entity/{rare}",
    "utterances": "/utterances",
    "utterances, page 20": "/utterances?page=20",
    "utterances of two months, that three report": (
        "/utterances?since=2023-05&until=2023-06&at_least=3"
    ),
    "utterances of the busiest person": "/utterances?by={person_name}",
    "altered utterances": "/utterances?wording=altered",
    "the utterance that most report": "/utterance/{utterance}",
    "events": "/events",
    "events, page 50": "/events?page=50",
    "events, assaults": "/events?action=ASSAULT",
    "events in one month": "/events?during=2023-05",
    "events with a frequent word": "/events?text={word}",
    "the map": "/events?view=map",
    "the map, of one month": "/events?view=map&during=2023-05",
    "the map, the place of most events": "/events?view=map&at={spot}",
    "the event that most tell": "/event/{event}",
    "figures": "/figures",
    "figures, page 50": "/figures?page=50",
    "figures, killed": "/figures?measure=killed",
    "the count that most give": "/figure/{figure}",
    "disagreements": "/disagreements",
    "disagreements, page 5": "/disagreements?page=5",
    "disagreements in words": "/disagreements?kind=wording",
    "copies": "/copies",
    "copies, page 5": "/copies?page=5",
    "sources": "/sources",
    "review": "/review",
    "review, page 20": "/review?page=20",
    "review of an entry": "/review/entry/{statement}",
    "one person or two": "/review/people?left={person}",
    "what people said": "/review/said",
    "add": "/add",
    "dossiers": "/dossier",
    "picking": "/pick?entry={statement}",
    "log in": "/login",
    "log out": "/logout",
}


def names(record: Record) -> Names:
    """What the addresses are filled in with; None where the record has no such thing."""
    return {**_of_articles(record), **_of_entities(record), **_across(record), **_words(record)}


def _of_articles(record: Record) -> Names:
    cards = list(record.articles())
    printed = Counter(card.publisher for card in cards if card.publisher).most_common()
    longest = max(islice(record.readings(), 2000), key=lambda r: len(r.article.text), default=None)
    return {
        "article": _most(cards, lambda card: card.statements),
        "long_article": longest and longest.article.id,
        "publisher": printed[0][0] if printed else None,
        "small_publisher": printed[-1][0] if printed else None,
    }


def _of_entities(record: Record) -> Names:
    people = sorted(record.people(), key=lambda one: one.statements)
    once = [one for one in people if one.statements == 1]
    return {
        "person": people[-1].id if people else None,
        "person_name": people[-1].name if people else None,
        "rare": once[0].id if once else None,
        "rare_name": once[0].name if once else None,
        "organization": _most(record.people(kind="organization"), lambda one: one.statements),
    }


def _across(record: Record) -> Names:
    copied = max(record.copies(), key=lambda one: len(one.members), default=None)
    told = max(record.occurrences(), key=lambda one: len(one.occurrence.members), default=None)
    return {
        "copied_article": copied and copied.members[0].article,
        "utterance": _most(record.utterances(), lambda one: len(one.members)),
        "event": told and told.occurrence.id,
        "spot": _most(record.search.places().spots, lambda spot: spot.events),
        "figure": _most(record.histories(), lambda one: len(one.members)),
    }


def _most(values: Iterable[Any], key: Any) -> str | None:
    """The id of the value that has most of something."""
    found = max(values, key=key, default=None)
    return found and found.id


def _words(record: Record) -> Names:
    """A statement, and words of statements that stand in many and in few of them."""
    said = list(islice(record.statements(), 3000))
    held = Counter(
        word
        for spoken in said
        for word in set(re.findall(r"\b[a-z]{5,}\b", _content(spoken.statement)))
    ).most_common()
    often = [word for word, _ in held[:2]] or [None, None]
    return {
        "statement": said[0].statement.id if said else None,
        "word": often[0],
        "second_word": often[-1],
        "rare_word": held[-1][0] if held else None,
    }


def _content(statement: Any) -> str:
    return " ".join(passage.text for passage in statement.content)
