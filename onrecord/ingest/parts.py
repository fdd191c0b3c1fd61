"""The parts of an article: title, lead, body, caption, credit, bio, boilerplate.

Each block gets the first kind whose rule it meets: what a page or Markdown marks, then credits,
boilerplate, captions, a bio near the end, the title and the dek after it; the rest is body. Debris
goes with the body around it. Together the parts cover every non-blank line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.ingest.blocks import Block, blocks
from onrecord.ingest.closing import (
    bio_subject,
    goes_on,
    is_boilerplate,
    is_caption,
    is_note,
    signature,
)
from onrecord.ingest.credits import CreditKind, authors, credit, publisher_line
from onrecord.ingest.datelines import Filed, dateline
from onrecord.model import Part, PartKind

_SENTENCE_END = re.compile(r"[.!?…:][\"'’”»)\]]{0,3}$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|[ap]\.m)\.$")
_NUMBERED = re.compile(r"\d+[.)]\s")
_LONGEST_TITLE = 220
_LONGEST_LEAD = 400
_OPENING_BLOCKS = 4  # title, dek and a picture may stand before the dateline
_HEADER_LINE = 160
_CLOSING_BLOCKS = 6  # how far from the end a bio may stand


@dataclass(frozen=True, slots=True)
class Laid:
    """How an article is laid out: its blocks with their kinds, its credits and dateline."""

    blocks: tuple[Block, ...]
    kinds: tuple[PartKind, ...]
    credits: tuple[tuple[CreditKind, str], ...] = ()
    authors: tuple[str, ...] = ()
    filed: Filed | None = None
    title: str | None = None

    def of(self, *kinds: PartKind) -> tuple[Block, ...]:
        """The blocks of these kinds that are more than debris, in order."""
        return tuple(
            b for b, k in zip(self.blocks, self.kinds, strict=True) if k in kinds and not b.empty
        )


@dataclass(slots=True)
class _Layout:
    """The kinds while they are being found, by place in ``content``, the blocks that hold words."""

    text: str
    blocks: Sequence[Block]
    content: list[int]
    kinds: dict[int, PartKind]
    credits: dict[int, CreditKind] = field(default_factory=dict)
    filed: Filed | None = None

    def inner(self, at: int) -> str:
        return self.blocks[at].inner(self.text)

    def unknown(self) -> list[int]:
        return [at for at in self.content if at not in self.kinds]


def laid(text: str, marked: Mapping[int, PartKind] | None = None) -> Laid:
    """The layout of a text; ``marked`` gives the kinds that are known, by the offset of the
    block."""
    found = blocks(text)
    content = [at for at, block in enumerate(found) if not block.empty]
    known = {at: marked[b.start] for at, b in enumerate(found) if marked and b.start in marked}
    layout = _Layout(text, found, content, known)
    for rule in (_credits, _boilerplate, _dateline, _captions, _title_and_lead, _bios):
        rule(layout)
    _rest(layout)
    credits = tuple((k, layout.inner(at)) for at, k in sorted(layout.credits.items()))
    kinds = tuple(layout.kinds[at] for at in range(len(found)))
    return Laid(found, kinds, credits, authors(credits), layout.filed, _title(layout))


def parts(layout: Laid) -> tuple[Part, ...]:
    """The parts in order: neighbouring blocks of body or boilerplate are one part."""
    merged: list[Part] = []
    for block, kind in zip(layout.blocks, layout.kinds, strict=True):
        joins = (
            merged and merged[-1].kind == kind and (block.empty or kind in ("body", "boilerplate"))
        )
        if joins:
            merged[-1] = Part(kind, merged[-1].start, block.end)
        else:
            merged.append(Part(kind, block.start, block.end))
    return tuple(merged)


def _credits(layout: _Layout) -> None:
    for at in layout.unknown():
        kind = credit(layout.inner(at))
        if kind:
            layout.credits[at] = kind
            layout.kinds[at] = "credit"
    for at in [*_header(layout), *layout.content[-2:]]:
        if at not in layout.kinds and publisher_line(layout.inner(at)):
            layout.credits[at] = "publisher"
            layout.kinds[at] = "credit"


def _header(layout: _Layout) -> list[int]:
    """The short blocks above the first prose but for the last of them, which may be the title."""
    above: list[int] = []
    for at in layout.content[:_OPENING_BLOCKS]:
        if len(layout.inner(at)) > _HEADER_LINE:
            break
        above.append(at)
    return above if len(above) > 1 else []


def _boilerplate(layout: _Layout) -> None:
    for at in layout.unknown():
        if is_boilerplate(layout.inner(at)):
            layout.kinds[at] = "boilerplate"
            if is_note(layout.inner(at)):
                _rest_of_note(layout, at)


def _rest_of_note(layout: _Layout, at: int) -> None:
    """A note broken into lines where its links stand is one note to the end of its sentence."""
    for after in layout.content[layout.content.index(at) + 1 :]:
        between = layout.text[layout.blocks[at].end : layout.blocks[after].start]
        if after in layout.kinds or not goes_on(layout.inner(at), between):
            return
        layout.kinds[after] = "boilerplate"
        at = after


def _captions(layout: _Layout) -> None:
    unknown = layout.unknown()
    for at in unknown:
        signed = at == unknown[-1] and signature(layout.inner(at))
        if not signed and is_caption(layout.inner(at)):
            layout.kinds[at] = "caption"


def _title_and_lead(layout: _Layout) -> None:
    open_blocks = layout.unknown()
    titles = [at for at, kind in sorted(layout.kinds.items()) if kind == "title"]
    if not titles and len(open_blocks) > 1 and _is_title(layout, *open_blocks[:2]):
        titles = [open_blocks.pop(0)]
        layout.kinds[titles[0]] = "title"
    if titles and len(open_blocks) > 1 and open_blocks[0] > titles[0]:
        is_lead = "lead" not in layout.kinds.values() and _is_lead(layout, *open_blocks[:2])
        layout.kinds |= {open_blocks[0]: "lead"} if is_lead else {}


def _is_title(layout: _Layout, first: int, second: int) -> bool:
    """A short first line without a sentence end, or capitalised throughout, above real prose."""
    inner = layout.inner(first)
    block = layout.blocks[first]
    if len(inner) > _LONGEST_TITLE or block.lines > 3 or _NUMBERED.match(inner):
        return False
    if inner[0].islower() or layout.inner(second)[0].islower():
        return False
    if dateline(layout.text, block.inner_start, block.inner_end):
        return False
    if not _SENTENCE_END.search(inner) or _ABBREVIATED.search(inner):
        return True
    longer = len(layout.inner(second)) > len(inner)
    return (
        longer
        and (inner[-1] in "?!" or _is_headline_cased(inner))
        and not re.search(r"[.!?]\s", inner)
    )


def _is_headline_cased(inner: str) -> bool:
    """Most longer words capitalised: "Ministers Deny Plan to Sell the Harbour.\""""
    words = [w for w in re.findall(r"[^\W\d_]+", inner) if len(w) > 3]
    return 3 <= len(words) <= 25 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _is_lead(layout: _Layout, at: int, following: int) -> bool:
    """The dek: no sentence end, or a sentence set off from the story by a byline or date line."""
    inner, block = layout.inner(at), layout.blocks[at]
    if len(inner) > _LONGEST_LEAD or block.lines > 3 or inner[0].islower():
        return False
    if (
        dateline(layout.text, block.inner_start, block.inner_end)
        or len(layout.inner(following)) < 40
    ):
        return False
    between = [layout.credits.get(n) for n in range(at + 1, following)]
    set_off = "byline" in between or "stamp" in between
    return set_off or (len(inner.split()) > 3 and not _SENTENCE_END.search(inner))


