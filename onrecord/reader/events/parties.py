"""Who takes part in a happening: the scene and a trigger in, its actors and recipients out.

A verb's subject, object and phrases (``governing``), or a noun's owners (``owners``) and the
subject of the verb that carries it, give head tokens; ``beings`` says who of them is anybody, and
``naming`` what each is called. Several actors stay in one event; where the article does not say who
acted, or it cannot be told, there is no actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.model import Party
from onrecord.reader.cues import table
from onrecord.reader.events.beings import ATTACKS, GROUNDS, being, facility, noun
from onrecord.reader.events.causes import behind, ordered, placed
from onrecord.reader.events.gatherings import (
    everybody,
    marching,
    met_by,
    pair_before,
    plural,
    somebody,
    suffering,
)
from onrecord.reader.events.governing import (
    HARMED,
    by_agent,
    misread,
    objects,
    passive,
    phrases,
    subject,
    together,
)
from onrecord.reader.events.naming import WITHIN, meant, party
from onrecord.reader.events.owners import carried, owners, possessor
from onrecord.reader.events.relatives import antecedent
from onrecord.reader.events.trigger import Trigger
from onrecord.reader.events.uncertain import GRAVE, uncertain
from onrecord.reader.scene import Scene

AS: Final = frozenset({"as"})  # "stepped down as chairman": an office, nobody it was done to
COMING: Final = table("come comes came coming")
FROM: Final = frozenset({"from"})
FINITE: Final = ("ROOT", "root", "conj", "ccomp", "parataxis")
SIDES: Final = table("between among amongst")
WITH: Final = table("with alongside")
BEHIND_IN: Final = table("in through across within")
OF: Final = frozenset({"of"})
# Nouns whose possessor suffers: "Doe's arrest"; "Ishel's arrest of Doe" has both.
SUFFERED: Final = table(
    """
    killing death murder assassination arrest detention imprisonment release execution abduction
    kidnapping extradition deportation poisoning expulsion hanging conviction sentencing capture
    impeachment dismissal ouster removal beating displacement evacuation rescue injury lynching
    exile overthrow eviction suspension beheading disappearance indictment prosecution
    """
)
# Where "of" brings whom it was done to ("the hacking of the party"), not who did it ("a march of
# students").
DONE_TO: Final = frozenset(
    {"ASSAULT", "COERCE", "ACCUSE", "SANCTION", "AID", "REJECT", "THREATEN", "SUPPORT"}
)
# What is sent is not who gets it: "sent doctors to Varn".
SENDING: Final = frozenset({"AID", "MOBILIZE", "RETREAT", "CONSULT", "COOPERATE", "CONCEDE"})
# What is said to be so of somebody's doing is said of them: "condemned Ishel's raid".
ABOUT_DOINGS: Final = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
# "endorsements from 95 generals": what is said comes from who says it.
SPOKEN: Final = frozenset(
    {"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "CONCEDE", "AGREE"}
)
# Whoever is sent to consult, consults.
SENT: Final = table("send sends sent sending dispatch dispatches dispatched dispatching")
# What can be done to places, and to what stands in them.
ON_PLACES: Final = frozenset({"ASSAULT", "COERCE"})
FOR_PLACES: Final = frozenset(
    {"AID", "SANCTION", "THREATEN", "REQUEST", "ACCUSE", "REJECT", "SUPPORT"}
)
ON_PEOPLE: Final = frozenset({"arrest", "deport", "sexual"})
# What is moved is the actor's own and nobody's recipient: "deployed troops", "withdrew its forces".
LANDS: Final = table("country border coast front")  # a country is visited as a party
FORCES: Final = table(
    """
    troop force soldier unit personnel marine tank warship police officer army guard brigade
    battalion
    """
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who acted, and on whom; () where the article does not say."""

    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heads:
    """Head tokens of who may have acted and on whom."""

    actors: list[int]
    recipients: list[int]


def parties(scene: Scene, trigger: Trigger) -> Parties:
    """The parties of the happening that ``trigger`` shows."""
    if not scene.grammar.parsed:
        return Parties()
    heads = _of_noun(scene, trigger) if _is_noun(scene, trigger) else _of_verb(scene, trigger)
    actors = _distinct(_acting(scene, trigger, heads.actors))
    recipients = _distinct(_receiving(scene, trigger, heads.recipients))
    acting = {_identity(p) for p in actors}
    return Parties(actors, tuple(p for p in recipients if _identity(p) not in acting))


