"""How well the linker tells which statements report one utterance, and which reports alter its
words: figures over the labelled statements of ``utterances.tsv`` (labels.md).

``python -m bench.utterances [--split dev] [--own] [--show] [--cache FILE]`` gives the linker the
labelled statements; with ``--own`` those that the reader found in the same articles, all of them,
so that what the reader misses counts as missed. Statements meet by their keys, are compared,
clustered as the store clusters them, and each cluster is made an utterance. Printed are precision,
recall and F1 of pairs of statements, and precision and recall of "altered"; made rows (a quotation
reworded by hand, printed by one more article beside the real ones) are counted apart."""

from __future__ import annotations

import argparse
import csv
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from bench.people import _kept, readings
from bench.rewordings import reworded
from onrecord import exchange
from onrecord.across import Reported, Together
from onrecord.linker.clusters import Judged, clustered
from onrecord.linker.form import Form
from onrecord.linker.statements import compared, found
from onrecord.linker.utterances import utterance
from onrecord.model import (
    Article,
    Card,
    Entity,
    Passage,
    Reading,
    Spoken,
    Statement,
    When,
    identify,
    passage,
)
from onrecord.reader.pipeline import Reader
from onrecord.reader.quotes import quotations

LABELLED = Path(__file__).with_name("utterances.tsv")
AROUND = 300  # characters of context on either side


class Row(NamedTuple):
    """A labelled statement; ``rewording`` is what a made one prints in its place."""

    split: str
    made: bool
    utterance: str
    article: str
    pieces: tuple[tuple[int, int], ...]
    who: str
    wording: str
    rewording: str
    note: str


class Entry(NamedTuple):
    """A statement as the linker has it; ``row`` where it is a labelled one."""

    key: str
    form: Form | None
    spoken: Spoken


def rows(path: Path = LABELLED) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            ends = (piece.split("-") for piece in row["pieces"].split())
            yield Row(
                row["split"], row["group"] == "made", row["utterance"], row["article"],
                tuple((int(a), int(b)) for a, b in ends), row["who"], row["wording"],
                row["rewording"], row["note"],
            )  # fmt: skip


# --- labelled statements -------------------------------------------------------------------------


def labelled(row: Row, read: Reading, reader: Reader) -> Reading:
    """The reading with the labelled statement alone, as a reader that misses nothing has it."""
    text = read.article.text
    content = tuple(passage(text, start, end) for start, end in row.pieces)
    near = _overlapping(row, read)
    entity = _speaker(row, read)
    statement = Statement(
        id=identify("sta", read.article.id, *row.pieces),
        source=None, entity=entity.id, who=entity.name, unnamed=row.who.startswith("("),
        condition=None, cue=near.cue if near else None, act=near.act if near else "say",
        content=content, manner=_manner(text, row.pieces), via=near.via if near else (),
        addressee=near.addressee if near else None, occasion=near.occasion if near else None,
        said=near.said if near else When(),
        vector=near.vector if near else reader.vector(" ".join(p.text for p in content)),
    )  # fmt: skip
    entities = read.entities if entity in read.entities else (*read.entities, entity)
    return replace(read, statements=(statement,), entities=entities)


def made(row: Row, read: Reading, reader: Reader, cache: Path | None) -> Reading:
    """One more article that prints the reworded quotation where the statement stood."""
    text = read.article.text
    start, end = row.pieces[0][0], row.pieces[-1][1]
    words = reworded(" ".join(text[a:b] for a, b in row.pieces), row.rewording)
    article = replace(
        read.article, id=identify("art", read.article.id, words), publisher="made",
        text=f"{text[:start]}“{words}”{text[end:]}",
    )  # fmt: skip
    again = _read(article, reader, cache)
    place = (start + 1, start + 1 + len(words))
    base = labelled(row._replace(pieces=(place,)), again, reader)
    (statement,) = base.statements
    statement = replace(statement, id=identify("sta", article.id), manner="direct", via=())
    return replace(base, statements=(statement,))


@functools.cache
def _read(article: Article, reader: Reader, cache: Path | None) -> Reading:
    kept = dict(_kept(cache, reader.name)) if cache else {}
    if article.id not in kept:
        kept[article.id] = reader.read(article)
        if cache:
            with cache.open("a", encoding="utf-8") as file:
                file.write(exchange.line(kept[article.id]) + "\n")
    return kept[article.id]


def _speaker(row: Row, read: Reading) -> Entity:
    """The entity of the labelled name: the one the reader's statement has, else by name."""
    near = _overlapping(row, read)
    by_name = [e for e in read.entities if _named(row.who, e.name)]
    own = [e for e in by_name if e.name == row.who or (near and near.entity == e.id)]
    own.sort(key=lambda e: e.name != row.who)
    fullest = sorted(by_name, key=lambda e: -len(e.name))
    return next(iter((*own, *fullest)), Entity(identify("ent", row.who), row.who, "person"))


