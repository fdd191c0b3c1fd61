"""Where accounts of one thing differ: in a figure, a status, an actor, a date, a role, the wording.

In: entries that links join. Out: ``Disagreement``s, with every account of each value, by publisher
and date. What fits together is none: "more than 30,000" and 32,000; a later toll of a source; a
thing planned on Monday that happened on Tuesday; "Israel" and "the Israeli military".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from onrecord.across import Differing, Disagreement, Linkable, Reported, Together, Told
from onrecord.linker.amounts import contradiction, said
from onrecord.linker.circumstances import stems
from onrecord.linker.contradictions import actors_differ, days_differ, statuses_differ
from onrecord.linker.counts import UPDATES, alike, is_of_another, is_part
from onrecord.linker.days import apart, earlier, window
from onrecord.linker.differing_roles import differing
from onrecord.linker.histories import printed, when
from onrecord.linker.identities import identity
from onrecord.linker.occurrences import telling
from onrecord.linker.sources import Telling, same_source, source
from onrecord.linker.subjects import counted, happened
from onrecord.linker.utterances import judged
from onrecord.model import Counted, Happened, Spoken, Voice

_GROWING = frozenset(("killed", "wounded", "casualties", "infected", "displaced"))

_ANSWERS = re.compile(  # words that give a number over again: "puts the toll at six"
    r"\b(?:but|however|disput\w+|den(?:y|ie[sd])|reject\w+|contradict\w+|instead|puts?|closer to"
    r"|the (?:\w+ )?(?:figure|number|toll|count|tally|total|estimate|dead))\b",
    re.IGNORECASE,
)

_CORRECTS = re.compile(  # words that give the number just told another value
    r"\b(?:this|that|the (?:real|true|actual)) (?:\w+ )?(?:figure|number|toll|count|tally|total)\b"
    r"(?:\W+\w+){0,3}?\W+(?:closer to|lower|higher|rather|instead|only)\b",
    re.IGNORECASE,
)

Kept = TypeVar("Kept", Happened, Counted)
_CLASHES: tuple[tuple[Differing, Callable[[Happened, Happened], bool]], ...] = (
    ("status", statuses_differ),
    ("actor", actors_differ),
    ("date", days_differ),
)


def disagreements(together: Together, kind: Linkable) -> Iterator[Disagreement]:
    """What the accounts that links join differ in, by the kind of what they tell of."""
    yield from (one for one in _all(together, kind) if one.accounts > 1 or _one_against(one))


def _all(together: Together, kind: Linkable) -> Iterator[Disagreement]:
    members = together.members
    stories = _stories(together)
    if kind == "figure":
        yield from _of_figures([m for m in members if isinstance(m, Counted)], stories)
    elif kind == "event":
        yield from _of_events([m for m in members if isinstance(m, Happened)], stories)
    elif kind == "entity":
        yield from _of_roles(together, stories)
    elif kind == "statement":
        yield from _of_wording(together, stories)


def _one_against(found: Disagreement) -> bool:
    """Whether the one account there is sets two sources against each other."""
    return found.kind in ("figure", *(kind for kind, _ in _CLASHES))


def _stories(together: Together) -> dict[str, str]:
    """Article to story; an article nothing is known of is its own."""
    known = zip(together.members, together.stories, strict=False)
    return {
        member.article.id: story
        for member, story in known
        if isinstance(member, Happened | Counted | Spoken | Voice)
    }


# --- figures


def _of_figures(figures: Sequence[Counted], stories: Mapping[str, str]) -> Iterator[Disagreement]:
    against = _torn(figures, lambda left, right: _figures_clash(left, right, stories))
    if against:
        told = [one for one in figures if _gives_one_of(one, against)]
        values = [_figure_told(one) for one in sorted(told, key=when)]
        made = _made("figure", counted(figures), values, stories)
        yield replace(made, reason=_with_bounds(made.reason, against))


def _with_bounds(reason: str, against: Sequence[Counted]) -> str:
    """Where no two plain numbers clash, also why one cannot be what the other is."""
    pairs = [(left.figure, right.figure) for left, right in combinations(against, 2)]
    why = [(pair, found) for pair in pairs if (found := contradiction(*pair))]
    plain = any(not (left.qualifier or right.qualifier) for (left, right), _ in why)
    return reason if plain or not why else f"{reason}: {why[0][1]}"


def _figures_clash(left: Counted, right: Counted, stories: Mapping[str, str]) -> bool:
    """Whether two figures cannot both be right at one time, and are not one source's."""
    if not contradiction(left.figure, right.figure) or _one_source(left, right):
        return False
    if not alike(left.figure, right.figure) or _other_times(left, right):
        return False
    if _part(left) or _part(right) or _another(left) != _another(right):
        return False
    if _one_story(left, right, stories):
        torn = _two_sources(left, right) and not _grew(left, right)
        return torn and (left.article.id != right.article.id or _of_one_thing(left, right))
    early, late = sorted((left, right), key=when)
    gap = apart(printed(left), printed(right))
    if gap is None or printed(left) is None:
        return _two_sources(left, right)  # "nine", says the ministry; "six", says the army
    if gap == 0:
        return True
    return early.figure.measure in _GROWING and _falls(early, late)