def _is_noun(scene: Scene, trigger: Trigger) -> bool:
    nominal = scene.grammar.pos[trigger.at] in ("NOUN", "PROPN")
    return nominal and not misread(scene.grammar, trigger.at)


def _identity(one: Party) -> str:
    return one.entity or one.who.casefold()


def _distinct(found: Iterable[Party]) -> tuple[Party, ...]:
    """Every party once, in the order of the text."""
    kept: dict[str, Party] = {}
    for one in found:
        kept.setdefault(_identity(one), one)
    return tuple(sorted(kept.values(), key=lambda p: p.passage.start))


# --- verbs ---------------------------------------------------------------------------------------


def _of_verb(scene: Scene, trigger: Trigger) -> _Heads:
    grammar, verb = scene.grammar, trigger.at
    subjects = _subjects(scene, trigger)
    if trigger.takes == "mutual":
        if passive(grammar, verb) and (agent := by_agent(grammar, verb)) is not None:
            return _Heads([agent], subjects)  # "was visited by the ministers"
        others = objects(grammar, verb) + phrases(grammar, verb, trigger.onto | WITH)
        return _Heads(subjects + phrases(grammar, verb, SIDES), others)
    if trigger.takes == "patient":
        return _Heads(behind(scene, verb), subjects)
    onto = _phrases(scene, verb, trigger.onto - AS)
    if passive(grammar, verb, alone=not onto):
        return _Heads(behind(scene, verb), subjects or onto)
    things = objects(grammar, verb)
    anybody = any(somebody(scene, t) for t in things)
    if trigger.action == "CONSULT" and anybody and onto and scene.grammar.words[verb] in SENT:
        return _Heads(subjects + things, onto)  # "sent its envoy to Ishel": the envoy goes
    if anybody:  # "endorsed Roe for president", "rescued the crew from a ship"
        sent = trigger.action in SENDING
        onto = [t for t in onto if sent and grammar.case(t) not in FROM]
    reach = trigger.onto - (BEHIND_IN | OF if trigger.action == "REQUEST" else BEHIND_IN)
    if not anybody:
        every = [t for thing in things for t in together(grammar, thing)]
        onto = onto or [t for thing in every for t in _phrases(scene, thing, reach)]
    return _Heads(subjects, [*(onto or things or _asked(scene, trigger)), *_harmed(scene, trigger)])


def _subjects(scene: Scene, trigger: Trigger) -> list[int]:
    """Who governs the verb; if the parse has nobody, the name right before it."""
    grammar, verb = scene.grammar, trigger.at
    if trigger.action == "PROTEST" and (crowd := marching(scene, verb)) is not None:
        return [crowd]
    governs = subject(grammar, verb)
    if governs is not None:
        return [governs]
    finite = grammar.dep[verb] in FINITE and not grammar.words[verb].endswith("ing")
    named = verb > 0 and scene.doc[verb - 1].ent_type_ in ("PERSON", "ORG")
    return [verb - 1] if finite and named and grammar.pos[verb - 1] == "PROPN" else []


def _phrases(scene: Scene, token: int, prepositions: frozenset[str]) -> list[int]:
    """Phrases that may bring who it was done to: "on Varn", not "on Friday"."""
    found = phrases(scene.grammar, token, prepositions)
    return [t for t in found if scene.doc[t].ent_type_ != "DATE"]


def _harmed(scene: Scene, trigger: Trigger) -> list[int]:
    """ "raided the town, killing 12", "the attack killed 12": who else came to harm."""
    if trigger.action != "ASSAULT":
        return []
    grammar, at = scene.grammar, trigger.at
    verbs = grammar.all(at, "advcl", "conj", "acl:relcl", "acl")
    if grammar.dep[at] in ("nsubj", "nsubj:pass"):
        verbs.append(grammar.head[at])
    mine = subject(grammar, at) if not _is_noun(scene, trigger) else at
    for child in grammar.all(at, "nmod"):  # "an attack on Varn, which killed 12"
        verbs += [v for v in grammar.all(child, "acl:relcl") if _of_things(scene, v)]
    harming = [v for v in verbs if grammar.words[v] in HARMED and not passive(grammar, v)]
    return [t for v in harming if _governed(scene, v) in (at, mine) for t in objects(grammar, v)]


def _of_things(scene: Scene, verb: int) -> bool:
    own = scene.grammar.child(verb, "nsubj")
    return own is not None and scene.grammar.words[own] in ("which", "that")


def _governed(scene: Scene, verb: int) -> int | None:
    found = subject(scene.grammar, verb)
    return found if found is None else _meaning(scene, verb, found)


