"""A visitor of the reading room without a network: a test client before a guarded application, and
the token that forms carry.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from onrecord.record import Record
from onrecord.web.access import Access
from onrecord.web.app import application
from onrecord.web.guard import guarded

ADDRESS = "http://localhost:8000"
LOCAL = Access(port=8000, me="Ada Marsh")
_TOKEN = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


def visitor(
    app: FastAPI, access: Access = LOCAL, *, peer: str = "127.0.0.1", **known: Any
) -> TestClient:
    """A browser that has not been here before."""
    return TestClient(
        guarded(app, replace(access, port=8000)),
        base_url=known.pop("base_url", ADDRESS),
        client=(peer, 50000),
        follow_redirects=False,
        **known,
    )


def reader_of(record: Record, access: Access = LOCAL, **known: Any) -> TestClient:
    """The same before the reading room of a record."""
    return visitor(application(record), access, **known)


def token(client: TestClient, page: str = "/login") -> str:
    """What the forms of a page carry."""
    found = _TOKEN.search(client.get(page).text)
    assert found is not None, f"{page} has no form"
    return found[1]


def log_in(client: TestClient, name: str, password: str = "", **more: str) -> Any:
    """Fill in the form of the log-in page and send it."""
    typed = {"csrf": token(client), "name": name, "password": password, **more}
    return client.post("/login", data=typed)
