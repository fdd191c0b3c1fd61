"""Verbs of speaking that are acts, as rules (see ``rules``): REQUEST, ACCUSE, REJECT, THREATEN,
AGREE, SUPPORT, CONCEDE.

To say something is no event; to demand, condemn, refuse, threaten, promise or praise is.
"""

from __future__ import annotations

from typing import Final

TRAPS: Final = """
-                      | dismiss | obj:charge,charges
-                      | support back | voice:relative word:support,supports,back,backs
-                      | lift ease relax remove end | near:SPORT
-                      | thank | obj:you
# "the union is committed to protecting families"
-                      | commit | word:committed
                         before:is,are,am,'m,’m,was,were,be,been,'re,’re,remain,remains,fully,deeply
-                      | request | obj:level,levels,amount,amounts
-                      | support back | obj:effort,program,project,research,development,improvement
                         near:fund,funds,funding,grant,grants,million,dollars
-                      | request | obj:ballot,ballots,proposal,proposals
-                      | invite | obj:public,residents,everyone,visitors,readers
-                      | probe | @about
-                      | agree | near:wikinews,correspondent,interview
# "the outbreak may call for tests"
-                      | call | @for subj subj!SOMEONE,DOCUMENTS
-                      | refuse decline | clause*:term,word,phrase  # "refused to use the term"
# "militias supporting the president"
-                      | support back | word:supporting,backing
-                      | dismiss | obj:PERSON
-                      | ask | clause:that  # "asked whether", "asked if"
-                      | ask | @about  # "asked about the plan"
-                      | ask | !obj !@for !clause  # "she asked"
-                      | ask request | clause*:CONFIDED clause:to  # "asked not to be named"
-                      | ask request | does:CONFIDED  # "asked not to be named"
-                      | request ask | obj:anonymity,confidentiality
-                      | ask urge | does:HEEDED subj:i,we  # "I ask both capitals to remember that"
-                      | call | prt:off obj!MEETING,ANNUL,STRIKES  # "called off the search"
-                      | call | clause:to !@on,upon,for next!on,upon,for
-                      | demand | subj:JOBS  # "the job demands patience"
-                      | order | obj:DISHES
# "declined to comment"
-                      | decline |
                         clause*:comment,answer,say,elaborate,discuss,confirm,specify,disclose,
                         reveal,name,identify,speculate,respond,give,provide
-                      | refuse |
                         clause*:discuss,comment,answer,say,elaborate,confirm,specify,disclose,
                         reveal,name,identify,speculate,believe,acknowledge
-                      | decline | !obj !clause  # "sales declined"
-                      | decline | subj:SHARES
-                      | reject dismiss | obj:RUMOURS  # a denial: "rejected the allegations"
-                      | blame | subj!SOMEONE
-                      | blame | obj:DISASTER
-                      | threaten | subj!SOMEONE  # "the fire threatens homes"
-                      | threaten | @with:extinction
-                      | threaten | voice:passive subj!SOMEONE !@with  # "a threatened species"
-                      | promise vow pledge | obj:MEASURES
-                      | offer | obj:THINGSFORSALE
-                      | offer | subj!SOMEONE
-                      | support back | obj:CLAIMS  # "evidence supports the claim"
-                      | support back | subj!SOMEONE
-                      | back | prt:down,out,up,off,away obj
-                      | support | near:SPORT
-                      | welcome | obj:CHILDREN  # "welcomed a daughter"
-                      | welcome | near:SPORT
-                      | recognize recognise | clause:that
-                      | approve | obj:PRODUCTS
-                      | pass | obj:BALLS
-                      | praise credit | subj!SOMEONE
-                      | charge | prt:up
-                      | investigate | subj:STUDIES
-                      | sign | obj:SPORTSMEN  # "signed the striker"
-                      | sign | near:SPORT obj!PACTS
-                      | sign | prt:up,off
-                      | sign | prt:on,in !obj voice:active
-                      | veto | near:SPORT
-                      | press | prt:ahead,on,charges obj!SOMEONE
-                      | push | obj:BUTTONS
-                      | admit | obj:PATIENTS
-                      | cancel postpone | near:SPORT subj!SOMEONE
"""

