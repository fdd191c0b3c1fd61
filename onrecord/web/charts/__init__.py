"""Charts for pages: values and addresses come in, ``Markup`` goes out, SVG and its key in one box.

``over_time`` draws how many there are in each day, week, month or year, ``timeline`` events in
lanes, ``history`` one count as each source gave it (``sketch`` the same, small), ``relaying`` who
passes on whom. What they have in common: nothing in them has a style of its own
(``static/charts.css`` has it, and the policy of the pages forbids another), every mark of a large
one is a link that says in words what it is, shapes differ where colours do, and widths are
percentages, so that letters keep their size on a phone.

The scales, axes, columns and lines are leather's: small, Python alone, and it gives a tree of
elements rather than a picture, so that its colours and fonts can be taken off again. It has neither
lanes nor curves; those are drawn here.
"""

from onrecord.web.charts.columns import over_time
from onrecord.web.charts.histories import history, sketch
from onrecord.web.charts.relays import relaying
from onrecord.web.charts.shapes import sign
from onrecord.web.charts.timelines import Dated, Several, timeline

__all__ = ["Dated", "Several", "history", "over_time", "relaying", "sign", "sketch", "timeline"]
