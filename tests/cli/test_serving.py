"""The commands around the reading room; a few of these start the real program on a free port."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from onrecord import intake
from onrecord.cli import serving
from onrecord.web import keeping, passwords
from onrecord.web.access import Access
from onrecord.web.keeping import Keeping
from tests.cli.conftest import Run
from tests.fakes import FakeReader

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", hasher)
    monkeypatch.setattr(intake, "reader", FakeReader)


@pytest.fixture
def unserved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The room is opened and closed at once."""
    seen: list[str] = []
    monkeypatch.setattr(serving, "_run", lambda app, bound: seen.append(type(app).__name__))
    return seen


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "passwords"
    passwords.put(path, passwords.Login("Ada Marsh", "review", passwords.hashed(PASSWORD)))
    return path


def test_the_address_is_told_on_stderr(run: Run, kept: Path, unserved: list[str]) -> None:
    result = run("serve", "--port", "0")
    assert (result.exit_code, result.stdout) == (0, "")
    first, last = result.stderr.splitlines()
    assert first.startswith(f"{kept} is open at http://127.0.0.1:")
    assert last == "Closed."
    assert unserved == ["Guard"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "--password-file"),
        (["--host", "::"], "--password-file"),
        (["--trust-header", "X-User"], "--trusted-proxy"),
        (["--reviewer", "Ada"], "--reviewer goes with"),
        (["--host-name", "a/b"], "no host name"),
    ],
)
def test_what_is_not_safe_is_refused_before_anything_opens(
    options: list[str], said: str, run: Run, kept: Path, unserved: list[str]
) -> None:
    result = run("serve", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert unserved == []


def test_what_still_follows_from_judgements_is_told_when_the_room_is_closed(
    run: Run, kept: Path, unserved: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Left(Keeping):
        is_left = property(lambda _: True, lambda *_: None)  # type: ignore[assignment]

    monkeypatch.setattr(keeping, "Keeping", Left)
    _, follows, last = run("serve", "--port", "0").stderr.splitlines()
    assert follows.startswith("What people judged is on the record; what follows from it")
    assert last == "Closed."


def test_a_record_that_is_not_there(run: Run, tmp_path: Path, unserved: list[str]) -> None:
    result = run("serve", "--record", str(tmp_path / "no.db"))
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)
    assert "there is no record" in result.stderr


def test_a_port_that_is_taken(run: Run, kept: Path, unserved: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        result = run("serve", "--port", port)
    assert (result.exit_code, len(result.stderr.splitlines())) == (3, 1)
    assert f"port {port} of 127.0.0.1 is taken" in result.stderr


def test_an_address_of_another_machine(run: Run, kept: Path, file: Path) -> None:
    result = run("serve", "--host", "192.0.2.1", "--password-file", str(file))
    assert result.exit_code == 3
    assert "192.0.2.1 is no address of this machine" in result.stderr


def test_a_password_file_that_is_none(run: Run, kept: Path, file: Path) -> None:
    missing = run("serve", "--password-file", str(file.parent / "no"))
    file.write_text("Ada Marsh\n")
    damaged = run("serve", "--password-file", str(file))
    assert (missing.exit_code, damaged.exit_code) == (3, 3)
    assert "cannot read" in missing.stderr
    assert "line 1" in damaged.stderr


def test_passwords_without_encryption_are_warned_of(
    run: Run, kept: Path, file: Path, unserved: list[str]
) -> None:
    options = ("--password-file", str(file), "--port", "0")
    assert "unencrypted" in run("serve", "--host", "0.0.0.0", *options).stderr
    assert "unencrypted" not in run("serve", *options).stderr
    proxied = run("serve", "--host", "0.0.0.0", *options, "--trusted-proxy", "10.0.0.2")
    assert "unencrypted" not in proxied.stderr


def test_a_proxy_without_reviewers_is_told_of(run: Run, kept: Path, unserved: list[str]) -> None:
    options = ("--trust-header", "X-User", "--trusted-proxy", "127.0.0.1", "--port", "0")
    assert "Nobody may correct or add" in run("serve", *options).stderr
    assert "Nobody may" not in run("serve", *options, "--reviewer", "Ada").stderr


@pytest.mark.parametrize(
    ("access", "shown"),
    [
        (Access(port=8000), "http://127.0.0.1:8000/"),
        (Access(host="::1", port=8000), "http://[::1]:8000/"),
        (Access(host="0.0.0.0", port=80), "http://127.0.0.1:80/"),
        (Access(host="0.0.0.0", port=80, names=("desk.example",)), "http://desk.example:80/"),
        (Access(port=80, names=("desk.example:90",)), "http://desk.example:90/"),
        (Access(port=80, names=("desk.example",), proxies=("::1",)), "https://desk.example/"),
    ],
)
def test_the_address_to_go_to(access: Access, shown: str) -> None:
    assert serving._url(access) == shown


def test_password_adds_somebody_and_changes_them(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new"
    typed = f"{PASSWORD}\n{PASSWORD}\n"
    first = run("password", str(path), "Ada Marsh", "--review", input=typed)
    assert first.exit_code == 0
    assert first.stderr.endswith(f"Ada Marsh is in {path} and may read and review.\n")
    assert PASSWORD not in first.stderr
    assert PASSWORD not in path.read_text()
    second = run("password", str(path), "Ada  Marsh", input=typed)
    assert second.stderr.endswith(f"Ada Marsh is changed in {path} and may read.\n")
    (login,) = passwords.PasswordFile(path).logins().values()
    assert passwords.is_right(login, PASSWORD)


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [("Ada", "short\nshort\n", "12 to 1000"), ("A:da", "", "colon"), ("", "", "a name has")],
)
def test_password_says_what_is_wrong(
    name: str, typed: str, said: str, run: Run, tmp_path: Path
) -> None:
    result = run("password", str(tmp_path / "new"), name, input=typed)
    assert result.exit_code == 3
    assert said in result.stderr
    assert not (tmp_path / "new").exists()


def test_password_that_is_not_typed_again_alike_is_asked_for_again_or_given_up(
    run: Run, tmp_path: Path
) -> None:
    result = run("password", str(tmp_path / "new"), "Ada", input=f"{PASSWORD}\nanother\n")
    assert result.exit_code == 130
    assert not (tmp_path / "new").exists()


def test_password_leaves_a_file_alone_that_is_none(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary\n")
    assert run("password", str(path), "Ada", input=f"{PASSWORD}\n" * 2).exit_code == 3
    assert path.read_text() == "Dear diary\n"
    assert run("password", str(tmp_path / "no" / "file"), "Ada").exit_code == 3


@pytest.fixture
def opened(kept: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program itself, and the address it told."""
    command = [sys.executable, "-m", "tests.cli.driver", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            line = process.stderr.readline()
            yield process, line.partition(" is open at ")[2].partition(" ")[0]
        finally:
            process.kill()


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM])
def test_the_room_is_open_until_it_is_closed(
    opened: tuple[subprocess.Popen[str], str], ended_by: signal.Signals
) -> None:
    process, address = opened
    with urllib.request.urlopen(f"{address}login", timeout=30) as answer:
        assert answer.status == 200
        assert "server" not in {name.lower() for name in answer.headers}
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    process.send_signal(ended_by)
    _, rest = process.communicate(timeout=30)
    assert (process.returncode, rest) == (0, "Closed.\n")
