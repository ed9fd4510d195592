"""Dates, days, weeks, months and years in words, and the days they name, counted back from the day of publication."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ..analyse import Word
from ..lang.figure_tables import Numbers, Times
from ..model import Precision
from .numbers import numbers


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to `end`, both included; None is open, or unknown where `precision` is UNRESOLVED."""

    start: date | None
    end: date | None
    precision: Precision


UNRESOLVED = Stretch(None, None, Precision.UNRESOLVED)
Core = tuple[Stretch, int]
"""What a date names, and the word after it."""


class Dates:
    """Reads the date at a word; `published` is the day it is counted from (None: what needs it stays unresolved)."""

    def __init__(self, table: Times, numeral: Numbers, published: date | None) -> None:
        self.table, self.numeral, self.published = table, numeral, published

    def core(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """A date, day, month, year or week at word `i` and where it ends; an article may stand before it."""
        if i < last and words[i].lower in self.table.articles:
            if ago := self._ago(words, i, last):
                return ago
            i += 1
        if i >= last:
            return None
        lower = possessor(words[i].lower)
        if lower[0].isdecimal():
            return self._numeric(words, i, last)
        if lower in self.table.weekdays:
            return self._weekday(words, i, last)
        if lower in self.table.months:
            return self._month(words, i, last)
        if lower in self.table.relative:
            day = self._day(self.table.relative[lower])
            return day, self._part(words, i + 1, last)
        if lower in self.table.edges or lower in self.table.seasons:
            return self._edge(words, i, last)
        if lower in self.table.last | self.table.this | self.table.ago | self.table.weekend:
            return self._named(words, i, last)
        return self._ago(words, i, last)

    def _numeric(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "14 March 2031", "14th of March", "2031-03-14", a year."""
        text = words[i].text
        if is_year(text):
            iso = [word.text for word in words[i : min(last, i + 5)]]
            if len(iso) == 5 and iso[1] == iso[3] == "-" and iso[2].isdecimal() and iso[4].isdecimal():
                day = _date(int(text), int(iso[2][:2]), int(iso[4][:2]))
                return (Stretch(day, day, Precision.DAY), i + 5) if day else None
            before = words[i - 1].lower if i else ""
            if before in self.table.opens | self.table.since | self.table.until | self.table.to | self.table.between:
                return _wholeis_year(int(text)), i + 1
            return None
        if text.isdecimal() and len(text) <= 2:
            j = i + 1
            if j < last and words[j].lower in self.table.ordinal_ends and words[j].start == words[i].end:
                j += 1
            if j < last and words[j].lower in self.table.of:
                j += 1
            if j < last and words[j].lower in self.table.months and words[j].text[0].isupper():
                year, end = self._year_after(words, j + 1, last)
                found = self._dated(year, self.table.months[words[j].lower], int(text))
                return (found, end) if found else None
        return self._ago(words, i, last)

    def _month(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "March 14, 2031", "March 14-16", "March 2031", "March"."""
        if not words[i].text[0].isupper():
            return None
        month, j = self.table.months[possessor(words[i].lower)], i + 1
        if j < last and words[j].text == "." and words[j].start == words[i].end:
            j += 1
        if j < last and words[j].text.isdecimal() and len(words[j].text) <= 2:
            return self._month_day(words, month, j, last)
        year, end = self._year_after(words, j, last)
        before = words[i - 1].lower if i else ""
        dating = self.table.opens | self.table.since | self.table.until | self.table.last | self.table.to | set(self.table.edges)
        if year is None and (words[i].lower in self.table.ambiguous and before not in dating):
            return None
        if year is None:
            if self.published is None:
                return UNRESOLVED, j
            year, end = self.published.year - (month > self.published.month), i + 1
        return _whole_month(year, month), end

    def _month_day(self, words: tuple[Word, ...], month: int, j: int, last: int) -> Core | None:
        first, end = int(words[j].text), j + 1
        if end < last and words[end].lower in self.table.ordinal_ends and words[end].start == words[j].end:
            end += 1
        upto = first
        dashed = end + 1 < last and words[end].text in {"-", "–", "—"} and words[end + 1].text.isdecimal()
        if dashed and len(words[end + 1].text) <= 2 and int(words[end + 1].text) > first:
            upto, end = int(words[end + 1].text), end + 2
        year, end = self._year_after(words, end, last)
        found = self._dated(year, month, first)
        if found is None or upto == first or found.start is None:
            return (found, end) if found else None
        until = _date(found.start.year, month, upto)
        return (Stretch(found.start, until, Precision.RANGE), end) if until else None

    def _year_after(self, words: tuple[Word, ...], j: int, last: int) -> tuple[int | None, int]:
        """A year that goes on with a date: "2031", ", 2031", "of 2031"."""
        k = j + 1 if j < last and (words[j].text == "," or words[j].lower in self.table.of) else j
        if k < last and is_year(words[k].text):
            return int(words[k].text), k + 1
        return None, j

    def _dated(self, year: int | None, month: int, day: int) -> Stretch | None:
        """One day; without a year the latest not after publication. None where the calendar has no such day."""
        if year is not None:
            found = _date(year, month, day)
            return Stretch(found, found, Precision.DAY) if found else None
        if self.published is None:
            return UNRESOLVED if _date(2000, month, day) else None
        years = range(self.published.year, self.published.year - 9, -1)
        days = (found for guess in years if (found := _date(guess, month, day)) and found <= self.published)
        found = next(days, None)
        return Stretch(found, found, Precision.DAY) if found else None

    def _weekday(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "Tuesday", "Tuesday night", "Tuesday, March 14"."""
        if not words[i].text[0].isupper() or (words[i].lower in self.table.ambiguous and not words[i].text.isupper()):
            return None
        j = i + 2 if i + 2 < last and words[i + 1].text == "," else i + 1
        if j < last and (words[j].lower in self.table.months or words[j].text.isdecimal()):
            core = self.core(words, j, last)
            if core is not None and core[0].precision is Precision.DAY:
                return core
        end = self._part(words, i + 1, last)
        if self.published is None:
            return UNRESOLVED, end
        back = (self.published.weekday() - self.table.weekdays[possessor(words[i].lower)]) % 7
        return self._day(-back), end

    def _part(self, words: tuple[Word, ...], j: int, last: int) -> int:
        return j + 1 if j < last and words[j].lower in self.table.parts else j

    def _day(self, offset: int) -> Stretch:
        if self.published is None:
            return UNRESOLVED
        day = minus(self.published, -offset)
        return Stretch(day, day, Precision.DAY)

    def _edge(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "early March", "mid-2031", "late last month", "the spring of 2031"."""
        lower, j = words[i].lower, i + 1
        if lower in self.table.seasons:
            year, end = self._year_after(words, j, last)
            if year is None:
                return None
            first, final = self.table.seasons[lower]
            return Stretch(date(year, first, 1), _whole_month(year, final).end, Precision.SEASON), end
        while j < last and (words[j].text == "-" or words[j].lower in self.table.of):
            j += 1
        if j >= last or words[j].lower in self.table.edges:
            return None
        if is_year(words[j].text):
            months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[self.table.edges[lower]]
            year = int(words[j].text)
            return Stretch(date(year, months[0], 1), _whole_month(year, months[1]).end, Precision.RANGE), j + 1
        core = self.core(words, j, last)
        if core is None or core[0].precision is not Precision.MONTH or core[0].start is None:
            return (UNRESOLVED, core[1]) if core and core[0].precision is Precision.UNRESOLVED else None
        start = core[0].start
        days = {"early": (1, 10), "mid": (10, 20), "late": (15, monthrange(start.year, start.month)[1])}
        low, high = days[self.table.edges[lower]]
        return Stretch(start.replace(day=low), start.replace(day=high), Precision.RANGE), core[1]

    def _named(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "last week", "this month", "earlier this year", "last night", "the weekend", "last Tuesday", "last March"."""
        table, today = self.table, self.published
        j, earlier = i, False
        if words[j].lower in table.ago:
            j, earlier = j + 1, True
        is_last = j < last and words[j].lower in table.last
        if j < last and words[j].lower in table.last | table.this:
            j += 1
        elif earlier:
            return None
        if j >= last:
            return None
        lower = words[j].lower
        if lower in table.weekdays or lower in table.months:
            return self.core(words, j, last)
        if lower in table.weekend:
            if today is None:
                return UNRESOLVED, j + 1
            sunday = minus(today, (today.weekday() + 1) % 7)
            return Stretch(minus(sunday, 1), sunday, Precision.RANGE), j + 1
        if lower in table.parts and j > i:
            return self._day(-1 if is_last else 0), j + 1
        if lower in table.units and j > i:
            return self._unit(table.units[lower], is_last, earlier), j + 1
        return None

    def _unit(self, unit: str, is_last: bool, earlier: bool) -> Stretch:
        """The week, month or year of publication, up to that day (or the day before it), or the one before."""
        today = self.published
        if today is None or unit not in {"week", "month", "year"}:
            return UNRESOLVED
        until = minus(today, 1) if earlier else today
        if unit == "week":
            monday = minus(today, today.weekday())
            return (
                Stretch(minus(monday, 7), minus(monday, 1), Precision.WEEK)
                if is_last
                else Stretch(monday, max(monday, until), Precision.WEEK)
            )
        if unit == "month":
            first = today.replace(day=1)
            if is_last:
                before = minus(first, 1)
                return _whole_month(before.year, before.month)
            return Stretch(first, max(first, until), Precision.MONTH)
        if is_last:
            return _wholeis_year(today.year - 1)
        first = date(today.year, 1, 1)
        return Stretch(first, max(first, until), Precision.YEAR)

    def _ago(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "two days ago", "three weeks earlier"."""
        amount = self.amount(words, i, last)
        if amount is None or amount[1] + 1 >= last or words[amount[1] + 1].lower not in self.table.ago:
            return None
        count, end = amount[0], amount[1] + 2
        unit = self.table.units[words[amount[1]].lower]
        if self.published is None or count is None or count > 5000 or words[end - 1].lower != "ago":
            return UNRESOLVED, end
        if unit in {"minute", "hour", "day"}:
            return self._day(-(count if unit == "day" else count // 24)), end
        days = count * {"week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
        day = minus(self.published, days)
        if unit == "week":
            monday = minus(day, day.weekday())
            return Stretch(monday, minus(monday, -6), Precision.WEEK), end
        return (_whole_month(day.year, day.month) if unit == "month" else _wholeis_year(day.year)), end

    def amount(self, words: tuple[Word, ...], j: int, last: int) -> tuple[int | None, int] | None:
        """A number before a unit of time, with the word of the unit; None for its value where it is vague."""
        for k in range(j, min(last, j + 5)):
            if words[k].lower in self.table.units:
                return (_value(words, j, k, self.numeral), k) if k > j and _numeric(words, j, k, self.numeral) else None
        return None


def _value(words: tuple[Word, ...], j: int, k: int, numeral: Numbers) -> int | None:
    """The number among words [j, k), None where it is vague."""
    found = next(numbers(words, j, k, numeral), None)
    if found is not None:
        return found.low
    return 1 if any(word.lower in numeral.articles for word in words[j:k]) else None


def _numeric(words: tuple[Word, ...], j: int, k: int, numeral: Numbers) -> bool:
    """Whether words [j, k) are nothing but a number and its modifiers."""
    found = next(numbers(words, j, k, numeral), None)
    if found is None:
        return k - j == 1 and words[j].lower in numeral.articles
    return found.lead == j and found.tail == k


def possessor(lower: str) -> str:
    """A word without its possessive ending ("monday's")."""
    return lower[:-2] if lower.endswith(("'s", "’s")) and len(lower) > 2 else lower


def is_year(text: str) -> bool:
    """Whether four digits may be a year of the news."""
    return len(text) == 4 and text.isdecimal() and "1900" <= text <= "2100"


def _date(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def minus(day: date, days: int) -> date:
    """So many days before, held inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() - days, 1), date.max.toordinal()))


def _whole_month(year: int, month: int) -> Stretch:
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)


def _wholeis_year(year: int) -> Stretch:
    return Stretch(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def spanning(left: Stretch, right: Stretch) -> Stretch:
    """From the start of one stretch to the end of the other."""
    if Precision.UNRESOLVED in {left.precision, right.precision}:
        return UNRESOLVED
    return Stretch(left.start, right.end, Precision.RANGE)
