"""The record in a browser: every page is also ``.json``, every list also ``.csv``.

A request comes in, ``Record`` is asked, a page goes out. Nothing here knows how the record is kept.
"""
