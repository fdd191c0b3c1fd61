"""Who: the people, bodies, countries and unnamed sources of one article, each with all its
mentions.

In: what the network says of an article. Out: a ``Cast``: its entities, and for any source passage
the entity it names. The order is names, then the offices and appositions around them, then
descriptions, then pronouns; what cannot be told stays without an entity. Every step is its own
module; here they meet."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.given_names import GIVEN
from onrecord.model import Article, Entity, EntityKind, Mention, Passage, identify, passage
from onrecord.reader.antecedents import SHIPPED, Antecedents, Ranker
from onrecord.reader.callings import called
from onrecord.reader.descriptions import NATION, Covered, Described, described, phrase
from onrecord.reader.mentions import Mentions, Placed
from onrecord.reader.named import Named
from onrecord.reader.names import CALENDAR, names
from onrecord.reader.namesakes import namesakes
from onrecord.reader.nouns import SAME_PLACE, SEX
from onrecord.reader.pronouns import Pronoun, pronouns
from onrecord.reader.referents import Referent, Spot
from onrecord.reader.roles import Role, office, roles, tag, with_vice
from onrecord.reader.setting import NOWHERE, Setting, setting
from onrecord.reader.titles import OFFICES, RANKS
from onrecord.reader.told import Descriptions

if TYPE_CHECKING:
    from onrecord.reader.labels import Labelled

OFFICE_NOUNS: Final = frozenset(noun for noun, _ in (RANKS | OFFICES).values())
# Two words that make one office: "the premier" and "the prime minister" are one, a "vice president"
# is no president.
COMPOUND_OFFICES: Final = {
    ("prime", "minister"): "premier",
    ("vice", "president"): "vice-president",
    ("attorney", "general"): "attorney-general",
    ("secretary", "general"): "secretary-general",
    ("chief", "executive"): "ceo",
    ("press", "secretary"): "spokesperson",
}


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of one article. ``at`` finds the one that the characters [start, end) name
    as a source."""

    entities: tuple[Entity, ...]
    _setting: Setting | None = field(default=None, repr=False, compare=False)
    _mentions: Mentions | None = field(default=None, repr=False, compare=False)
    _by_referent: dict[int, Entity] = field(default_factory=dict, repr=False, compare=False)
    _asked: dict[tuple[int, int], Referent | None] = field(
        default_factory=dict, repr=False, compare=False
    )  # a statement asks for its source some five times

    def at(self, start: int, end: int) -> Entity | None:
        """The entity named, described or meant by a pronoun there; None if none is, or it
        cannot be told."""
        referent = self._referent(start, end)
        return None if referent is None else self._by_referent.get(id(referent))

    def people(self, start: int, end: int) -> bool:
        """Whether nobody is meant there but people who are not named, of several kinds or one."""
        if self._setting is None or self._mentions is None:
            return False
        about = self._referent(start, end)
        if about is not None:
            return about.unnamed_people
        found = self._mentions.all_about(*self._setting.tokens(start, end))
        return bool(found) and all(r is not None and r.unnamed_people for r in found)

    def _referent(self, start: int, end: int) -> Referent | None:
        if self._setting is None or self._mentions is None:
            return None
        if (start, end) not in self._asked:
            self._asked[start, end] = self._mentions.about(*self._setting.tokens(start, end))
        return self._asked[start, end]


def cast(labelled: Labelled, article: Article, ranker: Ranker = SHIPPED) -> Cast:
    here = setting(labelled)
    told = _Telling(here, ranker)
    mentions = told.mentions()
    wanted = told.wanted(mentions)
    names = {id(r): called(here, r, told.meant) for r in wanted}
    made = [(r, _entity(here, article, r, names[id(r)])) for r in wanted]
    made.sort(key=lambda pair: (pair[1].mentions[0].start, pair[1].id))
    return Cast(tuple(e for _, e in made), here, mentions, {id(r): e for r, e in made})


