"""Feasts, holidays and months of observance: a name and a year in, the first and last day out.

The table says of each name how its days are had: the same day each year, the nth weekday of a
month, so many days from Easter, or a day of another calendar, which ``hijridate`` (Islamic, Umm
al-Qura), ``pyluach`` (Hebrew) and ``borax`` (Chinese) know. What is fixed by a sighting of the moon
may lie a day off where the article is written, and so carries "~".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

# name | also written | rule: "fixed month day [days]", "weekday month weekday nth",
# "easter offset [days]", "orthodox offset", "islamic month day [days]", "hebrew month day [days]",
# "chinese month day [days]"; "unknown" is a name whose days no calendar here
# gives. The weekday is 0 for Monday; nth -1 is the last; "islamic 9 1 month" lasts the whole month.
TABLE: Final = """
New Year's Day | New Year’s Day | fixed 1 1
New Year's Eve | New Year’s Eve | fixed 12 31
Epiphany | Three Kings Day | fixed 1 6
Orthodox Christmas | | fixed 1 7
Martin Luther King Day | MLK Day, Martin Luther King Jr. Day | weekday 1 0 3
Groundhog Day | | fixed 2 2
Valentine's Day | Valentine’s Day, St. Valentine's Day | fixed 2 14
Presidents Day | Presidents' Day, Presidents’ Day | weekday 2 0 3
International Women's Day | International Women’s Day | fixed 3 8
St. Patrick's Day | St. Patrick’s Day, Saint Patrick's Day | fixed 3 17
Nowruz | Norouz, Newroz, Persian New Year | fixed 3 20
April Fools' Day | April Fools’ Day, April Fool's Day | fixed 4 1
Earth Day | | fixed 4 22
Anzac Day | ANZAC Day | fixed 4 25
May Day | International Workers' Day | fixed 5 1
Cinco de Mayo | | fixed 5 5
Memorial Day | | weekday 5 0 -1
Juneteenth | | fixed 6 19
Canada Day | | fixed 7 1
Independence Day | Fourth of July, July Fourth | us 7 4
Bastille Day | | fixed 7 14
Assumption Day | | fixed 8 15
Labor Day | | weekday 9 0 1
Columbus Day | Indigenous Peoples' Day | weekday 10 0 2
Halloween | Hallowe'en | fixed 10 31
All Saints' Day | All Saints’ Day, All Saints Day | fixed 11 1
All Souls' Day | All Souls’ Day | fixed 11 2
Guy Fawkes Night | Bonfire Night | fixed 11 5
Armistice Day | Veterans Day, Veterans' Day, Remembrance Day | fixed 11 11
Thanksgiving | Thanksgiving Day | weekday 11 3 4
Christmas Eve | | fixed 12 24
Christmas | Christmas Day, Xmas | fixed 12 25
Boxing Day | St. Stephen's Day | fixed 12 26
Shrove Tuesday | Mardi Gras | easter -47
Ash Wednesday | | easter -46
Lent | | easter -46 44
Palm Sunday | | easter -7
Holy Week | | easter -7 7
Maundy Thursday | Holy Thursday | easter -3
Good Friday | | easter -2
Holy Saturday | | easter -1
Orthodox Easter | | orthodox 0
Easter | Easter Sunday | easter 0
Easter Monday | | easter 1
Ascension Day | | easter 39
Pentecost | Whit Sunday | easter 49
Corpus Christi | | easter 60
Islamic New Year | | islamic 1 1
Ashura | Ashoura | islamic 1 10
Mawlid | Mawlid al-Nabi, Prophet's Birthday, Prophet Muhammad's birthday | islamic 3 12
Ramadan | Ramazan, Ramadhan | islamic 9 1 month
Laylat al-Qadr | | islamic 9 27
Eid al-Fitr | Eid ul-Fitr, Eid-ul-Fitr, Eid el-Fitr | islamic 10 1 3
Arafat Day | Day of Arafah, Day of Arafat | islamic 12 9
Eid al-Adha | Eid ul-Adha, Eid-ul-Adha, Eid el-Adha | islamic 12 10 4
Muharram | | islamic 1 1 month
Rosh Hashanah | Rosh Hashana, Jewish New Year | hebrew 7 1 2
Yom Kippur | | hebrew 7 10
Sukkot | Sukkoth, Feast of Tabernacles | hebrew 7 15 7
Simchat Torah | Simhat Torah | hebrew 7 22
Hanukkah | Chanukah, Hanukah | hebrew 9 25 8
Purim | | hebrew -1 14
Passover | Pesach | hebrew 1 15 7
Shavuot | | hebrew 3 6
Tisha B'Av | Tisha B’Av | hebrew 5 9
Lunar New Year | Chinese New Year, Tet, Seollal, Spring Festival | chinese 1 1
Lantern Festival | | chinese 1 15
Qingming | Tomb-Sweeping Day, Tomb Sweeping Day | fixed 4 4 2
Dragon Boat Festival | | chinese 5 5
Mid-Autumn Festival | Chuseok, Moon Festival | chinese 8 15
Diwali | Deepavali | unknown
Holi | | unknown
Vesak | Vesak Day | unknown
"""

# What may follow a feast's name when no day is meant: "a Christmas tree", "Easter Island".
THINGS: Final = frozenset(
    """
    tree trees island islands card cards carol carols egg eggs bunny present presents gift gifts
    market markets shopping decorations lights song songs album movie film special dinner turkey
    stocking stockings pudding cake cookies parade costume costumes candy party parties rising war
    rebellion massacre offensive accords agreement truce effect season sales spirit
    """.split()
)

_DOUBTFUL = ("islamic",)


def _table() -> dict[str, str]:
    rules: dict[str, str] = {}
    for line in TABLE.strip().splitlines():
        name, others, rule = (part.strip() for part in line.split("|"))
        for written in (name, *(o.strip() for o in others.split(",") if o.strip())):
            rules[written] = rule
    return rules


FEASTS: Final = _table()


def days(name: str, year: int) -> list[tuple[date, date]]:
    """First and last day of every feast of that name that begins in the year; none if unknown."""
    calendar, *numbers = FEASTS[name].split()
    rule = _RULES.get(calendar)
    try:
        return rule(year, numbers) if rule and 1 < year < 9998 else []
    except (ValueError, OverflowError, IndexError):  # outside the years the calendar's table has
        return []


def doubt(name: str) -> str:
    """ "~" where the day is fixed by sighting the moon."""
    return "~" if FEASTS[name].startswith(_DOUBTFUL) else ""


def _lasting(first: date, numbers: list[str], at: int) -> tuple[date, date]:
    length = int(numbers[at]) if len(numbers) > at else 1
    return first, first + timedelta(length - 1)


def _fixed(year: int, numbers: list[str]) -> list[tuple[date, date]]:
    return [_lasting(date(year, int(numbers[0]), int(numbers[1])), numbers, 2)]


def _weekday(year: int, numbers: list[str]) -> list[tuple[date, date]]:
    month, weekday, nth = map(int, numbers)
    size = monthrange(year, month)[1]
    found = [d for n in range(size) if (d := date(year, month, n + 1)).weekday() == weekday]
    day = found[nth - 1 if nth > 0 else nth]
    return [(day, day)]


def _easter(year: int, numbers: list[str]) -> list[tuple[date, date]]:
    from dateutil.easter import easter

    return [_lasting(easter(year) + timedelta(int(numbers[0])), numbers, 1)]


def _orthodox(year: int, numbers: list[str]) -> list[tuple[date, date]]:
    from dateutil.easter import EASTER_ORTHODOX, easter

    return [_lasting(easter(year, EASTER_ORTHODOX) + timedelta(int(numbers[0])), numbers, 1)]


def _islamic(year: int, numbers: list[str]) -> list[tuple[date, date]]:
    from hijridate import Gregorian, Hijri

    first = Gregorian(year, 1, 1).to_hijri().year
    found = []
    for hijri_year in (first, first + 1):
        begins = Hijri(hijri_year, int(numbers[0]), int(numbers[1]))
        length = begins.month_length() if numbers[2:] == ["month"] else int([*numbers, "1"][2])
        day = begins.to_gregorian()
        first_day = date(day.year, day.month, day.day)
        found.append((first_day, first_day + timedelta(length - 1)))
    return [f for f in found if f[0].year == year]


def _hebrew(year: int, numbers: list[str]) -> list[tuple[date, date]]:
    from pyluach.dates import HebrewDate
    from pyluach.hebrewcal import Year

    found = []
    for hebrew_year in (year + 3760, year + 3761):
        leap_month = 13 if Year(hebrew_year).leap else 12
        month = int(numbers[0]) if numbers[0] != "-1" else leap_month
        day = HebrewDate(hebrew_year, month, int(numbers[1])).to_pydate()
        found.append(_lasting(day, numbers, 2))
    return [f for f in found if f[0].year == year]


def _chinese(year: int, numbers: list[str]) -> list[tuple[date, date]]:
    from borax.calendars.lunardate import LunarDate

    day = LunarDate(year, int(numbers[0]), int(numbers[1])).to_solar_date()
    return [_lasting(day, numbers, 2)]


_RULES: Final[dict[str, Callable[[int, list[str]], list[tuple[date, date]]]]] = {
    "fixed": _fixed,
    "us": _fixed,
    "weekday": _weekday,
    "easter": _easter,
    "orthodox": _orthodox,
    "islamic": _islamic,
    "hebrew": _hebrew,
    "chinese": _chinese,
}
