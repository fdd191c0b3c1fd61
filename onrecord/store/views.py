"""Views with readable names, for people who open the record with SQL or with Datasette.

Each answers the question it is called after, a row a line, with names where the tables have numbers
of rows. Nothing here is asked by onrecord itself, so that a view may change whenever that makes it
read better: drop and make all of them in a new migration.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

_PRINTED = """\
       articles.publisher, articles.published, articles.title,
       coalesce(articles.url, articles.input) AS address"""


def _entry(side: str) -> str:
    """An end of a link in its own words."""
    wanted = f'.id = links."{side}"'
    return f"""coalesce(
           (SELECT name FROM entities WHERE entities{wanted}),
           (SELECT coalesce(who, 'nobody') || ': ' || content FROM statements
            WHERE statements{wanted}),
           (SELECT "trigger" || ': ' || context FROM events WHERE events{wanted}),
           (SELECT passage || ', ' || measure FROM figures WHERE figures{wanted}),
           (SELECT title FROM articles WHERE articles{wanted}))"""


VIEWS: Mapping[str, str] = {
    "who_said_what": f"""
SELECT coalesce(statements.who, '(' || statements.source || ')', '(no source named)') AS who,
       nullif(entities.roles, '') AS role,
       CASE statements.unnamed WHEN 1 THEN 'unnamed' ELSE 'named' END AS named,
       CASE statements.negated WHEN 1 THEN 'not: ' ELSE '' END || statements.act AS act,
       statements.manner,
       statements.content AS passage,
       (SELECT group_concat(who, ' ← ') FROM
           (SELECT who FROM relays WHERE relays.statement = statements.number ORDER BY position)
       ) AS via,
       statements.addressee AS said_to,
       statements.occasion,
       statements.said AS said_on,
{_PRINTED},
       statements.id AS statement
FROM statements
JOIN articles ON articles.number = statements.article
LEFT JOIN entities ON entities.article = statements.article AND entities.id = statements.entity
""",
    "what_happened": f"""
SELECT events."date" AS happened_on,
       nullif(events.actors, '') AS who,
       events."trigger" AS did_what,
       nullif(events.recipients, '') AS to_whom,
       events.place,
       events.status,
       coalesce(events.source, 'the article itself') AS according_to,
       events.action,
       events.mode,
       events.context AS passage,
{_PRINTED},
       events.id AS event
FROM events JOIN articles ON articles.number = events.article
""",
    "how_many": f"""
SELECT figures.passage AS figure,
       figures.measure,
       figures.qualifier,
       coalesce(figures.tally, figures.value, figures.low, figures.high) AS value,
       figures.low AS at_least,
       figures.high AS at_most,
       figures.unit,
       figures."of" AS of_what,
       figures.place,
       figures.as_of,
       coalesce(figures.source, 'the article itself') AS according_to,
       figures.context AS passage,
{_PRINTED},
       figures.id AS entry
FROM figures JOIN articles ON articles.number = figures.article
""",
    "who_is_named": f"""
SELECT entities.name, entities.kind, nullif(entities.roles, '') AS roles, entities.statements,
{_PRINTED},
       entities.id AS entity
FROM entities JOIN articles ON articles.number = entities.article
""",
    "who_is_who": """
SELECT objects.label AS name, objects.type AS kind,
       (SELECT group_concat(value, '; ') FROM json_each(objects.line, '$.names')) AS names,
       (SELECT group_concat(role, '; ') FROM
           (SELECT DISTINCT json_extract(value, '$.role') AS role
            FROM json_each(objects.line, '$.roles'))) AS roles,
       objects.accounts, objects.statements,
       nullif(objects.first_day, '0000-01-01') AS first_printed,
       nullif(objects.last_day, '9999-12-31') AS last_printed,
       objects.id AS entity
FROM objects WHERE objects.kind = 'entity'
""",
    "where_accounts_differ": """
SELECT differences.differing AS differs, differences.about,
       (SELECT group_concat(coalesce(json_extract(value, '$.publisher'), 'publisher unknown')
                            || ': ' || CASE json_type(value, '$.value')
                                WHEN 'real' THEN printf('%.12g', json_extract(value, '$.value'))
                                ELSE json_extract(value, '$.value') END
                            || coalesce(', according to '
                                        || json_extract(value, '$.according_to'), ''), '; ')
        FROM json_each(differences.line, '$.values')) AS told,
       differences.accounts,
       nullif(differences.first_day, '0000-01-01') AS first_printed,
       nullif(differences.last_day, '9999-12-31') AS last_printed
FROM differences
""",
    "who_printed_what": """
SELECT articles.publisher, articles.published, articles.title,
       (SELECT group_concat(value, ', ') FROM json_each(articles.authors)) AS authors,
       (SELECT group_concat(value, ', ') FROM json_each(articles.agencies)) AS agencies,
       articles.statements,
       (SELECT count(*) FROM events WHERE events.article = articles.number) AS events,
       (SELECT count(*) FROM figures WHERE figures.article = articles.number) AS figures,
       coalesce(articles.url, articles.input) AS address,
       articles.added_at,
       articles.id AS article
FROM articles
""",
    "what_is_the_same": f"""
SELECT links.judgement, links.kind,
       {_entry("left")} AS this,
       {_entry("right")} AS that,
       round(links.score, 2) AS score,
       (SELECT group_concat(value, '; ') FROM json_each(links.reasons)) AS because,
       links.why, links.decided_by, links.decided_at, links.withdrawn_by, links.withdrawn_why,
       'lnk_' || links.number AS link
FROM links
""",
    "what_was_corrected": f"""
SELECT corrections.kind AS what, corrections."of" AS of_what,
       (SELECT group_concat(json_extract(value, '$.text'), ' … ')
        FROM json_each(corrections.passages)) AS passage,
       json_extract(corrections."before", '$.who') AS who_before,
       json_extract(corrections."after", '$.who') AS who_after,
       corrections."by" AS corrected_by, corrections."at" AS corrected_at, corrections.why,
       corrections.withdrawn_by, corrections.withdrawn_at, corrections.withdrawn_why,
{_PRINTED},
       coalesce(corrections.found, corrections.entry) AS entry
FROM corrections JOIN articles ON articles.number = corrections.article
""",
    "what_was_picked": """
SELECT dossiers.name AS dossier, dossier_lines.position AS line, dossier_lines.kind,
       dossier_lines.passage, dossier_lines.note, dossier_lines.picked_by, dossier_lines.picked_at,
       articles.publisher, articles.published, articles.title,
       coalesce(articles.url, articles.input) AS address,
       dossier_lines.entry
FROM dossier_lines
JOIN dossiers ON dossiers.number = dossier_lines.dossier
LEFT JOIN articles ON articles.id = dossier_lines.article
""",
}


def create(connection: Connection) -> None:
    """Make all views, anew where there are some."""
    for name, question in VIEWS.items():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE VIEW {name} AS{question}")
