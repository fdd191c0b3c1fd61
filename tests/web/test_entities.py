"""People in a list, and one of them over time."""

import sqlite3
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from onrecord.model import Entity, Mention, Reading, Relay, When, identify, passage
from onrecord.record import Record
from onrecord.standing import NOTHING
from onrecord.standing import told as standing_of
from onrecord.web.app import application
from tests.cli.linked import BENT, SAID, told
from tests.dam import dam
from tests.fakes import FakeReader, article_of
from tests.web.shown import words

HOSTILE = "<script>alert('Ada')</script> \u202eMarsh"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    where = tmp_path_factory.mktemp("people") / "people.db"
    with Record.open(where, FakeReader()) as opened:
        for reading in (*told(), dam(), hostile()):
            opened._store.put(reading)
        opened.link()
        yield opened


@pytest.fixture(scope="module")
def visitor(record: Record) -> TestClient:
    return TestClient(application(record))


def hostile() -> Reading:
    """An article about somebody whose name is a script, which runs backwards."""
    article = article_of(f"{HOSTILE}, =mayor, was there.", publisher="<b>Mail</b>")
    name = passage(article.text, 0, len(HOSTILE))
    role = passage(article.text, len(HOSTILE) + 2, len(HOSTILE) + 8)
    mention = Mention(name.start, name.end, name.text, "name")
    id = identify("ent", article.id, HOSTILE)
    return Reading("fake/1", article, (Entity(id, HOSTILE, "person", (role,), (mention,)),))


class Knowing(FakeReader):
    """A reader to whom every topic means the same."""

    def __init__(self, meaning: str) -> None:
        super().__init__()
        self.meaning = meaning

    def vector(self, text: str) -> str | None:
        return self.meaning


def called(role: str, day: str) -> Iterator[Reading]:
    """An article that gives the mayor of the other articles a role."""
    article = article_of(f"Jana Orlova, {role}, came.", publisher="The Gull", published=When(day))
    name, given = passage(article.text, 0, 11), passage(article.text, 13, 13 + len(role))
    mention = Mention(name.start, name.end, name.text, "name")
    id = identify("ent", article.id, "Jana Orlova")
    yield Reading("fake/1", article, (Entity(id, "Jana Orlova", "person", (given,), (mention,)),))


def mayor(record: Record) -> str:
    return record.entity("Jana Orlova").id


def test_people_are_listed_with_the_most_named_first(visitor: TestClient) -> None:
    page = visitor.get("/people").text
    assert page.index("Jana Orlova") < page.index("Petra Lindholt")
    listed = visitor.get("/people.json").json()
    (first, *_) = listed["entities"]
    assert (first["name"], first["accounts"], first["articles"], first["statements"]) == (
        "Jana Orlova", 3, 4, 4,
    )  # fmt: skip
    assert (first["first_day"], first["last_day"]) == ("2031-05-05", "2031-05-07")
    assert listed["total"] == len(listed["entities"])


def test_a_list_of_people_gives_a_role_that_articles_give(visitor: TestClient) -> None:
    (first, *_) = visitor.get("/people.json").json()["entities"]
    assert (first["role"], first["role_published"], first["role_publisher"]) == (
        "mayor of Port Alba", "2031-05-06", "The Alba Herald",
    )  # fmt: skip
    assert "mayor of Port Alba" in visitor.get("/people").text


def test_an_article_that_names_somebody_twice_is_one_article(tmp_path: Path) -> None:
    where = tmp_path / "twice.db"
    with Record.open(where, FakeReader()) as record:
        for reading in (*told(), *twice()):
            record._store.put(reading)
        record.link()
        (one, other) = (each.id for reading in twice() for each in reading.entities)
        known = next(told()).entities[0].id
        record.judge(one, known, "same", by="Ada", why="one mayor")
        record.judge(other, known, "same", by="Ada", why="one mayor")
        counted = articles_of(record)
    assert counted == {"list": 5, "head": 5, "accounts": 4, "outline": 5, "shown": 5, "name": 4}
    with closing(sqlite3.connect(where)) as old, old:
        old.execute("UPDATE objects SET size = 99 WHERE kind = 'entity'")
        old.execute("DELETE FROM migrations WHERE number = 13")
    with Record.open(where, FakeReader()) as record:
        assert articles_of(record) == counted


def twice() -> Iterator[Reading]:
    """An article in which a reader sees two people where there is one."""
    article = article_of("Jana Orlova came. Jana Orlova went.", publisher="The Gull")
    found = []
    for start in (0, 18):
        name = passage(article.text, start, start + 11)
        mention = Mention(name.start, name.end, name.text, "name")
        id = identify("ent", article.id, "Jana Orlova", start)
        found.append(Entity(id, "Jana Orlova", "person", (), (mention,)))
    yield Reading("fake/1", article, tuple(found))


