"""Clusters made anew where links came or went, one connected component at a time, and entries that
a person judged parted off from the form they share with others.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from onrecord.linker.clusters import Clash, Judged, clustered
from onrecord.linker.form import numbered
from onrecord.linker.groups import Pair
from onrecord.linker.shelf import Row, Shelf
from onrecord.model import Reading, identify

SEEDS = 2_000  # forms whose components are made anew at a time
MANY = 1_000  # forms that take half a second to settle


class Settled(NamedTuple):
    """The clusters of some forms, and what speaks against them, because ``seeds`` were stale."""

    seeds: Collection[int]
    homes: Mapping[int, int]
    clashes: Sequence[Row]


def settle(shelf: Shelf) -> bool:
    """Make the clusters of some stale forms anew; False if none was stale."""
    found = settled(shelf)
    if found:
        shelf.settle(*found)
    return found is not None


def settled(shelf: Shelf) -> Settled | None:
    """What the clusters of some stale forms come to, not put down yet; None if none is stale."""
    seeds = shelf.stale(SEEDS)
    if not seeds:
        return None
    forms = _component(shelf, seeds)
    judged = [Judged(*edge) for edge in shelf.edges(forms)]
    doubts = [Judged(*both, "unsure", 0.5, True) for both in shelf.vetoed() if {*both} <= forms]
    own = {form: of for form, of in shelf.own(forms).items() if form in forms}
    result = clustered(forms, [*judged, *doubts], own, _parts_apart(shelf, forms))
    return Settled(seeds, result.homes, [_row(clash) for clash in result.clashes])


def is_long(shelf: Shelf) -> bool:
    """Whether it takes long to settle what is stale."""
    return len(_component(shelf, shelf.stale(SEEDS), MANY)) > MANY


def _component(shelf: Shelf, seeds: Collection[int], most: float = math.inf) -> set[int]:
    """The forms that links reach from some, as far as they are there; of more than ``most`` some of
    them.
    """
    frontier = seen = shelf.known(seeds)
    while frontier and len(seen) <= most:
        near = shelf.near(frontier)
        for form, of in shelf.own(frontier).items():
            near |= {form, of}
        frontier = shelf.known(near - seen)
        seen = seen | frontier
    return seen


def _parts_apart(shelf: Shelf, forms: Collection[int]) -> Iterator[Pair]:
    """Pairs of forms of which a person judged parts different, two speakers, say: first the one
    whose part the person named first.
    """
    judged = shelf.judged_apart()
    if not judged:
        return
    own = shelf.own({form for both in judged for form in both})
    whole = {(own.get(left, left), own.get(right, right)) for left, right in judged}
    having: dict[int, list[int]] = {}
    for row in shelf.forms(forms):
        for part in row["parts"]:
            having.setdefault(part, []).append(row["number"])
    for left, right in sorted({*judged, *whole}):
        if left != right:
            both = product(having.get(left, ()), having.get(right, ()))
            yield from (each for each in both if each[0] != each[1])


def _row(clash: Clash) -> Row:
    more = f" (and {clash.others} more)" if clash.others else ""
    ends = {"left_form": clash.left, "right_form": clash.right}
    return {**ends, "reason": clash.reason + more}


def own_form(kind: str, article: str, entry: str) -> int:
    """The number of the form of a single entry, whatever it is alike with."""
    return numbered(identify("own", kind, article, entry))


def part_off(shelf: Shelf, number: int, reading: Reading, judged: Collection[int]) -> None:
    """Give those entries of an article forms of their own that a person judged, and those that
    speak of a person so judged.
    """
    article = reading.article.id
    members = {(kind, id): (at, form) for kind, at, id, form in shelf.members(number)}
    own = {both: own_form(both[0], article, both[1]) for both in members}
    apart = {both for both, form in own.items() if form in judged}
    judged_people = {id: own["entity", id] for kind, id in apart if kind == "entity"}
    leaning = {each for id in judged_people for each in _leaning(reading, id)}
    chosen = sorted(apart | (leaning & members.keys()))
    if not chosen:
        return
    left = shelf.own({members[both][1] for both in chosen})
    natural = {both: left.get(members[both][1], members[both][1]) for both in chosen}
    had = {form for _, form in (members[both] for both in chosen)}
    rows = {row["number"]: row for row in shelf.forms(had.union(natural.values()))}
    people = {natural["entity", id]: form for id, form in judged_people.items()}
    doers = _doers(reading, judged_people)
    made = [
        _own_row(both, members, own, rows[natural[both]], people)
        | {"cluster": rows[members[both][1]]["cluster"]}  # until it is settled
        for both in chosen
    ]
    shelf.part_off(
        number, [row | {"parts": [*row["parts"], *doers.get(row["entry"], ())]} for row in made]
    )
    shelf.make_stale([*(own[both] for both in chosen), *natural.values()])


def _own_row(
    both: tuple[str, str],
    members: Mapping[tuple[str, str], tuple[int, int]],
    own: Mapping[tuple[str, str], int],
    natural: Mapping[str, object],
    people: Mapping[int, int],
) -> Row:
    parts = natural["parts"]
    assert isinstance(parts, list)
    return {
        **natural,
        "number": own[both],
        "keys": [],
        "parts": [people.get(part, part) for part in parts],
        "of": natural["number"],
        "entry": both[1],
        "position": members[both][0],
    }


def _doers(reading: Reading, people: Mapping[str, int]) -> dict[str, list[int]]:
    """The forms of those people who alone did what an event tells: what two did who differ is not
    one event. Whom it befell, and who gave a figure, may be told otherwise of one event.
    """
    return {
        event.id: [people[who]]
        for event in reading.events
        for who in [each.entity or "" for each in event.actors]
        if who in people and len(event.actors) == 1
    }


def _leaning(reading: Reading, entity: str) -> Iterator[tuple[str, str]]:
    """Statements by an entity, events it takes part in, and figures it gives."""
    said = {statement.id for statement in reading.statements if statement.entity == entity}
    yield from (("statement", id) for id in said)
    for event in reading.events:
        parties = (*event.actors, *event.recipients)
        if event.according_to in said or any(party.entity == entity for party in parties):
            yield "event", event.id
    for figure in reading.figures:
        if figure.according_to and figure.according_to.statement in said:
            yield "figure", figure.id
