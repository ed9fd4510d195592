"""Lists that are quick at any size: claims and pages, both computed; and the fingerprints by which copies are found."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_FLAT = (
    "type text name day outlet speaker speaker_key kind cue shade polarity quoting via measure modifier scope who place"
    " window_start window_end words state block"
)
_BY = {
    "text": "text type start",
    "block": "block",
    "day": "type day",
    "speaker": "type speaker_key",
    "measure": "type measure",
    "state": "type state confidence",
}
_LISTED = "type state kind shade polarity measure scope speaker outlet day confidence low high"


def upgrade() -> None:
    """Makes the tables; they are filled by what opens the ledger."""
    op.create_table(
        "claims",
        sa.Column("n", sa.Integer, sa.ForeignKey("findings.n"), primary_key=True, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in _FLAT.split()),
        *(sa.Column(name, sa.Integer) for name in ("low", "high", "start")),
        sa.Column("confidence", sa.REAL),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    for name, columns in _BY.items():
        op.create_index(f"claims_by_{name}", "claims", columns.split())
    op.create_index("claims_listed", "claims", _LISTED.split())
    op.create_table(
        "pages",
        sa.Column("text", sa.Text, sa.ForeignKey("texts.id"), primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("document", "name", "url", "outlet", "title", "byline", "published", "day")),
        *(sa.Column(name, sa.Text) for name in ("language", "media_type", "at")),
        *(sa.Column(name, sa.Integer) for name in ("conflict", "attributions", "figures", "mentions", "waiting")),
        sqlite_strict=True,
    )
    right, links = sa.text("json_extract(body, '$.right')"), sa.text("type = 'link'")
    op.create_index("links_by_right", "findings", [right], sqlite_where=links)
    op.create_index("pages_by_at", "pages", ["at", "name", "text"])
    op.create_index("pages_by_name", "pages", ["name"])
    op.create_index("pages_by_day", "pages", ["day"])
    op.create_table(
        "prints",
        sa.Column("hash", sa.Integer, nullable=False),
        sa.Column("text", sa.Integer, sa.ForeignKey("texts.n"), nullable=False),
        sa.PrimaryKeyConstraint("hash", "text"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    _for_review()


def _for_review() -> None:
    """What people said, quick to find among what machines say; exports; and the words of claims as a full-text index, which
    keeps no copy of them."""
    people = "WHERE agent >= 'person:' AND agent < 'person;'"
    op.execute(f"CREATE INDEX verdicts_of_people ON verdicts (agent, at) {people}")
    op.execute(f"CREATE INDEX verdicts_of_people_by_time ON verdicts (at) {people}")
    op.create_table(
        "exports",
        sa.Column("id", sa.Text, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("agent", "at", "what", "form", "query")),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("exports_by_time", "exports", ["at"])
    op.execute("CREATE VIEW claims_said AS SELECT n, words, speaker, who, json_extract(body, '$.context') AS context FROM claims")
    op.execute(
        "CREATE VIRTUAL TABLE claims_fts USING fts5(words, speaker, who, context, content='claims_said', content_rowid='n',"
        " tokenize='unicode61 remove_diacritics 2')"
    )
    said = "{0}.n, {0}.words, {0}.speaker, {0}.who, json_extract({0}.body, '$.context')"
    op.execute(
        "CREATE TRIGGER claims_indexed AFTER INSERT ON claims BEGIN INSERT INTO claims_fts (rowid, words, speaker, who, context)"
        f" VALUES ({said.format('new')}); END"
    )
    op.execute(
        "CREATE TRIGGER claims_unindexed AFTER DELETE ON claims BEGIN"
        " INSERT INTO claims_fts (claims_fts, rowid, words, speaker, who, context)"
        f" VALUES ('delete', {said.format('old')}); END"
    )
