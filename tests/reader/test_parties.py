"""Who took part and where, on hand-made parses: no test of grammar needs the network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from onrecord.model import Article
from onrecord.reader.entities import Cast
from onrecord.reader.events.naming import phrase
from onrecord.reader.events.parties import Parties, parties
from onrecord.reader.events.places import place
from onrecord.reader.events.trigger import Takes, Trigger
from onrecord.reader.labels import Labelled
from onrecord.reader.scene import Scene
from onrecord.reader.tagset import DEPRELS, UPOS
from tests.reader.parsed import parsed


def _scene(doc: Doc, *names: tuple[str, str]) -> Scene:
    words = [t.text for t in doc]
    doc.ents = tuple(Span(doc, words.index(w), words.index(w) + 1, label) for w, label in names)
    article = Article(id="art_x", input="x", text=doc.text)
    return Scene.of(Labelled(doc, (), ()), Cast(()), (), article)


def _trigger(
    scene: Scene,
    word: str,
    action: str = "ASSAULT",
    takes: Takes = "agent",
    onto: str = "",
    carrier: str | None = None,
) -> Trigger:
    words = [t.text for t in scene.doc]
    at = words.index(word)
    carried = words.index(carrier) if carrier else None
    return Trigger(at, (at, at + 1), action, None, takes, frozenset(onto.split()), carried)


def _who(found: Parties) -> tuple[list[str], list[str]]:
    return [p.who for p in found.actors], [p.who for p in found.recipients]


ACTIVE = """
1 The DET 2 det
2 army NOUN 3 nsubj
3 shelled VERB 0 root
4 a DET 5 det
5 hospital NOUN 3 obj
6 in ADP 7 case
7 Ulmar PROPN 3 obl
8 . PUNCT 3 punct
"""


def test_subject_acts_on_object_in_a_place() -> None:
    scene = _scene(parsed(ACTIVE), ("Ulmar", "LOC"))
    trigger = _trigger(scene, "shelled")
    assert _who(parties(scene, trigger)) == (["army"], ["hospital"])
    where = place(scene, trigger)
    assert where is not None
    assert where.name == "Ulmar"


def test_passage_keeps_the_article_that_the_name_leaves_out() -> None:
    scene = _scene(parsed(ACTIVE))
    (actor,) = parties(scene, _trigger(scene, "shelled")).actors
    assert (actor.who, actor.passage.text, actor.entity) == ("army", "The army", None)


PASSIVE = """
1 Three NUM 2 nummod
2 villagers NOUN 4 nsubj:pass
3 were AUX 4 aux:pass
4 killed VERB 0 root
5 by ADP 6 case
6 militants NOUN 4 obl:agent
"""


def test_agent_of_a_passive_acts_and_its_subject_suffers() -> None:
    scene = _scene(parsed(PASSIVE))
    found = parties(scene, _trigger(scene, "killed"))
    assert _who(found) == (["militants"], ["Three villagers"])


def test_no_actor_is_stated_so_there_is_none() -> None:
    scene = _scene(parsed("\n".join(PASSIVE.strip().splitlines()[:4])))
    assert _who(parties(scene, _trigger(scene, "killed"))) == ([], ["Three villagers"])


def test_bomb_is_no_actor() -> None:
    scene = _scene(
        parsed("""
1 A DET 2 det
2 bomb NOUN 3 nsubj
3 killed VERB 0 root
4 nine NUM 5 nummod
5 people NOUN 3 obj
""")
    )
    assert _who(parties(scene, _trigger(scene, "killed"))) == ([], ["nine people"])


OWNED = """
1 Israeli ADJ 2 amod
2 airstrikes NOUN 3 nsubj
3 killed VERB 0 root
4 nine NUM 5 nummod
5 people NOUN 3 obj
"""


@pytest.mark.parametrize("word", ["killed", "airstrikes"])
def test_airstrikes_act_for_whose_they_are(word: str) -> None:
    scene = _scene(parsed(OWNED))
    found = parties(scene, _trigger(scene, word, onto="on" if word == "airstrikes" else ""))
    assert _who(found) == (["Israel"], ["nine people"])
    assert found.actors[0].passage.text == "Israeli"


def test_nationality_of_troops_leaves_the_troops_the_actor() -> None:
    scene = _scene(parsed(OWNED.replace("airstrikes", "troops")))
    assert _who(parties(scene, _trigger(scene, "killed")))[0] == ["Israeli troops"]


def test_nationality_of_what_was_attacked_is_no_actor() -> None:
    scene = _scene(
        parsed("""
