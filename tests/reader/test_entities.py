"""Whom the sources of an article name: the cases, and what holds of every cast."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article
from onrecord.reader.entities import Cast, cast
from tests.reader.toy_parses import Marked, labelled, unmarked

CASES = Path(__file__).with_name("cases") / "who.txt"


@dataclass(frozen=True)
class Case:
    title: str
    text: str
    entities: dict[str, tuple[str, str]]


def cases() -> list[Case]:
    found = []
    for block in CASES.read_text("utf-8").split("\n\n")[1:]:
        lines = block.strip().splitlines()
        title = lines[0].removeprefix("# ")
        text = " ".join(x for x in lines[1:] if not re.match(r"\d+ = ", x)).replace("¶", "\n\n")
        rows = (re.fullmatch(r"(\d+) = (.*) \| (\w+)", x) for x in lines[1:])
        found.append(Case(title, text, {m[1]: (m[2], m[3]) for m in rows if m}))
    return found


def read(marked: Marked) -> Cast:
    return cast(labelled(marked), Article("art_case", "case", marked.text))


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.title)
def test_each_source_names_its_entity(case: Case) -> None:
    marked = unmarked(case.text)
    people = read(marked)
    ids: dict[str, set[str]] = {}
    for start, end, number in marked.sources:
        entity = people.at(start, end)
        words = marked.text[start:end]
        if number == "-":
            assert entity is None, f"{words!r} is {entity}"
        else:
            assert entity is not None, f"{words!r} is nobody"
            ids.setdefault(number, set()).add(entity.id)
            if number in case.entities:
                assert (entity.name, entity.kind) == case.entities[number], words
    assert all(len(found) == 1 for found in ids.values()), ids
    assert len(set.union(set(), *ids.values())) == len(ids), "two entities were taken for one"


def test_a_passage_cut_a_little_wrong_names_the_same() -> None:
    marked = unmarked("[1 White House spokesman <PERSON Jon Varga>, a lawyer,] said it was late.")
    people = read(marked)
    whole = marked.text.index(" said")
    name = marked.text.index("Jon")
    ends = [whole, whole - 1, name + len("Jon Varga"), name + len("Jon Varga,")]
    entities = {people.at(start, end) for start in (0, 6, name) for end in ends}
    assert {e.name for e in entities if e is not None} == {"Jon Varga"}
    assert None not in entities


def test_the_role_alone_names_its_holder() -> None:
    marked = unmarked("[1 <ORG Hamas> spokesperson <PERSON Osman Haddad>] said no.")
    entity = read(marked).at(0, len("Hamas spokesperson"))
    assert entity is not None
    assert entity.name == "Osman Haddad"


def test_roles_are_passages() -> None:
    marked = unmarked("[1 White House spokesman <PERSON Jon Varga>, a former judge,] said no.")
    entity = read(marked).at(*marked.sources[0][:2])
    assert entity is not None
    assert [r.text for r in entity.roles] == ["White House spokesman", "a former judge"]
    assert {m.form for m in entity.mentions} == {"name", "role"}


def test_words_that_name_nobody_have_no_entity() -> None:
    marked = unmarked("[1 <PERSON Jon Varga>] said it was late.")
    people = read(marked)
    at = marked.text.index("it was")
    assert people.at(at, len(marked.text)) is None
    assert people.at(0, 0) is None


def test_an_article_without_words_has_no_entities() -> None:
    assert read(unmarked("")).entities == ()


def test_reading_twice_gives_the_same_ids() -> None:
    marked = unmarked(cases()[0].text)
    assert read(marked).entities == read(marked).entities


WORDS = st.sampled_from(
    """
    he she they it said “We ” the a official newspaper <PERSON|Ivo|Brandt> <PERSON|Brandt> who I
    <ORG|Reuters> Sen. Gen. and , . ' 's ( ) president of for spokesman U.S. Israeli is – ¶ - IT’S
    """.split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40), st.data())
def test_every_mention_is_words_of_the_article(words: list[str], data: st.DataObject) -> None:
    joined = " ".join(words).replace("|", " ").replace("¶", "\n\n")
    source = data.draw(st.integers(0, max(len(words) - 1, 0)))
    marked = unmarked(joined)
    spans = [(m.start(), m.end(), "1") for m in re.finditer(r"\S+", marked.text)]
    marked = Marked(marked.text, marked.names, tuple(spans[source : source + 1]))
    people = read(marked)
    for entity in people.entities:
        assert entity.name
        assert entity.mentions
        for m in (*entity.mentions, *entity.roles):
            assert marked.text[m.start : m.end] == m.text
    for start, end, _ in spans:
        found = people.at(start, end)
        assert found is None or found in people.entities
    assert len({e.id for e in people.entities}) == len(people.entities)
