"""What linking costs where somebody wants it to cost much: ``python -m bench.hostile``.

Sets of articles made to be compared with each other all at once: one article with thousands of
people, statements, events and figures, in sentences and in one sentence without an end; thousands
of articles that name the same person; thousands of the same statement, and of statements that
differ in one word. Each set is linked at half its size and at its size; twice the entries should
take about twice the time, and ``grows`` says how many times it takes. Nothing is read: what a
reader would find is made here, and put on a record that is thrown away.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord import linking
from onrecord.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Figure,
    Mention,
    Party,
    Passage,
    Reading,
    Statement,
    When,
    identify,
)
from onrecord.store.store import Store

DAY = When("2031-05-05", "given")


@dataclass
class _Sheet:
    """An article as it is written, sentence by sentence, with what it tells."""

    number: int
    end: str = ".\n"
    text: str = ""
    entities: dict[str, list[Mention]] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def add(self, words: str) -> Passage:
        start = len(self.text)
        self.text += words
        return Passage(start, start + len(words), words)

    def name(self, name: str) -> tuple[str, Passage]:
        words = self.add(name)
        given = Mention(words.start, words.end, words.text, "name")
        self.entities.setdefault(name, []).append(given)
        return self._entity(name), words

    def _entity(self, name: str) -> str:
        return identify("ent", str(self.number), name)

    def say(self, name: str, what: str) -> None:
        """Somebody says something."""
        who, source = self.name(name)
        cue = self.add(" said")
        self.text += " "
        content = self.add(what)
        made = identify("sta", str(self.number), source.start)
        given = Statement(
            made, source, who, name, False, None, cue, "say", (content,), "indirect", said=DAY
        )
        self.statements.append(given)
        self.text += self.end

    def kill(self, name: str, whom: str, many: int) -> None:
        """Somebody kills somebody, and as many as that."""
        who, actor = self.name(name)
        self.text += " "
        trigger = self.add("killed")
        self.text += " "
        victim, words = self.name(whom)
        self.text += " and "
        count = self.add(f"{many} people")
        parties = (Party(name, who, actor),), (Party(whom, victim, words),)
        eve = identify("eve", str(self.number), trigger.start)
        self.events.append(Event(eve, "ASSAULT", None, trigger, *parties))
        fig = identify("fig", str(self.number), count.start)
        size = float(many)
        by = Attribution(name)
        self.figures.append(
            Figure(fig, count, size, size, size, unit="people", measure="killed", according_to=by)
        )
        self.text += f" in Brell{self.end}"

    def reading(self) -> Reading:
        id = identify("art", str(self.number), self.text[:200])
        source = f"hostile-{self.number}.txt"
        publisher = f"Paper {self.number}"
        article = Article(id, source, self.text, publisher=publisher, published=DAY)
        entities = tuple(
            Entity(self._entity(name), name, "person", mentions=tuple(mentions))
            for name, mentions in self.entities.items()
        )
        told = tuple(self.statements), tuple(self.events), tuple(self.figures)
        return Reading("hostile/1", article, entities, *told)


def people(size: int) -> Iterator[Reading]:
    """One article with so many people; each says and does something."""
    yield _crowded(size, ".\n").reading()


def endless(size: int) -> Iterator[Reading]:
    """The same in one sentence."""
    yield _crowded(size, ", and ").reading()


def _crowded(size: int, end: str) -> _Sheet:
    sheet = _Sheet(0, end)
    for number in range(size):
        sheet.say(f"Ana {_word(number)}", f"the bridge of {_word(number + 1)} stays shut")
        sheet.kill(f"Ana {_word(number)}", f"Ben {_word(number)}", number % 97)
    return sheet


def namesakes(size: int) -> Iterator[Reading]:
    """So many articles that name the same two people, and say one kills the other."""
    for number in range(size):
        sheet = _Sheet(number)
        sheet.kill("Ana Brisk", "Ben Holt", number)
        sheet.say("Ana Brisk", f"the bridge of {_word(number)} stays shut")
        yield sheet.reading()


def surnames(size: int) -> Iterator[Reading]:
    """So many articles, each with somebody else of one surname."""
    for number in range(size):
        sheet = _Sheet(number)
        sheet.say(f"{_word(number)} Brisk", "the bridge stays shut")
        yield sheet.reading()


def repeated(size: int) -> Iterator[Reading]:
    """The same statement of the same person, in so many articles."""
    for number in range(size):
        sheet = _Sheet(number)
        sheet.say("Ana Brisk", "the bridge stays shut until the winter is over and spring is here")
        yield sheet.reading()


def varied(size: int) -> Iterator[Reading]:
    """So many statements of one person that differ in one word, in one article."""
    sheet = _Sheet(0)
    for number in range(size):
        sheet.say("Ana Brisk", f"the bridge stays shut until the winter of {_word(number)} is over")
    yield sheet.reading()


def _word(number: int) -> str:
    """A name for a number, the same each time."""
    dice = random.Random(number)
    return "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(4)).title()


SETS: dict[str, tuple[Callable[[int], Iterator[Reading]], int]] = {
    "people": (people, 5_000),
    "endless": (endless, 5_000),
    "namesakes": (namesakes, 2_000),
    "surnames": (surnames, 2_000),
    "repeated": (repeated, 3_000),
    "varied": (varied, 3_000),
}


def seconds(made: Callable[[int], Iterator[Reading]], size: int) -> float:
    """How long the processor links a set of this size."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder, "hostile.db"))
        for reading in made(size):
            store.put(reading)
        begin = time.process_time()
        linked = linking.link(store)
        spent = time.process_time() - begin
        store.close()
    assert not linked.failures, linked.failures[:3]
    return spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; else all")
    parser.add_argument("--share", type=float, default=1.0, help="of the sizes, for a quick look")
    given = parser.parse_args()
    for name in given.sets or SETS:
        made, size = SETS[name]
        size = int(size * given.share)
        half, whole = seconds(made, size // 2), seconds(made, size)
        print(f"{name:>10} {size:>5}: {whole:.1f} s, grows {whole / half:.2f} ×", flush=True)


if __name__ == "__main__":
    main()
