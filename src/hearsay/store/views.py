"""SQL views, so that the file can be read as it is: in Datasette, DuckDB, pandas or the sqlite3 shell.

Each row of a finding's view has its id, the report it stands in, its place and words, and how it stands. The views
hold nothing: they are made anew whenever a ledger is brought up to date.
"""

from msgspec.structs import fields
from sqlalchemy import Connection

from ..ledger import DROPPED
from ..model import Attribution, Figure, Finding, Value, Window

_DROPPED = ", ".join(f"'{state.value}'" for state in sorted(DROPPED))


def create(connection: Connection) -> None:
    """Drops and makes every view (SQLite)."""
    for name, body in VIEWS.items():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {body}")


def _field(kind: type[Value], name: str, under: str = "$") -> str:
    """A field of the canonical JSON; where it is left out, its default."""
    default = next(field.default for field in fields(kind) if field.name == name)
    written = int(default) if isinstance(default, bool) else f"'{default}'"
    return f"coalesce(json_extract(f.body, '{under}.{name}'), {written})"


def _words(path: str) -> str:
    """The characters at a list of spans, as written; " … " stands between two stretches."""
    start, end = "json_extract(j.value, '$[0]')", "json_extract(j.value, '$[1]')"
    stretch = f"substr(t.content, {start} + 1, {end} - {start})"
    return f"(SELECT group_concat({stretch}, ' … ') FROM json_each(f.body, '{path}') j)"


_NAME = "(SELECT s.name FROM sightings s WHERE s.document = t.document ORDER BY s.at, s.id LIMIT 1)"
_STANDING = 'st.state, st."by", st.instead, st.confidence'


def _of(kind: type[Finding], columns: str) -> str:
    """A view of one type of finding."""
    return (
        f'SELECT f.id, {_NAME} AS report, {columns}, f.text, f.start, f."end", {_STANDING}'
        " FROM findings f JOIN texts t ON t.id = f.text JOIN standings st ON st.n = f.n"
        f" WHERE f.type = '{kind.__name__.lower()}'"
    )


_ATTRIBUTION = f"""json_extract(f.body, '$.source.name') AS speaker,
 json_extract(f.body, '$.source.kind') AS source_kind,
 {_words("$.source.spans")} AS source, {_words("$.cue.spans")} AS cue,
 json_extract(f.body, '$.cue.lemma') AS cue_lemma,
 CASE WHEN json_extract(f.body, '$.cue') IS NOT NULL
 THEN coalesce(json_extract(f.body, '$.cue.shade'), 'says') END AS shade,
 {_field(Attribution, "quoting")} AS quoting, {_words("$.content")} AS content,
 (SELECT group_concat(json_extract(j.value, '$.name'), ', ') FROM json_each(f.body, '$.via') j) AS via,
 {_field(Attribution, "polarity")} AS polarity, {_field(Attribution, "inferred")} AS inferred"""

_PART_OF = f"""(SELECT json_extract(l.body, '$.right') FROM findings l JOIN standings ls ON ls.n = l.n
 WHERE l.text = f.text AND l.type = 'link' AND json_extract(l.body, '$.relation') = 'part-of'
 AND json_extract(l.body, '$.left') = f.id AND ls.state NOT IN ({_DROPPED}) LIMIT 1)"""

_FIGURE = f"""json_extract(f.body, '$.measure') AS measure, json_extract(f.body, '$.low') AS low,
 json_extract(f.body, '$.high') AS high, {_field(Figure, "modifier")} AS modifier,
 json_extract(f.body, '$.words') AS words, {_field(Figure, "who")} AS who, {_field(Figure, "scope")} AS scope,
 json_extract(f.body, '$.window.start') AS window_start, json_extract(f.body, '$.window.end') AS window_end,
 CASE WHEN json_extract(f.body, '$.window') IS NOT NULL
 THEN {_field(Window, "precision", "$.window")} END AS window_precision,
 json_extract(f.body, '$.window.words') AS window_words, json_extract(f.body, '$.place.words') AS place,
 {_field(Figure, "polarity")} AS polarity, {_field(Figure, "modality")} AS modality, {_PART_OF} AS part_of"""


def _told(field: str) -> str:
    """The first value that a page gives for a field and that still stands; what people accepted goes first."""
    return (
        "(SELECT json_extract(f.body, '$.value') FROM findings f JOIN standings st ON st.n = f.n"
        f" WHERE f.text = t.id AND f.type = 'about' AND json_extract(f.body, '$.field') = '{field}'"
        f" AND st.state NOT IN ({_DROPPED}) ORDER BY st.state = 'accepted' DESC, f.n LIMIT 1)"
    )


def _count(kind: str) -> str:
    return (
        "(SELECT count(*) FROM findings f JOIN standings st ON st.n = f.n"
        f" WHERE f.text = t.id AND f.type = '{kind}' AND st.state NOT IN ({_DROPPED}))"
    )


_DATES = f"""(SELECT group_concat(json_extract(f.body, '$.value') || ' (' || json_extract(f.body, '$.basis') || ')', '; ')
 FROM findings f JOIN standings st ON st.n = f.n WHERE f.text = t.id AND f.type = 'about'
 AND json_extract(f.body, '$.field') IN ('published', 'header-date') AND st.state NOT IN ({_DROPPED}))"""

VIEWS = {
    "v_reports": f"""SELECT s.name, s.url, {_told("headline")} AS title, {_told("outlet")} AS outlet,
 {_DATES} AS dates, t.language, {_count("attribution")} AS attributions, {_count("figure")} AS figures,
 {_count("mention")} AS mentions, t.id AS text, t.document, t.media_type, t.reader, d.bytes, s.via, s.at
 FROM texts t JOIN documents d ON d.id = t.document JOIN sightings s ON s.id =
 (SELECT x.id FROM sightings x WHERE x.document = t.document ORDER BY x.at, x.id LIMIT 1)""",
    "v_attributions": _of(Attribution, _ATTRIBUTION),
    "v_figures": _of(Figure, _FIGURE),
    "v_mentions": f"""SELECT f.id, {_NAME} AS report, json_extract(f.body, '$.actor') AS actor,
 json_extract(f.body, '$.words') AS words, f.text, f.start, f."end", {_STANDING}
 FROM findings f JOIN texts t ON t.id = f.text JOIN standings st ON st.n = f.n WHERE f.type = 'mention'""",
    "v_log": f"""SELECT v.at, v.agent, v.stance, f.type, CASE f.type WHEN 'attribution' THEN {_words("$.content")}
 WHEN 'about' THEN json_extract(f.body, '$.field') || ': ' || json_extract(f.body, '$.value')
 WHEN 'link' THEN json_extract(f.body, '$.relation') ELSE json_extract(f.body, '$.words') END AS words,
 {_NAME} AS report, v.finding, v.instead, v.confidence, v.note, v.id AS verdict
 FROM verdicts v JOIN findings f ON f.id = v.finding JOIN texts t ON t.id = f.text""",
}
"""Name -> query. v_reports: a row a text, under the first of its document's sightings; `dates` are all candidates for the
date of publication, which `hearsay reports` weighs. v_log: a row a verdict."""
