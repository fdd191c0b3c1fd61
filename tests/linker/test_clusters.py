from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker import clusters
from onrecord.linker.clusters import Judged, clustered


def same(left, right, score=0.97):
    return Judged(left, right, "same", score)


def different(left, right, score=0.02):
    return Judged(left, right, "different", score)


def person(left, right, judgement):
    return Judged(left, right, judgement, 1.0, True)


def groups(result):
    found = defaultdict(set)
    for form, home in result.homes.items():
        found[home].add(form)
    return sorted(map(sorted, found.values()))


def reasons(result):
    return {clash.reason for clash in result.clashes}


def test_forms_that_links_join_are_one_cluster_named_for_the_smallest():
    result = clustered([1, 2, 3, 4], [same(2, 3), same(3, 1)])
    assert result.homes == {1: 1, 2: 1, 3: 1, 4: 4}
    assert result.clashes == ()


def test_unsure_joins_nothing():
    assert groups(clustered([1, 2], [Judged(1, 2, "unsure", 0.8)])) == [[1], [2]]


def test_a_form_between_two_that_differ_joins_the_clearly_likelier_one():
    result = clustered([], [same(1, 2, 0.99), same(1, 3, 0.91), different(2, 3)])
    assert groups(result) == [[1, 2], [3]]
    assert reasons(result) == {clusters.WEAKER}


def test_a_form_between_two_that_differ_joins_neither_where_the_scores_are_near():
    result = clustered([], [same(1, 2, 0.96), same(1, 3, 0.95), different(2, 3)])
    assert groups(result) == [[1], [2], [3]]
    assert reasons(result) == {clusters.TORN}
    assert len(result.clashes) == 2


def test_one_bad_link_does_not_weld_two_groups_judged_different():
    left = [same(1, 2), same(2, 3), same(1, 3)]
    right = [same(11, 12), same(12, 13), same(11, 13)]
    result = clustered([], [*left, *right, same(3, 11, 0.96), different(1, 12)])
    assert groups(result) == [[1, 2, 3], [11, 12, 13]]
    (clash,) = result.clashes
    assert (clash.left, clash.right, clash.reason) == (3, 11, clusters.APART)


def test_a_chain_of_weak_links_is_not_one_cluster():
    chain = [same(1, 2, 0.93), same(2, 3, 0.92), same(3, 4, 0.91)]
    result = clustered([], chain)
    assert groups(result) == [[1, 2, 3], [4]]
    assert reasons(result) == {clusters.CHAIN}


def test_weak_links_to_one_form_are_one_cluster():
    star = [same(1, n, 0.91) for n in range(2, 7)]
    assert groups(clustered([], star)) == [[1, 2, 3, 4, 5, 6]]


def test_weak_links_among_all_are_one_cluster():
    everyone = [same(a, b, 0.91) for a in range(6) for b in range(a)]
    assert len(groups(clustered([], everyone))) == 1


def test_a_weak_link_alone_does_not_weld_two_strong_groups():
    result = clustered([], [same(1, 2), same(11, 12), same(1, 11, 0.91)])
    assert groups(result) == [[1, 2], [11, 12]]
    with_company = [same(1, 2), same(11, 12), same(1, 11, 0.91), same(2, 12, 0.91)]
    assert groups(clustered([], with_company)) == [[1, 2, 11, 12]]


def test_a_persons_no_beats_any_score():
    result = clustered([], [same(1, 2, 1.0), person(1, 2, "different")])
    assert groups(result) == [[1], [2]]
    assert len(result.clashes) == 1


def test_a_persons_no_keeps_those_apart_whom_others_would_join():
    links = [same(1, 3, 0.99), same(3, 4, 0.98), same(4, 2, 0.97), person(1, 2, "different")]
    homes = clustered([], links).homes
    assert homes[1] != homes[2]


def test_a_persons_yes_beats_what_the_linker_holds_different():
    result = clustered([], [different(1, 2), person(1, 2, "same")])
    assert groups(result) == [[1, 2]]
    assert reasons(result) == {"a person judged them the same"}


def test_a_persons_yes_through_a_third_beats_it_too():
    result = clustered([], [different(1, 2), person(1, 3, "same"), person(3, 2, "same")])
    assert groups(result) == [[1, 2, 3]]


def test_where_people_differ_the_no_stands():
    result = clustered([], [person(1, 2, "same"), person(2, 1, "different")])
    assert groups(result) == [[1], [2]]
    assert reasons(result) == {clusters.PEOPLE_DIFFER}


def test_a_persons_doubt_takes_away_the_link_but_keeps_nothing_apart():
    doubted = [same(1, 2), person(1, 2, "unsure")]
    assert groups(clustered([], doubted)) == [[1], [2]]
    assert groups(clustered([], [*doubted, same(1, 3), same(3, 2)])) == [[1, 2, 3]]


def test_an_entry_judged_stays_with_its_form_unless_judged_away():
    assert groups(clustered([1], [], own={7: 1, 8: 1})) == [[1, 7, 8]]
    away = clustered([1], [person(7, 8, "different")], own={7: 1, 8: 1})
    assert groups(away) == [[1, 8], [7]]
    sided = clustered(
        [1], [person(7, 8, "different"), person(8, 9, "same")], own={7: 1, 8: 1, 9: 1}
    )
    assert groups(sided) == [[1, 8, 9], [7]]


def test_who_says_two_entries_are_one_says_so_of_their_forms():
    result = clustered([1, 2], [different(1, 2), person(7, 8, "same")], own={7: 1, 8: 2})
    assert groups(result) == [[1, 2, 7, 8]]


def test_an_entrys_own_form_does_not_name_the_cluster():
    assert clustered([5], [], own={1: 5}).homes == {1: 5, 5: 5}


