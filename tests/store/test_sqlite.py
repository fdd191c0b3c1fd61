import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Question, Reading
from tests.fakes import FakeReader, article_of, example_reading

within_one_record = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def put(store, text):
    reading = FakeReader().read(article_of(text))
    assert store.put(reading)
    return reading


def contents(store, words):
    found = store.statements(Question(text=words))
    return [spoken.statement.content[0].text for spoken in found]


def test_search_finds_words_of_content_cue_and_source(store):
    store.put(example_reading())
    assert contents(store, "bridge") == ["The bridge is safe,"]
    assert contents(store, "doe believes") == ["repairs will end in May"]
    assert len(contents(store, "jane")) == 2


@pytest.mark.parametrize(
    "words", ["cease-fire", "CEASE fire", "fire cease", '"cease fire"', "cea*"]
)
def test_search_takes_words_phrases_and_beginnings(store, words):
    put(store, "Jane Doe: a cease-fire is near")
    assert contents(store, words) == ["a cease-fire is near"]


@pytest.mark.parametrize("words", ['"fire cease"', "cea", "ceasefire", "fire NOT cease", "-fire x"])
def test_search_finds_whole_words_only(store, words):
    put(store, "Jane Doe: a cease-fire is near")
    assert contents(store, words) == []


def test_search_does_not_mind_accents(store):
    put(store, "Zoë Núñez: die Brücke ist zu")
    assert contents(store, "nunez brucke") == ["die Brücke ist zu"]


@pytest.mark.parametrize("words", ["", " ", '"', '""', "*", "'", "()", "-", "^", "…", "\x00"])
def test_search_without_words_finds_nothing(store, words):
    put(store, "Jane Doe: a cease-fire is near")
    assert contents(store, words) == []


@given(words=st.text(st.characters()))
@within_one_record
def test_any_string_is_a_legal_search(store, words):
    question = Question(text=words, by=words, publisher=words, article=words)
    for field in ("text", "by", "publisher", "article"):
        alone = Question(**{field: getattr(question, field)})
        for listed in (store.statements, store.entities, store.articles, store.readings):
            assert list(listed(alone)) == []


@pytest.mark.parametrize(
    "words", ['a" OR "b', "NEAR(a b)", "who : jane", "a AND", '"doe" + jane*a', "{x}: jane"]
)
def test_the_language_of_fts5_means_nothing_here(store, words):
    put(store, "Jane Doe: a cease-fire is near")
    assert contents(store, words) == []


def test_articles_are_found_by_their_text_and_title(store):
    first = put(store, "Nobody says a word about the harbour.")
    store.put(Reading("fake/1", article_of("Something else.", title="Harbour closed")))
    put(store, "Jane Doe: the bridge is safe")
    found = [card.id for card in store.articles(Question(text="harbour"))]
    assert len(found) == 2
    assert found[0] == first.article.id


def test_the_index_keeps_in_step_with_a_replaced_reading(store):
    reading = put(store, "Jane Doe: the bridge is safe")
    store.replace(Reading("fake/2", reading.article))
    assert contents(store, "bridge") == []
    store.replace(reading)
    assert contents(store, "bridge") == ["the bridge is safe"]
    with store._connected(store._writes) as connection:
        for table in ("readings_text", "statements_text"):
            connection.exec_driver_sql(
                f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"
            )


def test_words_after_a_nul_are_found(store):
    store.put(Reading("fake/1", article_of("before\x00after \ud800 the end")))
    assert len(list(store.articles(Question(text="after end")))) == 1
