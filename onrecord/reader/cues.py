"""Words that attribute, as tables: what act each is, and where its content stands.

A line is an act and its words. After a word's slash: ``c`` a clause is its content ("said that …"),
``x`` an infinitive is ("vowed to …"), ``a`` its object may be the one addressed ("told X that …"),
``o`` its object is the content ("praised X"), ``d`` object and complement are ("described X as …").
``+for`` names a preposition whose phrase is the content ("called for …"). A word with ``~`` is an
attitude rather than speech. Readable and changeable by someone who does not program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

VERBS: Final = """
say          say/c state/c add/c note/c remark/c comment/c+on observe/c mention/co tell/acx+about
             inform/ac+of explain/c continue/c go relate/c speak+of+about talk+about discuss/o
             address/o express/co voice/o repeat/co reiterate/co stress/co emphasize/co
             emphasise/co underline/co underscore/co highlight/co outline/co detail/co
             elaborate/c+on clarify/c recall/co recount/co refer+to point+to quip/c joke/c+about
             quote/o maintain/c insist/c+on assure/ac remind/ac+of convey/co reveal/co disclose/co
             caution/acx+against+about intone/c opine/c exclaim/c shout/c yell/c cry/c whisper/c
             murmur/c mutter/c chant/co lament/co wonder/c muse/c interject/c conclude/c begin
             testify/c elucidate/c utter/o iterate/c specify/c signal/c indicate/c hint/c+at
             imply/c signify/c sum narrate/c counsel/acx brief/a preach/c sing/c
write        write/c+about tweet/co retweet/co post/co blog/c email/c text/c pen/c editorialize/c
             editorialise/c publish/o sign/o
answer       answer/c reply/c respond/c+to counter/c retort/c rebut/co shoot
ask          ask/acx+about+for inquire/c+about enquire/c question/co query/c
demand       demand/cxo
call_for     appeal/x+for+to plead/x+for advocate/o+for push/x+for press/ax+for
             lobby/a+for campaign+for petition/ax+for beg/ax+for implore/ax entreat/ax pray/c+for
urge         urge/axco encourage/axo exhort/ax advise/acx+against recommend/cxo pressure/ax
             persuade/ax invite/ax propose/cxo convince/acx
order        order/acxo command/ax instruct/ax direct/ax rule/co+against decree/c require/c
             forbid/ax prohibit/ax ban/o mandate/co
warn         warn/acx+of+against+about alert/ac+to
threaten     threaten/xca
promise      promise/cxao vow/cxo pledge/cxo swear/cx guarantee/co undertake/x commit+to offer/xo
             volunteer/x
deny         deny/co refute/co dispute/co reject/o dismiss/o disavow/o contradict/co rule
refuse       refuse/x decline/x demur
accuse       accuse/a+of blame/a+for+on charge/c allege/c
criticize    criticize/o criticise/o condemn/o denounce/o attack/o blast/o slam/o decry/o
             deplore/o mock/o ridicule/o assail/o rebuke/o lambast/o lambaste/o fault/o chide/o
             scold/o deride/o castigate/o berate/o disparage/o bash/o belittle/o rail+against
             complain/c+about+of protest/co challenge/o admonish/ax insult/o rebuff/o spurn/o
praise       praise/o laud/o hail/o applaud/o commend/o welcome/o celebrate/o tout/o compliment/o
             extol/o boast/c+about+of congratulate/a+on thank/a+for credit/a
support      support~/o endorse~/o back~/o defend~/o favor~/o favour~/o champion~/o side~+with
             uphold~/o
oppose       oppose~/o object~/c+to resist~/o
agree        agree/cx+with+to+on concur/c+with accept/co acknowledge/co admit/cxo+to concede/co
             confess/c+to recognize/co recognise/co grant/c consent/x+to approve/o+of confirm/co
             affirm/co reaffirm/co corroborate/o attest/c+to verify/co
disagree     disagree/c+with
announce     announce/co declare/co proclaim/co unveil/o reveal name/o release/o
report       report/co document/co record/c quote cite/o learn/c find/co show/co register/c list/o
             broadcast/c notify/ac+of
claim        claim/cxo suggest/co argue/c+for+against+about contend/c assert/co purport/x profess/x
             posit/c reason/c venture/c aver/c
describe     describe/d call/d+for+on
             label/d characterize/d characterise/d portray/d depict/d identify/d
             dub/d term/d brand/d paint/d deem/d compare/d liken/d define/d view~/d regard~/d
             see~/d
believe      believe~/c think~/c+of+about feel~/c consider~/cd suspect~/c reckon~/c assume~/c
             presume~/c judge~/cd assess/co estimate/c calculate/c interpret/d understand~/c
             know~/c doubt~/c hold~/c surmise/c guess~/c imagine~/c realize~/c realise~/c
             remember~/c mean~/c sense~/c
predict      predict/co forecast/co project/c expect~/cx anticipate~/c foresee~/c
             speculate/c+about
fear         fear~/co worry~/c+about dread~/o regret~/co
hope         hope~/cx+for wish~/cx dream~+of
want         want~/xo seek~/xo desire~/xo prefer~/xo
plan         plan~/xo intend~/xo aim~/x decide~/xc+on determine~/c resolve~/x consider
             vote~/x+for+against
