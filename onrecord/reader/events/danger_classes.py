"""Classes of words that tell what no one does, or what no one means: accidents and animals,
launches into space, talk with the media, attacks on ideas. A part of ``noun_classes``.
"""

from __future__ import annotations

from typing import Final

TABLE: Final = """\
QUAKES        earthquake quake tsunami hurricane cyclone typhoon tornado landslide mudslide
              avalanche eruption volcano lightning wildfire flood flooding monsoon magnitude
              heatwave thunderstorm storm
WRECKS        crash crashed crashes crashing collide collides collided colliding collision derail
              derails derailed derailing derailment overturn overturns overturned overturning
              capsize capsizes capsized capsizing sink sinks sank sinking collapse collapses
              collapsed collapsing stampede pile-up plunge plunges plunged plunging swerved
              drown drowns drowned drowning malfunction
BLASTS        explosion blast explode explodes exploded fire blaze
FIREPOWER     bomb bombing bombed attack attacked attacker missile rocket drone ied grenade suicide
              militant airstrike shelling shelled terrorist gunman shot shooting stabbed stabbing
              landmine insurgent rebel artillery arson jihadist suspected sabotage strike warplane
ARSENAL       bomb bombing missile rocket drone ied grenade suicide militant airstrike shelling
              terrorist gunman shooting landmine insurgent rebel artillery arson jihadist
BEASTS        shark crocodile alligator bear tiger lion leopard elephant dog wolf snake hippo
              hippopotamus buffalo bull bee wasp jellyfish cougar coyote hyena jaguar cat boar moose
HUNTS         hunting hunters poacher poachers poaching trophy safari
GAME          elk duck goose fox moose boar rhino giraffe lion tiger leopard gorilla seal kangaroo
              rabbit hare pheasant turkey pigeon snake crocodile alligator horse bull ostrich
ORBITS        orbit satellite satellites spacecraft astronaut astronauts nasa spacex moon lunar mars
              cosmodrome falcon starship payload spaceflight isro esa roscosmos space
DISPOSAL      safely controlled disposal defused unexploded squad sappers demining
MEDIAHOUSES   interview bbc cnn reuters newspaper radio television tv magazine afp herald guardian
              telegraph times sky fox nbc abc cbs itv npr pbs jazeera podcast wikinews news channel
              broadcaster associated tribune gazette reporter journalist press media msnbc bloomberg
              correspondent outlet
ABSTRACT      society democracy constitution right freedom liberty tradition value law integrity
              character record institution credibility idea policy truth science religion faith
              belief culture dream privacy rule governance reputation honor honour dignity system
PROGRAMS      program programme service center centre foundation initiative partnership act bill law
              legislation fund grant scheme project network legislature budget measure amendment
              charity nonprofit
TRENDS        increase increases increased rise rises rose grow grows grew decline declines declined
              fall fell continue fallen risen grown decreased dropped
ITSELF        himself herself themselves itself myself yourself ourselves
MULLERS       i we you everyone expert scientist economist critic most many people researcher
              historian analyst observer person
PROPOSALS     proposal idea request demand offer plan invitation deal condition terms call appeal
DISARMING     militia rebel paramilitary army weapon arms guerrilla insurgent militant fighter gang
              battalion brigade unit military
CROWDTELLS    tear teargas pepper rubber cannon baton plastic stun protester protestor demonstrator
              crowd rioter protest
"""
