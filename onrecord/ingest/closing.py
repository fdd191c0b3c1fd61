"""What is printed around an article: captions, authors' bios, and boilerplate, as tables of
patterns.
"""

from __future__ import annotations

import re

from onrecord.ingest.agencies import NAME, abbreviates, credited, pictured, site
from onrecord.ingest.names import PERSON

_SENTENCE_END = re.compile(r"[.!?…][\"'’”»)\]]{0,3}$")

# How captions speak: of the picture they stand under.
CAPTION_PHRASES = re.compile(
    r"^(?:(?:File|FILE|Undated|Archive)(?:\s(?:photo|image|picture|PHOTO))?\s?[:—–-]"
    r"|In this\s(?:\w+\s){0,3}"
    r"(?:photo|image|picture|still|frame|screengrab|handout)|(?:Photo|Image|Picture|Caption|PHOTO|CAPTION)"
    r"\s?[:—–]|Pictured\b|A (?:file|handout|satellite|general) (?:photo|image|picture|view)\b)"
    r"|\b(?:is|are) (?:seen|pictured)\b|\bfile (?:photo|picture|image)\b"
    r"|\b(?:poses?|posing) for a (?:photo|picture)|\b(?:AP|AFP|EPA|UPI) Photo\b|\bREUTERS/[A-Z]"
    r"|\bvia (?:AP|Reuters|REUTERS|AFP|Getty)(?: Images| Photo)?[.)\]]{0,2}$"
)
_CLOSING_CREDIT = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,80})[)\]]\.?$")
_SLASHED_CREDIT = re.compile(
    rf"(?:/\s?|[—–|]\s?|\s-\s)(?P<credit>(?:[\w .'’-]{{2,40}}/)?{NAME})\.?$"
)
_TRAILING_AGENCY = re.compile(rf"[.!?)\]][\"”’']?\s{{1,3}}(?:[Pp]hoto:?\s)?(?P<credit>{NAME})\.?$")
_SIGNATURE = re.compile(
    r"[.!?][\"”’']?\s{0,3}(?:[(\[](?P<closed>[^()\[\]]{2,80})[)\]]"
    rf"|(?P<dashed>[—–]|--?)\s?(?P<after>{NAME})|\s(?P<bare>{NAME}))\.?$"
)
_REPORTS = re.compile(r"\b(?:said|says|told|added|according to)\b")  # as stories do, not captions
_PICTURED_BY = re.compile(
    r"(?:^|[\s.])(?:Image|Photo|Picture|Credit)s?: (?P<credit>[^.:;]{2,60})\.?$"
)
_CREDIT_LABEL = re.compile(r"[\s(\[/—–|-]*(?:(?:Image|Photo|Picture|Credit)s?:\s*)?$")
_PICTURE_CREDIT = re.compile(r"(?i)\b(?:photo|image|picture|credit|courtesy|getty|via)\b|/")
_SENTENCE = re.compile(r"[a-z\d)”\"][.!?][\"”’)]{0,2}(?:\s|$)")
_MAKER = re.compile(r"[A-Z][a-z]{1,15}[A-Z][A-Za-z]{1,15}")  # of maps: "(CoastWatch)"
_PICTURE_WORD = re.compile(
    r"(?i)\b(?:photo|image|picture|credit|courtesy|screenshot|handout|pool|file|via)\b"
)

