"""Where events were: the names of places that articles give, looked up in the gazetteer, each with
what else its article names.

Places are looked up for all events when first asked for, and kept as long as nobody writes to the
record; what a question asks for is counted among them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import Connection, func, select

from onrecord.errors import EntryUnknown
from onrecord.findings import Choice
from onrecord.lexicon.gazetteer import Site, folded
from onrecord.lexicon.placing import Doubt, Found, called, found
from onrecord.model import Question
from onrecord.phrases.entries import STATUSES
from onrecord.places import Places, Spot, Unplaced
from onrecord.store import sqlite
from onrecord.store.link_schema import forms, members
from onrecord.store.schema import entities, events, readings
from onrecord.store.sheets import Numbers, Rows
from onrecord.store.state import State

_PLACES = ("place", "country")
_OTHERS = ("person", "organization", "outlet")
MOST = 5  # reasons that are told of a place, those that most tellings have


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event as one article tells it, with a place: its row in the sheet, what the article calls
    the place, and what that means.
    """

    row: int
    name: str
    means: Found | Doubt


@dataclass(frozen=True, slots=True)
class _Known:
    """All tellings that have a place, and for every row of the sheet which event it tells of."""

    tellings: tuple[_Telling, ...]
    homes: Numbers


@dataclass(slots=True)
class _Names:
    """What an article names."""

    places: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    @property
    def never(self) -> set[str]:
        """Names of people and bodies that no place of the article has; of people the last word
        too, unless a place has it: "in Lincoln" may be in a house of somebody called so.
        """
        own = {folded(name) for name in self.places}
        return {name for name in self.others if folded(name) not in own}


def places(state: State, question: Question) -> Places:
    """What a question finds on the map, places of most events first."""
    return state.lately(("places", question), lambda: _places(state, question))


def _places(state: State, question: Question) -> Places:
    known = state.once("places", lambda connection: _known(connection, state))
    asked = state.rows("events", question)
    told = [telling for telling in known.tellings if asked[telling.row]]
    spots: dict[Site, list[_Telling]] = defaultdict(list)
    doubts: dict[tuple[str, str], list[_Telling]] = defaultdict(list)
    for telling in told:
        if isinstance(telling.means, Found):
            spots[telling.means.site].append(telling)
        else:
            doubts[telling.means.why, folded(telling.name)].append(telling)
    return Places(
        **_counted(known, told, set(known.homes[asked].tolist())),
        spots=_most(_spot(state, known, site, those) for site, those in _joined(spots).items()),
        unplaced=_most(_unplaced(known, those) for those in doubts.values()),
    )


def at(state: State, spot: str, question: Question) -> Rows:
    """Which events are told of a place; EntryUnknown where none ever was there."""
    return state.lately(("at", spot, question), lambda: _at(state, spot, question))


def _at(state: State, spot: str, question: Question) -> Rows:
    known = state.once("places", lambda connection: _known(connection, state))
    here = [each.row for each in known.tellings if _is_at(each, spot)]
    if not here:
        raise EntryUnknown(f"no event on the record is known to have been at “{spot}”")
    rows = np.zeros(len(state.sheet("events")), np.bool_)
    rows[here] = True
    return rows & state.rows("events", question)


def _is_at(telling: _Telling, spot: str) -> bool:
    return isinstance(telling.means, Found) and site_id(telling.means.site) == spot


def site_id(site: Site) -> str:
    """What a place goes by in questions: “US.OH.dayton”, “US” for the country."""
    if site.kind == "country":
        return site.country
    words = "" if site.kind == "region" else folded(site.name).replace(" ", "-")
    return ".".join(part for part in (site.country, site.region, words) if part)


def _joined(spots: Mapping[Site, list[_Telling]]) -> Mapping[Site, list[_Telling]]:
    """One place for those that one place is under several names."""
    first: dict[str, Site] = {}
    found: dict[Site, list[_Telling]] = defaultdict(list)
    for site, those in spots.items():
        found[first.setdefault(site_id(site), site)] += those
    return found


def _counted(known: _Known, told: Iterable[_Telling], every: Collection[int]) -> dict[str, int]:
    """How many events are placed, and why the others are not."""
    homes: dict[str, set[int]] = defaultdict(set)
    for telling in told:
        why = telling.means.why if isinstance(telling.means, Doubt) else "placed"
        homes[why].add(int(known.homes[telling.row]))
    left, counted = set(every), {"events": len(every)}
    for why in ("placed", "ambiguous", "unknown"):
        counted[why] = len(left & homes[why])
        left -= homes[why]
    return {**counted, "without": len(left)}


