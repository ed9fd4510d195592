"""The fingerprints of texts, by which candidates for copies are found; computed, and so no part of what a ledger keeps.

A text whose prints are in has a row under `DONE` too. No lookup grows with the ledger: of each print only the first `OFTEN`
texts are seen. A phrase that ten thousand pages have thus makes no more candidates than one in sixty-four, and the copies of a
story, however many, are met through the first of them.
"""

import json
from collections.abc import Collection, Mapping, Sequence

import sqlalchemy as sa

from .schema import prints, texts

DONE = 0
"""No print, but the mark of a text whose prints are in."""
OFTEN = 64
"""Texts of one print that are looked at."""

_SHARING = """
SELECT wanted.value, (
    SELECT json_group_array(text) FROM (SELECT text FROM prints WHERE hash = wanted.value AND text <> ? ORDER BY text LIMIT ?)
) FROM json_each(?) AS wanted
"""

_LAST = sa.select(sa.func.max(prints.c.text)).where(prints.c.hash == DONE).scalar_subquery()
_WAITS = texts.c.n > sa.func.coalesce(_LAST, 0)


def waiting(connection: sa.Connection, limit: int) -> Sequence[int]:
    """The first texts (by `n`) whose prints are not in, in the order in which they came. Prints are put in in that order, and a
    text gets no number below one that was given, so that those behind the last are the ones that wait."""
    return connection.execute(sa.select(texts.c.n).where(_WAITS).order_by(texts.c.n).limit(limit)).scalars().all()


def count(connection: sa.Connection) -> int:
    """How many texts wait."""
    return connection.execute(sa.select(sa.func.count()).select_from(texts).where(_WAITS)).scalar_one()


def add(connection: sa.Connection, text: int, hashes: Collection[int]) -> bool:
    """Puts the prints of a text in; False where they were."""
    statement = "INSERT OR IGNORE INTO prints (hash, text) VALUES (?, ?)"
    if not connection.exec_driver_sql(statement, (DONE, text)).rowcount:
        return False
    if hashes:
        connection.exec_driver_sql(statement, [(hash, text) for hash in sorted(hashes)])
    return True


def sharing(connection: sa.Connection, text: int, hashes: Collection[int]) -> Mapping[int, tuple[int, ...]]:
    """For each print that others have too: the first `OFTEN` of those texts."""
    rows = connection.exec_driver_sql(_SHARING, (text, OFTEN, json.dumps(sorted(hashes))))
    having = ((row[0], tuple(json.loads(row[1]))) for row in rows)
    return {hash: others for hash, others in having if others}
