"""What statements are about: the words that most of them share, from the vocabulary of full-text
search, those left out that hold English together, and those that name sources more often than what
these speak of: "minister".

A word is counted as often as asking for it finds statements. Those worth counting are the commonest
of the record's contents: their rows are kept, so that any question is one count of them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
from sqlalchemy import Connection, select

from onrecord.findings import Choice
from onrecord.lexicon.function_words import FUNCTION_WORDS
from onrecord.model import Question
from onrecord.store import sqlite
from onrecord.store.schema import statements
from onrecord.store.sheets import Codes, Numbers
from onrecord.store.state import State
from onrecord.store.words import folded

COMMONEST = 600  # words that are counted
SHORTEST = 3  # letters
LOOKED_AT = 15  # statements that show how a word is written
_WORD = re.compile(r"[^\W_]+")


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
    places = sheet.places(known.numbers)
    asked = (places >= 0) & rows[places] if len(sheet) else np.zeros(len(places), np.bool_)
    counts = np.bincount(known.codes[asked], minlength=len(known.words))
    order = np.argsort(-counts, kind="stable")[: max(limit, 0)]
    found = [(known.words[code], int(counts[code])) for code in order if counts[code]]
    written = _written(state, known, tuple(word for word, _ in found))
    return tuple(Choice(word, written[word], count) for word, count in found)


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
    return len(word) >= SHORTEST and word not in FUNCTION_WORDS and not word.isdigit()


def _numbers(listed: str) -> Numbers:
    return np.array(listed.split(","), np.int64) if listed else np.empty(0, np.int64)


def _written(state: State, known: Vocabulary, words: tuple[str, ...]) -> dict[str, str]:
    """How each word is written, as most of a few statements write it: "Gaza", "ceasefire"."""
    return {
        word: state.once(("written", word), partial(_spelled, known=known, word=word))
        for word in words
    }


def _spelled(connection: Connection, known: Vocabulary, word: str) -> str:
    numbers = known.numbers[known.codes == known.words.index(word)]
    few = numbers[:: max(len(numbers) // LOOKED_AT, 1)][:LOOKED_AT]
    columns = statements.c.who, statements.c.content
    chosen = select(*columns).where(sqlite.among(statements.c.number, few.tolist()))
    texts = (each for row in connection.execute(chosen) for each in row if each)
    found = Counter(w for each in texts for w in _WORD.findall(each) if folded(w) == word)
    return found.most_common(1)[0][0] if found else word
