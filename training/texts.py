"""The training data as texts: words with gaps, and whatever a data set says about each word.

In go the files of ``../shared/data``; out come ``Text`` values, all of one shape, so that one
network learns from all of them. A label that a data set does not give is absent, never "none".
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.reader.tagset import DEPRELS, NAME_TAGS, UPOS
from onrecord.reader.tokens import GAPS, gap, tokenized

Span = tuple[int, int]
UNKNOWN = -100
ANY_NAME = (1 << len(NAME_TAGS)) - 1


@dataclass(slots=True)
class Relation:
    """One attribution, in word spans."""

    source: list[Span]
    cue: list[Span]
    content: list[Span]


@dataclass(slots=True)
class Text:
    """A stretch of words. ``names[k]`` is a bit set of the name tags that word ``k`` may have."""

    kind: str
    words: list[str]
    gaps: list[int]
    upos: list[int] | None = None
    heads: list[int] | None = None  # index of the head in the text, the word itself for a root
    rels: list[int] | None = None
    starts: list[int] | None = None  # 1 where a sentence starts
    names: list[int] | None = None
    relations: list[Relation] | None = None
    facts: list[float | None] | None = None  # did it happen: -3 (no) to 3 (yes), None: not asked
    happenings: list[int] | None = None  # 1 where a noun is an event, 0 where it is not, UNKNOWN
    doc: str = ""
    spans: list[Span] = field(default_factory=list)  # character offsets, where they matter


def rows(path: Path) -> Iterator[dict]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for row in lines:
            yield json.loads(row)


# --- attribution --------------------------------------------------------------------------------
# -------------------


def polnear(path: Path) -> list[Text]:
    """PolNeAR: one Text an article."""
    return [_polnear(row) for row in rows(path)]


def _polnear(row: dict) -> Text:
    doc = tokenized(row["text"])
    kept = [t for t in doc if not t.is_space]
    starts = [t.idx for t in kept]
    ends = [t.idx + len(t) for t in kept]
    word_at = {}
    for k, (a, b) in enumerate(zip(starts, ends, strict=True)):
        for c in range(a, b):
            word_at[c] = k

    def spans(pieces: list[list[int]]) -> list[Span]:
        covered = [[word_at[c] for c in range(a, b) if c in word_at] for a, b in pieces]
        return [(min(w), max(w) + 1) for w in covered if w]

    relations = [
        Relation(spans(r["source"]), spans(r["cue"]), spans(r["content"])) for r in row["relations"]
    ]
    gaps = [
        gap(row["text"][end:start], k)
        for k, (end, start) in enumerate(zip([0, *ends], starts, strict=False))
    ]
    return Text(
        "attribution",
        [t.text for t in kept],
        gaps,
        relations=[r for r in relations if r.content and r.cue],
        doc=row["doc"],
        spans=list(zip(starts, ends, strict=True)),
    )


# --- parsing ------------------------------------------------------------------------------------
# -------------------


def treebank(
    path: Path,
    names: dict[str, list[str]] | None = None,
    asked: dict[str, Asked] | None = None,
) -> list[Text]:
    """CoNLL-U: one Text a document; ``names`` gives BIO tags by document (same words), ``asked``
    factuality scores by sentence.
    """
    texts: list[Text] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        sentence: list[list[str]] = []
        comments: list[str] = []
        for row in lines:
            row = row.rstrip("\n")
            if row.startswith("#"):
                comments.append(row)
            elif row:
                sentence.append(row.split("\t"))
            else:
                if any(c.startswith("# newdoc") for c in comments) or not texts:
                    doc = next((c.split("= ")[1] for c in comments if c.startswith("# newdoc")), "")
                    texts.append(Text("parse", [], [], [], [], [], [], doc=doc))
                _add_sentence(texts[-1], sentence, any(c.startswith("# newpar") for c in comments))
                _add_facts(texts[-1], _sent_id(comments), asked or {})
                sentence, comments = [], []
    for text in texts:
        if names is not None and text.doc in names:
            tags = names[text.doc]
            assert len(tags) == len(text.words), text.doc
            text.names = [1 << NAME_TAGS.index(_one_set(t)) for t in tags]
    return texts


def _sent_id(comments: list[str]) -> str:
    return next((c.split("= ")[1] for c in comments if c.startswith("# sent_id")), "")


def _add_facts(text: Text, sent_id: str, asked: dict[str, Asked]) -> None:
    """The scores of the sentence added last, if it was asked about in the same words."""
    if not asked:
        return
    text.facts = text.facts if text.facts is not None else []
    first = len(text.facts)
    text.facts += [None] * (len(text.words) - first)
    tokens, scores = asked.get(sent_id, ([], {}))
    if [t.replace(" ", "") for t in tokens] == text.words[first:]:
        for index, score in scores.items():
            text.facts[first + index] = score


def _add_sentence(text: Text, rows_: list[list[str]], new_paragraph: bool) -> None:
    base = len(text.words)
    attached = set()  # words that follow their neighbour without a space
    inside_until = 0
    for row in rows_:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            attached.update(range(first + 1, last + 1))
            if "SpaceAfter=No" in row[9]:
                attached.add(last + 1)
            inside_until = last
        elif row[0].isdigit() and "SpaceAfter=No" in row[9] and int(row[0]) >= inside_until:
            attached.add(int(row[0]) + 1)
    for row in rows_:
        if not row[0].isdigit():
            continue
        index = int(row[0])
        first = index == 1
        text.words.append(row[1].replace(" ", ""))
        text.gaps.append(
            GAPS.index(
                "paragraph" if first and new_paragraph else "none" if index in attached else "space"
            )
        )
        text.upos.append(UPOS.index(row[3]))
        head = int(row[6])
        text.heads.append(base + (head - 1 if head else index - 1))
        text.rels.append(DEPRELS.index(row[7]))
        text.starts.append(int(first))


# --- did it happen, and is it an event ------------------------------------------------------------
# -------------------

Asked = tuple[list[str], dict[int, float]]


def factuality(path: Path) -> dict[str, Asked]:
    """UDS It-Happened: by sentence, its tokens and the scores of the predicates asked about."""
    return {
        row["sent_id"]: (row["tokens"], {t["i"]: t["score"] for t in row["targets"]})
        for row in rows(path)
        if "sent_id" in row
    }


def qanom(path: Path) -> list[Text]:
    """QANom: which nouns are events; sentences strung together into texts of some 200 words."""
    texts: list[Text] = []
    for row in rows(path):
        if not texts or len(texts[-1].words) > 200:
            texts.append(Text("happenings", [], [], happenings=[]))
        labels = [UNKNOWN] * len(row["tokens"])
        for candidate in row["candidates"]:
            labels[candidate["i"]] = int(candidate["event"])
        texts[-1].words += row["tokens"]
        texts[-1].gaps += guessed_gaps(row["tokens"])
        texts[-1].happenings += labels
    return texts


# --- names --------------------------------------------------------------------------------------
# -------------------

ONE_SET = {
    "PER": "PERSON", "per": "PERSON", "PERSON": "PERSON",
    "ORG": "ORG", "org": "ORG",
    "LOC": "LOC", "geo": "LOC",
    "MISC": "MISC", "EVENT": "MISC", "PRODUCT": "MISC", "art": "MISC", "eve": "MISC",
    "DATE": "DATE", "tim": "DATE",
}  # fmt: skip


def _one_set(tag: str) -> str:
    place, _, kind = tag.partition("-")
    return f"{place}-{ONE_SET[kind]}" if kind in ONE_SET else "O"


def _allowed(tag: str, unmarked: tuple[str, ...], vague: tuple[str, ...]) -> int:
    """The tags a word may have, where a set leaves the kinds ``unmarked`` out and means several
    by ``vague``.
    """
    kind = tag.partition("-")[2]
    if tag == "O":
        return sum(1 << k for k, t in enumerate(NAME_TAGS) if t == "O" or t[2:] in unmarked)
    if kind in vague:
        return ANY_NAME
    return 1 << NAME_TAGS.index(_one_set(tag))


def gum_names(path: Path) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for row in rows(path):
        tags.setdefault(row["doc"], []).extend(row["tags"])
    return tags


def name_sentences(
    path: Path,
    unmarked: tuple[str, ...],
    vague: tuple[str, ...],
    rng: random.Random,
    share: float = 1.0,
) -> list[Text]:
    """Sentences with BIO tags, strung together into texts of some 200 words."""
    texts: list[Text] = []
    for row in rows(path):
        if rng.random() > share:
            continue
        if not texts or len(texts[-1].words) > 200:
            texts.append(Text("names", [], [], names=[]))
        text = texts[-1]
        text.words += row["tokens"]
        text.gaps += guessed_gaps(row["tokens"])
        text.names += [_allowed(t, unmarked, vague) for t in row["tags"]]
    return texts


def guessed_gaps(words: list[str]) -> list[int]:
    """The gaps that tokenised text has lost, put back as print has them."""
    attached = {".", ",", ";", ":", "?", "!", ")", "'s", "n't", "%", "'", "''"}
    gaps = []
    for k, word in enumerate(words):
        tight = word in attached or (k > 0 and words[k - 1] in ("(", "``", "$"))
        gaps.append(GAPS.index("none" if tight and k else "space"))
    return gaps


def re3d(path: Path) -> list[Text]:
    """re3d: nested entities by character; only confident, outermost people, organisations and
    places are used.
    """
    kinds = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC"}
    texts = []
    for row in rows(path):
        doc = tokenized(row["text"])
        kept = [t for t in doc if not t.is_space]
        allowed = [_allowed("O", ("MISC", "DATE"), ())] * len(kept)
        for (a, b, kind), sure in zip(row["entities"], row["confidence"], strict=True):
            inside = [k for k, t in enumerate(kept) if a <= t.idx and t.idx + len(t) <= b]
            proper = any(kept[k].text[:1].isupper() for k in inside)
            for k in inside:
                allowed[k] = ANY_NAME
            if (
                sure >= 0.5
                and kind in kinds
                and proper
                and all(kept[k].text[:1].isupper() for k in inside)
            ):
                for n, k in enumerate(inside):
                    allowed[k] = 1 << NAME_TAGS.index(f"{'I' if n else 'B'}-{kinds[kind]}")
        ends = [0, *(t.idx + len(t) for t in kept)]
        gaps = [
            gap(row["text"][e : t.idx], k) for k, (t, e) in enumerate(zip(kept, ends, strict=False))
        ]
        texts.append(Text("names", [t.text for t in kept], gaps, names=allowed))
    return texts
