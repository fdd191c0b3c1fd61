"""The shapes of marks, as tables. A status differs in shape as well as in colour, a source in
shape, colour and kind of line, so that nobody needs to see colours. The shapes of statuses are the
signs that lists put before them (``phrases.entries.STATUSES``).

A shape is a path around the point it stands for, about ten pixels high. Its colour is a class:
``static/charts.css`` says which, for light and for dark.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.model import Status
from onrecord.phrases.entries import STATUSES as SAID
from onrecord.web.charts.drawing import element, markup, percent

ROUND = "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z"
_DIAMOND = "M0 -5.4L5.4 0L0 5.4L-5.4 0z"


@dataclass(frozen=True, slots=True)
class Look:
    """A path, whether it is filled, the class that colours it, and the dashes of its line."""

    path: str
    name: str
    filled: bool = True
    dashes: str | None = None


STATUSES: Mapping[Status, Look] = {
    "happened": Look(ROUND, "status-happened"),
    "ongoing": Look(ROUND, "status-ongoing", filled=False),  # its left half is filled: see HALVES
    "planned": Look(ROUND, "status-planned", filled=False),
    "called_for": Look(_DIAMOND, "status-called-for", filled=False),
    "possible": Look(
        "M-2.8 -2.6A2.8 2.8 0 1 1 1 0Q0 .6 0 2M0 4.6V4.8", "status-possible", filled=False
    ),
    "denied": Look("M-5 -2H5M-5 2H5M2.8 -5.4L-2.8 5.4", "status-denied", filled=False),
    "did_not_happen": Look("M-4 -4L4 4M4 -4L-4 4", "status-not", filled=False),
}
HALVES: Mapping[str, str] = {"status-ongoing": "M0 -4.5A4.5 4.5 0 0 0 0 4.5z"}
SOURCES: Sequence[Look] = (
    Look(ROUND, "source-1"),
    Look("M-4 -4H4V4H-4z", "source-2", dashes="7 4"),
    Look(_DIAMOND, "source-3", dashes="2 4"),
    Look("M0 -5.2L5.2 4H-5.2z", "source-4", dashes="9 3 2 3"),
    Look("M0 5.2L5.2 -4H-5.2z", "source-5", dashes="12 4"),
    Look("M-2 -5H2V-2H5V2H2V5H-2V2H-5V-2H-2z", "source-6", dashes="4 2"),
    Look("M0 -5.2L5 -1.6L3 4.4H-3L-5 -1.6z", "source-7", dashes="1 3"),
    Look("M-5 -3L0 0L-5 3zM5 -3L0 0L5 3z", "source-8", dashes="12 3 2 3 2 3"),
)
# Those who said least share one look, and no line joins them.
OTHERS = Look("M-3 -5.2H3L6 0L3 5.2H-3L-6 0z", "source-others")


def mark(into: ET.Element, look: Look, across: float, down: float, filled: bool = True) -> None:
    """Draw a mark, its middle so many percent from the left and so many pixels from the top, with
    what takes a pointer that comes near enough.
    """
    own = element("svg", into, x=percent(across), y=down, overflow="visible")
    element("circle", own, r=11, class_="hit")
    _shape(own, look, filled)


def sign(status: Status) -> Markup:
    """The shape of a status, to stand before its words."""
    return markup(key(STATUSES[status]))


def key(look: Look, into: ET.Element | None = None, line: bool = False) -> ET.Element:
    """A mark by itself, with its kind of line where it has one; for a key, so without words."""
    wide = 34 if line else 14
    svg = element("svg", into, width=wide, height=14, class_="sign", aria_hidden="true")
    svg.set("viewBox", f"{-wide / 2:g} -7 {wide} 14")
    svg.set("focusable", "false")
    if line:
        stroke(element("path", svg, d="M-17 0H17"), look)
    _shape(svg, look, look.filled)
    return svg


def stroke(path: ET.Element, look: Look) -> None:
    """Make a path the line of a look."""
    path.set("class", f"line {look.name}")
    path.set("fill", "none")
    path.set("vector-effect", "non-scaling-stroke")
    if look.dashes:
        path.set("stroke-dasharray", look.dashes)


def words(status: Status) -> str:
    """A status in words: ``called for``."""
    return SAID[status][1]


def _shape(into: ET.Element, look: Look, filled: bool) -> None:
    full = filled and look.filled
    element("path", into, d=look.path, class_=f"mark {look.name} {'full' if full else 'open'}")
    if look.name in HALVES:
        element("path", into, d=HALVES[look.name], class_=f"mark {look.name} full")
