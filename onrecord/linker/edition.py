"""Which linker this is: the version, and a digest of what it is written in.

Between two releases the linker changes as well, and what an earlier one decided stays on a record
until all is linked anew. So a record keeps of each article which linker linked it, and whoever
opens the record is told where that was another one.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from onrecord.across import LINKER
from onrecord.model import VERSION


@cache
def edition() -> str:
    """ "onrecord 0.4.0+1f2e3d4c"."""
    digest = hashlib.blake2b(digest_size=4)
    for source in sorted(files(__package__).iterdir(), key=lambda each: each.name):
        if source.name.endswith(".py"):
            digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return f"{LINKER} {VERSION}+{digest.hexdigest()}"
