"""Templates: values in, HTML out.

Every text is escaped, and its control characters and overrides of the writing direction are shown
as visible letters, because an article is somebody else's text: ``Environment(finalize)`` does so
for whatever a template prints, so that no template can forget it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord.corrections import Correction
from onrecord.model import VERSION, When
from onrecord.phrases import entries
from onrecord.phrases.corrections import reviewed
from onrecord.phrases.dates import in_words
from onrecord.phrases.figures import MEASURED, counted
from onrecord.phrases.letters import one_line, quoted, visible
from onrecord.phrases.numbers import independent, number_of
from onrecord.web import marks, picking
from onrecord.web.charts import sign
from onrecord.web.desk import Desk
from onrecord.web.origins import file_name

HERE = Path(__file__).parent
STATIC = HERE / "static"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def rendered(desk: Desk, template: str, names: Mapping[str, Any]) -> str:
    """The template with these names, and with the desk."""
    return environment().get_template(template).render(desk=desk, **names)


@cache
def environment() -> Environment:
    """The templates of the package, with the filters they use."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= FILTERS
    made.globals |= GLOBALS
    return made


def _shown(value: Any) -> Any:
    """What a template prints: nothing for None, visible letters for any text but its own."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def whole(words: str) -> Markup:
    """Words with dates that no line end cuts in two."""
    return Markup(_DATE.sub(r'<span class="whole">\g<0></span>', str(escape(visible(words)))))


def sentence(said: str) -> str:
    """What an error says, as a sentence; its first letter is the style sheet's business."""
    return said if said[-1:] in ".?!" else f"{said}."


def dated(edtf: str | None) -> Markup:
    """A date in words."""
    return whole(in_words(edtf))


def day(when: When) -> Markup:
    """The date in words; "undated" where there is none."""
    return dated(when.edtf)


def basis(when: When) -> str:
    """How the date is known: ``worked out by the calendar, from “Tuesday”``."""
    found = entries.BASES[when.basis]
    words = f", from “{one_line(when.passage.text)}”" if when.passage else ""
    return f"{found}{words}" if when.edtf and found else ""


def said_so(correction: Correction) -> str:
    """Who said what of an entry, and when."""
    return reviewed(correction.kind, correction.by, correction.at, correction.before)


def address(part: Any) -> str:
    """A text as one part of an address; half a letter, which no address can hold, becomes "?"."""
    return quote(str(part), safe="", errors="replace")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "day": day,
    "sentence": sentence,
    "basis": basis,
    "in_words": dated,
    "line": lambda text: one_line(text or ""),
    "quoted": lambda text: quoted(text or ""),
    "address": address,
    "urlencode": address,  # the one that comes with Jinja stops at half a letter
    "file_name": file_name,
    "number": lambda n: f"{n:,}",
    "number_of": number_of,
    "counted": counted,
    "amount": entries.amount,
    "as_of": entries.as_of_date,
    "relayed": entries.relayed,
    "nobody": entries.nobody,
    "called": entries.called,
    "said_so": said_so,
}
GLOBALS: Mapping[str, Any] = {
    "version": VERSION,
    "STATUSES": entries.STATUSES,
    "MEASURED": MEASURED,
    "independent": independent,
    "of_statement": marks.of_statement,
    "of_event": marks.of_event,
    "of_figure": marks.of_figure,
    "sign": sign,
    "at_hand": picking.at_hand,
    "is_first_pick": picking.is_first,
}
