"""Credit lines: bylines, "X contributed to this report", agencies and date stamps on lines of
their own.

``credit`` says which kind of credit a block is, ``authors`` whom the credits of an article name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from onrecord.calendar import expressions
from onrecord.ingest.agencies import NAME, agency, credited, pictured
from onrecord.ingest.names import PERSON, people

CreditKind = Literal["byline", "contributor", "agency", "stamp", "photo", "publisher"]

_LONGEST = 600  # a credit with many contributors and their places
_BYLINE = re.compile(
    r"(?:By|BY|by|Por|From)(?:\s{0,2}:\s{0,3}|\s{1,3})(?P<listed>\S.{1,180})", re.S
)
_LABEL = re.compile(
    r"(?i:authors?|written by|words by|text by|story by|report by|reported by|posted by"
    r"|published by"
    r"|byline|writer|reporter|correspondent|words|text)\s{0,2}(?:[:–—-]\s{0,3}|(?<=by)\s{1,3})"
    r"(?P<listed>\S.{1,180})",
    re.S,
)
_CONTRIBUTED = re.compile(
    r"(?P<listed>\S.{1,400}?)\s(?:also\s|have\s|has\s)?contributed\s(?:additional\s)?(?:reporting|writing"
    r"|to\s(?:this|the)\s(?:\w+\s)?(?:report|story|article|piece|dispatch|post|coverage)|from\s[A-Z])",
    re.S,
)
_REPORTED_FROM = re.compile(
    rf"(?P<listed>{PERSON}(?:(?:,?\sand\s|,\s){PERSON}){{0,4}}|[A-Z][\w'’-]{{2,20}})\s"
    r"reported\s(?:from|in)\s[A-Z]"
)
_REPORTING_BY = re.compile(
    r"\(?(?:with\s|additional\s|other\s)?reporting\sby\s{0,2}:?\s{0,2}(?P<listed>\S.{1,400})",
    re.S | re.I,
)
_CONTRIBUTING = re.compile(
    r"\(?(?i:contributing|contributors?|contributed\sby|(?:additional\s)?contributions\sby)"
    r"\s{0,2}:\s{0,3}(?P<listed>\S.{1,400})",
    re.S,
)
_EDITED = re.compile(
    r"[;.,]?\s{0,2}(?:edit(?:ing|ed)|compiled|writing|written)\sby\b.*$", re.S | re.I
)
_MORE_REPORTING = re.compile(r"[;.,]?\s{0,2}(?:additional|further|other)\sreporting\sby\s", re.I)
_NEXT_SENTENCE = re.compile(r"(?<=[a-z]{2}[.;])\s+(?=[A-Z])")
_AGENCY_LINE = re.compile(
    rf"(?:(?i:source|from|via|with|credit)s?:?\s{{1,2}})?[(\[]?{NAME}"
    rf"(?:\s?(?:,|/|and|&|\||;|with)\s?{NAME}){{0,3}}[)\]]?(?:\s(?i:staff|wire|news|report|reports))?"
    r"(?:,?\swith\s(?:additional\s)?reporting\sby\s.{1,60})?\.?"
)
_PHOTO = re.compile(
    r"(?i:photo(?:graph)?s?|image|picture|pic|video|graphic|map|illustration|cover photo)"
    r"(?i:\s(?:credits?|courtesy(?:\sof)?|by|source))?\s{0,2}(?::|(?<=by)|(?<=of)|(?<=courtesy))\s{0,2}"
    r"(?P<whose>\S.{0,80})"
)
# A paper's or station's name on a line of its own, above the story or signing it.
_PUBLISHER_LINE = re.compile(
    r"(?P<publisher>(?:The\s)?(?:[A-Z][\w'’-]{1,20}\s){1,4}(?:Argus|Broadcasting|Bulletin|Chronicle|Courier"
    r"|Daily|Dispatch|Echo|Examiner|Express|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal"
    r"|Mail|Messenger|Mirror|Monitor|News|Observer|Post|Press|Radio|Record|Register|Review|Sentinel"
    r"|Standard|Star|Sun|Telegraph|Television|Times|Tribune|Weekly|Wire))(?:[\s_|·]*[Pp]rinted\sin\s.{2,30})?"
)
_SECTION = re.compile(
    r"(?i)\b(?:breaking|business|international|latest|local|more|national|politics|sports?|top|world)\b"
)
# What a date line holds besides dates.
_STAMP_WORDS: frozenset[str] = frozenset(
    [
        "published", "updated", "posted", "last", "first", "on", "at", "am", "pm", "a", "m", "p",
        "date", "modified", "created", "issued", "release", "released", "for", "immediate", "local",
        "time", "et", "est", "edt", "gmt", "utc", "ist", "bst", "hkt", "cet", "of", "the", "story",
        "article", "from", "edition", "morning", "evening",
        "print", "min", "minutes", "read", "and", "in", "z", "t",
    ]
)  # fmt: skip
_LEADS_NAMES = re.compile(
    rf"^(?:the\s)?(?:{NAME}|[A-Z][\w.&'’ -]{{2,40}}?)?\s?"
    r"(?:(?:staff|special|video|freelance|senior|political|medical|business|sports|science|"
    r"diplomatic|national|foreign)\s)*"
    r"(?:writers?|reporters?|journalists?|correspondents?|producers?|staffers?|editors?"
    r"|photographers?|news\seditors?)\s",
    re.I,
)


def credit(inner: str) -> CreditKind | None:
    """Which credit the block is, or None if it is none."""
    if len(inner) > _LONGEST:
        return None
    if is_stamp(inner):
        return "stamp"
    if _AGENCY_LINE.fullmatch(inner):
        return "photo" if pictured(inner) else "agency"
    if _bylined(inner):
        return "byline"
    if _contributors(inner):
        return "contributor"
    return "photo" if _photographers(inner) else None


def publisher_line(inner: str) -> str | None:
    """The publisher whose name is all that the line says, or None: "The Ashby Courier"."""
    match = _PUBLISHER_LINE.fullmatch(inner) if len(inner) < 80 else None
    return match["publisher"] if match and not _SECTION.search(match["publisher"]) else None


def is_stamp(inner: str) -> bool:
    """Whether the line is nothing but a date and the words around one: "Updated: 5 March 2024, 9
    am"."""
    if len(inner) > 140 or not any(map(str.isdigit, inner)):
        return False
    found = expressions(inner)
    if any(e.kind == "relative" for e in found):
        return False  # "Today: July 24, 2008" is the day the page was looked at
    if not any(e.kind == "date" and (e.year or e.day) for e in found):
        return False
    rest, at = [], 0
    for expression in found:
        rest.append(inner[at : expression.start])
        at = expression.end
    words = re.findall(r"[^\W\d_]+", " ".join([*rest, inner[at:]]).lower())
    return all(word in _STAMP_WORDS for word in words)


