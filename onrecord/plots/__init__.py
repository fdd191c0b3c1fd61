"""Pictures of what is on the record, as SVG files: events on a timeline, and figures over time with
a line for each source.

``timeline`` and ``figures`` take what a list of the record gives and the path to write to. They are
drawn by matplotlib, which is large and needed by nothing else: it is the extra ``plots``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from onrecord.errors import PlotsMissing
from onrecord.model import Counted, Happened
from onrecord.plots.files import put

__all__ = ["figures", "timeline"]


def timeline(rows: Iterable[Happened], to: Path) -> None:
    """Write a picture of the events: days from left to right, a row for each action, a shape and a
    colour for each status. Raises ``PlotsMissing`` where matplotlib is not installed.
    """
    _need_library()
    from onrecord.plots.timelines import drawn

    put(drawn(rows), to)


def figures(rows: Iterable[Counted], to: Path) -> None:
    """Write a picture of the figures over time: a panel for each measure and unit, in it a line for
    each source. Raises ``PlotsMissing`` where matplotlib is not installed.
    """
    _need_library()
    from onrecord.plots.counts import drawn

    put(drawn(rows), to)


def _need_library() -> None:
    if find_spec("matplotlib") is None:
        raise PlotsMissing(
            "a picture is drawn by matplotlib, which is not installed; "
            "install the extra: `make plots`, or pip install 'onrecord[plots]'"
        )
    # What it says of its caches and fonts is nothing that a reader of news can use.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
