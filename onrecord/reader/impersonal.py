"""Names in, the same with those that are no person's told apart: storms, ships, bodies, movements.

"Hurricane Odette", and "Odette" where it goes by that alone, is nobody; nor is the "MV Ivo Brandt",
whoever it is called after. One Houthi is a word for the Houthis. "A director of Amnesty
International Ilse Haske" names a body and a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.lexicon.countries import GROUPS, PEOPLES
from onrecord.lexicon.forenames import FORENAMES
from onrecord.reader.cues import table
from onrecord.reader.named import Named
from onrecord.reader.outlets import BODIES
from onrecord.reader.setting import Setting

STORMS: Final = table("hurricane typhoon cyclone superstorm storm")
SHIPS: Final = frozenset("MV MS SS MT RV HMS USS RMS HMAS HMCS USNS INS USCGC".split())


def without_things(setting: Setting, found: Sequence[Named]) -> list[Named]:
    """``found`` with weak names, of no kind, for what is no person."""
    things = [_thing(setting, n) for n in found]
    called = {n.keys[-1] for n, thing in zip(found, things, strict=True) if thing == "storm"}
    called -= {
        key
        for n, thing in zip(found, things, strict=True)
        if not thing and n.kind == "person" and len(n.words) > 1
        for key in n.keys
    }
    return [
        replace(n, kind=None, known="", weak=True)
        if thing or (len(n.words) == 1 and n.keys[0] in called)
        else _of_a_group(setting, n)
        for n, thing in zip(found, things, strict=True)
    ]


def after_body(setting: Setting, start: int, end: int) -> int:
    """Where a person begins whose name runs on after a known body's; ``end`` if none does."""
    if not start or setting.folded[start - 1] not in ("of", "for", "at"):
        return end
    for cut in range(end - 2, start, -1):
        known = setting.doc[start:cut].text in BODIES
        parts = [t.text for t in setting.doc[cut : cut + 3]]
        hyphened = parts[1:2] == ["-"] and parts[2:3] and parts[2][0].islower()
        if known and (setting.folded[cut] in FORENAMES or hyphened):
            return cut
    return end


def _thing(setting: Setting, named: Named) -> str:
    """ "storm", "ship" or "", by the first word of the name or the one before it."""
    if named.kind not in ("person", None):
        return ""
    first, before = named.words[0], ""
    if named.start:
        before = setting.doc[named.start - 1].text
    if first in SHIPS or before in SHIPS:
        return "ship"
    storm = (first.lower() in STORMS and len(named.words) > 1) or before.lower() in STORMS
    return "storm" if storm and first[0].isupper() else ""


def _of_a_group(setting: Setting, named: Named) -> Named:
    """ "Houthi" is of the Houthis; Christian may be somebody's name, "The Hindu" a paper's."""
    if named.before == "the" and setting.doc[named.end - 1].dep_ not in ("amod", "compound"):
        return named
    many = f"{named.text}s"
    single = named.kind == "person" and len(named.words) == 1 and named.keys[0] not in FORENAMES
    if single and not named.titles and (many in GROUPS or many in PEOPLES):
        return replace(named, kind="group", known=many, sex="")
    return named
