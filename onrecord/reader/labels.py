"""What the network says of one article, decided: scores become a parsed Doc and attributions.

In go an article's words and the scores of its windows; out comes a ``Labelled``. Nothing here
knows any linguistics beyond "tags form passages, arcs form trees, a content belongs to one cue
and a cue has at most one source".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.quotes import Quoted
from onrecord.reader.sequences import best_tags, legal_transitions, spans
from onrecord.reader.tagset import DEPRELS, NAME_TAGS, ROLE_TAGS, UPOS
from onrecord.reader.ties import Ties
from onrecord.reader.tokens import GAPS, Words
from onrecord.reader.trees import heads

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

TokenSpan = tuple[int, int]  # half-open token indices of a Doc
WordSpan = tuple[int, int]  # the same, of the words the network reads
ENTITY_PLACES = {"I": 1, "O": 2, "B": 3}  # as spaCy numbers them
SURELY_NOT, SURELY = -3.0, 3.0  # the ends of the factuality scale
SENTENCE_STARTS = 0.0  # logit above which a word starts a sentence


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: who is its source, what words attribute, and what is attributed."""

    source: TokenSpan | None
    cue: TokenSpan | None
    content: tuple[TokenSpan, ...]
    score: float
    inside: int | None = None  # the attribution (its index) whose content this one lies in


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the network says of one article; ``doc.text`` is the article's text.

    For every token of the Doc, ``facts`` says whether it happened (-3: surely not, 3: surely),
    ``happenings`` how likely it denotes an event and ``vectors`` what it means; ``ties`` says which
    tokens stand for the same. All are empty where no network said so.
    """

    doc: Doc
    attributions: tuple[Attributed, ...]
    quoted: tuple[Quoted, ...]
    facts: tuple[float, ...] = ()
    happenings: tuple[float, ...] = ()
    vectors: Floats | None = None  # (tokens, 128)
    ties: Ties | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network gives for one window of n words; column 0 of a tie or an arc means none or
    root.
    """

    tags: Floats  # (n, role tags)
    to_cue: Floats  # (n, 1 + n) log-probabilities
    to_source: Floats  # (n, 1 + n) log-probabilities
    upos: Floats  # (n, UPOS)
    starts: Floats  # (n,)
    arcs: Floats  # (n, 1 + n)
    rels: Floats  # (n, DEPRELS)
    names: Floats  # (n, name tags)
    facts: Floats  # (n,) from -3, surely did not happen, to 3, surely did
    happenings: Floats  # (n,) logit: the word denotes an event
    vectors: Floats  # (n, 128) what the word means here
    ties: Floats  # (n, 1 + n) logit: both words stand for the same; column 0 for nobody here


@dataclass(frozen=True, slots=True)
class Decisions:
    """The words of one article with their labels; heads are word indices, a root its own."""

    attributions: tuple[Attributed, ...]
    upos: Ints
    heads: Ints
    rels: Ints
    names: Ints
    facts: Floats
    happenings: Floats
    vectors: Floats
    ties: Ties


NAME_STEPS = legal_transitions(NAME_TAGS)
ROLE_STEPS = legal_transitions(ROLE_TAGS)


def decided(
    words: Words, cuts: Sequence[WordSpan], scores: Sequence[Scores], transitions: Floats
) -> Decisions:
    """Labels for all words of an article from its windows (``cuts``, word spans) and their
    scores.
    """
    roles = best_tags([s.tags for s in scores], transitions + ROLE_STEPS)
    names = best_tags([s.names for s in scores], NAME_STEPS)
    attributions: list[Attributed] = []
    heads_: list[Ints] = []
    rels: list[Ints] = []
    for (start, end), window, tags in zip(cuts, scores, roles, strict=True):
        attributions += attributed(window, tags, start)
        gaps = words.gaps[start:end]
        own, rel = tree(window, gaps)
        heads_.append(own + start)
        rels.append(rel)
    return Decisions(
        tuple(attributions),
        np.concatenate([s.upos.argmax(1) for s in scores]),
        np.concatenate(heads_),
        np.concatenate(rels),
        np.concatenate(names),
        np.concatenate([s.facts for s in scores]).clip(SURELY_NOT, SURELY),
        _shares(np.concatenate([s.happenings for s in scores])),
        np.concatenate([s.vectors for s in scores]),
        Ties.of(words, cuts, (s.ties for s in scores)),
    )


