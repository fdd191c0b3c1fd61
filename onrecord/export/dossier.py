"""A dossier as a file to hand on: an HTML page, Markdown, a table, or a Word file."""

from __future__ import annotations

import io
import re
from importlib import import_module
from typing import Literal, NamedTuple, get_args

from onrecord.dossiers import Dossier, Line
from onrecord.export import csv

Format = Literal["html", "md", "csv", "docx"]
FORMATS: tuple[Format, ...] = get_args(Format)


class Kind(NamedTuple):
    """What a format is called and how it is sent."""

    title: str
    media_type: str


KINDS: dict[Format, Kind] = {
    "html": Kind("HTML page", "text/html; charset=utf-8"),
    "md": Kind("Markdown", "text/markdown; charset=utf-8"),
    "csv": Kind("Table (CSV)", "text/csv; charset=utf-8"),
    "docx": Kind(
        "Word file",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}
_MODULES = {"html": "dossier_html", "md": "dossier_markdown"}


def written(dossier: Dossier, format: Format) -> bytes:
    """The dossier as a whole file of that format; text in UTF-8."""
    if format == "docx":
        from onrecord.export import dossier_docx

        file = io.BytesIO()
        dossier_docx.write(dossier, file)
        return file.getvalue()
    text = io.StringIO()
    if format == "csv":
        csv.write(dossier.lines, text, Line)
    else:
        import_module(f"onrecord.export.{_MODULES[format]}").write(dossier, text)
    return text.getvalue().encode("utf-8")


def file_name(dossier: Dossier, format: Format) -> str:
    """A name for the file that every file system and every browser takes."""
    bare = re.sub(r"[^\w .,-]+", "-", dossier.name).strip(" .-") or "dossier"
    return f"{bare}.{format}"
