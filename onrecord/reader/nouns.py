"""Common nouns that sources are described with, as tables: what kind of entity each makes, and
the sex it tells.

In: nothing. Out: ``NOUNS`` (singular noun -> its kind) and ``SEX``. People who are not named are
``unnamed``; a crowd known by what it is or does is a ``group``; a body acting as such is an
``organization``."""

from __future__ import annotations

from typing import Final

from onrecord.model import EntityKind

_ROWS: Final[dict[EntityKind, str]] = {
    "unnamed": """
        official officer source spokesman/m spokeswoman/f spokesperson aide adviser advisor diplomat
        envoy ambassador analyst expert witness eyewitness doctor physician nurse medic surgeon
        paramedic lawyer attorney prosecutor judge juror detective investigator inspector
        policeman/m policewoman/f cop deputy sheriff agent soldier general colonel commander
        lieutenant captain sergeant veteran pilot sailor marine leader president vice-president
        premier chancellor minister secretary undersecretary governor mayor senator representative
        congressman/m congresswoman/f lawmaker legislator councilman/m councilwoman/f councilor
        councillor politician candidate nominee contender frontrunner front-runner rival opponent
        challenger incumbent king/m queen/f prince/m princess/f sultan/m emir/m pope/m cardinal/m
        bishop/m archbishop/m pastor priest/m rabbi imam/m cleric nun/f chairman/m chairwoman/f
        chair chairperson director executive ceo manager boss head chief founder co-founder owner
        employee worker staffer staff employer businessman/m businesswoman/f entrepreneur investor
        trader banker broker watcher beneficiary economist scientist researcher scholar professor
        academic historian teacher student pupil principal coach player athlete author writer
        journalist reporter correspondent editor columnist commentator pundit blogger host anchor
        moderator broadcaster photographer
        artist actor/m actress/f singer musician comedian filmmaker director producer activist
        campaigner organizer organiser advocate critic skeptic supporter backer loyalist ally foe
        insider strategist consultant operative pollster donor fundraiser lobbyist delegate
        surrogate volunteer resident neighbor neighbour villager local citizen civilian passerby
        bystander onlooker passenger driver survivor victim patient prisoner inmate detainee hostage
        captive refugee migrant immigrant evacuee man/m woman/f boy/m girl/f child kid teenager teen
        person people guy/m gentleman/m lady/f adult youth individual father/m mother/f dad/m mom/f
        mum/f parent son/m daughter/f brother/m sister/f sibling husband/m wife/f widow/f widower/m
        associate uncle/m aunt/f cousin nephew/m niece/f grandfather/m grandmother/f grandson/m
        granddaughter/f relative spouse partner fiance/m fiancee/f girlfriend/f boyfriend/m friend
        colleague counterpart predecessor successor acquaintance roommate attendee participant
        speaker guest visitor customer client shopper tourist fan viewer reader caller listener
        observer monitor watchdog negotiator mediator delegate suspect defendant plaintiff accuser
        attacker gunman/m shooter assailant assassin perpetrator hacker terrorist whistleblower
        informant bureaucrat technocrat regulator administrator commissioner superintendent coroner
        firefighter rescuer farmer fisherman/m engineer technician architect designer developer
        programmer musician farmer miner trucker cashier waitress/f waiter/m bartender landlord
        tenant homeowner shopkeeper psychologist psychiatrist biologist physicist chemist geologist
        meteorologist forecaster epidemiologist virologist climatologist astronomer anthropologist
        sociologist mathematician statistician strongman/m dictator ruler monarch emperor/m lawman/m
        congressperson assemblyman/m speechwriter frontman/m frontwoman/f mogul billionaire
        millionaire tycoon magnate celebrity star legend hero nonagenarian newcomer moderate
        hardliner centrist progressive conservative liberal evangelical radical extremist islamist
        respondent interviewee questioner panelist panellist member peer counsel solicitor barrister
        """
    "",
    "group": """
        protester protestor demonstrator rioter marcher striker voter electorate militant rebel
        insurgent fighter jihadist separatist settler guerrilla crowd audience public mob population
        community minority majority republican democrat muslim christian jew millennial taxpayer
        family consumer latino hispanic """
    "",
    "organization": """
        government administration authority police military army navy force troop guard ministry
        department bureau agency office embassy consulate commission committee subcommittee council
        panel board court tribunal parliament legislature assembly congress senate house cabinet
        campaign team party coalition alliance bloc opposition company firm corporation conglomerate
        business startup bank airline carrier manufacturer maker automaker retailer chain utility
        operator contractor supplier union federation association organization organisation charity
        nonprofit foundation institute institution university college school hospital clinic church
        mosque synagogue diocese group movement militia faction gang cartel club society league
        think-tank thinktank laboratory lab union regime junta monarchy palace presidency kremlin
        state city county municipality delegation mission task-force taskforce prosecution defense
        defence treasury fed lobby super-pac pac camp consortium fund insurer brokerage exchange
        publisher studio label brigade battalion regiment squad unit intelligence leadership
        diplomacy industry sector """
    "",
    "outlet": """
        newspaper paper magazine network broadcaster channel station outlet website site tabloid
        daily weekly media press broadsheet newswire wire blog podcast programme """
    "",
    "document": """
        report statement resolution study letter memo memorandum document filing lawsuit suit
        complaint indictment affidavit book article story editorial column op-ed poll survey census
        transcript email e-mail message tweet post posting communique declaration agreement treaty
        deal accord bill law act statute constitution amendment order ruling decision verdict
        opinion petition warrant summons testimony manifesto platform plan proposal draft analysis
        review audit assessment estimate forecast data statistic figure record dossier notice
        advisory bulletin guideline release press-release headline ad advertisement advert
        commercial video clip recording tape footage transcript biography memoir essay passage text
        slogan sign poster placard banner caption obituary profile account dispatch summary abstract
        note flyer leaflet pamphlet brochure manual speech questionnaire index budget chart map rule
        regulation code policy """
    "",
}


