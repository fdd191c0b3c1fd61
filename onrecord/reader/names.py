"""The names in an article, each as it stands there: bare words, kind, titles before it.

In: a ``Setting``. Out: ``Named`` values in the order of the text. Names come from three places,
best first: tables of known names (countries, outlets, bodies), the network's labels, and runs of
proper nouns that neither covers (these are ``weak``: taken only where something else in the article
supports them). The network's spans are repaired on the way: titles and nationalities are cut off, a
name cut in two is put together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.countries import ADJECTIVES, COUNTRIES, GROUPS, PEOPLES
from onrecord.lexicon.forenames import FORENAMES
from onrecord.model import EntityKind
from onrecord.reader.impersonal import GLUED, after_body, without_things
from onrecord.reader.named import Named
from onrecord.reader.nouns import BODY_WORDS, NOUNS, PERSON_ENDINGS, PLACE_WORDS
from onrecord.reader.outlets import BODIES, OUTLET_WORDS, OUTLETS
from onrecord.reader.setting import Setting, before_title, folded, straight
from onrecord.reader.titled import titled
from onrecord.reader.titles import (
    ARTICLE_PREFIXES,
    BESIDE,
    FIRST_SURNAMES,
    PARTICLES,
    QUALIFIERS,
    SUFFIXES,
    TITLES,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS: Final[dict[str, EntityKind]] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "NORP": "group",
}
CALENDAR: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    """
    "".split()
)
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
PRONOUN_WORDS: Final = frozenset("he she it they i we you him her them us his their who".split())
# Adjectives and party words that stand before a name and are no part of it: "Republican Donald
# Trump".
NATIONALITIES: Final = frozenset(folded(w) for w in ADJECTIVES)
PARTIES: Final = frozenset(
    "republican democrat democratic gop libertarian tory independent nonpartisan rep dem".split()
)
_TABLES: Final[tuple[tuple[Container[str], EntityKind], ...]] = (
    (COUNTRIES, "country"),
    (OUTLETS, "outlet"),
    (BODIES, "organization"),
    (PEOPLES, "group"),
)
_BEFORE_PEOPLE: Final = TITLES.keys() - PARTICLES
_OF_NO_NAME: Final = NATIONALITIES | PARTIES | QUALIFIERS
_BESIDE_NAMES: Final = TITLES.keys() | _OF_NO_NAME
_NEVER_JOINED: Final = _OF_NO_NAME | CALENDAR | BESIDE
_FOLDED_BODIES: Final = frozenset(folded(b) for b in BODIES)
_SURE_BODY_WORDS: Final = BODY_WORDS - {"church", "service", "guard", "league"}
FIRST_OF_BODIES: Final = frozenset("department ministry university bank house".split())
_CALLINGS: Final = tuple(PERSON_ENDINGS)
_ABOUT_OFFICES: Final = ("person", "organization")
_SITE: Final = re.compile(r"[\w-]+\.(?:com|org|net|info|news|tv|co\.uk|[a-z]{2})")
NATIONALITY_ENDINGS = ("ian", "ean", "can", "ese", "ish", "ani", "ari", "eli", "ovar")


def names(setting: Setting) -> tuple[Named, ...]:
    doc = setting.doc
    labelled = list(_labelled(setting))
    known = [k for k in _known(doc) if not _within_longer(k, labelled)]
    taken = {i for k in known for i in range(k.start, k.end)}
    kept = known + [n for n in labelled if taken.isdisjoint(range(n.start, n.end))]
    taken |= {i for n in kept for i in range(n.start, n.end)}
    kept += _unlabelled(setting, taken)
    ordered = sorted((titled(setting, n) for n in kept), key=lambda n: n.start)
    return tuple(without_things(setting, ordered))


def _within_longer(known: Named, labelled: list[Named]) -> bool:
    """ "Bank of Israel", "Israel Katz": the network saw a longer name around the known one."""
    return any(
        n.start <= known.start and known.end <= n.end and n.end - n.start > known.end - known.start
        for n in labelled
    )


# --- known names ---------------------------------------------------------------------------------


