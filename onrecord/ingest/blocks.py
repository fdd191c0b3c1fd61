"""A text cut into blocks, its paragraphs as printed, with the debris around each told apart.

A block is a run of lines that belong together: one line in most texts, several where the lines are
wrapped at a column. Its ``inner`` stretch leaves out what scraping put around the words: commas on
lines of their own, ``, ‘…’,`` around a paragraph, underscores, list bars. Nothing is changed; every
offset is one of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

BLANK = "\ufeff\u200b\u200e\u200f\u2060\u00ad"  # invisible, and not blank for str.isspace
DEBRIS = BLANK + ",;|_*~=•·"
_OPEN_WRAP, _CLOSE_WRAP = "‘'’`", "’'‘`"
_SENTENCE_END = re.compile(r"[.!?…:][\"'’”»)\]*_]{0,4}$")
_WRAPPED = (45, 110)  # the columns of hand- or machine-wrapped lines


@dataclass(frozen=True, slots=True)
class Line:
    """The non-blank stretch of one line; ``after_gap`` if blank lines come before it."""

    start: int
    end: int
    indent: int
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: ``start:end`` with its debris, ``inner_start:inner_end`` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    lines: int = 1

    def inner(self, text: str) -> str:
        return text[self.inner_start : self.inner_end]

    @property
    def empty(self) -> bool:
        """Whether there is nothing but debris."""
        return self.inner_start == self.inner_end


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of the text in order; together they hold every non-blank character."""
    lines = _lines(text)
    width = _width(text, lines)
    found: list[list[Line]] = []
    for line in lines:
        if found and _continues(text, found[-1], line, width):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(_block(text, group) for group in found)


def _lines(text: str) -> list[Line]:
    lines, start, gap = [], 0, False
    for raw in text.splitlines(keepends=True):
        words = raw.strip().strip(BLANK).strip()
        if words:
            indent = raw.index(words)
            lines.append(Line(start + indent, start + indent + len(words), indent, gap))
        gap = not words
        start += len(raw)
    return lines


def _width(text: str, lines: list[Line]) -> int | None:
    """The column at which the text is wrapped, or None if its lines are paragraphs."""
    touching = [(a, b) for a, b in pairwise(lines) if not b.after_gap]
    wrapped = [a for a, b in touching if _runs_on(text, a, b)]
    if len(wrapped) < 2 or len(wrapped) < len(touching) / 2:
        return None
    lengths = sorted(a.indent + a.end - a.start for a in wrapped)
    return lengths[len(lengths) * 9 // 10]


def _runs_on(text: str, line: Line, following: Line) -> bool:
    """Whether a line of wrapped length breaks in mid-sentence."""
    length = line.indent + line.end - line.start
    fits = _WRAPPED[0] <= length <= _WRAPPED[1]
    return fits and not _ends_sentence(text, line) and not is_debris(text, following)


def _continues(text: str, group: list[Line], line: Line, width: int | None) -> bool:
    """Whether the line goes on with the paragraph of the lines before it."""
    last = group[-1]
    if is_debris(text, line) or is_debris(text, last):
        return False
    if text[line.start].islower() and not _ends_sentence(text, last):
        return last.end - last.start >= _WRAPPED[0]  # doubled line ends in wrapped text
    if width is None or line.after_gap:
        return False
    length = last.indent + last.end - last.start
    if length < 0.6 * width or length > width * 1.3:
        return False
    return not (
        _ends_sentence(text, last) and (line.indent > group[0].indent or length < 0.75 * width)
    )


def _ends_sentence(text: str, line: Line) -> bool:
    return bool(_SENTENCE_END.search(text[max(line.start, line.end - 8) : line.end]))


def is_debris(text: str, line: Line) -> bool:
    """Whether the line has no letter or digit: ",", "* * *", "_____"."""
    return line.end - line.start < 200 and not any(map(str.isalnum, text[line.start : line.end]))


def _block(text: str, lines: list[Line]) -> Block:
    start, end = lines[0].start, lines[-1].end
    inner_start, inner_end = _inner(text, start, end)
    return Block(start, end, inner_start, inner_end, len(lines))


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = _stripped(text, start, end)
    if first == last or not any(map(str.isalnum, text[first : min(last, first + 500)])):
        return start, start
    wrapped = "," in text[start:first] and text[first] in _OPEN_WRAP
    if wrapped and text[last - 1] in _CLOSE_WRAP and last - first > 2:
        return _stripped(text, first + 1, last - 1)
    return first, last


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in DEBRIS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in DEBRIS or text[end - 1].isspace()):
        end -= 1
    return start, end
