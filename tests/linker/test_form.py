import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linker import events, figures
from onrecord.linker.form import LATER, Form, kept, numbered
from tests.dam import dam

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


@pytest.mark.parametrize(("kind", "module"), [("event", events), ("figure", figures)])
def test_what_an_older_version_kept_is_compared_with_what_this_one_finds(kind, module):
    now = [each.form for each in module.found(dam())]
    assert all(form.about.keys() >= LATER[kind].keys() for form in now)
    before = [
        kept(kind, {k: v for k, v in form.about.items() if k not in LATER[kind]}, form.parts)
        for form in now
    ]
    for one in now:
        for other in before:
            assert module.compared(one, other) == module.compared(other, one)
