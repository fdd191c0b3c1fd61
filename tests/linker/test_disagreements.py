"""Where accounts differ, and what fits together and is no disagreement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.across import Disagreement, Together
from onrecord.linker.disagreements import disagreements
from onrecord.model import (
    Counted,
    Entity,
    EntityKind,
    Figure,
    Happened,
    Party,
    Spoken,
    Statement,
    Voice,
    When,
    identify,
    passage,
)
from tests.linker.accounts import Account, counted, event, figure, happened, together
from tests.linker.spoken import spoken_in


def toll(
    value: float | None, by: str | None = None, day: str | None = "2025-09-10", **known: Any
) -> Counted:
    words = known.pop("words", f"{value:g} people" if value else "dozens of people")
    publisher = known.pop("publisher", "Herald")
    account = Account(f"{words} were killed at Brell, {by or 'it is said'}.", day, publisher)
    known.setdefault("place", "Brell")
    return counted(account, figure(account, words, value, by, **known))


def of_figures(*members: Counted, **known: Any) -> list[Disagreement]:
    return list(disagreements(together(*members, **known), "figure"))


def test_two_sources_of_one_day_that_give_other_numbers_disagree() -> None:
    (found,) = of_figures(
        toll(9, "Interior Ministry"), toll(6, "Meravian army", publisher="Courier")
    )
    assert (found.kind, found.about, found.accounts) == ("figure", "people killed in Brell", 2)
    assert {(t.value, t.according_to) for t in found.values} == {
        (9, "Interior Ministry"),
        (6, "Meravian army"),
    }


def test_a_later_toll_of_the_same_source_is_none() -> None:
    assert not of_figures(
        toll(9, "Interior Ministry"), toll(14, "Kestria's Interior Ministry", "2025-09-18")
    )


def test_a_toll_of_the_next_day_that_is_higher_is_a_history() -> None:
    assert not of_figures(
        toll(40, publisher="Herald"), toll(43, day="2025-09-11", publisher="Courier")
    )


def test_who_gives_fewer_later_contradicts_who_gave_more() -> None:
    assert of_figures(toll(14, "Kestria"), toll(6, "Brisk", "2025-09-18", publisher="Courier"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ((30000, "more than"), (32000, None)),
        ((1200, None), (1198, None)),
        ((12, "at least"), (15, None)),
        ((40, "up to"), (35, None)),
        ((26000, "about"), (26400, None)),
        ((None, "dozens"), (40, None)),
    ],
)
def test_numbers_that_fit_together_are_none(
    left: tuple[float | None, str | None], right: tuple[float | None, str | None]
) -> None:
    both = [
        toll(value, publisher=publisher, qualifier=qualifier)
        for (value, qualifier), publisher in ((left, "Herald"), (right, "Courier"))
    ]
    assert not of_figures(*both)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ((30, "more than"), (20, None), "20 does not fit “more than 30”"),
        ((9, "at least"), (6, None), "6 does not fit “at least 9”"),
        ((40, "at least"), (30, "fewer than"), "“fewer than 30” does not fit “at least 40”"),
    ],
)
def test_a_number_beyond_a_bound_is_one_and_it_says_so(
    left: tuple[float, str | None], right: tuple[float, str | None], reason: str
) -> None:
    both = [
        toll(value, publisher=publisher, qualifier=qualifier)
        for (value, qualifier), publisher in ((left, "Herald"), (right, "Courier"))
    ]
    (found,) = of_figures(*both)
    assert found.reason == f"2 values in 2 independent accounts: {reason}"


def test_shares_of_two_days_that_one_day_prints_are_a_history() -> None:
    both = [
        toll(value, publisher=publisher, measure="share")
        for value, publisher in ((45, "Herald"), (52, "Courier"))
    ]
    assert of_figures(*both)
    days = [
        replace(one, figure=replace(one.figure, as_of=When(day, "text")))
        for one, day in zip(both, ("2025-09-01", "2025-09-08"), strict=True)
    ]
    assert not of_figures(*days)


def test_some_of_the_dead_do_not_disagree_with_all_of_them() -> None:
    soldiers = toll(9, "Kestria", words="9 soldiers", of="soldiers", publisher="Courier")
    assert not of_figures(toll(14, "Meravia"), soldiers)


@pytest.mark.parametrize(
    "rest",
    [
        "The Emergencies Ministry said six deaths were of children.",
        "The dead include six people of one family, the Emergencies Ministry said.",
        "Another blast hit a bus in Brell. The Emergencies Ministry said six people died.",
        "A day earlier six people died in Brell, the Emergencies Ministry said.",
        "\n\nThe Emergencies Ministry said six people died.",
    ],
)
def test_one_account_does_not_set_a_part_or_another_incident_against_a_toll(rest: str) -> None:
    account = Account(f"Nine people were killed at Brell, the mayor said. {rest}")
    nine = counted(account, figure(account, "Nine people", 9, "the mayor"))
    words = "six people" if "six people" in rest else "six deaths"
    six = counted(account, figure(account, words, 6, "Emergencies Ministry"))
    assert not of_figures(nine, six)


@pytest.mark.parametrize(
    "rest",
    [
        "The Emergencies Ministry put the number of dead at six people.",
        "The Emergencies Ministry said six people were killed at Brell.",
        "The Emergencies Ministry said six people died.",
        "But six people died, the Emergencies Ministry said.",
    ],
)
def test_one_account_sets_two_tolls_of_one_thing_against_each_other(rest: str) -> None:
    account = Account(f"Nine people were killed at Brell, the mayor said. {rest}")
    nine = counted(account, figure(account, "Nine people", 9, "the mayor", place="Brell"))
    six = counted(account, figure(account, "six people", 6, "Emergencies Ministry"))
    assert of_figures(nine, six)


@pytest.mark.parametrize("other", ["six of the dead were children", "among them six children"])
def test_a_part_in_one_article_does_not_disagree_with_the_whole_in_another(other: str) -> None:
    account = Account(f"Brell mourns: {other}, it is said.", publisher="Courier")
    words = "six of the dead" if "of the dead" in other else "six children"
    six = counted(account, figure(account, words, 6, of=None))
    assert not of_figures(toll(9), six)


def test_named_sources_disagree_whatever_the_dates_and_others_do_not() -> None:
    nine = toll(9, "Kestria", None)
    assert of_figures(nine, toll(12, "Meravia", None, publisher="Courier"))
    assert not of_figures(nine, toll(12, None, None, publisher="Courier"))


def test_who_corrects_the_number_an_account_gives_itself_disagrees_with_it() -> None:
    for rest, differs in (
        ("The army says that number is closer to six people.", True),
        ("The army says the number of wounded is six people.", False),
    ):
        account = Account(f"About 90 people are held at Brell. {rest}")
        own = counted(account, figure(account, "About 90 people", 90, qualifier="about"))
        army = counted(account, figure(account, "six people", 6, "army"))
        found = of_figures(own, army)
        assert bool(found) is differs
        said = "one account sets army against what it says itself"
        assert all(said in each.reason for each in found)


def test_one_account_disagrees_only_where_it_sets_two_sources_against_each_other() -> None:
    text = "Nine people were killed at Brell, Kestria said. Meravia said six people were killed."
    account = Account(text)
    nine = counted(account, figure(account, "Nine people", 9, "Kestria"))
    (found,) = of_figures(nine, counted(account, figure(account, "six people", 6, "Meravia")))
    assert found.accounts == 1
    assert found.reason == "one account reports 2 sources against each other (Kestria, Meravia)"
    assert not of_figures(nine, counted(account, figure(account, "six people", 6)))


def test_two_sources_that_count_the_people_of_a_country_in_other_words_disagree() -> None:
    account = Account(
        "According to Joren Haske, six Kestrian nationals were killed in the attack at Brell, and"
        " seven more were injured. Another report from the embassy said eight Kestrians died in it."
    )
    six = figure(account, "six Kestrian nationals", 6, "Joren Haske", of="Kestrian nationals")
    report = "report from the embassy"
    eight = figure(account, "eight Kestrians", 8, report, of="Kestrians")
    (found,) = of_figures(counted(account, six), counted(account, eight))
    assert (
        found.reason == f"one account reports 2 sources against each other (Joren Haske, {report})"
    )
    nine = figure(account, "six Kestrian", 9, "the mayor", of=None)
    assert not of_figures(counted(account, nine), counted(account, eight))


def test_one_article_that_tells_how_a_count_grew_does_not_disagree_with_itself() -> None:
    account = Account(
        "The army reported 36 people killed at Brell. On Friday Okell said the toll rose to 58."
    )
    first = counted(account, figure(account, "36 people", 36, "The army"))
    last = counted(account, figure(account, "58", 58, "Okell"))
    assert not of_figures(first, last)


def test_copies_are_counted_once_and_it_says_so() -> None:
    three = (
        toll(9, "Kestria"),
        toll(9, "Kestria", publisher="Courier"),
        toll(6, "Meravia", publisher="Monitor"),
    )
    (found,) = of_figures(*three, stories=("one", "one", "two"))
    assert found.accounts == 2
    assert "copies counted once" in found.reason


SHELLED = "Kestria shelled the market in Brell; Meravia and the Kestrian army shelled it on Monday."


def deed(publisher: str, day: str = "2025-09-10", **known: Any) -> Happened:
    account = Account(SHELLED, day, publisher)
    return happened(account, event(account, "shelled", **known))


def of_events(*members: Happened) -> list[str]:
    return [found.kind for found in disagreements(together(*members), "event")]


def test_denied_and_happened_disagree() -> None:
    assert of_events(deed("Herald"), deed("Courier", status="denied")) == ["status"]


def test_the_heading_says_to_whom_it_happened() -> None:
    one, other = deed("Herald"), deed("Courier", status="denied")
    party = Party("Joren Haske", None, passage(SHELLED, 0, 7))
    both = [replace(d, event=replace(d.event, recipients=(party,))) for d in (one, other)]
    (found,) = disagreements(together(*both), "event")
    assert found.about.startswith("“shelled” (Joren Haske)")
    (bare,) = disagreements(together(one, other), "event")
    assert "(" not in bare.about


def test_planned_on_one_day_and_happened_on_the_next_is_a_development() -> None:
    assert not of_events(deed("Herald", status="planned"), deed("Courier", "2025-09-11"))


def test_other_actors_disagree() -> None:
    assert of_events(deed("Herald", actor="Kestria"), deed("Courier", actor="Meravia")) == ["actor"]


def test_a_country_and_its_army_are_nested_and_do_not_disagree() -> None:
    assert not of_events(deed("Herald", actor="Kestria"), deed("Courier", actor="Kestrian army"))


def test_unnamed_actors_do_not_disagree_with_named_ones() -> None:
    gunmen = deed("Courier")
    party = Party("gunmen", None, passage(SHELLED, 0, 7))
    gunmen = replace(gunmen, event=replace(gunmen.event, actors=(party,)))
    assert not of_events(deed("Herald", actor="Kestria"), gunmen)


def test_days_that_are_both_exact_disagree_and_a_month_with_its_day_does_not() -> None:
    assert of_events(deed("Herald", when="2025-09-06"), deed("Courier", when="2025-09-07")) == [
        "date"
    ]
    assert not of_events(deed("Herald", when="2025-09"), deed("Courier", when="2025-09-07"))


def voice(
    role: str, publisher: str, day: str | None = "2025-09-10", kind: EntityKind = "person"
) -> Voice:
    text = f"{role} Joren Haske ruled out talks."
    account = Account(text, day, publisher)
    entity = Entity("ent_1", "Joren Haske", kind, (account.words(role),) if role else ())
    return Voice(entity, account.card, 1)


def of_roles(*voices: Voice) -> list[Disagreement]:
    found = Together("per_1", voices, tuple(v.article.id for v in voices))
    return list(disagreements(found, "entity"))


def test_roles_of_two_offices_differ() -> None:
    (found,) = of_roles(voice("Defense Minister", "Herald"), voice("Foreign Minister", "Courier"))
    assert found.kind == "role"
    assert {t.value for t in found.values} == {"Defense Minister", "Foreign Minister"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Defense Minister", "Kestrian Defence Minister"),
        ("President", "the president of Kestria"),
        ("spokesman", "a spokeswoman"),
        ("Defense Minister", ""),
        ("Col.", "the army’s spokesman"),
        ("Gov.", "Indiana Gov."),
        ("FBI Director", "F.B.I. director"),
        ("Senator", "Sen."),
        ("Senator", "presidential candidate"),
        ("husband", "President"),
        ("the army’s spokesman", "Meravian military spokesman"),
    ],
)
def test_a_role_in_more_words_is_no_difference(left: str, right: str) -> None:
    assert not of_roles(voice(left, "Herald"), voice(right, "Courier"))


SPEAKING = (
    "the Water Council’s senior director for strategic communications",
    "the Water Council’s director for communications at White Palace",
    "White Palace water spokesman",
    "White Palace Water Council spokesman",
    "spokesperson of the WC",
)


@pytest.mark.parametrize("other", SPEAKING[1:])
def test_one_office_in_other_words_is_no_difference(other: str) -> None:
    assert not of_roles(voice(SPEAKING[0], "Herald"), voice(other, "Courier"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("White Palace spokesman", "river adviser"),
        ("Interior Ministry spokesman", "police spokesman"),
        ("Emergencies Ministry spokesman", "the spokesman of the Civil Defense Ministry"),
        ("Mayor", "President of the Union of Towns"),
        ("Senator", "Senate President"),
        ("Senator", "Vice President-elect"),
        ("Prime Minister", "acting President"),
        ("Mayor", "Senator"),
        ("Governor", "vice president of the Tolven Mills company"),
        ("Governor", "governor of the Bank of Kestria"),
        ("Defense Minister", "Minister of Foreign Affairs and Defense"),
        ("Health Minister", "Labor Minister"),
        ("president of Canada", "French King"),
        ("Ambassador", "the Permanent Representative"),
    ],
)
def test_offices_that_one_person_can_hold_at_once_are_no_difference(left: str, right: str) -> None:
    assert not of_roles(voice(left, "Herald"), voice(right, "Courier"))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Interior Ministry spokesman", "Foreign Ministry spokeswoman"),
        ("President", "Prime Minister"),
        ("French President", "the president of Canada"),
        ("Ohio Governor", "Lt. Gov."),
        ("Secretary of State", "Senator from Ohio"),
    ],
)
def test_offices_that_nobody_holds_at_once_differ(left: str, right: str) -> None:
    assert of_roles(voice(left, "Herald"), voice(right, "Courier"))


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("2025-09-10", "2025-09-17", True),
        ("2025-09-10/2025-09-11", "2025-09-12", True),
        ("2025-09-10", "2025-09-18", False),  # who is mayor today may be governor next week
        ("2016-07-27", "2021-07-27", False),
        ("2025-09-10", "XXXX-09-10", False),
        ("XXXX-09-10", "XXXX-09-10", False),
        ("2025-09-10", "2025-09", False),
        ("2025-09-10", None, False),
        (None, None, False),
    ],
)
def test_roles_differ_only_where_both_were_printed_within_a_week(
    one: str | None, other: str | None, differ: bool
) -> None:
    found = of_roles(voice("Governor", "Herald", one), voice("President", "Courier", other))
    assert bool(found) is differ


def test_senators_of_two_states_differ() -> None:
    assert of_roles(voice("senator from Ohio", "Herald"), voice("Texas senator", "Courier"))


def test_a_role_of_one_article_against_many_is_rather_a_slip() -> None:
    many = [voice("Governor", f"Daily {number}") for number in range(3)]
    assert not of_roles(voice("President", "Herald"), *many)
    assert of_roles(voice("President", "Herald"), *many[:2])


def test_the_accounts_of_one_role_come_together_under_one_wording() -> None:
    roles = ("Governor", "Gov.", "Senator")
    (found,) = of_roles(*(voice(role, f"Daily {role}") for role in roles))
    assert {t.value for t in found.values} == {"Governor", "Senator"}
    assert {t.text for t in found.values} == {"Governor", "Gov.", "Senator"}
    assert found.about == "what Joren Haske is"


def test_a_role_at_another_time_is_no_difference() -> None:
    assert not of_roles(voice("Mayor", "Herald", "2021-09-10"), voice("Governor", "Courier"))


def spoken(words: str, publisher: str) -> Spoken:
    text = f"“{words}” Joren Haske said."
    account = Account(text, "2025-09-10", publisher)
    content = account.words(words)
    id = identify("sta", account.article.id, words)
    said = Statement(
        id, account.words("Joren Haske"), None, "Joren Haske", False, None, account.words("said"),
        "say", (content,), "direct",
    )  # fmt: skip
    return Spoken(said, account.card, passage(text, 0, len(text)))


def test_an_altered_quotation_is_a_disagreement_in_wording() -> None:
    one = "Nobody negotiates with a hand on his throat while the river runs dry"
    other = "There is no one who negotiates with hands around the throat while rivers are dry"
    members = (spoken(one, "Herald"), spoken(one, "Courier"), spoken(other, "Daily"))
    found = Together("utt_1", members, tuple(m.article.id for m in members))
    kinds = [each.kind for each in disagreements(found, "statement")]
    assert kinds == ["wording"]
    same = Together("utt_2", members[:2], found.stories[:2])
    assert not list(disagreements(same, "statement"))


WHOLE = "{“How often must we see the wells run dry? In Varn there is none. I mean, this must end.”}"
PIECES = (
    "Corvi called it {“intolerable.”} {“How often must we see the wells run dry?”} Corvi said."
    " {“In Varn there is none. This must end.”}"
)


def of_wording(*members: Spoken) -> list[Disagreement]:
    found = Together("utt_1", members, tuple(m.article.id for m in members))
    return list(disagreements(found, "statement"))


def test_a_publisher_that_quotes_in_pieces_gives_one_value() -> None:
    whole, pieces = (
        spoken_in("Lena Corvi", WHOLE, "Herald"),
        spoken_in("Lena Corvi", PIECES, "Mail"),
    )
    (found,) = of_wording(*whole, *pieces)
    assert [(told.publisher, told.value) for told in found.values] == [
        ("Herald", WHOLE.strip("{}")),
        ("Mail", "“In Varn there is none. This must end.”"),
    ]
    assert found.accounts == 2


def test_one_publisher_does_not_disagree_with_itself() -> None:
    whole, pieces = (spoken_in("Lena Corvi", text, "Herald") for text in (WHOLE, PIECES))
    assert not of_wording(*whole, *pieces)


def test_a_part_quoted_is_a_part_and_no_other_value() -> None:
    part = "Corvi asked how often they {must “see the wells run dry.”}"
    texts = {"Herald": WHOLE, "Mail": PIECES, "Daily": WHOLE, "Monitor": part}
    members = (m for name, text in texts.items() for m in spoken_in("Lena Corvi", text, name))
    (found,) = of_wording(*members)
    assert {told.value for told in found.values if told.publisher != "Mail"} == {WHOLE.strip("{}")}
    assert "must “see the wells run dry.”" in {told.text for told in found.values}


def test_a_bound_is_no_number_and_does_not_disagree_with_what_it_holds() -> None:
    bound = toll(9, "Okell", qualifier="at least", publisher="Mail")
    many = toll(14, "Kestria"), toll(13, "Observers", publisher="Courier")
    (found,) = of_figures(*many, bound)
    assert {told.value for told in found.values} == {13, 14}
    (found,) = of_figures(*many, bound, toll(9, "Meravia", publisher="Daily"))
    assert {told.value for told in found.values} == {9, 13, 14}
    (found,) = of_figures(bound, toll(6, "Meravia", publisher="Daily"))
    assert {told.value for told in found.values} == {"at least 9", 6}


def test_the_order_of_accounts_changes_nothing() -> None:
    some = [
        toll(9, "Kestria"),
        toll(6, "Meravia", publisher="Courier"),
        toll(14, "Okell", publisher="Monitor"),
    ]
    assert of_figures(*some) == of_figures(*reversed(some))


def test_a_figure_keeps_its_article_entry_and_words() -> None:
    (found,) = of_figures(toll(9, "Kestria"), toll(6, "Meravia", publisher="Courier"))
    told = found.values[0]
    assert told.entry.startswith("fig_")
    assert told.text.endswith("people")
    assert isinstance(toll(9).figure, Figure)
