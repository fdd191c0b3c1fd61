"""First names as the reader looks them up: the tables of ``onrecord.lexicon.forenames``."""

from onrecord.lexicon.forenames import ALIKE, EITHER, FORENAMES

__all__ = ["ALIKE", "EITHER", "FORENAMES"]
