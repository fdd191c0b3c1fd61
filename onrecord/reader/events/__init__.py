"""Who did what to whom, and whether it happened: ``events`` is the extractor."""

from onrecord.reader.events.events import events

__all__ = ["events"]