apologize    apologize/+for apologise/+for
"""

NOUNS: Final = """
say          statement comment remark word message speech argument
claim        claim+of assertion+of contention
call_for     call+for plea+for appeal+for request+for
demand       demand+for
warn         warning+of+against+about caution alert
threaten     threat
promise      promise+of pledge vow offer+of commitment+to
deny         denial+of rejection+of
refuse       refusal
accuse       accusation+of allegation+of charge
criticize    criticism+of condemnation+of denunciation+of attack complaint+about+of critique+of
praise       praise+for+of
support      support~+for+of endorsement~+of defense defence supporter~+of backing~+for
oppose       opposition~+to opponent~+of
believe      belief+in opinion+of view+of assumption conviction suspicion thought
report       report+of finding account news
announce     announcement+of declaration+of revelation
urge         suggestion proposal+for+of recommendation advice
order        order ruling directive decision
ask          question query
predict      prediction+of forecast+of expectation estimate speculation
fear         fear~+of concern~+about+over worry~+about
hope         hope~+for+of desire~+for
plan         plan~+for intention~+of
agree        acknowledgment+of acknowledgement+of confirmation+of agreement consensus admission+of
describe     description+of portrayal+of
"""

PHRASES: Final = """
say          according to | in the words of | made it clear | make clear | point out | put it |
             went on record in the opinion of | spell out | lay out | weigh in on | in the view of
deny         rule out | shrug off
criticize    lash out at | go after | rail against | speak out against | critical of | fired back
call_for     call on | call for | calls for
agree        plead guilty
oppose       speak out against | vote against
support      vote for | sided with
fear         concerned about | worried about | concerned that | worried that
hope         optimistic that | hopeful that
believe      confident that | convinced that | sure that | skeptical of | certain that
know         aware of
answer       shot back | fire back | hit back
plan         due to
"""

ADJECTIVES: Final = """
believe      confident convinced certain sure skeptical sceptical doubtful adamant
fear         afraid concerned worried fearful
hope         hopeful optimistic
want         eager willing keen ready
know         aware
criticize    critical
"""

IRREGULAR: Final = """
said=say says=say told=tell wrote=write written=write thought=think spoke=speak spoken=speak
sought=seek swore=swear sworn=swear held=hold felt=feel knew=know known=know saw=see seen=see
found=find heard=hear made=make gave=give given=give put=put laid=lay set=set forbade=forbid
forbidden=forbid went=go gone=go meant=mean understood=understand foresaw=foresee
undertook=undertake shot=shoot began=begin begun=begin learnt=learn sang=sing sung=sing
withheld=withhold cried=cry denied=deny replied=reply implied=imply specified=specify
clarified=clarify testified=testify notified=notify identified=identify verified=verify
worried=worry saying=say shown=show pled=plead drew=draw took=take taken=take came=come
"""


def table(rows: str) -> frozenset[str]:
    """The words of a table without columns."""
    return frozenset(rows.split())


@dataclass(frozen=True, slots=True)
class Word:
    """A cue word: its act, and where its content stands (see the module's docstring)."""

    lemma: str
    act: str
    takes: str
    prepositions: frozenset[str]
    attitude: bool = False


def _words(table: str) -> dict[str, Word]:
    words: dict[str, Word] = {}
    act = ""
    for line in table.strip().splitlines():
        entries = line.split()
        if not line[0].isspace():
            act, *entries = entries
        for entry in entries:
            name, *prepositions = entry.split("+")
            name, _, takes = name.partition("/")
            attitude = name.endswith("~")
            lemma = name.rstrip("~")
            words.setdefault(lemma, Word(lemma, act, takes, frozenset(prepositions), attitude))
    return words


def _phrases(table: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    phrases: list[tuple[tuple[str, ...], str]] = []
    act = ""
    for line in table.strip().splitlines():
        if not line[0].isspace():
            act, _, line = line.partition(" ")
        phrases += [(tuple(p.split()), act) for p in line.split("|") if p.strip()]
    return tuple(phrases)


FORMS: Final = dict(pair.split("=") for pair in IRREGULAR.split())
CUE_VERBS: Final = _words(VERBS)
CUE_NOUNS: Final = _words(NOUNS)
CUE_ADJECTIVES: Final = _words(ADJECTIVES)
CUE_PHRASES: Final = _phrases(PHRASES)


def verb(word: str) -> Word | None:
    """The cue verb that ``word`` is a form of, if any: ``"urging"`` is urge."""
    word = word.lower()
    return next((CUE_VERBS[c] for c in stems(word) if c in CUE_VERBS), None)


def noun(word: str) -> Word | None:
    """The cue noun that ``word`` is a form of, if any: ``"warnings"`` is warning."""
    word = word.lower()
    singular = (word, word.removesuffix("s"), word.removesuffix("es"))
    return next((CUE_NOUNS[c] for c in singular if c in CUE_NOUNS), None)


def stems(word: str) -> list[str]:
    """What ``word`` may be a form of, likeliest first."""
    if word in FORMS:
        return [FORMS[word]]
    stems = [word]
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ying", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            stems.append(word.removesuffix(ending) + instead)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(stem := word.removesuffix(ending)) > 1:
            stems += (
                [stem + "e", stem, stem[:-1]] if stem[-1:] == stem[-2:-1] else [stem, stem + "e"]
            )
    return stems
