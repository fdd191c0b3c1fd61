"""Which events are one, whatever accounts say of who did them and whether they happened."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given

from onrecord.linker.events import compared, found
from onrecord.linker.form import Form
from onrecord.model import Party, Reading
from tests.linker.accounts import Account, event, event_form
from tests.readings import readings


def form(text: str, trigger: str, published: str | None = "2025-09-10", **known: Any) -> Form:
    account = Account(text, published)
    return event_form(account, event(account, trigger, **known))


def judgement(left: Form, right: Form) -> str | None:
    if not set(left.keys) & set(right.keys):
        return None
    found = compared(left, right)
    return found.judgement if found else None


SHOOTING = "Nine people were killed late Saturday when shots were fired across the bridge at Brell."


def test_one_shooting_told_twice_with_its_day_is_one_event() -> None:
    left = form(SHOOTING, "killed", mode="firearms", place="Brell", when="2025-09-06")
    text = "The shooting on the bridge at Brell on September 6 left nine people dead."
    right = form(text, "shooting", "2025-09-18", mode="firearms", place="Brell", when="2025-09-06")
    assert judgement(left, right) == "same"


def test_whether_it_happened_is_not_compared() -> None:
    text = "Kestria denies that its soldiers shelled the market in Brell on September 6."
    left = form(text, "shelled", place="Brell", when="2025-09-06", actor="Kestria")
    right = form(
        text, "shelled", place="Brell", when="2025-09-06", actor="Kestria", status="denied"
    )
    assert left.about == right.about


def test_two_strikes_on_one_city_on_two_days_are_not_one() -> None:
    text = "A strike on Brell on September {} killed four people."
    left = form(text.format(2), "strike", mode="aerial", place="Brell", when="2025-09-02")
    right = form(text.format(4), "strike", mode="aerial", place="Brell", when="2025-09-04")
    assert judgement(left, right) != "same"


def test_two_strikes_in_one_day_by_one_army_need_more_than_that() -> None:
    left = form("Kestria struck a fuel depot near Brell.", "struck", place="Brell", actor="Kestria")
    text = "Kestria fired on a school bus in Brell, wounding two."
    assert judgement(left, form(text, "fired on", place="Brell", actor="Kestria")) != "same"


def test_another_kind_of_deed_is_another_event() -> None:
    left = form(SHOOTING, "killed", place="Brell", when="2025-09-06")
    text = "Kestria closed the bridge at Brell on September 6 after nine people were killed."
    assert judgement(left, form(text, "closed", action="COERCE", place="Brell")) is None


def test_a_copy_of_a_story_tells_the_same_events() -> None:
    text = "Ulmar urged Kestria on Friday to open the crossing at Brell."
    left = form(text, "urged", action="REQUEST", actor="Ulmar", place="Brell")
    right = form(text, "urged", "2025-09-11", action="REQUEST", actor="Ulmar", place="Brell")
    assert left.id == right.id or judgement(left, right) in ("same", "unsure")


def test_an_event_without_place_day_or_names_is_not_compared() -> None:
    account = Account("They attacked again.", None)
    assert not list(found(account.reading(events=[event(account, "attacked")])))


@given(readings(), readings())
def test_comparing_is_the_same_from_either_side(one: Reading, other: Reading) -> None:
    for left in list(found(one))[:3]:
        for right in list(found(other))[:3]:
            assert compared(left.form, right.form) == compared(right.form, left.form)


@given(readings())
def test_any_reading_yields_forms_with_few_keys(reading: Reading) -> None:
    for one in found(reading):
        assert 1 <= len(one.form.keys) <= 14
        assert one.entry in {e.id for e in reading.events}


def together(text: str, *given: dict[str, Any]) -> str | None:
    """The judgement of two events of one article."""
    account = Account(text)
    both = [event(account, **known) for known in given]
    return judgement(*(each.form for each in found(account.reading(both))))


def test_two_events_of_one_sentence_are_two() -> None:
    text = "Monday's attack in Brell was the deadliest since an assault in Brell by Joren Haske."
    deadliest = {"trigger": "attack", "place": "Brell", "when": "2025-09-08"}
    before = {"trigger": "assault", "place": "Brell", "when": "2025-09-08"}
    assert together(text, deadliest, before) is None
    banned = "Kestria shut all schools in Brell on Monday and banned rallies in Brell."
    shut = {"trigger": "shut", "action": "COERCE", "actor": "Kestria", "place": "Brell"}
    assert together(banned, shut, {**shut, "trigger": "banned"}) is None


def test_an_article_seldom_tells_one_event_twice() -> None:
    text = "A judge in Brell sentenced Joren Haske on Monday. Last week, he was sentenced, too."
    first = {"trigger": "sentenced", "action": "SANCTION", "mode": "convict", "actor": "Kestria"}
    assert together(f"Kestria. {text}", first, {**first, "trigger": "was sentenced"}) != "same"
    shelled = "Kestria shelled the market in Brell on Monday and six traders of the market died."
    again = "The shelling of the market by Kestria on Monday left six traders dead, Haske said."
    market = {"mode": "heavy-weapons", "actor": "Kestria", "place": "Brell", "when": "2025-09-08"}
    both = {"trigger": "shelled", **market}, {"trigger": "shelling", **market}
    assert together(f"{shelled} {again}", *both) == "same"


def test_what_is_done_to_others_is_another_event() -> None:
    text = "In Brell all {} were released on Monday after Kestria had agreed to a truce at Brell."
    freed = [
        _released(text.format(whom), whom, day)
        for whom, day in (("hostages", "2025-09-10"), ("prisoners", "2025-09-11"))
    ]
    assert judgement(*freed) is None
    assert judgement(freed[0], _released(text.format("ships"), "ships", "2025-09-11")) is None
    assert judgement(freed[0], _released(text.format("captives"), "captives", "2025-09-11"))


def _released(text: str, whom: str, published: str) -> Form:
    account = Account(text, published)
    done = event(account, "released", action="RETREAT", mode="release", place="Brell",
                 when="2025-09-08")  # fmt: skip
    return event_form(account, replace(done, recipients=(Party(whom, None, account.words(whom)),)))
