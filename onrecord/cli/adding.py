"""``onrecord add`` and ``onrecord reread``: what changes the record."""

from __future__ import annotations

from onrecord.cli.asking import opened
from onrecord.cli.endings import Tally, say
from onrecord.cli.options import Place, Report, Told
from onrecord.cli.printing import put
from onrecord.cli.progress import inputs, progress
from onrecord.cli.reading import Files
from onrecord.model import Added

_FAILURES_TOLD = 3


def add(files: Files, told: Told, place: Place, report: Report) -> None:
    """Read articles and put them on the record.

    FILE is a text, HTML or Markdown file, a folder of them, or - for standard input. What is on the
    record already stays as it is, so the same command can be given again, also after it was
    stopped. A summary goes to stderr.
    """
    from onrecord.record import Record

    with Record.open(place.record) as record, progress("Adding", inputs(files)) as each:
        added = record.add(*files, given=told.given(), each=each)
    _end(
        added, "added", report, f"There is no article in {', '.join(files)}; name a file or folder."
    )


def reread(place: Place, report: Report) -> None:
    """Read again what an older version of the reader has read."""
    with opened(place) as record, progress("Reading again", None) as each:
        again = record.reread(each=each)
    _end(again, "read again", report, None)


def _end(added: Added, done: str, report: Report, nothing: str | None) -> None:
    """Print what was asked for, the summary, and leave with the exit code."""
    if report.format is not None:
        put([added], Added, report.format)
    tally = Tally(len(added.added) + len(added.unchanged), list(added.failures))
    if tally.done or tally.failures or nothing is None:
        say(summary(added, done))
    tally.end(nothing)


def summary(added: Added, done: str) -> str:
    """What a run did, in one line: ``12 added, 3 unchanged, 1 failed: page.bin (it is binary)``."""
    counts = f"{len(added.added)} {done}, {len(added.unchanged)} unchanged"
    if not added.failures:
        return counts + "."
    told = [f"{f.source} ({f.reason.rstrip('.')})" for f in added.failures[:_FAILURES_TOLD]]
    more = len(added.failures) - len(told)
    rest = f"; and {more} more, which `onrecord failures` lists" if more else ""
    return f"{counts}, {len(added.failures)} failed: {'; '.join(told)}{rest}."
