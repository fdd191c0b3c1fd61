"""What a statement says of its source, act, manner, addressee, occasion, date and terms."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Article, Entity, Part, Statement, When
from onrecord.reader.labels import Attributed, Labelled
from onrecord.reader.quotes import quotations
from onrecord.reader.statements import statements
from tests.reader.marked import Expected, Marked, attributions, cases, marked

ENGLISH = spacy.blank("en")
PUBLISHED = When("2025-09-16", "metadata")


class Nobody:
    """A cast that knows no one."""

    entities: tuple[Entity, ...] = ()

    def at(self, start: int, end: int) -> Entity | None:
        return None

    def people(self, start: int, end: int) -> bool:
        return False


class Everyone:
    """A cast in which a given word means a given entity."""

    def __init__(self, **named: Entity) -> None:
        self.named = named
        self.entities = tuple(named.values())
        self.text = ""

    def at(self, start: int, end: int) -> Entity | None:
        return self.named.get(self.text[start:end])

    def people(self, start: int, end: int) -> bool:
        found = self.at(start, end)
        return found is not None and found.kind == "unnamed"


def read(case: Marked, cast: Any = None, inside: dict[int, int] | None = None) -> list[Statement]:
    doc = ENGLISH(case.text)
    found = list(attributions(doc, case))
    for inner, outer in (inside or {}).items():
        a = found[inner]
        found[inner] = Attributed(a.source, a.cue, a.content, a.score, outer)
    article = Article(id="art_1", input="case", text=case.text, published=PUBLISHED)
    labelled = Labelled(doc, tuple(found), quotations(case.text))
    return list(statements(labelled, cast or Nobody(), article))


def of_relation(case: Marked, made: list[Statement], relation: int) -> list[Statement]:
    cues = case.spans.get((relation, "cue"), ())
    return [s for s in made if s.cue and any(a <= s.cue.start < b for a, b in cues)]


def shown(statement: Statement, field: str) -> str | None:
    value = getattr(statement, field)
    if field == "content":
        return " | ".join(piece.text for piece in value)
    if field == "said":
        return value.passage.text if value.passage else None
    if field == "addressee":
        return value.passage.text if value else None
    if hasattr(value, "text"):
        return str(value.text)
    return None if value is None else str(value)


@pytest.mark.parametrize("case", cases("said.txt"), ids=lambda c: c.name)
def test_statement_has_what_the_case_expects(case: Marked) -> None:
    made = read(case)
    for want in case.expected:
        check(of_relation(case, made, want.relation), want)


def check(made: list[Statement], want: Expected) -> None:
    if want.field == "absent":
        assert len(made) < want.nth
        return
    assert len(made) >= want.nth, [s.content for s in made]
    got = shown(made[want.nth - 1], want.field)
    value = want.value
    if want.field in ("said", "occasion") and value and got:
        value, got = value.removeprefix("on ").removeprefix("On "), got.removeprefix("on ")
    assert got == value


def test_weekday_at_the_cue_is_resolved_by_the_articles_date() -> None:
    case = marked("[source She] [cue said] on Monday [content the dam was safe].")
    (statement,) = read(case)
    assert (statement.said.edtf, statement.said.basis) == ("2025-09-15", "publication")


@pytest.mark.parametrize("role", ["source", "cue", "content"])
def test_nothing_of_boilerplate_is_anybodys_words(role: str) -> None:
    case = marked("[source Haske] [cue said] [content the dam was safe].")
    ((start, end),) = case.spans[1, role]
    doc = ENGLISH(case.text)
    labelled = Labelled(doc, attributions(doc, case), quotations(case.text))
    parts = (Part("boilerplate", start, end),)
    article = Article(id="art_1", input="case", text=case.text, parts=parts)
    assert statements(labelled, Nobody(), article) == ()


def test_source_takes_the_name_of_its_entity() -> None:
    case = marked("[source The captain] [cue said] [content no boats would leave].")
    cast = Everyone(**{"The captain": Entity("ent_1", "Ilse Brandt", "person")})
    cast.text = case.text
    (statement,) = read(case, cast)
    assert (statement.entity, statement.who, statement.unnamed) == ("ent_1", "Ilse Brandt", False)


def test_unnamed_entity_makes_an_unnamed_source() -> None:
    case = marked("[source an official] [cue said] [content no boats would leave].")
    cast = Everyone(**{"an official": Entity("ent_1", "an official", "unnamed")})
    cast.text = case.text
    assert read(case, cast)[0].unnamed


def test_pronoun_that_nobody_resolves_names_nobody() -> None:
    (statement,) = read(marked("[source He] [cue said] [content no boats would leave]."))
    assert statement.who is None
    assert statement.entity is None


def test_inner_statement_comes_via_the_outer_sources_outermost_first() -> None:
    case = marked(
        "[source Kest Daily], [cue:2 citing] [source:2 two ministers], [cue reported] that "
        "[content [content:2 [source:3 Haske] [cue:3 believes] [content:3 the dam is unsafe]]]."
    )
    made = read(case, inside={1: 0, 2: 1})
    (belief,) = of_relation(case, made, 3)
    assert [relay.who for relay in belief.via] == ["Kest Daily", "two ministers"]
    assert belief.act == "believe"
    (cited,) = of_relation(case, made, 2)
    assert [relay.who for relay in cited.via] == ["Kest Daily"]


def test_nobody_relays_their_own_words() -> None:
    case = marked(
        "[source Haske] [cue said] [content [source:2 he] [cue:2 feared] [content:2 a flood]]."
    )
    haske = Entity("ent_1", "Joren Haske", "person")
    cast = Everyone(Haske=haske, he=haske)
    cast.text = case.text
    made = read(case, cast, inside={1: 0})
    assert of_relation(case, made, 2)[0].via == ()


def test_same_article_gives_the_same_ids() -> None:
    case = marked("[source She] [cue said] [content the dam was safe].")
    assert read(case) == read(case)


PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "'",
            "‘",
            "’",
            "said",
            "Haske",
            ".",
            ",",
            " ",
            "\n\n",
            "dam",
            "not",
            "on Monday",
        ]
    ),
    max_size=40,
)


@given(PIECES, st.data())
def test_any_passage_is_exactly_its_words(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    doc = ENGLISH(text)
    spans = st.tuples(st.integers(0, len(doc)), st.integers(0, len(doc))).map(sorted)
    drawn = [tuple(s) for s in data.draw(st.lists(spans, min_size=3, max_size=5)) if s[0] < s[1]]
    found = (Attributed(drawn[0], drawn[1], tuple(drawn[2:]), 1.0),) if len(drawn) > 2 else ()
    article = Article(id="art_1", input="case", text=text)
    for statement in statements(Labelled(doc, found, quotations(text)), Nobody(), article):
        passages = [statement.source, statement.cue, statement.condition, statement.occasion]
        for passage in [*statement.content, *passages]:
            assert passage is None or text[passage.start : passage.end] == passage.text