# "X is the news editor of Y": what a bio says its subject is.
ROLES = (
    "author|editor|editor-in-chief|reporter|correspondent|columnist|writer|journalist|contributor"
    "|producer|freelancer|professor|lecturer|fellow|analyst|commentator|blogger|researcher|historian"
    "|bureau chief|photographer|broadcaster|director|scholar|novelist|host|intern"
)
_STAFF = (
    "editor|editor-in-chief|reporter|correspondent|columnist|writer|journalist|producer"
    "|bureau chief"
)
_BIO = re.compile(
    rf"(?P<person>{PERSON}),?\s(?:is|was|has been)\s(?:currently\s)?(?:an?|the|our|one of)?\s?"
    rf"(?:[\w'’.&,-]{{1,30}}\s){{0,8}}?(?i:{ROLES})\b"
)
_BIO_OTHER = re.compile(
    r"(?i:about the authors?\b|the (?:author|writer)s? (?:is|are|was)\b|follow (?:him|her|them|@)"
    r"|(?:he|she|they) can be (?:reached|followed|contacted)"
    r"|(?:email|contact|reach) (?:him|her|the (?:author|reporter)))"
    rf"|{PERSON} (?:covers|reports on|writes about|can be reached|contributes to|joined)\b"
)
_FOLLOW = re.compile(
    rf"Follow (?P<person>{PERSON})\s(?:on (?:Twitter|X|Facebook|Instagram|Bluesky)|@|\(@)"
)
_OWN_NAME = r"[A-Z][\w'’&.-]*(?:\s(?:of\s|the\s|and\s|&\s)?[A-Z][\w'’&-]*){0,5}"
_ORG = rf"(?:(?P<publisher>(?:The\s)?{_OWN_NAME}|[\w-]+\.[a-z]{{2,6}}))"
_BIO_PUBLISHER = re.compile(
    rf"\b(?:{_STAFF})s?\b(?:\s[a-z-]+){{0,3}}?\s(?:of|at|for|with)\s(?:the\s)?{_ORG}"
    rf"|\b(?:covers|reports|writes)\b[^.]{{0,60}}?\sfor\s(?:the\s)?(?P<other>{_OWN_NAME})"
)
_NOT_STAFF = re.compile(r"(?i)\b(?:former|freelance|guest|retired|ex-)")
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s{0,2}(?i:copyright\s|©\s?)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s)?"
    rf"(?:by\s)?(?P<owner>{_OWN_NAME})"
)

# What the newsroom says of the article, or below every article of its kind.
_NOTE = (
    r"(?:an? )?editor(?:['’]?s['’]?|ial) note|(?:an? )?note (?:to|from|for) (?:our |the )?"
    r"(?:readers?|editors?)|correction|clarification"
)
_NOTED = re.compile(rf"(?:{_NOTE})\s?[:—–-]", re.I)

# A block that matches is printed with every article, not written for this one.
BOILERPLATE: tuple[str, ...] = (
    r"(?:©|\(c\)\s?\d|copyright\s(?:©|\d|\(c\)|by\b))",
    r".{0,80}\ball rights reserved",
    r"this material may not be published",
    r"(?:click|tap) (?:here|below|on)\b",
    r"(?:subscribe|sign up|register|log in|support us|donate)\b.{0,120}"
    r"(?:$|newsletter|access|now|today|email|here|free)",
    r"(?:read|see|watch|listen)(?: more| also| next|:)(?:\s|:|$)",
    r"(?:also read|more (?:on|from|about) th|related(?: articles?| stories|:)|recommended\b)",
    r"(?:advertis(?:e?ment|ing)|sponsored|promoted)(?: content)?(?:\b.{0,40})?$",
    r"(?:share|tweet|print|email|comments?|save)(?: this| the| on| via| article| story)?"
    r"(?: article| story| on \w+)?$",
    r"(?:follow|like|join|find) (?:us|our)\b",
    r"(?:our standards|trust principles)\b",
    r"this (?:article|story|post|report|piece)(?: has been| was| is| first| originally)+\s"
    r"(?:published|republished|updated|corrected|amended|auto-generated|appeared|syndicated|produced)",
    r"(?:originally|first) (?:published|appeared)\b",
    r"(?:for more|to read more)\b.{0,80}(?:visit|go to|see|click|http|www)",
    r"(?:the )?views (?:and opinions )?expressed\b",
    rf"(?:{_NOTE})\s?[:—–-]",
    r"(?:for immediate release|press release|media contacts?|press contacts?|contacts?\s?:)",
    r"(?:-\s?(?:30|end|ends)\s?-|###|end|ends)$",
    r"(?:https?://|www\.)\S+$",
    r"(?:tags?|topics|filed under|categories|keywords)\s?:",
    r"(?:full text|abstract|loading|continue reading(?: below)?|skip to\b.{0,40}"
    r"|story continues below.{0,40})\.?$",
    r"(?:have a (?:tip|story)|do you (?:have|know|support)|got a tip)\b.{0,200}[?:]",
    r"(?:download|get) (?:our|the) (?:free )?(?:app|newsletter)",
)  # fmt: skip
_BOILERPLATE = re.compile("(?:" + "|".join(BOILERPLATE) + ")", re.I | re.S)


