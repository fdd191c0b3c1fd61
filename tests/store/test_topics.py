"""What statements are about: neither the names of those who are listed elsewhere, nor words that
are said of anything.
"""

from pathlib import Path

import pytest

from onrecord.model import Entity, EntityKind, Mention, Question, Reading, identify
from onrecord.store.store import Store
from tests.fakes import article_of, statement_of

SAID = (
    "Lindholt will close the harbour of Brell",
    "the National Harbour Council and Petra Lindholt agree on a political harbour",
    "the council of Brell needs a new council, Kestrian or French",
)


def called(article, name: str, kind: EntityKind) -> Entity:
    at = article.text.index(name)
    mention = Mention(at, at + len(name), name, "name")
    return Entity(identify("ent", article.id, name), name, kind, (), (mention,))


@pytest.fixture
def store(tmp_path: Path):
    opened = Store.open(tmp_path / "topics.db")
    for number, said in enumerate(SAID):
        article = article_of(f"“{said},” Anton Brisk said.", publisher=f"Herald {number}")
        names = {"Petra Lindholt": "person", "National Harbour Council": "organization",
                 "Brell": "place"}  # fmt: skip
        entities = tuple(called(article, n, k) for n, k in names.items() if n in article.text)
        statement = statement_of(article, "Anton Brisk", said)
        opened.put(Reading("fake/1", article, entities, (statement,)))
    yield opened
    opened.close()


def test_names_of_people_and_bodies_and_plain_adjectives_are_no_topics(store):
    topics = {topic.label for topic in store.finding.topics(20, Question())}
    assert {"harbour", "Brell", "council"} <= topics
    assert not topics & {"Lindholt", "Petra", "National", "political", "new", "French"}


def test_as_many_topics_are_told_as_are_asked_for(store):
    every = store.finding.topics(20, Question())
    assert store.finding.topics(1, Question()) == every[:1]
    assert store.finding.topics(0, Question()) == ()
