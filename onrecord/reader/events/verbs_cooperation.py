"""Verbs of meeting, helping, working together and giving way, as rules (see ``rules``): CONSULT,
COOPERATE, AID, RETREAT.
"""

from __future__ import annotations

from typing import Final

TRAPS: Final = """
-                      | provide supply distribute contribute grant give donate lend |
                         subj:PROGRAMS
# "a foundation which provides support for families": what it is there for
-                      | provide supply distribute contribute offer lend |
                         word:provide,provides,supply,supplies,distribute,distributes,offers
                         voice:relative
-                      | speak talk | @with,to*:MEDIAHOUSES
-                      | meet talk confer | @with:REPORTERS
-                      | free release | obj:themselves,himself,herself,itself,ourselves
-                      | meet | prt:up
-                      | visit | near:please,www,http,https
-                      | meet | obj:NEEDS  # "met the target", "meets the criteria"
-                      | meet | near:SPORT
-                      | meet | voice:passive !@by  # "was met with criticism"
-                      | visit | obj:WEBSITES  # "visit our website"
-                      | visit | subj:TOURISTS
-                      | visit | near:SPORT
-                      | release | obj:some
-                      | release | obj:STATEMENTS  # "released a report"
-                      | free | prt:up  # "freed up money"
-                      | withdraw | obj:MONEY,WORDSSAID
-                      | withdraw | near:SPORT
-                      | resign step quit leave retire | near:SPORT
-                      | quit | obj:SMOKING
-                      | return | @to:POSTS !obj
-                      | retreat | subj:GLACIERS
-                      | rescue save | obj:MONEY,FIRMS
-                      | speak | @on:condition
-                      | speak | subj!SOMEONE
-                      | help | clause:to
-                      | surrender | obj:LEADSINGAME
-                      | disarm | obj:BOMBS
-                      | talk | @about !@with,to
-                      | send | obj:MESSAGES
"""

