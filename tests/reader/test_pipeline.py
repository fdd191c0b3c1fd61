"""Whole readings by the shipped network: whatever the text, nothing is rewritten and nothing
raises.
"""

import time
from itertools import islice

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.model import Article, Part, Passage, Reading
from onrecord.reader import pipeline
from onrecord.reader.labels import Decisions, decided, joined
from onrecord.reader.network import OnnxNetwork
from onrecord.reader.pipeline import Reader
from onrecord.stopping import GivenUp, unless

SAID = "\n\n".join(
    [
        "Ferry talks to resume, minister says",
        "The talks will resume on Monday, Transport Minister Ilse Brandt said. "
        "“Nobody walked out,” she told reporters.",
    ]
)
WORDS = "said he that Monday officials U.S. _____ 語 😀"
MARKS = "“ ” \" ' ‘ ’ , . ( )"
BREAKS = ["\n", "\n\n", "\r\n", " ", "\xa0", "\x00"]
BITS = st.sampled_from(["Ilse Brandt", "according to", *WORDS.split(), *MARKS.split(), *BREAKS])


@pytest.fixture(scope="module")
def reader(network: OnnxNetwork) -> Reader:
    return Reader(network)


def article(text: str, number: int = 0) -> Article:
    return Article(id=f"art_{number}", input="made", text=text)


def passages(value: object) -> list[Passage]:
    if isinstance(value, Passage):
        return [value]
    if isinstance(value, tuple):
        return [p for v in value for p in passages(v)]
    names = getattr(value, "__dataclass_fields__", {})
    return [p for name in names for p in passages(getattr(value, name))]


def check(reading: Reading) -> None:
    text = reading.article.text
    for found in passages(reading.statements) + passages(reading.entities):
        assert text[found.start : found.end] == found.text
        assert found.text.strip()
    known = {e.id for e in reading.entities}
    for statement in reading.statements:
        assert statement.content
        assert statement.entity is None or statement.entity in known


def test_a_plain_story_yields_who_said_what(reader: Reader) -> None:
    reading = reader.read(article(SAID))
    check(reading)
    said = {s.content[0].text.rstrip(","): s.who for s in reading.statements}
    assert said["Nobody walked out"] == "Ilse Brandt"


def test_white_space_alone_holds_no_statement(reader: Reader) -> None:
    reading = reader.read(article("\n \n"))
    assert reading.statements == reading.entities == ()


def test_reading_twice_gives_the_same_reading(reader: Reader) -> None:
    assert reader.read(article(SAID)) == reader.read(article(SAID))


def test_readings_come_in_the_order_of_the_articles_and_stream(reader: Reader) -> None:
    taken = 0

    def many() -> object:
        nonlocal taken
        for k in range(1000):
            taken += 1
            yield article(SAID if k % 3 else "Nothing happened.", k)

    found = [r.article.id for r in islice(reader.readings(many()), 20)]  # type: ignore[arg-type]
    assert found == [f"art_{k}" for k in range(20)]
    assert taken < 60


@given(st.lists(BITS, max_size=60).map(" ".join) | st.lists(BITS, max_size=60).map("".join))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_text_is_too_strange(reader: Reader, text: str) -> None:
    check(reader.read(article(text)))


def test_an_article_in_one_line_without_paragraphs_is_read_to_its_end(reader: Reader) -> None:
    long = " ".join(["The mayor said the bridge was safe."] * 120)
    reading = reader.read(article(long))
    check(reading)
    assert max(s.content[-1].end for s in reading.statements) > len(long) - 200


@pytest.mark.parametrize(
    "piece", ["Iris Vant said the bridge was closed ", "“No,” said Iris Vant. "]
)
def test_long_hostile_runs_take_linear_time(reader: Reader, piece: str) -> None:
    def cost(times: int) -> float:
        made = article(piece * times)
        ((_, found),) = reader.labelled([made])
        started = time.process_time()
        reader._reading(made, found)
        return time.process_time() - started

    assert cost(1200) < 20 * max(cost(150), 0.05)


LONG = "\n\n".join(f"Minister Ilse Brandt{k} said Monday that {k} died." for k in range(9, 99))


def test_a_long_article_is_decided_a_stretch_at_a_time(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "STRETCH", 1)
    reading = reader.read(article(LONG))
    check(reading)
    assert reading.statements[-1].content[-1].end > len(LONG) - 2


def test_the_labels_of_stretches_are_those_of_the_whole(reader: Reader) -> None:
    ready = pipeline.prepared(article(LONG), reader.network)
    scores = reader.network.scores(ready.windows)
    assert len(scores) > 2

    def labels(start: int, end: int | None) -> Decisions:
        here = slice(start, end)
        return decided(ready.words, ready.cuts[here], scores[here], reader.network.transitions)

    whole, parts = labels(0, None), joined([labels(0, 1), labels(1, None)])
    assert parts.attributions == whole.attributions
    assert parts.ties.firsts == whole.ties.firsts
    assert len(parts.ties.matrices) == len(scores)
    for name in ("upos", "heads", "rels", "names", "facts", "happenings", "vectors"):
        assert np.array_equal(getattr(parts, name), getattr(whole, name))


