"""Shapes of phrases that say whether something is real: "the first to", "anyone who"."""

from __future__ import annotations

import re
from typing import Final

from onrecord.reader.cues import table, verb
from onrecord.reader.events import status_words as known
from onrecord.reader.events.tenses import PRESENT_BE, SUBJECTS, form, present
from onrecord.reader.grammar import Grammar

_ORDINAL: Final = re.compile(
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|only"
    r"|[0-9]{1,4}(?:st|nd|rd|th)"
)
_STAGES: Final = frozenset(
    "phase stage round wave bout series spate spell period escalation resumption surge".split()
)
# What names the things it is made of: "their demands include a release".
_LISTING: Final = table(
    "include includes included including comprise comprises comprised expand expands expanded"
    " extend extends extended range ranges ranged widen widens widened grow grows grew grown"
)
_ENTRIES: Final = ("conj", "appos", "obj", "obl", "xcomp", "ccomp")
_DEATHS: Final = table("killing killings murder murders assassination death deaths execution")
_ENACTED: Final = table("law laws act acts rule rules regulation regulations decree decrees")
_THE: Final = frozenset({"the", "this", "that", "these", "those", "both"})


def whoever(grammar: Grammar, token: int) -> bool:
    """ "Any foreigner who arrests a citizen": nobody in particular."""
    while grammar.dep[token] == "conj":
        token = grammar.head[token]
    head = grammar.head[token]
    if grammar.dep[token] != "acl:relcl" or not present(grammar, token):
        return False
    before = (grammar.words[t] for t in (head, *grammar.all(head, "det")))
    return any(w in known.ANYBODY for w in before)


def staged(grammar: Grammar, token: int) -> bool:
    """ "A new phase of heavy fighting is expected": the fighting is real where the phase is."""
    head = grammar.head[token]
    inside = grammar.dep[token] == "nmod" and grammar.case(token) == "of"
    return inside and grammar.words[head].removesuffix("s") in _STAGES


def proposed(grammar: Grammar, token: int) -> bool:
    """ "A bill imposing sanctions" imposes none yet; "a bill urging peace" does urge."""
    head = grammar.head[token]
    return (
        grammar.dep[token] == "acl"
        and form(grammar.words[token]) == "ing"
        and grammar.words[head].removesuffix("s") in known.PROPOSALS
        and verb(grammar.words[token]) is None
    )


def nominal(grammar: Grammar, token: int) -> bool:
    """Whether it is a noun, also where the parse has "his refusal to leave" for a verb."""
    if grammar.pos[token] in ("NOUN", "PROPN"):
        return True
    word = grammar.words[token]
    owned = grammar.child(token, "nmod:poss", "det") is not None
    return owned and known.noun(word) is not None and not known.verbs(word)


def one_of_a_row(grammar: Grammar, noun: int) -> bool:
    """ "The first to leave", "the 60th state to ratify the treaty"."""
    if grammar.case(noun) == "among":  # "was among the towns to vote against it"
        return True
    of_row = [t for n in (noun, *grammar.all(noun, "xcomp")) for t in _with_rank(grammar, n)]
    return any(_ORDINAL.fullmatch(grammar.words[t]) for t in of_row)


def modifying(grammar: Grammar, child: int) -> list[str]:
    """The word itself, and those below a time that owns the noun: "next week's visit"."""
    if grammar.dep[child] == "nmod:poss":
        times = [grammar.words[t] for t in grammar.below(child)]
        return [t for t in times if t in ("next", "tomorrow", "coming", "upcoming")]
    return [grammar.words[child]] if grammar.dep[child] != "acl" else []


def definite(grammar: Grammar, noun: int) -> bool:
    determiner = grammar.child(noun, "det")
    if determiner is not None and grammar.words[determiner] in _THE:
        return True
    return grammar.child(noun, "nmod:poss") is not None


def relative(grammar: Grammar, token: int) -> bool:
    subject = grammar.child(token, *SUBJECTS)
    if _two_subjects(grammar, token):
        return False
    return subject is not None and grammar.words[subject] in ("who", "which", "that")


