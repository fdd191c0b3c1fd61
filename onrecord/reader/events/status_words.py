"""The words that show whether something happened, as tables.

A line of a table is what its words make of the happening they govern, and the words. After a verb's
slash: ``t`` an infinitive is what it governs ("plans to …"), ``g`` an ``-ing`` form ("denied
shelling"), ``c`` a clause ("demanded that …"), ``n`` a noun ("cancelled the visit"); ``+for`` a
phrase with that preposition ("called for a ceasefire"). Besides the seven statuses, a word may say
``as_is`` (what is said of the word holds of the happening: "managed to", "no sign that") or
``ended`` (it was going on: "stopped shelling") or ``supposed`` (something hangs on it, or does not:
"without conditioning the truce on the release"). Readable and changeable by someone who does not
program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from onrecord.model import Status
from onrecord.reader.cues import stems, table

Effect = Literal[Status, "as_is", "ended", "hearsay", "supposed"]

VERBS: Final = """
planned        order/n approve/n authorize/n authorise/n plan/tn+on+for schedule/tn expect/tcn
               intend/tg vow/tcn+of pledge/tcn promise/tcn agree/tn+to+on decide/tg+on
               prepare/tn+for+to set/t slate/tn going/t gear/t+for aim/t commit/t+to arrange/tn+for
               swear/t resolve/t anticipate/ng ready/t+for await/n poise/t willing/t eager/t keen/t
               prepared/t bind/t postpone/n reschedule/n delay/n intent/tg+on due/t consent/t
               mean/t look_forward_to/n
called_for     urge/tcn important/t necessary/t essential/t crucial/t vital/t ask/tc+for demand/tcn
               order/tc call/+for+on appeal/t+for+to request/tcn recommend/tcgn push/t+for
               press/t+for lobby/t+for plead/t+for beg/t+for require/tcn insist/c+on invite/t
               instruct/tc tell/t command/t direct/t encourage/t advise/tcg petition/t+for
               advocate/cng+for implore/t pressure/t+into obligate/t oblige/t campaign/t+for
               need/tg ought/t supposed/t warn/t call_on/t call_upon/t call_for/t appeal_to/t
               have/t
possible       open/+to easy/t easier/t hard/t harder/t difficult/t likely/tc possible/tc free/t
               threaten/tn+with want/tn hope/tc+for seek/tn+to wish/t+for consider/gn propose/tcgn
               discuss/gn mull/gn weigh/gn offer/tn fear/cn worry/c doubt/c warn/c+of suspect/n+of
               authorize/t authorise/t permit/tn try/tg attempt/tn enable/t explore/gn prefer/tg
               predict/cn risk/gn debate/gn suggest/gn speculate/c wonder/c question/c
               contemplate/gn think/+of+about wait/t+for would_like/t talk/+about oppose/gn
               favor/gn favour/gn believe/t allege/tn think/t rumor/tn rumour/tn presume/t assume/t
               estimate/t suppose/t reckon/t negotiate/n prefer/t choose/n forecast/tn entitle/t
               qualify/t ask/n dare/t charge/+with know_how/t strive/t struggle/t fight/t+for
               work/t+for+on+toward+towards bid/t support/n back/n eye/n envisage/gn warrant/n
               necessitate/n justify/gn sign_up/t like/t love/t support/g back/g
hearsay        accuse/+of claim/t say/t report/t
supposed       condition/+on+upon conditional/+on+upon contingent/+on+upon depend/+on+upon
               dependent/+on+upon hinge/+on+upon
denied         deny/tcgn+of refute/cn disavow/n
did_not_happen impossible/t unable/t unwilling/t unlikely/t reluctant/t fail/t+in refuse/tn
               decline/tn prevent/ng+from avoid/gn avert/n cancel/n bar/n+from ban/n+from
               prohibit/n+from foil/n thwart/n abort/n scrap/n reject/ng rule_out/gn forbid/tn
               deter/n+from refrain/+from abstain/+from forgo/gn veto/n call_off/n dissuade/+from
               discourage/+from neglect/t forget/t lack/n stop/+from keep/+from block/n+from
               hinder/+from restrain/+from preclude/gn fend_off/n stave_off/n nix/n forestall/n
               wish/c save/+from protect/+from+against spare/+from disrupt/n restrict/+from
