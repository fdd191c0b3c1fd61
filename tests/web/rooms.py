"""What there is to visit in the reading room: its addresses, as its pages enter them, and those
that its pages lead to.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from onrecord.web import pages
from tests.web.visiting import ADDRESS

_ID = re.compile(r"/(?!add/?$)(?:[a-z]{3}_[0-9a-f]+|[^/.?]*%[^/.?]*)")


def routes() -> list[APIRoute]:
    """Every address of every page."""
    names = [each.name for each in pkgutil.iter_modules(pages.__path__)]
    modules = [importlib.import_module(f"{pages.__name__}.{name}") for name in names]
    found = [route for module in modules for route in module.router.routes]
    return [route for route in found if isinstance(route, APIRoute)]


def addresses(method: str = "GET") -> list[str]:
    """The paths that take that method, without those that need an id."""
    return sorted({r.path for r in routes() if method in r.methods and "{" not in r.path})


class Seen(HTMLParser):
    """A page as a browser takes it: its tags with their attributes, its links, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def links(self) -> Iterator[str]:
        for tag, attributes in self.tags:
            if tag in ("a", "link") and attributes.get("href"):
                yield str(attributes["href"])


def walked(client: TestClient, most: int = 3) -> Iterator[tuple[str, str, str]]:
    """Follow links from every list on; address, type and text of each answer.

    Of those that differ in an id or in their query only, ``most`` are followed.
    """
    waiting, seen, kinds = deque(addresses()), set[str](), Counter[str]()
    while waiting:
        address = waiting.popleft()
        kind = _kind(address)
        if address in seen or kinds[kind] >= most:
            continue
        seen.add(address)
        kinds[kind] += 1
        answer = client.get(address)
        if answer.status_code == 422 and address in addresses():
            continue  # a form that asks for something
        assert answer.status_code == 200, (address, answer.status_code, answer.text[-300:])
        media = answer.headers["content-type"].partition(";")[0]
        yield address, media, answer.content.decode("utf-8")
        if media == "text/html":
            waiting.extend(_inside(address, Seen(answer.text).links))


def _kind(address: str) -> str:
    """Addresses that one function of a page answers; facets alone lead to thousands of them."""
    return _ID.sub("/ID", address.partition("?")[0])


def _inside(address: str, links: Iterator[str]) -> Iterator[str]:
    """Those that stay in the room, without the places on a page they point at."""
    for link in links:
        parts = urlsplit(urljoin(ADDRESS + address, link))
        if f"{parts.scheme}://{parts.netloc}" == ADDRESS and not parts.path.startswith("/static"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")
