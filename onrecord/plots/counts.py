"""Figures over time: a panel for each measure and unit, in it a line for each source and what it
counts.

A point is the best value on the day the figure is as of; where the text gives no such day the day
of publication stands in and the point is hollow. A vertical bar goes from the low to the high
value, an arrow up or down says that the figure is only a bound ("more than 40", "at most 150"), a
horizontal bar is as long as the doubt about the day. A figure without any date or any value is not
drawn; the caption counts it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from onrecord.model import Counted
from onrecord.plots import canvas
from onrecord.plots.days import Span, limits, span
from onrecord.plots.marks import OTHERS, SOURCES, Look, style
from onrecord.plots.texts import counted, digits, fit, sentences, width

WIDE, LEFT, RIGHT = 12.0, 0.95, 0.45  # inches
HEAD, FOOT, HIGH, UNDER = 0.65, 0.6, 3.3, 0.5
NAME, KEYS, ABREAST = 0.3, 0.19, 2  # a panel's name, a line of its legend, how many stand in one
PANELS = 8  # the measures with most figures
SIZE = 6.5  # points: the numbers beside the marks
MOST = 1e15  # a larger number, or none ("infinite"), is a misreading or beyond any axis
Box = tuple[float, float, float, float]
_KEY = (
    "Filled: on the day the figure is as of. Hollow: the text gives no such day; the article is of"
    " that day. Vertical bar: from low to high. Arrow: a bound, as in “more than”. Band: the day is"
    " uncertain.\nNumbers that would cover others are left out: point at a mark to read it."
)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure to draw: its number, its days, its best value and whose it is."""

    number: int
    value: Counted
    days: Span
    left: float
    right: float
    best: float
    series: str
    given: bool  # the day is the one the figure is as of, not that of publication

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Panel:
    """The figures of one measure and unit, and how each line looks."""

    name: str
    points: tuple[Point, ...]
    looks: dict[str, Look]

    @property
    def above(self) -> float:
        """The inches that its name and its legend take."""
        keys = min(len(self.looks), len(SOURCES) + 1)
        return NAME + 0.1 + KEYS * -(-keys // ABREAST)


def drawn(rows: Iterable[Counted]) -> str:
    """The picture of the figures, as SVG."""
    values = list(rows)
    points = _points(values)
    panels = _panels(points)
    ends = limits([point.days for panel in panels for point in panel.points])
    shown = [point for panel in panels for point in panel.points]
    title = _title(values)
    caption = _caption(len(values) - len(points), len(points) - len(shown))
    tips = {f"figure-{point.number}": _tip(point) for point in shown}
    return canvas.picture(lambda: _figure(panels, ends, title, caption), title, caption, tips)


def _points(values: list[Counted]) -> list[Point]:
    points = []
    for number, value in enumerate(values):
        as_of = span(value.figure.as_of.edtf)
        days, best = as_of or span(value.article.published.edtf), _best(value)
        if days and best is not None:
            left = days.start if days.start is not None else (days.end or 0.0) - 1
            right = days.end if days.end is not None else left + 1
            points.append(
                Point(number, value, days, left, right, best, _series(value), as_of is not None)
            )
    return points


def _best(value: Counted) -> float | None:
    """The value; without one the middle of the range, or the end of it that is known."""
    figure = value.figure
    ends = (figure.low, figure.high, figure.value)
    if any(isinstance(end, float | int) and not abs(end) <= MOST for end in ends):
        return None
    if figure.value is not None:
        return None if isinstance(figure.value, str) else figure.value  # "14-0" is two numbers
    known = [end for end in (figure.low, figure.high) if end is not None]
    return sum(known) / len(known) if known else None


def _series(value: Counted) -> str:
    """Whose figure it is, of what and where: what a line joins. A ministry's 12 dead in one town
    and its 32,000 in the country are two lines.
    """
    own = f"{value.article.publisher or 'the article'}, in its own voice"
    figure = value.figure
    of = figure.of.text if figure.of and figure.of.text.lower() != figure.unit else ""
    where = figure.place.name if figure.place else ""
    about = ", ".join(fit(part, 24) for part in (of, where) if part)
    source = fit(value.chain[-1] if value.chain else own, 44)
    return f"{source}: {about}" if about else source


def _panels(points: list[Point]) -> list[Panel]:
    """The measures with most figures, each with its points in order of time."""
    ordered = sorted(points, key=lambda p: (_measure(p), p.middle, p.number))
    groups = [(name, tuple(group)) for name, group in groupby(ordered, key=_measure)]
    groups.sort(key=lambda group: (-len(group[1]), group[0]))
    return [Panel(name, group, _looks(group)) for name, group in groups[:PANELS]]


def _measure(point: Point) -> str:
    figure = point.value.figure
    return fit(f"{figure.measure}, {figure.unit}" if figure.unit else figure.measure, 60)


def _looks(points: Sequence[Point]) -> dict[str, Look]:
    """A look for each line: those with most figures differ, the rest share one."""
    often = Counter(point.series for point in points)
    ranked = sorted(often, key=lambda series: (-often[series], series))
    return {s: SOURCES[n] if n < len(SOURCES) else OTHERS for n, s in enumerate(ranked)}


def _figure(panels: list[Panel], ends: tuple[float, float], title: str, caption: str) -> Figure:
    body = sum(panel.above + HIGH + UNDER for panel in panels) or 1.0
    figure = canvas.sheet(WIDE, HEAD + body + FOOT)
    canvas.write(figure, 0.25, 0.2, title, 13, canvas.INK)
    canvas.write(figure, 0.25, HEAD + body, caption, 8, canvas.GREY)
    top = HEAD
    for panel in panels:
        canvas.write(figure, 0.25, top, panel.name, 10.5, canvas.INK)
        axes = canvas.axes(figure, LEFT, top + panel.above, WIDE - LEFT - RIGHT, HIGH)
        _panel(axes, panel, ends)
        top += panel.above + HIGH + UNDER
    return figure


def _panel(axes: Axes, panel: Panel, ends: tuple[float, float]) -> None:
    axes.set_xlim(*ends)
    canvas.axis_of_days(axes)
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: digits(value)))
    axes.grid(axis="y", color="#d8dade", linewidth=0.6)
    axes.margins(y=0.12)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    for series, look in panel.looks.items():
        _line(axes, [p for p in panel.points if p.series == series], look)
    for point in panel.points:
        _draw(axes, point, panel.looks[point.series])
    _zero(axes, [point.best for point in panel.points])
    _numbers(axes, panel, ends)
    _legend(axes, panel)


