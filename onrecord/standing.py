"""What somebody is, as far as articles say: roles with who printed them when go in, and the one
that may stand under a name comes out, or none.

It is the latest that holds. Articles call people much that they no longer are, are not yet, or are
in somebody's opinion: ``SIGNS`` is the table of the words that tell so, and a role without any
office or occupation does not say what somebody is. What is unclear is left to the list of all
roles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from onrecord.across import Identity
from onrecord.calendar import bounds
from onrecord.lexicon.offices import KIN, LONGEST, OFFICES

EARLIER: Final = "no longer"


@dataclass(frozen=True, slots=True)
class Standing:
    """A role in the words of an article: when it was printed (EDTF), by whom, in which article."""

    role: str
    published: str | None
    publisher: str | None
    article: str


Told = Mapping[str, str | None]
NOTHING: Final[Told] = dict.fromkeys(("role", "role_published", "role_publisher", "role_article"))

# What a role says that is not, or not surely, what somebody is. An example, then the words.
SIGNS: Final[tuple[tuple[str, str, str], ...]] = (
    (EARLIER, "former mayor, ex-wife, then-governor, the late senator",
     r"\b(?:former|formerly|ex|late|then|one-?time|sometime|once|previous(?:ly)?|past|erstwhile"
     r"|deposed|ousted|retired|emerit(?:us|a)|outgoing|resigned|sacked|fired|dismissed|deceased"
     r"|slain|assassinated)\b(?!-night| officio)"),
    (EARLIER, "who was mayor, governor until 2011, the defeated candidate",
     r"\b(?:was|were|had|served|until|till|through|failed|defeated|losing|unsuccessful)\b"),
    ("not yet", "potential United States senator, would-be mayor, the next president",
     r"\b(?:potential|possible|prospective|aspiring|would-be|wannabe|likely|future|incoming"
     r"|presumptive|expected|next|eventual|if)\b"),
    ("not yet", "who may be minister", r"(?-i:\b(?:may|might|could|would|should|will|must)\b)"),
    ("in doubt", "alleged spy, self-styled general, not a doctor",
     r"\b(?:alleged(?:ly)?|suspected|accused|purported|self-\w+|so-called|supposed|reputed|fake"
     r"|impostor|disputed|rumou?red|reported(?:ly)?|apparent(?:ly)?|perhaps|maybe|not|never"
     r"|neither|nor|hardly|unlikely)\b"),
    ("a judgement", "the healthiest individual ever elected, the worst mayor in history",
     r"\b(?:ever|only|best|worst|greatest|finest|weakest|strongest|smartest|dumbest|toughest|biggest"
     r"|incompetent|crooked|corrupt|lying|disgraced|failing|most(?! rev| sen)|(?!priest)\w+iest"
     r")\b"),
    ("cut off", "States Central Intelligence Agency agent, a physicist who is co-",
     r"^(?-i:States|Kingdom|Nations|Emirates)\b|(?:-|\b(?:who|is|co|and|of|the|an?|for|to))$"),
    ("a judgement", "colorful gastroenterologist, a legendary coach",
     r"\b(?:colou?rful|flamboyant|eccentric|legendary|iconic|notorious|infamous|renowned|famed"
     r"|celebrated|acclaimed|esteemed|venerable|feisty|fearless|ruthless|pugnacious|combative"
     r"|maverick|shadowy|mysterious|eloquent|erratic|reckless|stubborn|shrewd|wily|clueless"
     r"|larger-than-life|so-so|mediocre|dreadful|lovely|delightful|charming)\b(?!-)"),
    ("a judgement", "the fabulous current president, an experienced minister",
     r"\b(?:fabulous|wonderful|brilliant|terrible|awful|horrible|great(?! britain)|amazing|awesome"
     r"|beloved|popular|unpopular|respected|admired|hated|feared|hapless|beleaguered|embattled"
     r"|controversial|divisive|scandal\w*|experienced|inexperienced|qualified|unqualified|able"
     r"|talented|gifted|charismatic|fiery|firebrand|outspoken|brash|bombastic|courageous|brave"
     r"|heroic|honest|dishonest|shameful|cowardly|weak|tough|evil|good|bad|favou?rite)\b(?!-)"),
    ("somebody's words", "“the people's mayor”", "[\"“”„«»]"),
    ("several sentences", "the army's count. Colonel", r"[a-z]{4}[.!?;:]\s"),
    ("nobody by himself", "its spokesman, one of the diplomats, another minister",
     r"^(?:and|or|its|his|her|their|our|my|your|whose|one|two|three|some|several|many|other|another"
     r"|both|fellow|a number)\b(?!-)"),
)  # fmt: skip
NEVER: Final = frozenset(
    ("suspect", "fighter", "victim", "rival", "opponent", "enemy", "foe")
)  # what others call somebody
# Of a body or a place: without it they say nothing of anybody.
OF_SOMETHING: Final = frozenset(
    "head founder co-founder cofounder leader member owner co-owner secretary chief deputy".split()
)
SEVERAL: Final = frozenset(("sens", "reps"))
# Offices whose holders are called by them ever after, or in telling of their time, and how many
# articles that name somebody have to give one without saying of what.
COURTESY: Final = {
    "president": 3, "vice president": 3, "prime minister": 2, "speaker": 2, "governor": 2,
    "chancellor": 2,
}  # fmt: skip
MOST_WORDS: Final = 18  # what is longer is no role but a sentence about somebody
A_YEAR: Final = 366  # days; who is a former mayor is "Mayor" in print a while longer

_SIGNS: Final = [(what, re.compile(pattern, re.IGNORECASE)) for what, _, pattern in SIGNS]
_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SINCE: Final = re.compile(r"(?i)\b(?:since|from)\s+(?:\w+\s+)?$")
_WORD: Final = re.compile(r"[\w&]+(?:[-'’./][\w&]+)*")
_CUT: Final = re.compile(  # what comes after is of whom or of what; the office stands before
    r"(?i),|\s(?:of|for|to|at|in|on|with|from|by|under|about|who|whose|that|which)\s"
)
_PREFIX: Final = re.compile(r"^(?:co|then|ex)-")
_OWNED: Final = re.compile(r".*(?:['’]s|s['’])\s")
_LEARNED: Final = re.compile(r"(?:ologist|ographer|ician|onomist|journalist)$")
_BEFORE_IT: Final = re.compile(  # of "54, a driver" and "II, a writer"
    r"^(?:\d{1,3}|I{1,3}|IV|[JS]r\.?),\s+(?=\w)"
)
_DASHED: Final = re.compile(r"^.*\s[-–—]\s+(?=[A-Z])")
_ANOTHER: Final = re.compile(r"^.*\b[a-z]+ (?=(?:Lt\. )?(?:Sen|Gov|Rep|Gen|Col|Dr)\.$)")
_ARTICLE: Final = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_WHERE: Final = re.compile(r",\s+(?:in|at|on|near)\s.*$")
_UNDATED: Final = date.min


def told(one: Identity) -> Told:
    """What a person is, under the names that all lists have for it; nothing of anybody else."""
    given = (Standing(r.role, r.published.edtf, r.publisher, r.article) for r in one.roles)
    return told_of(one.kind, given, len({member.article for member in one.members}))


def told_by(kept: Mapping[str, Any]) -> Told:
    """The same of an identity that was kept as JSON."""
    roles = kept["roles"]
    given = (
        Standing(r["role"], r["published"]["edtf"], r["publisher"], r["article"]) for r in roles
    )
    return told_of(kept["kind"], given, len({each["article"] for each in kept["members"]}))


def told_of(kind: str, given: Iterable[Standing], articles: int = 1) -> Told:
    """The same of somebody or something of this kind, whom so many articles name."""
    found = standing(given, articles) if kind == "person" else None
    if found is None:
        return NOTHING
    return dict(
        zip(
            NOTHING,
            (_shown(found.role), found.published, found.publisher, found.article),
            strict=True,
        )
    )


def _shown(role: str) -> str:
    """A role as it stands under a name: "driver from Varn" of "54, a driver from Varn", "Sen." of
    "their rivals - Sen.", "peace envoy" of "a peace envoy, in Kestria".
    """
    for before in (_BEFORE_IT, _DASHED, _ANOTHER, _ARTICLE):
        role = before.sub("", role)
    return _WHERE.sub("", role)


def standing(given: Iterable[Standing], articles: int = 1) -> Standing | None:
    """The latest role that holds; of several of one day the one most often given, then the fullest.

    A bare "Mayor" gives way to a fuller wording of the same office no more than a year older. A
    bare "President" that few of the articles give who name somebody is a title kept for life.
    """
    every = list(given)
    ended = [(office(each.role), _day(each)) for each in every if _has_ended(each)]
    held = [each for each in every if holds(each) and not _is_over(each, ended)]
    kept = _kept_for_life(held, articles)
    held = [each for each in held if office(each.role) not in kept]
    if not held:
        return None
    latest = max(held, key=_rank(held))
    fuller = list(_fuller(latest, held))
    return max(fuller, key=_rank(fuller)) if fuller else latest


def holds(given: Standing) -> bool:
    """Whether a role says what somebody is when it is printed, as far as its own words tell."""
    said = bool(office(given.role)) and _plain(_shown(given.role)) not in OF_SOMETHING
    return said and not sign(given.role) and not _is_of_years_ago(given)


@lru_cache(65_536)
def sign(role: str) -> str | None:
    """What tells that a role is not what somebody is; None where nothing does."""
    if len(role.split()) > MOST_WORDS:
        return "several sentences"
    return next((what for what, found in _SIGNS if found.search(role)), None)


@lru_cache(65_536)
def office(role: str) -> str:
    """The office or occupation that a role is of, under one name; "" where it is of none."""
    words = _head(role)
    if not words or words[-1] in SEVERAL or any(word in KIN for word in words):
        return ""
    ends = (" ".join(words[start:]) for start in range(max(0, len(words) - LONGEST), len(words)))
    found = next((OFFICES[phrase].name for phrase in ends if phrase in OFFICES), "")
    if found:
        return "" if found in NEVER else found
    return words[-1] if _LEARNED.search(words[-1]) else ""


def _head(role: str) -> list[str]:
    """The words that an office would end: those before "of", "for" or a comma, in small letters;
    of "54, a driver" what comes after it.
    """
    parts = (part for part in _CUT.split(f"{role} ") if re.search("[a-z]{2}", part))
    head = _OWNED.sub("", f"{next(parts, '')} ")
    return [_PREFIX.sub("", word.lower()) for word in _WORD.findall(head)]


def _is_of_years_ago(given: Standing) -> bool:
    """ "a partner from 2002 to 2010", "the nominee in 2008": a year before that of print, but for
    one since when it is so.
    """
    printed = _day(given).year
    years = [found for found in _YEAR.finditer(given.role) if int(found[0]) != printed]
    return any(not _SINCE.search(given.role[: found.start()]) for found in years)


def _has_ended(given: Standing) -> bool:
    return sign(given.role) == EARLIER or _is_of_years_ago(given)


def _kept_for_life(held: Sequence[Standing], articles: int) -> frozenset[str]:
    """Offices whose bare title half of the articles or more leave out: "under President Varga", who
    left office years ago. One article that names somebody says it of all there are.
    """
    by: dict[str, set[str]] = {}
    fuller = {office(each.role) for each in held if not _is_bare(each.role)}
    for each in held:
        by.setdefault(office(each.role), set()).add(each.article)
    return frozenset(
        own
        for own, those in by.items()
        if own in COURTESY
        and own not in fuller
        and articles > 1
        and (2 * len(those) <= articles or len(those) < COURTESY[own])
    )


def _is_over(held: Standing, ended: Iterable[tuple[str, date]]) -> bool:
    """Whether somebody calls them a former one of that office: later, on that day or not long
    before it.
    """
    day, own = _day(held), office(held.role)
    return any(
        over == own and (day == _UNDATED or (day - when).days <= A_YEAR) for over, when in ended
    )


def _rank(held: Sequence[Standing]) -> Callable[[Standing], tuple[date, int, int, str]]:
    """The later the greater; of one day what articles call them most often, then the fuller."""
    times = Counter((_day(each), _plain(each.role)) for each in held)

    def rank(one: Standing) -> tuple[date, int, int, str]:
        day, plain = _day(one), _plain(one.role)
        return day, times[day, plain], len(plain.split()), one.role

    return rank


def _fuller(latest: Standing, held: Iterable[Standing]) -> Iterator[Standing]:
    """What says more than a bare "Mayor" of the same office, not long before."""
    if not _is_bare(latest.role):
        return
    day, own = _day(latest), office(latest.role)
    for each in held:
        recent = (day - _day(each)).days <= A_YEAR
        if recent and office(each.role) == own and not _is_bare(each.role):
            yield each


def _is_bare(role: str) -> bool:
    return _plain(role) in OFFICES


def _plain(role: str) -> str:
    words = " ".join(word.lower() for word in _WORD.findall(role))
    return words.removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _day(given: Standing) -> date:
    """The first day it may have been printed on."""
    return bounds(given.published)[0] or _UNDATED
