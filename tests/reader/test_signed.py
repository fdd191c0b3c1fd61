"""Whose words a signed quotation is: "“…” — Ilse Haske"."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.labels import Attributed, TokenSpan
from onrecord.reader.passages import text_of
from onrecord.reader.quotes import quotations
from onrecord.reader.signed import with_signed

TWO = (
    "What readers say\n\n"
    "“The dam will hold for years.” ― Ilse Haske\n"
    "“Nobody asked the villages below it.” ― Peta Lorn.\n"
)


def signed(text: str, *known: tuple[str, str, str]) -> list[tuple[str, str]]:
    """Source and content of each attribution; ``known``: source, cue and content found before."""
    doc = spacy.blank("en")(text)

    def span(words: str) -> TokenSpan | None:
        if not words:
            return None
        start = text.index(words)
        found = doc.char_span(start, start + len(words), alignment_mode="expand")
        return found.start, found.end

    before = [
        Attributed(span(source), span(cue), tuple(s for s in [span(content)] if s), 0.5)
        for source, cue, content in known
    ]
    made = with_signed(text_of(text, quotations(text)), [t.idx for t in doc], before)
    return [
        (
            doc[slice(*a.source)].text if a.source else "",
            " ".join(doc[a:b].text for a, b in a.content).strip("“”"),
        )
        for a in made
    ]


def test_each_quotation_of_a_list_is_of_who_signs_it() -> None:
    assert signed(TWO) == [
        ("Ilse Haske", "The dam will hold for years."),
        ("Peta Lorn", "Nobody asked the villages below it."),
    ]


def test_quotation_that_the_network_gives_to_the_signature_above_it_is_taken_back() -> None:
    found = signed(TWO, ("Ilse Haske", "―", "“Nobody asked the villages below it.”"))
    assert ("Peta Lorn", "Nobody asked the villages below it.") in found
    assert ("Ilse Haske", "Nobody asked the villages below it.") not in found


def test_signature_on_a_line_of_its_own_signs_the_quotation_above() -> None:
    text = "“We were never told of the cracks in it.”\n\n- Ilse Haske, a farmer in Port Alba\n"
    assert signed(text) == [("Ilse Haske", "We were never told of the cracks in it.")]


def test_post_is_of_who_signs_it_with_handle_and_day() -> None:
    text = "The dam is as safe as any of ours.— Ilse Haske (@haske) March 5, 2024\n"
    assert signed(text) == [("Ilse Haske", "The dam is as safe as any of ours.")]


def test_verb_that_names_the_signer_keeps_the_words() -> None:
    text = "Haske wrote: The dam is as safe as any.— Ilse Haske (@haske) March 5, 2024\n"
    known = ("Haske", "wrote", "The dam is as safe as any.")
    assert signed(text, known) == [("Haske", "The dam is as safe as any.")]


def test_what_is_told_inside_the_words_remains() -> None:
    text = "“Lorn said that nobody had asked her.” — Ilse Haske\n"
    assert signed(text, ("Lorn", "said", "that nobody had asked her")) == [
        ("Lorn", "that nobody had asked her"),
        ("Ilse Haske", "Lorn said that nobody had asked her."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The Long Way Home” — Ilse Haske\n",  # a song
        "“No.” — Ilse Haske\n",
        "The dam would hold for years — Ilse Haske\n",  # not quoted
        "“The dam will hold for years,” she said — and left.\n",
        "He called it “a disgrace to all of us” — and Haske agreed.\n",
        "“The dam will hold for years to come.”\n\n- Immigration\n- Trade\n",
        "“The dam will hold for years to come.” — which is wrong\n",
    ],
)
def test_what_is_no_signed_sentence_stays_as_it_was(text: str) -> None:
    assert signed(text) == []


@given(st.text(alphabet="“”\"'—― -\nAaé.,@()1", max_size=80))
def test_any_text_gives_spans_of_its_tokens(text: str) -> None:
    doc = spacy.blank("en")(text)
    for one in with_signed(text_of(text, quotations(text)), [t.idx for t in doc], []):
        for start, end in [s for s in (one.source, one.cue, *one.content) if s]:
            assert 0 <= start < end <= len(doc)
