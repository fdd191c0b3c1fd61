"""How words are set: what no line end cuts, and what an error says as a sentence."""

import pytest

from onrecord.model import When
from onrecord.web.rendering import FILTERS, environment


def test_a_day_is_cut_by_no_line_end():
    shown = FILTERS["day"](When("2024-03-09/2024-03-12"))
    assert shown == (
        '<span class="whole">2024-03-09</span> to <span class="whole">2024-03-12</span>'
    )
    assert FILTERS["in_words"](None) == "undated"
    assert FILTERS["in_words"]("2024-03") == "in March 2024"


def test_a_date_that_is_none_is_text():
    assert "<script" not in FILTERS["in_words"]("<script>2024-03-09")


@pytest.mark.parametrize(
    ("said", "shown"),
    [("there is no page 9", "there is no page 9."), ("who judges?", "who judges?"), ("", "")],
)
def test_an_error_is_a_sentence(said, shown):
    assert FILTERS["sentence"](said) == shown


def test_what_the_article_calls_them_stands_apart_from_who_passed_it_on():
    source = environment().from_string('{% import "parts.html" as parts %}{{ parts.source(it) }}')
    relay = {"who": "State radio"}
    said = {"who": "Jana Orlova", "entity": None, "unnamed": False, "via": [relay]}
    found = source.render(it=_Said(**said))
    assert '”</span> <span class="via">' in found


class _Said:
    """As much of a statement as its source is set from."""

    def __init__(self, **known):
        from onrecord.model import Passage, Relay

        self.source = self.cue = Passage(0, 2, "he")
        self.content, self.condition = (), None
        self.__dict__ |= known
        self.via = tuple(Relay(each["who"], Passage(0, 2, "it")) for each in known["via"])
