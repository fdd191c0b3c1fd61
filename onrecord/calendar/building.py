"""What the groups of a pattern say, as a ``DateExpression``: from the words of a date to its
fields.
"""

from __future__ import annotations

from onrecord.calendar import words
from onrecord.calendar.expression import DateExpression

Fields = dict[str, str | None]


def written(start: int, end: int, found: Fields) -> DateExpression:
    """The fields of a written date; impossible ones (31 June) are left to ``resolve``."""
    weekday, month, season = found.get("weekday"), found.get("month"), found.get("season")
    return DateExpression(
        start,
        end,
        "season" if season else "date",
        year=_year(found),
        month=_month(month) if month else None,
        day=_number(found.get("day")),
        weekday={**words.WEEKDAYS, **words.SHORT_WEEKDAYS}[weekday.lower()] if weekday else None,
        to_day=_number(found.get("to_day")),
        season=words.SEASONS[season.lower().removesuffix("s")] if season else None,
        step=_step(found.get("step")),
        edge=_edge(found.get("edge")),
        daypart=found.get("daypart"),
        clock=found.get("clock"),
        of_year=_step(found.get("of_year")),
    )


def relative(start: int, end: int, found: Fields) -> DateExpression:
    """ "last week", "the end of the month"."""
    unit = (found["unit"] or "").lower()
    step = _step(found.get("step")) or 0
    return DateExpression(
        start, end, "relative", unit=unit, step=step, edge=_edge(found.get("edge"))
    )


def named_day(start: int, end: int, found: Fields) -> DateExpression:
    """ "yesterday morning", "tonight"."""
    name = _words(found["name"])
    part = found.get("daypart") or next((p for p in words.DAYPARTS if name.endswith(p)), None)
    part = "night" if name in ("tonight", "last night") else part
    return DateExpression(start, end, "relative", unit="day", step=words.DAYS[name], daypart=part)


def ago(start: int, end: int, found: Fields) -> DateExpression:
    """ "two years ago", "two and a half months ago"."""
    number, unit = _number(found["number"]), (found["unit"] or "").lower()
    about = bool(found.get("about") or found.get("half"))
    return DateExpression(start, end, "ago", unit=unit, step=-(number or 1), about=about)


def reach(start: int, end: int, found: Fields) -> DateExpression:
    """ "the past 30 days", "the past decade", "the next five years"."""
    number, unit = _number(found.get("number")) or 1, (found["unit"] or "").lower()
    ahead = _words(found["reach"]).split()[-1] in ("next", "coming")
    return DateExpression(start, end, "reach", unit=unit, step=number if ahead else -number)


def recent(start: int, end: int, found: Fields) -> DateExpression:
    """ "in recent days", "the last few weeks", "in the coming months"."""
    ahead = _words(found["reach"]).split()[-1] in ("next", "coming", "ahead")
    unit = (found["unit"] or "").lower()
    return DateExpression(start, end, "recent", unit=unit, step=1 if ahead else -1)


def many_ago(start: int, end: int, found: Fields) -> DateExpression:
    """ "several years ago"."""
    return DateExpression(start, end, "recent", unit=(found["unit"] or "").lower(), step=-1)


def shift(start: int, end: int, found: Fields) -> DateExpression:
    """ "a day earlier", "the following month", "that year": from the date the story stands at."""
    word = (found.get("way") or "").lower()
    sign = words.WAYS[word] if word else 0
    number = _number(found.get("number")) or 1
    unit = words.SHIFT_UNITS.get((found["unit"] or "").lower(), (found["unit"] or "").lower())
    return DateExpression(start, end, "shift", unit=unit, step=sign * number)


def counted(start: int, end: int, found: Fields) -> DateExpression:
    """ "the fifth week of the war", "a day after the attack": not to be resolved here."""
    return DateExpression(start, end, "counted", unit=(found["unit"] or "").lower())


def decade(start: int, end: int, found: Fields) -> DateExpression:
    """ "the late 1960s", "the sixties"; "the 1800s" is a century."""
    word = (found.get("word") or "").lower()
    year = words.DECADES[word] if word else _number(found["year"]) or 0
    kind = "century" if year % 100 == 0 and year < 2000 else "decade"
    edge = _edge(found.get("edge"))
    return DateExpression(start, end, kind, year=year, edge=edge)  # type: ignore[arg-type]


def short_year(start: int, end: int, found: Fields) -> DateExpression:
    """ "in ’96": the latest such year."""
    return DateExpression(start, end, "date", name="short", year=_number(found["short"]))


def century(start: int, end: int, found: Fields) -> DateExpression:
    """ "the 20th century", "the seventh century BC"; a century begins in ``year``."""
    word = (found.get("ordinal") or "").lower()
    number = words.ORDINALS[word] if word else _number(found["number"]) or 1
    first = -number * 100 + 1 if found.get("before") else (number - 1) * 100
    return DateExpression(start, end, "century", year=first, edge=_edge(found.get("edge")))


def era(start: int, end: int, found: Fields) -> DateExpression:
    """ "776 BC", "AD 842"; 1 BC is the year 0000 of ISO 8601."""
    year = int((found.get("old") or found.get("older") or "0").replace(",", ""))
    return DateExpression(start, end, "date", year=1 - year if found.get("before") else year)


def feast(start: int, end: int, found: Fields) -> DateExpression:
    name = " ".join((found["feast"] or "").split())
    step = _step(found.get("step"))
    of_year = _step(found.get("of_year"))
    return DateExpression(
        start, end, "feast", name=name, year=_year(found), step=step, of_year=of_year
    )


def period(start: int, end: int, found: Fields) -> DateExpression:
    return DateExpression(start, end, "period", name=_words(found["period"]))


def clock(start: int, end: int, found: Fields) -> DateExpression:
    return DateExpression(start, end, "clock", clock=_hour(found))


def slashed(start: int, end: int, found: Fields) -> DateExpression:
    """03/26/2024 and 26.03.2024; where both could be the month (03/04/2024) only the year is
    certain."""
    one, two = int(found["one"] or 0), int(found["two"] or 0)
    year = _number(found["year"])
    if one == two <= 12:
        return DateExpression(start, end, "date", year=year, month=one, day=two)
    if (one > 12) == (two > 12):
        return DateExpression(start, end, "date", year=year)
    month, day = (two, one) if one > 12 else (one, two)
    return DateExpression(start, end, "date", year=year, month=month, day=day)


def _hour(found: Fields) -> str | None:
    """24-hour "HH:MM"; None if the clock has no such time."""
    if found.get("word"):
        return "00:00" if (found["word"] or "").lower() == "midnight" else "12:00"
    hour, minute = int(found["hour"] or 0), int(found.get("minute") or 0)
    half = (found.get("half") or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _words(found: str | None) -> str:
    return " ".join((found or "").lower().split())


def _year(found: Fields) -> int | None:
    return _number(found.get("year") or found.get("older"))


def _number(word: str | None) -> int | None:
    """ "12", "twelve", "the twelfth", "twenty-five"."""
    if not word:
        return None
    plain = word.lower().replace(",", "")
    if plain.isdigit():
        return int(plain)
    if plain in words.ORDINALS:
        return words.ORDINALS[plain]
    return sum(words.NUMBERS[part] for part in plain.replace("-", " ").split())


def _month(word: str) -> int:
    return int(word) if word.isdigit() else words.MONTHS[word.lower()]


def _step(word: str | None) -> int | None:
    return words.STEPS[_words(word)] if word else None


def _edge(word: str | None) -> str | None:
    return words.EDGES[_words(word)] if word else None
