"""The scene: all that is known of one article before its events and figures are told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Article, Passage, Statement, passage
from onrecord.reader.entities import Cast
from onrecord.reader.grammar import Grammar, grammar_of
from onrecord.reader.labels import Labelled, TokenSpan
from onrecord.reader.stated import Stated
from onrecord.reader.times import Times

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with its parse, its cast, its statements and its dates."""

    labelled: Labelled
    cast: Cast
    statements: tuple[Statement, ...]
    article: Article
    grammar: Grammar
    times: Times
    stated: Stated

    @classmethod
    def of(
        cls, labelled: Labelled, cast: Cast, statements: tuple[Statement, ...], article: Article
    ) -> Scene:
        grammar = grammar_of(labelled.doc)
        times = Times.of(labelled.doc, grammar, article)
        return cls(labelled, cast, statements, article, grammar, times, Stated(statements))

    @property
    def doc(self) -> Doc:
        return self.labelled.doc

    def passage(self, span: TokenSpan) -> Passage:
        """The words of a token span as a passage of the article."""
        first, last = self.doc[span[0]], self.doc[span[1] - 1]
        return passage(self.article.text, first.idx, last.idx + len(last))

    def fact(self, token: int) -> float | None:
        """How surely it happened, -3 to 3; None where the network does not say."""
        return self.labelled.facts[token] if self.labelled.facts else None

    def happening(self, token: int) -> float | None:
        """How likely the word denotes an event, 0 to 1; None where the network does not say."""
        return self.labelled.happenings[token] if self.labelled.happenings else None