def _bios(layout: _Layout) -> None:
    """Near the end, of an author or of someone the story itself does not name."""
    named = authors((k, layout.inner(at)) for at, k in layout.credits.items())
    for at in layout.content[-_CLOSING_BLOCKS:]:
        if at in layout.kinds or at == layout.content[0]:
            continue
        subject = bio_subject(layout.inner(at), named)
        if subject is None:
            continue
        earlier = layout.text[: layout.blocks[at].start] if subject and subject not in named else ""
        if not earlier or subject.split()[-1] not in earlier:
            layout.kinds[at] = "bio"


def _dateline(layout: _Layout) -> None:
    """The first among what opens the article; one on a line of its own is a credit."""
    for at in layout.unknown()[:_OPENING_BLOCKS]:
        block = layout.blocks[at]
        filed = dateline(layout.text, block.inner_start, block.inner_end)
        if filed:
            layout.filed = filed
            layout.kinds[at] = "credit" if filed.end >= block.inner_end else "body"
            return


def _rest(layout: _Layout) -> None:
    """Body for what is left; debris goes with the body beside it."""
    for at in layout.unknown():
        layout.kinds[at] = "body"
    following: PartKind | None = None
    after: dict[int, PartKind | None] = {}
    for at in range(len(layout.blocks) - 1, -1, -1):
        after[at] = following
        following = layout.kinds.get(at, following)
    before: PartKind | None = None
    for at in range(len(layout.blocks)):
        if at not in layout.kinds:
            beside = (after[at], before)
            layout.kinds[at] = "body" if "body" in beside else "boilerplate"
        before = layout.kinds[at]


def _title(layout: _Layout) -> str | None:
    marked = [at for at, kind in sorted(layout.kinds.items()) if kind == "title"]
    titles = [at for at in marked if not layout.blocks[at].empty]
    if not titles:
        return None
    return " ".join(layout.inner(titles[0]).lstrip("#> ").rstrip("# ").split())