def is_boilerplate(inner: str) -> bool:
    return len(inner) < 600 and bool(_BOILERPLATE.match(inner))


def goes_on(inner: str, between: str) -> bool:
    """Whether a note of the newsroom goes on in the next line: a page's links break its lines."""
    return between.count("\n") < 2 and not _SENTENCE_END.search(inner)


def is_note(inner: str) -> bool:
    """Whether the block begins a note of the newsroom: "Editor's note: …"."""
    return bool(_NOTED.match(inner))


def caption_credit(inner: str) -> str | None:
    """The credit that closes a caption: "… on Monday (AP Photo/Jane Doe)" → "AP Photo/Jane Doe"."""
    if len(inner) > 900:
        return None
    tail = inner[-160:]
    closing = _CLOSING_CREDIT.search(tail)
    if closing and abbreviates(closing["credit"], tail[: closing.start()]):
        return None
    if closing and _is_credit(closing["credit"]):
        return closing["credit"]
    match = (
        _PICTURED_BY.search(tail) or _SLASHED_CREDIT.search(tail) or _TRAILING_AGENCY.search(tail)
    )
    return match["credit"] if match else None


def _is_credit(words: str) -> bool:
    named = credited(words) or site(words) or _PICTURE_WORD.search(words) or _MAKER.fullmatch(words)
    return bool(named) and len(words.split()) <= 12


def is_caption(inner: str) -> bool:
    """Whether the block stands under a picture: how it speaks, or the credit that closes it.

    After a full sentence only a credit that is a picture's counts, or an agency's bare name: Indian
    and Chinese agencies sign articles ("... the minister said. (ANI)"), digests their items.
    """
    words = len(inner.split())
    if words > 90:
        return False
    found = caption_credit(inner)
    if CAPTION_PHRASES.search(inner):
        return bool(CAPTION_PHRASES.match(inner)) or found is not None or words < 30
    if found is None:
        return False
    head = _CREDIT_LABEL.sub("", inner[: inner.rindex(found)])
    sentences = len(_SENTENCE.findall(head))
    if not _SENTENCE_END.search(head):
        return sentences == 0
    bare = inner.endswith(found) and not _REPORTS.search(head)
    return sentences <= 2 and (bare or bool(_PICTURE_CREDIT.search(found)))


def signature(inner: str) -> tuple[str, ...]:
    """The agencies that sign a last paragraph: "… normal. — AFP", "… he said. (ANI)".

    A bare name signs what reports or has sentences; below anything else it is a picture's.
    """
    start = max(0, len(inner) - 200)
    match = _SIGNATURE.search(inner, start)
    if not match or CAPTION_PHRASES.search(inner) or pictured(match[0]):
        return ()
    prose = _REPORTS.search(inner) or _SENTENCE.search(inner[: match.start()])
    bare = match["bare"] if prose else None
    return credited(match["closed"] or match["after"] or bare or "")


def bio_subject(inner: str, authors: tuple[str, ...] = ()) -> str | None:
    """Whom the block is a bio of; "" if it is one that names nobody; None if it is none."""
    if len(inner) > 700:
        return None
    for author in authors:
        if re.match(
            rf"{re.escape(author)},?\s(?:is|was|has|covers|reports|writes|joined|teaches)\b", inner
        ):
            return author
    match = _BIO.match(inner) or _FOLLOW.match(inner)
    if match:
        return match["person"]
    return "" if _BIO_OTHER.match(inner) else None


def bio_publisher(inner: str) -> str | None:
    """The publisher a bio names its subject's employer: "a reporter for The Daily Star"."""
    match = _BIO_PUBLISHER.search(inner)
    if not match or _NOT_STAFF.search(inner[: match.start() + 40]):
        return None
    return (match["publisher"] or match["other"]).rstrip(".,")


def copyright_owner(inner: str) -> str | None:
    """Who holds the copyright, as a copyright line has it."""
    match = _COPYRIGHT.match(inner)
    return match["owner"].rstrip(".,") if match else None
