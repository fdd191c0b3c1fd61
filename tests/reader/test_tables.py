"""Tables: which cell a character stands in, and whose that cell is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.tables import tables_of

MARKDOWN = "| | Varn says | Total |\n|---|---|---|\n| Dead | 14 | 20 |\n"


def source(text: str, cell: str) -> str | None:
    tables = tables_of(text)
    at = tables.at(text.index(cell))
    named = tables.source(at) if at else None
    return text[slice(*named)] if named else None


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Varn says", "Varn"),
        ("the army's own count", "the army"),
        ("According to Ishel", "Ishel"),
        ("Estimate from the Red Lantern", "the Red Lantern"),
        ("Source: Ilse Brandt", "Ilse Brandt"),
        ("Varn", None),  # who lost them, or who says so?
        ("He says", None),
        ("Total count", None),
        ("2024", None),
        ("Insurance claims", None),
        ("Cases reported", None),
        ("Number of villagers", None),
        ("Figures by region", None),
        ("Last year's figure", None),
    ],
)
def test_head_of_a_column_names_whose_its_cells_are(head: str, who: str | None) -> None:
    assert source(f"Place | {head}\n\nUlmar | 14\n\nVelm | 6", "14") == who


def test_column_of_sources_names_one_for_each_row() -> None:
    text = "Source\tDead\nVarn\t14\nIshel\t6"
    assert (source(text, "14"), source(text, "6")) == ("Varn", "Ishel")


def test_empty_cell_of_a_bordered_row_counts() -> None:
    text = MARKDOWN + "| Missing | | 3 |\n"
    assert source(text, "14") == "Varn"
    assert source(text, "3 |\n") is None


def test_single_row_and_rows_without_numbers_are_no_table() -> None:
    assert tables_of("Home | Sport\n\nThe dam broke.").tables == ()
    assert tables_of("Home | Sport\nNews | Money").tables == ()


def test_what_stands_in_different_cells_is_apart() -> None:
    tables = tables_of(MARKDOWN)
    dead, fourteen, twenty = (MARKDOWN.index(w) for w in ("Dead", "14", "20"))
    assert tables.apart((fourteen, fourteen + 2), (twenty, twenty + 2))
    assert not tables.apart((dead, dead + 1), (dead + 1, dead + 4))


@given(st.text(alphabet="|\t\n -:a1", max_size=60))
def test_cells_lie_in_order_and_hold_what_they_are_asked_for(text: str) -> None:
    tables = tables_of(text)
    for one, two in zip(tables.cells, tables.cells[1:], strict=False):
        assert one[1] <= two[0]
    for start, end, *cell in tables.cells:
        assert start == end or tables.at(start) == tuple(cell)
