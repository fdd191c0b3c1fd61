"""What a figure counts: the measure, whom or what, all or a part, and which other figure of the
article it speaks of ("Kestria puts the number at 40,000").

In: figures with their article's text. Out: what must agree for two figures to count one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from onrecord.linker.circumstances import Surroundings, content, stem, stems
from onrecord.linker.happenings import sorts
from onrecord.model import Figure, Passage

CASUALTIES: Final = frozenset(
    "killed wounded casualties missing infected hospitalized detained taken held released rescued"
    " displaced".split()
)
UPDATES: Final = re.compile(
    r"\b(?:tolls?|ris(?:es?|en|ing)|rose|increas\w+|climb\w*|grow\w*|grew|updated?|revis\w+|now|so "
    r"far|latest|died of (?:their|his|her)|stands? at|reach\w*|confirmed|remains?|brings?|bringing"
    r"|brought|surpass\w*|dispute[sd]?|account for|number of (?:people killed|dead|deaths))\b",
    re.IGNORECASE,
)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb"
    "|mar|apr|aug|sept|oct|nov|dec"
)
_SINCE = re.compile(
    rf"\b(?:since (?:the|\w+day|early|late|last|\d|{_MONTHS})|in the war|during the war"
    r"|so far this|this year|over the past|in the past|annually|per year"
    r"|each year|every|on average|overall|altogether)\b",
    re.IGNORECASE,
)
_PART = re.compile(  # "six of the dam's eight gates", "seven of them", "another three"
    r"\w of (?:the|its|his|her|their|them|whom|which|those|these)\b"
    r"|\b(?:another|additional|further)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:others?|more(?! than))\b", re.IGNORECASE
)  # "560 more" wounded are all of them
_HARMED = r"(?:dead|deaths?|victims|killed|wounded|injured|fatalities|casualties)"
_PART_AFTER = re.compile(
    rf"\s+(?:of (?:them|whom|which|those|the (?:\w+ )?{_HARMED})|others?|more)\b", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\b(?:includ(?:ing|ed|es?)|among (?:them|whom|these|those)|of (?:them|whom|these)"
    rf"|other|another|among the (?:\w+ )?{_HARMED}|the first|from)"
    r"(?:,? (?:are|were|was|is|at least|about|some|the|up to|more than))*,?\s*$",
    re.IGNORECASE,
)
_WHOM: Final = {  # who is counted, where it is not just people
    "children": r"child\w*|girls?|boys?|babies|baby|infants?|schoolchildren|students?|pupils?"
    r"|minors?",
    "women": r"wom[ae]n",
    "civilians": r"civilians?|residents|villagers?",
    "soldiers": r"soldiers?|troops?|servicem[ae]n|marines?|personnel|guards?|police\w*|officers?"
    r"|security forces",
    "fighters": r"fighters?|militants?|gunm[ae]n|rebels?|insurgents?|terrorists?|attackers?"
    r"|assailants?|bandits?|members?|suspects?|jihadists?",
    "workers": r"workers?|journalists?|medics?|doctors?|firefighters?|rescuers?|employees|staff"
    r"|peacekeepers?|paramedics?",
    "passengers": r"passengers?|on board|aboard|ground",
    "hostages": r"hostages?|captives?",
    "prisoners": r"prisoners?|detainees?|inmates?",
    "crew": r"crew\w*|sailors?|pilots?",
    "animals": r"animals?|cattle|dogs?|birds?",
}
_WHOMS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WHOM.items()}
_PART_BEFORE_TOO = re.compile(  # "including one critically and two seriously"
    r"\b(?:includ(?:ing|ed|es?)|among them)\b[^.,;]{0,40}\band\s*$", re.IGNORECASE
)
_PART_WERE = re.compile(  # "six deaths were of children", "six were soldiers"
    r"(?:\s+(?:people|deaths?|dead))?\s+(?:was|were|are|is)"
    rf"(?:\s+(?:of|among|reportedly|said to be))?\s+(?:{'|'.join(_WHOM.values())})\b",
    re.IGNORECASE,
)
_OTHER = re.compile(  # "another explosion hit a minibus", "three died in a separate attack"
    r"\b(?:another|(?:an?|the) (?:earlier|previous|second|third|fourth|separate|different|similar"
    r"|unrelated|later|other))\s+(?P<what>(?:[\w-]+\s+){0,2}[\w-]+)",
    re.IGNORECASE,
)
_ANOTHER_ONE = re.compile(  # "the shooting preceded another one in Varn, where ten died"
    r"\b(?:another|the other|(?:an?|the) (?:earlier|second|third) one)"
    r" (?:one\b|(?:in|at|near|on|that|which|where|hours?|days?)\s)",
    re.IGNORECASE,
)
_ABROAD = re.compile(  # "2,741 cases in Kestria, 37 in other countries"
    r"[^.,;!?]{0,40}\b(?:in|of|from|across) (?:\w+ )?other (?:\w+ )?(?:countr|state|cit|region"
    r"|province|place|town|district|area|part)\w*|[^.,;!?]{0,30}\b(?:abroad|overseas|elsewhere)\b"
    r"|[^.,;!?]{0,20}\b(?:from|in|at|on|by) (?:another|the other|an?other one)\b",
    re.IGNORECASE,
)
_RATE = re.compile(  # "over 1,000 deaths per day"
    r"(?:\s+\w+){0,2}\s+(?:(?:per|an?|each|every) (?:hour|day|week|month|year)\b|daily\b|yearly\b"
    r"|annually\b)",
    re.IGNORECASE,
)
_RISE = re.compile(  # "rising by over"
    r"\b(?:ris(?:es?|en|ing)|rose|increas\w+|grew|grow\w*|climb\w*|jump\w*|fell|fall\w*|drop\w*"
    r"|up|down) by(?: \w+){0,3} $",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:elsewhere|separately|\w+ (?:days?|weeks?|months?|years?) (?:earlier|before|later)"
    r"|the (?:day|week|month|year) before)\b",
    re.IGNORECASE,
)
_PARAGRAPH = 300  # characters before a figure that say of what happening it is
_PLAIN = frozenset(
    "people others other civilians residents number toll death deaths dead lives bodies victims"
    " persons figure figures count estimate casualties fatalities total rest men own now nationals"
    " national citizens citizen different various separate several such total additional".split()
)
_THINGS = re.compile(  # "600 houses destroyed" are not people killed
    r"\b(?:houses?|homes?|buildings?|apartments?|schools?|shops?|villages?|towns?|cars?|vehicles?"
    r"|tanks?|boats?|ships?|aircraft|planes?|drones?|missiles?|rockets?|shells?|bombs?|acres|hectares"
    r"|trees|roads?|bridges?)\s*$",
    re.IGNORECASE,
)
_FLED = re.compile(r"\b(?:left|fled|flee|flees|displaced|evacuated?|driven out)\b", re.IGNORECASE)
_NAMES = re.compile(r"(?:[A-Z][\w’'-]+ ){2}$|\b(?:No|Article|Flight|Route|Highway|Section)\.? $")
_GOES_ON = re.compile(r"\s+(?:were|was|have|had|are|dead|killed|died|wounded|others|more|and)\b")
_THE_NUMBER = frozenset("figure figures number toll count tally estimate total".split())


def measured(figure: Figure, sentence: str = "") -> str:
    """What the figure measures; lives lost are people killed, people who have left displaced."""
    of = (figure.of.text if figure.of else "").lower()
    if figure.measure == "count" and of in ("lives", "deaths"):
        return "killed"
    if figure.measure == "count" and of in ("people", "residents") and _FLED.search(sentence):
        return "displaced"
    if figure.measure in CASUALTIES and _THINGS.search(of or figure.passage.text):
        return "count"
    return figure.measure


def whom(figure: Figure) -> list[str]:
    """Which people are counted, where it is not just people."""
    return people_of(f"{figure.of.text if figure.of else ''} {figure.passage.text}")


def people_of(words: str) -> list[str]:
    """Which people words speak of: hostages, prisoners, soldiers."""
    return [name for name, found in _WHOMS.items() if found.search(words)]


def things(figure: Figure) -> frozenset[str]:
    """The words for what is counted that say more than "people" or "the number"; "Kestrian
    nationals", "Kestrians" and "citizens of Kestria" are one.
    """
    of = figure.of.text if figure.of else ""
    plain = {w for w in re.findall(r"\w+", of.lower()) if w in _PLAIN}
    named = frozenset(stems(of))
    said = frozenset(word for word in content(of) if stem(word) not in named)
    return (said | named) - {*content(" ".join(plain)), *plain}


def beside(figure: Figure, around: Surroundings) -> list[Passage]:
    """Where else the sentence counts what the figure counts."""
    return [
        other.passage
        for other in around.figures(*around.sentence(figure.passage))
        if other.measure == figure.measure and other.passage != figure.passage
    ]


def shared(figure: Figure, around: Surroundings) -> Figure | None:
    """The figure whose people are counted on: "six Kestrians died and seven more were injured"."""
    if figure.measure not in CASUALTIES or not _MORE.search(figure.passage.text):
        return None
    start, _ = around.sentence(figure.passage)
    before = around.figures(start, figure.passage.start)
    return before[-1] if before else None


def alike(left: Figure, right: Figure) -> bool:
    """Whether two figures may count the same people or things, and not some of the others'."""
    if whom(left) != whom(right):
        return False
    a, b = things(left), things(right)
    return bool(a & b) if a and b else True


