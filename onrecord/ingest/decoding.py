"""Bytes to text: which encoding they are in, and whether they are text at all.

The cascade: a known binary signature ends it; a byte-order mark decides; bytes that are valid
UTF-8 are UTF-8; a page may declare its encoding; NULs in every other place are UTF-16; bytes
whose Windows- 1252 (or Mac Roman) reading gives the quotation marks and accents of English news
are that; charset-normalizer judges the rest. A byte-order mark belongs to the encoding, not to
the text: it is consumed here and offset 0 is the first character after it. Nothing else is
changed: line ends, blanks and odd characters stay.
"""

from __future__ import annotations

import codecs
import re

from onrecord.errors import UnreadableArticle

MOST_BYTES = 5_000_000

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"RIFF", "a sound, film or image file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)

# UTF-32's marks begin with UTF-16's, so they come first.
MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# One-byte encodings English news comes in, by how common they are.
ONE_BYTE = ("cp1252", "mac_roman")
USUAL = frozenset("‘’“”„‚«»‹›–—…•·€£¥©®™°§½¼¾´\u00a0áàâäãåæçéèêëíìîïñóòôöõøœúùûüßšžÁÅÇÉÑÓÖØÜŠŽ")
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_:.-]{2,30})", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decoded(raw: bytes) -> str:
    """The text of the bytes, without byte-order mark; raises ``UnreadableArticle`` with the
    reason."""
    if len(raw) > MOST_BYTES:
        raise UnreadableArticle(oversized())
    if not raw.strip():
        raise UnreadableArticle("empty")
    for signature, kind in SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableArticle(f"binary: {kind}, not text, HTML or Markdown")
    text = _text(raw)
    if not readable(text):
        raise UnreadableArticle("binary: it holds control characters, not text")
    return text


def oversized() -> str:
    return f"larger than {MOST_BYTES / 1e6:g} MB: too large for an article"


def readable(text: str) -> bool:
    """Whether there is next to no control character (and no NUL) in the text."""
    controls = _CONTROLS.findall(text[:200_000])
    return "\x00" not in text and len(controls) <= len(text[:200_000]) / 200


def _text(raw: bytes) -> str:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _damaged(raw[len(mark) :], encoding)
    if b"\x00" in raw:
        return _wide(raw)
    for encoding in filter(None, ("utf-8", _declared(raw))):
        text = _strict(raw, encoding)
        if text is not None:
            return text
    return _mostly_utf8(raw) or _one_byte(raw) or _guessed(raw)


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(raw: bytes, encoding: str) -> str:
    """With U+FFFD for what cannot be decoded, where the encoding itself is certain."""
    return raw.decode(encoding, errors="replace")


def _declared(raw: bytes) -> str | None:
    """What a page says its encoding is; "iso-8859-1" means Windows-1252, as in every browser."""
    match = _DECLARED.search(raw[:2048])
    name = match[1].decode("ascii").lower() if match else None
    return "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name


def _wide(raw: bytes) -> str:
    """UTF-16 without a mark: NULs in every other place."""
    sample = raw[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = (
        _strict(raw, encoding) if max(even, odd) > 0.3 * len(sample) / 2 > min(even, odd) else None
    )
    if text is None:
        raise UnreadableArticle("binary: it holds NUL bytes, not text")
    return text


def _mostly_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few broken bytes (a cut file, one pasted line): most high bytes make
    characters."""
    text = _damaged(raw, "utf-8")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f") - broken
    return text if whole > 4 * broken else None


def _one_byte(raw: bytes) -> str | None:
    scored = [(_usual(raw, encoding), -rank, encoding) for rank, encoding in enumerate(ONE_BYTE)]
    share, _, encoding = max(scored)
    return _damaged(raw, encoding) if share >= 0.75 else None


def _usual(raw: bytes, encoding: str) -> float:
    """The share of high bytes that this encoding reads as characters usual in English news."""
    high = bytes(b for b in raw[:200_000] if b > 0x7F)
    return sum(c in USUAL for c in _damaged(high, encoding)) / max(1, len(high))


def _guessed(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:200_000]).best()
    text = _strict(raw, best.encoding) if best else None
    if text is None:
        raise UnreadableArticle("binary: no encoding reads it as text")
    return text
