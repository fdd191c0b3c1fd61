"""The lock files hold what pyproject.toml asks for, with hashes, and name no place to load from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKS = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-plots.lock": PROJECT["dependencies"] + EXTRAS["plots"],
    "requirements-dev.lock": PROJECT["dependencies"] + EXTRAS["dev"],
    "requirements-train.lock": PROJECT["dependencies"] + EXTRAS["dev"] + EXTRAS["train"],
}


def locked(name: str) -> dict[str, str]:
    """Each locked version, and what follows it up to the next."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+==\S+)(.*?)(?=^\S|\Z)", text, re.M | re.S))


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_every_dependency(name: str) -> None:
    have = {version.split("==")[0] for version in locked(name)}
    wanted = {re.split(r"[<>=!~ ;\[]", dependency)[0] for dependency in LOCKS[name]}
    assert sorted(wanted - have) == [], "run make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_version_has_a_hash(name: str) -> None:
    versions = locked(name)
    assert versions
    assert [v for v, rest in versions.items() if "--hash=sha256:" not in rest] == []


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_place_to_fetch_from(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "smaller", ["requirements.lock", "requirements-plots.lock", "requirements-dev.lock"]
)
def test_larger_lock_agrees_with_the_smaller(smaller: str) -> None:
    assert locked(smaller).keys() <= locked("requirements-train.lock").keys()


def test_running_needs_no_torch() -> None:
    assert not any(
        version.startswith(("torch==", "nvidia")) for version in locked("requirements.lock")
    )
