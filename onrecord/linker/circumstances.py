"""What surrounds an event or a figure in its article: the sentence, who and what is named there,
where, on what day, and what sort of thing happened.

In: a reading and an entry's passage. Out: ``Circumstances``, ready to become part of a form.
Whoever tells of it (a ministry, an agency, an unnamed official) is not a circumstance of what is
told.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.calendar import expressions, resolve
from onrecord.linker.days import Window, window
from onrecord.linker.happenings import sorts
from onrecord.linker.sentences import sentence_starts
from onrecord.linker.spots import Spot, own
from onrecord.model import Figure, Passage, Place, Reading, Statement, When

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d,.]*\d|\d")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\.[A-Z])?|\b(?:[A-Z]\.){2,}")
_NO_NAMES = frozenset(  # capitals that name nothing in particular
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sept sep
    oct nov dec the a an in on at mr mrs ms dr col gen president minister prime king queen sen
    rep lt north south east west northern southern eastern western central new old san santa
    saint st al el la le los las de city town village county district province state states
    region strip governorate oblast republic united university hospital airport river bridge
    street avenue road square islamic national international army forces force defense defence
    ministry government police party court house of and lake highway expressway freeway
    interstate federal port sea gulf bay island islands mount mountain mountains valley great
    department prefecture metropolitan area center centre camp base station school church mosque
    market hotel park field pradesh carolina democratic general first second
    """.split()
)
_WIDE = """
us | american americans u.s us usa
uk | british britons u.k uk britain england english
france | french
china | chinese
spain | spanish spaniards
netherlands | dutch
turkey | turkish turks türkiye
germany | german germans
denmark | danish danes
sweden | swedish swedes
poland | polish poles
greece | greek greeks
thailand | thai thais
switzerland | swiss
philippines | filipino filipinos philippine
niger | nigerien niger
nigeria | nigerian nigerians nigeria
palestine | palestinian palestinians
lebanon | lebanese
afghanistan | afghan afghans
japan | japanese
israel | israelis
mexico | mexican mexicans mexico
morocco | moroccan moroccans morocco
peru | peruvian peruvians peru
congo | congolese congo
norway | norwegian norwegians norway
finland | finnish finns finland
ireland | irish ireland
belgium | belgian belgians belgium
portugal | portuguese portugal
cyprus | cypriot cypriots cyprus
iceland | icelandic icelanders iceland
"""
_IRREGULAR = {
    word: name.strip()
    for name, words in (line.split("|") for line in _WIDE.strip().splitlines())
    for word in words.split()
}
_PEOPLE_OF = re.compile(r"(?<=\w{4})(?:ians?|ans?|is?|ese|ish|ites?)$")
_LOCATED = re.compile(  # "in the town of", "across the bridge at", "off the coast of"
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]cross|[Aa]round|[Oo]n|[Oo]ff|[Ii]nside|[Tt]hroughout)"
    r"(?: (?:the|a|an|both))?"
    r"(?: [a-z-]+){0,3}?(?: (?:of|at|in|from))?\s+$"
)
_CALENDAR = re.compile(r"yesterday|last (?:week|month)|earlier this week", re.IGNORECASE)
_DATED = re.compile(r"\d|day|\bago\b|\blast\b|\bweek\b")  # what has none of these names no day
_OPENING = re.compile(r"(?:[.!?:;|\n]|[\"“‘„«(])\s*$")  # a capital here need not be a name
_HOSPITAL = re.compile(r"(?:'s|’s)?(?: \w+)? hospital", re.IGNORECASE)
_DULL = frozenset(  # words of a sentence that any sentence may have
    "the and for that with from this have has had was were are been being said says say told after"
    " before over into their they them his her its who which when where while than more most some"
    " also other others about against between during under upon there would could will not but two"
    " three four five six seven eight nine ten one people person reported reports report least many"
    " year years day days according include including killed killing kills kill dead death deaths"
    " injured injuring wounded wounding".split()
)
MOST_NAMES, MOST_WORDS, _STORY = 16, 18, 12
_WORLDWIDE = re.compile(r"\b(?:worldwide|globally|(?:around|across) the (?:world|globe))\b")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """``place`` and ``names`` are single words of names; ``wide`` those of countries and peoples,
    which say little; ``story`` are words of names that title and lead give; ``words`` the other
    words of the sentence.
    """

    sentence: str
    place: tuple[str, ...]
    names: tuple[str, ...]
    wide: tuple[str, ...]
    story: tuple[str, ...]
    sorts: tuple[str, ...]
    words: tuple[str, ...]
    day: Window | None
    published: Window | None


