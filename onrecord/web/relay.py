"""Who told an article what, and through whom: the publisher at the root, those it quotes or who
pass on others' words below it, those others below them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.model import Statement
from onrecord.phrases.entries import nobody


@dataclass(frozen=True, slots=True)
class Teller:
    """Somebody in the chain: how many statements end with them, the first of these, and whom they
    pass on. ``below`` counts the statements of those.
    """

    who: str
    unnamed: bool = False
    statements: int = 0
    first: str | None = None
    below: int = 0
    told_by: tuple[Teller, ...] = ()


@dataclass(slots=True)
class _Growing:
    unnamed: bool = False
    said: list[str] = field(default_factory=list)
    told_by: dict[str, _Growing] = field(default_factory=dict)


def tellers(publisher: str, statements: Iterable[Statement]) -> Teller:
    """The tree of an article's chains: who passes others on first, then whoever says most."""
    root = _Growing()
    for statement in statements:
        last = root
        for relay in statement.via:
            last = last.told_by.setdefault(relay.who, _Growing())
        last = last.told_by.setdefault(statement.who or nobody(statement), _Growing())
        last.unnamed = last.unnamed or statement.unnamed
        last.said.append(statement.id)
    return _grown(publisher, root)


def _grown(who: str, growing: _Growing) -> Teller:
    told_by = [_grown(name, each) for name, each in growing.told_by.items()]
    told_by.sort(key=lambda each: (not each.below, -each.below - each.statements))
    return Teller(
        who,
        growing.unnamed,
        len(growing.said),
        growing.said[0] if growing.said else None,
        sum(each.statements + each.below for each in told_by),
        tuple(told_by),
    )