def _asked(scene: Scene, trigger: Trigger) -> list[int]:
    """ "demanded that Ishel withdraw", "threatened to shell Ishel"."""
    grammar = scene.grammar
    clause = grammar.child(trigger.at, "ccomp", "advcl", "xcomp")
    if clause is None:
        return []
    if trigger.action == "REQUEST" and grammar.dep[clause] != "xcomp":
        marked = grammar.dep[clause] == "ccomp" or grammar.case(clause) == "for"
        whose = grammar.child(clause, "nsubj", "nsubj:pass") if marked else None
        return [] if whose is None else [whose]
    if trigger.action == "THREATEN" and grammar.dep[clause] == "xcomp":
        return objects(grammar, clause)
    return []


# --- nouns ---------------------------------------------------------------------------------------


def _of_noun(scene: Scene, trigger: Trigger) -> _Heads:
    grammar, at = scene.grammar, trigger.at
    around = [at] if trigger.carrier is None else [at, trigger.carrier]
    if trigger.takes == "mutual":
        return _of_meeting(scene, trigger, around)
    if (put := placed(scene, at)) is not None:
        return _Heads(*put)
    onto = [t for place in around for t in _phrases(scene, place, trigger.onto)]
    onto = [t for t in onto if grammar.case(t) not in BEHIND_IN or not _located(scene, t)]
    of = phrases(grammar, at, OF) if "of" not in trigger.onto else []
    forces = [t for t in of if _own(trigger) and noun(grammar.words[t]) in FORCES]
    of = [t for t in of if t not in forces]
    theirs = [possessor(scene, t) for t in forces]  # "the deployment of its soldiers"
    found = owners(scene, at) or [t for t in theirs if t is not None]
    whose = [t for t in found if not _unresolved(scene, t)]
    if not whose and trigger.action in SPOKEN:
        whose = phrases(grammar, at, FROM) or _coming(scene, at)
    suffered = noun(grammar.words[at]) in SUFFERED
    if trigger.takes == "patient" or (suffered and not onto and not of):
        agent = by_agent(grammar, at)
        behind_it = _carriers(scene, trigger) if ordered(grammar, trigger.carrier) else []
        doing = behind_it if agent is None else [agent]
        return _Heads(doing, onto or of or suffering(scene, at))
    if suffered or trigger.action in DONE_TO:
        on_whom = [*(onto or of), *_harmed(scene, trigger)]
        return _Heads(whose or _carriers(scene, trigger), on_whom)
    return _Heads(whose or of or _carriers(scene, trigger), onto)


def _coming(scene: Scene, at: int) -> list[int]:
    """ "statements of condemnation have come from Varn"."""
    grammar, verb = scene.grammar, scene.grammar.head[at]
    if grammar.pos[verb] == "NOUN":
        verb = grammar.head[verb]
    return phrases(grammar, verb, FROM) if grammar.words[verb] in COMING else []


def _unresolved(scene: Scene, token: int) -> bool:
    """ "Varn launched its largest attack": who "its" is not told, but who launched it is."""
    return scene.grammar.pos[token] == "PRON" and meant(scene, token) is None


def _located(scene: Scene, token: int) -> bool:
    """Whether what stands behind "in" is where, not whom: "an attack in Varn"."""
    word = noun(scene.grammar.words[token])
    return scene.doc[token].ent_type_ == "LOC" or word in GROUNDS


def _of_meeting(scene: Scene, trigger: Trigger, around: list[int]) -> _Heads:
    """Talks: all sides act; who stands behind "with" is met."""
    grammar, at = scene.grammar, trigger.at
    sides = [t for place in around for t in phrases(grammar, place, SIDES)]
    met = [t for place in around for t in phrases(grammar, place, WITH | trigger.onto)]
    sides = sides or pair_before(scene, at) or owners(scene, at)
    sides = sides or (met_by(scene, at) if met else [])
    of = [t for t in phrases(grammar, at, OF) if len(together(grammar, t)) > 1 or plural(scene, t)]
    return _Heads(sides or of or _carriers(scene, trigger), met)


def _carriers(scene: Scene, trigger: Trigger) -> list[int]:
    """The subject of "held talks", whoever stands behind "was carried out by"."""
    grammar, verb = scene.grammar, trigger.carrier
    if verb is None:
        found = carried(scene, trigger.at)
        return [] if found is None else [found]
    if passive(grammar, verb):
        agent = by_agent(grammar, verb)
        return [] if agent is None else [agent]
    governs = subject(grammar, verb)
    return [] if governs is None or governs == trigger.at else [governs]


# --- who of them is anybody ----------------------------------------------------------------------


