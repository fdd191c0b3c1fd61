"""Linking, a batch of articles at a time: readings in, links and clusters on the shelf.

Entries become forms, forms that are new are compared, once for each pair, with those that share a
key (``candidates``), and clusters are made anew only where a link came or went (``settling``). The
same articles give the same links in whatever order and batches they come.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from onrecord.across import Linkable
from onrecord.linker.candidates import Candidates
from onrecord.linker.edition import edition
from onrecord.linker.form import Form, Kind, kept, numbered
from onrecord.linker.groups import Pair
from onrecord.linker.shelf import Row, Shelf
from onrecord.model import Failure, Reading, identify

CACHE = 20_000  # forms kept at hand

Kinds = Mapping[Linkable, Kind]

DISPLACED = "other forms are compared with in place of one of these"


class Standing(NamedTuple):
    """An entry of an article, where it stands in the reading, and its form."""

    article: int
    kind: Linkable
    position: int
    entry: str
    form: Form


class Made(NamedTuple):
    """How many links a batch made and withdrew, and the pairs that could not be compared."""

    links: int = 0
    withdrawn: int = 0
    failures: tuple[Failure, ...] = ()


def standing(number: int, reading: Reading, kinds: Kinds) -> list[Standing]:
    """The entries of a reading that may be linked, each once; no unnamed source is among them."""
    places, unnamed = _places(reading), _unnamed(reading)
    listed: dict[tuple[Linkable, str], Standing] = {}
    for name, kind in kinds.items():
        for entry, form in kind.found(reading):
            if entry not in unnamed:
                listed.setdefault((name, entry), Standing(number, *places[name, entry], form))
    return list(listed.values())


def _places(reading: Reading) -> dict[tuple[str, str], tuple[Linkable, int, str]]:
    lists: dict[Linkable, Sequence[Any]] = {
        "article": [reading.article],
        "entity": reading.entities,
        "statement": reading.statements,
        "event": reading.events,
        "figure": reading.figures,
    }
    return {
        (kind, entry.id): (kind, position, entry.id)
        for kind, entries in lists.items()
        for position, entry in reversed(list(enumerate(entries)))
    }


def _unnamed(reading: Reading) -> set[str]:
    """People who spoke without being named, and what they said."""
    sources = {entity.id for entity in reading.entities if entity.kind == "unnamed"}
    said = {s.id for s in reading.statements if s.unnamed or s.entity in sources}
    return sources | said


class Linker:
    """The comparisons of one run: forms seen lately stay at hand from one batch to the next."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._at_hand: OrderedDict[int, Form] = OrderedDict()

    def link(self, shelf: Shelf, entries: Sequence[Standing], numbers: Iterable[int]) -> Made:
        """Put the entries of some articles on the shelf and compare what is new there."""
        first = {each.form.number: each for each in reversed(entries)}
        new = first.keys() - shelf.known(first.keys())
        shelf.put_forms([_row(first[number]) for number in sorted(new)])
        shelf.put_members([_member(each) for each in entries], numbers, edition())
        self._keep({number: each.form for number, each in first.items()})
        candidates = Candidates.of(shelf, {n: _keys(first[n].form) for n in new})
        failures: list[Failure] = []
        made = list(self._compared(shelf, candidates.pairs, failures))
        shelf.put_links(made)
        gone = candidates.displaced_links()
        shelf.withdraw(gone.values(), DISPLACED)
        shelf.make_stale(n for row in made if _counts(row, new) for n in _ends(row))
        shelf.make_stale(n for both in gone for n in both)
        return Made(len(made), len(gone), tuple(failures))

    def _compared(
        self, shelf: Shelf, pairs: Collection[Pair], failures: list[Failure]
    ) -> Iterator[Row]:
        numbers = {number for both in pairs for number in both}
        entries, forms = shelf.entries(numbers), self._forms(shelf, numbers)
        for left, right in sorted(pairs):
            kind = forms[left].kind
            try:
                found = self._kinds[kind].compared(forms[left], forms[right])
            except Exception as error:
                both = f"{entries[left]} and {entries[right]}"
                failures.append(failure(both, error, "could not be compared"))
                continue
            if found:
                yield {
                    "kind": kind,
                    "left": entries[left],
                    "right": entries[right],
                    "left_form": left,
                    "right_form": right,
                    "judgement": found.judgement,
                    "score": found.score,
                    "reasons": list(found.reasons),
                }

    def _forms(self, shelf: Shelf, numbers: Collection[int]) -> Mapping[int, Form]:
        at_hand = {n: self._at_hand[n] for n in numbers if n in self._at_hand}
        rows = shelf.forms(numbers - at_hand.keys())
        fetched = {row["number"]: _form_of(row) for row in rows}
        self._keep({**at_hand, **fetched})
        return at_hand | fetched

    def _keep(self, forms: Mapping[int, Form]) -> None:
        for number, form in forms.items():
            self._at_hand[number] = form
            self._at_hand.move_to_end(number)
        while len(self._at_hand) > CACHE:
            self._at_hand.popitem(last=False)


def failure(source: str, error: Exception, what: str) -> Failure:
    """What an error of the linker leaves behind: nothing of it is silent, and no run stops."""
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return Failure(source, "linker", f"{what}: {said}")


def _row(each: Standing) -> Row:
    form = each.form
    return {
        "number": form.number,
        "kind": form.kind,
        "about": json.dumps(form.about, ensure_ascii=False),
        "keys": _keys(form),
        "parts": [numbered(part) for part in form.parts],
        "entry": each.entry,
    }


def _form_of(row: Mapping[str, Any]) -> Form:
    parts = tuple(f"form_{number + 2**63:016x}" for number in row["parts"])
    return kept(row["kind"], json.loads(row["about"]), parts)


def _member(each: Standing) -> Row:
    return {
        "article": each.article,
        "kind": each.kind,
        "position": each.position,
        "entry": each.entry,
        "form": each.form.number,
    }


def _keys(form: Form) -> list[int]:
    return sorted({numbered(identify("key", form.kind, key)) for key in form.keys})


def _counts(row: Row, new: set[int]) -> bool:
    """Whether a link may change clusters. One that says what a new form is not the same as does so
    only where another link joins that form to something.
    """
    return row["judgement"] == "same" or (
        row["judgement"] == "different" and new.isdisjoint(_ends(row))
    )


def _ends(row: Row) -> Pair:
    return row["left_form"], row["right_form"]
