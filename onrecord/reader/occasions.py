"""Where a statement was made: the words around a cue in, the passage naming the occasion out.

A preposition, then within a few words a noun that names an occasion ("in a video message", "at the
start of the meeting", "in an interview with CNN") or a medium ("on Twitter"). The nouns are
tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.model import Passage, passage
from onrecord.reader.cues import table
from onrecord.reader.passages import Stretch, Text, trimmed

OCCASIONS: Final = table(
    """
    address announcement appearance article biography blog book brief briefing broadcast broadcasts
    brochure bulletin call ceremony column comments commentary communique communiqué conference
    conversation debate deposition dispatch documentary e-mail editorial email emails essay
    event exchange filing forum gathering hearing indictment interview interviews lawsuit lecture
    letter letters livestream meeting meetings memo memoir message messages newsletter note op-ed
    panel podcast post posts presentation presser press-conference program programme rally release
    remarks report seminar session show speech speeches statement statements summit symposium talk
    talks testimony text texts thread trial tweet tweets video videos visit vlog webcast webinar
    workshop town-hall keynote sermon monologue affidavit declaration ad ads
    advertisement commercial page Q&A
    """
)
MEDIA: Final = table(
    """
    twitter x facebook instagram telegram youtube whatsapp weibo tiktok linkedin television tv radio
    cnn nbc abc cbs fox msnbc bbc npr pbs c-span cnbc c-span reddit snapchat mastodon bluesky
    """
)
BEFORE: Final = table("in at during on via through over")
EDGES: Final = table("start end beginning opening close sidelines margins outset")
JOINS: Final = table("with to before on of for from in at by about after")
STOPS: Final = table(
    """
    that saying and but who which said says while when as because he she they it i we you is are was
    were has have had will would not monday tuesday wednesday thursday friday saturday sunday today
    yesterday if than or so what how why reported told added where whether least most
    """
)
# "a debate in Miami last week": what follows says when.
WHEN: Final = table("last next earlier later late early this")
# A medium's own part is said as well: "on a YouTube channel".
PARTS: Final = table("channel channels page pages account accounts feed show broadcast interview")
HOW: Final = table("brief short long rare terse")  # "in a brief but official statement"
DETERMINERS: Final = table("the a an his her their its this another")
_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:[’'&.-]\w+)*(?:[’']s)?|[^\w\s]")
_REACH = 7
_TAIL = 5
_LOWER = 2  # words in small letters that a phrase behind may have: "of the Ostrel gas pipeline"


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue's sentence, and the stretches in it that are neither content nor source."""

    start: int
    end: int
    free: tuple[Stretch, ...]


def frame(text: Text, cue: Stretch, taken: tuple[Stretch, ...]) -> Frame:
    """The sentence around ``cue`` and what is free in it; ``taken`` is content and source."""
    start, end = text.sentence(cue[0])
    return Frame(start, end, tuple(_free(start, end, sorted(taken))))


def _free(start: int, end: int, taken: list[Stretch]) -> Iterator[Stretch]:
    for a, b in taken:
        if start < min(a, end):
            yield start, min(a, end)
        start = max(start, b)
    if start < end:
        yield start, end


def distance(one: Stretch, other: Stretch) -> int:
    """How many characters lie between two stretches."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def occasion(text: Text, around: Frame, cue: Stretch) -> Passage | None:
    """The passage naming the occasion nearest to the cue."""
    found = [s for free in around.free for s in _occasions(text.text, *free)]
    if not found:
        return None
    start, end = min(found, key=lambda s: distance(s, cue))
    return passage(text.text, *trimmed(text, start, end))


def _occasions(text: str, start: int, end: int) -> Iterator[Stretch]:
    words = list(_WORD.finditer(text, start, end))
    index = 0
    while index < len(words):
        last = _head(words, index) if words[index][0].lower() in BEFORE else None
        if last is None:
            index += 1
            continue
        last = _tail(words, last)
        yield words[index].start(), words[last].end()
        index = last + 1


def _head(words: list[re.Match[str]], index: int) -> int | None:
    """The noun that the preposition at ``index`` leads to, if it names an occasion or a medium."""
    reach = words[index + 1 : index + 1 + _REACH]
    head = None
    for step, match in enumerate(reach, index + 1):
        word = match[0].lower().removesuffix("’s").removesuffix("'s")
        joined = word in ("but", "and") and words[step - 1][0].lower() in HOW
        if (word in STOPS and not joined) or not (word[0].isalnum() or word[0] in "“”\"’‘'"):
            break
        if word in JOINS and words[step - 1][0].lower() not in EDGES:
            break
        if word in OCCASIONS:
            head = step if not _modifies(words, step) else None
        elif head is not None:
            break
        elif word in MEDIA and words[index][0].lower() in ("on", "via") and step <= index + 3:
            head = _of_medium(words, step)
    return head


def _of_medium(words: list[re.Match[str]], step: int) -> int | None:
    """The medium itself, or the part of it that is named: "on the radio", "on a YouTube channel";
    none where it describes something else ("on the radio communications").
    """
    following = words[step + 1][0].lower() if step + 1 < len(words) else ""
    if following in PARTS:
        return step + 1
    return None if _modifies(words, step) else step


def _modifies(words: list[re.Match[str]], step: int) -> bool:
    """Whether the word only describes the next: "the e-mail controversy" is no occasion."""
    following = words[step + 1][0] if step + 1 < len(words) else ""
    if words[step][0] in HOW and following in ("but", "and"):
        return True
    plain = following.isalpha() and following.islower() and len(following) > 3
    if not plain or following in STOPS | JOINS | OCCASIONS:
        return False
    return not following.endswith(("ed", "ing", "ly", "wn"))


def _tail(words: list[re.Match[str]], last: int) -> int:
    """Where the phrases that go with the noun end: "with CNN", "to parliament in Ankara"."""
    while last + 2 < len(words) and words[last + 1][0].lower() in JOINS:
        step, lower = last + 2, 0
        if words[step][0].lower() in DETERMINERS:
            step += 1
        end = None
        while step < len(words) and step <= last + 2 + _TAIL:
            word = words[step][0]
            lower += word.islower()
            if not word[0].isalpha() or word.lower() in STOPS | JOINS | WHEN or lower > _LOWER:
                break
            end = step
            step += 1
        if end is None:
            return last
        last = end
    return last
