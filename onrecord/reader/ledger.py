"""The attributions known so far, and by which tokens: spans of tokens in, who has them out.

Asking costs as much as the span is long, however many attributions there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.reader.labels import Attributed, TokenSpan


class Ledger:
    """Attributions by number; numbers stay while entries are added or put right."""

    def __init__(self, known: Iterable[Attributed]) -> None:
        self.known: list[Attributed] = []
        self._named: dict[int, list[int]] = {}
        self._content: dict[int, list[int]] = {}
        for attribution in known:
            self.add(attribution)

    def add(self, attribution: Attributed) -> None:
        self.known.append(attribution)
        self._enter(len(self.known) - 1)

    def put(self, number: int, attribution: Attributed) -> None:
        """Number ``number`` as it should be."""
        self.known[number] = attribution
        self._enter(number)

    def _enter(self, number: int) -> None:
        attribution = self.known[number]
        for span in (attribution.source, attribution.cue):
            if span:
                _note(self._named, range(*span), number)
        _note(self._content, sorted(tokens_of(attribution.content)), number)

    def named(self, span: TokenSpan) -> list[int]:
        """Whose source or cue shares a token with ``span``."""
        numbers = {n for t in range(*span) for n in self._named.get(t, ())}
        return sorted(n for n in numbers if _names(self.known[n], span))

    def holding(self, span: TokenSpan) -> list[int]:
        """Whose content shares a token with ``span``."""
        numbers = {n for t in range(*span) for n in self._content.get(t, ())}
        return sorted(n for n in numbers if any(touch(span, p) for p in self.known[n].content))


def _note(where: dict[int, list[int]], tokens: Iterable[int], number: int) -> None:
    for token in tokens:
        numbers = where.setdefault(token, [])
        if number not in numbers:
            numbers.append(number)


def _names(attribution: Attributed, span: TokenSpan) -> bool:
    return touch(attribution.source, span) or touch(attribution.cue, span)


def touch(one: TokenSpan | None, other: TokenSpan | None) -> bool:
    """Whether two spans share a token."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def tokens_of(content: Sequence[TokenSpan]) -> set[int]:
    return {t for a, b in content for t in range(a, b)}


def alike(one: Sequence[TokenSpan], other: Sequence[TokenSpan]) -> bool:
    """Whether two contents are mostly the same words."""
    these, those = tokens_of(one), tokens_of(other)
    return len(these & those) >= 0.7 * max(len(these), len(those), 1)


def overlapping(one: Sequence[TokenSpan], other: Sequence[TokenSpan]) -> bool:
    """Whether the shorter of two contents lies mostly in the longer."""
    these, those = tokens_of(one), tokens_of(other)
    return len(these & those) > 0.5 * min(len(these), len(those))


def covered(span: TokenSpan, content: Sequence[TokenSpan]) -> bool:
    """Whether a span lies in a content, a token more or less."""
    shared = sum(max(0, min(b, span[1]) - max(a, span[0])) for a, b in content)
    return shared >= 0.8 * (span[1] - span[0])


def cut(content: Sequence[TokenSpan], spans: Sequence[TokenSpan]) -> tuple[TokenSpan, ...]:
    """The content without the spans."""
    for start, end in spans:
        parts = (part for a, b in content for part in ((a, min(b, start)), (max(a, end), b)))
        content = [part for part in parts if part[0] < part[1]]
    return tuple(content)


def size(content: Sequence[TokenSpan]) -> int:
    return sum(b - a for a, b in content)
