"""What the room leaves out of values that it tells. Of where an article was read from it has the
file's name, not its folders, which are the server's own business; an address on the web stays
whole. What a statement means, as numbers, is for programs that have the record itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from typing import Any

from onrecord.phrases.entries import file_name

__all__ = ["file_name", "told", "without_folders"]

_MEANING = "vector"
_HOLDERS = ("article", "telling", "spoken", "picked")  # what a value of a list keeps its article in


def without_folders(value: Any) -> Any:
    """A value of a list, with the name of the file its article was read from."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    known: dict[str, Any] = {}
    if isinstance(own := getattr(value, "input", None), str):
        known["input"] = file_name(own)
    for holder in _HOLDERS:
        if (held := getattr(value, holder, None)) is not None and is_dataclass(held):
            known[holder] = without_folders(held)
    return replace(value, **known) if known else value


def told(plain: Any) -> Any:
    """The same of plain dictionaries and lists, at any depth."""
    if isinstance(plain, Mapping):
        return {key: _told(key, each) for key, each in plain.items() if key != _MEANING}
    return [told(each) for each in plain] if isinstance(plain, list | tuple) else plain


def _told(key: str, value: Any) -> Any:
    return file_name(value) if key == "input" and isinstance(value, str) else told(value)
