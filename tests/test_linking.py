"""Links in a record: made, judged by people, withdrawn, listed, and what they join."""

import threading
from contextlib import closing, suppress
from dataclasses import replace

import pytest

from onrecord import linking
from onrecord.errors import EntryUnknown, JudgementInvalid, RecordUnavailable
from onrecord.model import Failure, Question
from onrecord.store.store import Store
from tests.fakes import example_reading
from tests.linker.kinds import KINDS, People
from tests.linker.test_run import reading_of

DOE = ("Ann Doe", "the bridge is safe")


@pytest.fixture
def store(tmp_path):
    with closing(Store.open(tmp_path / "onrecord.db", patience=0.1)) as opened:
        yield opened


def put(store, *articles, link=True):
    readings = [reading_of(lines, number) for number, lines in enumerate(articles)]
    for reading in readings:
        store.put(reading)
    if link:
        linking.link(store, linked=KINDS)
    return readings


def person(reading, name):
    return next(entity.id for entity in reading.entities if entity.name == name)


def saying(reading, words):
    return next(s.id for s in reading.statements if s.content[0].text == words)


def people(store, **question):
    """The names in each cluster of people."""
    found = linking.together(store, "entity", **question)
    return sorted(sorted(voice.entity.name for voice in each.members) for each in found)


def cluster_of(store, id):
    return linking.cluster(store, id).id


def test_only_new_articles_are_linked(store):
    put(store, [DOE], [("A Doe", "rain")])
    assert linking.unlinked(store) == 0
    store.put(reading_of([("Ben Doe", "rain today")], 7))
    assert linking.unlinked(store) == 1
    seen = []
    done = linking.link(store, seen.append, linked=KINDS)
    assert done.articles == 1
    assert [article.publisher for article in seen] == ["Paper 7"]
    assert linking.link(store, linked=KINDS).articles == 0


def test_whether_anything_is_linked(store):
    put(store, [DOE], link=False)
    assert not linking.is_linked(store)
    linking.link(store, linked=KINDS)
    assert linking.is_linked(store)


def test_a_link_says_what_it_joins_and_why(store):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    (link,) = linking.links(store, kind="entity")
    assert {link.left, link.right} == {person(one, "Ann Doe"), person(other, "A Doe")}
    assert (link.judgement, link.score) == ("same", 0.96)
    assert link.reasons == ("the same surname, and first names that begin alike",)
    assert link.decided_by.startswith("onrecord ")
    assert link.withdrawn_at is None


def test_what_links_join_comes_with_its_articles_and_their_stories(store):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    (found,) = linking.together(store, "entity")
    assert {voice.entity.name for voice in found.members} == {"Ann Doe", "A Doe"}
    assert found.id.startswith("per_")
    assert [voice.statements for voice in found.members] == [1, 1]
    stories = {v.article.id: story for v, story in zip(found.members, found.stories, strict=True)}
    copies = {t.members[0].id: t.id for t in linking.together(store, "article")}
    assert stories == copies
    assert copies.keys() == {one.article.id, other.article.id}


def test_members_are_what_lists_show(store):
    put(store, [DOE], [DOE])
    store.put(example_reading())
    linking.link(store, linked=KINDS)
    listed = {
        "article": store.articles,
        "entity": store.entities,
        "statement": store.statements,
        "event": store.events,
        "figure": store.figures,
    }
    for kind, values in listed.items():
        together = [m for each in linking.together(store, kind) for m in each.members]
        shown = list(values(linking.Question()))
        assert sorted(map(repr, together)) == sorted(map(repr, shown))


def test_entries_that_are_not_linked_stand_alone(store):
    put(store, [DOE], [("A Doe", "rain")], link=False)
    assert people(store) == [["A Doe"], ["Ann Doe"]]
    found = list(linking.together(store, "entity"))
    assert [linking.cluster(store, each.id) for each in found] == found
    assert list(linking.together(store, "entity", at_least=2)) == []
    assert len({each.stories for each in found}) == 2


