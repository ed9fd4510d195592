"""Days over which figures count, as intervals: when a report's event may have been, and whether two may be one.

A window that the text gives is that interval. Days in two reports may differ by one for one event (local time against
the desk's, "overnight", "last night"), so windows to the day are widened by SLACK days when incidents are compared. A
figure without a window may be of any of the RECENT days up to its publication.
"""

from datetime import date, timedelta
from typing import NamedTuple

from ..claims.base import Claim
from ..model import Figure, Precision, Window

SLACK = 1
"""Days by which two reports may date one event differently."""
RECENT = 3
"""Days before publication in which an event without a date was, the rule of the UCDP codebook ("no time given": the three
days before the report); the day itself is allowed too, since reports of a day tell of that day."""


class Days(NamedTuple):
    """First and last day, inclusive; None: open. `told` is whether the text gives them."""

    first: date | None
    last: date | None
    told: bool


def reference(claim: Claim, scope: str) -> date | None:
    """The day by which a claim is sorted: of a "total" the one up to which it counts, of anything else the first of its
    window; where the text gives none the day of publication, else None."""
    days = of_claim(claim)
    told = days.last if scope == "total" else days.first or days.last
    return (told if days.told else None) or published(claim) or days.last


def published(claim: Claim) -> date | None:
    """The day on which the claim's report was published, where that is known to the day."""
    return _day(claim.report.day)


def of_claim(claim: Claim) -> Days:
    """The days over which a figure counts, as its text gives them; else the days before its publication."""
    window = claim.finding.window if isinstance(claim.finding, Figure) else None
    known = of_window(window)
    if known is not None:
        return known
    out = published(claim)
    return Days(out - timedelta(days=RECENT) if out else None, out, told=False)


def of_window(window: Window | None) -> Days | None:
    """The days of a window; None where it resolves to none."""
    if window is None or (window.precision is Precision.UNRESOLVED and window.start is None and window.end is None):
        return None
    first, last = _day(window.start), _day(window.end)
    return Days(first, last, told=True) if first or last else None


def meet(left: Days, right: Days, slack: int = SLACK) -> bool:
    """Whether two stretches, each widened by `slack` days in all, have a day in common."""
    return _before(left.first, right.last, slack) and _before(right.first, left.last, slack)


def holds(outer: Days, inner: Days) -> bool:
    """Whether every day of `inner` is one of `outer`, and `outer` has more."""
    return _starts(outer, inner) and _ends(outer, inner) and outer[:2] != inner[:2]


def _starts(outer: Days, inner: Days) -> bool:
    return outer.first is None or (inner.first is not None and outer.first <= inner.first)


def _ends(outer: Days, inner: Days) -> bool:
    return outer.last is None or (inner.last is not None and inner.last <= outer.last)


def _before(first: date | None, last: date | None, slack: int) -> bool:
    return first is None or last is None or first <= last + timedelta(days=slack)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words[:10]) if words else None
    except ValueError:  # a year or a month alone
        return None
