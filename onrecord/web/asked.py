"""A query string and a question: the same names as the options of the command line.

Fields that are left empty, as forms send them, ask for anything. An address holds the whole
question, so that it can be sent to somebody else; ``Asked.query`` writes the address of a
neighbouring question.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args
from urllib.parse import urlencode

from fastapi import Query

from onrecord.across import Wording
from onrecord.calendar import bounds
from onrecord.errors import QuestionInvalid
from onrecord.model import Order

PAGE = 40  # entries on a page
MOST = 500  # entries in one answer for programs
DEEPEST = 1_000_000  # pages

Parse = Callable[[str, str], Any]


def _words(_: str, typed: str) -> str | None:
    return typed.strip() or None


def _whether(name: str, typed: str) -> bool | None:
    plain = typed.strip().lower()
    if plain in ("", "any"):
        return None
    if plain not in ("yes", "true", "1", "no", "false", "0"):
        raise QuestionInvalid(f"“{typed}” is neither yes nor no; write {name}=yes or {name}=no")
    return plain in ("yes", "true", "1")


def _wording(_: str, typed: str) -> str | None:
    plain = typed.strip().lower()
    if plain and plain not in get_args(Wording):
        raise QuestionInvalid(f"“{typed}” is none of {', '.join(get_args(Wording))}")
    return plain or None


def _order(typed: str) -> str | None:
    plain = typed.strip().lower()
    if plain and plain not in get_args(Order):
        raise QuestionInvalid(f"“{typed}” is no order; there are {', '.join(get_args(Order))}")
    return plain or None


def _number(name: str, typed: str) -> int | None:
    if not typed.strip():
        return None
    try:
        number = int(typed)
    except ValueError:
        number = 0
    if not 1 <= number <= DEEPEST:
        raise QuestionInvalid(f"“{typed}” is no {name}; write a whole number from 1 on")
    return number


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question as an address writes it."""

    help: str
    parse: Parse = _words
    several: bool = False


