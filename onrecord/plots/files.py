"""A file that is either the old one or the whole new one, never half of it."""

from __future__ import annotations

import os
from pathlib import Path


def put(text: str, to: Path) -> None:
    """Write the text to the path: beside it first, then in its place. Raises ``OSError``."""
    if to.exists() and not to.is_file():  # /dev/stdout is written to, not replaced
        to.write_text(text, encoding="utf-8")
        return
    part = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)
