"""Adjectives that news uses of anything, and that say nothing of a topic by themselves."""

from __future__ import annotations

from typing import Final

_WORDS: Final = """
political national federal local regional global international foreign domestic internal external
general public private official social economic financial commercial legal civil criminal judicial
military democratic republican conservative liberal progressive presidential ministerial royal
governmental parliamentary electoral diplomatic central northern southern eastern western
new old young last first second third next previous former current recent early late final initial
good bad best better worst worse great big small large little long short high low full whole entire
important significant serious severe major minor main key real true false right wrong clear likely
possible impossible necessary available different similar same single common special particular
certain various several many few able unable free open strong weak hard easy difficult simple
human american many latest qualified responsible additional further total own
""".split()

PLAIN: Final = frozenset(_WORDS)