def _part(one: Counted) -> bool:
    """Whether some of those are counted that another figure counts: "six of the dead"."""
    return is_part(one.figure, one.context.text, one.context.start)


def _another(one: Counted) -> bool:
    return is_of_another(one.figure, one.context.text, one.context.start)


def _of_one_thing(left: Counted, right: Counted) -> bool:
    """Whether one article surely gives two figures for one thing: side by side, for one place, or
    the later in answer to the earlier. Elsewhere it counts something else, and seldom says so.
    """
    first, last = sorted((left, right), key=lambda one: one.figure.passage.start)
    places = [frozenset(stems(p.name)) for p in (left.figure.place, right.figure.place) if p]
    around, at = last.context, last.figure.passage.start - last.context.start
    before = around.text[:at].rpartition("\n")[2]
    beside = last.figure.passage.start - len(before) <= first.figure.passage.end
    return beside or bool(_ANSWERS.search(_sentence(last))) or _share(places)


def _share(places: Sequence[frozenset[str]]) -> bool:
    return len(places) > 1 and bool(frozenset.intersection(*places))


def _sentence(one: Counted) -> str:
    """The sentence of a figure, as far as it is given."""
    start, end = (
        place - one.context.start for place in (one.figure.passage.start, one.figure.passage.end)
    )
    text = one.context.text
    before = re.split(r"[.!?]\s|\n", text[:start])[-1]
    return before + text[start:end] + re.split(r"[.!?](?:\s|$)|\n", text[end:], maxsplit=1)[0]


def _other_times(left: Counted, right: Counted) -> bool:
    """Whether each is of a time of its own: a level of the first and one of the eighth. A toll is
    of the day on which people died, whenever they were counted.
    """
    times = [window(one.figure.as_of.edtf) for one in (left, right)]
    return left.figure.measure not in _GROWING and (apart(*times) or 0) >= 1


def _one_story(left: Telling, right: Telling, stories: Mapping[str, str]) -> bool:
    mine, theirs = left.article.id, right.article.id
    return stories.get(mine, mine) == stories.get(theirs, theirs)


def _two_sources(left: Telling, right: Telling) -> bool:
    """Whether each is given as somebody's: only so can one article hold two against each other.
    Unnamed people ("Kestrian officials") are known apart from a named source of their article only.
    """
    named = bool(source(left)[1]), bool(source(right)[1])
    known = any(named) if left.article.id == right.article.id else all(named)
    return bool(left.chain and right.chain and known) or _corrects(left, right)


def _corrects(left: Telling, right: Telling) -> bool:
    """Whether somebody puts otherwise what the article itself has just said: "the army says that
    the number is closer to forty".
    """
    if not (isinstance(left, Counted) and isinstance(right, Counted)):
        return False
    if left.article.id != right.article.id:
        return False
    last = max(left, right, key=lambda one: one.figure.passage.start)
    return bool(last.chain) and bool(_CORRECTS.search(_sentence(last)))


def _grew(left: Counted, right: Counted) -> bool:
    """Whether an article tells how a count grew: "reported 36 infections. On Thursday the number
    rose to 58".
    """
    first, last = sorted((left, right), key=lambda one: one.figure.passage.start)
    a, b = first.figure.value, last.figure.value
    around, at = last.context, last.figure.passage.start - last.context.start
    before = around.text[:at].rpartition(". ")[2]
    more = isinstance(a, float | int) and isinstance(b, float | int) and b > a
    return more and bool(UPDATES.search(before))


def _falls(early: Counted, late: Counted) -> bool:
    """A toll does not fall: who gives a smaller one later contradicts the larger one."""
    a, b = early.figure.value, late.figure.value
    known = isinstance(a, float | int) and isinstance(b, float | int)
    days = earlier(printed(early), printed(late)) or 0
    return known and b < a and days >= 1  # type: ignore[operator]


def _gives_one_of(one: Counted, against: Sequence[Counted]) -> bool:
    """Whether it is one of the figures that clash, or gives the number that one of them gives: "at
    least nine" is not nine.
    """
    return any(one is other or said(one.figure) == said(other.figure) for other in against)