@cache
def _phrases() -> dict[str, list[tuple[str, str, EntityKind]]]:
    """Known names by their first word, longest first."""
    tables: tuple[tuple[dict[str, str], EntityKind], ...] = (
        (COUNTRIES, "country"),
        (OUTLETS, "outlet"),
        (BODIES, "organization"),
        ({people: people for people in PEOPLES}, "group"),
        ({group: group for group in GROUPS}, "group"),
    )
    index: dict[str, list[tuple[str, str, EntityKind]]] = defaultdict(list)
    for table, kind in tables:
        for phrase, name in table.items():
            index[_first_word(phrase)].append((phrase, name, kind))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return dict(index)


def _first_word(phrase: str) -> str:
    letters = phrase.replace("-", " ").replace("/", " ").replace("'", " ").split()[0]
    return folded(
        letters.split(".")[0] if letters.count(".") == 1 and not letters.endswith(".") else letters
    )


def _known(doc: Doc) -> Iterator[Named]:
    text = straight(doc.text)
    phrases = _phrases()
    at = 0
    for token in doc:
        rows = phrases.get(folded(token.text.split(".")[0]) or "", ()) or phrases.get(
            folded(token.text), ()
        )
        if token.idx < at or not rows:
            continue
        for phrase, name, kind in rows:
            if _stands(text, token.idx, phrase) and not (kind == "group" and token.text.islower()):
                at = token.idx + len(phrase)
                end = token.i + 1
                while end < len(doc) and doc[end].idx < at:
                    end += 1
                yield Named(token.i, end, tuple(phrase.split()), kind, token.ent_type_, name)
                break


def _stands(text: str, at: int, phrase: str) -> bool:
    loud = len(phrase) > 4 and text.startswith(phrase.upper(), at)
    end = at + len(phrase)
    return (loud or text.startswith(phrase, at)) and not text[end : end + 1].isalnum()


# --- names the network labelled ------------------------------------------------------------------


def _labelled(setting: Setting) -> Iterator[Named]:
    doc = setting.doc
    elsewhere = {i for e in doc.ents for i in range(e.start, e.end)}
    for ent in doc.ents:
        if ent.label_ not in KINDS and ent.label_ not in ("MISC", "PRODUCT"):
            continue
        start, end = ent.start, ent.end
        if KINDS.get(ent.label_) == "person":
            start, end = _completed(setting, start, end, elsewhere)
        employer = _before_calling(setting, start, end) if ent.label_ == "PERSON" else start
        start = employer + (employer > start)  # what they are to each other would blur who speaks
        start, end = _trimmed(setting, start, end, KINDS.get(ent.label_) == "person")
        if start >= end or setting.folded[start] in PRONOUN_WORDS | WEEKDAYS:
            continue
        if KINDS.get(ent.label_) in _ABOUT_OFFICES and before_title(setting, start):
            continue  # "Vermont Sen." before "Jane Roe"
        if _only_titles(setting, start, end):
            yield replace(_named(setting, start, end, "", weak=True), kind=None)
            continue
        person = after_body(setting, start, end) if ent.label_ == "ORG" else end
        yield _named(setting, start, person, ent.label_)
        if person < end:
            yield _named(setting, person, end, "PERSON")


def _before_calling(setting: Setting, start: int, end: int) -> int:
    """Where "speechwriter" stands in "Dan Holt speechwriter Jane Roe", two people, or ``start``."""
    for i in range(start + 1, end - 1):
        token = setting.doc[i]
        calling = NOUNS.get(token.text) == "unnamed" or token.text.endswith(_CALLINGS)
        if calling and token.text.islower() and token.text not in PARTICLES:
            return i
    return start


def _only_titles(setting: Setting, start: int, end: int) -> bool:
    """ "Secretary", "Israeli", "Northern": words that stand before names, taken for one."""
    keys = [setting.folded[i] for i in range(start, end) if setting.doc[i].is_alpha]
    if end - start == 1 and _SITE.fullmatch(setting.doc[start].text):
        return False
    if (end - start == 1 and setting.doc[start].pos_ == "ADJ") or _party_tag(setting, start, end):
        return True
    if len(keys) == 1 and (_is_plural_noun(keys[0]) or _before_an_office(setting, start, end)):
        return True
    return all(k in _BESIDE_NAMES for k in keys) and not _same_elsewhere(keys)


