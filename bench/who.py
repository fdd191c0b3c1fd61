"""How well "who" works: pronouns on GUM and GAP, names that belong together on GUM.

``python bench/who.py gum [--split dev] [--show KIND]`` reads gold parses, names and attributions of
OntoGUM and asks for every third-person pronoun whether the entity it was given is the one of its
gold cluster. ``python bench/who.py gap [--split development]`` needs the shipped network; a pronoun
is right if the entity it was given is named at the true candidate and not at the other. Both print
how many were told (coverage) and how many of those are right (precision)."""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

from onrecord.model import Article, Entity
from onrecord.reader.entities import Cast, cast
from onrecord.reader.labels import Attributed, Labelled
from onrecord.reader.pipeline import Reader
from onrecord.reader.quotes import quotations

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
THIRD = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "they": "they",
    "them": "they",
    "their": "they",
    "it": "it",
    "its": "it",
}
GENRES = ("news", "interview", "bio")
VOCAB = spacy.blank("en").vocab


@dataclass
class Gold:
    """One GUM document: the Doc, the words' places in it, the clusters over words."""

    name: str
    labelled: Labelled
    article: Article
    tokens: list[int]
    clusters: list[list[tuple[int, int]]]


# --- GUM -----------------------------------------------------------------------------------------


def lines(name: str) -> Iterator[str]:
    with lzma.open(DATA / name, "rt", encoding="utf-8") as file:
        yield from file


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


def gum(split: str) -> Iterator[Gold]:
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


# --- texts the network parses --------------------------------------------------------------------


def gap(split: str, most: int) -> Iterator[tuple[dict, Labelled]]:
    """GAP paragraphs with their rows."""
    rows = [json.loads(line) for line in lines(f"coref/gap_{split}.jsonl.xz")][:most]
    articles = [Article("art_" + row["ID"], row["ID"], row["Text"]) for row in rows]
    for row, (_, found) in zip(rows, Reader.load().labelled(articles), strict=True):
        yield row, found


def polnear(split: str, wanted: set[str]) -> Iterator[tuple[Article, Labelled]]:
    """PolNeAR articles as the network parses them, with the gold attributions."""
    rows = [
        r
        for r in map(json.loads, lines(f"attribution/polnear_{split}.jsonl.xz"))
        if r["doc"] in wanted
    ]
    articles = [Article("art_" + row["doc"], row["doc"], row["text"]) for row in rows]
    for row, (article, found) in zip(rows, Reader.load().labelled(articles), strict=True):
        gold = tuple(_relation(found.doc, r) for r in row["relations"])
        yield article, Labelled(found.doc, gold, found.quoted)


def _relation(doc: Doc, relation: dict) -> Attributed:
    pieces = [s for s in (_around(doc, [piece]) for piece in relation["content"]) if s]
    return Attributed(
        _around(doc, relation["source"]), _around(doc, relation["cue"]), tuple(pieces), 1.0
    )


def _around(doc: Doc, pieces: list[list[int]]) -> tuple[int, int] | None:
    span = doc.char_span(pieces[0][0], pieces[-1][1], alignment_mode="expand") if pieces else None
    return None if span is None else (span.start, span.end)


# --- scoring -------------------------------------------------------------------------------------


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


def score_gum(split: str, genres: tuple[str, ...], show: str) -> None:
    results: dict[str, Counter[str]] = defaultdict(Counter)
    for gold in gum(split):
        if genres and gold.name.split("_")[1] not in genres:
            continue
        _score_one(gold, cast(gold.labelled, gold.article), results, show)
    _print(results)


def _score_one(gold: Gold, found: Cast, results: dict[str, Counter[str]], show: str) -> None:
    single, spans = gold_at(gold)
    doc = gold.labelled.doc
    sources = {i for a in gold.labelled.attributions if a.source for i in range(*a.source)}
    of = {e.id: cluster_of(e, gold, spans) for e in found.entities}
    for token in doc:
        kind = THIRD.get(token.lower_)
        if kind is None or token.pos_ != "PRON":
            continue
        entity = found.at(token.idx, token.idx + len(token))
        truth = single.get(token.i)
        outcome = (
            "silent"
            if entity is None
            else "right"
            if truth is not None and of[entity.id] == truth
            else "wrong"
        )
        nominal = truth is not None and _named_cluster(doc, gold, truth)
        for row in (
            kind,
            "all he/she" if kind in ("he", "she") else "all they/it",
            *(["sources"] if token.i in sources else []),
        ):
            results[row][outcome] += 1
            results[row]["answerable"] += nominal
        if show and outcome == show:
            context = doc[max(0, token.i - 45) : token.i + 8].text.replace("\n", " ")
            print(
                f"--- {gold.name} {outcome}: {token.text!r} -> {entity and entity.name!r}",
                f"    …{context}…",
                sep="\n",
            )


def _named_cluster(doc: Doc, gold: Gold, cluster: int) -> bool:
    return any(doc[gold.tokens[b - 1]].pos_ != "PRON" for _, b in gold.clusters[cluster])


def score_gap(split: str, most: int) -> None:
    """A paragraph is right if the pronoun's entity is named at the true candidate and not at
    the other."""
    results: dict[str, Counter[str]] = defaultdict(Counter)
    for row, found in gap(split, most):
        people = cast(found, Article("art_" + row["ID"], row["ID"], row["Text"]))
        at = row["Pronoun-offset"]
        entity = people.at(at, at + len(row["Pronoun"]))
        a, b = (_is_named(entity, row[f"{side}-offset"], row[side]) for side in "AB")
        outcome = (
            "silent"
            if entity is None
            else "right"
            if (a, b) == (row["A-coref"], row["B-coref"])
            else "wrong"
        )
        results["he" if row["Pronoun"].lower() in ("he", "him", "his") else "she"][outcome] += 1
        results["all"][outcome] += 1
    _print(results)


def _is_named(entity: Entity | None, offset: int, name: str) -> bool:
    named = entity.mentions if entity is not None else ()
    return any(m.form == "name" and m.start < offset + len(name) and m.end > offset for m in named)


def _print(results: dict[str, Counter[str]]) -> None:
    print(f"{'':14}{'pronouns':>9}{'told':>7}{'right':>7}{'precision':>11}{'coverage':>10}")
    for row, c in sorted(results.items()):
        total, told = c["right"] + c["wrong"] + c["silent"], c["right"] + c["wrong"]
        precision, coverage = 100 * c["right"] / max(told, 1), 100 * told / max(total, 1)
        print(f"{row:14}{total:9}{told:7}{c['right']:7}{precision:11.1f}{coverage:10.1f}")


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("what", choices=["gum", "gap"])
    ask.add_argument("--split", default="", help="dev or train; development or validation")
    ask.add_argument("--most", type=int, default=454, help="paragraphs of GAP")
    ask.add_argument("--genres", default=",".join(GENRES))
    ask.add_argument("--show", default="")
    given = ask.parse_args()
    if given.what == "gap":
        return score_gap(given.split or "validation", given.most)
    return score_gum(
        given.split or "dev", tuple(g for g in given.genres.split(",") if g), given.show
    )


if __name__ == "__main__":
    main()
