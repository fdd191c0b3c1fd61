"""The password file: one ``name:right:hash`` a line, where right is ``read`` or ``review`` and the
hash is Argon2id.

Argon2id, through argon2-cffi, because it won the Password Hashing Competition, is what OWASP and
RFC 9106 recommend, and makes guessing cost memory. Names that are not in the file cost a guesser
the same time as those that are. The file is read again when it changes, so that somebody who is
taken out of it is out.
"""

from __future__ import annotations

import os
import stat
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from argon2 import PasswordHasher, Type, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from onrecord.errors import PasswordsInvalid
from onrecord.web.users import User

Right = Literal["read", "review"]
SHORTEST = 12  # characters: long enough that Argon2id and the wait between guesses do the rest
LONGEST = 1000
LONGEST_NAME = 80
_RIGHTS = ("read", "review")
_HASHER = PasswordHasher()  # RFC 9106, low memory: 3 passes over 64 MiB, 4 lanes


@dataclass(frozen=True, slots=True)
class Login:
    """One line of the file."""

    name: str
    right: Right
    hash: str

    @property
    def user(self) -> User:
        return User(self.name, self.right == "review")


def parsed(text: str, where: str) -> dict[str, Login]:
    """The lines of a password file by name; raises PasswordsInvalid naming the line.

    Empty lines and those that begin with ``#`` mean nothing.
    """
    found: dict[str, Login] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            login = _login(line.strip())
        except PasswordsInvalid as error:
            raise PasswordsInvalid(f"line {number} of {where}: {error}") from None
        if login.name in found:
            raise PasswordsInvalid(f"line {number} of {where}: {login.name} is there twice")
        found[login.name] = login
    return found


def _login(line: str) -> Login:
    parts = line.split(":", 2)
    if len(parts) != 3:
        raise PasswordsInvalid("it is not name:right:hash; `onrecord password` writes such lines")
    name, right, hashed = parts
    if right not in _RIGHTS:
        raise PasswordsInvalid(f"{right!r} is no right; write read or review")
    return Login(a_name(name), "review" if right == "review" else "read", _a_hash(hashed))


def a_name(typed: str) -> str:
    """The name as the file has it; raises PasswordsInvalid for one that no line can hold."""
    name = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not name or len(name) > LONGEST_NAME or name.startswith("#"):
        problem = f"a name has 1 to {LONGEST_NAME} characters and does not begin with #"
        raise PasswordsInvalid(problem)
    if any(c == ":" or unicodedata.category(c)[0] == "C" for c in name):
        raise PasswordsInvalid("a name has no colon and no control characters")
    return name


def _a_hash(hashed: str) -> str:
    try:
        kind = extract_parameters(hashed).type
    except (InvalidHashError, ValueError):
        kind = None
    if kind is not Type.ID:
        raise PasswordsInvalid("it holds no Argon2id hash; `onrecord password` makes one")
    return hashed


def hashed(password: str) -> str:
    """The password as the file keeps it; raises PasswordsInvalid for one that is too short."""
    if not SHORTEST <= len(password) <= LONGEST:
        problem = f"a password has {SHORTEST} to {LONGEST} characters; take several words"
        raise PasswordsInvalid(problem)
    return _HASHER.hash(_composed(password))


def is_right(login: Login | None, password: str) -> bool:
    """Whether that is the password; without a login, no, in the same time."""
    try:
        _HASHER.verify(login.hash if login else _nobodys(), _composed(password[: LONGEST + 1]))
    except (VerificationError, InvalidHashError):
        return False
    return login is not None


def is_weak(login: Login) -> bool:
    """Whether the hash costs a guesser less than one made today."""
    return _HASHER.check_needs_rehash(login.hash)


def _composed(password: str) -> bytes:
    """One spelling of the letters, whichever keyboard they come from."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace")


@cache
def _nobodys() -> str:
    return _HASHER.hash(os.urandom(16))


class PasswordFile:
    """A password file that is read again when it changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, ...] = ()
        self._logins: Mapping[str, Login] = {}

    def logins(self) -> Mapping[str, Login]:
        """Who may come in, by name; raises PasswordsInvalid."""
        try:
            status = self.path.stat()
            seen = (status.st_mtime_ns, status.st_size, status.st_ino)
            if seen != self._seen:
                self._logins = parsed(self.path.read_text(encoding="utf-8"), str(self.path))
                self._seen = seen
        except OSError as error:
            raise PasswordsInvalid(f"cannot read {self.path}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise PasswordsInvalid(f"cannot read {self.path}: it is no UTF-8 text") from None
        return self._logins

    def called(self, name: str) -> Login | None:
        """The login of that name."""
        try:
            return self.logins().get(a_name(name))
        except PasswordsInvalid:
            self.logins()  # a file that cannot be read is another matter than a name that is none
            return None

    def advice(self) -> Iterator[str]:
        """What to do about the file, a sentence each."""
        logins = self.logins()
        if not logins:
            yield f"Nobody is in {self.path}: `onrecord password {self.path} NAME` adds somebody."
        for login in filter(is_weak, logins.values()):
            yield (
                f"The password of {login.name} is kept in an older way; set it again with "
                f"`onrecord password {self.path} {login.name}`."
            )
        if os.name == "posix" and stat.S_IMODE(self.path.stat().st_mode) & 0o077:
            yield f"Others may open {self.path}: `chmod 600 {self.path}` stops that."


def put(path: Path, login: Login) -> bool:
    """Add the line to the file, or change it; False if the name was there already.

    The file is replaced whole, so that nobody ever reads half of it, and only its owner may open
    it.
    """
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    is_new = login.name not in parsed(text, str(path))
    line = f"{login.name}:{login.right}:{login.hash}"
    lines = [line if _is_of(each, login.name) else each for each in text.splitlines()]
    _replace(path, "\n".join([*lines, line] if is_new else lines) + "\n")
    return is_new


def _is_of(line: str, name: str) -> bool:
    return not line.startswith("#") and ":" in line and a_name(line.split(":")[0]) == name


def _replace(path: Path, text: str) -> None:
    own = path.resolve()  # behind a link, the file itself
    handle, made = tempfile.mkstemp(prefix=".passwords-", dir=own.parent)  # 0600 from the start
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, own)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise
