"""Two made-up readings: a story with every kind of statement, and one that means harm."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import (
    Addressee,
    Article,
    Dateline,
    Entity,
    Mention,
    Passage,
    Reading,
    Relay,
    Statement,
    When,
    identify,
    passage,
)

BELIEVED = (
    "the collapse could have been avoided if the money promised three years ago had been spent on "
    "maintenance rather than on the new ferry terminal, which has yet to open"
)
STORY = f"""Harbour bridge to stay shut until spring

PORT ALBA (Coastline) — “We will not reopen it before April,” Minister Jana Orlova said on Monday.

The Alba Herald, citing city engineers, reported that Orlova believes {BELIEVED}.

There is no reason to panic. Ships keep coming in, a senior port official said.

山田太郎 said the cable 🌍 was “unharmed”. According to witnesses, the عبد الله ferry turned back.
"""
HARM = (
    "Nothing \x1b[31mred\x1b[0m [bold]here[/bold] was said by \x9b31mNobody\u202e.\r\n"
    "The mayor denied it. \x1b]0;owned\x07"
)


def words(article: Article, found: str, nth: int = 0) -> Passage:
    """The nth place in the article's text where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(found, start + 1)
    return passage(article.text, start, start + len(found))


def said(article: Article, who: str, source: Passage, cue: Passage, what: str) -> Statement:
    """A plain indirect statement."""
    content = (words(article, what),)
    id = identify("sta", article.id, who, what)
    return Statement(id, source, None, who, False, None, cue, "say", content, "indirect")


def bridge() -> Article:
    """The article of the story."""
    bare = Article(identify("art", STORY), "reports/bridge.txt", STORY, publisher="Alba Herald")
    return replace(
        bare,
        title="Harbour bridge to stay shut until spring",
        authors=("Piet Marsh",),
        agencies=("Coastline",),
        published=When("2023-11-06", "calendar", words(bare, "Monday")),
        dateline=Dateline("PORT ALBA", words(bare, "PORT ALBA")),
    )


def story() -> Reading:
    """Direct, relayed, unnamed and wide-lettered statements, with dates and roles."""
    article = bridge()
    sources = (words(article, "Minister Jana Orlova"), words(article, "Orlova", 1))
    mentions = tuple(Mention(p.start, p.end, p.text, "name") for p in sources)
    orlova = Entity("ent_1", "Jana Orlova", "person", (words(article, "Minister"),), mentions)
    statements = (direct(article), belief(article), calm(article), cable(article))
    return Reading("0.1.0+abc", article, (orlova,), statements)


def direct(article: Article) -> Statement:
    minister, cue = words(article, "Minister Jana Orlova"), words(article, "said")
    return replace(
        said(article, "Jana Orlova", minister, cue, "We will not reopen it before April"),
        entity="ent_1",
        manner="direct",
        said=When("2023-11-06", "publication"),
        addressee=Addressee("reporters", words(article, "Monday")),
    )


def belief(article: Article) -> Statement:
    herald = Relay("Alba Herald", words(article, "The Alba Herald"))
    engineers = Relay("city engineers", words(article, "city engineers"))
    orlova, cue = words(article, "Orlova", 1), words(article, "believes")
    plain = said(article, "Jana Orlova", orlova, cue, BELIEVED)
    return replace(plain, act="believe", via=(herald, engineers), entity="ent_1")


def calm(article: Article) -> Statement:
    official, cue = words(article, "a senior port official"), words(article, "said", 1)
    plain = said(article, official.text, official, cue, "There is no reason to panic")
    return replace(plain, unnamed=True, manner="unmarked")


def cable(article: Article) -> Statement:
    spokesman, cue = words(article, "山田太郎"), words(article, "said", 2)
    return said(article, "山田太郎", spokesman, cue, "the cable 🌍 was “unharmed”")


def harm() -> Reading:
    """Escape codes, Rich markup and direction overrides wherever an article can put them."""
    article = Article(
        identify("art", HARM), "ev\x1b[2Jil.txt", HARM, publisher="Evil [red]\x1b]0;owned\x07Times"
    )
    nobody, denied = words(article, "\x9b31mNobody\u202e"), words(article, "denied")
    who = "[blink]\x1b[5mNobody"
    red = said(
        article, who, nobody, words(article, "said"), "Nothing \x1b[31mred\x1b[0m [bold]here"
    )
    it = replace(said(article, "", denied, denied, "it"), who=None, source=None, negated=True)
    entity = Entity("ent_2", who, "person", (nobody,), ())
    return Reading("0.1.0+\x1b[1m", article, (entity,), (red, it))
