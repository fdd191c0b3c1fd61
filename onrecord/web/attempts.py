"""How often somebody may guess: attempts to log in, counted by address and by name.

The first few are free; then each makes the next wait twice as long. An attempt counts from when it
begins, so that many at once are no way round. The wait for a name is short, since anybody can make
it long for its owner; the wait for an address is not.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

FREE = 5  # attempts
LONGEST = {"address": 900.0, "name": 60.0}  # seconds
FORGOTTEN = 3600.0  # seconds after which nothing is held against anybody
MOST = 10_000  # addresses and names at a time; the oldest makes room


@dataclass(frozen=True, slots=True)
class Key:
    """An address or a name under which attempts are counted."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class _Count:
    failed: int
    last: float

    def wait(self, kind: str, now: float) -> float:
        if self.failed < FREE:
            return 0.0
        exponent = min(self.failed - FREE, 20)
        return max(0.0, self.last + min(2.0**exponent, LONGEST[kind]) - now)


class Attempts:
    """What is held against whom."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: dict[Key, _Count] = {}

    def wait(self, keys: Iterable[Key]) -> float:
        """Seconds until the next attempt may begin; 0 if it may now."""
        now = self._clock()
        counts = [(key, self._counts.get(key)) for key in keys]
        return max((count.wait(key.kind, now) for key, count in counts if count), default=0.0)

    def begin(self, keys: Iterable[Key]) -> None:
        """Count an attempt; ``succeed`` takes it back."""
        now = self._clock()
        for key in keys:
            count = self._counts.pop(key, None)
            known = count.failed if count and now - count.last < FORGOTTEN else 0
            self._counts[key] = _Count(known + 1, now)
        while len(self._counts) > MOST:
            del self._counts[next(iter(self._counts))]

    def succeed(self, keys: Iterable[Key]) -> None:
        """Take the attempt back; who knows a password may still be guessing others."""
        for key in keys:
            count = self._counts.pop(key, None)
            if count and count.failed > 1 and key.kind == "address":
                self._counts[key] = replace(count, failed=count.failed - 1)


def keys_of(address: str | None, name: str) -> tuple[Key, Key]:
    """Under which keys an attempt counts; of an IPv6 address its network, all of which is one
    household's.
    """
    return Key("address", _household(address or "")), Key("name", name.casefold()[:200])


def _household(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else address
