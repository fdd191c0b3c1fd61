"""How the entries that a question asks for fall into kinds, field by field.

``FACETS`` says for each list which fields there are and how the rows of each are counted. A choice
is counted as the list would be if it were asked for: a place "Brell" counts "Upper Brell" too, a
month what is dated within it, and not what merely may be. Sources are told apart by who they are
across articles (see ``identities``), not by the words of their names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from onrecord.errors import QuestionInvalid
from onrecord.findings import Choice, Countable, Facet, Faceted
from onrecord.model import Question, Reviewed
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import STATUSES
from onrecord.store import identities
from onrecord.store.identities import Source
from onrecord.store.naming import cluster_id
from onrecord.store.periods import months
from onrecord.store.questions import asked as filters_of
from onrecord.store.questions import directly
from onrecord.store.sheets import Column, Numbers, Rows
from onrecord.store.state import State
from onrecord.store.words import folded

MOST = 12  # choices of a name: the rest is found by searching

Label = Callable[[Any], str]
_STATUSES: Mapping[str, str] = {status: words for status, (_, words) in STATUSES.items()}
Count = Callable[["Asked"], tuple[Choice, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a facet is counted for: a list, and a question without the field of the facet."""

    state: State
    listed: Faceted
    question: Question
    within: Rows | None = None  # only these rows, whatever is asked

    @property
    def rows(self) -> Rows:
        return self.among(self.question)

    def among(self, question: Question) -> Rows:
        rows = self.state.rows(self.listed, question)
        return rows if self.within is None else rows & self.within

    def column(self, name: str) -> Column:
        return self.state.sheet(self.listed).columns[name]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question as a facet: its title, and how its choices are counted."""

    name: str
    title: str
    count: Count


def facets(asked: Asked) -> tuple[Facet, ...]:
    """The facets of a list that have a choice; QuestionInvalid where it cannot be asked so."""
    _ = asked.rows
    found = []
    for each in FACETS[asked.listed]:
        own: dict[str, Any] = {each.name: None}
        if values := each.count(replace(asked, question=replace(asked.question, **own))):
            found.append(Facet(each.name, each.title, values))
    return tuple(found)


def choices(asked: Asked, name: str) -> tuple[Choice, ...]:
    """The choices of one field."""
    return next(each for each in FACETS[asked.listed] if each.name == name).count(asked)


def _plain(name: str, label: Label = str) -> Count:
    """What has few values: one column, as it is."""

    def count(asked: Asked) -> tuple[Choice, ...]:
        column = asked.column(name)
        found = np.bincount(column.codes[asked.rows], minlength=len(column.values))
        return _most(
            Choice(_value(value), label(value), int(n))
            for value, n in zip(column.values, found, strict=True)
            if n and value is not None
        )

    return count


def _value(value: object) -> str | bool:
    return value if isinstance(value, bool) else str(value)


def _named(name: str, words: str) -> Count:
    """Names: those that most rows have, each with what asking for it finds."""

    def count(asked: Asked) -> tuple[Choice, ...]:
        shelf = _Shelf(asked.state, asked.listed, words)
        return shelf.most(asked.column(name), shelf.column, asked.rows, str)

    return count


def _sources(asked: Asked) -> tuple[Choice, ...]:
    """Sources: those linked by their id, all others by their whole name."""
    sheet = asked.state.sheet("statements")
    known = asked.state.once("sources", lambda ask: identities.sources(ask, sheet))
    counted = [(source, n) for source, n in _counted(known, asked.rows) if source]
    often = sorted(counted, key=lambda each: (-each[1], each[0].words, each[0].cluster or 0))[:MOST]
    return _most(_source(asked, known, source, n) for source, n in often)


def _source(asked: Asked, known: Column, source: Source, count: int) -> Choice:
    cluster = source.cluster
    if cluster is not None:
        return _linked(asked, cluster, count)
    who = asked.column("who")
    rows = asked.rows & (known.codes == known.values.index(source))
    spellings = [(n, name) for name, n in _counted(who, rows) if name]
    spelled = max(spellings, default=(0, source.words))[1]
    return Choice(f'"{source.words}"', spelled, count)


def _according(asked: Asked) -> tuple[Choice, ...]:
    """Whom entries go back to: those linked by their id, all others by the words of their name."""
    sheet, said = asked.state.sheet(asked.listed), asked.state.sheet("statements")
    known = asked.state.once("sources", lambda ask: identities.sources(ask, said))
    of, by = sheet.places(sheet.told[0]), said.places(sheet.told[1])
    both = (of >= 0) & (by >= 0)
    codes = np.full(len(asked.rows), -1)
    codes[of[both]] = known.codes[by[both]]
    linked = np.array([each is not None and each.cluster is not None for each in known.values])
    by_id = (codes >= 0) & linked[codes] if len(linked) else np.zeros(len(codes), np.bool_)
    found = np.bincount(codes[asked.rows & by_id], minlength=len(known.values))
    often = sorted(np.flatnonzero(found).tolist(), key=lambda code: (-found[code], code))[:MOST]
    those = [_linked(asked, known.values[code].cluster, int(found[code])) for code in often]
    shelf = _Shelf(asked.state, asked.listed, "source_words")
    others = asked.rows & ~by_id
    spelled = shelf.most(asked.column("source"), shelf.column, others, _last, asked.rows)
    return _most((*those, *spelled))[:MOST]


def _linked(asked: Asked, cluster: int, count: int) -> Choice:
    named = asked.state.once(("named", cluster), lambda ask: identities.label(ask, cluster))
    return Choice(cluster_id("entity", cluster), named, count)


def _publishers(asked: Asked) -> tuple[Choice, ...]:
    """Publishers are those of the articles that the rows stand in."""
    sheet, printed = asked.state.sheet(asked.listed), asked.state.sheet("articles")
    places = printed.places(sheet.articles[asked.rows])
    shelf = _Shelf(asked.state, "articles", "publisher_words")
    own, shelved = (_at(each, places) for each in (printed.columns["publisher"], shelf.column))
    return shelf.most(own, shelved, np.ones(len(places), np.bool_), str)


def _at(column: Column, places: Numbers) -> Column:
    return Column(column.values, column.codes[places])


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A column of names as search sees them."""

    state: State
    listed: Countable
    name: str

    @property
    def column(self) -> Column:
        return self.state.sheet(self.listed).columns[self.name]

    def most(
        self,
        own: Column,
        shelved: Column,
        rows: Rows,
        told: Callable[[str], str],
        found_in: Rows | None = None,
    ) -> tuple[Choice, ...]:
        """The names that most rows have, each with how many rows asking for it finds, among
        those or among more.
        """
        spellings = _spellings((told(value), n) for value, n in _counted(own, rows) if value)
        often = sorted(spellings.items(), key=lambda each: (-each[1][1], each[0]))[:MOST]
        among = rows if found_in is None else found_in
        there = np.bincount(shelved.codes[among], minlength=len(shelved.values))
        found = (Choice(name, name, int(there[self._has(w)].sum())) for w, (name, _) in often)
        return _most(found)

    def _has(self, words: str) -> Rows:
        """Which values of the column have these words."""
        return self.state.lately(
            (self.listed, self.name, words),
            lambda: np.array([f" {words} " in each for each in self.column.values], np.bool_),
        )


