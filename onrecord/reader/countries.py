"""Countries as the reader looks them up: the tables of ``onrecord.lexicon.countries``."""

from onrecord.lexicon.countries import ADJECTIVES, COUNTRIES, GROUPS, PEOPLES

__all__ = ["ADJECTIVES", "COUNTRIES", "GROUPS", "PEOPLES"]
