"""Who may come into the reading room, and how they are known: one frozen value, checked before
anything opens.

There are three modes. ``local``: the address is this machine's own and nobody has an account.
``passwords``: a file says who comes in. ``proxy``: a proxy that is trusted logs people in and names
them in a header. Any address but this machine's own needs one of the last two.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.errors import ServingRefused

Mode = Literal["local", "passwords", "proxy"]
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

HERE = "127.0.0.1"
ANYBODY = "reader"  # how somebody is called where the operating system does not say
_HEADER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?", re.I)
# What a proxy uses for itself cannot be what names a person.
_TAKEN = frozenset("host cookie origin authorization content-type content-length".split())


@dataclass(frozen=True, slots=True)
class Access:
    """What ``serve`` was told; ``checked`` says whether it is safe to open.

    ``names`` are those the room goes by (``--host-name``), ``header`` the one in which a proxy at
    one of ``proxies`` names people, ``reviewers`` those of them who may change the record, ``me``
    who reads where nobody has an account.
    """

    host: str = HERE
    port: int | None = None
    names: tuple[str, ...] = ()
    passwords: Path | None = None
    header: str | None = None
    proxies: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    me: str = ANYBODY

    @property
    def mode(self) -> Mode:
        if self.passwords is not None:
            return "passwords"
        return "local" if self.header is None else "proxy"


def checked(access: Access) -> Access:
    """The same; raises ServingRefused if it is not safe or contradicts itself."""
    for problem in (_exposed(access), _doubled(access), _half(access), _misspelt(access)):
        if problem:
            raise ServingRefused(problem)
    return access


def _exposed(access: Access) -> str | None:
    if access.mode != "local" or is_loopback(access.host):
        return None
    return (
        f"at {access.host} anybody who reaches this machine could read and change the record; "
        "give --password-file FILE (`onrecord password FILE NAME` makes one), or --trust-header "
        "and --trusted-proxy if a proxy logs people in"
    )


def _doubled(access: Access) -> str | None:
    if access.passwords is None or access.header is None:
        return None
    return "--password-file and --trust-header are two ways to know people; give one of them"


def _half(access: Access) -> str | None:
    if access.header is not None and not access.proxies:
        return "--trust-header needs --trusted-proxy ADDRESS: anybody else could write the header"
    if access.reviewers and access.header is None:
        return "--reviewer goes with --trust-header; a password file says itself who may review"
    if access.proxies and access.mode == "local":
        return "--trusted-proxy needs --trust-header or --password-file, so that people are known"
    return None


def _misspelt(access: Access) -> str | None:
    if access.header is not None and not _is_header(access.header):
        return f"{access.header!r} is no name of a header that could name a person"
    for proxy in access.proxies:
        if network(proxy) is None:
            return f"{proxy!r} is no address of a proxy; write 127.0.0.1 or 10.0.0.0/24"
    for name in access.names:
        if not _NAME.fullmatch(name):
            return f"{name!r} is no host name; write desk.example or desk.example:8000"
    return None


def _is_header(name: str) -> bool:
    return bool(_HEADER.fullmatch(name)) and name.lower() not in _TAKEN


def is_loopback(host: str) -> bool:
    """Whether only this machine itself can reach an address."""
    found = address(host)
    return host.lower() == "localhost" if found is None else found.is_loopback


def address(written: str) -> Address | None:
    """The IP address somebody wrote, in brackets or not; None for a name."""
    try:
        found = ipaddress.ip_address(written.removeprefix("[").removesuffix("]"))
    except ValueError:
        return None
    inner = getattr(found, "ipv4_mapped", None)  # ::ffff:127.0.0.1 is 127.0.0.1
    return inner or found


def network(written: str) -> Network | None:
    """The address or network somebody wrote; None if it is none."""
    try:
        return ipaddress.ip_network(written, strict=False)
    except ValueError:
        return None


def is_among(peer: str | None, proxies: Iterable[str]) -> bool:
    """Whether a request comes from one of these addresses or networks."""
    found = None if peer is None else address(peer)
    networks: list[Network] = [each for each in map(network, proxies) if each]
    return found is not None and any(found in each for each in networks)