def is_part(figure: Figure, text: str, at: int = 0) -> bool:
    """Whether it counts some of those another figure counts, or what was before; the text may
    begin at a place of the article.
    """
    if figure.unit in ("percent", "fraction"):  # "52 percent of its usual level"
        return False
    words, end = figure.passage.text, figure.passage.end - at
    before = text[max(0, figure.passage.start - at - 50) : max(0, figure.passage.start - at)]
    whole = measured(figure) != "killed" and not _PART.search(words)
    return bool(
        _PART.search(words)
        or _PART_BEFORE.search(before)
        or _PART_BEFORE_TOO.search(before)
        or (_MORE.search(words) and measured(figure) == "killed")
        or (_PART_AFTER.match(text, end) and not whole)
        or (_PART_WERE.match(text, end) and measured(figure) in CASUALTIES)
    )


def is_of_another(figure: Figure, text: str, at: int = 0) -> bool:
    """Whether its paragraph so far, or the rest of its sentence, says that it is of a happening
    beside the one the article tells of.
    """
    start, end = max(0, figure.passage.start - at), max(0, figure.passage.end - at)
    before = text[max(0, start - _PARAGRAPH) : start].rpartition("\n")[2]
    after = re.split(r"[.!?;](?:\s|$)|\n", text[end : end + _PARAGRAPH], maxsplit=1)[0]
    around = f"{before}{figure.passage.text}{after}"
    ahead = (around[: found.start()] for found in _ANOTHER_ONE.finditer(around))
    if _ABROAD.match(after) or any(sorts(re.split("[.!?]", words)[-1]) for words in ahead):
        return True
    others = (found["what"] for found in _OTHER.finditer(around))
    # Behind it, "a toll … an accord over the dam a day earlier" dates something else.
    return bool(_OTHERWISE.search(before)) or any(sorts(what) for what in others)