def _named(who: str, name: str) -> bool:
    """Whether one has all words of the other: "Comey", "James Comey"."""
    mine, other = set(who.split()), set(name.split())
    return bool(mine and other) and (mine <= other or other <= mine)


def _manner(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    quoted = {i for q in quotations(text) for i in range(q.start, q.end)}
    letters = [i for a, b in pieces for i in range(a, b) if text[i].isalnum()]
    share = sum(i in quoted for i in letters) / max(len(letters), 1)
    return "direct" if share > 0.97 else "mixed" if share > 0 else "indirect"


def _overlapping(row: Row, read: Reading) -> Statement | None:
    """The reader's statement of the same words: half of what either has, and the nearest."""
    scored = [(_overlap(row.pieces, s), _named(row.who, s.who or ""), s) for s in read.statements]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] >= 0.5 else None


def _overlap(pieces: Iterable[tuple[int, int]], statement: Statement) -> float:
    mine = {i for a, b in pieces for i in range(a, b)}
    theirs = {i for p in statement.content for i in range(p.start, p.end)}
    return len(mine & theirs) / max(len(mine | theirs), 1)


# --- clusters ------------------------------------------------------------------------------------


def entries(read: Reading) -> Iterator[Entry]:
    """All statements of a reading; those of unnamed sources have no form."""
    forms = {one.entry: one.form for one in found(read)}
    for statement in read.statements:
        yield Entry(statement.id, forms.get(statement.id), _spoken(statement, read))


def _spoken(statement: Statement, read: Reading) -> Spoken:
    article, ends = read.article, [p for s in (statement,) for p in s.content]
    card = Card(
        article.id, article.input, article.url, article.publisher, article.title, article.authors,
        article.agencies, article.published, read.reader, len(read.statements),
    )  # fmt: skip
    start = max(0, min((p.start for p in ends), default=0) - AROUND)
    end = max((p.end for p in ends), default=0) + AROUND
    return Spoken(statement, card, Passage(start, start + len(article.text[start:end]),
                                           article.text[start:end]))  # fmt: skip


def linked(given: Sequence[Entry]) -> dict[str, int]:
    """The cluster of each entry; those without a form are alone."""
    forms = sorted({e.form.id: e.form for e in given if e.form}.values(), key=lambda f: f.id)
    homes = clustered(range(len(forms)), _links(forms)).homes
    home = {form.id: homes[at] for at, form in enumerate(forms)}
    return {e.key: home[e.form.id] if e.form else -1 - n for n, e in enumerate(given)}


def _links(forms: Sequence[Form]) -> Iterator[Judged]:
    keyed: dict[str, list[int]] = defaultdict(list)
    for at, form in enumerate(forms):
        for key in form.keys:
            keyed[key].append(at)
    for left, right in {pair for block in keyed.values() for pair in combinations(block, 2)}:
        said = compared(forms[left], forms[right])
        if said is not None:
            yield Judged(left, right, said.judgement, said.score)


def wordings(given: Sequence[Entry], clusters: Mapping[str, int]) -> dict[str, Reported]:
    """Each statement's report in the utterance of its cluster."""
    members: dict[int, list[Spoken]] = defaultdict(list)
    for entry in given:
        members[clusters[entry.key]].append(entry.spoken)
    utterances = (utterance(Together("utt", tuple(spoken))) for spoken in members.values())
    return {one.statement: one for told in utterances for one in told.members}


# --- figures -------------------------------------------------------------------------------------


class Answer(NamedTuple):
    """What the linker made of a labelled statement."""

    row: Row
    cluster: int
    report: Reported | None
    entry: Entry | None = None


def answers(
    given: Iterable[Row], read: Mapping[str, Reading], reader: Reader, own: bool
) -> list[Answer]:
    """The answer for each real row of a split."""
    real = [row for row in given if not row.made]
    if own:
        everything = [e for name in {r.article for r in real} for e in entries(read[name])]
        keys = [s.id if (s := _overlapping(r, read[r.article])) else "" for r in real]
    else:
        everything = [e for r in real for e in entries(labelled(r, read[r.article], reader))]
        keys = [e.key for e in everything]
    clusters = linked(everything)
    reports, by_key = wordings(everything, clusters), {e.key: e for e in everything}
    alone = -1_000_000
    return [
        Answer(row, clusters.get(key, alone - n), reports.get(key), by_key.get(key))
        for n, (row, key) in enumerate(zip(real, keys, strict=True))
    ]