def _before_an_office(setting: Setting, start: int, end: int) -> bool:
    """ "Kestrian" in "Kestrian Defense Minister Joren Haske": a nationality no table knows.

    It looks like one, and nothing but words of an office stands between it and the title.
    """
    if end - start != 1 or not setting.folded[start].endswith(NATIONALITY_ENDINGS):
        return False
    for i in range(end, min(end + 4, len(setting.doc))):
        if setting.folded[i] in TITLES:
            return True
        if not (setting.folded[i] in QUALIFIERS or setting.doc[i].pos_ in ("PROPN", "ADJ")):
            return False
    return False


def _is_plural_noun(key: str) -> bool:
    """ "Delegates" at the start of a sentence, taken for a name."""
    one = key.removesuffix("s")
    return one != key and one in NOUNS


def _party_tag(setting: Setting, start: int, end: int) -> bool:
    """ "(D-Calif.)"."""
    letter, mark = setting.doc[start].text, setting.doc[min(start + 1, end - 1)].text
    return letter in ("D", "R", "I") and mark == "-"


def _same_elsewhere(keys: list[str]) -> bool:
    """Bodies whose name is made of such words ("White House", "Senate") are names all the same."""
    return " ".join(keys) in _FOLDED_BODIES


def _completed(setting: Setting, start: int, end: int, taken: set[int]) -> tuple[int, int]:
    """A name the network cut off: neighbouring proper nouns that belong to nothing else are
    joined on."""
    doc = setting.doc
    while start > 0 and start - 1 not in taken and _joins(setting, start - 1):
        start -= 1
    while end < len(doc) and end not in taken and _joins(setting, end):
        end += 1
    return start, _hyphened(setting, start, end, taken)


def _hyphened(setting: Setting, start: int, end: int, taken: set[int]) -> int:
    """Where "Suleiman al-Amr" and "Wong Kwok-hing" end, of which the network saw the beginning."""
    doc = setting.doc
    rest = doc[end : end + 3]
    if len(rest) == 3 and rest[1].text == "-" and f"{setting.folded[end]}-" in ARTICLE_PREFIXES:
        return end + 3 if rest[2].text[:1].isupper() and end not in taken else end
    dash = end - 1 if doc[end - 1].text == "-" else end
    syllable = doc[dash + 1].text if dash + 1 < len(doc) and doc[dash].text == "-" else ""
    eastern = setting.folded[start] in FIRST_SURNAMES and dash - start == 2
    whole = syllable.islower() and 1 < len(syllable) < 6 and not doc[dash - 1].whitespace_
    return dash + 2 if eastern and whole and dash + 1 not in taken else end


def _joins(setting: Setting, i: int) -> bool:
    token = setting.doc[i]
    key = setting.folded[i]
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and (key not in TITLES or key in SUFFIXES)
        and key not in _NEVER_JOINED
        and key not in NOUNS
        and setting.sentence[i] == setting.sentence[min(i + 1, len(setting.doc) - 1)]
    )


def _trimmed(setting: Setting, start: int, end: int, person: bool) -> tuple[int, int]:
    """Without articles, marks, "'s"; for a person also without titles and nationality before
    the name."""
    doc, keys = setting.doc, setting.folded
    if person:
        # "Gen." inside a name would be a title; "King" at its end is a surname
        cuts = [i for i in range(start, end - 1) if keys[i].lstrip("-") in _BEFORE_PEOPLE]
        while cuts and cuts[-1] == end - 2 and keys[end - 1] == "." and len(cuts) == 1:
            cuts.pop()
        first_names = [i for i in range(start, end) if keys[i] in FORENAMES]
        cuts = [i for i in cuts if not first_names or i < first_names[0] or i == start]
        if end - start == 2 and cuts and first_names[:1] == [start]:
            cuts = [] if _is_first_name(setting, start) else cuts
        start = max(cuts) + 1 if cuts else start
        while (
            end - start > 2 and NOUNS.get(keys[start]) == "unnamed" and keys[start] not in FORENAMES
        ):
            start += 1  # "Rival Hillary Roe" at the start of a sentence
        while start < end - 1 and keys[start] in _OF_NO_NAME:
            start += 1
        if end - start > 2 and start and keys[start - 1] == "of" and doc[start].text in COUNTRIES:
            start += 1  # "the president of Kestria Jane Roe"
    while start < end and (
        doc[start].is_punct
        or (end - start > 1 and GLUED.match(doc[start].text))
        or doc[start].is_space
        or keys[start] in ("the", "a", "an", ".")
        or (end - start > 2 and keys[start] in BESIDE and keys[start] not in FORENAMES)
    ):
        start += 1
    while end > start and (
        doc[end - 1].is_space or keys[end - 1] in ("'s", "'", ",", "(", "-", '"', "”", "“")
    ):
        end -= 1
    return start, end


