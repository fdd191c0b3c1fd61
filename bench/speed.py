"""How fast and in how much memory: articles of 700 words, made of the examples' paragraphs.

One run measures articles a second end to end (file to line of JSON), the network's forward passes
alone, and the ratio of the whole reading to those. Ratios hold on noisy machines; absolute numbers
are for this machine.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from onrecord import exchange
from onrecord.ingest import Given, articles
from onrecord.model import Article
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.pipeline import Reader

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
WORDS = 700


class Kept:
    """A session that remembers what it was given."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.inputs: list[Any] = []

    def get_outputs(self) -> Any:
        return self.session.get_outputs()

    def run(self, names: Any, inputs: Any) -> Any:
        self.inputs.append(inputs)
        return self.session.run(names, inputs)


def made(count: int) -> Iterator[str]:
    """Articles of 700 words, each of other paragraphs than the one before."""
    paragraphs = [
        p.strip()
        for path in sorted(EXAMPLES.rglob("*.txt"))
        for p in path.read_text(encoding="utf-8", errors="replace").split("\n\n")
        if len(p.split()) > 12
    ]
    turning = cycle(paragraphs)
    for k in range(count):
        text: list[str] = []
        while sum(len(p.split()) for p in text) < WORDS:
            text.append(next(turning))
        next(turning)
        yield f"Made article number {k}\n\n" + "\n\n".join(text)


def speed(count: int = 60, cores: int = 2) -> dict[str, float]:
    """Articles a second, and the reading's time over that of the forward passes alone.

    The forward passes are run once more on the same batches with nothing beside them, so that
    what the reading overlaps with them counts for it and what it slows down counts against it.
    """
    network = OnnxNetwork.load()
    session = Kept(network._session)
    network._session = session
    reader = Reader(network, cores)
    with tempfile.TemporaryDirectory() as folder:
        for k, text in enumerate(made(count)):
            Path(folder, f"{k:04}.txt").write_text(text, encoding="utf-8")
        list(islice(_lines(reader, folder), 8))
        session.inputs.clear()
        whole = _seconds(lambda: sum(1 for _ in _lines(reader, folder)))
        found = [a for a in articles([folder], Given()) if isinstance(a, Article)]
    batches = list(session.inputs)
    reading = _seconds(lambda: sum(1 for _ in reader.readings(found)))
    with ThreadPoolExecutor(cores) as side_by_side:
        forward = _seconds(
            lambda: list(side_by_side.map(lambda i: session.session.run(None, i), batches))
        )
    return {
        "articles_a_second": round(count / whole, 2),
        "end_to_end_to_forward": round(whole / forward, 2),
        "reading_to_forward": round(reading / forward, 2),
        "forward_pieces_a_second": round(sum(int(i["lengths"].sum()) for i in batches) / forward),
    }


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _lines(reader: Reader, folder: str) -> Iterator[str]:
    found = articles([folder], Given())
    yield from map(exchange.line, reader.readings(a for a in found if isinstance(a, Article)))


def first_line() -> float:
    """Seconds from the command to the end of ``onrecord read`` of one example, in a new process
    (best of three).
    """
    path = min(EXAMPLES.rglob("*.txt"))
    command = [sys.executable, "-m", "onrecord", "read", "--format", "jsonl", str(path)]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return round(min(times), 2)


def memory() -> float:
    """The most memory this process has used, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 0)


if __name__ == "__main__":
    print(speed(int(sys.argv[1]) if len(sys.argv) > 1 else 60), "MB:", memory())
