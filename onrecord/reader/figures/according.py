"""According to whom a figure is: the innermost statement that holds it, or "according to" nearby.

"…, according to X" at the end of a clause speaks of what stands before it, "According to X, …" of
the whole sentence. Where the network missed the attribution, the words alone tell, and no statement
is named. A count that is somebody's own (``counts``) is theirs whoever speaks of it, and a cell's
number is whose the table says it is (``tables``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Attribution, Statement
from onrecord.reader.cues import table
from onrecord.reader.entities import Cast
from onrecord.reader.figures.counts import by_counts, counter, whose
from onrecord.reader.frames import source_span, subject
from onrecord.reader.grammar import NOMINAL, Grammar
from onrecord.reader.labels import Labelled, TokenSpan
from onrecord.reader.tables import tables_of

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """ "according to X": its tokens, those of X, and what of the sentence it speaks of."""

    source: TokenSpan
    reach: TokenSpan
    count: bool = False  # "by X's count": no statement of the clause is nearer


_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) (?=\S)")
IN_A_TABLE = "a table that names no source"
OURS = frozenset({"my", "our"})  # whoever speaks

# "the aid group Red Lantern": the name; not "a spokesman for Red Lantern".
_NAMED = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?:(?!(?:of|for|from|in|at|with|to|by|and|on|who)\b)[a-z][a-z-]* ){1,4}"
    r"(?P<name>[A-Z][\w'’.-]*(?: (?:(?:of|for|the|and) )*[A-Z][\w'’.-]*){0,5})(?=[,)]|$)"
)
_NEXT_SENTENCE = re.compile(
    r"[a-z]{3}[.!?][”’\"')]?\s+[“‘\"'(]?$|[a-z]{3}[.!?][”’\"')]?\s+[“‘\"'(]?[A-Z]"
)
DEMANDS = frozenset({"call_for", "demand", "ask", "order", "urge"})


class Sources:
    """The statements of an article and its "according to" phrases, to be asked about a place."""

    def __init__(
        self, labelled: Labelled, grammar: Grammar, cast: Cast, statements: tuple[Statement, ...]
    ) -> None:
        self.doc, self.grammar, self.cast = labelled.doc, grammar, cast
        self.text = labelled.doc.text
        pieces = [(c.start, c.end, s) for s in statements for c in s.content]
        self.pieces = sorted(pieces, key=lambda p: (p[0], -p[1]))
        self.starts = [p[0] for p in self.pieces]
        self.longest = max((p[1] - p[0] for p in self.pieces), default=0)
        self.tables = tables_of(self.text)
        self.told: dict[int, list[Told]] = {}
        for told in _phrases(grammar):
            self.told.setdefault(grammar.sentence[told.source[0]], []).append(told)

    def of(self, start: int, end: int, token: int) -> Attribution | None:
        """Whose the figure at characters start:end (its number at ``token``) is."""
        statement = self._holding(start, end)
        if (cell := self.tables.at(start)) is not None and statement is None:
            named = self.tables.source(cell)
            return Attribution(self._called(*named) if named else IN_A_TABLE)
        told = self._told(token)
        if statement is not None and told is not None and self._doubtful(statement, start):
            statement = None  # "In a report of X, 12 are dead. Y reported …"
        count = self._count(token) or (told.source if told and told.count else None)
        if count is not None and not self._speaks(statement, count):
            return Attribution(self._name(count))
        if statement is not None:
            return Attribution(self._teller(statement), statement.id)
        source = told.source if told else _putting(self.grammar, token)
        return Attribution(self._name(source)) if source else None

    def _count(self, token: int) -> TokenSpan | None:
        """Whose own count the number is."""
        owner = counter(self.grammar, token)
        if owner is None or self.doc[owner].ent_type_ == "DATE":
            return None  # "Monday's count of 40 votes"
        source = whose(self.grammar, owner)
        return None if source[0] <= token < source[1] else source

    def _speaks(self, statement: Statement | None, count: TokenSpan) -> bool:
        """Whether the one whose count it is makes the statement: "our own figure of six"."""
        if statement is None:
            return False
        entity = self.cast.at(*self._characters(count))
        own = self.grammar.words[count[0]] in OURS
        return own or (entity is not None and entity.id == statement.entity)

    def _holding(self, start: int, end: int) -> Statement | None:
        """The statement whose content holds the number and little else."""
        best: tuple[tuple[bool, int], Statement] | None = None
        for index in range(bisect_right(self.starts, start) - 1, -1, -1):
            low, high, statement = self.pieces[index]
            if low + self.longest < start:
                break
            if end > high or _of_the_article(statement, low, start, self.text):
                continue
            rank = self._doubtful(statement, start), high - low
            if best is None or rank < best[0]:
                best = rank, statement
        return best[1] if best else None

    def _doubtful(self, statement: Statement, start: int) -> bool:
        """Whether any other statement around the number is likelier to be the one that tells it.

        A demand tells nothing: "mediators pressed for three gates, an official said" is the
        official's figure. And what is reported does not go on in the next sentence.
        """
        if statement.act in DEMANDS:
            return True
        cue = statement.cue
        if cue is None or statement.manner != "indirect":
            return False
        between = self.text[min(cue.end, start) : max(cue.start, start)]
        return _NEXT_SENTENCE.search(between) is not None

    def _teller(self, statement: Statement) -> str:
        """Who makes a statement, in its own words where it is not known who that is."""
        source = statement.source
        if statement.who:
            unnamed = statement.who == statement.who.lower()
            named = _NAMED.match(source.text) if source and unnamed else None
            return named["name"] if named else statement.who
        return f"“{source.text}”, unresolved" if source else "no source named"

    def _told(self, token: int) -> Told | None:
        """The "according to" that speaks of the number, and of the fewest words with it."""
        here = self.told.get(self.grammar.sentence[token], [])
        reaching = [t for t in here if t.reach[0] <= token < t.reach[1]]
        return min(reaching, key=lambda t: t.reach[1] - t.reach[0], default=None)

    def _characters(self, span: TokenSpan) -> Stretch:
        last = self.doc[span[1] - 1]
        return self.doc[span[0]].idx, last.idx + len(last)

    def _name(self, source: TokenSpan) -> str:
        alone = source[1] - source[0] == 1 and self.grammar.pos[source[0]] == "PRON"
        return self._called(*self._characters(source), alone)

    def _called(self, start: int, end: int, pronoun: bool = False) -> str:
        entity = self.cast.at(start, end)
        if entity is not None:
            return entity.name
        words = self.text[start:end]
        return f"“{words}”, unresolved" if pronoun else _ARTICLE.sub("", words)


# "He put the number of dead at six", "the authority gave a figure of 47 percent".
PUTTING = table(
    "put puts putting place places placed estimate estimates estimated give gives gave given cite"
    " cites cited reckon reckons reckoned"
)
AMOUNTS = table(
    "number numbers toll figure figures count total cost costs share death deaths dead casualties"
    " losses damage value price estimate estimates tally strength size"
)


# "Observers count 13 dead", "the government says more than 40,000"
REPORTING = table(
    "say says said count counts counted report reports reported reporting confirm confirms"
    " confirmed tally tallied register registered"
)


def _reporting(grammar: Grammar, token: int) -> TokenSpan | None:
    """Who says a bare amount, or reports so many of something."""
    for _ in range(2):
        above, relation = grammar.head[token], grammar.dep[token]
        if grammar.pos[above] == "VERB" and grammar.words[above] in REPORTING:
            who = subject(grammar, above) if relation in ("obj", "ccomp") else None
            return source_span(grammar, who) if who is not None and who != token else None
        if relation not in ("nummod", "compound"):
            return None
        token = above
    return None


def _putting(grammar: Grammar, token: int) -> TokenSpan | None:
    """Who puts an amount at the figure, if a verb of doing so governs it."""
    if (said := _reporting(grammar, token)) is not None:
        return said
    for _ in range(5):
        above = grammar.head[token]
        if above == token:
            return None
        if grammar.words[above] in PUTTING and grammar.pos[above] == "VERB":
            amounts = [grammar.words[t] for t in grammar.all(above, "obj", "nsubj:pass")]
            who = subject(grammar, above)
            told = who is not None and any(a in AMOUNTS for a in amounts)
            return source_span(grammar, who) if told and who is not None else None
        token = above
    return None


# Acts that speak of something as known: who condemns a killing of 12 does not say it was 12.
DOINGS = (
    "vote",
    "voting",
    "approv",
    "pass",
    "adopt",
    "sentenc",
    "fine",
    "sign",
    "plead",
)  # "the House voted 214-208 to approve"
ABOUT_THE_KNOWN = frozenset({"criticize", "praise", "support", "oppose", "describe", "deny"})
# "Is assured of winning at least 118": nobody says so.
ASSURED = tuple(f"{form} assured" for form in ("is", "are", "was", "were"))


LED = 5  # characters that may stand before the number that a content begins with: "a US$"


def _of_the_article(statement: Statement, low: int, start: int, text: str) -> bool:
    """ "described the 90-minute meeting as productive": the number is the article's own."""
    cue = statement.cue.text.lower() if statement.cue else ""
    if statement.source and statement.source.start <= start < statement.source.end:
        return True  # "the $9 million bill, which contended …"
    if statement.negated or cue.startswith(DOINGS + ASSURED):
        return True
    if statement.act == "write" and start - low <= LED and statement.manner == "indirect":
        return True  # "posted a $2 million bond", "wrote 12 letters": what was written, not said
    if statement.act not in ABOUT_THE_KNOWN or statement.manner != "indirect":
        return False
    return statement.act != "describe" or " as " not in text[low:start]


