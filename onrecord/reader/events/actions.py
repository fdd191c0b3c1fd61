"""The scene in, triggers out: every word of the article that shows a PLOVER event.

Verbs are judged first, by the first rule of ``verbs_*`` that fits what stands around them; then the
nouns of ``event_nouns`` that no verb has taken for its own. One happening has one trigger: "called
for a ceasefire" is a request and no ceasefire, "held talks" is one meeting, and "the attack killed
ten" one attack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events import event_nouns, verbs_conflict, verbs_cooperation, verbs_speech
from onrecord.reader.events.arguments import Around
from onrecord.reader.events.inflections import noun_forms, verb_forms
from onrecord.reader.events.manner import WHILE, confided, saying
from onrecord.reader.events.noun_classes import CLASSES
from onrecord.reader.events.repeated import EXPLODES, HURT, without_repetitions, without_retelling
from onrecord.reader.events.rules import Rule, Rules, rules
from onrecord.reader.events.shown import end_of_verb
from onrecord.reader.events.transcripts import interview_from
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.events.warring import names_of, parties_to
from onrecord.reader.labels import TokenSpan
from onrecord.reader.scene import Scene

_MODULES: Final = (verbs_conflict, verbs_speech, verbs_cooperation)
VERBS: Final[Rules] = rules(verb_forms, *(m.TRAPS for m in _MODULES), *(m.VERBS for m in _MODULES))
NOUNS: Final[Rules] = rules(noun_forms, event_nouns.TRAPS, event_nouns.NOUNS)


def _all_forms(words: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(verb_forms(w) for w in words.split()))


CARRIERS: Final = _all_forms(event_nouns.CARRIERS)
HAPPENING: Final = _all_forms(event_nouns.HAPPENING)
UNREAL: Final = frozenset(chain.from_iterable(noun_forms(w) for w in event_nouns.UNREAL.split()))
COMPOUND_HEADS: Final = frozenset(event_nouns.COMPOUND_HEADS.split())
FUTURE: Final = table("will 'll ’ll shall")
INTENDS: Final = _all_forms("plan agree intend")
AVERTING: Final = _all_forms(event_nouns.AVERTING)
ASPECTS: Final = _all_forms(event_nouns.ASPECTS)
BEFORE_ORDERS: Final = frozenset("\" “ ‘ . : not n't n’t please never".split())
CALLING: Final = _all_forms(event_nouns.CALLING)
NAMED_AS: Final = ("xcomp", "obj", "ccomp", "obl")
VAGUE: Final = frozenset(event_nouns.VAGUE.split())
PROMISED: Final = _all_forms(event_nouns.PROMISED)
BEFORE_CAUSES: Final = frozenset("in during by after from amid".split())
ENDING: Final = CLASSES["CEASEFIRE"]
UNLIKELY: Final = 0.25  # probability of being an event below which a noun is none
WORD_OF_NAME: Final = ("PERSON", "ORG", "LOC", "MISC")
LIGHT_SPAN: Final = 5  # tokens from a carrier to its noun that show one event


def triggers(scene: Scene) -> Iterator[Trigger]:
    """All triggers, in the order of the text."""
    told = frozenset(scene.grammar.words)
    found = _Triggers(scene, told)
    found.add_verbs()
    found.add_nouns()
    return found.settled()


@dataclass(frozen=True, slots=True)
class _Taken:
    """A trigger with the rule that made it."""

    trigger: Trigger
    rule: Rule


class _Triggers:
    """The triggers of one article as they are found, and the tokens that some event has taken."""

    def __init__(self, scene: Scene, told: frozenset[str]) -> None:
        self.scene = scene
        self.grammar = scene.grammar
        self.told = told
        self.found: dict[int, _Taken] = {}
        self.eaten: set[int] = set()
        self.joined: dict[int, int] = {}  # a verb that tells what another has told, and that one

    def around(self, token: int) -> Around:
        return Around(self.scene, token, self.told)

    def add_verbs(self) -> None:
        for token, word in enumerate(self.grammar.words):
            if word in VERBS and self._verbal(token):
                around = self.around(token)
                rule = _first_fitting(VERBS[word], around)
                if rule is not None and rule.action and not self._join(around, rule):
                    self._add_verb(around, rule)

    def _verbal(self, token: int) -> bool:
        """Whether a word is a verb and used as one: not "armed groups", not "the detained man"."""
        if self.grammar.pos[token] != "VERB" or token in self.eaten:
            return False
        return self.grammar.dep[token] not in ("amod", "compound", "case", "fixed", "flat")

    def _add_verb(self, around: Around, rule: Rule) -> None:
        token = around.at
        span = (token, end_of_verb(around, rule))
        assert rule.action is not None
        action, mode = rule.action, rule.mode
        if action == "CONSULT" and mode is None and self._to_come(token):
            action = "AGREE"
        made = Trigger(token, span, action, mode, rule.takes, rule.onto, status=rule.status)
        self.found[token] = _Taken(made, rule)
        head = self.grammar.head[token]
        if self.grammar.dep[token] == "xcomp" and self.grammar.words[head] in ASPECTS:
            self.joined[head] = token  # "airstrikes have continued to pound the port, hitting …"
        self.eaten |= set(self._eats(around, rule))

    def _join(self, around: Around, rule: Rule) -> bool:
        """Whether nothing is to be told: "you", or what another verb has told already."""
        doer = around.subject
        if doer is not None and {"you", "your"} & {
            self.grammar.words[t] for t in (doer, *self.grammar.children[doer])
        }:
            return True
        if self._imperative(around):
            return True
        token = around.at
        head = self.joined.get(self.grammar.head[token], self.grammar.head[token])
        if head not in self.found or not self._one_happening(token, head, rule):
            return False
        self.joined[token] = head
        return True

    def _imperative(self, around: Around) -> bool:
        """ "Don't shoot him.": nobody has done it."""
        grammar, token = self.grammar, around.at
        if around.subject is not None or around.passive or token == 0:
            return False
        before, word = grammar.words[token - 1], grammar.words[token]
        bare = grammar.dep[token] in ("ROOT", "parataxis", "ccomp") and before in BEFORE_ORDERS
        return bare and not word.endswith(("ed", "ing", "s"))

    def _one_happening(self, token: int, head: int, rule: Rule) -> bool:
        """One happening: "killed twelve and injured forty", "marched, protesting against …"."""
        grammar = self.grammar
        word = grammar.words[token]
        if self.found[head].trigger.action != rule.action:
            return False
        if grammar.words[head] in EXPLODES:
            return False  # who is killed says more
        if rule.action == "ASSAULT" and word in HURT and grammar.words[head] not in HURT:
            return grammar.dep[token] in ("conj", "parataxis", "advcl", "xcomp")
        if word in HURT and grammar.dep[token] in ("conj", "parataxis", "advcl"):
            return grammar.words[head] in HURT
        return grammar.dep[token] in ("advcl", "xcomp") and word.endswith("ing")

    def _to_come(self, token: int) -> bool:
        """A meeting that those who meet intend: "will meet", "plan to meet"."""
        grammar = self.grammar
        if any(grammar.words[c] in FUTURE for c in grammar.all(token, "aux")):
            return True
        head = grammar.head[token]
        return grammar.dep[token] == "xcomp" and grammar.words[head] in INTENDS

    def _eats(self, around: Around, rule: Rule) -> Iterator[int]:
        """The tokens that are part of the rule's event."""
        grammar = self.grammar
        if "eats" in rule.flags:
            heads = [c for c in grammar.children[around.at] if c > around.at or around.passive]
            for head in heads:
                if grammar.dep[head] in ("obj", "obl", "nsubj:pass", "nmod", "iobj", "advmod"):
                    yield from self._phrase(head)
            for clause in around.clauses.values():
                yield from (t for t in grammar.below(clause) if grammar.pos[t] == "NOUN")
        if rule.action == "AGREE":
            yield from (c for c in around.clauses.values() if grammar.words[c] in PROMISED)
        if "whole" in rule.flags:
            for clause in around.clauses.values():
                yield from grammar.below(clause)

    def _phrase(self, head: int) -> Iterator[int]:
        """A noun phrase without its clauses."""
        yield head
        for child in self.grammar.children[head]:
            if self.grammar.dep[child] in ("nmod", "compound", "amod", "conj", "nmod:poss"):
                yield from self._phrase(child)

    def add_nouns(self) -> None:
        for token, word in enumerate(self.grammar.words):
            if word in NOUNS and token not in self.found and self._nominal(token):
                self._add_noun(token)

    def _nominal(self, token: int) -> bool:
        """Whether the word may name a happening here."""
        grammar = self.grammar
        if grammar.pos[token] != "NOUN" or token in self.eaten or confided(grammar, token):
            return False
        if self.scene.doc[token].ent_type_ in WORD_OF_NAME:
            return False
        if grammar.dep[token] == "conj" and grammar.dep[grammar.head[token]] == "compound":
            return False  # "search and rescue operations"
        if grammar.case(token) == "as" or self._called(token):
            return False  # "referred to the protests as riots"
        likely = self.scene.happening(token)
        if likely is not None and likely < UNLIKELY:
            return False
        head = grammar.words[grammar.head[token]]
        if grammar.dep[token] in ("compound", "amod", "flat") and head not in COMPOUND_HEADS:
            return False
        return not self._unreal(token)

    def _called(self, token: int) -> bool:
        """What something is called: "calling the vote a coup"."""
        grammar = self.grammar
        head = grammar.head[token]
        if grammar.words[head] not in CALLING or grammar.dep[token] not in NAMED_AS:
            return False
        return grammar.dep[token] == "xcomp" or any(c < token for c in grammar.all(head, "obj"))

    def _unreal(self, token: int) -> bool:
        """Whether it is only spoken of: "the risk of an attack", "a proposal for talks"."""
        grammar = self.grammar
        if grammar.words[grammar.head[token]] in AVERTING and (
            grammar.dep[token] == "obj" or grammar.case(token) in ("against", "of", "for")
        ):
            return True
        for _ in range(4):
            if grammar.case(token) in WHILE:  # "the first sign of movement since the shooting"
                return False
            head = grammar.head[token]
            if head == token or grammar.dep[token] not in (
                "nmod",
                "compound",
                "conj",
                "appos",
                "obl",
            ):
                return False
            if grammar.words[head] in UNREAL and grammar.pos[head] == "NOUN":
                return True
            token = head
        return False

    def _add_noun(self, token: int) -> None:
        carrier = self._carrier(token)
        around = _Carried(self.scene, token, self.told, carrier)
        rule = _first_fitting(NOUNS[self.grammar.words[token]], around)
        if rule is None or rule.action is None:
            return
        if "said" in rule.flags:  # "declared that there would be no dialogue"
            carrier = saying(self.grammar, token)
        span = (token, token + 1)
        made = Trigger(
            token, span, rule.action, rule.mode, rule.takes, rule.onto, carrier, rule.status
        )
        if carrier is not None and self._to_come(carrier) and rule.action == "CONSULT":
            made = replace(made, action="AGREE", mode=None)
        verb = self._governor(token)
        if verb is not None and "own" not in rule.flags and self._same(token, made, verb):
            return
        head = self.grammar.head[token]
        joined = self.grammar.dep[token] == "conj" and head in self.found
        if joined and self._same_kind(self.found[head].trigger, made):
            return  # "looting and rioting"
        if carrier is not None:
            self._drop_repeats(carrier, made)
        if carrier is not None and 0 < token - carrier <= LIGHT_SPAN:
            made = replace(made, span=(carrier, token + 1))
        self.found[token] = _Taken(made, rule)

    def _drop_repeats(self, carrier: int, made: Trigger) -> None:
        """ "launched an attack on the city, targeting a refinery": one happening."""
        for verb in self.grammar.all(carrier, "advcl"):
            same = verb in self.found and self.found[verb].trigger.action == made.action
            if same and self.grammar.words[verb].endswith("ing"):
                del self.found[verb]

    def _same_kind(self, one: Trigger, other: Trigger) -> bool:
        return (one.action, one.mode) == (other.action, other.mode)

    def _carrier(self, token: int) -> int | None:
        """The verb that carries the noun: "held talks", "an attack was launched"."""
        grammar = self.grammar
        head = grammar.head[token]
        if grammar.dep[token] == "nmod" and grammar.words[head] in VAGUE:
            return self._carrier(head)
        if grammar.pos[head] != "VERB":
            return None
        carried = grammar.dep[token] in ("obj", "nsubj:pass") or (
            grammar.dep[token] == "nsubj" and grammar.child(head, "aux:pass") is not None
        )
        return head if carried and grammar.words[head] in CARRIERS else None

    def _governor(self, token: int) -> int | None:
        """A trigger whose subject, or whose phrase with "in", "by" or "during", the noun is."""
        grammar = self.grammar
        if grammar.dep[token] == "conj" and grammar.dep[grammar.head[token]] == "nsubj":
            token = grammar.head[token]  # "gunfire and airstrikes kill"
        head = self.joined.get(grammar.head[token], grammar.head[token])
        if head not in self.found:
            return self._casualties(token) or self._relative(token)
        if grammar.dep[token] in ("nsubj", "obl:agent", "obj", "nsubj:pass"):
            return head
        if grammar.dep[token] == "obl" and grammar.case(token) in ("in", "by", "during", "with"):
            return head
        return self._casualties(token)

    def _casualties(self, token: int) -> int | None:
        """ "killed and several injured in an attack", whatever the parse hangs the phrase on."""
        grammar = self.grammar
        head = grammar.head[token]
        counted = grammar.dep[token] == "nmod" and grammar.words[head] in VAGUE
        if grammar.case(head if counted else token) not in BEFORE_CAUSES:
            return None
        for verb in range(token - 1, max(-1, token - 25), -1):
            if grammar.sentence[verb] != grammar.sentence[token]:
                return None
            if verb in self.found and grammar.words[verb] in HURT:
                return verb
        return None

    def _relative(self, token: int) -> int | None:
        """ "the attack, which killed ten": one happening, shown by the noun."""
        for own in (token, *self.grammar.all(token, "nmod")):  # "the raid in Ulmar that killed six"
            for clause in self.grammar.all(own, "acl:relcl", "acl"):
                if clause in self.found and (own == token or self.grammar.words[clause] in HURT):
                    return clause
        return None

    def _same(self, token: int, made: Trigger, verb: int) -> bool:
        """Whether noun and verb tell one happening; if so it is settled which of them stays."""
        taken = self.found[verb]
        if taken.trigger.mode == "arrest" and self.grammar.dep[token] == "obl":
            return True  # "arrested in raids"
        if taken.trigger.action != made.action:
            return False
        if self.grammar.dep[verb] in ("acl:relcl", "acl") and self.grammar.head[verb] >= token:
            del self.found[verb]
            return False
        span: TokenSpan = taken.trigger.span
        if 0 < verb - token <= LIGHT_SPAN:
            span = (token, span[1])
        mode = taken.trigger.mode or made.mode
        self.found[verb] = _Taken(replace(taken.trigger, span=span, mode=mode), taken.rule)
        return True

    def settled(self) -> Iterator[Trigger]:
        """The triggers in order, without bare repetitions."""
        violent = [t for t in self.found if self.found[t].trigger.action == "ASSAULT"]
        at_war = parties_to(self.scene, map(self.around, violent))
        ordered = (self.found[token].trigger for token in sorted(self.found))
        end = interview_from(self.scene)
        whole = without_retelling(self.scene, ordered)
        told = (t for t in whole if self.scene.doc[t.at].idx < end)
        return without_repetitions(self.scene, (self._by_party(t, at_war) for t in told))

    def _by_party(self, made: Trigger, at_war: frozenset[str]) -> Trigger:
        """A call to end the fighting is agreement if it comes from one who fights."""
        if (made.action, made.mode) != ("REQUEST", "yield") or not at_war:
            return made
        around = self.around(made.at)
        ends = {self.grammar.words[t] for t in self.grammar.below(made.at)} & ENDING
        if ends and at_war & names_of(self.scene, around.subject):
            return replace(made, action="AGREE", mode=None)
        return made


@dataclass(frozen=True)
class _Carried(Around):
    """What stands around a noun, with the verb that carries it."""

    carrier: int | None = None

    def _words(self, place: str) -> set[str] | frozenset[str]:
        if place == "carrier":
            return set() if self.carrier is None else {self.grammar.words[self.carrier]}
        return super()._words(place)


def _first_fitting(candidates: tuple[Rule, ...], around: Around) -> Rule | None:
    return next((r for r in candidates if all(map(around.has, r.conditions))), None)
