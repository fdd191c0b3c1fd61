"""What the words around a happening say of it: whether a verb or noun tells of something real.

A verb with a tense says so itself (``tenses``); one without, and a noun, is decided by what stands
beside it and what governs it, up through as many words as it takes ("did not rule out calling off
the visit"). The tables are in ``status_words``, their composition in ``judged``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from onrecord.model import Status
from onrecord.reader.events import status_words as known
from onrecord.reader.events.judged import UNREAL, Judged, under, within
from onrecord.reader.events.shapes import (
    content_of,
    definite,
    enacting,
    governed_by,
    is_set,
    listed_under,
    modifying,
    nominal,
    one_of_a_row,
    ordered_death,
    particles,
    preposition,
    proposed,
    relative,
    set_apart,
    staged,
    whoever,
)
from onrecord.reader.events.tenses import (
    PRESENT_BE,
    SUBJECTS,
    asked,
    auxiliaries,
    conditions,
    form,
    infinitive,
    negation,
    over,
    passive,
    present,
    tensed,
)
from onrecord.reader.grammar import Grammar

DEPTH: Final = 8  # words that govern one another; deeper than that no news sentence goes
ARGUMENTS: Final = ("obj", "nsubj:pass", "iobj")


@dataclass(frozen=True, slots=True)
class Reality:
    """The questions that are asked of one word after the other, upwards."""

    grammar: Grammar

    def of(self, token: int, depth: int) -> Judged:
        """The status of what a word says happened."""
        if depth == 0:
            return Judged("happened")
        if self.grammar.pos[token] in ("VERB", "AUX"):
            return self._verb(token, depth)
        return self._noun(token, depth)

    def carried(self, noun: int, carrier: int) -> Judged:
        """A noun and the verb that carries it: "held no talks", "cancelled the visit"."""
        if (own := self._beside(noun)) is not None:
            return own
        governor = self.of(carrier, DEPTH)
        if (entry := self._entry(carrier, "n")) is None:
            return governor
        if ordered_death(self.grammar, noun, entry.lemma):
            return Judged("possible", self._quoted(carrier))
        return under(entry.effect, governor, self._quoted(carrier))

    # --- verbs ----------------------------------------------------------------------------------

    def _verb(self, token: int, depth: int) -> Judged:
        own = tensed(self.grammar, token)
        if own is None:
            found = self._untensed(token, depth)
            no = negation(self.grammar, token)
            if no and found.status not in UNREAL:
                return Judged("did_not_happen", f"'{no}'")
        else:
            found = self._clause(token, own, depth)
        return self._doubted(token, found)

    def _doubted(self, token: int, found: Judged) -> Judged:
        """Adverbs, conditions and questions that take back what is told as a fact."""
        grammar = self.grammar
        for child in grammar.all(token, "advmod"):
            effect = known.BY_ADVERB.get(grammar.words[child])
            if effect == "possible" and found.real:
                return Judged("possible", f"'{grammar.words[child]}'")
        condition = conditions(grammar, token)
        if condition and found.status == "planned":
            return Judged("possible", f"'{condition}'")
        if found.status == "happened" and whoever(self.grammar, token):
            return Judged("possible", "whoever does so")
        if found.status not in UNREAL and asked(grammar, token):
            return Judged("possible", "a question")
        return found

    def _clause(self, token: int, own: Judged, depth: int) -> Judged:
        """A verb with its own tense, in what opens its clause and what governs that."""
        grammar = self.grammar
        opener = grammar.child(token, "mark")
        word = "" if opener is None else grammar.words[opener]
        effect = known.BY_OPENER.get(word)
        if effect == "possible" and (own.status in _SUPPOSED or _not_yet(own, word)):
            past = own.status == "happened" and not present(grammar, token)
            if not (past and word in ("until", "till", "unless", "once")):
                return Judged("possible", f"'{word}'")
        head = grammar.head[token]
        governed = grammar.dep[token] in ("ccomp", "csubj", "acl", "csubj:pass")
        if grammar.dep[token] == "acl:relcl":
            governed = content_of(grammar, token)
        if head == token or not governed or relative(self.grammar, token):
            return self._in_time(token, word, own, depth)
        entry = self._entry(head, "c")
        governor = self.of(head, depth - 1)
        if entry is not None:
            return within(entry.effect, governor, own, self._quoted(head))
        noun = known.noun(grammar.words[head]) if grammar.pos[head] == "NOUN" else None
        if noun is not None:
            return within(noun, governor, own, self._quoted(head))
        if own.real and governor.status in UNREAL:
            return Judged("possible", f"{governor.reason} {self._quoted(head)}")
        return own

    def _in_time(self, token: int, word: str, own: Judged, depth: int) -> Judged:
        """ "when he visits", "before they meet": as the clause around it."""
        grammar = self.grammar
        if own.status != "happened" or not present(grammar, token):
            return own
        if word == "while" and known.DURATIVE.intersection(known.lemmas(grammar.words[token])):
            return Judged("ongoing", "'while'")
        if grammar.dep[token] != "advcl" or word not in _TIMES:
            return own
        around = self.of(grammar.head[token], depth - 1)
        if around.real:
            return own
        ahead: Status = "possible" if word == "after" else "planned"
        return Judged(ahead, f"'{word}', and {around.reason}")

    def _untensed(self, token: int, depth: int) -> Judged:
        grammar = self.grammar
        head, dep = grammar.head[token], grammar.dep[token]
        if head == token:
            return Judged("happened")
        if infinitive(grammar, token):
            return self._infinitive(token, depth)
        if (two := known.BY_TWO.get(grammar.words[max(0, token - 2) : token])) is not None:
            return Judged(two, "'of'")
        if (listed := self._listed(token)) is not None:
            return listed
        if (marked := self._by_preposition(token, depth)) is not None:
            return marked
        if dep == "conj":
            return self.of(head, depth - 1)
        if dep == "acl" and form(grammar.words[token]) == "past":
            return self._participle(token, head, depth)
        if dep == "acl" and proposed(grammar, token):
            return Judged("possible", f"'{grammar.words[head]}'")
        if (made := enacting(grammar, token)) is not None and (entry := self._entry(made, "n")):
            return under(entry.effect, Judged("happened"), self._quoted(made))
        apart = dep == "advcl" and set_apart(grammar, token)  # "denied it, threatening to sue"
        if not apart and (governed := self._governed(token, "g", depth)) is not None:
            return governed
        if dep in ("advcl", "xcomp", "ccomp", "parataxis"):
            around = self.of(head, depth - 1)
            if dep != "advcl":
                return around
            if around.status in UNREAL:
                return Judged("happened")
            return replace(around, sure=False) if grammar.dep[head] == "xcomp" else around
        return self._participle(token, head, depth)

    def _participle(self, token: int, head: int, depth: int) -> Judged:
        """ "troops sent to the border": as a fact, unless there are none."""
        for determiner in self.grammar.all(head, "det"):
            word = self.grammar.words[determiner]
            if word in known.BY_MODIFIER:  # "any sanctions imposed on the north"
                return Judged(known.BY_MODIFIER[word], f"'{word}'")
        return Judged("happened")

    def _infinitive(self, token: int, depth: int) -> Judged:
        grammar = self.grammar
        if grammar.words[max(0, token - 2) : token] == ("yet", "to"):
            return Judged("did_not_happen", "'yet to'")
        if grammar.dep[token] == "conj" and not self._entry(grammar.head[token], "t"):
            return self.of(grammar.head[token], depth - 1)
        if (governed := self._governed(token, "t", depth)) is not None:
            return governed
        head = grammar.head[token]
        around = self.of(head, depth - 1)
        if one_of_a_row(grammar, head):
            if grammar.dep[head] == "xcomp":  # "becomes the first to be tried"
                around = self.of(grammar.head[head], depth - 1)
            return replace(around, reason=around.reason or "the first to")
        if "have" in (grammar.words[c] for c in grammar.all(token, "aux")):
            return around
        stems = known.lemmas(grammar.words[head])
        if grammar.dep[token] == "advcl" and any(s in known.GATHERINGS for s in stems):
            return around
        if grammar.dep[token] == "xcomp":
            return around
        if any(s in known.LAWS for s in known.lemmas(grammar.words[head])):
            return Judged("possible", "the name of a law")
        aimed = around.real or around.status == "planned"
        headline = grammar.head[head] == head and grammar.pos[head] in ("NOUN", "PROPN")
        return Judged("planned" if aimed else "possible", "'to'", sure=headline)

    # --- nouns ----------------------------------------------------------------------------------

    def _noun(self, token: int, depth: int) -> Judged:
        grammar = self.grammar
        if (own := self._beside(token)) is not None:
            return self._dropped(token, own)
        if (listed := self._listed(token)) is not None:
            return listed
        if grammar.child(token, "cop") is not None or grammar.child(token, *SUBJECTS) is not None:
            said = tensed(grammar, token)
            if said is not None and said.real and grammar.case(token) == "in":
                now = PRESENT_BE.intersection(auxiliaries(grammar, token))
                said = Judged("ongoing", "'is in'") if now else said  # "is in talks with"
            if said is not None:
                return self._doubted(token, said)
        head, dep = grammar.head[token], grammar.dep[token]
        marked = Judged("happened") if head == token else self._by_preposition(token, depth)
        if marked is not None:
            return marked
        if dep in ("conj", "appos", "flat") or staged(grammar, token):
            return self.of(head, depth - 1)
        if (governed := self._governed(token, "n", depth)) is not None:
            return governed
        if is_set(grammar, token):
            return Judged("planned", "'set'")
        if dep == "nsubj":
            return self._subject(token, depth)
        taken = dep in ("obj", "nsubj:pass")
        means = grammar.case(token) in ("by", "with", "through")  # "plans to fight it by lawsuit"
        if definite(self.grammar, token) or not (taken or means):
            return Judged("happened")
        around = self.of(head, depth - 1)
        return Judged("happened") if around.status in UNREAL or (means and around.real) else around

    def _dropped(self, noun: int, own: Judged) -> Judged:
        """ "Suspended the planned talks": what was planned and is no longer."""
        entry = self._entry(self.grammar.head[noun], "n")
        taken = self.grammar.dep[noun] in ("obj", "nsubj:pass")
        dropped = entry is not None and entry.effect in ("did_not_happen", "ended")
        if own.status == "planned" and taken and dropped and own.reason != "'pending'":
            return Judged("did_not_happen", self._quoted(self.grammar.head[noun]))
        return own

    def _subject(self, token: int, depth: int) -> Judged:
        """ "The talks will resume": of some verbs the subject is what happens."""
        grammar = self.grammar
        head = grammar.head[token]
        word = grammar.words[head]
        if effect := known.BY_MODIFIER.get(word):
            return Judged(effect, f"'{word}'")  # "a strike is likely"
        entry = self._entry(head, "n")
        alone = grammar.child(head, "obj") is None
        happens = alone and (
            entry is not None or bool(known.OCCURS.intersection(known.lemmas(word)))
        )
        happens |= word in _TAKES and grammar.words[head + 1 : head + 2] == ("place",)
        around = self.of(head, depth - 1)
        if happens and entry is not None and entry.effect in ("ongoing", "ended"):
            return under(entry.effect, around, self._quoted(head))
        if happens:
            return around
        if not definite(self.grammar, token) and around.status in ("planned", "possible"):
            return around
        return Judged("happened")

    def _beside(self, noun: int) -> Judged | None:
        """What stands with the noun: "no talks", "a possible invasion", "next week's visit"."""
        grammar = self.grammar
        for child in grammar.all(noun, "det", "amod", "compound", "nmod:poss", "advmod", "acl"):
            for word in modifying(self.grammar, child):
                effect = known.BY_MODIFIER.get(word)
                if effect is not None:
                    return Judged(effect, f"'{word}'")
        for child in grammar.all(noun, "acl:relcl"):
            before = grammar.words[grammar.first[child] : child + 1]
            if known.DUE.intersection(before):  # "talks that were due to be held"
                return Judged("planned", self._quoted(child))
        for child in grammar.all(noun, "acl"):
            if infinitive(grammar, child):
                if passive(grammar, child):
                    return Judged("planned", "'to be'")
                continue
            entry = self._entry(child, "n") if form(grammar.words[child]) == "past" else None
            if entry is not None and entry.effect not in ("as_is", "happened", "ended"):
                # "talks set for Monday"
                return under(entry.effect, Judged("happened"), self._quoted(child))
        return None

    # --- what governs ---------------------------------------------------------------------------

    def _by_preposition(self, token: int, depth: int) -> Judged | None:
        """ "after the attack", "without firing", "ahead of talks"."""
        grammar = self.grammar
        marker = grammar.child(token, "case", "mark", "cc")
        if marker is None:
            return None
        phrase = preposition(grammar, marker)
        effect = known.BY_PREPOSITION.get(phrase)
        if effect is None and phrase in ("before", "prior to"):
            around = self.of(grammar.head[token], depth - 1)
            return Judged("happened", "'before'") if around.real else around
        if effect is None or governed_by(grammar, token, grammar.head[token]):
            return None
        if effect == "happened":
            around = self.of(grammar.head[token], depth - 1)
            soft = phrase in ("after", "during", "following") and around.status == "planned"
            soft |= phrase in ("after", "during") and around.status == "possible"
            if soft and not definite(self.grammar, token):
                return around  # "will be freed after a vote"
            return Judged("happened", f"'{phrase}'")
        return Judged(effect, f"'{phrase}'")

    def _entry(self, head: int, kind: str, case: str = "") -> known.Governor | None:
        """What a verb or adjective makes of a complement of this kind."""
        grammar = self.grammar
        if grammar.pos[head] not in ("VERB", "ADJ", "AUX"):
            return None
        found = known.verbs(grammar.words[head], particles(grammar, head))
        return next(
            (e for e in found if (case in e.prepositions if case else kind in e.takes)), None
        )

    def _governed(self, token: int, kind: str, depth: int) -> Judged | None:
        """What the word above makes of it, if that word is one that decides."""
        grammar = self.grammar
        head, dep = grammar.head[token], grammar.dep[token]
        case = grammar.case(token) if kind != "t" else ""
        if nominal(grammar, head) and dep in ("nmod", "acl", "compound"):
            return self._by_noun(token, head, depth)
        entry = self._entry(head, kind, case) if case else self._entry(head, kind)
        if entry is None or (kind == "n" and not case and dep not in ARGUMENTS):
            return None
        if ordered_death(grammar, token, entry.lemma):
            return Judged("possible", self._quoted(head))
        found = under(entry.effect, self.of(head, depth - 1), self._quoted(head))
        if entry.lemma in known.TRIED and found.status == "possible" and over(grammar, head):
            return Judged("did_not_happen", found.reason)  # "tried to kill the envoy"
        if entry.lemma in known.UNSURE and kind != "n":
            return replace(found, sure=False)
        unclear = found.status == "possible" and entry.effect not in ("supposed", "as_is")
        if kind == "n" and unclear and definite(self.grammar, token):
            return replace(found, sure=False)  # "discussed the attack", "discussed a ceasefire"
        return found

    def _by_noun(self, token: int, head: int, depth: int) -> Judged | None:
        """ "the threat of a strike", "plans to attack", "ceasefire talks"."""
        grammar = self.grammar
        effect = known.noun(grammar.words[head])
        if effect is None:
            return None
        if infinitive(grammar, token) and grammar.words[head] in known.NOT_TO:
            return None
        cases = known.CALLING_CASES if effect == "called_for" else known.GOVERNING_CASES
        if grammar.dep[token] == "nmod" and grammar.case(token) not in cases:
            return None
        around = self.of(head, depth - 1)
        tried = grammar.words[head].removesuffix("s") == "attempt" and around.real
        if tried and grammar.dep[token] in ("compound", "nmod"):  # "an assassination attempt"
            return Judged("did_not_happen", self._quoted(head))
        return under(effect, around, self._quoted(head))

    def _listed(self, token: int) -> Judged | None:
        """ "Their demands include the release of …": one of what is demanded."""
        whole = listed_under(self.grammar, token)
        effect = known.noun(self.grammar.words[whole]) if whole is not None else None
        if whole is None or effect not in ("called_for", "planned", "possible"):
            return None
        return Judged(effect, self._quoted(whole))

    def _quoted(self, token: int) -> str:
        return f"'{self.grammar.words[token]}'"


_SUPPOSED: Final = frozenset({"happened", "ongoing", "planned"})
_TIMES: Final = frozenset({"when", "before", "after", "once"})
_TAKES: Final = frozenset("take takes took taken taking".split())


def _not_yet(own: Judged, word: str) -> bool:
    """ "If they are not freed": neither do they stay nor are they freed."""
    return own.status == "did_not_happen" and word in ("if", "whether", "in case", "provided")
