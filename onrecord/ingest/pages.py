"""HTML to the text of its article, with paragraph breaks, and what the page says about it.

trafilatura tells the article from the rest of the page; its tree is written out here one block a
paragraph, an empty line between, so that the text can be stored and offsets refer to it. The
headline comes first, whether or not the page repeats it in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.errors import UnreadableArticle
from onrecord.ingest.given import Metadata
from onrecord.ingest.metadata import metadata
from onrecord.ingest.names import bylined
from onrecord.model import PartKind

_SNIFF = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--.{0,2000}?-->\s{0,50})?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_BLOCKS = frozenset(("p", "head", "item", "row", "quote", "code", "list", "table", "div", "fw"))
_DEEPEST = 200
_FEWEST_WORDS = 12  # fewer are a menu, not an article


@dataclass(frozen=True, slots=True)
class Page:
    """The article's text, the kinds of part that the page tells by offset, and its metadata."""

    text: str
    marked: dict[int, PartKind]
    metadata: Metadata


def is_page(text: str, name: str) -> bool:
    """Whether the text is HTML, by the name of its file or by how it begins."""
    return name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_SNIFF.match(text[:5000]))


def page(html: str, url: str | None, today: date) -> Page:
    """The article of a page; raises ``UnreadableArticle`` if there is none to be found."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    tree = load_html(html)
    if tree is None:
        raise UnreadableArticle("empty: the page has no content")
    found = metadata(tree, html, today)
    captions = {
        _spaced(c)
        for c in tree.xpath("//figcaption//text()[normalize-space()]/..")
        if c is not None
    }
    document = bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, include_tables=True
    )
    body = getattr(document, "body", None)
    blocks = list(_blocks(body, 0)) if body is not None else []
    if sum(len(block.split()) for block in blocks) < _FEWEST_WORDS:
        raise UnreadableArticle("empty: no article text was found in the page")
    assert document is not None
    completed = _completed(found, document)
    return _page(blocks, captions, completed)


def _completed(found: Metadata, document: Any) -> Metadata:
    """With what trafilatura found where the page's own statements say nothing."""
    return Metadata(
        title=found.title or document.title,
        authors=found.authors or bylined((document.author or "").replace(";", ",")),
        publisher=found.publisher or document.sitename or document.hostname,
        published=found.published,
        url=found.url or document.url,
    )


def _page(blocks: list[str], captions: set[str], found: Metadata) -> Page:
    title = found.title
    if title and _same(blocks[0], title):
        blocks = blocks[1:]
    kinds: list[PartKind | None] = ["caption" if b in captions else None for b in blocks]
    if title:
        blocks, kinds = [title, *blocks], ["title", *kinds]
    text, marked = "", {}
    for block, kind in zip(blocks, kinds, strict=True):
        start = len(text) + 2 if text else 0
        text += f"\n\n{block}" if text else block
        if kind:
            marked[start] = kind
    return Page(text + "\n", marked, found)


def _same(block: str, title: str) -> bool:
    return re.sub(r"\W+", "", block).lower() == re.sub(r"\W+", "", title).lower()


def _blocks(element: Any, depth: int) -> Iterator[str]:
    """The paragraphs below an element, in order; text between block elements is a paragraph too."""
    run = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS and depth < _DEEPEST:
            yield from _closed(run)
            yield from _row(child) if child.tag == "row" else _blocks(child, depth + 1)
            run = [child.tail or ""]
        elif child.tag == "lb":
            run += ["\n", child.tail or ""]
        elif isinstance(child.tag, str):
            run += ["".join(child.itertext()), child.tail or ""]
        else:
            run.append(child.tail or "")
    yield from _closed(run)


def _row(row: Any) -> Iterator[str]:
    cells = [" ".join("".join(cell.itertext()).split()) for cell in row]
    yield from _closed([" | ".join(cell for cell in cells if cell)])


def _closed(run: list[str]) -> Iterator[str]:
    """The run of text as one block, line breaks kept, blanks joined; nothing if it is blank."""
    lines = (" ".join(line.split()) for line in "".join(run).split("\n"))
    block = "\n".join(line for line in lines if line)
    if block:
        yield block


def _spaced(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
