"""Time expressions, and the days they bound: closed vocabulary, counted back from the day of publication.

A weekday or a date without its year is the latest one not after publication. Vague stretches follow the conventions of the
UCDP GED codebook 19.1, appendix 2 ("past 24 hours": the day of the report and the one before; "early March": 1 to 10). What
hangs on an event ("since the fighting began") keeps its words and no dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..analyse import Word
from ..lang.figure_tables import Numbers, Times
from ..model import Precision, Span, Window
from .dates import UNRESOLVED, Core, Dates, Stretch, is_year, minus, possessor, spanning

POLICY = "ucdp-19.1"
TAIL = 8
"""Words of an event that time is counted from, at most."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words [first, last) say when; `lasting` marks a bare length of time ("for three months")."""

    first: int
    last: int
    stretch: Stretch
    lasting: bool = False


def window(content: str, words: Sequence[Word], found: Expression) -> Window:
    """An expression as the model's value."""
    span = Span(words[found.first].start, words[found.last - 1].end)
    stretch = found.stretch
    return Window(
        words=content[span.start : span.end],
        start=stretch.start.isoformat() if stretch.start else None,
        end=stretch.end.isoformat() if stretch.end else None,
        precision=stretch.precision,
        spans=(span,),
    )


class Clock:
    """Reads time expressions; `published` is the day they are counted from (None: what needs it stays unresolved)."""

    def __init__(self, table: Times, numeral: Numbers, published: date | None) -> None:
        self.table, self.published = table, published
        self.dates = Dates(table, numeral, published)
        named = frozenset(table.months) | frozenset(table.weekdays) | frozenset(table.units) | frozenset(table.seasons)
        self.heads = named.union(
            table.relative, table.overnight, table.weekend, table.since, table.until, table.parts, table.events
        )

    def expressions(self, words: tuple[Word, ...], first: int, last: int) -> Iterator[Expression]:
        """The time expressions among words [first, last), in order, none inside another."""
        if self.heads.isdisjoint({possessor(word.lower) for word in words[first:last]}) and not any(
            is_year(word.text) for word in words[first:last]
        ):
            return
        i = first
        while i < last:
            found = self._at(words, i, last)
            if found is None:
                i += 1
            else:
                yield found
                i = found.last

    def _at(self, words: tuple[Word, ...], i: int, last: int) -> Expression | None:
        lower, table = words[i].lower, self.table
        if lower in table.since:
            return self._since(words, i, last)
        if lower in table.until and (core := self.dates.core(words, i + 1, last)):
            return Expression(i, core[1], Stretch(None, core[0].end, core[0].precision))
        if lower in table.between and (found := self._between(words, i, last)):
            return found
        if lower in table.lasting | table.opens and (found := self._length(words, i, last)):
            return found
        if lower in table.overnight:
            return self._overnight(words, i, last)
        if core := self.dates.core(words, i, last):
            return self._extended(words, i, core, last)
        return None

    # --- frames ----------------------------------------------------------------------------------------

    def _since(self, words: tuple[Word, ...], i: int, last: int) -> Expression | None:
        if core := self.dates.core(words, i + 1, last):
            return Expression(i, core[1], Stretch(core[0].start, None, core[0].precision))
        end = self._event(words, i + 1, last)
        for k in range(i + 2, end):
            day = self.dates.core(words, k, last)
            if day is not None and day[0].precision is Precision.DAY:
                return Expression(i, max(end, day[1]), Stretch(day[0].start, None, Precision.DAY))
        return Expression(i, end, UNRESOLVED) if end else None

    def _event(self, words: tuple[Word, ...], i: int, last: int) -> int:
        """The end of "the fighting began", "the start of the war" at word `i`, or 0."""
        end = i
        while end < min(last, i + TAIL) and words[end].text[0].isalnum() and words[end].lower not in self.table.stops:
            end += 1
            if words[end - 1].lower in self.table.begins:
                break
        words_in = {word.lower for word in words[i:end]}
        if end - i <= 5 and end > i + 1 and words[i].lower in self.table.articles and words[i - 1].lower in self.table.since:
            return end
        return 0 if words_in.isdisjoint(self.table.events | self.table.begins) else end

    def _between(self, words: tuple[Word, ...], i: int, last: int) -> Expression | None:
        left = self.dates.core(words, i + 1, last) or self._first_day(words, i + 1, last)
        if left is None or left[1] >= last or words[left[1]].lower not in self.table.to:
            return None
        right = self.dates.core(words, left[1] + 1, last)
        if right is None:
            return None
        return Expression(i, right[1], spanning(left[0], right[0]))

    def _first_day(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """The 1 of "between 1 and 12 June": a day of the month that the second date names."""
        if i + 2 >= last or not words[i].text.isdecimal() or len(words[i].text) > 2 or words[i + 1].lower not in self.table.to:
            return None
        right = self.dates.core(words, i + 2, last)
        if right is None or right[0].start is None or right[0].precision is not Precision.DAY:
            return None
        day = int(words[i].text)
        if not 0 < day < right[0].start.day:
            return None
        start = right[0].start.replace(day=day)
        return Stretch(start, start, Precision.DAY), i + 1

    def _extended(self, words: tuple[Word, ...], i: int, core: Core, last: int) -> Expression:
        """ "Monday and Tuesday", "March 3 to March 9", "March 3-9"."""
        stretch, end = core
        article = words[i].lower in self.table.articles and words[i + 1].lower not in self.table.units
        if article and (i == 0 or words[i - 1].lower not in self.table.opens):
            i += 1
        elif i > 0 and words[i - 1].lower in self.table.opens - self.table.of:
            i -= 1
        if end + 1 < last and words[end].lower in self.table.to and words[end].text != ",":
            right = self.dates.core(words, end + 1, last)
            if right is not None and right[0].precision is stretch.precision is Precision.DAY:
                joined = spanning(stretch, right[0])
                if joined.start is None or (joined.end is not None and joined.start <= joined.end):
                    return Expression(i, right[1], joined)
        return Expression(i, end, stretch)

    def _length(self, words: tuple[Word, ...], i: int, last: int) -> Expression | None:
        """ "in the past 24 hours", "for nearly three months", "on the second day of the truce", "over the past week"."""
        table = self.table
        j = i + 1
        while j < last and words[j].lower in table.articles:
            j += 1
        if j >= last:
            return None
        if words[j].lower in table.ordinals and j + 2 < last and words[j + 1].lower in table.units:
            end = self._event(words, j + 2, last)
            return Expression(i, end, UNRESOLVED) if end and words[j + 2].lower in table.of else None
        if words[j].lower in table.past and j + 1 < last:
            return self._past(words, i, j + 1, last)
        if words[j].lower in table.single and j + 1 < last and words[j + 1].lower in table.units:
            return Expression(i, j + 2, UNRESOLVED, lasting=True)
        amount = self.dates.amount(words, j, last)
        if amount and words[i].lower in table.lasting and words[amount[1]].lower in table.units:
            end = amount[1] + 1
            if end < last and words[end].lower in table.ago:
                return None
            return Expression(i, end, UNRESOLVED, lasting=True)
        if words[j].lower in table.events and words[i].lower not in table.of and words[i].lower == "during":
            return Expression(i, j + 1, UNRESOLVED)
        return None

    def _past(self, words: tuple[Word, ...], i: int, j: int, last: int) -> Expression | None:
        """ "... past 24 hours", "... past week", counted back from publication."""
        amount = self.dates.amount(words, j, last)
        count, end = (amount[0], amount[1]) if amount else (1, j)
        if end >= last or words[end].lower not in self.table.units:
            return None
        unit = self.table.units[words[end].lower]
        named = amount is None and unit in {"week", "month", "year"} and words[j - 1].lower in self.table.last
        if named and words[i + 1].lower not in self.table.articles:
            return None
        return Expression(i, end + 1, self._back(count, unit))

    def _back(self, count: int | None, unit: str) -> Stretch:
        """The stretch of so many units before publication (UCDP: hours hold the day of the report, days do not)."""
        if self.published is None or count is None or count > 5000:
            return UNRESOLVED
        today = self.published
        if unit in {"minute", "hour"}:
            days = 1 if count <= 24 else 2 if count <= 72 else -(-count // 24)
            return Stretch(minus(today, days), today, Precision.RANGE)
        days = count * {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[unit]
        precision = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}.get(unit, Precision.RANGE)
        until = minus(today, 1) if unit == "day" else today
        return Stretch(minus(today, days), until, precision if count == 1 else Precision.RANGE)

    def _overnight(self, words: tuple[Word, ...], i: int, last: int) -> Expression:
        """ "overnight", "overnight into Tuesday", "overnight from Monday to Tuesday"."""
        j = i + 1
        opens = j < last and words[j].lower in self.table.joins | self.table.between | self.table.opens
        if opens and (found := self._between(words, j, last)):
            return Expression(i, found.last, found.stretch)
        core = self.dates.core(words, j + 1, last) if opens else None
        if core and core[0].precision is Precision.DAY and core[0].end:
            return Expression(i, core[1], Stretch(minus(core[0].end, 1), core[0].end, Precision.RANGE))
        today = self.published
        if today is None:
            return Expression(i, i + 1, UNRESOLVED)
        return Expression(i, i + 1, Stretch(minus(today, 1), today, Precision.RANGE))
