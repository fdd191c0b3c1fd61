"""Quotation marks in, quotations out: where quoted words begin and end, whatever the marks.

Every run of mark characters is read with its neighbours (what stands before and after says whether
it opens or closes), and one pass with a stack pairs openings with closings. No quotation crosses
the end of its paragraph, so a forgotten closing mark costs at most the paragraph; where the next
paragraph opens again, it is a quotation of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Flank = Literal["open", "close", "unknown"]
Role = Literal["open", "close", "apostrophe", "either"]

LONGEST_UNCLOSED = 1000
_DOUBLE = "``|''|‘‘|’’|,,(?=\\w)|[“”„‟\"«»＂]"
_SINGLE = "[‘’‚‛'‹›`]"
_MARK = re.compile(f"(?P<double>{_DOUBLE})|(?P<single>{_SINGLE})")
_OPENS = frozenset("“„‟«‘‚‛‹`") | {"``", "‘‘", ",,"}
_CLOSES = frozenset("”»’›") | {"''", "’’"}
_BEFORE_OPENING = frozenset("([{<—–-―−/:;,=|*_~>")
_AFTER_CLOSING = frozenset(".,;:!?…)]}>—–-―/|*_~")
_STRONG_END = frozenset(".,!?…;:)—–")
_ELISION = re.compile(r"\d0s|(?:em|til|till|tis|twas|cause|bout|round|n|ere|cos|s)\b", re.I)
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")
_WRAP_OPEN = re.compile(r"\s*(?:,\s*[‘’'“”\"]|\[['\"](?=.{40}))")
_WRAP_CLOSE = re.compile(r"[‘’'“”\"]\s*[,\]][\s,\]]*$")
_VISIBLE = re.compile(r"\S")
_SENTENCE_END = re.compile(r"[.!?…]\s")
_TERMINAL = frozenset(".!?:;…”’\"'»")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words ``text[start:end]``; the mark stands at ``open`` (``start`` if it is lost)."""

    open: int
    start: int
    end: int
    closed: bool
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    glyph: str
    single: bool
    flank: Flank
    before: str  # the nearest character to the left that is no mark; "" at the paragraph's start
    after: str


def quotations(text: str) -> tuple[Quoted, ...]:
    """All quotations of ``text``, in order; one inside another has a greater ``depth``."""
    found: list[Quoted] = []
    unclosed = False
    wrap_pending = False
    for start, end in paragraphs(text):
        start, end, wrap_pending = _unwrapped(text, start, end, wrap_pending)
        here, unclosed = _in_paragraph(text, start, end, unclosed)
        found.extend(here)
    return _with_depth(found)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs without their line ends, half-open; lines of hard-wrapped text are joined."""
    lines = list(_lines(text))
    wrapped = _hard_wrapped(text, lines)
    start: int | None = None
    last = 0
    for a, b in lines:
        blank = not text[a:b].strip()
        if start is not None and (blank or not wrapped):
            yield start, last
            start = None
        if not blank:
            start = a if start is None else start
            last = b
    if start is not None:
        yield start, last


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for newline in _LINE_END.finditer(text):
        yield start, newline.start()
        start = newline.end()
    yield start, len(text)


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines break at a column rather than at the end of a paragraph."""
    full = [(a, b) for a, b in lines if 45 <= b - a <= 100]
    if len(full) < 5 or any(b - a > 120 for a, b in lines):
        return False
    broken = sum(text[a:b].rstrip()[-1:] not in _TERMINAL for a, b in full)
    return broken > 0.6 * len(full)


def _unwrapped(text: str, start: int, end: int, pending: bool) -> tuple[int, int, bool]:
    """The paragraph without the marks a scraper put around it: ``, ‘As the fate hangs …’,``."""
    opening = _WRAP_OPEN.match(text, start, end)
    listed = opening is None and _listed(text, start, end)
    if opening or listed:
        start = opening.end() if opening else start + 1
        pending = True
    if pending and (closing := _WRAP_CLOSE.search(text, max(start, end - 40), end)):
        end, pending = closing.start(), False
    return start, end, pending


