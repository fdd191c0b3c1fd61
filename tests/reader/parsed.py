"""A parsed Doc from a small table, so that no test of grammar needs the network.

One token a line: its number in the sentence, the word, its part of speech, its head's number (0 for
the root) and its relation; a blank line ends a sentence. A ``_`` after the word: no space follows.
"""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab


def parsed(table: str) -> Doc:
    """The Doc the table describes."""
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    for sentence in table.strip().split("\n\n"):
        base = len(words)
        for line in sentence.strip().splitlines():
            number, word, tag, head, relation = line.split()
            glued = word.endswith("_")
            words.append(word.removesuffix("_"))
            spaces.append(not glued)
            pos.append(tag)
            heads.append(base + (int(head) or int(number)) - 1)
            deps.append("ROOT" if relation == "root" else relation)
    return Doc(Vocab(), words=words, spaces=spaces, pos=pos, heads=heads, deps=deps)
