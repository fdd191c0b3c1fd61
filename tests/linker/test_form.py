from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker.form import Form, numbered

abouts = st.dictionaries(st.text(max_size=4), st.integers() | st.text(max_size=4), max_size=4)


@given(about=abouts)
def test_a_form_is_known_by_what_is_compared_and_nothing_else(about):
    turned = dict(reversed(about.items()))
    one, other = Form("entity", about, ("a",)), Form("entity", turned, ("b",), ("form_1",))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Form("event", about, ("a",))
    assert one != about


@given(abouts=st.lists(abouts, min_size=2, max_size=6))
def test_numbers_are_in_the_order_of_ids_and_fit_64_bits(abouts):
    forms = [Form("entity", about, ()) for about in abouts]
    by_id = sorted(forms, key=lambda form: form.id)
    assert by_id == sorted(forms, key=lambda form: form.number)
    assert all(-(2**63) <= form.number < 2**63 for form in forms)


def test_the_number_of_an_id_is_its_hash():
    assert numbered("form_0000000000000000") == -(2**63)
    assert numbered("form_ffffffffffffffff") == 2**63 - 1