1 the DET 4 det
2 Turkish ADJ 4 amod
3 nightclub NOUN 4 compound
4 attack NOUN 0 root
""")
    )
    assert parties(scene, _trigger(scene, "attack")).actors == ()


def test_all_that_is_coordinated_takes_part_in_one_event() -> None:
    scene = _scene(
        parsed("""
1 Varn PROPN 4 nsubj
2 and CCONJ 3 cc
3 Ishel PROPN 1 conj
4 met VERB 0 root
5 with ADP 6 case
6 Odren PROPN 4 obl
"""),
        ("Varn", "PERSON"),
        ("Ishel", "PERSON"),
        ("Odren", "PERSON"),
    )
    found = parties(scene, _trigger(scene, "met", "CONSULT", "mutual"))
    assert _who(found) == (["Varn", "Ishel"], ["Odren"])


def test_both_sides_of_talks_act() -> None:
    scene = _scene(
        parsed("""
1 Talks NOUN 6 nsubj
2 between ADP 3 case
3 rebels NOUN 1 nmod
4 and CCONJ 5 cc
5 ministers NOUN 3 conj
6 failed VERB 0 root
"""),
    )
    found = parties(scene, _trigger(scene, "Talks", "CONSULT", "mutual"))
    assert _who(found) == (["rebels", "ministers"], [])


HYPHENED = """
1 the DET 5 det
2 Varn_ PROPN 4 compound
3 -_ PUNCT 2 punct
4 Ishel PROPN 5 compound
5 talks NOUN 0 root
"""


def test_hyphened_names_before_talks_are_the_two_sides() -> None:
    scene = _scene(parsed(HYPHENED), ("Varn", "ORG"), ("Ishel", "ORG"))
    found = parties(scene, _trigger(scene, "talks", "CONSULT", "mutual"))
    assert _who(found) == (["Varn", "Ishel"], [])


def test_who_carries_the_noun_acts() -> None:
    scene = _scene(
        parsed("""
1 Rebels NOUN 2 nsubj
2 launched VERB 0 root
3 an DET 4 det
4 attack NOUN 2 obj
5 on ADP 7 case
6 the DET 7 det
7 port NOUN 4 nmod
8 of ADP 9 case
9 Ulmar PROPN 7 nmod
"""),
        ("Ulmar", "LOC"),
    )
    found = parties(scene, _trigger(scene, "attack", onto="on", carrier="launched"))
    assert _who(found) == (["Rebels"], ["port of Ulmar"])


def test_which_is_the_attack_not_the_town_it_was_on() -> None:
    scene = _scene(
        parsed("""
1 Israeli ADJ 2 amod
2 attacks NOUN 0 root
3 on ADP 4 case
4 Varn PROPN 2 nmod
5 , PUNCT 7 punct
6 which PRON 7 nsubj
7 killed VERB 4 acl:relcl
8 people NOUN 7 obj
"""),
        ("Varn", "LOC"),
    )
    assert _who(parties(scene, _trigger(scene, "killed"))) == (["Israel"], ["people"])


CONTROLLED = """
1 Ministers NOUN 2 nsubj
2 ordered VERB 0 root
3 police NOUN 2 obj
4 to PART 5 mark
5 arrest VERB 2 xcomp
6 protesters NOUN 5 obj
"""


@pytest.mark.parametrize("relation", ["xcomp", "advcl"])
def test_who_is_ordered_to_arrest_arrests(relation: str) -> None:
    scene = _scene(parsed(CONTROLLED.replace("xcomp", relation)))
    found = parties(scene, _trigger(scene, "arrest", "COERCE"))
    assert _who(found) == (["police"], ["protesters"])


def test_who_promises_to_attack_attacks() -> None:
    table = CONTROLLED.replace("ordered", "threatened").replace("arrest", "attack")
    scene = _scene(parsed(table))
    assert _who(parties(scene, _trigger(scene, "attack")))[0] == ["Ministers"]


def test_one_who_calls_is_not_the_several_who_plan() -> None:
    scene = _scene(
        parsed("""
1 Odren PROPN 2 nsubj
2 says VERB 0 root
3 ministers NOUN 4 nsubj
4 plan VERB 2 ccomp
5 talks NOUN 4 obj
6 and CCONJ 7 cc
7 urges VERB 4 conj
8 rebels NOUN 7 obj
"""),
        ("Odren", "PERSON"),
    )
    assert _who(parties(scene, _trigger(scene, "urges", "REQUEST"))) == (["Odren"], ["rebels"])


def test_participle_on_what_somebody_said_is_not_the_speakers_act() -> None:
    scene = _scene(
        parsed("""
