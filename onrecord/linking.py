"""Where the linker and the store meet: readings become links, links become what a person asks for.

In: a store. Out: links in it, and entries that links join, of which the objects of ``across`` are
made. Articles are linked a batch at a time, each batch in one transaction, so that a run that is
killed loses the batch in hand, and the next run goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, get_args

from onrecord.across import LINKER, Judgement, Link, Linkable, Linked, Together
from onrecord.errors import JudgementInvalid
from onrecord.linker.edition import edition
from onrecord.linker.run import Kinds, Linker, Standing, failure, standing
from onrecord.linker.settling import is_long, own_form, part_off, settle, settled
from onrecord.model import VERSION, Article, Failure, Question
from onrecord.stopping import check

if TYPE_CHECKING:
    from onrecord.store.naming import Entry
    from onrecord.store.relinking import Left
    from onrecord.store.shelf import Shelf, Waiting
    from onrecord.store.store import Store

TRIES = 3  # at settling beside others who change links
BATCH = 64  # articles linked in one transaction: enough to write many rows at once, little to lose
MODULES: Mapping[Linkable, str] = {
    "article": "articles",
    "entity": "entities",
    "statement": "statements",
    "event": "events",
    "figure": "figures",
}
BY_LINKER = f"{LINKER} {VERSION}"

Each = Callable[[Article | Failure], None]


@cache
def kinds() -> Kinds:
    """All that is linked: one module of the linker for each."""
    found: dict[Linkable, Any] = {}
    for kind, name in MODULES.items():
        found[kind] = import_module(f"onrecord.linker.{name}")
    return found


def link(
    store: Store, each: Each | None = None, again: bool = False, linked: Kinds | None = None
) -> Linked:
    """Link the articles that are not linked yet; with ``again`` all of them, anew.

    ``each`` is called with every article once it is linked, and with a failure for each that cannot
    be: that one is tried again in the next run. Two entries that cannot be compared are a failure,
    too, that names both; they are compared again when all is linked anew. What people judged stays
    whatever is linked anew.
    """
    run = _Run(store, each, linked or kinds())
    if again:
        with store.shelf(BY_LINKER) as shelf:
            run.withdrawn = shelf.wipe()
        run.forgive()
    while run.go_on():
        check()
    while run.settle():
        check()
    return run.linked()


def link_one(store: Store, number: int, left: Left | None = None) -> None:
    """Link one article again that is no longer linked, by its number, and no other; ``left`` is
    what it left, so that clusters stand of which nothing has changed.
    """
    with store.shelf() as shelf:
        if shelf.is_linked(number):
            return
    run = _Run(store, None, kinds(), after=number - 1, left=left)
    run.go_on(1)
    with store.shelf(BY_LINKER) as shelf:
        _settle(store, shelf)


@dataclass(slots=True)
class _Run:
    """What one run does, and the count it keeps of it."""

    store: Store
    each: Each | None
    kinds: Kinds
    after: int = 0
    left: Left | None = None
    articles: int = 0
    links: int = 0
    withdrawn: int = 0
    conflicts: int = 0
    failures: list[Failure] = field(default_factory=list)
    linker: Linker = field(init=False)
    failed: set[str] = field(init=False)  # sources of articles that could not be linked before

    def __post_init__(self) -> None:
        self.linker = Linker(self.kinds)
        self.failed = {each.source for each in self.store.failures() if each.stage == "linker"}

    def forgive(self) -> None:
        """All that failed is tried anew."""
        for source in self.failed:
            self.store.forgive(source)
        self.failed.clear()

    def go_on(self, most: int | None = None) -> bool:
        """Link the next batch; False if none is left."""
        with self.store.shelf(BY_LINKER) as shelf:
            page = shelf.waiting(self.after, most or BATCH)
            if not page:
                return False
            outcomes = {each.number: self._standing(each) for each in page}
            done = [each for each in page if not isinstance(outcomes[each.number], Failure)]
            left = self.left if self.left and shelf.is_unsettled(self.left) else None
            uncompared = self._link(shelf, done, outcomes)
            if left:
                shelf.restore(left)
        self.after = page[-1].number
        for pair in uncompared:
            self._failed(pair)
        for waiting in page:
            self._done(waiting, outcomes[waiting.number])
        return True

    def _standing(self, waiting: Waiting) -> list[Standing] | Failure:
        try:
            return standing(waiting.number, waiting.reading, self.kinds)
        except Exception as error:
            return failure(waiting.reading.article.input, error, "the linker failed")

    def _link(
        self,
        shelf: Shelf,
        done: list[Waiting],
        outcomes: Mapping[int, list[Standing] | Failure],
    ) -> tuple[Failure, ...]:
        found = (outcomes[each.number] for each in done)
        entries = [entry for listed in found if isinstance(listed, list) for entry in listed]
        made = self.linker.link(shelf, entries, [each.number for each in done])
        self.links += made.links
        self.withdrawn += made.withdrawn
        judged = shelf.judged()
        for each in done if judged else ():
            part_off(shelf, each.number, each.reading, judged)
        return made.failures

    def _failed(self, failed: Failure) -> None:
        self.store.note(failed)
        self.failures.append(failed)

    def _done(self, waiting: Waiting, outcome: list[Standing] | Failure) -> None:
        if isinstance(outcome, Failure):
            self._failed(outcome)
        else:
            self.articles += 1
            if waiting.reading.article.input in self.failed:
                self.store.forgive(waiting.reading.article.input)
        if self.each:
            self.each(outcome if isinstance(outcome, Failure) else waiting.reading.article)

    def settle(self) -> bool:
        with self.store.shelf(BY_LINKER) as shelf:
            if settle(shelf):
                return True
            self.conflicts = shelf.conflicts()
            return False

    def linked(self) -> Linked:
        return Linked(
            self.articles, self.links, self.withdrawn, self.conflicts, tuple(self.failures)
        )


def unlinked(store: Store) -> int:
    """How many articles are not linked yet."""
    return store.unlinked()


def linked_by_others(store: Store) -> int:
    """How many articles another version linked; what it decided stays until all is linked anew."""
    return store.linked_by_others(edition())


def is_linked(store: Store) -> bool:
    """Whether any article is linked."""
    return store.is_linked()


def judge(
    store: Store, left: str, right: str, judgement: Judgement, by: str, why: str | None = None
) -> Link:
    """Put on the record what a person holds of two entries, in place of what the same person held
    of them before. It beats what the linker decides, and stays when articles are linked anew.

    Ids are those of entries (``ent_…``) or of what links join (``per_…``), or unique beginnings of
    them. Raises EntryUnknown, or JudgementInvalid where the two cannot be judged.
    """
    _check_person(by)
    if judgement not in get_args(Judgement):
        raise JudgementInvalid(f"“{judgement}” is no judgement; say same, different or unsure")
    with store.shelf() as shelf:
        pair = shelf.entry(left), shelf.entry(right)
        _check(*pair)
        forms = [own_form(each.kind, each.article_id, each.id) for each in pair]
        row = {
            "kind": pair[0].kind,
            "left": pair[0].id,
            "right": pair[1].id,
            "left_form": forms[0],
            "right_form": forms[1],
            "judgement": judgement,
            "decided_by": by.strip(),
            "why": why,
        }
        made = shelf.judge(row)
        for number in sorted({each.article for each in pair}):
            if shelf.is_linked(number):
                part_off(shelf, number, shelf.reading(number), shelf.judged())
        _settle(store, shelf)
    return made


def withdraw(store: Store, link: str, by: str, why: str | None = None) -> Link:
    """Withdraw a link by its id; it stays on the record as withdrawn. The linker does not make a
    link again that a person withdrew. Raises EntryUnknown or JudgementInvalid.
    """
    _check_person(by)
    with store.shelf() as shelf:
        withdrawn = shelf.withdraw_link(link, by.strip(), why)
        _settle(store, shelf)
    return withdrawn


def _settle(store: Store, shelf: Shelf) -> None:
    """Make clusters anew after a change: now, or by whom the store has for it where that takes
    long.
    """
    if store.gather_by and is_long(shelf):
        shelf.owe()
        return
    while settle(shelf):
        pass


def settle_owed(store: Store, stop: Callable[[], bool] | None = None) -> None:
    """Make the clusters anew that a change left to whoever gathers. Others may write meanwhile; if
    what they write changes links too often, they wait.
    """
    tries = 0
    while not (stop and stop()):
        with store.shelf(writes=False) as shelf:
            if not shelf.is_owing():
                return
            at, found = shelf.revision(), settled(shelf)
        with store.shelf() as shelf:
            if shelf.revision() != at:
                tries += 1
                found = settled(shelf) if tries >= TRIES else None
            if found:
                shelf.settle(*found)


def _check_person(by: str) -> None:
    if not by.strip() or by.strip().casefold().startswith(LINKER):
        raise JudgementInvalid("who judges? give the name of a person")


def _check(left: Entry, right: Entry) -> None:
    for each in (left, right):
        if each.unnamed:
            raise JudgementInvalid(
                f"{each.id} is an unnamed source, or speaks for one; it is never said to be the"
                " same as anybody, nor different; judge people who are named"
            )
    if left.kind != right.kind:
        raise JudgementInvalid(
            f"{left.id} is {_a(left.kind)} and {right.id} {_a(right.kind)}; judge two of one kind"
        )
    if (left.article, left.id) == (right.article, right.id):
        raise JudgementInvalid(f"both ids name {left.id}; name two entries")


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def links(store: Store, **asked: Any) -> Iterator[Link]:
    """Links in the order in which they were made: those of a ``kind``, with a ``judgement``,
    ``decided_by`` a person or by "onrecord", of an ``entry``, the first ``limit`` of them; with
    ``withdrawn`` also those that no longer stand.

    An entry that shares its form with others has among its links one to the entry that the form's
    links name, whose id is the form's.
    """
    return store.links(**asked)


def together(
    store: Store, kind: Linkable, at_least: int = 1, **question: Any
) -> Iterator[Together]:
    """Entries that links join, cluster by cluster, the largest first: those with ``at_least`` so
    many entries, of which one is such as the question asks for (the fields of ``model.Question``;
    ``limit`` counts clusters).

    Members are Cards, Voices, Spokens, Happeneds or Counteds, earliest article first; an entry that
    is not linked is a cluster of one. Until a run of ``link`` is finished, new entries stand alone.
    """
    return store.together(kind, Question(**question), at_least)


def cluster(store: Store, id: str) -> Together:
    """The cluster that has an id (``per_…``), or the one that the entry of that id is in; unique
    beginnings will do. Raises EntryUnknown.
    """
    return store.cluster(id)