def _listed(text: str, start: int, end: int) -> bool:
    """Whether a wrapped paragraph is the first of its list: no comma stands before its mark."""
    if text[start : start + 1] not in ("‘", "'") or not _WRAP_CLOSE.search(text, end - 4, end):
        return False
    return text[end : end + 40].lstrip()[:1] == ","


def _in_paragraph(
    text: str, start: int, end: int, unclosed_before: bool
) -> tuple[list[Quoted], bool]:
    pairing = _Pairing(text, start, end, _marks(text, start, end))
    return pairing.quotations(unclosed_before)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    marks: list[_Mark] = []
    run: list[re.Match[str]] = []
    for match in _MARK.finditer(text, start, end):
        if match[0] == '"' and _FEET.search(text, max(start, match.start() - 6), match.start()):
            continue  # 6'2"
        if run and run[-1].end() != match.start():
            marks.extend(_read_run(text, start, end, run))
            run = []
        run.append(match)
    if run:
        marks.extend(_read_run(text, start, end, run))
    return _undoubled(marks)


def _read_run(text: str, start: int, end: int, run: list[re.Match[str]]) -> Iterator[_Mark]:
    a, b = run[0].start(), run[-1].end()
    before = text[a - 1] if a > start else ""
    after = text[b] if b < end else ""
    for match in run:
        single = match.lastgroup == "single"
        yield _Mark(
            match.start(), match.end(), match[0], single, _flank(before, after), before, after
        )


def _flank(before: str, after: str) -> Flank:
    opens = before == "" or before.isspace() or before in _BEFORE_OPENING
    closes = after == "" or after.isspace() or after in _AFTER_CLOSING
    if opens == closes:
        return "unknown"
    return "open" if opens else "close"


def _undoubled(marks: list[_Mark]) -> list[_Mark]:
    """A mark printed twice (``""so""``, ``““so””``) counts once."""
    kept: list[_Mark] = []
    for mark in marks:
        last = kept[-1] if kept else None
        same = last is not None and last.end == mark.start and last.glyph == mark.glyph
        if last is not None and same and not mark.single:
            kept[-1] = _Mark(
                last.start, mark.end, mark.glyph, False, mark.flank, last.before, mark.after
            )
        else:
            kept.append(mark)
    return kept


