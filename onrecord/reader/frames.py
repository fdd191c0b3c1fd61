"""Cue words of a parsed text in, attributions by rule out: who says what, as the grammar has it.

A cue verb's subject is the source (also through conjunction, control, participles and relative
clauses), and what the cue table says it takes is the content: a clause, an infinitive, an object, a
phrase with its preposition. "According to" and "citing" have frames of their own. Nothing is found
where the parse gives no source or no content.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reader.cues import Word, noun, table, verb
from onrecord.reader.grammar import NOMINAL, Grammar
from onrecord.reader.labels import TokenSpan
from onrecord.reader.passages import MARKS

LONGEST = 300  # tokens; what is longer is no sentence
NOBODY = table("i we you there that this what which who me us my our your one")
NARRATORS = table("i we you")
MODALS = table("could would should might may can must 'd ’d shall")
PERHAPS = table("perhaps maybe possibly presumably conceivably")
RELATIVE = table("who which that whom")
MODIFIERS = ("acl:relcl", "acl", "appos", "parataxis", "punct", "advcl", "cc", "conj")


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution by rule; ``kind``: clause, infinitive, object, phrase, according, noun."""

    source: TokenSpan
    cue: TokenSpan
    content: tuple[TokenSpan, ...]
    kind: str
    word: Word


def frames(grammar: Grammar) -> Iterator[Found]:
    """All attributions the rules find, by cue."""
    sizes = Counter(grammar.sentence)
    for token, pos in enumerate(grammar.pos):
        if sizes[grammar.sentence[token]] > LONGEST:
            continue
        if grammar.words[token] == "according":
            yield from _according(grammar, token)
        elif pos == "VERB" and (word := verb(grammar.words[token])):
            yield from _verbal(grammar, token, word)
        elif pos == "NOUN" and (word := noun(grammar.words[token])):
            yield from _nominal(grammar, token, word)


def uttered(grammar: Grammar, token: int) -> bool:
    """Whether a verb says that something was said, not that it could, should or is to be."""
    if any(grammar.words[c] == "to" for c in grammar.all(token, "mark")):
        return False
    if any(grammar.words[c] in MODALS for c in grammar.all(token, "aux")):
        return False
    if grammar.dep[token] != "advcl" or not _participial(grammar, token):
        return True
    perhaps = any(grammar.words[c] in PERHAPS for c in grammar.all(token, "advmod"))
    means = grammar.case(token) in ("", "by")  # "it might have, by insisting"; not "after saying"
    return not perhaps and not (means and not uttered(grammar, grammar.head[token]))


def _verbal(grammar: Grammar, token: int, word: Word) -> Iterator[Found]:
    speaker = subject(grammar, token)
    if speaker is None:
        yield from _trailing(grammar, token, word)
    if speaker is None or grammar.words[speaker] in NOBODY - RELATIVE:
        return
    if NARRATORS.intersection(grammar.words[max(0, token - 3) : token]):
        return  # "I would say, yes, …": whoever the parse thinks the subject is
    source = source_span(grammar, speaker)
    for kind, tops, cue in _contents(grammar, token, word):
        taken = [cue] if kind in ("object", "phrase") else [source, cue]
        content = _with_not(grammar, runs(grammar, tops, [*taken, source], token), cue)
        if content and not _within(source, content):
            yield Found(source, cue, content, kind, word)
            return


def _with_not(
    grammar: Grammar, content: tuple[TokenSpan, ...], cue: TokenSpan
) -> tuple[TokenSpan, ...]:
    """ "promised not to bargain": the negation is of what was promised."""
    if not content or content[0][0] - 1 < cue[1] or grammar.words[content[0][0] - 1] != "not":
        return content
    return ((content[0][0] - 1, content[0][1]), *content[1:])


