"""Text in, words out: what of a wording counts as its words, and what those words stem from.

Two wordings have the same words where they differ only in what copy desks change without a
second thought: case, marks, hyphens, British or American spelling, contractions, numbers in
letters. Stems are lighter still and serve to see that two texts speak of the same things.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

GAP = "…"  # words left out
STAND_IN = "[]"  # words an editor put in brackets, for others or for none

_TOKEN = re.compile(
    r"\[[^\]\n]{0,80}\]|\.{2,}|(?:\.\s){2,}\.?|…|\d+(?:[.,:]\d+)*|(?:[^\W\d_]\.){2,}"
    r"|[^\W\d_]+(?:['’`][^\W\d_]+)*['’]?|[%$€£]"
)

CONTRACTIONS = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "'em": "them",
    "'cause": "because",
}
_APOSTROPHE = re.compile(r"[’`′ʼ]|(?<=\w)‘(?=\w)")
_ENDINGS = {"n't": " not", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am"}
_PRONOUNS = frozenset("it he she that there what who here this where how".split())

NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
SPELLINGS = {
    "%": "percent",
    "okay": "ok",
    "programme": "program",
    "grey": "gray",
    "cheque": "check",
    "storey": "story",
    "tyre": "tire",
    "plough": "plow",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "ageing": "aging",
    "towards": "toward",
    "afterwards": "afterward",
    "forwards": "forward",
    "backwards": "backward",
    "amongst": "among",
    "whilst": "while",
    "learnt": "learned",
    "burnt": "burned",
    "spelt": "spelled",
    "manoeuvre": "maneuver",
    "jewellery": "jewelry",
    "aluminium": "aluminum",
    "enrol": "enroll",
    "fulfil": "fulfill",
    "instalment": "installment",
    "licence": "license",
    "practise": "practice",
    "pretence": "pretense",
    "defence": "defense",
    "offence": "offense",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "mum": "mom",
    "neighbour": "neighbor",
}
_SPELLED = [  # British to American, applied to every word alike: both sides are compared after it
    (
        re.compile(
            r"(lab|hon|vap|hum|val|vig|rig|arm|col|fav|bor|cand|clam|end|glam|harb|od|parl"
            r"|rum|sav|spl|tum|neighb|behavi)our"
        ),
        r"\1or",
    ),
    (re.compile(r"(\w{3})is(e|ed|es|er|ers|ing|ation|ations)$"), r"\1iz\2"),
    (re.compile(r"(\w{2})yse(d|s|)$"), r"\1yze\2"),
    (re.compile(r"(cent|theat|fib|lit|met)re(s?)$"), r"\1er\2"),
    (re.compile(r"(trave|cance|labe|mode|signa|fue|coun)ll(ed|ing|ers?|ors?)$"), r"\1l\2"),
    (re.compile(r"(dialog|catalog|analog)ue(s?)$"), r"\1\2"),
]

FILLERS = frozenset("uh um er erm eh hmm".split())
OPENERS = frozenset("and but so well look now yes no because that".split())

EVERYDAY = frozenset(
    """
say said tell told think know see look come go get give take make want need like time year day
week month people man woman country state government way thing new good great right last first
next more most many much very also just only now still even well back long part call ask use work
keep put let may might must can could will would shall should very really today tomorrow yesterday
one two three any every each other another such own same than too
""".split()
)
FUNCTION = frozenset(
    """
a an the and or but nor so yet if then else that which who whom whose what when where why how this
these those there here it its he him his she her hers they them their theirs we us our ours you
your yours i me my mine is am are was were be been being do does did done have has had having of
to in on at by for from with without into onto over under about against between among through
during before after above below up down out off again further once as because while until not no
never none nobody nothing neither some all both few own s t d ll re ve than too very just can could
will would shall should may might must ought also even still only any each other such same itself
himself herself themselves ourselves myself yourself toward per via
""".split()
)
SLIGHT = frozenset(
    """
