"""Labelled attributions, the cast and the article in; statements out: who said what, through whom.

``drafts`` says which words belong to which statement; here each gets its source's name, act,
manner, relayers, addressee, occasion, date and terms. One attribution may make several.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

from onrecord.calendar import DateExpression, expressions
from onrecord.model import Addressee, Article, Passage, Statement, When, identify, passage
from onrecord.reader.acts import act_of, by_nobody, cue_word, negated
from onrecord.reader.addressees import addressee
from onrecord.reader.apposed import name_at_the_end
from onrecord.reader.conditions import conditions
from onrecord.reader.cues import table
from onrecord.reader.dates import said
from onrecord.reader.deeds import deed
from onrecord.reader.drafts import Draft, chars, drafts
from onrecord.reader.grammar import Grammar, grammar_of
from onrecord.reader.manner import manner, marks_lost
from onrecord.reader.meaning import vector
from onrecord.reader.occasions import frame, occasion
from onrecord.reader.partitives import of_people, partitive, some
from onrecord.reader.passages import Stretch, Text, text_in, trimmed
from onrecord.reader.relatives import antecedent, unclaused
from onrecord.reader.supposed import supposed
from onrecord.reader.tables import Tables, tables_of
from onrecord.reader.turns import Turns, turns_of
from onrecord.reader.verbatim import with_speech
from onrecord.reader.via import outer, relays

if TYPE_CHECKING:
    from onrecord.reader.entities import Cast
    from onrecord.reader.labels import Labelled, TokenSpan

PRONOUNS = table(
    "he she it they him her them his their its who which that i we you this these those one"
)

LONGEST = 2000  # characters of content that may reach into a cue's sentence


class _Circumstances(TypedDict):
    addressee: Addressee | None
    occasion: Passage | None
    said: When
    negated: bool


def statements(labelled: Labelled, cast: Cast, article: Article) -> tuple[Statement, ...]:
    """All statements of the article, in the order of their first words."""
    reading = _Reading.of(labelled, cast, article)
    outlined = [reading.of_the_story(d) for d in drafts(labelled, reading.text)]
    outlined = [d for d in outlined if d.content and not reading.unsaid(d)]
    if reading.lost:
        longer = map(reading.of_the_story, with_speech(reading.text, outlined))
        outlined = [d for d in longer if d.content]
    built = {s.id: s for s in map(reading.statement, outlined)}
    ordered = sorted(built.values(), key=_position)
    return tuple(reading.on_terms(ordered))


def _boilerplate(article: Article) -> tuple[Stretch, ...]:
    """Where the article says nothing of its story: front matter, "Read more: …"."""
    return tuple(sorted((p.start, p.end) for p in article.parts if p.kind == "boilerplate"))


def _position(statement: Statement) -> tuple[int, int, str]:
    return statement.content[0].start, -statement.content[-1].end, statement.id


@dataclass(frozen=True, slots=True)
class _Reading:
    """All that every statement of one article is built from."""

    labelled: Labelled
    cast: Cast
    article: Article
    text: Text
    grammar: Grammar
    dates: tuple[DateExpression, ...]
    contents: tuple[Stretch, ...]
    apart: tuple[Stretch, ...]
    tables: Tables
    turns: Turns
    lost: bool

    @classmethod
    def of(cls, labelled: Labelled, cast: Cast, article: Article) -> _Reading:
        text = text_in(labelled.doc, labelled.quoted)
        dates = tuple(expressions(article.text))
        grammar = grammar_of(labelled.doc)
        found = (chars(labelled.doc, s) for a in labelled.attributions for s in a.content)
        contents = tuple(sorted(found))
        apart = _boilerplate(article)
        tables, turns = tables_of(article.text), turns_of(article.text)
        lost = marks_lost(text)
        return cls(
            labelled, cast, article, text, grammar, dates, contents, apart, tables, turns, lost
        )

    def statement(self, draft: Draft) -> Statement:
        draft = self._unaddressed(draft)
        content = tuple(passage(self.article.text, a, b) for a, b in draft.content)
        source, cue = self._passage(draft.source), self._passage(draft.cue)
        entity, who = self.named(source) if source else (None, None)
        return Statement(
            id=identify("sta", self.article.id, draft.source, draft.cue, draft.content),
            source=source,
            entity=entity,
            who=who,
            unnamed=self._unnamed(source),
            condition=None,
            cue=cue,
            act=act_of(cue.text) if cue else "say",
            content=content,
            manner=manner(self.text, draft.content, draft.cue, self.lost),
            vector=self._vector(draft.content),
            via=relays(self._outer_sources(draft.index), source, self._known),
            **self._circumstances(draft),
        )

    def _vector(self, content: Sequence[Stretch]) -> str | None:
        doc, words = self.labelled.doc, self.labelled.vectors
        if words is None:
            return None
        found = (doc.char_span(a, b, alignment_mode="expand") for a, b in content)
        return vector(words, ((span.start, span.end) for span in found if span))

    def of_the_story(self, draft: Draft) -> Draft:
        """Without what lies in boilerplate, nobody's words, in another cell of a table or in the
        turn of another who speaks.
        """

        def told(stretch: Stretch | None) -> bool:
            before = bisect_left(self.apart, (stretch[1], 0)) if stretch else 0
            return stretch is None or not before or self.apart[before - 1][1] <= stretch[0]

        def here(stretch: Stretch) -> bool:
            named = [n for n in (draft.source, draft.cue) if n]
            elsewhere = any(s.apart(n, stretch) for s in (self.tables, self.turns) for n in named)
            return told(stretch) and not elsewhere and not self.turns.label(stretch)

        known = told(draft.source) and told(draft.cue)
        return replace(draft, content=tuple(filter(here, draft.content)) if known else ())

    def unsaid(self, draft: Draft) -> bool:
        """Whether nothing was said: something was done, hoped for or supposed."""
        cue = self.labelled.attributions[draft.index].cue
        if draft.cue and supposed(self.grammar, cue, self.article.text[slice(*draft.cue)]):
            return True
        return deed(self.labelled, self.grammar, self.text, draft)

    def _passage(self, stretch: Stretch | None) -> Passage | None:
        return passage(self.article.text, *stretch) if stretch else None

    def _known(self, source: Passage) -> tuple[str | None, str]:
        entity, who = self.named(source)
        return entity, who or source.text

    def named(self, source: Passage) -> tuple[str | None, str | None]:
        """The entity a passage refers to and its name; a pronoun nobody resolves names nobody."""
        source = self._meant(source)
        if of_people(source.text):
            return None, source.text  # "some who saw the plan" is not the plan
        entity = self.cast.at(source.start, source.end)
        if entity is not None:
            return entity.id, entity.name
        return None, None if source.text.lower() in PRONOUNS else source.text

    def _meant(self, source: Passage) -> Passage:
        """What a relative pronoun stands for, if the cast does not know: "listeners who said"; of
        "some of the listeners Roe met", the listeners.
        """
        word = self.labelled.doc.char_span(source.start, source.end)
        if word is not None and (shorter := unclaused(self.grammar, (word.start, word.end))):
            return self._passage_of(shorter)
        if name := name_at_the_end(self.article.text, self.cast, source):
            return name
        if source.text.lower() not in PRONOUNS or self.cast.at(source.start, source.end):
            return source
        found = antecedent(self.grammar, word.start) if word is not None else None
        return source if found is None else self._passage_of(found)

    def _passage_of(self, span: TokenSpan) -> Passage:
        return passage(self.article.text, *chars(self.labelled.doc, span))

    def _unnamed(self, source: Passage | None) -> bool:
        if source is None:
            return False
        source = self._meant(source)
        if of_people(source.text) or self.cast.people(source.start, source.end):
            return True
        entity = self.cast.at(source.start, source.end)
        if entity is not None:
            return entity.kind == "unnamed" or (entity.kind == "group" and some(source.text))
        whole = partitive(source.text)
        return whole is not None and self.cast.people(source.start + whole, source.end)

    def _outer_sources(self, index: int) -> list[Passage]:
        sources = (
            self.labelled.attributions[o].source for o in outer(self.labelled.attributions, index)
        )
        stretches = (trimmed(self.text, *chars(self.labelled.doc, s)) for s in sources if s)
        return [passage(self.article.text, *s) for s in stretches]

    def _circumstances(self, draft: Draft) -> _Circumstances:
        if draft.cue is None:
            return {"addressee": None, "occasion": None, "said": When(), "negated": False}
        around = frame(self.text, draft.cue, self._taken(draft))
        before = self.article.text[max(around.start, draft.cue[0] - 40) : draft.cue[0]]
        return {
            "addressee": self._addressee(draft),
            "occasion": occasion(self.text, around, draft.cue),
            "said": said(self.text, around, draft, self.dates, self.article.published.edtf),
            "negated": negated(before, self.article.text[slice(*draft.cue)])
            or by_nobody(self.article.text[slice(*(draft.source or (0, 0)))]),
        }

    def _taken(self, draft: Draft) -> tuple[Stretch, ...]:
        """What stands in the cue's sentence but says nothing of the cue: content and sources."""
        assert draft.cue is not None
        start, end = self.text.sentence(draft.cue[0])
        first = bisect_left(self.contents, (start - LONGEST, 0))
        last = bisect_left(self.contents, (end, 0))
        elsewhere = [
            (a, b)
            for a, b in self.contents[first:last]
            if b > start and not (a <= draft.cue[0] and draft.cue[1] <= b)
        ]
        return (*elsewhere, *draft.content, *((draft.source,) if draft.source else ()))

    def _addressee(self, draft: Draft) -> Addressee | None:
        attribution = self.labelled.attributions[draft.index]
        if attribution.cue is None:
            return None
        found = addressee(
            self.labelled.doc,
            self.grammar,
            self.text,
            attribution.cue,
            draft.content[0],
            attribution.source,
        )
        if found is None:
            return None
        words = passage(self.article.text, *found)
        return Addressee(self._known(words)[1], words)

    def _unaddressed(self, draft: Draft) -> Draft:
        """What Palestinians were told is "to flee", not "Palestinians to flee"."""
        if draft.cue is None or not draft.content:
            return draft
        word = cue_word(self.article.text[slice(*draft.cue)])
        told = self._addressee(draft) if word and word.lemma == "tell" else None
        first, *rest = draft.content
        if told is None or told.passage.start != first[0] or told.passage.end >= first[1]:
            return draft
        shorter = trimmed(self.text, told.passage.end, first[1])
        return replace(draft, content=(shorter, *rest))

    def on_terms(self, made: list[Statement]) -> list[Statement]:
        """Each with the condition its source spoke on, if the text says so nearby."""
        terms: dict[str, Passage] = {}
        for condition in conditions(self.text):
            for statement in self._spoken_on(condition, made):
                terms.setdefault(statement.id, condition)
        return [replace(s, condition=terms.get(s.id)) for s in made]

    def _spoken_on(self, condition: Passage, made: list[Statement]) -> list[Statement]:
        """The statements of the sentence by the source nearest before; else of the last one."""
        start, end = self.text.sentence(condition.start)
        here = [s for s in made if s.source and start <= s.source.start < end]
        before = [s for s in here if s.source and s.source.start < condition.start] or here
        if not before:
            paragraph = self.text.paragraph(condition.start)[0]
            before = [s for s in made if s.source and paragraph <= s.source.start < start]
        if not before:
            return []
        nearest = max(s.source.start for s in before if s.source)
        return [s for s in before if s.source and s.source.start == nearest]