def _trailing(grammar: Grammar, token: int, word: Word) -> Iterator[Found]:
    """ "X refused, claiming a stop would help Y", if the parse takes "claiming" for a subject."""
    before = [w for w in grammar.words[max(0, token - 2) : token] if w not in MARKS]
    clause = "c" in word.takes and grammar.words[token].endswith("ing") and before[-1:] == [","]
    root = token
    while clause and grammar.head[root] != root:
        root = grammar.head[root]
    clause = clause and not _of_two(grammar, token)
    speaker = grammar.child(root, "nsubj") if clause else None
    if speaker is None or speaker > token or grammar.words[speaker] in NOBODY:
        return
    rest = [t for t in grammar.below(root) if t > token]
    while rest and grammar.pos[rest[-1]] in ("PUNCT", "SPACE", "X", ""):
        rest.pop()
    if any(grammar.pos[t] in ("AUX", "VERB") for t in rest):
        content = ((token + 1, rest[-1] + 1),)
        yield Found(source_span(grammar, speaker), (token, token + 1), content, "clause", word)


def _within(span: TokenSpan, content: tuple[TokenSpan, ...]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in content)


def _contents(
    grammar: Grammar, token: int, word: Word
) -> Iterator[tuple[str, list[int], TokenSpan]]:
    """What may be the content, likeliest first: its topmost tokens, and the cue for it."""
    cue = _cue_span(grammar, token)
    addressed = grammar.child(token, "obj", "iobj") is not None
    if clause := grammar.child(token, "ccomp"):
        if "c" in word.takes or "d" in word.takes:
            yield "clause", [clause], cue
    elif "c" in word.takes and (main := _parenthetical(grammar, token)) is not None:
        yield "clause", [main], cue
    elif "c" in word.takes and (quoted := _introduced(grammar, token)) is not None:
        yield "clause", [quoted], cue
    elif "c" in word.takes and (that := _that_clause(grammar, token)) is not None:
        yield "clause", [that], cue
    infinitive = grammar.child(token, "xcomp")
    if "x" in word.takes and infinitive is not None and _marked_to(grammar, infinitive):
        yield "infinitive", [infinitive], cue
    purpose = grammar.child(token, "advcl", "ccomp") if addressed else None
    if "x" in word.takes and purpose is not None and _marked_to(grammar, purpose):
        yield "infinitive", [purpose], cue
    if "d" in word.takes and (thing := grammar.child(token, "obj", "nsubj:pass")) is not None:
        rest = grammar.all(token, "xcomp", "advcl") + _phrases(grammar, token, frozenset({"as"}))
        if rest:
            yield "object", [thing, *rest], cue
    if phrases := _phrases(grammar, token, word.prepositions):
        yield "phrase", phrases[:1], _with_preposition(grammar, cue, phrases[0])
    if "o" in word.takes and (thing := grammar.child(token, "obj")) is not None:
        yield "object", [thing], cue


def _marked_to(grammar: Grammar, token: int) -> bool:
    return any(grammar.words[c] == "to" for c in grammar.all(token, "mark"))


def _phrases(grammar: Grammar, token: int, prepositions: frozenset[str]) -> list[int]:
    return [
        c
        for c in grammar.children[token]
        if c > token
        and grammar.dep[c] in ("obl", "advcl", "nmod", "xcomp")
        and grammar.case(c) in prepositions
    ]


def _with_preposition(grammar: Grammar, cue: TokenSpan, phrase: int) -> TokenSpan:
    """The preposition belongs to the cue where it follows it at once: "called for"."""
    marker = grammar.child(phrase, "case", "mark")
    return (cue[0], marker + 1) if marker == cue[1] else cue


def _parenthetical(grammar: Grammar, token: int) -> int | None:
    """The clause that "…, he said, …" is put into."""
    head = grammar.head[token]
    if (
        grammar.dep[token] == "parataxis"
        and head != token
        and grammar.pos[head] not in ("X", "PUNCT")
    ):
        return head
    return None


def _that_clause(grammar: Grammar, token: int) -> int | None:
    """The clause of the next "that", where the parse hung it on a noun in between.

    "announced in a briefing that the delegations had arrived"
    """
    for marker in range(token + 2, min(token + 10, len(grammar.words))):
        if grammar.words[marker] == "that" and grammar.dep[marker] == "mark":
            clause = grammar.head[marker]
            phrase = grammar.head[clause]
            hung = grammar.dep[clause].startswith("acl") and grammar.head[phrase] == token
            return clause if hung and token < phrase < marker else None
    return None


def _introduced(grammar: Grammar, token: int) -> int | None:
    """What follows a colon: "the Church denied these allegations: she was not forced"."""
    for child in grammar.all(token, "parataxis"):
        before = grammar.words[max(token, grammar.first[child] - 2) : grammar.first[child] + 1]
        if child > token and ":" in before:
            return child
    return None


