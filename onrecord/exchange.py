"""Readings as JSON and back, key for key as SCHEMA.md has them.

``json_ready`` turns any value of ``onrecord.model`` into plain dictionaries; ``reading_from`` rebuilds a ``Reading``
and forgives keys it does not know (newer files may have more). One reading is one line: ``line`` and ``parsed``.
"""

from __future__ import annotations

import dataclasses
import json
import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord import model
from onrecord.model import Reading


def json_ready(value: Any) -> Any:
    """Plain dictionaries, lists, strings and numbers for any value of ``onrecord.model``."""
    if dataclasses.is_dataclass(value):
        plain = {f.name: json_ready(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return _format_first(plain) if isinstance(value, Reading) else plain
    if isinstance(value, tuple | list):
        return [json_ready(v) for v in value]
    return value


def _format_first(plain: dict[str, Any]) -> dict[str, Any]:
    return {"format": plain.pop("format"), **plain}


def line(reading: Reading) -> str:
    """The reading as one line of JSON, without the line end."""
    return json.dumps(json_ready(reading), ensure_ascii=False, separators=(",", ":"))


def parsed(text: str) -> Reading:
    """The reading that ``line`` wrote; raises ``ValueError`` or ``KeyError`` if it is none."""
    return reading_from(json.loads(text))


def reading_from(plain: dict[str, Any]) -> Reading:
    """A ``Reading`` from its dictionary form."""
    built = _build(Reading, plain)
    assert isinstance(built, Reading)
    return built


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, vars(model))


def _build(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        chosen = next(k for k in get_args(kind) if k is not type(None))
        return None if plain is None else _build(chosen, plain)
    if origin is tuple:
        return tuple(_build(get_args(kind)[0], p) for p in plain)
    if origin is Literal or not dataclasses.is_dataclass(kind):
        return plain
    hints = _hints(kind)  # type: ignore[arg-type]
    return kind(**{k: _build(hints[k], v) for k, v in plain.items() if k in hints})  # type: ignore[operator]
