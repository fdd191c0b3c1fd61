"""Kinds of things to link, small enough to see through: for tests of how they are linked.

A person is the same as one of that surname whose first name begins alike, another one where it does
not; without a first name, it is the same as any. Statements are the same in the same words; events,
figures and articles where they have a word in common.
"""

from onrecord.linker.form import Comparison, Form, Found


class People:
    def found(self, reading):
        for entity in reading.entities:
            name = " ".join(entity.name.lower().split())
            if name:
                yield Found(entity.id, _person(name))

    def compared(self, left, right):
        (*first, last), (*other, same) = (f.about["name"].split() for f in (left, right))
        if last != same:
            return None
        if not first or not other:
            return Comparison("same", 0.93, ("the same surname",))
        if first[0][0] != other[0][0]:
            return Comparison("different", 0.03, ("other first names",))
        score = 0.99 if first[0] == other[0] else 0.96
        return Comparison("same", score, ("the same surname, and first names that begin alike",))


def _person(name):
    return Form("entity", {"name": name}, (name.split()[-1],))


class Sayings:
    def found(self, reading):
        people = {e.id: e for e in reading.entities}
        for statement in reading.statements:
            words = " ".join(p.text for p in statement.content).lower().split()
            who = people[statement.entity].name.lower() if statement.entity in people else "?"
            about = {"who": who, "words": words}
            yield Found(statement.id, Form("statement", about, _keys(words), (_person(who).id,)))

    def compared(self, left, right):
        return _alike(left.about["words"], right.about["words"])


class Doings:
    def found(self, reading):
        for event in reading.events:
            words, who = event.trigger.text.lower().split(), [p.who.lower() for p in event.actors]
            yield Found(event.id, Form("event", {"who": who, "words": words}, _keys(words)))

    def compared(self, left, right):
        return _alike(left.about["words"], right.about["words"])


class Counts:
    def found(self, reading):
        for figure in reading.figures:
            words = figure.passage.text.lower().split()
            yield Found(figure.id, Form("figure", {"words": words}, _keys(words)))

    def compared(self, left, right):
        return _alike(left.about["words"], right.about["words"])


class Texts:
    def found(self, reading):
        words = reading.article.text.lower().split()
        yield Found(reading.article.id, Form("article", {"words": words}, _keys(words)))

    def compared(self, left, right):
        return _alike(left.about["words"], right.about["words"])


def _keys(words):
    return tuple(sorted(set(words))[:4])


def _alike(left, right):
    """From the share of words in common; a few words are in doubt, or different."""
    common = len({*left} & {*right}) / max(len({*left} | {*right}), 1)
    if common < 0.2:
        return Comparison("different", 0.05, ("hardly a word in common",))
    judgement = "same" if common > 0.4 else "unsure"
    score = 0.9 + common / 10 if judgement == "same" else 0.5
    return Comparison(judgement, round(score, 4), ("words in common",))


KINDS = {
    "article": Texts(),
    "entity": People(),
    "statement": Sayings(),
    "event": Doings(),
    "figure": Counts(),
}
