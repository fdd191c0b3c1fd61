"""Short phrases for what a reading knows: a date and how it is known, who relayed what, where an
article stands.
"""

from __future__ import annotations

from rich.text import Text

from onrecord.export.letters import one_line
from onrecord.model import Article, Basis, Card, Statement, When

BETWEEN = " · "
# How a date is known, as it reads after the date.
BASES: dict[Basis, str] = {
    "given": "given by hand",
    "metadata": "from the page",
    "text": "as stated",
    "calendar": "worked out by the calendar",
    "publication": "from the article's own date",
    "unknown": "",
}


def words(text: str | None, style: str = "", otherwise: str = "") -> Text:
    """Somebody else's words as one safe line; ``otherwise`` stands dimmed where there are none."""
    said = one_line(text or "")
    return Text(said, style) if said else Text(otherwise, "dim")


def day(when: When) -> str:
    """The date alone, with its doubt: ``2024-03-26``, ``XXXX-XX-07``, or that it is not known."""
    return when.edtf or "undated"


def dated(when: When) -> str:
    """The date and how it is known."""
    basis = BASES[when.basis]
    found = f", from “{when.passage.text}”" if when.passage and when.basis == "calendar" else ""
    return f"{day(when)} ({basis}{found})" if when.edtf and basis else day(when)


def relayed(statement: Statement) -> str:
    """The chain a statement came through, outermost first: ``via Axios ← U.S. officials``."""
    return "via " + " ← ".join(relay.who for relay in statement.via) if statement.via else ""


def who(statement: Statement) -> tuple[Text, ...]:
    """Whose statement it is, whether they are unnamed, and through whom it came."""
    name = words(statement.who, "bold", otherwise=nobody(statement))
    unnamed = Text("unnamed", "italic dark_orange") if statement.unnamed else Text()
    return name, unnamed, words(relayed(statement), "dim")


def nobody(statement: Statement) -> str:
    """What stands where no name can: a source's own words that may mean several, or no source."""
    if statement.source is None:
        return "no source named"
    return f"“{one_line(statement.source.text)}”, unresolved"


def how(statement: Statement) -> tuple[Text, ...]:
    """The cue in its own words, then the act and the manner."""
    cue = words(f"“{statement.cue.text}”" if statement.cue else None, otherwise="no cue")
    act = f"not: {statement.act}" if statement.negated else statement.act
    addressee = f"to {statement.addressee.who}" if statement.addressee else ""
    return cue, words(f"{act}, {statement.manner}"), words(addressee, "dim")


def stands_in(card: Card) -> Text:
    """Where a passage stands: the article's title, publisher, date and id, as one line."""
    about = (card.publisher or "publisher unknown", day(card.published), card.id)
    title = words(card.title or card.input, "bold")
    return Text.assemble(title, (BETWEEN, "dim"), words(BETWEEN.join(about), "dim"))


def heading(article: Article) -> tuple[Text, ...]:
    """The lines that stand above an article: title, who printed it when, id and origin."""
    authors = ", ".join(article.authors)
    printed = (
        article.publisher or "publisher unknown",
        dated(article.published),
        f"by {authors}" if authors else None,
        f"credits {', '.join(article.agencies)}" if article.agencies else None,
        article.dateline.place if article.dateline else None,
    )
    origin = (article.id, article.input, article.url)
    return (
        words(article.title, "bold", otherwise="(no title)"),
        words(BETWEEN.join(p for p in printed if p)),
        words(BETWEEN.join(o for o in origin if o), "dim"),
    )
