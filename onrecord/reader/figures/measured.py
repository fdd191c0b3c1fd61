"""What was done to what is counted: a figure's place in its sentence in, its measure out.

Nearest words first: the verb right before the number ("wounded 30 others"), the verb it is subject
or object of, a participle or adjective right after ("12 people killed"), what the counted noun says
itself ("45 deaths"), and last the happening that names it after "of".
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.figures import measures
from onrecord.reader.figures.counted import Thing
from onrecord.reader.grammar import Grammar

_CLAUSE: Final = frozenset(". ; : ! ? ) (".split())
_ARGUMENTS: Final = ("conj", "nmod", "appos", "compound", "nummod", "list", "flat", "amod", "dep")
_BETWEEN: Final = ("AUX", "ADV", "SCONJ", "PRON")
_DEATHS: Final = frozenset("deaths fatalities dead killed injured wounded missing".split())
_FOLLOWING: Final = 9  # tokens in which "hostage" still belongs to "took"


class Clause:
    """The words around a counted thing; ``first:last`` are the tokens of the whole figure."""

    def __init__(
        self, grammar: Grammar, first: int, last: int, counted: Thing, people: bool | None
    ):
        self.grammar, self.first, self.last = grammar, first, last
        self.counted, self.people = counted, people
        self.top = counted.head if counted.head is not None else self._outermost()

    def _outermost(self) -> int:
        """The token of the number whose head lies outside it."""
        inside = range(self.first, self.last)
        return next((t for t in inside if self.grammar.head[t] not in inside), self.first)

    def measure(self) -> str | None:
        """What is said of the counted; None where nothing of the table is."""
        return (
            self._verb_before()
            or self._state_after()
            or self._governed()
            or self._named_so()
            or self._called()
            or self._relative()
            or self._happening()
            or self._by_itself()
        )

    # --- verbs -----------------------------------------------------------------------------------

    def _following(self, token: int) -> frozenset[str]:
        grammar = self.grammar
        found = []
        for at in range(token + 1, min(token + _FOLLOWING, len(grammar.words))):
            if grammar.words[at] in _CLAUSE or grammar.sentence[at] != grammar.sentence[token]:
                break
            found.append(grammar.words[at])
        return frozenset(found)

    def _verb_before(self) -> str | None:
        """ "killed 12", "wounding at least 30": no subject stands between."""
        at = self.first - 1
        grammar = self.grammar
        if at < 0 or grammar.sentence[at] != grammar.sentence[self.first]:
            return None
        if grammar.pos[at] not in ("VERB", "ADJ") or grammar.child(at, "aux:pass") is not None:
            return None
        return measures.done_to(grammar.words[at], self._following(at), self.people)

    def _governed(self) -> str | None:
        """What the verb above says of the thing, through coordination and transparent nouns."""
        token = self.top
        for _ in range(5):
            relation, head = self.grammar.dep[token], self.grammar.head[token]
            if head == token:
                return None
            if relation in ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "nsubj:outer"):
                return self._of_verb(head, relation)
            if relation == "conj" and self.grammar.pos[head] == "VERB" and head < token:
                return self._of_verb(head, "obj")
            if relation == "nmod" and not self._through(head):  # "tens of thousands of residents"
                return None
            if relation not in _ARGUMENTS:
                return None
            token = head
        return None

    def _relative(self) -> str | None:
        """ "eleven migrants who died", "40 people who were arrested"."""
        for verb in self.grammar.all(self.top, "acl:relcl"):
            subject = self.grammar.child(verb, "nsubj", "nsubj:pass")
            if subject is not None and self.grammar.words[subject] in ("who", "that", "which"):
                return self._of_verb(verb, self.grammar.dep[subject])
        return None

    def _through(self, noun: int) -> bool:
        inside = self.first <= noun < self.last
        return inside or self.grammar.words[noun] in measures.TRANSPARENT

    def _of_verb(self, verb: int, relation: str) -> str | None:
        grammar = self.grammar
        word, following = grammar.words[verb], self._following(verb)
        passive = relation == "nsubj:pass" or grammar.child(verb, "aux:pass") is not None
        if relation in ("obj", "iobj") or (passive and relation.startswith("nsubj")):
            found = measures.done_to(word, following, self.people)
            return found or self._of_complement(verb)
        if relation.startswith("nsubj"):
            found = measures.done_by(word, following, self.people)
            return found or self._state(word) or self._of_complement(verb)
        return None

    def _of_complement(self, verb: int) -> str | None:
        """ "are feared dead", "are believed to have been killed", "left 30 homeless"."""
        grammar = self.grammar
        for child in grammar.all(verb, "xcomp", "ccomp"):
            word = grammar.words[child]
            if word in measures.STATES:
                return self._state(word)
            if grammar.child(child, "aux:pass") is not None:
                return measures.done_to(word, self._following(child), self.people)
            found = measures.done_by(word, self._following(child), self.people)
            if found and found != "vote":  # "a million people asked for ballots to vote by mail"
                return found
        return None

    def _state(self, word: str) -> str | None:
        """ "the bell towers were saved": only people are rescued."""
        if self.people is False and word not in measures.OF_ANYTHING:
            return None
        return measures.STATES.get(word)

    # --- words beside it -------------------------------------------------------------------------

    def _state_after(self) -> str | None:
        """ "12 dead", "30 people still missing", "40 wounded"."""
        grammar = self.grammar
        at = self.counted.end or self.last
        for token in range(at, min(at + 4, len(grammar.words))):
            word = grammar.words[token]
            if grammar.sentence[token] != grammar.sentence[self.first]:
                return None
            if word in measures.STATES and not self._acts(token):
                return self._state(word)
            if grammar.pos[token] not in _BETWEEN and word not in measures.BEFORE_STATES:
                return None
        return None

    def _acts(self, token: int) -> bool:
        """Whether a participle is a verb with an object of its own: "12 men killed a guard"."""
        grammar = self.grammar
        return grammar.child(token, "obj") is not None and grammar.child(token, "aux:pass") is None

    def _by_itself(self) -> str | None:
        """ "45 deaths", "200 hostages", "1,300 confirmed cases", "12 wounded soldiers"."""
        grammar, head = self.grammar, self.counted.head
        if head is None:
            return None
        word = grammar.words[head]
        if found := measures.of_noun(word) or measures.STATES.get(word):
            return found  # "four of the deceased"
        if word == "cases" and measures.SICK.intersection(self._adjectives()):
            return "infected"
        return None

    def _named_so(self) -> str | None:
        """ "The confirmed deaths are 14 civilians, five soldiers": the subject says it."""
        grammar, at = self.grammar, self.top
        for _ in range(3):
            if grammar.child(at, "cop") is not None or grammar.dep[at] != "conj":
                break
            at = grammar.head[at]
        subject = grammar.child(at, "nsubj") if grammar.child(at, "cop") is not None else None
        named = None if subject is None else grammar.words[subject]
        return measures.of_noun(named) if self.people and named in _DEATHS else None

    def _called(self) -> str | None:
        """ "25 wounded people who came to the hospital": what they are, before what they do."""
        states = (measures.STATES[w] for w in self._adjectives() if w in measures.STATES)
        return next(states, None) if self.people else None

    def _adjectives(self) -> list[str]:
        """The words of the phrase before its noun."""
        head = self.counted.head
        if head is None or self.counted.span is None:
            return []
        return [self.grammar.words[t] for t in range(self.counted.span[0], head)]

    def _happening(self) -> str | None:
        """ "the deaths of 12 people", "the release of 50 hostages"."""
        grammar = self.grammar
        token = self.top
        for _ in range(3):
            head, relation = grammar.head[token], grammar.dep[token]
            if relation == "nmod" and grammar.case(token) == "of":
                return measures.of_happening(grammar.words[head])
            if relation not in ("conj", "compound", "nummod", "appos"):
                return None
            token = head
        return None


def of_total(grammar: Grammar, noun: int) -> str | None:
    """The measure of "the death toll", "the number of people killed", "the number of refugees"."""
    span = range(grammar.first[noun], min(grammar.last[noun] + 1, noun + 8))
    for token in span:
        if found := measures.of_toll(grammar.words[token]):
            return found
    return "killed" if grammar.words[noun] in ("toll", "tolls") else None
