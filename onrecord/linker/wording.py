"""Two wordings in; whether they are the same words, and how one became the other, word by word.

What copy desks change without a second thought (``words``) is no change, nor is an excerpt: words
may be left off at either end, and inside where an ellipsis or brackets say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.across import Change
from onrecord.linker.words import FUNCTION, GAP, OPENERS, SLIGHT, STAND_IN, stems, words

_PRINTED = re.compile(r"\[[^\]\n]{0,80}\]\S*|\S+")
_BRIEF = 1  # so many function words between two changes are read as part of one change
_FALSE_START = 8  # words, at most
_FILLED = 6  # so many words may stand where another article has brackets

Words = tuple[str, ...]


def changes(before: str, after: str) -> tuple[Change, ...]:
    """How ``before`` became ``after``, in stretches. A stretch that is the same in its words is
    given as ``after`` prints it; joined with blanks, either side has the words of its text.
    """
    old, new = _units(before), _units(after)
    matcher = SequenceMatcher(None, [u[1] for u in old], [u[1] for u in new], autojunk=False)
    steps = [(tag != "equal", a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes()]
    return _run_together(_change(old[a:b], new[c:d]) for _, a, b, c, d in _readable(steps, new))


_Unit = tuple[str, Words]
_Step = tuple[bool, int, int, int, int]


def _units(text: str) -> list[_Unit]:
    """Words as printed, each with what counts of it; a dash goes with the word before it."""
    found: list[_Unit] = []
    for match in _PRINTED.finditer(text):
        counted = words(match[0])
        if found and (not counted or not found[0][1]):
            last = found.pop()
            found.append((f"{last[0]} {match[0]}", last[1] + counted))
        else:
            found.append((match[0], counted))
    return found


def _readable(steps: list[_Step], new: list[_Unit]) -> list[_Step]:
    """Neighbouring changes as one, also where a mere "of the" stands between them."""
    grouped: list[_Step] = []
    for index, (changed, a, b, c, d) in enumerate(steps):
        between = 0 < index < len(steps) - 1 and not changed and _brief(new[c:d])
        if grouped and grouped[-1][0] and (changed or between):
            _, first, _, start, _ = grouped.pop()
            grouped.append((True, first, b, start, d))
        else:
            grouped.append((changed, a, b, c, d))
    return grouped


def _brief(units: list[_Unit]) -> bool:
    found = [word for unit in units for word in unit[1]]
    return len(found) <= _BRIEF and all(word in FUNCTION for word in found)


def _change(old: list[_Unit], new: list[_Unit]) -> Change:
    before, after = (" ".join(unit[0] for unit in units) for units in (old, new))
    same = old and new and _letters(old) == _letters(new)
    return Change(after, after) if same else Change(before, after)


def _letters(units: list[_Unit]) -> str:
    """The letters of words without blanks: "cease-fire" is "ceasefire"."""
    return "".join(word for unit in units for word in unit[1])


def _run_together(stretches: Iterable[Change]) -> tuple[Change, ...]:
    """Neighbouring stretches that are the same as one: "Defense: we" and "will not"."""
    found: list[Change] = []
    for one in stretches:
        if found and one.same and found[-1].same:
            joined = f"{found.pop().after} {one.after}"
            found.append(Change(joined, joined))
        else:
            found.append(one)
    return tuple(found)


def fluent(spoken: Words) -> Words:
    """Words without false starts: "if they get to, if they get to open it" is said once."""
    said: list[str] = []
    for word in spoken:
        said.append(word)
        for length in range(1, _FALSE_START + 1):
            if said[-length:] == said[-2 * length : -length]:
                del said[-length:]
                break
    return tuple(said)


def other_words(mine: Words, theirs: Words) -> bool:
    """Whether two wordings of a sentence differ in a word that carries meaning, and not only in
    where they begin or end.
    """
    steps = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    alike = sum(b - a for tag, a, b, _, _ in steps if tag == "equal")
    if 2 * alike < min(len(mine), len(theirs)):
        return True
    first, last = steps[0], steps[-1]
    if _reshaped(mine[: first[2]][-1:], theirs[: first[4]][-1:]) and first[0] != "equal":
        return True
    if _reshaped(mine[last[1] :][:1], theirs[last[3] :][:1]) and last[0] != "equal":
        return True
    inside = [step for n, step in enumerate(steps) if not (_at_end(n, steps) and _uneven(step))]
    changed = (
        w for tag, a, b, c, d in inside if tag != "equal" for w in (*mine[a:b], *theirs[c:d])
    )
    return any(word not in SLIGHT for word in changed)


def _reshaped(mine: Words, theirs: Words) -> bool:
    """Whether two words where an excerpt begins or ends are forms of one: "law", "laws"."""
    return bool(mine and theirs) and mine != theirs and stems(mine) == stems(theirs) != frozenset()


def _at_end(number: int, steps: Sequence[object]) -> bool:
    return number in (0, len(steps) - 1)


def _uneven(step: tuple[str, int, int, int, int]) -> bool:
    """Whether one of two has more words there: it begins earlier, or goes on."""
    tag, a, b, c, d = step
    return tag != "equal" and b - a != d - c


def in_stretches(mine: Words, theirs: Words) -> float:
    """The share of the shorter that stands in the other in stretches of two words or more."""
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    alike = sum(block.size for block in blocks if block.size > 1)
    return alike / max(min(len(mine), len(theirs)), 1)


def agree(left: Sequence[Words], right: Sequence[Words]) -> bool:
    """Whether the quoted pieces of one all stand in those of the other."""
    return bool(left and right) and (_all_in(left, right) or _all_in(right, left))


def _all_in(pieces: Sequence[Words], whole: Sequence[Words]) -> bool:
    return len(pieces) == len(shared(pieces, whole))


def shared(pieces: Sequence[Words], whole: Sequence[Words]) -> list[Words]:
    """Those of some quoted pieces that stand in the whole of others."""
    joined = tuple(word for piece in whole for word in (*piece, GAP))[:-1]
    return [piece for piece in pieces if stands_in(piece, joined)]


@lru_cache(maxsize=16384)
def stands_in(piece: Words, whole: Words) -> bool:
    """Whether the words of a piece stand in a row in the whole, but for ellipses and brackets.

    "Let [Meravia] open the gates … tomorrow" stands in "Let them open the gates, all of them,
    tomorrow". A conjunction that begins the piece may be missing from the whole.
    """
    text, edges = _joined(whole)
    if _runs_in(_runs(piece), text, edges):
        return True
    bare = piece
    while len(bare) > 2 and bare[0] in OPENERS:
        bare = bare[1:]
        if _runs_in(_runs(bare), text, edges):
            return True
    return False


_Run = tuple[str, bool]  # its letters, and whether it may stand anywhere after the last one


@lru_cache(maxsize=16384)
def _runs(piece: Words) -> list[_Run]:
    runs: list[_Run] = []
    held: list[str] = []
    free = True
    for word in (*piece, GAP):
        if word not in (GAP, STAND_IN):
            held.append(word)
            continue
        if held:
            runs.append(("".join(held), free))
            held, free = [], False
        free = free or word == GAP
    return runs


@lru_cache(maxsize=16384)
def _joined(whole: Words) -> tuple[str, frozenset[int]]:
    """The letters of a whole without blanks ("ceasefire", "cease-fire"), and where words begin.

    An ellipsis stays as a letter that no run has; an editor's brackets are passed over.
    """
    text, edges = "", {0}
    for word in whole:
        text += "" if word == STAND_IN else word
        edges.add(len(text))
    return text, frozenset(edges)


def _runs_in(runs: list[_Run], text: str, edges: frozenset[int]) -> bool:
    if not runs:
        return False
    at = 0
    for index, (run, free) in enumerate(runs):
        found = _at(run, text, edges, at)
        if found < 0 or (index and not free and _between(edges, at, found) > _FILLED):
            return False
        at = found + len(run)
    return True


def _at(run: str, text: str, edges: frozenset[int], start: int) -> int:
    found = text.find(run, start)
    while found >= 0 and not (found in edges and found + len(run) in edges):
        found = text.find(run, found + 1)
    return found


def _between(edges: frozenset[int], start: int, end: int) -> int:
    return sum(start < edge <= end for edge in edges)