def _cue_span(grammar: Grammar, token: int) -> TokenSpan:
    """The verb with its particle: "pointed out"."""
    particle = grammar.child(token, "compound:prt")
    return token, particle + 1 if particle == token + 1 else token + 1


def subject(grammar: Grammar, token: int) -> int | None:
    """Whose act it is: the verb's own subject, or the one it shares."""
    if _of_two(grammar, token):
        return None
    for shared in range(6):
        own = grammar.child(token, "nsubj", "nsubj:outer")
        if own is not None:
            return _antecedent(grammar, token) if grammar.words[own] in RELATIVE else own
        passive = grammar.child(token, "nsubj:pass", "aux:pass", "expl", "csubj")
        if passive is not None and shared and grammar.dep[passive] == "nsubj:pass":
            return passive  # "Blinken was rebuffed and called for …"
        if passive is not None:
            agent = grammar.child(token, "obl:agent")
            return agent if agent is not None and grammar.pos[agent] in NOMINAL else None
        head = grammar.head[token]
        relation = grammar.dep[token]
        if head == token:
            return None
        if relation == "acl":
            participle = grammar.words[token].endswith("ing")
            return head if participle and grammar.pos[head] in NOMINAL else None
        if relation == "xcomp" and (controller := grammar.child(head, "obj", "iobj")) is not None:
            return controller
        if relation not in ("conj", "xcomp", "advcl", "parataxis"):
            return None
        if relation == "xcomp" and grammar.pos[head] == "ADJ":
            return None  # "unlikely to promise"
        if relation == "advcl" and grammar.case(token) == "as":
            return grammar.child(head, "obj", "nsubj:pass")  # "was quoted as saying"
        if relation == "advcl" and not _participial(grammar, token):
            return None
        token = head
    return None


def _of_two(grammar: Grammar, token: int) -> bool:
    """Whether a participle may be of either: "Roe met Doe, who had left, saying …"."""
    above = grammar.head[token]
    within = grammar.dep[token] == "advcl" and grammar.dep[above] == "acl:relcl"
    return within and grammar.words[token].endswith("ing") and grammar.words[token - 1] == ","


def _participial(grammar: Grammar, token: int) -> bool:
    """Whether a clause shares the subject of the one above: ", claiming …", "after saying …"."""
    return grammar.words[token].endswith("ing") and grammar.child(token, "aux") is None


def _antecedent(grammar: Grammar, token: int) -> int | None:
    """Whom "who" stands for."""
    for _ in range(4):
        head = grammar.head[token]
        if grammar.dep[token] == "acl:relcl":
            return head if grammar.pos[head] in NOMINAL else None
        if head == token:
            return None
        token = head
    return None


def source_span(grammar: Grammar, token: int) -> TokenSpan:
    """A noun phrase with its titles, names and short appositions, up to a relative clause."""
    below = set(grammar.below(token))
    first = last = token
    while first - 1 in below:
        first -= 1
    while first < token and (
        grammar.dep[first] in ("case", "punct", "mark", "cc", "advmod")
        or grammar.pos[first] in ("ADP", "CCONJ", "SCONJ", "PUNCT", "SPACE")
        or grammar.words[first] == "to"
    ):
        first += 1
    for child in grammar.children[token]:
        if child < token:
            continue
        keep = grammar.dep[child] not in MODIFIERS or (
            grammar.dep[child] in ("appos", "conj") and grammar.last[child] - child < 12
        )
        if not keep and grammar.dep[child] not in ("punct", "cc"):
            break
        if keep:
            last = max(last, grammar.last[child])
    while last + 1 < len(grammar.pos) and grammar.pos[last] == grammar.pos[last + 1] == "PROPN":
        last += 1
    return first, _with_title_and_name(grammar, token, last) + 1


def _with_title_and_name(grammar: Grammar, token: int, last: int) -> int:
    """ "Meravian" "Foreign Minister" "Ilena Dravec", parsed as three subjects, are one phrase."""
    for other in grammar.all(grammar.head[token], "nsubj"):
        between = range(last + 1, other)
        nominal = all(grammar.pos[i] in ("PROPN", "NOUN", "ADJ") for i in between)
        if last < other <= last + 4 and nominal and grammar.dep[token].startswith("nsubj"):
            last = max(last, grammar.last[other])
    return last


