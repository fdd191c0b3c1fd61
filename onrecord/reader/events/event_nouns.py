"""Nouns that name happenings, as rules (see ``rules``), and the verbs that carry them.

"Israeli airstrikes", "the meeting", "closure of the checkpoints": a noun counts where it names one
happening. CARRIERS are verbs that add nothing but who did it: "held talks", "launched an attack".
"""

from __future__ import annotations

from typing import Final

TRAPS: Final = """
-                      | assault murder killing rape robbery | near:crimes,offenses,offences
                         !@on,of,against,by,in,at
-                      | protest boycott strike | next:music,song,songs,group,band,leader,leaders,
                         organizer,organizers,organiser,organisers,movement,camp,vote,art
-                      | shootout shooting | near:penalty,penalties
-                      | lawsuit indictment accusation | word:lawsuits,indictments,accusations
                         !carrier !@against,by,of,that
-                      | rape torture | near:charges,counts,crimes,convicted,guilty !@of,by
-                      | execution | mod:mandatory
-                      | consultation discussion cooperation | before:in,close
-                      | attack assault war | @on,against:ABSTRACT  # "an attack on society"
-                      | attack | mod:BEASTS
# "the export onslaught", "an onslaught of imports", "the media barrage"
-                      | onslaught attack assault offensive barrage invasion blitz |
                         mod:export,exports,import,imports,trade,sales,price,advertising,ad,ads,
                         media,charm,rhetorical,verbal,legal,donor,lobbying,negative
-                      | onslaught attack assault offensive barrage invasion |
                         of:imports,exports,goods,products,ads,advertising,criticism,words,
                         questions,calls,emails,insults,tweets,headlines,abuse,advertisements
-                      | attack assault onslaught | @about  # "attacks about his business history"
-                      | hostility | word:hostility  # a feeling; "hostilities" are fighting
# "protesting inside one of his own rallies": a candidate's
-                      | rally | mod:his,her,own,my,our mod!protest,solidarity,anti-government
-                      | invasion | of:PEOPLE,people,migrant,immigrant,refugee,tourist,foreigner
-                      | attack killing shooting arrest | head:TRENDS
                         !@on,of,against,in word:killings,shootings,attacks,arrests
-                      | protest | word:protest before:in  # "did not sing, in protest"
-                      | indictment condemnation |
                         mod:devastating,damning,scathing,stinging,powerful,sad
-                      | conviction sentencing | mod:mandatory,minimum,maximum,deep,strong,moral,
                         religious,political,future
-                      | launch test | near:ORBITS
-                      | coup | mod:blatant,major,diplomatic,silent,publicity
-                      | investigation inquiry probe | word:investigations,inquiries,probes !carrier
                         !@into,of,against
-                      | call conversation | word:calls,conversations !carrier !@with,between
-                      | demand | carrier:have,had,has,having  # "had the most demand for"
-                      | request | @for:proposal,proposals
-                      | meeting | mod:public,open
-                      | talk | carrier:give,gives,gave,giving,given,giving
-                      | attack | mod:ILLS,personal,verbal,ad  # "heart attack"
-                      | attack strike shot shooting fight battle clash raid offensive assault
                         tackle defeat kick | near:SPORT near!WEAPONRY
-                      | strike | mod:lucky,oil,rate,lightning
-                      | shooting | mod:film,video,photo
-                      | shooting | of:FILMS
-                      | fight battle war offensive campaign crackdown |
                         @against,on,for,with:FIRES_AND_ILLS,drugs,women,equality,rights
-                      | war |
                         mod:trade,price,cold,culture,civil,world,star,bidding,drug,iraq,vietnam,
                         gulf,information,propaganda,korean,american,world,six-day
-                      | battle fight | mod:legal,court,custody,uphill,political,title
-                      | clash | mod:personality,scheduling,culture
-                      | explosion blast | of:PEOPLE,interest,colour,color,cases,growth
-                      | explosion | mod:population,gas,volcanic,boiler
-                      | visit | mod:hospital,site,web,repeat,doctor
-                      | visit | of:website
-                      | talk | near:lectures,lecture,workshops,speakers
-                      | meeting talk conference |
                         mod:family,press,news,sales,annual,general,shareholder,club,ted,board,
                         staff,mass,prayer,church,town,hall,business
-                      | conference | near:SPORT
-                      | talk negotiation | mod:transfer,trash,small,sales,pep,contract
-                      | agreement deal |
                         mod:record,big,great,good,tv,book,contract,license,licence,user,real,
                         package,rental,better
-                      | deal contract | of near:SPORT
-                      | deal | @with mod:raw,great,good
-                      | release |
                         mod:press,news,album,film,movie,software,initial,original,theatrical,home,
                         video,game,latest
-                      | release | of:STATEMENTS,gas,water,energy,carbon,methane,radiation,chemicals
-                      | withdrawal | mod:cash,bank,drug,alcohol
-                      | protest | mod:formal,official
-                      | march | mod:last,early,late,in,mid  # the month
-                      | rally | near:SPORT mod!protest
-                      | rally | near:VERBAL
-                      | rally | mod:campaign,stock,market,car,motor,relief,election,political
-                      | demonstration | of:technology,power,capability,how
-                      | arrest | mod:cardiac
-                      | execution | mod:code
-                      | killing | of:ANIMALS
-                      | execution | of:PLANS
-                      | ban | mod near:SPORT
-                      | boycott | near:SPORT
-                      | recall | of:PRODUCTS
-                      | raid | mod near:SPORT
-                      | aid assistance help | of
-                      | aid | mod:first,hearing,visual,legal,band
-                      | support | mod:life,child,technical,customer
-                      | closure | mod:emotional
-                      | cooperation | near mod:full
-                      | investigation inquiry probe | mod:scientific,space,further
-                      | condemnation | mod:eternal
-                      | sentence | mod:short,long,complex
-                      | sentence | of:words
"""

