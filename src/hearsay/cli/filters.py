"""Which rows are wanted. Each test is a plain comparison on the columns of `export.tables`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import click

Row = Mapping[str, Any]
Test = Callable[[Row], bool]


def wanted(rows: Iterable[Row], tests: Iterable[Test]) -> Iterator[Row]:
    """The rows that pass every test."""
    every = tuple(tests)
    return (row for row in rows if all(test(row) for test in every))


def contains(words: str | None, *columns: str) -> Iterator[Test]:
    """Holds where one of the columns has these words in it, in any case."""
    if words:
        sought = words.casefold()
        yield lambda row: any(sought in str(row.get(column) or "").casefold() for column in columns)


def equals(value: str | None, column: str) -> Iterator[Test]:
    """Holds where the column is exactly this."""
    if value:
        yield lambda row: row.get(column) == value


def document(name: str | None) -> Iterator[Test]:
    """Holds for rows of a report: its name or part of it, its URL, or the first digits of its SHA-256."""
    if name:
        digits = name.removeprefix("sha256:")
        sought = name.casefold()

        def test(row: Row) -> bool:
            if digits and str(row.get("sha256") or "").startswith(digits):
                return True
            return sought in str(row["document"]).casefold() or sought == str(row.get("url") or "").casefold()

        yield test


def dated(since: str | None, until: str | None) -> Iterator[Test]:
    """Holds for reports published in [since, until], both ends included. A date known to the month lies in a range that
    its month touches; a report without a date lies in none."""
    if since:
        yield lambda row: _compared(_day(row), since) >= 0 if _day(row) else False
    if until:
        yield lambda row: _compared(_day(row), until) <= 0 if _day(row) else False


def day(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """An option's value as an ISO date, a month or a year. Raises `BadParameter`."""
    from datetime import date

    if value is None:
        return None
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) in (4, 7) else value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date like 2031-06-02, 2031-06 or 2031") from None
    return value


def _day(row: Row) -> str:
    return str(row.get("published") or "")[:10]


def _compared(day: str, other: str) -> int:
    """-1, 0 or 1 as `day` is before, in or after `other`, as far as both are known."""
    size = min(len(day), len(other))
    return (day[:size] > other[:size]) - (day[:size] < other[:size])