class Surroundings:
    """An article's sentences and names, read once for all its entries."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.article = reading, reading.article
        self.starts = sentence_starts(self.article.text)
        self.countries = frozenset(
            stem for e in reading.entities if e.kind == "country" for stem in stems(e.name)
        )
        self.statements = {s.id: s for s in reading.statements}
        self.unnamed = frozenset(e.id for e in reading.entities if e.kind == "unnamed")
        self.people = frozenset(e.id for e in reading.entities if e.kind == "person")
        self._mentions = sorted(
            ((m.start, m.end, e) for e in reading.entities for m in e.mentions if m.form == "name"),
            key=lambda m: m[:2],
        )
        self._counts = sorted(reading.figures, key=_start)
        self._named = sorted(self._all_names(), key=lambda named: named[0])
        self._at = [at for at, _ in self._named]
        self._days: dict[int, list[tuple[int, Window]]] = {}
        self._lead = self._first()

    def around(
        self,
        passage: Passage,
        place: Place | None,
        when: When,
        told: Iterable[Passage] = (),
        beside: Iterable[Passage] = (),
    ) -> Circumstances:
        """What surrounds an entry; ``told`` are the words that name whoever tells of it, ``beside``
        other counts of the sentence, which have places of their own.
        """
        start, end = self.sentence(passage)
        text = self.article.text[start:end]
        named, wide = self._names(start, end, tuple(told))
        spots = self._spots(start, end)
        mine = own(self.article.text, spots, passage, beside)
        if len(mine) < len(spots):  # what is of another count is none of its circumstances
            others = {w for each in spots if each not in mine for w in each.words}
            others -= {w for each in mine for w in each.words}
            named, wide, place = named - others, wide - others, None
        if _WORLDWIDE.search(text):
            wide |= {"world"}
        spot = self._place(place, mine)
        story, _ = self._lead
        return Circumstances(
            sentence=text,
            place=_few(spot),
            names=_few(named - spot),
            wide=_few(wide),
            story=_few(story, 2 * MOST_NAMES),
            sorts=tuple(sorted(sorts(text))),
            words=_few(content(text) - named - wide, MOST_WORDS),
            day=window(when.edtf) or self._day(start, end, passage.start),
            published=window(self.article.published.edtf),
        )

    def sentence(self, passage: Passage) -> tuple[int, int]:
        """The ends of the sentence a passage begins in."""
        number = bisect_right(self.starts, passage.start)
        end = self.starts[number] if number < len(self.starts) else len(self.article.text)
        return self.starts[number - 1], max(end, passage.end)

    def figures(self, start: int, end: int) -> list[Figure]:
        """The figures between two places of the text, in order."""
        first, last = (bisect_left(self._counts, at, key=_start) for at in (start, end))
        return self._counts[first:last]

    def named_before(self, passage: Passage) -> tuple[str, ...]:
        """Words of the names that the two sentences before give."""
        number = bisect_right(self.starts, passage.start)
        first = self.starts[max(0, number - 3)]
        return _few(self._names(first, self.starts[number - 1])[0])

    def before(self, passage: Passage) -> str:
        """The sentence before that of a passage; empty where there is none."""
        number = bisect_right(self.starts, passage.start)
        return self.article.text[self.starts[number - 2] : self.starts[number - 1]] * (number > 1)

    def _names(
        self, start: int, end: int, told: tuple[Passage, ...] = ()
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Words of names between two places of the text, and those of countries among them."""
        first, last = bisect_left(self._at, start), bisect_left(self._at, end)
        found = frozenset(
            word for at, words in self._named[first:last] if not _in(at, told) for word in words
        )
        wide = found & (self.countries | _COUNTRY_STEMS)
        return found - wide, wide

    def _all_names(self) -> Iterator[tuple[int, frozenset[str]]]:
        """Where the text names something, and the words of the name: mentions of entities, and
        words with a capital where no sentence begins. Hospitals are where the wounded lie.
        """
        text = self.article.text
        for first, last, entity in self._mentions:
            if entity.kind not in _TELLERS and not _HOSPITAL.match(text, last):
                full = stems(entity.name) if entity.kind == "country" else ()
                yield first, frozenset((*full, *stems(text[first:last])))
        opening = frozenset(self.starts)
        for match in _NAME.finditer(text):
            at = match.start()
            opens = at in opening or _OPENING.search(text, max(0, at - 6), at)
            if not opens and not _HOSPITAL.match(text, match.end()):
                yield at, frozenset(stems(match[0]))

    def _place(self, place: Place | None, spots: Iterable[Spot]) -> frozenset[str]:
        """Words of the place given, and of those the sentence says something is in."""
        found = set(stems(place.name)) if place else set()
        found.update(word for spot in spots for word in spot.words)
        return frozenset(found) - self.countries - _COUNTRY_STEMS

    def _spots(self, start: int, end: int) -> list[Spot]:
        """The places that the text between two places of it says something is in, in order; that
        with which the article begins: "Brell bridge collapses, dozens dead".
        """
        text, last_end = self.article.text, -9
        found: list[Spot] = []
        number = bisect_left(self._mentions, (start,), key=lambda m: m[:1])
        for first, last, entity in self._mentions[number:]:
            if first >= end:
                break
            if entity.kind not in ("place", "country") or _HOSPITAL.match(text, last):
                continue
            listed = 0 <= first - last_end <= 3 and text[last_end:first].strip() in (",", "")
            words = frozenset(stems(text[first:last]))
            if listed:  # "in Brell, Kestria"
                found[-1] = Spot(found[-1].start, found[-1].words | words)
            elif not first or _LOCATED.search(text, max(start, first - 60), first):
                found.append(Spot(first, words))
            else:
                continue
            last_end = last
        return found

    def _day(self, start: int, end: int, at: int) -> Window | None:
        """The day, or the days, that the sentence names nearest to a place in it: "Friday's missile
        strike", "an assault in August 2018".
        """
        dates = self._dates(start, end)
        near = min(dates, key=lambda date: abs(date[0] - at), default=None)
        return near[1] if near else None

    def _dates(self, start: int, end: int) -> list[tuple[int, Window]]:
        if start not in self._days:
            text, published = self.article.text[start:end], self.article.published.edtf
            said = expressions(text) if _DATED.search(text) else ()
            days = [
                (start + s.start, window(resolve(s, published).edtf))
                for s in said
                if s.kind in ("date", "ago") or _CALENDAR.fullmatch(text[s.start : s.end])
            ]
            self._days[start] = [(at, day) for at, day in days if day]
        return self._days[start]

    def sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences that begin between two places of the text, the one around the first too."""
        first = max(0, bisect_right(self.starts, start) - 1)
        ends = [*self.starts[1:], len(self.article.text)]
        return [(a, b) for a, b in zip(self.starts[first:], ends[first:], strict=True) if a < end]

    def moves(self, start: int, end: int, place: Iterable[str]) -> bool:
        """Whether a sentence after the first between two places of the text tells of another
        place."""
        after = [self._place(None, self._spots(*e)) for e in self.sentences(start, end)[1:]]
        return any(spot and not spot & set(place) for spot in after)

    def _first(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names the article begins with, and those it names most."""
        body = [p for p in self.article.parts if p.kind in ("body", "lead")]
        start = body[0].start if body else 0
        named, wide = self._names(start, start + 300)
        often = Counter(e.name for _, _, e in self._mentions if e.kind not in _TELLERS)
        most = sorted(often.items(), key=lambda item: (-item[1], item[0]))[:_STORY]
        found = named | {w for name, times in most if times > 1 for w in stems(name)}
        printers = {
            w for n in (self.article.publisher, *self.article.agencies) for w in stems(n or "")
        }
        return frozenset(found) - wide - self.countries - _COUNTRY_STEMS - printers, wide


