"""What a person is said to be: the office before the name, the apposition after it, "is the
news editor of …".

In: a ``Setting`` and a name in it. Out: ``Role`` values, token spans with the noun that heads them.
The parse is asked first and its answer checked; where it is no help, the run of words before the
name and the commas after it decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.states import STATES
from onrecord.reader.cues import table
from onrecord.reader.named import Named
from onrecord.reader.names import CALENDAR, NATIONALITIES
from onrecord.reader.nouns import NO_PLURAL, NOUNS, PERSON_ENDINGS, PLURALS
from onrecord.reader.setting import Setting, before_title, folded
from onrecord.reader.titles import HONORIFICS, QUALIFIERS, RANKS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_ROLE: Final = 14
_INSIDE: Final = frozenset("PROPN NOUN ADJ NUM".split())
_OFFICE_OF: Final = frozenset("of for to on".split())
# Where an apposition ends, if the parse does not say.
_STOPS: Final = frozenset(', ; : . ( ) – — " “ ”'.split())
# "Rep. Adam Roe, D-Calif.," "Sen. Roe (R-S.C.)"
_TAG: Final = re.compile(
    r"\s?[,(]\s?(?P<party>[DRI])[-–—](?P<state>[A-Z][A-Za-z. ]{1,16}?)\s?[,);]"
)
TAG: Final = 9  # tokens in which a tag ends
PARTIES_BY_LETTER: Final = {"D": "democratic", "R": "republican", "I": "independent"}
_PERSON_ENDINGS: Final = tuple(PERSON_ENDINGS)
_QUOTES: Final = frozenset("\" “ ” ‘ ’ '' ``".split())
# Who stands under an office does not hold it; the words that go by the same noun in every rank.
UNDER: Final = table("vice deputy lieutenant lt assistant under")
IN_ANY_RANK: Final = table("spokesman spokeswoman spokesperson general colonel justice professor")


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens [start, end) that say what someone is; ``noun`` is the head, singular and folded."""

    start: int
    end: int
    head: int
    noun: str


def singular(word: str) -> str:
    """The singular of a folded noun."""
    if word in PLURALS:
        return PLURALS[word]
    if (
        word in NO_PLURAL
        or len(word) < 4
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is"))
    ):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def office(word: str) -> str:
    """The noun of an office or occupation, "" if the folded word is none."""
    if word in TITLES and word not in HONORIFICS:
        return TITLES[word][0]
    under, _, over = word.partition("-")
    if over and under in UNDER:
        return word if office(over) else ""
    noun = singular(word)
    if NOUNS.get(noun) == "unnamed" or person_ending(noun) is not None:
        return noun
    return ""


def with_vice(noun: str, words: Iterable[str]) -> str:
    """A vice president is no president, a deputy governor no governor, a vice presidential nominee
    no presidential one; a lieutenant general is a general.
    """
    if noun.partition("-")[0] in UNDER or noun in IN_ANY_RANK:
        return noun
    return next((f"{word}-{noun}" for word in words if word in UNDER), noun)


def person_ending(noun: str) -> str | None:
    """The sex an unknown person noun tells ("" for none), or None if it looks like no person."""
    if noun in NOUNS or not noun.endswith(_PERSON_ENDINGS):
        return None
    return next(sex for ending, sex in PERSON_ENDINGS.items() if noun.endswith(ending))


def tag(setting: Setting, named: Named) -> frozenset[str]:
    """Party and state from the brackets or commas behind a name, as folded words."""
    behind = setting.doc[named.end - 1 : named.end + TAG].text  # not all: that costs its length
    found = _TAG.match(behind, len(setting.doc[named.end - 1]))
    state = found and STATES.get(found["state"].strip())
    if not found or not state:
        return frozenset()
    return frozenset({PARTIES_BY_LETTER[found["party"]], *folded(state).split()})


def roles(setting: Setting, named: Named) -> Iterator[Role]:
    before = _before(setting, named)
    if before is not None:
        yield before
    after = _after(setting, named)
    if after is not None:
        yield after
    yield from _copular(setting, named)


# --- before the name -----------------------------------------------------------------------------


def _before(setting: Setting, named: Named) -> Role | None:
    run = _own_run(setting, sorted(_run_before(setting, named.start)))
    heads = [i for i in run if setting.doc[i].pos_ in _INSIDE and _one_office(setting.folded[i])]
    if not heads:
        return None
    start, end = min(run), named.start
    start = _after_article(setting, start, min(heads))
    while end > start and setting.doc[end - 1].text in (",", "-"):
        end -= 1
    while start < end and setting.doc[start].pos_ in ("CCONJ", "PUNCT", "PART", "ADP"):
        start += 1
    head = max(i for i in heads if i >= start) if heads[-1] >= start else -1
    if head < 0 or setting.folded[end - 1] in ("'s", "'") or _is_of_noun(setting, head, end):
        return None
    return Role(start, end, head, office(setting.folded[head]))