def joined(parts: Sequence[Decisions]) -> Decisions:
    """The labels of the stretches of one article as labels of all of it."""
    if len(parts) == 1:
        return parts[0]
    rows = ("upos", "heads", "rels", "names", "facts", "happenings", "vectors")
    return Decisions(
        attributions=tuple(each for part in parts for each in part.attributions),
        ties=Ties.joined([part.ties for part in parts]),
        **{name: np.concatenate([getattr(part, name) for part in parts]) for name in rows},
    )


def tree(scores: Scores, gaps: Sequence[int]) -> tuple[Ints, Ints]:
    """Heads (indices in the window) and relations of a window, one tree a sentence."""
    starts = np.flatnonzero(
        (scores.starts > SENTENCE_STARTS) | (np.asarray(gaps) >= GAPS.index("paragraph"))
    )
    bounds = sorted({0, *starts.tolist(), len(gaps)})
    own = np.concatenate([_sentence(scores.arcs, a, b) for a, b in pairwise(bounds)])
    return own, relations(scores.rels, own)


def _sentence(arcs: Floats, start: int, end: int) -> Ints:
    block = np.concatenate([arcs[start:end, :1], arcs[start:end, 1 + start : 1 + end]], 1)
    return heads(block) + start


def relations(scores: Floats, own: Ints) -> Ints:
    """The best relation of every word; "root" for roots and for them alone."""
    scores = scores.copy()
    root = DEPRELS.index("root")
    scores[:, root] = -np.inf
    best: Ints = scores.argmax(1)
    best[own == np.arange(len(own))] = root
    return best


def attributed(scores: Scores, tags: Ints, start: int) -> list[Attributed]:
    """The attributions of one window, in word spans of the article."""
    found: dict[str, list[WordSpan]] = {"source": [], "cue": [], "content": []}
    for role, a, b in spans(tags.tolist(), ROLE_TAGS):
        found[role].append((a, b))
    sure = _certainties(scores.tags, tags)
    attributions = []
    for cue, contents, tie in _by_cue(scores.to_cue, found["content"], found["cue"]):
        source = _source(scores.to_source, cue, found["source"])
        score = tie * float(np.mean([sure[a:b].mean() for a, b in [cue, *contents]]))
        whole = tuple((a + start, b + start) for a, b in contents)
        attributions.append(
            Attributed(_moved(source, start), _moved(cue, start), whole, round(score, 4))
        )
    return attributions


def _by_cue(
    to_cue: Floats, contents: Sequence[WordSpan], cues: Sequence[WordSpan]
) -> Iterator[tuple[WordSpan, list[WordSpan], float]]:
    """Every cue that has contents, with them and how sure the least sure tie is."""
    own: dict[int, list[WordSpan]] = {}
    certainty: dict[int, float] = {}
    for content in contents if cues else ():
        cue, score = tied(to_cue, content, cues)
        own.setdefault(cue, []).append(content)
        certainty[cue] = min(score, certainty.get(cue, 1.0))
    for index in sorted(own):
        yield cues[index], own[index], certainty[index]


def tied(to_cue: Floats, content: WordSpan, cues: Sequence[WordSpan]) -> tuple[int, float]:
    """Which cue a content belongs to, and how sure that is among the cues there are."""
    a, b = content
    columns = to_cue[a:b, [1 + c for c, _ in cues]].mean(0)
    share = np.exp(columns - columns.max())
    share /= share.sum()
    best = int(share.argmax())
    return best, float(share[best])


