"""What may stand before or after a person's name without being part of it, as tables.

In: nothing. Out: words in folded form (lower case, no accents, no full stops) with the sex they
tell (``m``, ``f`` or nothing) and, for an office, the noun it abbreviates, so that "Sen. Doe" can
later be "the senator". Readable and changeable by someone who does not program: one word a place,
``word=noun/sex``."""

from __future__ import annotations

from typing import Final


def _table(rows: str) -> dict[str, tuple[str, str]]:
    """``word=noun/sex`` entries as word -> (noun, sex); both parts may be left out."""
    table = {}
    for entry in rows.split():
        word, _, sex = entry.partition("/")
        word, _, noun = word.partition("=")
        table[word] = (noun or word, sex)
    return table


HONORIFICS: Final = _table(
    """
    mr/m mister/m mrs/f ms/f miss/f mx madam/f madame/f mme/f mlle/f sir/m dame/f lord/m lady/f
    monsieur/m herr/m frau/f senor/m senora/f signor/m signora/f don/m dona/f dr=doctor
    prof=professor sri/m shri/m smt/f hon honorable haji/m sayyid/m syed/m """
)

RANKS: Final = _table(
    """
    gen=general lt=lieutenant col=colonel maj=major capt=captain cpt=captain cmdr=commander
    cdr=commander adm=admiral brig=brigadier sgt=sergeant cpl=corporal pvt=private pfc=private
    cst=constable supt=superintendent insp=inspector general lieutenant colonel major captain
    commander admiral brigadier sergeant corporal private constable superintendent inspector marshal
    lieut=lieutenant det=detective detective spc=specialist ltc=colonel rear vice commodore ensign
    comdr=commander commandant airman trooper """
)

OFFICES: Final = _table(
    """
    president pres=president premier chancellor minister prime chief sen=senator sens=senator
    senator rep=representative reps=representative representative congressman=representative/m
    congresswoman=representative/f gov=governor govs=governor governor mayor vice-president
    secretary undersecretary secretary-general ambassador amb=ambassador envoy consul commissioner
    councilman/m councilwoman/f councilor councillor councilmember alderman/m assemblyman/m
    assemblywoman/f assemblymember delegate lawmaker speaker chairman/m chairwoman/f chair
    chairperson co-chairman/m co-chair director deputy attorney atty=attorney solicitor prosecutor
    judge justice magistrate king/m queen/f prince/m princess/f emperor/m empress/f sultan/m emir/m
    duke/m duchess/f count/m countess/f baron/m baroness/f pope/m cardinal/m archbishop/m bishop/m
    father/m sister/f mother/f brother/m pastor rev=reverend reverend rabbi imam/m ayatollah/m
    mullah/m sheikh/m sheik/m shaikh/m grand mufti/m patriarch/m dalai sheriff officer agent trooper
    coach professor doctor nurse ceo cfo coo founder co-founder cofounder leader dictator
    commander-in-chief candidate nominee frontrunner front-runner spokesman/m spokeswoman/f
    spokesperson strategist adviser advisor aide pollster activist columnist reporter correspondent
    anchor host editor journalist author actor/m actress/f singer rapper comedian billionaire
    businessman/m businesswoman/f tycoon magnate mp mep msp mla tribune first lady/f
    ex-president=president ex-senator=senator ex-governor=governor ex-mayor=mayor
    ex-minister=minister vice-chairman=chairman/m vice-chair=chair legislator parliamentarian whip
    manager head analyst economist lawyer advocate historian pundit blogger veteran
    inspector-general administrator treasurer superintendent principal dean provost rector executive
    exec vp svp evp """
)

TITLES: Final = HONORIFICS | RANKS | OFFICES
# Offices that are hardly anybody's surname: a name that ends so, before another name, is none.
NO_SURNAMES: Final = frozenset(
    """
    president premier chancellor minister senator representative congressman congresswoman governor
    secretary undersecretary ambassador commissioner councilman councilwoman councillor speaker
    chairman chairwoman chairperson director spokesman spokeswoman spokesperson strategist adviser
    advisor correspondent superintendent treasurer administrator professor
    """.split()
)
# What may stand before a name at the start of a sentence, where all words have capitals.
BESIDE: Final = frozenset("neither both either even only not nor unlike like although".split())
SUFFIXES: Final = frozenset(
    "jr sr ii iii iv v esq phd md mp mep obe cbe mbe kc qc ret usn usmc usaf".split()
)
PARTICLES: Final = frozenset(
    """
    de del della di da das do dos du la le van von der den ter ten bin bint ibn ben abu al el ul y
    zu af av mac st
    """.split()
)
ARTICLE_PREFIXES: Final = ("al-", "el-", "ul-", "an-", "ar-", "as-", "ash-", "at-", "ad-", "az-")
# Before a name but no part of it, and no office either: "Republican Sen. Doe", "then-candidate
# Doe", "Democrat Roe".
QUALIFIERS: Final = frozenset(
    """
    former then then-president ex late acting interim outgoing incoming deputy assistant associate
    senior junior former retired republican democrat democratic gop libertarian conservative liberal
    labour labor tory independent house senate white national general state foreign defense defence
    us un eu federal u.s. u.n. shadow crown home interior finance """
    "".split()
)
# Family names that come first: "Xi Jinping" is later "Xi". Only where the whole name has this
# order.
FIRST_SURNAMES: Final = frozenset(
    """
    xi hu jiang deng mao wen zhu zhao qian sun zhou wu zheng wang feng chen chu wei shen yang qin xu
    zhang kong cao yan hua jin tao qi xie zou yu bai li liu ma tang song liang huang lin luo gao guo
    he lu zeng peng pan tian dong yuan kim lee park choi jung jeong kang cho yoon jang lim han oh
    seo shin kwon hwang ahn song ryu hong moon roh noh ban bae yoo nguyen tran pham hoang huynh vo
    dang bui do ngo duong ly tsai ko lai hau fu wong cheung leung chow lau kwok tsang yeung cheng
    tse yip mak shiu yau """
    "".split()
)
GIVEN_BEFORE_FIRST_SURNAME: Final = frozenset("bruce ang jackie jet lucy".split())
