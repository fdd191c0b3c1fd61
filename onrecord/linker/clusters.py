"""Links into clusters: which forms are one thing, and which judgements cannot all hold.

In: links between forms, by the linker and by people. Out: the smallest form of each one's cluster,
and a conflict for every link that was not followed, with the reason. The same links give the same
clusters in whatever order they come. People come first: what they judged the same is joined unless
they judged it different; then the linker's links are followed, strongest first, as long as none
joins two forms judged different, and as long as no chain of weak links joins what nothing else
joins. Whom a person judged different from another of a cluster leaves it; the rest stays together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.across import Judgement
from onrecord.linker.cuts import leaving
from onrecord.linker.groups import Groups, Pair, pair

MARGIN = 1.0  # between two scores, as logits: odds 2.7 times as good are clearly better
STRONG = 0.95  # a link of at least this score needs no other beside it

# Why a link was not followed.
BY_PERSON = "a person judged them {}"
DOUBTED = "a person is not sure of it"
PEOPLE_DIFFER = "one person judged them the same and another judged them different"
TORN = "one form is the same as both of two that are different, and neither is clearly likelier"
WEAKER = "one form is the same as both of two that are different; the other is clearly likelier"
APART = "it would join others that are judged different"
CHAIN = "it would join two groups by one weak link alone"
LEFT = "a person judged others of these two groups different"
TWICE = "it was judged twice, and once {}"


class Judged(NamedTuple):
    """A link between two forms, as far as clusters are concerned."""

    left: int
    right: int
    judgement: Judgement
    score: float
    by_person: bool = False


class Clash(NamedTuple):
    """A link that was not followed; ``others`` between the same clusters were not for the same
    reason.
    """

    left: int
    right: int
    reason: str
    others: int = 0


class Clustered(NamedTuple):
    """For each form the smallest of its cluster, and the links that were not followed."""

    homes: Mapping[int, int]
    clashes: tuple[Clash, ...]


def clustered(
    forms: Iterable[int],
    links: Iterable[Judged],
    own: Mapping[int, int] | None = None,
    apart: Iterable[Pair] = (),
) -> Clustered:
    """The clusters of some forms. ``own`` gives the form that an entry judged by a person left to
    become a form of its own; no two forms ``apart`` end in one cluster.
    """
    own, links, apart = own or {}, list(links), list(apart)
    ends = {form for link in links for form in link[:2]} | {form for both in apart for form in both}
    everyone = sorted(ends.union(forms, own, own.values()))
    groups = Groups(everyone, own.keys())
    verdicts = _Verdicts.of(links, own, apart)
    clashes = [*verdicts.clashes, *_people(groups, verdicts)]
    clashes += _left(groups, Groups(everyone, own.keys()), verdicts)
    clashes += _torn(verdicts)
    clashes += _followed(groups, verdicts)
    homes = _homes(groups, own)
    return Clustered(homes, tuple(_summed(clashes, homes)))


class _Refused(NamedTuple):
    left: int
    right: int
    score: float
    reason: str
    always: bool = False  # worth showing even where both ends are in one cluster


@dataclass
class _Verdicts:
    """One verdict for each pair of forms, a person's before the linker's."""

    person_same: dict[Pair, float] = field(default_factory=dict)
    person_different: set[Pair] = field(default_factory=set)
    named: set[Pair] = field(default_factory=set)  # judged different by a person, as they said it
    same: dict[Pair, float] = field(default_factory=dict)
    different: dict[Pair, float] = field(default_factory=dict)
    clashes: list[_Refused] = field(default_factory=list)

    @classmethod
    def of(
        cls, links: Iterable[Judged], own: Mapping[int, int], apart: Iterable[Pair]
    ) -> _Verdicts:
        people: dict[Pair, set[Judgement]] = defaultdict(set)
        linker: dict[Pair, list[Judged]] = defaultdict(list)
        made = cls()
        for link in [*links, *(Judged(*both, "different", 0.0, True) for both in apart)]:
            both = pair(link.left, link.right)
            if link.by_person:
                people[both].add(link.judgement)
                if link.judgement == "different":
                    made.named.add((link.left, link.right))
            else:
                linker[both].append(link)
        for both, said in people.items():
            made._add_people(both, said)
        for both, judged in linker.items():
            made._add_machine(both, judged, people.get(both))
        made._overrule(own)
        made.same.update({pair(entry, form): 1.0 for entry, form in own.items()})
        return made

    def _add_people(self, both: Pair, said: set[Judgement]) -> None:
        if {"same", "different"} <= said:
            self.clashes.append(_Refused(*both, 1.0, PEOPLE_DIFFER, True))
        if "different" in said:
            self.person_different.add(both)
        elif "same" in said:
            self.person_same[both] = 1.0

    def _add_machine(self, both: Pair, judged: list[Judged], people: set[Judgement] | None) -> None:
        link = max(judged, key=_weight)
        if people:
            if link.judgement not in ("unsure", *people):
                said = "different" if "different" in people else "the same"
                reason = DOUBTED if people == {"unsure"} else BY_PERSON.format(said)
                self.clashes.append(_Refused(*both, link.score, reason, True))
        elif link.judgement == "same":
            self.same[both] = link.score
        else:
            if link.judgement == "different":
                self.different[both] = link.score
            if yes := max((each.score for each in judged if each.judgement == "same"), default=0):
                self.clashes.append(_Refused(*both, yes, TWICE.format(link.judgement)))

    def _overrule(self, own: Mapping[int, int]) -> None:
        """Who says that two entries are one says so of the forms they have, too."""
        for left, right in sorted(self.person_same):
            both = pair(own.get(left, left), own.get(right, right))
            if both in self.different:
                score = self.different.pop(both)
                self.clashes.append(_Refused(*both, score, BY_PERSON.format("the same"), True))


def _weight(link: Judged) -> tuple[int, float]:
    """Where the linker judged a pair twice, the more cautious judgement stands."""
    return ("same", "unsure", "different").index(link.judgement), link.score


def _people(groups: Groups, verdicts: _Verdicts) -> Iterator[_Refused]:
    """Join what people judged the same, unless people judged it different."""
    for both in verdicts.person_different:
        groups.part(*both)
    dropped = _torn_by(verdicts.person_same, verdicts.person_different)
    for both in sorted(verdicts.person_same):
        if both in dropped or not groups.join(*both):
            yield _Refused(*both, 1.0, dropped.get(both, APART), True)
    for both in sorted(verdicts.different):
        if groups.together(*both):
            reason = BY_PERSON.format("the same")
            yield _Refused(*both, verdicts.different.pop(both), reason, True)
        else:
            groups.part(*both)


def _left(groups: Groups, trial: Groups, verdicts: _Verdicts) -> Iterator[_Refused]:
    """Take away the links between the side that leaves a cluster, because a person judged one of
    it different from another, and the side that stays. The clusters are those which there would be
    had nobody judged anything different.
    """
    if not verdicts.person_different:
        return
    for members in groups:
        for form in members[1:]:
            trial.join(members[0], form)
    for both in verdicts.different:
        trial.part(*both)
    list(_followed(trial, verdicts))
    of, cluster = _smallest(groups), _smallest(trial)
    inside: dict[int, dict[Pair, int]] = defaultdict(lambda: defaultdict(int))
    between: dict[Pair, Pair] = {}
    for both, score in verdicts.same.items():
        left, right = (of[form] for form in both)
        if left != right and cluster[left] == cluster[right]:
            between[both] = pair(left, right)
            inside[cluster[left]][pair(left, right)] += max(round(1000 * _logit(score)), 1)
    apart = {(of[first], of[second]) for first, second in verdicts.named}
    for home, links in inside.items():
        _cut(links, sorted(each for each in apart if {cluster[form] for form in each} == {home}))
    for both, ends in sorted(between.items()):
        if ends not in inside[cluster[ends[0]]]:
            yield _Refused(*both, verdicts.same.pop(both), LEFT)


def _smallest(groups: Groups) -> dict[int, int]:
    return {form: home for members in groups for home in [min(members)] for form in members}


def _cut(links: dict[Pair, int], apart: Collection[Pair]) -> None:
    """Take links away until none of the pairs, each the one who is to leave first, is together."""
    for first, second in apart:
        if first < second or (second, first) not in apart:
            gone = leaving(links, first, second)
            for both in [each for each in links if (each[0] in gone) != (each[1] in gone)]:
                del links[both]


def _torn(verdicts: _Verdicts) -> Iterator[_Refused]:
    """Take away the linker's links of a form to two others that are different: both if the scores
    are near, else the weaker one.
    """
    strength = {**verdicts.same, **dict.fromkeys(verdicts.person_same, math.inf)}
    apart = verdicts.person_different | verdicts.different.keys()
    for both, reason in sorted(_torn_by(strength, apart).items()):
        if both in verdicts.same:
            yield _Refused(*both, verdicts.same.pop(both), reason)


def _torn_by(same: Mapping[Pair, float], apart: Iterable[Pair]) -> dict[Pair, str]:
    """The links that a triangle speaks against, and how."""
    apart = sorted(apart)
    beside: dict[int, dict[int, float]] = {form: {} for both in apart for form in both}
    for (left, right), score in same.items() if beside else ():
        for form, other in ((left, right), (right, left)):
            if form in beside:
                beside[form][other] = score
    dropped: dict[Pair, str] = {}
    for left, right in apart:
        for third in sorted(beside[left].keys() & beside[right].keys()):
            gain = _logit(beside[left][third]) - _logit(beside[right][third])
            if math.isnan(gain) or abs(gain) <= MARGIN:
                dropped[pair(third, left)] = dropped[pair(third, right)] = TORN
            else:
                dropped.setdefault(pair(third, right if gain > 0 else left), WEAKER)
    return dropped


def _logit(score: float) -> float:
    if score == math.inf:
        return score
    share = min(max(score, 0.0001), 0.9999)
    return math.log(share / (1 - share))


def _followed(groups: Groups, verdicts: _Verdicts) -> Iterator[_Refused]:
    """Follow the linker's links, strongest first; those that cannot be followed come out."""
    if any(score < STRONG for score in verdicts.same.values()):
        groups.beside(verdicts.same)
    for both, score in sorted(verdicts.same.items(), key=lambda item: (-item[1], item[0])):
        if groups.together(*both):
            continue
        if groups.are_apart(*both):
            yield _Refused(*both, score, APART)
        elif score < STRONG and not groups.holds(*both):
            yield _Refused(*both, score, CHAIN)
        else:
            groups.join(*both, firm=score >= STRONG)


def _homes(groups: Groups, own: Mapping[int, int]) -> dict[int, int]:
    """Each form's cluster by its smallest form; forms of a single entry name one last."""
    homes: dict[int, int] = {}
    for members in groups:
        home = min(members, key=lambda form: (form in own, form))
        homes.update(dict.fromkeys(members, home))
    return homes


def _summed(refused: Iterable[_Refused], homes: Mapping[int, int]) -> Iterator[Clash]:
    """The strongest of the links between two clusters that were not followed for one reason."""
    alike: dict[tuple[Pair, str], list[_Refused]] = defaultdict(list)
    for each in refused:
        homes_of = pair(homes[each.left], homes[each.right])
        if each.always or homes_of[0] != homes_of[1]:
            alike[homes_of, each.reason].append(each)
    for key in sorted(alike):
        best = min(alike[key], key=lambda each: (-each.score, each.left, each.right))
        yield Clash(best.left, best.right, best.reason, len(alike[key]) - 1)
