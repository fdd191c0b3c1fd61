"""The same thing counted in several articles: forms of figures, and what speaks for two being one.

In: readings. Out: forms and comparisons. What is counted, of whom, where, in what happening and
when must agree; the values need not, for two tolls of one happening are one count with a history.
Money, shares and votes are one only where almost everything else about them agrees.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.linker.circumstances import Circumstances, Surroundings, content, stems, tellers
from onrecord.linker.days import exact, stretches
from onrecord.linker.decide import Feature, decided
from onrecord.linker.form import Comparison, Form, Found
from onrecord.linker.happenings import sorts
from onrecord.linker.likeness import circumstances, listed
from onrecord.linker.weights import FIGURES
from onrecord.model import Figure, Reading

CASUALTIES = frozenset(
    "killed wounded casualties missing infected hospitalized detained taken held released rescued"
    " displaced".split()
)
_STRICT = frozenset(
    "vote money share duration distance area weight volume speed temperature".split()
)
_NOT_LINKED = frozenset(("duration", "distance"))  # "three weeks", "two kilometers away"
_UPDATES = re.compile(
    r"\b(?:tolls?|ris(?:es?|en|ing)|rose|increas\w+|climb\w*|grow\w*|grew|updated?|revis\w+|now|so "
    r"far|latest|died of (?:their|his|her)|stands? at|reach\w*|confirmed|remains?|brings?|bringing"
    r"|brought|surpass\w*|dispute[sd]?|account for|number of (?:people killed|dead|deaths))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since (?:the|monday|tuesday|wednesday|thursday|friday|saturday|sunday|oct|october|early|late|last|\d|january|february|march|april|may|june|july"
    r"|august|september|november|december)|in the war|during the war|so far this|this year|last "
    r"year|in (?:19|20)\d\d|over the past|in the past|annually|per year|each year|every|on average"
    r"|overall|altogether)\b",
    re.IGNORECASE,
)
_PART = re.compile(  # "six of the dam's eight gates", "seven of them", "three more"
    r"\w of (?:the|its|his|her|their|them|whom|which|those|these)\b|^(?:another|additional|further)\b"
    r"|\b(?:another|additional|further)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:others?|more)\b", re.IGNORECASE
)  # of the killed; "560 more" wounded are all
_PART_AFTER = re.compile(r"\s+(?:of (?:them|whom|which|those)|others?|more)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|among whom|included|other|another|the first|from)\s*$",
    re.IGNORECASE,
)
_WHOM = {  # what is counted, where it is not just people
    "children": r"child\w*|girls?|boys?|babies|baby|infants?|schoolchildren|students?|pupils?|minors?",
    "women": r"wom[ae]n",
    "soldiers": r"soldiers?|troops?|servicem[ae]n|marines?|personnel|guards?|police\w*|officers?",
    "fighters": r"fighters?|militants?|gunm[ae]n|rebels?|insurgents?|terrorists?|attackers?"
    r"|assailants?|bandits?|members?|suspects?|jihadists?",
    "workers": r"workers?|journalists?|medics?|doctors?|firefighters?|rescuers?|employees|staff"
    r"|peacekeepers?|paramedics?",
    "hostages": r"hostages?|captives?",
    "prisoners": r"prisoners?|detainees?|inmates?",
    "crew": r"crew\w*|sailors?|pilots?",
    "animals": r"animals?|cattle|dogs?|birds?",
}
_WHOMS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WHOM.items()}
_PLAIN = frozenset(
    "people others other civilians residents number toll death deaths dead lives bodies victims"
    " persons figure count casualties total rest men".split()
)
_KEYS, _NEAR, _FAR = 12, 16, 32


def found(reading: Reading) -> Iterator[Found]:
    """The figures of a reading that others may give too."""
    around = Surroundings(reading)
    spots = _spots(around)
    for figure in reading.figures:
        if (
            measured(figure) in _NOT_LINKED
            or figure.value is None
            or _names_something(figure, around)
        ):
            continue
        about = _about(figure, around, spots)
        if keys := tuple(dict.fromkeys(_keys(about)))[:_KEYS]:
            yield Found(figure.id, Form("figure", about, keys))


_NAMES = re.compile(r"(?:[A-Z][\w’'-]+ ){2}$|\b(?:No|Article|Flight|Route|Highway|Section)\.? $")
_GOES_ON = re.compile(r"\s+(?:were|was|have|had|are|dead|killed|died|wounded|others|more|and)\b")


def _names_something(figure: Figure, around: Surroundings) -> bool:
    """Whether the number is part of a name: "the capsized Hong Hai 16", "a Cessna 208B"."""
    text, start = around.article.text, figure.passage.start
    if re.match(r"\d+[A-Z]", figure.passage.text):
        return True
    bare = figure.passage.text.isdigit() and not _GOES_ON.match(text, figure.passage.end)
    bare |= figure.unit != "people" and figure.passage.text[:1].isdigit()
    return bare and bool(_NAMES.search(text, max(0, start - 40), start))


def measured(figure: Figure) -> str:
    """What the figure measures; lives lost are people killed."""
    of = (figure.of.text if figure.of else "").lower()
    return "killed" if figure.measure == "count" and of in ("lives", "deaths") else figure.measure


def _spots(around: Surroundings) -> list[tuple[int, Circumstances]]:
    """Where the article places what happened: what a later "he put the toll at six" goes back to."""
    events = [
        (e.trigger.start, around.around(e.trigger, e.place, e.when))
        for e in around.reading.events
        if e.action == "ASSAULT"
    ]
    counts = [
        (f.passage.start, around.around(f.passage, f.place, f.as_of))
        for f in around.reading.figures
        if measured(f) in ("killed", "wounded")
    ]
    return sorted((at, c) for at, c in (*events, *counts) if c.place)


def _about(
    figure: Figure, around: Surroundings, spots: list[tuple[int, Circumstances]]
) -> dict[str, Any]:
    statement = (
        around.statements.get(figure.according_to.statement or "") if figure.according_to else None
    )
    here = around.around(figure.passage, figure.place, figure.as_of, tellers(statement))
    measure = measured(figure)
    spot = _spot(figure, here, spots) if measure in CASUALTIES else None
    return {
        "measure": measure,
        "unit": figure.unit if measure not in CASUALTIES else "people",
        "whom": _whom(figure),
        "of": sorted(_counted(figure)),
        "place": list(here.place or (spot.place if spot else ())),
        "inherited": bool(spot) and not here.place,
        "names": list(
            here.names or (() if spot or here.place else around.named_before(figure.passage))
        ),
        "wide": list(here.wide),
        "story": list(here.story),
        "sorts": list(_happening(here, spot, around.before(figure.passage))),
        "words": list(here.words),
        "day": here.day or (spot.day if spot and exact(spot.day) else None),
        "published": here.published,
        "update": bool(_UPDATES.search(_said_before(figure, around))),
        "since": bool(_SINCE.search(here.sentence)),
        "part": _is_part(figure, around.article.text),
        "value": _size(figure),
    }


def _is_part(figure: Figure, text: str) -> bool:
    """Whether it counts some of those another figure counts, or what was before."""
    words, end = figure.passage.text, figure.passage.end
    before = text[max(0, figure.passage.start - 30) : figure.passage.start]
    whole = measured(figure) == "wounded" and not _PART.search(words)
    return bool(
        _PART.search(words)
        or _PART_BEFORE.search(before)
        or (_MORE.search(words) and measured(figure) == "killed")
        or (_PART_AFTER.match(text, end) and not whole)
    )


def _said_before(figure: Figure, around: Surroundings) -> str:
    """The sentence up to the figure and a little on, as in "14 people have now died": "bringing the
    total to 104" says nothing of ten before it.
    """
    start, _ = around.sentence(figure.passage)
    return around.article.text[start : figure.passage.end + 20]


def _spot(
    figure: Figure, here: Circumstances, spots: list[tuple[int, Circumstances]]
) -> Circumstances | None:
    """What the article tells of the same place, or where none is given, of the place told last."""
    if here.place:
        same = [c for _, c in spots if set(c.place) & set(here.place) and c.sorts]
        return same[0] if same else None
    return _nearest(figure.passage.start, spots)


def _nearest(at: int, spots: list[tuple[int, Circumstances]]) -> Circumstances | None:
    """The place told last before, or, where the article tells of one place only, that one."""
    before = [c for start, c in spots if at - 1200 <= start <= at]
    if before:
        return before[-1]
    return spots[0][1] if spots and len({c.place for _, c in spots}) == 1 else None


def _happening(here: Circumstances, spot: Circumstances | None, before: str) -> tuple[str, ...]:
    return here.sorts or (spot.sorts if spot else ()) or tuple(sorted(sorts(before)))


def _whom(figure: Figure) -> list[str]:
    """Which people are counted, where it is not just people."""
    of = f"{figure.of.text if figure.of else ''} {figure.passage.text}"
    return [name for name, words in _WHOMS.items() if words.search(of)]


def _counted(figure: Figure) -> frozenset[str]:
    of = figure.of.text if figure.of else ""
    plain = {w for w in of.lower().split() if w in _PLAIN}
    return (content(of) | frozenset(stems(of))) - {*content(" ".join(plain)), *plain}


def _size(figure: Figure) -> float | str | None:
    """The value to two digits: enough to tell a toll of a day from that of a war."""
    if not isinstance(figure.value, (int, float)):
        return figure.value
    return float(f"{figure.value:.3g}")


def _keys(about: Mapping[str, Any]) -> Iterator[str]:
    """Measure and place (or a name) and a stretch of days; undated figures meet others that give
    the same value at the same place.
    """
    measure = about["measure"]
    if measure == "vote":
        yield from (f"vote|{about['value']}|{s}" for s in stretches(about["published"], _NEAR))
        return
    spots = about["place"] or about["names"] or (about["wide"] if set(about["sorts"]) else ())
    head = (
        measure
        if measure in CASUALTIES
        else f"{measure}|{(about['of'] or about['whom'] or [''])[0]}"
    )
    for spot in spots[:3]:
        for days in dict.fromkeys(
            (*stretches(about["published"], _FAR), *stretches(about["day"], _NEAR))
        ):
            yield f"{head}|{spot}|{days}"
    for spot in spots[:2]:
        if about["published"] is None:
            yield f"{head}|{spot}|undated"
        if spot in about["place"]:
            yield f"{head}|{spot}|={about['value']}"


def compared(left: Form, right: Form) -> Comparison | None:
    """Whether two forms count one thing; None where they plainly count others."""
    a, b = sorted((left, right), key=lambda form: form.id)
    if not _comparable(a.about, b.about):
        return None
    features = [f for f in _features(a.about, b.about) if f]
    comparison = decided(features, FIGURES)
    return comparison if comparison.score >= 0.2 else None


def _comparable(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    same = ("measure", "unit", "whom", "part", "since")
    if any(a[key] != b[key] for key in same):
        return False
    if a["measure"] not in CASUALTIES and not (set(a["of"]) & set(b["of"])):
        return bool(a["measure"] == "vote")
    return True


def _features(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[Feature | None]:
    yield from circumstances(a, b)
    yield _value(a, b)
    yield _of(a, b)
    if a["measure"] == "count" and a["value"] != b["value"]:
        yield Feature("another number", 1.0, "other numbers of things that are often counted")
    if a["measure"] in _STRICT:
        yield Feature("strict measure", 1.0, f"a {a['measure']} may be given for many things")


def _value(a: Mapping[str, Any], b: Mapping[str, Any]) -> Feature | None:
    left, right = a["value"], b["value"]
    if left == right:
        telling = not isinstance(left, float) or left >= 5
        return Feature("same number", 1.0 if telling else 0.3, f"the same number ({_number(left)})")
    if isinstance(left, float) and isinstance(right, float) and min(left, right) > 0:
        ratio = max(left, right) / min(left, right)
        if ratio > 4:
            return Feature(
                "other size",
                min(math.log10(ratio), 1.5),
                f"{_number(max(left, right))} is far from {_number(min(left, right))}",
            )
    return None


def _of(a: Mapping[str, Any], b: Mapping[str, Any]) -> Feature | None:
    left, right = set(a["of"]), set(b["of"])
    if both := (left & right) - {*a["wide"], *b["wide"]}:
        return Feature("the same counted", 1.0, f"the same is counted ({listed(both)})")
    return (
        Feature("others counted", 1.0, f"others are counted ({listed(left)}; {listed(right)})")
        if left and right and not left & right
        else None
    )


def _number(value: Any) -> str:
    return f"{value:,.10g}" if isinstance(value, float) else str(value)
