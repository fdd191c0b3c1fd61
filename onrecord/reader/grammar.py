"""A parsed Doc as plain lists, for rules: who governs whom, what hangs below.

The parse may be missing or wrong: every question has an answer for a token without relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.reader.cues import table

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.reader.labels import TokenSpan

OWNING = table("' ’ 's ’s")
NOMINAL = table("NOUN PROPN PRON NUM SYM X")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Per token: the word in lower case, part of speech, relation, head, children and reach."""

    words: tuple[str, ...]
    pos: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    sentence: tuple[int, ...]
    parsed: bool

    def child(self, token: int, *relations: str) -> int | None:
        """The first child in one of these relations."""
        return next((c for c in self.children[token] if self.dep[c] in relations), None)

    def all(self, token: int, *relations: str) -> list[int]:
        return [c for c in self.children[token] if self.dep[c] in relations]

    def span(self, token: int) -> TokenSpan:
        """All that hangs below ``token``, from first to last."""
        return self.first[token], self.last[token] + 1

    def below(self, token: int) -> list[int]:
        """The tokens of the subtree, in order."""
        found, waiting = [], [token]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.children[at])
        return sorted(found)

    def case(self, token: int) -> str:
        """The preposition of a phrase: "for" in "called for a pause"; no "’s" hung on it."""
        found = (self.words[c] for c in self.all(token, "case", "mark"))
        return next((word for word in found if word not in OWNING), "")


def grammar_of(doc: Doc) -> Grammar:
    """``Grammar`` of a parsed Doc; linear in its length, and made once: the Doc keeps it."""
    kept = doc.user_data.get("grammar")
    if not isinstance(kept, Grammar):
        kept = doc.user_data["grammar"] = _read_off(doc)
    return kept


def _read_off(doc: Doc) -> Grammar:
    seen = [(t.text.lower(), t.pos_, t.dep_, t.head.i, bool(t.is_sent_start)) for t in doc]
    heads = tuple(s[3] for s in seen)
    children: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    first, last = _reaches(heads, children)
    deps = tuple(s[2] for s in seen)
    return Grammar(
        tuple(s[0] for s in seen),
        tuple(s[1] for s in seen),
        deps,
        heads,
        tuple(map(tuple, children)),
        first,
        last,
        tuple(_sentences([s[4] for s in seen])),
        any(d not in ("", "dep", "ROOT", "root") for d in deps),
    )


def _reaches(
    heads: tuple[int, ...], children: list[list[int]]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last token below every token, children before heads, without recursion."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    order = [i for i, head in enumerate(heads) if head == i]
    for token in order:
        order.extend(children[token])
    for token in reversed(order):
        head = heads[token]
        first[head] = min(first[head], first[token])
        last[head] = max(last[head], last[token])
    return tuple(first), tuple(last)


def _sentences(starts: list[bool]) -> Iterator[int]:
    """For every token the number of its sentence."""
    number = 0
    for token, begins in enumerate(starts):
        number += begins and token > 0
        yield number
