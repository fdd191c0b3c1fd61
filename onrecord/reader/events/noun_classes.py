"""Classes of words that rules about events ask for: who can be freed, what can be cut off.

A row is a class and its words; plurals are worked out. ``+NAME`` takes in another class, which
stands above. SOMEONE, PERSON, PLACE, ORG and NUMBER are told by the network's names as well.
"""

from __future__ import annotations

from typing import Final

from onrecord.reader.events import speech_classes
from onrecord.reader.events.danger_classes import TABLE
from onrecord.reader.events.inflections import noun_forms

_TABLE: Final = """
PERSON        terrorist militant insurgent rebel fighter extremist jihadist mercenary bandit
              gangster separatist guerrilla trooper dealer accused recruit personnel person man
              woman child boy girl baby infant teenager student teacher worker employee doctor nurse
              medic patient journalist reporter photographer editor blogger writer author lawyer
              judge prosecutor official minister president premier chancellor governor mayor senator
              lawmaker legislator congressman politician candidate leader commander general colonel
              captain diplomat ambassador envoy negotiator mediator counterpart delegate
              representative secretary civilian resident villager farmer fisherman driver passenger
              pilot sailor bystander pedestrian citizen national foreigner tourist migrant refugee
              immigrant asylum-seeker victim survivor activist protester protestor demonstrator
              dissident critic opponent campaigner organizer suspect defendant criminal robber thief
              smuggler trafficker murderer killer inmate prisoner detainee hostage captive convict
              fugitive member chief head director executive manager owner chairman spokesman
              spokeswoman spokesperson officer policeman constable guard soldier paramedic
              firefighter rescuer volunteer aide adviser advisor cleric priest bishop imam pastor
              monk rabbi pope king queen prince princess father mother brother sister son daughter
              wife husband family couple relative parent cousin neighbour neighbor friend boyfriend
              girlfriend crowd mob spectator fan player youth teen adult pensioner people others
              someone anyone everyone many several some dozens hundreds thousands scores
              officer-cadet shooter attacker assailant gunman bomber settler tribesman herder
              shopper worshipper worshiper pilgrim trader merchant peacekeeper observer inspector
              contractor engineer scientist professor academic miner singer actor actress
BODY          government country state nation administration court authority ministry parliament
              senate congress house committee council commission party agency department company
              firm union group organization organisation team police army military force troop
              coalition alliance opposition regime kingdom republic embassy cabinet board bank
              corporation side faction delegation office watchdog regulator body community movement
              militia gang cartel airline university newspaper network bloc campaign white-house
              kremlin pentagon us u.s. un eu nato tribunal mission panel republicans democrats rebel
              militant insurgent prosecution defence defense leadership public voter tribe
FORCES        troop soldier army military navy force militia militant insurgent rebel guerrilla
              gunman fighter terrorist jihadist separatist paramilitary warplane jet fighter-jet
              aircraft drone helicopter bomber tank gunboat warship airforce brigade battalion
              regiment commando marine guard attacker assailant assassin shooter sniper extremist
              islamist mercenary gang cartel artillery missile rocket shell shelling airstrike
              strike bomb bombing bombardment raid offensive assault attack troops police policeman
              officer security mob suspect militiaman gangster pirate settler convoy unit
TROOPS        troop soldier troops force army military marine reservist regiment battalion brigade
              personnel peacekeeper guard serviceman commando paratrooper contingent convoy
              reinforcement ranger infantry
POLICE        police policeman officer constable gendarme riot-police
WEAPONS       weapon tank missile rocket warship carrier submarine destroyer frigate battery system
              launcher artillery jet fighter-jet bomber drone helicopter vessel ship aircraft plane
              warplane warhead howitzer gunboat armour armor vehicle
MISSILES      missile rocket drone shell mortar torpedo bomb warhead bullet grenade artillery
              projectile icbm
CAPTIVES      hostage captive prisoner detainee inmate abductee kidnapped internee pow pows
PEOPLE        +PERSON
STATEMENTS    report statement video footage letter document film album song single book trailer
              data figure result image photo picture audio recording tape transcript email list
              record game version update study survey poll findings toxin gas carbon emission energy
              product software patch press-release clip music ep dvd details information name names
              identity budget plan schedule agenda balloon water memo draft guidelines guideline
              guidance preview teaser
UTILITIES     power electricity water food fuel gas internet supply supplies utility heating
              medicine aid connection service network communication communications broadband
AIDGOODS      aid food medicine supply supplies assistance relief medical humanitarian help ration
              tent blanket vaccine shelter
ARMS          weapon arm arms ammunition munition missile tank jet artillery equipment howitzer
              shell drone rifle gun
MONEY         money fund funds funding loan grant credit dollar million billion euro cash donation
              bailout financing $ £ € usd
AID           +AIDGOODS +MONEY +ARMS ventilator mask
BANS          restriction sanction curfew embargo ban blockade lockdown quarantine tariff duty
              emergency siege measure limit moratorium boycott
CEASEFIRE     ceasefire cease-fire truce armistice pause peace cessation lull de-escalation calm
              restraint stop end halt disengagement deescalation
FIGHTING      fighting war attack hostility hostilities violence conflict bombing shelling
              bombardment offensive assault strike airstrike killing bloodshed clash battle invasion
              siege combat crackdown incursion
YIELDING      +CEASEFIRE release withdrawal freedom easing lifting access corridor surrender
              disarmament hostage prisoner detainee withdraw free end halt stop lift ease disarm
              cease pull de-escalate evacuate ceding reopen reopening refrain
MEETING       meeting talk talks summit negotiation visit dialogue dialog conference consultation
              mediation discussion trip rally-talks meet negotiate mediate
HELPING       aid assistance help support cooperation relief fund funding money loan protection
              supply weapon vaccine peacekeeper contribution cooperate assist donate provide backup
              investment reinforcement equipment
CHANGING      reform election resignation change policy law legislation constitution referendum
              inquiry investigation rights right independence recount vote impeachment resign
              investigate step quit amend repeal abolish adopt pass bill act ban amendment proposal
              budget measure plan motion resolution probe rule regulation impeach reconsider wage
              pay
AGREEMENT     agreement deal treaty pact accord accords memorandum settlement truce ceasefire
              contract compromise consensus understanding armistice protocol convention
              memorandum-of-understanding
LAWS          bill law legislation act resolution measure amendment budget motion proposal plan
              agreement treaty deal pact reform policy package decree
TIES          tie ties relation relations link links contact contacts trade cooperation aid funding
              funds assistance partnership diplomatic
DIPLOMATS     diplomat ambassador envoy attaché attache staff observer inspector consul mission
              delegation peacekeeper monitor
ENVOYS        envoy delegation ambassador director negotiator mediator minister representative
              mission delegate official team secretary diplomat
GROUPS        group party organization organisation union bloc agreement treaty pact accord
              convention deal nato un who talks coalition alliance council court
ROADS         road highway street bridge railway rail traffic entrance route intersection track
              airport motorway runway port tram crossing
BORDERS       border crossing checkpoint airport airspace port road school shop business restaurant
              church mosque university beach park bridge border-crossing strait gate
PROPERTY      property house home asset ship vessel boat tanker drug cocaine heroin weapon gun money
              cash computer phone document vehicle car passport equipment land firearm fund account
              oil goods contraband cannabis marijuana methamphetamine aircraft plane artefact
              artifact laptop files kilogram kilo ton tonne
BUILDINGS     building house home hospital school church mosque shelter camp station bridge base
              airport depot warehouse factory plant refinery convoy car bus truck ambulance vehicle
              market hotel embassy consulate headquarters apartment block infrastructure target
              village town city area neighbourhood neighborhood district province position facility
              site runway port ship tanker vessel store shop office police-station outpost
              checkpoint complex pipeline substation railway train grid barracks prison temple
              synagogue university stadium restaurant dam monument statue
LAND          territory town city village area region province district island land border base
              capital country peninsula position front enclave strip compound building headquarters
              airport
DISASTER      sars sars-cov-2 earthquake quake tsunami flood flooding hurricane cyclone typhoon
              storm tornado landslide mudslide avalanche wildfire bushfire fire blaze eruption
              volcano drought heatwave lightning blizzard disease virus coronavirus covid covid-19
              pandemic epidemic outbreak illness cancer cholera ebola malaria measles infection flu
              influenza heat wave gale monsoon wind rain snow smoke weather winds torrent tremor
              famine hunger starvation meningitis pneumonia alcohol methanol smog
ACCIDENT      accident crash collision derailment capsizing sinking collapse stampede
              explosion-accident crush pile-up leak drowning bus train plane truck lorry boat ferry
              car helicopter vehicle aircraft crane jet flight elevator building roof ship minibus
              van tree animal dog bear shark tiger elephant lion crocodile snake bull avalanche
              overdose malfunction wreck derail capsize overturn sink sank capsized crashed derailed
              collapsed overturned drowned drown plunged collided collide trampled
MISHAP        +DISASTER accident crash collision derailment capsizing sinking collapse stampede
              crush pile-up leak crashed derailed collapsed overturned capsized collided drowned
              plunged trampled overdose crashes collides derails collapses capsizes overturns
              plunges wreck
CIVILFOLK     worker employee staff teacher nurse doctor driver student miner union pilot crew
              farmer firefighter resident thousands hundreds dozens people activist protester
              protestor demonstrator crowd supporter opponent inmate prisoner detainee women member
              thousand citizen trucker opposition tens scores children mother family schoolchildren
              journalist lawyer villager migrant labourer laborer campaigner
VIOLENCE      attack attacked attacks attacker gunman gunmen shot shots shooting shootings stabbed
              stabbing bomb bombing bomber airstrike airstrikes strike strikes missile missiles
              rocket rockets shelling shelled troop troops soldier soldiers militant militants rebel
              rebels insurgent insurgents army military terrorist terrorists clash clashes fighting
              war offensive raid raids gunfire drone drones artillery murder murdered massacre
              assassinated assassination ambush ambushed gang militia bombs exploded detonated
              hostage hostages jihadist violence invasion gun rifle knife invaded warplanes unrest
              riots riot extremist mine ied assault assailant execution executed
HARM          retaliation response revenge force war strike attack action consequences consequence
              violence annihilation reprisal invasion punishment military
SEXUALLY      sexual sexually rape
AIRBORNE      air aerial airstrike airstrikes warplane warplanes jet jets plane planes aircraft
              helicopter helicopters bomber bombers air-force
DRONES        drone drones uav uavs unmanned
EXPLOSIVES    bomb bombing grenade ied mine explosive car-bomb landmine roadside explosives
SUICIDE       suicide
HEAVY         artillery mortar rocket shell shelling tank missile howitzer bombardment ballistic
              cruise rockets shells tanks missiles mortars
GUNS          gunman gunmen gun shooting gunfire shooter rifle pistol firearm sniper bullet shot
              gunshot shootout shootings machine-gun
BLADES        knife stabbing machete sword axe arson hammer stone rock petrol knife-wielding stabbed
              molotov spear
SPORT         match game team season league cup tournament championship goal goals coach striker
              club playoff final finals semi-final innings wicket quarter touchdown scored round
              player players olympic olympics medal race prix football soccer rugby tennis cricket
              baseball basketball hockey nba nfl fifa uefa
FILMS         film movie video scene episode picture photo documentary commercial goal footage ad
              basket selfie penalty free-throw
ILLS          heart panic asthma heat anxiety shark bear animal
MEASURES      record high low point level milestone target peak bottom limit snag chart charts
              million billion jackpot headline headlines market note road rock iceberg tree pole
              wall ground button balance chord pose bargain
OFFENCES      murder manslaughter fraud corruption treason terrorism theft rape assault crime crimes
              offense offence count counts violation conspiracy espionage bribery racketeering
              laundering perjury homicide arson robbery kidnapping trafficking possession
              obstruction genocide battery misconduct felony misdemeanor charge charges blasphemy
              sedition abuse attack attempted
RUMOURS       allegation accusation claim report rumour rumor suggestion charge criticism notion
CRIMES        crime death killing murder shooting incident case allegation complaint attack cause
              origin circumstances matter whether claim corruption fraud abuse fire crash bombing
              explosion theft violation conduct misconduct accident report possibility disappearance
              role company official links ties handling outbreak leak breach blast collision
              derailment how why who motive
OFFICES       post position job president minister premier chairman ceo director chief mayor
              governor leader government cabinet party head parliament seat senator role office pope
              chancellor commissioner ambassador presidency speaker secretary
NOTHING       comment
DEFEAT        defeat race election loss
COMMERCE      stake share product technology game app service plan investor customer company
              subscription market iphone car model brand album store
VIOLENT       military army troops airstrike airstrikes missile missiles rocket rockets drone drones
              bombing bombed killed wounded forces warplanes militants rebels war killing gunmen
              shelling strikes
WEAPONRY      explosive explosives device devices killed killing wounded injured bomb bombs bombing
              gunman gunmen missile missiles rocket rockets troops military army militants airstrike
              airstrikes terrorist terrorists compound embassy police knife
UNIONS        union unions worker workers teacher teachers nurse nurses pay wage wages labour labor
              staff employees miners pilots drivers train rail railway doctors
RULEDOUT      talks negotiation meeting resignation election coalition deal bid run role ceasefire
              intervention invasion strike tariff referendum withdrawal concession return visit
TARGETS       boat truck vehicle site facility refinery hospital ambulance target residence tunnel
              launcher rocket missile drone tank warehouse depot bunker outpost base convoy weapon
FIRES_AND_ILLS fire blaze inflation poverty cancer disease virus pandemic corruption crime hunger
              obesity climate warming malaria hiv aids battle case charge lawsuit extradition
              discrimination racism stigma misinformation terrorism coronavirus covid-19 outbreak
              ebola urge flame wildfire deficit unemployment addiction drugs recession injustice
              inequality appeal epidemic way proposal plan suspension ban ruling change bill
              stereotype homelessness fraud spread tear
ANIMALS       animal bird fish dog cat bear elephant whale deer shark cattle sheep pig cow chicken
              bacteria virus insect bee mosquito tree plant tumor tumour cell germ pest rat wolf
              badger
ESTIMATES     estimate expectation forecast record odds rival traffic retreat path deadline team
DECLINES      decline fall slide development spread
CHANCES       opportunity chance moment lead initiative day
PRICES        fee price interest rent battery toll fare
TASKS         task overseeing finding investigating ensuring responsibility keeping enforcing
              protecting providing managing
SHARES        share stock market price index dollar currency sale revenue profit oil number rate gdp
              value economy bond euro yen attendance population
SUBSTANCES    doping substance
SOFTWARE      software app update application satellite parachute airbag probe product website
              service attack campaign bid investigation initiative programme program project appeal
              fund system platform business magazine brand
COMPETING     competing competition
VIEWS         view path shot penalty light sunlight signal
SAVERS        customer audience consumer market inflation growth voter savings user
DNA           dna cell virus career reputation life credibility evidence marriage hope record tissue
FOOD          food mushroom
PLANS         plan strategy move search order program programme trade transaction agreement maneuver
              task contract stunt will code
WARRANTS      warrant
PLAYERS       player coach manager striker midfielder defender goalkeeper footballer athlete driver
              umpire
DEADLINES     deadline budget schedule
CALORIES      calorie
VOTERS        team side club record sale profit voter
ELECTORAL     election poll primary vote votes ballot runoff constituency incumbent ballots
              electoral seats seat elections primaries margin
STONES        stone rock bottle brick petrol bomb cocktail egg object molotov grenade
ANIMATE       +PERSON policeman dead
TESTING       test tests tested test-fired test-fire testing trial drill exercise exercises
              sea
CROWDTOOLS    teargas tear gas cannon bullet pellet water-cannon baton pepper spray grenade canister
BUGS          virus bug bacteria disease cancer cell
RIVALS        rival opponent critic media press record policy plan opposition decision idea
              statement proposal claim comment remark newspaper law character credibility journalism
COUNTRY       country nation government state regime kingdom russia ukraine israel hamas iran china
              us u.s. united states america syria turkey iraq yemen houthis hezbollah taliban
              britain uk france germany india pakistan japan korea egypt saudi arabia qatar jordan
              lebanon nato un eu administration sudan rsf poland sides side party parties both two
              neighbours neighbors
ACCORDS       agreement negotiation talks race contest election market
FLAGS         flag effigy tyre tire car vehicle home crop
INVESTIGATORS police officer officers investigators prosecutors fbi agents authorities detectives
ASSETS        asset account fund
RIGHTS        right freedom press speech liberty expression assembly immigration
MOVEMENT      movement travel gathering flight entry
DOCUMENTS     statement resolution report letter bill plan petition manifesto declaration
LEISURE       husband wife boyfriend girlfriend pub novelist filmmaker screenwriter fan fans
              classmate guitarist singer fiancé fiancée lover
ARTS          guitarist songwriter musician bandmate album rapper singer drummer
ARMED         bomb bombing attack missile rocket drone mine ied grenade suicide militant airstrike
              strike shelling terrorist gunman
CLOSERS       government authorities police military army officials minister president lockdown
              pandemic covid-19 coronavirus war protests protesters clashes troops curfew
RETAIL        store stores supermarket supermarkets shopper shoppers retailer customers transaction
SPORTBODIES   club league fifa uefa federation association ioc wada committee team
MEDIA         newspaper website channel broadcaster broadcast television station radio app site film
              book magazine licence license account network outlet platform content podcast
MEDIANAMES    twitter facebook instagram youtube telegram whatsapp tiktok wikipedia google signal x
SPENDING      spending cost tax price job risk emission
FIRMS         company firm bank business corporation entity subsidiary manufacturer
MANAGERS      scheme
MERCY         hospital
WARLIKE       military troops army forces navy war missile missiles border defence defense tensions
              nato attack against threat air security carrier strike warships
OPPOSITION    supporter voter party base activist
PROTESTING    protest protests protesters protesting demonstration demonstrations demonstrators
              banners slogans chanting placards anti-government anti-war
VERBAL        tweet tweets twitter ad ads campaign debate nominee candidate democrat democrats
              democratic republican republicans gop media rhetoric remarks speech critics verbal
              personal words interview rival insults
OFFERED       help assistance support talks ceasefire truce mediation asylum negotiations aid
              proposal concession concessions condolence condolences
STRIKES       strike protest boycott
JOBS          job situation law rule task work
DISHES        dish meal food drink pizza supplies copy book dose doses product goods item ticket
MEASURE       measure
THINGSFORSALE service product course view discount chance opportunity option feature insight advice
              degree glimpse comfort sale reward evidence perspective prayer
CLAIMS        claim theory idea finding hypothesis view notion growth weight platform device
              evidence argument conclusion recovery research
CHILDREN      child daughter son baby birth visitor guest passenger customer twins
PRODUCTS      product
BALLS         ball pass exam test kidney baton torch time
STUDIES       study paper book film show series episode researcher scientist report documentary
SPORTSMEN     striker player midfielder defender goalkeeper quarterback pitcher
BUTTONS       button
PATIENTS      patient student mistake
BRAND         manuscript organ graft transplant
OFFERS        offer request demand proposal call appeal plea plan bid petition invitation motion
              application suggestion recommendation deal appeals lawsuit case complaint
DEMANDS       demand condition request call proposal resignation term
CAUSES        cause terrorism possibility suicide foul sabotage involvement motive
HANDS         hand
VIOLENTLY     attack strike retaliate avenge revenge bomb kill destroy invade crush annihilate hit
              respond punish shoot execute fight war eliminate obliterate wipe assassinate behead
              shell retaliation target burn eradicate force rape bombing escalate
DEATH         death rape beheading execution murder knife gun weapon
DOCS          report study
DECISIONS     decision move announcement ruling step initiative effort return release plan agreement
              progress news vote verdict result proposal commitment support arrival resolution call
              arrest withdrawal
VERDICTS      verdict ruling judgement judgment sentence
BIDS          bid candidate candidacy campaign call protest plan proposal idea move policy effort
              nomination referendum decision strike independence initiative resolution demand right
              amendment protester sanction legalization
AGREEING      ceasefire deal agreement talks proposal plan terms truce peace pause leader leaders
              sides
NEGATIONS     nothing
CHARGES       charge case lawsuit complaint demand
NEEDS         need target goal criterion requirement deadline demand standard expectation condition
              end death fate resistance challenge obligation threshold definition opposition
              criticism quota
WEBSITES      website site page exhibition museum store blog link
TOURISTS      tourist visitor fan customer patient user guest
WORDSSAID     bid name application support remark statement product candidacy comment lawsuit case
              nomination appeal claim offer proposal motion complaint request drug licence license
              plea endorsement bill
SMOKING       smoking job habit school drinking
POSTS         work school play earth normal power office form land life action
GLACIERS      glacier ice sea coastline
LEADSINGAME   lead
BOMBS         bomb device mine explosive
MESSAGES      message letter signal email text tweet
CONFEREES     leader minister president official delegation delegate diplomat envoy negotiator side
              lawmaker council committee parliament cabinet court group senator party foreign
OFFICIALS     president minister premier chancellor secretary envoy diplomat ambassador official
              leader delegation king queen prince pope counterpart governor negotiator lawmaker
              senator delegate mediator director general commander chief representative mayor
              congressman
DELEGATIONS   delegation delegate negotiator envoy mission representative mediator
REPORTERS     reporter journalist press media wikinews crowd audience cnn bbc reuters newspaper
              radio television magazine conference interviewer afp ap rally
TALKING       talks meeting meet summit negotiations visit discuss discussions
COMPANIES     company
SUSPECTS      suspect
EXERCISES     exercise drill manoeuvre maneuver war-game game patrol training
WITNESSES     witness
SUPPORTS      evidence detail information explanation testimony
GOVERNING     government administration cabinet board congress parliament
RESCUERS      rescuer firefighter crew police troop soldier government authority army navy guard
              service coastguard helicopter team
STUDIOS       studio band label artist company publisher
ALBUMS        album single song film movie book game trailer
CUSTODIES     prison custody jail captivity detention prisons bail
BODIES        body remains corpse refugee migrant artifact artefact bone
AIDBRINGERS   aid convoy truck observer inspector peacekeeper supply relief journalist food fuel
              monitor delivery shipment assistance humanitarian goods refugee
AIDCONVOYS    aid convoy truck trucks lorries
ANNUL         visit trip meeting talk talks summit negotiation negotiations conference plan deal
              contract flight election vote exercise drill rally event
"""


def _classes(table: str) -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    name = ""
    for line in table.strip().splitlines():
        words = line.partition("#")[0].split()
        if not words:
            continue
        if not line[0].isspace():
            name, *words = words
        forms = (classes[w[1:]] if w[0] == "+" else noun_forms(w) for w in words)
        classes[name] = classes.get(name, frozenset()).union(*forms)
    return classes


CLASSES: Final = _classes(_TABLE + TABLE + speech_classes.TABLE)
