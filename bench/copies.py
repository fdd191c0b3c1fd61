"""How well copies are found: ``python -m bench.copies [senate] [made] [distinct] [examples]``.

``senate``: pairs of press releases; a Jaccard of 0.5 and over is a copy, under 0.2 is none; through
the keys, comparing alone, and as clusters. ``made``: real articles changed as printing again
changes them, and made to look like copies that they are not. ``distinct``: links among 5,000
releases, to be looked at (``--show 20``). ``examples``: the four printings of one invented story.
No network is needed: readings hold the article only.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from onrecord.ingest import Given, articles, from_text
from onrecord.linker.articles import compared, found
from onrecord.linker.clusters import Judged, clustered
from onrecord.linker.form import Form
from onrecord.model import Article, Reading

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
COPY, NO_COPY = 0.5, 0.2
SEED = 71


def rows(name: str) -> Iterator[dict[str, Any]]:
    with lzma.open(DATA / name, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def form(text: str, publisher: str, published: str | None = None) -> Form | None:
    """The form of a text, as ingest lays it out; None where ingest takes it for no article."""
    article = from_text(text, "-", Given(publisher=publisher, published=published))
    if not isinstance(article, Article):
        return None
    return next((f.form for f in found(Reading("bench", article))), None)


def same(left: Form | None, right: Form | None, keys: bool = True) -> bool:
    """Whether two forms are judged the same; with ``keys``, only if they would be compared."""
    if left is None or right is None or (keys and not set(left.keys) & set(right.keys)):
        return False
    comparison = compared(left, right)
    return comparison is not None and comparison.judgement == "same"


# --- the Senate's pairs --------------------------------------------------------------------------


def senate() -> dict[str, float]:
    """Precision, recall and F1 of pairs, in percent; printed, with the grey band."""
    pairs = list(rows("copies/senate_pairs_dev.jsonl.xz"))
    texts = {pair[f"{side}_id"]: pair[side] for pair in pairs for side in "ab"}
    forms = {name: form(text, name.split("/")[0]) for name, text in texts.items()}
    homes = _homes(forms)
    ways: dict[str, Callable[[str, str], bool]] = {
        "through the keys": lambda a, b: same(forms[a], forms[b]),
        "compared alone": lambda a, b: same(forms[a], forms[b], keys=False),
        "as clusters": lambda a, b: homes[a] == homes[b],
    }
    figures: dict[str, float] = {}
    for way, judge in ways.items():
        figures |= _senate_figures(way, judge, pairs)
    return figures


def _senate_figures(
    way: str, judge: Callable[[str, str], bool], pairs: Sequence[Mapping[str, Any]]
) -> dict[str, float]:
    said = {(p["a_id"], p["b_id"]): judge(p["a_id"], p["b_id"]) for p in pairs}
    print(f"Senate pairs, {way}")
    for which, chosen in (
        ("all", pairs),
        ("without text of the held-out half", [p for p in pairs if not p["shares_heldout_text"]]),
    ):
        gold = [p for p in chosen if p["jaccard"] >= COPY or p["jaccard"] < NO_COPY]
        wanted = [p["jaccard"] >= COPY for p in gold]
        given = [said[p["a_id"], p["b_id"]] for p in gold]
        both = sum(w and g for w, g in zip(wanted, given, strict=True))
        precision, recall = both / max(1, sum(given)), both / max(1, sum(wanted))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"  {which}: {len(gold)} pairs, P {precision:.1%}  R {recall:.1%}  F1 {f1:.1%}")
        for low in (0.2, 0.3, 0.4):
            band = [p for p in chosen if low <= p["jaccard"] < low + 0.1]
            yes = sum(said[p["a_id"], p["b_id"]] for p in band)
            print(f"    Jaccard {low:.1f} to {low + 0.1:.1f}: {yes} of {len(band)} judged the same")
        if which == "all" and way == "through the keys":
            figures = {"pair_f1": f1, "precision": precision, "recall": recall}
    return {k: round(100 * v, 1) for k, v in figures.items()} if way == "through the keys" else {}


def _homes(forms: Mapping[str, Form | None]) -> dict[str, int]:
    """For each name its cluster, after all forms that share a key were compared."""
    number = {name: at for at, name in enumerate(forms)}
    links = []
    for one, two in candidates(forms):
        left, right = forms[one], forms[two]
        assert left is not None
        assert right is not None
        said = compared(left, right)
        if said and said.judgement == "same":
            links.append(Judged(number[one], number[two], "same", said.score))
    homes = clustered(number.values(), links).homes
    return {name: homes[at] for name, at in number.items()}


def candidates(forms: Mapping[str, Form | None]) -> set[tuple[str, str]]:
    """The pairs that share a key."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, each in sorted(forms.items()):
        for key in each.keys if each else ():
            blocks[key].append(name)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


