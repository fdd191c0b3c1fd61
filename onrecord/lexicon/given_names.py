"""Which sex a first name tells, for many more names than ``forenames.py`` has.

From the counts of first names in the 1990 census of the United States (public domain): names borne
by one sex at least twenty times as often as by the other. They tell the sex and nothing else; that
a word stands here does not make it a name ("Hope", "Rose"). Folded form: lower case, no accents."""

from __future__ import annotations

from typing import Final

from onrecord.lexicon.forenames import FORENAMES

_MEN: Final = """
    abe abel abram adalberto adan adolph agustin al alden aldo alec alfonso alfonzo alonso alonzo
    alphonse alphonso alton alvin amado ambrose amos anderson anibal antione antone antwan archie
    arden arlen arlie armand arnoldo arnulfo aron arron art asa august augustus aurelio austin
    barney barrett barton basil beau benito bennett benton bert bertram blaine bo booker boyce
    boyd bradford bradly brady brain branden brant brendon brenton bret brice brock broderick
    brooks bryant bryce bryon buck bud buddy buford burl burt burton buster caleb carlo carlton
    carmelo carmine carson carter cedrick chad chadwick chance charley chas chase chauncey chet
    christoper clark claud clemente cletus cleveland clifton clinton clyde cody cole coleman
    collin colton columbus cordell cornelius cornell cortez coy cristobal cristopher curt cyrus
    dalton damian damien damion damon dane danial danilo danny dante darell daren darin dario
    darius daron darrel darrell darrick darrin darron darryl darwin daryl davis deandre deangelo
    del delbert delmar delmer demarcus denis denver derick derrick deshawn desmond dewayne dewey
    dewitt dexter dillon dino domenic domingo dominick donn donnell donny donovan donte dorsey
    douglass doyle duane dudley dwain dwayne dylan earle earnest eddy edgardo edison edmond edmund
    edmundo edwardo efrain efren elbert elden eldon eldridge eliseo elliot ellis ellsworth elmer
    elmo eloy elroy elton elvin elvis elwood emerson emery emil emile emmett emmitt emory enoch
    erasmo erich erick ernie errol ervin erwin eugenio eusebio everett everette ezekiel ezequiel
    fabian faustino fausto federico felton fermin fidel filiberto fletcher florencio florentino
    forest forrest foster franklyn freddy fredric fredrick freeman fritz galen garfield garland
    garret garry garth gaston gaylord genaro geraldo gerardo german gil gilbert gilberto gino glen
    gonzalo grady graig granville gregg gregorio grover hai hal hank harlan harland harley harris
    harrison haywood heath herb heriberto herschel hershel hilario hilton hipolito hiram hobert
    homer horace horacio hosea houston hoyt hubert huey humberto hung hunter hyman ignacio ike
    irvin irving irwin isaiah isaias isiah isidro ismael israel isreal issac jacinto jackson
    jamaal jamar jamel jamison jarod jarred jarrett jarrod jarvis jasper jayson jc jed jefferey
    jefferson jeffery jeffry jerald jeramy jere jeremiah jermaine jerold jeromy jerrell jerrod
    jerrold jess jesus joesph johnathan johnathon johnson jonah jonathon jordon jospeh josue
    judson jules julius junior kareem keenan kelvin kendrick keneth kennith kenny kent kenton
    kermit keven kieth king kip kirk korey kory kraig kristofer kristopher kurtis lamar lamont
    landon lanny laurence lawerence lazaro leandro leif leland lemuel len lenard lenny leonardo
    leonel leroy les lester levi lewis lincoln lino linwood lionel lon long lonny lowell loyd
    luciano lucien lucio lucius luther lyle lyman lyndon lynwood mac mack major malcom manual
    marcelino marcellus margarito mariano marlon marquis marshall mason mathew mauro maximo
    maxwell maynard mckinley mel melvin merlin mervin michale micheal mikel miles milford millard
    milo milton miquel mitchel mitchell modesto moises monroe monte monty morris morton mose moses
    moshe murray myles myron napoleon nathanael nathanial nestor neville newton nickolas noble noe
    nolan norbert norberto normand norris octavio odis olen olin omer oren orlando orval orville
    osvaldo otis palmer pasquale percy perry phil porfirio porter prince quentin quincy quintin
    quinton raleigh ramiro randal randell randolph rashad rayford raymon raymundo reed reggie
    reginald reid reinaldo renaldo renato reuben rex rey reyes reynaldo rhett rich richie rickey
    rico rigoberto robby robt rocco rocky rodger rodolfo rodrick rogelio rolando rolland romeo
    ronnie ronny roosevelt roscoe rosendo royal rubin rueben rufus russel rusty sal salvatore
    sammy samual sanford santo saul scot scotty seymour shad shane sheldon shelton sherman
    sherwood shon sid silas solomon sonny spencer stan stanford stanton stephan sterling sylvester
    tad tanner teddy teodoro terence terrance thad thaddeus theron thurman timmy titus tomas toney
    trent trenton trey troy truman tuan ty tyree tyrell tyron tyrone tyson ulysses valentin vance
    vaughn vern vernon vincenzo virgil virgilio vito von waldo walker wallace wally walton ward
    warner waylon weldon wendell wes wesley weston wilber wilbert wilburn wiley wilford wilfred
    wilfredo willard williams willian willis willy wilmer wilson wilton winford winfred winston wm
    wyatt zachariah zachery zack zackary zane """