def _source(to_source: Floats, cue: WordSpan, sources: Sequence[WordSpan]) -> WordSpan | None:
    a, b = cue
    columns = [0, *(1 + s for s, _ in sources)]
    best = int(to_source[a:b, columns].mean(0).argmax())
    return sources[best - 1] if best else None


def _moved(span: WordSpan | None, by: int) -> WordSpan | None:
    return span and (span[0] + by, span[1] + by)


def _shares(logits: Floats) -> Floats:
    shares: Floats = np.reciprocal(1 + np.exp(-logits))
    return shares


def _certainties(scores: Floats, tags: Ints) -> Floats:
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    chosen: Floats = shifted[np.arange(len(tags)), tags] / shifted.sum(1)
    return chosen


def labelled(doc: Doc, words: Words, decisions: Decisions, quoted: tuple[Quoted, ...]) -> Labelled:
    """The Doc with its labels, and the attributions in its tokens."""
    annotate(doc, words, decisions)
    tokens = words.tokens

    def token_span(span: WordSpan) -> TokenSpan:
        return tokens[span[0]], tokens[span[1] - 1] + 1

    return Labelled(
        doc,
        tuple(
            Attributed(
                a.source and token_span(a.source),
                a.cue and token_span(a.cue),
                tuple(token_span(c) for c in a.content),
                a.score,
            )
            for a in decisions.attributions
        ),
        quoted,
        tuple(_of_tokens(doc, words, decisions.facts).tolist()),
        tuple(_of_tokens(doc, words, decisions.happenings).tolist()),
        _of_tokens(doc, words, decisions.vectors),
        decisions.ties,
    )


def _of_tokens(doc: Doc, words: Words, values: Floats) -> Floats:
    """A row for every token of the Doc, 0 for white space and debris."""
    everywhere = np.zeros((len(doc), *values.shape[1:]), dtype=values.dtype)
    everywhere[list(words.tokens)] = values
    return everywhere


def annotate(doc: Doc, words: Words, decisions: Decisions) -> None:
    """Write parts of speech, trees and names into the Doc.

    White space and debris hang on the word before them.
    """
    from spacy.symbols import DEP, ENT_IOB, ENT_TYPE, HEAD, IDS, POS

    add = doc.vocab.strings.add
    tokens = np.array(words.tokens, dtype=np.int64)
    columns = np.zeros((len(doc), 5), dtype=np.uint64)
    columns[:, 0] = [IDS["SPACE"] if t.is_space else IDS["X"] for t in doc]
    columns[tokens, 0] = _numbers([IDS[p] for p in UPOS])[decisions.upos]
    columns[:, 1] = _offsets(len(doc), tokens, decisions.heads).view(np.uint64)
    columns[:, 2] = add("dep")
    rels = [add("ROOT" if r == "root" else r) for r in DEPRELS]
    columns[tokens, 2] = _numbers(rels)[decisions.rels]
    columns[:, 3] = ENTITY_PLACES["O"]
    columns[tokens, 3] = _numbers([ENTITY_PLACES[t[0]] for t in NAME_TAGS])[decisions.names]
    columns[tokens, 4] = _numbers([0, *(add(t[2:]) for t in NAME_TAGS[1:])])[decisions.names]
    for before, token in pairwise(words.tokens):  # "September\u00a0 6": the space is in the name
        if columns[token, 3] == ENTITY_PLACES["I"]:
            columns[before + 1 : token, 3:] = columns[token, 3:]
    doc.from_array([POS, HEAD, DEP, ENT_IOB, ENT_TYPE], columns)  # type: ignore[arg-type]


def _offsets(length: int, tokens: Ints, heads: Ints) -> Ints:
    """For every token of the Doc, how far its head is from it."""
    everywhere = np.arange(length)
    before = np.maximum(np.searchsorted(tokens, everywhere, side="right") - 1, 0)
    head = tokens[before]
    head[tokens] = tokens[heads]
    offsets: Ints = head - everywhere
    return offsets


def _numbers(values: Sequence[int]) -> NDArray[np.uint64]:
    return np.array(values, dtype=np.uint64)
