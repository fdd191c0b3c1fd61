"""A verb or noun in, all its forms out, so that tables of events list words as a dictionary does.

Regular endings are worked out; what is irregular, or doubles its last letter, is listed.
"""

from __future__ import annotations

from typing import Final

_IRREGULAR_VERBS: Final = """
beat beaten
become became
begin began begun
bind bound
break broke broken
bring brought
build built
burn burnt burned
come came
deal dealt
draw drew drawn
drive drove driven
fall fell fallen
fight fought
find found
flee fled
fly flew flown
forgive forgave forgiven
get got gotten
give gave given
go went gone
have had has
hold held
keep kept
lay laid
lead led
leave left
lend lent
lose lost
make made
meet met
overthrow overthrew overthrown
pay paid
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
slay slew slain
speak spoke spoken
stand stood
steal stole stolen
strike struck
swear swore sworn
take took taken
throw threw thrown
undergo underwent undergone
undertake undertook undertaken
uphold upheld
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
"""
_UNCHANGED: Final = frozenset("cut hit hurt let put quit set shut spread bid".split())
_DOUBLING: Final = frozenset(
    "stab rob ban cut hit shut put let set quit beg bar stop plan commit permit admit submit rebut"
    " expel compel repel patrol control cancel slam slap whip ram rip run win begin get regret"
    " deter refer confer trap gun kidnap extol equip ship drop strip tap step snub spur".split()
)
_IRREGULAR_NOUNS: Final = """
man men
woman women
child children
person people persons
crisis crises
aircraft aircraft
personnel personnel
police police
life lives
knife knives
thief thieves
wife wives
"""


def _rows(table: str) -> dict[str, frozenset[str]]:
    return {row.split()[0]: frozenset(row.split()[1:]) for row in table.strip().splitlines()}


PARTS: Final = _rows(_IRREGULAR_VERBS)
PLURALS: Final = _rows(_IRREGULAR_NOUNS)


def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb: ``"stab"`` gives stab, stabs, stabbed, stabbing."""
    past = PARTS.get(lemma) or (frozenset() if lemma in _UNCHANGED else frozenset({_past(lemma)}))
    forms = {lemma, _with_s(lemma), *_participles(lemma), *past}
    if lemma == "cancel" or lemma.endswith("avel"):
        forms |= {lemma + "ed", lemma + "ing"}
    return frozenset(forms)


def _participles(lemma: str) -> set[str]:
    if lemma in _DOUBLING:
        return {lemma + lemma[-1] + "ing"}
    if lemma.endswith("ie"):
        return {lemma[:-2] + "ying"}
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return {lemma[:-1] + "ing"}
    return {lemma + "ing"}


def _past(lemma: str) -> str:
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _with_s(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "go", "to", "do")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def noun_forms(lemma: str) -> frozenset[str]:
    """A noun and its plural: ``"gunman"`` gives gunman, gunmen."""
    if lemma in PLURALS:
        return PLURALS[lemma] | {lemma}
    if lemma.endswith("man") and lemma not in ("human", "german"):
        return frozenset({lemma, lemma[:-2] + "en"})
    return frozenset({lemma, _with_s(lemma)})
