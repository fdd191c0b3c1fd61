"""One count as it was given over time: what each source said of it, earliest first.

In: figures that links join. Out: a ``History``. A later figure of the same source supersedes an
earlier one and does not erase it; a figure of another source supersedes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.across import History, Reckoned, Together
from onrecord.linker.days import Window, earlier, has_year, window
from onrecord.linker.sources import Telling, called, grouped, source
from onrecord.linker.subjects import counted, measure, place
from onrecord.model import Counted

_LAST = "9999"  # a figure without a date comes after those with one


def history(together: Together) -> History:
    """The history of the count that these figures give."""
    figures = [one for one in together.members if isinstance(one, Counted)]
    stories = together.stories or tuple(one.article.id for one in figures)
    return History(
        id=together.id,
        about=counted(figures),
        measure=measure(figures),
        place=place(figures),
        accounts=len(set(stories)),
        members=tuple(_members(figures)),
    )


def _members(figures: Sequence[Counted]) -> Iterator[Reckoned]:
    sources, names = grouped(figures), called(figures)
    in_time = [sorted(of_one, key=when) for of_one in sources.values()]
    for of_one in sorted(in_time, key=lambda tellings: when(tellings[0])):
        for number, telling in enumerate(of_one):
            assert isinstance(telling, Counted)
            by = names.get(source(telling)[1])
            chain = (*telling.chain[:-1], by) if by and telling.chain else telling.chain
            yield _reckoned(telling, chain, superseding(telling, of_one[number + 1 :]))


def when(telling: Telling) -> tuple[str, str, int]:
    """The order in time: by the day of publication, then as the article gives them."""
    published = printed(telling)
    return published[0] if published else _LAST, telling.article.id, telling.context.start


def superseding(figure: Counted, later: Sequence[Telling]) -> str | None:
    """The id of the next figure of the same source that says otherwise on a later day."""
    mine = printed(figure)
    for other in later:
        assert isinstance(other, Counted)
        if (earlier(mine, printed(other)) or 0) >= 1 and _says(other) != _says(figure):
            return other.figure.id
    return None


def printed(telling: Telling) -> Window | None:
    """When it was printed, where the year is known."""
    found = window(telling.article.published.edtf)
    return found if has_year(found) else None


def _says(counted: Counted) -> tuple[object, ...]:
    figure = counted.figure
    return figure.low, figure.value, figure.high


def _reckoned(counted: Counted, chain: Sequence[str], superseded_by: str | None) -> Reckoned:
    figure, article = counted.figure, counted.article
    return Reckoned(
        article=article.id,
        entry=figure.id,
        value=figure.value if figure.value is not None else figure.low,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        as_of=figure.as_of,
        published=article.published,
        publisher=article.publisher,
        according_to=" ← ".join(chain) or None,
        text=figure.passage.text,
        superseded_by=superseded_by,
    )
