"""Words that tell what sort of thing happened, and which sorts can be one: tables, and their use.

One row a sort: its name, then words (``*`` stands for any ending). ``sorts`` says which sorts a
text names; ``agree`` whether two sets of them can be of one happening.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

_ROWS: Final = """
earthquake | earthquake* quake* tremor* aftershock* seismic
eruption | eruption* erupt* volcan* lava
tsunami | tsunami*
flood | flood* inundat* deluge
landslide | landslide* mudslide* rockslide* avalanche*
storm | storm* hurricane* typhoon* cyclone* tornado* blizzard* monsoon
heat | heatwave* drought*
fire | fire fires wildfire* blaze* arson bushfire*
crash | crash* collision* collid* derail* overturn* veer* plung* rollover pileup
wreck | capsiz* sank sink* sunk shipwreck* ferry
collapse | collaps* cave-in
explosion | explosion* explod* blast* detonat*
bombing | bomb bombs bomber* suicide ied grenade*
shooting | shooting* shot shots shoot* gunfire gunm* gunned crossfire
stabbing | stab* knife* machete*
ramming | ramm* rams driven_through driven_into drove_through drove_into
strike | airstrike* air-strike* strike strikes struck airstrikes bombard* bombing* shell shells \
shelling* shelled missile* rocket* raid* drone* artillery
siege | siege* hostage* kidnap* abduct*
clash | clash* fight* battle* gunbattle* ambush*
massacre | massacre* mass-killing*
riot | riot* unrest
stampede | stampede* crush*
outbreak | outbreak* epidemic* cholera ebola measles mpox virus covid* pandemic infection* fever \
disease* flu
famine | famine* starv* malnutrition hunger
protest | protest* demonstrat* rally rallies march marches
war | war wars offensive* invasion* conflict* genocide
vote | vote* election* ballot* referendum
attack | attack* assault* assail*
murder | murder* homicide*
"""
# a sort of the left may be told as one of the right: "the attack" is the shooting, the bombing…
_LOOSE: Final = {
    "attack": "bombing shooting stabbing ramming strike siege clash massacre explosion murder war "
    "riot fire",
    "massacre": "shooting strike clash bombing stabbing",
    "bombing": "explosion strike siege",
    "explosion": "fire crash collapse strike",
    "clash": "shooting strike war siege",
    "strike": "war explosion fire collapse",
    "shooting": "siege murder clash war",
    "stabbing": "murder siege",
    "earthquake": "collapse landslide tsunami fire",
    "flood": "storm landslide collapse",
    "storm": "landslide flood wreck collapse",
    "crash": "wreck fire collapse explosion",
    "ramming": "crash shooting",
    "heat": "fire storm",
    "eruption": "fire earthquake",
    "protest": "riot clash shooting",
    "stampede": "collapse",
    "collapse": "landslide",
    "outbreak": "famine",
}
ONE_OFF: Final = frozenset(  # what one place hardly sees twice in a month
    "earthquake eruption tsunami crash wreck collapse stampede ramming stabbing landslide".split()
)
SUDDEN: Final = frozenset("flood fire storm explosion outbreak siege riot".split())  # and seldom
MODES_NEAR: Final = frozenset(
    frozenset(pair.split("="))
    for pair in "aerial=drone aerial=heavy-weapons drone=heavy-weapons explosives=aerial "
    "explosives=heavy-weapons explosives=suicide-attack explosives=drone firearms=massacre "
    "firearms=assassinate explosives=assassinate aerial=assassinate drone=assassinate "
    "primitive=massacre firearms=explosives suicide-attack=massacre abduct=assassinate "
    "aerial=destroy heavy-weapons=destroy drone=destroy explosives=destroy demo=riot "
    "demo=obstruct withdraw=discontinue seize=arrest change=yield allege=disapprove "
    "allege=investigate restrict=ban troops=weapons beat=crowd-control firearms=heavy-weapons "
    "release=return execute=assassinate meet=yield firearms=execute".split()
)


def _pattern(words: str) -> str:
    return "|".join(
        re.escape(word).replace(r"\*", r"\w*").replace("_", " ") for word in words.split()
    )


_SORTS = [
    (row[0].strip(), re.compile(rf"\b(?:{_pattern(row[1])})\b", re.IGNORECASE))
    for row in (line.split("|") for line in _ROWS.replace("\\\n", "").strip().splitlines())
]


def sorts(text: str) -> frozenset[str]:
    """The sorts of happening a text names."""
    text = _GUNFIRE.sub("gunfire", text)
    return frozenset(name for name, words in _SORTS if words.search(text))


_GUNFIRE = re.compile(  # "an exchange of fire" burns nothing
    r"\bexchang\w+ (?:of )?(?:\w+ )?fire\b|\b(?:open|return|under|cross)\w*[ -]?fire\b",
    re.IGNORECASE,
)


def agree(left: Collection[str], right: Collection[str]) -> float | None:
    """1 where both name a sort alike, 0.5 where one may be told as the other, 0 where they tell
    of different things, None where one side names none.
    """
    if not left or not right:
        return None
    if set(left) & set(right) - {"attack", "war"}:
        return 1.0
    if set(left) & set(right):
        return 0.8
    loose = any(b in _LOOSE.get(a, "").split() or a in _LOOSE.get(b, "").split()
                for a in left for b in right)  # fmt: skip
    return 0.5 if loose else 0.0


def modes_agree(left: str | None, right: str | None) -> float | None:
    """1 for one mode, 0.5 for near ones, 0 for others; None where one is not known."""
    if left is None or right is None:
        return None
    if left == right:
        return 1.0
    return 0.5 if frozenset((left, right)) in MODES_NEAR else 0.0