a an the this that these those and or but so of to in on at for by with from is are was were be
been am it its we our us i me my you your he him his she her they them their who which
""".split()
)
NEGATIONS = frozenset("not no never refuse deny reject".split())


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, with ``GAP`` for an ellipsis and ``STAND_IN`` for words in
    brackets; marks, case and accents are gone.
    """
    found: list[str] = []
    for match in _TOKEN.finditer(plain(text)):
        token = match[0]
        if token[0] == "[":
            found.append(STAND_IN)
        elif token[0] in ".…":
            found.append(GAP)
        else:
            found.extend(word for word in _spelled(token) if word not in FILLERS)
    return tuple(found)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case, no accents, one kind of apostrophe and of blank."""
    bare = unicodedata.normalize("NFKD", text.replace("…", " ... "))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    straight = _APOSTROPHE.sub("'", bare.casefold())
    return " ".join(straight.split()).replace("per cent", "percent")


def _spelled(token: str) -> Iterable[str]:
    """The words a token stands for: "won't" is "will", "not"; "twelve" is "12"."""
    token = token.rstrip("'") if not token.startswith("'") else token
    if token in CONTRACTIONS:
        return CONTRACTIONS[token].split()
    for ending, spelled in _ENDINGS.items():
        if token.endswith(ending) and len(token) > len(ending):
            return (token[: -len(ending)] + spelled).split()
    if token.endswith("'s"):
        return (token[:-2], "is") if token[:-2] in _PRONOUNS else (token[:-2], "'s")
    return (american(token),)


@lru_cache(maxsize=65536)
def american(word: str) -> str:
    """One spelling for a word that has two; numbers to twenty and large ones in digits."""
    if word in NUMBERS[2:]:
        return str(NUMBERS.index(word))
    if word[0].isdigit():
        return word.replace(",", "")
    if "." in word:
        return {"u.s.": "usa"}.get(word, word.replace(".", ""))
    spelled = SPELLINGS.get(word, word)
    for pattern, ending in _SPELLED:
        spelled = pattern.sub(ending, spelled)
    return spelled


def stems(found: Iterable[str]) -> frozenset[str]:
    """The stems of those words that carry meaning by themselves."""
    carried = (w for w in found if w not in FUNCTION and w[0].isalnum())
    return frozenset(stem(w) for w in carried if len(w) > 1 or w.isdigit())


@lru_cache(maxsize=32768)
def stems_of(text: str) -> frozenset[str]:
    """Those of a text; kept, since whoever asks what somebody said on a topic asks of others."""
    return stems(words(text))


def printed(found: Iterable[str]) -> dict[str, str]:
    """For each stem the word that has it; the shortest of several, and of those the first."""
    by_stem: dict[str, str] = {}
    for word in sorted(set(found), key=lambda word: (len(word), word)):
        for stemmed in stems([word]):
            by_stem.setdefault(stemmed, word)
    return by_stem


_STEM = [  # in this order, each once: ending, what stays, letters that must remain
    (re.compile(r"(?:'s)$"), "", 2),
    (re.compile(r"ies$|ied$"), "y", 2),
    (re.compile(r"(ss|sh|ch|x|z)es$"), r"\1", 2),
    (re.compile(r"(?<![suia])s$"), "", 3),
    (re.compile(r"(?:ization|izing|izer|ized|ize)$"), "iz", 3),
    (re.compile(r"(?:ational|ation|ations|ative)$"), "at", 3),
    (re.compile(r"(?:fulness|ousness|iveness|ness|ment)$"), "", 3),
    (re.compile(r"(?:ingly|edly|ing|ed)$"), "", 3),
    (re.compile(r"(?:ally|ly)$"), "", 3),
    (re.compile(r"(?:ion|or|er|est)$"), "", 4),
    (re.compile(r"(?:able|ible|al|ic|ive|ous|ful|ity|ance|ence|ant|ent)$"), "", 4),
    (re.compile(r"(?<=[^aeiou])(?:e|y)$"), "", 2),
    (re.compile(r"([bdgmnprt])\1$"), r"\1", 2),
]
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life",
    "died": "die", "dying": "die", "dead": "die", "death": "die", "deaths": "die",
    "went": "go", "gone": "go", "came": "come", "took": "take", "taken": "take", "gave": "give",
    "given": "give", "made": "make", "kept": "keep", "held": "hold", "told": "tell",
    "left": "leave", "lost": "lose", "loss": "lose", "losses": "lose", "met": "meet",
    "paid": "pay", "sent": "send", "spoke": "speak", "spoken": "speak", "speech": "speak",
    "stood": "stand", "thought": "think", "fought": "fight", "brought": "bring", "bought": "buy",
    "began": "begin", "begun": "begin", "broke": "break", "broken": "break", "chose": "choose",
    "choice": "choose", "fell": "fall", "fallen": "fall", "found": "find", "grew": "grow",
    "knew": "know", "known": "know", "rose": "rise", "risen": "rise", "ran": "run", "saw": "see",
    "seen": "see", "shot": "shoot", "struck": "strike", "strikes": "strike", "won": "win",
    "wrote": "write", "written": "write", "better": "good", "best": "good", "worse": "bad",
    "worst": "bad", "built": "build", "led": "lead", "felt": "feel", "meant": "mean",
    "withdrew": "withdraw", "withdrawn": "withdraw", "withdrawal": "withdraw",
}  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its usual endings: "negotiates" and "negotiations" meet in "negotiat"."""
    if word in IRREGULAR or word[0].isdigit():
        return IRREGULAR.get(word, word)
    for ending, kept, least in _STEM:
        cut = ending.search(word)
        if cut and cut.start() >= least:
            word = word[: cut.start()] + cut.expand(kept)
    return word


def weight(stemmed: str) -> float:
    """How much a stem says about what is spoken of: everyday words say little."""
    return _EVERYDAY_WEIGHT if stemmed in _EVERYDAY_STEMS else 1.0


def weights(stemmed: Iterable[str]) -> float:
    return sum(map(weight, stemmed))


def said(spoken: Iterable[str]) -> float:
    """How much a quotation says: its stems, and a little for every other word, for words such as
    "will not be" are chosen too.
    """
    given = list(spoken)
    return weights(stems(given)) + _FUNCTION_WEIGHT * sum(word in FUNCTION for word in given)


_EVERYDAY_WEIGHT = 0.35
_FUNCTION_WEIGHT = 0.15
_EVERYDAY_STEMS = frozenset(stem(word) for word in EVERYDAY)
