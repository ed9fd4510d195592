"""Reports out of a ledger, as they are shown."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..claims.view import View, of_report

if TYPE_CHECKING:
    from ..store.reports import StoredReport

__all__ = ["View", "of_report", "of_stored"]


def of_stored(stored: "StoredReport", states: Collection[str] = ()) -> View:
    """A report out of a ledger with the findings that are in one of these states ("accepted" ...); without any, those that
    are neither rejected nor replaced."""
    page = stored.report.page
    said = (one for one in stored.entries if one.standing.by)  # what every agent has taken back is nobody's finding
    kept = (one for one in said if (one.standing.state in states if states else one.standing.stands))
    return View(stored.report.sighting, page.document.media_type, page.text, page.abouts, tuple(kept))
