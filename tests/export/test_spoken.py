from dataclasses import replace

from hypothesis import given, settings

from onrecord.export.spoken import card, context, spoken
from onrecord.model import Reading
from tests.readings import example_reading, readings


def test_the_context_is_the_lines_that_cue_and_content_stand_in() -> None:
    (first, second) = spoken(example_reading())
    assert first.context.text.startswith("PORT ALBA (Coastline)")
    assert first.context.text.endswith("said Monday.")
    assert second.context.text.startswith("The Alba Herald, citing")


def test_a_source_far_off_does_not_stretch_the_context() -> None:
    reading = example_reading()
    far = replace(reading.statements[1], source=reading.statements[0].cue)
    assert context(far, reading.article.text).text.startswith("The Alba Herald")


def test_a_card_counts_the_statements() -> None:
    assert card(example_reading()).statements == 2


@settings(max_examples=25)
@given(readings())
def test_every_context_is_exact(reading: Reading) -> None:
    for each in spoken(reading):
        where = each.context
        assert reading.article.text[where.start : where.end] == where.text
