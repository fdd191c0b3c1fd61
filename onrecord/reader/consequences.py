"""Attributions in, the same without what the article adds of their consequences.

"Kestria said it would not sit down with Meravia, hardening a dispute that has already cost nine
lives": the participle tells what the saying did, and is the article's word. "It had struck a ship,
killing twelve" goes on with what was said, as does whatever stands in quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.reader.cues import table, verb
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.ledger import touch
from onrecord.reader.passages import Text, quoted_share

# What only a speaker's words do to others': nobody says of his own that they do.
STIRRING: Final = table("contradicting echoing undercutting belying")
# So may what was said to have happened: "rebels had burned the village, sparking clashes". Only
# what is yet to be cannot: "it would not sit down, sparking clashes".
CAUSING: Final = table(
    "sparking fueling fuelling stoking prompting triggering provoking igniting drawing causing"
)
TO_COME: Final = table("will would 'll ’ll 'd ’d shall may might could")
# What they do to such matters: "hardening a dispute", "raising hopes"; not "raising taxes".
MOVING: Final = table(
    """
    hardening deepening prolonging escalating worsening heightening intensifying inflaming reviving
    complicating rekindling reigniting dashing dimming
    raising easing ending breaking adding setting widening extending renewing straining testing
    casting clouding
    """
)
MATTERS: Final = table(
    """
    dispute disputes crisis standoff stand-off stalemate deadlock impasse row rift feud conflict
    tension tensions hope hopes fear fears doubt doubts criticism outrage anger concern concerns
    speculation uncertainty pressure controversy confusion question questions alarm suspicion
    suspicions debate backlash condemnation relations divide divisions
    """
)
BEFORE: Final = table(", — – - further thus thereby effectively")
COMMAS: Final = table(", — – -")


def without_consequences(
    grammar: Grammar, text: Text, starts: Sequence[int], known: Sequence[Attributed]
) -> list[Attributed]:
    """``known`` without such clauses; ``starts`` are the characters at which tokens begin."""
    clauses = [
        (t, grammar.last[t] + 1)
        for t, word in enumerate(grammar.words)
        if _consequence(grammar, t, word) and not _in_quotation(text, starts, t)
    ]
    if not clauses:
        return list(known)
    openings = {start for start, _ in clauses}
    told = {_of(grammar, a) for a in known if a.cue and openings.isdisjoint(range(*a.cue))}
    kept = (a for a in known if not (_is_one(grammar, a, openings) and _of(grammar, a) in told))
    cleared = (_cleared(grammar, a, clauses) for a in kept)
    return [a for a in cleared if a is not None]


def _of(grammar: Grammar, known: Attributed) -> tuple[int, TokenSpan | None]:
    """The sentence of its cue, and its source."""
    return grammar.sentence[known.cue[0]] if known.cue else -1, known.source


def _is_one(grammar: Grammar, known: Attributed, openings: set[int]) -> bool:
    """Whether the participle was taken for a cue, and is none."""
    cue = range(*known.cue) if known.cue and known.source else range(0)
    return any(t in openings and verb(grammar.words[t]) is None for t in cue)


def _cleared(grammar: Grammar, one: Attributed, clauses: list[TokenSpan]) -> Attributed | None:
    """An attribution without the clauses behind its cue."""
    cleared: Attributed | None = one
    first = bisect_left(clauses, one.cue or (0, 0))
    for clause in clauses[first : bisect_left(clauses, (one.content[-1][1], 0))]:
        cleared = _without(grammar, cleared, clause) if cleared else None
    return cleared


def _consequence(grammar: Grammar, token: int, word: str) -> bool:
    """Whether a participle after a comma tells what was stirred, or moved in some matter."""
    if grammar.pos[token] != "VERB" or not token or grammar.words[token - 1] not in BEFORE:
        return False
    if word in STIRRING | CAUSING:
        return grammar.dep[token] in ("advcl", "conj", "parataxis", "acl", "xcomp", "dep")
    things = grammar.all(token, "obj", "obl") if word in MOVING else []
    return any(grammar.words[t] in MATTERS for t in things)


def _in_quotation(text: Text, starts: Sequence[int], token: int) -> bool:
    end = starts[token + 1] if token + 1 < len(starts) else len(text.text)
    return quoted_share(text, starts[token], end) > 0


def _without(grammar: Grammar, known: Attributed, clause: TokenSpan) -> Attributed | None:
    """An attribution without the clause; None if nothing is left."""
    if known.cue is None or known.cue[1] > clause[0] or not _added(grammar, known, clause):
        return known
    content = tuple(part for piece in known.content for part in _parts(grammar, piece, clause))
    return replace(known, content=content) if content else None


def _added(grammar: Grammar, known: Attributed, clause: TokenSpan) -> bool:
    """Whether the clause comes after what was said: what goes on behind it holds it."""
    held = [piece for piece in known.content if touch(piece, clause)]
    if not held or clause[0] <= known.content[0][0]:
        return False
    if grammar.words[clause[0]] in CAUSING:
        said = grammar.words[known.content[0][0] : clause[0]]
        if TO_COME.isdisjoint(said):
            return False
    rest = [t for t in range(clause[1], held[-1][1]) if grammar.words[t] not in COMMAS]
    return not rest or grammar.pos[rest[0]] == "CCONJ"


def _parts(grammar: Grammar, piece: TokenSpan, clause: TokenSpan) -> list[TokenSpan]:
    """What of a piece stands before and after the clause."""
    start, end = piece
    before = min(end, clause[0])
    while before > start and grammar.words[before - 1] in BEFORE:
        before -= 1
    after = max(start, clause[1])
    while after < end and grammar.words[after] in COMMAS:
        after += 1
    return [part for part in ((start, before), (after, end)) if part[0] < part[1]]
