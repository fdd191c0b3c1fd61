"""Number words and the words around a number, as tables that anyone can read and change."""

from __future__ import annotations

from typing import Final

SMALL: Final = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
TENS: Final = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}
MAGNITUDES: Final = {
    "dozen": 12,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
# Glued to digits or to an amount of money: "£20m", "$2.5bn", "300k".
SHORT_MAGNITUDES: Final = {
    "k": 1_000,
    "K": 1_000,
    "mn": 1_000_000,
    "M": 1_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "B": 1_000_000_000,
    "tn": 1_000_000_000_000,
}
# No more is known than that there is one of them at least: "dozens" is 12 or more.
VAGUE: Final = {
    "dozens": 12,
    "scores": 20,
    "tens": 10,
    "hundreds": 100,
    "thousands": 1_000,
    "lakhs": 100_000,
    "millions": 1_000_000,
    "crores": 10_000_000,
    "billions": 1_000_000_000,
    "trillions": 1_000_000_000_000,
}
# Before "hundred", "dozen", "thousand": how many of them at least.
VAGUE_COUNTS: Final = {
    "a few": 2,
    "few": 2,
    "several": 2,
    "a couple": 2,
    "a couple of": 2,
}
FRACTIONS: Final = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
}
