"""Events on a map: a disc for each place, as large as the events told there are many, with the sign
of the status that most of them have. A country or a region, where no nearer place is given, is a
ring at its middle.

The land is stretched to the width of the page; discs, signs and letters keep their size.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from markupsafe import Markup

from onrecord.lexicon.gazetteer import countries
from onrecord.model import Status
from onrecord.phrases.numbers import number_of
from onrecord.places import Spot, SpotKind
from onrecord.web.charts import drawing
from onrecord.web.charts.drawing import element, link, percent
from onrecord.web.charts.ground import WIDE, Frame, frame, grid, land
from onrecord.web.charts.labels import Disc, Label, Sheet
from onrecord.web.charts.shapes import STATUSES, key, words

# Degrees around a place that a map shows at least.
AROUND: Mapping[SpotKind, float] = {"country": 7.0, "region": 3.0, "capital": 1.8, "city": 1.8}
LEAST, MOST = 8.0, 24.0  # pixels: how far a disc reaches from its middle
LANDS = 16  # countries that are named on the ground
SMALL = 6.6  # pixels: how wide a letter is, about, on the ground
MANY = 30  # events of a place whose disc is as large as discs are, if no place has more
CLOSER = 3.5  # times as far around a place that is chosen

_AREAS: Sequence[SpotKind] = ("country", "region")
Address = Callable[[Spot], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide a map is, in pixels, that names are laid out for, the narrowest page that shows them
    so (see ``static/map.css``), and how many places are named.
    """

    wide: float
    narrowest: float
    named: int


LAYOUTS: Mapping[str, Layout] = {
    "on-wide": Layout(1000, 700, 16),
    "on-narrow": Layout(340, 340, 6),
}


def places(
    spots: Sequence[Spot], address: Address, chosen: str | None = None, title: str = "Where"
) -> Markup:
    """Draw the places, with a key; an empty ``Markup`` where there is none. Each leads where
    ``address`` says; ``chosen`` is the id of the place whose events stand below.
    """
    if not spots:
        return Markup()
    shown = _frame(spots, chosen)
    spots = [spot for spot in spots if shown.holds(spot.latitude, spot.longitude)]
    chart = drawing.box("map")
    sheet = element("div", chart, class_="map-sheet")
    _ground(sheet, shown)
    svg = element("svg", sheet, class_="map-marks", width="100%", height="100%")
    svg.set("role", "group")
    element("title", svg, title)
    element("desc", svg, _about(spots))
    most = max(MANY, *(spot.events for spot in spots))
    sheets = {name: _sheet(shown, layout) for name, layout in LAYOUTS.items()}
    labels = _labels(shown, spots, most, sheets)
    for name, across, down in _lands(shown, spots, sheets["on-wide"]):
        own = _at(svg, across, down)
        element("text", own, name, class_="land-name", text_anchor="middle", aria_hidden="true")
    # what is wide lies below, so that each can be pointed at
    for spot in sorted(spots, key=lambda spot: spot.kind not in _AREAS):
        mark = link(svg, address(spot), said(spot))
        mark.set("class", "spot chosen" if spot.id == chosen else "spot")
        _draw(mark, shown, spot, most)
        own = _at(mark, shown.across(spot.longitude), shown.down(spot.latitude))
        for layout, label in labels[spot.id]:
            _name_it(own, spot, label, layout)
    _key(chart, spots)
    return drawing.markup(chart)


def _frame(spots: Sequence[Spot], chosen: str | None) -> Frame:
    """What shows all places, or one that is chosen with what lies around it."""
    own = [spot for spot in spots if spot.id == chosen]
    around = [(spot.latitude, spot.longitude, AROUND[spot.kind]) for spot in spots]
    closer = [(spot.latitude, spot.longitude, CLOSER * AROUND[spot.kind]) for spot in own]
    return frame(closer or around)


def said(spot: Spot) -> str:
    """A place in words: what it is, how many events, and what is said of them."""
    what = dict.fromkeys(_AREAS, "; no nearer place is given")
    statuses = ", ".join(f"{one.label} {one.count:,}" for one in spot.statuses)
    several = sum(one.count for one in spot.statuses) > spot.events
    count = f"{number_of(spot.events, 'event')}{', told in several ways' if several else ''}"
    return f"{spot.place}{what.get(spot.kind, '')}: {count} ({statuses})"


def _about(spots: Sequence[Spot]) -> str:
    named = ", ".join(f"{spot.place} {spot.events:,}" for spot in spots[:6])
    return f"Events at {number_of(len(spots), 'place')}, most of them at: {named}."


