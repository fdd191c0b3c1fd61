"""Where articles come from: files, folders and standard input; text, Markdown and HTML →
``Article``.

``articles`` streams them in order, ``from_bytes`` and ``from_text`` take one; a ``File`` is one
that was handed over. What cannot be read
as an English article becomes a ``Failure`` with a reason, and the rest goes on. What is known
beforehand (``Given``) wins over what a page's metadata says, and that over what the text says.
"""

from onrecord.ingest.assembly import from_bytes, from_text
from onrecord.ingest.given import File, Given
from onrecord.ingest.sources import articles

__all__ = ["File", "Given", "articles", "from_bytes", "from_text"]
