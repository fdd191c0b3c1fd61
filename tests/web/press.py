"""One minister's words as papers print them, made for pages: an agency's story, two copies of it, a
paper that quotes otherwise, one that quotes alike, and one that tells it in its own words.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Entity, Mention, Reading, Relay, Statement, When, identify
from tests.dam import words
from tests.fakes import article_of, statement_of

QUOTED = "The river belongs to everyone who drinks from it and nobody may close it alone"
OTHER = "The river belongs to all who drink from it and no one may close it by himself"
PART = "the river belongs to everyone who drinks from it and nobody"
STORY = """PORT ALBA (Coastline) — “{quoted},” Foreign Minister Petra Lindholt said in Port Alba \
on Monday, after a long night of talks with the envoys of four states that share the water.

Fishermen had waited at the quay since dawn. The harbour office counted 41 boats that could not \
leave, and the ice house on the northern pier had been without power for two days.

Several shops in the old town stayed shut, and buses to the valley ran only every other hour, as \
the drivers’ union had asked them to save fuel until the pumps at the reservoir work again.
"""
RIGHTS = "\nAll rights reserved by the Tarn Courier.\n"
RETOLD = """TARN — There will be no separate deal, it was heard after the talks. “{quoted},” \
Foreign Minister Petra Lindholt told reporters, and then drove home.
"""
OWN_WORDS = """The talks went on. The Alba Herald, citing officials, reported that Petra Lindholt \
believes the river belongs to everyone who drinks from it and nobody may close it alone.
"""


def printed(publisher: str, day: str, text: str, quoted: str = QUOTED) -> Reading:
    """An article in which the minister is quoted with these words."""
    full = text.format(quoted=quoted)
    article = article_of(
        full, publisher=publisher, title="The river is everyone’s", published=When(day, "given")
    )
    name = words(article, "Petra Lindholt")
    mention = Mention(name.start, name.end, name.text, "name")
    role = (words(article, "Foreign Minister"),) if "Foreign Minister" in full else ()
    who = identify("ent", article.id, "Petra Lindholt")
    cue = next(cue for cue in ("told", "believes", "said") if f" {cue} " in full)
    said = statement_of(article, "Petra Lindholt", quoted if quoted in full else PART, cue)
    entity = Entity(who, "Petra Lindholt", "person", role, (mention,))
    return Reading("fake/1", article, (entity,), (_known(said, who, full),))


def _known(statement: Statement, who: str, text: str) -> Statement:
    known = replace(statement, entity=who, said=When("2031-05-05", "text"))
    return replace(known, manner="direct") if "“" in text else known


def relayed() -> Reading:
    """The paper that tells it in its own words, from another paper, which cites officials."""
    made = printed("Inland Star", "2031-05-08", OWN_WORDS)
    via = tuple(Relay(who, words(made.article, who)) for who in ("The Alba Herald", "officials"))
    return replace(made, statements=(replace(made.statements[0], via=via),))


def press() -> tuple[Reading, ...]:
    """All six."""
    return (
        printed("Coastline", "2031-05-05", STORY),
        printed("The Port Mail", "2031-05-06", STORY),
        printed("Tarn Courier", "2031-05-07", STORY + RIGHTS),
        printed("Valley News", "2031-05-06", RETOLD, OTHER),
        printed("The Ishel Post", "2031-05-06", RETOLD),
        relayed(),
    )
