"""The same thing counted in several articles: forms of figures, and what speaks for two being one.

In: readings. Out: forms and comparisons. What is counted, of whom, where, in what happening and
when must agree; the values need not, for two tolls of one happening are one count with a history.
Money, shares and votes are one only where almost everything else about them agrees.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.linker.circumstances import Circumstances, Surroundings, tellers
from onrecord.linker.counts import (
    CASUALTIES,
    beside,
    is_name,
    is_of_another,
    is_part,
    is_since,
    is_update,
    measured,
    shared,
    taken_up,
    things,
    whom,
)
from onrecord.linker.days import apart, exact, stretches
from onrecord.linker.decide import Feature, decided
from onrecord.linker.form import Comparison, Form, Found
from onrecord.linker.happenings import sorts
from onrecord.linker.likeness import circumstances, listed
from onrecord.linker.sources import words
from onrecord.linker.weights import FIGURES
from onrecord.model import Figure, Reading
from onrecord.phrases.numbers import amount_of

_STRICT = frozenset(
    "vote money share duration distance area weight volume speed temperature".split()
)
_NOT_LINKED = frozenset(("duration", "distance"))  # "three weeks", "two kilometers away"
_KEYS, _NEAR, _FAR = 14, 16, 32
WORTH_A_LOOK = 0.6  # below, a pair is nothing a person need judge


def found(reading: Reading) -> Iterator[Found]:
    """The figures of a reading that others may give too."""
    around, text = Surroundings(reading), reading.article.text
    spots, same = _spots(around), taken_up(reading.figures, around)
    for figure in reading.figures:
        if figure.measure in _NOT_LINKED or figure.value is None or is_name(figure, text):
            continue
        about = _about(same.get(figure.id, figure), around, spots) | _own(figure, around)
        about["again"] = figure.id in same
        about["steady"] = about["measure"] not in CASUALTIES
        if keys := tuple(dict.fromkeys(_keys(about)))[:_KEYS]:
            yield Found(figure.id, Form("figure", about, keys))


def _spots(around: Surroundings) -> list[tuple[int, Circumstances]]:
    """Where the article places what happened, to which "he put the toll at six" goes back."""
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
    return sorted(((at, c) for at, c in (*events, *counts) if c.place), key=lambda spot: spot[0])


def _about(
    figure: Figure, around: Surroundings, spots: list[tuple[int, Circumstances]]
) -> dict[str, Any]:
    given = figure.according_to.statement if figure.according_to else None
    told = tellers(around.statements.get(given or ""))
    here = around.around(figure.passage, figure.place, figure.as_of, told, beside(figure, around))
    measure = measured(figure, here.sentence)
    spot = _spot(figure, here, spots, around) if measure in CASUALTIES else None
    named = here.names or spot or here.place
    return {
        "measure": measure,
        "unit": figure.unit if measure not in CASUALTIES else "people",
        "whom": whom(figure),
        "of": sorted(things(figure) or things(shared(figure, around) or figure)),
        "place": list(here.place or (spot.place if spot else ())),
        "inherited": bool(spot) and not here.place,
        "names": list(here.names if named else around.named_before(figure.passage)),
        "wide": list(here.wide),
        "story": list(here.story),
        "sorts": list(_happening(here, spot, around.before(figure.passage))),
        "words": list(here.words),
        "day": here.day or (spot.day if spot and exact(spot.day) else None),
        "published": here.published,
        "since": is_since(figure, around),
    }


def _own(figure: Figure, around: Surroundings) -> dict[str, Any]:
    """What a figure that speaks of another's count has of its own."""
    return {
        "update": is_update(figure, around),
        "part": is_part(figure, around.article.text),
        "another": is_of_another(figure, around.article.text),
        "by": _named(figure),
        "spot": figure.place.name.lower() if figure.place else "",
        "listed": len(beside(figure, around)) > 1,  # one of those that a total is made of
        "value": _size(figure),
    }


