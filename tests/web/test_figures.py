"""``/figures`` and ``/figure/ID``."""

import pytest

from tests.cli.linked import told
from tests.dam import dam
from tests.linker.accounts import Account, figure
from tests.web.selecting import select
from tests.web.shown import page, room, words


@pytest.fixture
def told_room(tmp_path):
    with room(tmp_path, *told(), link=True) as client:
        yield client


def history(client):
    return client.get("/figures.json").json()["histories"][0]["id"]


def test_counts_over_time_are_plots_side_by_side(told_room):
    (section,) = select(page(told_room, "/figures"), ".histories section")
    assert words(select(section, "h2")[0]) == "people killed in Port Alba"
    assert "3 figures by 2 sources" in words(section)
    assert len(select(section, ".chart > svg .mark")) == 3
    assert [words(each) for each in select(section, ".chart-key li")] == [
        "Port Alba hospital", "Interior Ministry"
    ]  # fmt: skip
    assert words(select(section, ".latest li")[0]).startswith("14, Interior Ministry")


def test_every_figure_stands_in_a_table(told_room):
    rows = select(page(told_room, "/figures?view=figures"), "tbody tr")
    assert [words(select(row, ".amount")[0]) for row in rows] == [
        "Nine people", "Nine people", "14 people"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "query", ["measure=killed", "of=people", "place=Port+Alba", "according_to=Interior+Ministry",
              "since=2031-05", "publisher=Inland"]
)  # fmt: skip
def test_every_filter_can_be_asked_for(told_room, query):
    value = told_room.get(f"/figures.json?view=figures&{query}").json()
    assert value["figures_count"] == len(value["figures"]) > 0


@pytest.mark.parametrize("query", ["measure=joy", "view=x"])
def test_what_there_is_not_is_refused(told_room, query):
    assert told_room.get(f"/figures?{query}").status_code == 422


def test_a_history_has_a_mark_and_a_row_for_each_figure(told_room):
    shown = page(told_room, f"/figure/{history(told_room)}")
    marks = [words(select(mark, "title")[0]) for mark in select(shown, ".chart > svg a")]
    assert marks[0] == (
        "“Nine people”; as of 2031-05-03; according to Port Alba hospital; "
        "printed by Coastline 2031-05-05"
    )
    rows = [words(row) for row in select(shown, "tbody tr")]
    assert len(rows) == 3
    assert "14" in rows[2]
    assert "Interior Ministry" in rows[2]
    key = [words(item) for item in select(shown, ".chart-key li")]
    assert key == ["Port Alba hospital", "Interior Ministry"]


def test_figures_that_accounts_disagree_about_are_marked_and_not_judged(tmp_path):
    accounts = [reading for reading in told() if reading.figures]
    with room(tmp_path, *accounts, link=True) as client:
        found = client.get(f"/figure/{history(client)}.json").json()
        shown = page(client, f"/figure/{history(client)}")
    assert len(select(shown, ".chart .disputed")) == len(
        {told["entry"] for each in found["disagreements"] for told in each["values"]}
    )


def test_where_one_account_gives_two_numbers_its_sources_disagree(tmp_path):
    account = Account(
        "Nine people died at Brell, Kestria said. Meravia said six people died there."
    )
    nine = figure(account, "Nine people", 9, "Kestria", place="Brell")
    six = figure(account, "six people", 6, "Meravia", place="Brell")
    with room(tmp_path, account.reading(figures=(nine, six)), link=True) as client:
        client.app.state.record.judge(nine.id, six.id, "same", by="Ada", why="one count")
        shown = page(client, "/figures")
        (address,) = [each.get("href") for each in select(shown, ".histories h2 a")]
        notice = words(select(page(client, address), ".notice")[0])
    assert words(select(shown, ".flag")[0]) == "sources disagree"
    assert notice.startswith("Sources disagree: one account reports 2 sources")


def test_a_share_keeps_its_unit_where_a_count_needs_none(tmp_path):
    account = Account("The dam is at 52 percent, Kestria said; Meravia said 47 percent of it.")
    full, low = (
        figure(account, f"{value} percent", value, by, "share", of=None)
        for value, by in ((52, "Kestria"), (47, "Meravia"))
    )
    with room(tmp_path, account.reading(figures=(full, low)), link=True) as client:
        client.app.state.record.judge(full.id, low.id, "same", by="Ada", why="one level")
        shown = page(client, f"/figure/{full.id}")
    assert "52 percent" in {words(each) for each in select(shown, "td .amount")}


def test_a_history_is_found_by_the_id_of_a_figure(told_room):
    id = told_room.get("/figures.json?view=figures").json()["figures"][0]["id"]
    assert words(select(page(told_room, f"/figure/{id}"), "h1")[0]).startswith("people killed")


def test_a_figure_of_one_article_has_a_page_without_a_plot(tmp_path):
    with room(tmp_path, dam(), link=True) as client:
        id = client.get("/figures.json?view=figures").json()["figures"][0]["id"]
        shown = page(client, f"/figure/{id}")
    assert not select(shown, ".chart")
    assert len(select(shown, "tbody tr")) == 1


def test_a_figure_that_is_none_is_not_found(told_room):
    assert told_room.get("/figure/cnt_0").status_code == 404


def test_a_csv_has_the_rows_of_its_view(told_room):
    counts = told_room.get("/figures.csv").text.splitlines()
    assert counts[0].startswith("id,about,")
    assert {line.split(",")[0] for line in counts[1:]} == {history(told_room)}
    singly = told_room.get("/figures.csv?view=figures").text.splitlines()
    assert {line.split(",")[0][:4] for line in singly[1:]} == {"fig_"}


def test_csv_has_figures_and_that_of_a_history_its_own(told_room):
    assert len(told_room.get("/figures.csv").text.splitlines()) == 4
    assert len(told_room.get(f"/figure/{history(told_room)}.csv").text.splitlines()) == 4


def test_a_record_without_figures_says_so(tmp_path):
    with room(tmp_path) as client:
        assert "No count" in words(page(client, "/figures"))
        assert "No figure" in words(page(client, "/figures?view=figures"))
