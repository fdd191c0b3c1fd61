"""How many there are, in words."""

from __future__ import annotations

from onrecord.across import Reckoned
from onrecord.phrases.entries import qualified


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


def reckoning(value: Reckoned) -> str:
    """What a figure comes to: ``at least 9``, ``10 to 20``, ``up to 5``, ``14-0``."""
    low, high, own = value.low, value.high, value.value
    if isinstance(own, str):
        return own
    if low is not None and high is not None and low < high:
        span = f"{amount_of(low)} to {amount_of(high)}"
        return span if own in (None, low, high) else f"{amount_of(own)} ({span})"
    if own is not None:
        return qualified(amount_of(own), value.qualifier)
    if low is not None:
        return f"{amount_of(low)} or more"
    return f"up to {amount_of(high)}" if high is not None else value.text