def articles_of(record: Record) -> dict[str, int]:
    """How many articles name the mayor, wherever it is told."""
    visitor = TestClient(application(record))
    (listed, *_) = visitor.get("/people.json").json()["entities"]
    portrait = visitor.get(f"/entity/{listed['id']}.json").json()
    (compared,) = visitor.get(f"/review/people.json?left={listed['id']}").json()["people"]
    (name, *_) = portrait["names"]
    return {
        "list": listed["articles"],
        "head": portrait["known"]["articles"],
        "accounts": listed["accounts"],
        "outline": compared["articles"],
        "shown": len(compared["members"]),
        "name": name["articles"],
    }


def test_one_role_is_chosen_for_every_list_and_page(visitor: TestClient, record: Record) -> None:
    (first, *_) = visitor.get("/people.json").json()["entities"]
    held = {name: first[name] for name in NOTHING}
    (heard, *_) = visitor.get("/index.json").json()["people"]
    assert {name: heard[name] for name in NOTHING} == held
    one = visitor.get(f"/entity/{first['id']}.json").json()["known"]
    assert {name: one[name] for name in NOTHING} == held
    (compared,) = visitor.get(f"/review/people.json?left={first['id']}").json()["people"]
    assert {name: compared[name] for name in NOTHING} == held
    assert dict(standing_of(record.entity(first["id"]))) == held
    for path in ("/", "/people", f"/entity/{first['id']}", f"/review/people?left={first['id']}"):
        said = words(html.fromstring(visitor.get(path).text))
        assert "2031-05-06, The Alba Herald" in said, path


def test_who_is_called_a_former_mayor_later_is_none_on_any_page(tmp_path: Path) -> None:
    with Record.open(tmp_path / "former.db", FakeReader()) as record:
        for reading in (*told(), *called("former mayor of Port Alba", "2031-09-01")):
            record._store.put(reading)
        record.link()
        visitor = TestClient(application(record))
        known = visitor.get("/people.json?by=Orlova").json()["entities"][0]
        assert (known["articles"], known["role"]) == (5, None)
        page = visitor.get(f"/entity/{known['id']}").text
        assert 'class="lede"' not in page
        assert "“former mayor of Port Alba”" in page  # among all roles, dated


def names(visitor: TestClient, query: str) -> list[str]:
    return [each["name"] for each in visitor.get(f"/people.json?{query}").json()["entities"]]


def test_people_are_found_by_any_of_their_names(visitor: TestClient) -> None:
    assert names(visitor, "by=orlowa") == names(visitor, "by=Orlova") == ["Jana Orlova"]
    assert names(visitor, "by=nobody") == []
    assert "Nobody on the record answers that." in visitor.get("/people?by=nobody").text


def test_other_kinds_have_lists_of_their_own(visitor: TestClient) -> None:
    assert names(visitor, "kind=country&sort=name") == ["Kestria", "Meravia"]
    assert set(names(visitor, "kind=any")) > {"Kestria", "Jana Orlova", "senior port official"}
    assert names(visitor, "kind=unnamed") == ["senior port official"] * 3
    assert "<h1>Countries</h1>" in visitor.get("/people?kind=country").text


def test_people_are_sorted_as_asked(visitor: TestClient) -> None:
    assert names(visitor, "sort=name")[1:] == ["Jana Orlova", "Petra Lindholt"]
    assert names(visitor, "sort=statements")[0] == "Jana Orlova"
    assert names(visitor, "sort=latest")[0] == "Jana Orlova"


def test_who_has_too_few_accounts_is_left_out(visitor: TestClient) -> None:
    assert names(visitor, "at_least=2") == ["Jana Orlova"]
    assert visitor.get("/people.json?at_least=2").json()["total"] == 1


def test_a_list_of_people_has_pages(visitor: TestClient) -> None:
    every = names(visitor, "kind=any")
    pages = [names(visitor, f"kind=any&limit=2&page={number}") for number in range(1, 5)]
    assert [name for page in pages for name in page] == every[:8]
    assert "page=2" in visitor.get("/people?kind=any&limit=2").text


def test_what_is_no_kind_or_order_is_refused_in_words(visitor: TestClient) -> None:
    for query in ("kind=robot", "sort=size"):
        answer = visitor.get(f"/people?{query}")
        assert answer.status_code == 422
        assert "there are" in answer.text


