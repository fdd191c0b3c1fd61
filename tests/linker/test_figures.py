"""Which figures count the same thing, whatever their values."""

from __future__ import annotations

import pytest
from hypothesis import given

from onrecord.linker.figures import compared, found
from onrecord.linker.form import Form
from onrecord.model import Reading
from tests.linker.accounts import Account, figure, figure_form
from tests.readings import readings

NINE = "Nine people were killed late Saturday when shots were fired across the bridge at Brell."
CRASH = "At least 124 people were killed when the roof of a hall collapsed in Varn."


def form(
    text: str, words: str, value: float, published: str | None = "2025-09-10", **known: str
) -> Form:
    account = Account(text, published)
    return figure_form(account, figure(account, words, value, **known))


def judgement(left: Form, right: Form) -> str | None:
    if not set(left.keys) & set(right.keys):
        return None
    found = compared(left, right)
    return found.judgement if found else None


def test_a_toll_of_one_shooting_given_by_two_articles_is_one_count() -> None:
    left = form(NINE, "Nine people", 9)
    right = form("Six people were killed in the shooting at Brell on Saturday.", "Six people", 6)
    assert judgement(left, right) == "same"


def test_a_toll_that_rose_the_next_day_is_the_same_count_with_a_history() -> None:
    left = form(CRASH, "At least 124 people", 124, "2025-04-08", qualifier="at least")
    text = "The death toll from the roof collapse in Varn rises to 136 people."
    assert judgement(left, form(text, "136 people", 136, "2025-04-09")) == "same"


def test_a_toll_of_the_war_and_one_of_a_day_are_two_counts() -> None:
    text = "Strikes on Brell have killed more than 32,000 people since the war began."
    war = form(text, "more than 32,000 people", 32000, qualifier="more than")
    day = form("Strikes on Brell killed 12 people on Tuesday.", "12 people", 12)
    assert judgement(war, day) is None


def test_two_strikes_on_one_city_on_two_days_are_not_known_to_be_one() -> None:
    left = form("A strike on Brell kills 19 people.", "19 people", 19, "2025-04-02")
    right = form("A strike on Brell kills four people.", "four people", 4, "2025-04-05")
    assert judgement(left, right) in (None, "unsure")


def test_a_report_before_the_day_of_the_other_tells_of_something_else() -> None:
    text = "The death toll from Friday's strike on Brell rises to 20 people."
    later = form(text, "20 people", 20, "2025-04-06")
    assert (
        judgement(
            form("A strike on Brell kills four people.", "four people", 4, "2025-04-02"), later
        )
        != "same"
    )


def test_a_strike_of_yesterday_is_the_one_that_the_article_of_yesterday_tells() -> None:
    left = form("A strike on a market in Brell kills 44 people.", "44 people", 44, "2025-03-21")
    text = "Kestria mourns after yesterday's strike that killed 44 people in a market in Brell."
    assert judgement(left, form(text, "44 people", 44, "2025-03-22")) == "same"


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        (
            "Four children were killed in the shooting at Brell on Saturday.",
            "Four children",
            "children",
        ),
        (
            "Three soldiers were killed in the shooting at Brell on Saturday.",
            "Three soldiers",
            "soldiers",
        ),
        (
            "Seven of them were killed in the shooting at Brell on Saturday.",
            "Seven of them",
            "them",
        ),
        ("Nine people were wounded in the shooting at Brell on Saturday.", "Nine people", "people"),
    ],
)
def test_some_of_the_dead_and_the_wounded_are_other_counts(text: str, words: str, of: str) -> None:
    measure = "wounded" if "wounded" in text else "killed"
    other = form(text, words, 9, of=of, measure=measure)
    assert judgement(form(NINE, "Nine people", 9), other) is None


def test_a_toll_at_another_place_is_another_count() -> None:
    other = form("Nine people were killed in the shooting in Lomeny on Saturday.", "Nine people", 9)
    assert judgement(form(NINE, "Nine people", 9), other) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry said six deaths were of children.", "six deaths"),
        ("The ministry said six of the deaths were children.", "six"),
        ("The ministry said six were schoolchildren.", "six"),
        ("Among the dead are six people from Lomeny, the ministry said.", "six people"),
        ("The dead include at least six people from Lomeny.", "six people"),
        ("Nine died, among them six people from Lomeny.", "six people"),
    ],
)
def test_some_of_the_dead_are_a_part(text: str, words: str) -> None:
    account = Account(f"{NINE} {text}")
    assert figure_form(account, figure(account, words, 6, of=None)).about["part"]


