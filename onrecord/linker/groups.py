"""Groups of forms that grow by being joined, unless some of them are to stay apart.

A union-find in which each group knows the groups it must stay apart from. For weak links it also
knows its core: the forms that strong links, or several weak ones, hold together. A weak link holds
where it brings a form that stands alone to the core of a group, or where it has company; so
A~B~C~D, each link weak, is never one group, and two groups are not welded by one weak link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

Pair = tuple[int, int]

COMPANY = 3  # forms on either side, or more than half of them, that links between groups must reach


def pair(left: int, right: int) -> Pair:
    """Two forms in an order of their own."""
    return (left, right) if left <= right else (right, left)


class Groups:
    """Forms, each alone at first; ``echoes`` are forms that repeat another and do not count."""

    def __init__(self, forms: Iterable[int], echoes: Collection[int] = ()) -> None:
        self._root = {form: form for form in forms}
        self._members = {form: [form] for form in self._root}
        self._count = {form: int(form not in echoes) for form in self._root}
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._core = {form: {form} for form in self._root}
        self._pairs: set[int] = set()  # groups of two by a weak link: either form may be the core
        self._beside: dict[int, set[int]] = defaultdict(set)
        self._refused: set[tuple[int, int, int, int]] = set()

    def __iter__(self) -> Iterator[list[int]]:
        return iter(self._members.values())

    def together(self, left: int, right: int) -> bool:
        return self._find(left) == self._find(right)

    def are_apart(self, left: int, right: int) -> bool:
        return self._find(right) in self._apart.get(self._find(left), ())

    def part(self, left: int, right: int) -> None:
        """Keep two forms of different groups apart for good."""
        first, second = self._find(left), self._find(right)
        if first != second:
            self._apart[first].add(second)
            self._apart[second].add(first)

    def beside(self, links: Iterable[Pair]) -> None:
        """The links that may keep a weak one company."""
        for left, right in links:
            self._beside[left].add(right)
            self._beside[right].add(left)

    def join(self, left: int, right: int, firm: bool = True) -> bool:
        """Make one group of two; False if they are to stay apart."""
        first, second = self._find(left), self._find(right)
        if first == second or self.are_apart(left, right):
            return first == second
        core, is_pair = self._joined_core(left, right, firm)
        if self._size(first) < self._size(second):
            first, second = second, first
        self._merge(first, second)
        self._core[first] = core
        self._pairs -= {first, second}
        if is_pair:
            self._pairs.add(first)
        return True

    def holds(self, left: int, right: int) -> bool:
        """Whether a weak link between two groups is enough to join them."""
        return self._is_spoke(left, right) or self._has_company(left, right)

    def _size(self, root: int) -> int:
        return len(self._members[root]) + len(self._apart.get(root, ()))

    def _find(self, form: int) -> int:
        root = form
        while self._root[root] != root:
            root = self._root[root]
        while self._root[form] != root:
            self._root[form], form = root, self._root[form]
        return root

    def _merge(self, first: int, second: int) -> None:
        self._root[second] = first
        self._members[first] += self._members.pop(second)
        self._count[first] += self._count.pop(second)
        for other in self._apart.pop(second, ()):
            self._apart[other].discard(second)
            self._apart[other].add(first)
            self._apart[first].add(other)
        del self._core[second]

    def _joined_core(self, left: int, right: int, firm: bool) -> tuple[set[int], bool]:
        """The core after a join, and whether that is a pair of which either may be the core."""
        first, second = self._find(left), self._find(right)
        if firm or not self._is_spoke(left, right):
            return self._merged_core(first, second), False
        if self._count[first] <= 1 and self._count[second] <= 1:
            return self._merged_core(first, second), True
        hub, form = (second, right) if self._count[first] <= 1 else (first, left)
        return ({form} if hub in self._pairs else self._core[hub]), False

    def _merged_core(self, first: int, second: int) -> set[int]:
        few, many = self._core[first], self._core[second]
        if len(few) > len(many):
            few, many = many, few
        many |= few
        return many

    def _is_spoke(self, left: int, right: int) -> bool:
        """Whether one form stands alone, and the link leads from it to the core of the other."""
        first, second = self._find(left), self._find(right)
        if self._count[first] <= 1:
            return right in self._core[second]
        return self._count[second] <= 1 and left in self._core[first]

    def _has_company(self, left: int, right: int) -> bool:
        """Whether links between two groups reach enough forms of each."""
        first, second = self._find(left), self._find(right)
        if len(self._members[first]) > len(self._members[second]):
            first, second = second, first
        tried = (first, second, self._count[first], self._count[second])
        if tried in self._refused:
            return False
        reached = [
            {other for other in self._beside[form] if self._find(other) == second}
            for form in self._members[first]
        ]
        ends, others = sum(map(bool, reached)), len(set().union(*reached))
        if ends >= _company(tried[2]) and others >= _company(tried[3]):
            return True
        self._refused.add(tried)
        return False


def _company(size: int) -> int:
    return min(COMPANY, size // 2 + 1)
