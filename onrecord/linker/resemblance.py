"""What speaks for and against two statements reporting one occasion of speaking: features, each
with a score and a reason. Everything is symmetric; what is not known says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Indel, LCSseq

from onrecord.linker import speakers
from onrecord.linker.days import apart, exact
from onrecord.linker.decide import Feature
from onrecord.linker.form import Form
from onrecord.linker.meaning import cosine
from onrecord.linker.told import Told, in_stems, told
from onrecord.linker.wording import agree, shared
from onrecord.linker.words import (
    said,
    weight,
    weights,
)

SPEAK_FOR = frozenset(
    ["the same words", "the same quotation", "words in common", "in order", "meaning"]
)
AT_ODDS = frozenset(["other numbers", "negation", "question"])
_ENOUGH = 3.0  # content words whose being shared says all that shared words can say
_LEAST_MEANING = 0.6  # cosine, where no word is in common
_TOPIC, _ONE_MEANING, _UNLIKE = 0.45, 0.85, 0.3  # cosines
_AGAIN = 1.5  # so much must be quoted alike to be an old quotation printed again
_FRAGMENT = 3.3  # a quotation that says no more ("radical reform", "Crooked Ned") is a phrase
_ABOUT = 3.0  # content words in common with which a phrase is about the same thing
_SAME_NEWS = 1  # days between two reports within which a mere phrase is one occasion's
_TOLD_AGAIN = 0.7
_LOOKS_ALIKE = 0.5
_SHOWN = 5  # words shown in a reason


def worth_comparing(left: Form, right: Form) -> bool:
    """Whether two statements have a word in common, or something of their meaning."""
    one, other = told(left), told(right)
    if not one.stems.isdisjoint(other.stems) or one.words == other.words:
        return True
    return (cosine(one.vector, other.vector) or 0.0) >= _LEAST_MEANING


def two_of_one(left: Form, right: Form) -> bool:
    """Whether one article reports two things, as who quotes twice does: all but where one has the
    words of the other, as a headline has those of a quotation.
    """
    one, other = told(left), told(right)
    return one.within == other.within and not (_contains(one, other) or _contains(other, one))


def _contains(whole: Told, part: Told) -> bool:
    if whole.quoted and part.quoted:
        inside = whole.quoted_stems, (in_stems(whole.words),)
        held = any(len(shared(part.quoted_stems, one)) == len(part.quoted_stems) for one in inside)
        return held and part.stems <= whole.stems
    content = in_stems(part.words)
    return LCSseq.similarity(content, in_stems(whole.words)) == len(content)


def features(left: Form, right: Form) -> Iterator[Feature]:
    """All that is known of a pair; nothing where the speakers are not one."""
    one, other = sorted((told(left), told(right)), key=lambda t: (t.words, t.pieces))
    speaker = list(_speaker(one, other))
    if not speaker:
        return
    yield from speaker
    for look in _LOOKS:
        yield from look(one, other)


def at_odds(given: Iterable[Feature]) -> bool:
    """Whether two statements that look alike contradict each other: the same sentence with another
    number, or once with "not". What both quote is no contradiction.
    """
    scores = {f.name: f.score for f in given}
    alike = scores.get("in order", 0.0) >= _LOOKS_ALIKE and "the same quotation" not in scores
    return alike and not AT_ODDS.isdisjoint(scores)


def _speaker(one: Told, other: Told) -> Iterator[Feature]:
    judged = speakers.same(one.speaker, other.speaker)
    if judged is None or judged.judgement == "different":
        return
    reason = judged.reasons[0] if judged.reasons else "speakers alike"
    if judged.judgement == "same":
        yield Feature("speaker", judged.score, f"one speaker: {reason}")
    else:
        yield Feature("speaker unsure", 1 - judged.score, f"perhaps one speaker: {reason}")


def _words(one: Told, other: Told) -> Iterator[Feature]:
    common = one.stems & other.stems
    if one.words == other.words:
        yield Feature("the same words", _amount(one.weight), "the same words throughout")
    if not common:
        return
    weighed = weights(common)
    least = min(one.weight, other.weight)
    cover = weighed / max(least, 2.0)
    jaccard = weighed / max(one.weight + other.weight - weighed, 2.0)
    score = (cover + jaccard) / 2 * min(1.0, weighed / 4)
    yield Feature("words in common", score, f"words in common: {_shown(common, one)}")


def _in_order(one: Told, other: Told) -> Iterator[Feature]:
    """Words in the same order, as one text copied into another has them."""
    length = LCSseq.similarity(one.words, other.words)
    share = length / max(min(len(one.words), len(other.words)), 4)
    if share > 0.5 and length >= 3:
        likeness = Indel.normalized_similarity(one.words, other.words)
        score = (2 * share - 1) * (0.5 + likeness / 2)
        yield Feature("in order", score, f"{length} words in the same order")


def _quotation(one: Told, other: Told) -> Iterator[Feature]:
    """The words one article quotes are the words the other quotes, or stand in what it reports."""
    if one.stems.isdisjoint(other.stems):
        return
    if (quoted := _quoted_by_both(one, other)) and _tells(quoted, one, other):
        yield Feature("the same quotation", _amount(quoted), "the same words in quotation marks")
        return
    nearly = _nearly_quoted(one, other)
    if nearly and _tells(nearly, one, other):
        yield Feature("nearly quoted", _amount(nearly), "nearly the same words in quotation marks")
    told_there = max(_told_there(one, other), _told_there(other, one))
    if told_there and _tells(max(one.quoted_weight, other.quoted_weight), one, other):
        yield Feature("told there", told_there, "what one article quotes the other reports")


def _tells(quoted: float, one: Told, other: Told) -> bool:
    """Whether a quotation tells one occasion: a phrase, a nickname or a slogan ("the swamp") does
    so in the news of one day only, or where other words about it are the same.
    """
    if quoted > _FRAGMENT or weights(one.stems & other.stems) >= max(_ABOUT, quoted + 1):
        return True
    if not one.days or not other.days:
        return False
    ends = (one.days[1], one.days[1]), (other.days[1], other.days[1])
    return (apart(*ends) or 0) <= _SAME_NEWS


def _quoted_by_both(one: Told, other: Told) -> float:
    """How much is said by the pieces of either that stand in what the other quotes."""
    sides = (shared(one.quoted, other.quoted), shared(other.quoted, one.quoted))
    return max(said(word for piece in side for word in piece) for side in sides)


def _nearly_quoted(one: Told, other: Told) -> float:
    """How much is said by pieces that do so but for their small words and endings."""
    mine, theirs = one.quoted_stems, other.quoted_stems
    sides = (shared(mine, theirs), shared(theirs, mine))
    return max(sum(weight(word) for piece in side for word in piece) for side in sides)


def _told_there(quoting: Told, reporting: Told) -> float:
    if quoting.quoted_weight > 1 and agree(quoting.quoted, (reporting.words,)):
        return _amount(min(quoting.quoted_weight, reporting.weight))
    return 0.0


def _amount(weighed: float) -> float:
    return min(1.0, weighed / _ENOUGH)


def _meaning(one: Told, other: Told) -> Iterator[Feature]:
    """Vectors of one article lean towards each other: what is merely on the same topic is no
    nearer than ``_TOPIC``.
    """
    near = cosine(one.vector, other.vector)
    if near is None:
        return
    if near > _TOPIC:
        score = min(1.0, (near - _TOPIC) / (_ONE_MEANING - _TOPIC))
        yield Feature("meaning", score, f"alike in meaning ({near:.2f})")
    elif near < _UNLIKE:
        score = min(1.0, (_UNLIKE - near) / _UNLIKE)
        yield Feature("other meaning", score, f"unlike in meaning ({near:.2f})")


def _beside(one: Told, other: Told) -> Iterator[Feature]:
    """What is said right before or after is alike: a translation goes sentence by sentence. Not
    where one is like what stands beside the other: then they are neighbours themselves.
    """
    if not one.quoted or not other.quoted or apart(one.days, other.days):
        return  # a senator's release repeats last year's, sentence by sentence
    beside_each_other = [
        *((one.stems, b) for b in other.beside),
        *((other.stems, b) for b in one.beside),
    ]
    if any(_cover(*pair) >= 0.5 for pair in beside_each_other):
        return
    score, common = max(
        (_cover(a, b) * min(1.0, weights(a & b) / 3), sorted(a & b))
        for a, b in zip(one.beside, other.beside, strict=True)
    )
    if score >= 0.5:
        yield Feature("beside", score, f"the sentence beside it is alike: {_shown(common, one)}")


def _cover(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter in the longer; 0 where they give other numbers."""
    numbers = [{word for word in side if word.isdigit()} for side in (one, other)]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return 0.0
    return weights(one & other) / max(min(weights(one), weights(other)), 2.0)


