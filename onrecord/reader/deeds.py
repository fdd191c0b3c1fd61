"""An attribution in, out whether its cue does something instead of saying it.

"Authorities arrest the pilot of a plane that crashed" states nothing, nor does "the court sentences
a man": where a verb of doing takes a plain object, there is no statement. Nor is there in a
decision to do something, in being a critic of someone, or in what only stirs others ("the move
enraged critics"). What is quoted, and what is told in a clause ("arrested, it wrote, because …"),
remains one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.reader.acts import cue_word
from onrecord.reader.cues import stems, table
from onrecord.reader.passages import quoted_share

if TYPE_CHECKING:
    from onrecord.reader.drafts import Draft
    from onrecord.reader.grammar import Grammar
    from onrecord.reader.labels import Attributed, Labelled, TokenSpan
    from onrecord.reader.passages import Text

# They never state anything.
DEEDS: Final = table(
    """
    arrest detain convict sentence fine jail imprison indict acquit extradite execute deport expel
    designate issue impose lift revoke rescind repeal overturn nullify annul ratify adjourn
    suspend postpone cancel delay elect appoint nominate re-elect reelect select certify
    inaugurate introduce establish create launch submit summon evacuate capture attack
    kill free send deploy withdraw raid shut close open repel qualify win lose beat defeat preside
    resign relist list place pass investigate host
    halt restore resume choose premiere retaliate circulate scrap sideline recruit hire fire
    """
)
# Of these it takes a clause: "concluded that …" states, "concluded the negotiations" does not.
DEEDS_WITHOUT_CLAUSE: Final = table(
    """
    conclude release sign ban register list broadcast uphold forbid prohibit approve assume
    """
)
PASTS: Final = dict(
    pair.split("=")
    for pair in """
    sent=send won=win lost=lose withdrew=withdraw withdrawn=withdraw beaten=beat chose=choose
    chosen=choose upheld=uphold
    """.split()
)
# What one is or decides, not what one says: "is a fierce critic of", "her decision to leave".
STANDS: Final = table(
    """
    critic critics opponent opponents supporter supporters fan fans admirer admirers foe foes
    backer backers defender defenders
    """
)
DECISIONS: Final = table("decision decisions choice choices")
ACHIEVED: Final = table("victory bankruptcy defeat")  # "declared victory"
# What one meets with is said by others: "the mayor has drawn both praise and criticism for …".
MET_WITH: Final = table("praise criticism condemnation support ire scorn outrage applause rebuke")
DRAWN: Final = table(
    """
    drew draw draws drawn drawing receive receives received receiving won win wins winning earn
    earns earned earning face faces faced facing attract attracts attracted attracting spark sparks
    sparked sparking prompt prompts prompted prompting provoke provokes provoked provoking garner
    garners garnered garnering got get gets met
    """
)
BACKING: Final = table(
    "support favor favour defense defence praise honor honour protest opposition"
)
CLAUSES: Final = ("ccomp", "csubj", "parataxis", "csubj:pass")


def deed(labelled: Labelled, grammar: Grammar, text: Text, draft: Draft) -> bool:
    """Whether the draft is of a deed."""
    known = labelled.attributions[draft.index]
    cue = known.cue
    if cue is None or draft.cue is None:
        return False
    if any(quoted_share(text, a, b, draft.cue) > QUOTED for a, b in draft.content):
        return False
    said = text.text[slice(*draft.cue)]
    if _stands(grammar, known, said) or _stirs(grammar, known, said):
        return True
    if _backed(grammar, known) or _draws(grammar, known):
        return True
    return _does(grammar, cue, said) and not any(_told_of(grammar, t) for t in range(*cue))


OF_NOUNS: Final = ("acl", "ccomp", "appos")
QUOTED: Final = 0.3


def _does(grammar: Grammar, cue: TokenSpan, said: str) -> bool:
    word = cue_word(said)
    if word is not None:
        if word.lemma == "hold":  # "held office", not "held good opinions of"
            return cue_word(said.split()[-1]) is not None
        attitude = word.lemma == "approve" and said.endswith(" of")
        return word.lemma in DEEDS_WITHOUT_CLAUSE and not attitude
    verbs = [t for t in range(*cue) if grammar.pos[t] == "VERB"][-1:]
    forms = (PASTS.get(grammar.words[t], grammar.words[t]) for t in verbs)
    return any(s in DEEDS for form in forms for s in stems(form))


def _told_of(grammar: Grammar, token: int) -> bool:
    """Whether what is done is told in a clause: of the verb, or of "word" in "sent word that"."""
    clauses = [c for c in grammar.children[token] if grammar.dep[c] in CLAUSES]
    objects = grammar.all(token, "obj")
    words = (o for o in objects if grammar.pos[o] != "PROPN")  # no word is "Haske, a lawyer"
    return bool(clauses) or any(grammar.child(o, *OF_NOUNS) is not None for o in words)


def _stands(grammar: Grammar, known: Attributed, said: str) -> bool:
    """ "Roe is an outspoken critic of Haske", "her decision to leave", "declared victory"."""
    assert known.cue is not None
    last = known.cue[1] - 1
    words = grammar.words
    if words[last] == "of":
        return words[last - 1] in STANDS and last - 1 >= known.cue[0]
    if grammar.pos[last] == "NOUN" and words[last] in DECISIONS:
        return words[known.content[0][0]] in ("to", "not")
    word = cue_word(said)
    alone = [words[t] for a, b in known.content for t in range(a, b) if grammar.pos[t] != "PUNCT"]
    return word is not None and word.lemma == "declare" and alone[:1] == alone and _won(alone)


def _won(alone: list[str]) -> bool:
    return not ACHIEVED.isdisjoint(alone)


def _backed(grammar: Grammar, known: Attributed) -> bool:
    """ "They rallied in support of Haske to protest the vote": the vote is no matter of Haske's."""
    assert known.cue is not None
    last = known.cue[1] - 1
    named = grammar.words[last] == "of" and grammar.words[last - 1] in BACKING
    return named and known.source is not None and known.source[0] == known.cue[1]


def _draws(grammar: Grammar, known: Attributed) -> bool:
    """ "Haske has drawn praise for the dam": others praise."""
    assert known.cue is not None
    met = [t for t in range(*known.cue) if grammar.words[t] in MET_WITH]
    verb = next((t for t in range(*known.cue) if grammar.words[t] in DRAWN), None)
    if not met or verb is None or known.source is None or met[0] < verb:
        return False
    doer = grammar.child(verb, "nsubj", "nsubj:pass")
    return doer is not None and known.source[0] <= doer < known.source[1]


def _stirs(grammar: Grammar, known: Attributed, said: str) -> bool:
    """ "The move enraged critics": its subject is what they are held to have said."""
    assert known.cue is not None
    if known.source is None or cue_word(said) is not None:
        return False
    verb = next((t for t in range(*known.cue) if grammar.pos[t] == "VERB"), None)
    doer = grammar.child(verb, "nsubj") if verb is not None else None
    if verb is None or doer is None or grammar.child(verb, *CLAUSES) is not None:
        return False
    moved = [c for c in grammar.all(verb, "obj", "obl", "iobj", "nsubj") if c > verb]
    return any(a <= doer < b for a, b in known.content) and any(
        known.source[0] <= t < known.source[1] for t in moved
    )
