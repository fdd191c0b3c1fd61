"""The same event in several articles: forms of events, and what speaks for two being one.

In: readings. Out: forms and comparisons. What was done, where and when must agree, and something
more: to whom, how many, at which building. Whether it happened is not compared, and neither must
the actors agree: where accounts of one event differ in these, that is a disagreement to be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.linker.circumstances import Surroundings, content, stems, tellers
from onrecord.linker.counts import people_of
from onrecord.linker.days import stretches
from onrecord.linker.decide import Feature, decided
from onrecord.linker.form import Comparison, Form, Found
from onrecord.linker.happenings import modes_agree
from onrecord.linker.likeness import circumstances, listed
from onrecord.linker.weights import EVENTS
from onrecord.model import Event, Party, Reading

_SPEECH = frozenset("ACCUSE REQUEST REJECT THREATEN SUPPORT AGREE CONCEDE CONSULT".split())
_UPDATES = re.compile(
    r"\b(?:tolls?|yesterday's|last (?:week|month|night)'s|earlier this (?:week|month)|days? ago"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day's)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
_SPELLED = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        2,
    )
}
_NEAR, _KEYS = 12, 14
WORTH_A_LOOK = 0.6  # below, a pair is nothing a person need judge
# An attack on "shoppers" is one on "people in a market"; what is freed, banned or given is told in
# the words for it.
_OF_THINGS = frozenset("RETREAT SANCTION COERCE AID COOPERATE CONCEDE MOBILIZE AGREE".split())
_ANYBODY = frozenset("people person man men woman women other group many most".split())
_ONCE = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))


def found(reading: Reading) -> Iterator[Found]:
    """The events of a reading that others may tell too: those with a place or a party that is
    named.
    """
    around = Surroundings(reading)
    for event in reading.events:
        about = _about(event, around)
        if keys := tuple(dict.fromkeys(_keys(about)))[:_KEYS]:
            yield Found(event.id, Form("event", about, keys))


def _about(event: Event, around: Surroundings) -> dict[str, Any]:
    told = tellers(around.statements.get(event.according_to or ""))
    here = around.around(event.trigger, event.place, event.when, told)
    return {
        "action": event.action,
        "mode": event.mode,
        "trigger": _trigger(event),
        "actors": _named(event.actors, around),
        "recipients": _named(event.recipients, around),
        "objects": sorted(_described(event.recipients))[:8],
        "people": sorted(_sorts_of_people(event.recipients)),
        "once": event.action == "ASSAULT" and _someone(event.recipients, around),
        "place": list(here.place),
        "inherited": False,
        "names": list(here.names),
        "wide": list(here.wide),
        "story": list(here.story),
        "sorts": list(here.sorts),
        "words": list(here.words),
        "numbers": _numbers(here.sentence),
        "day": here.day,
        "published": here.published,
        "update": bool(_UPDATES.search(here.sentence)),
    }


def _trigger(event: Event) -> str:
    return min(content(event.trigger.text.lower()), default="")


def _named(parties: Iterable[Party], around: Surroundings) -> list[str]:
    """The words of the parties' names; unnamed people have none."""
    words = {w for p in parties if p.entity not in around.unnamed for w in stems(p.who)}
    return sorted(words)[:8]


def _someone(parties: Iterable[Party], around: Surroundings) -> bool:
    """Whether there is a person by name among the parties."""
    return any(party.entity in around.people for party in parties)


def _described(parties: Iterable[Party]) -> frozenset[str]:
    """The other words for the parties: "the market", "a bus"."""
    return frozenset(w for p in parties for w in content(p.who))


def _sorts_of_people(parties: Iterable[Party]) -> frozenset[str]:
    """Hostages, prisoners, soldiers: which people they are, as far as their words say."""
    return frozenset(sort for p in parties for sort in people_of(p.who))


def _numbers(sentence: str) -> list[str]:
    written = {n.replace(",", "") for n in _NUMBER.findall(sentence)}
    spelled = {_SPELLED[w] for w in re.findall(r"[a-z]+", sentence.lower()) if w in _SPELLED}
    years = {n for n in written if len(n) == 4 and n[:2] in ("19", "20")}
    return sorted((written | spelled) - years)[:8]


