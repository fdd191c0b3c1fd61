"""The network in tests: loaded once in a process, and only for a test that is marked ``network``.

Most tests of linguistics get their parses and labels by hand; those of the shipped network take
seconds before the first of them begins. Whoever asks for the fixture ``network``, also through
another fixture, has the mark; whoever starts a program that reads is given it by hand. So ``make
quick`` can leave them out. What opens a browser has a mark of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from onrecord.reader.network import WEIGHTS, OnnxNetwork

MARKS = ("network", "browser")
_running: list[pytest.Item] = []
_loaded = cache(OnnxNetwork.load)


@pytest.fixture(scope="session")
def network() -> OnnxNetwork:
    """The shipped network."""
    return OnnxNetwork.load()


def pytest_itemcollected(item: pytest.Item) -> None:
    if "network" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.network)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What loads the network comes first, so that none of it is left to one process at the end; a
    browser comes last, since its driver keeps the loop of its process running.
    """
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    marked = [item.get_closest_marker(name) is not None for name in MARKS]
    return {(True, False): 0, (False, False): 1}.get((marked[0], marked[1]), 2)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    _running[:] = [item]
    return (yield)


def _load(folder: Path = WEIGHTS) -> OnnxNetwork:
    """What ``OnnxNetwork.load`` is in tests."""
    if folder != WEIGHTS:
        return _loaded.__wrapped__(folder)
    unmarked = [i.nodeid for i in _running if not any(map(i.get_closest_marker, MARKS))]
    if unmarked:
        pytest.fail(f"{unmarked[0]} loads the network: let it ask for the fixture `network`")
    return _loaded()


OnnxNetwork.load = _load  # type: ignore[method-assign, assignment]