as_is          had/t vote/t able/t glad/t happy/t sorry/t sad/t sadden/t delight/t please/t proud/t
               shock/t surprise/t relieve/t disappoint/t honor/t honour/t opt/t elect/t seem/t
               appear/t tend/t manage/t begin/tgn start/tgn force/t compel/t cause/t lead/t+to
               help/tn let/n proceed/t go_on/tg carry_out/n launch/n hold/n conduct/n stage/n
               mount/n make/n take/n resume/gn see/nc sign/n reach/n hear/c get/t come/t happen/tn
               serve/t use/t rush/t turn_out/t prove/t show/c occur/n result/+in end_up/g spend/g
               allow/t confirm/n announce/n bring/t undertake/n perform/n do/n give/n issue/n
               impose/n deliver/n pay/n have/n open/n sentence/t complete/n achieve/n
               accomplish/n secure/n obtain/n ensure/n finalize/n finalise/n implement/n effect/n
               facilitate/n expedite/n hasten/n
ended          stop/gn end/n halt/gn cease/tgn quit/g finish/gn suspend/gn pause/gn conclude/n
               discontinue/gn
happened       report/n admit/gcn+to regret/gcn condemn/n apologize/+for apologise/+for
               confess/c+to acknowledge/gcn blame/+for convict/+of credit/+with criticize/gn+for
               criticise/gn+for praise/n+for thank/+for survive/n witness/gn follow/n recall/gcn
               remember/gcn sentence/+for punish/+for know/c realize/c discover/c learn/c notice/c
               jail/+for congratulate/+on+for
ongoing        continue/tgn keep/g keep_on/g carry_on/gn remain/t persist/+in press_ahead/+with
               go_ahead/g maintain/n push_ahead/+with
"""

# What follows a noun: "the threat of a strike", "plans to attack", "no sign that he agreed".
NOUNS: Final = """
planned        plan preparation schedule intention promise pledge vow agenda timetable decision
               commitment preparations readiness intent eve platform manifesto
called_for     call demand appeal plea request order instruction ultimatum pressure petition need
               mandate push obligation invitation
hearsay        allegation accusation claim report charge charges suspicion rumor rumour
possible       threat risk fear possibility prospect chance likelihood danger hope speculation
               warning proposal idea talk talks option attempt effort bid opportunity potential
               desire wish ambition concern motion ability capability capacity permission authority
               right power willingness probability scenario hypothesis worry draft condition
               conditions suggestion negotiation authorization approval belief opposition
               resistance eligibility majority minority quorum pretext pretence pretense guise hoax
               myth
denied         denial
did_not_happen lack absence cancellation refusal failure ban prevention rejection avoidance
               prohibition alternative cancelation inability unwillingness reluctance
as_is          sign evidence indication proof guarantee series wave round number string spate lot
               dozens hundreds thousands kind sort type form case act way means result confirmation
               news word total
ended          end halt stop cessation suspension pause conclusion
ongoing        continuation
"""

# Beside the noun: "a possible invasion", "the upcoming talks".
MODIFIERS: Final = """
planned        planned upcoming forthcoming scheduled expected future next coming impending
               intended pending anticipated prospective tomorrow
ongoing        ongoing continuing continued current continual nonstop incessant day-long on-going
               continuous unrelenting relentless
possible       possible potential alleged proposed suspected threatened imminent hypothetical
               feared purported supposed conceivable looming would-be prospective eventual any
               likely rumored rumoured unconfirmed unlikely requested
called_for     demanded urged
did_not_happen not cancelled canceled foiled attempted thwarted averted aborted no abandoned neither
"""

# The prepositions with which a noun governs: "plans for a raid". A "call for" one asks for it, a
# "call about" one tells of it.
GOVERNING_CASES: Final = table("of for to against on about from over that in into")
CALLING_CASES: Final = table("for of to")

# Before the noun or clause: "after the attack", "ahead of talks".
PREPOSITIONS: Final = """
happened       after following during since amid amidst despite because due in-response-to
               throughout because-of due-to in-the-wake-of thanks-to in-retaliation-for
planned        ahead-of in-advance-of pending
did_not_happen without instead-of rather-than short-of
possible       in-case-of in-the-event-of barring
"""

# Two words before a verb in "-ing", whatever the parse hangs them on: "stopped short of agreeing".
SHORT_OF: Final = """
did_not_happen short-of far-from
possible       verge-of brink-of
"""

# What opens a clause: "if", "unless".
OPENERS: Final = """
possible       if unless whether lest provided assuming in-case supposing until till once
"""

# Adverbs at the verb.
ADVERBS: Final = """
possible       allegedly possibly perhaps maybe potentially purportedly supposedly reportedly
               likely probably presumably conceivably hypothetically
