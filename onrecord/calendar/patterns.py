"""The patterns of dates as news writes them, one table: an example, the pattern, its builder.

Every gap in a pattern is bounded, so the time taken grows with the length of the text and with
nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from onrecord.calendar import building, feasts, words
from onrecord.calendar.building import Fields
from onrecord.calendar.expression import DateExpression

Build = Callable[[int, int, Fields], DateExpression]


def _either(names: Iterable[str]) -> str:
    """An alternation of table words as news prints them: Monday or MONDAY, never monday."""
    printed = [form for n in _longest_first(names) for form in (n.title(), n.upper())]
    return _printed(printed)


def _printed(forms: Iterable[str]) -> str:
    return "(?:" + "|".join(f"{i}(?:{rests})" for i, rests in _by_initial(forms)) + ")"


def _plain(names: Iterable[str]) -> str:
    """The same in any case, with any gap where the words have a blank."""
    spaced = [re.escape(n).replace(r"\ ", GAP) for n in _longest_first(names)]
    branches = (f"[{i}{i.upper()}](?i:{rests})" for i, rests in _by_initial(spaced))
    return "(?:" + "|".join(branches) + ")"


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=len, reverse=True)


def _by_initial(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The alternatives a letter at a time: a word that begins with none of the letters is passed
    over at once, without a look at every name.
    """
    rests: dict[str, list[str]] = {}
    for form in forms:
        rests.setdefault(form[0], []).append(form[1:])
    yield from ((initial, "|".join(found)) for initial, found in rests.items())


