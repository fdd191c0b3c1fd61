"""Who is meant, as training data: for a word that refers, the words that may be meant and those
that are.

In go OntoGUM, LitBank and GAP; out come windows with ``Choice`` values. A name counts with all of
its words, a description with its head, a pronoun as itself (Dobrovolskii 2021, "Word-level
coreference resolution"). A choice that a data set leaves open is left out.
"""

from __future__ import annotations

import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from onrecord.reader.tagset import DEPRELS, UPOS
from onrecord.reader.tokens import gap, tokenized
from training.batches import Window, cut
from training.texts import Text, guessed_gaps, rows, treebank

PRONOUNS = frozenset(
    """i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves""".split()
)
ENDS_HEAD = frozenset("of in on at for with from to who whom which that by , ( -- - about".split())
HELD_OUT = 5  # every fifth row of GAP development and document of OntoGUM train is not learnt
OTHERS = 0.25  # what a word counts that is no pronoun


@dataclass(slots=True)
class Choice:
    """For the word ``at``: the words meant (none: nobody here), among ``among`` (None: all)."""

    at: int
    right: frozenset[int]
    among: frozenset[int] | None
    weight: float = 1.0


@dataclass(slots=True)
class Asked:
    """A window with its choices; words are counted within it. ``about`` is what GAP's scorer
    needs: the pronoun, the words of A and of B, and which is right.
    """

    window: Window
    choices: list[Choice]
    about: tuple[int, frozenset[int], frozenset[int], bool, bool] | None = None


# --- OntoGUM and LitBank -------------------------------------------------------------------------


def ontogum(shared: Path, split: str) -> list[tuple[Text, list[list[list[int]]]]]:
    """Documents of OntoGUM as texts, with each cluster's mentions as lists of words that count."""
    texts = {t.doc: t for t in treebank(shared / f"parse/gum_{split}.conllu.xz")}
    found = []
    for row in rows(shared / f"coref/gum_{split}.jsonl.xz"):
        text = texts[row["doc"]]
        clusters = [[_counting(text, a, b) for a, b in c] for c in row["clusters"]]
        found.append((text, clusters))
    return found


def litbank(shared: Path) -> list[tuple[Text, list[list[list[int]]]]]:
    """LitBank, sentences strung together; a mention's head is guessed from its words."""
    found = []
    for row in rows(shared / "coref/litbank.jsonl.xz"):
        words = [w for s in row["sentences"] for w in s]
        starts = [int(k == 0) for s in row["sentences"] for k in range(len(s))]
        text = Text("coref", words, guessed_gaps(words), starts=starts, doc=row["doc"])
        found.append((text, [[_guessed(words, a, b) for a, b in c] for c in row["clusters"]]))
    return found


def _counting(text: Text, a: int, b: int) -> list[int]:
    heads = text.heads or []
    head = next((k for k in range(a, b) if not a <= heads[k] < b or heads[k] == k), a)
    return [k for k in range(a, b) if _in_name(text, k, head)] or [head]


def _in_name(text: Text, k: int, head: int) -> bool:
    upos, heads, rels = text.upos or [], text.heads or [], text.rels or []
    if UPOS[upos[k]] != "PROPN" or UPOS[upos[head]] != "PROPN":
        return False
    return k == head or (heads[k] == head and DEPRELS[rels[k]] in ("flat", "compound"))


def _guessed(words: list[str], a: int, b: int) -> list[int]:
    if b - a == 1:
        return [a]
    end = next((k for k in range(a + 1, b) if words[k].lower() in ENDS_HEAD), b)
    kept = [k for k in range(a, end) if words[k][:1].isupper() and words[k].lower() != "the"]
    proper = kept and words[end - 1][:1].isupper()
    return kept if proper else [end - 1]


def asked_of(
    text: Text, clusters: list[list[list[int]]], tokenizer: Tokenizer, room: int, rng: random.Random
) -> Iterator[Asked]:
    """The windows of a document with a choice for every word that refers, and for some nouns that
    refer to nothing else.
    """
    of: dict[int, set[int]] = {}
    own: dict[int, list[int]] = {}
    for cluster in clusters:
        for mention in cluster:
            for k in mention:
                own[k] = mention
                of.setdefault(k, set()).update(w for m in cluster if m != mention for w in m)
    for window in cut(text, tokenizer, room):
        a, b = window.start, window.end
        choices = []
        for k in range(a, b):
            pronoun = text.words[k].lower() in PRONOUNS
            right = frozenset(w - a for w in of.get(k, ()) if a <= w < b)
            if k in own and (right or pronoun or k in of):
                inside = frozenset(w - a for w in own[k])
                among = frozenset(range(b - a)) - inside
                choices.append(Choice(k - a, right, among, 1.0 if pronoun else OTHERS))
            elif pronoun or (text.words[k][:1].isalpha() and rng.random() < 0.1):
                weight = 0.5 if pronoun else 0.1
                choices.append(Choice(k - a, frozenset(), None, weight))
        if choices:
            yield Asked(window, choices)


# --- GAP -----------------------------------------------------------------------------------------


def gap_rows(shared: Path, split: str) -> Iterator[dict]:
    with lzma.open(shared / f"coref/gap_{split}.jsonl.xz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def asked_of_gap(row: dict, tokenizer: Tokenizer, room: int) -> Asked | None:
    """The pronoun of a row and its two names; None where they do not fit into one window."""
    doc = tokenized(row["Text"])
    kept = [t for t in doc if not t.is_space]
    ends = [0, *(t.idx + len(t) for t in kept)]
    gaps = [
        gap(row["Text"][e : t.idx], k) for k, (t, e) in enumerate(zip(kept, ends, strict=False))
    ]

    def covered(start: int, words: str) -> list[int]:
        end = start + len(words)
        return [k for k, t in enumerate(kept) if t.idx < end and t.idx + len(t) > start]

    at = covered(row["Pronoun-offset"], row["Pronoun"])
    sides = [covered(row[f"{s}-offset"], row[s]) for s in "AB"]
    text = Text("coref", [t.text for t in kept], gaps, doc=row["ID"])
    first, last = min(*at, *sides[0], *sides[1]), max(*at, *sides[0], *sides[1])
    for window in _around(text, tokenizer, room, first, last):
        a = window.start
        one, other = (frozenset(k - a for k in side) for side in sides)
        right = (one if row["A-coref"] else frozenset()) | (
            other if row["B-coref"] else frozenset()
        )
        about = (at[0] - a, one, other, row["A-coref"], row["B-coref"])
        return Asked(window, [Choice(at[0] - a, right, one | other)], about)
    return None


def _around(text: Text, tokenizer: Tokenizer, room: int, first: int, last: int) -> Iterator[Window]:
    """The window of a text that holds two words; the whole text where it fits."""
    whole = cut(text, tokenizer, 10**6)[0]
    sizes = [len(p) for p in whole.pieces]
    a, b = first, last + 1
    if sum(sizes[a:b]) > room:
        return
    while b < len(sizes) and sum(sizes[a : b + 1]) <= room - min(60, sum(sizes[:a])):
        b += 1
    while a > 0 and sum(sizes[a - 1 : b]) <= room:
        a -= 1
    yield Window(text, a, b, whole.pieces[a:b], whole.features[a:b])