def test_a_list_of_people_is_a_table_too(visitor: TestClient) -> None:
    header, first, *_ = visitor.get("/people.csv").text.splitlines()
    assert header == (
        "id,name,kind,role,accounts,articles,statements,first_day,last_day,role_published,"
        "role_publisher,role_article"
    )
    assert first.split(",")[1:3] == ["Jana Orlova", "person"]


# one of them


def test_a_person_has_roles_and_who_gave_them(visitor: TestClient, record: Record) -> None:
    page = visitor.get(f"/entity/{mayor(record)}")
    assert page.status_code == 200
    assert "“the mayor of Port Alba”" in page.text
    given = visitor.get(f"/entity/{mayor(record)}.json").json()["roles"]
    assert [(one["role"], one["articles"]) for one in given] == [
        ("Mayor", 3), ("the mayor of Port Alba", 1),
    ]  # fmt: skip
    assert given[1]["first"]["publisher"] == "The Alba Herald"
    assert f'href="/article/{given[1]["first"]["id"]}"' in page.text


def test_a_person_is_named_as_publishers_name_them(visitor: TestClient, record: Record) -> None:
    found = visitor.get(f"/entity/{mayor(record)}.json").json()["names"]
    assert [(one["name"], one["articles"]) for one in found] == [
        ("Jana Orlova", 3), ("Jana Orlowa", 1),
    ]  # fmt: skip
    assert found[1]["publishers"] == ["The Inland Star"]


def test_statements_stand_in_the_order_asked_for(visitor: TestClient, record: Record) -> None:
    address = f"/entity/{mayor(record)}.json"
    newest = visitor.get(address).json()["statements"]
    oldest = visitor.get(f"{address}?order=oldest").json()["statements"]
    assert len(newest) == visitor.get(address).json()["total"] == 4
    assert {one["content"][0]["text"] for one in newest} == {SAID, BENT}
    assert sorted(one["id"] for one in newest) == sorted(one["id"] for one in oldest)
    assert visitor.get(f"{address}?order=upwards").status_code == 422


def test_statements_of_a_person_have_pages_and_filters(visitor: TestClient, record: Record) -> None:
    address = f"/entity/{mayor(record)}"
    first = visitor.get(f"{address}.json?limit=3").json()["statements"]
    last = visitor.get(f"{address}.json?limit=3&page=2").json()["statements"]
    assert (len(first), len(last)) == (3, 1)
    assert "Page 1 of 2" in visitor.get(f"{address}?limit=3").text
    (one,) = visitor.get(f"{address}.json?publisher=Inland Star").json()["statements"]
    assert one["content"][0]["text"] == BENT
    assert "publisher: Inland Star" in visitor.get(f"{address}?publisher=Inland Star").text


def test_what_somebody_said_on_a_topic_is_in_order(visitor: TestClient, record: Record) -> None:
    address = f"/entity/{mayor(record)}"
    answer = visitor.get(f"{address}.json?about=the+bridge").json()
    (position,) = answer["positions"]
    assert position["accounts"] == 3
    assert answer["statements"] == []
    page = visitor.get(f"{address}?about=the+bridge").text
    assert "On “the bridge”, earliest first" in page
    assert "says bridge" in page
    assert f'href="/utterance/{position["utterance"]}"' in page
    assert "Nothing on the record is near" in visitor.get(f"{address}?about=ferry+tickets").text


def test_what_says_the_topic_stands_apart_from_what_is_only_near(tmp_path: Path) -> None:
    vector = b64encode(bytes([90, 25] + [0] * 126)).decode()
    with Record.open(tmp_path / "near.db", Knowing(vector)) as record:
        for reading in told():
            said = (replace(each, vector=vector) for each in reading.statements)
            record._store.put(replace(reading, statements=tuple(said)))
        record.link()
        visitor = TestClient(application(record))
        address = f"/entity/{mayor(record)}"
        on_ferries = visitor.get(f"{address}?about=ferry+tickets").text
        found = visitor.get(f"{address}.json?about=ferry+tickets").json()
        lines = visitor.get(f"{address}.csv?about=ferry+tickets").text.splitlines()
        on_bridges = visitor.get(f"{address}?about=the+bridge").text
    assert (found["saying"], found["near"]) == (0, 1)
    assert [each["says"] for each in found["positions"]] == [False]
    assert "says" in lines[0].split(",")
    assert "Near in meaning, “ferry tickets” not said" in on_ferries
    assert "“ferry tickets” is said on <strong>0 occasions</strong>" in on_ferries
    assert "1 more is only near in meaning" in on_ferries
    assert "“the bridge” is said on <strong>1 occasion</strong>." in on_bridges
    assert "Near in meaning" not in on_bridges


