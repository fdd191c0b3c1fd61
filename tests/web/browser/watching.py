"""What a browser says while a page is open: errors on its console, requests that fail, requests to
anybody but the reading room.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response


@dataclass
class Watch:
    """What went wrong in one page since it was opened; ``forgiven`` are statuses that are meant."""

    room: str
    said: list[str] = field(default_factory=list)
    forgiven: set[int] = field(default_factory=set)

    def over(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.said.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if any(f"status of {status}" in message.text for status in self.forgiven):
            return
        self.said.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        own, asked = urlsplit(self.room), urlsplit(request.url)
        if asked.scheme != "data" and asked.netloc != own.netloc:
            self.said.append(f"another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # a download ends its navigation, and a page that is left ends its own requests
        if request.failure != "net::ERR_ABORTED":
            self.said.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.forgiven:
            self.said.append(f"{response.status}: {response.url}")