def test_the_dead_themselves_are_no_part() -> None:
    account = Account(f"{NINE} Six people were killed by soldiers, said Brisk.")
    assert not figure_form(account, figure(account, "Six people", 6, of=None)).about["part"]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("He put the dead of the shooting at six.", True),
        ("He put the dead of another shooting at six.", False),
        ("Later there was another blast. He put the toll of dead at six.", False),
        ("A day earlier the toll of dead was six.", False),
        ("Elsewhere the toll of dead is six.", False),
        ("The toll of dead is six, in spite of a pact signed a day earlier.", True),
    ],
)
def test_another_incident_of_an_article_is_another_count(text: str, same: bool) -> None:
    account = Account(f"{NINE} “Our soldiers returned fire,” said Brisk. {text}")
    nine = figure(account, "Nine people", 9)
    six = figure(account, "six", 6, of=None, by="Brisk")
    forms = [f.form for f in found(account.reading(figures=[nine, six]))]
    assert (judgement(*forms) == "same") is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("six Kestrian nationals", "eight Kestrians", True),
        ("six Kestrians", "eight Kestrian citizens", True),
        ("six citizens of Kestria", "eight Kestrian nationals", True),
        ("six Kestrian nationals", "eight Meravians", False),
        ("six Kestrian nationals", "eight people", False),
    ],
)
def test_the_people_of_a_country_are_counted_under_several_words(
    left: str, right: str, same: bool
) -> None:
    account = Account(
        f"According to Joren Haske, {left} were killed in the attack in Brell. Another report from"
        f" the embassy said {right} died in the attack."
    )
    both = [
        figure(account, words, value, by, of=words.partition(" ")[2])
        for words, value, by in ((left, 6, "Joren Haske"), (right, 8, "the embassy of Kestria"))
    ]
    first, last = (f.form for f in found(account.reading(figures=both)))
    assert (judgement(first, last) == "same") is same


def test_those_counted_on_are_of_the_people_counted_before_them() -> None:
    account = Account(
        "Shots at Brell wounded 25 others. Six Kestrians were killed and seven more were injured."
    )
    others = figure(account, "25 others", 25, of="others", measure="wounded")
    six = figure(account, "Six Kestrians", 6, of="Kestrians")
    more = figure(account, "seven more", 7, of=None, measure="wounded")
    forms = [f.form for f in found(account.reading(figures=[others, six, more]))]
    assert forms[2].about["of"] == forms[1].about["of"]
    assert judgement(forms[0], forms[2]) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "The shooting followed two others that week, one in Brell, killing three people, and"
            " another in Varn, where at least five died.",
            "brell",
            "varn",
        ),
        ("The attacks killed three people in Brell and five in Varn.", "brell", "varn"),
        ("Three people were killed in Brell, while in Varn five died.", "brell", "varn"),
        ("Shots killed three people in Brell; five died.", "brell", "brell"),
        ("Shots in Brell killed three people, while five died in Varn.", "brell", "varn"),
        ("In Brell shots killed three people, the army said; five, said others.", "brell", "brell"),
    ],
)
def test_counts_of_one_sentence_have_places_of_their_own(text: str, first: str, last: str) -> None:
    account = Account(text)
    words = "Three people" if "Three" in text else "three people"
    three = figure(account, words, 3)
    five = figure(account, "at least five" if "at least" in text else "five", 5, of=None)
    forms = [f.form for f in found(account.reading(figures=[three, five]))]
    assert [form.about["place"] for form in forms] == [[first], [last]]
    assert first == last or judgement(*forms) != "same"


@pytest.mark.parametrize(
    "text",
    [
        "The number wounded by the quake off Brell rose to 1,035 in Kestria and 19 in Meravia.",
        "There were 1,035 cases of fever in Brell, 19 in other countries.",
        "At least 1,035 people fell ill of fever in Brell, with the number rising by over 19.",
        "At least 1,035 people fell ill of fever in Brell, some 19 of them per day.",
        "Guards rescued 1,035 from a boat that sank off Brell and 19 from another.",
        "The shooting in Brell that wounded 1,035 preceded another one in Varn that wounded 19.",
        "In Brell 1,035 were wounded, including one critically and 19 seriously.",
    ],
)
def test_two_counts_of_one_sentence_are_not_one(text: str) -> None:
    account = Account(text)
    both = [
        figure(account, words, value, measure="wounded", of=None)
        for words, value in (("1,035", 1035), ("19", 19))
    ]
    left, right = (f.form for f in found(account.reading(figures=both)))
    assert judgement(left, right) != "same"


