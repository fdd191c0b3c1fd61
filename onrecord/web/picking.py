"""The dossier at hand: the one that picks go into, remembered by the browser in a cookie."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from fastapi import Response

from onrecord.web.desk import Desk

COOKIE = "dossier"
_MONTH = 30 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class AtHand:
    """The name of the dossier that picks go into, and the entries in it; None where none is."""

    name: str | None = None
    entries: frozenset[str] = frozenset()


def at_hand(desk: Desk) -> AtHand:
    """The dossier at hand of whoever asks; looked up once for each page."""
    known: AtHand | None = getattr(desk.request.state, "dossier_at_hand", None)
    if known is None:
        name = unquote(desk.request.cookies.get(COOKIE, "")) or None
        entries = desk.record.dossiers.picked(name) if name else None
        known = AtHand() if entries is None else AtHand(name, frozenset(entries))
        desk.request.state.dossier_at_hand = known
    return known


def is_first(desk: Desk, entry: str) -> bool:
    """Whether a page shows the button of an entry for the first time: that one can be pointed at,
    since an id stands once on a page.
    """
    met: frozenset[str] = getattr(desk.request.state, "picks_met", frozenset())
    desk.request.state.picks_met = met | {entry}
    return entry not in met


def keep_at_hand(answer: Response, desk: Desk, name: str | None) -> None:
    """Remember a dossier as the one at hand, or none."""
    secure = desk.request.url.scheme == "https"
    answer.set_cookie(
        COOKIE,
        quote(name or "", safe=""),
        max_age=_MONTH if name else 0,
        httponly=True,
        samesite="strict",
        secure=secure,
    )
