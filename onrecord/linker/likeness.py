"""What two tellings of a happening have alike, and what sets them apart: features that events and
figures share.

In: what two forms hold of the circumstances (place, days, sorts of happening, names, words). Out:
features with reasons. A day that is not known falls back on the day of publication, with less
weight.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from onrecord.linker.days import apart, earlier, exact
from onrecord.linker.decide import Feature
from onrecord.linker.happenings import ONE_OFF, SUDDEN, agree

About = Mapping[str, Any]


def circumstances(a: About, b: About) -> Iterator[Feature]:
    """All that the circumstances of two tellings say."""
    for feature in (
        _place(a, b),
        _sort(a, b),
        _day(a, b),
        _names(a, b),
        _words(a, b),
        _story(a, b),
    ):
        if feature:
            yield feature
    yield from _published(a, b)


def _place(a: About, b: About) -> Feature | None:
    left, right = set(a["place"]), set(b["place"])
    if (both := left & right) and left - both and right - both:
        reason = f"partly the same place ({listed(left)}; {listed(right)})"
        return Feature("same region", len(both) / min(len(left), len(right)), reason)
    if both:
        name = "place taken from elsewhere" if a["inherited"] or b["inherited"] else "same place"
        return Feature(name, 1.0, f"the same place ({', '.join(sorted(both))})")
    if nested := left & set(b["names"]) or right & set(a["names"]):
        reason = f"the place of one is named by the other ({listed(nested)})"
        return Feature("place named nearby", 1.0, reason)
    if left and right:
        return Feature("other place", 1.0, f"other places ({listed(left)}; {listed(right)})")
    if both := set(a["wide"]) & set(b["wide"]):
        return Feature("same country", 1.0, f"the same country ({', '.join(sorted(both))})")
    if a["wide"] and b["wide"]:  # the floods in Sri Lanka, and those in Indonesia
        reason = f"other countries ({listed(a['wide'])}; {listed(b['wide'])})"
        return Feature("other country", 1.0, reason)
    return None


def _sort(a: About, b: About) -> Feature | None:
    share = agree(a["sorts"], b["sorts"])
    if share is None:
        return None
    if share == 0:
        return Feature(
            "other happening", 1.0, f"other happenings ({listed(a['sorts'])}; {listed(b['sorts'])})"
        )
    if set(a["sorts"]) & set(b["sorts"]) & ONE_OFF:
        return Feature(
            "one-off happening",
            1.0,
            f"the same rare happening ({listed(set(a['sorts']) & set(b['sorts']))})",
        )
    reason = f"the same sort of happening ({listed(a['sorts'])}; {listed(b['sorts'])})"
    name = "sudden happening" if set(a["sorts"]) & set(b["sorts"]) & SUDDEN else "same happening"
    return Feature(name, share, reason)


def _day(a: About, b: About) -> Feature | None:
    if a.get("steady") and a["value"] == b["value"]:
        return None  # "55,000 pages" are so many on any day
    gap = apart(a["day"], b["day"])
    if gap is None:
        return _day_and_published(a, b)
    if gap == 0 and exact(a["day"]) and exact(b["day"]):
        return Feature("same day", 1.0, f"the same day ({a['day'][0]})")
    if gap <= 1:
        return Feature("near day", 1.0, "days next to each other")
    if a["update"] or b["update"]:
        return Feature(
            "later day", min(gap / 30, 1.0), f"{gap} days apart, and one tells how a toll grew"
        )
    return Feature("other day", 1.0, f"other days ({a['day'][0]}; {b['day'][0]})")


def _day_and_published(a: About, b: About) -> Feature | None:
    """ "Yesterday's attack in which 44 were killed" and an article of yesterday on an attack."""
    for one, other in ((a, b), (b, a)):
        gap = apart(one["day"], other["published"])
        if gap is None or other["day"]:
            continue
        day = one["day"][0]
        if not exact(one["day"]):
            if gap > 1 and not one["update"] and not other["update"]:
                return Feature("other day", 0.8, f"{gap} days before the other article ({day})")
            continue
        if (earlier(other["published"], one["day"]) or 0) >= 1:
            return Feature("before it", 1.0, f"one appeared before the day of the other ({day})")
        if gap <= 1:
            reason = f"the day on which the other article appeared ({day})"
            return Feature("day of the article", 1.0, reason)
        if not one["update"] and not other["update"]:
            return Feature("other day", 0.5, f"a day {gap} days from the other article")
    return None


def _published(a: About, b: About) -> Iterator[Feature]:
    gap = apart(a["published"], b["published"])
    if gap is None:
        yield Feature("undated", 1.0, "an article without a date")
    elif gap <= 1:
        reason = "published on the same day" if gap == 0 else "published a day apart"
        yield Feature("published together", 1.0 - 0.5 * gap, reason)
    else:
        share = min(math.log2(gap) / 5, 1.0)
        yield Feature("published apart", share, f"published {gap} days apart")
    if gap:
        yield from _of_another_day(a, b, gap)


def _of_another_day(a: About, b: About, gap: int) -> Iterator[Feature]:
    """Whether the later telling goes back to what the earlier one told, or may tell of a new one:
    two strikes on one city on two days are not known to be one.
    """
    later = b if _first(a) < _first(b) else a
    if later["update"]:
        yield Feature("an update", 1.0, "the later one looks back or tells how a toll grew")
    elif _looks_back(later):
        reason = f"the later one tells of a day before ({later['day'][0]})"
        yield Feature("looks back", 1.0, reason)
    elif not _same_day(a, b) and not _once(a, b):
        rare = set(a["sorts"]) & set(b["sorts"]) & ONE_OFF
        share = min(1.0, (gap - 1) / 8) if rare else 1.0
        yield Feature("maybe another", share, "the later one may be of another day")


def _once(a: About, b: About) -> bool:
    """Whether it cannot be told of another day: a number that stands, or the killing of someone
    whose whole name both give.
    """
    if a.get("once") and b.get("once"):
        return len(set(a["recipients"]) & set(b["recipients"])) >= 2
    return bool(a.get("steady")) and a["value"] == b["value"]


def _same_day(a: About, b: About) -> bool:
    """Whether their days, or the day of one and the publication of the other, are known to meet."""
    if a["day"] and b["day"]:
        return apart(a["day"], b["day"]) == 0 and (exact(a["day"]) or exact(b["day"]))
    feature = _day_and_published(a, b)
    return feature is not None and feature.name == "day of the article"


def _looks_back(about: About) -> bool:
    """Whether it tells of a day before the one it appeared on and the day before that."""
    return exact(about["day"]) and (earlier(about["day"], about["published"]) or 0) >= 2


def _first(about: About) -> str:
    return str((about["published"] or ("",))[0])


def _names(a: About, b: About) -> Feature | None:
    """Names beside the place that both sentences give, or that both stories begin with."""
    place = set(a["place"]) & set(b["place"])
    near = set(a["names"]) & set(b["names"]) - place
    story = ({*a["names"], *a["story"]} & {*b["names"], *b["story"]}) - place - near
    share = min(1.0, 0.4 * len(near) + 0.15 * len(story))
    return Feature("names", share, f"the same names ({listed(near | story)})") if share else None


def _story(a: About, b: About) -> Feature | None:
    """The names throughout both articles: one article, one story printed twice, or one retold."""
    left, right = set(a["story"]), set(b["story"])
    share = len(left & right) / max(1, len(left | right))
    if share < 0.5 or len(left & right) < 5:
        return None
    return Feature("one story", share, "the same names throughout both articles")


def _words(a: About, b: About) -> Feature | None:
    both = set(a["words"]) & set(b["words"])
    share = len(both) / max(4, min(len(a["words"]), len(b["words"])))
    return Feature("words", min(1.0, share), f"the same words ({listed(both)})") if both else None


def listed(words: Collection[str]) -> str:
    """The first words of some, for a reason."""
    return ", ".join(sorted(words)[:4])
