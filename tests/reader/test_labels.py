"""Scores made by hand become attributions and trees, without any network."""

import numpy as np
import pytest

from onrecord.reader.labels import Scores, attributed, decided, labelled, tree
from onrecord.reader.quotes import quotations
from onrecord.reader.sequences import legal_transitions
from onrecord.reader.tagset import DEPRELS, NAME_TAGS, ROLE_TAGS, UPOS
from onrecord.reader.tokens import tokenized, words

SURE = 9.0


def scores(
    tags: str,
    to_cue: dict[int, int] | None = None,
    to_source: dict[int, int] | None = None,
    heads: list[int] | None = None,
    starts: tuple[int, ...] = (0,),
) -> Scores:
    """Certain scores: role tags by name, ties as {word: word}, heads as word indices (a root's
    own).
    """
    names = tags.split()
    n = len(names)
    ties = []
    for tie in (to_cue or {}, to_source or {}):
        table = np.zeros((n, n + 1), dtype=np.float32)
        for word, target in tie.items():
            table[word, 1 + target] = SURE
        ties.append(table)
    arcs = np.zeros((n, n + 1), dtype=np.float32)
    for word, head in enumerate(heads or [0] * n):
        arcs[word, 0 if head == word else 1 + head] = SURE
    return Scores(
        tags=np.array(
            [[SURE * (t == name) for t in ROLE_TAGS] for name in names], dtype=np.float32
        ),
        to_cue=ties[0],
        to_source=ties[1],
        upos=np.zeros((n, len(UPOS)), dtype=np.float32),
        starts=np.array([SURE if k in starts else -SURE for k in range(n)], dtype=np.float32),
        arcs=arcs,
        rels=np.zeros((n, len(DEPRELS)), dtype=np.float32),
        names=np.eye(len(NAME_TAGS), dtype=np.float32)[[0] * n],
        facts=np.full(n, 2.5 * SURE, dtype=np.float32),
        happenings=np.zeros(n, dtype=np.float32),
        vectors=np.zeros((n, 128), dtype=np.float32),
        ties=np.zeros((n, 1 + n), dtype=np.float32),
    )


def tag_indices(tags: str) -> np.ndarray:
    return np.array([ROLE_TAGS.index(t) for t in tags.split()])


def test_two_cues_share_a_source_and_each_has_its_content() -> None:
    tags = "S-source S-cue B-content E-content O S-cue S-content"
    made = scores(tags, {2: 1, 3: 1, 6: 5}, {1: 0, 5: 0})
    found = attributed(made, tag_indices(tags), 10)
    assert [(a.source, a.cue, a.content) for a in found] == [
        ((10, 11), (11, 12), ((12, 14),)),
        ((10, 11), (15, 16), ((16, 17),)),
    ]


def test_pieces_around_the_cue_belong_to_one_attribution() -> None:
    tags = "B-content E-content S-source S-cue B-content E-content"
    made = scores(tags, dict.fromkeys((0, 1, 4, 5), 3), {3: 2})
    (found,) = attributed(made, tag_indices(tags), 0)
    assert found.content == ((0, 2), (4, 6))
    assert 0.9 < found.score <= 1


def test_a_cue_that_the_network_gives_no_source_has_none() -> None:
    tags = "S-source S-cue S-content"
    made = scores(tags, {2: 1})
    made.to_source[1, 0] = SURE
    (found,) = attributed(made, tag_indices(tags), 0)
    assert found.source is None


def test_a_content_without_any_cue_is_left_out() -> None:
    assert attributed(scores("S-content O"), tag_indices("S-content O"), 0) == []


def test_trees_never_cross_a_sentence() -> None:
    made = scores("O O O O", heads=[1, 1, 1, 1], starts=(0, 2))
    own, rels = tree(made, (3, 1, 1, 1))
    assert own[0] == 1
    assert own[1] == 1
    assert set(own[2:].tolist()) <= {2, 3}
    assert (rels == DEPRELS.index("root")).tolist() == (own == np.arange(4)).tolist()


def test_a_doc_carries_its_labels_and_still_is_the_text() -> None:
    text = "Talks\n\n,\nended , she  said"
    doc = tokenized(text)
    quoted = quotations(text)
    read = words(doc, quoted)
    assert read.texts == ("Talks", "ended", ",", "she", "said")
    made = scores(
        "B-content E-content O S-source S-cue", {0: 4, 1: 4}, {4: 3}, heads=[1, 4, 4, 4, 4]
    )
    steps = legal_transitions(ROLE_TAGS)
    decisions = decided(read, [(0, 5)], [made], steps)
    found = labelled(doc, read, decisions, quoted)
    assert found.doc.text == text
    (only,) = found.attributions
    assert found.doc[only.content[0][0]].text == "Talks"
    assert found.doc[only.content[0][1] - 1].text == "ended"
    assert [t.text for t in found.doc if t.head.i == t.i] == ["Talks", "said"]
    assert found.doc[read.tokens[1]].head.text == "said"


def test_every_token_has_a_factuality_within_the_scale_and_blanks_have_none() -> None:
    doc = tokenized("It rained.  It stopped.")
    made = scores("O O O O O O")
    read = words(doc, ())
    steps = np.zeros((len(ROLE_TAGS) + 1, len(ROLE_TAGS) + 1), dtype=np.float32)
    found = labelled(doc, read, decided(read, [(0, 6)], [made], steps), ())
    assert len(found.facts) == len(found.happenings) == len(doc)
    assert {found.facts[t.i] for t in doc if not t.is_space} == {3.0}
    assert {found.facts[t.i] for t in doc if t.is_space} == {0.0}
    assert found.happenings[0] == pytest.approx(0.5)
