"""What a page says of its article in JSON-LD and in OpenGraph and other meta elements.

JSON-LD is read first: a headline, authors, publisher and date there are meant for machines. Meta
elements fill what is missing; htmldate looks for a date where neither gives one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from onrecord.calendar import bounds
from onrecord.ingest.given import Metadata, edtf_from
from onrecord.ingest.names import bylined

ARTICLE_TYPES = re.compile(
    r"(?:News|Blog|Report|Reportage|Opinion|Analysis|Review|Satirical)?\w*(?:Article|Posting)$"
)

# The meta elements that say it, the most trusted first.
META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "authors": (
        "author", "article:author_name", "dc.creator", "parsely-author", "sailthru.author", "byl",
    ),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "publishdate",
        "dc.date.issued", "dcterms.created", "sailthru.date", "parsely-pub-date", "pubdate",
        "dc.date",
    ),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip
_MOST_DEEP = 12
_EARLIEST = "1990"
_DAY_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")


def metadata(tree: Any, html: str, today: date) -> Metadata:
    """The page's metadata, from its lxml ``tree`` and, for a date to be searched for, its
    source."""
    linked = _linked(tree)
    metas = _metas(tree)
    found = {key: _first_meta(metas, names) for key, names in META.items()}
    stated = (_text(linked.get("datePublished")), found["published"])
    url = _canonical(tree) or found["url"]
    return Metadata(
        title=_text(linked.get("headline")) or _untailed(found["title"], found["publisher"]),
        authors=_names(linked.get("author")) or bylined(found["authors"] or ""),
        publisher=_publisher(linked) or found["publisher"],
        published=_local(_published(stated, html, today), url),
        url=url,
    )


def _linked(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(loaded, 0):
            kinds = one.get("@type")
            if any(isinstance(k, str) and ARTICLE_TYPES.fullmatch(k) for k in _listed(kinds)):
                return one
    return {}


def _objects(loaded: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MOST_DEEP:
        return
    if isinstance(loaded, dict):
        yield loaded
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(loaded.get(key), depth + 1)
    elif isinstance(loaded, list):
        for one in loaded:
            yield from _objects(one, depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str | None:
    from html import unescape

    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _names(value: Any) -> tuple[str, ...]:
    """Persons of a JSON-LD author: a string, an object with a name, or a list of either."""
    found: list[str] = []
    for one in _listed(value):
        if isinstance(one, dict) and one.get("@type") == "Organization":
            continue
        name = _text(one.get("name") if isinstance(one, dict) else one)
        found += bylined(name) if name and "://" not in name else ()
    return tuple(dict.fromkeys(found))


def _publisher(linked: dict[str, Any]) -> str | None:
    for one in _listed(linked.get("publisher")):
        name = _text(one.get("name") if isinstance(one, dict) else one)
        if name and "://" not in name:
            return name
    return None


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            name = (meta.get(key) or "").strip().lower()
            value = _text(meta.get("content"))
            if name and value:
                found.setdefault(name, value)
    return found


def _first_meta(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next(
        (metas[name] for name in names if name in metas and "://" not in metas[name][:8]), None
    )


def _untailed(title: str | None, publisher: str | None) -> str | None:
    """Without the site's name after it: "Bridge reopens | The Daily Star"."""
    if not title or not publisher:
        return title
    tail = re.compile(rf"\s*[|–—·:-]\s*{re.escape(publisher)}\s*$", re.I)
    return tail.sub("", title) or title


def _canonical(tree: Any) -> str | None:
    found = tree.xpath('//link[@rel="canonical"]/@href') + tree.xpath(
        '//meta[@property="og:url"]/@content'
    )
    return next((str(u).strip() for u in found if str(u).startswith(("http://", "https://"))), None)


def _published(stated: tuple[str | None, ...], html: str, today: date) -> str | None:
    for edtf in (edtf_from(one) for one in stated if one):
        if edtf and edtf >= _EARLIEST and edtf <= f"{today}~":
            return edtf
    from htmldate import find_date

    try:
        return find_date(html, original_date=True, extensive_search=False, max_date=f"{today}")
    except (ValueError, RecursionError):  # a page lxml cannot make sense of
        return None


def _local(edtf: str | None, url: str | None) -> str | None:
    """The day in the address where it is a day off: metadata in UTC are ahead of a page from
    California."""
    match = _DAY_IN_URL.search(url or "")
    written = edtf_from("-".join(match.groups())) if match else None
    day, local = bounds(edtf)[0], bounds(written)[0]
    near = day and local and bounds(edtf) == (day, day) and abs(day - local) <= timedelta(1)
    return written if near else edtf