NOUNS: Final = """
ACCUSE/disapprove      | protest | @of,to:DECISIONS,BIDS >of
PROTEST/hunger         | strike | mod:hunger
PROTEST/general        | strike | mod:general >against
PROTEST/strike         | strike walkout |
                         mod:nationwide,wildcat,labor,labour,teacher,teachers,rail,workers,train,
                         transport,national,24-hour,48-hour,postal,nurses,climate,school,union,
                         indefinite >against,over
PROTEST/strike         | strike walkout | of:CIVILFOLK >against,over
PROTEST/strike         | strike walkout | @by,of:CIVILFOLK >against,over
PROTEST/strike         | strike | near:UNIONS near!VIOLENT >against,over
ASSAULT/suicide-attack | bombing attack blast explosion | mod:SUICIDE >on,against,at
ASSAULT/drone          | strike attack bombing raid | mod:DRONES >on,against,at
ASSAULT/aerial         | attack strike bomb | mod:glide >on,against,at
ASSAULT/explosives     | explosion blast attack | mod:EXPLOSIVES >on,against,at
ASSAULT/aerial         | airstrike air-strike | >on,against,at
ASSAULT/aerial         | strike raid attack bombardment bombing campaign | mod:AIRBORNE
                         >on,against,at
ASSAULT/aerial         | bombardment | >of,on
ASSAULT/heavy-weapons  | shelling | >of,on
ASSAULT/heavy-weapons  | strike attack fire barrage salvo | mod:HEAVY,MISSILES >on,against,at
ASSAULT/firearms       | attack | mod:GUNS >on,against,at
ASSAULT/firearms       | shooting gunfight shootout | >of,at
ASSAULT/firearms       | gunfire shot |
                         head:broke,break,breaks,erupt,erupts,erupted,rang,heard,continued,reported,
                         exchanged
ASSAULT/firearms       | exchange | of:gunfire,shots mutual >with,between
ASSAULT/primitive      | attack | mod:BLADES >on,against,at
ASSAULT/primitive      | stabbing | >of
ASSAULT/primitive      | arson | @of,at,on mod!suspected >of
ASSAULT/explosives     | bombing | >of,on,at
ASSAULT/unconventional | attack | mod:chemical,gas,nerve,biological >on,against,at
COERCE/cyber           | cyberattack cyber-attack hack | >on,against
COERCE/cyber           | attack | mod:cyber,ransomware,hacking >on,against
ASSAULT/sexual         | rape | mod!statutory >of
ASSAULT/sexual         | assault abuse violence attack | mod:sexual >on,against,of
ASSAULT/assassinate    | assassination | >of
ASSAULT/massacre       | massacre slaughter | >of,in,at
ASSAULT/abduct         | kidnapping abduction hijacking kidnap | >of
ASSAULT/execute        | execution beheading | mod!judicial >of
ASSAULT/torture        | torture | @of,by >of
ASSAULT                | killing murder | @of,by >of
ASSAULT                | killing | mod!serial,contract,honour,honor head!charge,charges >of
-                      | attack assault raid offensive ambush invasion strike clash coup war
                         shooting killing bombing |
                         mod:future,potential,hypothetical,imminent,further
COERCE/seize           | raid | mod:police,fbi,ice,immigration,dawn,drug
                         near!AIRBORNE,DRONES >on,against,at
ACCUSE/disapprove      | attack | near:VERBAL near!WEAPONRY >on,against
ASSAULT                | attack assault raid offensive ambush onslaught incursion invasion
                         bombardment | >on,against,at,of,into,in
ASSAULT                | strike | told:VIOLENT >on,against,at
ASSAULT                | clash fighting gunbattle skirmish hostility firefight | mutual
                         >with,between,against
ASSAULT                | battle | @with,against,between near:VIOLENCE mutual >with,between,against
ASSAULT                | coup | mod!attempted >against
PROTEST/riot           | riot rioting looting | >against
PROTEST/demo           | protest demonstration sit-in | >against
PROTEST/demo           | rally march |
                         mod:protest,anti-government,solidarity,peace,mass,pro-democracy near!SPORT
                         >against
PROTEST/demo           | rally march | near:PROTESTING near!SPORT >against
PROTEST/demo           | unrest | mod:civil
PROTEST/boycott        | boycott | >of,against
PROTEST/obstruct       | blockade | of:ROADS near:PROTESTING >of
COERCE/restrict        | blockade siege | >of,on,against
COERCE/restrict        | closure closing | of:BORDERS,ROADS >of
COERCE/restrict        | closure |
                         mod:border,crossing,checkpoint,airport,airspace,road,school,schools >of
COERCE/restrict        | lockdown quarantine | carrier >of,on,in
COERCE                 | crackdown | >on,against
COERCE/curfew          | curfew | carrier >on,in
COERCE/arrest          | detention | head:placed,places,place,put,puts
                         near!arrested,arrest,detained >of
COERCE/arrest          | arrest detention |
                         mod!house,pre-trial,pretrial,trial,preventive,preventative,immigration >of
COERCE/deport          | deportation | >of
COERCE                 | eviction | of:SOMEONE,NUMBER >of,from
COERCE/seize           | seizure confiscation | of:PROPERTY,LAND,ARMS >of
COERCE/ban             | ban | carrier @on >on,against
COERCE/withhold        | cut-off cutoff shutdown | of:UTILITIES >of
COERCE/withhold        | shutdown blackout | mod:internet >in
SANCTION               | sanction embargo tariff | carrier >on,against
SANCTION/expel         | expulsion | of:DIPLOMATS >of
SANCTION/convict       | conviction sentencing | mod!previous >of
SANCTION/withdraw      | withdrawal | @from:GROUPS >from
MOBILIZE/weapons       | deployment | of:WEAPONS >to,in,on
MOBILIZE/police        | deployment | of:POLICE >to,in,on
MOBILIZE/troops        | deployment mobilization mobilisation | of:TROOPS,FORCES >to,in,on
AID                    | donation | carrier @to >to
AID                    | evacuation | of:SOMEONE,NUMBER carrier >of
AID                    | evacuation | of:SOMEONE,NUMBER near:VIOLENT >of
MOBILIZE/troops        | mobilization mobilisation | mod:nationwide,general,partial,military
SANCTION/discontinue   | closure | of:embassy,consulate,mission >of
MOBILIZE/troops        | buildup build-up | mod:troop,military,naval >on,in,along
MOBILIZE/troops        | deployment | mod:troop,military >to,in,on
MOBILIZE/weapons       | test launch | mod:MISSILES,nuclear
COOPERATE              | exercise drill manoeuvre maneuver | mod:joint mutual >with,between
MOBILIZE/troops        | exercise drill manoeuvre maneuver | mod:military,naval,live-fire
COOPERATE              | extradition | @of,to >of,to
RETREAT/release        | swap exchange | mod:prisoner,prisoners,hostage,captive mutual >with,between
COOPERATE              | cooperation | @between,with carrier mutual >with,between
CONSULT/phone          | call conversation | mod:phone,telephone,video mutual >with,between
CONSULT/multilateral   | summit |
                         mod:g7,g20,g8,eu,nato,apec,brics,asean,un,climate,g-20,cop26,regional,
                         african,arab,union mutual >with,between
REJECT/meet            | talk meeting dialogue negotiation summit | speaker
                         neg aux:will,would,'ll,’ll said >with
CONSULT                | session | mod:hour,day,two-hour,three-hour,negotiating told:ASSEMBLED
                         mod!parliamentary,court,plenary,emergency near!SPORT mutual >with,between
CONSULT                | meeting talks negotiation summit dialogue | mod!future near!LEISURE
                         told!ARTS mutual >with,between
CONSULT                | discussion consultation mediation | @with,between mutual >with,between
CONSULT                | discussion consultation | carrier carrier!have,having,had,has mutual
                         >with,between
CONSULT                | talk | carrier mutual >with,between
CONSULT                | talk | mod:peace,nuclear,trade,bilateral,ceasefire,truce mutual
                         >with,between
CONSULT                | conversation | @with,between near:OFFICIALS mutual >with,between
CONSULT/visit          | visit trip | @to:PLACE,COUNTRY near:OFFICIALS,state,official >to
CONSULT/visit          | visit | mod:state,official,high-level >to
CONSULT/visit          | visit trip | of:OFFICIALS,DELEGATIONS >to
CONSULT/visit          | visit trip | mod:OFFICIALS,DELEGATIONS @to >to
CONSULT/visit          | visit | carrier near:OFFICIALS >to
SUPPORT                | endorsement | >of
SUPPORT                | recognition | of:COUNTRY,ORG,independence >of
SUPPORT                | praise | @for carrier >for
AGREE                  | agreement accord pact settlement armistice | carrier mutual >with,between
SUPPORT                | agreement accord treaty pact | carrier:sign,signs,signed,signing mutual
                         >with,between
AGREE                  | offer | head:accept,accepts,accepted,accepting @from,by,of own >to
AGREE                  | offer | head:accept,accepts,accepted,accepting mod:SOMEONE own >to
AGREE                  | pledge promise | clause:to >to
CONCEDE                | apology | >to,for
CONCEDE                | amnesty pardon | carrier >to,for
RETREAT/release        | release | of:CAPTIVES,PERSON >of
RETREAT/release        | release | mod:hostage,hostages,prisoner,prisoners >of
RETREAT/withdraw       | withdrawal pullout retreat | @from >from,of
RETREAT/withdraw       | withdrawal pullout retreat | near:TROOPS,FORCES >from,of
RETREAT/disarm         | surrender | mod!x near:VIOLENCE >to,of
RETREAT/disarm         | disarmament | carrier >of
RETREAT/access         | reopening opening | of:FRONTIERS
RETREAT/return         | repatriation | >of,to
RETREAT/resign         | resignation | >of
RETREAT/ceasefire      | ceasefire cease-fire truce |
                         head:held,holds,began,begins,came,comes,went,took,takes,entered,started,
                         starts,in mutual >with,between
AID                    | airdrop airlift | >to,for
AID                    | delivery shipment | of:AIDGOODS,ARMS >to,for,of
AID                    | rescue | @of >of
ACCUSE/investigate     | investigation inquiry probe | >into,of,against
ACCUSE/allege          | indictment lawsuit | >against,of
ACCUSE/allege          | accusation | @of,that,against >against,of
ACCUSE/disapprove      | condemnation criticism denunciation | >of,from
REQUEST/yield          | call appeal demand plea request | @for*:YIELDING >on,to
REQUEST/meet           | call appeal demand plea request | @for*:MEETING >on,to
REQUEST/assist         | call appeal demand plea request | @for*:HELPING >on,to
REQUEST/change         | call appeal demand plea request | @for*:CHANGING >on,to
REQUEST                | demand appeal plea request | @for carrier >to,for
REQUEST                | call | @for >on,to
REJECT                 | rejection refusal | >of
REJECT/meet            | cancellation | of:MEETING >of
THREATEN/violence      | threat | clause*:VIOLENTLY >to,against
THREATEN               | threat | carrier @against >to,against
THREATEN               | ultimatum | >to
"""

