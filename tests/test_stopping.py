from contextlib import suppress
from contextvars import copy_context
from threading import Thread

import pytest

from onrecord.stopping import GivenUp, check, unless


def test_nothing_is_given_up_unless_somebody_says_so() -> None:
    check()
    with unless(lambda: False):
        check()


def test_work_is_given_up_where_it_looks_and_only_inside() -> None:
    with pytest.raises(GivenUp), unless(lambda: True):
        check()
    check()


def test_what_is_given_up_is_no_error_that_somebody_on_the_way_takes_care_of() -> None:
    def carefully() -> None:
        with suppress(Exception):
            check()

    with pytest.raises(GivenUp), unless(lambda: True):
        carefully()


def test_a_thread_is_told_with_the_context() -> None:
    seen: list[bool] = []

    def look() -> None:
        try:
            check()
        except GivenUp:
            seen.append(True)
        else:
            seen.append(False)

    with unless(lambda: True):
        for started in (Thread(target=look), Thread(target=copy_context().run, args=(look,))):
            started.start()
            started.join()
    assert seen == [False, True]
