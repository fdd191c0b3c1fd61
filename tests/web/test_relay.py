from __future__ import annotations

from dataclasses import replace

from onrecord.web.relay import tellers
from tests.fakes import example_reading, statement_of


def test_those_who_pass_others_on_come_first_with_them_below() -> None:
    reading = example_reading()
    root = tellers("Alba Herald", reading.statements)
    assert (root.who, root.statements, root.below) == ("Alba Herald", 0, 2)
    herald, doe = root.told_by
    assert (herald.who, herald.statements, herald.below) == ("The Alba Herald", 0, 1)
    assert herald.told_by[0].told_by[0].who == "Jane Doe"
    assert (doe.who, doe.statements, doe.first) == ("Jane Doe", 1, reading.statements[0].id)


def test_source_nobody_knows_is_in_its_own_words() -> None:
    article = example_reading().article
    said = statement_of(article, "Mayor Jane Doe", "The bridge is safe,", source=None)
    assert tellers("x", [replace(said, who=None)]).told_by[0].who == "no source named"


def test_article_without_statements_has_a_root_alone() -> None:
    assert tellers("Alba Herald", ()).told_by == ()
