"""What linked texts share, kept so that a list of links needs no text to be compared again; computed, and so no part of what a
ledger keeps. A row holds as long as its `basis` is the same."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import sqlalchemy as sa

from ..model import BETWEEN_TEXTS
from .schema import findings, passages

_SOME = 500
_PUT = "INSERT OR REPLACE INTO passages (link, basis, body) VALUES (?, ?, ?)"
_RELATION = sa.func.json_extract(findings.c.body, "$.relation")


def put(connection: sa.Connection, rows: Iterable[tuple[str, str, str]]) -> None:
    """Keeps a body for each link, with its basis."""
    new = list(rows)
    if new:
        connection.exec_driver_sql(_PUT, new)


def of(connection: sa.Connection, links: Collection[str]) -> Mapping[str, tuple[str, str]]:
    """Basis and body by link, of those that are kept."""
    found: dict[str, tuple[str, str]] = {}
    ids = sorted(links)
    for at in range(0, len(ids), _SOME):
        query = sa.select(passages).where(passages.c.link.in_(ids[at : at + _SOME]))
        found |= {row["link"]: (row["basis"], row["body"]) for row in connection.execute(query).mappings()}
    return found


def missing(connection: sa.Connection, limit: int) -> Sequence[str]:
    """Links between texts, by id, of which nothing is kept."""
    query = (
        sa.select(findings.c.id)
        .outerjoin(passages, passages.c.link == findings.c.id)
        .where(
            findings.c.type == sa.literal_column("'link'"),
            _RELATION.in_(sorted(BETWEEN_TEXTS)),
            passages.c.link.is_(None),
        )
        .order_by(findings.c.n)
        .limit(limit)
    )
    return connection.execute(query).scalars().all()
