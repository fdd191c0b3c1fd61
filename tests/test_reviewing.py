"""Corrections from the front door: they reach what is the same across articles, and survive `link`
and `reread`.
"""

from contextlib import closing

import pytest

from onrecord import linking
from onrecord.model import Question
from onrecord.record import Record
from onrecord.reviewing import Review
from onrecord.store.store import Store
from tests.blank import holding
from tests.cli.linked import told
from tests.fakes import FakeReader
from tests.test_linking import people, person, put, saying

MAYOR = "Jana Orlova"


@pytest.fixture
def record(tmp_path):
    """The four readings of one story, linked."""
    where = holding(tmp_path / "onrecord.db", *told(), link=True)
    with Record(Store.open(where, patience=0.1), FakeReader("fake/2")) as opened:
        yield opened


def said_by(record, name):
    return [spoken.statement.id for spoken in record.statements(by=name)]


def clusters(record):
    """What links join, by the ids of the entries."""
    kinds = ("article", "entity", "statement", "event", "figure")
    found = {}
    for kind in kinds:
        each = linking.together(record._store, kind)
        found[kind] = sorted(sorted(_id(m) for m in together.members) for together in each)
    return found


def _id(member):
    for name in ("statement", "entity", "event", "figure"):
        if hasattr(member, name) and type(member).__name__ != {"statement": "Happened"}.get(name):
            value = getattr(member, name)
            if hasattr(value, "id"):
                return value.id
    return member.id


def reported(record):
    return sorted(report.statement for u in record.utterances() for report in u.members)


def test_a_rejected_statement_leaves_the_utterance_it_was_a_report_of_and_returns(record):
    before, whole = reported(record), clusters(record)
    gone = before[0]
    made = record.review.correct(gone, "reject", by="Ada", why="it is a headline")
    assert record.unlinked() == 0
    assert gone not in reported(record)
    record.review.undo(made.id, by="Ada", why="it is not")
    assert reported(record) == before
    assert clusters(record) == whole


def test_a_corrected_source_is_another_speaker_across_articles_too(record):
    statement = said_by(record, MAYOR)[0]
    article = next(s.article.id for s in record.statements() if s.statement.id == statement)
    official = next(
        e.id for e in record.reading(article).entities if e.name == "senior port official"
    )
    record.review.correct(statement, "source", source=official, by="Ada", why="he said it")
    assert statement not in reported(record)
    assert statement not in said_by(record, MAYOR)
    (spoken,) = (s for s in record.statements(article=article) if s.statement.id == statement)
    assert spoken.statement.unnamed


def test_corrections_stand_when_all_is_linked_again(record):
    statement = reported(record)[0]
    made = record.review.correct(statement, "reject", by="Ada", why="a headline")
    record.link(again=True)
    assert list(record.review.corrections()) == [made]
    assert statement not in reported(record)


def test_corrections_stand_when_all_is_read_again_and_what_is_gone_says_so(record):
    made = record.review.correct(said_by(record, MAYOR)[0], "reject", by="Ada", why="a headline")
    record.reread()  # by a reader that finds none of the statements
    (kept,) = record.review.corrections()
    assert (kept.id, kept.entry, kept.found) == (made.id, made.entry, None)
    assert record.review.rejected(made.article) == ()


def test_only_an_article_that_was_linked_is_linked_again(tmp_path):
    with closing(Store.open(tmp_path / "r.db")) as store:
        one, other = put(store, [("Ann Doe", "rain")], [("A Doe", "rain today")], link=False)
        entry = one.statements[0].id
        Review(store).correct(entry, "reject", by="Ada")
        assert store.unlinked() == 2
        linking.link(store)
        store.put(next(told()))
        Review(store).correct(other.statements[0].id, "reject", by="Ada")
        assert store.unlinked() == 1


