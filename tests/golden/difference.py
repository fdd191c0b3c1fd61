"""How two readings of the same article differ, in words: one line for each thing that changed.

Statements are paired by the words of their contents, best overlap first; then come who says it, the
manner, the chain of relays and the rest, field by field. The version of the reader is no
difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.exchange import json_ready
from onrecord.model import Article, Entity, Reading, Statement

ALIKE = 0.5  # share of common letters from which two contents are the same statement's
_SHOWN = 70
_ARTICLE = ("title", "publisher", "authors", "agencies", "published", "language", "url")
_STATEMENT = ("who", "manner", "act", "unnamed", "negated", "condition", "cue", "source")
_CHAIN = ("via", "addressee", "occasion", "said")


def differences(old: Reading | None, new: Reading | None) -> tuple[str, ...]:
    """Lines such as ``~ “It rained.”: who “Ada Marsh” → none``; none where nothing differs."""
    if old is None or new is None:
        reading = old or new
        count = len(reading.statements) if reading else 0
        return (f"{'-' if new is None else '+'} the whole reading, {_many(count, 'statement')}",)
    if old.article.text != new.article.text:
        return ("~ the article's text is another; every passage is new", *_statements(old, new))
    told = (*_article(old.article, new.article), *_entities(old, new), *_statements(old, new))
    return told or _elsewhere(old, new)


def _elsewhere(old: Reading, new: Reading) -> tuple[str, ...]:
    """The fields that differ where no words do: ids, offsets, parts, dateline."""
    before, after = json_ready(old), json_ready(new)
    named = [
        key for key in before if key not in ("reader", "article") and before[key] != after[key]
    ]
    inner = [k for k in before["article"] if before["article"][k] != after["article"][k]]
    return tuple(
        f"~ {name} differs in detail" for name in (*named, *(f"article.{k}" for k in inner))
    )


def _article(old: Article, new: Article) -> Iterator[str]:
    before, after = json_ready(old), json_ready(new)
    for key in _ARTICLE:
        if before[key] != after[key]:
            yield f"~ article: {key} {_word(before[key])} → {_word(after[key])}"


def _entities(old: Reading, new: Reading) -> Iterator[str]:
    before, after = _named(old), _named(new)
    for name in sorted(before.keys() - after.keys()):
        yield f"- {before[name].kind} {name}, {_many(len(before[name].mentions), 'mention')}"
    for name in sorted(after.keys() - before.keys()):
        yield f"+ {after[name].kind} {name}, {_many(len(after[name].mentions), 'mention')}"
    for name in sorted(before.keys() & after.keys()):
        changed = list(_entity(before[name], after[name]))
        if changed:
            yield f"~ {name}: {'; '.join(changed)}"


def _named(reading: Reading) -> dict[str, Entity]:
    """Entities by name; a second one of the same name has a number behind it."""
    named: dict[str, Entity] = {}
    for entity in reading.entities:
        same = sum(e.name == entity.name for e in named.values())
        named[entity.name if not same else f"{entity.name} ({same + 1})"] = entity
    return named


def _entity(old: Entity, new: Entity) -> Iterator[str]:
    if old.kind != new.kind:
        yield f"kind {old.kind} → {new.kind}"
    if old.roles != new.roles:
        yield f"roles {_word(json_ready(old.roles))} → {_word(json_ready(new.roles))}"
    lost = [m.text for m in old.mentions if m not in new.mentions]
    won = [m.text for m in new.mentions if m not in old.mentions]
    if lost or won:
        yield f"mentions {_word(lost)} → {_word(won)}"


def _statements(old: Reading, new: Reading) -> Iterator[str]:
    pairs = paired(old.statements, new.statements)
    after = {j: i for i, j in pairs.items()}
    for i, statement in enumerate(old.statements):
        if i not in pairs:
            yield f"- {told(statement)}"
        elif changed := list(_changed(statement, new.statements[pairs[i]])):
            yield f"~ {_quoted(_words(statement))}: {'; '.join(changed)}"
    for j, statement in enumerate(new.statements):
        if j not in after:
            yield f"+ {told(statement)}"


def paired(old: tuple[Statement, ...], new: tuple[Statement, ...]) -> dict[int, int]:
    """Which statement of ``new`` is which of ``old``, by index: best overlap of content first."""
    overlaps = [
        (_overlap(a, b) + (a.who == b.who) / 2, -i, -j)
        for i, a in enumerate(old)
        for j, b in enumerate(new)
        if _overlap(a, b) >= ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(overlaps, reverse=True):
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _overlap(a: Statement, b: Statement) -> float:
    one, two = ({n for p in s.content for n in range(p.start, p.end)} for s in (a, b))
    return len(one & two) / len(one | two) if one | two else 0.0


def _changed(old: Statement, new: Statement) -> Iterator[str]:
    if _words(old) != _words(new):
        yield f"content → {_quoted(_words(new))}"
    before, after = json_ready(old), json_ready(new)
    for key in (*_STATEMENT, *_CHAIN):
        if _word(before[key]) != _word(after[key]):
            yield f"{key} {_word(before[key])} → {_word(after[key])}"


def told(statement: Statement) -> str:
    """The statement in one line: ``Ada Marsh said, directly: “It rained.”``."""
    via = "".join(f" via {relay.who}" for relay in statement.via)
    cue = statement.cue.text if statement.cue else "(no cue)"
    return (
        f"{statement.who or 'nobody'}{via} {cue}, {statement.manner}: {_quoted(_words(statement))}"
    )


def _words(statement: Statement) -> str:
    return " … ".join(" ".join(piece.text.split()) for piece in statement.content)


def _word(value: Any) -> str:
    """Any value of a reading as a few words."""
    if isinstance(value, dict):
        return _word(value.get("who", value.get("edtf", value.get("text"))))
    if isinstance(value, list):
        return ", ".join(map(_word, value)) or "none"
    if value is None or isinstance(value, bool):
        return {None: "none", True: "yes", False: "no"}[value]
    return _quoted(str(value))


def _quoted(words: str) -> str:
    return f"“{words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + '…'}”"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
