"""Digests of the rows that comparison is made from: two that are alike were made from the same rows.

Findings never change, so a claim's number stands for its finding; what is computed for it, how it stands, and what its page
says of itself are taken in as they are.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa

from .lookup import LAST

_ROW = (
    "c.n, c.id, c.state, c.confidence, c.block, c.body, p.document, p.name, p.at, p.url, p.outlet, p.title, p.byline,"
    " p.published, p.language"
)
_FROM = f"SELECT {_ROW} FROM claims c JOIN pages p ON p.text = c.text"
_SOME = 500


def of_blocks(connection: sa.Connection, blocks: Sequence[str]) -> tuple[bytes, frozenset[str]]:
    """The digest of the figures of some blocks, those that were dropped included, and their ids."""
    query = f"{_FROM} WHERE c.block IN ({_marks(blocks)}) ORDER BY c.n"
    found = connection.exec_driver_sql(query, tuple(blocks)).all()
    return _digest(found), frozenset(row[1] for row in found)


def of_ids(connection: sa.Connection, ids: Sequence[str]) -> bytes:
    """The digest of some claims."""
    made = b""
    for at in range(0, len(ids), _SOME):
        some = tuple(ids[at : at + _SOME])
        query = f"{_FROM} JOIN findings f ON f.n = c.n WHERE f.id IN ({_marks(some)}) ORDER BY c.n"
        made += _digest(connection.exec_driver_sql(query, some).all())
    return made


def of_texts_with(connection: sa.Connection, beginnings: Iterable[str], measure: str) -> bytes:
    """The digest of all figures of a measure in the texts that have a figure in a block whose key begins so."""
    texts: set[str] = set()
    for like in beginnings:
        query = "SELECT DISTINCT text FROM claims WHERE block >= ? AND block < ?"
        texts |= {row[0] for row in connection.exec_driver_sql(query, (like, like + LAST))}
    ordered, made = sorted(texts), b""
    for at in range(0, len(ordered), _SOME):
        some = tuple(ordered[at : at + _SOME])
        query = f"{_FROM} WHERE c.text IN ({_marks(some)}) AND c.measure || '' = ? ORDER BY c.n"
        made += _digest(connection.exec_driver_sql(query, (*some, measure)).all())
    return made


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _digest(found: Sequence[sa.Row[Any]]) -> bytes:
    return blake2b(repr([tuple(row) for row in found]).encode(), digest_size=16).digest()
