"""``python -m tests.cli.driver …`` is ``onrecord …`` with a reader that needs no network.

An article that says INTERRUPT sends the process the signal that Ctrl-C sends.
"""

from __future__ import annotations

import os
import signal

from onrecord import intake
from onrecord.cli.app import main
from onrecord.model import Article, Reading
from tests.fakes import FakeReader


class Interrupted(FakeReader):
    def read(self, article: Article) -> Reading:
        if "INTERRUPT" in article.text:
            os.kill(os.getpid(), signal.SIGINT)
        return super().read(article)


reader = Interrupted()
intake.reader = lambda: reader  # type: ignore[assignment]

if __name__ == "__main__":
    # A shell starts what it runs in the background deaf to Ctrl-C; the tests may run there.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    main()
