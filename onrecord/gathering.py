"""What links make of entries is made when links change, not when somebody asks.

In: a store whose links have changed. Out: its objects and disagreements across articles, kept
ready as lists show them, with what lists are sorted and filtered by. Only what has changed is made
anew, a few hundred entries in a transaction, so that others can write meanwhile and a run that is
killed loses little.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from onrecord import exchange, linking
from onrecord.across import (
    Copies,
    Disagreement,
    History,
    Identity,
    Linkable,
    Occurrence,
    Together,
    Utterance,
)
from onrecord.model import When
from onrecord.portraits import Outline
from onrecord.standing import told, told_by
from onrecord.store.days import FIRST_OF_ALL, LAST_OF_ALL, Days, days
from onrecord.store.words import clean, shelved

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.store.gathered import Waiting
    from onrecord.store.rows import Row
    from onrecord.store.store import Store

Object = Copies | History | Identity | Occurrence | Utterance
TYPES: Mapping[Linkable, type[Object]] = {
    "article": Copies,
    "entity": Identity,
    "statement": Utterance,
    "event": Occurrence,
    "figure": History,
}
DIFFERING: tuple[Linkable, ...] = ("figure", "event", "statement", "entity")  # as they are listed
ALL_TIME = frozenset((FIRST_OF_ALL, LAST_OF_ALL))
SEVERAL, ALONE = "", "one"  # articles that report an utterance: its type
REPEATED = "repeated"  # the trait of a count that one article gives twice over
NOTHING: Mapping[str, str] = MappingProxyType({})
MENTIONS = 200  # in an outline
SHOWN = 200  # names that stand in a column for search; nobody has more that people would type


def gather(
    store: Store,
    each: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> int:
    """Make anew what has changed; how many objects were made. Twice in a row changes nothing.

    ``each`` is called with how many clusters are still to be looked at; ``stop`` says whether to
    leave the rest to a later run.
    """
    from onrecord.store import gathered

    linking.settle_owed(store, stop)
    made = 0
    while store.one(gathered.owed) and not (stop and stop()):
        found = store.change(_gathered)
        made += found
        if each:
            each(store.one(gathered.owing))
    return made


def follow(store: Store) -> None:
    """Gather what a change touched: now, or by whom the store has for it."""
    (store.gather_by or partial(gather, store))()


def ready(store: Store) -> None:
    """Gather before something is listed, where no run of ``link`` is going to do it."""
    from onrecord.store import gathered

    if store.one(gathered.owed_now):
        follow(store)


def parsed(kind: Linkable, line: str) -> Any:
    """The object that was kept as a line of JSON."""
    return exchange.value_from(TYPES[kind], json.loads(line))


def disagreement(line: str) -> Disagreement:
    """The disagreement that was kept as a line of JSON."""
    return exchange.value_from(Disagreement, json.loads(line))


def outline(line: str) -> Outline:
    """Of an identity that was kept as a line of JSON what tells whether it is one."""
    plain = json.loads(line)
    given: dict[str, list[Any]] = {}
    for each in plain["roles"]:
        given.setdefault(each["role"].casefold(), []).append(each)
    printed = {each["article"]: each for each in reversed(plain["members"])}
    first = [*reversed(printed.values())][:MENTIONS]
    counted = {"articles": len(printed), "members": first}
    roles = [
        {"role": each[0]["role"], "times": len(each), "given": each[:2]}
        for _, each in sorted(given.items())
    ]
    return exchange.value_from(Outline, {**plain, **told_by(plain), **counted, "roles": roles})


def made(kind: Linkable, together: Together, about: Mapping[str, str] = NOTHING) -> Any:
    """What entries that links join are; ``about`` is what was compared of articles."""
    return _MAKERS[kind](together, about)


def _gathered(connection: Connection) -> int:
    from onrecord.store import gathered

    page = gathered.take(connection) or []
    rows = [_row(each) for each in page]
    gathered.put(connection, rows, [row for each in page for row in _differing(each)])
    return len(rows)


def _row(waiting: Waiting) -> Row:
    kind = waiting.kind
    value: Object = made(kind, waiting.together, waiting.about)
    spans = [span(each.edtf) for each in _dates(value)]
    return {
        "kind": kind,
        "cluster": waiting.cluster,
        "id": waiting.together.id,
        **{name: clean(text) for name, text in _SHOWN[kind](value).items()},
        "size": _size(value, waiting.together),
        "accounts": len(set(waiting.together.stories)),
        "statements": value.statements if isinstance(value, Identity) else 0,
        "role": json.dumps(told(value)) if isinstance(value, Identity) else None,
        "date": value.when.edtf if isinstance(value, Occurrence) else None,
        "first_day": min((first for first, _ in spans), default=None),
        "last_day": max((last for _, last in spans), default=None),
        "line": written(value),
    }


def _size(value: Object, together: Together) -> int:
    """How many entries there are; of somebody, how many articles, each of which may name them as
    more than one.
    """
    if isinstance(value, Identity):
        return len({each.article for each in value.members})
    return len(together.members)


def _differing(waiting: Waiting) -> Iterator[Row]:
    from onrecord.linker.disagreements import disagreements

    if waiting.kind not in DIFFERING or len(waiting.together.members) < 2:
        return
    for position, found in enumerate(disagreements(waiting.together, waiting.kind)):
        printed = sorted({span(told.published.edtf) for told in found.values})
        yield {
            "kind": waiting.kind,
            "cluster": waiting.cluster,
            "position": position,
            "differing": found.kind,
            "about": clean(found.about),
            "size": len(waiting.together.members),
            "accounts": found.accounts,
            "printed": json.dumps(printed),
            "first_day": printed[0][0],
            "last_day": max(last for _, last in printed),
            "line": written(found),
        }


def written(value: Object | Disagreement) -> str:
    """The same as it is kept."""
    return json.dumps(exchange.json_ready(value), separators=(",", ":"))


def _dates(value: Object) -> Iterable[When]:
    """When an event was; of others, when the articles were printed, as far as that is known."""
    if isinstance(value, Occurrence):
        return (value.when,) if value.when.edtf else ()
    printed = (each.published for each in value.members)
    return (date for date in printed if ALL_TIME.isdisjoint(span(date.edtf)))


def span(edtf: str | None) -> Days:
    """The first and the last day that a date may mean; all time where nothing bounds it."""
    return days(edtf) or (FIRST_OF_ALL, LAST_OF_ALL)


def _copies(together: Together, about: Mapping[str, str]) -> Copies:
    from onrecord.linker.articles import copies
    from onrecord.linker.form import Form

    forms = {entry: Form("article", json.loads(kept), ()) for entry, kept in about.items()}
    return copies(together, forms)


def _identity(together: Together, _: Mapping[str, str]) -> Identity:
    from onrecord.linker.identities import identity

    return identity(together)


def _utterance(together: Together, _: Mapping[str, str]) -> Utterance:
    from onrecord.linker.utterances import utterance

    return utterance(together)


def _occurrence(together: Together, _: Mapping[str, str]) -> Occurrence:
    from onrecord.linker.occurrences import occurrence

    return occurrence(together)


def _history(together: Together, _: Mapping[str, str]) -> History:
    from onrecord.linker.histories import history

    return history(together)


_MAKERS: Mapping[Linkable, Callable[[Together, Mapping[str, str]], Object]] = {
    "article": _copies,
    "entity": _identity,
    "statement": _utterance,
    "event": _occurrence,
    "figure": _history,
}


def _shown(label: str, type: str = "", names: Iterable[str] = (), traits: str = "") -> Row:
    return {"label": label, "type": type, "names": shelved(*names), "traits": f" {traits} "}


def _told_by(value: Utterance) -> str:
    """Two sentences of one article are one account, and no utterance that several report."""
    return SEVERAL if len({each.article for each in value.members}) > 1 else ALONE


def _given_by(value: History) -> str:
    """Sentences of one article with one number are no history, whoever gives it."""
    given = {(each.article, each.value) for each in value.members}
    return REPEATED if len(given) == 1 else ""


# What lists show and ask of an object, by its kind.
_SHOWN: Mapping[Linkable, Callable[[Any], Row]] = {
    "article": lambda v: _shown(next((p.title for p in v.members if p.title), ""), v.agency or ""),
    "entity": lambda v: _shown(v.name, v.kind, v.names[:SHOWN]),
    "statement": lambda v: _shown(
        v.who, _told_by(v), (v.who,), " ".join(sorted({each.wording for each in v.members}))
    ),
    "event": lambda v: _shown(
        f"{v.action}/{v.mode}" if v.mode else v.action, v.action, (*v.actors, *v.recipients)
    ),
    "figure": lambda v: _shown(v.about, v.measure, traits=_given_by(v)),
}
