"""The first tables, and the full-text index over the texts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table of an empty ledger. Written out: a step never follows later changes of the schema."""
    _documents()
    _findings()
    _others()
    _index("sightings", "document", "document", "at", "id")
    _index("sightings", "name", "name")
    _index("sightings", "url", "url")
    _index("texts", "document", "document")
    _index("findings", "text", "text", "type", "start", "end", "id")
    _index("verdicts", "time", "at")
    _index("readings", "text", "text", "agent")
    _index("refusals", "name", "name")
    if op.get_bind().dialect.name == "sqlite":
        _full_text()


def _documents() -> None:
    _table("documents", _key(), sa.Column("bytes", sa.Integer, nullable=False))
    _table(
        "sightings",
        *(_key(), _to("document", "documents"), _text("name"), _text("url", null=True), _text("via"), _text("at")),
    )
    _table(
        "texts",
        *(_number(), _unique(), _to("document", "documents"), _text("media_type"), _text("reader")),
        *(_text("language"), _text("encoding"), _text("content"), _text("pieces"), _text("blocks")),
    )


def _findings() -> None:
    _table(
        "findings",
        *(_number(), _unique(), _text("type"), _to("text", "texts")),
        *(sa.Column("start", sa.Integer), sa.Column("end", sa.Integer), _text("body")),
    )
    _table(
        "verdicts",
        *(_text("id"), _to("finding", "findings"), _text("stance"), _text("agent"), _text("at")),
        *(_to("instead", "findings", null=True), sa.Column("confidence", sa.REAL), _text("note")),
        sa.PrimaryKeyConstraint("finding", "id"),
        sqlite_with_rowid=False,
    )


def _others() -> None:
    finding = sa.Column("n", sa.Integer, sa.ForeignKey("findings.n"), primary_key=True, nullable=False)
    confidence = sa.Column("confidence", sa.REAL)
    _table("standings", finding, _text("state"), _text("by"), _text("instead"), confidence)
    _table("readings", _key(), _to("text", "texts"), _text("agent"), _text("at"), _text("refused"))
    _table("refusals", _key(), _text("name"), _text("reason"), _text("at"), _text("document", null=True))


def _full_text() -> None:
    """The index keeps no copy of the texts: it reads them from their table by row number."""
    op.execute(
        "CREATE VIRTUAL TABLE texts_fts USING fts5(content, content='texts', content_rowid='n',"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER texts_indexed AFTER INSERT ON texts BEGIN"
        " INSERT INTO texts_fts (rowid, content) VALUES (new.n, new.content); END"
    )


def _table(name: str, *columns: sa.schema.SchemaItem, **options: bool) -> None:
    op.create_table(name, *columns, sqlite_strict=True, **options)


def _index(table: str, by: str, *columns: str) -> None:
    op.create_index(f"{table}_by_{by}", table, list(columns))


def _key() -> sa.Column[Any]:
    return sa.Column("id", sa.Text, primary_key=True, nullable=False)


def _number() -> sa.Column[Any]:
    return sa.Column("n", sa.Integer, primary_key=True, nullable=False)


def _unique() -> sa.Column[Any]:
    return sa.Column("id", sa.Text, nullable=False, unique=True)


def _text(name: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=null)


def _to(name: str, table: str, *, null: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, sa.ForeignKey(f"{table}.id"), nullable=null)
