"""Dates as texts and fields write them, to ISO 8601."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{0}>january|february|march|april|may\.?|june|july|august|september|october|november|december|"
    r"jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
_NUMBER = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:1[89]|2[01])\d\d)"
_DATE = re.compile(
    r"(?<![\w.,/\-])(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?),?\s+(?:the\s+)?)?(?:"
    + _MONTH.format(1) + r"\s+" + _NUMBER.format(1) + r"(?:,?\s+" + _YEAR.format(1) + r")?(?![\d:])"
    + "|" + _NUMBER.format(2) + r"\s+(?:of\s+)?" + _MONTH.format(2) + r"(?:,?\s+" + _YEAR.format(2) + r")?"
    + "|" + _YEAR.format(3) + r"-(?P<month3>[01]\d)-" + _NUMBER.format(3) + r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+\-]\d\d:?\d\d)?)?"
    + "|" + _NUMBER.format(4) + r"\.\s?(?P<month4>[01]?\d)\.\s?" + _YEAR.format(4)
    + "|" + r"(?P<first>[0-3]?\d)/(?P<second>[0-3]?\d)/" + _YEAR.format(5)
    + r")(?![\w/\-])",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stated:
    """A date in a text, code points [start, end): `year` is 0 where the text leaves it out."""

    start: int
    end: int
    year: int
    month: int
    day: int
    weekday: bool

    def within(self, year: int) -> date | None:
        """The date, in `year` where the text gives none; None where there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def dates(words: str, start: int = 0, end: int | None = None) -> Iterator[Stated]:
    """Every date with at least a day and a month, in English or in figures. 3/4/2031 is none: it may be March or April."""
    for match in _DATE.finditer(words, start, len(words) if end is None else end):
        found = match.groupdict()
        if found["first"]:
            first, second = int(found["first"]), int(found["second"])
            if (first > 12) == (second > 12) and first != second:
                continue
            day, month, year = max(first, second), min(first, second), found["year5"]
        else:
            which = next(i for i in "1234" if found[f"day{i}"])
            day, year = int(found[f"day{which}"]), found[f"year{which}"]
            name = found[f"month{which}"]
            month = int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1
        stated = Stated(match.start(), match.end(), int(year or 0), month, day, found["weekday"] is not None)
        if stated.within(2032) is not None:  # a leap year
            yield stated


_ZONE = re.compile(r"([+\-]\d\d)(\d\d)$")
_DAY_FIRST = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def iso(value: str) -> str:
    """A field's date as ISO 8601, with the time and zone where given; "" where it is none."""
    value = " ".join(value.split())
    try:
        moment = datetime.fromisoformat(_ZONE.sub(r"\1:\2", value))
    except ValueError:
        return _loose(value)
    bare = len(value) <= 10
    return moment.date().isoformat() if bare else moment.isoformat()


def _loose(value: str) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError):
        pass
    for stated in dates(value.replace("T", " ", 1) if _DAY_FIRST.match(value) else value):
        if stated.year and (day := stated.within(0)):
            return day.isoformat()
    return ""


def day_of(value: str) -> date | None:
    """The day of an ISO date; None where it has none."""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
