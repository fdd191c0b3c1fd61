"""``onrecord serve`` and ``onrecord password``: the reading room, and who may enter it.

Whatever speaks against opening is found before anything is open and said in one sentence: an
address that others reach without accounts, a port that is taken, a record that is not there.
"""

from __future__ import annotations

import errno
import getpass
import os
import signal
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.asking import opened
from onrecord.cli.endings import say
from onrecord.cli.options import Place
from onrecord.cli.telling import linked_by_others
from onrecord.errors import AddressUnavailable, PasswordsInvalid

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from onrecord.web.access import Access

PORT = 8000
_ENDING = 3  # seconds that answers under way have when the room closes
_TOLD = 20  # names of files that were not read
_TAKEN = {
    errno.EADDRINUSE: "port {port} of {host} is taken; give another with --port",
    errno.EACCES: "port {port} is not yours to open; give one above 1023 with --port",
    errno.EADDRNOTAVAIL: "{host} is no address of this machine; give one that is with --host",
}
_FOLLOWS = (
    "What people judged is on the record; what follows from it across articles is made when the "
    "record is next opened."
)
_UNENCRYPTED = (
    "Passwords and pages travel unencrypted to this address: put a proxy with https before it, and "
    "name it with --trusted-proxy."
)

ManyNames = Annotated[
    list[str],
    typer.Option(metavar="NAME", help="A name the room goes by: desk.example. Can be repeated."),
]
ManyAddresses = Annotated[
    list[str],
    typer.Option(metavar="ADDRESS", help="The proxy's address, or network. Can be repeated."),
]
ManyPeople = Annotated[
    list[str],
    typer.Option(
        metavar="NAME", help="May also correct and add, with --trust-header. Can be repeated."
    ),
]


@dataclass(frozen=True, slots=True)
class Address:
    """Where the room opens."""

    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to open at.", show_default=True)
    ] = "127.0.0.1"
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="The port.", show_default=True)
    ] = PORT
    host_name: ManyNames = ()  # type: ignore[assignment]
    open: Annotated[bool, typer.Option("--open", help="Show it in the browser.")] = False


@dataclass(frozen=True, slots=True)
class Entry:
    """How people are known who enter it."""

    password_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Let in who is in this file; see `onrecord password`."),
    ] = None
    trust_header: Annotated[
        str | None,
        typer.Option(metavar="HEADER", help="Let in whom a trusted proxy names in this header."),
    ] = None
    trusted_proxy: ManyAddresses = ()  # type: ignore[assignment]
    reviewer: ManyPeople = ()  # type: ignore[assignment]


def serve(place: Place, address: Address, entry: Entry) -> None:
    """Open the record in a browser, until Ctrl-C.

    On 127.0.0.1 nobody needs an account. Any other address needs --password-file, or
    --trust-header with --trusted-proxy. Articles can be added meanwhile, here or with `onrecord
    add`.
    """
    from onrecord.web.access import checked

    access = checked(_access(address, entry))
    advice = tuple(_advice(access))
    with opened(place) as record, _bound(access) as bound:
        from dataclasses import replace

        from onrecord.web.app import application
        from onrecord.web.guard import guarded
        from onrecord.web.keeping import Keeping
        from onrecord.web.pages.add import unread
        from onrecord.web.warming import warm

        warm(record)
        access = replace(access, port=bound.getsockname()[1])
        for sentence in advice:
            say(sentence)
        linked_by_others(record)
        where = _url(access)
        say(f"{place.record} is open at {where} (Ctrl-C closes it).")
        if address.open:
            _show(where)
        with Keeping(record) as keeping:
            app = application(record, settling=lambda: keeping.is_busy)
            _run(guarded(app, access), bound)
            left = unread(app)
        if keeping.is_left:
            say(_FOLLOWS)
    say(_closed(left))


def _closed(left: Sequence[str]) -> str:
    """How it ended: what was delivered and not read is said, as nothing else keeps it."""
    if not left:
        return "Closed."
    told = ", ".join(left[:_TOLD]) + (f" and {len(left) - _TOLD} more" if left[_TOLD:] else "")
    were = "One file was" if len(left) == 1 else f"{len(left)} files were"
    return f"Closed. {were} delivered and not read: {told}. Deliver them again."


