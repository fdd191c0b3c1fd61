"""A head token in, the ``Party`` out: the words of its phrase, and whom they mean.

The phrase is the noun with what stands before it and its "of" and "from" phrases, without relative
clauses, participles and what is coordinated. A name or a pronoun is called by its entity's name, a
description by its own words; a pronoun nobody resolves is nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from onrecord.lexicon.countries import ADJECTIVES
from onrecord.model import Entity, Party
from onrecord.reader.cues import table
from onrecord.reader.events.governing import COUNTED, SUBJECTS, misread
from onrecord.reader.events.owners import HYPHENS
from onrecord.reader.grammar import Grammar
from onrecord.reader.labels import TokenSpan
from onrecord.reader.scene import Scene

BEFORE: Final = table(
    """
    det det:predet amod compound nummod nmod:poss nmod:desc nmod nmod:unmarked flat advmod goeswith
    """
)
AFTER: Final = table("flat flat:foreign fixed goeswith compound nummod")
WITHIN: Final = ("amod", "compound", "nmod:desc")
NAMING: Final = frozenset({"PROPN", "ADJ", "NOUN"})
PREFIXES: Final = table("non anti pro ex pre post ultra co vice")
NOT_THEM: Final = table("non anti pro")  # "non-Varnians" are not Varnians
DANGLING: Final = table("of and for the")
HANGING: Final = ("PROPN", "ADJ", "ADV", "CCONJ", "DET")
NARROWING: Final = table("of from")
OUTSIDE: Final = table("case cc mark punct cc:preconj")
ARTICLES: Final = table("a an the this that these those its his her their our my your")
POSSESSIVES: Final = table("its his her their")
NOT_LEADING: Final = table("also even only just both either neither including then later")


def party(scene: Scene, head: int) -> Party | None:
    """Who the phrase of ``head`` means; None for a pronoun that nobody resolves."""
    span = phrase(scene, head)
    words = scene.passage(span)
    entity = meant(scene, head)
    if entity is not None:
        return Party(_completed(scene, entity.name, span), entity.id, words)
    if scene.grammar.pos[head] == "PRON" and scene.grammar.words[head] not in COUNTED:
        return None
    if words.text == "I" or "whom" in scene.grammar.words[span[0] : span[1]]:
        return None  # "a nurse and a cook, all of whom were abducted"
    if (nation := ADJECTIVES.get(words.text)) is not None:
        return _nation(scene, nation, Party(nation, None, words))
    called = described(scene, span)
    return Party(called, None, words) if called else None


def _completed(scene: Scene, name: str, span: TokenSpan) -> str:
    """ "Rogaland Fire and": half a name goes on with what stands behind it, or ends before."""
    words = name.split()
    if words[-1].lower() not in DANGLING or len(words) < 2:
        return name
    text = scene.passage(span).text
    begins = text.find(name)
    whole = text[begins:] if begins >= 0 else name
    return " ".join(words[:-1]) if whole == name else " ".join(whole.split())


def _nation(scene: Scene, nation: str, unknown: Party) -> Party:
    """The country of "Israeli airstrikes", as an entity if the article names it."""
    for entity in scene.cast.entities:
        if entity.kind == "country" and entity.name == nation:
            return Party(nation, entity.id, unknown.passage)
    return unknown


def described(scene: Scene, span: TokenSpan) -> str:
    """The words of a description without its article: "army", "at least twelve people"."""
    first, last = span
    words = scene.grammar.words
    owner = ""
    while first < last - 1 and words[first] in ARTICLES:
        if words[first] in POSSESSIVES and (whose := meant(scene, first)) is not None:
            owner = whose.name + ("’ " if whose.name.endswith("s") else "’s ")
        first += 1
    return owner + " ".join(scene.passage((first, last)).text.replace("\u200b", "").split())


def meant(scene: Scene, head: int) -> Entity | None:
    """The entity that the phrase of ``head`` is: named, described or meant by a pronoun there."""
    span = phrase(scene, head)
    words = scene.passage(span)
    entity = scene.cast.at(words.start, words.end)
    if scene.grammar.words[span[0]] in NOT_THEM:
        return None
    if (last := _last_name(scene, head, span)) is not None:
        return last
    if entity is not None:
        token = scene.doc[head]
        pronoun = scene.grammar.pos[head] == "PRON"
        named = entity.kind == "person" and span[1] - 1 > head and _title_of(scene, span)
        return entity if pronoun or named or _covers(entity, token.idx) else None
    if scene.grammar.pos[head] == "PRON":
        return _said_of_oneself(scene, head)
    return None


def _last_name(scene: Scene, head: int, span: TokenSpan) -> Entity | None:
    """The firm of "software firm Nexora": a noun and then a name, without a preposition."""
    first, last = span[1], span[1]
    while first - 1 > head and scene.doc[first - 1].ent_type_ == "ORG":
        first -= 1
    named = first < last and first == head + 1 and scene.doc[first].ent_iob_ == "B"
    if not named or scene.grammar.pos[head] != "NOUN" or scene.doc[head].ent_type_:
        return None
    name = scene.passage((first, last))
    return scene.cast.at(name.start, name.end)


def _title_of(scene: Scene, span: TokenSpan) -> bool:
    """Whether a phrase ends in a person's name without a preposition: "cosmonaut Ana Roe"."""
    last = scene.doc[span[1] - 1]
    return last.ent_type_ == "PERSON" and "ADP" not in scene.grammar.pos[span[0] : span[1]]