def _most(values: Iterable[Spot | Unplaced]) -> tuple[Any, ...]:
    return tuple(sorted(values, key=lambda value: (-value.events, -value.tellings, value.place)))


def _spot(state: State, known: _Known, site: Site, those: Collection[_Telling]) -> Spot:
    return Spot(
        site_id(site), called(site), site.kind, site.country, site.latitude, site.longitude,
        events=len({int(known.homes[each.row]) for each in those}),
        tellings=len(those),
        statuses=_statuses(state, known, those),
        names=_often(each.name for each in those),
        reasons=_often(each.means.reason for each in those)[:MOST],
    )  # fmt: skip


def _statuses(state: State, known: _Known, those: Iterable[_Telling]) -> tuple[Choice, ...]:
    column = state.sheet("events").columns["status"]
    told = {(int(known.homes[e.row]), column.values[column.codes[e.row]]) for e in those}
    counted = Counter(status for _, status in told)
    return tuple(
        Choice(status, STATUSES[status][1], counted[status])
        for status in sorted(counted, key=lambda status: (-counted[status], status))
    )


def _unplaced(known: _Known, those: Collection[_Telling]) -> Unplaced:
    first = next(iter(those)).means
    assert isinstance(first, Doubt)
    return Unplaced(
        _often(each.name for each in those)[0],
        first.why,
        len({int(known.homes[each.row]) for each in those}),
        len(those),
        _often(each.means.reason for each in those)[:MOST],
    )


def _often(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, those that stand most often first."""
    return tuple(value for value, _ in Counter(values).most_common())


def _known(connection: Connection, state: State) -> _Known:
    """Look up all places there are."""
    sheet = state.sheet("events")
    column = sheet.columns["place"]
    named = np.array([bool(value) for value in column.values], np.bool_)
    rows = np.flatnonzero(named[column.codes]) if len(sheet) else np.empty(0, np.int64)
    told = [(int(row), int(sheet.articles[row]), column.values[column.codes[row]]) for row in rows]
    names = _names(connection)
    means = {(a, n): found(n, names[a].places, names[a].never) for _, a, n in set(told)}
    unsure = {
        a for (a, _), each in means.items() if isinstance(each, Doubt) and each.why != "unknown"
    }
    for article, place in _datelines(connection, unsure):
        names[article].places.add(place)
    for article, name in [key for key in means if key[0] in unsure]:
        means[article, name] = found(name, names[article].places, names[article].never)
    tellings = tuple(_Telling(row, name, means[article, name]) for row, article, name in told)
    return _Known(tellings, _homes(connection, sheet.numbers))


def _names(connection: Connection) -> Mapping[int, _Names]:
    """What articles that place an event name."""
    placing = select(events.c.article).where(events.c.place.is_not(None)).distinct()
    chosen = select(entities.c.article, entities.c.kind, entities.c.name)
    here = entities.c.article.in_(placing), entities.c.kind.in_((*_PLACES, *_OTHERS))
    found: dict[int, _Names] = defaultdict(_Names)
    for article, kind, name in connection.execute(chosen.where(*here)):
        if kind in _PLACES:
            found[article].places.add(name)
        else:
            found[article].others.add(name)
        if kind == "person":
            found[article].others.add(name.rpartition(" ")[2])
    return found


def _datelines(connection: Connection, numbers: Collection[int]) -> Iterator[tuple[int, str]]:
    """Where some articles were written, as they say."""
    place = func.json_extract(readings.c.line, "$.article.dateline.place")
    chosen = select(readings.c.article, place)
    for number, name in connection.execute(chosen.where(sqlite.among(readings.c.article, numbers))):
        if name:
            yield number, name.title() if name.isupper() else name


def _homes(connection: Connection, numbers: Numbers) -> Numbers:
    """For each telling the event it tells of: the cluster, or its own number where it is alone.

    SQLite would join the tables row by row in an order of its own; two plain lists are quicker.
    """
    joined = forms.join(members, members.c.form == forms.c.number)
    chosen = select(members.c.article, members.c.position, forms.c.cluster).select_from(joined)
    linked = chosen.where(forms.c.kind == "event", members.c.kind == "event")
    homes = {(article, at): home for article, at, home in connection.execute(linked).all()}
    every = connection.execute(select(events.c.number, events.c.article, events.c.position)).all()
    known = {number: homes.get((article, at), number) for number, article, at in every}
    return np.array([known[number] for number in numbers.tolist()], np.int64)
