"""How many there are, in words."""

from __future__ import annotations


def number_of(number: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def independent(accounts: int, articles: int) -> str:
    """How many accounts there are: ``2 accounts in 3 articles, copies counted once``."""
    told = number_of(accounts, "account")
    if articles <= accounts:
        return told
    return f"{told} in {number_of(articles, 'article')}, copies counted once"


def amount_of(value: float) -> str:
    """A number as people write it: ``32,000``, ``2.5``."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"
