"""What is the same across articles, and where they differ, as rows: the columns of each kind.

A row is one report, copy, value or figure, beside what it belongs to: ``(copies, member)`` for each
member, so that a spreadsheet can sort and count them. An entity and a link are a row each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from onrecord.across import (
    Conflict,
    Copies,
    Disagreement,
    History,
    Identity,
    Link,
    Linked,
    Utterance,
)
from onrecord.export.cells import Column, listed
from onrecord.standing import NOTHING, told

_WHERE: tuple[Column, ...] = (
    ("article", lambda v: v[1].article),
    ("publisher", lambda v: v[1].publisher),
    ("published", lambda v: v[1].published.edtf),
)
COLUMNS: dict[type, tuple[Column, ...]] = {
    Copies: (
        ("id", lambda v: v[0].id),
        ("agency", lambda v: v[0].agency),
        ("relation", lambda v: v[1].relation),
        ("share", lambda v: v[1].share),
        ("title", lambda v: v[1].title),
        *_WHERE,
    ),
    Identity: (
        ("id", lambda v: v.id),
        ("name", lambda v: v.name),
        ("kind", lambda v: v.kind),
        *((name, lambda v, name=name: told(v)[name]) for name in NOTHING),
        ("names", lambda v: listed(v.names)),
        ("roles", lambda v: listed(dict.fromkeys(given.role for given in v.roles))),
        ("articles", lambda v: len({member.article for member in v.members})),
        ("accounts", lambda v: v.accounts),
        ("statements", lambda v: v.statements),
        ("conflicts", lambda v: listed(conflict.reason for conflict in v.conflicts)),
    ),
    Utterance: (
        ("id", lambda v: v[0].id),
        ("who", lambda v: v[0].who),
        ("said", lambda v: v[0].said.edtf),
        ("said_basis", lambda v: v[0].said.basis),
        ("accounts", lambda v: v[0].accounts),
        ("statement", lambda v: v[1].statement),
        ("wording", lambda v: v[1].wording),
        ("text", lambda v: v[1].text),
        ("wording_accounts", lambda v: v[1].accounts),
        ("against", lambda v: v[1].against),
        ("reason", lambda v: v[1].reason),
        ("manner", lambda v: v[1].manner),
        ("via", lambda v: listed(v[1].via)),
        *_WHERE,
    ),
    Disagreement: (
        ("kind", lambda v: v[0].kind),
        ("about", lambda v: v[0].about),
        ("accounts", lambda v: v[0].accounts),
        ("value", lambda v: v[1].value),
        ("according_to", lambda v: v[1].according_to),
        ("entry", lambda v: v[1].entry),
        ("text", lambda v: v[1].text),
        ("reason", lambda v: v[0].reason),
        *_WHERE,
    ),
    History: (
        ("id", lambda v: v[0].id),
        ("about", lambda v: v[0].about),
        ("measure", lambda v: v[0].measure),
        ("place", lambda v: v[0].place),
        ("accounts", lambda v: v[0].accounts),
        ("low", lambda v: v[1].low),
        ("best", lambda v: v[1].value),
        ("high", lambda v: v[1].high),
        ("qualifier", lambda v: v[1].qualifier),
        ("as_of", lambda v: v[1].as_of.edtf),
        ("according_to", lambda v: v[1].according_to),
        ("entry", lambda v: v[1].entry),
        ("text", lambda v: v[1].text),
        ("superseded_by", lambda v: v[1].superseded_by),
        *_WHERE,
    ),
    Link: (
        ("id", lambda v: v.id),
        ("kind", lambda v: v.kind),
        ("left", lambda v: v.left),
        ("right", lambda v: v.right),
        ("judgement", lambda v: v.judgement),
        ("score", lambda v: v.score),
        ("reasons", lambda v: listed(v.reasons)),
        ("decided_by", lambda v: v.decided_by),
        ("decided_at", lambda v: v.decided_at),
        ("withdrawn_at", lambda v: v.withdrawn_at),
        ("why", lambda v: v.why),
        ("withdrawn_by", lambda v: v.withdrawn_by),
        ("withdrawn_why", lambda v: v.withdrawn_why),
    ),
    Conflict: (
        ("left", lambda v: v.left),
        ("right", lambda v: v.right),
        ("reason", lambda v: v.reason),
    ),
    Linked: (
        ("articles", lambda v: v.articles),
        ("links", lambda v: v.links),
        ("withdrawn", lambda v: v.withdrawn),
        ("conflicts", lambda v: v.conflicts),
        ("failures", lambda v: len(v.failures)),
    ),
}


def _members(value: Any) -> Iterator[Any]:
    return ((value, member) for member in value.members)


def _values(value: Disagreement) -> Iterator[Any]:
    return ((value, told) for told in value.values)


# What gives a row for each of its parts; the rest is one row.
PARTS: dict[type, Callable[[Any], Iterator[Any]]] = {
    Copies: _members,
    Utterance: _members,
    Disagreement: _values,
    History: _members,
}
