"""A verb in, what its own tense, modal verb and negation say of it out.

``tensed`` is None for a verb without a tense ("to attack", "attacking"): what governs it decides.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events.judged import Judged
from onrecord.reader.events.status_words import (
    AHEAD,
    BY_MODAL,
    CANNOT,
    HABITS,
    NEGATIONS,
    NOBODY,
    PARTICIPLES,
    PAST,
    SPEECH_OF_PLANS,
    TIMES,
    WEEKDAYS,
    lemmas,
)
from onrecord.reader.grammar import Grammar

PRESENT_BE: Final = table("is are am 's 're 'm ’s ’re ’m")
PAST_BE: Final = table("was were")
HAVE: Final = table("has have 've ’ve 's ’s")
SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
OBJECTS: Final = ("obj", "iobj")


_QUESTION_WORDS: Final = frozenset("why how when where who what which".split())
_OPENING: Final = frozenset({"“", "‘"})
# "has no idea", "said nothing": something is had and said all the same.
NO_EVENT: Final = table("nothing idea doubt problem choice reason secret difficulty trouble")


def form(word: str) -> str:
    """ing, past, s or base, as far as the word shows it."""
    if word.endswith("ing") and len(word) > 4:
        return "ing"
    if word in PAST or word in PARTICIPLES or (word.endswith("ed") and len(word) > 3):
        return "past"
    return "s" if word.endswith("s") and not word.endswith("ss") else "base"


def auxiliaries(grammar: Grammar, token: int) -> list[str]:
    return [grammar.words[c] for c in grammar.all(token, "aux", "aux:pass", "cop")]


def present(grammar: Grammar, token: int) -> bool:
    """Whether a verb that has a tense is in the present: "reaches", "is reached", "has reached"."""
    helpers = auxiliaries(grammar, token)
    if helpers:
        return helpers[0] in PRESENT_BE | HAVE | {"do", "does"}
    return form(grammar.words[token]) in ("s", "base")


def infinitive(grammar: Grammar, token: int) -> bool:
    """Whether "to" stands before it; "likely to be asked" is one, "to being asked" none."""
    marked = any(grammar.words[c] == "to" for c in grammar.all(token, "mark"))
    marked |= grammar.words[token - 1 : token] == ("to",) and grammar.pos[token] == "VERB"
    return marked and form(grammar.words[token]) in ("base", "s", "past")


def negation(grammar: Grammar, token: int) -> str | None:
    """The word that negates a verb: "not", "never", a subject or object with "no"."""
    for child in grammar.children[token]:
        word = grammar.words[child]
        negates = grammar.dep[child] in ("advmod", "cc", "cc:preconj", "det")
        if negates and word in NEGATIONS and not _only(grammar, child):
            return word
        if _none(grammar, child):
            return f"no {word}" if word not in NOBODY else word
    before = grammar.words[max(0, token - 2) : token]
    return "not" if before[-1:] == ("not",) or before == ("not", "to") else None


def _only(grammar: Grammar, token: int) -> bool:
    return grammar.words[token + 1 : token + 2] in (("only",), ("just",), ("merely",), ("until",))


def _none(grammar: Grammar, child: int) -> bool:
    """Whether a verb's subject or object is nobody or none: "killed no one", "no ship sailed"."""
    if grammar.dep[child] in SUBJECTS:
        return _nobody(grammar, child)
    told = grammar.words[child] in NO_EVENT
    return grammar.dep[child] in OBJECTS and not told and _nobody(grammar, child)


def _nobody(grammar: Grammar, token: int) -> bool:
    """ "No troops", "nobody", "none of the ships"."""
    if grammar.words[token] in NOBODY:
        return True
    determiner = grammar.child(token, "det")
    return determiner is not None and grammar.words[determiner] in ("no", "neither")


def tensed(grammar: Grammar, token: int) -> Judged | None:
    """What the verb's own words say, negation included."""
    helpers = auxiliaries(grammar, token)
    no = negation(grammar, token)
    modal = next((h for h in helpers if h in BY_MODAL), None)
    if modal is not None:
        return _modal(grammar, token, modal, helpers, no)
    if infinitive(grammar, token):
        return _to_be(grammar, token, helpers, no)
    shape = form(grammar.words[token])
    if helpers[:1] in (["having"], ["being"]):
        return None  # "denied having fired", "after being attacked"
    if not helpers and (shape == "ing" or not _finite(grammar, token, shape)):
        return None
    found = _plain(grammar, token, shape, helpers)
    return Judged("did_not_happen", f"'{no}'") if no else found


def _modal(grammar: Grammar, token: int, modal: str, helpers: list[str], no: str | None) -> Judged:
    status = BY_MODAL[modal]
    shown = f"'{modal}'"
    if "have" in helpers and modal in ("would", "should", "'d", "ought"):
        return Judged("happened" if no else "did_not_happen", f"'{modal} have'")
    if no:
        ruled_out = modal in CANNOT or status == "planned" or modal == "would"
        return Judged("did_not_happen" if ruled_out else "possible", f"'{modal} {no}'")
    if modal == "would" and _habit(grammar, token):
        return Judged("happened", shown)
    if modal in ("would", "'d", "’d") and _foretold(grammar, token):
        return Judged("planned", f"{shown} as told before")
    return Judged(status, shown)


