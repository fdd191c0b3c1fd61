"""Elements of SVG and HTML, and the sheet that charts are drawn on.

A sheet is as wide as the page lets it be: places from left to right are percentages, places from
top to bottom are pixels. So letters and marks have one size on every page, and only the distances
change. Words of articles come in; nothing that turns the writing direction or that XML cannot hold
goes out.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from markupsafe import Markup

from onrecord.phrases.letters import one_line

LONGEST = 400  # letters of what a mark says; the table has the rest
_LEATHERS_OWN = ("fill", "stroke", "stroke-width", "font-family", "font-size")
_ACROSS = ("x", "x1", "x2", "cx", "width")


def element(
    name: str, into: ET.Element | None = None, text: str | None = None, **attributes: object
) -> ET.Element:
    """An element, put into another; ``class_`` is ``class``, ``text_anchor`` ``text-anchor``."""
    named = {key.rstrip("_").replace("_", "-"): _written(v) for key, v in attributes.items()}
    made = ET.Element(name, named) if into is None else ET.SubElement(into, name, named)
    made.text = None if text is None else one_line(text)
    return made


def box(kind: str) -> ET.Element:
    """What a chart and its key stand in."""
    return element("div", class_=f"chart chart-{kind}")


def sheet(
    into: ET.Element, high: float, title: str, about: str, pointed: bool = True
) -> ET.Element:
    """An empty sheet with its name and description.

    One that has links in it is a group: what is an image to a screen reader has nothing inside.
    """
    svg = element("svg", into, width="100%", height=high, overflow="visible")
    svg.set("role", "group" if pointed else "img")
    element("title", svg, title)
    element("desc", svg, about)
    return svg


def within(into: ET.Element, top: float, high: float) -> ET.Element:
    """A part of a sheet, as wide as the sheet, so far down."""
    return element("svg", into, y=top, width="100%", height=high, overflow="visible")


def stretched(into: ET.Element, high: float) -> ET.Element:
    """A part in which 100 units are the width of the sheet, for lines that go up and down."""
    svg = element("svg", into, width="100%", height=high, overflow="visible")
    svg.set("viewBox", f"0 0 100 {_written(high)}")
    svg.set("preserveAspectRatio", "none")
    return svg


def link(into: ET.Element, address: str, said: str) -> ET.Element:
    """A mark that can be pointed at, reached by keyboard, and followed."""
    made = element("a", into, href=address)
    element("title", made, fit(said, LONGEST))
    return made


def fit(text: str, most: int) -> str:
    """The text on one line, at most so many letters of it."""
    clean = one_line(text)
    return clean if len(clean) <= most else clean[: most - 1].rstrip() + "…"


def percent(share: float) -> str:
    return f"{_written(share)}%"


def fluid(drawn: ET.Element) -> ET.Element:
    """What leather drew on a sheet 100 wide, with its places across as percentages and without its
    colours and fonts. What lies left of the sheet stays so many pixels away from it.
    """
    for each in drawn.iter():
        for name in _LEATHERS_OWN:
            each.attrib.pop(name, None)
        for name in _ACROSS:
            if name in each.attrib:
                each.set(name, _across(float(each.attrib[name])))
        for name in ("y", "y1", "y2", "height"):
            if name in each.attrib:
                each.set(name, _written(float(each.attrib[name])))
    return drawn


def markup(drawn: ET.Element) -> Markup:
    """The elements as they stand in a page."""
    return Markup(ET.tostring(drawn, encoding="unicode"))


def texts(drawn: ET.Element) -> Iterator[str]:
    """All that a chart says in words, titles of marks included."""
    return (each.strip() for each in drawn.itertext() if each.strip())


def _across(place: float) -> str:
    return percent(place) if place > 0 else _written(place)


def _written(value: object) -> str:
    """A number with no more digits than a screen has; anything else as it is."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return one_line(str(value))
