"""Numbers as news writes them, in words and in figures: where they stand and what they say.

In goes text, out come ``Number``s: "32,000", "2.5 million", "a dozen", "hundreds of thousands",
"two-thirds", "30 to 40", "14-0". Nothing here knows what is counted; ordinals, and digits that are
glued to letters ("F-16", "25th"), are no numbers. Every pattern is bounded, so the time taken grows
with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.reader.figures.words import (
    FRACTIONS,
    MAGNITUDES,
    SHORT_MAGNITUDES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_COUNTS,
)

Form = Literal["digits", "words", "vague", "fraction", "ratio", "range", "pair"]


@dataclass(frozen=True, slots=True)
class Number:
    """The number at ``start:end``: from ``low`` to ``high``, None where that end is open.

    ``form``: "vague" numbers have no value ("dozens", "a few hundred"), a "ratio" is a share in
    words ("one in five"), a "pair" is two numbers and a dash that may be a range, a tally of votes
    or a score ("14-0").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    form: Form
    word: str | None = None  # what makes it vague: "several", "dozens"

    @property
    def value(self) -> float | None:
        """The number, if it is one and not a range."""
        return self.low if self.low == self.high and self.form != "pair" else None


def _any(words: object) -> str:
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


_GAP = r"(?:[ \u00a0\u2009\u202f]|[ ]?\r?\n[ ]{0,3})"
_DASH = r"[-\u2010-\u2014]"
_LEFT = r"(?<![A-Za-z0-9_@#&×])(?<![A-Za-z0-9][-\u2010-\u2014./:'’])(?<![0-9],)"
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,6})?[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
_SHORT = rf"(?:{_GAP}?(?:{_any(SHORT_MAGNITUDES)})(?![A-Za-z0-9]))?"
_RIGHT = r"(?![A-Za-z_0-9×]|[:/.,][0-9]|['’][0-9])"
_ATTACHED = r"(?:km|kg|mph|kph|kmh|cm|mm|ft|lbs?|GW|MW|kW|GB|TB|m)(?![A-Za-z])"
_WORDS = _any([*SMALL, *TENS, "hundred", *MAGNITUDES])
_MAGNITUDE = _any(["hundred", *MAGNITUDES])
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_NUMERAL = (
    rf"(?:(?P<digits>{_DIGITS})(?:(?P<short>{_SHORT}){_RIGHT}(?!{_DASH}[0-9])|(?={_ATTACHED}))"
    rf"|(?P<words>(?i:{_WORDS})(?![A-Za-z]))|(?P<a>(?i:an?{_GAP}(?:{_MAGNITUDE})(?![A-Za-z]))))"
)
_NUMERALS: Final = re.compile(_LEFT + _NUMERAL)
_JOINED: Final = re.compile(
    rf"(?:{_GAP}|-|{_GAP}?,?{_GAP}and{_GAP})(?P<words>(?i:{_WORDS}))(?![A-Za-z])"
)
_AND_A_HALF: Final = re.compile(rf"{_GAP}and{_GAP}a{_GAP}half(?![a-z-])", re.IGNORECASE)
_VAGUE: Final = re.compile(
    rf"{_LEFT}(?i:(?P<plural>{_any(VAGUE)})(?:{_GAP}of{_GAP}(?P<of>{_any(VAGUE)}))?"
    rf"|(?P<count>{_any(VAGUE_COUNTS)}){_GAP}(?P<unit>{_MAGNITUDE})(?:{_GAP}(?P<more>{_MAGNITUDE}))?)(?![A-Za-z])"
)
_HALF_A: Final = re.compile(
    rf"{_LEFT}(?i:(?P<part>half|a{_GAP}quarter(?:{_GAP}of)?)(?:{_GAP}an?)?{_GAP}(?P<unit>{_MAGNITUDE}))(?![A-Za-z])"
)
_FRACTION: Final = re.compile(
    rf"{_LEFT}(?i:(?P<many>an?|one|two|three|four|five|six|seven|eight|nine)(?:{_GAP}|{_DASH})"
    rf"(?P<part>{_any(FRACTIONS)})(?P<s>s?)(?P<half>))(?![A-Za-z])"
    rf"|{_LEFT}(?P<bare>[Hh]alf)(?=(?:{_GAP}(?:of|the(?!{_GAP}(?:size|length|time|way|price|age|number)\b)|its|their|his|her|our|all|that|those|this)\b"
    rf"|{_GAP}an?{_GAP}(?:hour|day|year|decade|century|mile|kilomet|acre|ton|percent|point)))"
)
_RATIO: Final = re.compile(
    rf"{_LEFT}(?i:(?P<one>[1-9][0-9]?|{_any(SMALL)})"
    rf"(?:{_GAP}(?:in|out{_GAP}of|of{_GAP}every|of(?={_GAP}(?:10|ten|100){_GAP})){_GAP}(?:every{_GAP})?|-(?:in|out-of)-)"
    rf"(?P<two>3|4|5|6|7|8|9|10|12|20|50|100|1,000|{_any([*SMALL, *TENS])}))"
    rf"(?=(?:{_GAP}(?:of\b|[a-z]+s\b|people|children|women|men|chance|said|say|were|are|have))|[.,;])"
)
# "17 out of 18": of any two numbers
_OUT_OF: Final = re.compile(
    rf"{_LEFT}(?P<one>[1-9][0-9]{{0,3}}){_GAP}out{_GAP}of{_GAP}(?:the{_GAP})?"
    r"(?P<two>[1-9][0-9]{0,3})(?![0-9A-Za-z]|[,.][0-9])"
)
_SIGN: Final = re.compile(r"(?:US|A|C|NZ|HK|S)?[$€£¥]$")
_RANGES: Final = re.compile(r"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying))\sfrom\s$")
_PAIR: Final = re.compile(
    rf"{_LEFT}(?P<one>{_DIGITS})(?:%|{_SHORT})?(?P<dash>{_GAP}?{_DASH}{_GAP}?)"
    rf"(?:US|C|A|HK)?[$€£¥]?(?P<two>{_DIGITS})(?:(?P<short>{_SHORT})(?!{_DASH}[0-9]){_RIGHT}|(?={_ATTACHED}))"
)
_BETWEEN: Final = re.compile(rf"(?i:\bbetween{_GAP})$")
_TO: Final = re.compile(
    rf"(?:%|{_GAP}per{_GAP}?cent)?(?:{_GAP}(?:to|or){_GAP}|-(?:to|or)-|{_DASH})"
)
_AND: Final = re.compile(rf"(?:%|{_GAP}per{_GAP}?cent)?{_GAP}and{_GAP}[$€£]?")


def numbers(text: str) -> list[Number]:
    """The numbers of a text in order, none overlapping another."""
    found = sorted([*_shares(text), *_pairs(text), *_vague(text), *_exact(text)], key=_precedence)
    kept: list[Number] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return list(_ranges(text, kept))


def _precedence(number: Number) -> tuple[int, int]:
    return number.start, -number.end


# --- one number ----------------------------------------------------------------------------------


def _exact(text: str) -> Iterator[Number]:
    """Numerals with their magnitudes: "2.5 million", "three hundred and five", "a dozen"."""
    at = 0
    while match := _NUMERALS.search(text, at):
        value, at = _started(text, match)
        form: Form = "digits" if match["digits"] else "words"
        yield Number(match.start(), at, value, value, form)


def _started(text: str, match: re.Match[str]) -> tuple[float, int]:
    """The value of the numeral that begins with ``match``, and where it ends."""
    end = match.end()
    if match["digits"]:
        value = digits(match["digits"])
        if match["short"]:
            return _plain(value * SHORT_MAGNITUDES[match["short"].strip()]), end
        parts = [value]
    elif match["a"]:
        parts = [1.0, _size(match["a"].split()[-1])]
    else:
        parts = [_size(match["words"])]
    while True:
        if parts[-1] < 100 and (half := _AND_A_HALF.match(text, end)):
            parts[-1] += 0.5
            end = half.end()
        further = _JOINED.match(text, end)
        if further is None or not _goes_on(parts, text[end : further.start("words")], further):
            return _plain(_worth(parts)), end
        parts.append(_size(further["words"]))
        end = further.end()


def digits(written: str) -> float:
    """ "32,000" is 32000, "2½" is 2.5."""
    extra = _HALVES.get(written[-1], 0.0)
    bare = written[:-1] if extra else written
    return (float(bare.replace(",", "")) if bare else 0.0) + extra


def _size(word: str) -> float:
    word = word.lower()
    return float(SMALL.get(word) or TENS.get(word) or MAGNITUDES.get(word) or _zero_or_100(word))


def _zero_or_100(word: str) -> int:
    return 100 if word == "hundred" else 0


def _goes_on(parts: list[float], gap: str, further: re.Match[str]) -> bool:
    """Whether the next number word is part of the same numeral."""
    word = further["words"].lower()
    last, size = parts[-1], _size(word)
    if size >= 100 or word == "dozen":
        return last != size and "and" not in gap and _grows(parts, size)
    if "and" in gap:
        return last >= 100 and word != "zero" and last != 12.0
    if word in SMALL:
        return (last in TENS.values() and size < 10 and size > 0) or last >= 100
    return last >= 100


def _grows(parts: list[float], size: float) -> bool:
    """ "two hundred thousand", "three million five hundred": a magnitude has its own count."""
    return parts[-1] < size or (parts[-1] < 100 and size == 100)


def _worth(parts: list[float]) -> float:
    total, group = 0.0, 0.0
    for part in parts:
        if part >= 1000 and total and not group:
            total *= part  # "2 lakh crore"
        elif part >= 1000:
            total, group = total + (group or 1) * part, 0.0
        elif (part == 100 or part == 12) and group and parts[0] != part:
            group *= part
        else:
            group += part
    return total + group


def _plain(value: float) -> float:
    return float(round(value, 6))


def _vague(text: str) -> Iterator[Number]:
    """ "dozens", "hundreds of thousands", "a few hundred", "half a million"."""
    for match in _VAGUE.finditer(text):
        low, word = _at_least(match)
        if word == "scores" and not text.startswith(" of ", match.end()):
            continue  # "scores were level"
        yield Number(match.start(), match.end(), low, None, "vague", word)
    for match in _HALF_A.finditer(text):
        part = 0.5 if match["part"].lower() == "half" else 0.25
        value = part * _size(match["unit"])
        yield Number(match.start(), match.end(), value, value, "words")


def _at_least(match: re.Match[str]) -> tuple[float, str]:
    """The least that a vague number can be, and the words that leave it open."""
    if match["plural"]:
        times = VAGUE[match["of"].lower()] if match["of"] else 1
        return float(VAGUE[match["plural"].lower()] * times), " ".join(match[0].lower().split())
    count = " ".join(match["count"].lower().split())
    size = _size(match["unit"]) * (_size(match["more"]) if match["more"] else 1)
    return VAGUE_COUNTS[count] * size, count


def _shares(text: str) -> Iterator[Number]:
    """ "a third of", "two-thirds", "half the", "one in five"."""
    for match in _FRACTION.finditer(text):
        value = 0.5 if match["bare"] else _fraction(text, match)
        if value is not None:
            yield Number(match.start(), match.end(), value, value, "fraction")
    for match in (*_RATIO.finditer(text), *_OUT_OF.finditer(text)):
        one, two = (digits(w) if w[0].isdigit() else _size(w) for w in match.group("one", "two"))
        if one < two:
            value = one / two
            yield Number(match.start(), match.end(), value, value, "ratio")


def _fraction(text: str, match: re.Match[str]) -> float | None:
    """None for an ordinal: "a third term", "one half" of a match."""
    many = match["many"].lower()
    count = 1 if many in ("a", "an") else SMALL[many]
    after = text[match.end() : match.end() + 12].lstrip().split(" ")[0]
    plural = bool(match["s"]) or match["part"].lower() == "halves"
    if (count == 1) == plural or (count == 1 and not after.startswith("of") and many != "one"):
        return None
    if count == 1 and after.strip(",.") not in ("of", "", "the") and "-" not in match[0]:
        return None
    part = FRACTIONS[match["part"].lower()]
    return count / part if count < part else None


# --- two numbers ---------------------------------------------------------------------------------


def _pairs(text: str) -> Iterator[Number]:
    """ "14-0", "10-15", "5% to 7%", "3-4 million"."""
    for match in _PAIR.finditer(text):
        short = SHORT_MAGNITUDES[match["short"].strip()] if match["short"] else 1
        end, size = _magnified(text, match.end(), short)
        low, high = _plain(digits(match["one"]) * size), _plain(digits(match["two"]) * size)
        yield Number(match.start(), end, low, high, "pair")


def _magnified(text: str, end: int, size: float) -> tuple[int, float]:
    further = _JOINED.match(text, end)
    if (
        further
        and further["words"].lower() in MAGNITUDES
        and "and" not in text[end : further.end()]
    ):
        return further.end(), size * MAGNITUDES[further["words"].lower()]
    return end, size


def _ranges(text: str, found: list[Number]) -> Iterator[Number]:
    """ "30 to 40", "two or three", "between 30 and 40" as one number each."""
    waiting: Number | None = None
    for number in found:
        joined = _range(text, waiting, number) if waiting else None
        if waiting and joined is None:
            yield waiting
        waiting = joined or number
    if waiting:
        yield waiting


def _range(text: str, one: Number, two: Number) -> Number | None:
    if one.value is None or two.value is None or "fraction" in (one.form, two.form):
        return None
    gap = text[one.end : two.start]
    opening = max(0, one.start - 12)
    before = _SIGN.sub("", text[opening : one.start])
    between = _BETWEEN.search(before)
    if not (_AND if between else _TO).fullmatch(_SIGN.sub("", gap)):
        return None
    low = _scaled(text, one, two)
    grew = re.search(r"\bfrom\s$", before) and not _RANGES.search(text[: one.start][-20:])
    if not low < two.value or (" to " in gap and grew):
        return None  # "rose from 30 to 45": two figures
    start = opening + between.start() if between else one.start
    return Number(start, two.end, low, two.value, "range")


def _scaled(text: str, one: Number, two: Number) -> float:
    """ "two to three million": what is said of the second is meant of the first."""
    low = one.value or 0.0
    for size in sorted(MAGNITUDES.values(), reverse=True):
        if (
            two.value
            and two.value >= size > 12
            and low < 1000 <= two.value
            and low * size < two.value
        ):
            return low * size
    return low
