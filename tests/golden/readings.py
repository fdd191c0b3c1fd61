"""The readings of the example articles: as they are on file here, and as the reader makes them now.

The day is fixed, so that a year worked out from a weekday is the same for ever. The weights are
eight-bit numbers, and processors with other instructions for those round differently; so the kind
of processor is kept with the files.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.exchange import json_ready, reading_from
from onrecord.model import Failure, Reading

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "articles"
TODAY = date(2026, 11, 21)
PROCESSOR = HERE / "processor.txt"
_INSTRUCTIONS = ("amx_int8", "avx512_vnni", "avx_vnni", "avx512bw", "avx2", "asimddp")


def on_file() -> dict[str, Reading]:
    """The golden readings by the name of the example they are of."""
    return {path.stem: _loaded(path) for path in sorted(HERE.glob("*.json"))}


def made_now() -> Iterator[tuple[str, Reading]]:
    """The readings the reader makes now, in the order of the names of the examples."""
    from onrecord import intake
    from onrecord.ingest import Given

    paths = sorted(EXAMPLES.iterdir())
    for path, reading in zip(paths, intake.readings(paths, Given(today=TODAY)), strict=True):
        if isinstance(reading, Failure):
            raise AssertionError(f"{path.name} was not read: {reading.reason}")
        yield path.stem, _named(reading, path)


def put(name: str, reading: Reading) -> None:
    """Write one golden reading."""
    text = json.dumps(json_ready(reading), ensure_ascii=False, indent=1)
    (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def forget(name: str) -> None:
    """Remove the golden reading of an example that is no more."""
    (HERE / f"{name}.json").unlink()


def processor() -> str:
    """What decides how eight-bit sums are rounded here, such as ``x86_64 avx512_vnni``."""
    try:
        flags = set(Path("/proc/cpuinfo").read_text(encoding="utf-8").split())
    except OSError:
        flags = set()
    best = next((name for name in _INSTRUCTIONS if name in flags), platform.system().lower())
    return f"{platform.machine()} {best}"


def same_processor() -> bool:
    """Whether the readings on file were made on a processor like this one."""
    return PROCESSOR.exists() and PROCESSOR.read_text(encoding="utf-8").strip() == processor()


def _loaded(path: Path) -> Reading:
    return reading_from(json.loads(path.read_text(encoding="utf-8")))


def _named(reading: Reading, path: Path) -> Reading:
    """The reading with the article's input as it is called from the top of the project."""
    where = path.relative_to(EXAMPLES.parents[1]).as_posix()
    return replace(reading, article=replace(reading.article, input=where))
