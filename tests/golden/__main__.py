"""``make golden``: write the readings the reader makes now, and print the difference in words."""

from __future__ import annotations

from onrecord.model import Reading
from tests.golden.difference import differences
from tests.golden.readings import PROCESSOR, forget, made_now, on_file, processor, put


def main() -> None:
    """Rewrite every golden reading; one heading and a line for each difference."""
    before, now = on_file(), dict(made_now())
    changed = 0
    for name in sorted(before.keys() | now.keys()):
        lines = differences(before.get(name), now.get(name))
        changed += bool(lines)
        if lines:
            print(f"{name}:", *lines, sep="\n  ")
        _keep(name, now.get(name))
    PROCESSOR.write_text(processor() + "\n", encoding="utf-8")
    print(f"{len(now)} golden readings written, {changed} of them changed.")


def _keep(name: str, reading: Reading | None) -> None:
    if reading is None:
        forget(name)
    else:
        put(name, reading)


if __name__ == "__main__":
    main()