def test_a_question_asks_for_clusters_by_any_of_their_entries(store):
    put(store, [DOE], [("A Doe", "rain")], [("Ann Roe", "rain")])
    assert people(store, by="Ann Doe") == [["A Doe", "Ann Doe"]]
    assert people(store, by="Roe") == [["Ann Roe"]]
    assert people(store, at_least=2) == [["A Doe", "Ann Doe"]]
    assert people(store, limit=1) == [["A Doe", "Ann Doe"]]
    assert people(store, limit=0) == []


def test_the_largest_clusters_come_first(store):
    put(store, [("Ann Roe", "rain")], [DOE], [("A Doe", "rain")])
    sizes = [len(each.members) for each in linking.together(store, "entity")]
    assert sizes == [2, 1]


def test_a_cluster_is_found_by_its_id_and_by_its_entries(store):
    one, _ = put(store, [DOE], [("A Doe", "rain")])
    (found,) = linking.together(store, "entity")
    assert linking.cluster(store, found.id) == found
    assert linking.cluster(store, found.id[:8]) == found
    assert linking.cluster(store, person(one, "Ann Doe")) == found


@pytest.mark.parametrize("id", ["per_00", "ent_nobody", "nobody", "", "per_", "%"])
def test_an_id_that_names_nothing_is_refused(store, id):
    with pytest.raises(EntryUnknown):
        linking.cluster(store, id)


def test_a_beginning_of_several_ids_is_refused(store):
    put(store, [DOE], [("Ann Roe", "rain")])
    with pytest.raises(EntryUnknown, match="several"):
        linking.cluster(store, "ent_")


# judgements


def test_a_persons_no_parts_what_the_linker_joined_and_stays(store):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    ends = person(one, "Ann Doe"), person(other, "A Doe")
    link = linking.judge(store, *ends, "different", "Jane Roe", "another Doe")
    assert (link.decided_by, link.why) == ("Jane Roe", "another Doe")
    assert people(store) == [["A Doe"], ["Ann Doe"]]
    linking.link(store, again=True, linked=KINDS)
    assert people(store) == [["A Doe"], ["Ann Doe"]]
    put(store, [("Ann Doe", "rain today")])
    assert cluster_of(store, ends[0]) != cluster_of(store, ends[1])


def test_a_persons_yes_joins_what_the_linker_parted(store):
    one, other = put(store, [DOE], [("Ben Doe", "rain")])
    assert people(store) == [["Ann Doe"], ["Ben Doe"]]
    linking.judge(store, person(one, "Ann Doe"), person(other, "Ben Doe"), "same", "Jane Roe")
    (found,) = linking.together(store, "entity")
    assert len(found.members) == 2
    (conflict,) = found.conflicts
    assert conflict.reason == "a person judged them the same"


def test_two_entries_that_are_alike_in_everything_can_be_judged_different(store):
    one, other, last = put(store, [DOE], [("Ann Doe", "rain")], [("Ann Doe", "rain today")])
    ends = person(one, "Ann Doe"), person(other, "Ann Doe")
    linking.judge(store, *ends, "different", "Jane Roe")
    assert people(store) == [["Ann Doe"], ["Ann Doe"] * 2]
    third = person(last, "Ann Doe")
    assert cluster_of(store, ends[1]) == cluster_of(store, third)  # the one named first has left
    conflicts = {c for each in linking.together(store, "entity") for c in each.conflicts}
    assert conflicts
    linking.judge(store, third, ends[0], "same", "Jane Roe")
    assert cluster_of(store, ends[0]) == cluster_of(store, third)
    assert cluster_of(store, ends[0]) != cluster_of(store, ends[1])


def test_who_is_judged_different_leaves_and_takes_along_what_they_said(store):
    read = put(store, [DOE], [DOE], [DOE], [DOE])
    bad, *rest = [reading.entities[0].id for reading in read]
    for other in rest:
        link = linking.judge(store, bad, other, "different", "Jane Roe")
        for found in (person, lambda each, _: saying(each, DOE[1]), lambda e, _: e.events[0].id):
            alone, *others = [cluster_of(store, found(each, "Ann Doe")) for each in read]
            assert len({*others}) == 1
            assert alone not in others
        linking.withdraw(store, link.id, "Jane Roe")


