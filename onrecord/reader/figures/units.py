"""Numbers with what they are measured in: "90-minute", "$60 billion", "5 per cent", "2km".

Units and currencies are tables: one row a unit, what kind of measure it is, and its forms; a form
in capital letters is told from one in small letters, words are not. Money is in ISO 4217 codes
where the words say which money it is, else in the word itself ("pesos").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.reader.figures.numbers import Number, numbers

# unit | measure | forms
UNITS: Final = """
percent           | share    | percent, per cent, pct, %, per-cent
percentage points | share    | percentage points, percentage point, pp
seconds           | duration | seconds, second
minutes           | duration | minutes, minute, mins, min
hours             | duration | hours, hour, hrs
days              | duration | days, day
nights            | duration | nights
times             | count    | times
points            | count    | points
weeks             | duration | weeks, week
months            | duration | months, month
years             | duration | years, year
decades           | duration | decades, decade
centuries         | duration | centuries
km                | distance | km, kms, kilometers, kilometer, kilometres, kilometre
meters            | distance | meters, meter, metres, metre, m
centimeters       | distance | centimeters, centimeter, centimetres, centimetre, cm
millimeters       | distance | millimeters, millimetres, mm
miles             | distance | miles, mile
light years       | distance | light years, light year, light-years
astronomical units | distance | astronomical units, astronomical unit
degrees           | count    | degrees, °
parsecs           | distance | parsecs, parsec
km/s              | speed    | km/s, kilometers per second, kilometres per second
nautical miles    | distance | nautical miles, nautical mile
feet              | distance | feet, foot, ft
inches            | distance | inches, inch
yards             | distance | yards, yard
hectares          | area     | hectares, hectare
acres             | area     | acres, acre
square km         | area     | square kilometers, square kilometres, square km, sq km, km², km2
square miles      | area     | square miles, square mile, sq mi
square meters     | area     | square meters, square metres, sq m, m²
square feet       | area     | square feet, square foot, sq ft
tons              | weight   | tons, ton
tonnes            | weight   | tonnes, tonne, metric tons, metric tonnes, metric ton
kg                | weight   | kg, kilograms, kilogram, kilos, kilo, kgs
mg                | weight   | mg, milligrams, milligram
grams             | weight   | grams, gram, grammes
pounds            | weight   | pounds, pound, lb, lbs
ounces            | weight   | ounces, ounce
liters            | volume   | liters, litres, liter, litre
gallons           | volume   | gallons, gallon
barrels per day   | volume   | barrels per day, barrels a day, bpd
barrels           | volume   | barrels, barrel
cubic meters      | volume   | cubic meters, cubic metres
km/h              | speed    | km/h, kph, kmh, kilometers per hour, kilometres per hour
km/h              | speed    | kilometers an hour, kilometres an hour
mph               | speed    | mph, miles per hour, miles an hour
knots             | speed    | knots
celsius           | temperature | °C, ° C, degrees Celsius, degree Celsius, degrees C, C
fahrenheit        | temperature | °F, ° F, degrees Fahrenheit, degree Fahrenheit, degrees F, F
magnitude         | magnitude | magnitude
megawatts         | power    | megawatts, megawatt, MW
gigawatts         | power    | gigawatts, gigawatt, GW
kilowatt hours    | energy   | kilowatt hours, kilowatt-hours, kWh
gigabytes         | count    | gigabytes, gigabyte, GB
"""

# code | signs | names
MONEY: Final = """
USD | $, US$ | US dollars, US dollar, U.S. dollars, U.S. dollar, dollars, dollar
USD | | American dollars, United States dollars
AUD | A$, AU$ | Australian dollars
CAD | C$, CA$, CDN$ | Canadian dollars
HKD | HK$ | Hong Kong dollars
NZD | NZ$ | New Zealand dollars
SGD | S$ | Singapore dollars
TWD | NT$ | Taiwan dollars, New Taiwan dollars
EUR | € | euros, euro
GBP | £ | pounds sterling, British pounds
JPY | ¥ | yen, Japanese yen
CNY | RMB | yuan, renminbi, Chinese yuan
INR | ₹ | Indian rupees
PKR | | Pakistani rupees
LKR | | Sri Lankan rupees
RUB | ₽ | rubles, roubles, ruble, rouble, Russian rubles
UAH | ₴ | hryvnia, hryvnias
KRW | ₩ | won, South Korean won
ILS | ₪ | shekels, shekel, Israeli shekels
TRY | ₺ | Turkish lira, Turkish liras
BRL | R$ | reais, Brazilian reais
ZAR | | rand, South African rand
NGN | ₦ | naira
KES | | Kenyan shillings
PHP | ₱ | Philippine pesos
MXN | | Mexican pesos
CHF | | Swiss francs
SEK | | Swedish kronor, Swedish krona
NOK | | Norwegian kroner, Norwegian krone
DKK | | Danish kroner, Danish krone
PLN | | zloty, zlotys, złoty, złotys
GEL | | Georgian lari, lari
BTC | ₿ | bitcoins
THB | ฿ | baht
IDR | | rupiah
MYR | | ringgit
VND | ₫ | dong
BDT | ৳ | taka
rupees | Rs, Rs. | rupees, rupee
pesos | | pesos, peso
lira | | lira, liras
rials | | rials, rial, riyals
dinars | | dinars, dinar
dirhams | | dirhams, dirham
francs | | francs
kroner | | kroner, kronor
shillings | | shillings
"""
CENTS: Final = "cents"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, at ``start:end``; ``measure`` is told by the unit alone, if it is."""

    start: int
    end: int
    number: Number
    unit: str | None = None
    measure: str | None = None
    glued: bool = False  # "90-minute", "five-day": said of the noun that follows


