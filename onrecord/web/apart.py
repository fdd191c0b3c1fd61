"""What tells two apart that go by the same words: two counts of "people killed" are each of another
place, of another article, of another day, or by other sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from onrecord.across import Disagreement, History, Reckoned, Told
from onrecord.phrases.dates import in_words
from onrecord.phrases.letters import one_line
from onrecord.record import Record

MOST = 2  # publishers or sources that are named

Object = History | Disagreement
T = TypeVar("T", History, Disagreement)


@dataclass(frozen=True, slots=True)
class Heading:
    """What an object is about, and what tells it from others that are about the same."""

    about: str
    apart: str = ""


def headings(record: Record, several: Sequence[T], about: Callable[[T], str]) -> list[Heading]:
    """A heading for each, no two alike as far as the record knows a difference."""
    alike: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(several):
        alike[about(each).casefold()].append(number)
    told: dict[int, str] = {}
    for numbers in alike.values():
        if len(numbers) > 1:
            alike_ones = [several[number] for number in numbers]
            places = [_place(each) for each in alike_ones]
            apart = places if _differ(places) else _apart([_traits(record, o) for o in alike_ones])
            told |= zip(numbers, apart, strict=True)
    return [Heading(about(each), told.get(number, "")) for number, each in enumerate(several)]


def _apart(traits: Sequence[Sequence[str]]) -> list[str]:
    """For each the least that all differ in; where they differ in nothing, all that is known."""
    every = range(len(traits[0]))
    for size in (1, 2):
        for chosen in combinations(every, size):
            said = [", ".join(filter(None, (one[at] for at in chosen))) for one in traits]
            if _differ(said):
                return said
    return [", ".join(filter(None, one)) for one in traits]


def _differ(said: Sequence[str]) -> bool:
    return all(said) and len(set(said)) == len(said)


def _place(each: Object) -> str:
    place = each.place if isinstance(each, History) else None
    return f"in {one_line(place)}" if place and place not in each.about else ""


def _traits(record: Record, each: Object) -> tuple[str, ...]:
    """The place, the article, the days of print, the sources and the publishers, in words; nothing
    of what nobody knows.
    """
    members: Sequence[Reckoned | Told] = each.members if isinstance(each, History) else each.values
    return (
        _place(each),
        _article(record, members),
        _days(members),
        _named("according to", (one.according_to for one in members)),
        _named("in", (one.publisher for one in members)),
    )


def _article(record: Record, members: Sequence[Reckoned | Told]) -> str:
    """The title of the article that was printed first."""
    first = min(members, key=lambda one: (one.published.edtf or "~", one.article))
    card = next(record.articles(article=first.article, limit=1), None)
    return f"“{one_line(card.title)}”" if card and card.title else ""


def _days(members: Iterable[Reckoned | Told]) -> str:
    known = sorted({one.published.edtf for one in members if one.published.edtf})
    if not known:
        return ""
    ends = dict.fromkeys((known[0], known[-1]))
    return f"printed {' to '.join(in_words(day) for day in ends)}"


def _named(word: str, names: Iterable[str | None]) -> str:
    found = list(dict.fromkeys(one_line(name) for name in names if name))
    more = f" and {len(found) - MOST} more" if len(found) > MOST else ""
    return f"{word} {', '.join(found[:MOST])}{more}" if found else ""
