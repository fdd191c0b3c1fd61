"""Events on a timeline: days from left to right, a row for each action, the events of a row beside
and above each other so that none hides another.

Shape and colour tell the status. An event whose day is known is a mark; one whose date is a month,
a span or open on a side is a bar as long as the doubt, with its mark in the middle. An event
without a date is not drawn; the caption counts it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from onrecord.model import Happened, Party
from onrecord.plots import canvas
from onrecord.plots.days import Span, limits, span
from onrecord.plots.lanes import lanes
from onrecord.plots.marks import STATUSES, Look, style
from onrecord.plots.texts import counted, fit, sentences, width

WIDE, LEFT, RIGHT = 12.0, 1.45, 0.3  # inches
HEAD, FOOT = 1.0, 0.85
LANE, BETWEEN = 0.165, 0.09
TALLEST = 6.0  # a row with more lanes than fit draws them closer
LABELLED = 150  # with more events than this there is no room for words
SIZE = 7.0  # points: the words beside a mark


@dataclass(frozen=True, slots=True)
class Mark:
    """An event to draw: its number, its span on the axis, the words beside it."""

    number: int
    value: Happened
    left: float
    right: float
    open: tuple[bool, bool]
    label: str

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def exact(self) -> bool:
        """Whether it is one day, drawn without a bar."""
        return self.right - self.left <= 1 and not any(self.open)


@dataclass(frozen=True, slots=True)
class Extent:
    """What a mark and its words cover, in points from the axis's start, and where the words
    stand.
    """

    left: float
    right: float
    words_left: bool
    words_at: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, how far down it goes (in inches), and on which side of what day its words stand."""

    mark: Mark
    down: float
    words_left: bool
    words_at: float


@dataclass(frozen=True, slots=True)
class Row:
    """The events of one action, and the stretch of the sheet they take."""

    action: str
    top: float
    high: float
    placed: tuple[Placed, ...]


def drawn(rows: Iterable[Happened]) -> str:
    """The picture of the events, as SVG."""
    values = list(rows)
    spans = [span(value.event.when.edtf) for value in values]
    ends = limits([one for one in spans if one])
    marks = _marks(values, spans, ends)
    stacked = _rows(marks, ends)
    title, caption = _title(values), _caption(values, len(marks))
    tips = {f"event-{mark.number}": _tip(mark.value) for mark in marks}
    return canvas.picture(lambda: _figure(stacked, ends, title, caption), title, caption, tips)


def _marks(
    values: list[Happened], spans: list[Span | None], ends: tuple[float, float]
) -> list[Mark]:
    dated = [(value, one) for value, one in zip(values, spans, strict=True) if one]
    marks = []
    for number, (value, one) in enumerate(dated):
        left = max(ends[0], ends[0] if one.start is None else one.start)
        right = min(ends[1], ends[1] if one.end is None else one.end)
        beyond = (one.start is None or one.start < ends[0], one.end is None or one.end > ends[1])
        label = _label(value) if len(dated) <= LABELLED else ""
        marks.append(Mark(number, value, left, right, beyond, label))
    return marks


def _rows(marks: list[Mark], ends: tuple[float, float]) -> list[Row]:
    """A row for each action, the one that begins first on top."""
    first: dict[str, float] = {}
    for mark in marks:
        first[mark.value.event.action] = min(
            mark.middle, first.get(mark.value.event.action, mark.middle)
        )
    ordered = sorted(
        marks,
        key=lambda m: (first[m.value.event.action], m.value.event.action, m.left, m.number),
    )
    rows: list[Row] = []
    top = 0.0
    for action, group in groupby(ordered, key=lambda m: m.value.event.action):
        rows.append(_row(action, list(group), top, ends))
        top += rows[-1].high
    return rows


def _row(action: str, marks: list[Mark], top: float, ends: tuple[float, float]) -> Row:
    extents = [_extent(mark, ends) for mark in marks]
    chosen = lanes((extent.left, extent.right) for extent in extents)
    count = max(chosen) + 1
    step = min(LANE, TALLEST / count)
    placed = tuple(
        Placed(mark, top + BETWEEN + (lane + 0.5) * step, extent.words_left, extent.words_at)
        for mark, lane, extent in zip(marks, chosen, extents, strict=True)
    )
    return Row(action, top, count * step + 2 * BETWEEN, placed)


def _extent(mark: Mark, ends: tuple[float, float]) -> Extent:
    """How far a mark and its words go. Words that would leave the sheet on the right stand on the
    left; where a bar leaves room on neither side they stand beside its middle.
    """
    scale = (WIDE - LEFT - RIGHT) * 72 / (ends[1] - ends[0])
    edge = (ends[1] - ends[0]) * scale
    words = width(mark.label, SIZE) + 12 if mark.label else 6.0
    left, middle, right = ((x - ends[0]) * scale for x in (mark.left, mark.middle, mark.right))
    if mark.exact:
        left = right = middle
    if right + words <= edge:
        return Extent(left - 5, right + words, False, right / scale + ends[0])
    if left - words >= 0:
        return Extent(left - words, right + 5, True, left / scale + ends[0])
    return Extent(left, max(right, middle + words), False, mark.middle)


