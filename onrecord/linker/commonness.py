"""Names that many people bear: two articles that name a John Smith need not mean one man.

Self-made tables, not counts: surnames and first names that stand in the news again and again for
different people, in the languages whose names English-language news is full of. A full name is
common if its first name is, and its surname is one of the commonest."""

from __future__ import annotations

from typing import Final

SURNAMES: Final = frozenset(
    """
    adams ahmed ahmad alexander ali allen alvarez anderson andrews armstrong arnold bailey baker
    barnes bell bennett berry black boyd bradley brooks brown bryant burns butler campbell carlson
    carpenter carroll carter castillo castro chang chapman chavez clark clarke cohen cole coleman
    collins cook cooper cox crawford cruz cunningham daniels davies davis day dean diaz dixon
    duncan dunn edwards elliott ellis evans ferguson fernandez fernandes ferrari fischer fisher
    fleming flores ford foster fowler fox francis franklin freeman garcia gardner gibson gomez
    gonzales gonzalez gordon graham grant gray green greene griffin guerrero gutierrez hall hamilton
    hansen hanson harper harris harrison hart harvey hassan hawkins hayes henderson henry hernandez
    herrera hicks hill hoffman holmes howard hudson hughes hunt hunter hussain hussein ibrahim
    jackson jacobs james jenkins jensen jimenez johansson johnson johnston jones jordan joseph
    kaur kelley kelly kennedy khan king knight kumar lane larson lawrence lawson lee lewis lin lopez
    lynch marshall martin martinez mason matthews mccarthy mcdonald mendoza meyer miller mills
    mitchell mohamed mohammed montgomery moore morales moreno morgan morris morrison muller murphy
    murray myers nelson newman nguyen nichols obrien oliver ortiz owens palmer park parker patel
    patterson payne perez perkins perry peters peterson phillips pierce porter powell price
    ramirez ramos ray reed reid reyes reynolds rice richards richardson riley rivera roberts
    robertson robinson rodriguez rogers romero rose ross rossi ruiz russell ryan salazar sanchez
    sanders santos schmidt schneider schultz scott shah sharma shaw silva simmons simpson sims singh
    smith snyder soto spencer stephens stevens stewart stone sullivan suzuki tan tanaka taylor
    thomas thompson thomson torres tran tucker turner vargas vasquez wagner walker wallace walsh
    wang ward warren washington watkins watson weaver webb weber welch wells west wheeler white
    williams williamson willis wilson wong wood woods wright wu yang young yilmaz zhang zhao
    kim li liu chen huang zhou xu sun ma zhu hu guo he gao luo choi jung kang cho yoon jang lim han
    pham le hoang phan vu vo dang bui do ho ngo duong abdullah mahmoud hamid karim aziz saleh
    mustafa yusuf osman omar abbas hasan rahman islam das gupta mishra yadav verma reddy rao joshi
    ivanov petrov sidorov popov novak kowalski nowak horvat dubois durand bernard moreau laurent
    simon michel garner oconnor obrian burke byrne doyle quinn kavanagh gallagher
    """.split()
)
# Of these, the ones that make a full name common.
COMMONEST: Final = frozenset(
    """
    smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez
    gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris
    sanchez clark clarke ramirez lewis robinson walker young allen king wright scott torres nguyen
    hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips
    evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
    gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos cox ward richardson watson
    brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo patel myers
    long ross foster jimenez powell jenkins perry russell sullivan bell butler barnes fisher simmons
    graham jordan reynolds hamilton ali khan ahmed hussein hassan mohamed mohammed ibrahim abdullah
    singh kumar sharma shah rahman gupta kaur wang li zhang liu chen yang huang zhao wu zhou kim
    park choi jung tran le pham silva santos fernandez ferrari rossi muller schmidt fischer ivanov
    """.split()
)
FORENAMES: Final = frozenset(
    """
    aaron abdul abdullah adam ahmad ahmed alan albert alberto alejandro alex alexander alexandra ali
    alice amanda amir amy ana andrea andrew angela ann anna anne anthony antonio arthur barbara ben
    benjamin betty bill bob bobby brandon brenda brian bruce bryan carl carlos carol caroline
    catherine charles charlie charlotte chris christian christina christine christopher craig
    cynthia dan daniel danny dave david dean deborah dennis diana diane diego don donald donna
    dorothy doug douglas ed eddie edward elena elizabeth emily emma eric erik eva evan fatima
    fernando francisco frank fred gabriel gary george gerald greg gregory hannah harold harry hassan
    heather helen henry howard hussein ian ibrahim jack jacob james jamie jane janet jason javier
    jean jeff jeffrey jennifer jeremy jerry jessica jim jimmy joan joe joel john johnny jon jonathan
    jordan jorge jose joseph josh joshua juan judith julia julie justin karen kate katherine
    kathleen keith kelly ken kenneth kevin khaled kim kyle larry laura lauren lawrence lee leo
    linda lisa louis lucy luis luke manuel marc marco margaret maria marie mario mark martha martin
    mary matt matthew max megan melissa michael michelle miguel mike mohamed mohammad mohammed
    muhammad mustafa nancy nathan neil nicholas nick nicole nicola olivia omar oscar pamela pat
    patricia patrick paul paula pedro peter phil philip rachel rahul raj ralph ray raymond rebecca
    ricardo richard rick rob robert roberto robin roger ron ronald rosa rose roy russell ruth ryan
    sam samantha samuel sandra sara sarah scott sean sharon simon sophie stephanie stephen steve
    steven stuart sue susan tariq ted teresa terry thomas tim timothy todd tom tony tracy travis
    tyler victor victoria vincent walter wayne will william yusuf zoe jake sally jill lynn ross
    """.split()
)
# Of these, the ones whose bearers have names that are spelt in one way only.
ENGLISH: Final = FORENAMES - frozenset(
    """
    abdul abdullah ahmad ahmed ali amir fatima hassan hussein ibrahim khaled mohamed mohammad
    mohammed muhammad mustafa omar rahul raj tariq yusuf elena maria ana eva ivan
    """.split()
)
# Full names that two well-known people bear, mostly father and son.
SHARED: Final = frozenset(
    """
    george bush/robert casey/bob casey/john sununu/joe kennedy/joseph kennedy/john kennedy/
    robert kennedy/patrick kennedy/mike rogers/connie mack/duncan hunter/harold ford/donald payne/
    jerry falwell/richard daley/jesse jackson/john adams
    """.replace("\n", "")
    .replace("    ", "")
    .split("/")
)
# Where the family name comes first: Chinese, Korean and Vietnamese families.
FAMILY_FIRST: Final = frozenset(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo xi deng feng
    cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao xie
    tang wen mao hua jia qin cui qian tsai lai kim lee park choi jung jeong kang cho jo yoon yun
    jang chang lim im han shin seo suh kwon hwang ahn an song hong yoo ryu moon bae baek roh noh ban
    nguyen tran pham hoang phan vu vo dang bui ngo duong to truong chiang ko hung chow cheung leung
    """.split()
)


def common(first: str, family: str) -> bool:
    """Whether many people have this first name and family name."""
    if family in FAMILY_FIRST and family in SURNAMES and first not in FORENAMES:
        return len(first) <= 4  # "Wang Yi", "Li Na": one syllable that hundreds of thousands bear
    return f"{first} {family}" in SHARED or (family in COMMONEST and first in FORENAMES)
