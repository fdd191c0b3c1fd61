"""Whom a verb is about, as the grammar has it: its subject, its object and its phrases.

In: a ``Grammar`` and the token of a verb (or of a predicate adjective: "left dead"). Out: the head
tokens of those in each place, subjects also through coordination ("attacked and fled"), control
("is expected to meet"), participles (", killing 12") and relative clauses ("the rebels who …").
Nothing is found where the parse does not say. Whether a token is anybody is asked in ``beings``.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table
from onrecord.reader.events.active import acts
from onrecord.reader.events.reduced import counted_before, reduced
from onrecord.reader.events.relatives import HELPING, antecedent
from onrecord.reader.grammar import NOMINAL, Grammar

BEING_DONE_TO: Final = table("be am is are was were been being 's 're get gets got getting gotten")
SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
PLURAL: Final = table("are were have 're")
RELATIVE: Final = table("who which that whom")
# "threatened Ishel to attack": who attacks is the subject; with other verbs it is the object.
PROMISES: Final = table(
    "promise promises promised promising vow vows vowed vowing threaten threatens threatened"
)
# Whom one of these is said to acts in what follows, whatever the parse makes of "to".
CALLING: Final = table(
    """
    call calls called calling ask asks asked asking urge urges urged urging order orders ordered
    ordering tell tells told telling appeal appeals appealed press presses pressed force
    forces forced forcing allow allows allowed allowing help helps helped helping persuade convince
    """
)
A: Final = frozenset({"a", "an"})
ON: Final = frozenset({"on", "upon"})
# "Ishel is easy to attack": the subject is not who attacks.
TOUGH: Final = table("easy hard difficult tough impossible possible dangerous safe")
# "plans to attack": whose plan it is attacks.
INTENTIONS: Final = table(
    """
    plan plans decision decisions effort efforts attempt attempts bid bids offer offers promise
    promises pledge pledges vow vows intention intentions intent threat threats move moves refusal
    failure willingness readiness right pact deal agreement commitment mission
    """
)
# Words that count people without naming them: "killing dozens", "another was hurt".
COUNTED: Final = table(
    """
    dozens hundreds thousands scores tens millions many several some others most all both few
    another
    """
)
# Said of the same people in one breath, with one phrase of place for all.
HARMED: Final = table(
    """
    kill kills killed killing injured injure injures injuring wounded wounds wounding wound missing
    hurt hurts hurting dead hospitalized hospitalised displaced arrested detained rescued trapped
    destroyed damaged
    """
)
NAMES: Final = frozenset({"PROPN", "NOUN", "ADJ"})
FOR: Final = frozenset({"for", "of"})
MISTAKEN: Final = (
    ("nummod", "NUM"),
    ("obl:unmarked", "NUM"),
    ("nmod:desc", "PROPN"),
    ("nmod:desc", "NOUN"),
    ("flat", "PROPN"),
    ("appos", "PROPN"),
    ("nsubj", "NOUN"),
)
VERBAL: Final = ("VERB", "AUX", "ADJ")
LINKED: Final = ("conj", "parataxis")
HIGH: Final = 6  # how many clauses up a subject may stand


def passive(grammar: Grammar, verb: int, alone: bool = True) -> bool:
    """Whether the verb's subject is who it was done to; not ``alone``, it takes no object."""
    if grammar.words[verb].endswith(("ing", "s")) or grammar.words[verb - 1] == "to":
        return False
    helping = [c for c in grammar.all(verb, "aux:pass", "aux", "cop", "mark") if c < verb]
    if helping and grammar.words[helping[-1]] in BEING_DONE_TO:  # not "if it were to attack"
        return grammar.pos[verb] != "ADJ"
    if to_infinitive(grammar, verb) or _objects(grammar, verb) or grammar.all(verb, "aux"):
        return False
    relation = grammar.dep[verb]
    if relation in ("acl", "amod", "xcomp") or reduced(grammar, verb):
        return True
    if grammar.child(verb, "nsubj:pass") is not None:
        return True
    if grammar.child(verb, *SUBJECTS, "expl") is not None:
        return False
    if relation == "advcl":
        return grammar.child(verb, "mark") is None  # "Attacked by rebels, the town fell"
    # "were killed and wounded", not "was rebuffed and called for …"
    joined = alone and relation == "conj" and not acts(grammar, verb)
    return joined and passive(grammar, grammar.head[verb])