def _acting(scene: Scene, trigger: Trigger, heads: list[int]) -> Iterator[Party]:
    for head in heads:
        for token in everybody(scene, _meaning(scene, trigger.at, head)):
            yield from _actor(scene, trigger, token, above=2)


def _actor(scene: Scene, trigger: Trigger, token: int, above: int) -> Iterator[Party]:
    """Who acts: the one meant, or the owner of the weapon or attack that did it."""
    kind = being(scene, token, meant(scene, token))
    if kind == "weapon" and above:
        whose = owners(scene, token) or [t for t in [carried(scene, token)] if t is not None]
        for owner in whose:
            for one in together(scene.grammar, owner):
                yield from _actor(scene, trigger, one, above - 1)
        return
    adjective = scene.grammar.pos[token] == "ADJ" or scene.grammar.dep[token] in WITHIN
    verb = trigger.carrier is None and not _is_noun(scene, trigger)
    launched = trigger.action == "ASSAULT" and scene.grammar.head[token] == trigger.carrier
    government = kind == "place" and (verb or launched)
    if kind == "somebody" or government or (adjective and kind != "place"):
        found = party(scene, token)
        if found is not None:
            yield found


def _meaning(scene: Scene, verb: int, token: int) -> int:
    """Whom "which" and "who" mean, where the parse hung their clause on a neighbour.

    "the attack on Varn, which killed 12" is not of Varn; in "the campaign of Roe, who was arrested"
    it is Roe.
    """
    grammar = scene.grammar
    own = grammar.child(verb, "nsubj", "nsubj:pass")
    if own is None or antecedent(grammar, verb) != token:
        return token
    if grammar.words[own] in ("which", "that") and grammar.dep[token] == "nmod":
        above = grammar.head[token]
        return above if noun(grammar.words[above]) in ATTACKS else token
    if grammar.words[own] == "who" and being(scene, token, meant(scene, token)) != "somebody":
        inner = [c for c in grammar.all(token, "nmod") if token < c < own]
        return inner[-1] if inner else token
    return token


def _receiving(scene: Scene, trigger: Trigger, heads: list[int]) -> Iterator[Party]:
    for head in heads:
        for token in everybody(scene, _meaning(scene, trigger.at, head)):
            if trigger.action not in GRAVE or not uncertain(scene, token):
                yield from _recipient(scene, trigger, token)


def _own(trigger: Trigger) -> bool:
    return trigger.action == "MOBILIZE" or (trigger.action, trigger.mode) == ("RETREAT", "withdraw")


def _person(scene: Scene, trigger: Trigger, token: int) -> bool:
    """Whether only people are arrested, deported, raped: "12 traffickers", "a trainee"."""
    grammar = scene.grammar
    governed = grammar.head[token] == trigger.at and grammar.dep[token] in ("obj", "nsubj:pass")
    counted = grammar.child(token, "nummod", "det") is not None
    plain = grammar.pos[token] == "NOUN" and not scene.doc[token].ent_type_
    return trigger.mode in ON_PEOPLE and governed and counted and plain


def _ground(scene: Scene, token: int) -> bool:
    """What is visited without being anybody: "the state", "cities", "Rangoon" taken for a body.

    A name of one word without an article may be a town's whatever the network takes it for; "the
    FBI", "the Red Lantern" and a body that the article calls so in more words are visited.
    """
    if noun(scene.grammar.words[token]) in GROUNDS - LANDS:
        return True
    entity, word = meant(scene, token), scene.doc[token]
    if word.ent_type_ != "ORG" or word.text.isupper() or entity is None:
        return False
    return entity.name == word.text and scene.grammar.child(token, "det", "compound") is None


def _recipient(scene: Scene, trigger: Trigger, token: int) -> Iterator[Party]:
    word = scene.grammar.words[token]
    if (_own(trigger) and noun(word) in FORCES) or trigger.mode == "resign":
        return
    if trigger.mode == "visit" and _ground(scene, token):
        return
    kind = being(scene, token, meant(scene, token))
    counts = kind == "somebody" or (kind == "nobody" and _person(scene, trigger, token))
    counts |= kind == "place" and trigger.action in ON_PLACES | FOR_PLACES
    counts |= facility(word) and trigger.action in ON_PLACES and kind != "place"
    if counts:
        found = party(scene, token)
        if found is not None:
            yield found
    elif trigger.action in ABOUT_DOINGS and scene.grammar.pos[token] == "NOUN":
        for owner in owners(scene, token):
            yield from _actor(scene, trigger, owner, above=0)