def _foretold(grammar: Grammar, token: int) -> bool:
    """Whether "would" is a "will" of the past: "said the talks would resume on Monday"."""
    if conditions(grammar, token):
        return False
    inside = grammar.dep[token] == "ccomp"
    teller = grammar.head[token] if inside else grammar.child(token, "parataxis")
    return teller is not None and any(s in SPEECH_OF_PLANS for s in lemmas(grammar.words[teller]))


def conditions(grammar: Grammar, token: int) -> str | None:
    """The "if" or "unless" that the clause hangs on, not "even if"."""
    for clause in grammar.all(token, "advcl"):
        opener = grammar.child(clause, "mark")
        if opener is not None and grammar.words[opener] in ("if", "unless"):
            return None if grammar.words[opener - 1] == "even" else grammar.words[opener]
    return None


def _to_be(grammar: Grammar, token: int, helpers: list[str], no: str | None) -> Judged | None:
    """ "is to visit", and the headline's "Lawmakers to vote"."""
    is_to = bool(PRESENT_BE.intersection(helpers[:1]) or PAST_BE.intersection(helpers[:1]))
    root = grammar.head[token] == token and grammar.child(token, *SUBJECTS) is not None
    if not (is_to or root):
        return None
    return Judged("did_not_happen", f"'{no} to'") if no else Judged("planned", "'to'")


def _finite(grammar: Grammar, token: int, shape: str) -> bool:
    """Whether a verb without auxiliaries has a tense: with a subject, as root or as a clause."""
    dep = grammar.dep[token]
    if shape == "past" and dep == "acl":
        return False
    if grammar.child(token, *SUBJECTS) is not None:
        return True
    if dep == "conj":
        return _finite_beside(grammar, token, shape)
    return dep in ("ROOT", "root", "ccomp", "acl:relcl", "parataxis", "advcl:relcl") or (
        dep == "advcl" and shape != "past" and grammar.child(token, "mark") is not None
    )


def _finite_beside(grammar: Grammar, token: int, shape: str) -> bool:
    """ "visited and called" has two tenses, "will visit and call", "has visited and called" one."""
    head = grammar.head[token]
    if shape == "s":
        return True
    return shape == "past" and not (
        auxiliaries(grammar, head) and form(grammar.words[head]) == "past"
    )


def _plain(grammar: Grammar, token: int, shape: str, helpers: list[str]) -> Judged:
    """Tense and aspect of a verb that has one and no modal."""
    words = set(helpers)
    progressive = shape == "ing" or "being" in words
    if progressive and (words & PRESENT_BE or (words & HAVE and "been" in words)):
        days = AHEAD if "been" in words else AHEAD | WEEKDAYS  # "is meeting him on Friday"
        if ahead := _ahead(grammar, token, days):
            return Judged("planned", f"the present, with '{ahead}'")
        return Judged("ongoing", f"'{' '.join([*helpers, grammar.words[token]])}'")
    if shape in ("s", "base") and not words - {"do", "does"}:
        return _present(grammar, token, shape)
    return Judged("happened")


def _ahead(grammar: Grammar, token: int, times_ahead: frozenset[str] = AHEAD) -> str | None:
    """ "Next" of "meets the envoy next week"; not what is said further below."""
    times = grammar.all(token, "obl", "obl:unmarked", "advmod", "nmod:unmarked")
    found = (
        grammar.words[t]
        for c in times
        for t in (c, *(grammar.children[c] if grammar.words[c] in TIMES else ()))
    )
    return next((w for w in found if w in times_ahead), None)


def _present(grammar: Grammar, token: int, shape: str) -> Judged:
    """The simple present: an order, a habit, or news told as headlines tell it."""
    if habit := _habit(grammar, token):
        return Judged("ongoing", f"'{habit}'")
    if shape == "base" and _order(grammar, token):
        return Judged("called_for", "an order")
    if ahead := _ahead(grammar, token):
        return Judged("planned", f"the present, with '{ahead}'")
    return Judged("happened")


def _habit(grammar: Grammar, token: int) -> str | None:
    below = (grammar.words[c] for c in grammar.all(token, "advmod", "obl:unmarked"))
    return next((w for w in below if w in HABITS), None)


def _order(grammar: Grammar, token: int) -> bool:
    """ "Release them now!": a bare verb that begins its sentence."""
    if grammar.head[token] != token or grammar.child(token, *SUBJECTS) is not None:
        return False
    before = range(grammar.first[token], token)
    return all(grammar.pos[t] in ("PUNCT", "INTJ", "ADV", "CCONJ", "SPACE") for t in before)


def asked(grammar: Grammar, token: int) -> bool:
    """Whether it is the verb of a yes-or-no question."""
    if grammar.head[token] != token:
        return False
    if not any(grammar.words[t] == "?" for t in grammar.all(token, "punct")):
        return False
    helper = grammar.child(token, "aux", "aux:pass", "cop")
    if helper is None or not any(helper < c for c in grammar.all(token, *SUBJECTS)):
        return False
    before = grammar.words[grammar.first[token] : helper]
    opened = [i for i, word in enumerate(before, 1) if word in _OPENING]
    before = before[opened[-1] :] if opened else before  # "what world, when we ask, ‘Should …?’"
    return not any(w in _QUESTION_WORDS for w in before)


def passive(grammar: Grammar, token: int) -> bool:
    return any(grammar.words[c] == "be" for c in grammar.all(token, "aux:pass", "aux"))


def over(grammar: Grammar, verb: int) -> bool:
    """Whether a verb is in the past: what was tried then came to nothing."""
    return form(grammar.words[verb]) == "past" and not present(grammar, verb)