def to_infinitive(grammar: Grammar, verb: int) -> bool:
    return any(grammar.words[c] == "to" for c in grammar.all(verb, "mark"))


def subject(grammar: Grammar, verb: int) -> int | None:
    """The head of the verb's own or shared subject, whether it acts or is acted on."""
    for _ in range(HIGH):
        own = _own_subject(grammar, verb)
        if own is not None:
            return antecedent(grammar, verb) if grammar.words[own] in RELATIVE else own
        if grammar.child(verb, "expl", "csubj", "csubj:pass") is not None:
            return None
        head = grammar.head[verb]
        if head == verb:
            return None
        found, verb = _above(grammar, verb, head)
        if found is not None or verb < 0:
            return found
    return None


def _own_subject(grammar: Grammar, verb: int) -> int | None:
    """The last of "Varnian" and "Roe" in "Varnian President Roe calls", if the parse has both."""
    found = [c for c in grammar.all(verb, *SUBJECTS) if c < verb]
    if not found and (counted := counted_before(grammar, verb)) is not None:
        return counted
    if not found and misread(grammar, verb):
        return verb - 1
    if not found:
        return grammar.child(verb, *SUBJECTS) or _mistaken_subject(grammar, verb)
    one = len(found) > 1 and set(grammar.pos[found[0] : found[-1] + 1]) <= NAMES
    return found[-1 if one else 0]


def _mistaken_subject(grammar: Grammar, verb: int) -> int | None:
    """ "A deputy shot Roe", if the parse takes the deputy for an object too."""
    if grammar.dep[verb] == "acl:relcl" or grammar.child(verb, *SUBJECTS, "expl") is not None:
        return None
    before = [c for c in grammar.all(verb, "obj") if c < verb and grammar.pos[c] in NAMES]
    return before[0] if before else None


def misread(grammar: Grammar, verb: int) -> bool:
    """Whether the parse takes a verb for a noun: "Varn police arrest a man"."""
    if grammar.pos[verb] not in ("NOUN", "VERB") or not verb:
        return False
    root = grammar.dep[verb] in ("ROOT", "root") and not grammar.words[verb].endswith("ing")
    before = grammar.dep[verb - 1] == "compound" and grammar.head[verb - 1] == verb
    if grammar.child(verb, "cop") is None:  # "The Air Force strikes and destroys a depot"
        before |= any(c < verb for c in grammar.all(verb, "nsubj"))
    verbs = [c for c in grammar.all(verb, "conj") if grammar.pos[c] == "VERB"]
    onto = grammar.all(verb, "obj") or [c for c in grammar.all(verb, "nsubj") if c > verb]
    return root and before and bool(onto or any(grammar.all(c, "obj") for c in verbs))


def _above(grammar: Grammar, verb: int, head: int) -> tuple[int | None, int]:
    """Who governs a clause without a subject: a token, or the verb that says (-1: nobody)."""
    relation = grammar.dep[verb]
    nominal = grammar.pos[head] in NOMINAL and head < verb
    if relation in ("acl", "advcl") and nominal and _trailing(grammar, verb):
        return None, _clause_of(grammar, head)
    if relation in ("acl", "amod"):
        return _qualified(grammar, verb, head)
    if relation == "advcl" and (blamed := _blamed(grammar, verb, head)) is not None:
        return blamed, -1
    if relation == "xcomp":
        return _controlled(grammar, head)
    if relation == "advcl" and (grammar.words[verb].endswith("ing") or _bare(grammar, verb)):
        # "Officials said a bomb went off, killing 12" may hang on "said"
        if to_infinitive(grammar, verb) and grammar.words[head] in CALLING:
            return _controlled(grammar, head)
        said = any(c < verb for c in grammar.all(head, "ccomp"))
        return None, -1 if said or grammar.child(verb, "aux") is not None else head
    named = grammar.child(head, "cop") is not None  # "is a member and pushed for it"
    if relation == "conj" and (named or grammar.pos[head] in VERBAL or misread(grammar, head)):
        if _finite_after_ing(grammar, verb, head):
            return None, _finite_above(grammar, head)
        if not _singular_after_plural(grammar, verb, head):
            return None, head
        # "Roe says the ministers plan talks and calls for calm": Roe calls
        return None, grammar.head[head] if grammar.dep[head] in ("ccomp", "advcl") else -1
    if relation == "conj" and grammar.dep[head] == "obj" and grammar.pos[verb] == "VERB":
        return None, grammar.head[head]  # "issues sanctions on and bans the firm"
    return None, -1


