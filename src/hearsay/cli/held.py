"""What a ledger holds, in the forms that the commands print."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..codec import document_id
from ..errors import NotInLedger
from ..export.view import View, of_stored
from ..model import Sighting
from ..pipeline import Report
from ..readers.base import Input
from ..store.base import LogRow, ReportRow
from ..store.ledger import Ledger
from .filters import Test

Row = dict[str, Any]


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


def known_to(held: Ledger, extractors: Sequence[str]) -> Callable[[Input], bool]:
    """Whether an input's bytes were read before by these extractors, in their present versions."""
    from ..api import reading_agents

    agents = reading_agents(extractors)
    return lambda item: held.has_read(document_id(item.data), item.media_type, agents(item.media_type))


def again(held: Ledger, item: Input) -> Report:
    """The report that was made of these bytes before, as it stands now, met where they were met this time."""
    report = held.report(document_id(item.data)).report
    moment = item.at or datetime.now(UTC)
    return replace(report, sighting=Sighting(report.page.document.id, item.name, moment, item.via, item.url))


def sight(held: Ledger, item: Input) -> None:
    """Notes where known bytes were met, if they were never met there before."""
    try:
        known = held.text(item.url or item.name).document == document_id(item.data)
    except NotInLedger:
        known = False
    if not known:
        held.add(replace(again(held, item), findings=(), readings=()))


def _time(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
