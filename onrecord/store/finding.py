"""class Finding: what is found in a record besides lists, always as the record is now.

Sheets of columns are kept in memory (see ``sheets``, ``state``). Whether anybody has written to the
file is one cheap question to SQLite, asked each time; then sheets are extended by what was added,
and of articles whose rows changed or went, they are read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from threading import RLock
from typing import Any, TypeVar, cast, get_args

import numpy as np
from sqlalchemy import Connection, Engine

from onrecord.findings import Choice, Countable, Facet, Faceted, Near, Said, Summary, Timed
from onrecord.model import Happened, Question, Spoken
from onrecord.places import Places
from onrecord.store import (
    facets,
    identities,
    meaning,
    orders,
    places,
    queries,
    revised,
    saying,
    sheets,
    sqlite,
    summaries,
    topics,
)
from onrecord.store.belonging import is_id
from onrecord.store.filters import one_of
from onrecord.store.meaning import NEAR, Floats, Meanings
from onrecord.store.periods import Period, periods, spans
from onrecord.store.queries import PAGE
from onrecord.store.questions import conditions, described, stated
from onrecord.store.revised import Revision
from onrecord.store.saying import Stems, StemsOf
from onrecord.store.sheets import Numbers, Sheet, Stamp
from onrecord.store.state import Connect, State
from onrecord.store.together import tellings

T = TypeVar("T")
Extend = Callable[[T | None, Numbers], T]
NOTHING = np.empty(0, np.int64)
_FACETS = "facets"  # some of which count what people said
MANY = 500  # articles changed; of more, everything is read anew


class Finding:
    """What is found in a record. Threads may share it."""

    def __init__(self, connect: Connect, engine: Engine) -> None:
        self._connect, self._engine = connect, engine
        self._lock = RLock()
        self._watch: sqlite.Watch | None = None
        self._state: tuple[int, Revision, State] | None = None
        self._kept: dict[str, tuple[Stamp, Any]] = {}
        self.quoting: dict[str, bool] = {}  # by the id of a statement: it says the same for good

    def close(self) -> None:
        with self._lock:
            if self._watch:
                self._watch.close()
            self._watch = self._state = None

    def count(self, listed: Countable, question: Question, about: bytes | None = None) -> int:
        """How many entries a question asks for; of statements also how many near in meaning."""
        state = self._now()
        rows = state.rows(_one(listed, Countable), plain(question))
        return int((rows if about is None else rows & (self._nearness(state, about) >= NEAR)).sum())

    def facets(
        self, listed: Faceted, question: Question, about: bytes | None = None
    ) -> tuple[Facet, ...]:
        state, asked = self._now(), plain(question)

        def count() -> tuple[Facet, ...]:
            within = None if about is None else self._nearness(state, about) >= NEAR
            return facets.facets(facets.Asked(state, _one(listed, Faceted), asked, within))

        return state.lately((_FACETS, listed, asked, about), count)

    def described(self, listed: Countable, question: Question) -> str:
        """The question in English, if it can be asked."""
        conditions(question, _one(listed, Countable))
        return described(self._called(question), listed)

    def stated(self, listed: Countable, question: Question) -> tuple[tuple[str, str], ...]:
        """Each filter of the question in English, if it can be asked."""
        conditions(question, _one(listed, Countable))
        return stated(self._called(question))

    def _called(self, question: Question) -> Question:
        """The question with the name of whoever it asks for instead of their id; EntryUnknown
        where the id is nobody's.
        """
        by = question.according_to if is_id(question.according_to or "") else None
        if question.entity is None and by is None:
            return question
        with self._connect() as connection:
            of = question.entity and identities.name_of(connection, question.entity)
            told = identities.name_of(connection, by) if by else question.according_to
        return replace(question, entity=of, according_to=told)

    def over_time(self, listed: Timed, question: Question) -> tuple[Period, ...]:
        """How many entries there are of each month, or day where all are of a few months."""
        state = self._now()
        columns = state.sheet(_one(listed, Timed)).columns
        rows = state.rows(listed, plain(question))
        return periods(spans(columns["first_day"], columns["last_day"], rows))

    def statements(self, question: Question) -> list[Spoken]:
        """A part of the list of statements, which need not be looked for anew."""
        state = self._now()
        rows = state.rows("statements", plain(question))
        numbers = orders.numbers(state, "statements", question, rows).tolist()
        with self._connect() as connection:
            return [spoken for _, spoken in queries.spoken_at(connection, numbers)]

    def nearest(self, about: bytes, question: Question) -> Iterator[Near]:
        """The statements that are near in meaning, nearest first."""
        start, limit = max(question.start or 0, 0), question.limit
        end = None if limit is None else start + max(limit, 0)
        found = self._near(about, plain(question))[start:end]
        for first in range(0, len(found), PAGE):
            near = dict(found[first : first + PAGE])
            with self._connect() as connection:
                for number, spoken in queries.spoken_at(connection, list(near)):
                    yield Near(spoken, round(near[number], 4))

    def places(self, question: Question) -> Places:
        """Where the events were that a question asks for."""
        return places.places(self._now(), plain(question))

    def count_at(self, spot: str, question: Question) -> int:
        """How many of them are told to have been at one place; EntryUnknown where none ever is."""
        return int(places.at(self._now(), spot, plain(question)).sum())

    def told_at(self, spot: str, question: Question) -> list[Happened]:
        """Those that are."""
        state = self._now()
        rows = places.at(state, spot, plain(question))
        page = orders.numbers(state, "events", question, rows).tolist()
        with self._connect() as connection:
            found = tellings(connection, page)
        return [found[number] for number in page]

    def topics(self, limit: int, question: Question) -> tuple[Choice, ...]:
        state = self._now()
        return topics.topics(state, question, limit)

    def said(
        self, question: Question, about: bytes | None, topic: frozenset[str], stems_of: StemsOf
    ) -> list[Said]:
        """The statements asked for that have a stem of a topic, or are near it in meaning."""
        state, asked = self._now(), plain(question)
        sheet, rows = state.sheet("statements"), state.rows("statements", asked)
        near = np.zeros(len(sheet)) if about is None else self._nearness(state, about)
        spoken = state.lately(("stems", asked), partial(self._stems, asked, stems_of))
        found = np.flatnonzero(rows & ((near >= NEAR) | sheet.holding(spoken.having(topic))))
        numbers = sheet.numbers[found].tolist()
        with self._connect() as connection:
            return saying.said(connection, dict(zip(numbers, near[found].tolist(), strict=True)))

    def _stems(self, question: Question, stems_of: StemsOf) -> Stems:
        with self._connect() as connection:
            return saying.stems(connection, question, stems_of)

    def lately(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is made of the record as it is now, made once as long as nobody writes to it."""
        return self._now().lately(key, make)

    def summary(self) -> Summary:
        state = self._now()
        return state.once("summary", lambda connection: summaries.summary(connection, state))

    def _near(self, about: bytes, question: Question) -> list[tuple[int, float]]:
        """The numbers of the statements that are near, nearest first, and how near each is."""
        state = self._now()

        def find() -> list[tuple[int, float]]:
            near = self._nearness(state, about)
            rows = np.flatnonzero((near >= NEAR) & state.rows("statements", question))
            order = rows[np.argsort(-near[rows], kind="stable")]
            numbers = state.sheet("statements").numbers[order]
            return list(zip(numbers.tolist(), near[order].tolist(), strict=True))

        return state.lately(("near", about, question), find)

    def _nearness(self, state: State, about: bytes) -> Floats:
        meanings = state.once("meanings", self._meanings)
        sheet = state.sheet("statements")
        return state.lately(("nearness", about), lambda: meanings.nearness(about, sheet))

    def _now(self) -> State:
        """What the record holds now."""
        with self._lock:
            self._watch = self._watch or sqlite.Watch(self._engine)
            version = self._watch.version()
            if self._state is None or self._state[0] != version:
                self._state = version, *self._brought_on()
            return self._state[2]

    def _brought_on(self) -> tuple[Revision, State]:
        """What the record is at since somebody wrote to it, and of what it held what still holds:
        what people pick changes nothing.
        """
        with self._connect() as connection:
            now = revised.revision(connection)
        if self._state is None or self._state[1].kept != now.kept:
            return now, State(self._connect, self._sheet)
        _, before, state = self._state
        return now, state if before == now else state.without(_is_of_corrections)

    def _sheet(self, connection: Connection, listed: Countable) -> Sheet:
        def extend(known: Sheet | None, gone: Numbers) -> Sheet:
            return sheets.extended(connection, listed, known or sheets.empty(listed), gone)

        return self._brought_up(connection, listed, listed, extend)

    def _meanings(self, connection: Connection) -> Meanings:
        def extend(known: Meanings | None, gone: Numbers) -> Meanings:
            return meaning.extended(connection, known or meaning.NO_MEANINGS, gone)

        return self._brought_up(connection, "meanings", "statements", extend)

    def _brought_up(
        self, connection: Connection, key: str, listed: Countable, extend: Extend[T]
    ) -> T:
        """What was kept, with what was added since, and anew what changed."""
        with self._lock:
            now = sheets.stamp(connection, listed)
            before, known = self._kept.get(key, (Stamp(), None))
            if known is None or before != now:
                gone = sheets.changed(connection, listed, before) if known else NOTHING
                much = len(gone) > MANY
                self._kept[key] = now, extend(None if much else known, NOTHING if much else gone)
            return cast(T, self._kept[key][1])


def _is_of_corrections(key: Hashable) -> bool:
    """Whether what is kept under a key depends on what people said that changes no reading."""
    if isinstance(key, Question):
        return key.reviewed is not None
    if isinstance(key, tuple):
        return key[:1] == (_FACETS,) or any(map(_is_of_corrections, key))
    return is_dataclass(key) and any(
        _is_of_corrections(getattr(key, each.name)) for each in fields(key)
    )


def _one(listed: T, known: Any) -> T:
    """The list, if it is one that this can be asked of."""
    one_of("list of that kind", str(listed), get_args(known))
    return listed


def plain(question: Question) -> Question:
    """The question without what is said of the list: which part of it, in what order."""
    status = question.status
    several = tuple(status) if isinstance(status, list) else status
    return replace(question, order=None, start=None, limit=None, status=several)