def _access(address: Address, entry: Entry) -> Access:
    from onrecord.web.access import ANYBODY, Access

    try:
        me = getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in many containers
        me = ANYBODY
    return Access(
        host=address.host,
        port=address.port,
        names=tuple(address.host_name),
        passwords=entry.password_file,
        header=entry.trust_header,
        proxies=tuple(entry.trusted_proxy),
        reviewers=tuple(entry.reviewer),
        me=me,
    )


def _advice(access: Access) -> Iterator[str]:
    """What to know of the way people enter; raises PasswordsInvalid for a file that is none."""
    from onrecord.web.access import is_loopback
    from onrecord.web.passwords import PasswordFile

    if access.passwords is not None:
        yield from PasswordFile(access.passwords).advice()
        if not is_loopback(access.host) and not access.proxies:
            yield _UNENCRYPTED
    if access.mode == "proxy" and not access.reviewers:
        yield "Nobody may correct or add: --reviewer NAME lets somebody."


@contextmanager
def _bound(access: Access) -> Iterator[socket.socket]:
    """The socket, bound before the room is built, so that its port is certain."""
    host, port = access.host, access.port or 0
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        bound = socket.socket(found[0], found[1])
    except (OSError, UnicodeError) as error:
        raise AddressUnavailable(f"cannot open at {host}: {error}") from None
    with bound:
        if os.name == "posix":  # elsewhere it would let two rooms share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind(found[4])
            bound.listen(128)
        except OSError as error:
            said = _TAKEN.get(error.errno or 0, "cannot open at {host}, port {port}: " + str(error))
            raise AddressUnavailable(said.format(host=host, port=port)) from None
        yield bound


def _url(access: Access) -> str:
    """The address to go to; a room that is open everywhere has this machine's own name, too."""
    host = access.names[0] if access.names else access.host
    if access.names and access.proxies:
        return f"https://{host}/"
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    bare = f"[{shown}]" if ":" in shown and not access.names else shown
    return f"http://{bare}/" if ":" in host and access.names else f"http://{bare}:{access.port}/"


def _show(where: str) -> None:
    """The browser, in a thread of its own: some do not come back until they are closed."""
    import webbrowser

    threading.Thread(target=webbrowser.open, args=(where,), daemon=True).start()


def _run(app: ASGIApp, bound: socket.socket) -> None:
    """Answer until a signal ends it. It is quiet: nothing that people read here is written down."""
    import uvicorn

    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="error",
        proxy_headers=False,  # the guard trusts the proxies it was given, and no others
        server_header=False,
        timeout_graceful_shutdown=_ENDING,
        ws="none",
    )
    before = signal.signal(signal.SIGTERM, _interrupted)
    try:
        uvicorn.Server(config).run(sockets=[bound])
    except KeyboardInterrupt:
        pass  # the way this ends
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupted(*_: Any) -> None:
    raise KeyboardInterrupt


PasswordFile = Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]
PersonName = Annotated[str, typer.Argument(metavar="NAME", hidden=True)]
Review = Annotated[bool, typer.Option("--review", help="May also correct and add, not only read.")]


def password(file: PasswordFile, name: PersonName, review: Review = False) -> None:
    """Let somebody into the reading room, or change their password or right.

    FILE is the password file that `onrecord serve --password-file` takes, made if there is none;
    NAME is how they log in. The password is asked for twice and never shown. A room that is open
    notices at once, and whoever logged in with the old password is out.
    """
    from onrecord.web import passwords

    known = passwords.a_name(name)
    if file.exists():
        passwords.PasswordFile(file).logins()
    elif not file.absolute().parent.is_dir():
        raise PasswordsInvalid(f"there is no folder {file.absolute().parent}; make it first")
    login = passwords.Login(known, "review" if review else "read", passwords.hashed(_asked_for()))
    is_new = passwords.put(file, login)
    may = "read and review" if review else "read"
    done = "is in" if is_new else "is changed in"
    say(f"{known} {done} {file} and may {may}.")


def _asked_for() -> str:
    try:
        typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    except typer.Abort:
        raise KeyboardInterrupt from None
    return typed