_WOMEN: Final = """
    abbey abbie abby adaline addie adela adelaida adelaide adelia adelina adeline adell adella
    adelle adina adria adriane adrianna adrianne adriene adrienne afton agatha agustina aida
    aileen aimee aja akiko alaina alana alanna alba alberta albertha albertina albertine albina
    alda alecia aleida alejandrina alena alene alesha alesia aleta aletha alethea alethia alexa
    alexia alfreda alia alica alida aline alisa alise alisha alishia alisia alissa alix aliza alla
    allegra allene allie alline allyson almeda almeta alpha alta altagracia altha althea alvera
    alvina alyce alycia alyse alysha alysia alyson amada amalia america ami amie ammie amparo
    anabel anastacia andra andree andria anette angele angelena angeles angelia angelic angelica
    angelika angeline angelique angelita angella angle anglea anh anika anissa anitra anjanette
    annabel annabell annabelle annalee annalisa annamae annamarie anneliese annemarie annett
    annetta annice annis annmarie antionette antoinette antonette antonietta antonina anya apryl
    araceli aracelis aracely arcelia ardell ardella ardis ardith aretha ariane arie arielle arla
    arleen arlena arlene arletta arlette arline armanda armida arminda arnetta arnita artie
    arvilla asha ashely ashlee ashleigh ashli ashlie ashly ashlyn asia assunta asuncion athena
    audie audra audrea audry augusta augustina aundrea aura aurea aurelia aurora autumn ava
    avelina avis awilda ayana ayesha azucena babara babette bambi barb barbar barbera barbie
    barbra bea beckie belen belia bella belle belva benita berenice bernadette bernadine berneice
    bernetta bernice berniece bernita berta bertha bertie beryl bess bessie bethann bethany bethel
    betsey bette bettie bettina bettye beulah bev beverlee beverley billye birdie birgit blanca
    blanch blanche blythe bobbi bobbye bonita bonnie bonny branda brandee brandi brandie brandy
    breanna breanne bree brenna briana brianna brianne bridgett bridgette brigette brigid brigida
    brinda britany britney britni brittani brittney brittni bronwyn brook brooke brunilda brynn
    buffy caitlin caitlyn callie camelia cami camille cammie candance candelaria candi candice
    candida candie candis candy candyce caprice cara caren cari caridad carie carin carina carisa
    carissa carleen carlene carletta carley carlie carline carlota carlotta carlyn carma carman
    carmel carmela carmelina carmelita carmella carmon carolann carolee carolina carolyne carolynn
    caron carri carrie caryl casandra casie cassandra cassidy cassie catarina caterina catharine
    cathey cathi cathie cathleen cathrine cathryn catina catrina cecelia cecila cecile cecily
    celena celeste celestina celestine celina chana chanda chandra chanel chantal chante chantel
    chantell chantelle charise charissa charisse charity charla charleen charlette charline
    charmaine charolette chasity chastity chau chaya chelsey chelsie cheri cherie cherise cherish
    cherly cherri cherrie cherry cherryl cheryle cheryll cheyenne chin chiquita chrissy christa
    christal christeen christel christen christena christene christi christiana christie christin
    christy chrystal chun ciara cicely ciera cierra cinda cindi cinthia clare claribel clarice
    clarine clarissa clarita claudette claudine clementina clementine clemmie cleopatra cleora
    cleta clotilde coleen coletta colette collen collette concepcion concetta conchita consuela
    consuelo cora coral corazon cordelia cordie coreen corene coretta cori corie corina corine
    corinna corinne corliss corrie corrina corrine cortney criselda crissy crista cristal cristen
    cristi cristie cristin cristine cristy cyndi cythia dagmar dahlia daisey dalia dalila damaris
    danae danelle danette dani dania danica daniella danika danita danna dannette dannielle danuta
    danyelle daphine daphne dara darby darci darcie daria darla darleen darlene darline davida
    davina dawna dawne dayle dayna deana deandra deane deann deanna deanne deb debbi debbra debby
    debi debrah debroah dedra deeann deena deidra deidre deirdre delana delena delfina delicia
    delilah delinda delisa dell della delma delois delora delores deloris delpha delphia delphine
    delta demetra demetria demetrice dena deneen denese denice denisha denita denna dennise
    desirae desire desiree dessie destiny detra devona devora devorah diamond dian diann dianna
    diedra diedre digna dimple dinah dione dionna dionne dixie dollie dolly doloris domenica
    dominga dominque domonique dona donetta donita donya dorathy dorcas doreen dorene doretha dori
    dorie dorinda dorine dorotha dorothea dorris dortha dorthea dorthy dot dottie dovie dreama
    drema drucilla drusilla dulce dung dyan earlean earleen earlene earline earnestine eartha
    easter eboni ebony echo eda edda edelmira eden edie edna edwina edythe effie elaina elana
    elanor elayne elba elda eldora eleanora eleanore elease eleni elenor elenora elfriede elia
    eliana elicia elida elinor elissa eliza elizbeth elizebeth elke ellie elly ellyn elma elmira
    elna elnora elodia elois eloisa eloise elouise else elsie elva elvera elvia elvie elvina
    elvira elyse ema emelda emelia emiko emilee emilia emilie emmie emmy emogene ena enedina
    eneida enid enola enriqueta epifania era ericka erinn erlene erlinda erline erma ermelinda
    erminia erna ernestina ernestine esmeralda esperanza essie esta estela estell estella estelle
    ester estrella ethelene ethelyn ethyl etta eugenia eugenie eula eulalia eun eunice evalyn
    evangelina evangeline evelia evelin evelina eveline evelyne evette evie evon evonne exie
    fabiola fae fallon fannie fanny farah farrah faustina fawn fay faye fe felecia felica felice
    felicia felicita felicitas felipa felisa felisha fern fernanda ferne filomena flavia flo flor
    flora florance florencia florene florentina floretta florida florinda florine flossie floy
    fonda fran france francie francina francine francisca francoise freda frederica fredericka
    fredia freeda freida frieda fumiko gabriele gabriella garnet garnett gay gaye gayla gaylene
    gaynell gearldine gemma gena geneva genevieve genia genie gennie genoveva georgene georgetta
    georgette georgia georgiana georgianna georgie georgina georgine geralyn gerda geri germaine
    gerri gertha gertie gertrud gertrude gia gigi gilda gillian ginger ginny giovanna gisela
    giselle gladis glady glenda glendora glenna glennie glennis glinda glory glynda goldie gracia
    gracie graciela gregoria gretta griselda gudrun guillermina gussie gwen gwenda gwendolyn gwenn
    gwyn ha hae hailey haley halina hallie hana hanh hanna hannelore harmony harriett harriette
    hattie haydee hayley hazel hedwig hedy hee heide helga hellen henrietta henriette herlinda
    hermelinda hermina hermine herminia hester hettie hilaria hilda hilde hildegard hildegarde
    hildred hilma hiroko hoa holley holli hollie holly honey hortencia hortense hortensia hui
    hulda huong hyacinth hye hyon hyun idalia idell idella iesha ignacia ila ilana ilda ileana
    ilene iliana ilona iluminada ima imelda imogene in ina india indira inell ines inez inge
    ingeborg inger inocencia iola iona ione irish irma irmgard isa isabell isaura isela isidra
    isis iva ivana ivette ivonne jacalyn jacinta jackeline jacki jacklyn jaclyn jacqualine jacque
    jacquelin jacquelyn jacquelyne jacquelynn jacquiline jacquline jacqulyn jada jade jadwiga
    jaimie jaleesa jami jamila jammie jana janae janay janeen janel janell janelle janene janessa
    janeth janett janetta janette janey janie janina janine janis janita jann janna jannette
    jannie jaqueline jasmin jaunita jayme jayne jazmin jazmine jeana jeane jeanene jeanetta jeanie
    jeanna jeannette jeannie jeannine jena jenell jenelle jenette jeni jenice jenifer jeniffer
    jenine jenise jennefer jennette jenni jennie jenniffer jeraldine jeri jerilyn jerri jerrie
    jesenia jesica jessenia jessi jesusa jettie jillian jin jina jo joana joanie jodee jodi jodie
    joeann joella joelle joellen joetta johana johnetta johnna joi jolanda joleen jolene jolie
    jolynn jona jonell jonelle joni jonna jonnie josefa josefina joselyn josephina josette josie
    joslyn jovita joy joycelyn joye juana judi judie julee juli juliane juliann julianna julianne
    julienne julieta juliette julissa jung junita justina justine jutta kacey kaci kacie kacy
    kaitlin kaitlyn kala kaley kali kam kami kandace kandi kandice kandy karan karey kari karie
    karina karissa karla karleen karlene karma karmen karol karolyn karon karren karri karrie
    karyl karyn kasandra kasie kassandra kassie katelyn kathaleen katharina katharine kathe
    katherin kathern katheryn kathey kathi kathie kathlene kathlyn kathrine kathryne kathyrn kati
    katia katina katlyn katrice kattie katy kaye kaylee kayleen kaylene kazuko kecia keely keena
    keesha keiko keisha keli kelle kellee kelli kellie kellye kelsey kelsie kena kendra kenisha
    kenna kenya kenyatta kenyetta keri kerri kerrie kesha keshia kia kiana kiara kiera kiesha
    kiley kimber kimberely kimberlee kimberley kimberli kimberlie kimberly kimbery kimiko kindra
    kira kirstin kisha kitty kizzy kori kourtney krista kristal kristan kristel kristian kristie
    kristine kristy kristyn krysta krystal krystle krystyna kum kyla kylee kylie kym kymberly
    kyong kyra kyung lacey laci lacie ladonna lady lai lakeisha lakesha lakeshia lakisha lan lana
    lanell lanette lani lanita laquita larae laraine larhonda larisa laronda larue lasandra
    lashanda lashawn lashonda lashunda latanya latasha latashia latesha latia laticia latisha
    latonia latonya latoria latosha latoya latrice latricia latrina launa laure laureen laurel
    laurene lauretta laurette lauri laurice laurie laurine lavada lavera laverna lavina lavinia
    lavon lavonda lavonia lavonne lawana lawanda lawanna le lea leana leandra leann leanna leanne
    leatha leatrice leda leeann leeanna leeanne leesa leighann leilani leisa lela lelia lenna
    lennie lenora lenore leola leona leonarda leone leonie leonila leonor leonora leonore leora
    leota lera lesa lesia leslee lesli lessie leta letha letitia lettie letty lexie lezlie li lia
    liane libby liberty librada lida lien ligia lili lilia lilian liliana lilla lillian lillie
    lilly lin lina lindy linette ling linh linnea linnie linsey lisbeth lise lisette lisha lissa
    lissette lita livia lizabeth lizbeth lizette lizzie loan loida lola lolita loma lona loni
    lonna lora loraine lore loree loreen lorelei lorena lorene lorenza loriann lorie lorinda
    lorine lorna lorretta lorri lorrie lory lottie louann louanne louella louisa lourdes louvenia
    lovella lovie loyce lu luana luann luanne luciana lucie lucienne lucila lucile lucina lucrecia
    lucretia ludie lue luella luise lula lulu luna lupita lura lurline luvenia luz lyda lyla lyn
    lynda lyndsay lyndsey lynell lynelle lynette lynnette lynsey ma mabel mable machelle macie
    macy madaline madalyn madelyn madge madie madison madlyn madonna mae maegan magaly magan
    magaret magda magdalen magdalene magen magnolia mai maida maira majorie malia malika malinda
    malisa malissa mallory mamie mammie mana manda mandi mandy maple mara maranda marcela
    marcelina marceline marcella marcelle marci marcie marcy maren margareta margarete margarett
    margaretta margarette margarite margart marge margeret margery marget margie margit margo
    margorie margret marguerita marguerite margurite mari mariah mariann marianna maribel maribeth
    maricela mariel mariela marietta marilee marilou marilu marilynn marisa marisela marisol
    marissa marita maritza marjory markita marla marlana marleen marlen marlena marlo marlyn
    marlys marna marni marnie marquerite marquetta marquita marry marti martine marva marvel marya
    maryalice maryann maryanne marybeth maryellen maryjane maryjo marylee marylin marylou marylyn
    masako mathilda mathilde matilde mattie maud maude maudie maura maurine mavis maxie maxine may
    maybell maybelle maye mayme mayra mazie mckenzie meagan meaghan mechelle mee meg meggan
    meghann mei melaine melany melba melina melisa melissia mellie mellisa mellissa melodie melody
    melonie melony melva melvina melynda mercedes mercy meredith meri meridith merilyn merlene
    merna merri merry meryl meta mi micaela michaela micheline michell michiko micki mickie
    migdalia miguelina mikki mila milagro milagros milissa millicent millie min mindi mindy
    minerva minna minnie mira mireille mireya mirian mirna mirta mirtha missy misti misty mittie
    mitzi modesta moira mollie monika monserrate mozell mozella mozelle mui my myong myra myriam
    myrle myrna myrtice myrtie myrtis myrtle myung nada nakia nakisha nakita nan nana nanci nancie
    nanette nannette nannie naoma narcisa natividad natosha nedra nelda nelia nelida nell nella
    nelle nellie nelly nena neoma nereida nerissa neta nettie neva nga ngoc nia nichelle nichol
    nichole nicki nickie nickole nicol nicolasa nicolette nicolle nidia nieves niki nikia nikole
    nila nilda nilsa ninfa nita noelia noella noelle noemi nola noma nona norah noreen norene
    norine nova novella nydia nyla obdulia ocie octavia odessa odette odilia ofelia ok ola oleta
    oliva olive olympia oma omega ona oneida opal ora oralia orpha ossie otilia ouida ozella page
    paige palma pam pamala pamelia pamella pandora pansy paola particia patience patrica patrice
    patrina patti pattie pauletta paulette pearl pearle pearlene pearlie pearline peggie penney
    penni pennie perla petra petrina phillis philomena phoebe phuong phylis phyliss pia piedad
    pilar pinkie piper polly porsha portia precious pricilla princess prudence qiana queen queenie
    quiana rachael racheal rachele rachell rachelle racquel rae raeann rafaela raina ramonita rana
    ranae randa randee randi rasheeda rashida raven raye raylene rayna reatha reba rebbeca
    rebbecca rebeca rebekah reda regan regena regenia reiko reina remedios renae renate renea
    renee renetta renita reta retha retta reva reyna rhea rhiannon rhoda richelle rikki rina risa
    robbin robyn rochell rocio rolanda roma romaine romana romelia romona rona ronda roni ronni
    rosalba rosalee rosalia rosalie rosalina rosalinda rosaline rosalva rosalyn rosamond rosana
    rosann rosanna rosaria rosaura roseann roseanna roseanne rosella roselyn rosemarie rosetta
    rosia rosina rosita roslyn roxane roxann roxanna roxanne roxie rozella rubie ruby rubye rufina
    ruthann ruthie sabine sabra sachiko sade sadie salena salina sallie salome samara samatha
    samira sandi sandra sanjuana sanjuanita sanora santa santana santina sari sarina sarita
    saundra savanna savannah scarlet scarlett sebrina selene selina selma serina sha shaina
    shakira shalonda shameka shamika shana shanda shandra shaneka shanell shanelle shani shanice
    shanika shanita shanna shannan shanon shanta shante shantel shantell shara sharee sharen shari
    sharita sharla sharleen sharlene sharonda sharron sharyl sharyn shasta shauna shaunna shavon
    shavonne shawana shawanda shawna shawnda shawnee shawnna shay shayla shayna shea sheena
    sheilah shela shelba shelia shelli shellie shelly shemika shena shenita sheree sheri sherie
    sherilyn sherita sherley sherly sherlyn sheron sherrell sherri sherrie sherrill sherron
    sherryl shery sheryl shiela shira shirlee shirleen shirlene shirly shona shonda shonna
    shoshana shu sibyl sierra signe sigrid silva silvana silvia simona sindy skye slyvia so
    socorro solange soledad sommer sondra song sonya soo sook soon soraya spring staci stacia
    stacie star starla starr stefani stefania stefanie steffanie stephaine stephani stephany
    stephenie stephine su sudie sueann suellen suk summer sun sunny sunshine susann susannah susie
    suzan suzann suzanna suzette suzie suzy sybil syble synthia syreeta tabatha tabetha tabitha
    takisha talia talisha talitha tam tamala tamar tamatha tameika tameka tamekia tamela tamera
    tamesha tami tamica tamie tamika tamiko tammara tammi tammie tamra tana tanesha tangela tanika
    tanisha tanja tanna tarah tarsha taryn tasha tashia tawana tawanda tawanna tawny tawnya teena
    temeka tena tenisha tennie tennille teodora tequila tera tereasa terese teresita teressa teri
    terra terresa terri terrie tesha tessie thalia thao thea theda thelma theodora theola therese
    theresia thersa thomasina thomasine thresa thu thuy tia tiana tianna tiara tierra tiesha
    tiffani tiffanie tiffiny tillie tiny tisha tomasa tomeka tomika tomoko tonda tonia tonie tonja
    tonya tori tosha toshiko towanda toya tracee traci tracie trang trena tresa tressa tressie
    treva trina trinity trisha trista trudi trudie trudy trula tuyet twana twila twyla tyesha tyra
    una usha vada valarie valda valencia valeria vallie valorie vanda vanesa vanita vannessa veda
    velda velia vella velma velva velvet vena venessa venice venita venus veola verda verdell
    verdie verena vergie verla verlene verlie verna vernell vernetta vernice vernie vernita verona
    versie vesta veta vicenta vickey vicki vickie vicky vida vikki vilma vina vincenza vinnie
    violet violeta violette virgie virgina virginia vita viva vivan viviana vivien vivienne vonda
    vonnie wai waltraud wanita wei wendi wilda wilhelmina willa willene willette willia windy
    winifred winnie winnifred wonda wynona yadira yan yang yanira yee yen yesenia yetta yi ying
    yoko yolande yolando yolonda yoshiko yu yukiko yuko yun zaida zandra zelda zella zelma zena
    zenaida zenobia zina zita zofia zoila zola zona zora zoraida zula zulema zulma """

GIVEN: Final[dict[str, str]] = (
    dict.fromkeys(_MEN.split(), "m") | dict.fromkeys(_WOMEN.split(), "f") | FORENAMES
)