def _zero(axes: Axes, values: list[float]) -> None:
    """Let the axis begin at zero, unless the values are so near each other that it would hide how
    they differ.
    """
    if min(values) >= 0 and (min(values) == max(values) or min(values) < 0.7 * max(values)):
        axes.set_ylim(bottom=0)


def _line(axes: Axes, points: list[Point], look: Look) -> None:
    """What joins the points of a line; the look that many share joins nothing."""
    if look.line and len(points) > 1:
        days, values = [p.middle for p in points], [p.best for p in points]
        axes.plot(days, values, color=look.color, linestyle=look.line, linewidth=1.2)


def _draw(axes: Axes, point: Point, look: Look) -> None:
    figure, days = point.value.figure, point.middle
    low, high = figure.low, figure.high
    if low is not None and high is not None and low < high:
        axes.plot([days, days], [low, high], "_-", color=look.color, linewidth=1.1, alpha=0.8)
    if point.right - point.left > 1:
        sides = [point.left, point.right]
        axes.plot(sides, [point.best] * 2, "-", color=look.color, linewidth=5, alpha=0.25)
    if (low is None) != (high is None):
        _arrow(axes, point, look, up=high is None)
    axes.plot(
        [days], [point.best], gid=f"figure-{point.number}", zorder=3, **style(look, point.given)
    )


def _arrow(axes: Axes, point: Point, look: Look, up: bool) -> None:
    """The figure is a bound: what is true may lie above it, or below."""
    axes.annotate(
        "",
        (point.middle, point.best),
        xytext=(0, 17 if up else -17),
        textcoords="offset points",
        arrowprops={"arrowstyle": "<-", "color": look.color, "linewidth": 1.1},
    )


