"""Which articles print the same story: again, trimmed, lightly edited or extended.

In: a reading; out: the form of its article, a sketch of its words (see ``sketches``), and of two
forms whether they are the same story. What counts is how much of the shorter stands in the longer,
word for word, and where: a retelling shares names and quotations, not runs of words, and a digest
that prints two stories in full joins neither to the other. ``copies`` says of stories printed
together which is the original and what the others did with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from onrecord.across import Copies, Printed, Relation, Together
from onrecord.linker.decide import Feature, decided
from onrecord.linker.form import Comparison, Form, Found
from onrecord.linker.openings import filled
from onrecord.linker.sketches import (
    Overlap,
    Sketch,
    folded,
    keys,
    overlap,
    read,
    sketch,
    standing_in,
    words,
)
from onrecord.linker.weights import ARTICLES
from onrecord.model import Card, Reading, When

LEAST_RUNS = 12  # a text of fewer is no story: "Please enable JavaScript to read on."
SHORT = 24  # a story of fewer is the same only if nearly all of it is
LEAST_SHARED = 0.3  # of the shorter; below, two stories share a quotation or a stock phrase
OPENING = 0.12  # of the longer: where a trimmed copy begins, and a digest's second item does not
MOST_OF = 0.6  # of the longer: whatever else is in it, this is what it prints
SCATTERED = 1.2  # so far apart lie the runs that someone cut from a story, not added to it
REFILLED = 2  # names or figures that each opening has and the other has not
LONG = timedelta(days=14)  # after so long a publisher prints the same words about another thing
LATE = 0.33  # of both: what they share is a closing notice

# How a printing stands to the original: the least share of its own runs that are the original's,
# the least share of the original's that it keeps, and what it is called; the first that holds.
RELATIONS: tuple[tuple[float, float, Relation], ...] = (
    (0.90, 0.90, "copy"),
    (0.80, 0.00, "partial"),
    (0.00, 0.00, "edited"),
)
_FEW_MORE = 1.1  # a printing is the most complete if it has this many times the runs of the next
NOTHING = read("", 1)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def found(reading: Reading) -> Iterator[Found]:
    """The article's form, unless it is too short to be a story."""
    told = words(reading)
    drawn = sketch(told)
    if len(drawn) >= LEAST_RUNS:
        about = drawn.written() | {
            "publisher": folded(reading.article.publisher or "").strip(),
            "published": _day(reading.article.published),
            "opening": list(filled(reading.article)),
        }
        yield Found(reading.article.id, Form("article", about, keys(told)))


def compared(left: Form, right: Form) -> Comparison | None:
    """Whether two forms are the same story; None where they share little.

    Never "different": two printings that each changed half of a story are both that story.
    """
    shared = overlap(_drawn(left), _drawn(right))
    if shared.shorter < LEAST_SHARED:
        return None
    judged = decided([*_features(shared), *_refilled(left, right)], ARTICLES)
    return None if judged.judgement == "different" else judged


def copies(together: Together, forms: Mapping[str, Form]) -> Copies:
    """The printings of one story; ``forms`` gives the form of each member's article by its id.

    The **original** is the first of these that one article alone is:
    the credited agency's own printing (the earliest of several);
    where no agency is credited, the earliest by day of publication, and where days are missing or
    alike, the one that holds a tenth more of the story than any other.
    Where none is, or an agency is credited whose own printing is not on the record, no article is
    called the original, and shares are those of the fullest printing. Of the others,
    **copy** is all of it and nothing else (nine tenths of the runs each way),
    **partial** has few words of its own (a fifth at most) and leaves some out,
    **edited** has more: changed, with a new lead, or extended.
    ``share`` is the share of a printing's five-word runs that stand in the original; 0 for an
    article too short to be compared, which is here because a person said so. The agency is the one
    that most members credit, None if two are credited alike.
    """
    cards = [card for card in together.members if isinstance(card, Card)]
    drawn = {card.id: _drawn(forms[card.id]) if card.id in forms else NOTHING for card in cards}
    agency = _agency(cards)
    original = _original(cards, agency, drawn)
    nearest = original or _fullest(cards, drawn)
    printed = [_printed(card, drawn, nearest, original) for card in cards]
    printed.sort(key=lambda p: (p.relation != "original", p.published.edtf or "~", p.article))
    return Copies(together.id, agency, tuple(printed))


def _drawn(form: Form) -> Sketch:
    return read(form.about["runs"], form.about["every"])


def _features(shared: Overlap) -> Iterator[Feature]:
    yield Feature(
        "contained",
        shared.shorter,
        f"{_percent(shared.shorter)} of the five-word runs of one stand in the other",
    )
    yield Feature(
        "covering",
        min(1.0, 2 * shared.longer),
        f"and {_percent(shared.longer)} of the other's in it",
    )
    if min(shared.begins) > LATE:
        yield Feature("elsewhere", 1.0, "what they share is how both end, not how they begin")
    elif _is_item(shared):
        yield Feature("elsewhere", 1.0, "the longer one begins with another story")
    if shared.own is not None and shared.own < 0.5:
        yield Feature("quoted", 1.0, f"of words not quoted, only {_percent(shared.own)} are shared")
    if shared.runs < SHORT:
        yield Feature("short", 1.0, f"the shorter one has {shared.runs} runs, too few to be sure")


