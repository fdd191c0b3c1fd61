"""A verb or an event noun in, what stands around it out, by the places that rules ask about.

``Around`` answers for one token: its subject and object whether active or passive, its phrases by
preposition, its particles and clauses, for a noun its modifiers. Nothing is assumed of the parse: a
place may be empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from onrecord.reader.cues import table
from onrecord.reader.events.active import acts
from onrecord.reader.events.manner import auxiliaries, joined, named, refused, saying, word_at
from onrecord.reader.events.noun_classes import CLASSES
from onrecord.reader.events.reduced import counted_before, reduced
from onrecord.reader.events.rules import Condition
from onrecord.reader.frames import subject
from onrecord.reader.grammar import NOMINAL, Grammar
from onrecord.reader.scene import Scene

RELATIVE = table("who which that whom")
PRONOUNS = table("i we you he she they him her them us me themselves himself herself")
COUNTS = table("dozens hundreds thousands scores number some many several most all one two both")
CLAUSES = ("xcomp", "ccomp", "advcl")
PHRASES = ("obl", "nmod", "obl:agent", "advcl", "obl:unmarked", "acl")
MANNERS = table("neg aux does deeds as speaker")
LATELY = 150  # tokens that are looked at before a word
LONGEST_PARAGRAPH = 10_000  # characters to either side of a word; an article in one line is one
LONG = 40  # tokens of a phrase that are looked at


@dataclass(frozen=True)
class Around:
    """What stands around one token of the scene."""

    scene: Scene
    at: int
    told: frozenset[str]  # all words of the article

    @property
    def grammar(self) -> Grammar:
        return self.scene.grammar

    @cached_property
    def passive(self) -> bool:
        return is_passive(self.grammar, self.at)

    @cached_property
    def subject(self) -> int | None:
        """Who does it: for a passive the agent with "by"."""
        if self.passive:
            agent = self.grammar.child(self.at, "obl:agent")
            return agent if agent is not None else next(iter(self.phrases(frozenset({"by"}))), None)
        return subject(self.grammar, self.at)

    @cached_property
    def object(self) -> int | None:
        """To whom or what: for a passive its subject, for a participle what it modifies."""
        grammar = self.grammar
        if not self.passive:
            own = [*grammar.all(self.at, "obj"), *grammar.all(self.at, "iobj")]
            return own[0] if own else _shared_object(grammar, self.at)
        return passive_subject(grammar, self.at)

    @cached_property
    def particles(self) -> set[str]:
        grammar = self.grammar
        near = {grammar.words[c] for c in grammar.all(self.at, "compound:prt", "advmod", "obl")}
        return near | set(grammar.words[self.at + 1 : self.at + 2])

    def phrases(self, prepositions: frozenset[str]) -> list[int]:
        """The heads of the phrases with one of these prepositions."""
        grammar = self.grammar
        held = [self.at] if self.object is None else [self.at, self.object]
        return [
            c
            for at in held
            for c in grammar.children[at]
            if (grammar.dep[c] in PHRASES or grammar.pos[c] in NOMINAL)
            and grammar.case(c) in prepositions
            and (grammar.pos[c] != "VERB" or grammar.case(c) != "to")
        ]

    @cached_property
    def clauses(self) -> dict[str, int]:
        """Complement clauses, by "to" or "that"."""
        grammar = self.grammar
        found: dict[str, int] = {}
        for child in grammar.all(self.at, *CLAUSES):
            marks = {grammar.words[c] for c in grammar.all(child, "mark")}
            if "to" in marks and child > self.at:
                found.setdefault("to", child)
            elif grammar.dep[child] == "ccomp":
                found.setdefault("that", child)
        if self.object is not None and not found:
            for child in grammar.all(self.object, "acl"):
                if any(grammar.words[c] == "to" for c in grammar.all(child, "mark")):
                    found.setdefault("to", child)
        return found

    @cached_property
    def modifiers(self) -> set[str]:
        """Of a noun: its adjectives, what it is compounded with, and its owner."""
        grammar = self.grammar
        tokens = grammar.all(self.at, "compound", "amod", "nmod:poss", "nmod", "nmod:desc", "flat")
        before = {grammar.words[c] for c in tokens if c < self.at}
        joined = {w for c in tokens if c < self.at for w in self._inner(c)}
        parts = (
            {p for w in before for p in w.split("-")} if any("-" in w for w in before) else set()
        )
        return before | joined | parts

    def _inner(self, token: int) -> Iterable[str]:
        grammar = self.grammar
        return (grammar.words[c] for c in grammar.all(token, "compound", "amod", "conj"))

    def has(self, condition: Condition) -> bool:
        """Whether the condition holds."""
        return self._stands(condition.place, condition.words) == condition.wanted

    def _stands(self, place: str, words: frozenset[str]) -> bool:
        if place in ("subj", "subj*", "obj", "obj*") or place[0] == "@":
            tokens = self._heads(place)
            if not words:
                return bool(tokens)
            if place[-1] == "*":
                return any(_named_by(self.scene, w, words) for t in tokens for w in self._all(t))
            return any(_is_one_of(self.scene, t, words) for t in tokens)
        return bool(self._words(place) & _spelled(words)) if words else bool(self._words(place))

    def _heads(self, place: str) -> list[int]:
        if place in ("subj", "subj*"):
            return [] if self.subject is None else [self.subject]
        if place in ("obj", "obj*"):
            others = [] if self.passive else self.grammar.all(self.at, "obj")
            return others or ([] if self.object is None else [self.object])
        return self.phrases(frozenset(place[1:].rstrip("*").split(",")))

    def _all(self, token: int) -> list[int]:
        return [t for t in self.grammar.below(token) if t != self.at][:LONG]

    def _words(self, place: str) -> set[str] | frozenset[str]:
        grammar = self.grammar
        if place == "prt":
            return self.particles
        if place == "clause":
            return set(self.clauses)
        if place == "clause*":
            return {grammar.words[t] for c in self.clauses.values() for t in self._all(c)}
        if place == "voice":
            return self._voice()
        if place == "mod":
            return self.modifiers
        if place == "of":
            return {word_at(grammar, t) for t in self.phrases(frozenset({"of"}))}
        if place == "head":
            return {grammar.words[grammar.head[self.at]]}
        if place == "word":
            return {grammar.words[self.at]}
        if place == "next":
            return set(grammar.words[self.at + 1 : self.at + 2])
        if place == "before":
            return set(grammar.words[max(0, self.at - 1) : self.at])
        if place == "paragraph":
            return self._paragraph
        if place == "lately":
            return self._lately
        if place in MANNERS:
            return self._manner(place)
        return self.told if place == "told" else sentence_words(grammar, self.at)

    def _manner(self, place: str) -> set[str]:
        grammar = self.grammar
        if place == "neg":
            return refused(grammar, self.at)
        if place == "aux":
            return auxiliaries(grammar, self.at)
        if place == "does":
            return {grammar.words[c] for c in self.clauses.values()}
        if place == "deeds":
            return {grammar.words[t] for c in self.clauses.values() for t in joined(grammar, c)}
        if place == "as":
            return named(grammar, self.at)
        verb = saying(grammar, self.at)
        return set() if verb is None else {grammar.words[verb]}

    def _voice(self) -> set[str]:
        dep = self.grammar.dep[self.at]
        found = {"passive" if self.passive else "active"}
        if dep == "acl" and self.passive:
            found.add("reduced")
        return found | {"relative"} if dep == "acl:relcl" else found

    @cached_property
    def _lately(self) -> frozenset[str]:
        sentence = self.grammar.sentence
        near = range(max(0, self.at - LATELY), min(len(sentence), self.at + LATELY))
        told = [t for t in near if 0 <= sentence[self.at] - sentence[t] <= 2]
        return frozenset(word_at(self.grammar, t) for t in told)

    @cached_property
    def _paragraph(self) -> frozenset[str]:
        text, at = self.scene.article.text, self.scene.doc[self.at].idx
        start, end = max(0, at - LONGEST_PARAGRAPH), min(len(text), at + LONGEST_PARAGRAPH)
        first, last = text.rfind("\n", start, at), text.find("\n", at, end)
        doc = self.scene.doc.char_span(
            first + 1 if first >= 0 else start,
            last if last >= 0 else end,
            alignment_mode="expand",
        )
        return frozenset(word_at(self.grammar, t.i) for t in doc or ())


def sentence_words(grammar: Grammar, at: int) -> frozenset[str]:
    """All words of the token's sentence."""
    first = last = at
    while first > 0 and grammar.sentence[first - 1] == grammar.sentence[at]:
        first -= 1
    while last + 1 < len(grammar.words) and grammar.sentence[last + 1] == grammar.sentence[at]:
        last += 1
    return frozenset(word_at(grammar, t) for t in range(first, last + 1))