1 Officials NOUN 2 nsubj
2 said VERB 0 root
3 it PRON 4 nsubj
4 exploded VERB 2 ccomp
5 , PUNCT 6 punct
6 killing VERB 2 advcl
7 people NOUN 6 obj
""")
    )
    assert _who(parties(scene, _trigger(scene, "killing"))) == ([], ["people"])


def test_pronoun_nobody_resolves_is_nobody() -> None:
    scene = _scene(parsed("1 They PRON 2 nsubj\n2 attacked VERB 0 root\n3 her PRON 2 obj"))
    assert parties(scene, _trigger(scene, "attacked")) == Parties()


def test_relative_clause_is_left_out_of_the_passage() -> None:
    scene = _scene(
        parsed("""
1 The DET 2 det
2 rebels NOUN 6 nsubj
3 who PRON 4 nsubj
4 fled VERB 2 acl:relcl
5 , PUNCT 2 punct
6 attacked VERB 0 root
7 soldiers NOUN 6 obj
""")
    )
    (actor,) = parties(scene, _trigger(scene, "attacked")).actors
    assert actor.passage.text == "The rebels"


def test_plan_that_is_rejected_is_its_owners() -> None:
    scene = _scene(
        parsed("""
1 Rebels NOUN 2 nsubj
2 rejected VERB 0 root
3 the DET 4 det
4 government NOUN 6 nmod:poss
5 's PART 4 case
6 offer NOUN 2 obj
""")
    )
    found = parties(scene, _trigger(scene, "rejected", "REJECT"))
    assert _who(found) == (["Rebels"], ["government"])


def test_own_troops_are_nobody_it_was_done_to() -> None:
    scene = _scene(parsed("1 Ministers NOUN 2 nsubj\n2 deployed VERB 0 root\n3 troops NOUN 2 obj"))
    assert _who(parties(scene, _trigger(scene, "deployed", "MOBILIZE"))) == (["Ministers"], [])


@pytest.mark.parametrize("phrase_", ["in March", "in statement", "in response"])
def test_what_is_no_place_is_none(phrase_: str) -> None:
    case, noun = phrase_.split()
    table = (
        f"1 Rebels NOUN 2 nsubj\n2 attacked VERB 0 root\n3 {case} ADP 4 case\n4 {noun} NOUN 2 obl"
    )
    scene = _scene(parsed(table))
    assert place(scene, _trigger(scene, "attacked")) is None


def test_without_a_parse_nobody_takes_part() -> None:
    scene = _scene(Doc(Vocab(), words=["Rebels", "attacked", "Ulmar"]))
    trigger = _trigger(scene, "attacked")
    assert parties(scene, trigger) == Parties()
    assert place(scene, trigger) is None


WORDS = st.sampled_from(
    "Israeli airstrikes killed people which who they and in on by of Ulmar army attack said to the"
    " , 12 talks between".split()
)


@st.composite
def _parses(draw: st.DrawFn) -> Doc:
    """Any tree over any words: the parse may be anything."""
    size = draw(st.integers(1, 12))
    words = draw(st.lists(WORDS, min_size=size, max_size=size))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for k in range(1, size):
        heads[order[k]] = order[draw(st.integers(0, k - 1))]
    deps = ["ROOT" if heads[k] == k else draw(st.sampled_from(DEPRELS)) for k in range(size)]
    pos = draw(st.lists(st.sampled_from(UPOS), min_size=size, max_size=size))
    return Doc(Vocab(), words=words, pos=pos, heads=heads, deps=deps)


@given(
    _parses(),
    st.data(),
    st.sampled_from(["agent", "patient", "mutual"]),
    st.sampled_from(["ASSAULT", "CONSULT", "REJECT", "REQUEST", "THREATEN", "RETREAT"]),
)
def test_any_parse_gives_exact_passages_and_nobody_on_both_sides(
    doc: Doc, data: st.DataObject, takes: Takes, action: str
) -> None:
    scene = _scene(doc)
    at = data.draw(st.integers(0, len(doc) - 1))
    carrier = data.draw(st.none() | st.integers(0, len(doc) - 1))
    trigger = Trigger(at, (at, at + 1), action, None, takes, frozenset({"on"}), carrier)
    found = parties(scene, trigger)
    where = place(scene, trigger)
    passages = [p.passage for p in (*found.actors, *found.recipients)]
    for one in [*passages, *([where.passage] if where else [])]:
        assert scene.article.text[one.start : one.end] == one.text
    names = [{p.who for p in side} for side in (found.actors, found.recipients)]
    assert not names[0] & names[1]
    assert all(a < b for a, b in (phrase(scene, t) for t in range(len(doc))))
