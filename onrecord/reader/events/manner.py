"""A word in, how it is said out: refused, intended, by whom, of whom; and what "fire" is fire.

Places that rules ask about besides a word's own phrases: "would *not* sit down" is a refusal, "said
there would be no talks" one by whoever said so, "called the vote *regrettable*" a criticism.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.grammar import Grammar

NOT: Final = table("not n't n’t never no")
FIRING: Final = table(
    """
    open opens opened opening return returns returned returning exchange exchanges exchanged
    exchanging trade trades traded trading draw drew drawn hold held cease ceased under friendly
    enemy hostile artillery mortar rocket sniper machine-gun rifle small-arms cross covering tank
    sustained indiscriminate heavy live
    """
)
EXCHANGES: Final = table("exchange exchanges line lines burst bursts volley volleys")
UNSPORTING: Final = {  # words of sport, and what stands before them where they are none
    "season": table("dry rainy wet planting harvest fire hurricane election holiday tourist flu"),
    "team": table("rescue negotiating legal medical transition inspection investigation response"),
    "race": table("arms presidential senate gubernatorial mayoral leadership"),
    "final": frozenset(),
    "round": frozenset(),
}
CONFIDANTS: Final = table("familiar briefed knowledge privy")
WHILE: Final = table("since after before following during amid amidst despite")


def word_at(grammar: Grammar, token: int) -> str:
    """The word, but "gunfire" for "fire" of weapons: "returned fire", "an exchange of fire"."""
    word = grammar.words[token]
    if word == "fire":
        return "gunfire" if _of_weapons(grammar, token) else word
    return f"no-{word}" if word in UNSPORTING and _no_sport(grammar, token) else word


def _no_sport(grammar: Grammar, token: int) -> bool:
    """ "the dry season", "a third round of talks", "a final accord", "a rescue team"."""
    word = grammar.words[token]
    if word == "final":
        return grammar.pos[token] == "ADJ" and grammar.dep[token] == "amod"
    if word == "round":
        return grammar.words[token + 1 : token + 2] == ("of",)
    return not UNSPORTING[word].isdisjoint(grammar.words[max(0, token - 1) : token])


def _of_weapons(grammar: Grammar, token: int) -> bool:
    before = grammar.words[max(0, token - 2) : token]
    if FIRING.intersection(before[-1:]) or (before[-1:] == ("the",) and "returned" in before):
        return True
    if EXCHANGES.intersection(before) and "of" in before:
        return True
    head = grammar.words[grammar.head[token]]
    return grammar.dep[token] in ("obj", "nsubj:pass") and head in FIRING


def confided(grammar: Grammar, token: int) -> bool:
    """ "an official familiar with the talks": who he is, no event."""
    return not CONFIDANTS.isdisjoint(grammar.words[max(0, token - 4) : token])


def refused(grammar: Grammar, token: int) -> set[str]:
    """The words that deny it: "would not sit down", "no dialogue"."""
    return {grammar.words[c] for c in grammar.all(token, "advmod", "det")} & NOT


def auxiliaries(grammar: Grammar, token: int) -> set[str]:
    """Its auxiliaries; of a noun those of its verb: "there would be no talks"."""
    verb = token if grammar.pos[token] == "VERB" else grammar.head[token]
    return {grammar.words[c] for c in grammar.all(verb, "aux", "aux:pass")}


def joined(grammar: Grammar, verb: int) -> list[int]:
    """A verb, those joined to it, and what it goes on to do: "hunt down and kill"."""
    more = grammar.all(verb, "conj", "xcomp")
    return [verb, *(t for t in more if grammar.pos[t] == "VERB")]


def named(grammar: Grammar, token: int) -> set[str]:
    """What something is called: "called the vote regrettable", "described it as a crime"."""
    called = [c for c in grammar.all(token, "xcomp", "obl", "advcl") if c > token]
    plain = [c for c in called if grammar.case(c) in ("", "as") and grammar.pos[c] != "VERB"]
    own = grammar.all(token, "obj")
    plain += [c for thing in own for c in grammar.all(thing, "amod", "xcomp") if c > thing]
    return {grammar.words[c] for c in plain}


def saying(grammar: Grammar, token: int) -> int | None:
    """The verb that says the clause with the token: "declared there would be no …"."""
    verb = token if grammar.pos[token] == "VERB" else grammar.head[token]
    head = grammar.head[verb]
    says = grammar.dep[verb] == "ccomp" and grammar.pos[head] == "VERB"
    return head if says else None
