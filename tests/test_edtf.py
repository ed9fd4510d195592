"""Windows as EDTF: what is written, and that it says the window's days and no others."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.edtf import UNKNOWN, edtf
from hearsay.model import Precision, Window

EXAMPLES = [
    ("2031-06-03", "2031-06-03", Precision.DAY, "2031-06-03"),
    ("2031-06-01", "2031-06-30", Precision.MONTH, "2031-06"),
    ("2031-06-01", "2031-06-18", Precision.MONTH, "2031-06-01/2031-06-18"),
    ("2031-01-01", "2031-12-31", Precision.YEAR, "2031"),
    ("2031-03-01", "2031-05-31", Precision.SEASON, "2031-21"),
    ("2030-12-01", "2031-02-28", Precision.SEASON, "2030-24"),
    ("2031-03-01", "2031-05-31", Precision.RANGE, "2031-03/2031-05"),
    ("1990-01-01", "1999-12-31", Precision.RANGE, "1990/1999"),
    ("2031-05-26", "2031-06-01", Precision.WEEK, "2031-05-26/2031-06-01"),
    ("2031-03-14", None, Precision.DAY, "2031-03-14/.."),
    (None, "2031-05-30", Precision.DAY, "../2031-05-30"),
    (None, None, Precision.UNRESOLVED, UNKNOWN),
]


@pytest.mark.parametrize(("start", "end", "precision", "expected"), EXAMPLES)
def test_examples(start: str | None, end: str | None, precision: Precision, expected: str) -> None:
    assert edtf(Window("words", start, end, precision)) == expected


def test_a_bound_that_is_no_day() -> None:
    with pytest.raises(ValueError, match="2031-02-30"):
        edtf(Window("words", "2031-02-30", "2031-03-01"))


def bounds(text: str) -> tuple[date | None, date | None]:
    """First and last day of what `edtf` may write, read by the standard's rules and not by ours."""
    if text == UNKNOWN:
        return None, None
    left, _, right = text.partition("/")
    first, last = _unit(left), _unit(right or left)
    return first and first[0], last and last[1]


def _unit(text: str) -> tuple[date, date] | None:
    if text == "..":
        return None
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    if rest[0] > 12:
        month = {21: 3, 22: 6, 23: 9, 24: 12}[rest[0]]
        ending = (year, month + 2) if month < 12 else (year + 1, 2)
        return date(year, month, 1), date(*ending, monthrange(*ending)[1])
    day = date(year, rest[0], rest[1] if len(rest) > 1 else 1)
    return day, day if len(rest) > 1 else day.replace(day=monthrange(year, rest[0])[1])


DAYS = st.dates(max_value=date(9000, 1, 1))
MONTHS = st.tuples(st.integers(1, 9000), st.integers(1, 12))


@given(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS), st.sampled_from(list(Precision)))
def test_it_says_the_days_of_the_window(start: date | None, end: date | None, precision: Precision) -> None:
    if start is not None and end is not None and end < start:
        start, end = end, start
    season = precision is Precision.SEASON
    first, last = (day.isoformat() if day else None for day in (start, end))
    window = Window("words", first, last, Precision.RANGE if season else precision)
    assert bounds(edtf(window)) == (start, end)


@given(MONTHS, MONTHS)
def test_whole_months_and_years(one: tuple[int, int], other: tuple[int, int]) -> None:
    (year, month), last = sorted((one, other))
    start, end = date(year, month, 1), date(*last, monthrange(*last)[1])
    text = edtf(Window("words", start.isoformat(), end.isoformat(), Precision.RANGE))
    assert bounds(text) == (start, end)
    assert len(text) <= len("2031-03/2031-05")
