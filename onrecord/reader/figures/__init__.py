"""How much of what, according to whom, as of when: ``figures`` is the extractor."""

from onrecord.reader.figures.figures import figures

__all__ = ["figures"]
