"""Common first names with the sex they tell in English-language news, and the short forms that
name the same person.

A self-made list: names that are borne by both (Taylor, Robin, Jordan…) are left out on purpose,
because a wrong sex costs more than an unknown one. Folded form: lower case, no accents."""

from __future__ import annotations

from typing import Final

_MEN: Final = """
    aaron abdel abdul abdullah abraham adam adolfo adrian ahmad ahmed aidan akbar alan albert
    alberto alejandro aleksandr alexander alexei alexey alfred alfredo ali allan allen alvaro amir
    amit anatoly anders andre andreas andrei andres andrew andrey andy angelo anthony antoine anton
    antonio antony ariel armando arnold arthur arturo asif avi baltazar barack barry bart bashar ben
    benedict benjamin benny bernard bernardo bernie bill billy binyamin bob bobby boris brad bradley
    brandon brendan brent brett brian bruce bruno bryan byron calvin carl carlos cedric cesar
    charles charlie chester chris christian christoph christophe christopher chuck claude claudio
    clarence clay clayton clement cliff clifford clint colin conrad corey craig curtis cyril dan
    daniel daniele darren dave david dean dennis derek devin diego dick dieter dimitri dimitry dirk
    dmitri dmitry dominic dominique don donald doug douglas drew duncan dustin dwight earl ed eddie
    edgar eduardo edward edwin ehud eli elias elijah elon emanuel emilio emmanuel enrique eric erik
    ernest ernesto esteban ethan eugene evan evgeny ezra fabio fahad faisal felipe felix ferdinand
    fernando florian floyd francesco francisco francois frank franklin franz fred frederic frederick
    fumio gabriel gareth garrett gary gavin gene geoff geoffrey georg george georges gerald gerard
    gerhard giorgio giovanni giuseppe glenn gordon graham grant greg gregory guillaume guillermo
    gunter gus gustavo guy hamid hans harold harry harvey hassan hector helmut henri henrik henry
    herbert herman hossein howard hugh hugo hussein ian ibrahim igor ilya imran isaac ismail ivan
    ivo jack jacob jacques jaime jair jake jakob james jamal jan janusz jared jason javier jay
    jean-claude jean-luc jeb jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao joaquin
    joe joel johan johannes john johnny jon jonas jonathan jorge jose josef joseph josh joshua
    josiah juan julian julio junichiro jurgen justin kamal karim karl keith ken kenneth kevin khaled
    khalid klaus konstantin kurt kyle lance larry lars laurent lawrence lech leo leon leonard leonid
    leopoldo lev liam lloyd lorenzo lou louis luc luca lucas luigi luis luiz luke magnus mahmoud
    malcolm malik manuel marc marcel marcelo marco marcos marcus mario mark marko markus martin
    marty marvin massimo mateusz matt matteo matthew matthias maurice mauricio max maxim maximilian
    mehdi mehmet michael michel miguel mikael mike mikhail milan milos mitch mitt mohamed mohammad
    mohammed mohsen muhammad murat mustafa naftali narendra nasser nate nathan nathaniel neal ned
    neil nelson newt nicholas nick nicolas nigel nikita niklas nikola nikolai nils noah noam norman
    oleg oliver olivier omar oscar osama oswaldo otto owen pablo paolo pascal patrick paul paulo
    pavel pedro pete peter petr petro philip philippe phillip pierre pieter piotr prakash preston
    rafael rahul rajiv ralph ramon ramzan randall randy raphael rashid raul ray raymond recep reince
    kofi ricardo richard rick ricky rob robert roberto rod roderick rodney rodrigo roger roland rolf
    roman ron ronald ross roy ruben rudolf rudolph rudy rupert russ russell ryan salman salvador sam
    samir samuel santiago scott sean sebastian serge sergei sergey sergio seth shaun shawn shimon
    shinzo sidney silvio simon stanley stefan stephane stephen stephon steve steven stewart stuart
    sundar sven ted terrence terry theodore thierry thomas tim timothy tobias tod todd tom tommy
    tony travis trevor tyler ulrich umar vaclav valery vicente victor viktor vince vincent vitaly
    vladimir volodymyr wade walid walter warren wayne werner wilbur wilhelm will willem william
    willie wolfgang woodrow xavier yahya yair yasser yitzhak yoav yoshihide youssef yuri yusuf
    zachary zbigniew """
