"""Readings made of real ones, as many as are wanted: a record that grows at 200 articles a day.

A **story** is a real reading with names, figures, dates and half of its longer words changed; the
passages move along, so that every reading stays exact. How a corpus is made:

- every word of a person's name becomes an invented one (400 × 2,000 names), countries keep theirs,
  and every word of another name stays in six cases of ten; in four of five stories that name
  somebody in two words, that is one of five leading people, each of them in about 5 % of all
  articles;
- every figure is multiplied (by 0.2 to 5, for each story and value), digits in the text are drawn
  anew; days move with the story's own day;
- lower-case words of four letters and more are exchanged, every second one, for words drawn from
  all texts; inside quotation marks the same way in all tellings of a story;
- a statement's vector, where there is one, keeps half of its direction, tellings nine tenths;
- each story is told by one to six publishers within two days, in words of their own, three in ten
  of the figures differing;
- one telling in twenty is an agency's and printed again 5 to 50 times (few 50 times), under other
  publishers, every second time trimmed to between half and all of it.
"""

from __future__ import annotations

import dataclasses
import math
import random
import re
import zlib
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import numpy as np

from onrecord.model import Article, Attribution, Entity, Mention, Passage, Reading, When, identify

PER_DAY = 200
FIRST_DAY = date(2023, 1, 2)
LEADING = ("Orla Vashti", "Dmitar Kolev", "Ansel Brugge", "Mirren Toth", "Ilias Pharo")
PUBLISHERS = tuple(f"Publisher {n}" for n in range(300))
AGENCIES = ("Continental Press Agency", "Hansae News Agency", "Meridian Newswire")
_SYLLABLES = (
    "bran del fi gorm lund mar nels or pas quist rosk sta tir ulf ven wyck xan york zim holt kav "
    "rudd jep sil cho ambr ekk ing owd ush thal ferr dob cav mikk pryn gau lem bost hev"
).split()
_WORD = re.compile(r"\w+(?:['’.,]\w+)*")
_ID = re.compile(r"(?:ent|sta|eve|fig)_[0-9a-f]{16}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclasses.dataclass(frozen=True)
class Scene:
    """Articles a day, who prints them (a name that stands here twice prints twice as many), whom
    they are about (a few of ``cast`` in most stories; new people in each where it is empty), and
    how much of its direction a statement's vector keeps.
    """

    per_day: float = PER_DAY
    publishers: tuple[str, ...] = PUBLISHERS
    cast: tuple[str, ...] = ()
    meaning: float = 0.5


EVERYWHERE = Scene()


def corpus(
    readings: Sequence[Reading], count: int, seed: int = 71, scene: Scene = EVERYWHERE
) -> Iterator[Reading]:
    """So many readings, in the order of their days."""
    dice, made = random.Random(seed), 0
    vocabulary = _vocabulary(readings)
    while made < count:
        story = _Story(dice.choice(readings), dice.getrandbits(30), vocabulary, scene)
        published = FIRST_DAY + timedelta(days=int(made // scene.per_day))
        for telling in range(1 + min(5, int(dice.expovariate(0.8)))):
            for reading in _printings(story, telling, published, dice, scene.publishers):
                yield reading
                made += 1
                if made == count:
                    return


def _printings(
    story: _Story, telling: int, day: date, dice: random.Random, publishers: Sequence[str]
) -> Iterator[Reading]:
    """A telling, and what prints it again."""
    day += timedelta(days=dice.randrange(2))
    agency = dice.choice(AGENCIES) if telling == 0 and dice.random() < 0.05 else None
    first = story.told(telling, day, agency or dice.choice(publishers), agency)
    yield first
    if agency:
        several = tuple(dict.fromkeys(publishers))
        for publisher in dice.sample(several, int(5 * math.exp(dice.random() ** 2 * 2.3))):
            share = dice.uniform(0.5, 1.0) if dice.random() < 0.5 else 1.0
            yield _printed_again(first, publisher, share)


def _printed_again(first: Reading, publisher: str, share: float) -> Reading:
    end = first.article.text.rfind(" ", 0, int(share * len(first.article.text))) + 1
    end = end if share < 1 else len(first.article.text)
    text = first.article.text[:end]
    article = dataclasses.replace(
        first.article,
        id=identify("art", text, publisher),
        text=text,
        publisher=publisher,
        parts=tuple(
            dataclasses.replace(p, end=min(p.end, end))
            for p in first.article.parts
            if p.start < end
        ),
    )
    names = ("entities", "statements", "events", "figures")
    kept = [tuple(each for each in getattr(first, n) if _stands(each, end)) for n in names]
    left = {each.id for entries in kept for each in entries}
    mapped = _mapped(tuple(kept), lambda v: None if _is_id(v) and v not in left else v)
    entities = tuple(
        dataclasses.replace(
            each,
            mentions=tuple(m for m in each.mentions if m.end <= end),
            roles=tuple(r for r in each.roles if r.end <= end),
        )
        for each in mapped[0]
    )
    return _renamed(Reading("varied", article, entities, *mapped[1:]))


def _stands(entry: Any, end: int) -> bool:
    """Whether an entry is left of an article that ends there."""
    if isinstance(entry, Entity):
        return any(m.end <= end for m in entry.mentions)
    return all(p.end <= end for p in _passages(entry))


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def _passages(value: Any) -> Iterator[Passage]:
    if isinstance(value, Passage):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _passages(each)
    elif dataclasses.is_dataclass(value):
        for name in _fields(type(value)):
            yield from _passages(getattr(value, name))


def _renamed(reading: Reading) -> Reading:
    """The reading with entries named for the article they now stand in."""
    known: dict[str, str] = {}

    def named(value: Any) -> Any:
        if _is_id(value):
            return known.setdefault(value, identify(value[:3], reading.article.id, value))
        return value

    return _mapped(reading, named)  # type: ignore[no-any-return]


def _mapped(value: Any, change: Any) -> Any:
    """A value with ``change`` done to all that is in it, innermost first."""
    if isinstance(value, tuple):
        return tuple([_mapped(each, change) for each in value])
    if isinstance(value, str | float | int | None | Article):
        return change(value)
    return change(type(value)(*[_mapped(getattr(value, n), change) for n in _fields(type(value))]))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


def _vocabulary(readings: Sequence[Reading]) -> list[str]:
    texts = " ".join(r.article.text for r in readings[:2000])
    return re.findall(r"\b[a-z]{4,}\b", texts)


def _drawn(*key: object) -> int:
    return zlib.crc32(repr(key).encode())


def _name(number: int) -> str:
    """An invented name, spelled unlike the others: three syllables of forty, drawn."""
    return "".join(_SYLLABLES[_drawn(number, at) % len(_SYLLABLES)] for at in "abc").capitalize()


class _Story:
    """A real reading with other names, figures and words."""

    def __init__(
        self, reading: Reading, seed: int, vocabulary: Sequence[str], scene: Scene = EVERYWHERE
    ) -> None:
        self.reading, self.seed, self.vocabulary, self.scene = reading, seed, vocabulary, scene
        self.names = self._names()
        self.quoted = [
            (p.start, p.end)
            for s in reading.statements
            if s.manner in ("direct", "mixed")
            for p in s.content
        ]

    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        entities = self.reading.entities
        people = [e for e in entities if e.kind == "person"]
        stay = {w for e in entities if e.kind == "country" for w in _WORD.findall(e.name)}
        for entity in entities:
            if entity.kind == "person" and self.scene.cast:
                names = self._played(entity.name) | names
            for at, word in enumerate(_WORD.findall(entity.name)):
                drawn = _drawn(self.seed, word)
                if entity.kind == "person":
                    names.setdefault(word, _name(drawn % (400 if at == 0 else 2000)))
                elif word[0].isupper() and word not in stay and drawn % 10 >= 6:
                    names.setdefault(word, _name(drawn % 2000))
        named = [own for e in people if len(own := e.name.split()) == 2]
        if named and self.seed % 5:
            leader = LEADING[self.seed // 5 % len(LEADING)].split()
            names |= dict(zip(named[0], leader, strict=True))
        return names

    def _played(self, name: str) -> dict[str, str]:
        """The first and the last word of a name, and who of the cast goes by it: a few often."""
        share = _drawn(self.seed, name) / 2**32
        first, last = self.scene.cast[int(share**2 * len(self.scene.cast))].split()
        words = _WORD.findall(name)
        return {words[-1]: last} | ({words[0]: first} if len(words) > 1 else {})

    def told(self, telling: int, day: date, publisher: str, agency: str | None) -> Reading:
        was = self.reading.article
        moved = _Moved(self, telling)
        by = day - (_day(was.published.edtf) or day)
        article = dataclasses.replace(
            was,
            id=identify("art", moved.text, publisher),
            text=moved.text,
            publisher=publisher,
            agencies=(agency,) if agency else (),
            title=self.renamed(was.title) if was.title else None,
            dateline=None,
            published=When(day.isoformat(), "metadata"),
            parts=tuple(
                dataclasses.replace(p, start=moved.start(p.start), end=moved.end(p.end))
                for p in was.parts
            ),
        )
        change = _Changed(self, moved, telling, by)
        new = [
            _mapped(getattr(self.reading, n), change)
            for n in ("entities", "statements", "events", "figures")
        ]
        return _renamed(Reading("varied", article, *new))

    def renamed(self, words: str) -> str:
        return _WORD.sub(lambda m: self.names.get(m[0], m[0]), words)

    def word(self, match: re.Match[str], telling: int) -> str:
        word, at = match[0], match.start()
        if word in self.names:
            return self.names[word]
        if any(start <= at < end for start, end in self.quoted):
            telling = 0
        turn = _drawn(self.seed, telling, at)
        if word[0].isdigit():
            return re.sub(r"\d", lambda d: str((int(d[0]) + turn) % 10), word)
        if len(word) > 3 and word.islower() and turn % 2:
            return self.vocabulary[turn // 2 % len(self.vocabulary)]
        return word


class _Moved:
    """The text of a telling, and where each place of the real text went."""

    def __init__(self, story: _Story, telling: int) -> None:
        self.was = story.reading.article.text
        self.starts, self.ends, self.now, pieces, at, length = [0], [0], [(0, 0)], [], 0, 0
        for match in _WORD.finditer(self.was):
            between, new = self.was[at : match.start()], story.word(match, telling)
            pieces += [between, new]
            length += len(between)
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.now.append((length, length + len(new)))
            length, at = length + len(new), match.end()
        self.text = "".join([*pieces, self.was[at:]])

    def start(self, at: int) -> int:
        word = bisect_right(self.starts, at) - 1
        inside = at < self.ends[word]
        return self.now[word][0] if inside else self.now[word][1] + at - self.ends[word]

    def end(self, at: int) -> int:
        word = bisect_right(self.starts, at - 1) - 1 if at else 0
        inside = at <= self.ends[word]
        return self.now[word][1] if inside else self.now[word][1] + at - self.ends[word]


class _Changed:
    """What is done to each value of a telling."""

    def __init__(self, story: _Story, moved: _Moved, telling: int, by: timedelta) -> None:
        self.story, self.moved, self.telling, self.by = story, moved, telling, by

    def __call__(self, value: Any) -> Any:
        if isinstance(value, Passage | Mention):
            start, end = self.moved.start(value.start), self.moved.end(value.end)
            return dataclasses.replace(value, start=start, end=end, text=self.moved.text[start:end])
        if isinstance(value, When) and value.edtf:
            return dataclasses.replace(value, edtf=_DAY.sub(self._day, value.edtf))
        if isinstance(value, float):
            differs = self.telling if _drawn(self.story.seed, self.telling, value) % 10 < 3 else 0
            turn = _drawn(self.story.seed, differs, value) % 1000 / 1000
            return float(round(value * 5 ** (2 * turn - 1))) if value > 1 else value
        if isinstance(value, Attribution | Entity):
            name = "who" if isinstance(value, Attribution) else "name"
            return dataclasses.replace(value, **{name: self.story.renamed(getattr(value, name))})
        if getattr(value, "who", None):
            value = dataclasses.replace(value, who=self.story.renamed(value.who))
        if getattr(value, "vector", None):
            value = dataclasses.replace(value, vector=self._vector(value.vector, value.id))
        return value

    def _day(self, match: re.Match[str]) -> str:
        moved = _day(match[0])
        return (moved + self.by).isoformat() if moved else match[0]

    def _vector(self, vector: str, id: str) -> str:
        was = np.frombuffer(b64decode(vector), dtype=np.int8).astype(float)
        for key, share in ((self.story.seed, self.story.scene.meaning), (self.telling, 0.9)):
            noise = np.random.default_rng(_drawn(key, id)).standard_normal(len(was))
            noise *= np.linalg.norm(was) / np.linalg.norm(noise)
            was = share * was + math.sqrt(1 - share**2) * noise
        return b64encode(np.clip(was, -127, 127).astype(np.int8).tobytes()).decode()


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf[:10]) if edtf else None
    except ValueError:
        return None