def test_what_people_judged_of_a_corrected_statement_stays(record):
    left, right = (said_by(record, name)[-1] for name in (MAYOR, "Jana Orlowa"))
    assert record._store.cluster(left).id == record._store.cluster(right).id
    link = record.judge(left, right, "different", by="Bo", why="two speeches")
    made = record.review.correct(left, "reject", by="Ada", why="a headline")
    assert link in record.links(entry=right)
    record.review.undo(made.id, by="Ada", why="it is not")
    assert link in record.links(entry=left)
    assert record._store.cluster(left).id != record._store.cluster(right).id


def test_an_unnamed_source_is_nobody_of_another_article(tmp_path):
    """Corrected to words that name nobody, a statement is not said to be by anybody elsewhere."""
    with closing(Store.open(tmp_path / "r.db")) as store:
        one, other = put(store, [("Ann Doe", "the bridge is safe")], [("Ann Doe", "rain")])
        assert people(store) == [["Ann Doe", "Ann Doe"]]
        said = saying(one, "the bridge is safe")
        Review(store).correct(said, "source", by="Ada", source="the bridge")
        (spoken,) = store.statements(Question(article=one.article.id))
        assert (spoken.statement.unnamed, spoken.statement.entity) == (True, None)
        assert len(linking.cluster(store, said).members) == 1
        assert person(other, "Ann Doe") != spoken.statement.entity


@pytest.fixture
def doubtful(tmp_path):
    """A record in which four pairs, of a kind each, are left to a person."""
    store = Store.open(tmp_path / "doubtful.db", patience=0.1)
    words = ("the bridge is safe", "the bridge is shut", "bridge shut today")
    names = ("Ann Doe", "A Doe", "Doe")
    put(store, *([each] for each in zip(names, words, strict=True)))
    with Record(store) as opened:
        yield opened


def test_what_waits_is_asked_for_by_kind_and_page_the_most_urgent_first(doubtful):
    waiting = list(doubtful.review.waiting())
    assert [link.kind for link in waiting] == ["article", "statement", "figure", "event"]
    assert all(link.judgement == "unsure" for link in waiting)
    assert doubtful.review.left() == dict.fromkeys(("article", "statement", "figure", "event"), 1)
    assert list(doubtful.review.waiting(kind="figure")) == waiting[2:3]
    for start in range(5):
        assert list(doubtful.review.waiting(start=start, limit=2)) == waiting[start : start + 2]
    assert list(doubtful.review.waiting(kind="entity")) == []


@pytest.mark.parametrize("judgement", ["same", "different", "unsure"])
def test_a_pair_that_somebody_judged_waits_no_longer_until_that_is_withdrawn(doubtful, judgement):
    waiting = list(doubtful.review.waiting())
    figure = waiting[2]
    ends = figure.right, figure.left
    made = linking.judge(doubtful._store, *ends, judgement, "Bo", "I asked")
    assert list(doubtful.review.waiting(kind="figure")) == []
    assert "figure" not in doubtful.review.left()
    assert [link.kind for link in doubtful.review.waiting(start=1, limit=2)] == [
        "statement",
        "event",
    ]
    assert list(doubtful.review.judged()) == [made]
    linking.withdraw(doubtful._store, made.id, "Bo", "I asked the wrong one")
    assert [link.kind for link in doubtful.review.waiting()] == [link.kind for link in waiting]
    assert doubtful.review.left()["figure"] == 1


def test_an_entry_is_had_by_its_id_whatever_it_is(record):
    kinds = {
        next(record.statements()).statement.id: "Spoken",
        next(record.events()).event.id: "Happened",
        next(record.figures()).figure.id: "Counted",
        next(record.voices()).entity.id: "Voice",
        next(record.articles()).id: "Card",
    }
    assert {id: type(record.review.entry(id)).__name__ for id in kinds} == kinds
    sides = record.review.sides([*kinds, "sta_none"])
    assert {id: type(entry).__name__ for id, (entry, _) in sides.items()} == kinds
    entity = next(record.voices()).entity
    assert entity.name in sides[entity.id][1]
