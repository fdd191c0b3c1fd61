"""What one article alone reports, as utterances: in the order of the record, of one wording or of
any, page by page.

There may be tens of thousands. They are counted and put in order without being opened: the manner
of a statement says whether it quotes, and where only a part of it does, its words in the article's
text. What was looked at so is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from onrecord.across import Together, Utterance, Wording
from onrecord.model import Passage, Question

if TYPE_CHECKING:
    from onrecord.store.singly import Printed, Single
    from onrecord.store.store import Store

OPENED = 50  # statements opened at a time
_QUOTING = ("direct", "unmarked")
_PARTLY: Final = "mixed"


@dataclass(frozen=True, slots=True)
class Unshared:
    """The statements a question asks for that nobody else reports."""

    store: Store
    question: Question
    wording: Wording | None = None

    def count(self) -> int:
        return len(self._found())

    def utterances(self, start: int, limit: int | None) -> Iterator[Utterance]:
        """A page of them."""
        from onrecord.linker.utterances import utterance

        page = self._found()[start : None if limit is None else start + limit]
        for first in range(0, len(page), OPENED):
            part = page[first : first + OPENED]
            opened = self.store.kept.spoken([each.number for each in part])
            for each in part:
                if (spoken := opened.get(each.number)) is not None:
                    yield utterance(Together(each.utterance, (spoken,), (spoken.article.id,)))

    def _found(self) -> Sequence[Single]:
        from onrecord.store import singly
        from onrecord.store.finding import plain

        lately, asked = self.store.finding.lately, plain(self.question)
        made = partial(self.store.one, lambda on: singly.singles(on, asked))
        every = lately(("singly", asked), made)
        if self.wording is None:
            return every
        return lately(("singly", asked, self.wording), partial(self._worded, every))

    def _worded(self, every: Sequence[Single]) -> Sequence[Single]:
        if self.wording == "altered":  # nobody else reports them
            return ()
        quoting = self._quoting([each for each in every if each.manner == _PARTLY])
        wanted = self.wording == "verbatim"
        return [each for each in every if _is_quoting(each, quoting) == wanted]

    def _quoting(self, several: Sequence[Single]) -> Mapping[str, bool]:
        """Of statements that may be quoted in part, by their ids, whether they are."""
        from onrecord.store import singly

        known = self.store.finding.quoting
        new = {each.number: each.id for each in several if each.id not in known}
        for each in self.store.one(lambda on: list(singly.printed(on, list(new)))):
            known[new[each.number]] = _quotes(each)
        return known


def _is_quoting(each: Single, quoting: Mapping[str, bool]) -> bool:
    if each.manner == _PARTLY:
        return quoting.get(each.id, False)
    return each.manner in _QUOTING and any(map(str.isalnum, each.content))


def _quotes(each: Printed) -> bool:
    from onrecord.linker.pieces import quotes

    return quotes(_PARTLY, each.content, Passage(0, len(each.text), each.text))
