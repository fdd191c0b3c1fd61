"""A cue's words in, the act out: "has repeatedly called for" is call_for, "declined to say" refuse.

The tables are in ``cues``. Also whether the statement is denied to have been made ("did not say").
"""

from __future__ import annotations

import re

from onrecord.reader.cues import CUE_ADJECTIVES, CUE_PHRASES, Word, noun, stems, verb

_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")
_SHORTEST = min(len(phrase) for phrase, _ in CUE_PHRASES)
_NEGATION = frozenset({"not", "never", "cannot", "no", "without", "nor", "neither", "hardly"})
_REFUSAL = frozenset({"refuse", "decline"})
_NEGATED_BEFORE = re.compile(
    r"(?:\b(?:not|never|without|cannot|nor)|n[’']t)\s+(?:\w+ly\s+|yet\s+|ever\s+|immediately\s+)?$",
    re.I,
)


# "Nobody said so", "no official has admitted it": nobody's words; "No Labels" is a group.
_NOBODY = re.compile(
    r"(?:[Nn]obody|[Nn]o[ -]one|[Nn]one|[Nn]either|[Nn]ot (?:one|a single)|[Nn]o (?=[a-z]))\b"
)


def act_of(cue: str) -> str:
    """The act of a cue as printed; "say" where the words do not tell."""
    word = cue_word(cue)
    phrase = _phrase(cue)
    if phrase and (word is None or word.act in ("say", "believe", phrase) or " " in cue.strip()):
        return phrase
    if word is None:
        return "say"
    if word.lemma in ("call", "appeal") and re.search(r"\b(?:for|on|upon)\b", cue.lower()):
        return "call_for"
    return word.act


def _phrase(cue: str) -> str | None:
    words = tuple(_WORD.findall(cue.lower()))
    if len(words) < _SHORTEST:
        return None
    forms = [(word, *stems(word)) for word in words]
    for (first, *rest), act in CUE_PHRASES:
        for i, found in enumerate(forms):
            if first in found and [*words[i + 1 : i + 1 + len(rest)]] == rest:
                return act
    return None


def cue_word(cue: str) -> Word | None:
    """The word of a cue that attributes: its first known verb, else noun, else adjective."""
    words = _WORD.findall(cue.lower())
    verbs = [w for w in map(verb, words) if w]
    if len(verbs) > 1 and verbs[0].lemma in ("go", "continue", "begin"):
        return verbs[1]
    nouns = [w for w in map(noun, words) if w]
    if verbs and not (nouns and words[0] in ("’s", "'s", "s")):
        return verbs[0]
    adjectives = [CUE_ADJECTIVES[w] for w in words if w in CUE_ADJECTIVES]
    return next(iter(nouns or adjectives), None)


def negated(before: str, cue: str) -> bool:
    """Whether the cue, after the words ``before`` it, says that something was not said."""
    words = _WORD.findall(cue.lower())
    if "not only" in f"{before[-12:]} {cue}".lower():
        return False
    first = next((i for i, w in enumerate(words) if verb(w) and w not in ("not",)), len(words))
    if any(w in _NEGATION or w.endswith(("n’t", "n't")) for w in words[:first]):
        return True
    if _refused(words):
        return True
    return _NEGATED_BEFORE.search(before[-30:]) is not None


def by_nobody(source: str) -> bool:
    """Whether a source says that there is none: what nobody said was not said."""
    return _NOBODY.match(source) is not None


def _refused(words: list[str]) -> bool:
    """Whether it is "declined to say", "refused to confirm": a refusal to speak."""
    refusals = [i for i, w in enumerate(words) if (v := verb(w)) and v.lemma in _REFUSAL]
    return any(verb(w) for i in refusals for w in words[i + 2 :])
