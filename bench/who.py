"""How well "who" works inside an article: pronouns on GUM and GAP.

``python -m bench.who gum [--split dev] [--show KIND]`` reads gold parses, names and attributions of
OntoGUM and asks for every third-person pronoun whether the entity it was given is the one of its
gold cluster. ``python -m bench.who gap [--split development]`` needs the shipped network; it prints
GAP's official figures, at the reader's threshold and without abstaining, and a pronoun is right if
the entity it was given is named at the true candidate and not at the other. Both print how many
were told (coverage) and how many of those are right (precision)."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from spacy.tokens import Doc

from bench import gap
from bench.gum import Gold, cluster_of, gold_at, gum
from onrecord.reader.entities import Cast, cast
from onrecord.reader.pipeline import Reader

THIRD = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "they": "they",
    "them": "they",
    "their": "they",
    "it": "it",
    "its": "it",
}
GENRES = ("news", "interview", "bio")
Results = dict[str, Counter[str]]


def score_gum(split: str, genres: tuple[str, ...], show: str = "") -> Results:
    results: Results = defaultdict(Counter)
    for gold in gum(split, Reader.load()):
        if not genres or gold.name.split("_")[1] in genres:
            _score_one(gold, cast(gold.labelled, gold.article), results, show)
    return results


def _score_one(gold: Gold, found: Cast, results: Results, show: str) -> None:
    single, spans = gold_at(gold)
    doc = gold.labelled.doc
    sources = {i for a in gold.labelled.attributions if a.source for i in range(*a.source)}
    of = {e.id: cluster_of(e, gold, spans) for e in found.entities}
    for token in doc:
        kind = THIRD.get(token.lower_)
        if kind is None or token.pos_ != "PRON":
            continue
        entity = found.at(token.idx, token.idx + len(token))
        truth = single.get(token.i)
        right = truth is not None and entity is not None and of[entity.id] == truth
        outcome = "silent" if entity is None else "right" if right else "wrong"
        nominal = truth is not None and _named_cluster(doc, gold, truth)
        group = "all he/she" if kind in ("he", "she") else "all they/it"
        for row in (kind, group, *(["sources"] if token.i in sources else [])):
            results[row][outcome] += 1
            results[row]["answerable"] += nominal
        if show and outcome == show:
            context = doc[max(0, token.i - 45) : token.i + 8].text.replace("\n", " ")
            print(f"--- {gold.name} {outcome}: {token.text!r} -> {entity and entity.name!r}")
            print(f"    …{context}…")


def _named_cluster(doc: Doc, gold: Gold, cluster: int) -> bool:
    return any(doc[gold.tokens[b - 1]].pos_ != "PRON" for _, b in gold.clusters[cluster])


def score_gap(split: str, most: int) -> Results:
    """A paragraph is right if the pronoun's entity is named at the true candidate and not at
    the other."""
    results: Results = defaultdict(Counter)
    for row, found in gap.read(gap.rows(split, most), Reader.load()):
        told, *sides = gap.decided(row, found)
        right = sides == [row["A-coref"], row["B-coref"]]
        outcome = "silent" if not told else "right" if right else "wrong"
        results["he" if row["Pronoun"].lower() in gap.MEN else "she"][outcome] += 1
        results["all"][outcome] += 1
    return results


def show_results(results: Results) -> None:
    head = f"{'pronouns':>9}{'told':>7}{'right':>7}{'precision':>11}{'coverage':>10}{'F1':>7}"
    print(f"{'':14}{head}")
    for row, c in sorted(results.items()):
        total, told = c["right"] + c["wrong"] + c["silent"], c["right"] + c["wrong"]
        precision, coverage = 100 * c["right"] / max(told, 1), 100 * told / max(total, 1)
        f1 = f"{200 * c['right'] / max(1, told + c['answerable']):7.1f}" if c["answerable"] else ""
        print(f"{row:14}{total:9}{told:7}{c['right']:7}{precision:11.1f}{coverage:10.1f}{f1}")


def main() -> None:
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("what", choices=["gum", "gap"])
    ask.add_argument("--split", default="", help="dev or train; development or validation")
    ask.add_argument("--most", type=int, default=2000, help="paragraphs of GAP")
    ask.add_argument("--genres", default=",".join(GENRES))
    ask.add_argument("--show", default="")
    given = ask.parse_args()
    if given.what == "gum":
        genres = tuple(g for g in given.genres.split(",") if g)
        return show_results(score_gum(given.split or "dev", genres, given.show))
    split = given.split or "validation"
    show_results(score_gap(split, given.most))
    for name, value in gap.figures(Reader.load(), split).items():
        print(f"{name:14}{value:9}")
    return None


if __name__ == "__main__":
    main()