VERBS: Final = """
CONSULT/phone          | speak talk confer | @by,over,on:phone,telephone,videoconference,video,zoom
                         subj:SOMEONE mutual >with,to
CONSULT/phone          | call phone telephone ring | obj:PERSON subj:PERSON
                         near:phone,telephone,conversation,spoke >to
CONSULT                | meet | @with:SOMEONE subj:SOMEONE,COUNTRY near!LEISURE told!ARTS mutual
                         >with
CONSULT                | meet | obj:SOMEONE subj:SOMEONE,COUNTRY obj!NEEDS near!LEISURE told!ARTS
                         mutual
CONSULT                | meet | !obj subj:SOMEONE,COUNTRY,CONFEREES clause!that near!LEISURE
                         told!ARTS mutual >with
CONSULT                | speak talk confer consult | @with,to:OFFICIALS,COUNTRY,NAME
                         subj:OFFICIALS,COUNTRY,NAME subj!REPORTERS @with,to!REPORTERS mutual
                         >with,to
CONSULT                | negotiate | subj:SOMEONE,COUNTRY obj!AGREEMENT mutual >with
CONSULT                | discuss | @with:OFFICIALS,COUNTRY,DELEGATIONS subj:SOMEONE,COUNTRY
                         @with!REPORTERS near!SPORT told!ARTS mutual >with
CONSULT                | mediate | subj:SOMEONE,COUNTRY >between
CONSULT/visit          | visit tour | obj:PLACE,COUNTRY,ORG,PERSON,LAND,BUILDINGS
                         subj:OFFICIALS,COUNTRY,ORG,PERSON
CONSULT/visit          | travel fly arrive go head come | @to,in:PLACE,COUNTRY
                         subj:OFFICIALS,DELEGATIONS near:MEETING,TALKING >to,in
CONSULT/visit          | arrive | @in,at:PLACE,COUNTRY subj:OFFICIALS,DELEGATIONS >in
CONSULT/visit          | expect | voice:passive obj:OFFICIALS,DELEGATIONS,PERSON !clause
                         @in,at:PLACE,COUNTRY,capital,capitals planned mutual >in
CONSULT/visit          | dispatch send | obj:ENVOYS,OFFICIALS,HUMAN @to >to
CONSULT                | receive host welcome | obj:OFFICIALS,DELEGATIONS subj:OFFICIALS,COUNTRY
                         near!SPORT mutual
CONSULT                | host | obj:MEETING,OFFICIALS,DELEGATIONS subj:SOMEONE,COUNTRY near!SPORT
                         eats
COOPERATE              | cooperate collaborate | subj:COUNTRY,ORG,BODY,PLACE subj!SUSPECTS
                         @with!police,investigators,investigation mutual >with
COOPERATE              | extradite | obj >to
COOPERATE              | share exchange | obj*:intelligence subj:SOMEONE >with
COOPERATE              | hold conduct begin start stage launch | obj:EXERCISES near:joint,jointly
                         eats mutual >with
COOPERATE              | expand resume increase boost deepen | obj:trade,cooperation
                         subj:SOMEONE,COUNTRY mutual >with
AID                    | provide send deliver donate give supply ship distribute airlift airdrop
                         allocate grant contribute disburse | obj:AIDGOODS subj:SOMEONE,COUNTRY
                         subj!WITNESSES obj!SUPPORTS near!SPORT eats >to,for
AID                    | provide send deliver donate supply ship transfer | obj:ARMS
                         subj:SOMEONE,COUNTRY @to eats >to
AID                    | donate | obj subj:SOMEONE >to
AID                    | send dispatch | obj:AIDWORKERS @to subj:SOMEONE,COUNTRY eats >to
AID                    | run operate | obj:RELIEFWORK obj*:RELIEF subj:SOMEONE
AID                    | provide donate give allocate grant contribute disburse lend | obj:MONEY
                         subj:COUNTRY,ORG,GOVERNING @to,for,in:SOMEONE,COUNTRY,AIDGOODS,PEOPLE eats
                         >to,for
AID                    | deliver provide send supply distribute | obj:AIDGOODS voice:passive eats
                         >to
AID                    | grant give | obj:asylum,refuge eats >to
AID                    | rescue | obj:SOMEONE,NUMBER,CAPTIVES >from
AID                    | evacuate | obj:SOMEONE,NUMBER subj:RESCUERS >from
AID                    | bail | prt:out obj
AID                    | assist | obj:SOMEONE,COUNTRY subj:COUNTRY,ORG,RESCUERS
                         near!police,investigation,investigators,probe
RETREAT/release        | release free | obj:CAPTIVES,PERSON subj!STUDIOS obj!STATEMENTS near!ALBUMS
                         >from
RETREAT/release        | release free | obj:SOMEONE @from,on,after:CUSTODIES >from
RETREAT/release        | set | near:free obj:CAPTIVES,PERSON
RETREAT/release        | exchange swap | obj:CAPTIVES mutual >with
RETREAT/withdraw       | withdraw pull | obj:TROOPS,FORCES,WEAPONS >from
RETREAT/withdraw       | leave depart | obj:PLACE,COUNTRY,LAND subj:TROOPS
RETREAT/withdraw       | withdraw retreat pull | subj:TROOPS,FORCES,COUNTRY
                         @from,out:PLACE,LAND,BUILDINGS >from
RETREAT/withdraw       | retreat withdraw | subj:TROOPS,FORCES !obj near:VIOLENCE >from
RETREAT/withdraw       | pull | prt:out,back subj:TROOPS,FORCES >from
RETREAT/withdraw       | abandon vacate | obj:BUILDINGS,LAND,PLACE,positions subj:TROOPS,FORCES
RETREAT/withdraw       | cede relinquish surrender | obj:territory,control,land,province,town,area
                         subj:SOMEONE,FORCES >to
RETREAT/release        | liberate | obj:CAPTIVES >from
RETREAT/resign         | abdicate | subj:PERSON,OFFICIALS
RETREAT/withdraw       | withdraw | subj:SOMEONE @from:PLACE,LAND near!SPORT near!GROUPS !obj >from
RETREAT/return         | return | obj:BODIES voice:passive @to:COUNTRY,NAME >to
RETREAT/release        | hand | prt:over obj:hostage,hostages,captive,captives >to
RETREAT/withdraw       | lift | obj:siege,blockade eats >of,on
RETREAT/return         | return repatriate | obj:PROPERTY,BODIES subj:SOMEONE,COUNTRY >to
RETREAT/return         | repatriate | obj >to
RETREAT/return         | hand | prt:over,back obj:BODIES,LAND,PROPERTY >to
RETREAT/disarm         | disarm demobilize demobilise disband | !obj subj:FORCES,SOMEONE
                         subj!PLAYERS near:DISARMING
RETREAT/disarm         | surrender | subj:FORCES,SOMEONE near:VIOLENCE @to!police,authorities !obj
                         >to
RETREAT/disarm         | lay | prt:down obj:arms,weapons
RETREAT/disarm         | dismantle destroy | obj*:nuclear,stockpile,stockpiles subj:COUNTRY
RETREAT/ceasefire      | end halt stop cease suspend pause | obj:FIGHTING
                         subj:SOMEONE,COUNTRY,FORCES obj!protest,violence,campaign near!SPORT eats
                         >against,on,in
RETREAT/ceasefire      | cease | obj:fire
RETREAT/ceasefire      | observe respect honor honour implement | obj:ceasefire,truce,cease-fire
                         eats >with
RETREAT/access         | allow let permit | obj:AIDBRINGERS eats whole >into,in
RETREAT/access         | allow let permit admit | @into,in:PLACE,COUNTRY obj:AIDBRINGERS eats whole
RETREAT/access         | enter reach | subj:AIDCONVOYS obj
RETREAT/access         | reopen open | obj:crossing,crossings,border,borders,checkpoint,corridor
                         subj:SOMEONE,COUNTRY
RETREAT/access         | reopen open | obj:FRONTIERS voice:passive
RETREAT/access         | reopen | subj:FRONTIERS,bridge,embassy,embassies !obj patient
RETREAT/access         | grant give | obj:access
                         near:AIDGOODS,inspectors,observers,humanitarian,monitors eats >to
RETREAT/resign         | resign | subj:PERSON,OFFICIALS,GOVERNING
RETREAT/resign         | step | prt:down,aside subj:PERSON,OFFICIALS >as,from
RETREAT/resign         | quit | subj:PERSON,OFFICIALS obj:OFFICES,job
RETREAT/resign         | quit | subj:PERSON,OFFICIALS @as,over,from
RETREAT/resign         | leave | subj:PERSON,OFFICIALS obj:office
RETREAT/resign         | tender submit hand announce offer | obj:resignation eats
"""
