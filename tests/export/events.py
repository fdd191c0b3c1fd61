"""Events and figures for the tests of exports and pictures: a market fire in an invented town."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.export.counted import counted
from onrecord.export.happened import happened
from onrecord.model import (
    Article,
    Attribution,
    Counted,
    Event,
    Figure,
    Happened,
    Party,
    Passage,
    Place,
    Reading,
    When,
    identify,
    passage,
)
from tests.fakes import article_of, statement_of

TEXT = (
    "Rebels shell Ostrava Bay market\n\n"
    "Rebels shelled the market in Ostrava Bay on Monday, the mayor, Ada Marsh, said.\n"
    "More than 40 people were killed, according to the Health Ministry.\n"
    "Envoys are expected to meet in Tarn next month.\n"
)


def words(article: Article, text: str, last: bool = False) -> Passage:
    """The first (or last) place in the article where the words stand."""
    start = article.text.rindex(text) if last else article.text.index(text)
    return passage(article.text, start, start + len(text))


def event_of(article: Article, trigger: str, action: str, **known: Any) -> Event:
    """An event whose trigger is words of the article."""
    where = words(article, trigger)
    plain = Event(identify("eve", article.id, where.start), action, None, where)
    return replace(plain, **known)


def figure_of(article: Article, text: str, value: float, **known: Any) -> Figure:
    """A figure whose passage is words of the article."""
    where = words(article, text)
    plain = Figure(identify("fig", article.id, where.start), where, value, value, value)
    return replace(plain, **known)


def market_reading(text: str = TEXT) -> Reading:
    """An attack according to the mayor, a meeting that is planned, and the dead by a ministry."""
    article = article_of(text, "Bay Courier", published=When("2031-05-06", "metadata"))
    article = replace(article, title="Rebels shell Ostrava Bay market", url="https://bay.example/1")
    rebels = Party("Rebels", "ent_1", words(article, "Rebels", last=True))
    bay = Place("Ostrava Bay", words(article, "Ostrava Bay", last=True))
    said = statement_of(article, "Ada Marsh", "Rebels shelled the market in Ostrava Bay")
    attack = event_of(
        article,
        "shelled",
        "ASSAULT",
        mode="heavy-weapons",
        actors=(rebels,),
        recipients=(Party("the market", None, words(article, "the market")),),
        place=bay,
        when=When("2031-05-05", "calendar", words(article, "Monday")),
        according_to=said.id,
    )
    meeting = event_of(
        article,
        "meet",
        "CONSULT",
        when=When("2031-06", "calendar", words(article, "next month")),
        status="planned",
    )
    dead = figure_of(
        article,
        "More than 40 people",
        40,
        high=None,
        qualifier="more than",
        unit="people",
        of=words(article, "people"),
        measure="killed",
        according_to=Attribution("the Health Ministry"),
    )
    return Reading("fake/1", article, (), (said,), (attack, meeting), (dead,))


def attack() -> Happened:
    return next(happened(market_reading()))


def toll() -> Counted:
    return next(counted(market_reading()))