def _numbers(axes: Axes, panel: Panel, ends: tuple[float, float]) -> None:
    """The numbers beside the points, but none that would cover another."""
    taken: list[Box] = []
    for point in panel.points:
        look = panel.looks[point.series]
        day, height, right, up = _where(point, look, ends)
        box = _box(axes, _said(point), (day, height), right, up)
        if not any(_meet(box, other) for other in taken):
            taken.append(box)
            _number(axes, _said(point), look, (day, height, right, up))


def _where(
    point: Point, look: Look, ends: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The place a number is written at, and which way from there, in points: over the bar of a
    range; else below a point on the right, for every other source above it on the left.
    """
    figure = point.value.figure
    if figure.low is not None and figure.high is not None and figure.low < figure.high:
        return point.middle, figure.high, 0, 4
    above = look in SOURCES and SOURCES.index(look) % 2 == 1
    left = above or (ends[1] - point.middle) / (ends[1] - ends[0]) < 0.09
    return point.middle, point.best, -6 if left else 6, 4 if above else -4


def _box(axes: Axes, text: str, at: tuple[float, float], right: float, up: float) -> Box:
    """What a text covers, in points: left, bottom, right, top."""
    pixels = axes.transData.transform(at) * 72 / axes.figure.dpi
    wide, x, y = width(text, SIZE), pixels[0] + right, pixels[1] + up
    left = x - wide / 2 if right == 0 else x - wide if right < 0 else x
    bottom = y if up > 0 else y - SIZE
    return left, bottom, left + wide, bottom + SIZE


def _meet(one: Box, other: Box) -> bool:
    beside = one[2] <= other[0] or other[2] <= one[0]
    return not beside and one[1] < other[3] and other[1] < one[3]


def _number(axes: Axes, text: str, look: Look, where: tuple[float, float, float, float]) -> None:
    day, height, right, up = where
    axes.annotate(
        text,
        (day, height),
        xytext=(right, up),
        textcoords="offset points",
        va="bottom" if up > 0 else "top",
        ha="center" if right == 0 else "right" if right < 0 else "left",
        size=SIZE,
        color=look.color,
        bbox={"facecolor": "white", "alpha": 0.7, "edgecolor": "none", "pad": 0.5},
        zorder=4,  # a mark half covered is still a mark, a number half covered is another number
        annotation_clip=False,
    )


def _said(point: Point) -> str:
    """``more than 40``, ``35 to 60``."""
    figure = point.value.figure
    if figure.low is not None and figure.high is not None and figure.low < figure.high:
        return f"{digits(figure.low)} to {digits(figure.high)}"
    return fit(" ".join(filter(None, (figure.qualifier, digits(point.best)))), 28)


def _legend(axes: Axes, panel: Panel) -> None:
    own = {series: look for series, look in panel.looks.items() if look is not OTHERS}
    handles = [
        Line2D([], [], label=series, **style(look, True, look.line)) for series, look in own.items()
    ]
    rest = len(panel.looks) - len(own)
    if rest:
        handles.append(Line2D([], [], label=counted(rest, "other line"), **style(OTHERS, True)))
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(-0.01, 1.0),
        ncols=ABREAST,
        frameon=False,
        handlelength=3.2,
        columnspacing=1.6,
    )


def _title(values: list[Counted]) -> str:
    articles = len({value.article.id for value in values})
    return f"{counted(len(values), 'figure')} from {counted(articles, 'article')}"


def _caption(unplaced: int, crowded: int) -> str:
    left_out = [
        f"{counted(unplaced, 'figure')} without a date or a number not drawn."
        if unplaced
        else None,
        f"{counted(crowded, 'figure')} of rarer measures not drawn." if crowded else None,
    ]
    return "\n".join(filter(None, (_KEY, sentences(left_out))))


def _tip(point: Point) -> str:
    figure, article = point.value.figure, point.value.article
    as_of = f"as of {figure.as_of.edtf}" if point.given else f"published {article.published.edtf}"
    parts = [
        figure.passage.text,
        figure.measure,
        as_of,
        f"according to {' ← '.join(point.value.chain[::-1])}" if point.value.chain else "",
        article.publisher or "",
        article.title or "",
        f"{article.id} {figure.passage.start}-{figure.passage.end}",
    ]
    return fit("; ".join(part for part in parts if part), 400)
