"""A reading room that is open while a test runs: a real server on a free port of this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import uvicorn

from onrecord.record import Record
from onrecord.web.access import Access
from onrecord.web.app import application
from onrecord.web.guard import guarded

ME = "Mira"
LOCAL = Access(me=ME)


@contextmanager
def opened(where: Path, access: Access = LOCAL) -> Iterator[str]:
    """The address of a room that shows the record at a path until the block ends."""
    with Record.open(where) as record, _listening() as listening:
        port = listening.getsockname()[1]
        app = guarded(application(record), replace(access, port=port))
        settings = uvicorn.Config(app, log_level="error", proxy_headers=False, ws="none")
        settings.timeout_graceful_shutdown = 1  # a browser keeps its connections
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(10)


@contextmanager
def _listening() -> Iterator[socket.socket]:
    """A socket that takes connections at once: the server may begin to answer a moment later."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        yield listening