def test_a_total_is_none_of_those_it_is_made_of() -> None:
    account = Account(
        "The earthquake wounded 7 in Brell, 36 in Varn and 29 in Tolven. The total of wounded in"
        " Brell rose to 93."
    )
    given = [
        figure(account, words, int(words), measure="wounded", of=None, place=place)
        for words, place in (("7", "Brell"), ("36", "Varn"), ("29", "Tolven"), ("93", None))
    ]
    forms = [f.form for f in found(account.reading(figures=given))]
    assert all(judgement(form, forms[3]) is None for form in forms[:3])


def test_a_count_of_all_the_world_is_not_one_of_a_country() -> None:
    left = form("Confirmed infections in Kestria surpassed 90.", "90", 90, measure="infected")
    right = form("Confirmed infections worldwide surpassed 90.", "90", 90, measure="infected")
    assert left.about["wide"] != right.about["wide"]
    found = compared(left, right)
    assert found is None or found.judgement != "same"


def test_parts_of_several_sizes_are_several() -> None:
    left = form("In Brell she won 12 of the delegates.", "12 of the delegates", 12,
                measure="count", of="delegates")  # fmt: skip
    right = form("In Brell he won 22 of the delegates.", "22 of the delegates", 22,
                 measure="count", of="delegates")  # fmt: skip
    assert compared(left, right) is None


def test_two_parts_of_one_toll_are_two_counts() -> None:
    account = Account(f"{NINE} Of the dead at Brell six were girls. Of the dead two were cooks.")
    six, two = figure(account, "six", 6, of=None), figure(account, "two", 2, of=None)
    assert judgement(*(f.form for f in found(account.reading(figures=[six, two])))) is None


def test_a_number_given_over_again_counts_what_the_number_before_it_counts() -> None:
    text = (
        "About 26,000 people have left villages in Lower Ishel since Monday, Red Lantern said. "
        "Officials say the figure is closer to 40,000."
    )
    account = Account(text)
    first = figure(account, "About 26,000 people", 26000, "Red Lantern", "count", "about")
    again = figure(account, "closer to 40,000", 40000, "Officials", "count", of="figure")
    left, right = (f.form for f in found(account.reading(figures=[first, again])))
    assert left.about["measure"] == right.about["measure"] == "displaced"
    assert judgement(left, right) == "same"


def test_shares_of_one_sentence_are_not_one() -> None:
    text = "In Brell Teld led Kessen 47 percent to 40 percent."
    account = Account(text)
    both = [
        figure(account, w, v, measure="share", of=None)
        for w, v in (("47 percent", 47), ("40 percent", 40))
    ]
    left, right = (f.form for f in found(account.reading(figures=both)))
    assert compared(left, right) is None


def test_a_number_that_is_part_of_a_name_is_no_count() -> None:
    account = Account("The toll of the capsized barge Hong Hai 16 off Brell rises to nine people.")
    number = figure(account, "16", 16, of=None)
    assert not list(found(account.reading(figures=[number])))


def test_the_toll_someone_puts_at_six_is_that_of_the_shooting_told_before() -> None:
    account = Account(f"{NINE} “Our soldiers returned fire,” said Brisk. He put the dead at six.")
    six = figure_form(account, figure(account, "six", 6, of=None, by="Brisk"))
    assert six.about["place"] == []  # only what the reader placed is a place to go back to
    nine = figure(account, "Nine people", 9)
    forms = [f.form for f in found(account.reading(figures=[nine, figure(account, "six", 6)]))]
    assert judgement(*forms) == "same"


def test_houses_are_not_people_killed() -> None:
    text = "The flood in Brell killed 40 people and destroyed 600 houses."
    account = Account(text)
    houses = figure_form(account, figure(account, "600 houses", 600, of="houses"))
    assert houses.about["measure"] == "count"


def test_floods_of_two_countries_have_tolls_of_their_own() -> None:
    left = form("Nine people were killed by floods across Kestria.", "Nine people", 9)
    right = form("The floods across Meravia killed 12 people.", "12 people", 12)
    assert judgement(left, right) is None


@given(readings(), readings())
def test_comparing_is_the_same_from_either_side(one: Reading, other: Reading) -> None:
    for left in list(found(one))[:3]:
        for right in list(found(other))[:3]:
            assert compared(left.form, right.form) == compared(right.form, left.form)


@given(readings())
def test_any_reading_yields_forms_with_few_keys(reading: Reading) -> None:
    for one in found(reading):
        assert 1 <= len(one.form.keys) <= 14
        assert one.entry in {f.id for f in reading.figures}