def test_reading_is_given_up_in_the_middle_of_an_article(reader: Reader) -> None:
    asked: list[None] = []

    def after_two() -> bool:
        asked.append(None)
        return len(asked) > 2

    with pytest.raises(GivenUp), unless(after_two):
        reader.read(article(SAID))
    assert len(asked) == 3
    assert reader.read(article(SAID)).statements


def test_front_matter_is_nobodys_words(reader: Reader) -> None:
    front = '---\ntitle: "Ferry talks close to end, ministers say"\nauthor: Ada Roe\n---\n\n'
    text = front + "The ferry will sail again on Monday, two ministers told the Kest Daily."
    parts = (Part("boilerplate", 0, len(front) - 2), Part("body", len(front), len(text)))
    made = Article(id="art_1", input="made", text=text, parts=parts)
    (statement,) = reader.read(made).statements
    assert statement.cue is not None
    assert statement.cue.text == "told"
    assert statement.content[0].text == "The ferry will sail again on Monday"


def test_nothing_happens_in_boilerplate(reader: Reader) -> None:
    story = "Police arrested Jonas Brandt on Monday."
    note = "Editor’s note: Brandt is a man who vowed to ban all boats."
    text = f"{story}\n\n{note}"
    parts = (Part("body", 0, len(story)), Part("boilerplate", len(story) + 2, len(text)))
    read = reader.read(Article(id="art_1", input="made", text=text, parts=parts))
    assert [e.trigger.text for e in read.events] == ["arrested"]
    assert not read.statements


def test_what_is_hoped_or_supposed_was_not_said(reader: Reader) -> None:
    hoped = "I hope that in 2017 Meravia says, “Minister Roe, thank you for a lifetime of work.”"
    assert all(s.who != "Meravia" for s in reader.read(article(hoped)).statements)
    supposed = "The ferry would sail again if the Kestrians pledged to repair the pier."
    assert not any(s.act == "promise" for s in reader.read(article(supposed)).statements)
    assert reader.read(article("Ilse Brandt said the ferry would sail again.")).statements


@pytest.mark.parametrize(
    ("source", "unnamed"),
    [
        ("One of the diplomats", True),
        ("Two of his aides", True),
        ("A number of other members of parliament", True),
        ("Some who saw the plan", True),
        ("Two of the companies", False),
        ("Many", True),
        ("Someone", True),
        ("A 21-year-old", True),
        ("Some families", True),
        ("His associates", True),
        ("Protesters", True),
        ("Hundreds of pro-Brandt demonstrators", True),
        ("Those in the movement", True),
        ("Doctors and nurses", True),
        ("Some Republicans", True),
        ("Republicans", False),
        ("Some newspapers", False),
        ("State television", False),
        ("Doctors and the ministry", False),
    ],
)
def test_part_of_people_is_as_unnamed_as_they_are(
    reader: Reader, source: str, unnamed: bool
) -> None:
    reading = reader.read(article(f"{source} said that the ferry was late."))
    (statement,) = reading.statements
    assert statement.source is not None
    assert (statement.source.text, statement.unnamed) == (source, unnamed)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("President of France Ivo Brandt said the pier was closed.", "Ivo Brandt"),
        ("Secretary of State Anton Blenk said the pier was closed.", "Anton Blenk"),
        (
            "Kestria Gov. Jery Braun, who lost to Bill Corlin in the primaries and whose views on"
            " trade and other issues clashed with those of the former governor, described him as"
            " a friend.",
            "Jery Braun",
        ),
        (
            "One of these groups, the Varnish Harbour Forces (VHF), said it would fight on.",
            "Varnish Harbour Forces",
        ),
        (
            "In response to the address, former Orlin-Packer CEO and presidential candidate Karla"
            " Fenwick said on Twitter that the speech was late.",
            "Karla Fenwick",
        ),
        (
            "Kestria Department of Transportation official Troy Robles said the road was open.",
            "Troy Robles",
        ),
        ("State press agency NPL reported that the pier was closed.", "NPL"),
        ("One news site, Astelnow.com, reported that the pier was closed.", "Astelnow.com"),
        (
            "He and House Harbour Committee Chairman Bob Goodley said the program was late.",
            "He and House Harbour Committee Chairman Bob Goodley",
        ),
        ("Neighbours and Mayor Ivo Brandt said no.", "Neighbours and Mayor Ivo Brandt"),
        ("The two-term president said the pier was closed.", "two-term president"),
        ("Critics like Haffman said the pier was closed.", "Critics like Haffman"),
    ],
)
def test_a_source_has_the_name_of_its_head(reader: Reader, sentence: str, who: str) -> None:
    assert {s.who for s in reader.read(article(sentence)).statements} == {who}


def test_what_stands_before_a_name_in_a_sentence_is_no_part_of_it(reader: Reader) -> None:
    read = reader.read(article("Neither Hilary Morel nor Brandt has said that the pier is closed."))
    assert "Hilary Morel" in {e.name for e in read.entities}


def test_the_reader_names_its_version_and_its_weights(reader: Reader) -> None:
    version, _, digest = reader.name.partition("+")
    assert version == onrecord.__version__
    assert digest == reader.network.digest
