"""The terminal that tables are drawn on; only what draws imports this, and with it Rich."""

from __future__ import annotations

from rich.console import Console


class Screen(Console):
    """A console whose closed pipe is an ordinary ``BrokenPipeError``, as everywhere else."""

    def on_broken_pipe(self) -> None:
        """Leave the ending to ``onrecord.cli.endings``."""
        raise BrokenPipeError


def screen() -> Console:
    """Where tables are drawn; nothing printed on it is ever taken for markup."""
    return Screen(markup=False, emoji=False, highlight=False)