def is_passive(grammar: Grammar, token: int) -> bool:
    """ "was arrested", "people killed in …", "arrested and charged"."""
    if grammar.child(token, "nsubj:pass", "aux:pass", "obl:agent") is not None:
        return True
    if reduced(grammar, token):
        return True
    participle = not grammar.words[token].endswith("ing")
    if grammar.dep[token] == "acl" and participle:
        return grammar.child(token, "mark") is None
    if grammar.dep[token] == "conj" and participle and grammar.head[token] != token:
        own = grammar.child(token, "nsubj", "aux", "obj", "mark")
        active = own is not None or acts(grammar, token)
        return not active and is_passive(grammar, grammar.head[token])
    return False


def passive_subject(grammar: Grammar, token: int) -> int | None:
    """Whom a passive is about, also through conjunction and relative clauses."""
    if (counted := counted_before(grammar, token)) is not None:
        return counted
    for _ in range(4):
        own = grammar.child(token, "nsubj:pass", "nsubj")
        if own is not None:
            relative = grammar.words[own] in RELATIVE and grammar.dep[token] == "acl:relcl"
            return grammar.head[token] if relative else own
        if grammar.dep[token] == "acl":
            return grammar.head[token]
        head = grammar.head[token]
        if grammar.dep[token] not in ("conj", "xcomp") or head == token:
            return None
        if grammar.dep[token] == "xcomp":  # "called for the tape to be released"
            held = [c for c in grammar.all(head, "obj", "obl") if head < c < token]
            if held:
                return held[-1]
        token = head
    return None


