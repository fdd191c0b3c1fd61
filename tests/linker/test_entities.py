"""People, organizations and countries across articles: found, compared, shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.across import Together
from onrecord.linker.clusters import STRONG
from onrecord.linker.entities import KINDS, compared, found, identity
from onrecord.linker.form import Form
from onrecord.model import (
    Article,
    Card,
    Entity,
    EntityKind,
    Mention,
    Passage,
    Reading,
    Voice,
    When,
    identify,
)
from tests.readings import readings

CASES = Path(__file__).parent / "cases" / "entities.txt"


def entity(
    name: str,
    kind: EntityKind = "person",
    roles: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    pronoun: str = "",
) -> Entity:
    names = tuple(Mention(0, len(n), n, "name") for n in (name, *also))
    pronouns = (Mention(0, len(pronoun), pronoun, "pronoun"),) if pronoun else ()
    said = tuple(Passage(0, len(r), r) for r in roles)
    return Entity(identify("ent", name, kind, *roles), name, kind, said, names + pronouns)


def reading(*entities: Entity, published: str | None = None, input: str = "a.txt") -> Reading:
    article = Article(identify("art", input), input, "", published=When(published, "given"))
    return Reading("test", article, entities)


def form(one: Entity, *others: Entity, published: str | None = None, input: str = "a.txt") -> Form:
    """The form of the first entity, named with the others."""
    read = reading(one, *others, published=published, input=input)
    return next(f.form for f in found(read) if f.entry == one.id)


def judged(left: Form, right: Form) -> str:
    """What a record would have of the two."""
    if left.id == right.id:
        return "same"
    if not set(left.keys) & set(right.keys):
        return "nothing"
    said = compared(left, right)
    return "nothing" if said is None else said.judgement


# --- cases that anyone can add -------------------------------------------------------------------


def side(text: str, kind: str, input: str) -> Form:
    names, roles, year = ([p.strip() for p in part.split(";")] for part in text.split("|"))
    if names[0].startswith("("):
        kind, _, names[0] = names[0][1:].partition(") ")
    one = entity(names[0], kind, tuple(filter(None, roles)), tuple(names[1:]))  # type: ignore[arg-type]
    return form(one, published=year[0] or None, input=input)


def cases() -> Iterator[tuple[str, str]]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            judgement, _, rest = line.partition("|")
            yield judgement.strip(), rest


@pytest.mark.parametrize(("judgement", "case"), list(cases()))
def test_case(judgement: str, case: str) -> None:
    left, right = case.split("||")
    kind, _, first = left.partition("|")
    made = side(first, kind.strip(), "a.txt"), side(right, kind.strip(), "b.txt")
    assert judged(*made) == judgement, (made[0].about, made[1].about, compared(*made))


# --- what is found -------------------------------------------------------------------------------


def test_unnamed_sources_and_documents_are_not_found() -> None:
    read = reading(entity("a senior official", "unnamed"), entity("the report", "document"))
    assert not list(found(read))


def test_a_common_full_name_without_a_role_is_one_only_with_its_company() -> None:
    john, bank, dam = entity("John Smith"), entity("Ulmar Bank", "organization"), "Tolven Dam"
    one = form(john, bank, input="a.txt")
    assert judged(one, form(john, entity(dam, "organization"), input="b.txt")) == "nothing"
    board = entity("Jane Ostrander")
    assert judged(form(john, bank, board), form(john, bank, board, entity(dam, "place"))) == "same"


def test_a_common_full_name_once_with_an_office_is_one_with_its_company() -> None:
    plain, senator = entity("Ted Cruz"), entity("Ted Cruz", roles=("Sen.",))
    board = [entity(name) for name in ("Zora Ostrander", "Jon Tarvey")]
    day = "2031-05-05"
    assert judged(form(plain, *board, published=day), form(senator, *board, published=day)) == (
        "same"
    )
    assert judged(form(plain, published=day), form(senator, published=day)) != "same"


def test_who_holds_the_one_office_in_one_year_is_one_by_the_surname() -> None:
    bare = entity("Ostrander", roles=("President",))
    full = entity("Zora Ostrander", roles=("President",))
    one, other = form(bare, published="2031-05-05"), form(full, published="2031-09-05")
    said = compared(one, other)
    assert said is not None
    assert said.score >= STRONG
    later = compared(one, form(full, published="2039-09-05"))
    assert later is None or later.score < STRONG


def test_a_name_without_a_role_that_few_bear_is_one_form() -> None:
    assert form(entity("Zora Ostrander")) == form(entity("Zora Ostrander"), input="b.txt")


def test_a_body_of_any_country_is_that_of_the_country_the_article_is_about() -> None:
    court, kenya, peru = (
        entity("Supreme Court", "organization"),
        entity("Kenya", "country"),
        entity("Peru", "country"),
    )
    named = entity("Kenyan Supreme Court", "organization")
    assert judged(form(court, kenya), form(named)) == "same"
    assert judged(form(court, kenya), form(court, peru)) == "nothing"
    assert judged(form(court, kenya, peru), form(court, kenya, peru, input="b.txt")) == "nothing"


def test_he_and_she_are_not_one() -> None:
    he, she = entity("Robin Ostrander", pronoun="he"), entity("Robin Ostrander", pronoun="she")
    assert judged(form(he), form(she)) == "unsure"


def test_reasons_are_given_strongest_first() -> None:
    jon = form(entity("Jon Tarvey", roles=("Ulmar Council spokesman",)))
    john = form(entity("John Tarvey", roles=("spokesman for the Ulmar Council",)))
    said = compared(jon, john)
    assert said is not None
    assert said.reasons == (
        "the same surname, and first names that are one (John, Jon)",
        "the same office (spokesperson) in the same place (Council, Ulmar)",
    )


# --- invariants ----------------------------------------------------------------------------------

NAMES = (
    "Jon John Jane Ostrander Ostrandar Smith Jr. bin de al-Tervani J. Kim Min-seo II O'Roe".split()
)
ROLES = ["", "mayor of Ulmar", "former senator from Ohio", "Hamas spokesman", "wife", "Mr.", "poet"]


@st.composite
def forms(draw: st.DrawFn) -> Form:
    name = " ".join(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4)))
    kind = draw(st.sampled_from(sorted(KINDS)))
    roles = tuple(draw(st.lists(st.sampled_from(ROLES), max_size=2)))
    year = draw(st.sampled_from([None, "2030", "2031-05-02", "XXXX-05"]))
    others = [entity("Kenya", "country")] if draw(st.booleans()) else []
    return form(entity(name, kind, roles), *others, published=year)  # type: ignore[arg-type]


@given(forms(), forms())
def test_comparing_is_symmetric_and_certain(left: Form, right: Form) -> None:
    assert compared(left, right) == compared(right, left)
    said = compared(left, right)
    assert said is None or (0 <= said.score <= 1 and said.reasons)


@given(forms())
def test_keys_are_few_and_none_is_a_surname_alone(one: Form) -> None:
    assert len(one.keys) <= 12
    assert one.keys == tuple(sorted(set(one.keys)))
    assert not one.about.get("only") or not one.keys


@given(readings())
def test_any_reading_has_forms_that_stay_the_same(read: Reading) -> None:
    first = list(found(read))
    assert first == list(found(read))
    assert [f.entry for f in first] == [e.id for e in read.entities if e.kind in KINDS]
    assert all(f.form.kind == "entity" for f in first)


# --- shown ---------------------------------------------------------------------------------------


def voice(one: Entity, article: str, published: str | None = None, statements: int = 1) -> Voice:
    when = When(published, "given")
    card = Card(article, article, None, "The Ulmar Post", None, (), (), when, "test", 0)
    return Voice(one, card, statements)


def test_a_misspelling_that_copies_repeat_does_not_win() -> None:
    good, bad = entity("Jane Ostrander"), entity("Jane Ostrandar")
    members = tuple(voice(e, a) for e, a in ((bad, "a"), (bad, "b"), (good, "c"), (good, "d")))
    told = identity(Together("per_1", members, ("s1", "s1", "s2", "s3")))
    assert told.name == "Jane Ostrander"
    assert told.names == ("Jane Ostrander", "Jane Ostrandar")
    assert (told.accounts, told.statements, len(told.members)) == (3, 4, 4)


def test_a_full_name_comes_before_a_more_frequent_surname() -> None:
    members = tuple(voice(entity(n), a) for n, a in (("Doe", "a"), ("Doe", "b"), ("Jane Doe", "c")))
    assert identity(Together("per_1", members)).name == "Jane Doe"


def test_roles_come_in_order_of_publication_with_their_articles() -> None:
    late = voice(entity("Jane Doe", roles=("senator",)), "a", "2031-05")
    undated = voice(entity("Jane Doe", roles=("poet",)), "b")
    early = voice(entity("Jane Doe", roles=("mayor", "Mayor")), "c", "2030-01-02")
    told = identity(Together("per_1", (undated, late, early)))
    assert [(r.role, r.article) for r in told.roles] == [
        ("mayor", "c"),
        ("senator", "a"),
        ("poet", "b"),
    ]
    assert told.roles[0].publisher == "The Ulmar Post"


def test_whoever_is_a_person_with_an_office_somewhere_is_one_once_joined() -> None:
    bodies = tuple(voice(entity("Marek Oldano", "organization"), f"{i}") for i in range(2))
    person = voice(entity("Marek Oldano", "person", roles=("prime minister",)), "p")
    assert identity(Together("per_1", (*bodies, person))).kind == "person"
    bare = voice(entity("Marek Oldano", "person"), "p")
    assert identity(Together("per_1", (bodies[0], bare))).kind == "person"
    assert identity(Together("per_1", (*bodies, bare))).kind == "organization"


def test_the_kind_is_that_of_most_accounts() -> None:
    kinds: list[EntityKind] = ["organization", "outlet", "outlet"]
    members = tuple(voice(entity("Ulmar Post", k), f"{i}") for i, k in enumerate(kinds))
    assert identity(Together("per_1", members)).kind == "outlet"
