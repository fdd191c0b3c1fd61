"""Which numbers with their words are figures: those that say how many of something.

Kept out: "one of the men", "one official said"; "the two countries", which counts nobody anew; the
sources of a statement ("two officials said"); a number that stands for a name ("Group of Seven",
"Boeing 737"); a number with nothing counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Statement
from onrecord.reader.cues import stems, table
from onrecord.reader.figures.counted import Thing
from onrecord.reader.figures.qualifiers import Qualifier
from onrecord.reader.figures.units import Quantity
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import TokenSpan
from onrecord.reader.roles import singular

DEFINITE = table("the these those both all its their his her our my your either neither that this")
# "three candidates sought the nomination": here the number is the news.
DEEDS = table("want plan support oppose criticize agree refuse demand call_for vote apologize")
SMALL = 10  # up to here "the three men" are men already told of
COUNTED_SHAPES = table(
    "member seat page bed man woman person nation country vehicle strong bed room"
)
_RELATIVES = table("who whose which")
_GOT = table(
    "earn receive win get gain lose number total count report record carry cast exceed surpass"
)
_SUMS = table(  # "a population of 2 billion", "a running total of 60"
    "population total toll limit quota capacity membership crew crowd staff goal target tally"
)
_ACCOUNTED = table("account accounts accounted accounting")  # "it could now account for nine"
_LYING = table("dead killed was is has wounded injured missing other seriously in person more")
_SPENT = table("for of within lasting lasted took over under than")  # "in the span of one week"
_IDIOMS = table("figures digits times things")  # "costs six figures"
_SUPPOSED = table("would could 'd ’d might")
_ARGUMENTS = (
    "nsubj", "nsubj:pass", "obj", "nummod", "nmod", "compound", "conj", "obl", "xcomp"
)  # fmt: skip
_AFTER_ONE = table("of another day more thing way time side point year hand or side")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number with what has been told of it so far."""

    quantity: Quantity
    tokens: TokenSpan
    counted: Thing
    people: bool | None
    measure: str | None
    vote: str | None
    qualifier: Qualifier | None

    @property
    def top(self) -> int:
        """The token that stands for the figure in the parse."""
        return self.counted.head if self.counted.head is not None else self.tokens[0]


def wanted(grammar: Grammar, text: str, made: Candidate, statements: tuple[Statement, ...]) -> bool:
    """Whether the number says how many of something there are, were or will be."""
    if _is_one(grammar, text, made) or _is_known(grammar, made) or _is_name(grammar, text, made):
        return False
    if _is_source(made, statements) or _is_shape(grammar, made) or _never_was(grammar, made):
        return False
    if _is_denied(made, statements):
        return False
    number = made.quantity.number
    if made.counted.head is not None and grammar.words[made.counted.head] in _IDIOMS:
        return False
    if number.form == "pair" and not (number.low or 0) < (number.high or 0):
        return False
    if made.quantity.unit or made.measure:
        return True
    if made.counted.head is None:
        qualified = made.qualifier is not None and text[number.start].isdigit()
        return number.form == "vague" or qualified or _stands_alone(grammar, made)
    return grammar.pos[made.counted.head] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")


def _is_one(grammar: Grammar, text: str, made: Candidate) -> bool:
    """ "one of the men", "one official": a pronoun or an article, unless "one killed"."""
    number = made.quantity.number
    if text[number.start : number.end].lower() != "one":
        return False
    after = grammar.words[made.tokens[1]] if made.tokens[1] < len(grammar.words) else ""
    if made.quantity.unit:
        plain = not made.quantity.glued and not made.qualifier
        spent = made.tokens[0] > 0 and grammar.words[made.tokens[0] - 1] in _SPENT
        return made.quantity.measure == "duration" and plain and not spent
    if made.counted.head is None and after not in _LYING:
        return True
    if after in _AFTER_ONE or (made.counted.head is None and not made.measure):
        return True
    return made.measure is None and made.qualifier is None


def _is_shape(grammar: Grammar, made: Candidate) -> bool:
    """ "a two-front war", "a three-way race": of what kind, not how many; "12-member" counts."""
    after = made.tokens[1]
    if made.quantity.unit or after + 1 >= len(grammar.words) or grammar.words[after] != "-":
        return False
    return (
        made.quantity.number.form != "fraction" and grammar.words[after + 1] not in COUNTED_SHAPES
    )


def _never_was(grammar: Grammar, made: Candidate) -> bool:
    """ "The toll would have been a thousand", "40 would have been killed": it was not so."""
    if made.quantity.measure:
        return False  # "would have cost $2 billion": what a thing costs it costs
    token = made.top
    for _ in range(4):
        words = [grammar.words[c] for c in grammar.all(token, "aux", "aux:pass", "cop")]
        if words:
            return words[0] in _SUPPOSED and "have" in words and not _negated(grammar, token)
        if grammar.head[token] == token or grammar.dep[token] not in _ARGUMENTS:
            return False
        token = grammar.head[token]
    return False


