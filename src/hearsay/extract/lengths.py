"""Lengths of time in words: "three weeks", "a few days", "2 years, 1 month and 21 days"."""

from dataclasses import dataclass
from datetime import date

from ..analyse import Word
from ..lang.figure_tables import Numbers
from ..lang.time_tables import Times
from .numbers import Number, numbers
from .stretches import MONTHS, WEEK, minus, months_on

LONGEST = 5000
"""No length in the news has more of a unit; what claims more is something else."""
IN_MONTHS = {"month": 1, "quarter": 3, "year": MONTHS, "decade": 10 * MONTHS, "century": 100 * MONTHS}
IN_DAYS = {"day": 1, "week": WEEK}
NUMERAL_WORDS = 5


@dataclass(frozen=True, slots=True)
class Length:
    """So many of one `unit` (None: unknown), and what longer units add in months and days. `vague` says that the count is what
    a policy takes a vague word for."""

    count: int | None
    unit: str
    vague: bool = False
    months: int = 0
    days: int = 0

    @property
    def plain(self) -> bool:
        """Whether it is told in one unit."""
        return not self.months and not self.days

    def from_day(self, day: date, sign: int) -> date | None:
        """The day that lies so far on (`sign` 1) or back (-1); None where the count is unknown or too large."""
        if self.count is None or self.count > LONGEST:
            return None
        months = self.months + self.count * IN_MONTHS.get(self.unit, 0)
        hours = {"hour": self.count // 24, "minute": self.count // 1440}.get(self.unit, 0)
        days = self.days + self.count * IN_DAYS.get(self.unit, 0) + hours
        return minus(months_on(day, sign * months), -sign * days)


def length_at(words: tuple[Word, ...], i: int, last: int, table: Times, numeral: Numbers) -> tuple[Length, int] | None:
    """The length of time at word `i`, and the word after it; longer units may stand before the last one."""
    first = _one(words, i, last, table, numeral)
    if first is None:
        return None
    length, end = first
    while longer := _more(words, end, last, table, numeral):
        then, end = longer
        if length.count is None or length.unit not in IN_MONTHS | IN_DAYS or length.count > LONGEST:
            return Length(None, then.unit), end
        months = length.months + length.count * IN_MONTHS.get(length.unit, 0)
        length = Length(then.count, then.unit, then.vague, months, length.days + length.count * IN_DAYS.get(length.unit, 0))
    return length, end


def _more(words: tuple[Word, ...], i: int, last: int, table: Times, numeral: Numbers) -> tuple[Length, int] | None:
    """A further length that belongs to the one before: "1 month [and] 21 days"."""
    j = i + 1 if i < last and (words[i].text == "," or words[i].lower in table.joins) else i
    if j >= last or not (words[j].lower[0].isdecimal() or words[j].lower in numeral.units):
        return None
    return _one(words, j, last, table, numeral)


def _one(words: tuple[Word, ...], i: int, last: int, table: Times, numeral: Numbers) -> tuple[Length, int] | None:
    """One number (or article, or vague word) and one unit."""
    if i + 1 >= last:
        return None
    at = next((k for k in range(i + 1, min(last, i + NUMERAL_WORDS + 1)) if words[k].lower in table.units), 0)
    if not at:
        return None
    unit, lowers = table.units[words[at].lower], [word.lower for word in words[i:at]]
    if lowers[0] in numeral.articles and len(lowers) == 1:
        return Length(1, unit), at + 1
    vague = [table.few[lower] for lower in lowers if lower in table.few]
    if vague and all(lower in table.few or lower in table.articles or lower in table.inside for lower in lowers):
        return Length(vague[0], unit, vague=True), at + 1
    number: Number | None = next(numbers(words, i, at, numeral), None)
    if number is None or number.lead != i or number.tail != at:
        return None
    return Length(number.low, unit), at + 1