def _covers(entity: Entity, character: int) -> bool:
    """Whether a mention of the entity holds the character: "Doe's men" are not Doe."""
    last = bisect_right(entity.mentions, character, key=lambda m: m.start)
    return any(m.end > character for m in entity.mentions[max(0, last - 3) : last])


def _said_of_oneself(scene: Scene, pronoun: int) -> Entity | None:
    """ "Ishel said it had shelled the port": who said it did it, where number and kind agree."""
    grammar = scene.grammar
    if grammar.dep[pronoun] == "nmod:poss" and (whose := _own(scene, pronoun)) is not None:
        return whose
    own = grammar.head[pronoun] if grammar.dep[pronoun] == "nmod:poss" else pronoun  # "its forces"
    verb = grammar.head[own]
    said = grammar.head[verb]
    if grammar.dep[own] not in SUBJECTS or grammar.dep[verb] != "ccomp" or said == verb:
        return None
    speaker = grammar.child(said, "nsubj")
    if speaker is None or grammar.pos[speaker] == "PRON":
        return None
    entity = meant(scene, speaker)
    kinds = _AGREEING.get(grammar.words[pronoun], ())
    return entity if entity is not None and entity.kind in kinds else None


def _own(scene: Scene, pronoun: int) -> Entity | None:
    """ "Varn confirmed the death of its soldiers": Varn's, if it can be."""
    grammar = scene.grammar
    at = grammar.head[pronoun]
    for _ in range(4):
        if grammar.pos[at] == "VERB" or grammar.dep[at] in (*SUBJECTS, "conj"):
            break
        at = grammar.head[at]
    governs = grammar.child(at, "nsubj") if grammar.pos[at] == "VERB" else None
    if governs is None or governs > pronoun or grammar.pos[governs] == "PRON":
        return None
    entity = meant(scene, governs)
    kinds = _AGREEING.get(grammar.words[pronoun], ())
    return entity if entity is not None and entity.kind in kinds else None


_AGREEING: Final[dict[str, tuple[str, ...]]] = {
    "it": ("organization", "country", "outlet"),
    "its": ("organization", "country", "outlet"),
    "they": ("group", "organization"),
}


def phrase(scene: Scene, head: int) -> TokenSpan:
    """The tokens of a noun phrase, first and last but one."""
    grammar = scene.grammar
    first, last = _name(scene, head)
    kept = {
        t
        for c in grammar.children[head]
        if _goes_before(grammar, c, head)
        for t in _all(grammar, c)
    }
    part = grammar.dep[head] in WITHIN  # "Ishel" in "the Varn-Ishel talks"
    while first - 1 in kept and not (part and grammar.words[first - 1] in HYPHENS):
        first -= 1
    while _hung_on(grammar, first - 1, head):
        first -= 1
    if grammar.pos[first - 1] == "NOUN" and _split(grammar, first - 1, head):
        first -= 1
    while (
        scene.doc[first].ent_iob_ == "I" and grammar.sentence[first - 1] == grammar.sentence[head]
    ):
        first -= 1  # "New Jersey governor": half a name is none
    for child in grammar.children[head]:
        if child >= last and (end := _goes_after(grammar, child, last)):
            last = max(last, end)
    while first > 1 and grammar.words[first - 1] in HYPHENS and _aged(grammar, first - 2):
        first -= 2
    while first < head and _leads_in(grammar, first, head):
        first += 1
    while last - 1 > head and grammar.pos[last - 1] in ("CCONJ", "PUNCT", "ADP", "SPACE"):
        last -= 1
    if "(" in grammar.words[first:last] and grammar.words[last : last + 1] == (")",):
        last += 1
    return _whole(grammar, first, part), _named_after(scene, head, last)