def is_update(figure: Figure, around: Surroundings) -> bool:
    """Whether the words before it, or just after ("14 people have now died"), tell of a count that
    goes on: "bringing the total to 104" says nothing of the ten before it.
    """
    if (
        measured(figure, around.article.text[slice(*around.sentence(figure.passage))])
        == "displaced"
    ):
        return True
    start, _ = around.sentence(figure.passage)
    return bool(UPDATES.search(around.article.text[start : figure.passage.end + 20]))


def is_since(figure: Figure, around: Surroundings) -> bool:
    """Whether a stretch of time is counted, or so many a day, and no single happening. Where a
    sentence counts twice, as far as the next comma: "ten died, bringing the toll since Friday to".
    """
    text, start, end = around.article.text, figure.passage.start, figure.passage.end
    first, last = around.sentence(figure.passage)
    if beside(figure, around):
        first = max(first, text.rfind(", ", first, start) + 1)
        last = min(last, text.find(", ", end, last) % (last + 1))
    sentence = text[first:last]
    by = _RISE.search(text[max(0, start - 40) : start])
    return bool(_SINCE.search(sentence) or _RATE.match(text[end : end + 40]) or by)


def is_name(figure: Figure, text: str) -> bool:
    """Whether the number is part of a name: "the capsized Hong Hai 16", "a Cessna 208B"."""
    start = figure.passage.start
    if re.match(r"\d+[A-Z]", figure.passage.text):
        return True
    bare = figure.passage.text.isdigit() and not _GOES_ON.match(text, figure.passage.end)
    bare |= figure.unit != "people" and figure.passage.text[:1].isdigit()
    return bare and bool(_NAMES.search(text, max(0, start - 40), start))


def taken_up(figures: Iterable[Figure], around: Surroundings) -> dict[str, Figure]:
    """For a figure that gives the number of another over again, that other: "26,000 people have
    left, according to Red Lantern. Officials say the figure is closer to 40,000."
    """
    found: dict[str, Figure] = {}
    for before, after in pairwise(sorted(figures, key=lambda f: f.passage.start)):
        if _takes_up(after, before, around):
            found[after.id] = found.get(before.id, before)
    return found


def _takes_up(after: Figure, before: Figure, around: Surroundings) -> bool:
    if after.place or not _same_unit(after, before) or is_part(after, around.article.text):
        return False
    of = after.of.text.lower() if after.of else ""
    said = set(re.findall(r"[a-z]+", of))
    if of and not said & _THE_NUMBER:
        return False
    if not said & _THE_NUMBER and after.unit not in ("people", "magnitude", None):
        return False  # "leads 47 percent to 40 percent"
    if not (after.according_to or said) or after.measure not in ("count", before.measure):
        return False
    first, end = around.sentence(before.passage)
    one_sentence = after.passage.start < end and after.unit != "magnitude"
    if one_sentence and before.according_to == after.according_to:
        return False  # "one attack killing three, and another in which five died"
    between = around.article.text[first : after.passage.start]
    return len(around.sentences(first, after.passage.start)) <= 2 and "\n\n" not in between


def _same_unit(after: Figure, before: Figure) -> bool:
    left, right = after.value, before.value
    if not isinstance(left, float | int) or not isinstance(right, float | int):
        return False
    people = {after.unit, before.unit} <= {"people", None} and "people" in (after.unit, before.unit)
    near = min(left, right) > 0 and max(left, right) / min(left, right) <= 20
    return near and (people or (after.unit == before.unit and after.unit is not None))
