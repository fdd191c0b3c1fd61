"""The sheet a picture is drawn on, and the SVG it becomes.

The same values always give the same bytes: no clock, no random names, no settings of the user's.
Letters stay letters, in fonts that the viewer has, and nothing in the file points outside it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure

INK, GREY, PALE = "#1a1a1a", "#5a5a5a", "#f3f4f6"
_SETTINGS: Any = {
    "svg.hashsalt": "onrecord",
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Helvetica", "Arial"],
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "date.interval_multiples": True,
}
_NOTHING = {"Date": None, "Creator": None, "Format": None, "Type": None}


def picture(draw: Callable[[], Figure], title: str, about: str, tips: Mapping[str, str]) -> str:
    """The SVG of the figure that ``draw`` makes, with a title, a description, and for each named
    group a text that a browser shows beside the pointer.
    """
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        # Letters that the measuring font lacks are measured too short; viewers have them.
        warnings.filterwarnings("ignore", message=r"Glyph \d+ ")
        figure = draw()
        FigureCanvasSVG(figure)
        stream = io.StringIO()
        figure.savefig(stream, format="svg", metadata=_NOTHING)
    return _finished(stream.getvalue(), title, about, tips)


def sheet(wide: float, high: float) -> Figure:
    """An empty white sheet, in inches."""
    return Figure(figsize=(wide, high), facecolor="white")


def axes(figure: Figure, left: float, top: float, wide: float, high: float) -> Axes:
    """Axes at a place on the sheet, in inches from its left and its top."""
    sheet_wide, sheet_high = figure.get_size_inches()
    bottom = sheet_high - top - high
    where = (left / sheet_wide, bottom / sheet_high, wide / sheet_wide, high / sheet_high)
    return figure.add_axes(where)


def axis_of_days(axes: Axes) -> None:
    """Days, months or years under the axes, whichever fit, and the month and year at the end."""
    locator = AutoDateLocator(minticks=4, maxticks=10)  # type: ignore[no-untyped-call]
    year = ["", "%Y", "%b %Y", "%b %Y", "%b %Y", "%b %Y"]
    axes.xaxis.set_major_locator(locator)
    formatter = ConciseDateFormatter(locator, offset_formats=year)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(formatter)
    axes.grid(axis="x", color="#d8dade", linewidth=0.6)
    axes.set_axisbelow(True)


def write(figure: Figure, left: float, top: float, text: str, size: float, color: str) -> None:
    """A text on the sheet, its upper left corner in inches from the sheet's."""
    wide, high = figure.get_size_inches()
    figure.text(left / wide, 1 - top / high, text, va="top", size=size, color=color)


def _finished(svg: str, title: str, about: str, tips: Mapping[str, str]) -> str:
    """The SVG without the address of its grammar, with its title and its tips."""
    head, _, rest = svg[svg.index("<svg") :].partition(">")
    for name, tip in tips.items():
        group = f'<g id="{name}">'
        rest = rest.replace(group, f"{group}<title>{escape(tip)}</title>", 1)
    named = f"<title>{escape(title)}</title><desc>{escape(about)}</desc>"
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head} role="img">{named}{rest}'
