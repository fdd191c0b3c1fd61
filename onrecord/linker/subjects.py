"""What accounts are about, in plain words: "people killed at the Brell bridge".

In: events or figures that links join. Out: words, and what most of them agree on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.calendar import bounds
from onrecord.linker.counts import measured
from onrecord.linker.days import window
from onrecord.model import Counted, Happened, Place, When
from onrecord.phrases.figures import MEASURED

_EMPTY = frozenset("toll number death deaths figure count total rest dead lives others".split())
_LONGEST = 48  # letters: what is longer is no name
_DONE = {
    "ASSAULT": "attack", "COERCE": "use of force", "CONSULT": "meeting", "PROTEST": "protest",
    "AGREE": "agreement", "AID": "help", "SUPPORT": "support", "COOPERATE": "cooperation",
    "RETREAT": "giving way", "REQUEST": "request", "ACCUSE": "accusation", "REJECT": "refusal",
    "THREATEN": "threat", "SANCTION": "sanction", "MOBILIZE": "movement of forces",
    "CONCEDE": "concession",
}  # fmt: skip


def most(values: Iterable[str | None]) -> str | None:
    """What most give; of two given as often the longer, then the first in the alphabet."""
    known = Counter(value for value in values if value)
    return min(known, key=lambda v: (-known[v], -len(v), v), default=None)


def measure(figures: Sequence[Counted]) -> str:
    """What the figures measure."""
    found = [measured(one.figure, one.context.text) for one in figures]
    return most(what for what in found if what != "count") or "count"


def counted(figures: Sequence[Counted]) -> str:
    """What is counted: whom or what, what became of them, where."""
    of, what = most(_of(one) for one in figures), measure(figures)
    said = f"{of or 'people'} {MEASURED[what]}" if what in MEASURED else _plain(of, what)
    spot = place(figures)
    return f"{said} {preposition(spot)} {spot}" if spot else said


def _plain(of: str | None, what: str) -> str:
    if what == "count":
        return of or "number"
    return f"{what} of {of}" if of else what


def _of(one: Counted) -> str | None:
    of = one.figure.of.text if one.figure.of else ""
    if not of or set(of.lower().split()) & _EMPTY:
        return None
    return of if of[0].isupper() and " " in of else of[0].lower() + of[1:] if not _name(of) else of


def _name(words: str) -> bool:
    return words[0].isupper() and words.split()[0] not in ("The", "People")


def place(tellings: Sequence[Counted | Happened]) -> str | None:
    """The place most accounts give."""
    return most(spot.name for one in tellings if (spot := _spot(one)))


def _spot(one: Counted | Happened) -> Place | None:
    return one.figure.place if isinstance(one, Counted) else one.event.place


def preposition(place: str) -> str:
    """ "at the bridge", "in Brell"."""
    last = place.lower().split()[-1]
    return "at" if last in _AT else "in"


_AT = frozenset(
    "bridge airport station school hospital dam border crossing market mosque church university"
    " stadium prison base camp embassy house square port site".split()
)


def happened(events: Sequence[Happened], whom: bool = False) -> str:
    """What happened, where and when: "shooting in Brell, 2025-09-06", with ``whom`` also to whom:
    "shooting (Jane Roe) in Brell", as far as most tellings name one.
    """
    word = most(_trigger(one) for one in events)
    action = events[0].event.action if events else ""
    said = word or _DONE.get(action, action.lower())
    spot, day = place(events), agreed(one.event.when for one in events).edtf
    where = f" {preposition(spot)} {spot}" if spot else ""
    to = _sufferer(events) if whom else None
    return f"“{said}”{f' ({to})' if to else ''}{where}{f', {day}' if day else ''}"


def _sufferer(events: Sequence[Happened]) -> str | None:
    """Whom the tellings most often name as the one it befell, if they name somebody."""
    named = (party.who for one in events for party in one.event.recipients)
    return most(who for who in named if who[:1].isupper() and len(who) <= _LONGEST)


def _trigger(one: Happened) -> str:
    return one.event.trigger.text.lower()


def agreed(whens: Iterable[When]) -> When:
    """The day most accounts give, of the narrowest dates; without a passage, for it stands in
    one article only.
    """
    known = [w for w in whens if w.edtf and window(w.edtf)]
    narrow = [w for w in known if bounds(w.edtf)[0] == bounds(w.edtf)[1]] or known
    edtf = most(w.edtf for w in narrow)
    return next((When(edtf, w.basis) for w in narrow if w.edtf == edtf), When())