def test_a_topic_keeps_what_the_list_is_narrowed_to(visitor: TestClient, record: Record) -> None:
    address = f"/entity/{mayor(record)}"
    page = visitor.get(f"{address}?about=the+bridge&publisher=Inland Star").text
    assert 'type="hidden" name="publisher" value="Inland Star"' in page
    assert f'href="{address}?about=the+bridge' not in page
    (one,) = visitor.get(f"{address}.json?about=the+bridge&publisher=Inland Star").json()[
        "positions"
    ]
    assert one["article"]["publisher"] == "The Inland Star"


def test_positions_have_pages(visitor: TestClient, record: Record) -> None:
    address = f"/entity/{mayor(record)}.json?about=the+bridge&limit=1"
    assert len(visitor.get(address).json()["positions"]) == 1
    assert visitor.get(f"{address}&page=2").status_code == 404


def test_a_person_meets_those_in_the_same_events(visitor: TestClient, record: Record) -> None:
    minister = record.entity("Petra Lindholt").id
    (met, *_) = visitor.get(f"/entity/{minister}.json").json()["company"]
    assert (met["name"], met["id"]) == ("Kestria", record.entity("Kestria").id)
    assert (met["actions"], met["statuses"]) == (["CONSULT"], ["planned"])
    page = visitor.get(f"/entity/{minister}").text
    assert f'href="/entity/{met["id"]}"' in page
    beside = page[page.index('id="company"') :]
    assert "consult" in beside[: beside.index("planned")]


def test_an_event_of_a_year_is_not_said_to_be_of_its_first_day(tmp_path: Path) -> None:
    talks = dam()
    year = tuple(replace(each, when=When("2025", "text")) for each in talks.events)
    with Record.open(tmp_path / "year.db", FakeReader()) as record:
        record._store.put(replace(talks, events=year))
        record.link()
        (met, *_) = record.search.portrait(record.entity("Petra Lindholt").id).company
    assert met.first_day == "2025-01-01"
    assert met.last_day == "2025-12-31"


def test_who_prints_and_who_passes_on_is_counted(tmp_path: Path) -> None:
    with Record.open(tmp_path / "relayed.db", FakeReader()) as record:
        *_, bent = told()
        said = replace(bent.statements[0], via=(Relay("Coastline", bent.statements[0].content[0]),))
        record._store.put(replace(bent, statements=(said,)))
        record.link()
        found = record.search.portrait(record.entity("Jana Orlowa").id)
    assert [(one.who, one.statements) for one in found.publishers] == [("The Inland Star", 1)]
    assert [(one.who, one.articles) for one in found.relays] == [("Coastline", 1)]


def test_a_page_says_why_its_entries_are_one_person(visitor: TestClient, record: Record) -> None:
    found = visitor.get(f"/entity/{mayor(record)}.json").json()["reasons"]
    assert {(one["left_name"], one["right_name"]) for one in found} & {
        ("Jana Orlova", "Jana Orlowa"), ("Jana Orlowa", "Jana Orlova"),
    }  # fmt: skip
    page = visitor.get(f"/entity/{mayor(record)}").text
    assert "Why this is one person" in page
    assert found[0]["reasons"][0] in page


def test_a_mention_leads_to_whoever_it_is(visitor: TestClient, record: Record) -> None:
    whole = record.entity(mayor(record))
    for member in whole.members:
        assert visitor.get(f"/entity/{member.entity}.json").json()["known"]["id"] == whole.id


def test_somebody_who_is_not_linked_has_a_page_too(visitor: TestClient) -> None:
    (one, *_) = visitor.get("/people.json?kind=unnamed").json()["entities"]
    found = visitor.get(f"/entity/{one['id']}.json").json()
    assert found["known"]["name"] == "senior port official"
    assert found["total"] == len(found["statements"]) == 1


@pytest.mark.parametrize("id", ["per_0000000000000000", "ent_nobody", "%00", "utt_", "x"])
def test_an_id_of_nobody_is_not_found(visitor: TestClient, id: str) -> None:
    answer = visitor.get(f"/entity/{id}")
    assert answer.status_code == 404
    assert "error" in visitor.get(f"/entity/{id}.json").json()


@pytest.fixture
def merged(tmp_path: Path) -> Iterator[tuple[Record, str, str, str]]:
    """Two who were judged the same: the record, whoever they are now, who they were, the link."""
    with Record.open(tmp_path / "merged.db", FakeReader()) as record:
        for reading in (*told(), dam()):
            record._store.put(reading)
        record.link()
        before = [record.entity(name) for name in ("Jana Orlova", "Petra Lindholt")]
        ends = (each.members[0].entity for each in before)
        link = record.judge(*ends, "same", by="Ada Marsh", why="her other name")
        home = record.entity(before[0].members[0].entity).id
        (old,) = {each.id for each in before} - {home}
        yield record, home, old, link.id