def test_forms_whose_parts_a_person_judged_different_stay_apart():
    result = clustered([1, 2], [same(1, 2, 1.0)], apart=[(2, 1)])
    assert groups(result) == [[1], [2]]


def test_a_pair_judged_twice_is_as_the_more_cautious_judgement_has_it():
    result = clustered([], [same(1, 2, 0.99), Judged(2, 1, "unsure", 0.5)])
    assert groups(result) == [[1], [2]]
    assert reasons(result) == {"it was judged twice, and once unsure"}


def everyone(*forms, score=0.97):
    return [same(a, b, score) for a in forms for b in forms if a < b]


def test_whom_a_person_judges_different_from_one_of_a_cluster_leaves_and_the_rest_stays():
    result = clustered([], [*everyone(*range(10)), person(4, 7, "different")])
    assert groups(result) == [[0, 1, 2, 3, 5, 6, 7, 8, 9], [4]]
    assert reasons(result) == {clusters.BY_PERSON.format("different"), clusters.LEFT}
    result = clustered([], [*everyone(*range(10)), person(7, 4, "different")])
    assert groups(result) == [[0, 1, 2, 3, 4, 5, 6, 8, 9], [7]]


def test_who_has_the_weaker_ties_leaves_whoever_is_named_first():
    ties = [*everyone(1, 2, 3, 4), same(2, 9, 0.96), same(3, 9, 0.96)]
    for named in ((1, 9), (9, 1)):
        assert groups(clustered([], [*ties, person(*named, "different")])) == [[1, 2, 3, 4], [9]]


def test_a_group_that_one_link_welded_on_leaves_whole():
    ties = [*everyone(1, 2, 3, 4), *everyone(11, 12, 13), same(4, 11, 0.999)]
    for named in ((1, 12), (12, 1)):
        result = clustered([], [*ties, person(*named, "different")])
        assert groups(result) == [[1, 2, 3, 4], [11, 12, 13]]
        assert reasons(result) == {clusters.LEFT}


def test_where_as_much_is_cut_either_way_the_smaller_side_leaves():
    chain = [same(1, 2), same(2, 3), same(3, 4, 0.96), same(4, 5, 0.96), same(5, 6)]
    for named in ((1, 6), (6, 1)):
        result = clustered([], [*chain, person(*named, "different")])
        assert groups(result) == [[1, 2, 3, 4], [5, 6]]


def test_people_who_judge_in_either_order_leave_it_to_the_numbers():
    judged = [person(4, 7, "different"), person(7, 4, "different")]
    assert [4] in groups(clustered([], [*everyone(*range(10)), *judged]))


def test_whom_a_person_judges_different_from_two_of_a_cluster_leaves():
    judged = [person(4, 1, "different"), person(7, 1, "different")]
    together = [same(a, b) for a in range(1, 9) for b in range(a)]
    assert groups(clustered([], [*together, *judged])) == [[0, 2, 3, 4, 5, 6, 7, 8], [1]]


forms = st.integers(0, 9)
scores = st.sampled_from([0.9, 0.91, 0.94, 0.95, 0.97, 0.99, 1.0])
judgements = st.sampled_from(["same", "same", "different", "unsure"])
judged = st.builds(Judged, forms, forms, judgements, scores, st.just(False))
by_people = st.builds(Judged, forms, forms, judgements, scores, st.just(True))
some_links = st.lists(st.one_of(judged, judged, judged, by_people), max_size=30).map(
    lambda links: [link for link in links if link.left != link.right]
)
some_own = st.dictionaries(st.integers(5, 9), st.integers(0, 4), max_size=3)


def turned(link, turn):
    """The other way round; but whom a person names first when judging two different leaves."""
    turn = turn and not (link.by_person and link.judgement == "different")
    return link._replace(left=link.right, right=link.left) if turn else link


@given(links=some_links, own=some_own, data=st.data())
def test_the_order_of_links_and_of_their_ends_does_not_matter(links, own, data):
    shuffled = data.draw(st.permutations(links))
    turns = data.draw(st.lists(st.booleans(), min_size=len(links), max_size=len(links)))
    again = [turned(link, turn) for link, turn in zip(shuffled, turns, strict=True)]
    assert clustered(range(10), again, own) == clustered(range(10), links, own)


@given(links=some_links, own=some_own)
def test_a_persons_no_is_always_honoured(links, own):
    homes = clustered(range(10), links, own).homes
    for link in links:
        if link.by_person and link.judgement == "different":
            assert homes[link.left] != homes[link.right]


@given(links=st.lists(judged, max_size=30))
def test_no_cluster_holds_two_forms_judged_different(links):
    links = [link for link in links if link.left != link.right]
    homes = clustered(range(10), links).homes
    for link in links:
        if link.judgement == "different":
            assert homes[link.left] != homes[link.right]


@given(links=some_links, own=some_own)
def test_every_link_between_two_clusters_is_accounted_for(links, own):
    result = clustered(range(10), links, own)
    shown = {frozenset((result.homes[c.left], result.homes[c.right])) for c in result.clashes}
    doubted = {frozenset(x[:2]) for x in links if x.by_person}
    for link in links:
        ends = frozenset((result.homes[link.left], result.homes[link.right]))
        machine = not link.by_person and frozenset(link[:2]) not in doubted
        if machine and link.judgement == "same" and len(ends) == 2:
            assert ends in shown


@given(links=some_links, far=some_links)
def test_components_do_not_meet(links, far):
    """What is clustered alone is clustered the same beside others."""
    moved = [link._replace(left=link.left + 100, right=link.right + 100) for link in far]
    alone = clustered(range(10), links)
    both = clustered([*range(10), *range(100, 110)], [*moved, *links])
    assert {f: h for f, h in both.homes.items() if f < 100} == alone.homes
