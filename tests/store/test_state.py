"""What is found in a record is made once, and nobody waits for what somebody else asks."""

from contextlib import nullcontext
from threading import Event, Thread

import pytest

from onrecord.store import state
from onrecord.store.state import State

WAIT = 10.0  # seconds, of which none pass


@pytest.fixture
def empty():
    return State(lambda: nullcontext(None), lambda *_: None)


def test_what_is_asked_for_again_is_not_made_again(empty):
    assert [empty.lately("a", object) is empty.lately("a", object)] == [True]
    assert empty.once("a", lambda _: 1) == empty.once("a", lambda _: 2) == 1


def test_nobody_waits_for_what_another_asks(empty):
    begun, go_on, found = Event(), Event(), []

    def slow():
        begun.set()
        assert go_on.wait(WAIT)
        return "slow"

    other = Thread(target=lambda: found.append(empty.lately("slow", slow)))
    other.start()
    assert begun.wait(WAIT)
    assert empty.lately("quick", lambda: "quick") == "quick"
    again = Thread(target=lambda: found.append(empty.lately("slow", lambda: "made twice")))
    again.start()
    go_on.set()
    other.join()
    again.join()
    assert found == ["slow", "slow"]


def test_what_cannot_be_made_is_tried_again(empty):
    with pytest.raises(ZeroDivisionError):
        empty.lately("a", lambda: 1 // 0)
    assert empty.lately("a", lambda: 1) == 1


def test_what_was_asked_longest_ago_is_forgotten(empty, monkeypatch):
    monkeypatch.setattr(state, "LATELY", 2)
    for key in ("a", "b", "a", "c"):
        empty.lately(key, lambda: 1)
    assert empty.lately("a", lambda: 2) == 1
    assert empty.lately("b", lambda: 2) == 2