def _keys(about: Mapping[str, Any]) -> Iterator[str]:
    """Action and place (or the parties, or a name) and a stretch of days; what befell someone by
    name meets without days, for one is killed or arrested once.
    """
    action, published = about["action"], about["published"]
    days = tuple(dict.fromkeys((*stretches(published, _NEAR), *stretches(about["day"], _NEAR))))
    places, names = _telling(about["place"]), _telling(about["names"])
    given = [*_telling(about["actors"])[:1], *_telling(about["recipients"])[:1]]
    wide = [] if places else _telling(about["wide"])[:2]
    spots = [*places[:2], *given[: 1 if places else 2]]
    spots += [f"{country} {sort}" for country in wide for sort in about["sorts"][:1]]
    spots = list(dict.fromkeys([*spots, *names[: 0 if places else 1]]))[:4]
    if published is None:
        yield from (f"{action}|{spot}|undated" for spot in spots[:2])
    if action in _ONCE:
        yield from (f"{action}|{name}|once" for name in _telling(about["recipients"])[:1])
    yield from (f"{action}|{spot}|{day}" for day in days[:4] for spot in spots)


def _telling(names: Iterable[str]) -> list[str]:
    """The words of names, those first that fewer things may share: the long ones."""
    return sorted(names, key=lambda word: (-len(word), word))


def compared(left: Form, right: Form) -> Comparison | None:
    """Whether two forms tell of one event; None where little speaks for it."""
    a, b = sorted((left, right), key=lambda form: form.id)
    if a.about["action"] != b.about["action"] or _beside(a.about, b.about):
        return None
    comparison = decided(list(_features(a.about, b.about)), EVENTS)
    return comparison if comparison.score >= WORTH_A_LOOK else None


def _one_article(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether both stand in one article, or in two copies of it."""
    return bool(a["story"] == b["story"] and a["published"] == b["published"])


def _beside(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether one sentence tells of both, which then are two: "the deadliest attack since an
    assault in Brell", "shut the schools and banned rallies", "shootings, among them one in Varn".
    """
    sentence = ("words", "numbers", "wide", "sorts")
    named = {*a["names"], *a["place"]} == {*b["names"], *b["place"]}
    return named and _one_article(a, b) and all(a[key] == b[key] for key in sentence)


def _features(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[Feature]:
    yield from circumstances(a, b)
    yield from _mode(a, b)
    yield from _parties(a, b, "actors", "actor")
    yield from _parties(a, b, "recipients", "recipient")
    yield from _objects(a, b)
    if _one_article(a, b):
        yield Feature("one article", 1.0, "one article tells of many things, seldom of one twice")
    if a["trigger"] and a["trigger"] == b["trigger"]:
        yield Feature("same trigger", 1.0, f"the same word for it ({a['trigger']})")
    if both := {n for n in a["numbers"] if n in b["numbers"] and len(n) + (n > "4") > 1}:
        yield Feature(
            "same number", min(1.0, 0.6 * len(both)), f"the same numbers ({listed(both)})"
        )
    if a["action"] in _SPEECH:
        yield Feature("speech", 1.0, "what is said or agreed is often said again")


def _mode(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[Feature]:
    share = modes_agree(a["mode"], b["mode"])
    if share == 0:
        yield Feature("other mode", 1.0, f"done otherwise ({a['mode']}; {b['mode']})")
    elif share:
        yield Feature("same mode", share, f"done alike ({a['mode']}; {b['mode']})")


def _parties(
    a: Mapping[str, Any], b: Mapping[str, Any], parties: str, name: str
) -> Iterator[Feature]:
    left, right = set(a[parties]), set(b[parties])
    if both := left & right:
        yield Feature(f"same {name}", 1.0, f"the same {name} ({listed(both)})")
    elif left and right:
        yield Feature(f"other {name}", 1.0, f"other {parties} ({listed(left)}; {listed(right)})")


def _objects(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[Feature]:
    """The release of hostages is not that of prisoners; who is named is compared by the name."""
    left, right = set(a["people"]), set(b["people"])
    if not (left and right) and a["action"] in _OF_THINGS:
        left, right = set(a["objects"]) - _ANYBODY, set(b["objects"]) - _ANYBODY
    named = set(a["recipients"]) & set(b["recipients"])
    if left and right and not left & right and not named:
        reason = f"done to others ({listed(left)}; {listed(right)})"
        yield Feature("others concerned", 1.0, reason)
