"""Records to test on: one fixture, so that the tests can run on another database later."""

import pytest

from onrecord.store.store import Store


@pytest.fixture
def where(tmp_path):
    return tmp_path / "onrecord.db"


@pytest.fixture
def store(where):
    opened = Store.open(where, patience=0.1)
    yield opened
    opened.close()