def _phrases(grammar: Grammar) -> Iterator[Told]:
    """Every "according to X" with what it speaks of."""
    for token, word in enumerate(grammar.words[:-2]):
        if word != "according" or grammar.words[token + 1] != "to":
            continue
        source = _source(grammar, token)
        first, last = _sentence(grammar, token)
        opens = all(
            grammar.pos[t] in ("PUNCT", "SPACE", "CCONJ", "ADV", "X") for t in range(first, token)
        )
        if source is not None and grammar.words[source[1] - 1] not in NO_TELLERS:
            yield Told(
                source, (source[1], last) if opens else (_clause(grammar, first, token), token)
            )
    for report in _reports(grammar):
        first, last = _sentence(grammar, report)
        named = grammar.child(report, "nmod")
        if named is not None and grammar.case(named) in ("of", "by", "from"):
            start = grammar.last[report] + 1
            stops = (t for t in range(start, last) if grammar.words[t] in (".", "!", "?"))
            yield Told(source_span(grammar, named), (start, next(stops, last)))
    for token, owner in by_counts(grammar):
        yield Told(whose(grammar, owner), _counting(grammar, token), count=True)


# "In a report of the relief office, …": what opens a sentence so is whose the sentence is.
REPORTS = table("report bulletin update survey count assessment tally")