def _is_first_name(setting: Setting, at: int) -> bool:
    """Whether "Dean" in "Dean Roe" is what Roe is called: no Roe of another first name is there."""
    family = setting.folded[at + 1]
    full = (e for e in setting.doc.ents if e.label_ == "PERSON" and e.end - e.start > 1)
    ends = ((setting.folded[e.start], setting.folded[e.end - 1]) for e in full)
    return all(first == setting.folded[at] for first, last in ends if last == family)


def _named(setting: Setting, start: int, end: int, label: str, weak: bool = False) -> Named:
    text = straight(setting.doc[start:end].text)
    words = tuple(w for w in text.split() if any(c.isalnum() for c in w)) or (text,)
    words = (words[0].lstrip("-") or words[0], *words[1:])  # "-President Roe", signing a message
    words = (*words[:-1], words[-1].removesuffix("'s").rstrip("'") or words[-1])
    named = Named(start, end, words, KINDS.get(label), label, weak=weak)
    return replace(named, kind=_kind(named), known=_tabled(named))


def _tabled(named: Named) -> str:
    text = named.text
    return COUNTRIES.get(text) or OUTLETS.get(text) or BODIES.get(text) or ""


def _kind(named: Named) -> EntityKind | None:
    """What the words themselves say, before the label: a "Committee" is a body whatever the
    network says."""
    text, keys = named.text, named.keys
    for table, kind in _TABLES:
        if text in table:
            return kind
    if len(keys) > 1 and named.label != "PERSON":
        if keys[-1] in OUTLET_WORDS and keys[-1] not in BODY_WORDS:
            return "outlet"
        if keys[-1] in BODY_WORDS or keys[0] in FIRST_OF_BODIES:
            return "organization"
        if keys[-1] in PLACE_WORDS:
            return "place"
    if _SITE.fullmatch(text):
        return "outlet"
    if len(keys) > 1 and keys[-1] in _SURE_BODY_WORDS:
        return "organization"
    if named.label in ("", "MISC", "PRODUCT"):
        return "person" if len(keys) in (2, 3) and keys[0] in FORENAMES else None
    return KINDS.get(named.label)


# --- runs of proper nouns that nobody labelled ---------------------------------------------------


def _unlabelled(setting: Setting, taken: set[int]) -> list[Named]:
    doc = setting.doc
    taken = taken | {i for e in doc.ents for i in range(e.start, e.end)}
    found = []
    i = 0
    while i < len(doc):
        end = i
        while end < len(doc) and end not in taken and _continues(setting, i, end):
            end += 1
        if end > i:
            found += _run(setting, i, end)
        i = max(end, i + 1)
    return found


def _continues(setting: Setting, start: int, i: int) -> bool:
    token, key = setting.doc[i], setting.folded[i]
    if token.pos_ == "PROPN" and token.text[:1].isupper() and key not in CALENDAR:
        return i == start or setting.sentence[i] == setting.sentence[start]
    linked = i > start and i + 1 < len(setting.doc) and setting.doc[i + 1].pos_ == "PROPN"
    return linked and (key == "-" or key in PARTICLES) and setting.folded[start] not in TITLES


def _run(setting: Setting, start: int, end: int) -> list[Named]:
    keys = setting.folded
    while start < end and (keys[start] in _BESIDE_NAMES or keys[start] in (".", "-")):
        start += 1
    start, end = _trimmed(setting, start, end, False)
    if start >= end or setting.doc[start].text.islower():
        return []
    return [_named(setting, start, end, "", weak=True)]