def _numbers(one: Told, other: Told) -> Iterator[Feature]:
    if not one.numbers or not other.numbers:
        return
    both = one.numbers & other.numbers
    if both:
        yield Feature("numbers", 1.0, f"the same number ({', '.join(sorted(both))})")
    else:
        here, there = (", ".join(sorted(t.numbers)[:3]) for t in (one, other))
        yield Feature("other numbers", 1.0, f"other numbers ({here}; {there})")


def _negation(one: Told, other: Told) -> Iterator[Feature]:
    """Between short statements alike in their words; in a long one many things are denied."""
    cover = weights(one.stems & other.stems) / max(min(one.weight, other.weight), 2.0)
    if _quoted_by_both(one, other):
        return
    if one.denies != other.denies and cover > 0.5 and min(len(one.words), len(other.words)) < 20:
        yield Feature("negation", cover, "one says no where the other does not")


def _manner(one: Told, other: Told) -> Iterator[Feature]:
    if one.asks != other.asks:
        yield Feature("question", 1.0, "one asks, the other says")
    acts = {_ACTS[t.act] for t in (one, other) if t.act in _ACTS}
    if len(acts) > 1:
        yield Feature("another act", 1.0, f"another act: {' and '.join(sorted(acts))}")


_ACTS = {
    **dict.fromkeys("ask demand urge call_for request order".split(), "a request"),
    **dict.fromkeys("promise threaten warn".split(), "a warning or promise"),
    **dict.fromkeys("accuse blame criticize condemn".split(), "an accusation"),
    **dict.fromkeys("praise thank welcome".split(), "praise"),
}


