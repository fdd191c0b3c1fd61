"""What every format of a dossier has to hold, and what none may let through."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from docx import Document
from hypothesis import given, settings
from markdown_it import MarkdownIt

from onrecord.export.counted import counted
from onrecord.export.dossier import FORMATS, KINDS, file_name, written
from onrecord.export.dossier_citations import citations, followable, stretches
from onrecord.export.happened import happened
from onrecord.export.spoken import spoken
from onrecord.model import Passage, Spoken, When
from tests.export.dossiers import HOSTILE, dossier, harmful, line, relayed, whole
from tests.export.events import attack
from tests.readings import readings

SAFE_TAGS = frozenset(
    "html head meta title style body main header h1 p ol li article h2 span blockquote mark cite"
    " a code b br".split()
)


class Page(HTMLParser):
    """The tags, addresses and text of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.words = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on") or name == "style"]

    def handle_data(self, data):
        self.words.append(data)


def shown(made, form):
    """The words that a reader of the format sees."""
    if form == "html":
        return "".join(Page(made.decode()).words)
    if form == "md":
        tokens = MarkdownIt("commonmark").parse(made.decode())
        parts = [child for token in tokens for child in token.children or ()]
        return "".join(part.content if part.content[:2] != "<b" else "" for part in parts)
    if form == "docx":
        paper = Document(io.BytesIO(made))
        return "\n".join(paragraph.text for paragraph in paper.paragraphs)
    return made.decode()


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_who_what_where_when_and_the_words(form):
    words = shown(written(whole(), form), form)
    for told in (
        "Jane Doe", "The Alba Herald", "repairs will end in May", "Alba Herald", "2023-11-06",
        "Bridge to reopen", relayed().statement.id, "Ask the engineers.", "Both of them.",
        "Put down to Jane Doe instead of the engineers by Bo Hale on 2031-05-07: see the briefing",
        "Rebels", "shelled", "happened", "according to", "Ada Marsh", "https://bay.example/1",
        "No longer on the record", "More than 40 people", "killed", "the Health Ministry",
        "Bay Courier", "2031-05-06",
    ):  # fmt: skip
        assert told in words, told


@pytest.mark.parametrize("form", FORMATS)
def test_a_dossier_without_lines_is_written_too(form):
    assert written(dossier(), form)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_html_page_shows_hostile_text_and_does_nothing_with_it(text):
    page = Page(written(harmful(text), "html").decode())
    assert set(page.tags) <= SAFE_TAGS
    assert page.links == []
    assert not set("".join(page.words)) & set("\x00\x07\x1b\x9b\u202e\u2066")


def test_an_html_page_forbids_itself_to_fetch_or_to_run_anything():
    page = written(whole(), "html").decode()
    assert "default-src 'none'" in page
    assert Page(page).links == ["https://bay.example/1"] * 2
    assert "<script" not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_hostile_text_as_it_was_printed(text):
    made = written(harmful(text), "md").decode()
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made)
    blocks = {token.type for token in tokens}
    assert blocks <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline",
        "blockquote_open", "blockquote_close",
    }  # fmt: skip
    inline = [child for token in tokens for child in token.children or ()]
    assert {part.type for part in inline} <= {
        "text", "softbreak", "hardbreak", "html_inline", "em_open", "em_close", "strong_open",
        "strong_close", "code_inline", "text_special",
    }  # fmt: skip
    assert {part.content for part in inline if part.type == "html_inline"} <= {"<b>", "</b>"}
    assert sum(token.type == "heading_open" for token in tokens) == 4
    assert sum(token.type == "blockquote_open" for token in tokens) == 3


def test_markdown_in_an_article_comes_out_of_markdown_letter_for_letter():
    text = HOSTILE[3]
    assert text in shown(written(harmful(text), "md"), "md")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_word_file_holds_hostile_text_and_opens(text):
    paper = Document(io.BytesIO(written(harmful(text), "docx")))
    assert len([p for p in paper.paragraphs if p.style.name == "Heading 2"]) == 3
    targets = [part.target_ref for part in paper.part.rels.values() if part.is_external]
    assert targets == []


def test_a_word_file_has_words_own_styles_a_link_and_page_numbers():
    paper = Document(io.BytesIO(written(whole(), "docx")))
    assert [p.style.name for p in paper.paragraphs[:4]] == [
        "Title", "Normal", "Heading 2", "Normal",
    ]  # fmt: skip
    quotes = [p for p in paper.paragraphs if p.style.name == "Quote"]
    assert [run.text for run in quotes[0].runs if run.bold] == ["repairs will end in May"]
    links = [link.address for p in paper.paragraphs for link in p.hyperlinks]
    assert links == ["https://bay.example/1"] * 2
    assert "PAGE" in paper.sections[0].footer.paragraphs[0]._p.xml
    assert paper.core_properties.title == "Bridge & dam"
    assert paper.core_properties.author == "Ada Marsh"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_table_is_one_safe_line_for_each_line_of_the_dossier(text):
    made = written(harmful(text), "csv").decode()
    assert len(made.splitlines()) == 4
    for row in csv.reader(io.StringIO(made)):
        assert not [cell for cell in row if cell[:1] in tuple("=+-@")]
        assert not [cell for cell in row if ";=" in cell.replace(" ", "")]


