"""One answer, three addresses: a page, the same as ``.json``, and its list as ``.csv``.

``page`` enters a function under all of them. The function asks the record and returns an
``Answer``; what JSON gives is its ``value``, key for key as the command line has it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from io import StringIO
from typing import Any
from urllib.parse import unquote

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from onrecord.exchange import json_ready
from onrecord.phrases.letters import escaped
from onrecord.web import remarks
from onrecord.web.desk import Desk
from onrecord.web.origins import told, without_folders
from onrecord.web.rendering import rendered

JSON = "application/json; charset=utf-8"
CSV = "text/csv; charset=utf-8"
FRONT = "/index"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows.

    ``value`` is what ``.json`` gives (frozen values and plain dictionaries of them) and the
    template has as ``value``; ``shown`` are other names for the template; ``rows`` are the values
    of the list for ``.csv``, all of them, asked for only then; ``kind`` is their type where the
    page has lists of several.
    """

    value: Mapping[str, Any]
    shown: Mapping[str, Any] = field(default_factory=dict)
    rows: Callable[[], Iterable[Any]] | None = None
    kind: type | None = None


Ask = Callable[..., Answer | Response]  # a response as it is: the way to another address


def page(
    router: APIRouter, path: str, template: str, *, rows: type | None = None, model: Any = None
) -> Callable[[Ask], Ask]:
    """Enter a function as a page; ``rows`` is the type of the values of its list, ``model`` what
    its JSON looks like, for OpenAPI. The function's first parameter is ``desk: At``.
    """
    own = FRONT if path == "/" else path

    def enter(ask: Ask) -> Ask:
        add = router.add_api_route
        # first the endings: "{id}" would take them for a part of the id
        name = ask.__name__
        untyped: dict[str, Any] = {"include_in_schema": False, "response_model": None}
        add(f"{own}.json", _json(ask), name=f"{name}.json", response_model=model)
        if rows is not None:
            add(f"{own}.csv", _csv(ask, rows), name=f"{name}.csv", **untyped)
        add(path, _html(ask, template, rows), name=name, **untyped)
        return ask

    return enter


def _html(ask: Ask, template: str, rows: type | None) -> Callable[..., Response]:
    @wraps(ask)
    def shown(desk: Desk, **asked: Any) -> Response:
        answer = ask(desk=desk, **asked)
        if isinstance(answer, Response):
            return answer
        twins = twin_addresses(desk, rows is not None)
        names = {**answer.shown, "value": answer.value, "twins": twins}
        return HTMLResponse(rendered(desk, template, names))

    return _plain(shown)


def _json(ask: Ask) -> Callable[..., Response]:
    @wraps(ask)
    def given(desk: Desk, **asked: Any) -> Response:
        answer = ask(desk=desk, **asked)
        if isinstance(answer, Response):
            return answer
        value = remarks.remarked(desk.record, told(plain(answer.value)))
        return Response(written(value), media_type=JSON)

    return _plain(given)


def _csv(ask: Ask, rows: type) -> Callable[..., Response]:
    @wraps(ask)
    def given(desk: Desk, **asked: Any) -> Response:
        answer = ask(desk=desk, **asked)
        if isinstance(answer, Response):
            return answer
        table = StringIO()
        values = map(without_folders, answer.rows() if answer.rows else ())
        remarks.write(desk.record, values, table, answer.kind or rows)
        name = unquote(desk.path).strip("/").replace("/", "-") or "record"
        disposition = {"Content-Disposition": f'attachment; filename="{_safe(name)}.csv"'}
        return Response(table.getvalue(), media_type=CSV, headers=disposition)

    return _plain(given)


def _plain(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """The endpoint with the annotations of the function it wraps, but not of what that returns."""
    endpoint.__annotations__ = {
        name: kind for name, kind in endpoint.__annotations__.items() if name != "return"
    }
    return endpoint


def twin_addresses(desk: Desk, has_rows: bool) -> dict[str, str]:
    """The addresses of the same answer in other forms, by the name of the form."""
    path = FRONT if desk.path == "/" else desk.path
    endings = ("json", "csv") if has_rows else ("json",)
    return {ending.upper(): f"{path}.{ending}{desk.query}" for ending in endings}


def plain(value: Any) -> Any:
    """Frozen values as plain dictionaries, at any depth of dictionaries and lists."""
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return json_ready(value)


def written(value: Any) -> str:
    """The value as JSON that is safe to show on a terminal."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=1)) + "\n"


def _safe(name: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in name)
