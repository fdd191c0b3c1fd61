"""Letters that must not reach a terminal, a line reader or a spreadsheet as they are, and what
stands for them.

An article is somebody else's text: an escape character in it could retitle a terminal, hide a line
or answer a question nobody asked, and an override of the writing direction could show words in an
order they do not have. Each such letter is replaced by exactly one visible one, so offsets into a
text stay good offsets into its visible form.
"""

from __future__ import annotations

import re

_KEPT = "\t\n"
_UNKNOWN = "\ufffd"
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_DIRECTIONS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SEPARATORS = [0x2028, 0x2029]
_SURROGATES = range(0xD800, 0xE000)


def _stand_in(code: int) -> str:
    """``␛`` for an escape, ``␡`` for a delete, ``�`` for what has no picture; line ends become
    spaces.
    """
    if chr(code) == "\r" or code in _SEPARATORS or code == 0x85:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _UNKNOWN


_VISIBLE = {
    code: _stand_in(code)
    for code in (*_CONTROLS, *_DIRECTIONS, *_SEPARATORS, *_SURROGATES)
    if chr(code) not in _KEPT
}
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with every control character replaced by one visible letter; tabs and line feeds
    stay.
    """
    return text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """The visible text with each run of white space, line ends included, as one space."""
    return " ".join(visible(text).split())


def escaped(json_text: str) -> str:
    """The same JSON with what a terminal or a line reader could act on written as ``\\uXXXX``."""
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", json_text)


def quoted(text: str) -> str:
    """The text on one line in quotation marks; those it has around it are not set again, and those
    within it become single ones.
    """
    line = one_line(text)
    bare = line.strip(_DOUBLE)
    return f"“{line.translate(_SINGLE) if set(bare) & set(_DOUBLE) else bare}”"


_DOUBLE = '"“”„'
_SINGLE = str.maketrans({"“": "‘", "”": "’", "„": "‚", '"': "'"})