def made_answers(
    given: Sequence[Row], read: Mapping[str, Reading], reader: Reader, cache: Path | None
) -> Iterator[tuple[Answer, bool]]:
    """The answer for each made row, which is linked beside all real ones, and whether it came into
    its utterance's cluster.
    """
    real = [row for row in given if not row.made]
    base = [(r, e) for r in real for e in entries(labelled(r, read[r.article], reader))]
    for row in given:
        if row.made:
            (extra,) = entries(made(row, read[row.article], reader, cache))
            everything = [*(e for _, e in base), extra]
            clusters = linked(everything)
            home = clusters[extra.key]
            joined = any(clusters[e.key] == home for r, e in base if r.utterance == row.utterance)
            report = wordings(everything, clusters)[extra.spoken.statement.id]
            yield Answer(row, home, report, extra), joined


def pairwise(given: Sequence[Answer]) -> tuple[int, int, int]:
    """Pairs rightly joined, wrongly joined, and missed."""
    right = wrong = missed = 0
    for left, other in combinations(given, 2):
        same, joined = left.row.utterance == other.row.utterance, left.cluster == other.cluster
        right += same and joined
        wrong += joined and not same
        missed += same and not joined
    return right, wrong, missed


def altered(given: Iterable[Answer]) -> tuple[int, int, int]:
    """Reports rightly and wrongly called altered, and altered ones not called so."""
    right = wrong = missed = 0
    for answer in given:
        called = answer.report is not None and answer.report.wording == "altered"
        is_altered = answer.row.wording == "altered"
        right += called and is_altered
        wrong += called and not is_altered
        missed += is_altered and not called
    return right, wrong, missed


def shown(name: str, counts: tuple[int, int, int]) -> str:
    right, wrong, missed = counts
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"{name:32} precision {100 * precision:5.1f}  recall {100 * recall:5.1f}  "
        f"F1 {100 * f1:5.1f}  ({right} right, {wrong} wrong, {missed} missed)"
    )


# --- errors --------------------------------------------------------------------------------------


def errors(given: Sequence[Answer]) -> Iterator[str]:
    for left, other in combinations(given, 2):
        same, joined = left.row.utterance == other.row.utterance, left.cluster == other.cluster
        if same != joined:
            yield f"{'MISSED' if same else 'WRONG'} {_place(left)} | {_place(other)}"
            yield from _why(left.entry, other.entry)
    for one in given:
        yield from wording_error(one)


def _why(left: Entry | None, other: Entry | None) -> Iterator[str]:
    if not left or not other or not left.form or not other.form:
        yield f"    not among those to be linked: {left is None or left.form is None}"
        return
    yield f"    {_words(left)}\n    {_words(other)}"
    shared = set(left.form.keys) & set(other.form.keys)
    yield f"    {len(shared)} keys in common; {compared(left.form, other.form)}"


def _words(entry: Entry) -> str:
    spoken = entry.spoken.statement
    said = f"{spoken.said.edtf or '?'}, printed {entry.spoken.article.published.edtf}"
    return f"{spoken.who}, {said}: {' / '.join(p.text for p in spoken.content)}"


def wording_error(one: Answer) -> Iterator[str]:
    wording = one.report.wording if one.report else "none"
    if wording != one.row.wording and "altered" in (wording, one.row.wording):
        reason = one.report.reason if one.report else ""
        yield f"{wording.upper()} for {one.row.wording}: {_place(one)} ({one.row.note}) {reason}"
        yield f"    {one.report.text if one.report else ''}"
        yield f"    {one.report.changes if one.report else ''}"


def made_error(one: Answer, joined: bool, real: Sequence[Answer]) -> Iterator[str]:
    yield from wording_error(one)
    others = () if joined else (r for r in real if r.row.utterance == one.row.utterance)
    for other in others:
        yield "  APART FROM"
        yield from _why(one.entry, other.entry)


def _place(one: Answer) -> str:
    return f"{one.row.utterance} {one.row.article} {one.row.pieces[0][0]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--own", action="store_true", help="the statements that the reader found")
    parser.add_argument("--show", action="store_true", help="list what was wrong or missed")
    parser.add_argument("--cache", type=Path, help="file that keeps the readings")
    options = parser.parse_args()
    given = [row for row in rows() if row.split == options.split]
    reader = Reader.load()
    read = readings({row.article for row in given}, options.cache)
    real = answers(given, read, reader, options.own)
    made_ones = [] if options.own else list(made_answers(given, read, reader, options.cache))
    if options.show:
        print("\n".join(errors(real)))
        print(
            "\n".join(line for one, joined in made_ones for line in made_error(one, joined, real))
        )
    print(shown(f"{options.split}: one utterance", pairwise(real)))
    print(shown(f"{options.split}: altered, real rows", altered(real)))
    if made_ones:
        joined = sum(joined for _, joined in made_ones)
        print(shown(f"{options.split}: altered, made rows", altered(a for a, _ in made_ones)))
        print(f"{options.split}: made rows in their utterance {joined} of {len(made_ones)}")


if __name__ == "__main__":
    main()