_WOMEN: Final = """
    abigail ada adele adriana agnes aisha alejandra alexandra alexandria alice alicia alina alison
    allison alma alyssa amal amanda amber amelia amina amy ana anastasia angela angelina angie anita
    ann anna annalena anne annette annie antonia april ariana arianna ashley astrid audrey ayanna
    ayelet barbara beatrice beatriz becky belinda benazir beth betsy betty beverly bianca brenda
    bridget brigitte brittany camila camilla candace carla carly carmen carol carole caroline
    carolyn caryn catalina catherine cathy cecilia celia celine charlene charlotte chelsea cheryl
    chloe christiane christina christine cindy claire clara claudia colleen condoleezza connie
    constance cornelia courtney cristina crystal cynthia daisy daniela danielle dawn debbie debora
    deborah debra delia denise diana diane dianne dilma dina dolores donna dora doris dorothy edith
    eileen elaine elena eleanor elisa elise elisabeth elizabeth ella ellen elsa emily emma erica
    erika erin esther ethel eva eve evelyn faith fatima fiona florence frances francesca gabriela
    gabrielle gail geraldine gina giorgia gisele gladys gloria golda grace greta gretchen hannah
    harriet heather heidi helen helena helene hilary hillary hope huma ida ilhan ilse inga ingrid
    irena irene irina iris isabel isabella isabelle ivanka ivy jacinda jacqueline jane janet janice
    jasmine jeanette jeanine jeanne jen jenna jennifer jenny jessica jill joan joann joanna joanne
    jocelyn johanna josephine joyce juanita judith judy julia juliana julie juliet june kamala kara
    karen karin karine karoline kate katherine kathleen kathryn kathy katie katrin katrina kay kayla
    kaja kayleigh kellyanne kirsten kirstjen kristen kristi kristin kristina laila lara larissa
    laura lauren layla leah leila lena leticia liana lidia lila lily linda lisa liz liza lois
    loretta lori lorraine louise lucia lucille lucinda lucy luisa lydia lynn lynne mackenzie
    madeleine madeline magdalena maggie maia malala manuela marcia margaret margarita margot maria
    mariam marian mariana marianne marie marietje marilyn marina marine marjorie marlene marsha
    marta martha martina mary maryam matilda maureen maya megan meghan megyn melania melanie melinda
    melissa mia michele michelle mika mildred mimi mina miranda miriam molly mona monica monique
    muriel nadia nadine nancy naomi natalia natalie natasha nathalie nicola nicole nina noa nora
    norma nikki olga olivia ophelia oprah pamela patricia patsy patty paula paulina pauline peggy
    penelope penny phyllis priscilla priti priya rachel ramona rania raquel rebecca regina rena
    renata rhonda rita roberta rochelle ronna rosa rosalind rosalynn rosanne rose rosemary rosie
    rowena roxana ruth sabina sabrina sally samantha sanna sara sarah selena serena sharon sheila
    shelley sherry shirley simone siobhan sofia sonia sonja sophia sophie stacey stella stephanie
    stormy sue susan susana susanna susanne suzanne svetlana sylvia tamara tammy tania tanya tara
    tatiana teresa tess tessa theresa tiffany tina tracey tricia trish tulsi ursula valentina
    valerie vanessa vera veronica victoria viola vivian wanda wendy whitney whoopi wilma winona
    xiomara yael yasmin yolanda yulia yvette yvonne zainab zara zoe """

FORENAMES: Final[dict[str, str]] = dict.fromkeys(_MEN.split(), "m") | dict.fromkeys(
    _WOMEN.split(), "f"
)

# Borne by women and men alike: they tell no sex, but they are first names.
EITHER: Final = frozenset(
    """
    alex andrea ari ashton bailey blake cameron carey casey charlie chris corey dana darcy devon
    drew elliott finley francis gale hayden jackie jamie jan jean jesse jessie joan jody jordan
    kelly kendall kerry kim lee leslie lindsay lindsey logan lou marion morgan nikita noel parker
    pat peyton quinn reese riley robbie robin rowan sam sandy sasha shannon shawn sidney stacy
    taylor terry toni tracy valentine yoshi
    """.split()
)

# Each row holds forms of one name; a row may repeat a name of another row.
_ALIKE: Final = """
    john jon jonathan johnny jack
    joseph joe joey
    william bill billy will liam willie
    robert bob bobby rob robbie
    richard rick dick rich richie ricky
    james jim jimmy jamie
    michael mike mick mikey
    thomas tom tommy
    charles charlie chuck
    edward ed eddie ted
    theodore ted teddy
    benjamin ben benny binyamin benyamin
    anthony tony antony
    daniel dan danny
    david dave
    donald don donnie
    stephen steven steve
    matthew matt
    timothy tim
    kenneth ken kenny
    gregory greg
    jeffrey jeff geoffrey geoff
    samuel sam
    alexander alex alec aleksandr alexandr
    andrew andy drew
    nicholas nick nicolas nikolas
    christopher chris
    patrick pat paddy
    patricia pat patty tricia trish
    lawrence larry
    gerald gerry jerry
    ronald ron ronnie
    raymond ray
    frederick fred freddie
    francis frank
    peter pete
    philip phil phillip
    joshua josh
    zachary zach zack
    nathaniel nate nathan
    leonard len leo
    eugene gene
    vincent vince
    walter walt
    elizabeth liz beth betsy betty lizzie eliza liza elisabeth
    katherine kate katie kathy kathryn catherine cathy
    margaret maggie meg peggy marge
    deborah debbie deb debra
    susan sue suzanne susie
    jennifer jen jenny
    jessica jess
    barbara barb
    rebecca becky
    christine chris christina tina chrissy
    stephanie steph
    pamela pam
    victoria vicky tori
    cynthia cindy
    kimberly kim
    valerie val
    samantha sam
    abigail abby
    alexandria alexandra alex
    hillary hilary
    muhammad mohammed mohammad mohamed muhammed mohammd
    ahmed ahmad ahmet
    hussein hossein husain
    sergei sergey serhiy
    dmitri dmitry dimitri
    vladimir volodymyr
    yusuf youssef yousef
    abdullah abdallah
    ali aly
    mahmoud mahmud
    erik eric
    mark marc
    sarah sara
    ann anne anna
    brian bryan
    karl carl
    jeb john
    newt newton
    mitch addison mitchell
    mitt willard
    bernie bernard bernardo
    rudy rudolph rudolf
    marty martin
    ned edward
    charlie charles
    tony antonio
"""


def alike(rows: str) -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for row in rows.splitlines():
        for name in row.split():
            forms.setdefault(name, set()).update(row.split())
    return {name: frozenset(same) for name, same in forms.items()}


ALIKE: Final[dict[str, frozenset[str]]] = alike(_ALIKE)
ALIKE_ROWS: Final = _ALIKE
