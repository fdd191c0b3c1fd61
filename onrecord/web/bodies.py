"""The body of a request on its way in: counted while it streams, and looked into for the token that
every form carries.

The token is a field named ``csrf``, the first of the form, or the header ``X-CSRF-Token``; so of an
upload only its beginning has to be kept until the token is found. What was looked at is given
to the page again, unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast
from urllib.parse import parse_qs

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.types import Message, Receive

FIELD, HEADER = "csrf", "x-csrf-token"
LIMITS: Mapping[str, int] = {"/add": 100_000_000}  # bytes of a request, by path
LIMIT = 1_000_000  # and of any other
MOST_LOOKED_AT = 1_000_000  # bytes of a form, or of the beginning of an upload


def limit(path: str) -> int:
    """How many bytes a request to that address may have."""
    return LIMITS.get(path, LIMIT)


class TooLarge(Exception):
    """The body is larger than the room takes; what is left of it is not read."""


class Body:
    """A body that ends in TooLarge when it has more bytes than it may have."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self.most = most
        self._seen = 0
        self._again: list[Message] = []
        self.is_too_large = False

    async def receive(self) -> Message:
        """The next piece, those that were looked at first."""
        return self._again.pop(0) if self._again else await self._next()

    async def _next(self) -> Message:
        if self.is_too_large:
            raise TooLarge
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > self.most:
            self.is_too_large = True
            raise TooLarge
        return message

    async def token(self, headers: Mapping[str, str]) -> str:
        """The token that the request carries; empty if it carries none."""
        if HEADER in headers:
            return headers[HEADER]
        kind, options = parse_options_header(headers.get("content-type", ""))
        if kind == b"application/x-www-form-urlencoded":
            return await self._of_form()
        if kind == b"multipart/form-data" and options.get(b"boundary"):
            return await self._of_upload(options[b"boundary"])
        return ""

    async def _of_form(self) -> str:
        kept: list[Message] = []
        while await self._keep(kept):
            pass
        body = b"".join(each.get("body", b"") for each in kept)
        self._again = kept
        try:
            fields = parse_qs(body.decode("ascii", "replace"), max_num_fields=1000)
        except ValueError:
            return ""
        return fields.get(FIELD, [""])[0]

    async def _of_upload(self, boundary: bytes) -> str:
        field, kept = FirstField(), list[Message]()
        try:
            parser = MultipartParser(boundary, cast(Any, field.callbacks()))
            goes_on = True
            while goes_on and not field.is_whole:
                goes_on = await self._keep(kept)
                parser.write(kept[-1].get("body", b""))
        except (MultipartParseError, ValueError):
            return ""
        finally:
            self._again = kept
        return field.value if field.is_whole and field.is_token else ""

    async def _keep(self, kept: list[Message]) -> bool:
        """Keep the next piece; whether there may be more, and room for it."""
        kept.append(await self._next())
        more = kept[-1]["type"] == "http.request" and kept[-1].get("more_body", False)
        return bool(more) and sum(len(each.get("body", b"")) for each in kept) < MOST_LOOKED_AT


class FirstField:
    """The first field of an upload, as the parser comes upon it."""

    def __init__(self) -> None:
        self._header, self._disposition, self._value = b"", b"", b""
        self.is_whole = False

    def callbacks(self) -> dict[str, Callable[..., None]]:
        """What the parser calls."""
        return {
            "on_header_begin": self._begun,
            "on_header_field": self._named,
            "on_header_value": self._said,
            "on_part_data": self._read,
            "on_part_end": self._ended,
        }

    @property
    def is_token(self) -> bool:
        """Whether it is the field of the token, and no file."""
        _, options = parse_options_header(self._disposition)
        return options.get(b"name") == FIELD.encode() and b"filename" not in options

    @property
    def value(self) -> str:
        return self._value.decode("ascii", "replace")

    def _begun(self) -> None:
        self._header = b""

    def _named(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _said(self, data: bytes, start: int, end: int) -> None:
        if not self.is_whole and self._header.lower() == b"content-disposition":
            self._disposition += data[start:end]

    def _read(self, data: bytes, start: int, end: int) -> None:
        if not self.is_whole:
            self._value += data[start:end]

    def _ended(self) -> None:
        self.is_whole = True
