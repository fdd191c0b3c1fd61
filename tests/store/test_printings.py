from __future__ import annotations

from pathlib import Path

from onrecord.record import Record
from onrecord.store.store import Store
from tests.fakes import FakeReader
from tests.web.press import press


def test_stories_of_several_articles_are_counted_and_others_left_out(tmp_path: Path) -> None:
    with Record(Store.open(tmp_path / "made.db"), FakeReader()) as record:
        for reading in press():
            record._store.put(reading)
        ids = [reading.article.id for reading in press()]
        assert record.search.printings(ids) == {}
        record.link()
        assert record.search.printings(ids) == dict.fromkeys(ids[:3], 3)
        assert record.search.printings([*ids[:1], "art_unknown\ud800"]) == {ids[0]: 3}
        assert record.search.printings([]) == {}
