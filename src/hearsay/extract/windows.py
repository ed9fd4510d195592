"""Time expressions, and the days they bound: closed vocabulary, counted back from the day of publication.

A weekday or a date without its year is the latest one not after publication. Vague stretches follow the conventions of the
UCDP GED codebook 19.1, appendix 2 ("past 24 hours": the day of the report and the one before; "early March": 1 to 10). What
hangs on an event ("since the fighting began") keeps its words and no dates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..analyse import Word
from ..lang.figure_tables import Numbers
from ..lang.time_tables import Times
from ..model import Precision, Span, Window
from .dates import Core, possessor
from .lengths import Length, length_at
from .moments import Moments
from .stretches import MONTHS, UNRESOLVED, WEEK, Stretch, minus, months_on, one_day, spanning

POLICY = "ucdp-19.1"
TAIL = 8
"""Words of an event that time is counted from, at most."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words [first, last) say when; `lasting` marks a bare length of time ("for three months"), `vague` words that say no
    more than now, once or some day."""

    first: int
    last: int
    stretch: Stretch
    lasting: bool = False
    vague: bool = False


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
        self.table, self.numeral, self.published = table, numeral, published
        self.moments = Moments(table, numeral, published)
        named = frozenset(table.months) | frozenset(table.weekdays) | frozenset(table.units) | frozenset(table.seasons)
        named |= frozenset(table.relative) | frozenset(table.quarters) | frozenset(table.decades) | frozenset(table.ordinals)
        relating = table.past | table.this | table.next | table.recent | table.earlier | table.later | table.since | table.until
        self.heads = named | relating | table.overnight | table.weekend | table.parts | table.events | table.now
        opening = table.opens | table.lasting | table.between | table.articles | frozenset(table.edges) | frozenset(table.few)
        self.begins = self.heads | opening | frozenset(numeral.units)

    def expressions(self, words: tuple[Word, ...], first: int, last: int) -> Iterator[Expression]:
        """The time expressions among words [first, last), in order, none inside another."""
        if not any(self._is_head(words[i]) for i in range(first, last)):
            return
        i = first
        while i < last:
            found = self._at(words, i, last) if self._may_begin(words[i]) else None
            if found is None:
                i += 1
            else:
                yield found
                i = found.last

    def _is_head(self, word: Word) -> bool:
        lower = possessor(word.lower)
        dashed = "-" in lower and (lower.partition("-")[0] in self.table.edges)
        return lower in self.heads or lower == "s" or dashed or (lower[0].isdecimal() and (len(lower) == 4 or "." in lower))

    def _may_begin(self, word: Word) -> bool:
        lower = possessor(word.lower)
        return lower in self.begins or lower[0].isdecimal() or lower.partition("-")[0] in self.table.edges

    def _at(self, words: tuple[Word, ...], i: int, last: int) -> Expression | None:
        lower, table = words[i].lower, self.table
        if lower in table.since:
            return self._since(words, i, last)
        if lower in table.until and (core := self.moments.core(words, i + 1, last)):
            return Expression(i, core[1], Stretch(None, core[0].end, core[0].precision))
        if lower in table.between and (found := self._between(words, i, last)):
            return found
        if lower in table.lasting | table.opens and (found := self._length(words, i, last)):
            return found
        if lower in table.overnight:
            return self._overnight(words, i, last)
        if core := self.moments.core(words, i, last):
            return self._extended(words, i, core, last)
        begin = i + 1 if lower in table.articles and i + 1 < last else i
        if found := self._past(words, i, begin, last):
            return found
        return Expression(i, i + 1, UNRESOLVED, vague=True) if lower in table.now else None

    # --- frames ----------------------------------------------------------------------------------------

    def _since(self, words: tuple[Word, ...], i: int, last: int) -> Expression | None:
        if core := self.moments.core(words, i + 1, last):
            return Expression(i, core[1], Stretch(core[0].start, None, core[0].precision))
        end = self._event(words, i + 1, last)
        for k in range(i + 2, end):
            day = self.moments.core(words, k, last)
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
        left = self.moments.core(words, i + 1, last) or self._first_day(words, i + 1, last)
        if left is None or left[1] >= last or words[left[1]].lower not in self.table.to:
            return None
        right = self.moments.core(words, left[1] + 1, last) or self._present(words, left[1] + 1, last)
        if right is None:
            return None
        return Expression(i, right[1], self._spanning(left[0], right[0]))

    def _spanning(self, left: Stretch, right: Stretch) -> Stretch:
        """From one to the other. Where the first would come after the second it is the one a week or a year before ("from
        Thursday to Tuesday", "from November to March"), or the second a year later ("from today to January 2")."""
        if left.start is None or right.end is None or left.start <= right.end:
            return spanning(left, right)
        if left.start == self.published:
            return Stretch(left.start, months_on(right.end, MONTHS), Precision.RANGE)
        if (week := minus(left.start, WEEK)) <= right.end:
            return Stretch(week, right.end, Precision.RANGE)
        return Stretch(min(months_on(left.start, -MONTHS), right.end), right.end, Precision.RANGE)

    def _present(self, words: tuple[Word, ...], j: int, last: int) -> Core | None:
        """The end of "between Monday and now"."""
        if self.published is None or j >= last or words[j].lower not in self.table.now:
            return None
        return one_day(self.published), j + 1

    def _first_day(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """The 1 of "between 1 and 12 June": a day of the month that the second date names."""
        if i + 2 >= last or not words[i].text.isdecimal() or len(words[i].text) > 2 or words[i + 1].lower not in self.table.to:
            return None
        right = self.moments.core(words, i + 2, last)
        if right is None or right[0].start is None or right[0].precision is not Precision.DAY:
            return None
        day = int(words[i].text)
        if not 0 < day < right[0].start.day:
            return None
        return one_day(right[0].start.replace(day=day)), i + 1

    def _extended(self, words: tuple[Word, ...], i: int, core: Core, last: int) -> Expression:
        """ "Monday and Tuesday", "March 3 to March 9", "March 3-9"."""
        stretch, end = core
        article = words[i].lower in self.table.articles and words[i + 1].lower not in self.table.units | self.table.few.keys()
        if article and (i == 0 or words[i - 1].lower not in self.table.opens):
            i += 1
        elif i > 0 and words[i - 1].lower in self.table.opens - self.table.of:
            i -= 1
        if end + 1 < last and words[end].lower in self.table.to | self.table.until and words[end].text != ",":
            right = self.moments.core(words, end + 1, last)
            if right is not None and right[0].precision is stretch.precision is not Precision.UNRESOLVED:
                joined = spanning(stretch, right[0])
                both = stretch.precision in {Precision.DAY, Precision.MONTH, Precision.YEAR}
                if both and joined.start is not None and joined.end is not None and joined.start <= joined.end:
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
            end = self._event(words, j + 2, last) if words[j + 2].lower in table.of else 0
            return Expression(i, end, UNRESOLVED) if end else None
        if found := self._past(words, i, j, last):
            return found
        if words[j].lower in table.single and j + 1 < last and words[j + 1].lower in table.units:
            return Expression(i, j + 2, UNRESOLVED, lasting=True)
        length = length_at(words, i + 1, last, table, self.numeral) or length_at(words, j, last, table, self.numeral)
        if length and words[i].lower in table.lasting:
            return self._lasting(words, i, length, last)
        if words[j].lower in table.events and words[i].lower in table.during:
            return Expression(i, j + 1, UNRESOLVED)
        return None

    def _lasting(self, words: tuple[Word, ...], i: int, found: tuple[Length, int], last: int) -> Expression | None:
        """A bare length of time, if it is not counted from some day."""
        end = found[1]
        table = self.table
        counted = table.ago | table.earlier | table.later | table.after | table.before
        if end < last and words[end].lower in counted and self.moments.core(words, i + 1, last):
            return None
        return Expression(i, end, UNRESOLVED, lasting=True)

    def _past(self, words: tuple[Word, ...], i: int, j: int, last: int) -> Expression | None:
        """ "[in the] past 24 hours", "past week", "recent days", "next three days", counted from publication."""
        table = self.table
        lower = words[j].lower
        if lower not in table.past | table.next | table.recent or j + 1 >= last:
            return None
        sign = 1 if lower in table.next else -1
        length = length_at(words, j + 1, last, table, self.numeral)
        if length is not None and not self._other_noun(words, j + 1):
            return Expression(i, length[1], self.moments.reach(length[0], sign))
        unit = table.units.get(words[j + 1].lower)
        if unit is None:
            return None
        if lower in table.next and words[j + 1].lower != unit:
            return Expression(i, j + 2, UNRESOLVED)
        if lower in table.recent:
            few = Length(max(table.few.values(), default=3), unit, vague=True)
            known = UNRESOLVED if unit in {"year", "decade", "century"} else self.moments.reach(few, -1)
            return Expression(i, j + 2, known) if words[j + 1].lower != unit else None
        named = unit in {"week", "month", "quarter", "year", "decade", "century"} and lower in table.last | table.next
        if (named and words[j - 1].lower not in table.articles) or (lower in table.last | table.next and unit == "day"):
            return None
        if (i == j and lower not in table.last) or sign > 0:
            return None
        return Expression(i, j + 2, self.moments.reach(Length(1, unit), sign))

    def _other_noun(self, words: tuple[Word, ...], j: int) -> bool:
        """Whether an article stands where "the past" would have its number ("the past a week")."""
        return words[j].lower in self.table.articles and words[j].lower not in self.table.few

    def _overnight(self, words: tuple[Word, ...], i: int, last: int) -> Expression:
        """ "overnight", "overnight into Tuesday", "overnight from Monday to Tuesday"."""
        j = i + 1
        opens = j < last and words[j].lower in self.table.joins | self.table.between | self.table.opens
        if opens and (found := self._between(words, j, last)):
            return Expression(i, found.last, found.stretch)
        core = self.moments.core(words, j + 1, last) if opens else None
        if core and core[0].precision is Precision.DAY and core[0].end:
            return Expression(i, core[1], Stretch(minus(core[0].end, 1), core[0].end, Precision.RANGE))
        today = self.published
        if today is None:
            return Expression(i, i + 1, UNRESOLVED)
        return Expression(i, i + 1, Stretch(minus(today, 1), today, Precision.RANGE))