def test_clusters_can_be_judged_by_their_ids(store):
    put(store, [DOE], [("Ben Doe", "rain")])
    one, other = linking.together(store, "entity")
    linking.judge(store, one.id, other.id, "same", "Jane Roe")
    assert people(store) == [["Ann Doe", "Ben Doe"]]


def test_entries_that_are_not_linked_yet_can_be_judged(store):
    one, other = put(store, [DOE], [("A Doe", "rain")], link=False)
    linking.judge(store, person(one, "Ann Doe"), person(other, "A Doe"), "different", "Jane Roe")
    linking.link(store, linked=KINDS)
    assert people(store) == [["A Doe"], ["Ann Doe"]]


def test_judging_again_withdraws_what_the_same_person_held_before(store):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    ends = person(one, "Ann Doe"), person(other, "A Doe")
    first = linking.judge(store, *ends, "different", "Jane Roe")
    linking.judge(store, *reversed(ends), "same", "Jane Roe")
    assert people(store) == [["A Doe", "Ann Doe"]]
    rows = {row.id: row for row in linking.links(store, decided_by="Jane Roe", withdrawn=True)}
    assert len(rows) == 2
    assert rows[first.id].withdrawn_by == "Jane Roe"
    linking.judge(store, *ends, "different", "Ben Roe")
    assert people(store) == [["A Doe"], ["Ann Doe"]]
    assert len(list(linking.links(store, decided_by="Jane Roe"))) == 1


def test_a_judgement_withdrawn_no_longer_counts_and_is_kept(store):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    ends = person(one, "Ann Doe"), person(other, "A Doe")
    link = linking.judge(store, *ends, "different", "Jane Roe")
    gone = linking.withdraw(store, link.id, "Jane Roe", "they are one")
    assert (gone.withdrawn_by, gone.withdrawn_why) == ("Jane Roe", "they are one")
    assert gone.withdrawn_at
    assert people(store) == [["A Doe", "Ann Doe"]]
    with pytest.raises(JudgementInvalid, match="withdrawn already"):
        linking.withdraw(store, link.id, "Jane Roe")


def test_the_linker_does_not_make_a_link_again_that_a_person_withdrew(store):
    put(store, [DOE], [("A Doe", "rain")])
    (link,) = linking.links(store, kind="entity")
    linking.withdraw(store, link.id, "Jane Roe", "not sure of it")
    assert people(store) == [["A Doe"], ["Ann Doe"]]
    linking.link(store, again=True, linked=KINDS)
    assert people(store) == [["A Doe"], ["Ann Doe"]]
    assert list(linking.links(store, kind="entity")) == []


@pytest.mark.parametrize("id", ["lnk_99", "lnk_", "99999999999999999999999", "x", ""])
def test_a_link_that_is_not_there_cannot_be_withdrawn(store, id):
    with pytest.raises(EntryUnknown, match="no link"):
        linking.withdraw(store, id, "Jane Roe")


@pytest.mark.parametrize("by", ["", " ", "onrecord", "onrecord 9"])
def test_somebody_must_judge(store, by):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    with pytest.raises(JudgementInvalid, match="name of a person"):
        linking.judge(store, person(one, "Ann Doe"), person(other, "A Doe"), "same", by)


def test_what_cannot_be_judged_is_refused_with_the_reason(store):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    doe = person(one, "Ann Doe")
    with pytest.raises(JudgementInvalid, match=r"is an entity and sta_.* a statement"):
        linking.judge(store, doe, saying(other, "rain"), "same", "Jane Roe")
    with pytest.raises(JudgementInvalid, match="name two entries"):
        linking.judge(store, doe, doe, "same", "Jane Roe")
    with pytest.raises(JudgementInvalid, match="say same, different or unsure"):
        linking.judge(store, doe, person(other, "A Doe"), "maybe", "Jane Roe")


