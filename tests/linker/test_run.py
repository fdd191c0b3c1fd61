"""Linking as a whole: the same articles and judgements give the same clusters, come as they may."""

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from onrecord import linking
from onrecord.linker import candidates, settling
from onrecord.model import Entity, Event, Figure, Party, Reading, identify, passage
from onrecord.store.link_schema import forms, members
from onrecord.store.schema import metadata
from onrecord.store.store import Store
from tests.fakes import article_of, statement_of
from tests.linker.kinds import KINDS

NAMES = ["Ann Doe", "A Doe", "Doe", "Ben Doe", "Bert Doe", "Ann Roe", "Roe"]
WORDS = ["the bridge is safe", "the bridge is shut", "bridge shut today", "rain", "rain today"]


def reading_of(lines, number, reader="fake/1"):
    """An article of lines "Ann Doe: the bridge is safe", each a statement, an event, a figure."""
    text = "\n".join([f"{who}: {words}" for who, words in lines])
    article = article_of(text, publisher=f"Paper {number}")
    names = sorted({who for who, _ in lines})
    cast = {who: Entity(identify("ent", article.id, who), who, "person") for who in names}
    said, done, counted = {}, {}, {}
    for who, words in lines:
        start = text.index(f"{who}: {words}") + len(who) + 2
        place = passage(text, start, start + len(words))
        plain = statement_of(article, who, words, entity=cast[who].id)
        id = identify("sta", article.id, who, words)
        statement = replace(plain, id=id, content=(place,))
        said[statement.id] = statement
        actor = Party(who, cast[who].id, place)
        event = Event(identify("eve", article.id, start), "AID", None, place, (actor,))
        done[event.id] = event
        figure = Figure(identify("fig", article.id, start), place)
        counted[figure.id] = figure
    return Reading(
        reader, article, tuple(cast.values()), tuple(said.values()), tuple(done.values()),
        tuple(counted.values()),
    )  # fmt: skip


lines = st.tuples(st.sampled_from(NAMES), st.sampled_from(WORDS))
some_lines = st.lists(st.lists(lines, min_size=1, max_size=3), min_size=1, max_size=6)


def clusters(store):
    """Every cluster of the record: its kind and id, and the ids of its entries."""
    found = {}
    joined = members.join(forms, forms.c.number == members.c.form)
    chosen = select(forms.c.kind, forms.c.cluster, members.c.entry).select_from(joined)
    with store._connected(store._reads) as connection:
        for kind, cluster, entry in connection.execute(chosen.order_by(members.c.entry)):
            found.setdefault((kind, cluster), []).append(entry)
    assert linking.unlinked(store) == 0
    return found


def entries(reading, kind):
    lists = {"entity": "entities", "statement": "statements", "event": "events"}
    return [each.id for each in getattr(reading, lists[kind])]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with closing(Store.open(tmp_path_factory.mktemp("record") / "onrecord.db")) as opened:
        yield opened


def emptied(store):
    """The record with nothing in it: a new one for every example takes longer than the example."""
    with store._connected(store._writes) as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    return store


many = settings(max_examples=8, suppress_health_check=list(HealthCheck))


@given(texts=some_lines, data=st.data())
@many
def test_any_order_and_batching_gives_the_same_clusters(store, texts, data):
    readings = [reading_of(each, n) for n, each in enumerate(texts)]
    emptied(store)
    for reading in readings:
        store.put(reading)
    linking.link(store, linked=KINDS)
    at_once = clusters(store)
    emptied(store)
    for reading in data.draw(st.permutations(readings)):
        store.put(reading)
        if data.draw(st.booleans()):
            linking.link(store, linked=KINDS)
    linking.link(store, linked=KINDS)
    assert clusters(store) == at_once


@given(texts=some_lines, data=st.data())
@many
def test_any_order_gives_the_same_where_keys_are_full(store, texts, data):
    """Forms of a key are compared with the first of it alone; here that is two."""
    before = candidates.BLOCK, settling.SEEDS
    candidates.BLOCK, settling.SEEDS = 2, 3
    try:
        test_any_order_and_batching_gives_the_same_clusters.hypothesis.inner_test(
            store, texts, data
        )
    finally:
        candidates.BLOCK, settling.SEEDS = before


judgements = st.sampled_from(["same", "different", "different", "unsure"])
steps = st.lists(
    st.sampled_from(["put", "link", "judge", "reread", "again", "shorten"]), max_size=16
)


@given(texts=some_lines, steps=steps, full=st.sampled_from([2, 32]), data=st.data())
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_what_happened_before_leaves_no_trace_but_judgements(store, texts, steps, full, data):
    """Articles put, linked, judged and read again in any order: in the end it is as if the last
    readings had been put and linked once, and then judged.
    """
    before = candidates.BLOCK, settling.SEEDS
    candidates.BLOCK, settling.SEEDS = full, 3
    try:
        _story(store, texts, steps, data)
    finally:
        candidates.BLOCK, settling.SEEDS = before


def _story(store, texts, steps, data):
    waiting = {r.article.id: r for r in (reading_of(each, n) for n, each in enumerate(texts))}
    whole, there, judged = dict(waiting), {}, []
    emptied(store)
    for step in [*steps, *("put" for _ in waiting)]:
        _step(store, step, waiting, whole, there, judged, data)
    linking.link(store, linked=KINDS)
    told = clusters(store)
    emptied(store)
    for reading in there.values():
        store.put(reading)
    linking.link(store, linked=KINDS)
    for left, right, judgement in judged:
        if all(_stands(there, id) for id in (left, right)):
            linking.judge(store, left, right, judgement, "Jane Doe")
    assert clusters(store) == told


def _step(store, step, waiting, whole, there, judged, data):
    if step == "put" and waiting:
        id, reading = waiting.popitem()
        store.put(reading)
        there[id] = reading
    elif step in ("link", "again"):
        linking.link(store, linked=KINDS, again=step == "again")
    elif step == "judge" and there:
        kind = data.draw(st.sampled_from(["entity", "entity", "statement", "event"]))
        known = sorted({id for reading in there.values() for id in entries(reading, kind)})
        left, right = (data.draw(st.sampled_from(known)) if known else "" for _ in "12")
        if left != right:
            judged.append((left, right, data.draw(judgements)))
            linking.judge(store, *judged[-1], "Jane Doe")
    elif step in ("reread", "shorten") and there:
        id = data.draw(st.sampled_from(sorted(there)))
        full = whole[id]
        fewer = Reading("fake/2", full.article, full.entities[:1], events=full.events[1:])
        there[id] = fewer if step == "shorten" else full
        store.replace(there[id])


def _stands(there, id):
    return any(
        id in entries(reading, kind)
        for reading in there.values()
        for kind in ("entity", "statement", "event")
    )
