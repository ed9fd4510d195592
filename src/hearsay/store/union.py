"""Everything of another ledger, added to this one: the union of two ledgers is a ledger."""

from collections.abc import Iterator
from itertools import islice

import sqlalchemy as sa

from . import write
from .claims import refresh
from .connect import writing
from .originals import Originals
from .rows import Row
from .schema import KEPT, texts, verdicts
from .sqlite import SqliteStore

_BATCH = 500


def unite(store: SqliteStore, originals: Originals, other: SqliteStore, others: Originals) -> int:
    """Adds what only the other ledger holds, all or nothing; how many rows that was. The other is not changed; it must
    be sound (`check`), as its rows are taken at their word, save the originals, whose bytes are hashed on the way. Where
    both have a text and labelled its blocks differently, the labels of this ledger stay."""
    for document in others.documents():
        if not originals.path(document).exists():
            originals.put(document, others.get(document))
    with writing(store.engine, durable=True) as connection:
        added = 0
        for table in KEPT:
            for batch in _batches(table, other):
                fresh = _unjudged(connection, batch) if table is verdicts else set()
                added += write.insert(connection, table, batch)
                write.restand(connection, fresh)
        if added:
            refresh(connection, [row["id"] for row in other.stream(sa.select(texts.c.id))])
    return added


def _batches(table: sa.Table, other: SqliteStore) -> Iterator[list[Row]]:
    """The rows of a table of the other ledger, in the order in which they were added where that is kept."""
    columns = [column for column in table.c if column.name != "n"]
    order = verdicts.c.id if table is verdicts else sa.literal_column(f"{table.name}.rowid")
    source = other.stream(sa.select(*columns).order_by(order))
    while batch := [dict(row) for row in islice(source, _BATCH)]:
        yield batch


def _unjudged(connection: sa.Connection, batch: list[Row]) -> set[str]:
    """The findings on which this batch of verdicts has something new to say."""
    query = sa.select(verdicts.c.id).where(verdicts.c.id.in_([row["id"] for row in batch]))
    known = set(connection.execute(query).scalars())
    return {row["finding"] for row in batch if row["id"] not in known}
