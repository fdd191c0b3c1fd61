"""Copies: which articles print one story, and what each did with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.across import Copies, Together
from onrecord.ingest import Given, from_text
from onrecord.linker.articles import compared, copies, found
from onrecord.linker.form import Comparison, Form
from onrecord.linker.sketches import folded, overlap, read, sketch, words
from onrecord.model import Article, Card, Reading, When
from tests.fakes import statement_of
from tests.readings import readings

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"

STORY = [
    "The harbour council of Ostfeld voted on Monday to close the eastern pier before the winter.",
    "Engineers had warned since spring that the timber under the pier no longer holds its weight.",
    "“Nobody wants to be one who waited for the storm to prove us right,” said Mayor Ilse Brandt.",
    "Fishermen who land their catch there will have to share two smaller quays on the north side.",
    "Their cooperative asked for a floating dock, which the council will discuss next month.",
    "The repair is expected to cost 14 million crowns, of which the region would pay about half.",
    "A first survey by divers found eleven of the forty pillars had lost a third of their oak.",
    "Shops along the promenade fear for the Christmas market, held on the pier since the war.",
    "The market's organisers said they were looking at the old tram depot as a place to move to.",
    "Work is to begin in the first week of November and to last until the end of the next summer.",
    "The pier was built by prisoners in 1871 and burnt down twice before it got its tin roof.",
    "Ferries to the islands are not affected, because they leave from the western basin instead.",
]
OTHER = [
    "Beekeepers in the Lower Marsh have lost two hives in five since the wet spring, it is said.",
    "The damp kept the bees at home while the orchards flowered, and mould did the rest of it.",
    "“I opened the boxes in May and there was no sound,” said Torvald Enk, who keeps ninety hives.",
    "The ministry of agriculture offered sugar at half its price and advice on drying the frames.",
    "Orchard owners now hire colonies from the hill country, at three times the usual rate.",
    "Honey from the region will be scarce until the lime trees flower again, traders expect.",
]
SPEECH = (
    "“We shall build the wall again, stone upon stone, before the frost comes down from the hills, "
    "and whoever carries one stone will have a name upon it, and whoever carries none will have a "
    "seat behind it all the same, for that is what a town is, and what this town has been for as "
    "long as anyone can say, and nobody who was born here will ever be asked what they carried.”"
)


def form(
    *sentences: str, publisher: str | None = "Alba Herald", published: str | None = None
) -> Form:
    return only(_article("\n\n".join(sentences), publisher, published))


def only(article: Article) -> Form:
    return next(iter(found(Reading("test", article)))).form


def _article(text: str, publisher: str | None = None, published: str | None = None) -> Article:
    article = from_text(text, "test.txt", Given(publisher=publisher, published=published))
    assert isinstance(article, Article)
    return article


def same(left: Form, right: Form) -> bool:
    """Judged the same, and worth comparing in the first place."""
    comparison = compared(left, right)
    return comparison is not None and comparison.judgement == "same" and share_a_key(left, right)


def share_a_key(left: Form, right: Form) -> bool:
    return bool(set(left.keys) & set(right.keys))


# --- what is a copy -------------------------------------------------------------------------------


def test_the_same_words_are_a_copy_whoever_prints_them() -> None:
    assert same(form(*STORY), form(*STORY, publisher="Tidende"))


def test_a_trimmed_story_is_a_copy() -> None:
    assert same(form(*STORY), form(*STORY[:5], publisher="Tidende"))


def test_a_story_with_another_headline_and_first_sentence_is_a_copy() -> None:
    own = ["Pier shut", "The eastern pier will be out of bounds for most of a year."]
    assert same(form("Council closes pier", *STORY), form(*own, *STORY[1:], publisher="Tidende"))


def test_a_story_with_a_paragraph_of_ones_own_is_a_copy() -> None:
    assert same(form(*STORY), form(*STORY[:4], *OTHER[:3], *STORY[4:], publisher="Tidende"))


def test_a_lightly_edited_story_is_a_copy() -> None:
    edited = [s.replace("council", "board").replace("expected", "likely") for s in STORY]
    assert same(form(*STORY), form(*edited, publisher="Tidende"))


@pytest.mark.parametrize(
    "damaged",
    [
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace("“", "").replace("”", "").replace("'", ""),
        lambda text: text.replace("'", "’").encode("utf-8").decode("cp1252", "replace"),
        lambda text: text.replace("'", "\ufffd"),
        lambda text: text.replace(" ", "\u00a0  "),
        lambda text: text.upper(),
    ],
    ids=["straight marks", "marks lost", "read as Latin-1", "unreadable", "spaces", "capitals"],
)
def test_what_printing_does_to_characters_is_no_change_of_words(damaged: object) -> None:
    assert callable(damaged)
    text = "\n\n".join(STORY)
    left, right = (sketch(words(Reading("test", _article(t)))) for t in (text, damaged(text)))
    assert overlap(left, right).shorter > 0.95


def test_an_agencys_dateline_and_a_credit_are_not_words_of_the_story() -> None:
    filed = form(f"OSTFELD, Alba (CPA) — {STORY[0]}", *STORY[1:], publisher=None)
    bare = form(*STORY, publisher=None)
    assert filed.about["runs"] == bare.about["runs"]


def test_what_the_reader_finds_in_an_article_changes_none_of_its_runs() -> None:
    article = _article("\n\n".join(["Council closes pier", *STORY]), "Alba Herald")
    said = statement_of(article, "Brandt", "Nobody wants to be one", manner="direct")
    other = statement_of(article, "Engineers", "no longer holds its weight", manner="unmarked")
    bare, read_well = (sketch(words(Reading("t", article, (), s))) for s in ((), (said, other)))
    assert bare.numbers.tolist() == read_well.numbers.tolist()
    assert bare.quoted.sum() < read_well.quoted.sum()


def test_a_word_without_its_apostrophe_is_the_same_word() -> None:
    assert folded("Americaâ\x80\x99s") == folded("America?s") == folded("AMERICA’S") == "americas"
    assert folded("García") == folded("GarcÃ\xada") == "garcia"


# --- what is none ---------------------------------------------------------------------------------


def test_another_story_shares_no_key_and_is_not_compared() -> None:
    left, right = form(*STORY), form(*OTHER)
    assert not share_a_key(left, right)
    assert compared(left, right) is None


def test_two_stories_around_one_speech_are_not_copies() -> None:
    assert not same(
        form(*STORY[:3], SPEECH, publisher="A"), form(*OTHER[:3], SPEECH, publisher="B")
    )


def test_two_short_stories_above_one_notice_are_not_copies() -> None:
    notice = (
        "The Alba Herald has reported from the coast since 1904 and is owned by the people who "
        "write it, who print it and who carry it from door to door every morning but Sunday. Its "
        "letters page is open to anyone with an address, a name and something to complain about."
    )
    assert not same(form(*STORY[:2], notice), form(*OTHER[:2], notice))


def test_a_form_letter_filled_with_other_names_is_not_a_copy() -> None:
    letter = (
        "Senator Ada Holm announced today that the {} Fire Department in {} County will receive "
        "${} from a fund that she set up in her first term. The fund helps fire departments to buy "
        "engines, hoses and clothes, and to teach their volunteers. Holm has argued for years that "
        "nobody should have to put out a fire in gear that is older than they are. Towns may apply "
        "until the end of the month and will hear from the office within six weeks of applying."
    )
    left = form(letter.format("Westmoor", "Lake", "69,350"), publisher="Holm")
    right = form(letter.format("Ostfeld", "Harbour", "57,900"), publisher="Holm")
    comparison = compared(left, right)
    assert comparison is not None
    assert comparison.judgement == "unsure"
    assert "one publisher, but each opens with its own: " in " ".join(comparison.reasons)


def test_a_yearly_notice_is_not_a_copy_of_last_years() -> None:
    last = [*STORY[:4], "Last year nine students were chosen.", *STORY[5:8]]
    left = form(*STORY[:8], published="2024-11-01")
    assert not same(left, form(*last, published="2025-11-01"))
    assert same(left, form(*last, published="2024-11-02"))


def test_a_digest_joins_neither_of_the_stories_after_its_first_item() -> None:
    digest = form(*OTHER, *STORY[:5], *(s.replace(" ", " also ") for s in STORY[5:]))
    assert not same(form(*STORY[:5]), digest)


def test_a_text_too_short_to_be_a_story_has_no_form() -> None:
    article = _article("Please enable JavaScript and turn off your blocker to read this page.")
    assert list(found(Reading("test", article))) == []


# --- what comparing says --------------------------------------------------------------------------


def test_the_reasons_say_how_much_is_shared() -> None:
    comparison = compared(form(*STORY), form(*STORY[:6], publisher="Tidende"))
    assert comparison is not None
    assert comparison.reasons[0] == "100 % of the five-word runs of one stand in the other"
    assert comparison.reasons[1].startswith("and 4")


def test_half_a_story_in_other_words_is_left_to_a_person() -> None:
    rewritten = [*STORY[:7], *(" ".join(reversed(s.split())) for s in STORY[7:])]
    comparison = compared(form(*STORY), form(*rewritten, publisher="Tidende"))
    assert comparison is not None
    assert comparison.judgement == "unsure"


@given(readings(), readings())
def test_comparing_is_the_same_from_either_side(one: Reading, two: Reading) -> None:
    forms = [f.form for reading in (one, two) for f in found(reading)]
    for left, right in combinations(forms, 2):
        assert compared(left, right) == compared(right, left)


@given(st.lists(st.sampled_from(STORY + OTHER), min_size=2), st.lists(st.sampled_from(STORY)))
def test_comparing_mixtures_is_the_same_from_either_side(one: list[str], two: list[str]) -> None:
    left, right = form(*one), form(*one, *two, publisher="Tidende")
    said: Comparison | None = compared(left, right)
    assert said == compared(right, left)
    assert said is None or said.judgement != "different"
    assert compared(left, left) is not None


@given(readings())
def test_the_same_article_has_the_same_form_and_few_keys(reading: Reading) -> None:
    once, again = list(found(reading)), list(found(reading))
    assert once == again
    assert all(len(f.form.keys) <= 12 and f.entry == reading.article.id for f in once)


def test_the_numbers_of_a_sketch_are_the_same_on_every_machine() -> None:
    drawn = read(**{k: form(*STORY[:2]).about[k] for k in ("runs", "every")})
    assert drawn.every == 1
    assert drawn.numbers[:2].tolist() == [1904473071, 688281218]


def test_a_long_text_keeps_some_of_its_runs_and_compares_all_the_same() -> None:
    long = [
        f"Item {n} of the list names house {n * 7} in street {n * 3} of {s}"
        for n in range(90)
        for s in STORY[:4]
    ]
    whole, half = form(*long), form(*long[: len(long) // 2], publisher="Tidende")
    assert whole.about["every"] > 1
    assert len(read(whole.about["runs"], whole.about["every"])) <= 1024
    assert same(whole, half)


# --- what each printing is ------------------------------------------------------------------------


def printings(*printed: tuple[str, Sequence[str], str | None, tuple[str, ...]]) -> Copies:
    """The copies of articles given as publisher, sentences, day, agencies."""
    cards, forms = [], {}
    for publisher, sentences, day, agencies in printed:
        cards.append(
            Card(f"art_{publisher}", "", None, publisher, None, (), agencies, When(day), "test", 0)
        )
        forms[f"art_{publisher}"] = form(*sentences, publisher=publisher)
    return copies(Together("cop_1", tuple(cards)), forms)


def relations(given: Copies) -> dict[str | None, str]:
    return {member.publisher: member.relation for member in given.members}


def test_the_agencys_own_printing_is_the_original() -> None:
    given = printings(
        ("Tidende", STORY, "2025-09-09", ("CPA",)),
        ("Coast Press Agency", STORY, "2025-09-10", ("Coast Press Agency",)),
    )
    assert given.agency == "Coast Press Agency"
    assert relations(given) == {"Coast Press Agency": "original", "Tidende": "copy"}
    assert given.members[0].publisher == "Coast Press Agency"


def test_no_reprint_of_an_agencys_story_is_called_its_original() -> None:
    given = printings(
        ("Tidende", STORY[:6], "2025-09-09", ("CPA",)), ("Kurier", STORY, "2025-09-10", ("CPA",))
    )
    assert given.agency == "CPA"
    assert relations(given) == {"Tidende": "partial", "Kurier": "copy"}


def test_without_an_agency_the_earliest_is_the_original() -> None:
    given = printings(("Tidende", STORY, "2025-09-10", ()), ("Kurier", STORY, "2025-09-09", ()))
    assert relations(given) == {"Kurier": "original", "Tidende": "copy"}


def test_without_days_the_fullest_is_the_original() -> None:
    given = printings(("Tidende", STORY[:6], None, ()), ("Kurier", STORY, None, ()))
    assert relations(given) == {"Kurier": "original", "Tidende": "partial"}


def test_of_two_alike_on_one_day_neither_is_called_the_original() -> None:
    given = printings(("Tidende", STORY, "2025-09-09", ()), ("Kurier", STORY, "2025-09-09", ()))
    assert relations(given) == {"Kurier": "copy", "Tidende": "copy"}


def test_a_printing_with_words_of_its_own_is_edited_and_its_share_says_how_much() -> None:
    given = printings(
        ("Kurier", STORY, "2025-09-09", ()), ("Tidende", [*STORY, *OTHER], "2025-09-10", ())
    )
    assert relations(given)["Tidende"] == "edited"
    assert 0.6 < given.members[1].share < 0.75


def test_two_agencies_credited_alike_are_not_decided_between() -> None:
    given = printings(("Tidende", STORY, None, ("CPA",)), ("Kurier", STORY, None, ("Hansae",)))
    assert given.agency is None


def test_an_article_too_short_to_compare_that_a_person_joined_has_a_share_of_none() -> None:
    cards = [Card(f"art_{n}", "", None, n, None, (), (), When(), "test", 0) for n in "ab"]
    given = copies(Together("cop_1", tuple(cards)), {"art_a": form(*STORY)})
    assert [(m.article, m.relation, m.share) for m in given.members] == [
        ("art_a", "original", 1.0),
        ("art_b", "edited", 0.0),
    ]


def test_the_members_come_in_one_order_however_they_are_given() -> None:
    one = ("Tidende", STORY, "2025-09-10", ())
    two = ("Kurier", STORY[:7], "2025-09-11", ())
    assert printings(one, two) == printings(two, one)


# --- the examples ---------------------------------------------------------------------------------


def test_the_examples_print_the_agency_story_twice_and_retell_it_once() -> None:
    texts = {p.name[:2]: p.read_text(encoding="utf-8") for p in EXAMPLES.glob("0[1-5]*.txt")}
    forms = {name: only(_article(text)) for name, text in texts.items()}
    linked = [pair for pair in combinations(sorted(forms), 2) if same(*(forms[n] for n in pair))]
    assert linked == [("01", "02"), ("01", "03")]