class _Pairing:
    """One paragraph's marks, paired from left to right with a stack of those still open."""

    def __init__(self, text: str, start: int, end: int, marks: list[_Mark]) -> None:
        self.text, self.start, self.end, self.marks = text, start, end, marks
        self.stack: list[_Mark] = []
        self.doubles = 0
        self.found: list[Quoted] = []
        self.closer_ahead = self._closers_ahead()

    def quotations(self, unclosed_before: bool) -> tuple[list[Quoted], bool]:
        for index, mark in enumerate(self.marks):
            if mark.single:
                self._single(index, mark)
            else:
                self._double(mark, unclosed_before and not self.found and not self.stack)
        unclosed = [m for m in self.stack if self._counts_unclosed(m)]
        opens = sorted([q.open for q in self.found] + [m.start for m in unclosed])
        glyphs = {m.glyph for m in unclosed}
        by_glyph = {g: [o for o in opens if self.text[o] == g[0]] for g in glyphs}
        self.found += [
            q for m in unclosed if (q := self._unclosed(m, by_glyph[m.glyph])).end > q.start
        ]
        return sorted(self.found, key=lambda q: (q.open, -q.end)), bool(unclosed)

    def _closers_ahead(self) -> list[bool]:
        """For every mark, whether a certain single closing mark follows before one opens."""
        ahead, seen = [False] * len(self.marks), False
        for index in range(len(self.marks) - 1, -1, -1):
            ahead[index] = seen
            mark = self.marks[index]
            if mark.single and self._single_role(mark) == "open":
                seen = False
            elif mark.single and self._certain_end(mark):
                seen = True
        return ahead

    def _certain_end(self, mark: _Mark) -> bool:
        left = self.text[mark.start - 1] if mark.start > self.start else ""
        return self._single_role(mark) == "close" and (
            left in _STRONG_END or mark.after in ".,!?;:"
        )

    def _single_role(self, mark: _Mark) -> Role:
        left = self.text[mark.start - 1] if mark.start > self.start else ""
        right = self.text[mark.end] if mark.end < self.end else ""
        if left.isalnum() and right.isalnum():
            return "apostrophe"
        if mark.flank == "open":
            elided = _ELISION.match(self.text, mark.end, self.end) is not None
            if elided and mark.glyph in "’'‘":
                return "apostrophe"
            return "apostrophe" if mark.glyph in "’›" else "open"
        if mark.flank == "close":
            return "apostrophe" if mark.glyph == "‘" and not self.stack else "close"
        return "open" if mark.glyph in _OPENS else "close" if mark.glyph in _CLOSES else "either"

    def _single(self, index: int, mark: _Mark) -> None:
        role = self._single_role(mark)
        top = self.stack[-1] if self.stack else None
        if role == "open" and self._worth_opening(mark):
            self.stack.append(mark)
        elif role in ("close", "either") and top is not None and top.single:
            left = self.text[mark.start - 1]
            possessive = left in "sSzx" and mark.after.isspace() and self.closer_ahead[index]
            if not possessive and mark.start > top.end:
                self._close(mark)

    def _worth_opening(self, mark: _Mark) -> bool:
        return mark.end < self.end and not self.text[mark.end].isspace()

    def _double(self, mark: _Mark, may_continue: bool) -> None:
        if self._opens(mark):
            self.stack.append(mark)
            self.doubles += 1
        elif self.doubles:
            while self.stack[-1].single:
                self.stack.pop()
            self.doubles -= 1
            self._close(mark)
        elif may_continue and mark.start > self.start:
            self.found.append(Quoted(self.start, self.start, mark.start, True))

    def _opens(self, mark: _Mark) -> bool:
        """``"`` goes by its neighbours; a glyph with a side keeps it unless they forbid it."""
        if mark.glyph in _OPENS:
            return not (mark.flank == "close" and self.doubles)
        if mark.glyph in _CLOSES:
            return mark.flank == "open" and not self.doubles
        if mark.flank == "unknown":
            return not self.doubles and bool(mark.after) and not mark.before.isdigit()
        return mark.flank == "open"

    def _close(self, mark: _Mark) -> None:
        opening = self.stack.pop()
        if mark.start > opening.end:
            self.found.append(Quoted(opening.start, opening.end, mark.start, True))

    def _counts_unclosed(self, mark: _Mark) -> bool:
        """A single mark left open is an apostrophe unless a quotation could well begin there."""
        if not _VISIBLE.search(self.text, mark.end, self.end):
            return False
        if not mark.single:
            return True
        introduced = (
            mark.start == self.start
            or mark.before in ("", ",", ":")
            or (self.text[max(self.start, mark.start - 2) : mark.start].strip() in (",", ":"))
        )
        return mark.glyph == "‘" and introduced and self.text[mark.end].isupper()

    def _unclosed(self, mark: _Mark, opens: list[int]) -> Quoted:
        """It ends with the paragraph, where the same mark opens again, or when it grows absurd."""
        following = bisect_left(opens, mark.end)
        end = opens[following] if following < len(opens) else self.end
        if end - mark.end > LONGEST_UNCLOSED:
            stop = _SENTENCE_END.search(self.text, mark.end + LONGEST_UNCLOSED // 2, end)
            end = stop.start() + 1 if stop else end
        return Quoted(
            mark.start, mark.end, mark.end + len(self.text[mark.end : end].rstrip()), False
        )


def _with_depth(found: list[Quoted]) -> tuple[Quoted, ...]:
    """Each with its depth; none reaches out of the one around it."""
    ends: list[int] = []
    deep: list[Quoted] = []
    for q in sorted(found, key=lambda q: (q.open, -q.end)):
        while ends and ends[-1] <= q.open:
            ends.pop()
        end = min(q.end, ends[-1]) if ends else q.end
        if end > q.start:
            deep.append(Quoted(q.open, q.start, end, q.closed and end == q.end, len(ends)))
            ends.append(end)
    return tuple(deep)
