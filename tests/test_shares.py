"""How tests are shared out, and who may load the network."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.reader.network import OnnxNetwork
from tests.shares import _taken

FILES = {"a": (), "b": ("network",), "c": (), "d": ("browser",)}


def collected():
    for name, marks in FILES.items():
        for number in range(3):
            found = tuple(SimpleNamespace(name=mark) for mark in marks)
            yield SimpleNamespace(
                path=Path(name), number=number, iter_markers=lambda found=found: iter(found)
            )


def test_every_test_is_taken_once_and_a_file_by_one_process(tmp_path):
    first, second = (_taken(list(collected()), tmp_path) for _ in range(2))
    mine = [next(first) for _ in range(3)]
    others = list(second)
    mine += first
    assert [(each.path.name, each.number) for each in mine] == [("d", n) for n in range(3)]
    assert [each.path.name for each in others] == [*"bbb", *"aaa", *"ccc"]


def test_a_test_that_is_not_marked_cannot_load_the_network():
    with pytest.raises(pytest.fail.Exception, match="let it ask for the fixture `network`"):
        OnnxNetwork.load()
