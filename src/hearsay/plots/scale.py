"""From numbers and days to places on a picture, with the ticks that people expect."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, log10

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """`low` to `high` lie from `start` to `end` (user units)."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies, whether within the ends or not."""
        span = self.high - self.low or 1
        return self.start + (value - self.low) / span * (self.end - self.start)


def amounts(values: Iterable[float], start: float, end: float, about: int = 5) -> tuple[Scale, tuple[int, ...]]:
    """A scale for whole numbers that begins and ends on ticks. It begins at nought unless all values lie in its upper half."""
    found = list(values) or [0]
    low, high = min(found), max(found)
    if 0 <= low < high / 2 or (low == high and low >= 0):
        low = 0
    step = _step((high - low) or high or 1, about)
    first = floor(low / step) * step
    ticks = [first]
    while ticks[-1] < high or len(ticks) < 2:
        ticks.append(ticks[-1] + step)
    return Scale(ticks[0], ticks[-1], start, end), tuple(ticks)


def days(values: Iterable[date], start: float, end: float, about: int = 8) -> tuple[Scale, tuple[tuple[date, str], ...]]:
    """A scale for days with its ticks and their words; a margin of one part in forty on each side, a day at least."""
    found = list(values) or [date(2000, 1, 1)]
    low, high = min(found), max(found)
    margin = max((high - low).days // 40, 1)
    first, last = _moved(low, -margin), _moved(high, margin)
    scale = Scale(first.toordinal(), last.toordinal(), start, end)
    return scale, tuple(_named(_ticks(first, last, about)))


def said(day: date) -> str:
    """A day in words: "18 Jun 2031"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _step(span: float, about: int) -> int:
    """The least of 1, 2, 5, 10, 20 ... that cuts the span into no more than `about` parts."""
    unit = 10 ** max(floor(log10(span / about)), 0) if span > about else 1
    return next(int(step * unit) for step in (*_STEPS, 20, 50) if span / (step * unit) <= about)


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(by)
    except OverflowError:  # at the end of the calendar
        return day


def _ticks(first: date, last: date, about: int) -> list[date]:
    span = (last - first).days
    for step in (1, 2, 7):
        if span / step <= about:
            start = _moved(first, -first.weekday() % 7) if step == 7 else first
            return [_moved(start, i * step) for i in range((last - start).days // step + 1)]
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200):
        if span / 30.4 / months <= about:
            return [day for day in _months(first, last, months) if day >= first]
    return [first, last]


def _months(first: date, last: date, step: int) -> Iterator[date]:
    """First days of every so many months, counted from January (of a year that the step divides)."""
    number = (first.year * 12 + first.month - 1) // step * step
    while number // 12 <= min(last.year, 9999):
        day = date(max(number // 12, 1), number % 12 + 1, 1)
        if day > last:
            return
        yield day
        number += step


def _named(ticks: Iterable[date]) -> Iterator[tuple[date, str]]:
    """Each tick with its words; the year is said where it is new."""
    ticks = list(ticks)
    whole = all(day.day == 1 for day in ticks) and len({(day.year, day.month) for day in ticks}) == len(ticks) > 1
    yearly = whole and all(day.month == 1 for day in ticks)
    year = None
    for day in ticks:
        words = str(day.year) if yearly else MONTHS[day.month - 1] if whole else f"{day.day} {MONTHS[day.month - 1]}"
        yield day, words if yearly or day.year == year else f"{words} {day.year}"
        year = day.year
