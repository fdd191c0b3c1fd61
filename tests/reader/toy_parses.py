"""A toy grammar: it parses short sentences as the network would.

Marks: ``<PERSON Jane Doe>`` is what the network labels a name; ``[1 …]`` is a source passage that
belongs to entity 1, ``[- …]`` one of nobody. Good for main clauses, appositions and quotations, and
for nothing else.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import spacy
from spacy.tokens import Doc, Span

from onrecord.reader.labels import Attributed, Labelled
from onrecord.reader.quotes import quotations

VERBS = frozenset(
    """
    said says say told added wrote reported warned met was is are were has had have will would could
    went arrived resigned won lost spoke called asked denied announced visited thinks believes
    argued replied agreed left opened closed fell rose did do lives works voted married criticized
    praised returned signed
    """.split()
)
CLOSED = {
    "DET": "the a an this that these those some two no",
    "ADP": "of for to in on at with by from about after before during near into against",
    "PRON": "he she they it we i you him her them his its their who which us our my",
    "CCONJ": "and or but",
    "ADJ": """
        senior israeli german russian american new local former top big old tired unnamed french
        chief medical national human second first late retired foreign british ukrainian
        """,
    "ADV": "not also later still again there here today yesterday then meanwhile however earlier",
}
TAGS = {word: tag for tag, words in CLOSED.items() for word in words.split()}


@dataclass(frozen=True)
class Marked:
    """A text without its marks; names as (start, end, label), sources as (start, end, entity)."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    sources: tuple[tuple[int, int, str], ...]


def unmarked(text: str) -> Marked:
    opened: list[tuple[int, str]] = []
    plain = ""
    spans: list[tuple[int, int, str]] = []
    for piece in re.split(r"(\[\S+ |<\w+ |[\]>])", text):
        if re.fullmatch(r"\[\S+ |<\w+ ", piece):
            opened.append((len(plain), piece.strip()))
        elif piece in ("]", ">") and opened:
            start, mark = opened.pop()
            spans.append((start, len(plain), mark))
        else:
            plain += piece
    names = tuple((a, b, m[1:]) for a, b, m in sorted(spans) if m[0] == "<")
    return Marked(plain, names, tuple((a, b, m[1:]) for a, b, m in sorted(spans) if m[0] == "["))


def labelled(marked: Marked) -> Labelled:
    doc = spacy.blank("en").make_doc(marked.text)
    tags = [_tag(doc, i, marked) for i in range(len(doc))]
    starts = [_starts(doc, i) for i in range(len(doc))]
    heads, deps = list(range(len(doc))), ["dep"] * len(doc)
    bounds = [i for i, s in enumerate(starts) if s] + [len(doc)]
    for first, last in itertools.pairwise(bounds):
        _parse(doc, tags, first, last, heads, deps)
    parsed = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc],
        pos=tags, heads=heads, deps=deps,
    )  # fmt: skip
    spans = [s for a, b, label in marked.names if (s := _span(parsed, a, b, label))]
    parsed.ents = spacy.util.filter_spans(spans)
    return Labelled(parsed, tuple(_attributed(parsed, marked)), quotations(marked.text))


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")


def _attributed(doc: Doc, marked: Marked) -> list[Attributed]:
    found = []
    for a, b, _ in marked.sources:
        span = _span(doc, a, b, "")
        assert span is not None
        content = [
            (first, last)
            for first, last in ((span.sent.start, span.start), (span.end + 1, span.sent.end))
            if first < last
        ]
        found.append(Attributed((span.start, span.end), None, tuple(content), 1.0))
    return found


def _starts(doc: Doc, i: int) -> bool:
    if i == 0:
        return True
    before = i - 1
    while before and doc[before].is_space:
        before -= 1
    ends = doc[before].text in (".", "?", "!") or (
        doc[before].text in ('"', "”") and doc[before - 1].text in ".?!"
    )
    return (ends and doc[i].text[:1].isupper()) or (doc[i - 1].is_space and "\n" in doc[i - 1].text)


