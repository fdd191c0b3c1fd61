"""Elements of a page by simple selectors: ``.chart > svg a``, ``input[name=actor]``."""

from __future__ import annotations

import re

from lxml import html

_STEP = re.compile(r"([a-z0-9]*)((?:[.#][\w-]+|\[\w+=[\w-]+\])*)")
_PART = re.compile(r"\.([\w-]+)|#([\w-]+)|\[(\w+)=([\w-]+)\]")


def select(within: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """The elements below another that a selector names, in the order of the page."""
    path, axis = ".", "//"
    for step in selector.split():
        if step == ">":
            axis = "/"
            continue
        match = _STEP.fullmatch(step)
        assert match is not None, step
        path += f"{axis}{match[1] or '*'}{''.join(map(_condition, _PART.findall(match[2])))}"
        axis = "//"
    found: list[html.HtmlElement] = within.xpath(path)
    return found


def _condition(part: tuple[str, str, str, str]) -> str:
    named, id, name, value = part
    if named:
        return f"[contains(concat(' ', normalize-space(@class), ' '), ' {named} ')]"
    return f"[@id='{id}']" if id else f"[@{name}='{value}']"