CARRIERS: Final = """
hold launch level conduct stage pay make reach impose wage mount undertake begin start open continue
resume attend host perform commit lead deliver carry announce declare sign issue initiate organize
organise give have order join plan schedule cancel execute convene chair enforce
extend intensify escalate step
"""
# verbs of which a noun above is the subject and which add no second happening: "talks resumed"
HAPPENING: Final = """
begin start resume continue happen occur erupt follow take end break unfold conclude come last
"""
# what is spoken of is no one happening: "the risk of an attack", "the history of protest"
UNREAL: Final = """
proposal demand request offer condition accusation
risk threat fear possibility prospect danger history kind type form likelihood chance plan idea
hope potential lack absence ban right concept definition art theory culture possibility victim
act charge suspicion stance allegation method way means sign precondition pre-condition basis
"""
# what a noun may be part of and still name a happening: "peace talks", "attack victims" may not
COMPOUND_HEADS: Final = """
attempt campaign spree wave
"""
# what is agreed or promised and is that agreement: "agreed to meet", "promised to sign the treaty"
PROMISED: Final = """
sign ratify meet hold cooperate visit negotiate talk endorse support approve discuss attend
begin start resume work
"""
# nouns that only count others: "a wave of attacks", "a second round of airstrikes"
VAGUE: Final = """
round series wave spate number string barrage campaign set day days hours hundreds dozens
thousands rounds
"""
# verbs whose object, or phrase with "of" or "against", has not happened: "warned against an
# invasion"
AVERTING: Final = """
warn caution prevent avoid avert fear risk oppose deter consider condition threaten contemplate
discourage prepare plot foil thwart evade escape repel simulate
"""
# verbs that say only that another goes on or begins: "have continued to pound the port"
ASPECTS: Final = """
continue begin start keep resume
"""
# verbs that give something a name: "calling the vote a coup"
CALLING: Final = """
call dub label describe brand term deem consider
"""