VERBS: Final = """
REJECT/yield           | reject refuse decline dismiss rebuff spurn turn veto | obj*:YIELDING
                         obj!RUMOURS subj:SOMEONE eats whole >from,by
REJECT/yield           | rule | prt:out obj*:YIELDING eats whole
REJECT/yield           | refuse decline | clause*:YIELDING clause:to eats whole
REJECT/meet            | reject refuse decline rebuff spurn dismiss | obj*:MEETING,invitation eats
                         whole
REJECT/meet            | refuse decline | clause:to clause*:MEETING eats whole
REJECT/meet            | close shut slam | obj:door,doors @on,to*:MEETING eats
REJECT/meet            | sit | prt:down neg aux:will,would,'ll,’ll,wo,’d,'d said >with
REJECT/meet            | negotiate bargain | neg aux:will,would,'ll,’ll,wo,’d,'d
                         subj:SOMEONE,PERSON,it obj!AGREEMENT said >with
REJECT/meet            | talk speak | neg aux:will,would,'ll,’ll,wo
                         @with,to:COUNTRY,OFFICIALS,GROUPS @with,to!REPORTERS said >with,to
REJECT/meet            | meet | neg aux:will,would,'ll,’ll,wo obj:OFFICIALS,COUNTRY,DELEGATIONS
                         near!SPORT said >with
REJECT/meet            | meet | neg aux:will,would,'ll,’ll,wo @with:OFFICIALS,COUNTRY,DELEGATIONS,
                         NAME near!SPORT said >with
REJECT                 | accept | neg aux:will,would,'ll,’ll,wo obj subj:SOMEONE
                         obj!MONEY said eats
REJECT/meet            | rule | prt:out obj*:MEETING eats
REJECT/meet            | turn | prt:down obj*:MEETING,invitation eats
REJECT/meet            | call | prt:off obj:MEETING,ANNUL eats
REJECT/meet            | cancel scrap | obj:MEETING eats
REJECT/meet            | cancel scrap skip | obj:participation,attendance eats
REJECT/meet            | postpone | obj:talks,meeting,negotiations,summit,visit,trip near!SPORT eats
REJECT/assist          | reject refuse decline dismiss | obj*:HELPING eats whole
REJECT/assist          | refuse decline | clause:to clause*:HELPING eats whole
REJECT/change          | reject refuse decline | obj*:CHANGING eats whole
REJECT/change          | refuse decline | clause:to clause*:CHANGING eats whole
REJECT/change          | vote | @against:LAWS,CHANGING eats
REJECT/change          | vote | prt:down obj eats
REJECT/change          | veto | obj eats
REJECT/change          | block | obj:LAWS eats
REJECT                 | reject rebuff | obj subj:SOMEONE obj!BRAND eats whole
REJECT                 | reject rebuff | obj voice:passive eats whole
REJECT                 | refuse | clause:to subj:SOMEONE eats whole
REJECT                 | decline | clause:to subj:SOMEONE eats whole
REJECT                 | turn | prt:down obj:OFFERS,DEMANDS eats
REJECT                 | dismiss | obj:OFFERS,DEMANDS eats
REJECT                 | rule | prt:out obj:OFFERS,RULEDOUT subj:SOMEONE eats
REJECT/meet            | snub spurn | obj:MEETING,OFFICIALS,invitation subj:SOMEONE near!SPORT eats
REJECT                 | defy | obj:BANS,DEMANDS,order,orders,court,law eats
REQUEST/yield          | call | next:on,upon obj:SOMEONE clause*:YIELDING clause:to eats >on
REQUEST                | call | next:on,upon obj:SOMEONE clause:to eats >on
REQUEST/yield          | call | next:for clause:to clause*:YIELDING eats
REQUEST                | call | next:for clause:to eats
REQUEST/yield          | call | @for*:YIELDING prt!off eats >on,upon
REQUEST/yield          | call | @on,upon:SOMEONE clause*:YIELDING eats >on,upon
REQUEST/yield          | urge press ask beg implore order pressure | obj clause*:YIELDING eats >to
REQUEST/yield          | seek propose recommend | obj:YIELDING eats >from,of
REQUEST/yield          | urge demand request | obj*:YIELDING eats >from,of
REQUEST/yield          | demand | clause*:YIELDING clause eats >from,of
REQUEST/yield          | appeal plead push press lobby campaign | @for,to*:YIELDING eats >to
REQUEST/meet           | call | @for*:MEETING prt!off eats >on,upon
REQUEST/meet           | call | @on,upon:SOMEONE clause*:MEETING eats >on,upon
REQUEST/meet           | urge press ask | obj clause*:MEETING eats >to
REQUEST/meet           | summon | obj:DIPLOMATS subj!SPORTSMEN
REQUEST                | petition | obj:BODY,COUNTRY subj:SOMEONE eats
REQUEST/meet           | urge demand request seek propose | obj*:MEETING eats >from,of,with
REQUEST/assist         | call | @for*:HELPING prt!off eats >on,upon
REQUEST/assist         | call | @on,upon:SOMEONE clause*:HELPING eats >on,upon
REQUEST/assist         | urge press ask beg | obj clause*:HELPING eats >to
REQUEST/assist         | ask appeal plead | @for,to*:HELPING eats >to
REQUEST/assist         | urge demand request seek | obj*:HELPING obj!HANDS eats >from,of
REQUEST/change         | call | @for*:CHANGING prt!off eats >on,upon
REQUEST/change         | call | @on,upon:SOMEONE clause*:CHANGING eats >on,upon
REQUEST/change         | urge press ask | obj clause*:CHANGING eats >to
REQUEST/change         | urge demand request | obj*:CHANGING eats >from,of
REQUEST/change         | demand | clause*:CHANGING clause eats
REQUEST                | call | @for prt!off subj:SOMEONE,DOCUMENTS !obj eats >on,upon
REQUEST                | call | @on,upon:SOMEONE clause:to eats >on,upon
REQUEST                | call | @on,upon:SOMEONE @to eats >on,upon
REQUEST/yield          | ask | obj:SOMEONE @for*:YIELDING eats
REQUEST/meet           | ask | obj:SOMEONE @for*:MEETING eats
REQUEST/change         | ask | obj:SOMEONE @for*:CHANGING eats
REQUEST                | urge implore exhort | obj clause:to subj:SOMEONE eats
REQUEST                | urge | obj:SOMEONE subj:SOMEONE eats
REQUEST                | urge | clause:that eats
REQUEST                | ask order instruct direct command press pressure beg | obj:SOMEONE
                         clause:to subj:SOMEONE eats
REQUEST                | ask order instruct direct command press pressure | obj:SOMEONE clause:to
                         voice:passive eats
REQUEST                | ask | clause:to subj:SOMEONE !obj eats
REQUEST                | ask | @for:WANTED subj:SOMEONE eats >from,of
REQUEST                | demand | subj:SOMEONE eats >from,of
REQUEST                | demand | voice:passive obj eats >from,of
REQUEST                | order | obj:evacuation,evacuations,review,investigation,inquiry,closure
                         eats >of,for
REQUEST                | order | clause:that eats
REQUEST                | appeal | @for,to subj:SOMEONE eats >to
REQUEST                | request | obj subj:SOMEONE eats >from,of
REQUEST                | press push lobby | @for eats
THREATEN/violence      | threaten | clause*:VIOLENTLY clause:to whole
# to kill, but not "to raise its target", "to end the war", "to fight poverty"
THREATEN/violence      | vow promise pledge swear | deeds:VIOLENTLY clause*!HARMLESS clause:to whole
THREATEN/violence      | vow promise pledge swear | deeds:WAGING clause*:WARFARE clause*!HARMLESS
                         clause:to whole
THREATEN/violence      | threaten | @with*:VIOLENCE,HARM,DEATH eats
THREATEN/restrict      | threaten | obj:strike,walkout subj:CIVILFOLK,union,unions eats
THREATEN/violence      | threaten | obj:VIOLENCE,HARM eats >against
THREATEN/violence      | vow promise pledge | obj:HARM eats >against
THREATEN/violence      | warn | @of*:HARM eats >against
THREATEN/arrest        | threaten | clause*:arrest,jail,detain,imprison,prosecute eats whole
THREATEN/arrest        | threaten | @with*:arrest,jail,prison,prosecution,imprisonment,detention
                         eats
THREATEN/territory     | threaten | clause*:invade,annex,occupy,seize whole
THREATEN/expel         | threaten | clause*:expel,deport whole
THREATEN/ban           | threaten | clause*:ban,outlaw,dissolve whole
THREATEN/restrict      | threaten |
                         clause*:boycott,strike,close,shut,block,blockade,sanctions,tariffs,impose
                         eats whole
THREATEN/restrict      | threaten | obj*:BANS,strike,boycott eats
THREATEN/restrict      | threaten | obj*:BANS,strike,boycott eats >on,against
THREATEN/restrict      | threaten | @with*:BANS,strike,boycott eats
THREATEN/relations     | threaten |
                         clause*:withdraw,suspend,leave,quit,cut,sever,end,pull,halt,walk,resign
                         eats whole
THREATEN/violence      | warn | clause*:respond,retaliate,strike,attack clause*:will,would
                         subj!ANALYSTS whole
THREATEN               | threaten | subj:SOMEONE clause:to whole
THREATEN               | warn | does:MENACES clause*:will,would subj!ANALYSTS clause whole
THREATEN               | warn | does:take,go clause*:court,tribunal,action,measures,steps,war
                         clause*:will,would subj!ANALYSTS whole
THREATEN               | warn | does:face clause*:HARM,sanctions,prosecution,arrest,jail,court
                         clause*:will,would subj!ANALYSTS whole
THREATEN               | threaten | subj:SOMEONE obj:SOMEONE,PLACE eats
THREATEN               | threaten | voice:passive obj:SOMEONE near!species eats
THREATEN               | issue give deliver | obj:ultimatum,deadline eats >to
ACCUSE/allege          | accuse | subj!DOCS
ACCUSE/allege          | blame | obj subj:SOMEONE >on,for
ACCUSE/allege          | allege | clause:that subj:SOMEONE
ACCUSE/allege          | charge | voice:passive @with near:OFFENCES,court,prosecutors,police,false
                         eats
ACCUSE/allege          | charge | @with:OFFENCES eats
ACCUSE/allege          | charge | @in,over:CRIMES voice:passive obj:SOMEONE
ACCUSE/allege          | charge | voice:passive obj:PERSON obj!MONEY
                         near:OFFENCES,police,court,prosecutors
ACCUSE/allege          | indict arraign prosecute sue impeach | obj
ACCUSE/allege          | sue | subj:SOMEONE
ACCUSE/allege          | file | obj:lawsuit,suit,complaint,charges eats >against
ACCUSE/allege          | press bring | obj:charges eats >against
ACCUSE/allege          | put | @on:trial eats
ACCUSE/allege          | stand face | obj:trial,charges eats patient
ACCUSE/investigate     | investigate probe | subj:SOMEONE obj
ACCUSE/investigate     | investigate probe | voice:passive obj
ACCUSE/investigate     | question interrogate | obj:SOMEONE,NUMBER subj:POLICE,INVESTIGATORS
                         subj!lawmakers
ACCUSE/allege          | implicate | obj:SOMEONE @in:CRIMES,OFFENCES,VIOLENCE
ACCUSE/disapprove      | reprimand chide scold upbraid | obj:SOMEONE subj:SOMEONE >for,over
ACCUSE/disapprove      | object | @to:DECISIONS,LAWS,BIDS subj:SOMEONE >to
ACCUSE/investigate     | open launch begin start order | obj:investigation,probe,inquiry,enquiry
                         eats >into,against,of
ACCUSE/disapprove      | condemn denounce criticize criticise decry deplore slam lambast lambaste
                         rebuke castigate censure | obj subj:SOMEONE subj!BUILDINGS
ACCUSE/disapprove      | condemn denounce criticize criticise rebuke censure | obj voice:passive
ACCUSE/disapprove      | condemn denounce criticize criticise decry deplore rebuke censure |
                         obj:SOMEONE,FORCES,DECISIONS subj:DOCUMENTS,DOCS,it,editorial
ACCUSE/disapprove      | blast | obj:SOMEONE subj:SOMEONE near!VIOLENCE
ACCUSE/disapprove      | call describe brand label term | as:BLAME subj:SOMEONE
SUPPORT                | call describe | as:LAUDED subj:SOMEONE
ACCUSE/disapprove      | express voice | obj:condemnation,outrage,disapproval,anger,displeasure eats
                         >over,about,at,with
ACCUSE/disapprove      | lash hit | prt:out @at >at
ACCUSE/disapprove      | complain | subj:SOMEONE >about,of,to
SUPPORT                | praise commend applaud laud hail endorse | obj subj:SOMEONE >for
SUPPORT                | praise commend applaud laud hail endorse | obj voice:passive
SUPPORT                | welcome | obj:AGREEMENT,CEASEFIRE,DECISIONS,MEETING,VERDICTS subj:SOMEONE
SUPPORT                | back support | obj:NAME,LAWS,CEASEFIRE,DECISIONS,BIDS subj:SOMEONE
                         near!SPORT obj!CHILDREN
SUPPORT                | defend | obj:DECISIONS,VERDICTS subj:OFFICIALS,COUNTRY,PERSON near!SPORT
SUPPORT                | congratulate | obj:SOMEONE subj:SOMEONE near!SPORT >on
SUPPORT                | thank | obj:SOMEONE subj:PERSON,COUNTRY,ORG @for near!SPORT >for
SUPPORT                | thank | obj:COUNTRY,BODY,NAME,OFFICIALS subj:PERSON,COUNTRY,ORG,OFFICIALS
                         near!SPORT told!ARTS >for
SUPPORT                | express voice pledge reaffirm reiterate declare offer announce |
                         obj:support,solidarity,backing,condolences,sympathy eats >for,to,with
SUPPORT                | recognize recognise | obj:COUNTRY,ORG,PERSON,independence,sovereignty,state
                         subj:SOMEONE,COUNTRY clause!that @as
SUPPORT                | recognize recognise | obj:independence,sovereignty
SUPPORT                | sign ratify finalize finalise conclude | obj:AGREEMENT near!SPORT eats
                         >with
SUPPORT                | sign ratify | obj:PACTS eats >with
SUPPORT                | sign ratify | @under,in:AGREEMENT voice:passive eats
SUPPORT                | sign ratify | obj*:AGREEMENT near!SPORT clause!that eats >with
REJECT/change          | cast | obj:veto
SUPPORT                | approve ratify adopt pass endorse | obj:LAWS subj:SOMEONE eats
SUPPORT                | approve ratify adopt pass endorse | obj:LAWS voice:passive eats
SUPPORT                | vote | clause:to clause*:approve,pass,ratify,adopt,confirm eats whole
REJECT/change          | vote | clause:to clause*:reject,block,oppose eats whole
SUPPORT                | vote | @for,in:LAWS,favor,favour eats
SUPPORT                | establish restore resume normalize | obj:ties,relations >with
AGREE                  | agree | clause:to subj:SOMEONE,COUNTRY eats
AGREE                  | agree | @to,on,upon subj:SOMEONE eats >with
AGREE                  | agree | clause:that subj:COUNTRY,CONFEREES !@with eats
-                      | agree | clause:that
AGREE                  | agree | subj:SOMEONE near:AGREEING >to,with
AGREE                  | agree | !obj !clause !@with,in subj:SOMEONE subj!MULLERS
                         paragraph:PROPOSALS >to
AGREE                  | agree | obj:AGREEMENT,CEASEFIRE eats >with
AGREE                  | accept | obj:offer,offers subj:SOMEONE >from
AGREE                  | accept | obj:OFFERS,AGREEMENT,CEASEFIRE,DEMANDS,MEETING subj:SOMEONE eats
                         >from
AGREE                  | reach strike clinch secure broker | obj:AGREEMENT near!SPORT eats mutual
                         >with
AGREE                  | make cut | obj:AGREEMENT @with near!SPORT eats mutual >with
AGREE                  | reach strike clinch broker | obj:AGREEMENT voice:passive eats mutual >with
AGREE                  | promise pledge vow commit | clause:to subj:SOMEONE deeds!VIOLENTLY eats
AGREE                  | promise pledge | obj:HELPING,CHANGING,MONEY eats >to,for
AGREE                  | commit | @to subj:SOMEONE eats
AGREE                  | accede consent assent | @to subj:SOMEONE eats
AGREE                  | consent volunteer | clause:to subj:COUNTRY,BODY,OFFICIALS eats
AGREE                  | offer | clause:to !obj subj:SOMEONE eats
AGREE                  | offer | obj:OFFERED subj:SOMEONE eats >to
AGREE                  | invite | obj:SOMEONE subj:SOMEONE near!SPORT near!LEISURE told!ARTS eats
CONCEDE                | declare announce proclaim order | obj:CEASEFIRE obj!end,stop,halt,peace
                         eats >with
CONCEDE                | announce declare | obj:amnesty,concession,concessions,moratorium eats >from
CONCEDE                | announce declare order | obj:withdrawal,pullout obj*:TROOPS,FORCES eats
                         >from
CONCEDE                | commute | obj:sentence,sentences eats >of
REJECT                 | block dismiss | obj:lawsuit,lawsuits,petition,appeal,bid subj:SOMEONE eats
CONCEDE                | concede | obj:DEFEAT eats >to
CONCEDE                | concede | !obj !clause subj:SOMEONE >to
CONCEDE                | make offer | obj:concession,concessions eats >to
CONCEDE                | lift ease relax remove loosen rescind end suspend waive | obj:BANS eats
                         >on,against
CONCEDE                | lift end revoke | obj*:emergency,martial eats
CONCEDE                | suspend end call | obj:protest,protests,strike,boycott prt!for
                         subj:CIVILFOLK,SOMEONE eats
CONCEDE                | apologize apologise | subj:SOMEONE >to,for
CONCEDE                | pardon | obj
CONCEDE                | grant | obj:pardon,amnesty,clemency eats >to
CONCEDE                | express | obj:regret,remorse eats >for,over
CONCEDE                | relent backtrack | subj:SOMEONE !obj >on
CONCEDE                | back climb | prt:down subj:SOMEONE >on,from
CONCEDE                | drop | obj:CHARGES eats >against
CONCEDE                | give yield bow | prt:in >to
"""