# --- made copies ---------------------------------------------------------------------------------

Change = Callable[[list[str], list[str], random.Random], list[str]]


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with the white space after it."""
    return [s for s in re.split(r"(?<=[.!?][\"”'’)]\s)|(?<=[.!?]\s)(?=\S)", text) if s.strip()]


def trimmed(share: float) -> Change:
    """The first sentences only."""
    return lambda own, _other, _dice: own[: max(3, round(share * len(own)))]


def thinned(share: float) -> Change:
    """The first sentence and a share of the others, drawn at random."""

    def change(own: list[str], _other: list[str], dice: random.Random) -> list[str]:
        kept = set(dice.sample(range(1, len(own)), round(share * (len(own) - 1))))
        return [s for at, s in enumerate(own) if at == 0 or at in kept]

    return change


def beheaded(share: float) -> Change:
    """The last sentences only."""
    return lambda own, _other, _dice: own[-max(3, round(share * len(own))) :]


def edited(every: int) -> Change:
    """One word in so many dropped or doubled by another of the text."""

    def change(own: list[str], _other: list[str], dice: random.Random) -> list[str]:
        vocabulary = " ".join(own).split()
        return [
            " ".join(
                "" if (turn := dice.random()) < 0.5 / every
                else f"{dice.choice(vocabulary)} {word}" if turn < 1 / every
                else word
                for word in sentence.split(" ")
            )
            for sentence in own
        ]  # fmt: skip

    return change


def new_lead(own: list[str], other: list[str], _dice: random.Random) -> list[str]:
    """Two sentences of another article in place of the first two."""
    return [*other[:2], *own[2:]]


def extended(own: list[str], other: list[str], _dice: random.Random) -> list[str]:
    """Sentences of another article in the middle, half as many as there are."""
    middle, more = len(own) // 2, max(1, len(own) // 2)
    return [*own[:middle], "\n\n", *other[:more], "\n\n", *own[middle:]]


def marks_lost(own: list[str], _other: list[str], _dice: random.Random) -> list[str]:
    return [re.sub(r"[\"“”„'‘’]", "", s) for s in own]


def mangled(own: list[str], _other: list[str], _dice: random.Random) -> list[str]:
    """Typographer's marks, read as Latin-1 by someone."""
    curled = [re.sub(r'"(?=\w)', "“", s).replace('"', "”").replace("'", "’") for s in own]
    return [s.encode("utf-8").decode("cp1252", "replace") for s in curled]


def captioned(own: list[str], _other: list[str], _dice: random.Random) -> list[str]:
    caption = "People walk past the harbour wall in Ostfeld on Monday. (Photo: Alba Herald)"
    return [own[0], f"\n\n{caption}\n\n", *own[1:], "\n\n© Alba Herald. All rights reserved."]


CHANGES: dict[str, Change] = {
    "trimmed to 70 %": trimmed(0.7),
    "trimmed to 50 %": trimmed(0.5),
    "trimmed to 30 %": trimmed(0.3),
    "first sentence and half of the rest": thinned(0.5),
    "last 70 %": beheaded(0.7),
    "last 40 %": beheaded(0.4),
    "one word in 30 changed": edited(30),
    "one word in 15 changed": edited(15),
    "new lead": new_lead,
    "extended by half": extended,
    "quotation marks lost": marks_lost,
    "broken encoding": mangled,
    "caption and notice added": captioned,
    "trimmed to 50 %, one word in 30 changed": lambda own, other, dice: edited(30)(
        trimmed(0.5)(own, other, dice), other, dice
    ),
}


@dataclass(frozen=True)
class Told:
    """A real article's sentences, and its form."""

    sentences: list[str]
    form: Form | None


def real(count: int) -> list[Told]:
    """Articles of three kinds of at least ten sentences, as many of each."""
    kinds = (
        (f"{row['title']}\n\n{row['text']}" for row in rows("text/wikinews_295.jsonl.xz")),
        (row["text"] for row in rows("text/senate_5000.jsonl.xz")),
        (row["text"] for row in rows("attribution/polnear_train.jsonl.xz")),
    )
    told = []
    for kind in kinds:
        long = [s for s in map(sentences, kind) if len(s) >= 10]
        random.Random(SEED).shuffle(long)
        told += [Told(s, form("".join(s), "Original")) for s in long[:count]]
    return told


