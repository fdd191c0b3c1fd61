"""An attribution in, out whether its words were only asked about, hoped for or supposed.

"Did he say when they would arrive?", "asked whether the mayor had said so", "I hope that one day
America says, '…'" and "if the Chinese pledged to cap emissions" state nothing that was said. What
someone could, should or would say remains: PolNeAR, which the reader is measured by, counts it; and
"Why did he say so?" takes for granted that he did.
"""

from __future__ import annotations

from collections.abc import Iterator
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
# "demanded that the mayor admit": what is demanded is not yet said.
WANTING: Final = table(
    """
    demand demands demanded demanding urge urges urged urging recommend recommends recommended
    request requests requested propose proposes proposed insist insists insisted suggest suggests
    suggested require requires required
    """
)
UNREAL: Final = table("if unless")
NOT_SUPPOSED: Final = table("as even asked")  # "as if to say", "even if he did say"
ASKING: Final = table("whether")
INVERTED: Final = table("should had were")  # "Had the ministry warned them, …"
GRANTING: Final = table("why how when where")  # what they ask about took place
# What is known, heard or minded is so: "Did you know that he said …?"
KNOWING: Final = table(
    """
    know knows knew known aware hear heard notice noticed remember remembered forget forgot realize
    realized realise realised recall see saw regret mind care
    """
)
AUXILIARIES: Final = table(
    """
    do does did has have had is are was were will would can could should may might shall must
    isn't don't doesn't didn't hasn't haven't hadn't aren't wasn't weren't won't wouldn't ca
    """
)
# "Only then did he say so", "nor did she say why", "so did the mayor": no questions
TURNING: Final = table("only nor neither not never so rarely seldom hardly scarcely little as than")
LABELS: Final = table("question q reporter : - – — “ \" ‘ ' and but so well then yes no ,")
COMPLEMENTS: Final = ("ccomp", "xcomp", "csubj", "csubj:pass", "conj")
SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer", "expl", "csubj")
HIGHEST: Final = 5  # clauses above a cue that are looked at


def supposed(grammar: Grammar, cue: TokenSpan | None, said: str) -> bool:
    """Whether the cue, printed as ``said``, stands in what is asked, hoped or supposed."""
    word = cue_word(said)
    verb = _head(grammar, cue) if cue else None
    if verb is None or word is None:
        return False
    clauses = list(_clauses(grammar, verb))
    if any(_asked(grammar, c) for c in clauses):
        return True
    if word.attitude:
        return False
    over = grammar.words[grammar.head[verb]] if grammar.dep[verb] == "ccomp" else ""
    bare = grammar.words[verb] == word.lemma and grammar.child(verb, "aux") is None
    return (
        over in HOPING
        or (over in WANTING and bare)
        or any(_conditional(grammar, c) for c in clauses)
    )


def _head(grammar: Grammar, cue: TokenSpan) -> int | None:
    """The verb of the cue that hangs outside it."""
    verbs = (t for t in range(*cue) if grammar.pos[t] == "VERB")
    return next((t for t in verbs if grammar.head[t] not in {*range(*cue)} - {t}), None)


def _clauses(grammar: Grammar, verb: int) -> Iterator[int]:
    """The verb, and the predicates of the clauses it is told in, as far as they leave it open."""
    for _ in range(HIGHEST):
        yield verb
        head = grammar.head[verb]
        if head == verb or grammar.dep[verb] not in COMPLEMENTS:
            return
        if grammar.words[head] in KNOWING and grammar.dep[verb] != "conj":
            return
        verb = head


def _asked(grammar: Grammar, clause: int) -> bool:
    """Whether a clause asks if it is so: "whether he said", "did he say …?", "who said …?"."""
    marks = [grammar.words[m] for m in grammar.all(clause, "mark")]
    if any(m in ASKING or (m == "if" and grammar.dep[clause] == "ccomp") for m in marks):
        return True
    doer = grammar.child(clause, *SUBJECTS)
    if doer is None or doer > clause or any(m not in LABELS for m in marks):
        return False
    if grammar.words[doer] == "who" and grammar.dep[clause] not in ("acl:relcl", "ccomp"):
        return _question(grammar, clause)
    first = min((t for t in grammar.all(clause, "aux", "cop", "aux:pass")), default=doer)
    if first >= doer or grammar.words[first] not in AUXILIARIES:
        return False
    opening = [w for w in _sentence_before(grammar, first) if w not in LABELS]
    if not GRANTING.isdisjoint(opening) or not TURNING.isdisjoint(opening):
        return False
    return _question(grammar, clause) or (not opening and grammar.words[first] not in INVERTED)


def _sentence_before(grammar: Grammar, token: int) -> list[str]:
    number = grammar.sentence[token]
    before = token
    while before and grammar.sentence[before - 1] == number:
        before -= 1
    return [grammar.words[t] for t in range(before, token) if grammar.pos[t] != "SPACE"]


def _question(grammar: Grammar, token: int) -> bool:
    """Whether the sentence goes on to a question mark."""
    number = grammar.sentence[token]
    while token < len(grammar.words) and grammar.sentence[token] == number:
        if grammar.words[token].startswith("?"):
            return True
        token += 1
    return False


def _conditional(grammar: Grammar, verb: int) -> bool:
    """ "if the ministry says so", "had the ministry said so"."""
    if grammar.dep[verb] != "advcl":
        return False
    marks = grammar.all(verb, "mark")
    if not marks:
        doer = grammar.child(verb, *SUBJECTS)
        before = [] if doer is None else grammar.all(verb, "aux", "cop", "aux:pass")
        return any(t < (doer or 0) and grammar.words[t] in INVERTED for t in before)
    return any(
        grammar.words[m] in UNREAL | INVERTED
        and (not m or grammar.words[m - 1] not in NOT_SUPPOSED)
        for m in marks
    )