def _days(one: Told, other: Told) -> Iterator[Feature]:
    """On another day only the very words are the same utterance, quoted again: "extremely careless"
    is quoted for months, and a senator's line on another town's fire brigade is another line.
    """
    gap = apart(one.days, other.days)
    if gap is None:
        gap = apart(one.widest, other.widest) or None  # in the same month: perhaps weeks apart
    if gap is None:
        yield Feature("undated", 1.0, "nothing says that it was on the same day")
    elif gap == 0 and exact(one.said) and exact(other.said):
        yield Feature("the same day", 1.0, "said on the same day")
    elif gap == 0:
        yield Feature("about the same day", 1.0, "said or printed within days of each other")
    elif _printed_again(one, other):
        yield Feature("quoted again", 1.0, f"the same words again after {gap} days or more")
    elif max(_told_there(one, other), _told_there(other, one)) >= _TOLD_AGAIN:
        yield Feature("told again", 1.0, f"the words quoted, told after {gap} days or more")
    else:
        yield Feature("another day", min(1.0, (gap + 1) / 3), f"at least {gap} days apart")


def _printed_again(one: Told, other: Told) -> bool:
    """Whether one of them may be an old quotation: it does not say when it was said, and all of
    its words are the other's. At a rally many words are those of the last one, but not all.
    """
    undated = not (exact(one.said) and exact(other.said))
    quoted = min(one.quoted_weight, other.quoted_weight)
    enough = quoted >= _AGAIN and _tells(quoted, one, other)
    return undated and enough and agree(one.quoted, other.quoted)


def _setting(one: Told, other: Told) -> Iterator[Feature]:
    for name, left, right in (
        ("occasion", one.occasion, other.occasion),
        ("addressee", one.to, other.to),
    ):
        if left & right:
            yield Feature(name, 1.0, f"the same {name}: {_shown(left & right, one)}")
        elif left and right:
            yield Feature(f"another {name}", 1.0, f"another {name}")
    if one.via & other.via:
        yield Feature("relayed", 1.0, f"both through {', '.join(sorted(one.via & other.via))}")


def _shown(found: Iterable[str], one: Told) -> str:
    """Some stems as words that are printed somewhere."""
    heaviest = sorted(found, key=lambda word: (-weight(word), -len(word), word))
    return ", ".join(one.shown.get(stemmed, stemmed) for stemmed in heaviest[:_SHOWN])


_LOOKS = (
    _words, _in_order, _quotation, _meaning, _beside, _numbers, _negation, _manner, _days, _setting,
)  # fmt: skip
