"""Alembic's way in: runs the steps on the connection that `hearsay.store.connect` hands over, in its transaction."""

from alembic import context
from sqlalchemy import Connection

from hearsay.store.schema import metadata


def run(connection: Connection) -> None:
    """Every step that this ledger has not seen. The caller commits: a step that fails leaves nothing behind."""
    context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
    context.run_migrations()


run(context.config.attributes["connection"])
