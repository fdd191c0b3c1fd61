"""A dossier as a Word file, in Word's own styles, so that an editor can restyle it.

python-docx writes it: it is small, needs lxml alone, which is there already, and its files open in
Word, LibreOffice and Pages. XML cannot hold every letter that an article can; what it cannot hold
is shown as what it is not: ``�``.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import BinaryIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from onrecord.dossiers import Dossier
from onrecord.export.dossier_citations import Cited, about, citations
from onrecord.phrases.letters import one_line

_UNWRITABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEADING, _QUOTE = "Heading2", "Quote"  # ids in the template of python-docx
_QUIET, _WARNING, _LINK = (RGBColor.from_string(rgb) for rgb in ("5F5A52", "8A2A1B", "1B4F8A"))


def write(dossier: Dossier, stream: BinaryIO) -> None:
    """Write the file."""
    paper = Document()
    _prepare(paper, dossier)
    paper.add_heading(_words(dossier.name), level=0)
    _quiet(paper, about(dossier))
    for cited in citations(dossier):
        _line(paper, cited)
    paper.save(stream)


def _prepare(paper: Paper, dossier: Dossier) -> None:
    """Margins for reading, page numbers, and what the file says of itself."""
    section = paper.sections[0]
    section.left_margin = section.right_margin = Cm(2.8)
    _field(section.footer.paragraphs[0], "PAGE")
    known = paper.core_properties
    known.title = _words(dossier.name)[:255]
    known.author = known.last_modified_by = _words(dossier.by)[:255]
    known.comments = "A dossier made with onrecord"
    known.created = _time(dossier.begun_at)
    known.modified = _time(dossier.changed_at)


def _line(paper: Paper, cited: Cited) -> None:
    title = _styled(paper, _HEADING)
    title.add_run(f"{cited.number}. {_words(cited.heading)}")
    _quiet(paper, " · ".join(cited.facts)).paragraph_format.keep_with_next = True
    passage = _styled(paper, _QUOTE)
    passage.paragraph_format.left_indent = Cm(0.6)
    for stretch in cited.passage:
        run = passage.add_run(_unbroken(stretch.text))
        run.italic = False
        if stretch.told:
            run.bold = True
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    _where(paper, cited)
    for remark in cited.remarks:
        run = _paragraph(paper).add_run(f"{_words(remark)}.")
        run.italic, run.font.color.rgb = True, _WARNING if cited.gone else None
    if cited.note:
        note = _paragraph(paper)
        note.add_run("Note. ").bold = True
        note.add_run("\n".join(map(_words, cited.note)))
    _quiet(paper, f"{cited.picked} · {cited.entry}", 8)
    title.paragraph_format.keep_with_next = True


def _paragraph(paper: Paper) -> Paragraph:
    """A paragraph at the end, before what the last section is set by: python-docx would look for
    that among all paragraphs each time.
    """
    element = OxmlElement("w:p")
    paper.element.body[-1].addprevious(element)
    return Paragraph(element, paper._body)


def _styled(paper: Paper, style: str) -> Paragraph:
    """A paragraph in the style with that id: by its name, python-docx would read all styles each
    time, which takes half of the time that a long dossier takes.
    """
    paragraph = _paragraph(paper)
    paragraph._p.style = style
    return paragraph


def _where(paper: Paper, cited: Cited) -> None:
    where = _paragraph(paper)
    where.add_run(_words(cited.publisher)).bold = True
    where.add_run(f" · {_words(cited.printed)} · {_words(cited.title)} · ")
    if cited.link:
        _linked(where, _words(cited.link), _words(cited.origin))
    else:
        where.add_run(_words(cited.origin))


def _linked(paragraph: Paragraph, address: str, words: str) -> None:
    """Words that lead to an address; python-docx reads such links but has no way to write one."""
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    run = paragraph.add_run(words)
    run.font.color.rgb, run.font.underline = _LINK, True
    link.append(run._r)
    paragraph._p.append(link)


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in: that of the page."""
    for kind in ("begin", "", "separate", "end"):
        run = paragraph.add_run()
        _small(run, 8)
        run._r.append(_mark(kind) if kind else _instruction(name))


def _mark(kind: str) -> BaseOxmlElement:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _instruction(name: str) -> BaseOxmlElement:
    element = OxmlElement("w:instrText")
    element.text = name
    return element


def _quiet(paper: Paper, text: str, size: int = 9) -> Paragraph:
    paragraph = _paragraph(paper)
    _small(paragraph.add_run(_words(text)), size)
    paragraph.paragraph_format.space_after = Pt(4)
    return paragraph


def _small(run: Run, size: int) -> None:
    run.font.size, run.font.color.rgb = Pt(size), _QUIET


def _words(text: str) -> str:
    """One line that XML can hold."""
    return _unbroken(one_line(text))


def _unbroken(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _time(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)