_BLANK = "[ \t\u00a0\u202f\u2009]"
GAP = rf"(?:{_BLANK}{{1,3}}|{_BLANK}{{0,3}}\r?\n{_BLANK}{{0,8}})"
DASH = r"[-\u2010-\u2015]"
COUNT = "|".join(map(re.escape, sorted(words.COUNTED, key=len, reverse=True)))
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})(?![0-9])"
_OLD_YEAR = rf"(?:{_YEAR}|(?P<older>1[0-4][0-9]{{2}}|[1-9][0-9]{{2}})(?![0-9,.]?[0-9]))"
_DAY_NUMBER = "0?[1-9]|[12][0-9]|3[01]"
_TH = "(?:st|nd|rd|th|ST|ND|RD|TH)?"
_NO_MORE = rf"(?![0-9A-Za-z]|[.:][0-9]|,[0-9]{{3}}(?![0-9])|{GAP}?(?:{COUNT})(?![A-Za-z]))"
_DAY = rf"(?P<day>{_DAY_NUMBER}){_TH}{_NO_MORE}"
_JOINED = rf"{GAP}?(?:{DASH}|to|and|through){GAP}?"
_TO_DAY = rf"(?:{_JOINED}(?P<to_day>[12][0-9]|3[01]|[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z:]))?"
_MONTH = rf"(?P<month>{_either(words.MONTHS)})(?![A-Za-z])\.?"
_CLEAR_MONTHS = [m for m in words.MONTHS if len(m) > 4 and m not in ("march", "august")]
_CLEAR_MONTH = rf"(?P<month>{_either([*_CLEAR_MONTHS, 'july', 'june'])})(?![A-Za-z])"
_LONG_WEEKDAY = _either(words.WEEKDAYS)
_ANY_WEEKDAY = rf"(?P<weekday>{_either({**words.WEEKDAYS, **words.SHORT_WEEKDAYS})})(?![A-Za-z])\.?"
_WEEKDAY_FIRST = rf"(?:{_ANY_WEEKDAY},?{GAP}(?:the{GAP})?)?"
_DAYPART = rf"(?:{GAP}(?P<daypart>{_plain(words.DAYPARTS)})(?![A-Za-z]))?"
_STEP = rf"(?P<step>{_plain(words.STEPS)})"
_EDGE = rf"(?:(?P<edge>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id)(?:{GAP}|-)(?:in{GAP})?)?"
_UNIT_EDGE = rf"(?P<edge>{_plain(words.UNIT_EDGES)})"
_WORD_NUMBER = rf"{_plain(words.NUMBERS)}(?:-{_plain(words.NUMBERS)})?"
_NUMBER = rf"(?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})?|{_WORD_NUMBER})"
_ABOUT = rf"(?:(?P<about>{_plain(words.ABOUT)}){GAP})?"
_HALF = rf"(?P<half>(?:{GAP}and{GAP}a{GAP}half)|(?:{GAP}1/2))?"
_UNIT = rf"(?P<unit>{_plain(words.UNITS)})"
_UNITS = "(?P<unit>(?i:days|weeks|weekends|months|years|decades|centuries|hours))"
_SHIFTED = rf"(?P<unit>{_plain([*words.UNITS[1:], *words.SHIFT_UNITS])})"
_STEPPED = rf"(?P<unit>{_plain(words.STEPPED_UNITS)})"
_ZONE = rf"(?:[ \u00a0]?(?:{'|'.join(words.ZONES)})(?![A-Za-z]))?"
_ORDINAL = r"(?P<day>[12]?[0-9]|3[01])(?:st|nd|rd|th)"
_ORDINAL_WORD = rf"(?P<day>{_plain(words.ORDINALS)})"
_BEFORE_DAY = "|".join(rf"(?<=\b{w} )" for w in ("on", "On", "by", "of", "since", "from", "until"))
_OTHER_WORD = rf"{GAP}(?!(?:{'|'.join(words.AFTER_DAYS)})\b)[A-Za-z]"
# Not "to": "a letter to May" is one to a minister.
_IN = "(?:in|since|until|till|during|by|of|from|between|In|Since|Until|During|By|From|Between)"
_MINUTE = "(?P<minute>[0-5][0-9])"
_TIME = (
    r"(?P<clock>[0-2][0-9]:[0-5][0-9])(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_OF_YEAR = rf",?{GAP}(?:of{GAP}|in{GAP})?(?P<of_year>last|this|next){GAP}year"
_BC = r"(?P<before>B\.?C\.?E?\.?|bc)(?![A-Za-z])"
_AD = r"(?:A\.?D\.?|C\.?E\.?)(?![A-Za-z])"
_CENTURY = r"(?:GAP|-)[Cc]entur(?:y|ies)".replace("GAP", GAP)
_SUMMER = r"(?P<season>[Ss]ummer|SUMMER|[Ww]inter|WINTER|[Aa]utumn|AUTUMN)s?"
_FEAST = _printed(map(re.escape, _longest_first(feasts.FEASTS)))
_OF_WHAT = rf"(?:{GAP}of{GAP}(?:the|a|an|its|his|her|their|our|my){GAP}[a-z]{{2,20}})"

# Where two overlap, the one that starts first and then the longer wins; of equals the first in
# this table. A group "at" marks where the date begins, what is before it being only a condition.
PATTERNS: tuple[tuple[str, Build], ...] = (
    # Monday, Nov. 6, 2023 · March 3-5
    (
        rf"{_WEEKDAY_FIRST}{_MONTH}{GAP}(?:the{GAP})?{_DAY}{_TO_DAY}"
        rf"(?:(?:,{GAP}?|{GAP}){_YEAR}|{_OF_YEAR})?{_DAYPART}",
        building.written,
    ),
    # 5-6 September 2019
    (
        rf"(?P<day>{_DAY_NUMBER}){_TH}{_JOINED}(?P<to_day>{_DAY_NUMBER}){_TH}{GAP}(?:of{GAP})?{_MONTH}"
        rf"(?:,?{GAP}{_YEAR})?",
        building.written,
    ),
    # Mon, 6 November 2023 · the 6th of November · 06-Nov-2023
    (
        rf"{_WEEKDAY_FIRST}(?:the{GAP})?{_DAY}(?:{GAP}of)?(?:{GAP}|{DASH}){_MONTH}"
        rf"(?:(?:,?{GAP}|{DASH}){_OLD_YEAR}|{_OF_YEAR})?{_DAYPART}",
        building.written,
    ),
    # the fifth of January
    (rf"(?:the{GAP})?{_ORDINAL_WORD}{GAP}of{GAP}{_MONTH}(?:,?{GAP}{_YEAR})?", building.written),
    # 2023-11-06T10:00:00Z · 2023/11/06
    (
        rf"{_YEAR}(?P<cut>[-/.])(?P<month>0[1-9]|1[0-2])(?P=cut)"
        rf"(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])(?:[T ]{_TIME})?",
        building.written,
    ),
    # 11/26/2023 · 26.11.2023
    (
        rf"(?P<one>[0-3]?[0-9])(?P<cut>[/.])(?P<two>[0-3]?[0-9])(?P=cut){_YEAR}",
        building.slashed,
    ),
    # early November 2023
    (
        rf"{_EDGE}{_MONTH}(?:,?{GAP}(?:of{GAP}|in{GAP})?{_OLD_YEAR}|{_OF_YEAR})",
        building.written,
    ),
    # Tuesday the 7th · on the 7th, but not "on the 7th floor"
    (
        rf"(?:{_ANY_WEEKDAY},?{GAP}|{_BEFORE_DAY})the{GAP}{_ORDINAL}\b"
        rf"(?!{DASH}[A-Za-z0-9])(?!{_OTHER_WORD})",
        building.written,
    ),
    # last Tuesday night · Monday · Tues.
    (rf"(?:{_STEP}{GAP})?(?P<weekday>{_LONG_WEEKDAY})(?![A-Za-z]){_DAYPART}", building.written),
    (rf"(?P<weekday>{_either(words.SHORT_WEEKDAYS)})\.(?![A-Za-z])", building.written),
    # yesterday morning
    (rf"(?P<name>{_plain(words.DAYS)}){_DAYPART}", building.named_day),
    # earlier this year · last March · in March · last summer · the summer of 2024
    (rf"{_EDGE}{_STEP}{GAP}{_STEPPED}", building.relative),
    (rf"(?:over|at|during|throughout|on){GAP}the{GAP}(?P<at>)(?P<unit>weekend)", building.relative),
    (rf"{_EDGE}{_STEP}{GAP}{_MONTH}", building.written),
    (rf"{_IN}{GAP}{_EDGE}(?P<at>){_MONTH}", building.written),
    (rf"{_EDGE}{_CLEAR_MONTH}(?!['’\-]?[A-Za-z]|{GAP}[A-Z])", building.written),
    (
        r"(?P<edge>[Ee]arly|[Ll]ate|[Mm]id)(?:GAP|-)(?P<at>)".replace("GAP", GAP) + _MONTH,
        building.written,
    ),
    (rf"{_STEP}{GAP}(?P<season>{_plain(words.SEASONS)})", building.written),
    (
        rf"{_EDGE}(?:the{GAP})?(?P<season>{_plain(words.SEASONS)})(?:{GAP}of)?,?{GAP}{_OLD_YEAR}"
        rf"(?:{GAP}?{DASH}{GAP}?[0-9]{{2,4}}(?![0-9]))?",
        building.written,
    ),
    (rf"(?:the{GAP})?{_SUMMER}(?![A-Za-z\-]|{GAP}[A-Z])", building.written),
    (
        rf"(?:in|In|during|by|until|of|every){GAP}(?:the{GAP})?(?P<at>)(?P<season>spring|fall)"
        rf"(?![A-Za-z\-])",
        building.written,
    ),
    (
        rf"(?P<season>[Ss]pring)(?={GAP}(?:and|or|to){GAP}(?:early{GAP}|late{GAP})?"
        rf"(?:summer|fall|autumn|winter))",
        building.written,
    ),
    # the end of the year · year end
    (rf"{_UNIT_EDGE}{GAP}(?:the|{_STEP}){GAP}{_STEPPED}(?!{_OF_WHAT})", building.relative),
    (rf"{_UNIT_EDGE}{GAP}{_MONTH}(?:,?{GAP}{_YEAR})?", building.written),
    (rf"{_UNIT_EDGE}{GAP}{_YEAR}", building.written),
    (r"(?P<unit>year|month|week)[ -](?P<edge>end)", building.relative),
    # nearly two years ago · two and a half months ago · several years ago
    (rf"{_ABOUT}{_NUMBER}{_HALF}{GAP}{_UNIT}s?{GAP}ago", building.ago),
    (
        rf"(?P<many>(?i:several|a{GAP}few|a{GAP}couple{GAP}of|many|some|thousands{GAP}of)){GAP}{_UNIT}s?"
        rf"{GAP}ago",
        building.many_ago,
    ),
    # the past 30 days · the past decade · the next five years
    (
        rf"(?P<reach>(?i:the{GAP}(?:past|last|next|coming)))"
        rf"(?:{GAP}{_NUMBER}{_HALF})(?:{GAP}or{GAP}so)?{GAP}{_UNIT}s?(?!{_OF_WHAT})",
        building.reach,
    ),
    (rf"(?P<reach>(?i:the{GAP}past)){GAP}{_UNIT}", building.reach),
    # in recent days · the last few weeks · in the coming months
    (
        rf"(?P<reach>(?i:(?:the{GAP})?(?:recent|coming)|the{GAP}(?:past|last|next)))"
        rf"(?:{GAP}(?:few|several|couple{GAP}of))?{GAP}{_UNITS}(?!{_OF_WHAT})",
        building.recent,
    ),
    (rf"(?i:the){GAP}{_UNITS}{GAP}(?P<reach>ahead)", building.recent),
    # a day earlier · two weeks later · the day before · the following month · that year
    (
        rf"{_ABOUT}{_NUMBER}{_HALF}{GAP}{_SHIFTED}s?{GAP}"
        rf"(?P<way>earlier|later|before|afterwards?)(?!{GAP}(?:[a-z]|[A-Z][a-z]))",
        building.shift,
    ),
    (
        rf"{_ABOUT}{_NUMBER}{_HALF}{GAP}{_SHIFTED}s?{GAP}(?P<way>earlier|later)",
        building.shift,
    ),
    (
        rf"(?i:the){GAP}{_SHIFTED}{GAP}(?P<way>before|after)(?!{GAP}[A-Za-z0-9])",
        building.shift,
    ),
    (
        rf"(?i:the|that){GAP}(?P<way>next|following|previous|preceding|same){GAP}{_SHIFTED}"
        rf"(?!s|{GAP}(?:that|as|when)\b)",
        building.shift,
    ),
    (rf"(?:[Oo]n|[Ll]ater|[Ee]arlier){GAP}(?P<at>)(?P<way>that){GAP}(?P<unit>day)", building.shift),
    (
        rf"(?P<way>[Tt]hat){GAP}(?P<unit>week|month|year|night|evening|morning)(?!s|{GAP}(?:was|is))",
        building.shift,
    ),
    # the fifth week of the war · day two · a day after the attack
    (
        rf"(?i:the){GAP}(?:{_plain(words.ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th)){GAP}"
        rf"(?:straight{GAP}|consecutive{GAP})?(?P<unit>day|week|month|year){GAP}(?:of|in){GAP}(?:the{GAP})?[a-z]{{2,20}}",
        building.counted,
    ),
    (rf"the{GAP}{_UNITS}{GAP}that{GAP}followed", building.counted),
    (
        rf"[Dd]ay{GAP}(?:{_plain(words.NUMBERS)}|[0-9]{{1,3}})(?P<unit>)(?![A-Za-z0-9])",
        building.counted,
    ),
    (
        rf"(?:{_NUMBER}|[Tt]he){GAP}{_SHIFTED}s?{GAP}(?:before|after){GAP}"
        rf"(?:the|his|her|its|their|a|he|she|they|we|it){GAP}[a-z]{{2,20}}",
        building.counted,
    ),
    # the late 1960s · the sixties · the 20th century · the seventh century BC
    (rf"(?:the{GAP})?{_EDGE}(?P<year>(?:1[0-9]|20)[0-9]0)s", building.decade),
    (rf"(?:the{GAP}){_EDGE}(?P<year>(?:1[5-9]|20)[0-9]0)['’]s", building.decade),
    (rf"the{GAP}{_EDGE}(?P<word>{_plain(words.DECADES)})(?!{GAP}of)", building.decade),
    (
        rf"(?:the{GAP})?{_EDGE}(?:(?P<number>[1-9]|1[0-9]|2[01])(?:st|nd|rd|th)"
        rf"|(?P<ordinal>{_plain(list(words.ORDINALS)[:21])})){_CENTURY}(?:{GAP}(?:{_BC}|{_AD}))?",
        building.century,
    ),
    # 776 BC · 394 AD · AD 842
    (rf"(?P<old>[1-9][0-9]{{0,3}}){GAP}?(?:{_BC}|{_AD})", building.era),
    (rf"A\.?D\.?{GAP}?(?P<old>[1-9][0-9]{{0,3}})(?![0-9])", building.era),
    # in ’96 · In 594, …
    (
        rf"(?:in|In|of|since|Since|until|early|late){GAP}(?P<at>)['‘’](?P<short>[0-9]{{2}})"
        rf"(?![0-9A-Za-z])",
        building.short_year,
    ),
    (
        rf"(?:In|in|about|until|from){GAP}(?P<at>)(?P<old>[1-9][0-9]{{2}})(?=,{GAP}[A-Za-z])",
        building.era,
    ),
    # Ramadan · last Christmas · Easter 2016
    (
        rf"(?:{_STEP}{GAP})?(?P<feast>{_FEAST})(?:,?{GAP}(?:of{GAP})?{_YEAR}|{_OF_YEAR})?",
        building.feast,
    ),
    # World War II
    (rf"(?P<period>{_plain(words.PERIODS)})", building.period),
    # 6 p.m. EST · 15:11 GMT · 2300 GMT · at noon
    (
        rf"(?P<hour>[0-2]?[0-9])(?:[:.]{_MINUTE})?[ \u00a0]?(?P<half>[ap])\.?m\b\.?{_ZONE}",
        building.clock,
    ),
    (
        rf"(?P<hour>[0-2]?[0-9])(?:[:.]{_MINUTE})?[ \u00a0]?(?P<half>[AP])\.?M\b\.?{_ZONE}",
        building.clock,
    ),
    (rf"(?P<hour>[01]?[0-9]|2[0-3]):{_MINUTE}(?::[0-5][0-9])?{_ZONE}", building.clock),
    (rf"(?P<hour>[01][0-9]|2[0-3]){_MINUTE}[ \u00a0](?:GMT|UTC)", building.clock),
    (r"(?<=at )(?P<word>noon|midday|midnight)", building.clock),
    # in 2024 · late 2016
    (rf"{_EDGE}{_YEAR}", building.written),
)  # fmt: skip

# What several patterns begin with: where any date may begin is asked of each only once.
LEADS: tuple[str, ...] = (f"{_ABOUT}{_NUMBER}{_HALF}{GAP}", f"(?:the{GAP})?{_EDGE}", _EDGE)
