"""Addresses that ask what a page does not know: refused, because an answer to something else than
was asked is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from onrecord.errors import QuestionInvalid


def strictly(request: Request) -> None:
    """Raise QuestionInvalid for a filter that the page has not, or that is given twice."""
    route = request.scope.get("route")
    if request.method != "GET" or not isinstance(route, APIRoute):
        return
    known = dict(_asked(route.dependant))
    for name in request.query_params:
        if name not in known:
            raise QuestionInvalid(_unknown(name, sorted(known)))
        if len(request.query_params.getlist(name)) > 1 and not _takes_several(known[name]):
            raise QuestionInvalid(f"“{name}” is asked for twice; write it once")


def _asked(dependant: Dependant) -> Iterator[tuple[str, Any]]:
    """What a page and all that it depends on take from a query, by name."""
    yield from ((each.alias, each) for each in dependant.query_params)
    for each in dependant.dependencies:
        yield from _asked(each)


def _unknown(name: str, known: list[str]) -> str:
    return f"“{name}” cannot be asked of this page" + (
        f"; there are {', '.join(known)}" if known else ", nor anything else"
    )


def _takes_several(field: object) -> bool:
    return "list" in str(getattr(getattr(field, "field_info", None), "annotation", ""))
