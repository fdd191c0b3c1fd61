"""What was done to those who are counted, as tables: killed, wounded, held, released…

``done to``: verbs whose object they are; ``do``: verbs whose subject they are; ``are``: what they
are called as they lie or stand there ("12 dead", "30 missing"); ``nouns``: words for the counted
themselves ("deaths", "hostages"); ``of``: happenings that name them after "of" ("the release of 50
hostages"). A ``+word`` behind a verb must follow in the same clause ("took 30 people hostage").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.reader.cues import stems
from onrecord.reader.roles import singular

ROWS: Final = {
    "killed": {
        "done to": """kill slay slain murder execute assassinate massacre slaughter behead bury
            gun+down shoot+dead mow+down cremate lynch poison""",
        "do": "die died perish drown succumb",
        "are": "dead killed slain deceased murdered executed drowned",
        "nouns": "death fatality dead corpse fatalities",
        "of": """death deaths killing killings murder murders execution executions massacre
            assassination beheading slaughter slaying bodies remains""",
        "toll": "death fatality fatalities dead deaths killed",
    },
    "wounded": {
        "done to": "wound injure hurt maim injured",
        "do": "sustain+injuries suffer+injuries suffer+wounds",
        "are": "wounded injured hurt maimed",
        "nouns": "injury injuries injured wounded",
        "of": "injury injuries wounding",
        "toll": "injured wounded injuries injury",
    },
    "casualties": {
        "nouns": "casualty casualties victim victims",
        "toll": "casualty casualties victims",
    },
    "missing": {
        "do": "vanish disappear go+missing",
        "are": "missing unaccounted disappeared",
        "of": "disappearance disappearances",
        "toll": "missing disappeared",
    },
    "infected": {
        "done to": "infect quarantine sicken",
        "do": "test+positive contract fall+ill",
        "are": "infected quarantined sickened",
        "nouns": "infection infections",
        "of": "infection infections",
        "toll": "infections infected cases",
    },
    "hospitalized": {
        "done to": "hospitalize hospitalise",
        "do": "stay+hospital remain+hospital",
        "are": "hospitalized hospitalised",
        "nouns": "hospitalization hospitalizations",
        "of": "hospitalization",
        "toll": "hospitalizations hospitalized hospitalised",
    },
    "detained": {
        "done to": """detain arrest jail imprison apprehend incarcerate round+up take+custody
            intern nab""",
        "are": "detained arrested jailed imprisoned incarcerated",
        "nouns": "arrest arrests detainee detainees",
        "of": "arrest arrests detention detentions imprisonment",
        "toll": "arrests detained detainees arrested",
    },
    "taken": {
        "done to": """abduct kidnap capture take+hostage take+captive take+prisoner take+hostages
            seize+hostage take+captives""",
        "are": "abducted kidnapped captured",
        "of": "abduction abductions kidnapping kidnappings capture",
    },
    "held": {
        "done to": "hold keep+captive keep+hostage",
        "do": "remain+captivity remain+custody remain+hostage remain+captive",
        "are": "captive imprisoned",
        "nouns": "hostage hostages captive captives prisoner prisoners",
        "toll": "hostages captives",
    },
    "released": {
        "done to": "release free liberate pardon ransom exchange swap+prisoner",
        "are": "released freed liberated",
        "of": "release freeing liberation exchange",
    },
    "rescued": {
        "done to": "rescue save",
        "are": "rescued saved",
        "nouns": "survivor survivors",
        "of": "rescue",
    },
    "displaced": {
        "done to": """displace evacuate uproot leave+homeless force+flee force+homes
            drive+homes make+homeless expel deport relocate""",
        "do": """flee+homes flee+home flee+fighting flee+violence flee+war flee+country
            flee+villages flee+area evacuate""",
        "are": "displaced homeless evacuated uprooted",
        "nouns": "refugee refugees evacuee evacuees",
        "of": "displacement evacuation expulsion deportation exodus flight",
        "toll": "displaced refugees evacuees",
    },
    "vote": {
        "done to": "",
        "do": "vote abstain",
        "nouns": "vote votes abstention abstentions",
        "of": "majority",
    },
}  # fmt: skip
# Verbs that say this of people alone: "hold three meetings", "save 40 dollars".
OF_PEOPLE: Final = frozenset(
    """hold free release save rescue capture take keep leave force drive exchange round vote flee
    evacuate expel relocate contract bury go remain poison hurt detain pardon intern""".split()
)
# Nouns that stand for a number: "the toll rose to 45", "the number of dead".
TOTALS: Final = frozenset(
    "toll number figure count total tally tolls numbers figures totals".split()
)
# What such a noun, or a count, does: "stands at", "has risen to".
LEVELS: Final = frozenset(
    """rise rose risen climb stand stood reach hit be is was are were been exceed pass surpass top
    increase jump soar grow grew grown fall fell fallen drop bring brought put raise take revise
    place total decline swell come came""".split()
)
# What may stand between the counted and the word for their state: "30 people reported missing".
BEFORE_STATES: Final = frozenset(
    """have who and or shot stabbed confirmed reported feared believed left found presumed still
    more others other as were beaten hacked burned""".split()
)
# States that are told of animals and things as well.
OF_ANYTHING: Final = frozenset(
    "dead killed slain deceased injured wounded hurt missing infected sickened hospitalized".split()
)
# Of these, those that somebody does to a number: "the plan would raise $1 trillion".
PUSHED: Final = frozenset("bring put raise take place revise increase come".split())
# Through these the verb is said of what is counted: "the remains of 30 others", "a group of 12".
TRANSPARENT: Final = frozenset(
    """remains bodies group groups majority most some part members families lives relatives rest
    total number lot crowd team all""".split()
)
# An adjective before "cases" that makes them infections.
SICK: Final = frozenset(
    """confirmed new active suspected positive covid-19 covid coronavirus cholera measles ebola
    infection infections probable reported severe""".split()
)


@dataclass(frozen=True, slots=True)
class _Verb:
    measure: str
    needs: frozenset[str]  # words that must follow in the clause; none: it stands alone


def _verbs(field: str) -> dict[str, tuple[_Verb, ...]]:
    found: dict[str, dict[str, set[str]]] = {}
    for measure, row in ROWS.items():
        for entry in row.get(field, "").split():
            verb, _, need = entry.partition("+")
            found.setdefault(verb, {}).setdefault(measure if need else f"{measure}!", set()).add(
                need
            )
    return {
        verb: tuple(_Verb(m.rstrip("!"), frozenset(n) - {""}) for m, n in ways.items())
        for verb, ways in found.items()
    }


def _words(field: str) -> dict[str, str]:
    return {word: m for m, row in ROWS.items() for word in row.get(field, "").split()}


_DONE_TO: Final = _verbs("done to")
_DO: Final = _verbs("do")
STATES: Final = _words("are")
_NOUNS: Final = _words("nouns")
_OF: Final = _words("of")
_TOLL: Final = _words("toll")


def done_to(word: str, following: frozenset[str], people: bool | None) -> str | None:
    """The measure of those to whom a verb is done."""
    return _of_verb(_DONE_TO, word, following, people)


def done_by(word: str, following: frozenset[str], people: bool | None) -> str | None:
    """The measure of those who do what a verb says."""
    return _of_verb(_DO, word, following, people)


def _of_verb(
    verbs: dict[str, tuple[_Verb, ...]], word: str, following: frozenset[str], people: bool | None
) -> str | None:
    for stem in _FORMS.get(word) or tuple(stems(word)):
        for verb in sorted(verbs.get(stem, ()), key=lambda v: not v.needs):
            if stem in OF_PEOPLE and not people and not verb.needs:
                continue
            if not verb.needs or verb.needs & following:
                return verb.measure
    return None


_FORMS: Final = {
    "slew": ("slay",),
    "fled": ("flee",),
    "shot": ("shoot",),
    "went": ("go",),
    "gone": ("go",),
    "dying": ("die",),
    "died": ("die",),
    "kept": ("keep",),
    "left": ("leave",),
    "drove": ("drive",),
    "driven": ("drive",),
    "took": ("take",),
    "taken": ("take",),
    "held": ("hold",),
    "fell": ("fall",),
    "fallen": ("fall",),
    "buried": ("bury",),
    "freed": ("free",),
}


def of_noun(word: str) -> str | None:
    """The measure that a noun for the counted has by itself: "deaths", "hostages"."""
    return _NOUNS.get(word) or _NOUNS.get(singular(word))


def of_happening(word: str) -> str | None:
    """The measure of those named after "of": "the release of …"."""
    return _OF.get(word)


def of_toll(word: str) -> str | None:
    """The measure of a toll by the words beside it: "death toll", "number of injured"."""
    return _TOLL.get(word) or STATES.get(word)
