"""An attribution in, out whether its cue does something instead of saying it.

"Authorities arrest the pilot of a plane that crashed" states nothing, nor does "the court sentences
a man": where a verb of doing takes a plain object, there is no statement. What is quoted, and what
is told in a clause ("arrested, it wrote, because …"), remains one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.reader.acts import cue_word
from onrecord.reader.cues import stems, table
from onrecord.reader.passages import quoted_share

if TYPE_CHECKING:
    from onrecord.reader.drafts import Draft
    from onrecord.reader.grammar import Grammar
    from onrecord.reader.labels import Labelled, TokenSpan
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
    halt restore resume
    """
)
# Of these it takes a clause: "concluded that …" states, "concluded the negotiations" does not.
DEEDS_WITHOUT_CLAUSE: Final = table(
    """
    conclude release sign ban register list broadcast uphold forbid prohibit
    """
)
PASTS: Final = dict(
    pair.split("=")
    for pair in """
    sent=send won=win lost=lose withdrew=withdraw withdrawn=withdraw beaten=beat
    """.split()
)
CLAUSES: Final = ("ccomp", "csubj", "parataxis", "csubj:pass")


def deed(labelled: Labelled, grammar: Grammar, text: Text, draft: Draft) -> bool:
    """Whether the draft is of a deed."""
    cue = labelled.attributions[draft.index].cue
    if cue is None or draft.cue is None or not _does(grammar, cue, text.text[slice(*draft.cue)]):
        return False
    if any(quoted_share(text, a, b, draft.cue) > QUOTED for a, b in draft.content):
        return False
    return not any(_told_of(grammar, t) for t in range(*cue))


OF_NOUNS: Final = ("acl", "ccomp", "appos")
QUOTED: Final = 0.3


def _does(grammar: Grammar, cue: TokenSpan, said: str) -> bool:
    word = cue_word(said)
    if word is not None:
        return word.lemma in DEEDS_WITHOUT_CLAUSE
    verbs = [t for t in range(*cue) if grammar.pos[t] == "VERB"]
    forms = (PASTS.get(grammar.words[t], grammar.words[t]) for t in verbs)
    return any(s in DEEDS for form in forms for s in stems(form))


def _told_of(grammar: Grammar, token: int) -> bool:
    """Whether what is done is told in a clause: of the verb, or of "word" in "sent word that"."""
    clauses = [c for c in grammar.children[token] if grammar.dep[c] in CLAUSES]
    objects = grammar.all(token, "obj")
    return bool(clauses) or any(grammar.child(o, *OF_NOUNS) is not None for o in objects)