def _spellings(counted: Iterable[tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """The commonest spelling of each name by its bare words, and how many rows have any: the
    "Engineers" that begin a sentence are "engineers".
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, n in counted:
        found[folded(name)][name] += n
    return {w: (max(c, key=lambda n: (c[n], n)), c.total()) for w, c in found.items() if w}


def _counted(column: Column, rows: Rows) -> list[tuple[Any, int]]:
    """The values that rows have, and how many have each."""
    found = np.bincount(column.codes[rows], minlength=len(column.values))
    return [(column.values[code], int(found[code])) for code in np.flatnonzero(found)]


def _months(asked: Asked) -> tuple[Choice, ...]:
    sheet = asked.state.sheet(asked.listed)
    found = months(sheet.columns["first_day"], sheet.columns["last_day"], asked.rows)
    return tuple(
        Choice(month, in_words(month).removeprefix("in "), count) for month, count in found
    )


def _told(entries: Faceted, name: str) -> Count:
    """What the entries are that are according to a statement: it counts once for each value."""

    def count(asked: Asked) -> tuple[Choice, ...]:
        try:
            own, chosen = _split(asked, entries)
        except QuestionInvalid:
            return ()  # no such entry can have all that is asked for
        sheet, said = asked.state.sheet(entries), asked.state.sheet("statements")
        of, by = sheet.places(sheet.told[0]), said.places(sheet.told[1])
        both = (of >= 0) & (by >= 0) & chosen[of] & own[by] if len(of) else np.empty(0, np.bool_)
        column = sheet.columns[name]
        pairs = np.unique(by[both] * len(column.values) + column.codes[of[both]])
        found = np.bincount(pairs % max(len(column.values), 1), minlength=len(column.values))
        listed = zip(column.values, found, strict=True)
        return _most(Choice(value, value, int(n)) for value, n in listed if n)

    return count


def _reviewed(asked: Asked) -> tuple[Choice, ...]:
    """What people said of entries; no choice where nobody said anything."""
    said = {each: asked.state.rows(asked.listed, Question(reviewed=each)) for each in REVIEWED}
    every = np.logical_or.reduce([*said.values()])
    if not every.any():
        return ()
    found = {**said, "none": ~every}
    counts = {each: int((rows & asked.rows).sum()) for each, rows in found.items()}
    return _most(Choice(each, _REVIEWED[each], n) for each, n in counts.items() if n)


def _split(asked: Asked, entries: Faceted) -> tuple[Rows, Rows]:
    """The statements that answer by themselves, and the entries that answer what is asked of
    entries.
    """
    own, held = Question(), Question()
    for each, value in filters_of(asked.question):
        if directly(each, asked.listed):
            own = replace(own, **{each.field: value})
        elif directly(each, entries) is None:
            raise QuestionInvalid(f"“{each.field}” cannot be asked of {entries}")
        else:
            held = replace(held, **{each.field: value})
    return asked.among(own), asked.state.rows(entries, held)


def _flag(yes: str, no: str) -> Label:
    return lambda value: yes if value else no


def _last(chain: str) -> str:
    """Whom an entry goes back to in the end: of "Reuters ← officials" the officials."""
    return chain.rpartition(" ← ")[2]


def _most(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    return tuple(sorted(choices, key=lambda choice: (-choice.count, choice.label)))


_REVIEWED = {
    "confirmed": "confirmed by a person",
    "corrected": "corrected by a person",
    "none": "nobody reviewed it",
}
REVIEWED: tuple[Reviewed, ...] = ("confirmed", "corrected")
_PEOPLE = Field("reviewed", "Reviewed or not", _reviewed)
_MONTH = Field("during", "Month", _months)
_PUBLISHER = Field("publisher", "Publisher", _publishers)
_AROUND = (
    Field("place", "Place", _named("place", "place_words")),
    Field("according_to", "According to", _according),
    Field("own_voice", "Told by", _plain("own_voice", _flag("the article itself", "a source"))),
    _PEOPLE,
    _PUBLISHER,
    _MONTH,
)
FACETS: Mapping[Faceted, tuple[Field, ...]] = {
    "statements": (
        Field("entity", "Source", _sources),
        Field("unnamed", "Named or not", _plain("unnamed", _flag("unnamed", "named"))),
        Field("relayed", "Passed on or not", _plain("relayed", _flag("relayed", "first hand"))),
        Field("manner", "Manner", _plain("manner")),
        Field("act", "Act", _plain("act")),
        _PUBLISHER,
        _MONTH,
        Field("action", "Event in it", _told("events", "action")),
        Field("measure", "Figure in it", _told("figures", "measure")),
        _PEOPLE,
    ),
    "events": (
        Field("action", "Type", _plain("action")),
        Field("status", "Status", _plain("status", _STATUSES.__getitem__)),
        *_AROUND,
    ),
    "figures": (Field("measure", "Measure", _plain("measure")), *_AROUND),
}
