"""Golden readings: what the shipped reader makes of each example article, as JSON, one file each.

They change only by ``make golden`` (``python -m tests.golden``), which prints the difference in
words.
"""