class _Telling:
    """The steps, in order; each leaves spots at the referents it told."""

    def __init__(self, here: Setting, ranker: Ranker = SHIPPED) -> None:
        self.here = here
        self.ranker = ranker
        self.undecided: list[Spot] = []
        self.namesakes: dict[str, Referent] = {}  # surname -> whichever of them it is
        self.sources = frozenset(i for a in here.attributions if a.source for i in range(*a.source))
        self.referents: list[Referent] = []
        self.meant: dict[int, Referent] = {}  # possessive pronouns
        self._names()
        self._descriptions()
        self._pronouns()

    # --- names -----------------------------------------------------------------------------------

    def _names(self) -> None:
        found = names(self.here)
        told = namesakes(found, acronyms(self.here, found))
        for named, referent in zip(found, told.of, strict=True):
            if referent is None:
                spot = _spot(self.here, named, [])
                if not named.weak or self.sources & set(range(named.start, named.end)):
                    self.undecided.append(spot)
                if named.kind == "person":
                    self._one_of_them(named, spot)
                continue
            said = list(roles(self.here, named)) if referent.kind == "person" else []
            referent.affiliations |= tag(self.here, named) if referent.kind == "person" else set()
            referent.spots.append(_spot(self.here, named, said))
            for role in said:
                self._take_role(referent, role)
            if not said:
                _take_titles(referent, named)
        self.referents = told.referents
        for referent in self.referents:
            referent.leaning = _leaning(referent)

    def _one_of_them(self, named: Named, spot: Spot) -> None:
        """ "Roe" where two are called so: competes for "he", and if it wins, nobody is told."""
        one = self.namesakes.setdefault(named.keys[-1], Referent("person"))
        one.names.append(named)
        one.spots.append(spot)

    def _take_role(self, referent: Referent, role: Role) -> None:
        span = (role.start, role.end)
        if span not in referent.roles:
            referent.roles.append(span)
        words = self.here.folded[role.start : role.end]
        referent.affiliations.update(SAME_PLACE.get(w, NATION.get(w, w)) for w in words)
        referent.offices.add(_office(words, role))
        referent.sex = referent.sex or SEX.get(role.noun, "")

    # --- descriptions ----------------------------------------------------------------------------

    def _descriptions(self) -> None:
        covered = Covered(self.referents)
        found = described(self.here, covered, self.sources)
        told = Descriptions(self.here, self.referents, covered).tell(found)
        for one in found:
            if told.of.get(one.head) is None:
                self.undecided.append(_described_spot(one))
        self.referents += told.referents
        self.idle = told.idle
        self.things = list(_things(self.here, covered, {d.head for d in found}))

    # --- pronouns --------------------------------------------------------------------------------

    def _pronouns(self) -> None:
        self.speaker = self._speakers()
        weigh = Antecedents(self.here, self.antecedents(), self.speaker, self.ranker)
        for pronoun in pronouns(self.here):
            referent = self._meant(weigh, pronoun)
            if referent is None or not self._tells(referent):
                self.undecided.append(_single(pronoun.at))
            elif pronoun.possessive:
                self.meant[pronoun.at] = referent

    def _tells(self, referent: Referent) -> bool:
        return referent.kind is not None and all(r is not referent for r in self.namesakes.values())

    def antecedents(self) -> list[tuple[Spot, Referent]]:
        """The mentions a pronoun may take up."""
        everyone = (*self.referents, *self.things, *self.namesakes.values())
        return [
            (s, r) for r in everyone for s in r.spots if s.form == "name" or s.head not in self.idle
        ]

    def _meant(self, weigh: Antecedents, pronoun: Pronoun) -> Referent | None:
        if pronoun.sort in ("he", "they", "it"):
            return weigh.told(pronoun).referent
        referent = (
            self._relative(pronoun) if pronoun.sort == "relative" else self._first_person(pronoun)
        )
        if referent is not None:
            weigh.put(pronoun, referent)
        return referent

    def _speakers(self) -> dict[int, Referent]:
        """Attribution -> its source's referent, as far as names and descriptions tell."""
        self.nominal = self.mentions()  # all but pronouns
        found = {}
        for k, a in enumerate(self.here.attributions):
            referent = self.nominal.about(*a.source) if a.source else None
            if referent is not None:
                found[k] = referent
        return found

    def _first_person(self, pronoun: Pronoun) -> Referent | None:
        """ "I" in a quotation is who speaks it; outside one it is nobody the article names."""
        k = self.here.content[pronoun.at]
        if self.here.quotation[pronoun.at] == NOWHERE or k == NOWHERE:
            return None
        referent = self.speaker.get(k)
        if referent is None or (pronoun.sort == "i" and referent.plural):
            return None
        return referent

    def _relative(self, pronoun: Pronoun) -> Referent | None:
        """ "Doe, who said …": what the relative clause hangs on."""
        token = self.here.doc[pronoun.at]
        clause = token
        while clause.dep_ not in ("acl:relcl", "ROOT") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ != "acl:relcl" or pronoun.at not in self.sources:
            return None
        return self.nominal.about(*_up_to(clause.head.i, pronoun.at))

    # --- what was told ---------------------------------------------------------------------------

    def _placed(self) -> Iterator[Placed]:
        for referent in self.referents:
            for spot in referent.spots:
                yield Placed(spot, referent)
        for spot in self.undecided:
            yield Placed(spot, None)

    def mentions(self) -> Mentions:
        return Mentions(self.here, self._placed())

    def wanted(self, mentions: Mentions) -> list[Referent]:
        """Whatever has a name, and the descriptions that are a source of something."""
        spoken = {id(mentions.about(*a.source)) for a in self.here.attributions if a.source}
        return [r for r in self.referents if r.spots and (_worth(r) or id(r) in spoken)]


def _up_to(head: int, relative: int) -> tuple[int, int]:
    """The head of the relative clause, wherever the parse has it."""
    return min(head, relative - 1), max(head + 1, relative)


def _worth(referent: Referent) -> bool:
    return referent.named and any(not n.weak for n in referent.names)


