"""What Markdown marks in a text that stays untouched: its front matter, its title, its pictures.

Plain text uses the same marks now and then (a line of ``=`` under the title), so every text is
looked at; what is not marked is left to the rules for text.
"""

from __future__ import annotations

import re

from onrecord.ingest.given import Metadata, edtf_from
from onrecord.ingest.names import people
from onrecord.model import PartKind

_FRONT = re.compile(
    r"\s{0,20}---[ \t]*\r?\n(?P<fields>(?:[^\n]{0,500}\n){1,60}?)---[ \t]*(?:\r?\n|$)"
)
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]{0,30})[ \t]*:[ \t]*(?P<value>[^\r\n]*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>[^\r\n]+)")
_HEADING = re.compile(r"#{1,2}[ \t]+\S")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t]*$")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]{0,300})\]\([^)\n]{0,500}\)[ \t]*$")
_LONGEST_TITLE = 300

# The keys front matters use, by what they say.
KEYS: dict[str, str] = {
    "title": "title", "headline": "title",
    "author": "authors", "authors": "authors", "byline": "authors", "by": "authors",
    "date": "published", "published": "published", "publishdate": "published",
    "pubdate": "published",
    "publisher": "publisher", "source": "publisher", "site": "publisher", "outlet": "publisher",
    "url": "url", "link": "url", "canonical": "url", "canonical_url": "url", "permalink": "url",
}  # fmt: skip


def front_matter(text: str) -> tuple[Metadata, int]:
    """What the front matter says and where it ends (0 if there is none)."""
    match = _FRONT.match(text)
    if not match:
        return Metadata(), 0
    found = _fields(match["fields"])
    if not found:
        return Metadata(), 0
    listed = found.get("authors", [])
    metadata = Metadata(
        title=_first(found, "title"),
        authors=tuple(n for one in listed for n in people(one) or (one,)),
        publisher=_first(found, "publisher"),
        published=edtf_from(_first(found, "published") or ""),
        url=_first(found, "url"),
    )
    return metadata, match.end()


def _fields(lines: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines.splitlines():
        field, item = _FIELD.match(line), _ITEM.match(line)
        if field:
            values = found.setdefault(KEYS.get(field["key"].lower(), ""), [])
            listed = field["value"].strip()
            inside = (
                listed[1:-1].split(",") if listed[:1] == "[" and listed[-1:] == "]" else [listed]
            )
            values += [v for one in inside if (v := _unquoted(one))]
        elif item:
            values.append(_unquoted(item["value"]))
    return {key: values for key, values in found.items() if key and values}


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _first(found: dict[str, list[str]], key: str) -> str | None:
    return next(iter(found.get(key, [])), None)


def marked(text: str, front: int) -> dict[int, PartKind]:
    """The kinds that Markdown tells, by the offset of each line's first non-blank character."""
    kinds: dict[int, PartKind] = {}
    start, above = 0, ""
    above_at, titled = 0, False
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        at = start + len(raw) - len(raw.lstrip())
        start += len(raw)
        if not line:
            above = ""
            continue
        kind = "boilerplate" if at < front else _line_kind(line)
        if (
            _UNDERLINE.match(line)
            and 0 < len(above) <= _LONGEST_TITLE
            and at >= front
            and not titled
        ):
            kinds[above_at] = kinds[at] = "title"
            titled = True
        elif kind == "title":
            if not titled:
                kinds[at] = "title"
            titled = True
        elif kind:
            kinds[at] = kind
        above, above_at = line, at
    return kinds


def _line_kind(line: str) -> PartKind | None:
    if _HEADING.match(line) and len(line) <= _LONGEST_TITLE:
        return "title" if line[1] != "#" else None
    picture = _PICTURE.match(line)
    if not picture:
        return None
    return "caption" if picture["alt"].strip() else "boilerplate"