def _is_item(shared: Overlap) -> bool:
    """Whether a digest prints it, in one piece, after its first item."""
    in_one_piece = shared.spread < SCATTERED
    return in_one_piece and shared.begins[1] > OPENING and shared.longer < MOST_OF


def _refilled(left: Form, right: Form) -> Iterator[Feature]:
    """A publisher's form letter, with other names and figures in it, or of another month."""
    publisher = left.about["publisher"]
    if not publisher or publisher != right.about["publisher"]:
        return
    one, two = set(left.about["opening"]), set(right.about["opening"])
    only = sorted((sorted(one - two), sorted(two - one)))
    if min(map(len, only)) >= REFILLED:
        said = " and ".join(", ".join(names[:3]) for names in only)
        yield Feature("refilled", 1.0, f"one publisher, but each opens with its own: {said}")
    days = sorted(filter(None, (left.about["published"], right.about["published"])))
    if len(days) == 2 and date.fromisoformat(days[1]) - date.fromisoformat(days[0]) > LONG:
        yield Feature("later", 1.0, f"one publisher, {days[0]} and {days[1]}: a form letter?")


def _percent(share: float) -> str:
    return f"{int(100 * share)} %"


def _printed(
    card: Card, drawn: Mapping[str, Sketch], nearest: Card, original: Card | None
) -> Printed:
    own, whole = drawn[card.id], drawn[nearest.id]
    share, kept = standing_in(own, whole), standing_in(whole, own)
    relation: Relation = "original" if card is original else _relation(share, kept)
    return Printed(card.id, relation, round(share, 3), card.publisher, card.title, card.published)


def _relation(share: float, kept: float) -> Relation:
    return next(name for least, keeps, name in RELATIONS if share >= least and kept >= keeps)


def _original(
    cards: Sequence[Card], agency: str | None, drawn: Mapping[str, Sketch]
) -> Card | None:
    if agency:
        own = [card for card in cards if card.publisher and _alike(card.publisher, agency)]
        return own[0] if len(own) == 1 else _sole(_earliest(own))
    first = _earliest(cards)
    return _sole(first) or _much_fuller(first, drawn)


def _sole(cards: Sequence[Card]) -> Card | None:
    """The only one, where its day is known."""
    return cards[0] if len(cards) == 1 and _day(cards[0].published) else None


def _earliest(cards: Sequence[Card]) -> list[Card]:
    """Those that no other is earlier than, as far as days are known."""
    first = min((day for card in cards if (day := _day(card.published))), default=None)
    return [card for card in cards if _day(card.published) in (first, None)]


def _day(published: When) -> str | None:
    edtf = published.edtf or ""
    try:
        return date.fromisoformat(edtf).isoformat() if _DAY.fullmatch(edtf) else None
    except ValueError:  # no day of the calendar
        return None


def _much_fuller(cards: Sequence[Card], drawn: Mapping[str, Sketch]) -> Card | None:
    ranked = sorted(cards, key=lambda card: -_runs(drawn[card.id]))
    if len(ranked) < 2:
        return None
    fuller = _runs(drawn[ranked[0].id]) >= _FEW_MORE * _runs(drawn[ranked[1].id])
    return ranked[0] if fuller else None


def _fullest(cards: Sequence[Card], drawn: Mapping[str, Sketch]) -> Card:
    return min(cards, key=lambda card: (-_runs(drawn[card.id]), card.id))


def _runs(drawn: Sketch) -> int:
    return len(drawn) * drawn.every


def _agency(cards: Iterable[Card]) -> str | None:
    """The agency that most credit, under its longest name."""
    names = sorted({name for card in cards for name in card.agencies}, key=lambda n: (-len(n), n))
    called: dict[str, str] = {}
    for name in names:
        called[name] = next((full for full in called.values() if _alike(name, full)), name)
    counts = Counter(name for card in cards for name in {called[n] for n in card.agencies})
    most = counts.most_common(2)
    tied = len(most) == 2 and most[0][1] == most[1][1]
    return most[0][0] if most and not tied else None


@lru_cache(maxsize=4096)
def _alike(name: str, other: str) -> bool:
    """The same name, or the initials of it: "AP", "the Associated Press"."""
    one, two = sorted((_plain(name), _plain(other)), key=len)
    return one == two or one == ["".join(word[0] for word in two)]


def _plain(name: str) -> list[str]:
    return [w for w in re.findall(r"[^\W_]+", folded(name)) if w not in ("the", "of", "and")]