def _kinds() -> dict[str, EntityKind]:
    return {entry.split("/")[0]: kind for kind, row in _ROWS.items() for entry in row.split()}


def _sexes() -> dict[str, str]:
    entries = (entry.split("/") for row in _ROWS.values() for entry in row.split() if "/" in entry)
    return dict(entries)


NOUNS: Final[dict[str, EntityKind]] = _kinds()
SEX: Final[dict[str, str]] = _sexes()

# Singular in form, but "they say": no article, no plural mark.
COLLECTIVE: Final = frozenset(
    "police media press military staff public electorate people troops forces family".split()
)
PLURALS: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "congressmen": "congressman",
    "gunmen": "gunman",
    "businessmen": "businessman",
    "businesswomen": "businesswoman",
    "chairmen": "chairman",
    "wives": "wife",
    "attorneys": "attorney",
    "media": "media",
    "data": "data",
    "police": "police",
    "fishermen": "fisherman",
    "authorities": "authority",
    "analyses": "analysis",
    "statistics": "statistic",
    "memoranda": "memorandum",
    "councilmen": "councilman",
    "assemblymen": "assemblyman",
    "gentlemen": "gentleman",
    "news": "news",
}
# Nouns that end like a plural and are none, so that no letter is cut off.
NO_PLURAL: Final = frozenset(
    "press congress boss witness eyewitness actress hostess princess business campus".split()
)
# An unknown noun that ends so is most likely a person: "speechwriter", "cardiologist", "guardsman".
PERSON_ENDINGS: Final[dict[str, str]] = {
    "woman": "f",
    "man": "m",
    "person": "",
    "ologist": "",
    "ographer": "",
    "ician": "",
    "maker": "",
    "writer": "",
    "keeper": "",
    "worker": "",
    "holder": "",
    "owner": "",
    "goer": "",
    "ist": "",
    "ator": "",
    "eer": "",
}
# What the same office is called: the newspaper's "the Israeli leader" is the prime minister.
OFFICE_SYNONYMS: Final[dict[str, frozenset[str]]] = {
    "leader": frozenset(
        "president minister premier chancellor king emir leader chief chairman ruler".split()
    ),
    "premier": frozenset({"premier", "minister"}),
    "lawmaker": frozenset("senator representative lawmaker legislator delegate".split()),
    "congressman": frozenset({"representative", "congressman"}),
    "congresswoman": frozenset({"representative", "congresswoman"}),
    "politician": frozenset("senator representative governor mayor minister politician".split()),
    "spokesperson": frozenset({"spokesman", "spokeswoman", "spokesperson", "secretary"}),
    "spokesman": frozenset({"spokesman", "spokesperson"}),
    "spokeswoman": frozenset({"spokeswoman", "spokesperson"}),
    "general": frozenset({"general"}),
    "adviser": frozenset({"adviser", "advisor", "aide"}),
    "advisor": frozenset({"adviser", "advisor", "aide"}),
    "chief": frozenset({"chief", "director", "head", "commissioner"}),
    "diplomat": frozenset({"ambassador", "envoy", "diplomat", "minister", "secretary"}),
    "executive": frozenset({"ceo", "executive", "president", "cfo", "coo"}),
    "nominee": frozenset({"nominee"}),
    "candidate": frozenset({"candidate"}),
    "official": frozenset({"official"}),
}
# Modifiers that say how high, not where: added to a description, they never contradict one.
RANK_WORDS: Final = frozenset(
    """
    senior top high-ranking high-level ranking leading chief former ex retired outgoing current
    longtime veteran unnamed unidentified anonymous """
    "".split()
)
# Modifiers that mean the same place of work.
SAME_PLACE: Final[dict[str, str]] = {
    "pentagon": "defense",
    "gop": "republican",
    "democrat": "democratic",
    "defence": "defense",
    "military": "defense",
    "u.s.": "united states",
    "us": "united states",
    "american": "united states",
    "campaign": "campaign",
    "justice": "justice",
    "doj": "justice",
}
# A name that ends so is a body, whatever the network took it for.
BODY_WORDS: Final = frozenset(
    """
    department ministry agency bureau commission committee council board court administration
    authority office university college institute institution foundation association federation
    organization organisation union party caucus coalition alliance front army navy force forces
    guard corps police bank corporation corp company co inc ltd llc plc group holdings airlines
    airways motors industries fund trust church hospital school center centre campaign congress
    parliament assembly senate house pac project network league club society brigade brigades
    movement service services journal """
    "".split()
)
PLACE_WORDS: Final = frozenset(
    """
    city county state province district island islands river lake mountain mountains valley bay sea
    ocean gulf strip street avenue road square park airport station tower bridge village town region
    peninsula coast beach heights border checkpoint hall arena stadium """
    "".split()
)
BODIES_AND_PLACES: Final = BODY_WORDS | PLACE_WORDS