def _named(figure: Figure) -> str:
    """Whose number it is, where that is somebody by name or a body."""
    return " ".join(sorted(words(figure.according_to.who))) if figure.according_to else ""


def _spot(
    figure: Figure,
    here: Circumstances,
    spots: list[tuple[int, Circumstances]],
    around: Surroundings,
) -> Circumstances | None:
    """What the article tells of the same place, or where none is given, of the place told last."""
    if here.place:
        same = [c for _, c in spots if set(c.place) & set(here.place) and c.sorts]
        return same[0] if same else None
    if here.sorts and (here.wide or here.names):  # "the toll from the floods in Ulmar"
        return None
    at = figure.passage.start
    spot = _nearest(at, spots, around)
    if spot and here.day and spot.day and apart(here.day, spot.day) not in (None, 0, 1):
        return None
    return spot


def _nearest(
    at: int, spots: list[tuple[int, Circumstances]], around: Surroundings
) -> Circumstances | None:
    """The place told last before, if nothing after it is told of another place; or, where the
    article tells of one place only, that one.
    """
    before = [(start, c) for start, c in spots if at - 1200 <= start <= at]
    if before:
        start, spot = before[-1]
        return None if around.moves(start, at, spot.place) else spot
    return spots[0][1] if spots and len({c.place for _, c in spots}) == 1 else None


def _happening(here: Circumstances, spot: Circumstances | None, before: str) -> tuple[str, ...]:
    return here.sorts or (spot.sorts if spot else ()) or tuple(sorted(sorts(before)))


def _size(figure: Figure) -> float | str | None:
    """The value to two digits: enough to tell a toll of a day from that of a war."""
    if not isinstance(figure.value, (int, float)):
        return figure.value
    return float(f"{figure.value:.3g}")


def _keys(about: Mapping[str, Any]) -> Iterator[str]:
    """Measure and place (or a name, or a country and the sort of happening) and a stretch of days;
    undated figures meet others that give the same value at the same place.
    """
    measure, published = about["measure"], about["published"]
    months, weeks = tuple(stretches(published, _FAR)), tuple(stretches(published, _NEAR))
    if measure == "vote":
        yield from (f"vote|{about['value']}|{days}" for days in weeks)
        return
    if about["steady"]:  # "2,383 delegates" is written in June as it was in February
        yield from (f"{measure}|{of}|={about['value']}" for of in _telling(about["of"])[:2])
    head = f"{measure}|{_first(about['of'] or about['whom'])}" if about["steady"] else measure
    places, names = _telling(about["place"]), _telling(about["names"])
    spots = [*places[:3], *names[: 1 if places else 3]][:3]
    if published is None:
        yield from (f"{head}|{spot}|undated" for spot in spots[:2])
    yield from (f"{head}|{spot}|={about['value']}" for spot in places[:1])
    yield from (f"{head}|{spot}|{days}" for spot in spots[:2] for days in months)
    for country in _telling(about["wide"])[:2]:
        yield from (f"{head}|{country} {sort}|{d}" for sort in about["sorts"][:1] for d in weeks)
    yield from (f"{head}|{spot}|{days}" for spot in places[:1] for days in _of_the_day(about))
    yield from (f"{head}|{spot}|{days}" for spot in spots[2:] for days in months)


def _of_the_day(about: Mapping[str, Any]) -> Iterator[str]:
    return stretches(about["day"], _NEAR)


def _telling(names: Iterable[str]) -> list[str]:
    """The words of names, those first that fewer things may share: the long ones."""
    return sorted(names, key=lambda word: (-len(word), word))


def _first(words: Iterable[str]) -> str:
    return min(words, default="")


def compared(left: Form, right: Form) -> Comparison | None:
    """Whether two forms count one thing; None where they plainly count others."""
    a, b = sorted((left, right), key=lambda form: form.id)
    if not _comparable(a.about, b.about):
        return None
    features = [f for f in _features(a.about, b.about) if f]
    comparison = decided(features, FIGURES)
    return comparison if comparison.score >= WORTH_A_LOOK else None


