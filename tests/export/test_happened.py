from hypothesis import given, settings

from onrecord.export.counted import counted
from onrecord.export.happened import happened
from onrecord.model import Reading
from tests.export.events import market_reading
from tests.readings import readings


def test_an_event_stands_with_its_line_and_the_statement_it_is_according_to() -> None:
    first, second = happened(market_reading())
    assert first.context.text.startswith("Rebels shelled")
    assert first.chain == ("Ada Marsh",)
    assert second.statement is None
    assert second.chain == ()


def test_a_figure_stands_with_its_line_and_whose_it_is() -> None:
    (dead,) = counted(market_reading())
    assert dead.context.text.startswith("More than 40 people were killed")
    assert dead.chain == ("the Health Ministry",)


@settings(max_examples=25)
@given(readings())
def test_every_event_and_figure_of_a_reading_is_listed_once_in_its_order(reading: Reading) -> None:
    assert tuple(h.event for h in happened(reading)) == reading.events
    assert tuple(c.figure for c in counted(reading)) == reading.figures


@settings(max_examples=25)
@given(readings())
def test_every_context_of_events_and_figures_is_exact(reading: Reading) -> None:
    for each in (*happened(reading), *counted(reading)):
        where = each.context
        assert reading.article.text[where.start : where.end] == where.text
