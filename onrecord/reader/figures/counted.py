"""What a number counts: the noun it belongs to, and the words that name it.

The noun phrase after a number is read off its words ("12 Israeli soldiers"), since a small parser
errs most on numbers; the parse then tells what stands after "of" and, where nothing follows the
number, what the verb's subject is ("prices rose 5 percent").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.lexicon.countries import ADJECTIVES, PEOPLES
from onrecord.reader.cues import stems, table
from onrecord.reader.figures.measures import LEVELS, PUSHED, STATES, TOTALS
from onrecord.reader.figures.units import Quantity
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import TokenSpan
from onrecord.reader.nouns import NOUNS
from onrecord.reader.roles import person_ending, singular

LONGEST: Final = 9  # tokens of a noun phrase after its number
AFTER_OF: Final = 7  # tokens of "of …" that still say what is counted
PEOPLE: Final = table(
    """
    people persons lives dead others civilians deaths casualties fatalities victims infants
    babies palestinians souls men women children troops injuries arrests hostages jews arabs
    kurds tutsis hutus rohingya uyghurs uighurs muslims christians personnel crew militants
    insurgents jihadists medics newborns toddlers teenagers nationals
    population staff adults minors pupils injury death casualty fatality arrest paratroopers
    marines conscripts reservists peacekeepers policemen servicemen servicewomen infections
    voters killed injured wounded missing deceased
    """
)
_MORE: Final = table("more additional further extra")
_MORE_OFTEN_THINGS: Final = table("stars heads chairs anchors hosts models legends")
_PEOPLES: Final = frozenset(word.lower() for word in (*PEOPLES, *ADJECTIVES))
_PREMODIFIERS: Final = table("ADJ NOUN PROPN NUM")


@dataclass(frozen=True, slots=True)
class Thing:
    """What is counted: its noun, and the token span that names it; none: "wounded 30"."""

    head: int | None
    span: TokenSpan | None

    @property
    def end(self) -> int | None:
        return self.span[1] if self.span else None


NOTHING: Final = Thing(None, None)


def thing(grammar: Grammar, first: int, last: int, quantity: Quantity) -> Thing:
    """What the number in tokens first..last-1 (with its unit) counts."""
    after = last
    if after < len(grammar.words) and grammar.words[after] == "of":
        return _after_of(grammar, after)
    if quantity.measure in ("duration", "distance", "area", "weight", "volume", "speed") and not (
        quantity.glued
    ):
        return NOTHING
    if quantity.measure == "money" and after < len(grammar.words):
        if grammar.words[after] == "worth" and grammar.words[after + 1 : after + 2] == ("of",):
            return _after_of(grammar, after + 1)
        if grammar.words[after] == "in":
            return _after_in(grammar, after)
    if grammar.words[after : after + 1] == ("-",) and not quantity.unit:
        return _phrase(grammar, after + 2)  # "a five-person crew"
    found = _phrase(grammar, after)
    if quantity.measure in ("money", "share") and are_people(grammar, found):
        return NOTHING  # "the $20 million experts say it costs"
    return found


def _after_of(grammar: Grammar, of: int) -> Thing:
    """ "dozens of Syrian refugees", "a third of Gaza's population", "30 of the hostages"."""
    if grammar.words[of + 1 : of + 2] in (("which",), ("whom",)):
        return Thing(of + 1, (of + 1, of + 2))  # "900 firms, 537 of which are in the islands"
    head = next(
        (c for c in range(of + 1, min(of + 12, len(grammar.words))) if _hangs(grammar, c, of)), None
    )
    read = _phrase(grammar, of + 1, determined=True)
    if head is not None and grammar.pos[head] in ("NOUN", "PROPN", "PRON", "NUM"):
        start = of + 1
        further = read.head is None or head >= read.head
        as_what = grammar.words[head] in _AS_WHAT  # "hold hundreds of workers hostage"
        if as_what:
            return read
        if grammar.first[head] <= start <= head and further and _plain(grammar, start, head):
            start += _determiner(grammar, start, head)
            start += grammar.pos[start] == "NUM" and start < head  # "43 of 50 drones"
            return Thing(head, (start, _with_of(grammar, head)))
    return read


def _plain(grammar: Grammar, start: int, end: int) -> bool:
    """Whether no preposition but "of" and no clause stands in a phrase."""
    return all(
        grammar.pos[t] not in ("VERB", "AUX", "SCONJ", "ADP", "PUNCT")
        or grammar.words[t] in ("of", "-", "'s", "’s")
        or grammar.dep[t] == "amod"
        for t in range(start, end)
    )


def _determiner(grammar: Grammar, start: int, head: int) -> bool:
    """Whether a phrase begins with an article that is its own: not "the world's inmates"."""
    owned = any(grammar.words[t] in ("'s", "’s", "'", "’") for t in range(start, head))
    return grammar.pos[start] == "DET" and start < head and not owned


def _hangs(grammar: Grammar, token: int, of: int) -> bool:
    return grammar.head[of] == token and grammar.dep[of] == "case"


def _after_in(grammar: Grammar, preposition: int) -> Thing:
    """ "$5 million in aid": what the money is for, not where it is spent."""
    found = _phrase(grammar, preposition + 1)
    if found.head is None or grammar.pos[found.head] != "NOUN":
        return NOTHING
    return found


def _phrase(grammar: Grammar, start: int, determined: bool = False) -> Thing:
    """The noun phrase that begins at ``start``, up to its last noun."""
    end = min(start + LONGEST, len(grammar.words))
    at, head = start, None
    while determined and at < end and grammar.pos[at] in ("DET", "PRON", "NUM"):
        head = at if grammar.pos[at] == "PRON" else head
        at += 1
    while at < end and (grammar.words[at] in _MORE or grammar.words[at] in "-–"):
        at += 1
    begun = at
    while at < end and _inside(grammar, at, end):
        if grammar.pos[at] in ("NOUN", "PROPN") and grammar.words[at] not in "'’s":
            head = at
        at += 1
    if head is None:
        return NOTHING
    if grammar.dep[head] == "nsubj" and not grammar.first[head] <= start - 1:
        return NOTHING  # "the 95 percent Obama received"
    begun = start + _determiner(grammar, start, head) if determined else begun
    return Thing(head, (begun, _with_of(grammar, head)))


def _inside(grammar: Grammar, at: int, end: int) -> bool:
    """Whether a token goes on with the noun phrase."""
    word, pos = grammar.words[at], grammar.pos[at]
    if word in _AMONG:
        return False  # "nine people including truck drivers"
    if (word.endswith("-") and len(word) > 1) or _suspended(grammar, at):
        return True
    if word in STATES and pos in ("VERB", "ADJ", "NOUN"):
        return _modifies(grammar, at)
    if word in ("last", "next", "this", "earlier", "late") and grammar.pos[at - 1] == "NOUN":
        return False  # "two packs last week"
    if word in _AS_WHAT and grammar.pos[at - 1] in ("NOUN", "PROPN", "PRON"):
        return False
    if pos in ("NOUN", "PROPN"):
        return grammar.dep[at] not in ("obl:unmarked", "nmod:unmarked", "advmod") or not _timely(
            word
        )
    formed = word.endswith(("ed", "ing", "en")) or grammar.dep[at] == "amod"
    if pos == "ADJ" or (pos == "VERB" and formed):
        return _modifies(grammar, at)
    if pos == "ADV":
        return (
            at + 1 < end and grammar.pos[at + 1] in ("ADJ", "VERB") and _modifies(grammar, at + 1)
        )
    if pos == "PART" or word in ("'s", "’s", "'", "’"):
        return grammar.dep[at] == "case" and at + 1 < end and grammar.pos[at + 1] in _PREMODIFIERS
    if word in ("-", "–"):
        return at + 1 < end and grammar.pos[at + 1] in (*_PREMODIFIERS, "VERB")
    return pos == "SYM" and word == "/"


def _suspended(grammar: Grammar, at: int) -> bool:
    """ "1,500 coal- and gas-fired plants": the words up to the noun that both parts wait for."""
    ahead = grammar.words[max(0, at - 4) : at]
    waiting = any(word.endswith("-") and len(word) > 1 for word in ahead)
    return waiting and (
        grammar.words[at] in ("and", "or", "-") or grammar.pos[at] in (*_PREMODIFIERS, "VERB")
    )


_AMONG: Final = table("including excluding involving following regarding concerning")
_AS_WHAT: Final = table("hostage captive prisoner")  # "took 250 people hostage"
_DAYS: Final = table(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight"
)


def _timely(word: str) -> bool:
    return word in _DAYS


def _modifies(grammar: Grammar, at: int) -> bool:
    """Whether an adjective or participle stands before the noun it belongs to."""
    head = grammar.head[at]
    if head > at and grammar.pos[head] in ("NOUN", "PROPN") and head - at < 6:
        return True
    following = grammar.pos[at + 1] if at + 1 < len(grammar.pos) else ""
    return following in ("NOUN", "PROPN") and grammar.dep[at] in ("amod", "compound")


def _with_of(grammar: Grammar, head: int) -> int:
    """Where the phrase of ``head`` ends: "members of the crew" goes on, other phrases do not."""
    of = head + 1
    if of >= len(grammar.words) or grammar.words[of] != "of":
        return head + 1
    named = grammar.head[of]
    if named <= of or grammar.dep[of] != "case" or named - of > AFTER_OF:
        return head + 1
    nominal = grammar.pos[named] in ("NOUN", "PROPN") and _plain(grammar, of + 1, named)
    return named + 1 if nominal else head + 1


def subject_of_change(grammar: Grammar, tokens: TokenSpan) -> int | None:
    """What rose or fell: "prices rose 5 percent", "the toll stands at 45"."""
    inside = range(*tokens)
    token = next((t for t in inside if grammar.head[t] not in inside), tokens[0])
    if (own := grammar.child(token, "nsubj")) is not None:  # "the sample is 834"
        copular = grammar.child(token, "cop") is not None and grammar.pos[own] == "NOUN"
        return own if copular else None
    at = token
    for _ in range(3):
        if grammar.dep[at] in (
            "obl",
            "obj",
            "obl:unmarked",
            "advmod",
            "xcomp",
            "nsubj",
            "nmod",
            "conj",
        ):
            at = grammar.head[at]
        if grammar.pos[at] in ("VERB", "AUX", "NUM"):
            break
    named = grammar.child(at, "nsubj", "nsubj:pass")
    put = grammar.child(at, "obj")
    if put is not None and put != token and grammar.words[put] in TOTALS:
        return put  # "brought the number of dead to 40"
    alone = put is None and grammar.case(token) == "to"  # "the casualties increased to 167"
    level = _levels(grammar.words[at]) and (alone or PUSHED.isdisjoint(stems(grammar.words[at])))
    if named is not None and named != token and level and grammar.pos[named] != "PRON":
        return named
    if named is not None and named < token and grammar.words[named] in TOTALS:
        return named
    return None


def _levels(verb: str) -> bool:
    """Whether a verb says how high a number is: "stands at", "has risen to"."""
    return verb in LEVELS or not LEVELS.isdisjoint(stems(verb))


def total_of(grammar: Grammar, tokens: TokenSpan) -> int | None:
    """The toll or number that a figure is the level of, wherever it stands before its verb."""
    at = tokens[0]
    for _ in range(5):
        if grammar.pos[at] == "VERB":
            break
        at = grammar.head[at]
    if not _levels(grammar.words[at]):
        return None
    near = [c for c in grammar.all(at, "nsubj", "nsubj:pass", "obj") if grammar.words[c] in TOTALS]
    above = grammar.head[at]
    if grammar.dep[at].startswith("acl") and grammar.words[above] in TOTALS:
        near.append(above)
    return next((c for c in near if c < tokens[0]), None)


def are_people(grammar: Grammar, found: Thing) -> bool | None:
    """Whether people are counted; None where nothing is named."""
    if found.head is None:
        return None
    word = grammar.words[found.head]
    if word in _MORE_OFTEN_THINGS:
        return False
    if word in PEOPLE or word in _PEOPLES or word.removesuffix("s") in _PEOPLES:
        return True
    noun = singular(word)
    if noun == "family":
        return False  # "four families" are people, and not four
    return NOUNS.get(noun) in ("unnamed", "group") or person_ending(noun) is not None


def phrase_of(grammar: Grammar, head: int) -> TokenSpan:
    """A noun with the words before it that belong to it, without its determiner."""
    start = head
    while start and (
        grammar.pos[start - 1] in _PREMODIFIERS and start <= grammar.head[start - 1] <= head
    ):
        start -= 1
    return start, _with_of(grammar, head)


_NUMBERING: Final = table("number numbers numbered numbering totaled totalled totaling totalling")


def numbered(grammar: Grammar, tokens: TokenSpan) -> int | None:
    """What is numbered, whatever the parse says: "the dead numbered six"."""
    at = tokens[0] - 1
    while at > 0 and grammar.pos[at] in ("ADV", "ADP", "DET") and tokens[0] - at < 4:
        at -= 1
    if at < 1 or grammar.words[at] not in _NUMBERING or grammar.pos[at] == "NOUN":
        return None
    named = at - 1
    return named if grammar.pos[named] in ("NOUN", "ADJ", "VERB") else None


_ACCOUNTING: Final = table("account accounts accounted accounting")


def speaks_of_total(grammar: Grammar, tokens: TokenSpan, counted: Thing) -> bool:
    """Whether a number is "the number", "the figure" or what one "accounts for"."""
    if counted.head is None:
        return grammar.words[grammar.head[tokens[0]]] in _ACCOUNTING
    span = counted.span or (counted.head, counted.head + 1)
    return grammar.words[counted.head] in TOTALS and "of" not in grammar.words[slice(*span)]


def reported_bare(grammar: Grammar, tokens: TokenSpan) -> bool:
    """ "the institute put it at 5.5; the survey reported 5.8"."""
    verb = grammar.head[tokens[0]]
    return grammar.dep[tokens[0]] in ("obj", "obl") and grammar.pos[verb] == "VERB"
