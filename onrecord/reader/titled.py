"""The titles straight before a name, with what they tell: whose name it is, and the sex.

In: a ``Setting`` and a ``Named``. Out: the ``Named`` with its titles. A title that begins with a
capital makes a name a person's, "Lincoln" that of a president; an office of state does so in small
letters too, where the name is shaped as people's are: "prime minister Marek Oldano".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from onrecord.lexicon.given_names import GIVEN
from onrecord.reader.named import Named
from onrecord.reader.nouns import BODIES_AND_PLACES
from onrecord.reader.setting import Setting
from onrecord.reader.titles import PARTICLES, TITLES

# Offices that no body's name follows, however they are written.
OF_STATE: Final = frozenset(
    """
    president premier minister chancellor senator sen governor gov mayor king queen prince princess
    congressman congresswoman mp mep ambassador secretary
    """.split()
)


def titled(setting: Setting, named: Named) -> Named:
    """The titles straight before the name; they make it a person's and may tell the sex."""
    titles, sexes, formal = [], [], False
    shaped = _shaped_as_person(named)
    for i in _before(setting, named.start):
        key = setting.folded[i]
        noun, sex = TITLES[key]
        titles.append(noun)
        sexes.append(sex)
        formal |= setting.doc[i].text[0].isupper() or (key in OF_STATE and shaped)
    kind = named.kind
    if titles and formal and not named.known and kind != "country" and not _ends_as_body(named):
        kind = "person"
    if titles and kind is None:
        kind = "person"
    sex = next((s for s in sexes if s), "")
    if kind == "person" and not sex and len(named.words) > 1:
        sex = GIVEN.get(named.keys[0].split("-")[0], "") or GIVEN.get(named.keys[0], "")
    before = setting.folded[named.start - 1] if named.start else ""
    sex = sex if kind == "person" else ""
    return replace(named, kind=kind, titles=tuple(titles), sex=sex, before=before)


def _shaped_as_person(named: Named) -> bool:
    """ "Marek Oldano", "Ali bin Roe": two to four words, each with a capital or a particle."""
    return 1 < len(named.words) < 5 and all(
        key in PARTICLES or (word[0].isupper() and not word.isupper())
        for word, key in zip(named.words, named.keys, strict=True)
    )


def _ends_as_body(named: Named) -> bool:
    return len(named.words) > 1 and named.keys[-1] in BODIES_AND_PLACES


def _before(setting: Setting, start: int) -> Iterator[int]:
    """Title tokens to the left of a name, nearest first, over the full stops of abbreviations."""
    i = start - 1
    while i >= 0:
        if setting.doc[i].text == "." and i and setting.folded[i - 1] in TITLES:
            i -= 1
        key = setting.folded[i]
        if key not in TITLES or setting.doc[i].text in ("first", "count", "head", "may"):
            return
        yield i
        i -= 1
