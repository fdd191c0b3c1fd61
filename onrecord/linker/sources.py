"""Who gives a figure or tells of an event, as far as that can be known across articles.

In: entries on the record with their articles. Out: a name under which one source's accounts come
together. People who are not named are nobody but themselves: an unnamed source of one article is
never the same as one of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from onrecord.linker.circumstances import stems
from onrecord.model import Counted, Happened

Telling = Happened | Counted
_ITSELF = "itself"  # the article says so in its own voice
_EMPTY = frozenset(
    "the of a an and its his her 's spokesman spokeswoman spokesperson official officials according"
    " minister ministers president prime".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def words(name: str) -> frozenset[str]:
    """The words of a source's name that tell it from others, as they are compared."""
    proper = frozenset(stems(name))
    plain = {w.lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(name)}
    bodies = {_BODIES[w] for w in plain - _EMPTY if w in _BODIES}
    return proper | bodies


_BODIES: Mapping[str, str] = {
    word: row.split()[0]
    for row in (
        "army military armed troops forces idf",
        "police policemen",
        "health hospitals doctors medics",
        "interior",
        "defense defence",
        "foreign",
        "observers monitors",
        "commission",
        "government",
        "ministry",
        "rescuers emergency firefighters",
        "court prosecutors",
        "company",
        "union",
    )
    for word in row.split()
}


_BODY_NAMES = frozenset(_BODIES.values())


def source(telling: Telling) -> tuple[str, frozenset[str]]:
    """A name for the source and its words; an unnamed one, and one that is not known to be named,
    has no words and a name of its own in each article.
    """
    chain = telling.chain
    article = telling.article
    if not chain:
        publisher = article.publisher or article.input
        return publisher, frozenset((_ITSELF, publisher.lower()))
    statement = telling.statement
    name = chain[-1]
    unnamed = statement.unnamed if statement else not any(w[:1].isupper() for w in name.split())
    if unnamed or not words(name):
        return f"{name}|{article.id}", frozenset()
    return name, words(name)


def same_source(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sources are one, or one is the other's: "Kestria" and "Kestria's Interior
    Ministry", "the Meravian army" and "Meravia".
    """
    return bool(left and right and (left <= right or right <= left))


def grouped(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """The tellings of each source, by its fullest name. A name that may be short for either of two
    others ("Kestria", with Kestria's army and Kestria's police about) stands alone.
    """
    named = [(*source(telling), telling) for telling in tellings]
    known = {by: name for name, by, _ in sorted(named, key=lambda n: n[0], reverse=True) if by}
    homes = {by: _home(by, known) for by in known}
    found: dict[str, list[Telling]] = {}
    for name, by, telling in named:
        found.setdefault(known[homes[by]] if by else name, []).append(telling)
    return found


def called(tellings: Iterable[Telling]) -> dict[frozenset[str], str]:
    """One name for each body that is named in several ways: "Meravia's army" and "the Meravian
    military"; "the Interior Ministry" where only one country's is spoken of. A country stays a
    country, and whoever is named by what they are ("observers") stays nobody in particular.
    """
    named: dict[frozenset[str], set[str]] = {}
    for name, by in map(source, tellings):
        if by and _ITSELF not in by and not _anybody(name):
            named.setdefault(by, set()).add(name)
    homes = {by: _home(by, named) if by & _BODY_NAMES else by for by in named}
    return {by: min(named[home], key=lambda n: (-len(n), n)) for by, home in homes.items()}


def _anybody(name: str) -> bool:
    """Whether a name is only a word for what people are: "Observers", "International observers"."""
    plain = {w.lower() for w in _WORD.findall(name)} - _EMPTY - {"international", "local"}
    return plain <= _BODIES.keys() - {"interior", "defense", "defence", "foreign", "health"}


def _home(by: frozenset[str], known: Iterable[frozenset[str]]) -> frozenset[str]:
    """The one fullest name among those that hold all its words, itself where there are several."""
    fuller = [other for other in known if by < other]
    fullest = [one for one in fuller if not any(one < other for other in fuller)]
    return fullest[0] if len(fullest) == 1 else by
