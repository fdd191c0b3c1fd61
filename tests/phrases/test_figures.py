"""A figure in plain words."""

import pytest

from onrecord.across import Reckoned
from onrecord.model import Figure, Passage, When
from onrecord.phrases.entries import amount
from onrecord.phrases.figures import counted
from onrecord.phrases.numbers import reckoning


def figure(text, value=None, of=None, unit=None, measure="count", qualifier=None):
    held = Passage(0, len(of), of) if of else None
    return Figure(
        "fig_1", Passage(0, len(text), text), None, None, value, qualifier, unit, held, measure
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (figure("39", 39, unit="people", measure="killed"), "39 people killed"),
        (figure("nine people", 9, "people", "people", "killed"), "nine people killed"),
        (figure("six Ulmar nationals", 6, "Ulmar nationals", "people", "killed"),
         "six Ulmar nationals killed"),
        (figure("more than 20", 20, None, "people", "wounded", "more than"),
         "more than 20 people wounded"),
        (figure("25 others", 25, "others", "people", "missing"), "25 others missing"),
        (figure("200 displaced", 200, None, "people", "displaced"), "200 displaced people"),
        (figure("two million dollars", 2e6, unit="USD", measure="money"), "2,000,000 USD"),
        (figure("dozens of delegates", 12, "delegates", None), "dozens of delegates"),
        (figure("14-0", "14-0", unit="votes", measure="vote"), "14-0"),
    ],
)  # fmt: skip
def test_a_figure_says_what_is_counted(given, said):
    assert counted(given) == said


def test_a_qualifier_stands_where_it_is_said():
    told = figure("Sixty-six people or more", 66, "people", "people", "wounded", "or more")
    assert amount(told) == "66 or more people"
    assert amount(figure("at least nine", 9, unit="people", qualifier="at least")) == (
        "at least 9 people"
    )
    given = Reckoned("art_1", "fig_1", 66, None, None, "or more", When(), When(), None, None)
    assert reckoning(given) == "66 or more"
