"""Who is the same across articles, and which articles are copies: lists, and a page for one entity.

The names and roles that articles give stand beside each other, each with who printed it and when;
nothing is smoothed over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from onrecord import standing
from onrecord.across import Copies, Identity, Member, Printed, RoleGiven
from onrecord.cli.phrases import BETWEEN, words
from onrecord.cli.tables import Layout, Row, wrapped
from onrecord.phrases.dates import in_words
from onrecord.phrases.entries import day
from onrecord.phrases.letters import one_line
from onrecord.phrases.numbers import independent, number_of

PEOPLE = Layout((("Name", 28), ("Kind", 12), ("Accounts", 14)), "Roles", room=96)
COPIES = Layout((("Relation", 8), ("Share", 5), ("Publisher", 26)), "Article", room=96)
_FEW = 5  # roles that a line of a list has room for; the page of an entity has them all


def people(console: Console, values: Iterable[Identity]) -> None:
    """Draw people, organizations, countries…, with their roles and other names."""
    PEOPLE.draw(console, map(_person, values))
    console.print()
    _print(console, words("Articles that print one story are one account.", "dim"))


def _person(value: Identity) -> Row:
    others = [name for name in value.names if name != value.name]
    name = (words(value.name, "bold"), words(f"also {', '.join(others)}" if others else ""))
    articles = len({member.article for member in value.members})
    told = (
        words(number_of(value.accounts, "account")),
        words(f"in {number_of(articles, 'article')}" if articles > value.accounts else "", "dim"),
        words(number_of(value.statements, "statement"), "dim"),
    )
    wide = (_held(value), _also(value), *_conflicts(value))
    return Row((name, (Text(value.kind),), told), wide, words(value.id, "dim"))


def _held(value: Identity) -> Text:
    """The role that holds, with when it was printed and by whom; nothing where none surely does."""
    role, published, publisher, _ = standing.told(value).values()
    if role is None:
        return Text()
    by = f"{in_words(published)}, {publisher or 'publisher unknown'}"
    return Text.assemble(words(role), (BETWEEN, "dim"), words(by, "dim"))


def _also(value: Identity) -> Text:
    """What else articles call them, now or then."""
    held = standing.told(value)["role"]
    given = _different(role.role for role in value.roles)
    others = [role for plain, role in given.items() if plain != _plain(held or "")]
    more = f" and {len(others) - _FEW} more" if len(others) > _FEW else ""
    return words(f"also given: {'; '.join(others[:_FEW])}{more}" if others else "", "dim")


def _different(roles: Iterable[str]) -> dict[str, str]:
    """The roles, each once: "the foreign minister" is "Foreign Minister"."""
    known: dict[str, str] = {}
    for role in roles:
        known.setdefault(_plain(role), role)
    return known


def _plain(role: str) -> str:
    return one_line(role).casefold().removeprefix("the ").strip(".,")


def accounts(value: Identity) -> str:
    """``2 accounts in 3 articles, copies counted once``."""
    return independent(value.accounts, len({member.article for member in value.members}))


def _conflicts(value: Identity) -> Iterator[Text]:
    for conflict in value.conflicts:
        yield words(f"conflict: {conflict.reason}", "red")


def entity(console: Console, value: Identity) -> None:
    """Draw the page of one entity: names, roles by date and publisher, conflicts, articles."""
    statements = number_of(value.statements, "statement")
    about = (words(value.name, "bold"), Text(value.kind), words(value.id, "dim"))
    _print(console, Text(BETWEEN).join(about))
    if role := _held(value):
        _print(console, role)
    _print(console, words(BETWEEN.join((accounts(value), statements))))
    _names(console, value)
    _roles(console, value)
    if value.conflicts:
        _title(console, "Conflicts")
    for conflict in value.conflicts:
        told = Text.assemble(words(conflict.reason, "red"), (BETWEEN, "dim"))
        told.append_text(words(f"{conflict.left} and {conflict.right}", "dim"))
        _print(console, told, 2)
    _title(console, "Articles")
    for member in sorted(value.members, key=_dated):
        _print(console, words(BETWEEN.join((*_printed(member), member.article, member.entity))), 2)


def _names(console: Console, value: Identity) -> None:
    """Each name with those who use it; a name that only one account writes is easily seen."""
    _title(console, "Names")
    for name, members in groupby(sorted(value.members, key=_named), key=lambda m: m.name):
        using = "; ".join(", ".join(_printed(member)) for member in members)
        line = Text.assemble(words(name or value.name, "bold"), (BETWEEN, "dim"), words(using))
        _print(console, line, 2)


def _named(member: Member) -> tuple[str, str]:
    return member.name, _dated(member)


def _roles(console: Console, value: Identity) -> None:
    if value.roles:
        _title(console, "Roles, by date")
    for given in sorted(value.roles, key=_dated):
        line = Text.assemble(words(given.role, "bold"), (BETWEEN, "dim"))
        line.append_text(words(BETWEEN.join(_printed(given))))
        _print(console, line, 2)


def _printed(value: Member | RoleGiven) -> tuple[str, str]:
    return value.publisher or "publisher unknown", day(value.published)


def _dated(value: Member | RoleGiven) -> str:
    return value.published.edtf or "~"  # after every date that begins with a digit


def copies(console: Console, values: Iterable[Copies]) -> None:
    """Draw each story with the articles that print it; together they are one account."""
    COPIES.draw(console, (_copy(value, printed) for value in values for printed in value.members))


def _copy(value: Copies, printed: Printed) -> Row:
    articles = number_of(len(value.members), "article")
    about = (value.agency or "agency unknown", f"{articles}, one account", value.id)
    share = "" if printed.relation == "original" else f"{printed.share:.0%}"
    publisher = words(printed.publisher, otherwise="publisher unknown")
    title = words(printed.title, "bold", otherwise="(no title)")
    return Row(
        ((Text(printed.relation, _RELATIONS[printed.relation]),), (Text(share),), (publisher,)),
        (title, words(BETWEEN.join((day(printed.published), printed.article)), "dim")),
        group=words(BETWEEN.join(about), "bold"),
    )


_RELATIONS = {"original": "bold green", "copy": "green", "edited": "yellow", "partial": "cyan"}


def _title(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title, "bold"))


def _print(console: Console, text: Text, indented: int = 0) -> None:
    console.print(wrapped(console, text, console.width, Text(" " * indented)))
