"""The words of dates, as tables: months, weekdays, numbers, units, parts of the day, and what
spoils a reading.
"""

MONTHS: dict[str, int] = {
    "january": 1, "jan": 1,
    "february": 2, "feb": 2,
    "march": 3, "mar": 3,
    "april": 4, "apr": 4,
    "may": 5,
    "june": 6, "jun": 6,
    "july": 7, "jul": 7,
    "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip

WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip

# Abbreviated weekdays count only with a full stop or inside a longer date: "The Sun", "sat", "wed"
# are words.
SHORT_WEEKDAYS: dict[str, int] = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

UNITS: tuple[str, ...] = (
    "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century",
)  # fmt: skip

# EDTF's seasons, of neither hemisphere.
SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# "last" and "next" as steps of the unit that follows.
STEPS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "this past": -1,
    "this": 0, "current": 0, "the same": 0,
    "next": 1, "coming": 1, "this coming": 1, "upcoming": 1,
}  # fmt: skip

# Words for days seen from the day of printing.
DAYS: dict[str, int] = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
    "the day after tomorrow": 2,
}  # fmt: skip

DAYPARTS: tuple[str, ...] = (
    "morning",
    "afternoon",
    "evening",
    "night",
    "noon",
    "midday",
    "midnight",
)

# "Super Tuesday", "Good Friday": feasts and nicknames, not days of this week.
NAMED_WEEKDAYS: frozenset[str] = frozenset(
    [
        "ash",
        "bloody",
        "black",
        "cyber",
        "easter",
        "giving",
        "good",
        "holy",
        "maundy",
        "palm",
        "shrove",
        "super",
    ]
)
# "the Sunday Times": the day belongs to a name.
AFTER_NAMED_WEEKDAYS: frozenset[str] = frozenset(
    [
        "times",
        "telegraph",
        "express",
        "mirror",
        "mail",
        "herald",
        "post",
        "tribune",
        "world",
        "people",
        "sun",
        "nights",
    ]
)

# "In May 20 people died", "by March 15 percent": the number counts something, it is no day.
COUNTED: tuple[str, ...] = (
    "people", "persons", "percent", "per cent", "%", "million", "billion", "thousand", "hundred",
    "men", "women", "children", "soldiers", "civilians", "points", "degrees", "miles", "km",
)  # fmt: skip

# A four-digit number after one of these is a year whatever follows.
BEFORE_YEARS: frozenset[str] = frozenset(
    [
        "the",
        "in",
        "since",
        "by",
        "until",
        "till",
        "during",
        "before",
        "after",
        "from",
        "through",
        "throughout",
        "early",
        "late",
        "mid",
        "circa",
        "around",
        "year",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
    ]
)

# After "the 7th" these may follow; any other word makes it "the 7th floor".
AFTER_DAYS: tuple[str, ...] = (
    "in", "at", "and", "or", "to", "as", "with", "that", "when", "where", "after", "before", "by",
    "for", "from", "until", "but", "while", "local", "said", "was", "were", "is", "are", "it", "he",
    "she", "they", "amid", "near", "over", "about", "against", "following", "during", "through",
    "via", "under",
)  # fmt: skip

ABOUT: tuple[str, ...] = (
    "about", "almost", "around", "just over", "more than", "nearly", "over", "roughly", "some",
)  # fmt: skip

EDGES: dict[str, str] = {
    "early": "early", "earlier": "early", "mid": "mid", "late": "late", "later": "late",
}  # fmt: skip

ZONES: tuple[str, ...] = (
    "GMT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "CET", "CEST",
    "ET", "PT", "CT", "MT",
)  # fmt: skip

# What was said, was said on a day that is past: "I will not bargain, she told them on Friday".
TELLING: tuple[str, ...] = (
    "said", "told", "announced", "reported", "wrote", "added", "warned", "testified", "tweeted",
    "declared", "stated",
)  # fmt: skip

# Words right before a day that is to come: "closed until Friday".
AHEAD_OF_DAY: tuple[str, ...] = ("until", "till", "by", "before", "ahead of", "through")

# Words in the same sentence that make a bare "on Tuesday" one to come.
AHEAD: tuple[str, ...] = (
    "will", "won't", "won’t", "shall", "is to", "are to", "is due", "are due", "was due",
    "were due",
    "is set", "are set", "is expected", "are expected", "is scheduled", "are scheduled",
    "was scheduled", "were scheduled", "scheduled for", "scheduled to", "preparing", "slated",
    "plans to",
    "plan to", "planned for", "is planning", "are planning", "would be held", "upcoming",
    "is going to", "are going to", "deadline", "ahead of", "to be held", "expected to", "expires",
    "begins", "starts", "due on", "due to begin", "would meet", "would hold",
    "would begin",
)  # fmt: skip