def _is_of_noun(setting: Setting, office_at: int, end: int) -> bool:
    """ "the centrist organization", of which the name is a part no parse tells: no one's office."""
    for token in setting.doc[office_at + 1 : end]:
        if token.pos_ in ("ADP", "CCONJ", "PUNCT"):
            return False
        if NOUNS.get(singular(setting.folded[token.i])) in ("organization", "outlet", "document"):
            return token.pos_ == "NOUN" and not office(setting.folded[token.i])
    return False


def _one_office(word: str) -> str:
    """The office of one person: "rivals Bush and Kasich" gives neither of them a role."""
    plural = singular(word) != word and word not in TITLES
    return "" if plural else office(word)


def _own_run(setting: Setting, run: list[int]) -> list[int]:
    """Without what only stands beside: "advisers to Mr. Rubio", "refugees President Obama"."""
    for at in range(len(run) - 1, -1, -1):
        i, after = run[at], run[at + 1 :]
        token = setting.doc[i]
        offices = [k for k in after if _one_office(setting.folded[k])]
        if _in_body(token):
            continue
        if token.pos_ == "ADP" and (offices or all(_slight(setting, k) for k in after)):
            return after
        stands_apart = (
            token.pos_ == "NOUN" and token.text.islower() and not _one_office(token.lower_)
        )
        if stands_apart and offices and after and setting.doc[after[0]].text[:1].isupper():
            return after
        if token.pos_ == "CCONJ" and offices and not _one_office(setting.folded[i - 1]):
            return after
    return run


def _slight(setting: Setting, i: int) -> bool:
    """Words that make no role: articles, "both", "Mr."."""
    return setting.doc[i].pos_ in ("DET", "PUNCT", "ADV") or setting.folded[i] in HONORIFICS


def _run_before(setting: Setting, start: int) -> Iterator[int]:
    """Tokens to the left that can belong to a role, nearest first."""
    i = start - 1
    if i >= 0 and setting.doc[i].text == ",":
        i -= 1  # "the group's leader, Hassan Doe" (only if what stands there heads an apposition)
        if i < 0 or not office(setting.folded[i]) or not _appositive(setting, i, start):
            return
    while i >= 0 and start - i <= LONGEST_ROLE and _may_belong(setting, i, start):
        yield i
        i -= 1


def _appositive(setting: Setting, noun: int, name: int) -> bool:
    head = setting.doc[name]
    while head.dep_ in ("flat", "compound") and head.head.i != head.i:
        head = head.head
    return head.dep_ == "appos" and head.head.i == noun


def _may_belong(setting: Setting, i: int, start: int) -> bool:
    token, key = setting.doc[i], setting.folded[i]
    if setting.sentence[i] != setting.sentence[start] and token.text != "." and key not in RANKS:
        return False
    if key in CALENDAR or token.is_space or token.ent_type_ == "DATE":
        return False
    if (
        token.ent_type_ in ("PERSON", "PER")
        and not (token.pos_ == "NOUN" and token.text.islower())
        and not (key in TITLES or key in QUALIFIERS or key in NATIONALITIES)
        and not before_title(setting, i)
    ):
        return setting.folded[token.i + 1] == "'s" or _followed_by_possessive(setting, i)
    if token.pos_ in _INSIDE:
        return token.text != "," and not token.is_punct
    if token.text == ".":
        return i > 0 and setting.folded[i - 1] in TITLES
    if token.text == "-" or key in ("'s", "'"):
        return True
    if token.pos_ == "DET":
        return key in ("the", "a", "an") or _inside_phrase(setting, i)
    if key in _OFFICE_OF:
        return i > 0 and (bool(office(setting.folded[i - 1])) or _in_body(token))
    if key != "and" and token.text != "&":
        return False
    return _inside_phrase(setting, i) or _two_offices(setting, i, start)


def _in_body(token: Token) -> bool:
    """ "of" in "Harbour Department of Astel official Jane Roe": inside the body's name."""
    return token.pos_ == "ADP" and token.ent_type_ == "ORG" and token.ent_iob_ == "I"


def _two_offices(setting: Setting, i: int, name: int) -> bool:
    """ "former Orlin Works chief and presidential candidate Jane Roe" is one person: an office
    without any article is nobody by itself."""
    if not _one_office(setting.folded[i - 1]) or not any(
        _one_office(setting.folded[k]) for k in range(i + 1, name)
    ):
        return False
    low = i - 1
    while low > 0 and (setting.doc[low].pos_ in _INSIDE or setting.doc[low].text == "-"):
        low -= 1
    return setting.doc[low].pos_ not in ("DET", "PRON", "PART", "ADP")


def _followed_by_possessive(setting: Setting, i: int) -> bool:
    while i < len(setting.doc) and setting.doc[i].ent_type_ in ("PERSON", "PER"):
        i += 1
    return i < len(setting.doc) and setting.folded[i] in ("'s", "'")


def _inside_phrase(setting: Setting, i: int) -> bool:
    """ "Secretary of Health and Human Services Jane Doe", "spokesman for the ministry John Roe"."""
    for k in range(i - 1, max(0, i - 4), -1):
        if setting.doc[k].ent_type_ in ("PERSON", "PER"):
            return False
        if setting.folded[k] in _OFFICE_OF and office(setting.folded[k - 1]):
            return True
    return bool(i and _one_office(setting.folded[i - 1]) and office(setting.folded[i + 1]))