def _finite_after_ing(grammar: Grammar, verb: int, head: int) -> bool:
    """ "accuses it of hiding gold and imposes sanctions": whoever accuses imposes."""
    own = grammar.words[verb].endswith("s") and grammar.child(verb, *HELPING) is None
    bare = grammar.words[head].endswith("ing") and grammar.child(head, *HELPING) is None
    return own and bare and grammar.pos[verb] == "VERB"


def _finite_above(grammar: Grammar, verb: int) -> int:
    """The nearest verb above that is no participle."""
    for _ in range(HIGH):
        if grammar.head[verb] == verb:
            return verb
        verb = grammar.head[verb]
        if grammar.pos[verb] == "VERB" and not grammar.words[verb].endswith("ing"):
            return verb
    return verb


def _trailing(grammar: Grammar, verb: int) -> bool:
    """ ", accusing Ishel of …": of whoever the clause before the comma is about."""
    return grammar.words[verb].endswith("ing") and grammar.words[verb - 1] == "," and verb > 1


def _clause_of(grammar: Grammar, token: int) -> int:
    """The verb whose object or complement a token is part of; the token where it is no such."""
    at = token
    for _ in range(HIGH):
        if grammar.pos[at] in ("VERB", "AUX") or grammar.head[at] == at:
            return at
        if grammar.dep[at] in SUBJECTS:
            return token
        at = grammar.head[at]
    return token


def _blamed(grammar: Grammar, verb: int, head: int) -> int | None:
    """ "sued the ministry for deploying guards": the ministry deployed them."""
    if not grammar.words[verb].endswith("ing") or grammar.case(verb) not in FOR or head > verb:
        return None
    if grammar.pos[head] in NOMINAL:
        above = grammar.head[head]
        return head if grammar.dep[head] == "obj" and grammar.pos[above] == "VERB" else None
    return grammar.child(head, "obj", "iobj")


def _singular_after_plural(grammar: Grammar, verb: int, head: int) -> bool:
    """Whether two joined verbs cannot have one subject: "are stranded … and calls"."""
    if not grammar.words[verb].endswith("s") or grammar.pos[verb] != "VERB":
        return False
    whose = grammar.child(head, *SUBJECTS)
    helping = {grammar.words[c] for c in grammar.all(head, *HELPING)}
    several = whose is not None and grammar.child(whose, "conj") is not None
    bare = not helping and not grammar.words[head].endswith(("s", "ed"))  # "after they withdraw"
    return several or bare or bool(helping & PLURAL)


def _bare(grammar: Grammar, verb: int) -> bool:
    return to_infinitive(grammar, verb) or passive(grammar, verb)


def _qualified(grammar: Grammar, verb: int, noun: int) -> tuple[int | None, int]:
    """ "militants attacking Varn", "people killed in Varn", "a plan to attack"."""
    if grammar.pos[noun] not in NOMINAL:
        return None, -1
    if not to_infinitive(grammar, verb):
        return noun, -1
    if grammar.words[noun] not in INTENTIONS:
        return None, -1
    owner = grammar.child(noun, "nmod:poss")
    if owner is not None:
        return owner, -1
    governs = grammar.dep[noun] == "obj" and grammar.pos[grammar.head[noun]] == "VERB"
    return None, grammar.head[noun] if governs else -1


def _controlled(grammar: Grammar, head: int) -> tuple[int | None, int]:
    if grammar.words[head] in TOUGH:
        return None, -1
    thing = grammar.child(head, "obj", "iobj") or _called_on(grammar, head)
    if thing is not None and grammar.words[head] not in PROMISES:
        return thing, -1
    return None, head


def _called_on(grammar: Grammar, verb: int) -> int | None:
    """ "called on Roe to apologize": Roe is to apologize."""
    found = phrases(grammar, verb, ON) if grammar.words[verb] in CALLING else []
    return found[0] if found else None


def by_agent(grammar: Grammar, token: int) -> int | None:
    """Who stands behind "by", of a passive verb or a noun."""
    for child in grammar.all(token, "obl:agent", "obl", "nmod"):
        agent = grammar.dep[child] == "obl:agent" and not grammar.case(child)  # "by" hung elsewhere
        if child > token and (agent or grammar.case(child) == "by"):
            return child
    return None


