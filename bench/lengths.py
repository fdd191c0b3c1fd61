"""How long the longest articles take, and how much memory: hostile length is normal input.

For each kind of text that could cost the square of its length, articles of growing size up to the
most that one may have are read, each in a process of its own: bytes, seconds of processor time and
the most memory. With ``link``, thirty of them are put on a record and linked.

    python -m bench.lengths [link]
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from onrecord.ingest import Given, articles
from onrecord.model import Article
from onrecord.reader.pipeline import Reader
from onrecord.record import Record

SHARES = (0.05, 0.2, 1.0)  # of the most words and marks an article may have
LINKED = 30, 0.03
OPENING = "The mayor said on Monday that the bridge was closed and the talks were over.\n\n"
WORDS = (
    "the minister said officials in the city would close a bridge over the river because water was "
    "rising and troops had killed two people on Monday while talks with Kestria continued she told "
    "reporters that they must leave"
).split()


def _mixed(times: int) -> str:
    chosen = random.Random(1)
    return "The " + " ".join(chosen.choice(WORDS) for _ in range(times)) + "."


def _names(times: int) -> str:
    return "\n\n".join(
        f"Iris Vant met Paul Okell{k % 7} of the Ministry of Water on Monday. “We are ready,” she "
        f"said. He told reporters that {k} people were killed."
        for k in range(times)
    )


def _people(times: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    tails = (letters[k % 26] + letters[k // 26 % 26] + letters[k // 676 % 26] for k in range(times))
    return "\n\n".join(f"Minister {t.title()}on V{t}nt said he was late on Monday." for t in tails)


# What is written so many times, and how many words and marks one time has.
KINDS: Mapping[str, tuple[Callable[[int], str], int]] = {
    "one line": (lambda n: "Iris Vant said the bridge was closed " * n, 7),
    "one sentence": (_mixed, 1),
    "many mentions of few": (_names, 34),
    "many people": (_people, 10),
    "pronouns": (
        lambda n: "Iris Vant left. " + "She said that he said that she told him. " * n,
        10,
    ),
    "short paragraphs": (lambda n: "\n\n".join(f"Vant said {k}." for k in range(n)), 4),
    "figures": (lambda n: "He said " + " and ".join(f"{k} were killed" for k in range(n)), 4),
    "a list": (lambda n: OPENING + ", ".join(f"Paul Okell{k} of Tolven" for k in range(n)), 5),
    "nested quotation marks": (lambda n: OPENING + "“the ‘" * n + "end" + "’ is”" * n, 6),
    "quotations without an end": (lambda n: OPENING + "“the bridge is open and " * n, 6),
    "marks without a blank": (lambda n: OPENING + "[" * n + "](" * n, 3),
    "a table": (lambda n: OPENING + "".join(f"| Killed at Brell | {k} |\n" for k in range(n)), 7),
    "no blank": (lambda n: OPENING + "abcdefghi" * n, 1),
}


def made(kind: str, share: float) -> str:
    """A text of that kind with this share of the words that an article may have."""
    text, words = KINDS[kind]
    return text(int(90_000 * share / words))


def read(kind: str, share: float) -> str:
    """One line of the table: this process reads the article and no other."""
    reader = Reader.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_text(made(kind, share), encoding="utf-8")
        size, started = path.stat().st_size, time.process_time()
        (found,) = articles([path], Given())
        said = found.reason if not isinstance(found, Article) else None
        statements = len(reader.read(found).statements) if isinstance(found, Article) else 0
    seconds = time.process_time() - started
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    row = f"{kind:28} {size:>9,} bytes {seconds:7.1f} s {most:6.0f} MB {statements:>6,} statements"
    return f"{row} {said or ''}".rstrip()


def linked(count: int, share: float) -> str:
    """Seconds to add and to link so many of them."""
    with tempfile.TemporaryDirectory() as folder:
        for k in range(count):
            kind = list(KINDS)[k % len(KINDS)]
            text = made(kind, share) + f"\n\nThis was number {k}, the ministry said on Monday."
            Path(folder, f"{k:02}.txt").write_text(text, encoding="utf-8")
        with Record.open(Path(folder, "record.db")) as record:
            started = time.process_time()
            added = record.add(*sorted(Path(folder).glob("*.txt")))
            between = time.process_time()
            done = record.link()
            ended = time.process_time()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{len(added.added)} added, {len(added.failures)} failed in {between - started:.1f} s; "
        f"{done.articles} linked by {done.links} links in {ended - between:.1f} s; {most:.0f} MB"
    )


def main() -> None:
    if sys.argv[1:2] == ["read"]:
        print(read(sys.argv[2], float(sys.argv[3])))
    elif sys.argv[1:2] == ["link"]:
        print(linked(*LINKED))
    else:
        for kind in KINDS:
            for share in SHARES:
                command = [sys.executable, "-m", "bench.lengths", "read", kind, str(share)]
                subprocess.run(command, check=True, env=dict(os.environ))


if __name__ == "__main__":
    main()