ongoing        still currently continuously
did_not_happen not n't n’t never neither nor hardly nt
"""

# Auxiliaries.
MODALS: Final = """
planned        will 'll ’ll shall wo
possible       may might could can would 'd ’d
called_for     must should ought shall
"""
CANNOT: Final = table("can could ca")  # "cannot" rules out what "may not" leaves open
NOBODY: Final = table("nobody no-one none nothing neither")
NEGATIONS: Final = table("not n't n’t never neither nor hardly nt")
WEEKDAYS: Final = table("monday tuesday wednesday thursday friday saturday sunday")
HABITS: Final = table(
    "often usually always regularly routinely frequently every sometimes daily weekly annually"
    " yearly typically normally generally traditionally constantly"
)
AHEAD: Final = table("tomorrow next soon shortly upcoming tonight coming")
# Who does so may have got there or not: the network says.
UNSURE: Final = table("try attempt decide allow choose seek opt")
# Who is nobody in particular: "anyone who attacks a judge".
ANYBODY: Final = table("any anyone anybody whoever everyone everybody those each every")
TRIED: Final = table("try attempt")
# What goes on for a time: "while troops hold the bridge"; "while it calls for a truce" does not.
DURATIVE: Final = table(
    "hold occupy control besiege blockade detain imprison host back oppose face fight protest clash"
    " negotiate talk march investigate battle rally search patrol guard shelter govern rule wait"
)
# Of these the subject is what happens: "the talks will resume".
OCCURS: Final = table(
    "occur happen begin start resume erupt go come follow continue end break proceed"
)
# What is to be is in the name of a law: "the Act to Expand Aid".
LAWS: Final = table("act bill law legislation measure amendment provision statute resolution")
PROPOSALS: Final = table("bill legislation measure amendment motion draft proposal")
DUE: Final = table("due scheduled expected planned slated")
# Before which "next" and "coming" are of the future: not "the coming storm".
TIMES: Final = table(
    "day week weekend month year days weeks months years hours summer autumn fall spring winter"
    " decade century session term morning evening night monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october"
    " november december"
)
# Called off by the word itself, whatever the network finds of what does not take place.
CALLED_OFF: Final = table("cancel postpone delay suspend call scrap reschedule adjourn halt pause")
# Nouns that an infinitive does not spell out: "cited security concerns to impose a ban".
NOT_TO: Final = table(
    "concern concerns worry worries fear fears suspicion suspicions speculation rumor rumors report"
    " reports allegation allegations claim claims accusation accusations charge charges belief talk"
    " talks negotiation negotiations prospect prospects possibility"
)
# Nouns of which a clause without "that" tells the content: "no sign the mayor agreed".
TOKENS: Final = table("sign signs evidence indication indications proof guarantee hint hints")
# Actions done in the saying: "we are asking the court" asks it.
SPOKEN: Final = table("AGREE SUPPORT CONCEDE REQUEST REJECT THREATEN")
# What a body decides to say, it says.
DECIDED: Final = table("decision decisions vote votes")
# Who likes to do so, does: "I would like to thank the council".
COURTESIES: Final = table("like want wish have must allow let")
# Those who come to do something, do it: "gathered to protest", "met to discuss".
GATHERINGS: Final = table(
    "gather meet rally march assemble protest demonstrate convene unite vote use fire deploy"
    " strike sit take act intervene speak write phone telephone call join team"
)
# What is going on as long as nothing else is said: "holds two hundred prisoners".
STATES: Final = table(
    "hold occupy control besiege blockade detain imprison house host support back oppose face"
)
SPEECH_OF_PLANS: Final = table(
    "say announce confirm promise pledge vow agree declare state add tell decide reveal indicate"
    " insist swear reiterate report note signal disclose"
)
PAST: Final = table(
    """
    met held sent shot said took began fought struck hit led left lost made gave got went came saw
    found brought built bought caught broke chose drew drove fell felt flew forgot froze hid kept
    knew laid lay lent let put read rode rose ran sought sold set shook shut spoke spent split
    spread stood stole swore swept taught told thought threw understood won withdrew wrote withheld
    overthrew became beat bore bled blew burnt cut dealt dug ate fled forbade grew hung heard hurt
    paid quit rang sank sat slew slid slept stuck swam wore woke was were had did overran besieged
    upheld undertook overtook shook bid broadcast cast
    """
)
PARTICIPLES: Final = table(
    """
    taken begun given gone seen broken chosen drawn driven fallen flown forgotten frozen hidden
    known ridden risen shaken spoken stolen sworn thrown written withdrawn overthrown become beaten
    borne blown eaten forbidden grown slain worn woken been done overrun shown torn undertaken come
    run overtaken proven sunk
    """
)


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that decides about what it governs; ``takes``: t, g, c, n."""

    lemma: str
    effect: Effect
    takes: frozenset[str]
    prepositions: frozenset[str]


