"""A verb and its rule in, where the words that show the event end out: "called for", "cut off"."""

from __future__ import annotations

from onrecord.reader.events.arguments import Around
from onrecord.reader.events.rules import Rule


def end_of_verb(around: Around, rule: Rule) -> int:
    """Behind the particle or preposition that belongs to the verb: "called for", "cut off"."""
    grammar, token = around.grammar, around.at
    asked = {w for c in rule.conditions if c.place == "prt" and c.wanted for w in c.words}
    asked |= {
        p
        for c in rule.conditions
        if c.place[0] == "@" and c.wanted
        for p in c.place[1:].rstrip("*").split(",")
    }
    hostage = next(
        (
            t
            for t in range(token, min(token + 8, len(grammar.words)))
            if grammar.words[t] in ("hostage", "hostages")
        ),
        None,
    )
    if rule.action == "COERCE" and rule.mode == "seize" and hostage is not None:
        return hostage + 1
    following = token + 1 < len(grammar.words) and grammar.words[token + 1] in asked
    return token + 2 if following else token + 1