def runs(
    grammar: Grammar, tops: list[int], without: list[TokenSpan], cue: int
) -> tuple[TokenSpan, ...]:
    """What hangs below ``tops`` in one sentence, as runs of tokens, without the given spans."""
    removed = {t for a, b in without for t in range(a, b)}
    if any(cue in below for below in (grammar.below(t) for t in tops)):
        removed.update(grammar.below(cue))
    tokens = sorted({t for top in tops for t in grammar.below(top)} - removed)
    sentence = grammar.sentence[cue]
    tokens = [t for t in tokens if grammar.sentence[t] == sentence]
    grouped: list[list[int]] = []
    for token in tokens:
        if grouped and token == grouped[-1][-1] + 1:
            grouped[-1].append(token)
        else:
            grouped.append([token])
    spans = (_without_punctuation(grammar, g) for g in grouped)
    return tuple(s for s in spans if s is not None)


def _without_punctuation(grammar: Grammar, tokens: list[int]) -> TokenSpan | None:
    worded = [t for t in tokens if grammar.pos[t] not in ("PUNCT", "SYM", "X", "SPACE", "")]
    while worded and grammar.pos[tokens[-1]] == "SPACE":
        tokens.pop()
    return (tokens[0], tokens[-1] + 1) if worded else None


def _nominal(grammar: Grammar, token: int, word: Word) -> Iterator[Found]:
    """ "Israel's warning that …", "US calls for …": the noun's owner is the source."""
    owner = _owner(grammar, token)
    if owner is None or grammar.words[owner] in ("my", "our", "your", "one", "whose"):
        return
    clause = next((c for c in grammar.all(token, "acl", "ccomp") if _complete(grammar, c)), None)
    phrases = _phrases(grammar, token, word.prepositions)
    source = source_span(grammar, owner)
    cue = (token, token + 1)
    if clause is not None:
        content = runs(grammar, [clause], [cue, source], token)
    elif phrases:
        cue = _with_preposition(grammar, cue, phrases[0])
        content = runs(grammar, phrases[:1], [cue, source], token)
    else:
        return
    if content:
        yield Found(source, cue, content, "noun", word)


def _owner(grammar: Grammar, token: int) -> int | None:
    owner = grammar.child(token, "nmod:poss")
    if owner is not None:
        return owner
    names = [c for c in grammar.all(token, "compound") if grammar.pos[c] == "PROPN"]
    by = [c for c in grammar.all(token, "nmod") if grammar.case(c) in ("by", "from")]
    return next(iter(by or names), None)


def _complete(grammar: Grammar, token: int) -> bool:
    """Whether a clause has its "that" or "to"."""
    return any(grammar.words[c] in ("that", "to") for c in grammar.all(token, "mark"))


def _according(grammar: Grammar, token: int) -> Iterator[Found]:
    """ "According to AP, …": the phrase names the source, the clause above is the content."""
    if token + 1 >= len(grammar.words) or grammar.words[token + 1] != "to":
        return
    named = grammar.head[token]
    clause = grammar.head[named]
    nominal = grammar.pos[named] in NOMINAL and grammar.words[named] not in NOBODY
    if not nominal or named < token or clause == named:
        return
    source = source_span(grammar, named)
    top = _clause_top(grammar, clause)
    content = runs(grammar, [top], [(token, token + 2), source, grammar.span(named)], token)
    if content and content[0][1] <= token:
        content = tuple(c for c in content if c[0] < token or not _new_clause(grammar, c))
    if content:
        yield Found(source, (token, token + 2), content, "according", ACCORDING)


def _new_clause(grammar: Grammar, piece: TokenSpan) -> bool:
    """Whether what follows goes on in the article's own voice: "…, according to X, and …"."""
    return any(
        w in ("and", "but", "while", "which") for w in grammar.words[piece[0] : piece[0] + 2]
    )


def _clause_top(grammar: Grammar, token: int) -> int:
    """The predicate of the clause a phrase belongs to."""
    while grammar.dep[token] in ("obj", "obl", "nmod", "compound", "nummod", "appos", "nsubj"):
        token = grammar.head[token]
    return token


ACCORDING = Word("according", "say", "c", frozenset({"to"}))
