"""Two invented months in Ostrava Bay: sixty events in eight actions, and three sources that count
the dead of one siege and do not agree. The numbers come from a small fixed sequence, not chance.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.model import (
    Attribution,
    Card,
    Counted,
    Event,
    Figure,
    Happened,
    Party,
    Passage,
    Status,
    When,
)

_WHO = ["Rebels", "The Army", "Mayor Ada Marsh", "Envoys of Tarn", "Dock workers", "The Red Gate"]
_DEEDS = [
    ("ASSAULT", "shelled"),
    ("CONSULT", "met"),
    ("PROTEST", "marched"),
    ("AID", "delivered"),
    ("ACCUSE", "accused"),
    ("MOBILIZE", "deployed"),
    ("REQUEST", "called for"),
    ("RETREAT", "released"),
]
_STATUSES: list[Status] = ["happened"] * 4 + [
    "ongoing",
    "planned",
    "called_for",
    "possible",
    "denied",
    "did_not_happen",
]
START = date(2031, 3, 1)


def card(day: date, publisher: str = "Bay Courier") -> Card:
    """An article published on a day."""
    when = When(day.isoformat(), "metadata")
    return Card(f"art_{day:%m%d}", "a.txt", None, publisher, "News", (), (), when, "fake/1", 1)


def event(
    number: int,
    edtf: str | None,
    status: Status = "happened",
    action: str = "ASSAULT",
    trigger: str = "shelled",
    actor: str = "Rebels",
) -> Happened:
    """An event on the record, by hand."""
    words = Passage(40, 40 + len(trigger), trigger)
    one = Event(
        f"eve_{number}",
        action,
        None,
        words,
        actors=(Party(actor, None, Passage(0, len(actor), actor)),),
        when=When(edtf, "text" if edtf else "unknown"),
        status=status,
    )
    return Happened(one, card(START), Passage(0, 0, ""))


def sixty_events() -> list[Happened]:
    """Most on one day, some in a month or a span of days, two without a date."""
    return [_one_of_sixty(number) for number in range(60)]


def _one_of_sixty(number: int) -> Happened:
    action, trigger = _DEEDS[(number * number + number // 7) % 8]
    day = START + timedelta(days=(number * 37) % 61)
    dates = {11: f"{day}/{day + timedelta(6)}", 23: "2031-04", 37: f"{day}/..", 41: None, 50: None}
    status = _STATUSES[(number * 7) % 10]
    actor = _WHO[(number * 5) % 6]
    return event(number, dates.get(number, day.isoformat()), status, action, trigger, actor)


def figure(
    day: int, low: float | None, high: float | None, source: str | None, **known: object
) -> Counted:
    """A number of people killed as of a day of the siege, in an article of the next day."""
    value = known.pop(
        "value", low if high is None else high if low is None else (low + (high or 0)) / 2
    )
    as_of = known.pop("as_of", (START + timedelta(days=day)).isoformat())
    words = Passage(7, 16, "40 people")
    one = Figure(
        f"fig_{source}_{day}",
        words,
        low,
        high,
        value,  # type: ignore[arg-type]
        unit="people",
        measure=str(known.pop("measure", "killed")),
        as_of=When(as_of, "text" if as_of else "unknown"),  # type: ignore[arg-type]
        according_to=Attribution(source) if source else None,
        **known,  # type: ignore[arg-type]
    )
    return Counted(one, card(START + timedelta(days=day + 1)), Passage(0, 0, ""))


def rising_toll() -> list[Counted]:
    """A ministry, an army that counts fewer, and a relief group that gives ranges."""
    ministry = "the Ostrava Bay Health Ministry"
    rows = [
        figure(day, float(40 + 9 * day), None, ministry, qualifier="more than")
        for day in range(0, 40, 6)
    ]
    rows += [
        figure(day, float(20 + 4 * day), float(20 + 4 * day), "The Army") for day in (3, 14, 33)
    ]
    rows += [
        figure(day, 35.0 + 7 * day, 60.0 + 9 * day, "Open Hands", qualifier="between")
        for day in (5, 16, 27, 38)
    ]
    rows.append(figure(20, None, 150.0, "The Army", qualifier="at most", as_of=None))
    rows.append(figure(24, 310.0, 310.0, None, qualifier="about", as_of="2031-03"))
    return rows
