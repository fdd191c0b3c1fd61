"""Bytes or text to an ``Article``: decoded, found to be English, laid out, credited and dated.

Each step is a module of its own; here they meet. Whatever makes the input no article ends as a
``Failure`` with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.errors import UnreadableArticle
from onrecord.ingest.agencies import credited, site, spelled_out
from onrecord.ingest.closing import (
    bio_publisher,
    bio_subject,
    caption_credit,
    copyright_owner,
    signature,
)
from onrecord.ingest.credits import publisher_line
from onrecord.ingest.datelines import Filed
from onrecord.ingest.decoding import MOST_BYTES, decoded, oversized, readable
from onrecord.ingest.given import Given, Metadata
from onrecord.ingest.language import require_english
from onrecord.ingest.lengths import require_length
from onrecord.ingest.markdown import front_matter, marked
from onrecord.ingest.pages import is_page, page
from onrecord.ingest.parts import Laid, laid, parts
from onrecord.ingest.published import published
from onrecord.model import Article, Dateline, Failure, PartKind, identify, passage


def from_bytes(raw: bytes, input: str, given: Given) -> Article | Failure:
    """The article in the bytes of a file; ``input`` says where they are from."""
    try:
        text = decoded(raw)
    except UnreadableArticle as error:
        return Failure(input, "ingest", str(error))
    return from_text(text, input, given)


def from_text(text: str, input: str, given: Given) -> Article | Failure:
    """The article in a text, HTML or Markdown; ``article.text`` of plain text is the text
    itself."""
    try:
        _require_text(text)
        return (
            _from_page(text, input, given) if is_page(text, input) else _plain(text, input, given)
        )
    except UnreadableArticle as error:
        return Failure(input, "ingest", str(error))


def _require_text(text: str) -> None:
    if len(text) > MOST_BYTES:
        raise UnreadableArticle(oversized())
    if not text.strip():
        raise UnreadableArticle("empty")
    if not readable(text):
        raise UnreadableArticle("binary: it holds control characters, not text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise UnreadableArticle("binary: it holds half characters (surrogates), not text") from None


def _from_page(html: str, input: str, given: Given) -> Article:
    found = page(html, given.url, given.today)
    require_length(found.text)
    require_english(found.text)
    return _article(found.text, input, given, found.metadata, found.marked)


def _plain(text: str, input: str, given: Given) -> Article:
    require_length(text)
    require_english(text)
    metadata, front = front_matter(text)
    return _article(text, input, given, metadata, marked(text, front))


def _article(
    text: str, input: str, given: Given, metadata: Metadata, known: Mapping[int, PartKind]
) -> Article:
    layout = laid(text, known)
    publisher = given.publisher or metadata.publisher or _publisher(text, layout)
    return Article(
        id=identify("art", " ".join(text.lstrip("\ufeff").split()), publisher),
        input=input,
        text=text,
        url=given.url or metadata.url,
        publisher=publisher,
        title=metadata.title or layout.title,
        authors=metadata.authors or layout.authors or _bio_authors(text, layout),
        agencies=_agencies(text, layout),
        dateline=_dateline(text, layout.filed),
        published=published(text, layout, metadata, given),
        parts=parts(layout),
    )


def _publisher(text: str, layout: Laid) -> str | None:
    """Whom the author's bio, a copyright line or the dateline's agency tells; the folder is no
    witness."""
    for block in layout.of("bio"):
        found = bio_publisher(block.inner(text))
        if found:
            return found
    for block in layout.of("boilerplate"):
        found = copyright_owner(block.inner(text))
        if found:
            return next(iter(credited(found)), found)
    for kind, line in layout.credits:
        if kind == "publisher":
            return publisher_line(line)
    return _filing_agency(text, layout)


def _filing_agency(text: str, layout: Laid) -> str | None:
    called = layout.filed.agency if layout.filed else None
    return spelled_out(called, text) if called else None


def _bio_authors(text: str, layout: Laid) -> tuple[str, ...]:
    subjects = (bio_subject(block.inner(text)) for block in layout.of("bio"))
    return tuple(dict.fromkeys(s for s in subjects if s))


def _agencies(text: str, layout: Laid) -> tuple[str, ...]:
    """The agencies of the dateline, of credit lines, of the credits that close captions, and of the
    signature below the last paragraph.
    """
    found = list(filter(None, [_filing_agency(text, layout)]))
    for block in layout.of("credit"):
        found += credited(block.inner(text))
    for block in layout.of("caption"):
        credit = caption_credit(block.inner(text)) or ""
        found += credited(credit) or [s for s in [site(credit)] if s]
    for block in layout.of("body")[-1:]:
        found += signature(block.inner(text))
    return tuple(dict.fromkeys(found))


def _dateline(text: str, filed: Filed | None) -> Dateline | None:
    if filed is None or filed.place is None:
        return None
    words = passage(text, *filed.place)
    return Dateline(" ".join(words.text.split()), words)
