"""One count over time: each source for itself, later figures superseding and not erasing."""

from __future__ import annotations

from dataclasses import replace

from onrecord.linker.histories import history
from onrecord.model import Attribution, Counted
from tests.linker.accounts import Account, counted, figure, together


def told(value: float, day: str, by: str | None, publisher: str = "Herald") -> Counted:
    text = f"{value:g} people were killed at Brell."
    account = Account(text, day, publisher)
    found = figure(account, f"{value:g} people", value, by, place="Brell")
    return counted(account, replace(found, according_to=Attribution(by) if by else None))


def test_a_later_toll_of_the_same_source_supersedes_and_does_not_erase() -> None:
    first = told(9, "2025-09-10", "Interior Ministry")
    later = told(14, "2025-09-18", "Kestria's Interior Ministry")
    members = history(together(later, first)).members
    assert [(m.value, m.superseded_by) for m in members] == [(9, later.figure.id), (14, None)]


def test_a_toll_of_another_source_supersedes_nothing() -> None:
    ministry = told(9, "2025-09-10", "Interior Ministry")
    army = told(6, "2025-09-18", "Meravian army")
    assert not any(m.superseded_by for m in history(together(ministry, army)).members)


def test_the_same_toll_said_again_supersedes_nothing() -> None:
    once, again = told(9, "2025-09-10", "Teld"), told(9, "2025-09-18", "Teld")
    assert not any(m.superseded_by for m in history(together(once, again)).members)


def test_what_an_article_says_itself_is_its_publishers() -> None:
    first, later = told(9, "2025-09-10", None), told(12, "2025-09-12", None)
    other = told(13, "2025-09-13", None, "Courier")
    members = history(together(first, later, other)).members
    assert [m.superseded_by for m in members] == [later.figure.id, None, None]


def test_unnamed_officials_of_two_articles_are_not_one_source() -> None:
    first, later = (
        told(9, "2025-09-10", "a senior official"),
        told(12, "2025-09-12", "a senior official"),
    )
    assert not any(m.superseded_by for m in history(together(first, later)).members)


def test_one_body_named_in_several_ways_is_printed_under_one_name() -> None:
    names = ("Meravian army", "Meravia's army", "Meravian military", "Meravia", "Observers")
    told_by = [told(6, "2025-09-10", name, f"Daily {name}") for name in names]
    printed = [m.according_to for m in history(together(*told_by)).members]
    assert sorted(str(name) for name in printed) == [
        "Meravia",
        *["Meravian military"] * 3,
        "Observers",
    ]


def test_a_ministry_without_its_country_is_the_only_one_spoken_of() -> None:
    names = ["Interior Ministry", "Kestria's interior ministry"]
    told_by = [told(9, "2025-09-10", name, f"Daily {name}") for name in names]
    assert {m.according_to for m in history(together(*told_by)).members} == {names[1]}
    other = told(9, "2025-09-10", "Interior Ministry of Ulmar", "Courier")
    printed = {m.according_to for m in history(together(*told_by, other)).members}
    assert printed == {*names, "Interior Ministry of Ulmar"}


def test_a_figure_without_a_date_comes_last_and_is_not_superseded() -> None:
    dated = told(9, "2025-09-10", "Teld")
    account = Account("12 people were killed at Brell.", None)
    undated = counted(account, figure(account, "12 people", 12, "Teld"))
    members = history(together(undated, dated)).members
    assert [m.value for m in members] == [9, 12]
    assert not any(m.superseded_by for m in members)


def test_ranges_and_qualifiers_are_kept() -> None:
    account = Account("At least 9 people were killed at Brell.")
    least = counted(account, figure(account, "At least 9 people", 9, qualifier="at least"))
    (member,) = history(together(least)).members
    assert (member.low, member.high, member.qualifier) == (9, None, "at least")


def test_copies_are_counted_once_and_it_is_said_what_is_counted() -> None:
    both = told(9, "2025-09-10", None), told(9, "2025-09-11", None, "Courier")
    found = history(together(*both, stories=("story", "story")))
    assert (found.accounts, found.about, found.place) == (1, "people killed in Brell", "Brell")


def test_the_order_of_members_changes_nothing() -> None:
    some = [
        told(9, "2025-09-10", "Teld"),
        told(6, "2025-09-10", "Brisk"),
        told(12, "2025-09-12", "Teld"),
    ]
    assert history(together(*some)) == history(together(*reversed(some)))