def _rows(text: str) -> Iterator[tuple[Effect, str]]:
    effect: Effect | None = None
    for line in text.strip("\n").splitlines():
        words = line.split()
        if not line.startswith(" "):
            first = words.pop(0)
            effect = next(e for e in _EFFECTS if e == first)
        assert effect is not None
        yield from ((effect, word) for word in words)


_EFFECTS: Final[tuple[Effect, ...]] = (
    *get_args(Status),
    "as_is",
    "ended",
    "hearsay",
    "supposed",
)


def _governors(text: str) -> dict[str, list[Governor]]:
    found: dict[str, list[Governor]] = {}
    for effect, entry in _rows(text):
        lemma, _, takes = entry.partition("/")
        letters, *prepositions = takes.split("+")
        one = Governor(lemma, effect, frozenset(letters), frozenset(prepositions))
        found.setdefault(lemma, []).append(one)
    return found


def _effects(text: str) -> dict[str, Effect]:
    return {word: effect for effect, word in _rows(text)}


def _statuses(text: str) -> dict[str, Status]:
    """A table that says nothing but statuses."""
    named = {word: effect for effect, word in _rows(text)}
    return {w: next(s for s in get_args(Status) if s == e) for w, e in named.items()}


GOVERNING_VERBS: Final = _governors(VERBS)
GOVERNING_NOUNS: Final = _effects(NOUNS)
BY_MODIFIER: Final = _statuses(MODIFIERS)
BY_PREPOSITION: Final = {k.replace("-", " "): v for k, v in _statuses(PREPOSITIONS).items()}
BY_TWO: Final = {tuple(k.split("-")): v for k, v in _statuses(SHORT_OF).items()}
BY_OPENER: Final = {k.replace("-", " "): v for k, v in _statuses(OPENERS).items()}
BY_ADVERB: Final = _statuses(ADVERBS)
BY_MODAL: Final = _statuses(MODALS)


def verbs(word: str, beside: Iterable[str] = ()) -> list[Governor]:
    """The entries of a verb in any form, first those with what stands beside it: "called" "off"."""
    own = _stems(word)
    keys = [*(f"{s}_{b}" for s in own for b in beside), word, *(o for o in own if o != word)]
    return [entry for key in keys for entry in GOVERNING_VERBS.get(key, [])]


def noun(word: str) -> Effect | None:
    """What a noun, singular or plural, makes of what follows it."""
    singular = (word, word.removesuffix("s"), word.removesuffix("es"))
    return next((GOVERNING_NOUNS[s] for s in singular if s in GOVERNING_NOUNS), None)


IRREGULAR: Final = {
    "sought": "seek", "held": "hold", "began": "begin", "begun": "begin", "kept": "keep",
    "said": "say", "told": "tell", "thought": "think", "took": "take", "taken": "take",
    "made": "make", "met": "meet", "led": "lead", "swore": "swear", "sworn": "swear",
    "chose": "choose", "knew": "know", "known": "know", "forbade": "forbid", "got": "get",
    "forbidden": "forbid", "saw": "see", "seen": "see", "came": "come", "went": "go",
    "fought": "fight", "spoke": "speak", "spoken": "speak", "wrote": "write", "gave": "give",
    "given": "give", "did": "do", "done": "do", "brought": "bring", "forgot": "forget",
    "strove": "strive", "meant": "mean", "bound": "bind", "has": "have", "had": "have",
    "undertook": "undertake", "undertaken": "undertake", "paid": "pay", "struck": "strike",
    "spent": "spend", "heard": "hear", "chosen": "choose", "having": "have", "forwent": "forgo",
    "left": "leave", "withheld": "withhold", "used": "use", "sat": "sit",
}  # fmt: skip


def _stems(word: str) -> list[str]:
    return [IRREGULAR[word]] if word in IRREGULAR else stems(word)


def lemmas(word: str) -> list[str]:
    """What a verb form may be a form of, likeliest first."""
    return _stems(word)
