"""A statement's content in, its pieces out: which words stand inside quotation marks, which not.

The reader gives content without its outer marks and the manner of the whole; here the marks inside
the content, and those right beside it, say which stretches are the speaker's very words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.linker.words import GAP, words
from onrecord.model import Manner, Passage, Statement

_OPENING = "“„«‟"
_CLOSING = "”»"
_EITHER = '"'
_DOUBLE = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]|``|''")
_SINGLE = re.compile(
    r"(?<![\w])[‘'‚](?=\w)(?P<words>[^‘’'\n]{2,200}?(?:\w[’']\w[^‘’'\n]*?)*)[’'](?!\w)"
)
_VISIBLE = re.compile(r"\w")
_OPENED = re.compile(f"(?:[{_OPENING}{_EITHER}]|``|'')$")
_CLOSED = re.compile(f"[,.;:!?]?(?:[{_CLOSING}{_EITHER}]|'')")  # “We are not ready,” he told …


class Piece(NamedTuple):
    """Words of a statement in a row, and whether they are given as the speaker's very words."""

    text: str
    quoted: bool


def pieces(statement: Statement, around: Passage) -> tuple[Piece, ...]:
    """The content in order; ``around`` is text of the article that holds it (all of it will do).

    Direct and unmarked speech is quoted as a whole, indirect speech not at all; in mixed speech
    the marks decide.
    """
    return _pieces(statement.manner, statement.content, around)


def quotes(manner: Manner, content: Iterable[Passage], around: Passage) -> bool:
    """Whether any of it is quoted: the report of a statement that stands alone is a verbatim one
    then, else a paraphrase.
    """
    found = quoted_words(_pieces(manner, content, around))
    return any(word != GAP for piece in found for word in piece)


def _pieces(manner: Manner, content: Iterable[Passage], around: Passage) -> tuple[Piece, ...]:
    if manner in ("direct", "unmarked"):
        return tuple(Piece(p.text, True) for p in _told(content))
    if manner == "indirect":
        return tuple(Piece(p.text, False) for p in _told(content))
    return tuple(piece for p in _told(content) for piece in _mixed(p, around))


def _told(content: Iterable[Passage]) -> Iterator[Passage]:
    return (p for p in content if _VISIBLE.search(p.text))


def _mixed(content: Passage, around: Passage) -> Iterator[Piece]:
    """ "return to the treaty": the mark before it stands outside the content, the one after too."""
    opened = _OPENED.search(_near(around, content.start - 2, content.start)) is not None
    after = _near(around, content.end, content.end + 3)
    marks = list(_DOUBLE.finditer(content.text))
    if not marks:
        if opened and (_CLOSED.match(after) or not after[:1].strip()):
            yield Piece(content.text, True)
        else:
            yield from _singles(content.text)
        return
    inside = opened and _closes(marks[0][0]) and not _follows_blank(content.text, marks[0])
    yield from _between(content.text, marks, inside)


def _between(text: str, marks: list[re.Match[str]], inside: bool) -> Iterator[Piece]:
    """The stretches between marks; a mark with a side says whether what follows is inside."""
    start = 0
    for mark in marks:
        yield from _piece(text[start : mark.start()], inside)
        start = mark.end()
        if mark[0] in _OPENING or mark[0] == "``":
            inside = True
        elif mark[0] in _CLOSING:
            inside = False
        else:
            inside = not inside
    yield from _piece(text[start:], inside)


def _singles(text: str) -> Iterator[Piece]:
    """Single marks, as headlines and British papers have them: River ‘Slowed,’ Not Stopped."""
    start = 0
    for match in _SINGLE.finditer(text):
        yield from _piece(text[start : match.start()], False)
        yield from _piece(match["words"], True)
        start = match.end()
    yield from _piece(text[start:], False)


def _piece(text: str, quoted: bool) -> Iterator[Piece]:
    if _VISIBLE.search(text):
        yield Piece(text.strip(), quoted)


def _near(around: Passage, start: int, end: int) -> str:
    """What stands between two places of the article, as far as it is given."""
    first = max(start - around.start, 0)
    return around.text[first : max(end - around.start, first)]


def _closes(mark: str) -> bool:
    return mark in _CLOSING + _EITHER or mark == "''"


def _follows_blank(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark without a side opens: a blank before it and a letter after."""
    return mark[0] in ('"', "''") and text[: mark.start()][-1:].isspace()


def quoted_words(given: Iterable[Piece]) -> tuple[tuple[str, ...], ...]:
    """The words of each quoted piece."""
    return tuple(found for p in given if p.quoted and (found := words(p.text)))


def all_words(given: Iterable[Piece]) -> tuple[str, ...]:
    return tuple(word for p in given for word in words(p.text))
