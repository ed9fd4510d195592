"""Windows as EDTF (Extended Date/Time Format, ISO 8601-2:2019, level 1): https://www.loc.gov/standards/datetime/

    2031-06-03              a day
    2031-06, 2031           a whole month or year
    2031-21                 a season: 21 spring, 22 summer, 23 autumn, 24 winter, by its months
    2031-06-01/2031-06-03   a stretch with both ends; in months or years where both ends are theirs (2031-03/2031-05)
    2031-03-14/..           since that day; ../2031-05-30 until it
    XXXX-XX-XX              a day that the text names by an event alone ("since the fighting began")

An end that EDTF leaves unsaid is not made up: "for three months" is XXXX-XX-XX too, and the window's words say the rest.
"""

from calendar import monthrange
from datetime import date

from .model import Precision, Window

UNKNOWN = "XXXX-XX-XX"
OPEN = ".."
SEASONS = {3: 21, 6: 22, 9: 23, 12: 24}
"""First month -> EDTF's code. By months and so for the north; the code itself names no hemisphere."""


def edtf(window: Window) -> str:
    """The window's days as an EDTF string of level 1; never empty. Raises `ValueError` for a bound that is no ISO date."""
    start, end = (_day(bound) if bound else None for bound in (window.start, window.end))
    if start is None and end is None:
        return UNKNOWN
    if start is None or end is None:
        return f"{start or OPEN}/{end or OPEN}"
    if start == end:
        return start.isoformat()
    if window.precision is Precision.SEASON and start.month in SEASONS and _whole_months(start, end):
        return f"{start.year:04}-{SEASONS[start.month]}"
    left, right = _coarsest(start, end)
    return left if left == right else f"{left}/{right}"


def _day(bound: str) -> date:
    try:
        return date.fromisoformat(bound)
    except ValueError as error:
        raise ValueError(f"{bound!r} is no ISO date: {error}") from error


def _coarsest(start: date, end: date) -> tuple[str, str]:
    """Both ends in years, months or days: the longest unit of which they are the first and the last day."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year:04}", f"{end.year:04}"
    if _whole_months(start, end):
        return f"{start:%Y-%m}".zfill(7), f"{end:%Y-%m}".zfill(7)
    return start.isoformat(), end.isoformat()


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1] and start < end
