"""A run that can be killed at a chosen point: ``python -m tests.slow_run RECORD COUNT``.

It adds COUNT articles with a reader that says ``reading`` on its output and waits for a line of
input before each reading, and a store that does the same with ``committing`` before each commit of
an article.
"""

import sys

from sqlalchemy import event

from onrecord import intake
from onrecord.record import Record
from tests.fakes import FakeReader, article_of


def wait(doing):
    print(doing, flush=True)
    sys.stdin.readline()


class SlowReader(FakeReader):
    def read(self, article):
        wait("reading")
        return super().read(article)


def before_commit(connection):
    if connection.get_execution_options().get("writes"):
        wait("committing")


def run(where, count):
    articles = [article_of(f"Ann: number {n}") for n in range(count)]
    intake.ingested = lambda sources, given: iter(articles)
    with Record.open(where, SlowReader()) as opened:
        event.listen(opened._store._writes, "commit", before_commit)
        done = opened.add()
    print(f"done {len(done.added)} {len(done.unchanged)}", flush=True)


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]))
