"""The shapes and colours of a picture, as data. A status differs in shape and in colour, a source
in shape, colour and kind of line, so that nobody needs to see colours. The colours are dark enough
to be read on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.model import Status


@dataclass(frozen=True, slots=True)
class Look:
    """A shape in matplotlib's letters, a colour, whether the shape is filled, a kind of line."""

    shape: str
    color: str
    filled: bool = True
    line: str = "-"


STATUSES: dict[Status, Look] = {
    "happened": Look("o", "#0b4f8a"),
    "ongoing": Look(">", "#0f7a4f"),
    "planned": Look("s", "#9a5b00", filled=False),
    "called_for": Look("^", "#6b3fa0", filled=False),
    "possible": Look("D", "#5a5a5a", filled=False),
    "denied": Look("v", "#b3261e"),
    "did_not_happen": Look("x", "#b3261e"),
}
SOURCES: tuple[Look, ...] = (
    Look("o", "#0b4f8a"),
    Look("s", "#b4530a", line="--"),
    Look("D", "#0f7a4f", line="-."),
    Look("^", "#8e2a7e", line=":"),
    Look("v", "#7a5c00"),
    Look("P", "#b3261e", line="--"),
    Look("X", "#2f6f7e", line="-."),
    Look("p", "#3d3d3d", line=":"),
)
# Those who said least share one look and are joined by no line.
OTHERS = Look("h", "#777777", line="")


def style(look: Look, filled: bool, line: str = "") -> dict[str, Any]:
    """The look in matplotlib's words."""
    return {
        "marker": look.shape,
        "color": look.color,
        "markerfacecolor": look.color if filled else "white",
        "markeredgewidth": 1.3,
        "markersize": 6.0,
        "linestyle": line,
        "clip_on": False,
    }
