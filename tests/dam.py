"""A made-up reading with an event of every status and figures of several measures."""

from __future__ import annotations

from onrecord.model import (
    Article,
    Attribution,
    Entity,
    Event,
    Figure,
    Party,
    Passage,
    Place,
    Reading,
    Relay,
    Statement,
    When,
    identify,
    passage,
)

DAM = """Shells hit the Tarn dam as talks are put off

PORT ALBA (Coastline) — Kestrian artillery shelled the Tarn dam on Monday, killing at least 14 \
people, according to the Port Alba hospital. Some 2,000 people have left their homes since.

The Alba Herald, citing Meravian officials, reported that Kestria had cut off the water to Port \
Alba on Nov. 3. Kestrian troops are still searching the valley.

Foreign Minister Petra Lindholt is expected to visit Kestria next week. Lindholt denied that \
Meravian drones attacked Kestria.

The talks planned for the weekend were canceled, and the envoys never met. Protesters want a \
ceasefire. Kestria could close the border in March 2024.

The council gave $3.5 million to the hospital in a 14-0 vote. A third of the valley has no power.
"""


FLOOD = (
    '100%_sure \u202eO\'Hara\u202c \x1b[31mhit\x1b[0m the "Red_House" [bold]on[/bold] Friday; '
    "=2+2 men, she said.\n"
)