def unnamed(number):
    """An article in which somebody speaks who is not named."""
    reading = reading_of([("Doe", "rain")], number)
    source = replace(reading.entities[0], kind="unnamed")
    said = replace(reading.statements[0], unnamed=True)
    return replace(reading, entities=(source,), statements=(said,))


def test_an_unnamed_source_is_never_linked_nor_judged(store):
    one, other = unnamed(1), unnamed(2)
    for reading in (one, other):
        store.put(reading)
    linking.link(store, linked=KINDS)
    assert list(linking.links(store, kind="entity")) == []
    assert people(store) == [["Doe"], ["Doe"]]
    assert len(list(linking.together(store, "statement"))) == 2
    for ends in (
        (one.entities[0].id, other.entities[0].id),
        (one.statements[0].id, other.statements[0].id),
    ):
        with pytest.raises(JudgementInvalid, match="unnamed source"):
            linking.judge(store, *ends, "same", "Jane Roe")


def test_what_people_judged_different_said_is_not_one_utterance(store):
    one, other, _ = put(store, [DOE], [DOE], [DOE])
    assert len(list(linking.together(store, "statement"))) == 1
    ends = person(one, "Ann Doe"), person(other, "Ann Doe")
    linking.judge(store, *ends, "different", "Jane Roe")
    said = [saying(reading, "the bridge is safe") for reading in (one, other)]
    assert cluster_of(store, said[0]) != cluster_of(store, said[1])
    linking.link(store, again=True, linked=KINDS)
    assert cluster_of(store, said[0]) != cluster_of(store, said[1])
    done = [reading.events[0].id for reading in (one, other)]
    assert cluster_of(store, done[0]) != cluster_of(store, done[1])


# reading again


def test_an_article_read_again_is_linked_again_and_its_links_are_withdrawn(store):
    one, _ = put(store, [DOE], [("A Doe", "rain")])
    (before,) = linking.links(store, kind="entity")
    store.replace(replace(one, reader="fake/2", entities=(), statements=()))
    assert linking.unlinked(store) == 1
    assert list(linking.links(store, kind="entity")) == []
    (gone,) = linking.links(store, kind="entity", withdrawn=True)
    assert gone.id == before.id
    assert "read again" in (gone.withdrawn_why or "")
    linking.link(store, linked=KINDS)
    assert people(store) == [["A Doe"]]


def test_a_link_is_named_for_another_entry_where_its_own_is_gone(store):
    one, two, other = put(store, [DOE], [DOE], [("A Doe", "rain")])
    (before,) = linking.links(store, kind="entity")
    named, left = (
        (one, two) if person(one, "Ann Doe") in (before.left, before.right) else (two, one)
    )
    store.replace(replace(named, reader="fake/2", entities=(), statements=()))
    (link,) = linking.links(store, kind="entity")
    assert {link.left, link.right} == {person(left, "Ann Doe"), person(other, "A Doe")}
    assert link.id != before.id


def test_a_judgement_counts_again_when_its_entry_is_there_again(store):
    one, other = put(store, [DOE], [("A Doe", "rain")])
    linking.judge(store, person(one, "Ann Doe"), person(other, "A Doe"), "different", "Jane Roe")
    store.replace(replace(one, reader="fake/2", entities=(), statements=()))
    linking.link(store, linked=KINDS)
    assert len(list(linking.links(store, decided_by="Jane Roe"))) == 1
    store.replace(one)
    linking.link(store, linked=KINDS)
    assert people(store) == [["A Doe"], ["Ann Doe"]]


# lists of links


def test_links_can_be_asked_for(store):
    one, other, _ = put(store, [DOE], [("A Doe", "rain")], [("Ben Doe", "rain today")])
    doe = person(one, "Ann Doe")
    linking.judge(store, doe, person(other, "A Doe"), "unsure", "Jane Roe")
    assert {link.kind for link in linking.links(store)} >= {"entity", "statement"}
    assert {link.judgement for link in linking.links(store, judgement="different")} == {"different"}
    assert {x.decided_by for x in linking.links(store, decided_by="Jane Roe")} == {"Jane Roe"}
    assert all(x.decided_by != "Jane Roe" for x in linking.links(store, decided_by="onrecord"))
    assert len(list(linking.links(store, limit=2))) == 2
    touching = list(linking.links(store, entry=doe))
    assert touching
    assert all(doe in (link.left, link.right) for link in touching)


