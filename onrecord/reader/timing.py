"""The words that tell whether two words of a sentence share one time, as tables of word forms."""

from __future__ import annotations

from typing import Final

from onrecord.reader.cues import table

# "The attack killed 12 on Monday": what an attack did is dated as the attack is. Not "The attack
# was condemned on Monday".
HAPPENING_VERBS: Final = table("""
    kill kills killed killing wound wounds wounded wounding injure injures injured injuring
    hit hits hitting strike strikes struck striking destroy destroys destroyed destroying
    damage damages damaged damaging begin begins began begun beginning start starts started starting
    end ends ended ending happen happens happened happening occur occurs occurred occurring
    take takes took taken taking last lasts lasted continue continues continued continuing
    resume resumes resumed resuming follow follows followed come comes came break breaks broke
    erupt erupts erupted leave leaves left leaving target targets targeted targeting
    claim claims claimed claiming displace displaced trap trapped knock knocked rock rocked
    hold holds held holding carry carries carried carrying conduct conducts conducted conducting
    launch launches launched launching stage stages staged staging make makes made making
    mount mounts mounted mounting wage waged conclude concluded collapse collapses collapsed
    suffer suffers suffered host hosts hosted hosting attend attends attended attending
    join joined sign signs signed signing reach reaches reached reaching see sees saw seen seeing
    witness witnessed commit commits committed perform performed undertake undertook undertaken
    impose imposes imposed imposing open opens opened opening go goes went gone do did done
    visit visited meet met hold convene convened schedule scheduled slated set planned due
    be is are was were been postpone complete completed finish finished pay paid give gave given
""")

# "an attack on Monday" is no less dated for what it is part of: nouns that happen.
HAPPENINGS: Final = table("""
    accident agreement airstrike airstrikes ambush arrest arrests assault assaults assassination
    attack attacks battle battles blast blasts blaze bombardment bombing bombings ceasefire
    ceremony clash clashes collapse concert conference congress convention coup crackdown crash
    deal debate debates death deaths demonstration demonstrations disaster earthquake election
    elections eruption evacuation execution executions explosion explosions festival fighting fire
    fires flood floods funeral hearing hurricane incident incidents interview invasion killing
    killings landing launch march massacre meeting meetings murder murders negotiations offensive
    operation operations outbreak parade poll protest protests raid raids rally rallies referendum
    release rescue revolution riot riots sanctions session sessions shooting shootings siege speech
    stabbing storm strike strikes summit talks test tests trial truce uprising verdict violence
    visit visits vote votes walkout war withdrawal
""")

# "agreed on Monday to free": the freeing is not Monday's. "began on Monday to leave": the leaving
# is.
PASSING: Final = table("""
    begin begins began begun beginning start starts started starting continue continues continued
    continuing cease ceased stop stopped expected scheduled due set slated going ready likely
    unlikely able unable managed manage failed fail fails tried try trying helped help seem seems
    seemed appear appears appeared had has have need needs needed used forced allowed planned
""")

# "killed in an attack on Monday": the two are one happening. Not "killed after an attack on
# Monday".
DURING: Final = table("in during by at with through amid into inside near on via using under")

# "in the deadliest attack since March", "the first such visit since 2019": no date of the attack.
RANKING: Final = table("first last only latest most least worst best biggest highest lowest")

AT_ONCE: Final = table("when as while")

OPENS: Final = table("since after from")
CLOSES: Final = table("until till by before through")

# "announced his resignation effective next Wednesday", "a letter dated March 3"
NOT_OF_THE_CLAUSE: Final = table("effective dated")

# Which way a weekday points: "will meet on Friday", "met on Friday".
AHEAD: Final = table("will shall ’ll 'll wo")
BACK: Final = table("was were had did been having as when after while that because")
PAST: Final = table("""
    was were had did met went came held took shot fought said told struck broke left sank won lost
    began became brought built bought caught chose cut drew drove ate fell fed fled flew forbade
    found gave got grew heard hit hurt kept knew laid led let made paid put quit ran rose saw sent
    set shook sold sought spent spoke stole stood swept swore taught thought threw tore withdrew
    wrote wore blew burnt dealt rode sang slept split spread strode
""")
