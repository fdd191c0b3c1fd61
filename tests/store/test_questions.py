from dataclasses import fields, replace

import pytest

from onrecord.errors import QuestionInvalid
from onrecord.model import Question, Reading, When
from onrecord.store.questions import FILTERS, conditions, described
from tests.fakes import FakeReader, article_of, example_reading, statement_of

ASKED = {
    "by": "John Kirby",
    "publisher": "Alba Herald",
    "manner": "direct",
    "act": "deny",
    "unnamed": True,
    "since": "2023-11",
    "until": "2023-11-30",
    "during": "2023-11",
    "text": "bridge",
    "article": "art_12",
    "actor": "Kestria",
    "recipient": "Kestria",
    "action": "ASSAULT/drone",
    "status": ("happened", "ongoing"),
    "place": "Port Alba",
    "according_to": "hospital",
    "own_voice": False,
    "measure": "killed",
    "of": "people",
    "relayed": True,
    "entity": "per_0123456789abcdef",
    "reviewed": "confirmed",
}
STATEMENTS = set("by publisher manner act unnamed since until during text article".split())
STATEMENTS |= {"relayed", "entity", "reviewed"}
EVENTS = set("actor recipient action status place according_to own_voice".split())
FIGURES = set("place according_to own_voice measure of".split())
CAN_BE_ASKED = {
    "statements": STATEMENTS | EVENTS | FIGURES,
    "events": STATEMENTS | EVENTS,
    "figures": STATEMENTS | FIGURES,
    "entities": STATEMENTS | EVENTS,
    "articles": STATEMENTS | EVENTS | FIGURES,
}


def said_on(edtf, published=None, words="the bridge is safe"):
    article = article_of(f"Jane Doe: {words} {edtf} {published}", published=When(published))
    statement = statement_of(article, "Jane Doe", words, said=When(edtf))
    return Reading("fake/1", article, (), (statement,))


def dated(store, **question):
    return [s.statement.said.edtf for s in store.statements(Question(**question))]


def by(store, name):
    return [spoken.statement.who for spoken in store.statements(Question(by=name))]


def test_every_field_of_a_question_is_a_filter_with_an_english_sentence():
    known = {field.name for field in fields(Question)} - {"limit", "start", "order"}
    assert {each.field for each in FILTERS} == known == set(ASKED)
    for name, value in ASKED.items():
        assert described(Question(**{name: value})) != "statements"


@pytest.mark.parametrize("listed", CAN_BE_ASKED)
def test_a_filter_asks_something_of_a_list_or_is_refused(listed):
    for name, value in ASKED.items():
        if name in CAN_BE_ASKED[listed]:
            assert conditions(Question(**{name: value}), listed)
        else:
            with pytest.raises(QuestionInvalid, match=f"{listed} cannot be asked for “{name}”"):
                conditions(Question(**{name: value}), listed)


def test_a_question_is_described_in_english():
    assert described(Question()) == "statements"
    assert described(Question(limit=5), "articles") == "the first 5 articles"
    question = Question(by="Kirby", unnamed=False, since="2023-11", text="truce")
    assert described(question) == (
        "statements by “Kirby”, from named sources, dated 2023-11 or later, with the words “truce”"
    )


def test_by_finds_whole_words_of_who_without_case_or_accents(store):
    reader = FakeReader()
    for who in ("John Kirby", "John Kirbyson", "Zoë Kırby"):
        store.put(reader.read(article_of(f"{who}: the bridge is safe")))
    assert by(store, "kirby") == ["John Kirby", "Zoë Kırby"]
    assert by(store, "JOHN KIRBY") == ["John Kirby"]
    assert by(store, "zoe") == ["Zoë Kırby"]
    assert by(store, "Kirby John") == []


def test_by_finds_the_name_of_the_entity_behind_who(store):
    reading = example_reading()
    direct = replace(reading.statements[0], who="the mayor")
    store.put(replace(reading, statements=(direct,)))
    assert by(store, "doe") == by(store, "mayor") == ["the mayor"]


