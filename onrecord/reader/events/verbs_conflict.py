"""Verbs of force and pressure, as rules (see ``rules``): ASSAULT, COERCE, SANCTION, MOBILIZE and
PROTEST.

Traps stand first: a word so used shows no event. Comments are sentences that made them necessary.
"""

from __future__ import annotations

from typing import Final

TRAPS: Final = """
-                      | protest | next:music,song,songs,group,band,movement,camp,art
# "penalties for criminals convicted of federal crimes": anybody's
-                      | convict | voice:reduced obj:criminals,people,those,persons,offenders,
                         individuals,anyone,felons,inmates
-                      | convict | near:constitution,specifies
-                      | beat | obj:us,them,me
                         told:rugby,football,soccer,cricket,basketball,hockey,tennis,championship
-                      | find | near:plea  # "a guilty plea confirms what we have found"
-                      | shell | prt:out  # "shelling out money"
-                      | crack | near:bill,act,legislation,law
-                      | kill injure wound hurt hit strike destroy damage die claim |
                         near:QUAKES near!ARSENAL
-                      | kill injure wound hurt hit strike damage | near:WRECKS near!FIREPOWER
# "A cargo plane crashed near the airport, killing 22 people, hours after a strike"
-                      | kill injure wound hurt | subj:ACCIDENT near:WRECKS near!ARSENAL
-                      | kill injure wound hurt | near:BLASTS near!FIREPOWER
-                      | kill injure wound hurt attack | @in,by*:BEASTS near!ARSENAL
-                      | kill injure wound hurt attack bite maul | subj:BEASTS
-                      | kill shoot hang stab wound injure behead | obj:ITSELF
-                      | kill shoot | obj:GAME
-                      | kill shoot | near:HUNTS near!ARSENAL
-                      | kill hit attack shoot strike | before:almost,nearly
-                      | launch fire test | near:ORBITS near!WARLIKE
-                      | detonate blow | near:DISPOSAL
-                      | attack assault | obj:ABSTRACT  # "attack our freedom"
-                      | attack | @as voice:passive  # "I have been attacked as a traitor"
-                      | clash | obj  # "clashing claims"
# "forces stationed in the region": a state
-                      | station deploy | voice:reduced
-                      | remand | obj:case,matter,decision,ruling,lawsuit
-                      | sanction | subj:those,who,anyone,whoever
-                      | strike hit | near:earthquake,quake,hurricane,cyclone,typhoon,tornado
                         near!WEAPONRY
-                      | find convict expel | near:SPORT
-                      | kill injure | near:thrown,fell,falling,fall near!ARMED
-                      | kill injure wound hurt | @in,by,after,from*:explosion,blast near!ARMED
-                      | hit strike destroy | near:MISHAP near!WEAPONRY
-                      | close shut | near:MISHAP voice:passive
# "attack them at their roots"
-                      | attack | obj:them,it,this,these,that near!WEAPONRY
-                      | impose introduce announce tighten | near:RETAIL
-                      | strike hit | subj:DISASTER
-                      | hit strike beat shoot attack fight | near:SPORT,penalty near!WEAPONRY
-                      | shoot | obj:FILMS  # "shot a film"
-                      | shoot | prt:up !obj  # "prices shot up"
-                      | hit | obj:MEASURES  # "hit a record"
-                      | strike | obj:MEASURES  # "struck a deal", "strike a balance"
-                      | strike | @as  # "struck him as odd"
-                      | kill | obj:LAWS  # "killed the bill"
-                      | fire | obj:PERSON !@at,on,into,against  # "fired the minister"
-                      | fire | prt:back  # "fired back at critics"
-                      | fight | obj:FIRES_AND_ILLS  # "fight inflation"
-                      | fight fight | @for,over clause!that  # "fight for justice"
-                      | fight | clause:to  # "fighting to survive"
-                      | attack kill hit strike injure wound | subj:DISASTER
-                      | kill injure wound hurt hit strike destroy damage | subj:MISHAP
-                      | kill injure wound hurt hit strike destroy damage |
                         @in,by,after,from,of,with:MISHAP
-                      | kill injure wound hurt | subj:ACCIDENT near!VIOLENCE  # "a bus killed two"
-                      | kill injure wound hurt | near:MISHAP near!VIOLENCE
-                      | kill | obj:ANIMALS
-                      | beat | obj:ESTIMATES
# "the only candidate who can beat Odren": in an article on an election
-                      | beat | obj:HUMAN,voters,candidate,candidates,nominee word:beat,beats
                         told:ELECTORAL near!VIOLENT,POLICE
-                      | arrest | obj:DECLINES
-                      | seize | obj:CHANCES  # "seized the opportunity"
-                      | charge | obj:PRICES
-                      | charge | @for  # "charges customers for"
-                      | charge | @with:TASKS  # "charged with finding a successor"
-                      | raid raze | near:SPORT
-                      | march demonstrate | clause:that  # "demonstrates that"
-                      | demonstrate | obj  # "demonstrated a new engine"
-                      | strike | prt:up,down  # "struck up a friendship", "struck down a law"
-                      | rally | subj:SHARES  # "shares rallied"
-                      | ban | obj:SUBSTANCES voice:passive near:SPORT
-                      | deploy | obj:SOFTWARE
-                      | bar | @from:COMPETING
-                      | block | obj:VIEWS
-                      | target | obj:SAVERS
-                      | destroy | obj:DNA
-                      | bomb | near:SPORT
-                      | storm | subj:DISASTER
-                      | poison | @by:FOOD
-                      | execute | obj:PLANS  # "executed a plan"
-                      | execute | obj:WARRANTS
-                      | launch fire | obj:SOFTWARE
-                      | suspend | obj:PLAYERS near:SPORT
-                      | overrun | obj:DEADLINES
-                      | torch | obj:CALORIES
"""

