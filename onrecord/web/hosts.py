"""Whether a request means this room: by the name it calls it, where it comes from, and what sent
it.

A page of another site can make a browser send requests here. It cannot choose the ``Host`` they
bear (so a name that an attacker points at 127.0.0.1 is turned away) nor what the browser says of
them in ``Sec-Fetch-*``.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.web.access import Access, address, is_among, is_loopback

Headers = Mapping[str, str]

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto")
_LOCAL = ("localhost", "127.0.0.1", "::1")
_EMBEDDED = frozenset(("embed", "frame", "iframe", "object"))
_NULL = "null"


def is_ours(access: Access, host: str | None) -> bool:
    """Whether the ``Host`` of a request is a name of this room.

    A name given with ``--host-name`` may have a port, and then has no other. On an address of this
    machine alone only that machine's own names count, with the port that is open; elsewhere any
    bare address does, because only a name can be pointed at somebody else's machine.
    """
    if not host:
        return False
    called, port = split(host.lower())
    if port is None:  # "desk.example:80/login" would have pages believe another path
        return False
    own = {name.lower() for name in access.names}
    if host.lower() in own or called in own:
        return True
    if is_loopback(access.host):
        return called in _LOCAL and (access.port is None or port == access.port)
    return address(called) is not None


def split(host: str) -> tuple[str, int | None]:
    """A name or address without its brackets, and its port; 80 where none is said."""
    name, colon, port = host.rpartition(":")
    if not colon or port.endswith("]"):
        name, port = host, "80"
    number = int(port) if port.isascii() and port.isdigit() and len(port) < 6 else None
    return name.removeprefix("[").removesuffix("]"), number


def misled(access: Access, headers: Headers, peer: str | None) -> str | None:
    """Why a request cannot be trusted to come the way it should; None if it can."""
    if access.mode == "local" and any(name in headers for name in FORWARDED):
        return "a proxy stands before this room, but it was opened without accounts"
    if access.mode == "proxy" and not is_among(peer, access.proxies):
        return "this room is entered through its proxy only"
    return None


def is_foreign(method: str, headers: Headers) -> bool:
    """Whether another site's page sends the request, other than by a link that somebody follows."""
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return False
    is_link = headers.get("sec-fetch-mode") == "navigate" and method in ("GET", "HEAD")
    return not is_link or headers.get("sec-fetch-dest") in _EMBEDDED


def is_followed(method: str, headers: Headers) -> bool:
    """Whether somebody follows a link from another site: their cookie does not come with it."""
    site, mode = headers.get("sec-fetch-site"), headers.get("sec-fetch-mode")
    return method == "GET" and site in ("cross-site", "same-site") and mode == "navigate"


def is_from_elsewhere(headers: Headers) -> bool:
    """Whether a change is asked for from another origin.

    ``Origin: null`` says nothing: under the referrer policy ``no-referrer`` browsers write it into
    this room's own forms; ``Sec-Fetch-Site`` and the form's token decide.
    """
    origin = headers.get("origin", _NULL)
    return origin != _NULL and origin.partition("://")[2].lower() != headers.get("host", "").lower()


def caller(access: Access, headers: Headers, peer: str | None) -> str | None:
    """The address a request comes from; a trusted proxy says who asked it, last in its list."""
    if not is_among(peer, access.proxies):
        return peer
    told = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    return told if address(told) else peer


def is_encrypted(access: Access, headers: Headers, peer: str | None, scheme: str) -> bool:
    """Whether the reader's end is https, which a trusted proxy says."""
    if is_among(peer, access.proxies):
        return headers.get("x-forwarded-proto", scheme).strip().lower() == "https"
    return scheme == "https"
