"""Clusters that take long to make anew are left to whoever gathers; what people said stands."""

from contextlib import closing
from itertools import combinations

import pytest
from sqlalchemy import select

from onrecord import gathering, linking
from onrecord.accounts import Accounts
from onrecord.linker import settling
from onrecord.model import Question
from onrecord.store import gathered
from onrecord.store.gathered_schema import objects, ungathered
from onrecord.store.link_schema import conflicts, forms, stale
from onrecord.store.store import Store
from tests.blank import holding
from tests.cli.linked import told

WHY = "a test"


@pytest.fixture(autouse=True)
def everything_takes_long(monkeypatch):
    monkeypatch.setattr(settling, "MANY", 0)


@pytest.fixture
def stores(tmp_path):
    """Two records of the same four articles; nobody gathers the first one."""
    paths = [holding(tmp_path / name, *told(), link=True) for name in ("left.db", "once.db")]
    with (
        closing(Store.open(paths[0], patience=0.1)) as left,
        closing(Store.open(paths[1], patience=0.1)) as at_once,
    ):
        left.gather_by = lambda: None
        yield left, at_once


def made(store):
    """The clusters of a record, what speaks against them, and what came of them."""
    columns = (
        (forms.c.number, forms.c.cluster),
        tuple(conflicts.c),
        (objects.c.id, objects.c.line),
        tuple(ungathered.c),
        (stale.c.form,),
    )
    with store._connected(store._reads) as connection:
        return [sorted(map(tuple, connection.execute(select(*each)))) for each in columns]


def owes(store):
    return store.one(gathered.owed_now)


def pairs():
    """Every two people, and every two statements, of different articles."""
    for name in ("entities", "statements"):
        listed = [
            [each.id for each in getattr(reading, name) if not _unnamed(each)] for reading in told()
        ]
        for left, right in combinations(listed, 2):
            yield from ((one, other) for one in left for other in right)


def _unnamed(entry):
    return getattr(entry, "unnamed", False) or getattr(entry, "kind", "") == "unnamed"


def judge(store, pair, judgement):
    made = linking.judge(store, *pair, judgement, "Ada", WHY)
    gathering.follow(store)
    return made


def withdraw(store, link):
    linking.withdraw(store, link.id, "Ada", WHY)
    gathering.follow(store)


@pytest.mark.parametrize("judgement", ["same", "different", "unsure"])
def test_what_is_left_comes_to_what_it_would_have_come_to_at_once(stores, judgement):
    left, at_once = stores
    for pair in pairs():
        said = [judge(store, pair, judgement) for store in stores]
        assert owes(left)
        assert not owes(at_once)
        gathering.gather(left)
        assert made(left) == made(at_once)
        for store, link in zip(stores, said, strict=True):
            withdraw(store, link)
        gathering.gather(left)
        assert made(left) == made(at_once)


def test_judgements_one_after_the_other_all_count(stores):
    left, at_once = stores
    for pair, judgement in zip(pairs(), ("different", "same", "unsure") * 9, strict=False):
        for store in stores:
            judge(store, pair, judgement)
    gathering.gather(left)
    assert made(left) == made(at_once)


def test_a_judgement_undone_before_anything_was_settled_leaves_what_it_would_have_left(stores):
    left, at_once = stores
    for pair in pairs():
        for store in stores:
            withdraw(store, judge(store, pair, "different"))
    gathering.gather(left)
    assert made(left) == made(at_once)


def test_a_judgement_is_on_the_record_before_it_is_settled(stores):
    left, _ = stores
    pair = next(pairs())
    judge(left, pair, "different")
    assert [(link.left, link.right) for link in left.links(decided_by="Ada")] == [pair]


def test_until_it_is_settled_people_are_as_they_were(stores):
    left, at_once = stores
    judge(left, next(pairs()), "different")
    for entity in Accounts(at_once, Question()).identities():
        assert Accounts(left, Question()).the("entity", entity.id) == entity
    assert made(left)[2] == made(at_once)[2]


@pytest.mark.parametrize(
    "then",
    [
        lambda store: gathering.gather(store),
        lambda store: linking.link(store) and gathering.gather(store),
        lambda store: list(Accounts(store, Question()).utterances()),
    ],
    ids=["gathered", "linked", "listed"],
)
def test_what_a_killed_process_left_is_settled_when_the_record_is_used_again(stores, then):
    left, at_once = stores
    for store in stores:
        judge(store, next(pairs()), "different")
    left.close()
    with closing(Store.open(left.where, create=False)) as again:
        assert made(again) != made(at_once)
        then(again)
        assert made(again) == made(at_once)


def test_whoever_gathers_can_be_stopped_before_anything_is_settled(stores):
    left, _ = stores
    judge(left, next(pairs()), "different")
    gathering.gather(left, stop=lambda: True)
    assert owes(left)


@pytest.mark.parametrize("times", [1, 2, 9])
def test_what_is_judged_while_clusters_are_made_counts(stores, monkeypatch, times):
    """Others write meanwhile; what was worked out before no longer holds then."""
    left, at_once = stores
    said, settled = list(pairs())[: times + 1], linking.settled
    meanwhile = iter(said[1:])

    def interrupted(shelf):
        found = settled(shelf)
        if not shelf._ask.get_execution_options().get("writes") and (pair := next(meanwhile, None)):
            judge(left, pair, "different")
        return found

    monkeypatch.setattr(linking, "settled", interrupted)
    judge(left, said[0], "different")
    gathering.gather(left)
    for pair in said[: len(said) - len(list(meanwhile))]:
        judge(at_once, pair, "different")
    gathering.gather(left)
    assert made(left) == made(at_once)


def test_clusters_that_are_made_change_no_links_but_judgements_do(stores):
    left, _ = stores
    before = _revision(left)
    said = judge(left, next(pairs()), "same")
    judged = _revision(left)
    gathering.gather(left)
    assert before < judged == _revision(left)
    withdraw(left, said)
    assert _revision(left) > judged


def _revision(store):
    with store.shelf() as shelf:
        return shelf.revision()
