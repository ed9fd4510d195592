"""The tables of a ledger: only what a person could dispute, and `standings`, which is computed from it.

`id` columns are hashes of what the row says (`hearsay.codec`), times are UTC with microseconds
("2031-06-02T09:30:00.000000Z"), offsets are Unicode code points, half-open. `body` is the finding's canonical JSON.
Rows are added, never changed; `standings` alone follows the verdicts.
"""

import sqlalchemy as sa

VERSION = "0001"
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
    sqlite_strict=True,
)

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

KEPT = (documents, sightings, texts, findings, verdicts, readings, refusals)
"""Everything that was put in and is not computed, in an order in which each row's references come before it."""