def test_a_row_of_the_table_says_who_what_how_and_through_whom():
    said, attacked, dead = csv.DictReader(io.StringIO(written(whole(), "csv").decode()))
    assert (said["kind"], said["who"], said["what"]) == ("statement", "Jane Doe", "believe")
    assert (said["how"], said["via"]) == ("indirect", "The Alba Herald; engineers")
    assert (attacked["who"], attacked["what"], attacked["how"]) == (
        "Rebels", "ASSAULT, heavy-weapons", "happened",
    )  # fmt: skip
    assert (attacked["via"], attacked["date"], attacked["gone"]) == (
        "Ada Marsh", "2031-05-05", "true",
    )  # fmt: skip
    assert (dead["who"], dead["what"], dead["value"]) == ("the Health Ministry", "killed", "40")
    assert dead["passage"] == "More than 40 people"
    assert (dead["line"], dead["url"]) == ("3", "https://bay.example/1")


@settings(max_examples=15)
@given(readings())
def test_whatever_can_be_read_can_be_written_in_every_format(reading):
    picked = [*spoken(reading), *happened(reading), *counted(reading)]
    found = dossier(*(line(each, number) for number, each in enumerate(picked, 1)))
    for form in FORMATS:
        assert written(found, form)
    for cited in citations(found):
        words = "".join(stretch.text for stretch in cited.passage)
        assert not set(words) & set("\x00\ud800\u202e")


def test_the_entrys_own_words_are_told_from_those_around_them():
    around = stretches(relayed())
    assert [stretch.text for stretch in around if stretch.told] == ["repairs will end in May"]
    assert "".join(stretch.text for stretch in around) == relayed().context.text


@pytest.mark.parametrize(
    ("around", "shown"),
    [
        ("of the bridge, she said yes on Monday", "… of the bridge, she said yes on Monday …"),
        ("The minister said yes.", "The minister said yes."),
        ("Minister: it is a yes", "Minister: it is a yes"),  # a line of its own
    ],
)
def test_words_cut_out_of_a_sentence_say_that_it_goes_on(around, shown):
    start = around.index("yes")
    own = replace(relayed().statement, content=(Passage(start, start + 3, "yes"),))
    value = replace(relayed(), statement=own, context=Passage(0, len(around), around))
    assert "".join(each.text for each in stretches(value)) == shown


@pytest.mark.parametrize("form", ["html", "md", "docx"])
def test_a_file_is_named_without_its_folders_and_no_title_is_quoted_that_is_none(form):
    value = relayed()
    card = replace(value.article, url=None, input="/srv/desk/in/bridge.txt", title=None)
    words = shown(written(dossier(line(replace(value, article=card))), form), form)
    assert "bridge.txt" in words
    assert "/srv" not in words
    assert "no title" in words
    assert "“no title”" not in words


def test_pieces_that_overlap_are_told_once():
    said = relayed()
    start = said.statement.content[0].start
    text = said.context.text
    pieces = tuple(
        Passage(start + a, start + b, text[start - said.context.start :][a:b])
        for a, b in ((0, 12), (8, 16), (16, 23), (0, 0))
    )
    value = replace(said, statement=replace(said.statement, content=pieces))
    assert [s.text for s in stretches(value) if s.told] == ["repairs will end in May"]


@pytest.mark.parametrize(
    ("origin", "link"),
    [
        ("https://bay.example/a?b=c", "https://bay.example/a?b=c"),
        ("http://bay.example/é <b>", "http://bay.example/%C3%A9%20%3Cb%3E"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("reports/dam.txt", None),
        ("http://[", None),
        ("https://", None),
        ("//bay.example/1", None),
    ],
)
def test_only_the_address_of_a_page_is_a_link(origin, link):
    assert followable(origin) == link


def test_a_date_stands_with_its_doubt():
    said = relayed()
    printed = When("2023-11~", "text")
    found = Spoken(said.statement, replace(said.article, published=printed), said.context)
    (cited,) = citations(dossier(line(found)))
    assert cited.printed == "about November 2023 (as stated)"


def test_who_is_not_named_and_what_the_article_says_itself_is_said_so():
    said = relayed()
    unnamed = replace(said, statement=replace(said.statement, unnamed=True))
    own = replace(attack(), event=replace(attack().event, according_to=None), statement=None)
    first, second = citations(dossier(line(unnamed), line(own, 2)))
    assert first.heading == "Jane Doe (unnamed)"
    assert second.facts[-1] == "in the article's own voice"


@pytest.mark.parametrize(
    ("name", "file"),
    [("Bridge & dam", "Bridge - dam.docx"), ("山 2031", "山 2031.docx"), ("“?”", "dossier.docx")],
)
def test_a_file_has_the_dossiers_name_without_what_file_systems_refuse(name, file):
    assert file_name(dossier(name=name), "docx") == file


def test_every_format_says_how_it_is_sent():
    assert set(KINDS) == set(FORMATS)