def _shared_object(grammar: Grammar, token: int) -> int | None:
    """ "detained and deported the envoy", "the village that they burned"."""
    for other in grammar.all(token, "conj"):
        if other - token <= 3 and grammar.pos[other] == "VERB":
            return grammar.child(other, "obj")
    head = grammar.head[token]
    if grammar.dep[token] == "conj" and 0 < token - head <= 3:
        shared = grammar.child(head, "obj")
        return shared if shared is not None and shared > token else None
    if grammar.dep[token] == "acl:relcl" and grammar.child(token, "nsubj") is not None:
        relative = grammar.child(token, "nsubj")
        if any(grammar.words[c] in RELATIVE for c in grammar.all(token, "obl", "nmod")):
            return None  # "the war in which the rebels seek to …"
        if relative is not None and grammar.words[relative] not in RELATIVE:
            return head if grammar.pos[head] in NOMINAL else None
    return None


def _spelled(words: frozenset[str]) -> frozenset[str]:
    """The words themselves, with those of the classes among them."""
    return frozenset().union(*(CLASSES.get(w, {w}) for w in words))


def _is_one_of(scene: Scene, token: int, words: frozenset[str]) -> bool:
    """Whether a phrase's head, or what is joined to it, is one of the words or classes."""
    grammar = scene.grammar
    tokens = [token, *grammar.all(token, "conj", "flat", "appos")]
    if grammar.pos[token] == "NUM" or grammar.words[token] in COUNTS:
        tokens += [
            c for c in grammar.all(token, "nmod", "obl") if grammar.case(c) in ("of", "among")
        ]
    return any(_named_by(scene, t, words) for t in tokens)


def _named_by(scene: Scene, token: int, words: frozenset[str]) -> bool:
    word = word_at(scene.grammar, token)
    return any(
        word in CLASSES.get(w, ()) or _is_kind(scene, token, w) if w.isupper() else word == w
        for w in words
    )


def _speaks_of_itself(scene: Scene, token: int) -> bool:
    """ "The army says that it destroyed three depots": "it" is who speaks."""
    grammar = scene.grammar
    if grammar.words[token] != "it" or grammar.dep[token] != "nsubj":
        return False
    verb = saying(grammar, token)
    speaker = None if verb is None else subject(grammar, verb)
    if speaker is None or grammar.words[speaker] in CLASSES["PERSON"]:
        return False  # "officials confirmed it has infected 200 people and killed three"
    named = scene.doc[speaker].ent_type_ in ("ORG", "LOC")
    return named or grammar.words[speaker] in CLASSES["BODY"]


def _is_kind(scene: Scene, token: int, kind: str) -> bool:
    """PERSON, ORG, PLACE, SOMEONE (any of the first two, or a country) by the network's names."""
    grammar = scene.grammar
    name = scene.doc[token].ent_type_
    if kind == "NUMBER":
        return grammar.pos[token] == "NUM"
    if kind == "SOMEONE":
        return name != "DATE" and (
            name in ("PERSON", "ORG", "LOC", "MISC")
            or grammar.words[token] in PRONOUNS | CLASSES["PERSON"] | CLASSES["BODY"]
            or grammar.pos[token] == "PROPN"
            or (grammar.pos[token] == "NUM" and grammar.child(token, "nmod") is None)
            or _speaks_of_itself(scene, token)
        )
    if kind == "HUMAN":
        return name == "PERSON" or grammar.words[token] in ("he", "she", "him", "her")
    if kind == "NAME":
        return name in ("PERSON", "ORG", "LOC") or grammar.pos[token] == "PROPN"
    if kind == "PERSON":
        return name == "PERSON" or grammar.words[token] in PRONOUNS - {"them", "they"}
    return name == {"ORG": "ORG", "PLACE": "LOC"}.get(kind, "-")
