"""The tables of a ledger: what a person could dispute, and what is computed from it so that lists are quick.

`id` columns are hashes of what the row says (`hearsay.codec`), times are UTC with microseconds
("2031-06-02T09:30:00.000000Z"), offsets are Unicode code points, half-open. `body` is the finding's canonical JSON.
Rows are added, never changed; `standings`, `claims` and `pages` alone follow the verdicts; `prints` and `passages` can be made
anew.
"""

import sqlalchemy as sa

VERSION = "0003"
"""The newest migration: what the tables below look like."""

metadata = sa.MetaData()


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.Text, primary_key=True, nullable=False)


def _to(column: str, table: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(column, sa.Text, sa.ForeignKey(f"{table}.id"), nullable=nullable)


def _column(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


documents = sa.Table(
    "documents",
    metadata,
    _id(),
    sa.Column("bytes", sa.Integer, nullable=False),
    sqlite_strict=True,
)

sightings = sa.Table(
    "sightings",
    metadata,
    _id(),
    _to("document", "documents"),
    _column("name"),
    _column("url", nullable=True),
    _column("via"),
    _column("at"),
    sa.Index("sightings_by_document", "document", "at", "id"),
    sa.Index("sightings_by_name", "name"),
    sa.Index("sightings_by_url", "url"),
    sqlite_strict=True,
)

texts = sa.Table(
    "texts",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _to("document", "documents"),
    _column("media_type"),
    _column("reader"),
    _column("language"),
    _column("encoding"),
    _column("content"),
    _column("pieces"),
    _column("blocks"),
    sa.Index("texts_by_document", "document"),
    sqlite_strict=True,
)

findings = sa.Table(
    "findings",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True, nullable=False),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _column("type"),
    _to("text", "texts"),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    _column("body"),
    sa.Index("findings_by_text", "text", "type", "start", "end", "id"),
    sa.Index("links_by_right", sa.text("json_extract(body, '$.right')"), sqlite_where=sa.text("type = 'link'")),
    sqlite_strict=True,
)

_PEOPLE = "agent >= 'person:' AND agent < 'person;'"

verdicts = sa.Table(
    "verdicts",
    metadata,
    sa.Column("id", sa.Text, nullable=False),
    _to("finding", "findings"),
    _column("stance"),
    _column("agent"),
    _column("at"),
    _to("instead", "findings", nullable=True),
    sa.Column("confidence", sa.REAL),
    _column("note"),
    sa.PrimaryKeyConstraint("finding", "id"),  # as ids are hashes, each further index costs a page a row
    sa.Index("verdicts_by_time", "at"),
    sa.Index("verdicts_of_people", "agent", "at", sqlite_where=sa.text(_PEOPLE)),
    sa.Index("verdicts_of_people_by_time", "at", sqlite_where=sa.text(_PEOPLE)),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

standings = sa.Table(
    "standings",
    metadata,
    sa.Column("n", sa.Integer, sa.ForeignKey("findings.n"), primary_key=True, nullable=False),
    _column("state"),
    _column("by"),
    _column("instead"),
    sa.Column("confidence", sa.REAL),
    sqlite_strict=True,
)

readings = sa.Table(
    "readings",
    metadata,
    _id(),
    _to("text", "texts"),
    _column("agent"),
    _column("at"),
    _column("refused"),
    sa.Index("readings_by_text", "text", "agent"),
    sqlite_strict=True,
)

refusals = sa.Table(
    "refusals",
    metadata,
    _id(),
    _column("name"),
    _column("reason"),
    _column("at"),
    _column("document", nullable=True),
    sa.Index("refusals_by_name", "name"),
    sqlite_strict=True,
)

exports = sa.Table(
    "exports",
    metadata,
    _id(),
    _column("agent"),
    _column("at"),
    _column("what"),
    _column("form"),
    _column("query"),
    sa.Column("rows", sa.Integer, nullable=False),
    _column("sha256"),
    sa.Index("exports_by_time", "at"),
    sqlite_strict=True,
)

_FLAT = (
    "type text name day outlet speaker speaker_key kind cue shade polarity quoting via measure modifier scope who place"
    " window_start window_end words state block"
)
LISTED = "type state kind shade polarity measure scope speaker outlet day confidence low high"
"""The columns by which lists of claims are filtered, counted and sorted: one narrow index of them all answers from itself."""

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("n", sa.Integer, sa.ForeignKey("findings.n"), primary_key=True, nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    *(sa.Column(name, sa.Text) for name in _FLAT.split()),
    *(sa.Column(name, sa.Integer) for name in ("low", "high", "start")),
    sa.Column("confidence", sa.REAL),
    _column("body"),
    sa.Index("claims_by_text", "text", "type", "start"),
    sa.Index("claims_by_block", "block"),
    sa.Index("claims_by_day", "type", "day"),
    sa.Index("claims_by_speaker", "type", "speaker_key"),
    sa.Index("claims_by_measure", "type", "measure"),
    sa.Index("claims_by_state", "type", "state", "confidence"),
    sa.Index("claims_listed", *LISTED.split()),
    sqlite_strict=True,
)
"""A row an attribution, figure or mention that somebody still says, dropped ones included: flat columns to list by, and in `body`
what else `hearsay.claims.Claim` has. `day` is the day of publication, `block` what a figure is compared within."""

pages = sa.Table(
    "pages",
    metadata,
    sa.Column("text", sa.Text, sa.ForeignKey("texts.id"), primary_key=True, nullable=False),
    *(sa.Column(name, sa.Text) for name in ("document", "name", "url", "outlet", "title", "byline", "published", "day")),
    *(sa.Column(name, sa.Text) for name in ("language", "media_type", "at")),
    *(sa.Column(name, sa.Integer) for name in ("conflict", "attributions", "figures", "mentions", "waiting")),
    sa.Index("pages_by_at", "at", "name", "text"),
    sa.Index("pages_by_name", "name"),
    sa.Index("pages_by_day", "day"),
    sqlite_strict=True,
)
"""A row a report, with what its page says of itself and how many findings of each type stand; `waiting` are those on which no
person has said a word."""

prints = sa.Table(
    "prints",
    metadata,
    sa.Column("hash", sa.Integer, nullable=False),
    sa.Column("text", sa.Integer, sa.ForeignKey("texts.n"), nullable=False),
    sa.PrimaryKeyConstraint("hash", "text"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Fingerprints of the texts (by their `n`), by which candidates for copies are found."""

passages = sa.Table(
    "passages",
    metadata,
    sa.Column("link", sa.Text, sa.ForeignKey("findings.id"), primary_key=True, nullable=False),
    _column("basis"),
    _column("body"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What two linked texts share, and why they are linked, as it was made out from `basis`: who compared, and what the pages say of
themselves."""

KEPT = (documents, sightings, texts, findings, verdicts, readings, refusals, exports)
"""Everything that was put in and is not computed, in an order in which each row's references come before it."""