def _comparable(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    if any(a[key] != b[key] for key in ("measure", "unit", "part", "since")):
        return False
    if {*a["whom"]} ^ {*b["whom"]} - {"civilians"}:
        return False
    if a["measure"] in CASUALTIES and a["value"] != b["value"] and _one_article(a, b):
        return _told_again(a, b)
    if a["part"] and a["value"] != b["value"]:
        return False  # 12 of the delegates, and 22 of them; the bodies of four, and three more
    if a["measure"] in CASUALTIES or a["measure"] == "vote":
        return True
    if a["value"] != b["value"] and _one_article(a, b) and not (a["again"] or b["again"]):
        return False  # one article counts many things, and seldom one of them twice
    if a["value"] == b["value"] and not (a["of"] and b["of"]):
        return True
    return bool(set(a["of"]) & set(b["of"])) or (a["of"] == b["of"] and a["words"] == b["words"])


def _told_again(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two numbers of one article are of one count, which grew or which another source puts
    otherwise: nine killed in one place and 31 in another are not, nor 53 cases that are confirmed
    and 11 that are not.
    """
    keys = ("of", "whom", "another", "listed")
    alike = all(a[key] == b[key] for key in keys) and not a["part"]
    otherwise = a["by"] != b["by"] and bool(a["by"] and b["by"])
    grew = a["update"] or b["update"] or a["again"] or b["again"]
    one_deed = set(a["place"]) & set(b["place"]) and set(a["sorts"]) & set(b["sorts"])
    return alike and _one_spot(a, b) and bool(otherwise or grew or one_deed)


def _one_spot(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two counts of one article may be of one place: "36 in North Varn", "29 in South
    Varn" and "1,035 in Kestria", "19 in Meravia" are not; nor is one that names places, and not
    that of the other.
    """
    left, right = set(a["place"]), set(b["place"])
    if a["spot"] and b["spot"] and not (a["spot"] in b["spot"] or b["spot"] in a["spot"]):
        return False
    if left and right:
        return bool(left & right)
    if a["wide"] and b["wide"] and not set(a["wide"]) & set(b["wide"]):
        return False
    names = {*(b if left else a)["names"]}  # of the one without a place
    return not (left or right) or not names or bool((left | right) & names)


def _one_article(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether both may stand in one article, or in two copies of it."""
    return bool(a["story"] == b["story"] and a["published"] == b["published"])


def _features(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[Feature | None]:
    yield from circumstances(a, b)
    yield _value(a, b)
    yield _of(a, b)
    if a["whom"] != b["whom"]:
        yield Feature("maybe others", 1.0, "civilians, and people who may not be")
    again = (a["again"] or b["again"]) and _one_article(a, b)
    if a["measure"] not in CASUALTIES and a["value"] != b["value"] and not again:
        yield Feature("another number", 1.0, "other numbers of things that are often counted")
    if a["measure"] in _STRICT and not (a["value"] == b["value"] and _exact(a["value"])):
        yield Feature("strict measure", 1.0, f"a {a['measure']} may be given for many things")


def _value(a: Mapping[str, Any], b: Mapping[str, Any]) -> Feature | None:
    left, right = a["value"], b["value"]
    if left == right:
        telling = not isinstance(left, float) or left >= 5
        name = "telling number" if _exact(left) else "same number"
        return Feature(name, 1.0 if telling else 0.3, f"the same number ({_number(left)})")
    if isinstance(left, float) and isinstance(right, float) and min(left, right) > 0:
        ratio = max(left, right) / min(left, right)
        if ratio > 4:
            return Feature(
                "other size",
                min(math.log10(ratio), 1.5),
                f"{_number(max(left, right))} is far from {_number(min(left, right))}",
            )
    return None


def _exact(value: float | str | None) -> bool:
    """Whether a number has three digits that say something: 2,383, 404, 916 million."""
    return isinstance(value, float) and len(f"{value:.0f}".rstrip("0")) >= 3


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
    return amount_of(value) if isinstance(value, float) else str(value)
