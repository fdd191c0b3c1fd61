"""Short forms of first names: the usual ones of English, and how Ukrainian names are written in
Russian. They tell across articles, where a role or a rare surname must agree, but not inside one.

Each row of the table holds forms of one name, the formal one first; a row may repeat a name of
another row, and a short form may stand for several names (Al, Bert)."""

from __future__ import annotations

from typing import Final

from onrecord.lexicon.forenames import ALIKE_ROWS, alike

_SHORT: Final = """
    christopher kit kris topher
    henry hank harry hal
    harold harry hal
    ernest ernie ern
    clinton clint
    clifford cliff
    douglas doug dougie
    herbert herb bert herbie
    albert al bert bertie
    alan al
    alfred al fred alf fredo
    leslie les
    melvin mel
    milton milt
    norman norm normie
    sidney sid
    stanley stan
    stanislav stan
    terence terry terrence
    theresa terry tess
    tobias toby
    wallace wally
    wesley wes
    arthur art
    bartholomew bart
    bradley brad
    calvin cal
    dominic dom nick
    emanuel manny
    manuel manny
    gilbert gil
    gabriel gabe
    isaac ike
    dwight ike
    jacob jake jack jay
    marcus mark marc
    reginald reg reggie rex
    roderick rod roddy rick
    rodney rod
    thaddeus thad
    vernon vern
    virginia ginny ginger
    judith judy judie
    jacqueline jackie
    janet jan
    josephine jo josie
    joanna jo
    nicole nikki nicky
    penelope penny
    roberta bobbie bobby
    frances fran
    lewis lou louis lewie
    louis lou louie
    luis lou
    alexander sandy sasha
    sandra sandy sandi
    eleanor ellie nell nora elly
    ellen nell
    lillian lily
    florence flo flossie
    marjorie marge
    barack barry
    elliott eliot elliot
    jeffery jeff jeffrey
    allan alan allen
    caroline carolyn carrie caro
    catharine catherine
    philippe philip
    recep tayyip
    oleksandr alexander aleksandr
    mykola nikolai
    mykhailo mikhail
    andriy andrei andrey
    oleksiy alexei aleksei
    yevhen yevgeny evgeny
    dmytro dmitry dmitri
    serhii sergei sergey serhiy
    pavlo pavel
    petro petr
    abigail gail abbie
    abraham abe bram
    adelaide addie
    agatha aggie
    agnes aggie
    alexandra sandra sasha lexi
    alice allie
    alison ali allie
    amanda mandy
    amelia millie amy
    anastasia ana stacy
    andrew drew dru
    angela angie
    anita nita
    ann nan nancy annie
    antoinette toni
    antonia toni
    anthony ant
    archibald archie
    arnold arnie
    augustus gus augie august
    augustine gus
    barnabas barney
    bernard barney
    bernadette bernie
    beatrice bea trixie
    benedict ben
    benjamin benji
    beverly bev
    bridget biddy
    cameron cam
    carlton carl
    carolyn carol carrie
    catherine kate katie kitty cate
    cassandra cassie
    cecilia cece celia
    charlotte lottie charlie
    chester chet
    claudia claude
    clarence clancy
    constance connie
    cornelius con neil
    cynthia cyndi
    daniel danni
    danielle dani
    david davey davy
    delores dee
    dennis denny
    derek del
    dolores lola
    donald donny
    dorothy dot dottie dolly
    edgar ed ned
    edmund ed eddie ned ted
    edward ned eddy teddy
    edwin ed eddie ned
    edith edie
    elaine laine
    elijah eli
    elizabeth bess bessie lisa libby lilibet ellie
    emily em millie
    emma em
    emmanuel manny
    ethelbert bert
    eugenia gina genie
    evelyn eve evie
    ezekiel zeke
    fernando nando
    ferdinand ferdie
    francis frankie fran
    francisco paco pancho
    franklin frank
    frederick fritz rick
    gabriella gabby
    genevieve gen
    geoffrey jeff
    george georgie
    gerald jerry
    geraldine gerry
    gertrude trudy
    gordon gordie
    gregory gregg
    gwendolyn gwen
    harrison harry
    harriet hattie
    helen nell nellie
    herman herm
    hubert bert hugh
    humphrey bert
    ignatius iggy
    irving irv
    isabella bella izzy isabel
    isabel bella
    isidore izzy
    jackson jack
    james jimmie jay jem
    jane janie
    janice jan
    jason jay
    jeremy jem jerry
    jeremiah jerry
    jerome jerry
    jessica jessie
    joan joanie
    john jay ian
    jonathan nathan
    joseph jos jojo
    joshua joss
    joyce joy
    julia julie
    julian jules
    julius jules
    kathleen kathy kate katie kay
    katherine kathie kitty kat kay
    katrina trina
    kendall ken
    kimberly kimmy
    kristen kris
    kristina kris
    laura laurie
    lauren laurie
    laurence lawrence larry laurie
    lawrence lawrie laurie
    leonard lenny leon
    leonardo leo
    leopold leo
    leroy roy
    lester les
    lincoln linc
    linda lindy
    lorraine lori
    louise lou
    lucille lucy
    lucy lu
    lydia lyddie
    madeline maddie
    magdalena lena
    malcolm mal
    marcia marcy
    margaret margie margo marge rita greta daisy madge marjorie
    maria mia
    martha marty
    martin marv
    marvin marv
    mary molly polly mamie
    matilda tilly
    matthew mattie
    maurice morris mo
    maureen mo
    maximilian max
    maxwell max
    melanie mel
    melissa mel missy
    meredith merry
    michael mickey micky
    michelle shelly
    mildred millie
    minerva minnie
    miranda mandy
    mitchell mitch
    montgomery monty
    mortimer mort
    morton mort
    moses mo
    muhammad mo
    nancy nan
    natalie nat
    nathan nate nat
    nathaniel nat
    nicholas nicky nico
    oliver ollie
    oswald ozzie
    pamela pammy
    patrick paddy rick
    patricia patsy patti
    paul paulie
    pauline polly
    percival percy
    peter petey
    philip flip
    phyllis phyl
    priscilla cilla
    prudence prue
    quentin quint
    rachel rae
    ralph ralphie
    randall randy
    randolph randy dolph
    raphael rafe ralph
    raymond raymie
    rebecca becca
    regina gina
    rhonda ronnie
    richard dickie dicky
    robert bobbie
    roger rodge
    roland rollie
    ronald ronny
    rosalind roz
    rosemary rose rosie
    rowland rollie
    rufus rufe
    russell russ rusty
    samuel sammy
    sarah sally sadie
    saul solly
    sean shawn shaun
    sebastian seb bastian
    seymour sy
    shirley shirl
    sigmund siggy
    simon si
    solomon sol
    sophia sophie
    spencer spence
    stephen stevie
    steven stephan stefan
    stewart stuart stu
    stuart stu
    susan suzy susannah
    sylvester sly
    sylvia syl
    tabitha tabby
    tamara tammy
    teresa theresa tess terri
    theodora dora thea
    theodore theo
    thomas thom
    timothy timmy
    tiffany tiff
    tyrone ty
    valentine val
    victor vic
    vincent vin vinny vinnie
    virgil virge
    walter wally
    warren ren
    wendell wen
    wilbur will
    wilfred will fred
    willard will bill
    william wills billie wil
    wilson will
    winfield win
    winifred winnie
    winston win
    woodrow woody
    yvonne vonnie
    zachary zak zachariah
    zachariah zach
"""
SHORT: Final[dict[str, frozenset[str]]] = alike(_SHORT)


def _heads() -> dict[str, frozenset[str]]:
    rows = [row.split() for row in f"{ALIKE_ROWS}\n{_SHORT}".splitlines() if row.strip()]
    names = {name for row in rows for name in row}
    return {name: frozenset(row[0] for row in rows if name in row) for name in names}


# Name -> the first of each row that holds it: what all forms of a name share.
HEADS: Final[dict[str, frozenset[str]]] = _heads()
