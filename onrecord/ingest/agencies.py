"""The wire services, as a table: the full name, and what datelines, credits and captions call it;
and which credits are a picture's.
"""

from __future__ import annotations

import re

# The full name first. Short forms count only in a credit or dateline, never in running text.
AGENCIES: tuple[tuple[str, ...], ...] = (
    ("Associated Press", "The Associated Press", "AP", "A.P.", "AP Photo", "AP Photos"),
    ("Reuters", "REUTERS", "Thomson Reuters"),
    ("Agence France-Presse", "AFP", "Agence France Presse"),
    ("Xinhua News Agency", "Xinhua"),
    ("EFE", "Agencia EFE", "EPA-EFE"),
    ("TASS", "ITAR-TASS", "Itar-Tass", "Tass"),
    ("Yonhap News Agency", "Yonhap", "Yonhap News"),
    ("Deutsche Presse-Agentur", "dpa", "DPA", "dpa-AFX"),
    ("United Press International", "UPI"),
    ("Bloomberg", "Bloomberg News"),
    ("Anadolu Agency", "Anadolu", "AA"),
    ("Asian News International", "ANI"),
    ("Press Trust of India", "PTI"),
    ("Indo-Asian News Service", "IANS"),
    ("Associated Press of Pakistan", "APP"),
    ("Kyodo News", "Kyodo", "KYODO"),
    ("Jiji Press", "Jiji"),
    ("Korean Central News Agency", "KCNA"),
    ("Central News Agency", "CNA"),
    ("Bernama",),
    ("Antara",),
    ("Vietnam News Agency", "VNA"),
    ("Philippine News Agency", "PNA"),
    ("PA Media", "Press Association", "PA", "PA Wire"),
    ("The Canadian Press", "Canadian Press", "CP"),
    ("Australian Associated Press", "AAP"),
    ("ANSA",),
    ("Lusa",),
    ("Belga",),
    ("Austria Press Agency", "APA"),
    ("Keystone-SDA", "Keystone"),
    ("NTB",),
    ("TT News Agency",),
    ("Ritzau",),
    ("STT",),
    ("Polish Press Agency", "PAP"),
    ("CTK", "ČTK"),
    ("MTI",),
    ("Ukrinform",),
    ("Interfax-Ukraine",),
    ("Interfax",),
    ("RIA Novosti", "RIA"),
    ("Sputnik",),
    ("BelTA", "BELTA"),
    ("Islamic Republic News Agency", "IRNA"),
    ("Tasnim News Agency", "Tasnim"),
    ("Fars News Agency", "Fars"),
    ("Mehr News Agency", "MNA"),
    ("Saudi Press Agency", "SPA"),
    ("Emirates News Agency", "WAM"),
    ("Kuwait News Agency", "KUNA"),
    ("Qatar News Agency", "QNA"),
    ("Syrian Arab News Agency", "SANA"),
    ("Palestinian News and Information Agency", "WAFA"),
    ("Middle East News Agency", "MENA"),
    ("News Agency of Nigeria", "NAN"),
    ("Prensa Latina",),
    ("Inter Press Service", "IPS"),
    ("Religion News Service", "RNS"),
    ("Jewish Telegraphic Agency", "JTA"),
    ("Cox News Service",),
    ("Tribune News Service", "TNS"),
    ("Getty Images", "Getty"),
    ("European Pressphoto Agency", "EPA"),
)

# A credit that holds one of these is a picture's, as is "REUTERS/Jane Doe".
_PICTURED = re.compile(
    r"(?i:\b(?:photos?|images?|pictures?|pics?|video|footage|map|graphics?|getty|pressphoto|handout"
    r"|pool|file|courtesy|screenshot|screengrab|credits?)\b)"
    r"|/[A-Z][\w'’.-]*\s[A-Z]"
)

_NAMED = {form: names[0] for names in AGENCIES for form in names}
_FORMS = "|".join(re.escape(form) for form in sorted(_NAMED, key=len, reverse=True))
# What an agency that is not in the table calls itself.
_GENERIC = (
    r"(?:[A-Z][\w'’-]{1,20}[ \u00a0]){1,4}(?:(?:Press|News|Telegraph|Wire)[ \u00a0]"
    r"(?:Agency|Service|Association)"
    r"|Newswire)"
)
NAME = rf"(?:{_FORMS}|{_GENERIC})"
_FULL = re.compile(rf"(?<![\w.@-])(?:[Tt]he\s)?({_GENERIC})(?![\w-])")
_IN_CREDIT = re.compile(rf"(?<![\w.@-])({_FORMS}|{_GENERIC})(?![\w-])")
_SEARCHED = 20_000
_SITE = re.compile(
    r"(?<![\w@.-])([A-Z0-9][\w-]{1,40}(?:\.[A-Za-z][\w-]{1,20}){0,2}\.[a-z]{2,6})(?![\w.]*@)"
)


def agency(form: str) -> str | None:
    """The full name of the agency that is called ``form``, or None."""
    form = form.strip(" .,/()[]")
    return _NAMED.get(form) or (form.removeprefix("The ") if _FULL.fullmatch(form) else None)


def spelled_out(form: str, text: str) -> str:
    """The full name for what a dateline calls its agency, as the article spells it out elsewhere.

    "(EPA)" in an article that names the Eastern Press Agency is that, else what the table has, else
    it stays as it is.
    """
    for name in _FULL.findall(text[:_SEARCHED]):
        words = name.split()
        if "".join(w[0] for w in words) == form or " ".join(words[: len(form.split())]) == form:
            return " ".join(words)
    return agency(form) or form


def credited(credit: str) -> tuple[str, ...]:
    """The agencies a credit names, in order, each once: "(AP Photo/Jane Doe)" → Associated
    Press."""
    found = [_NAMED.get(m[1], m[1]) for m in _IN_CREDIT.finditer(credit)]
    return tuple(dict.fromkeys(found))


def pictured(credit: str) -> bool:
    """Whether a credit is a picture's: "AP Photo", "AFP/Getty Images", "Credit: EPA"."""
    return bool(_PICTURED.search(credit))


def abbreviates(letters: str, name: str) -> bool:
    """Whether the letters stand for the words before them: "The Associated Press (AP)"."""
    words = re.findall(r"\b[A-Z]", name)
    return letters.isupper() and "".join(words[-len(letters) :]) == letters


def site(credit: str) -> str | None:
    """A web site named in a credit: "(NorthStar.news)" → NorthStar.news."""
    match = _SITE.search(credit)
    return match[1] if match else None
