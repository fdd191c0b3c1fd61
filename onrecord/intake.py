"""Where articles come in, and readings of which nothing is kept.

Files, folders and texts go in; articles, or a reading or a failure for each, come out. A stage is
imported when it is first needed, and the network is loaded only when there is something to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import UnreadableArticle
from onrecord.model import Article, Failure, Reading
from onrecord.outcomes import CHUNK, Reads, each_read

if TYPE_CHECKING:
    from onrecord.ingest import File, Given


def read(path_or_text: str | Path, given: Given | None = None) -> Reading:
    """Read one article, from a file if one has that name, else from the text itself; keep nothing.

    Raises UnreadableArticle, with the reason.
    """
    article = _one(path_or_text, given)
    if isinstance(article, Failure):
        raise UnreadableArticle(f"cannot read {article.source}: {article.reason}")
    return reader().read(article)


def readings(
    sources: Iterable[str | Path], given: Given | None = None, by: Reads | None = None
) -> Iterator[Reading | Failure]:
    """Read articles and keep nothing: a reading or a failure for each, in the order given."""
    items = ingested(sources, given)
    while chunk := list(islice(items, CHUNK)):
        articles = [item for item in chunk if isinstance(item, Article)]
        read = each_read(by or reader(), articles) if articles else iter(())
        for item in chunk:
            yield item if isinstance(item, Failure) else next(read)[1]


def ingested(
    sources: Iterable[str | Path | File], given: Given | None
) -> Iterator[Article | Failure]:
    """An article or a failure for each source, in order."""
    from onrecord.ingest import Given, articles

    return articles(sources, given or Given())


def _one(path_or_text: str | Path, given: Given | None) -> Article | Failure:
    if isinstance(path_or_text, str) and not _is_file(path_or_text):
        return _from_text(path_or_text, given)
    if Path(path_or_text).is_dir():
        return Failure(str(path_or_text), "ingest", "it is a folder; name one article in it")
    return next(ingested([path_or_text], given))


def _from_text(text: str, given: Given | None) -> Article | Failure:
    from onrecord.ingest import Given, from_text

    return from_text(text, "text", given or Given())


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL in it: an article's text
        return False


@cache
def reader() -> Reads:
    """The reader, loaded once."""
    from onrecord.reader.pipeline import Reader

    loaded: Reads = Reader.load()
    return loaded