VERBS: Final = """
ASSAULT/suicide-attack | kill injure wound attack hit strike bomb target | near:SUICIDE
                         near:bomb,bomber,bombers,bombing,bombings,attack,attacks,attacker,vest obj
ASSAULT/drone          | kill injure wound attack hit strike target pound | subj*:DRONES obj >on
ASSAULT/drone          | kill injure wound attack hit strike target | @in,by,with*:DRONES obj
ASSAULT/aerial         | kill injure wound attack hit strike target pound pummel destroy batter
                         hammer | subj*:AIRBORNE obj
ASSAULT/aerial         | kill injure wound attack hit strike target destroy | @in,by,with*:AIRBORNE
                         obj
ASSAULT/heavy-weapons  | kill injure wound hit strike target pound destroy | subj*:HEAVY obj
ASSAULT/heavy-weapons  | kill injure wound hit strike target destroy | @in,by,with*:HEAVY obj
ASSAULT/firearms       | kill injure wound attack | subj*:GUNS obj
ASSAULT/firearms       | kill injure wound | @in,by,with*:GUNS obj
ASSAULT/explosives     | kill injure wound hit strike target | subj*:EXPLOSIVES obj
ASSAULT/explosives     | kill injure wound | @in,by,with*:EXPLOSIVES obj
ASSAULT/primitive      | kill injure wound attack | @in,by,with*:BLADES obj
ASSAULT                | kill | obj:SOMEONE,NUMBER subj:SOMEONE,FORCES subj!ACCIDENT
ASSAULT                | kill | obj subj:FORCES
ASSAULT                | kill injure wound | obj:SOMEONE,NUMBER @in,by,during:VIOLENCE
ASSAULT                | kill injure wound | obj:SOMEONE,NUMBER voice:passive near:VIOLENCE
                         subj!ACCIDENT near!MISHAP
ASSAULT                | kill | obj:SOMEONE,NUMBER voice:passive paragraph:VIOLENCE
                         paragraph!MISHAP paragraph!WRECKS subj!ACCIDENT
ASSAULT                | injure wound | obj:SOMEONE,NUMBER subj:SOMEONE,FORCES subj!ACCIDENT
                         near:VIOLENCE
ASSAULT                | die | @in,from,during,after:VIOLENCE @in,from,of!MISHAP near!MISHAP patient
ASSAULT                | murder slay lynch butcher | obj
ASSAULT/massacre       | massacre slaughter | obj:SOMEONE,NUMBER
ASSAULT/assassinate    | assassinate | obj
ASSAULT/execute        | execute behead hang | obj:SOMEONE,CAPTIVES,NUMBER
ASSAULT/execute        | put | @to:death obj:SOMEONE
ASSAULT/torture        | torture | obj
ASSAULT/sexual         | rape molest | obj
ASSAULT/sexual         | assault abuse | near:SEXUALLY obj:SOMEONE
ASSAULT/beat           | beat punch kick slap whip flog manhandle assault | obj:SOMEONE,NUMBER
                         subj!VOTERS near!SPORT near!ELECTORAL
ASSAULT/abduct         | abduct kidnap hijack | obj
ASSAULT/primitive      | stab | voice:passive
ASSAULT/primitive      | stab knife | obj:SOMEONE,NUMBER
ASSAULT/primitive      | throw hurl pelt | obj:STONES @at,on
ASSAULT/primitive      | pelt | obj:SOMEONE,FORCES
ASSAULT/aerial         | shoot | prt:down obj*:WEAPONS  # "the drones were shot down"
ASSAULT/firearms       | shoot | prt:dead
ASSAULT/firearms       | shoot gun | obj:SOMEONE,NUMBER,ANIMATE
ASSAULT/firearms       | shoot | @at,into:SOMEONE,BUILDINGS
ASSAULT/aerial         | shoot | prt:down obj  # "shot down a jet"
ASSAULT/aerial         | down | obj:WEAPONS
ASSAULT/firearms       | open return | obj:fire,gunfire >on,at,against
ASSAULT/firearms       | exchange trade | obj:gunfire,shots mutual >with
ASSAULT/firearms       | fire | obj:shot,round,rounds,volley,shots,bullet,bullets,gun,guns,gunshots
                         obj*!warning,starting,ceremonial near!SPORT >at,on,into,against
ASSAULT                | die | lately:VIOLENTDEATHS subj*:NUMBER,dozens,hundreds,thousands
                         near!MISHAP lately!WRECKS,QUAKES near!hospital,illness,infection patient
ASSAULT/heavy-weapons  | fire launch lob | obj:MISSILES @at,on,into,toward,towards,against,onto
                         >at,on,into,toward,towards,against
ASSAULT/heavy-weapons  | launch fire | obj:MISSILES @from near!TESTING subj:SOMEONE
ASSAULT/crowd-control  | fire use spray deploy | obj:CROWDTOOLS near:CROWDTELLS
                         >at,on,into,against
ASSAULT/firearms       | fire | @at,on,into,upon:SOMEONE,BUILDINGS,FORCES,WEAPONS,PLACE
                         >at,on,into,upon
ASSAULT/aerial         | bomb bombard | obj
ASSAULT/heavy-weapons  | shell | obj:PLACE,BUILDINGS,LAND,SOMEONE
ASSAULT                | bombard pound pummel | obj:PLACE,BUILDINGS,LAND,FORCES
ACCUSE/disapprove      | attack | subj:HUMAN obj:HUMAN near!WEAPONRY >over,for
ACCUSE/disapprove      | attack | @for,over obj:SOMEONE near!WEAPONRY near!VIOLENT >over,for
ACCUSE/disapprove      | attack | told:VERBAL near!WEAPONRY obj:HUMAN >over,for
ACCUSE/disapprove      | attack | near:VERBAL near!WEAPONRY obj:SOMEONE >over,for
ASSAULT                | attack ambush | obj:SOMEONE,BUILDINGS,FORCES,LAND,PLACE,WEAPONS subj!BUGS
                         obj!RIVALS near!ELECTORAL
ASSAULT                | hit strike target | obj:BUILDINGS,LAND,PLACE,FORCES,WEAPONS,TARGETS
                         subj:MISSILES,FORCES
ASSAULT                | hit strike target | obj:BUILDINGS,LAND,PLACE,FORCES,WEAPONS,TARGETS
                         subj:COUNTRY told:VIOLENT
ASSAULT                | hit strike target | obj:TARGETS near!SPORT
ASSAULT                | hit strike target | obj:BUILDINGS,LAND,PLACE,FORCES,WEAPONS voice:passive
                         near:VIOLENCE
ASSAULT                | raid storm overrun | obj:BUILDINGS,LAND,PLACE subj:FORCES subj!POLICE
ASSAULT                | invade | obj:PLACE,LAND,COUNTRY
ASSAULT                | enter | obj:PLACE,LAND subj:TROOPS,tanks,rebels,militants,fighters
                         near!ACCORDS
ASSAULT                | capture recapture retake seize occupy overrun conquer annex |
                         obj:PLACE,LAND subj:SOMEONE,FORCES
ASSAULT                | take seize regain gain | obj:control @of,over:PLACE,LAND,BUILDINGS,BORDERS
ASSAULT                | clash skirmish | @with,against subj:SOMEONE,FORCES,COUNTRY mutual
                         >with,against
ASSAULT                | fight battle | @with,against:FORCES,COUNTRY,PLACE told:VIOLENT near!VERBAL
                         mutual >with,against
ASSAULT                | clash | subj:SOMEONE,FORCES,COUNTRY near!VERBAL mutual
ASSAULT                | fight | obj:FORCES,SOMEONE obj!FIRES_AND_ILLS subj:FORCES,COUNTRY
                         near:VIOLENCE
ASSAULT/destroy        | burn torch raze demolish vandalize vandalise loot ransack destroy dynamite
                         | obj:BUILDINGS,PROPERTY,FLAGS subj:SOMEONE,FORCES subj!DISASTER
                         near!MISHAP
ASSAULT/destroy        | burn torch raze vandalize loot ransack destroy | obj:BUILDINGS
                         voice:passive near:VIOLENCE near!MISHAP
ASSAULT/destroy        | destroy blow | obj:TARGETS subj:SOMEONE,FORCES near!MISHAP
ASSAULT                | take | obj:village,town,city,hill,stronghold,airbase subj:FORCES,rebels
ASSAULT/destroy        | set | obj:BUILDINGS,PROPERTY @on,to:fire subj:SOMEONE
ASSAULT/destroy        | set | obj:fire @to:BUILDINGS,PROPERTY,TARGETS,PLACE
ASSAULT/explosives     | blow | prt:up obj
ASSAULT/explosives     | detonate | obj subj!POLICE
ASSAULT/explosives     | explode detonate | subj:BOMBS,grenade,car-bomb,ied !obj
                         near!DISPOSAL
ASSAULT/firearms       | mow gun | prt:down obj:SOMEONE,NUMBER
ASSAULT/aerial         | strafe | obj
ASSAULT                | liberate | obj:PLACE,LAND subj:FORCES,COUNTRY
ASSAULT/explosives     | plant | obj:EXPLOSIVES
ASSAULT/unconventional | poison gas | obj:SOMEONE
ASSAULT/unconventional | use | obj*:chemical,nerve,biological,sarin,novichok near:VIOLENCE
                         obj*:weapons,agent,gas
ASSAULT/crowd-control  | disperse | obj:CIVILFOLK,protests,protest,rally,demonstration
ASSAULT/cleansing      | cleanse | near:ethnically
ASSAULT                | ram | obj subj:SOMEONE >into
ASSAULT                | plow plough drive |
                         @into:crowd,crowds,pedestrians,protesters,people,shoppers
ASSAULT                | overthrow oust topple depose | obj subj:FORCES
COERCE/seize           | take hold | obj:SOMEONE,NUMBER near:hostage,hostages obj!hostage
                         next!accountable
COERCE/seize           | take hold | obj:hostage,hostages
COERCE/seize           | seize confiscate impound expropriate nationalize nationalise |
                         obj:PROPERTY,MONEY,ARMS,WEAPONS
COERCE/seize           | freeze | obj:ASSETS
COERCE/seize           | raid search | obj:BUILDINGS,SOMEONE,PLACE subj:POLICE,SOMEONE
                         near:INVESTIGATORS
COERCE/arrest          | arrest detain jail imprison apprehend | obj
COERCE/arrest          | take | @into:custody obj
COERCE/arrest          | hold | @in:custody,detention obj:SOMEONE,NUMBER
COERCE/arrest          | place put | @under:arrest,detention
COERCE/arrest          | round | prt:up obj:SOMEONE
COERCE/arrest          | remand | obj
COERCE/deport          | deport | obj
COERCE/deport          | evict expel | obj:SOMEONE obj!DIPLOMATS @from:BUILDINGS,LAND,PLACE,COUNTRY
COERCE/curfew          | impose declare order announce extend enforce | obj:curfew,curfews
COERCE/martial-law     | impose declare proclaim | obj*:martial,emergency obj:law,state,emergency
                         >on,in
COERCE/restrict        | impose tighten extend enforce announce introduce order |
                         obj:lockdown,quarantine,blockade,siege,restriction,restrictions,lockdowns,
                         rules,measures near!SPORT >on,against
COERCE/restrict        | close shut seal | obj:BORDERS,ROADS subj:SOMEONE,FORCES
COERCE/restrict        | close shut seal | obj:BORDERS voice:passive near:CLOSERS
COERCE/restrict        | close shut seal | obj:FRONTIERS voice:passive >to
COERCE/restrict        | keep | obj:FRONTIERS near:closed,shut,sealed subj:SOMEONE,FORCES
COERCE/restrict        | vote | clause*:FRONTIERS clause*:closed,close,shut,seal whole
COERCE/restrict        | blockade besiege encircle quarantine | obj
COERCE/restrict        | restrict curb curtail limit | obj:RIGHTS,MOVEMENT,access subj:SOMEONE
COERCE/restrict        | prevent bar prohibit stop block | obj:SOMEONE,AID subj:SOMEONE,FORCES
                         @from:entering,leaving,entry,entering,travelling,traveling,crossing,
                         accessing,reaching,attending,voting
COERCE/restrict        | deny | obj*:entry,access,visa,visas,bail,permission
COERCE/restrict        | block restrict bar deny | obj:access,entry,entrance,passage
                         subj:SOMEONE,FORCES >to
COERCE/restrict        | lock | prt:down obj:PLACE,LAND
COERCE/ban             | ban outlaw disqualify bar |
                         obj:SOMEONE,GROUPS,PEOPLE,protests,gatherings,demonstrations,rallies
                         subj!SPORTBODIES near!SPORT
COERCE/ban             | ban outlaw prohibit | obj subj:SOMEONE near!SPORT clause!to
COERCE/censor          | censor | obj
COERCE/withhold        | shut turn switch | prt:off,down obj:UTILITIES,internet
COERCE/censor          | block ban suspend shut restrict revoke | obj:MEDIA,MEDIANAMES
COERCE/withhold        | cut | prt:off obj:UTILITIES
COERCE/withhold        | cut | @off obj:UTILITIES
COERCE/withhold        | shut turn switch | prt:off,down obj:UTILITIES,internet
COERCE/withhold        | withhold | obj:UTILITIES,AID
COERCE/withhold        | cut disrupt | obj:UTILITIES subj:SOMEONE,FORCES prt!off obj!SPENDING
COERCE/restrict        | cut | prt:off obj:PLACE,LAND,ROADS
COERCE/cyber           | hack | obj
COERCE                 | crack | prt:down @on >on
COERCE                 | suspend dissolve | obj:parliament,constitution,assembly,legislature
                         near:army,military,coup,emergency,junta,decree
SANCTION               | designate list | near:terrorist,terrorists obj subj:SOMEONE,COUNTRY @as
SANCTION/discontinue   | halt suspend stop freeze |
                         obj:shipments,exports,deliveries,imports,sales,shipment,export,funding,aid
                         subj:SOMEONE,COUNTRY
SANCTION               | add place put | @to,on:blacklist,blacklists obj subj:SOMEONE
SANCTION/discontinue   | close shut | obj:embassy,embassies,consulate,consulates
                         subj:COUNTRY,SOMEONE
SANCTION               | punish penalize penalise | obj:COUNTRY,GROUPS,FIRMS subj:COUNTRY,BODY
SANCTION               | sanction blacklist | obj:SOMEONE,GROUPS,FIRMS
SANCTION               | impose slap announce place levy |
                         obj:sanction,sanctions,embargo,tariff,tariffs,duties,boycott >on,against
SANCTION/discontinue   | cut sever break downgrade suspend halt freeze terminate end reduce |
                         obj:TIES subj:SOMEONE,COUNTRY
SANCTION/discontinue   | break | prt:off obj:TIES,talks,negotiations
SANCTION/withdraw      | withdraw pull | @from,out:GROUPS,MEETING,AGREEMENT subj:SOMEONE
SANCTION/withdraw      | leave quit | obj:GROUPS,MEETING,AGREEMENT subj:COUNTRY near!SPORT
SANCTION/withdraw      | recall | obj:DIPLOMATS
SANCTION/withdraw      | withdraw | obj:DIPLOMATS
SANCTION/withdraw      | suspend halt break | obj:MEETING subj:SOMEONE obj!trip,visit
SANCTION/withdraw      | walk | @of:MEETING prt:out
SANCTION/expel         | expel eject oust suspend | obj:DIPLOMATS,COUNTRY
SANCTION/expel         | expel | obj near:DIPLOMATS
SANCTION/expel         | expel eject oust suspend | obj:SOMEONE @from:GROUPS
SANCTION/convict       | convict | obj
SANCTION/convict       | sentence fine | obj:SOMEONE,FIRMS,NUMBER
SANCTION/convict       | sentence | @to
SANCTION/convict       | find | near:guilty,liable obj
SANCTION/convict       | find | next:guilty,liable
MOBILIZE/troops        | deploy mobilize mobilise dispatch redeploy send mass amass station rush |
                         obj:TROOPS obj!ENVOYS >to,against,into,in,on,along
MOBILIZE/police        | deploy mobilize mobilise dispatch send | obj:POLICE obj!MANAGERS
                         >to,against,into,in,on,along
MOBILIZE/weapons       | deploy mobilize dispatch send station move position | obj:WEAPONS
                         subj:SOMEONE obj!MERCY near:WARLIKE >to,against,into,in,on,along
MOBILIZE/weapons       | test fire launch | obj:MISSILES near:TESTING
MOBILIZE/weapons       | test-fire | obj
MOBILIZE/troops        | call | prt:up obj:reservists,reserves,conscripts,troops
MOBILIZE/troops        | mobilize mobilise | subj:SOMEONE,FORCES subj!OPPOSITION near:WARLIKE
MOBILIZE/troops        | place put | @on:alert,standby obj:TROOPS,FORCES
MOBILIZE/militia       | recruit | obj:fighters,militants,mercenaries
PROTEST/hunger         | go | @on*:hunger eats
PROTEST/strike         | go walk | @on:strike eats
PROTEST/strike         | walk | prt:out subj:CIVILFOLK
PROTEST/strike         | strike | subj:CIVILFOLK !obj >against,over
PROTEST/boycott        | boycott | obj
PROTEST/obstruct       | block blockade barricade obstruct | obj:ROADS,BUILDINGS,BORDERS
                         subj:CIVILFOLK
PROTEST/obstruct       | occupy | obj:BUILDINGS,ROADS subj:CIVILFOLK
PROTEST/demo           | picket | obj:BUILDINGS subj:CIVILFOLK
PROTEST/riot           | riot
ACCUSE/disapprove      | protest | obj:DECISIONS,BIDS subj!CIVILFOLK
PROTEST/demo           | protest | subj:CIVILFOLK,SOMEONE clause!that >against
PROTEST/demo           | demonstrate | subj:CIVILFOLK !obj >against
PROTEST/demo           | rally | subj:CIVILFOLK,SOMEONE !obj near!SPORT near!VERBAL >against
PROTEST/demo           | march | subj:CIVILFOLK near!SPORT !obj near:PROTESTING >against
PROTEST/demo           | gather | subj:CIVILFOLK clause*:protest,demonstrate
PROTEST/demo           | take | @to:streets subj
"""
