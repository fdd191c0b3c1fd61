"""An attribution in, out whether its words were only hoped for or supposed.

"I hope that one day America says, '…'" and "if the Chinese pledged to cap emissions" state nothing
that was said. What someone could, should or would say remains: PolNeAR, which the reader is
measured by, counts it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.reader.acts import cue_word
from onrecord.reader.cues import table

if TYPE_CHECKING:
    from onrecord.reader.grammar import Grammar
    from onrecord.reader.labels import TokenSpan

HOPING: Final = table(
    """
    hope hopes hoped hoping wish wishes wished wishing imagine imagines imagined imagining pray
    prays prayed praying dream dreams dreamed dreaming suppose
    """
)
UNREAL: Final = table("if unless")
NOT_SUPPOSED: Final = table("as even asked")  # "as if to say", "even if he did say"


def supposed(grammar: Grammar, cue: TokenSpan | None, said: str) -> bool:
    """Whether the cue, printed as ``said``, stands in what is hoped or supposed."""
    word = cue_word(said)
    verb = _head(grammar, cue) if cue else None
    if verb is None or word is None or word.attitude:
        return False
    hoped = grammar.dep[verb] == "ccomp" and grammar.words[grammar.head[verb]] in HOPING
    return hoped or (grammar.dep[verb] == "advcl" and _conditional(grammar, verb))


def _head(grammar: Grammar, cue: TokenSpan) -> int | None:
    """The verb of the cue that hangs outside it."""
    verbs = (t for t in range(*cue) if grammar.pos[t] == "VERB")
    return next((t for t in verbs if not cue[0] <= grammar.head[t] < cue[1]), None)


def _conditional(grammar: Grammar, verb: int) -> bool:
    return any(
        grammar.words[m] in UNREAL and (not m or grammar.words[m - 1] not in NOT_SUPPOSED)
        for m in grammar.all(verb, "mark")
    )
