"""Stretches of days, and the arithmetic of the calendar: weeks begin on Monday, all ends are included.

The parts of a month, a week and a year ("early", "mid", "late") are those of the UCDP GED codebook 19.1, appendix 2, where it
gives them: early March is 1 to 10, late last week Friday to Sunday, early 2031 January to April.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ..model import Precision


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to `end`, both included; None is open, or unknown where `precision` is UNRESOLVED."""

    start: date | None
    end: date | None
    precision: Precision


UNRESOLVED = Stretch(None, None, Precision.UNRESOLVED)
WEEK, MONTHS = 7, 12
_YEARS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_WEEKS = {"early": (0, 2), "mid": (1, 4), "late": (4, 6)}


def calendar_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def minus(day: date, days: int) -> date:
    """So many days before, held inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() - days, 1), date.max.toordinal()))


def months_on(day: date, months: int) -> date:
    """The same day so many months on (back where negative), or the last one of a shorter month; held inside the calendar."""
    count = min(max(day.year * MONTHS + day.month - 1 + months, MONTHS), date.max.year * MONTHS + MONTHS - 1)
    year, month = divmod(count, MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def one_day(day: date) -> Stretch:
    """A single day."""
    return Stretch(day, day, Precision.DAY)


def week_of(day: date) -> Stretch:
    """Monday to Sunday around a day."""
    monday = minus(day, day.weekday())
    return Stretch(monday, minus(monday, -6), Precision.WEEK)


def weekend_of(day: date) -> Stretch:
    """Saturday and Sunday of the week of a day."""
    monday = minus(day, day.weekday())
    return Stretch(minus(monday, -5), minus(monday, -6), Precision.RANGE)


def whole_month(year: int, month: int) -> Stretch:
    """A month from its first day to its last."""
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)


def month_of(day: date) -> Stretch:
    """The month of a day."""
    return whole_month(day.year, day.month)


def whole_year(year: int) -> Stretch:
    """A year; UNRESOLVED outside the calendar."""
    if not date.min.year <= year <= date.max.year:
        return UNRESOLVED
    return Stretch(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def whole_months(year: int, first: int, last: int, precision: Precision = Precision.RANGE) -> Stretch:
    """From the first of one month to the end of another; where that is the earlier one, of the next year ("winter")."""
    end = whole_month(year + (last < first), last).end if year < date.max.year else None
    return Stretch(date(year, first, 1), end, precision) if end else UNRESOLVED


def quarter(year: int, number: int) -> Stretch:
    """Quarter 1 to 4 of a year."""
    return whole_months(year, 3 * number - 2, 3 * number)


def years(first: int, count: int) -> Stretch:
    """So many whole years; UNRESOLVED outside the calendar."""
    if not date.min.year <= first <= first + count - 1 <= date.max.year:
        return UNRESOLVED
    return Stretch(date(first, 1, 1), date(first + count - 1, 12, 31), Precision.RANGE)


def week_in(around: Stretch, number: int) -> Stretch:
    """The so-manieth week of a month or year, as ISO 8601 counts: the one that holds its first Thursday is the first; -1 is
    the last. Sundays and what has no days give UNRESOLVED."""
    if around.start is None or around.end is None or number == 0:
        return UNRESOLVED
    thursday = minus(around.start, -((3 - around.start.weekday()) % WEEK))
    if number < 0:
        thursday = minus(around.end, (around.end.weekday() - 3) % WEEK)
        number = 1
    found = minus(thursday, -WEEK * (number - 1))
    return week_of(found) if found <= around.end else UNRESOLVED


def weekday_in(around: Stretch, weekday: int, number: int) -> Stretch:
    """The so-manieth weekday (Monday 0) of a stretch; -1 is the last. UNRESOLVED where it has no such day."""
    if around.start is None or around.end is None or number == 0:
        return UNRESOLVED
    if number < 0:
        day = minus(around.end, (around.end.weekday() - weekday) % WEEK)
    else:
        day = minus(around.start, -((weekday - around.start.weekday()) % WEEK + WEEK * (number - 1)))
    return one_day(day) if around.start <= day <= around.end else UNRESOLVED


def edge(around: Stretch, which: str) -> Stretch:
    """The "early", "mid" or "late" part of a week, month, year or decade; of anything else UNRESOLVED."""
    start, end = around.start, around.end
    if start is None or end is None:
        return UNRESOLVED
    if (end.year - start.year, start.month, end.month) == (9, 1, MONTHS):
        first, count = {"early": (0, 3), "mid": (3, 4), "late": (7, 3)}[which]
        return years(start.year + first, count)
    if around.precision is Precision.MONTH:
        low, high = {"early": (1, 10), "mid": (10, 20), "late": (15, monthrange(start.year, start.month)[1])}[which]
        return Stretch(start.replace(day=low), start.replace(day=high), Precision.RANGE)
    if around.precision is Precision.YEAR:
        return whole_months(start.year, *_YEARS[which])
    if around.precision is Precision.WEEK:
        low, high = _WEEKS[which]
        return Stretch(minus(start, -low), minus(start, -high), Precision.RANGE)
    return UNRESOLVED


def until(around: Stretch, day: date) -> Stretch:
    """A stretch that ends on that day at the latest, if it began by then."""
    if around.start is None or around.end is None or not around.start <= day < around.end:
        return around
    return Stretch(around.start, day, around.precision)


def spanning(left: Stretch, right: Stretch) -> Stretch:
    """From the start of one stretch to the end of the other."""
    if Precision.UNRESOLVED in {left.precision, right.precision}:
        return UNRESOLVED
    return Stretch(left.start, right.end, Precision.RANGE)