def _ground(sheet: ET.Element, shown: Frame) -> None:
    """Land and the lines of the grid; of no use to who cannot see them."""
    svg = element("svg", sheet, class_="map-ground", aria_hidden="true", focusable="false")
    svg.set("viewBox", f"0 0 {WIDE} {shown.high}")
    element("path", svg, d=land(shown), class_="land", fill_rule="evenodd")
    for is_meridian, share, _ in grid(shown):
        x, y = round(share * WIDE), round(share * shown.high)
        path = f"M{x} 0V{shown.high}" if is_meridian else f"M0 {y}H{WIDE}"
        element("path", svg, d=path, class_="meridian")
    over = element("svg", sheet, class_="map-marks map-grid", width="100%", height="100%")
    over.set("aria-hidden", "true")
    for is_meridian, share, degrees in grid(shown):
        if not 0.06 < share < 0.94:
            continue
        if is_meridian:
            element("text", over, degrees, x=percent(share * 100), y="100%", dy="-4", dx="3")
        else:
            element("text", over, degrees, x="0", y=percent(share * 100), dx="4", dy="-3")


def _draw(mark: ET.Element, shown: Frame, spot: Spot, most: int) -> None:
    """A disc or a ring, and the sign of the commonest status."""
    look = STATUSES[_status(spot)]
    reach = _reach(spot, most)
    own = _at(mark, shown.across(spot.longitude), shown.down(spot.latitude))
    element("circle", own, r=max(reach, 11.0) + 2, class_="hit")
    kind = "area" if spot.kind in _AREAS else "town"
    element("circle", own, r=reach, class_=f"spot-disc spot-{kind} {look.name}")
    sign = key(look, own)
    sign.set("x", "-7")
    sign.set("y", "-7")


def _name_it(own: ET.Element, spot: Spot, label: Label, layout: str) -> None:
    """The name of a place, with a line where it stands far off; ``layout`` is the width of the page
    that it is for, or nothing.
    """
    classes = f"{layout} ".lstrip()
    if label.led:
        element("path", own, d=f"M0 0L{label.x:g} {label.y - 4:g}", class_=f"{classes}spot-line")
    text = element("text", own, _name(spot), class_=f"{classes}spot-name is-{label.side}")
    text.set("x", f"{label.x:g}")
    text.set("y", f"{label.y:g}")


def _at(into: ET.Element, across: float, down: float) -> ET.Element:
    return element("svg", into, x=percent(across * 100), y=percent(down * 100), overflow="visible")


def _status(spot: Spot) -> Status:
    return spot.statuses[0].value  # type: ignore[return-value]


def _reach(spot: Spot, most: int) -> float:
    """How far the disc reaches: its area is as large as there are events."""
    return LEAST + (MOST - LEAST) * sqrt((spot.events - 1) / max(most - 1, 1))


def _name(spot: Spot) -> str:
    short = spot.place.partition(",")[0]
    return f"{short} {spot.events:,}" if spot.events > 1 else short


def _sheet(shown: Frame, layout: Layout) -> Sheet:
    return Sheet(layout.wide, layout.wide * shown.high / WIDE, layout.narrowest)


def _labels(
    shown: Frame, spots: Iterable[Spot], most: int, sheets: Mapping[str, Sheet]
) -> Mapping[str, Sequence[tuple[str, Label]]]:
    """The labels of each place by its id, each with the layout it is for; with none where it is the
    same in all.
    """
    ordered = sorted(spots, key=lambda spot: -spot.events)
    discs = [_disc(shown, spot, most) for spot in ordered]
    found: dict[str, list[tuple[str, Label]]] = {spot.id: [] for spot in ordered}
    for layout, sheet in sheets.items():
        for spot, label in zip(ordered, sheet.labels(discs, LAYOUTS[layout].named), strict=False):
            own = found[spot.id]
            if label and own and own[0][1] == label:
                own[:] = [("", label)]
            elif label:
                own.append((layout, label))
    return found


def _disc(shown: Frame, spot: Spot, most: int) -> Disc:
    across, down = shown.across(spot.longitude), shown.down(spot.latitude)
    return Disc(across, down, _reach(spot, most), _name(spot))


def _lands(shown: Frame, spots: Iterable[Spot], sheet: Sheet) -> Iterator[tuple[str, float, float]]:
    """Names of countries for the ground, where nothing else stands."""
    known = {spot.country for spot in spots if spot.kind == "country"}
    named = 0
    for site in countries():
        across, down = shown.across(site.longitude), shown.down(site.latitude)
        if site.country in known or not (0.03 < across < 0.97 and 0.05 < down < 0.95):
            continue
        if named < LANDS and sheet.takes(site.name, across, down, SMALL):
            named += 1
            yield site.name, across, down


def _key(chart: ET.Element, spots: Sequence[Spot]) -> None:
    """What discs, rings and signs mean."""
    listed = element("ul", chart, class_="chart-key")
    found = {_status(spot) for spot in spots}
    for status, look in STATUSES.items():
        if status in found:
            item = element("li", listed)
            key(look, item).tail = f" {words(status)}"
    areas = [spot for spot in spots if spot.kind in _AREAS]
    for has, kind, what in (
        (len(areas) < len(spots), "town", " a place"),
        (bool(areas), "area", " somewhere in a country or region, drawn at its middle"),
    ):
        if has:
            item = element("li", listed)
            svg = element("svg", item, width=18, height=18, class_="sign", aria_hidden="true")
            svg.set("viewBox", "-9 -9 18 18")
            element("circle", svg, r=7, class_=f"spot-disc spot-{kind}")
            svg.tail = what
