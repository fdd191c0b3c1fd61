"""Readings as JSON and back, key for key as SCHEMA.md has them.

``json_ready`` turns any value of ``onrecord.model`` into plain dictionaries; ``reading_from``
rebuilds a ``Reading`` and forgives keys it does not know (newer files may have more). One reading
is one line, whatever its text holds: ``line`` and ``parsed``.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from onrecord.model import FORMAT, Reading

T = TypeVar("T")

# What JSON leaves bare but a line of UTF-8 cannot hold: other line ends, halves of UTF-16 pairs.
_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
_SPLIT_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def json_ready(value: Any) -> Any:
    """Plain dictionaries, lists, strings and numbers for any value of ``onrecord.model``."""
    if isinstance(value, str | int | float) or value is None:
        return value
    if isinstance(value, tuple | list):
        return [json_ready(v) for v in value]
    kind: Any = type(value)
    plain = {name: json_ready(getattr(value, name)) for name in _fields(kind)}
    return _format_first(plain) if isinstance(value, Reading) else plain


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind))


def _format_first(plain: dict[str, Any]) -> dict[str, Any]:
    return {"format": plain.pop("format"), **plain}


def line(reading: Reading) -> str:
    """The reading as one line of JSON, without the line end.

    The line can be written as UTF-8 and split off by any reader of lines. Raises ``ValueError``
    where JSON has no way to say it: a number that is not finite, or a character split into its two
    UTF-16 halves.
    """
    text = json.dumps(
        json_ready(reading), ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    if _SPLIT_PAIR.search(text):
        raise ValueError("the text holds a character split into two UTF-16 halves")
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def parsed(text: str) -> Reading:
    """The reading that ``line`` wrote; raises ``ValueError`` if it is none."""
    return reading_from(json.loads(text))


def reading_from(plain: Any) -> Reading:
    """A ``Reading`` from its dictionary form; raises ``ValueError`` if it is none."""
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise ValueError(f"not a reading: its format is not {FORMAT}")
    return value_from(Reading, plain)


def value_from(kind: type[T], plain: Any) -> T:
    """A value of ``onrecord.model`` (say, a ``Statement``) from its dictionary form."""
    wanted: Any = kind
    try:
        built: T = _builder(wanted)(plain)
    except (TypeError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}: {error}") from error
    return built


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        build = _builder(next(k for k in inner if k is not type(None)))
        return lambda plain: None if plain is None else build(plain)
    if origin is tuple:
        build = _builder(inner[0])
        return lambda plain: tuple(build(p) for p in plain)
    if origin is Literal or not dataclasses.is_dataclass(kind):
        return lambda plain: plain
    return _dataclass_builder(kind)


def _dataclass_builder(kind: Any) -> Callable[[Any], Any]:
    fields = {name: _builder(hint) for name, hint in get_type_hints(kind).items()}

    def build(plain: dict[str, Any]) -> Any:
        return kind(**{k: fields[k](v) for k, v in plain.items() if k in fields})

    return build
