import os
import stat
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from onrecord.errors import PasswordsInvalid
from onrecord.web import passwords
from onrecord.web.passwords import Login, PasswordFile, hashed, is_right, parsed, put

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
HASH = QUICK.hash("correct horse battery", salt=b"of sixteen bytes")


def login(name: str = "Ada Marsh", right: passwords.Right = "review", hash: str = HASH) -> Login:
    return Login(name, right, hash)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    put(tmp_path / "passwords", login())
    return tmp_path / "passwords"


def test_a_line_is_a_name_a_right_and_a_hash() -> None:
    text = f"# the desk\n\nAda Marsh:review:{HASH}\nJon Reed:read:{HASH}\n"
    found = parsed(text, "passwords")
    assert [(each.user.name, each.user.may_review) for each in found.values()] == [
        ("Ada Marsh", True),
        ("Jon Reed", False),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ada Marsh", "name:right:hash"),
        (f"Ada:write:{HASH}", "'write' is no right"),
        (f":read:{HASH}", "a name has"),
        (f"{'a' * 81}:read:{HASH}", "a name has"),
        (f"A\x07da:read:{HASH}", "control"),
        ("Ada:read:secret", "Argon2id"),
        ("Ada:read:$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$AAAA", "Argon2id"),
        ("Ada:read:$2b$12$abcdefghijklmnopqrstuv", "Argon2id"),
    ],
)
def test_a_line_that_is_none_is_named(line: str, said: str) -> None:
    with pytest.raises(PasswordsInvalid, match=said) as error:
        parsed(f"\n{line}\n", "desk.txt")
    assert str(error.value).startswith("line 2 of desk.txt: ")


def test_a_name_is_there_once() -> None:
    with pytest.raises(PasswordsInvalid, match="twice"):
        parsed(f"Zoë:read:{HASH}\nZoe\u0308:review:{HASH}\n", "passwords")


def test_the_right_password_is_right_however_its_letters_are_composed() -> None:
    kept = login(hash=hashed("çedilla and more"))
    assert is_right(kept, "çedilla and more")
    assert is_right(kept, "c\u0327edilla and more")
    assert not is_right(kept, "cedilla and more")
    assert not is_right(kept, "")
    assert not is_right(kept, "\ud800" * 2000)


def test_nobody_has_no_right_password_and_the_work_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    class Watching:
        def verify(self, hash: str, password: bytes) -> bool:
            tried.append(hash)
            return True

    dummy = passwords._nobodys()
    monkeypatch.setattr(passwords, "_HASHER", Watching())
    assert is_right(None, "correct horse battery") is False
    assert tried == [dummy]


def test_the_password_of_nobody_costs_what_a_real_one_costs() -> None:
    passwords._nobodys.cache_clear()  # other tests make cheaper ones
    assert not passwords.is_weak(login(hash=passwords._nobodys()))


def test_a_hash_is_argon2id_with_a_salt_of_its_own() -> None:
    one, other = hashed("twelve letters"), hashed("twelve letters")
    assert one.startswith("$argon2id$")
    assert one != other


@pytest.mark.parametrize("password", ["short", "x" * 1001])
def test_a_password_is_neither_short_nor_endless(password: str) -> None:
    with pytest.raises(PasswordsInvalid, match="12 to 1000"):
        hashed(password)


def test_putting_a_login_adds_it_or_changes_its_line_and_keeps_the_rest(file: Path) -> None:
    file.write_text("# the desk\n" + file.read_text())
    assert put(file, login("Jon Reed", "read"))
    assert not put(file, login("Ada Marsh", "read"))
    lines = file.read_text().splitlines()
    assert lines[0] == "# the desk"
    assert [line.split(":")[:2] for line in lines[1:]] == [
        ["Ada Marsh", "read"],
        ["Jon Reed", "read"],
    ]


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_only_the_owner_may_open_the_file(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o644)
    assert any("chmod 600" in said for said in PasswordFile(file).advice())
    put(file, login("Jon Reed"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_file_is_read_again_when_it_changes(file: Path) -> None:
    kept = PasswordFile(file)
    assert kept.called("Ada Marsh") is not None
    assert kept.called("Jon Reed") is None
    put(file, login("Jon Reed", "read"))
    assert kept.called(" Jon  Reed ") is not None


def test_a_name_that_no_line_can_hold_is_nobody(file: Path) -> None:
    assert PasswordFile(file).called("Ada:review") is None
    assert PasswordFile(file).called("\x00") is None


def test_a_file_that_is_gone_or_damaged_is_an_error(file: Path) -> None:
    kept = PasswordFile(file)
    file.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(PasswordsInvalid, match="UTF-8"):
        kept.called("Ada Marsh")
    file.unlink()
    with pytest.raises(PasswordsInvalid, match="cannot read"):
        kept.called(":")


def test_advice_names_those_whose_password_is_kept_in_an_older_way(file: Path) -> None:
    put(file, login("Jon Reed", hash=hashed("twelve letters")))
    (said,) = PasswordFile(file).advice()
    assert "of Ada Marsh is kept in an older way" in said


def test_advice_on_a_file_with_nobody_in_it(tmp_path: Path) -> None:
    path = tmp_path / "nobody"
    path.touch(mode=0o600)
    (said,) = PasswordFile(path).advice()
    assert said.startswith("Nobody is in")