def _with_rank(grammar: Grammar, noun: int) -> list[int]:
    return [noun, *grammar.all(noun, "amod", "nummod")]


def listed_under(grammar: Grammar, token: int) -> int | None:
    """ "Demands" of "demands include talks, a release and an inquiry", for any of the three."""
    for _ in range(5):
        head = grammar.head[token]
        if grammar.child(token, "cop") is not None:  # "their demands are a release and …"
            return _noun_subject(grammar, token)
        if head == token or grammar.dep[token] not in _ENTRIES:
            return None
        if grammar.words[head] in _LISTING and grammar.pos[head] == "VERB":
            return _noun_subject(grammar, head)
        token = head
    return None


def _noun_subject(grammar: Grammar, verb: int) -> int | None:
    found = grammar.child(verb, "nsubj")
    if found is None and grammar.dep[verb] in (
        "acl:relcl",
        "case",
    ):  # if the parse takes it for a phrase
        found = grammar.head[verb]
    return found if found is not None and grammar.pos[found] == "NOUN" else None


def content_of(grammar: Grammar, token: int) -> bool:
    """ "No sign the mayor agreed", "the pretext that it fired": the noun says how real it is."""
    word = grammar.words[grammar.head[token]]
    marked = any(grammar.words[c] == "that" for c in grammar.all(token, "mark"))
    marked |= _two_subjects(grammar, token)
    return word in known.TOKENS or (marked and known.noun(word) is not None)


def _two_subjects(grammar: Grammar, token: int) -> bool:
    """ "That Ishel fired", if the parse has both for subjects: "that" opens the clause."""
    found = grammar.all(token, "nsubj")
    return len(found) > 1 and grammar.words[found[0]] == "that"


def enacting(grammar: Grammar, token: int) -> int | None:
    """The verb above a law that does it: "laws banning rallies are expected next month"."""
    law = grammar.head[token] if grammar.dep[token] == "acl" else token - 1
    bare = law >= 0 and form(grammar.words[token]) == "ing"
    argued = grammar.dep[law] in ("nsubj", "nsubj:pass", "obj")
    return grammar.head[law] if bare and argued and grammar.words[law] in _ENACTED else None


def ordered_death(grammar: Grammar, noun: int, lemma: str) -> bool:
    """ "Ordered Odren's killing": whether he was killed it does not say."""
    owned = grammar.child(noun, "nmod:poss") is not None or grammar.words[noun - 1] in ("'s", "’s")
    return lemma == "order" and owned and grammar.words[noun] in _DEATHS


def is_set(grammar: Grammar, token: int) -> bool:
    """ "A march is set for Monday", and no "is set off"."""
    verb = grammar.head[token]
    now = any(grammar.words[c] in PRESENT_BE for c in grammar.all(verb, "aux:pass", "aux", "cop"))
    alone = grammar.child(verb, "compound:prt", "obj") is None
    subject = grammar.dep[token] in ("nsubj", "nsubj:pass")
    return subject and now and alone and grammar.words[verb] == "set"


def set_apart(grammar: Grammar, token: int) -> bool:
    """Whether a comma sets the clause off."""
    commas = (c for c in grammar.all(token, "punct") if grammar.words[c] == ",")
    return any(c < token for c in commas)


def preposition(grammar: Grammar, marker: int) -> str:
    """The preposition, of up to four words."""
    last = grammar.last[marker]
    for size in (4, 3, 2):
        words = " ".join(grammar.words[max(0, last + 1 - size) : last + 1])
        if words in known.BY_PREPOSITION or words == "prior to":
            return words
    return grammar.words[marker]


def governed_by(grammar: Grammar, token: int, head: int) -> bool:
    """Whether the preposition is the head's own: "warned of", "insisted on"."""
    case = grammar.case(token)
    return any(case in e.prepositions for e in known.verbs(grammar.words[head]))


def particles(grammar: Grammar, head: int) -> list[str]:
    """What stands with a verb: "off" of "called off", "on" of "called on the sides to"."""
    phrases = (grammar.case(c) for c in grammar.all(head, "obl"))
    return [*(grammar.words[c] for c in grammar.all(head, "compound:prt", "case")), *phrases]