def _reports(grammar: Grammar) -> Iterator[int]:
    for token, word in enumerate(grammar.words):
        if word in REPORTS and grammar.case(token) == "in" and grammar.dep[token] == "obl":
            first = grammar.first[token]
            if not first or grammar.sentence[first - 1] != grammar.sentence[first]:
                yield token


def _counting(grammar: Grammar, token: int) -> TokenSpan:
    """What "by X's count" speaks of: up to the commas around, unless it stands by itself."""
    first, last = _sentence(grammar, token)
    alone = token == first or grammar.words[token - 1] in (",", ";")
    marks = (";",) if alone else (";", ",")
    before = [t + 1 for t in range(first, token) if grammar.words[t] in marks]
    after = [t for t in range(token, last) if grammar.words[t] in marks]
    return (before or [first])[-1], (after or [last])[0]


# "overweight according to his body mass index": nobody tells anything.
NO_TELLERS = table("index scale rules rule schedule tradition size age need ability size plan")


def _source(grammar: Grammar, token: int) -> TokenSpan | None:
    named = grammar.head[token]
    if named > token + 1 and grammar.pos[named] in NOMINAL:
        return source_span(grammar, named)
    end = token + 2
    while end < len(grammar.words) and grammar.pos[end] in ("DET", "ADJ", "NOUN", "PROPN"):
        end += 1
    return (token + 2, end) if end > token + 2 else None


def _sentence(grammar: Grammar, token: int) -> TokenSpan:
    number = grammar.sentence[token]
    first, last = token, token + 1
    while first and grammar.sentence[first - 1] == number:
        first -= 1
    while last < len(grammar.words) and grammar.sentence[last] == number:
        last += 1
    return first, last


def _clause(grammar: Grammar, first: int, token: int) -> int:
    """Where what an "according to" speaks of begins: after a semicolon, or its sentence's start."""
    marks = [t for t in range(first, token) if grammar.words[t] in (";", "|", "•")]
    return marks[-1] + 1 if marks else first
