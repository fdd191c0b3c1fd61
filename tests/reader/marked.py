"""Marked-up sentences in, text with numbered spans out: cases of language that anyone can add.

    [source Mayor Jane Doe] [cue said] on Tuesday [content the bridge would reopen].
      1 act say
      1 said on Tuesday

A case is a block of lines. The first holds the sentence (``¶`` ends a paragraph); words in
brackets belong to a source, cue or content, of relation 1 unless a number says otherwise
(``[source:2 …]``); brackets may stand in brackets. Indented lines say what is expected: the number
of the relation (``1.2`` is its second statement), a field, a value (``-``: none). ``#`` comments.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from onrecord.reader.labels import Attributed

Span = tuple[int, int]
_OPEN = re.compile(r"\[(source|cue|content)(?::(\d+))?[ ]?")
CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Expected:
    relation: int
    nth: int
    field: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, its spans by (relation, role), and what is expected of its statements."""

    name: str
    text: str
    spans: dict[tuple[int, str], tuple[Span, ...]]
    expected: tuple[Expected, ...] = ()

    @property
    def relations(self) -> tuple[int, ...]:
        return tuple(sorted({number for number, _ in self.spans}))


def marked(line: str, name: str = "", expected: tuple[Expected, ...] = ()) -> Marked:
    """The text of a marked-up sentence and its spans."""
    text: list[str] = []
    size = at = 0
    waiting: list[tuple[int, str, int] | None] = []
    spans: dict[tuple[int, str], tuple[Span, ...]] = {}
    line = line.replace(" ¶ ", "\n\n").replace("¶", "\n\n")
    while at < len(line):
        opening = _OPEN.match(line, at)
        if opening:
            waiting.append((int(opening[2] or 1), opening[1], size))
            at = opening.end()
            continue
        if line[at] == "]" and waiting and (closed := waiting.pop()):
            number, role, start = closed
            spans[number, role] = (*spans.get((number, role), ()), (start, size))
        else:
            if line[at] == "[":
                waiting.append(None)
            text.append(line[at])
            size += 1
        at += 1
    return Marked(name, "".join(text), spans, expected)


def cases(file: str) -> list[Marked]:
    """The cases of ``cases/<file>``."""
    return list(_cases(file, (CASES / file).read_text("utf-8")))


def _cases(file: str, content: str) -> Iterator[Marked]:
    lines = [(n, line) for n, line in enumerate(content.splitlines(), 1) if line[:1] != "#"]
    block: list[tuple[int, str]] = []
    for number, line in [*lines, (0, "")]:
        if line.strip():
            block.append((number, line))
        elif block:
            yield _case(file, block)
            block = []


def _case(file: str, block: list[tuple[int, str]]) -> Marked:
    sentence = " ".join(line for _, line in block if not line.startswith(" "))
    wanted = tuple(_expected(line) for _, line in block if line.startswith(" "))
    return marked(sentence, f"{file}:{block[0][0]}", wanted)


def _expected(line: str) -> Expected:
    number, field, value = line.split(None, 2)
    relation, _, nth = number.partition(".")
    return Expected(int(relation), int(nth or 1), field, None if value == "-" else value)


def attributions(doc: Doc, case: Marked) -> tuple[Attributed, ...]:
    """A case's relations over the tokens of ``doc``, in the order of their numbers."""
    starts = [token.idx for token in doc]

    def tokens(span: Span) -> Span:
        return max(0, bisect_right(starts, span[0]) - 1), bisect_left(starts, span[1])

    def first(number: int, role: str) -> Span | None:
        return next((tokens(s) for s in case.spans.get((number, role), ())), None)

    return tuple(
        Attributed(
            first(n, "source"),
            first(n, "cue"),
            tuple(tokens(s) for s in case.spans.get((n, "content"), ())),
            1.0,
        )
        for n in case.relations
    )