def _aged(grammar: Grammar, before: int) -> bool:
    """ "15-year-old suspect", wherever the parse hangs the years."""
    return grammar.words[before] in ("year", "month") or grammar.pos[before] == "NUM"


def _hung_on(grammar: Grammar, before: int, head: int) -> bool:
    """ "Sri Lanka" of "Sri Lanka police arrest", if the parse takes all for one noun."""
    verb = grammar.head[head]
    if before < 0 or verb != head + 1 or not misread(grammar, verb):
        return False
    if grammar.pos[before] not in HANGING:
        return False
    above = before
    for _ in range(4):
        above = grammar.head[above]
        if above == verb:
            return True
    return False


def _split(grammar: Grammar, before: int, head: int) -> bool:
    """ "watchdog groups", if the parse counts them as two in a list."""
    same = grammar.head[before] == grammar.head[head] or grammar.head[head] == before
    return grammar.dep[before] == grammar.dep[head] == "conj" and same


def _whole(grammar: Grammar, first: int, part: bool) -> int:
    """Where the phrase begins if it was cut in a word: "of State Roe", "Varnians" of "non-…"."""
    if grammar.words[first] == "of" and first and grammar.pos[first - 1] in ("NOUN", "PROPN"):
        return first - 1
    prefixed = first > 1 and grammar.words[first - 1] in HYPHENS
    return first - 2 if prefixed and not part and grammar.words[first - 2] in PREFIXES else first


def _named_after(scene: Scene, head: int, last: int) -> int:
    """ "commander Jon Varga": the name belongs to the phrase wherever the parse hangs it."""
    if scene.grammar.pos[head] != "NOUN" or last >= len(scene.doc):
        return last
    name = scene.doc[last]
    grammar = scene.grammar
    close = grammar.head[last] in range(head, last) or (
        grammar.head[last] == grammar.head[head] and grammar.dep[last] == grammar.dep[head]
    )
    firm = name.ent_type_ == "ORG" and grammar.head[last] == grammar.head[head]
    close = close or (firm and grammar.dep[last] in ("xcomp", "appos", "flat"))
    if name.ent_type_ not in ("PERSON", "ORG") or name.ent_iob_ != "B" or not close:
        return last
    return _name(scene, last)[1]


def _name(scene: Scene, head: int) -> TokenSpan:
    """The whole name that the head stands in, whatever the parse makes of it."""
    token = scene.doc[head]
    first, last = head, head + 1
    if not token.ent_type_ or token.ent_type_ == "DATE" or token.pos_ not in NAMING:
        return first, last
    while scene.doc[first].ent_iob_ == "I" and first > 0:
        first -= 1
    while last < len(scene.doc) and scene.doc[last].ent_iob_ == "I":
        last += 1
    return first, last


def _all(grammar: Grammar, token: int) -> range:
    return range(*grammar.span(token))


def _goes_before(grammar: Grammar, child: int, head: int) -> bool:
    return child < head and grammar.dep[child] in BEFORE


def _goes_after(grammar: Grammar, child: int, last: int) -> int:
    """Where the phrase ends with ``child``; 0 if the child is no part of it."""
    if grammar.first[child] > last:
        return 0
    if grammar.dep[child] in AFTER and grammar.child(child, "case") is None:
        return grammar.last[child] + 1
    if grammar.dep[child] == "appos" and "," not in _edge(grammar, child):
        return _narrowed(grammar, child)
    if grammar.dep[child] in ("nmod", "obl") and grammar.case(child) in NARROWING:
        return _narrowed(grammar, child)
    return 0


def _edge(grammar: Grammar, child: int) -> tuple[str, ...]:
    """The words that a phrase begins behind and with: "," of ", also a student"."""
    first = grammar.first[child]
    return tuple("," if w in HYPHENS else w for w in grammar.words[max(0, first - 1) : first + 1])


def _narrowed(grammar: Grammar, token: int) -> int:
    """The end of an "of" phrase: its noun with names and "of" phrases of its own."""
    last = token + 1
    for child in grammar.children[token]:
        if child >= last and (end := _goes_after(grammar, child, last)):
            last = end
        elif child >= last and grammar.dep[child] == "conj":
            last = _narrowed(grammar, child)  # "ministers of France and Germany"
    return last


def _leads_in(grammar: Grammar, first: int, head: int) -> bool:
    """Prepositions and marks that belong to the sentence, not to the phrase."""
    own = grammar.head[first] == head
    return (own and grammar.dep[first] in OUTSIDE) or (
        grammar.words[first] in NOT_LEADING or grammar.pos[first] in ("PUNCT", "SPACE", "CCONJ")
    )
