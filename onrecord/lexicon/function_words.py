"""Words that hold English together and say nothing of what a text is about, as full-text search
splits them: of "don't" the pieces "don" and "t". With them stand words that reporters and sources
use whatever they speak of, the titles of those who speak among them.
"""

FUNCTION_WORDS = frozenset(
    """
a about above across after again against ago all almost alone along already also although always
am among amid an and another any anybody anyone anything are aren around as at away
back be became because become becomes been before began behind being below beside besides between
both but by
came can cannot come comes coming could couldn
d despite did didn do does doesn doing don done down due during
each either else enough especially etc even ever every everybody everyone everything except
far few for former from further
gave get gets getting give given gives giving go goes going gone gonna got gotten
had hadn has hasn have haven having he hence her here hers herself him himself his how however
i if in including indeed instead into is isn it its itself
just keep keeps kept kind knew know known knows
last later least less let lets like likely ll look looking looks lot
m made make makes making many may maybe me mean means meanwhile might mine more most mostly much
must mustn my myself
near nearly need needed needs neither never nevertheless next no nobody none nor not nothing now
nowhere
o of off often oh ok okay on once one ones only onto or other others otherwise ought our ours
ourselves out over own
per perhaps please possible put puts
quite rather re really s said same saw say saying says see seem seemed seems seen several shall
shan she should shouldn since so some somebody someone something sometimes somewhere soon still
such sure
t take taken takes taking tell tells than that the their theirs them themselves then there
therefore these they thing things think this those though thought through throughout thus to
today together told tomorrow too took toward towards tried try trying
under unless until up upon us use used using
ve very via
want wanted wants was wasn way ways we well went were weren what whatever when whenever where
whereas wherever whether which while who whoever whole whom whose why will with within without
won would wouldn
yes yesterday yet you your yours yourself yourselves
able added according called clear day days different end first five four good great hard help
hope important let long new number old part people place point put right second set seven side
six started ten third three time times top two week weeks work working year years month months
monday tuesday wednesday thursday friday saturday sunday
january february march april june july august september october november december
hundred thousand million billion percent
minister ministers ministry president presidents prime premier secretary chief chairman chairwoman
spokesman spokeswoman spokesperson official officials mr mrs ms dr sir
reported announced stated asked added
""".split()
)
