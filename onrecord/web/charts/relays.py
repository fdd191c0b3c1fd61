"""Who passes on whom: publishers on the left, those whose reports they pass on on the right, and a
curve between them as thick as it happens often; the curves of one name end one beneath another.

No plotting library at hand has such a picture, so it is drawn here. The names are a list on either
side of the curves, in letters of the page; both sides are ordered so that curves cross little.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from markupsafe import Markup

from onrecord.phrases.numbers import number_of
from onrecord.web.charts import drawing
from onrecord.web.charts.drawing import element, link
from onrecord.web.charts.shapes import OTHERS, SOURCES

LEFT, RIGHT = 10, 14  # names on either side; the table has all
ROW = 28.0  # pixels; charts.css gives the names the same
THICK, THIN = 20.0, 1.5
Pair = tuple[str, str]


def relaying(
    counts: Iterable[tuple[str, str, int]],
    address: Callable[[str, str | None], str],
    title: str = "Who passes on whom",
) -> Markup:
    """Draw how often each publisher passes on each other publisher, agency or person.

    ``counts`` are a publisher, whom it passes on, and how often; ``address`` gives where the link
    of such a pair goes, or with None that of the publisher's own name. An empty ``Markup`` where
    nobody passes on anybody.
    """
    given = Counter[Pair]()
    for publisher, relay, count in counts:
        given[publisher, relay] += count
    shown, left_out = _shown(given)
    if not shown:
        return Markup()
    lefts = [name for name, _ in _totals(shown, 0).most_common()]
    rights = _ordered(shown, lefts)
    chart = drawing.box("relays")
    high = ROW * max(len(lefts), len(rights))
    _names(chart, "publishers", lefts, lambda name: address(name, None))
    about = f"{number_of(len(lefts), 'publisher')} and {len(rights)} whose reports they pass on."
    svg = drawing.sheet(chart, high, title, about)
    curves = drawing.stretched(svg, high)
    widths = _widths(shown)
    begins, ends = _stacked(widths, 0, lefts, rights), _stacked(widths, 1, rights, lefts)
    for pair in sorted(shown, key=lambda pair: shown[pair]):
        publisher, relay = pair
        row, other = lefts.index(publisher), rights.index(relay)
        said = f"{publisher} passes on {relay}: {number_of(shown[pair], 'statement')}"
        left = _place(row, len(lefts), high) + begins[pair]
        right = _place(other, len(rights), high) + ends[pair]
        path = _curve(link(curves, address(publisher, relay), said), left, right, row)
        path.set("stroke-width", f"{widths[pair]:.2f}")
    _names(chart, "relays", rights, None)
    _note(chart, left_out)
    return drawing.markup(chart)


def _shown(given: Mapping[Pair, int]) -> tuple[dict[Pair, int], int]:
    """The pairs of the busiest names on either side, and how many statements are in the others."""
    left = {name for name, _ in _totals(given, 0).most_common(LEFT)}
    own = {pair: count for pair, count in given.items() if pair[0] in left}
    right = {name for name, _ in _totals(own, 1).most_common(RIGHT)}
    shown = {pair: count for pair, count in own.items() if pair[1] in right}
    return shown, sum(given.values()) - sum(shown.values())


def _totals(given: Mapping[Pair, int], side: int) -> Counter[str]:
    totals: Counter[str] = Counter()
    for pair, count in given.items():
        totals[pair[side]] += count
    return totals


def _ordered(shown: Mapping[Pair, int], lefts: Sequence[str]) -> list[str]:
    """The names on the right, each as near as can be to those who pass it on."""
    weight: Counter[str] = Counter()
    for (publisher, relay), count in shown.items():
        weight[relay] += lefts.index(publisher) * count
    totals = _totals(shown, 1)
    return sorted(totals, key=lambda name: (weight[name] / totals[name], -totals[name], name))


def _widths(shown: Mapping[Pair, int]) -> dict[Pair, float]:
    """How thick each curve is; all those of one name together are about ``THICK`` at most."""
    most = max(max(_totals(shown, side).values()) for side in (0, 1))
    return {pair: max(THICK * count / most, THIN) for pair, count in shown.items()}


def _stacked(
    widths: Mapping[Pair, float], side: int, names: Sequence[str], others: Sequence[str]
) -> dict[Pair, float]:
    """How far above or below the middle of its name each curve ends: one beneath another."""
    found: dict[Pair, float] = {}
    for name in names:
        own = [pair for pair in widths if pair[side] == name]
        place = -sum(widths[pair] for pair in own) / 2
        for pair in sorted(own, key=lambda pair: others.index(pair[1 - side])):
            found[pair] = place + widths[pair] / 2
            place += widths[pair]
    return found


def _place(row: int, rows: int, high: float) -> float:
    """How far down a row's middle is, the shorter side spread over the whole height."""
    return (row + 0.5) * high / rows


def _names(
    chart: ET.Element, side: str, names: Sequence[str], address: Callable[[str], str] | None
) -> None:
    listed = element("ul", chart, class_=f"relay-names relay-{side}")
    for name in names:
        item = element("li", listed)
        if address:
            element("a", item, name, href=address(name), title=name)
        else:
            element("span", item, name, title=name)


def _curve(into: ET.Element, left: float, right: float, row: int) -> ET.Element:
    """A curve from one side to the other. Its ends are stretched apart, its thickness is not."""
    name = SOURCES[row].name if row < len(SOURCES) else OTHERS.name
    d = f"M0 {left:.1f}C45 {left:.1f} 55 {right:.1f} 100 {right:.1f}"
    curve = {"class_": f"curve {name}", "vector_effect": "non-scaling-stroke"}
    return element("path", into, d=d, fill="none", **curve)


def _note(chart: ET.Element, left_out: int) -> None:
    if left_out:
        said = f"{number_of(left_out, 'statement')} of rarer pairs not drawn."
        element("p", chart, said, class_="chart-note")