def test_why_two_entries_are_one_that_no_link_names(store):
    one, other = put(store, [DOE], [("Ann Doe", "rain")])
    ids = {person(one, "Ann Doe"), person(other, "Ann Doe")}
    told = [link for id in ids for link in linking.links(store, entry=id)]
    (link,) = told
    assert {link.left, link.right} == ids
    assert link.reasons == ("the same name and roles",)
    with pytest.raises(JudgementInvalid, match="judge them different instead"):
        linking.withdraw(store, link.id, "Jane Roe")


# runs that go wrong


class Broken(People):
    def found(self, reading):
        if reading.article.publisher == "Paper 1":
            raise ValueError("no such luck")
        return super().found(reading)


def test_an_article_that_cannot_be_linked_stops_nothing_and_is_told(store):
    put(store, [DOE], [("A Doe", "rain")], [("Ann Doe", "rain")], link=False)
    done = linking.link(store, linked={**KINDS, "entity": Broken()})
    assert done.articles == 2
    (failure,) = done.failures
    assert isinstance(failure, Failure)
    assert (failure.stage, "no such luck" in failure.reason) == ("linker", True)
    assert list(store.failures()) == [failure]
    assert linking.unlinked(store) == 1
    assert linking.link(store, linked=KINDS).articles == 1
    assert list(store.failures()) == []


class Puzzled(People):
    def compared(self, left, right):
        if {"ann doe", "a doe"} == {each.about["name"] for each in (left, right)}:
            raise ValueError("no such luck")
        return super().compared(left, right)


def test_two_entries_that_cannot_be_compared_stop_nothing_and_are_told(store):
    one, other, *_ = put(store, [DOE], [("A Doe", "rain")], [("Doe", "rain")], link=False)
    done = linking.link(store, linked={**KINDS, "entity": Puzzled()})
    assert (done.articles, linking.unlinked(store)) == (3, 0)
    (failure,) = done.failures
    assert set(failure.source.split(" and ")) == {person(one, "Ann Doe"), person(other, "A Doe")}
    assert failure.reason == "could not be compared: ValueError: no such luck"
    assert list(store.failures()) == [failure]
    assert len(list(linking.links(store, kind="entity"))) == 2
    assert linking.link(store, linked=KINDS).failures == ()
    assert list(store.failures()) == [failure]
    assert linking.link(store, again=True, linked=KINDS).failures == ()
    assert list(store.failures()) == []
    assert len(list(linking.links(store, kind="entity"))) == 3


class Killed(People):
    def compared(self, left, right):
        raise KeyboardInterrupt


def test_a_run_that_is_killed_leaves_the_record_as_it_was(store, monkeypatch):
    monkeypatch.setattr(linking, "BATCH", 1)
    put(store, [DOE], [("A Doe", "rain")], link=False)
    with pytest.raises(KeyboardInterrupt):
        linking.link(store, linked={**KINDS, "entity": Killed()})
    assert linking.unlinked(store) == 1
    assert linking.link(store, linked=KINDS).articles == 1
    assert people(store) == [["A Doe", "Ann Doe"]]


def test_what_a_killed_run_left_unsettled_the_next_settles(store, monkeypatch):
    put(store, [DOE], [("A Doe", "rain")], link=False)
    with monkeypatch.context() as killed:
        killed.setattr(linking, "settle", lambda shelf: Killed().compared(shelf, shelf))
        with pytest.raises(KeyboardInterrupt):
            linking.link(store, linked=KINDS)
    assert (linking.unlinked(store), people(store)) == (0, [["A Doe"], ["Ann Doe"]])
    assert linking.link(store, linked=KINDS).articles == 0
    assert people(store) == [["A Doe", "Ann Doe"]]