FIELDS: Mapping[str, Field] = {
    "by": Field("Whose statements: words of a name."),
    "entity": Field("Of one person or body across articles: per_…"),
    "publisher": Field("Who printed it: words of a name."),
    "manner": Field("direct, mixed, indirect or unmarked."),
    "act": Field("say, deny, accuse…"),
    "unnamed": Field("yes: from unnamed sources; no: from named ones.", _whether),
    "relayed": Field("yes: passed on by somebody; no: given directly.", _whether),
    "since": Field("On this day or later: 2024-03-26, 2024-03."),
    "until": Field("On this day or earlier."),
    "during": Field("Within these days and not merely perhaps: 2024-03, 2024-03-04/2024-03-10."),
    "text": Field("Words in it; “together” in quotation marks; ceas* for beginnings."),
    "article": Field("In one article: art_…"),
    "actor": Field("Who did it: words of a name."),
    "recipient": Field("To whom it was done: words of a name."),
    "action": Field("A PLOVER type, with or without a mode: ASSAULT/aerial."),
    "status": Field("happened, ongoing, planned, called_for, possible, denied…", several=True),
    "place": Field("Where: words of a name."),
    "according_to": Field("Whom it goes back to: words of a name."),
    "own_voice": Field("yes: what articles say themselves; no: what they attribute.", _whether),
    "measure": Field("killed, wounded, displaced, money, share…"),
    "of": Field("What is counted: words."),
    "reviewed": Field("confirmed or corrected by a person, or none."),
    "wording": Field("With such a report: verbatim, altered or paraphrased.", _wording),
    "at_least": Field("Of so many independent accounts or more.", _number),
    "every": Field("yes: what one article alone reports as well.", _whether),
}
_DAYS = ("since", "until", "during")
_ENTRY = ("by", "entity", "publisher", "manner", "act", "unnamed", "relayed", *_DAYS)
_EVENT = ("actor", "recipient", "action", "status", "place", "according_to", "own_voice")
_ACROSS = ("wording", "at_least", "every")
_FIGURE = ("measure", "of", "place", "according_to", "own_voice")
ABOUT: Mapping[str, tuple[str, ...]] = {
    "statements": (
        *_ENTRY,
        "text",
        "article",
        "actor",
        "action",
        "status",
        "measure",
        "of",
        "reviewed",
    ),
    "events": ("publisher", "entity", *_DAYS, "text", "article", *_EVENT, "reviewed"),
    "figures": ("publisher", *_DAYS, "text", "article", *_FIGURE, "reviewed"),
    "entities": ("by", "publisher", "since", "until", "text", "article"),
    "people": ("by", "publisher", "since", "until", "text", "article", "at_least"),
    "entity": ("publisher", "manner", "act", "relayed", *_DAYS, "text"),
    "articles": (*_ENTRY, "text", *_EVENT, "measure", "of"),
    "utterances": ("by", "entity", "publisher", "since", "until", "text", "article", *_ACROSS),
    "copies": ("publisher", "since", "until", "text"),
}
_IN_ONE_ORDER = ("people", "entities")  # those of most accounts first, or as "sort" says


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an address asks it: its filters, and which page of the answers."""

    filters: Mapping[str, Any] = field(default_factory=dict)
    page: int = 1
    limit: int = PAGE
    order: str | None = None

    @property
    def question(self) -> dict[str, Any]:
        """The fields of ``model.Question`` for this page."""
        order = {"order": self.order} if self.order else {}
        return {**self.filters, **order, "start": self.start, "limit": self.limit}

    @property
    def whole(self) -> dict[str, Any]:
        """The same for all pages."""
        return {**self.filters, "order": self.order} if self.order else {**self.filters}

    @property
    def start(self) -> int:
        """How many answers stand on the pages before."""
        return (self.page - 1) * self.limit

    def query(self, **changes: Any) -> str:
        """The query of this question with some fields changed; None takes a field away, and
        another question begins on its first page.
        """
        own: dict[str, Any] = {**self.filters}
        own["order"] = self.order
        own["limit"] = self.limit if self.limit != PAGE else None
        own |= changes
        pairs = [(name, _written(one)) for name, value in own.items() for one in _each(value)]
        return f"?{urlencode([pair for pair in pairs if pair != ('page', '1')])}"

    def within(self, stretch: str, **changes: Any) -> str:
        """The query for what is dated within some days, of those asked for already."""
        asked = self.filters.get("during")
        return self.query(during=_overlap(asked, stretch) if asked else stretch, **changes)


def _overlap(one: str, other: str) -> str:
    """The days that two stretches share."""
    (first, last), (begin, end) = bounds(one), bounds(other)
    if first and last and begin and end:
        return f"{max(first, begin)}/{min(last, end)}"
    return other


def _each(value: Any) -> Iterable[Any]:
    if value is None:
        return ()
    return value if isinstance(value, tuple | list) else (value,)


def _written(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def asked(about: str) -> Callable[..., Asked]:
    """The dependency that takes a question about a list out of a query string."""
    names = ABOUT[about]

    def ask(**typed: Any) -> Asked:
        filters = {name: _parsed(name, typed[name]) for name in names}
        page = _number("page", typed["page"] or "") or 1
        limit = min(_number("limit", typed["limit"] or "") or PAGE, MOST)
        order = _order(typed.get("order") or "")
        kept = {name: value for name, value in filters.items() if value is not None}
        return Asked(kept, page, limit, order)

    listed = {n: help for n, help in _LISTED.items() if n != "order" or about not in _IN_ONE_ORDER}
    ask.__signature__ = _signature(names, listed)  # type: ignore[attr-defined]
    return ask


def _parsed(name: str, typed: Any) -> Any:
    if typed is None:
        return None
    if FIELDS[name].several:
        return tuple(each for each in typed if each.strip()) or None
    return FIELDS[name].parse(name, typed)


_LISTED: Mapping[str, str] = {
    "order": "record, newest or oldest.",
    "page": "Which page, from 1 on.",
    "limit": f"How many on a page, {MOST} at most.",
}


def _signature(names: Iterable[str], listed: Mapping[str, str]) -> inspect.Signature:
    """The parameters as FastAPI reads them, each with its help."""
    several: Any = Annotated[list[str] | None, Query()]
    kinds: dict[str, Any] = {}
    for name in names:
        described = Query(description=FIELDS[name].help)
        one: Any = Annotated[str | None, described]
        kinds[name] = Annotated[several, described] if FIELDS[name].several else one
    for name, help in listed.items():
        kinds[name] = Annotated[str | None, Query(description=help)]
    keyword = inspect.Parameter.KEYWORD_ONLY
    given = (inspect.Parameter(n, keyword, default=None, annotation=k) for n, k in kinds.items())
    return inspect.Signature(list(given))
