"""Who passed a statement on: nested attributions in, relayers out, outermost first.

"Austin said X, said the official": Austin's statement lies inside the official's, so it comes via
the official. Nobody relays their own words: in "He said he believed X" the belief has no relayer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.model import Passage, Relay

if TYPE_CHECKING:
    from onrecord.reader.labels import Attributed

Named = Callable[[Passage], tuple[str | None, str]]


def outer(attributions: tuple[Attributed, ...], index: int) -> list[int]:
    """The attributions around number ``index``, outermost first."""
    chain: list[int] = []
    inside = attributions[index].inside
    while inside is not None and inside not in chain and inside != index:
        chain.append(inside)
        inside = attributions[inside].inside
    return chain[::-1]


def relays(sources: list[Passage], own: Passage | None, named: Named) -> tuple[Relay, ...]:
    """``sources`` as relayers, each once, without whoever makes the statement itself."""
    seen = {named(own)} if own else set()
    kept = []
    for source in sources:
        who = named(source)
        if who not in seen:
            seen.add(who)
            kept.append(Relay(who[1], source))
    return tuple(kept)
