"""What stands inside a quotation is one speaker's, and all of it is."""

from __future__ import annotations

import spacy

from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.passages import text_of
from onrecord.reader.quotes import quotations
from onrecord.reader.quoting import by_quotation

RELEASE = (
    "The ministry justified the raid: “We have acted to protect our sailors. "
    "General Dorn also approved the attacks. We will go on doing so.” Nobody was hurt."
)


def put_right(text: str, *known: tuple[str, str, tuple[str, ...]]) -> list[tuple[str, list[str]]]:
    doc = spacy.blank("en")(text)

    def span(words: str) -> TokenSpan:
        start = text.index(words)
        found = doc.char_span(start, start + len(words), alignment_mode="expand")
        return found.start, found.end

    before = [Attributed(span(s), span(c), tuple(map(span, t)), 0.5) for s, c, t in known]
    made = by_quotation(text_of(text, quotations(text)), [t.idx for t in doc], before)
    return [
        (doc[slice(*a.source)].text if a.source else "", [doc[i:k].text for i, k in a.content])
        for a in made
    ]


def test_next_sentence_of_a_quotation_is_not_what_someone_told_of_in_it_said() -> None:
    assert put_right(RELEASE, ("General Dorn", "also approved", ("We will go on doing so",))) == []


def test_rest_of_a_quotation_belongs_to_whoever_has_its_first_words() -> None:
    found = put_right(
        RELEASE,
        ("The ministry", "justified", ("the raid", "We have acted to protect our sailors")),
        ("General Dorn", "also approved", ("We will go on doing so",)),
    )
    whole = RELEASE[RELEASE.index("We have") : RELEASE.index("” Nobody")]
    assert found == [("The ministry", ["the raid", whole])]


def test_rest_of_a_quotation_that_another_claims_is_left_to_both() -> None:
    known = (
        ("The ministry", "justified", ("We have acted to protect our sailors",)),
        ("Nobody", "hurt", ("We will go on doing so",)),
    )
    assert put_right(RELEASE, *known) == [(who, list(said)) for who, _, said in known]


def test_who_is_quoted_inside_a_quotation_keeps_the_words() -> None:
    text = (
        "“Lorn was clear. He told us this. ‘The dam will not hold a week.’ So we left,” Haske said."
    )
    known = ("He", "told", ("The dam will not hold a week",))
    assert put_right(text, known) == [("He", ["The dam will not hold a week"])]


def test_content_in_the_sentence_of_its_cue_stays() -> None:
    text = "“Lorn says the dam will hold. She is wrong,” Haske said."
    known = ("Lorn", "says", ("the dam will hold",))
    assert put_right(text, known) == [("Lorn", ["the dam will hold"])]


def test_who_is_named_in_the_next_paragraph_has_nothing_of_a_quotation() -> None:
    first = "“The river is clean,” Dorn said. “It was never cleaner. But wash your hands.”"
    text = f"{first}\n\nAccording to a survey, few do so."
    known = (
        ("Dorn", "said", ("It was never cleaner",)),
        ("a survey", "According to", ("But wash your hands", "few do so")),
    )
    assert put_right(text, *known) == [
        ("Dorn", ["It was never cleaner. But wash your hands."]),
        ("a survey", ["few do so"]),
    ]


def test_who_is_named_in_the_paragraph_above_has_nothing_of_it_either() -> None:
    text = "It rained, the Herald reported.\n\n“Equal for all is our aim. I hope so,” Dorn said."
    known = (
        ("the Herald", "reported", ("It rained", "Equal for all is our aim")),
        ("Dorn", "said", ("I hope so",)),
    )
    assert put_right(text, *known) == [
        ("the Herald", ["It rained"]),
        ("Dorn", ["Equal for all is our aim. I hope so,"]),
    ]


def test_a_quotation_that_goes_on_in_the_next_paragraph_has_one_speaker() -> None:
    first = "“The river is clean,” Orla Dorn, an engineer, told us.\n\n“It was never cleaner.\n\n"
    text = f"{first}“Haske knows it well.”\n\n“I know nothing,” Ilse Haske said."
    known = (
        ("Orla Dorn", "told", ("The river is clean", "It was never cleaner")),
        ("Ilse Haske", "said", ("Haske knows it well", "I know nothing")),
    )
    assert put_right(text, *known) == [
        ("Orla Dorn", ["The river is clean,", "It was never cleaner.", "Haske knows it well."]),
        ("Ilse Haske", ["I know nothing,"]),
    ]


def test_a_quotation_whose_end_stands_before_its_speaker_is_theirs_from_the_first_word() -> None:
    text = "“The river rose. It had no reason to. It fell again”, said Haske."
    assert put_right(text, ("Haske", "said", ("It fell again",))) == [
        ("Haske", ["The river rose. It had no reason to. It fell again"])
    ]
    text = "“The river rose. It fell again.” Nobody knew why, said Haske."
    known = ("Haske", "said", ("It fell again", "Nobody knew why"))
    assert put_right(text, known) == [("Haske", list(known[2]))]


def test_a_block_with_a_mark_at_its_head_alone_is_no_quotation_that_goes_on() -> None:
    text = '"The river had risen.\n\n“It frightened me,” Haske said.'
    known = ("Haske", "said", ("It frightened me",))
    assert put_right(text, known) == [("Haske", ["It frightened me,"])]


def test_a_closed_quotation_among_other_words_is_not_the_next_paragraphs_speakers() -> None:
    text = (
        "Councillor Orla Dorn spoke after the vote: “Please go, mayor.”\n\n"
        "Ilse Haske of the other party said: “This is no way to talk.”"
    )
    known = ("Ilse Haske", "said", ("Please go, mayor.", "This is no way to talk."))
    assert put_right(text, known) == [("Ilse Haske", ["This is no way to talk."])]


def test_a_closed_quotation_stays_with_whom_its_own_paragraph_names() -> None:
    text = (
        "“It is late,” Haske said. “You went on” to blame the workers.\n\n“It is weak,” Haske said."
    )
    known = (
        ("Haske", "said", ("It is late",)),
        ("Haske", "said", ("You went on", "It is weak")),
    )
    assert put_right(text, *known)[1] == ("Haske", ["You went on", "It is weak,"])


def test_what_something_is_called_is_no_quotation_of_who_tells_of_it() -> None:
    text = "According to Haske, the new river boat, named “Elk of the River,” sank at noon."
    assert put_right(text, ("Haske", "According to", ("Elk of the River,",))) == []
    said = "According to Haske, the new river boat, “Elk of the River,” sank at noon."
    assert put_right(said, ("Haske", "According to", ("Elk of the River,",))) != []
