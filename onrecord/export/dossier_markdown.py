"""A dossier as Markdown (CommonMark), for notes and pages of one's own.

Whatever in an article would be markup gets a backslash, so that it reads as it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from onrecord.dossiers import Dossier
from onrecord.export.dossier_citations import Cited, Stretch, about, citations
from onrecord.phrases.letters import one_line

# Letters that mean something in a line, and what means something where a line begins.
_MEANING = re.compile(r"([\\`*_{}\[\]<>#|~$^&!])")
_OPENING = re.compile(r"^(\s*)(?:([-+=:])|(\d{1,9})([.)]))")


def write(dossier: Dossier, stream: TextIO) -> None:
    """Write the dossier."""
    stream.write(f"# {_plain(dossier.name)}\n\n{_plain(about(dossier))}\n")
    for cited in citations(dossier):
        stream.writelines(f"{line}\n" for line in _line(cited))


def _line(cited: Cited) -> Iterator[str]:
    yield f"\n## {cited.number}\\. {_plain(cited.heading)}\n"
    yield f"{_plain(' · '.join(cited.facts))}\n"
    yield from (f"> {line}" for line in _passage(cited.passage))
    yield f"\n{_where(cited)}\n"
    yield from (f"**{_plain(remark)}.**\n" for remark in cited.remarks)
    if cited.note:
        yield "Note: " + "\\\n".join(map(_plain, cited.note)) + "\n"
    yield f"{_plain(cited.picked)} · `{cited.entry.replace('`', ' ')}`"


def _passage(passage: tuple[Stretch, ...]) -> Iterator[str]:
    """The lines of the passage, the entry's own words in bold; a line end is a break."""
    lines = "".join(_stretch(each) for each in passage).strip().split("\n")
    yield from (f"{_opened(line)}\\" for line in lines[:-1])
    yield _opened(lines[-1])


def _stretch(stretch: Stretch) -> str:
    """Bold line by line, as a tag, because asterisks next to quotation marks are not always one."""
    text = _MEANING.sub(r"\\\1", stretch.text)
    if not stretch.told:
        return text
    return re.sub(r"\S.*", lambda words: f"<b>{words[0]}</b>", text)


def _where(cited: Cited) -> str:
    origin = f"<{cited.link}>" if cited.link else _plain(cited.origin)
    printed = (f"*{_plain(cited.publisher)}*", _plain(cited.printed), _plain(cited.title))
    return " · ".join((*printed, origin))


def _plain(text: str) -> str:
    """One line that means nothing but its words, wherever it stands."""
    return _opened(_MEANING.sub(r"\\\1", one_line(text)))


def _opened(line: str) -> str:
    """The line with a backslash where its first letters would begin a list or a heading."""
    return _OPENING.sub(r"\1\3\\\2\4", line)
