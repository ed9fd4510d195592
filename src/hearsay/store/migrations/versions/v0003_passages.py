"""What linked texts share, so that lists of copies need no text to be compared again."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table; it is filled by what compares texts."""
    op.create_table(
        "passages",
        sa.Column("link", sa.Text, sa.ForeignKey("findings.id"), primary_key=True, nullable=False),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