def test_what_nobody_knows_the_source_of_is_neither_named_nor_unnamed(store):
    first = said_on("2023-11-06")
    officials = replace(first.statements[0], who="officials", unnamed=True, id="sta_1")
    nobody = replace(first.statements[0], who=None, id="sta_2")
    store.put(replace(first, statements=(*first.statements, officials, nobody)))
    assert [len(by_named(store, unnamed=each)) for each in (True, False, None)] == [1, 1, 3]
    (found,) = (f for f in store.finding.facets("statements", Question()) if f.field == "unnamed")
    assert {choice.value: choice.count for choice in found.values} == {True: 1, False: 1}


def by_named(store, **question):
    return list(store.statements(Question(**question)))


def test_manner_act_unnamed_publisher_and_article_choose_statements(store):
    reading = example_reading()
    store.put(reading)
    store.put(FakeReader().read(article_of("A guard: nobody came", "The Daily Post")))

    def count(**question):
        return len(list(store.statements(Question(**question))))

    assert count() == 3
    assert count(manner="direct") == count(act="believe") == count(act="Believe") == 1
    assert count(unnamed=False) == 3
    assert count(unnamed=True) == 0
    assert count(publisher="alba herald") == count(publisher="Herald") == 2
    assert count(publisher="Hera") == 0
    assert count(article=reading.article.id) == count(article=reading.article.id[:8]) == 2
    assert count(publisher="post", manner="direct") == 0
    assert count(limit=2) == 2
    assert count(limit=0) == count(limit=-1) == 0


def test_dates_use_what_was_said_before_the_articles_own_date(store):
    store.put(said_on("2023-11-06", "2024-01-01"))
    store.put(said_on(None, "2023-11-10"))
    store.put(said_on("XXXX-XX-07", "2023-11-08"))
    assert dated(store, since="2023-12-01") == []
    assert dated(store, since="2023-11-07") == [None, "XXXX-XX-07"]
    assert dated(store, until="2023-11-08") == ["2023-11-06", "XXXX-XX-07"]
    assert dated(store, since="2023-11-06", until="2023-11-06") == ["2023-11-06"]


def test_a_statement_without_any_date_matches_no_date(store):
    store.put(said_on(None))
    store.put(said_on("XXXX-XX-07"))
    assert dated(store) == [None, "XXXX-XX-07"]
    assert dated(store, since="0001") == dated(store, until="9999") == []


def test_a_date_in_doubt_matches_wherever_it_may_lie(store):
    store.put(said_on("2023-11"))
    store.put(said_on("2023-11-06/.."))
    assert dated(store, since="2023-11-30") == ["2023-11", "2023-11-06/.."]
    assert dated(store, since="2023-12-01") == ["2023-11-06/.."]
    assert dated(store, until="2023-11-01") == ["2023-11"]
    assert dated(store, until="2023-10") == []


@pytest.mark.parametrize("day", ["yesterday", "", "XXXX-XX-07", "06.11.2023"])
def test_a_question_with_a_date_that_is_none_is_refused(store, day):
    with pytest.raises(QuestionInvalid, match="is no date"):
        list(store.statements(Question(since=day)))


def test_articles_are_asked_for_one_statement_that_satisfies_all(store):
    reading = example_reading()
    store.put(reading)

    def ids(**question):
        return [card.id for card in store.articles(Question(**question))]

    assert ids(by="Doe", manner="direct") == [reading.article.id]
    assert ids(by="Doe", manner="direct", act="believe") == []
    assert ids(by="Herald") == []
    assert ids(since="2023-11-06", until="2023-11-06", publisher="herald") == [reading.article.id]
    assert ids(since="2023-11-07") == []


def test_entities_are_asked_by_name_role_article_and_statement(store):
    store.put(example_reading())

    def names(**question):
        return [voice.entity.name for voice in store.entities(Question(**question))]

    assert names() == ["Jane Doe", "The Alba Herald"]
    assert names(by="doe") == names(text="mayor") == names(text="doe jane") == ["Jane Doe"]
    assert names(manner="direct") == names(act="believe") == ["Jane Doe"]
    assert names(manner="direct", act="believe") == []
    assert names(unnamed=True) == []
    assert names(text="jan") == []
    assert [v.statements for v in store.entities(Question())] == [2, 0]