def words(article: Article, found: str, nth: int = 0) -> Passage:
    """The nth place in the article's text where the words stand."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(found, start + 1)
    return passage(article.text, start, start + len(found))


def party(article: Article, found: str, who: str | None = None, nth: int = 0) -> Party:
    """Somebody named by the words; ``who`` is the name of an entity."""
    ids = {"Kestria": "ent_1", "Meravia": "ent_2", "Petra Lindholt": "ent_3"}
    return Party(who or found, ids.get(who or found), words(article, found, nth))


def when(article: Article, edtf: str, found: str) -> When:
    return When(edtf, "publication", words(article, found))


def dam(reader: str = "0.2.0+abc") -> Reading:
    """The reading: eight events, five figures."""
    published = When("2023-11-07", "metadata")
    article = Article(
        identify("art", DAM),
        "reports/dam.txt",
        DAM,
        publisher="Coastline",
        title=DAM.partition("\n")[0],
        published=published,
    )
    cast = tuple(
        Entity(f"ent_{n}", name, kind)  # type: ignore[arg-type]
        for n, (name, kind) in enumerate(
            (("Kestria", "country"), ("Meravia", "country"), ("Petra Lindholt", "person")), 1
        )
    )
    said = (hospital(article), herald(article), denial(article))
    return Reading(reader, article, cast, said, events(article), figures(article))


def flood() -> Reading:
    """An event and a figure in an article that means harm: wildcards, quotation marks, escapes."""
    article = Article(identify("art", FLOOD), "ev\x1b[2Jil.txt", FLOOD, publisher="O'Hara's 100%")
    hit = words(article, "\x1b[31mhit")
    actor = Party("100%_sure \u202eO'Hara", None, words(article, "100%_sure \u202eO'Hara"))
    house = words(article, '"Red_House"')
    said = Statement(
        "sta_flood", words(article, "she"), None, None, False, None, words(article, "said"), "say",
        (hit,), "indirect",
    )  # fmt: skip
    event = Event(
        "eve_flood", "ASSAULT", "beat", hit, (actor,), (Party('"Red_House"', None, house),),
        Place('"Red_House" [bold]', house), When("2023-11-10", "calendar"), "happened", "sta_flood",
    )  # fmt: skip
    men = words(article, "=2+2 men")
    who = Attribution("\u202eO'Hara [red]\x1b[5m")
    figure = Figure("fig_flood", men, value=4, unit="people", of=men, according_to=who)
    return Reading("0.2.0+abc", article, (), (said,), (event,), (figure,))


def hospital(article: Article) -> Statement:
    source = words(article, "the Port Alba hospital")
    return statement(article, "Port Alba hospital", source, "according to", "killing at least 14")


def herald(article: Article) -> Statement:
    source = words(article, "Meravian officials")
    what = "Kestria had cut off the water to Port Alba on Nov. 3"
    relay = Relay("The Alba Herald", words(article, "The Alba Herald"))
    return statement(article, "Meravian officials", source, "reported", what, (relay,))


def denial(article: Article) -> Statement:
    source = words(article, "Lindholt", 1)
    return statement(
        article, "Petra Lindholt", source, "denied", "Meravian drones attacked Kestria"
    )


def statement(
    article: Article,
    who: str,
    source: Passage,
    cue: str,
    what: str,
    via: tuple[Relay, ...] = (),
) -> Statement:
    """A plain indirect statement."""
    return Statement(
        identify("sta", article.id, who, what),
        source,
        "ent_3" if who == "Petra Lindholt" else None,
        who,
        who == "Meravian officials",
        None,
        words(article, cue),
        "deny" if cue == "denied" else "say",
        (words(article, what),),
        "indirect",
        via,
    )


def events(article: Article) -> tuple[Event, ...]:
    return (
        Event(
            "eve_shelled",
            "ASSAULT",
            "heavy-weapons",
            words(article, "shelled"),
            (party(article, "Kestrian artillery", "Kestria"),),
            (party(article, "the Tarn dam", nth=1),),
            Place("Tarn dam", words(article, "the Tarn dam", 1)),
            when(article, "2023-11-06", "Monday"),
        ),
        Event(
            "eve_water",
            "COERCE",
            "withhold",
            words(article, "cut off"),
            (party(article, "Kestria", nth=1),),
            (),
            Place("Port Alba", words(article, "Port Alba", 1)),
            when(article, "2023-11-03", "Nov. 3"),
            according_to=herald(article).id,
        ),
        Event(
            "eve_search",
            "MOBILIZE",
            "troops",
            words(article, "searching"),
            (party(article, "Kestrian troops", "Kestria"),),
            status="ongoing",
        ),
        Event(
            "eve_visit",
            "CONSULT",
            "visit",
            words(article, "visit"),
            (party(article, "Foreign Minister Petra Lindholt", "Petra Lindholt"),),
            (party(article, "Kestria", nth=3),),
            when=when(article, "2023-11-13/2023-11-19", "next week"),
            status="planned",
        ),
        Event(
            "eve_drones",
            "ASSAULT",
            "drone",
            words(article, "attacked"),
            (party(article, "Meravian drones", "Meravia"),),
            (party(article, "Kestria", nth=4),),
            status="denied",
            according_to=denial(article).id,
        ),
        Event(
            "eve_met",
            "CONSULT",
            None,
            words(article, "met"),
            (party(article, "the envoys"),),
            status="did_not_happen",
        ),
        Event(
            "eve_truce", "RETREAT", "ceasefire", words(article, "ceasefire"), status="called_for"
        ),
        Event(
            "eve_border",
            "COERCE",
            "restrict",
            words(article, "close"),
            (party(article, "Kestria", nth=5),),
            when=when(article, "2024-03", "March 2024"),
            status="possible",
        ),
    )


def figures(article: Article) -> tuple[Figure, ...]:
    said = Attribution("Port Alba hospital", hospital(article).id)
    return (
        Figure(
            "fig_killed",
            words(article, "at least 14 people"),
            low=14,
            value=14,
            qualifier="at least",
            unit="people",
            of=words(article, "people"),
            measure="killed",
            place=Place("Tarn dam", words(article, "the Tarn dam", 1)),
            as_of=when(article, "2023-11-06", "Monday"),
            according_to=said,
        ),
        Figure(
            "fig_left",
            words(article, "Some 2,000 people"),
            value=2000,
            qualifier="some",
            unit="people",
            of=words(article, "people", 1),
            measure="displaced",
        ),
        Figure(
            "fig_money", words(article, "$3.5 million"), value=3.5e6, unit="USD", measure="money"
        ),
        Figure("fig_vote", words(article, "14-0"), value="14-0", unit="votes", measure="vote"),
        Figure(
            "fig_share",
            words(article, "A third of the valley"),
            value=33.3,
            unit="%",
            of=words(article, "the valley", 1),
            measure="share",
        ),
    )
