"""Pictures of the reading room: ``python -m docs.screenshots [FOLDER]``.

In: the example articles, put on a record that is thrown away, and Debian's Chromium. Out: the main
pages, light and dark, as ``docs/pictures/NAME-light.png`` and ``NAME-dark.png``, 1200 pixels wide,
in a palette of few colours so that they stay small.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from onrecord.record import Record
from onrecord.store.store import Store
from tests.abroad import crossing
from tests.fakes import FakeReader
from tests.web.browser.chromium import NONE_HERE, chromium, launched
from tests.web.browser.making import make
from tests.web.browser.places import PLACES, Place
from tests.web.browser.room import opened

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SIZE = {"width": 1200, "height": 800}
COLOURS = 128
PUBLISHER = "Ulmar Public Broadcasting"  # its article has a title and a date of its own
# The page on a picture, and where it is on the record: mostly as tests look at it.
SHOWN: Mapping[str, Place] = {
    **{name: PLACES[name] for name in ("front", "statements")},
    "article": lambda record: f"/article/{next(record.articles(publisher=PUBLISHER)).id}",
    "person": lambda record: f"/entity/{record.entity('Desmond Okell').id}",
    "utterance": lambda record: f"/utterance/{next(record.utterances(wording='altered')).id}",
    **{name: PLACES[name] for name in ("events", "figure", "disagreements", "sources")},
    **{name: PLACES[name] for name in ("review", "dossier")},
}


MAP = "/events?view=map"  # of a record of its own: the places of the examples are invented


def main(folder: Path) -> None:
    path = chromium()
    if path is None:
        sys.exit(NONE_HERE)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, launched(path) as browser:
        record = Path(place, "examples.db")
        make(record)
        _take(browser, record, _addresses(record), folder)
        quays = Path(place, "quays.db")
        _make_quays(quays)
        _take(browser, quays, {"map": MAP}, folder)


def _make_quays(where: Path) -> None:
    """A record of events at places that there are."""
    with Record(Store.open(where), FakeReader()) as record:
        for each in crossing():
            record._store.put(each)


def _take(browser: Browser, record: Path, addresses: Mapping[str, str], folder: Path) -> None:
    """Take the pictures of some pages of a record."""
    with opened(record) as room:
        for name, address in addresses.items():
            for look in ("light", "dark"):
                picture = folder / f"{name}-{look}.png"
                picture.write_bytes(small(_taken(browser, room + address, look)))
                print(picture, picture.stat().st_size)


def _addresses(where: Path) -> dict[str, str]:
    with Record.open(where, create=False) as record:
        return {name: place(record) for name, place in SHOWN.items()}


def _taken(browser: Browser, address: str, look: str) -> bytes:
    """The first screen of a page."""
    page = browser.new_page(viewport=SIZE, color_scheme=look)  # type: ignore[arg-type]
    page.goto(address, wait_until="networkidle")
    taken = page.screenshot()
    page.close()
    return taken


def small(picture: bytes) -> bytes:
    """The same picture in few colours."""
    with Image.open(io.BytesIO(picture)) as whole:
        few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        out = io.BytesIO()
        few.save(out, "png", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
