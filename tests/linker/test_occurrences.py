"""One event as several articles tell it."""

from __future__ import annotations

from typing import Any

from onrecord.linker.occurrences import occurrence
from onrecord.model import Happened
from tests.linker.accounts import Account, event, happened, together

TEXT = "Kestria shelled the market in Brell on September 6, Joren Haske said."


def told(publisher: str = "Herald", **known: Any) -> Happened:
    account = Account(TEXT, "2025-09-10", publisher)
    return happened(account, event(account, "shelled", **known))


def test_it_says_what_most_accounts_agree_on() -> None:
    some = (
        told("Herald", mode="aerial", place="Brell", when="2025-09-06", actor="Kestria"),
        told("Courier", mode="heavy-weapons", place="Brell", when="2025-09", actor="Kestria"),
        told("Monitor", mode="heavy-weapons", actor="Kestria"),
    )
    found = occurrence(together(*some))
    assert (found.action, found.mode, found.place) == ("ASSAULT", "heavy-weapons", "Brell")
    assert (found.when.edtf, found.actors, found.accounts) == ("2025-09-06", ("Kestria",), 3)
    assert found.when.passage is None


def test_every_status_is_listed_and_every_telling_has_its_own() -> None:
    some = told("Herald"), told("Courier", status="denied")
    found = occurrence(together(*some))
    assert set(found.statuses) == {"happened", "denied"}
    assert {m.publisher: m.value for m in found.members} == {
        "Herald": "happened",
        "Courier": "denied",
    }


def test_a_short_name_is_listed_under_the_long_one() -> None:
    some = told("Herald", actor="Joren Haske"), told("Courier", actor="Haske")
    assert occurrence(together(*some)).actors == ("Joren Haske",)


def test_copies_are_counted_once() -> None:
    some = told("Herald"), told("Courier")
    assert occurrence(together(*some, stories=("story", "story"))).accounts == 1


def test_the_order_of_members_changes_nothing() -> None:
    some = [told("Herald", place="Brell"), told("Courier", status="denied"), told("Monitor")]
    assert occurrence(together(*some)) == occurrence(together(*reversed(some)))
