"""What is in a ledger, counted and listed from its pages alone: one row a report, so that large ledgers are as quick as
small ones."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ..store.base import ReportRow
from ..store.connect import reading
from ..store.ledger import Ledger
from ..store.reports import report_row
from ..store.schema import pages, refusals

ORDERS = {
    "met": (pages.c.at.desc(), pages.c.name, pages.c.text),
    "newest": (pages.c.day.desc(), pages.c.name, pages.c.text),
    "oldest": (sa.func.coalesce(pages.c.day, "9999"), pages.c.name, pages.c.text),
    "waiting": (pages.c.waiting.desc(), pages.c.at.desc(), pages.c.text),
    "outlet": (sa.func.lower(pages.c.outlet), pages.c.day.desc(), pages.c.text),
    "title": (sa.func.lower(pages.c.title), pages.c.text),
}
"""How reports can be sorted: by when they were met (the last first), by day of publication, by how much waits for review ..."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Totals of a ledger. `waiting` are findings that no person has spoken on; the days are of publication."""

    reports: int
    attributions: int
    figures: int
    mentions: int
    waiting: int
    outlets: int
    first: str | None
    last: str | None
    refused: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in a list, and how many of its findings wait for a person."""

    row: ReportRow
    waiting: int


def counts(ledger: Ledger) -> Counts:
    """All totals."""
    summed = ("attributions", "figures", "mentions", "waiting")
    query = sa.select(
        sa.func.count().label("reports"),
        *(sa.func.coalesce(sa.func.sum(pages.c[name]), 0).label(name) for name in summed),
        sa.func.count(sa.distinct(sa.func.nullif(pages.c.outlet, ""))).label("outlets"),
        sa.func.min(pages.c.day).label("first"),
        sa.func.max(pages.c.day).label("last"),
    ).select_from(pages)
    with reading(ledger.store.engine) as connection:
        row = connection.execute(query).mappings().one()
        refused = connection.execute(sa.select(sa.func.count()).select_from(refusals)).scalar_one()
    return Counts(**row, refused=refused)


def reports(
    ledger: Ledger, *, words: str = "", outlet: str = "", order: str = "met", skip: int = 0, size: int = 50
) -> tuple[list[Listed], int]:
    """Reports (of one outlet) whose title, name, outlet or address hold all of these words, in order; and how many there are in
    all. An unknown order is the first."""
    where = [_holds(word) for word in words.split()[:8]] + ([pages.c.outlet == outlet] if outlet else [])
    query = sa.select(pages).where(*where).order_by(*ORDERS.get(order, ORDERS["met"])).offset(skip).limit(size)
    count = sa.select(sa.func.count()).select_from(pages).where(*where)
    with reading(ledger.store.engine) as connection:
        found = [Listed(report_row(row), row["waiting"]) for row in connection.execute(query).mappings()]
        total = connection.execute(count).scalar_one()
    return found, total


def outlets(ledger: Ledger) -> list[str]:
    """The outlets whose reports are here, by name."""
    query = sa.select(pages.c.outlet).where(pages.c.outlet != "").distinct().order_by(sa.func.lower(pages.c.outlet))
    with reading(ledger.store.engine) as connection:
        return list(connection.execute(query).scalars())


def _holds(word: str) -> sa.ColumnElement[bool]:
    columns: tuple[sa.Column[Any], ...] = (pages.c.title, pages.c.name, pages.c.outlet, pages.c.url, pages.c.byline)
    return sa.or_(*(column.icontains(word, autoescape=True) for column in columns))