def made(count: int = 150) -> dict[str, float]:
    """Recall by kind of change, through the keys, and wrong links where something is shared."""
    told, dice = real(count), random.Random(SEED)
    figures = {}
    for name, change in CHANGES.items():
        copied = [
            form("".join(change(own.sentences, told[at - 1].sentences, dice)), "Copy")
            for at, own in enumerate(told)
        ]
        linked = sum(same(own.form, copy) for own, copy in zip(told, copied, strict=True))
        figures[name] = round(100 * linked / len(told), 1)
        print(f"  {name}: {linked} of {len(told)} found")
    for name, wrong in (("the same speech", speech), ("the same notice", notice)):
        pairs = [(wrong(one), wrong(two)) for one, two in pairwise(told)]
        print(f"  {name} in both: {sum(same(*pair) for pair in pairs)} of {len(pairs)} linked")
    welded = sum(welds(*told[at : at + 3]) for at in range(0, len(told) - 2, 3))
    print(f"  digests of three stories that join two of them: {welded} of {len(told) // 3}")
    return figures


SPEECH = (
    "\n\n“My fellow citizens, the river does not ask who drinks from it, and neither shall we. "
    + "We built these walls with our own hands, and with our own hands we shall raise them again, "
    "stone upon stone, before the winter comes. "
    * 3
    + "Nobody will be left on the other bank.”\n\n"
)
NOTICE = (
    "\n\nAlba Wire delivers the day from eleven capitals to four hundred newsrooms, in words and "
    "in pictures, around the clock. Its reporters live where they write from, and its editors "
    "answer every letter. Founded by nine newspapers as a cooperative, it belongs to its readers."
)


def speech(told: Told) -> Form | None:
    """A short piece of the article around a speech."""
    return form("".join([*told.sentences[:4], SPEECH, *told.sentences[4:6]]), "Alba Herald")


def notice(told: Told) -> Form | None:
    """A short piece of the article above a publisher's notice that no rule knows."""
    return form("".join([*told.sentences[:3], NOTICE]), "Alba Herald")


def welds(*stories: Told) -> bool:
    """Whether a digest that prints them in full is the same as more than one of them."""
    digest = form("\n\n".join("".join(s.sentences) for s in stories), "Digest")
    return sum(same(story.form, digest) for story in stories) > 1


# --- distinct releases, and the examples ---------------------------------------------------------


def distinct(show: int) -> None:
    """Links among releases of one collection; those of one senator in other words are wrong."""
    texts = {row["id"]: row for row in rows("text/senate_5000.jsonl.xz")}
    forms = {n: form(r["text"], r["senator"], r["date"]) for n, r in texts.items()}
    pairs = sorted(candidates(forms))
    blocks = Counter(key for each in forms.values() if each for key in each.keys)
    said = {(a, b): c for a, b in pairs if (c := compared(forms[a], forms[b]))}  # type: ignore[arg-type]
    links = [pair for pair, comparison in said.items() if comparison.judgement == "same"]
    print(f"{len(forms)} releases: {len(pairs)} pairs share a key (the largest block holds")
    print(f"{max(blocks.values())}), {len(links)} judged the same, {len(said) - len(links)} unsure")
    for one, two in random.Random(SEED).sample(links, min(show, len(links))):
        print(f"\n{one} | {two}\n  {'; '.join(said[one, two].reasons)}")
        print(*(f"  {' '.join(texts[n]['text'][:300].split())}" for n in (one, two)), sep="\n")


def examples() -> None:
    """Which of the examples are judged the same, and why."""
    forms = {
        Path(article.input).name[:2]: next(found(Reading("bench", article))).form
        for article in articles([EXAMPLES], Given())
        if isinstance(article, Article)
    }
    for one, two in combinations(sorted(forms), 2):
        said = compared(forms[one], forms[two])
        if said:
            known = "" if set(forms[one].keys) & set(forms[two].keys) else " (no key in common)"
            print(f"  {one} {two}: {said.judgement} {said.score}{known}; {'; '.join(said.reasons)}")


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=["senate", "made", "distinct", "examples"])
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args(None if arguments is None else list(arguments))
    wanted: dict[str, Callable[[], object]] = {
        "senate": senate,
        "made": made,
        "distinct": lambda: distinct(given.show),
        "examples": examples,
    }
    for what in given.what:
        print(f"--- {what}")
        wanted[what]()


if __name__ == "__main__":
    main()
