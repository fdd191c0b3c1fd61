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

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
    "thirty-first": 31,
}  # fmt: skip

UNITS: tuple[str, ...] = (
    "hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century",
)  # fmt: skip

# Units that "last", "this" and "next" make a date: "our last day" and "this hour" are none.
STEPPED_UNITS: tuple[str, ...] = (
    "week", "weekend", "month", "quarter", "year", "decade", "century",
)  # fmt: skip

# Parts of a day count as days when a story steps on: "the following morning".
SHIFT_UNITS: dict[str, str] = {
    "morning": "day", "afternoon": "day", "evening": "day", "night": "day", "weekday": "day",
}  # fmt: skip

# Which way a story steps from the date it stands at.
WAYS: dict[str, int] = {
    "earlier": -1, "before": -1, "previous": -1, "preceding": -1, "later": 1, "after": 1,
    "afterward": 1, "afterwards": 1, "next": 1, "following": 1, "same": 0, "that": 0,
}  # fmt: skip

DECADES: dict[str, int] = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip

# Wars and ages with days or years that histories agree on, as EDTF.
PERIODS: dict[str, str] = {
    "world war i": "1914-07-28/1918-11-11",
    "world war one": "1914-07-28/1918-11-11",
    "the first world war": "1914-07-28/1918-11-11",
    "first world war": "1914-07-28/1918-11-11",
    "wwi": "1914-07-28/1918-11-11",
    "world war ii": "1939-09-01/1945-09-02",
    "world war 2": "1939-09-01/1945-09-02",
    "world war two": "1939-09-01/1945-09-02",
    "the second world war": "1939-09-01/1945-09-02",
    "second world war": "1939-09-01/1945-09-02",
    "wwii": "1939-09-01/1945-09-02",
    "the american revolution": "1775/1783",
    "the american revolutionary war": "1775/1783",
    "the revolutionary war": "1775/1783",
    "the middle ages": "0400~/1499~",
    "the crusades": "1095/1291",
}

# A unit's first and last day: "the end of the month", "year end".
UNIT_EDGES: dict[str, str] = {
    "the end of": "end", "the close of": "end", "the start of": "start",
    "the beginning of": "start", "the middle of": "mid",
}  # fmt: skip

# EDTF's seasons, of neither hemisphere.
SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

# "last" and "next" as steps of the unit that follows.
STEPS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "this past": -1,
    "this": 0, "current": 0,
    "next": 1, "coming": 1, "this coming": 1, "upcoming": 1,
}  # fmt: skip

# Words for days seen from the day of printing.
DAYS: dict[str, int] = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
    "this day": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
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
    "men", "women", "children", "schoolchildren", "soldiers", "civilians", "points", "degrees",
    "miles", "km", "year", "years", "year-old", "year old", "days", "dollars", "euros", "tons",
    "tonnes", "troops", "square", "feet", "meters", "metres", "members", "cases", "deaths", "votes",
    "a day", "a week", "a month", "a year", "per day", "per week", "times",
    "pages", "homes", "workers", "students", "prisoners", "fighters", "police", "refugees", "rpm",
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

# "Resolution 1701", "Room 2016", "Rule 1920": the number numbers something.
NUMBERED: frozenset[str] = frozenset(
    """
    resolution rule room flight page section article no number bill line suite unit highway model
    channel chapter version route boeing airbus gate bus train windows studio act code order box
    area sector point brigade battalion regiment squadron psalm sonnet volume vol isbn issn about
    some nearly almost roughly approximately least exactly another only over than
    """.split()
)
# "201 Bergen Blvd", "1696 Main Street": a house number.
STREETS: tuple[str, ...] = (
    "Blvd", "Boulevard", "Street", "St", "Ave", "Avenue", "Road", "Rd", "Drive", "Dr", "Lane",
    "Way", "Place", "Court", "Highway", "Plaza", "Square",
)  # fmt: skip

# "every Monday", "on a Monday", "each Friday": sets, no dates.
SETS: frozenset[str] = frozenset(["every", "each", "a", "any", "alternate", "most", "one", "per"])

# "a World War II bomb": the war says what bomb, not when.
OF_WARS: frozenset[str] = frozenset(
    """
    bomb bombs ordnance veteran veterans wreck wrecks era museum memorial memorials hero heroes film
    films aircraft plane planes ship ships shell shells grenade grenades mine mines bunker bunkers
    history historian movie monument novel survivor survivors tank tanks battlefield cemetery
    """.split()
)

# What may follow a season that is meant as a time; "summer school" and "winter wheat" are none.
AFTER_TIMES: frozenset[str] = frozenset(
    """
    and or of in is are was were to as with that when where after before by for from until but while
    said it he she they on at months has have had will would during through the this last
    can could may might does did s so if than which who there each every because its
    """.split()
)

# Before a feast’s name, words that may be capitalized; "Johnnie Christmas" is a man.
BEFORE_FEASTS: frozenset[str] = frozenset(
    """
    the on during since before after until by last this next in for at every happy merry around
    between from when and but of
    """.split()
)

# "is used today", "what is today Ghana", "today’s technology", "Today, few remain": the present.
BEFORE_NOW: frozenset[str] = frozenset(
    "to used known still exists exist living is remains own working of until alive".split()
)
OF_NOW: frozenset[str] = frozenset(
    """
    generation generations technology world society youth standards economy children market kids
    prices terms age culture language life
    """.split()
)
# "Today, about 40 families still live there"
STILL: tuple[str, ...] = (
    "still", "remain", "remains", "continues", "continue", "exists", "exist", "ever",
    "survive", "survives", "stands", "most used", "growing", "generally", "usually", "often",
)  # fmt: skip

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
    **UNIT_EDGES, "early": "early", "earlier": "early", "mid": "mid", "late": "late",
    "later": "late", "end": "end", "earlier in": "early", "late in": "late", "early in": "early",
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