def objects(grammar: Grammar, verb: int) -> list[int]:
    """Whom and what it was done to, of an active verb; who got it stands first."""
    found = _objects(grammar, verb) or _shared_objects(grammar, verb)
    whose = antecedent(grammar, verb) if grammar.dep[verb] == "acl:relcl" else None
    return [whose if grammar.words[t] in RELATIVE and whose is not None else t for t in found]


def _shared_objects(grammar: Grammar, verb: int) -> list[int]:
    """ "strikes and severely damages the church": what the second verb is done to."""
    for child in grammar.all(verb, "conj"):
        between = grammar.pos[verb + 1 : child]
        near = child > verb and all(p in ("CCONJ", "ADV", "PUNCT") for p in between)
        if near and grammar.child(child, *SUBJECTS) is None:
            return _objects(grammar, child)
    head = grammar.head[verb]
    if grammar.dep[verb] == "conj" and grammar.child(verb, *SUBJECTS) is None:
        # "raping and killing a girl", if the parse gives the girl to the first
        return [t for t in _objects(grammar, head) if t > verb]
    return []


def _objects(grammar: Grammar, verb: int) -> list[int]:
    # "killed five and wounded 110", if the parse joins "wounded" to the five
    first = [c for c in grammar.all(verb, "nummod") if c == verb + 1 and grammar.all(c, "conj")]
    found = [*first, *grammar.all(verb, "iobj"), *grammar.all(verb, "obj")]
    if found := [t for t in found if t != _mistaken_subject(grammar, verb)]:
        return found
    # "killed 12", which the parse may take for a measure; "met Foreign Minister Roe", for a title
    return [
        c
        for c in grammar.children[verb]
        if grammar.first[c] == verb + 1 and (grammar.dep[c], grammar.pos[c]) in MISTAKEN
    ]


def phrases(grammar: Grammar, token: int, prepositions: frozenset[str]) -> list[int]:
    """The heads of the phrases with one of these prepositions, of a verb or a noun."""
    return [
        c
        for c in grammar.children[token]
        if grammar.dep[c] in ("obl", "nmod", "obl:agent", "advmod")
        and grammar.pos[c] in NOMINAL
        and grammar.case(c) in prepositions
        and not (
            c > token and grammar.dep[c] == "nmod" and grammar.words[grammar.first[c] - 1] == ","
        )
    ]


def together(grammar: Grammar, token: int) -> list[int]:
    """The head and all that is coordinated with it: "Varn, Ishel and Ulmar"."""
    found: list[int] = []
    waiting = [token]
    while waiting and len(found) < 20:
        at = waiting.pop(0)
        found.append(at)
        waiting += [c for c in grammar.all(at, "conj") if _another(grammar, at, c)]
        # "a minister, two of his guards and a driver"
        numbers = [c for c in grammar.all(at, "appos") if grammar.pos[c] == "NUM"]
        named = [c for c in numbers if not _age(grammar, at, c)]
        waiting += [c for c in named if not grammar.case(c)]  # not "including 42 in Varn"
    return sorted(t for t in found if t + 1 not in found and not _same(grammar, t, found))


def _age(grammar: Grammar, name: int, number: int) -> bool:
    """ "Roe, 22, was arrested": one, and no twenty-two others."""
    return grammar.pos[name] == "PROPN" and not grammar.children[number][1:]


def _same(grammar: Grammar, token: int, found: list[int]) -> bool:
    """ "mayor and candidate Ana Roe" are one: no article, and the name stands with the last."""
    for joined in grammar.all(token, "conj"):
        bare = grammar.child(joined, "det") is None and grammar.pos[token] == "NOUN"
        name = grammar.child(joined, "appos", "flat")
        named = name == joined + 1 or grammar.child(joined, "nmod:desc") is not None
        own = grammar.child(token, "appos", "flat") is not None
        if joined in found and bare and named and not own and not _many(grammar, token):
            return name is None or grammar.pos[name] == "PROPN"
    return False


def _many(grammar: Grammar, token: int) -> bool:
    return grammar.words[token].endswith("s") or grammar.child(token, "nummod") is not None


def _another(grammar: Grammar, token: int, joined: int) -> bool:
    """Whether what is coordinated is somebody else: not "Roe, a veteran, and a candidate"."""
    if grammar.pos[joined] not in (*NOMINAL, "ADJ"):
        return False
    described = any(token < c < joined for c in grammar.all(token, "appos"))
    return not (described and any(grammar.words[c] in A for c in grammar.all(joined, "det")))
