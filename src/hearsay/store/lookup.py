"""From what a user types to an id: whole ids, the beginnings of ids, names and URLs of reports."""

from collections.abc import Sequence

import sqlalchemy as sa

from ..codec import RECIPE
from ..errors import NotInLedger
from .schema import findings, sightings, texts

LAST = "\U0010ffff"
"""Sorts after every text that goes on."""


def text_id(connection: sa.Connection, key: str) -> str:
    """The text that `key` names: the id of the text or of its document, the beginning of one, or the name or URL of a
    report. Where a name has several texts (a page that was changed), the one met last. Raises `NotInLedger`, also for
    a beginning that fits several."""
    named = (
        sa.select(texts.c.id)
        .join(sightings, sightings.c.document == texts.c.document)
        .where(sa.or_(sightings.c.name == key, sightings.c.url == key))
        .order_by(sightings.c.at.desc(), sightings.c.id.desc(), texts.c.n.desc())
        .limit(1)
    )
    found: str | None = connection.execute(named).scalar()
    if found is not None:
        return found
    fitting = _fitting(connection, texts.c.id, texts.c.id, key, RECIPE)
    return _only(fitting or _fitting(connection, texts.c.document, texts.c.id, key, "sha256:"), key, "report or text")


def finding_id(connection: sa.Connection, key: str) -> str:
    """The finding whose id is, or begins with, `key`; the recipe may be left out. Raises `NotInLedger`."""
    return _only(_fitting(connection, findings.c.id, findings.c.id, key, RECIPE), key, "finding")


def _fitting(connection: sa.Connection, column: sa.Column[str], wanted: sa.Column[str], key: str, prefix: str) -> Sequence[str]:
    """Up to six ids in rows whose `column` begins with `key`."""
    begins = key if key.startswith(prefix) else prefix + key
    if len(begins) == len(prefix):
        return ()
    query = sa.select(wanted).where(column >= begins, column < begins + LAST).order_by(column).limit(6)
    return connection.execute(query).scalars().all()


def _only(ids: Sequence[str], key: str, what: str) -> str:
    if not ids:
        raise NotInLedger(f"no {what} {key!r} in this ledger")
    if len(ids) > 1:
        shown = ", ".join(ids[:5]) + (" and more" if len(ids) > 5 else "")
        raise NotInLedger(f"{key!r} is the beginning of more than one {what}: {shown}")
    return ids[0]
