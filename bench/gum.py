"""OntoGUM as the reader would see it: gold parses, names, attributions and clusters.

In: the GUM files of ``shared/data``. Out: ``Gold`` documents, and which gold cluster a mention of
the reading stands in. With a ``Reader`` each document also gets the network's ties between words.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

from onrecord.model import Article, Entity
from onrecord.reader.labels import Attributed, Labelled
from onrecord.reader.network import ROOM, framed
from onrecord.reader.pipeline import Reader
from onrecord.reader.quotes import quotations
from onrecord.reader.ties import Ties
from onrecord.reader.tokens import GAPS, features
from onrecord.reader.tokens import words as read_words
from onrecord.reader.windows import windows

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
VOCAB = spacy.blank("en").vocab


@dataclass
class Gold:
    """One GUM document: the Doc, the words' places in it, the clusters over words."""

    name: str
    labelled: Labelled
    article: Article
    tokens: list[int]
    clusters: list[list[tuple[int, int]]]


def lines(name: str) -> Iterator[str]:
    with lzma.open(DATA / name, "rt", encoding="utf-8") as file:
        yield from file


# --- documents -----------------------------------------------------------------------------------


def rows(split: str) -> Iterator[tuple[str, list[list[str]], list[bool], list[bool]]]:
    """(document, word rows, starts a sentence, starts a paragraph); the last column tells of a
    space after."""
    name, words, starts, paragraphs = "", [], [], []
    sentence = paragraph = False
    joined_until, joined_space = 0, True
    for line in lines(f"parse/gum_{split}.conllu.xz"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if words:
                yield name, words, starts, paragraphs
            name, words, starts, paragraphs = line.split("= ")[1], [], [], []
        elif line.startswith("# newpar") and "block" not in line:
            paragraph = True
        elif line.startswith("# sent_id"):
            sentence = True
        elif line and not line.startswith("#"):
            row = line.split("\t")
            if "-" in row[0]:
                joined_until = int(row[0].split("-")[1])
                joined_space = "SpaceAfter=No" not in row[9]
                continue
            if "." in row[0]:
                continue
            number = int(row[0])
            space = "SpaceAfter=No" not in row[9]
            if number <= joined_until:
                space = joined_space if number == joined_until else False
            if number >= joined_until:
                joined_until = 0
            words.append([*row[:8], "1" if space else ""])
            starts.append(sentence)
            paragraphs.append(paragraph)
            sentence = paragraph = False
    yield name, words, starts, paragraphs


def parsed(
    words: list[list[str]], starts: list[bool], paragraphs: list[bool]
) -> tuple[Doc, list[int]]:
    """A Doc with the gold parse; paragraph breaks are white-space tokens."""
    texts: list[str] = []
    spaces, pos, dep, start = [], [], [], []
    places: list[int] = []
    for k, row in enumerate(words):
        if k and (paragraphs[k] or starts[k]):
            if paragraphs[k]:
                spaces[-1] = False
                for column, value in zip(
                    (texts, spaces, pos, dep, start),
                    ("\n\n", False, "SPACE", "dep", False),
                    strict=False,
                ):
                    column.append(value)
            else:
                spaces[-1] = True
        places.append(len(texts))
        texts.append(row[1])
        spaces.append(bool(row[8]))
        pos.append(row[3])
        dep.append("ROOT" if row[7] == "root" else row[7])
        start.append(starts[k])
    heads = list(range(len(texts)))
    first = 0
    for k, row in enumerate(words):
        first = k if starts[k] else first
        heads[places[k]] = places[first + int(row[6]) - 1] if row[6] != "0" else places[k]
    for i, text in enumerate(texts):
        heads[i] = i - 1 if text == "\n\n" else heads[i]
    doc = Doc(VOCAB, words=texts, spaces=spaces, pos=pos, heads=heads, deps=dep, sent_starts=None)
    return doc, places


def gum(split: str, reader: Reader | None = None) -> Iterator[Gold]:
    """The documents of a split; with a reader, tied as it ties them."""
    named = defaultdict(list)
    for line in lines(f"ner/gum_named_{split}.jsonl.xz"):
        one = json.loads(line)
        named[one["doc"]] += one["tags"]
    clusters = {
        d["doc"]: d["clusters"] for d in map(json.loads, lines(f"coref/gum_{split}.jsonl.xz"))
    }
    relations = {
        d["doc"]: d for d in map(json.loads, lines(f"attribution/gum_erst_{split}.jsonl.xz"))
    }
    for name, words, starts, paragraphs in rows(split):
        doc, places = parsed(words, starts, paragraphs)
        doc.ents = list(entities(doc, places, named[name]))
        found = attributions(doc, relations.get(name))
        found += said(doc, found)
        labelled = Labelled(doc, found, quotations(doc.text))
        labelled = tied(labelled, reader) if reader else labelled
        spans = [[(a, b) for a, b in c] for c in clusters[name]]
        yield Gold(name, labelled, Article("art_" + name, name, doc.text), places, spans)


def entities(doc: Doc, places: list[int], tags: list[str]) -> Iterator[Span]:
    start = None
    for k, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            yield Span(doc, places[start], places[k - 1] + 1, label=tags[start][2:])
            start = None
        if tag.startswith("B-"):
            start = k


def attributions(doc: Doc, relations: dict | None) -> tuple[Attributed, ...]:
    if relations is None:
        return ()
    flat = dict(enumerate(_compact(doc.text)))
    other = _compact(relations["text"])
    back = {at: k for k, at in enumerate(other)}
    spans = []
    for r in relations["relations"]:
        if not r["source"]:
            continue
        source = _tokens(doc, r["source"][0], flat, back)
        content = tuple(s for s in (_tokens(doc, c, flat, back) for c in r["content_spans"]) if s)
        if source:
            spans.append(Attributed(source, None, content, 1.0))
    return tuple(spans)


SAYING = frozenset(
    """say says said saying tell tells told add adds added explain explained explains claim claims
    claimed argue argues argued note notes noted report reports reported announce announced state
    stated states warn warned insist insisted suggest suggested think thinks thought believe
    believes believed ask asked asks reply replied deny denied confirm confirmed admit admitted
    write wrote writes acknowledge acknowledged declare declared describe described"""
    "".split()
)


def said(doc: Doc, found: tuple[Attributed, ...]) -> tuple[Attributed, ...]:
    """The attributions the discourse trees do not mark, by the parse: subject, verb of saying,
    clause."""
    taken = {i for a in found if a.source for i in range(*a.source)}
    more = []
    for token in doc:
        verb = token.head
        if token.dep_ != "nsubj" or token.i in taken or verb.lower_ not in SAYING:
            continue
        clauses = [c for c in verb.children if c.dep_ in ("ccomp", "parataxis", "xcomp")]
        content = [(c.left_edge.i, c.right_edge.i + 1) for c in clauses]
        if not content and verb.dep_ == "parataxis":
            content = [(verb.sent.start, verb.left_edge.i), (verb.right_edge.i + 1, verb.sent.end)]
        content = [(a, b) for a, b in content if a < b and not a <= token.i < b]
        if content:
            source = (token.left_edge.i, token.right_edge.i + 1)
            more.append(Attributed(source, (verb.i, verb.i + 1), tuple(content), 1.0))
    return tuple(more)


def _compact(text: str) -> list[int]:
    return [i for i, c in enumerate(text) if not c.isspace()]


def _tokens(
    doc: Doc, span: list[int], flat: dict[int, int], back: dict[int, int]
) -> tuple[int, int] | None:
    places = [flat[back[i]] for i in range(*span) if i in back and back[i] in flat]
    if not places:
        return None
    found = doc.char_span(places[0], places[-1] + 1, alignment_mode="expand")
    return (found.start, found.end) if found else None


def tied(labelled: Labelled, reader: Reader) -> Labelled:
    """The same with what the network says of its words standing for one another."""
    read = read_words(labelled.doc, labelled.quoted)
    pieces = reader.network.word_pieces(read.texts)
    paragraph = [g >= GAPS.index("line") for g in read.gaps]
    cuts = windows(read.texts, paragraph, [len(p) for p in pieces], ROOM)
    marks = features(read)
    scores = reader.network.scores([framed(pieces[a:b], marks[a:b]) for a, b in cuts])
    return replace(labelled, ties=Ties.of(read, cuts, (s.ties for s in scores)))


# --- clusters ------------------------------------------------------------------------------------


def gold_at(gold: Gold) -> tuple[dict[int, int], dict[tuple[int, int], int]]:
    """Doc token -> cluster for one-word mentions; (start, end) -> cluster for all."""
    single, spans = {}, {}
    for k, cluster in enumerate(gold.clusters):
        for a, b in cluster:
            spans[gold.tokens[a], gold.tokens[b - 1] + 1] = k
            if b - a == 1:
                single[gold.tokens[a]] = k
    return single, spans


def cluster_of(entity: Entity, gold: Gold, spans: dict[tuple[int, int], int]) -> int | None:
    """The gold cluster most of the entity's names and descriptions stand in (by the end of the
    head's phrase)."""
    doc = gold.labelled.doc
    nominal = [m for m in entity.mentions if m.form not in ("pronoun", "role")]
    found = [doc.char_span(m.start, m.end, alignment_mode="expand") for m in nominal]
    return vote(doc, [(s.start, s.end) for s in found], spans)


def vote(
    doc: Doc, mentions: list[tuple[int, int]], spans: dict[tuple[int, int], int]
) -> int | None:
    """The gold cluster most of the mentions stand in: the smallest gold mention around each
    that it heads."""
    votes: Counter[int] = Counter()
    for start, end in mentions:
        around = [
            (b - a, k)
            for (a, b), k in spans.items()
            if a <= start and end <= b and _heads(doc, a, b, start, end)
        ]
        if around:
            votes[min(around)[1]] += 1
    return votes.most_common(1)[0][0] if votes else None


def _heads(doc: Doc, a: int, b: int, start: int, end: int) -> bool:
    """Whether the mention [start, end) holds the head of the gold mention [a, b), or is its
    apposition or name."""
    root = doc[a:b].root
    own = doc[start:end].root
    return start <= root.i < end or (
        own.head.i == root.i and own.dep_ in ("flat", "appos", "nmod:desc", "compound")
    )
