"""What each feature counts, in one table for each kind of thing: positive speaks for the same,
negative against it. A share of 0.9 is reached at a sum of 2.2, one of 0.1 at -2.2.
"""

from __future__ import annotations

from onrecord.linker.decide import Table

# --- people and organizations (how they were set: bench/people.py)

ENTITIES = Table(
    {
        # names of people, the nearest of these
        "same": 5.5,
        "reordered": 4.8,
        "fuller": 5.0,
        "short": 4.8,
        "spelt": 4.8,
        "initial": 3.0,
        "one_apart": 2.0,
        "misspelt": 2.0,
        "both_misspelt": 1.0,
        "surname": 1.0,
        "other_first": -4.5,
        # what else a name says
        "common": -1.6,
        "two_initials": -1.5,
        "not_rare": -1.4,
        "common_surname": -2.0,
        "rare_surname": 1.8,
        "incumbent": 0.6,
        "reign": 3.0,
        "suffix": -3.0,
        "suffixes": -6.0,
        "son": -3.0,
        "sex": -3.5,
        # roles
        "office_there": 3.4,
        "office_country": 2.4,
        "office": 1.8,
        "place": 2.0,
        "related_office": 1.8,
        "country": 1.0,
        "walk": 0.6,
        "office_elsewhere": -5.0,
        "walks_apart": -4.2,
        "countries_apart": -2.0,
        "walks_differ": -1.6,
        "two_offices": -2.0,
        "succeeded": -2.5,
        # where and when
        "company": 3.0,
        "employer": 3.4,
        "prominent": 3.5,
        "setting": 0.8,
        "years": -0.3,
        # organizations, countries, places
        "body": 6.0,
        "body_spelt": 4.8,
        "body_misspelt": 4.0,
        "acronym": 4.5,
        "short_acronym": 3.0,
        "body_country": -2.5,
        "body_elsewhere": -8.0,
        "kinds": -0.5,
        "kinds_apart": -3.5,
        "ambiguous": -3.0,
    },
    prior=-2.0,
)

# --- statements (set by hand on the development half of bench/utterances.tsv: bench/utterances.py)

STATEMENTS = Table(
    {
        "speaker": 1.0,
        "speaker unsure": -3.0,
        "the same words": 3.0,
        "the same quotation": 6.0,
        "nearly quoted": 2.2,
        "told there": 3.0,
        "words in common": 6.0,
        "in order": 3.0,
        "meaning": 2.4,
        "beside": 5.5,
        "other meaning": -2.0,
        "numbers": 0.8,
        "other numbers": -1.5,
        "negation": -0.8,
        "question": -1.0,
        "another act": -0.7,
        "the same day": 0.7,
        "about the same day": 0.3,
        "undated": -0.1,
        "another day": -9.0,
        "quoted again": -0.8,
        "told again": -3.0,
        "occasion": 0.6,
        "another occasion": -0.7,
        "addressee": 0.3,
        "another addressee": -0.4,
        "relayed": 0.3,
    },
    prior=-3.5,
)

# --- events

EVENTS = Table(
    {
        "same place": 2.2,
        "place taken from elsewhere": 1.4,
        "place named nearby": 1.0,
        "same region": 1.2,
        "other place": -3.5,
        "same country": 0.5,
        "other country": -2.0,
        "one-off happening": 1.8,
        "sudden happening": 1.3,
        "same happening": 1.0,
        "other happening": -3.0,
        "same day": 2.2,
        "near day": 0.3,
        "later day": -2.5,
        "other day": -4.5,
        "before it": -3.0,
        "day of the article": 1.6,
        "published together": 1.2,
        "published apart": -1.2,
        "undated": -0.6,
        "an update": 0.8,
        "looks back": 0.4,
        "maybe another": -3.8,
        "names": 1.8,
        "words": 3.0,
        "one story": 0.6,
        "same mode": 0.6,
        "other mode": -2.0,
        "same trigger": 0.9,
        "same actor": 1.4,
        "other actor": -1.2,
        "same recipient": 1.4,
        "other recipient": -1.2,
        "same number": 1.2,
        "others concerned": -4.5,
        "one article": -2.2,
        "speech": -1.0,
    },
    prior=-4.4,
)

# --- figures

FIGURES = Table(
    {
        "same place": 2.6,
        "place taken from elsewhere": 1.8,
        "place named nearby": 1.2,
        "same region": 1.6,
        "other place": -3.5,
        "same country": 0.6,
        "other country": -3.0,
        "one-off happening": 2.4,
        "sudden happening": 2.0,
        "same happening": 1.4,
        "other happening": -4.0,
        "same day": 2.4,
        "near day": 0.3,
        "later day": -1.5,
        "other day": -4.5,
        "before it": -4.5,
        "day of the article": 1.6,
        "published together": 1.0,
        "published apart": -1.2,
        "undated": -0.6,
        "an update": 1.7,
        "looks back": 0.8,
        "maybe another": -3.4,
        "names": 2.2,
        "words": 2.4,
        "one story": 1.2,
        "same number": 1.4,
        "telling number": 2.6,
        "other size": -2.4,
        "the same counted": 0.8,
        "others counted": -1.5,
        "maybe others": -1.2,
        "another number": -2.4,
        "strict measure": -2.0,
    },
    prior=-3.6,
)

# --- articles (set on the Senate's pairs and on made copies: bench/copies.py)

ARTICLES = Table(
    {
        "contained": 12.0,  # the share of the shorter one's five-word runs that stand in the other
        "covering": 5.0,  # what they make up of the longer one, half of it counting in full
        "elsewhere": -5.0,  # a digest's second item, or the closing notice of both
        "quoted": -6.0,  # two articles that print the same speech
        "refilled": -6.0,  # a form letter: "the … Fire Department will receive $…"
        "later": -4.0,  # the same appeal for applications, a year on
        "short": -4.0,
    },
    prior=-10.5,
)
