"""What statements are about: the words that most of them share, from the vocabulary of full-text
search, those left out that hold English together, and those that name sources more often than what
these speak of: "minister". Nor is a topic what is only a name of people or bodies, whom lists of
their own have ("Orlova", "National"), or an adjective that news uses of anything.

A word is counted as often as asking for it finds statements. Those worth counting are the commonest
of the record's contents: their rows are kept, so that any question is one count of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice, permutations

import numpy as np
from sqlalchemy import Connection, select

from onrecord.findings import Choice
from onrecord.lexicon.adjectives import PLAIN
from onrecord.lexicon.countries import ADJECTIVES, PEOPLES
from onrecord.lexicon.function_words import FUNCTION_WORDS
from onrecord.model import Question
from onrecord.store import sqlite
from onrecord.store.schema import entities, statements
from onrecord.store.sheets import Codes, Numbers
from onrecord.store.state import State
from onrecord.store.words import folded

COMMONEST = 600  # words that are counted
SHORTEST = 3  # letters
TOGETHER = 0.8  # of the statements with either of two words have both
LOOKED_AT = 15  # statements that show how a word is written
NAMED = ("person", "organization", "group", "outlet")  # kinds of those with lists of their own
_WORD = re.compile(r"[^\W_]+")
_NATIONS = frozenset(folded(word) for word in (*ADJECTIVES, *PEOPLES))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The commonest words; ``words`` and ``rows`` are a pair for each word in each statement."""

    words: tuple[str, ...]
    codes: Codes
    numbers: Numbers


def topics(state: State, question: Question, limit: int) -> tuple[Choice, ...]:
    """The words that most of the statements share, most first."""
    known = state.once("vocabulary", _vocabulary)
    sheet, rows = state.sheet("statements"), state.rows("statements", question)
    places = state.once("places of words", lambda _: sheet.places(known.numbers))
    asked = (places >= 0) & rows[places] if len(sheet) else np.zeros(len(places), np.bool_)
    counts = np.bincount(known.codes[asked], minlength=len(known.words))
    names = state.once("names", _names)
    listed = (code for code in np.argsort(-counts, kind="stable") if counts[code])
    order = list(
        islice((c for c in listed if not _is_named(state, known, c, names)), max(limit, 0))
    )
    found = {known.words[code]: known.numbers[asked & (known.codes == code)] for code in order}
    written = _written(state, known, tuple(word for word, rows in found.items() if len(rows)))
    joined = state.once(("joined", tuple(written)), partial(_joined, known=known, found=written))
    return tuple(sorted(_choices(found, written, joined), key=lambda each: -each.count))


def _choices(
    found: Mapping[str, Numbers], written: Mapping[str, str], joined: Mapping[str, str]
) -> Iterator[Choice]:
    """The words, those that stand together as one: asked for both, and counted so."""
    seconds = set(joined.values())
    for word in written:
        other = joined.get(word)
        if other is not None:
            both = len(np.intersect1d(found[word], found[other]))
            yield Choice(f"{word} {other}", f"{written[word]} {written[other]}", both)
        elif word not in seconds:
            yield Choice(word, written[word], len(found[word]))


def _joined(connection: Connection, known: Vocabulary, found: Iterable[str]) -> dict[str, str]:
    """Words that nearly always stand right before another, each with the other."""
    rows = {w: known.numbers[known.codes == known.words.index(w)] for w in found}
    joined: dict[str, str] = {}
    for one, other in permutations(rows, 2):
        taken = {*joined, *joined.values()}
        together = _overlap(rows[one], rows[other]) >= TOGETHER and not taken & {one, other}
        if together and _is_before(connection, rows[one], one, other):
            joined[one] = other
    return joined


def _overlap(one: Numbers, other: Numbers) -> float:
    """How much of the commoner of two words is shared."""
    least, most = sorted((len(one), len(other)))
    if least < TOGETHER * most:
        return 0.0
    return len(np.intersect1d(one, other)) / most


def _is_before(connection: Connection, numbers: Numbers, one: str, other: str) -> bool:
    """Whether many of a few statements with a word have the other right behind it."""
    texts = _texts(connection, numbers)
    held = [f" {folded(text)} " for text in texts]
    return 4 * sum(f" {one} {other} " in each for each in held) > len(held)


def _vocabulary(connection: Connection) -> Vocabulary:
    said, sayers = (sqlite.vocabulary(connection, statements, name) for name in ("content", "who"))
    often = sorted(said, key=lambda word: (-said[word], word))
    telling = (w for w in often if _is_telling(w) and said[w] > sayers.get(w, 0))
    words = tuple(islice(telling, COMMONEST))
    each = [_numbers(sqlite.rows_with(connection, statements, word)) for word in words]
    lengths = [len(numbers) for numbers in each]
    nothing = np.empty(0, np.int64)
    codes = np.repeat(np.arange(len(words), dtype=np.int32), lengths)
    return Vocabulary(words, codes, np.concatenate((nothing, *each)))


def _is_telling(word: str) -> bool:
    is_word = len(word) >= SHORTEST and word not in FUNCTION_WORDS and not word.isdigit()
    return is_word and word not in PLAIN and word not in _NATIONS


def _names(connection: Connection) -> frozenset[str]:
    """The words that names of people and bodies are made of."""
    chosen = select(entities.c.name_words).where(entities.c.kind.in_(NAMED)).distinct()
    return frozenset(word for names in connection.scalars(chosen) for word in names.split())


def _is_named(state: State, known: Vocabulary, code: int, names: frozenset[str]) -> bool:
    """Whether a word is in such names, and written as in one: "Hill", not "hill"."""
    word = known.words[code]
    return word in names and _written(state, known, (word,))[word][:1].isupper()


def _numbers(listed: str) -> Numbers:
    return np.array(listed.split(","), np.int64) if listed else np.empty(0, np.int64)


def _written(state: State, known: Vocabulary, words: tuple[str, ...]) -> dict[str, str]:
    """How each word is written, as most of a few statements write it: "Gaza", "ceasefire"."""
    return {
        word: state.once(("written", word), partial(_spelled, known=known, word=word))
        for word in words
    }


def _spelled(connection: Connection, known: Vocabulary, word: str) -> str:
    texts = _texts(connection, known.numbers[known.codes == known.words.index(word)])
    found = Counter(w for each in texts for w in _WORD.findall(each) if folded(w) == word)
    return found.most_common(1)[0][0] if found else word


def _texts(connection: Connection, numbers: Numbers) -> list[str]:
    """What a few of some statements say, and who says it."""
    few = numbers[:: max(len(numbers) // LOOKED_AT, 1)][:LOOKED_AT]
    columns = statements.c.who, statements.c.content
    chosen = select(*columns).where(sqlite.among(statements.c.number, few.tolist()))
    return [each for row in connection.execute(chosen) for each in row if each]