def _start(figure: Figure) -> int:
    return figure.passage.start


_TELLERS = frozenset(("outlet", "unnamed", "document"))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word of a name as it is compared: without case, accents, possessive, or the ending of a
    people, so that "Kestria" and "Kestrian" meet.
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).encode("ascii", "ignore").decode()
    plain = plain.lower().removesuffix("'s").strip(".'-")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    short = _PEOPLE_OF.sub("", plain)
    cut = short[:6] if short != plain or plain.endswith(("a", "e", "y")) else plain
    return cut.rstrip("aeiy") if len(cut.rstrip("aeiy")) > 2 else cut


def stems(name: str) -> Iterator[str]:
    """The words of a name that name something, as they are compared."""
    if name in ("United States", "United States of America"):
        yield "us"
        return
    if name in ("United Kingdom", "Great Britain"):
        yield "uk"
        return
    for word in _NAME.findall(name):
        for piece in re.split(r"-(?=[A-Z])", word):
            if piece.lower().strip(".'’").removesuffix("'s") not in _NO_NAMES and len(piece) > 1:
                yield stem(piece)


_COUNTRY_STEMS = frozenset(
    stem(word)
    for word in "Israel Palestine Gaza Russia Ukraine Iran Iraq Syria Lebanon Yemen China India "
    "Pakistan Afghanistan Sudan Somalia Ethiopia Nigeria Niger Mali France Germany Spain Italy "
    "Turkey Egypt Jordan Libya Kenya Congo Myanmar Thailand Indonesia Philippines Japan Korea "
    "Taiwan Mexico Brazil Colombia Venezuela Argentina Chile Peru Ecuador Canada Australia "
    "American British Poland Greece Qatar Kuwait Bahrain Saudi Houthi Hamas Hezbollah Taliban "
    "Europe European Africa African Asia Bangladesh Nepal".split()
) | {"us", "uk"}


def content(text: str) -> frozenset[str]:
    """The words of a text that say something, shortened to what their forms share."""
    return frozenset(
        short
        for word in _WORD.findall(text[:1].lower() + text[1:])
        if len(word) > 3 and word[0].islower() and (low := word.lower()) not in _DULL
        for short in (_root(low),)
    )


def _root(word: str) -> str:
    """Crude, and enough to tell "bombed the markets" and "a bomb in a market"."""
    for ending in ("ings", "ing", "ers", "ies", "ed", "es", "er", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: len(word) - len(ending)]
    return word


def tellers(statement: Statement | None) -> tuple[Passage, ...]:
    """The words that name whoever made a statement or passed it on."""
    if statement is None:
        return ()
    relays = tuple(relay.passage for relay in statement.via)
    return (*relays, statement.source) if statement.source else relays


def _in(at: int, passages: Iterable[Passage]) -> bool:
    return any(p.start <= at < p.end for p in passages)


def _few(words: Iterable[str], most: int = MOST_NAMES) -> tuple[str, ...]:
    return tuple(sorted(words)[:most])
