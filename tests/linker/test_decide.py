import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker.decide import Feature, Table, decided

TABLE = Table({"name": 5.0, "town": 1.0, "age": -6.0}, prior=-1.0)

features = st.builds(
    Feature,
    st.sampled_from(sorted(TABLE.weights)),
    st.floats(0, 1),
    st.sampled_from(["the same name", "another age"]),
)


def test_the_strongest_reason_comes_first_for_or_against():
    found = decided(
        [Feature("town", 1, "one town"), Feature("age", 1, "ages"), Feature("name", 1, "names")],
        TABLE,
    )
    assert found.reasons == ("ages", "names", "one town")


@pytest.mark.parametrize(
    ("given", "judgement"),
    [("name", "same"), ("town", "unsure"), ("age", "different")],
)
def test_a_share_is_a_yes_a_no_or_neither(given, judgement):
    assert decided([Feature(given, 1, given)], TABLE).judgement == judgement


def test_a_feature_without_a_weight_is_a_mistake():
    with pytest.raises(KeyError):
        decided([Feature("hair", 1, "red")], TABLE)


@given(features=st.lists(features, max_size=6), data=st.data())
def test_the_order_of_features_changes_nothing_but_the_order_of_equal_reasons(features, data):
    one, other = (decided(f, TABLE) for f in (features, data.draw(st.permutations(features))))
    assert one.judgement == other.judgement
    assert one.score == pytest.approx(other.score, abs=1e-4)
    assert sorted(one.reasons) == sorted(other.reasons)


@given(features=st.lists(features, max_size=6))
def test_a_score_is_a_share(features):
    assert 0 <= decided(features, TABLE).score <= 1