def _tag(doc: Doc, i: int, marked: Marked) -> str:
    token = doc[i]
    word = token.text.lower()
    if token.is_space:
        return "SPACE"
    if token.text in ("'s", "’s", "'", "’"):
        return "PART"
    if token.is_punct:
        return "PUNCT"
    if any(a <= token.idx < b for a, b, _ in marked.names) or token.text in ("US", "U.S."):
        return "PROPN"
    if word in TAGS:
        return TAGS[word]
    if word in VERBS:
        return "VERB"
    if token.like_num:
        return "NUM"
    if token.text[0].isupper() and not token.is_sent_start and not _starts(doc, i):
        return "PROPN"
    return (
        "PROPN"
        if token.text in ("Sen.", "Gen.", "Mr.", "Mrs.", "Lt", "Maj", "President", "Gov.")
        else "NOUN"
    )


def _parse(
    doc: Doc, tags: list[str], first: int, last: int, heads: list[int], deps: list[str]
) -> None:
    """The first verb is the root; runs of nouns hang by their last word on what stands before."""
    verb = next((i for i in range(first, last) if tags[i] == "VERB"), None)
    chunks = _chunks(tags, first, last)
    root = verb if verb is not None else (chunks[0][1] - 1 if chunks else first)
    for i in range(first, last):
        heads[i], deps[i] = root, "punct" if tags[i] == "PUNCT" else "dep"
    heads[root], deps[root] = root, "ROOT"
    seen_subject = False
    for k, (start, end) in enumerate(chunks):
        head = end - 1
        for i in range(start, head):
            heads[i], deps[i] = (
                head,
                {"DET": "det", "ADJ": "amod", "PRON": "nmod:poss"}.get(tags[i], "compound"),
            )
            if tags[i] == "PART" and i > start:
                heads[i], deps[i] = i - 1, "case"
                deps[i - 1] = "nmod:poss"
        before = start - 1
        if head == root:
            continue
        if before >= first and tags[before] == "ADP":
            heads[before], deps[before] = head, "case"
            noun = k and chunks[k - 1][1] == before
            heads[head], deps[head] = (chunks[k - 1][1] - 1, "nmod") if noun else (root, "obl")
        elif before >= first and tags[before] == "CCONJ" and k and chunks[k - 1][1] == before:
            heads[before], deps[before] = head, "cc"
            heads[head], deps[head] = chunks[k - 1][1] - 1, "conj"
        elif before >= first and doc[before].text == "," and k and chunks[k - 1][1] == before:
            heads[head], deps[head] = chunks[k - 1][1] - 1, "appos"
        elif end < last and tags[end] == "VERB" and end != root:
            heads[head], deps[head] = end, "nsubj"
            heads[end], deps[end] = root, "parataxis"
        elif not seen_subject and (head < root or (start == root + 1 and _inverted(doc, root))):
            heads[head], deps[head] = root, "nsubj"
            seen_subject = True
        elif head > root:
            heads[head], deps[head] = root, "obj"


def _inverted(doc: Doc, root: int) -> bool:
    """“…,” said Doe."""
    return root > 0 and doc[root - 1].text in ('"', "”", ",")


def _chunks(tags: list[str], first: int, last: int) -> list[tuple[int, int]]:
    found, start = [], None
    for i in range(first, last + 1):
        inside = i < last and tags[i] in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON")
        breaks = start is not None and inside and (
            tags[i] == "DET" or (tags[i - 1] == "PRON" and tags[i] in ("PRON", "DET", "PROPN"))
            or (tags[i - 1] in ("NOUN", "PROPN") and tags[i] == "PRON")
        )  # fmt: skip
        if start is not None and (not inside or breaks):
            found.append((start, i))
            start = None
        if inside and start is None:
            start = i
    return [(a, b) for a, b in found if b > a]