def authors(credits: Iterable[tuple[CreditKind, str]]) -> tuple[str, ...]:
    """Whom the bylines name; where there is none, whom the closing credits name."""
    credits = tuple(credits)
    for kind, listed in (("byline", _bylined), ("contributor", _contributors)):
        named = [n for k, inner in credits if k == kind for n in people(listed(inner) or "")]
        if named:
            return tuple(dict.fromkeys(named))
    return ()


def _bylined(inner: str) -> str | None:
    """What a byline lists, if the whole block is one."""
    match = _LABEL.fullmatch(inner) or _BYLINE.fullmatch(inner)
    if not match or len(inner.split()) > 25:
        return None
    listed = _undated(match["listed"])
    return listed if _lists_people(listed) else None


def _undated(listed: str) -> str:
    """Without the date and time that often end a byline."""
    found = [e for e in expressions(listed) if e.kind in ("date", "clock") and not e.weekday_only]
    cut = listed[: found[0].start] if found else listed
    return re.sub(r"[\s|,;•·–—-]*(?:(?i:published|updated|posted)(?:\son)?:?\s*)?$", "", cut)


def _lists_people(listed: str) -> bool:
    """All of it names and offices: "By Jane Doe, staff writer", not "By noon the town was
    empty"."""
    if re.search(r"[.!?]\s+[A-Z][a-z]+\s[a-z]", listed):
        return False
    first = re.split(r",|;|\||\n|\band\b|&|\sin\s|\sfor\s|\sat\s|\s[-–—]\s", listed)[0].strip(" .")
    first = re.sub(rf"\s(?:of\s|\()?{NAME}\)?$", "", first)
    if agency(first) or re.fullmatch(rf"(?:the\s)?{NAME}(?:\s[Ss]taff)?", first):
        return True
    return bool(people(first)) or _is_office(first)


def _is_office(piece: str) -> bool:
    return bool(re.search(r"(?i)\b(?:staff|news desk|newsroom|correspondent|reporters?)$", piece))


def _contributors(inner: str) -> str | None:
    """Whom a closing credit names, comma by comma; its sentences may each name some."""
    match = _REPORTING_BY.match(inner)
    named = _CONTRIBUTING.fullmatch(inner)
    if named and _lists_people(named["listed"]):
        return named["listed"]
    if match:
        return _MORE_REPORTING.sub(", ", _EDITED.sub("", match["listed"]))
    listed = [_contributor(sentence) for sentence in _NEXT_SENTENCE.split(inner)]
    return ", ".join(filter(None, listed)) or None if listed[0] else None


def _contributor(sentence: str) -> str | None:
    match = _CONTRIBUTED.match(sentence) or _REPORTED_FROM.match(sentence)
    if not match:
        return None
    listed = _LEADS_NAMES.sub("", match["listed"].strip("(_—–- "))
    words = [w for w in listed.split() if len(w) > 3]
    named = sum(w[0].isupper() for w in words) >= 0.6 * len(words)
    known = people(listed) or credited(listed) or match.re is _REPORTED_FROM
    return listed if named and known else None


def _photographers(inner: str) -> str | None:
    """Whose a picture is, if the block says no more than that."""
    match = _PHOTO.fullmatch(inner)
    return match["whose"] if match and len(match["whose"].split()) <= 7 else None