def test_two_runs_at_once_link_each_article_once(tmp_path, monkeypatch):
    monkeypatch.setattr(linking, "BATCH", 1)
    where = tmp_path / "onrecord.db"
    with closing(Store.open(where)) as store, closing(Store.open(where)) as beside:
        put(
            store,
            *([(name, "rain")] for name in ("Ann Doe", "A Doe", "Doe", "Ann Roe")),
            link=False,
        )
        done = []
        runs = [
            threading.Thread(target=lambda s=s: done.append(linking.link(s, linked=KINDS)))
            for s in (store, beside)
        ]
        for run in runs:
            run.start()
        for run in runs:
            run.join()
        assert sum(each.articles for each in done) == 4
        alone = {frozenset((x.left, x.right)) for x in linking.links(store)}
        assert len(alone) == len(list(linking.links(store)))
        assert people(store) == [["A Doe", "Ann Doe", "Doe"], ["Ann Roe"]]


def test_a_record_that_another_is_writing_to_is_left_alone(store):
    put(store, [DOE], link=False)
    busy = pytest.raises(RecordUnavailable, match="another process is writing")
    with closing(Store.open(store.where, patience=0.1)) as other, store.shelf(), busy:
        linking.link(other, linked=KINDS)


def homes(store, ids):
    """What each id leads to, however it came about: by name of the members."""
    return [sorted(v.entity.name for v in linking.cluster(store, id).members) for id in ids]


def test_the_address_of_a_mention_that_stood_alone_leads_to_the_one_it_is_linked_with(store):
    put(store, [DOE], [("A Doe", "rain")], link=False)
    alone = [each.id for each in linking.together(store, "entity")]
    assert homes(store, alone) == [["Ann Doe"], ["A Doe"]]
    linking.link(store, linked=KINDS)
    assert homes(store, alone) == [["A Doe", "Ann Doe"]] * 2


def test_the_address_of_somebody_leads_on_when_more_articles_are_linked(store):
    names = ("A Doe", "Ann Doe", "Anne Doe", "Al Doe", "Ada Doe")
    addresses = []
    for number, name in enumerate(names):
        store.put(reading_of([(name, f"rain {number}")], number))
        linking.link(store, linked=KINDS)
        addresses += [(each.id, each.members) for each in linking.together(store, "entity")]
    for id, members in addresses:
        now = {voice.entity.id for voice in linking.cluster(store, id).members}
        assert now & {voice.entity.id for voice in members}


def test_after_a_merge_both_addresses_lead_to_one_and_after_a_split_each_to_its_own(store):
    put(store, [DOE], [("Ben Doe", "rain")])
    ids = [each.id for each in linking.together(store, "entity")]
    link = linking.judge(store, *ids, "same", "Jane Roe")
    assert homes(store, ids) == [["Ann Doe", "Ben Doe"]] * 2
    linking.withdraw(store, link.id, "Jane Roe")
    assert sorted(homes(store, ids)) == [["Ann Doe"], ["Ben Doe"]]


@pytest.mark.parametrize("leaves", [0, 1])
def test_the_address_of_whom_a_mention_left_never_leads_to_somebody_else(leaves, store):
    read = put(store, [DOE], [("A Doe", "rain")])
    (before,) = [each.id for each in linking.together(store, "entity")]
    stays = read[1 - leaves].entities[0].name
    other = reading_of([("Ben Roe", "rain today")], leaves)
    same = replace(other.article, id=read[leaves].article.id)
    assert store.replace(replace(other, article=same))
    linking.link(store, linked=KINDS)
    with suppress(EntryUnknown):  # where nothing on the record is what it was named for
        assert homes(store, [before]) == [[stays]]


def test_what_somebody_said_is_found_under_every_address_they_had(store):
    put(store, [DOE], [("A Doe", "rain")], link=False)
    ids = [each.id for each in linking.together(store, "entity")]
    linking.link(store, linked=KINDS)
    ids += [each.id for each in linking.together(store, "entity")]
    for id in ids:
        found = store.statements(Question(entity=id))
        assert sorted(each.statement.who for each in found) == ["A Doe", "Ann Doe"]
