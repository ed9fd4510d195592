"""Inputs that a ledger has read before: they are not read again, and where they are met anew is noted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from ..codec import document_id
from ..errors import NotInLedger
from ..model import Sighting
from ..pipeline import Report
from ..readers.base import Input
from .ledger import Ledger


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
