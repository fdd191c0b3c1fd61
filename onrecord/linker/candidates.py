"""Pairs of forms worth comparing: those that share a key.

All forms of a key are compared with the first ``BLOCK`` of them by number. Numbers are hashes, so
these are a sample by chance that does not depend on the order in which forms came, and a name that
stands in every article costs each of them the same. Since the first of a key are compared with
everyone, what any of them is the same as, or different from, is known. A form that another one
displaces from among the first takes the links along that no other key speaks for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from onrecord.linker.groups import Pair, pair
from onrecord.linker.shelf import Shelf

BLOCK = 32  # forms of one key that every other form of it is compared with


@dataclass(slots=True)
class Candidates:
    """Pairs to compare now that some forms are new, and forms that are displaced by these."""

    shelf: Shelf
    pairs: set[Pair] = field(default_factory=set)
    displaced: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, shelf: Shelf, new: Mapping[int, Collection[int]]) -> Candidates:
        """The candidates where the forms that are new have these keys."""
        made, thinned = cls(shelf), shelf.take_thinned()
        having: dict[int, list[int]] = {key: [] for key in thinned}
        for number, keys in new.items():
            for key in keys:
                having.setdefault(key, []).append(number)
        heads = shelf.heads(having.keys(), BLOCK + 1)
        for key in sorted(heads):
            made._meet(key, having[key], heads[key], thinned.get(key, 0))
        if thinned:
            old = {form for both in made.pairs for form in both} - new.keys()
            made.pairs -= shelf.made(old).keys()
        made.pairs -= shelf.vetoed()
        return made

    def displaced_links(self) -> dict[Pair, int]:
        """The standing links of displaced forms that no key speaks for any longer."""
        links = self.shelf.made(self.displaced) if self.displaced else {}
        ends = set(chain.from_iterable(links))
        keys = {row["number"]: set(row["keys"]) for row in self.shelf.forms(ends)}
        shared = {both: keys[both[0]] & keys[both[1]] for both in links}
        first = self.shelf.heads(set().union(*shared.values()), BLOCK)
        return {
            both: row
            for both, row in links.items()
            if not any(form in first[key] for key in shared[both] for form in both)
        }

    def _meet(self, key: int, new: list[int], heads: list[int], lost: int) -> None:
        """Pairs within the block of one key, to which new forms came and which lost others."""
        first = heads[:BLOCK]
        self._pair(new, first)
        if len(heads) + lost <= BLOCK or not (lost or set(first).intersection(new)):
            return
        block = self.shelf.block(key)
        before = sorted(set(block).difference(new))
        self._pair(set(first).difference(before[: max(BLOCK - lost, 0)]), block)
        self.displaced |= set(before[:BLOCK]).difference(first)

    def _pair(self, those: Iterable[int], others: Iterable[int]) -> None:
        others = list(others)
        self.pairs.update(pair(a, b) for a in those for b in others if a != b)
