"""The axis of amounts at the left of a chart: leather's steps, with numbers as people read them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from leather.axis import Axis
from leather.scales import Linear

from onrecord.plots.texts import digits
from onrecord.web.charts.drawing import fluid

NEAR = 0.85  # values as near to each other as this are not drawn from zero, which would hide them


def scale(values: list[float]) -> Linear:
    """A scale that has room for all the values, from zero unless they are near each other."""
    low, high = min(values), max(values)
    if low >= 0 and (low == high or low < NEAR * high):
        low = 0.0
    elif low < high:
        low -= (high - low) / 2  # so that the lowest does not look like nothing
    if low == high:
        low, high = min(low, 0.0), max(high, 1.0)
    return Linear(low, high)


def draw(into: ET.Element, upward: Linear, high: float, whole: bool = False) -> None:
    """Draw the axis, with a line across at each of its steps; ``whole`` keeps to whole numbers."""
    ticks = [tick for tick in upward.ticks() if not whole or tick == int(tick)]
    steps = Axis(ticks=ticks, tick_formatter=lambda value, *_: digits(float(value)))
    drawn = fluid(steps.to_svg(100, high, upward, "left"))
    drawn.set("aria-hidden", "true")  # every mark says its own amount
    into.append(drawn)


def down(upward: Linear, value: float, high: float) -> float:
    """How far from the top an amount is."""
    return float(upward.project(value, high, 0))