def _single(i: int) -> Spot:
    return Spot(i, i + 1, i, i, i + 1, "pronoun", (i,))


def _described_spot(one: Described) -> Spot:
    return Spot(one.core[0], one.core[1], one.head, one.low, one.high, "description", (one.head,))


def _things(here: Setting, covered: Covered, taken: set[int]) -> Iterator[Referent]:
    """Nouns that are nobody: they compete for "it" and "they", and if they win, nobody is meant."""
    for token in here.doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in taken or token.i in covered.name:
            continue
        if here.folded[token.i] in CALENDAR or token.ent_type_ == "DATE":
            continue
        if token.i in covered.role or token.dep_ in ("compound", "flat", "amod", "nmod:desc"):
            continue
        low, high = phrase(token)
        plural = token.text.endswith("s") and not token.text.endswith("ss")
        spot = Spot(token.i, token.i + 1, token.i, low, high, "description", (token.i,))
        yield Referent(None, plural=plural, noun=here.folded[token.i], spots=[spot])


def _leaning(referent: Referent) -> str:
    """ "Rachel", of whom no more is said: the sex her name has as a first name."""
    if referent.kind != "person" or any(len(n.words) > 1 for n in referent.names):
        return ""
    return GIVEN.get(referent.names[0].keys[0], "") if referent.names else ""


# --- names: where they stand ---------------------------------------------------------------------


def _spot(here: Setting, named: Named, said: Sequence[Role]) -> Spot:
    head = _head(here, named)
    near = [r for r in said if r.end >= named.start - 2 and r.start <= named.end + 1]
    low = min([named.start, *(r.start for r in near)])
    high = max([named.end, *(r.end for r in near)])
    if low and here.doc[low - 1].pos_ == "PRON" and here.doc[low - 1].dep_ == "nmod:poss":
        low -= 1  # "her aunt Mary Roe": she is not Mary Roe
    if here.doc[head].dep_ not in ("compound", "amod"):
        high = max(high, phrase(here.doc[head])[1])
    anchors = tuple(i for r in near for i in range(r.start, r.end) if office(here.folded[i]))
    return Spot(named.start, named.end, head, low, high, "name", anchors)


def _head(here: Setting, named: Named) -> int:
    """The token of the name that hangs outside it."""
    for token in here.doc[named.start : named.end]:
        if not named.start <= token.head.i < named.end or token.head.i == token.i:
            return int(token.i)
    return named.end - 1


def _take_titles(referent: Referent, named: Named) -> None:
    """Titles that stand in no role passage: "Sens. Roe and Doe"."""
    titles = named.titles
    pairs = {COMPOUND_OFFICES.get((b, a)) for a, b in itertools.pairwise(titles)} - {None}
    referent.offices.update(p for p in pairs if p)
    if not pairs:
        referent.offices.update(t for t in titles if t in OFFICE_NOUNS)


def _office(words: Sequence[str], role: Role) -> str:
    for pair in itertools.pairwise(words):
        if pair in COMPOUND_OFFICES and role.noun in (*pair, COMPOUND_OFFICES[pair]):
            return with_vice(COMPOUND_OFFICES[pair], words)
    return with_vice(role.noun, words)


def acronyms(here: Setting, found: Sequence[Named]) -> dict[int, str]:
    """ "Federal Aviation Administration (FAA)": name number -> the bracketed acronym, folded."""
    given = {}
    doc = here.doc
    for k, named in enumerate(found):
        i = named.end
        if (
            i + 2 < len(doc)
            and doc[i].text == "("
            and doc[i + 2].text == ")"
            and len(named.words) > 1
        ):
            word = doc[i + 1].text
            if word.isupper() and 1 < len(word) < 8 and word[0].casefold() == named.keys[0][0]:
                given[k] = here.folded[i + 1]
    return given


# --- entities ------------------------------------------------------------------------------------


def _entity(here: Setting, article: Article, referent: Referent, name: str) -> Entity:
    spots = sorted(referent.spots, key=lambda s: (s.start, s.end))
    mentions = [_mention(here, article, s) for s in spots]
    kind: EntityKind = referent.kind or "organization"
    spans = sorted(set(referent.roles))
    return Entity(
        identify("ent", article.id, name, kind, mentions[0].start),
        name,
        kind,
        tuple(_passage(here, article, a, b) for a, b in spans),
        tuple(
            sorted(
                {*mentions, *_role_mentions(here, article, spans)}, key=lambda m: (m.start, m.end)
            )
        ),
    )


def _mention(here: Setting, article: Article, spot: Spot) -> Mention:
    p = _passage(here, article, spot.start, spot.end)
    return Mention(p.start, p.end, p.text, spot.form)


def _role_mentions(
    here: Setting, article: Article, spans: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    for a, b in spans:
        p = _passage(here, article, a, b)
        yield Mention(p.start, p.end, p.text, "role")


def _passage(here: Setting, article: Article, first: int, last: int) -> Passage:
    tokens = here.doc[first:last]
    return passage(article.text, tokens.start_char, tokens.end_char)