def _is_denied(made: Candidate, statements: tuple[Statement, ...]) -> bool:
    """ "Police denied that officers had killed 12 miners": nobody is told to have given it."""
    at = made.quantity.number.start
    denied = (s for s in statements if s.act == "deny" and s.manner == "indirect" and not s.negated)
    return any(
        p.start <= at < p.end and p.text.lower().startswith("that ")
        for s in denied
        for p in s.content
    )


def _negated(grammar: Grammar, token: int) -> bool:
    return any(grammar.words[c] in ("not", "n't", "n’t") for c in grammar.all(token, "advmod"))


def _is_known(grammar: Grammar, made: Candidate) -> bool:
    """ "the two countries", "both of the three": told of before, or plain from the context."""
    number = made.quantity.number
    before = grammar.words[made.tokens[0] - 1] if made.tokens[0] else ""
    if before not in DEFINITE or made.measure or made.quantity.unit or made.qualifier:
        return False
    few = number.value is not None and number.value <= SMALL
    return few and not _changed(grammar, made)


def _changed(grammar: Grammar, made: Candidate) -> bool:
    """ "the six gates were shut": known things to which something happens; "two" are a pair."""
    head = made.counted.head
    if head is None or made.people or (made.quantity.number.value or 0) <= 2:
        return False
    before = grammar.words[made.tokens[0] - 2] if made.tokens[0] > 1 else ""
    return grammar.dep[head] == "nsubj:pass" and before not in ("of", "all", "in", "between")


def _stands_alone(grammar: Grammar, made: Candidate) -> bool:
    """ "six were appointed", "Vorn has earned 212": what is counted was named before."""
    first = made.tokens[0]
    number = next((t for t in range(*made.tokens) if grammar.pos[t] == "NUM"), None)
    if number is None or (made.quantity.number.value or 0) < 2 or not made.quantity.number.value:
        return False
    top = next(
        (t for t in range(*made.tokens) if grammar.head[t] not in range(*made.tokens)), first
    )
    verb = grammar.head[top]
    before = grammar.words[max(0, first - 2) : first]
    if len(before) == 2 and before[1] == "of" and before[0] in _SUMS:
        return True
    if first and (grammar.words[first - 1] in DEFINITE or grammar.pos[first - 1] == "PROPN"):
        return False
    if grammar.dep[top] in ("nsubj", "nsubj:pass"):
        return grammar.pos[verb] == "VERB" and verb > top
    if grammar.dep[top] == "obj":
        return not _GOT.isdisjoint(stems(grammar.words[verb]))
    return grammar.dep[top] == "obl" and grammar.words[verb] in _ACCOUNTED


def _is_name(grammar: Grammar, text: str, made: Candidate) -> bool:
    """ "Group of Seven", "Five Eyes", "Boeing 737", "Wagner 3"."""
    number, first = made.quantity.number, made.tokens[0]
    if first == 0 or made.quantity.unit or made.qualifier:
        return False
    begins = grammar.sentence[first - 1] != grammar.sentence[first]
    written = text[number.start]
    if begins or grammar.pos[first - 1] in ("PUNCT", "SPACE"):
        return False
    if written.isupper():
        following = text[number.end + 1 : number.end + 2]
        return following.isupper() and grammar.words[first - 1] not in ("killed", "kills")
    ahead = text[: number.start].rstrip()
    word = ahead[ahead.rfind(" ") + 1 :] if len(ahead) < 40 else ahead[-40:].split(" ")[-1]
    named = word[:1].isupper() and grammar.pos[first - 1] == "PROPN"
    return named and made.measure is None and _is_single(grammar, made)


def _is_single(grammar: Grammar, made: Candidate) -> bool:
    """ "a Shahed 139 drone": what is counted stands in the plural, or nothing is."""
    head = made.counted.head
    if head is None:
        return True
    word = grammar.words[head]
    return grammar.pos[head] == "NOUN" and made.people is False and singular(word) == word


def _is_source(made: Candidate, statements: tuple[Statement, ...]) -> bool:
    """ "two officials said": how many said so is no figure of the story."""
    few = (made.quantity.number.value or 0) <= SMALL and not made.qualifier
    if made.measure or made.quantity.unit or not (made.people and few):
        return False
    at = made.quantity.number.start
    sources = (s.source for s in statements if s.source and s.act not in DEEDS)
    return any(p.start <= at < p.end and not _told_of(p.text, at - p.start) for p in sources)


def _told_of(source: str, at: int) -> bool:
    """ "Amel Joss, who has four children": not the source's own number."""
    return bool(_RELATIVES.intersection(source[:at].lower().split()))
