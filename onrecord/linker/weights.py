"""What each feature counts, in one table for each kind of thing: positive speaks for the same,
negative against it. A share of 0.9 is reached at a sum of 2.2, one of 0.1 at -2.2.
"""

from __future__ import annotations

from onrecord.linker.decide import Table

# --- people and organizations (how they were set: bench/people.py)

ENTITIES = Table({}, prior=0.0)

# --- statements

STATEMENTS = Table({}, prior=0.0)

# --- events

EVENTS = Table({}, prior=0.0)

# --- figures

FIGURES = Table({}, prior=0.0)

# --- articles

ARTICLES = Table({}, prior=0.0)
