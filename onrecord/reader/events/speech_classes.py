"""Classes of words around verbs of speaking and helping, as ``noun_classes`` has them."""

from __future__ import annotations

from typing import Final

TABLE: Final = """
FRONTIERS     border crossing checkpoint frontier airspace border-crossing strait gate floodgate
              sluice
# what speakers warn that they will do
MENACES       retaliate respond strike attack hit punish punished expel expelled suspend suspended
              cut sever close shut block blockade impose prosecute prosecuted arrest arrested
              jailed detained shot treated destroyed seize seized sue answer fire bomb avenge
# with what words of war one vows violence: "to launch attacks"
WAGING        launch wage use continue keep step intensify press carry expand begin start mount
WARFARE       attack attacks strike strikes airstrike airstrikes war force retaliation bombing
              bombardment violence offensive raid raids assault assaults shelling fighting
# what is fought, cut, hit or answered without violence
HARMLESS      emission emissions carbon climate greenhouse pollution poverty crime corruption fraud
              inflation hunger disease drugs racism discrimination unemployment deficit debt tax
              taxes price prices rate rates target targets goal goals question questions letter
              letters request requests complaint complaints election elections campaign case court
              ruling lawsuit
ANALYSTS      analyst expert economist scientist doctor researcher professor agency report study
              forecaster observer group charity organisation organization
BLAME         regrettable shameful disgraceful unacceptable illegal unlawful outrageous deplorable
              reprehensible appalling irresponsible reckless cowardly barbaric inhumane unjust
              unjustified unconstitutional illegitimate provocative dangerous wrong absurd
              hypocritical disgusting horrific heinous despicable racist undemocratic unhelpful
              scandalous
              crime disgrace provocation outrage betrayal violation aggression farce sham
              insult shame scandal liar traitor coward fraud dictator tyrant
LAUDED        courageous brave historic heroic welcome constructive positive commendable admirable
              milestone breakthrough hero
PACTS         treaty accord pact armistice truce ceasefire cease-fire memorandum
# what one side asks of another
WANTED        guarantee assurance clarification explanation extension apology proof safeguard
              commitment concession compensation reparation
AIDWORKERS    nurse doctor medic paramedic rescuer firefighter
RELIEFWORK    truck tanker clinic kitchen hospital shelter camp lorry
RELIEF        water food aid soup field mobile medical relief refugee
CONFIDED      named identified quoted anonymous anonymously
HEEDED        remember imagine consider note understand pray reflect forgive believe
ASSEMBLED     mediators mediator negotiators negotiator delegations delegation talks negotiations
              envoys envoy delegates
# shooting and bombing of which people die
VIOLENTDEATHS shooting shootings gunfire gunfight bombing bombings airstrike airstrikes shelling
              massacre stabbing ambush clashes
"""