def test_the_address_of_somebody_who_was_merged_leads_to_the_whole(
    merged: tuple[Record, str, str, str],
) -> None:
    record, home, old, _ = merged
    visitor = TestClient(application(record), follow_redirects=False)
    for ending in ("", ".json", ".csv"):
        answer = visitor.get(f"/entity/{old}{ending}?about=the+bridge&order=oldest")
        assert answer.status_code == 302  # not for good: a merge can be undone
        assert answer.headers["location"] == f"/entity/{home}{ending}?about=the+bridge&order=oldest"
        assert visitor.get(f"/entity/{home}{ending}").status_code == 200


def test_statements_of_somebody_who_was_merged_are_those_of_the_whole(
    merged: tuple[Record, str, str, str],
) -> None:
    record, home, old, _ = merged
    visitor = TestClient(application(record))
    whole = visitor.get(f"/statements.json?entity={home}").json()
    assert visitor.get(f"/statements.json?entity={old}").json()["total"] == whole["total"] == 5
    assert record.entity(home).name in visitor.get(f"/statements?entity={old}").text


def test_after_an_undo_both_addresses_are_as_before(merged: tuple[Record, str, str, str]) -> None:
    record, home, old, link = merged
    record.withdraw(link, by="Ada Marsh", why="two people")
    visitor = TestClient(application(record), follow_redirects=False)
    found = [visitor.get(f"/entity/{id}.json").json()["known"] for id in (home, old)]
    assert {one["name"] for one in found} == {"Jana Orlova", "Petra Lindholt"}
    assert visitor.get(f"/statements.json?entity={old}").json()["total"] == 1


@pytest.mark.parametrize("page", ["/entity/{}", "/statements?entity={}", "/events?entity={}"])
def test_an_id_that_nobody_ever_had_is_not_found_in_words(visitor: TestClient, page: str) -> None:
    answer = visitor.get(page.format("per_0123456789abcdef"))
    assert answer.status_code == 404
    assert "nothing on the record has the id “per_0123456789abcdef”" in answer.text
    assert "--" not in answer.text.partition("<main")[2].replace("<!--", "")


def test_an_id_of_something_else_is_refused_in_words(visitor: TestClient, record: Record) -> None:
    utterance = next(record.utterances())
    answer = visitor.get(f"/entity/{utterance.id}.json")
    assert answer.status_code == 404
    assert "is no id of a person or organization" in answer.json()["error"]


def test_a_name_that_is_a_script_is_text(visitor: TestClient) -> None:
    (one,) = visitor.get("/people.json?by=alert").json()["entities"]
    for page in ("/people", f"/entity/{one['id']}"):
        text = visitor.get(page).text
        assert "&lt;script&gt;alert" in text
        assert "<script>alert" not in text
        assert "\u202e" not in text
    table = visitor.get("/people.csv").text
    assert "'=mayor" in table


def test_a_person_judged_another_parts_at_once(tmp_path: Path) -> None:
    with Record.open(tmp_path / "told.db", FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        record.link()
        one, other = record.entity("Jana Orlova").members[0::2]
        visitor = TestClient(application(record))
        assert visitor.get("/people.json").json()["total"] == 1
        record.judge(one.entity, other.entity, "different", by="Jane Roe", why="her sister")
        assert visitor.get("/people.json").json()["total"] == 2
        assert visitor.get(f"/entity/{one.entity}.json").json()["known"]["articles"] < 4


def test_a_record_that_is_not_linked_says_so(tmp_path: Path) -> None:
    with Record.open(tmp_path / "told.db", FakeReader()) as record:
        for reading in told():
            record._store.put(reading)
        visitor = TestClient(application(record))
        assert "not linked yet" in visitor.get("/people").text
        assert len(visitor.get("/people.json").json()["entities"]) == 4


def test_a_person_without_statements_has_a_page(visitor: TestClient) -> None:
    (one,) = visitor.get("/people.json?by=alert").json()["entities"]
    page = visitor.get(f"/entity/{one['id']}").text
    assert "No statement on the record answers that." in page


def test_statements_of_a_person_are_a_table_too(visitor: TestClient, record: Record) -> None:
    lines = visitor.get(f"/entity/{mayor(record)}.csv").text.splitlines()
    assert len(lines) == 5
    on_topic = visitor.get(f"/entity/{mayor(record)}.csv?about=the+bridge").text.splitlines()
    assert len(on_topic) == 2
