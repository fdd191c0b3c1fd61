"""Files, folders and standard input, in order, with a failure for each that is no article."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import PublishedDateInvalid
from onrecord.ingest import Given, articles
from onrecord.model import Article, Failure

GIVEN = Given(today=date(2026, 11, 21))
NEWS = "The bridge reopened on Monday, the council said, and the ferry stopped running.\n"


def _put(folder: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def test_a_folder_is_walked_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    _put(tmp_path, b_txt=NEWS, a_txt=NEWS, _hidden=NEWS, sub__c_txt=NEWS, _git__d_txt=NEWS)
    found = [a.input for a in articles([tmp_path], GIVEN) if isinstance(a, Article)]
    assert found == [str(tmp_path / n) for n in ("a.txt", "b.txt", "sub/c.txt")]


def test_a_bad_file_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    _put(tmp_path, a_pdf=b"%PDF-1.4", b_json="{}", c_txt="", d_txt=NEWS)
    *failures, article = articles([tmp_path], GIVEN)
    assert isinstance(article, Article)
    reasons = [f.reason for f in failures if isinstance(f, Failure)]
    assert [r.split(":")[0].split(",")[0] for r in reasons] == ["binary", "JSON data", "empty"]


def test_a_missing_file_and_an_empty_folder_are_failures(tmp_path: Path) -> None:
    missing, empty = articles([tmp_path / "none.txt", tmp_path], GIVEN)
    assert isinstance(missing, Failure)
    assert isinstance(empty, Failure)
    assert "No such file" in missing.reason
    assert "no files" in empty.reason


def test_a_name_that_is_no_name_is_a_failure() -> None:
    (failure,) = articles(["a\0b.txt"], GIVEN)
    assert isinstance(failure, Failure)
    assert "unreadable" in failure.reason


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode())))
    (article,) = articles(["-"], GIVEN)
    assert isinstance(article, Article)
    assert (article.input, article.text) == ("-", NEWS)


def test_articles_are_read_one_at_a_time(tmp_path: Path) -> None:
    _put(tmp_path, a_txt=NEWS)
    stream = articles([tmp_path / "a.txt", tmp_path / "later.txt"], GIVEN)
    assert isinstance(next(stream), Article)
    _put(tmp_path, later_txt=NEWS)
    assert isinstance(next(stream), Article)


def test_what_is_given_wins_over_everything(tmp_path: Path) -> None:
    _put(
        tmp_path,
        a_md=f"---\ntitle: T\ndate: 2020-01-01\nsource: A\nurl: https://a.example\n---\n\n{NEWS}",
    )
    given = Given("Nov. 6, 2023", "The Ashby Courier", "https://b.example", date(2026, 11, 21))
    (article,) = articles([tmp_path / "a.md"], given)
    assert isinstance(article, Article)
    assert (article.published.edtf, article.published.basis) == ("2023-11-06", "given")
    assert (article.publisher, article.url) == ("The Ashby Courier", "https://b.example")


@pytest.mark.parametrize("edtf", ["2024-03", "2023-11-06/2023-11-07", "XXXX-XX-07", "2024?"])
def test_a_date_given_in_edtf_is_kept(edtf: str) -> None:
    assert Given(published=edtf).published == edtf


@pytest.mark.parametrize("written", ["tomorrow", "31 June 2024", "2024-13-01", "", "soon"])
def test_a_date_given_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(PublishedDateInvalid, match="is no date"):
        Given(published=written)


@pytest.mark.parametrize("written", ["03/04/2020", "3.4.2020"])
def test_a_day_that_may_be_another_is_refused(written: str) -> None:
    with pytest.raises(PublishedDateInvalid, match="may be either of two days"):
        Given(published=written)


def test_a_day_behind_all_months_is_told_from_the_month() -> None:
    assert Given(published="31/12/2020").published == "2020-12-31"


def test_the_folder_says_nothing_of_the_publisher(tmp_path: Path) -> None:
    _put(tmp_path, reuters__a_txt=NEWS)
    (article,) = articles([tmp_path], GIVEN)
    assert isinstance(article, Article)
    assert article.publisher is None


def test_the_same_words_and_publisher_are_the_same_article(tmp_path: Path) -> None:
    _put(tmp_path, a_txt=NEWS, b_txt=NEWS.replace(" ", "\u00a0\n"))
    one, other = articles([tmp_path], GIVEN)
    (third,) = articles([tmp_path / "a.txt"], Given(publisher="X", today=GIVEN.today))
    assert isinstance(one, Article)
    assert isinstance(other, Article)
    assert isinstance(third, Article)
    assert one.id == other.id != third.id
