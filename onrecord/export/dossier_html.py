"""A dossier as one HTML page that can be mailed, put away and printed.

Nothing in it is fetched from anywhere and nothing in it runs: the page forbids both itself, beside
escaping every letter that an article could close a tag with.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TextIO

from onrecord.dossiers import Dossier
from onrecord.export.dossier_citations import Cited, about, citations
from onrecord.phrases.letters import one_line

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1a17; --quiet: #635d54; --paper: #fdfcf9;
  --rule: #d9d3c7; --told: #fbe9a9; --link: #1b4f8a; --warn: #8a2a1b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e4da; --quiet: #a8a195; --paper: #191714;
  --rule: #3d3932; --told: #5a4a12; --link: #8fb8ea; --warn: #f0a392; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 17px/1.5 Charter, "Bitstream Charter", "Source Serif 4", Georgia, serif; }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 0; overflow-wrap: anywhere; }
a { color: var(--link); overflow-wrap: anywhere; }
header p, .facts, .where, .picked { color: var(--quiet); font-size: .9rem; margin: .25rem 0 0; }
header { border-bottom: 3px double var(--rule); padding-bottom: 1rem; }
ol { list-style: none; margin: 0; padding: 0; }
li { border-bottom: 1px solid var(--rule); padding: 1.5rem 0; break-inside: avoid; }
blockquote { margin: .75rem 0; padding-left: 1rem; border-left: 3px solid var(--rule);
  white-space: pre-line; overflow-wrap: anywhere; }
mark { background: var(--told); color: inherit; text-decoration: underline .08em; }
.number { color: var(--quiet); font-weight: normal; }
.where cite { color: var(--ink); }
.note { margin: .75rem 0 0; padding: .5rem .75rem; border: 1px solid var(--rule); }
.note b { font-weight: 600; }
.remark { margin: .5rem 0 0; font-size: .95rem; font-style: italic; }
.gone .remark { color: var(--warn); }
.gone blockquote { border-left-style: dashed; }
code { font-size: .8rem; overflow-wrap: anywhere; }
@page { margin: 2cm; }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff;
    --rule: #999; --told: #eee; --link: #000; --warn: #000; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; } li { padding: .9rem 0; } }
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(dossier: Dossier, stream: TextIO) -> None:
    """Write the page."""
    stream.writelines(f"{line}\n" for line in _page(dossier))


def _page(dossier: Dossier) -> Iterator[str]:
    name = _shown(dossier.name)
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{name}</title>"
    yield f"<style>\n{_STYLE}\n</style></head>"
    yield f"<body><main>\n<header><h1>{name}</h1>\n<p>{_shown(about(dossier))}</p></header>"
    yield "<ol>"
    for cited in citations(dossier):
        yield from _line(cited)
    yield "</ol>"
    yield "</main></body>\n</html>"


def _line(cited: Cited) -> Iterator[str]:
    number = f'<span class="number">{cited.number}.</span>'
    yield '<li class="gone"><article>' if cited.gone else "<li><article>"
    yield f"<h2>{number} {_shown(cited.heading)}</h2>"
    yield f'<p class="facts">{_shown(" · ".join(cited.facts))}</p>'
    yield f'<blockquote dir="auto">{_passage(cited)}</blockquote>'
    yield f'<p class="where">{_where(cited)}</p>'
    yield from (f'<p class="remark">{_shown(remark)}.</p>' for remark in cited.remarks)
    if cited.note:
        yield f'<p class="note"><b>Note.</b> {"<br>".join(map(_shown, cited.note))}</p>'
    yield f'<p class="picked">{_shown(cited.picked)} · <code>{_shown(cited.entry)}</code></p>'
    yield "</article></li>"


def _passage(cited: Cited) -> str:
    parts = (
        f"<mark>{escape(each.text)}</mark>" if each.told else escape(each.text)
        for each in cited.passage
    )
    return "".join(parts).strip()


def _where(cited: Cited) -> str:
    printed = (f"<cite>{_shown(cited.publisher)}</cite>", _shown(cited.printed))
    title = _shown(cited.title)
    return " · ".join((*printed, title, _linked(cited)))


def _linked(cited: Cited) -> str:
    origin = _shown(cited.origin)
    return f'<a href="{_shown(cited.link)}">{origin}</a>' if cited.link else origin


def _shown(text: str) -> str:
    return escape(one_line(text))
