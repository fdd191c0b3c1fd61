"""Quotations that a sentence introduces: attributions in, the same with those that nobody had out.

"Councillor Dorn spoke to the press after the vote: “Please go, mayor.”" gives the words to Dorn,
though "spoke" takes no clause and the network passed over it. Who speaks is the subject of the
verb that governs what stands before the colon; where there is none, the quotation stays nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from onrecord.reader.cues import verb
from onrecord.reader.frames import NOBODY, source_span, subject
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.ledger import Ledger
from onrecord.reader.passages import Text
from onrecord.reader.quotes import Quoted

FEWEST: Final = 4  # words of a quotation that is no name
SURE: Final = 0.5


def with_introduced(
    grammar: Grammar, text: Text, starts: Sequence[int], known: Sequence[Attributed]
) -> list[Attributed]:
    """``known`` with the introduced; ``starts`` are the characters at which tokens begin."""
    ledger = Ledger(known)
    for quoted in text.quoted:
        whole = bisect_left(starts, quoted.start), bisect_left(starts, quoted.end)
        if quoted.depth or whole[1] - whole[0] < FEWEST or ledger.holding(whole):
            continue
        before = _introduction(text, starts, quoted)
        found = _speaker(grammar, before) if before else None
        if found and not any(map(ledger.named, found)):
            ledger.add(Attributed(*found, (whole,), SURE))
    return ledger.known


def _introduction(text: Text, starts: Sequence[int], quoted: Quoted) -> TokenSpan | None:
    """The words of its sentence before the colon."""
    colon = len(text.text[: quoted.open].rstrip()) - 1
    if colon < text.paragraph(quoted.open)[0] or text.text[colon] != ":":
        return None
    return bisect_left(starts, text.sentence(colon)[0]), bisect_left(starts, colon)


def _speaker(grammar: Grammar, before: TokenSpan) -> tuple[TokenSpan, TokenSpan] | None:
    """The subject and the verb of speech that govern the introduction."""
    for token in reversed(range(*before)):
        word = verb(grammar.words[token]) if grammar.pos[token] == "VERB" else None
        if word is None or word.attitude or grammar.dep[token] not in ("ROOT", "conj"):
            continue
        own = subject(grammar, token)
        if own is not None and before[0] <= own < token and grammar.words[own] not in NOBODY:
            return source_span(grammar, own), (token, token + 1)
    return None