def _after_article(setting: Setting, start: int, first_head: int) -> int:
    """Without what belongs to the sentence before it: it begins after its last article."""
    for i in range(first_head, start - 1, -1):
        if setting.doc[i].pos_ == "DET" or setting.folded[i] in ("the", "a", "an"):
            possessive = any(setting.folded[k] in ("'s", "'") for k in range(i, first_head))
            return i if possessive else i + 1
    return start


# --- after the name ------------------------------------------------------------------------------


def _after(setting: Setting, named: Named) -> Role | None:
    doc = setting.doc
    i = named.end
    if i < len(doc) and doc[i].text == "(":
        return None
    if i + 1 >= len(doc) or doc[i].text != ",":
        return None
    parsed = _parsed_apposition(setting, named)
    if parsed is not None:
        return parsed
    return _apposition(setting, i + 1)


def _parsed_apposition(setting: Setting, named: Named) -> Role | None:
    for token in setting.doc[named.start : named.end]:
        for child in token.children:
            if (
                child.dep_ != "appos"
                or child.i < named.end
                or not _one_office(setting.folded[child.i])
            ):
                continue
            start, end = _own_phrase(child)
            if any(_alien(t) for t in setting.doc[start:end]):
                continue
            if setting.doc[start].text == ",":
                start += 1
            if (
                setting.sentence[start] == setting.sentence[named.start]
                and end - start <= 2 * LONGEST_ROLE
            ):
                return Role(start, end, child.i, office(setting.folded[child.i]))
    return None


def _alien(token: Token) -> bool:
    """What no role holds: quotation marks, line ends, another person (but for "Roe's aide")."""
    if token.text in _QUOTES or token.is_space:
        return True
    owner = token.dep_ == "nmod:poss" or token.head.dep_ == "nmod:poss"
    return (
        token.ent_type_ == "PERSON" and token.dep_ in ("appos", "conj", "nmod:desc") and not owner
    )


def _own_phrase(head: Token) -> tuple[int, int]:
    """The phrase of a noun without relative clauses, coordination and what trails after a comma."""
    left, right = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ in (
            "det",
            "amod",
            "compound",
            "nmod:poss",
            "nummod",
            "nmod:desc",
            "nmod",
            "flat",
        ):
            left = min(left, child.left_edge.i)
    for child in head.rights:
        if child.dep_ in ("acl:relcl", "conj", "cc", "punct", "parataxis", "acl", "advcl", "appos"):
            break
        right = child.right_edge.i + 1
    return left, right


def _apposition(setting: Setting, start: int) -> Role | None:
    """ ", Pentagon press secretary," by the commas: no verb, an office noun, an end."""
    doc = setting.doc
    end, head = start, -1
    while end < len(doc) and end - start <= LONGEST_ROLE and doc[end].text not in _STOPS:
        token, key = doc[end], setting.folded[end]
        if token.pos_ in ("VERB", "AUX", "SCONJ", "PRON") and key not in (
            "her",
            "his",
            "its",
            "their",
        ):
            break
        prepositional = token.pos_ == "ADP" and key not in ("of",)
        if head < 0 and prepositional:
            break
        nominal = token.pos_ in ("NOUN", "PROPN", "ADJ")
        holds = nominal and _one_office(key) and not _is_surname(token)
        if holds and (head < 0 or not _adposition_between(setting, head, end)):
            head = end
        end += 1
    closed = end < len(doc) and (doc[end].text in (",", ".") or doc[end].pos_ in ("VERB", "AUX"))
    following = doc[head + 1].pos_ if 0 <= head < len(doc) - 1 else ""
    if head < 0 or not closed or end == start or following in ("PROPN", "NOUN"):
        return None  # a name follows: ", Senator Jane Doe said" is the next one in a list
    return Role(start, end, head, office(setting.folded[head]))


def _is_surname(token: Token) -> bool:
    """ "Huffman" ends as "fisherman" does, and is no occupation."""
    key = folded(token.text)
    return token.ent_type_ == "PERSON" and key not in TITLES and key not in NOUNS


def _adposition_between(setting: Setting, first: int, last: int) -> bool:
    return any(setting.doc[i].pos_ == "ADP" for i in range(first, last))


def _copular(setting: Setting, named: Named) -> Iterator[Role]:
    """ "Jane Doe is the news editor of the Gazette." """
    for token in setting.doc[named.start : named.end]:
        noun = token.head
        if token.dep_ != "nsubj" or noun.i <= token.i or noun.pos_ not in ("NOUN", "PROPN"):
            continue
        copulas = [c for c in noun.children if c.dep_ == "cop"]
        if (
            not office(setting.folded[noun.i])
            or not copulas
            or any(c.dep_ == "advmod" for c in noun.children)
        ):
            continue
        _, end = _own_phrase(noun)
        start = copulas[-1].i + 1
        if setting.sentence[start] == setting.sentence[noun.i] and start < end:
            yield Role(start, end, noun.i, office(setting.folded[noun.i]))
