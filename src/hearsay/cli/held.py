"""What a ledger holds, in the forms that the commands print."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from ..export.view import View, of_stored
from ..store.base import LogRow, ReportRow
from ..store.known import again, known_to, sight
from ..store.ledger import Ledger
from .filters import Test

Row = dict[str, Any]

__all__ = [
    "again",
    "hit_rows",
    "known_to",
    "log_row",
    "opened",
    "refusal_rows",
    "report_row",
    "sight",
    "views",
]


def opened(folder: Path) -> Ledger:
    """The ledger in `folder`. Raises `NotInLedger` where there is none: only `read` and `demo` make one."""
    return Ledger.open(folder, create=False)


def views(held: Ledger, states: Collection[str] = (), tests: Iterable[Test] = ()) -> Iterator[View]:
    """The reports that pass the tests, one after the other, with their findings of these states (none named: all that
    stand)."""
    every = tuple(tests)
    for row in held.reports():
        if all(test(report_row(row)) for test in every):
            yield of_stored(held.report(row.text), states)


def report_row(row: ReportRow) -> Row:
    """A report in a list."""
    return {
        "document": row.name,
        "published": row.published,
        "outlet": row.outlet,
        "title": row.title,
        "language": row.language,
        "attributions": row.attributions,
        "figures": row.figures,
        "mentions": row.mentions,
        "media_type": row.media_type,
        "url": row.url,
        "sha256": row.document.removeprefix("sha256:"),
    }


def refusal_rows(held: Ledger) -> Iterator[Row]:
    """The inputs that could not be read."""
    return ({"name": one.name, "reason": one.reason, "at": _time(one.at)} for one in held.refusals())


def hit_rows(held: Ledger, words: str, limit: int) -> Iterator[Row]:
    """Where words were found: their place in code points, and the text around them."""
    for hit in held.search(words, limit):
        span = {"start": hit.span.start, "end": hit.span.end}
        yield {"document": hit.name, **span, "words": hit.snippet, "text": hit.text}


def log_row(row: LogRow) -> Row:
    """One verdict in a list."""
    return {
        "at": _time(row.at),
        "agent": row.agent,
        "stance": row.stance.value,
        "id": row.finding,
        "document": row.name,
        "words": row.words,
        "instead": row.instead,
        "confidence": row.confidence,
        "note": row.note,
    }


def _time(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