def _figure_told(one: Counted) -> Told:
    figure = one.figure
    return Told(
        article=one.article.id,
        entry=figure.id,
        value=said(figure),
        according_to=" ← ".join(one.chain) or None,
        publisher=one.article.publisher,
        published=one.article.published,
        text=figure.passage.text,
    )


# --- events


def _of_events(events: Sequence[Happened], stories: Mapping[str, str]) -> Iterator[Disagreement]:
    about = happened(events, whom=True)
    for kind, differ in _CLASHES:
        against = _torn(events, _by_others(differ, stories))
        if against:
            given = {_value(kind, one) for one in against}
            told = [one for one in events if _value(kind, one) in given]
            values = [telling(one, _value(kind, one)) for one in sorted(told, key=when)]
            yield _made(kind, about, values, stories)


def _by_others(
    differ: Callable[[Happened, Happened], bool], stories: Mapping[str, str]
) -> Callable[[Happened, Happened], bool]:
    def clash(left: Happened, right: Happened) -> bool:
        if not differ(left, right) or _one_source(left, right):
            return False
        return not _one_story(left, right, stories) or _two_sources(left, right)

    return clash


def _value(kind: Differing, one: Happened) -> str:
    if kind == "status":
        return one.event.status
    if kind == "date":
        return one.event.when.edtf or ""
    return ", ".join(party.who for party in one.event.actors)


# --- roles and wording


def _of_roles(together: Together, stories: Mapping[str, str]) -> Iterator[Disagreement]:
    values = differing([m for m in together.members if isinstance(m, Voice)], stories)
    if values:
        yield _made("role", f"what {identity(together).name} is", values, stories)


def _of_wording(together: Together, stories: Mapping[str, str]) -> Iterator[Disagreement]:
    """Words in quotation marks that are not the words that others quote: one value for the words
    that others have, whole or in part, and one for each altered wording. What else is quoted of
    the same occasion differs from nothing.
    """
    if not any(isinstance(m, Spoken) for m in together.members):
        return
    spoken, gives = judged(together)
    giving = [one for one in spoken.members if one.statement in gives]
    others = [one for one in giving if one.wording != "altered"]
    changed = [
        one
        for one in giving
        if one.wording == "altered" and any(_apart(one, other, stories) for other in others)
    ]
    if not changed:
        return
    printing = {one.article for one in changed}
    values = [
        _worded(one, gives[one.statement])
        for one in giving
        if one in changed or (one in others and one.article not in printing)
    ]
    about = f"what {spoken.who} said" + (f", {spoken.said.edtf}" if spoken.said.edtf else "")
    yield _made("wording", about, values, stories)


def _apart(one: Reported, other: Reported, stories: Mapping[str, str]) -> bool:
    """Whether two reports are independent accounts, of two publishers as far as these are known."""
    mine, theirs = one.article, other.article
    known = one.publisher is not None and one.publisher == other.publisher
    return not known and stories.get(mine, mine) != stories.get(theirs, theirs)


def _worded(one: Reported, value: str) -> Told:
    return Told(
        article=one.article,
        entry=one.statement,
        value=value,
        according_to=" ← ".join(one.via) or None,
        publisher=one.publisher,
        published=one.published,
        text=one.text,
    )


# --- what all of them share


def _torn(tellings: Sequence[Kept], clash: Callable[[Kept, Kept], bool]) -> list[Kept]:
    """Those that clash with another, in time order."""
    found = {id(one): one for both in combinations(tellings, 2) if clash(*both) for one in both}
    return sorted(found.values(), key=when)


def _one_source(left: Telling, right: Telling) -> bool:
    """Whether both go back to one source. What an article says itself, twice, is one too."""
    (name, mine), (other, theirs) = source(left), source(right)
    return name == other or same_source(mine, theirs)


def _made(
    kind: Differing, about: str, values: Sequence[Told], stories: Mapping[str, str]
) -> Disagreement:
    accounts = {stories.get(told.article, told.article) for told in values}
    articles = {told.article for told in values}
    return Disagreement(
        kind=kind,
        about=about,
        values=tuple(values),
        accounts=len(accounts),
        reason=_reason(values, len(accounts), len(articles)),
    )


def _reason(values: Sequence[Told], accounts: int, articles: int) -> str:
    """How many say what: copies of one story are one account."""
    given = len({str(told.value) for told in values})
    if accounts == 1:
        by = dict.fromkeys(told.according_to for told in values if told.according_to)
        said = (
            f"one account reports {len(by)} sources against each other ({', '.join(by)})"
            if len(by) > 1
            else f"one account sets {''.join(by) or 'one figure'} against what it says itself"
        )
    else:
        said = f"{given} values in {accounts} independent accounts"
    return f"{said}; {articles} articles, copies counted once" if articles > accounts else said
