"""An article that is linked again leaves clusters as they are where nothing of them has changed."""

from contextlib import closing

import pytest
from sqlalchemy import select

from onrecord import gathering, linking
from onrecord.linker.settling import settle
from onrecord.reviewing import Review
from onrecord.store import gathered
from onrecord.store.link_schema import conflicts, forms, stale
from onrecord.store.store import Store
from tests.cli.linked import told


@pytest.fixture
def store(tmp_path):
    """The four readings of one story, linked and gathered."""
    with closing(Store.open(tmp_path / "onrecord.db", patience=0.1)) as opened:
        for reading in told():
            opened.put(reading)
        linking.link(opened)
        gathering.gather(opened)
        yield opened


def joined(store):
    """The cluster of each form, and what speaks against clusters."""
    with store._connected(store._reads) as connection:
        own = connection.execute(select(forms.c.number, forms.c.cluster).order_by(forms.c.number))
        against = connection.execute(select(conflicts).order_by(*conflicts.primary_key))
        return [tuple(row) for row in own], [tuple(row) for row in against]


def joined_anew(store):
    with store.shelf() as shelf:
        shelf.make_stale(shelf._ask.scalars(select(forms.c.number)).all())
        while settle(shelf):
            pass
    return joined(store)


def entries(store):
    for reading in told():
        yield from (each.id for each in (*reading.statements, *reading.events, *reading.figures))


def test_clusters_are_what_they_would_be_if_they_were_made_now_whatever_is_rejected(store):
    for entry in entries(store):
        said = Review(store).correct(entry, "reject", by="Ada", why="a test")
        assert joined(store) == joined_anew(store)
        Review(store).undo(said.id, by="Ada", why="a test")
        assert joined(store) == joined_anew(store)


def test_only_what_an_article_has_is_made_anew_when_one_statement_of_it_is_corrected(store):
    store.gather_by = lambda: None  # nobody gathers
    statement = next(told()).statements[0].id
    Review(store).correct(statement, "reject", by="Ada", why="a test")
    with store._connected(store._reads) as connection:
        assert not connection.execute(select(stale)).all()
        assert gathered.owed(connection)


def test_what_speaks_against_clusters_and_did_before_stays_as_it_is(store):
    joined_anew(store)
    with store._connected(store._reads) as connection:
        assert not gathered.owed(connection)


def test_a_form_whose_neighbours_were_settled_without_it_is_settled_with_them(store, monkeypatch):
    """Another run may settle between the correction and the link that follows it."""
    link_one = linking.link_one

    def after_another(store, number, left=None):
        with store.shelf() as shelf:
            while settle(shelf):
                pass
        link_one(store, number, left)

    monkeypatch.setattr(linking, "link_one", after_another)
    for entry in entries(store):
        Review(store).correct(entry, "reject", by="Ada", why="a test")
        assert joined(store) == joined_anew(store)
