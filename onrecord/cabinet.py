"""class Cabinet: where dossiers are kept, lists that people made of what is on the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.dossiers import Dossier, Folder, Line

if TYPE_CHECKING:
    from onrecord.store.store import Store


@dataclass(frozen=True, slots=True)
class Cabinet:
    """The dossiers of a record. EntryUnknown where there is no such dossier, or no such entry in
    it; DossierInvalid for a name that none can have.
    """

    store: Store

    def all(self) -> tuple[Folder, ...]:
        """All dossiers without their lines, the one changed last first."""
        with self.store.dossiers(writes=False) as kept:
            return tuple(kept.listed())

    def named(self, name: str, *, start: int = 0, limit: int | None = None) -> Dossier:
        """The dossier that is called so, with its lines in order, or with some of them; or
        EntryUnknown.
        """
        with self.store.dossiers(writes=False) as kept:
            return kept.dossier(name, start, limit)

    def picked(self, dossier: str) -> tuple[str, ...] | None:
        """The ids of the entries in a dossier, in order; None where there is no such dossier."""
        with self.store.dossiers(writes=False) as kept:
            return kept.picked(dossier)

    def pick(self, entry: str, into: str, *, by: str, note: str | None = None) -> Line:
        """Put an entry at the end of a dossier, which is begun where there is none."""
        with self.store.dossiers() as kept:
            return kept.pick(entry, into, by, note)

    def unpick(self, entry: str, dossier: str) -> None:
        """Take an entry out of a dossier."""
        with self.store.dossiers() as kept:
            kept.unpick(entry, dossier)

    def note(self, entry: str, dossier: str, note: str | None) -> None:
        """Write a note beside a line of a dossier, in place of the one that is there."""
        with self.store.dossiers() as kept:
            kept.note(entry, dossier, note)

    def move(self, entry: str, dossier: str, to: int) -> None:
        """Put a line of a dossier at a place, counted from 1."""
        with self.store.dossiers() as kept:
            kept.move(entry, dossier, to)

    def rename(self, dossier: str, to: str) -> None:
        """Give a dossier another name."""
        with self.store.dossiers() as kept:
            kept.rename(dossier, to)

    def drop(self, dossier: str) -> None:
        """Throw a dossier away; what it lists stays on the record."""
        with self.store.dossiers() as kept:
            kept.drop(dossier)