def _rows(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [field.strip() for field in line.split("|")]


def _split(field: str) -> list[str]:
    return [word.strip() for word in field.split(",") if word.strip()]


_UNITS: Final = {
    key: (unit, kind)
    for unit, kind, forms in _rows(UNITS)
    for form in _split(forms)
    for key in (form, form.lower().replace("-", " "))
}
_SIGNS: Final = {sign: code for code, signs, _ in _rows(MONEY) for sign in _split(signs)}
_CODES: Final = {code for code, _, _ in _rows(MONEY) if code.isupper()}
_NAMES: Final = {name: code for code, _, names in _rows(MONEY) for name in _split(names)}
_GLUED_ONLY: Final = frozenset({"m", "C", "F", "min"})  # "5m", not "5 m"


def _form(word: str) -> str:
    written = re.escape(word).replace(r"\ ", r"[\s-]")
    return written if len(word) < 4 or not word.isalpha() else f"(?i:{written})"


def _forms(words: Iterable[str]) -> str:
    return "|".join(_form(w) for w in sorted(words, key=len, reverse=True))


_END = r"(?![A-Za-z0-9²])"
_METRES: Final = re.compile(r"\)|\s(?:long|high|tall|wide|deep|above|below)\b")  # "(23 m) long"
_FURTHER: Final = "more|additional|further|extra|full|whole|straight|consecutive"
_UNIT_AFTER: Final = re.compile(
    rf"(?:\s?±\s?[\d.,]{{1,12}})?(?P<gap>\+?[\s\u00a0]|\s?-\s?|-?(?:plus|odd)\s|\s(?:{_FURTHER}|of|an?)\s|)(?P<unit>{_forms(_UNITS)})(?:(?<=[%²°])|{_END})"
)
_NAME_AFTER: Final = re.compile(rf"(?P<gap>[\s-]|\sof\s)(?P<name>{_forms(_NAMES)}|cents?){_END}")
_CODE_AFTER: Final = re.compile(rf"\s?(?P<code>{'|'.join(sorted(_CODES))}){_END}")
_SIGN_BEFORE: Final = re.compile(
    rf"(?<![A-Za-z])(?P<sign>{_forms(_SIGNS)}|(?:{'|'.join(sorted(_CODES))}))\s?$"
)
_SIGN_WITHIN: Final = re.compile(rf"(?<![A-Za-z])(?P<sign>{_forms(_SIGNS)})(?=\d)")
_MAGNITUDE_BEFORE: Final = re.compile(
    r"(?<![\w-])(?P<word>magnitude)[\s-](?:of\s)?$", re.IGNORECASE
)
_MAGNITUDE_OF: Final = re.compile(
    r"\bmagnitude (?:of (?:the )?[a-z]+ )?(?:was|is|at|as|reached) (?:about )?$"
)
_POUNDS: Final = re.compile(r"\spounds\b")  # of money from a million on, else of weight
_M: Final = re.compile(r"m(?![A-Za-z0-9])")


def quantities(text: str) -> list[Quantity]:
    """The numbers of a text with their units, in order."""
    return [_with_unit(text, number) for number in numbers(text)]


def _with_unit(text: str, number: Number) -> Quantity:
    plain = Quantity(number.start, number.end, number)
    return _money(text, plain) or _measured(text, plain) or plain


def _money(text: str, plain: Quantity) -> Quantity | None:
    """ "$60 billion", "60 million euros", "USD 5m"."""
    return _with_sign(text, plain) or _with_name(text, plain)


def _with_sign(text: str, plain: Quantity) -> Quantity | None:
    sign = _SIGN_BEFORE.search(text, max(0, plain.start - 5), plain.start)
    if sign:
        plain = _in_millions(text, plain)
        code = _SIGNS.get(sign["sign"], sign["sign"])
        glued = _hyphen(text, plain.end)
        return replace(plain, start=sign.start(), unit=code, measure="money", glued=glued)
    within = _SIGN_WITHIN.search(text, plain.start, plain.end)
    if within and plain.number.form == "range":
        return replace(plain, unit=_SIGNS[within["sign"]], measure="money")
    return None


def _with_name(text: str, plain: Quantity) -> Quantity | None:
    name = _NAME_AFTER.match(text, plain.end)
    if name and _joins(plain.number, name["gap"].strip()):
        unit = CENTS if name["name"].lower().startswith("cent") else _code(name["name"])
        glued = "-" in name["gap"]
        return replace(plain, end=name.end(), unit=unit, measure="money", glued=glued)
    if code := _CODE_AFTER.match(text, plain.end):
        return replace(plain, end=code.end(), unit=code["code"], measure="money")
    pounds = _POUNDS.match(text, plain.end)
    if pounds and (plain.number.low or 0) >= 1e6:
        return replace(plain, end=pounds.end(), unit="GBP", measure="money")
    return None


def _in_millions(text: str, plain: Quantity) -> Quantity:
    """ "£20m": after a sign of money the letter is a million, not a metre."""
    match = _M.match(text, plain.end)
    if match is None or plain.number.low is None or plain.number.high is None:
        return plain
    low, high = plain.number.low * 1e6, plain.number.high * 1e6
    number = replace(plain.number, low=low, high=high, end=match.end())
    return replace(plain, number=number, end=match.end())


def _code(name: str) -> str:
    plain = " ".join(name.split())
    return next(code for known, code in _NAMES.items() if known.lower() == plain.lower())


def _hyphen(text: str, at: int) -> bool:
    return text[at : at + 1] == "-" and text[at + 1 : at + 2].isalpha()


def _joins(number: Number, word: str) -> bool:
    """ "tens of thousands of dollars", "half an hour": only such numbers take a word between."""
    if word == "of":
        return number.form == "vague"
    return word not in ("a", "an") or number.form == "fraction"


def _measured(text: str, plain: Quantity) -> Quantity | None:
    """ "90-minute", "5 per cent", "a 6.2-magnitude earthquake"."""
    if before := _MAGNITUDE_BEFORE.search(text, max(0, plain.start - 14), plain.start):
        return replace(plain, start=before.start("word"), unit="magnitude", measure="magnitude")
    if _MAGNITUDE_OF.search(text, max(0, plain.start - 60), plain.start):
        return replace(plain, unit="magnitude", measure="magnitude")
    match = _UNIT_AFTER.match(text, plain.end)
    if match is None or not _joins(plain.number, match["gap"].strip()):
        return None
    form = match["unit"]
    unit, measure = _UNITS.get(form) or _UNITS[" ".join(form.lower().replace("-", " ").split())]
    if _further(match["gap"]) and measure not in ("duration", "distance"):
        return None
    homes = unit == "seconds" and form.lower() == "second" and "-" not in match["gap"]
    if homes or (match["gap"] and form in _GLUED_ONLY and not _METRES.match(text, match.end())):
        return None  # "two second homes"
    glued = "-" in match["gap"] or (not form.endswith("s") and _hyphen(text, match.end()))
    return replace(plain, end=match.end(), unit=unit, measure=measure, glued=glued)


def _further(gap: str) -> bool:
    """ "two more weeks": a word between a number and its unit."""
    return re.fullmatch(_FURTHER, gap.strip()) is not None