def _figure(rows: list[Row], ends: tuple[float, float], title: str, caption: str) -> Figure:
    high = max(sum(row.high for row in rows), 0.6)
    figure = canvas.sheet(WIDE, HEAD + high + FOOT)
    canvas.write(figure, 0.25, 0.2, title, 13, canvas.INK)
    canvas.write(figure, 0.25, HEAD + high + 0.5, caption, 8, canvas.GREY)
    axes = canvas.axes(figure, LEFT, HEAD, WIDE - LEFT - RIGHT, high)
    axes.set_xlim(*ends)
    axes.set_ylim(high, 0)
    _frame(axes, rows)
    for row in rows:
        for placed in row.placed:
            _draw(axes, placed)
    _legend(figure, rows)
    return figure


def _frame(axes: Axes, rows: list[Row]) -> None:
    """The axis of days, and a band and a name for each row."""
    canvas.axis_of_days(axes)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0, pad=8)
    names = [f"{fit(row.action, 18)} ({len(row.placed)})" for row in rows]
    axes.set_yticks([row.top + row.high / 2 for row in rows], labels=names)
    for row in rows[::2]:
        axes.axhspan(row.top, row.top + row.high, color=canvas.PALE, zorder=0, linewidth=0)


def _draw(axes: Axes, placed: Placed) -> None:
    mark, look = placed.mark, STATUSES[placed.mark.value.event.status]
    if not mark.exact:
        _bar(axes, placed, look)
    axes.plot([mark.middle], [placed.down], gid=f"event-{mark.number}", **style(look, look.filled))
    if mark.label:
        _words(axes, placed)


def _bar(axes: Axes, placed: Placed, look: Look) -> None:
    """How long the doubt is, with an arrow where it goes on beyond the axis."""
    mark = placed.mark
    axes.barh(
        placed.down,
        mark.right - mark.left,
        left=mark.left,
        height=0.075,
        color=look.color,
        alpha=0.28,
        linewidth=0,
    )
    for beyond, end, shape in zip(mark.open, (mark.left, mark.right), ("<", ">"), strict=True):
        if beyond:
            axes.plot([end], [placed.down], shape, color=look.color, markersize=4, clip_on=False)


def _words(axes: Axes, placed: Placed) -> None:
    """The words beside a mark, in italics where the event is according to somebody."""
    mark = placed.mark
    axes.annotate(
        mark.label,
        (placed.words_at, placed.down),
        xytext=(-7 if placed.words_left else 7, 0),
        textcoords="offset points",
        ha="right" if placed.words_left else "left",
        va="center_baseline",
        size=SIZE,
        style="italic" if mark.value.chain else "normal",
        annotation_clip=False,
    )


def _legend(figure: Figure, rows: list[Row]) -> None:
    """The statuses that occur, each with how many events have it."""
    found = [placed.mark.value.event.status for row in rows for placed in row.placed]
    handles = [
        Line2D(
            [],
            [],
            label=f"{status.replace('_', ' ')} ({found.count(status)})",
            **style(look, look.filled),
        )
        for status, look in STATUSES.items()
        if status in found
    ]
    handles.append(
        Line2D([], [], color=canvas.GREY, alpha=0.4, linewidth=5, label="uncertain date")
    )
    figure.legend(
        handles=handles,
        loc="upper left",
        bbox_to_anchor=(0.012, 1 - 0.48 / figure.get_size_inches()[1]),
        ncols=len(handles),
        frameon=False,
        handletextpad=0.3,
        columnspacing=1.4,
    )


def _title(values: list[Happened]) -> str:
    articles = len({value.article.id for value in values})
    return f"{counted(len(values), 'event')} from {counted(articles, 'article')}"


def _caption(values: list[Happened], dated: int) -> str:
    told, undated = sum(bool(value.chain) for value in values), len(values) - dated
    return sentences(
        [
            f"{counted(told, 'event is', 'events are')} according to somebody (words in italics), "
            f"{len(values) - told:,} said by the articles themselves.",
            f"{counted(undated, 'event without a date is', 'events without a date are')} not drawn."
            if undated
            else None,
            "Too many events for words beside them." if dated > LABELLED else None,
        ]
    )


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.who for party in parties)


def _label(value: Happened) -> str:
    event = value.event
    parts = (_names(event.actors), event.trigger.text, _names(event.recipients))
    return " · ".join(fit(part, 22) for part in parts if part.strip())


def _tip(value: Happened) -> str:
    event, article = value.event, value.article
    parts = [
        "/".join(filter(None, (event.action, event.mode))),
        event.status.replace("_", " "),
        f"{event.when.edtf} ({event.when.basis})",
        _label(value),
        event.place.name if event.place else "",
        f"according to {' ← '.join(value.chain[::-1])}" if value.chain else "",
        article.publisher or "",
        article.title or "",
        f"{article.id} {event.trigger.start}-{event.trigger.end}",
    ]
    return fit("; ".join(part for part in parts if part), 400)
