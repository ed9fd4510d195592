"""Days, weeks, months and years told by how they lie to the day of publication or to one another: "last week", "two days ago",
"the first Friday of March", "early next month", "the week of 12 May".

Vague counts are what the UCDP GED codebook 19.1 takes them for ("a few days ago": the three days before the report).
"""

from datetime import date

from ..analyse import Word
from ..lang.figure_tables import Numbers
from ..lang.time_tables import Times
from ..model import Precision
from .dates import Core, Dates, century, is_year, possessor
from .lengths import IN_DAYS, IN_MONTHS, Length, length_at
from .stretches import (
    UNRESOLVED,
    WEEK,
    Stretch,
    calendar_day,
    edge,
    minus,
    month_of,
    months_on,
    one_day,
    quarter,
    until,
    week_in,
    week_of,
    weekday_in,
    weekend_of,
    whole_months,
    whole_year,
    years,
)


class Moments:
    """Reads what names days at a word; `published` is the day it is counted from (None: what needs it stays unresolved)."""

    def __init__(self, table: Times, numeral: Numbers, published: date | None) -> None:
        self.table, self.numeral, self.published = table, numeral, published
        self.dates = Dates(table, numeral, published)
        self.relating = table.last | table.this | table.next | table.earlier | table.later
        self.vague = frozenset(table.few) | numeral.articles | frozenset(numeral.units)

    def core(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """What names days at word `i` and where it ends; an article may stand before it."""
        article = i < last and words[i].lower in self.table.articles
        if article:
            if ago := self._ago(words, i, last):
                return ago
            i += 1
        if i >= last:
            return None
        lower = possessor(words[i].lower)
        if lower in self.table.relative:
            day = self._day(self.table.relative[lower])
            return day, self.dates.past_part(words, i + 1, last)
        if article and (found := self._after_article(words, i, last)):
            return found
        if lower in self.table.edges or lower.partition("-")[0] in self.table.edges:
            return self._edge(words, i, last)
        if lower in self.table.seasons:
            return self._season(words, i, last)
        if lower in self.table.quarters:
            return self._quarter(words, self.table.quarters[lower], i + 1, last, i)
        if lower in self.table.ordinals and (found := self._nth(words, i, last)):
            return found
        if lower in self.relating:
            return self._related(words, i, last)
        if lower in self.table.weekend:
            return self._weekend(i)
        if lower in self.table.weekdays and (found := self._weekday_of(words, i, last)):
            return found
        dated = self.dates.at(words, i, last)
        return self._of_year(words, dated, last) if dated else self._ago(words, i, last)

    def _of_year(self, words: tuple[Word, ...], dated: Core, last: int) -> Core:
        """A month with the year after it in words: "July last year", "March of this year"."""
        stretch, j = dated
        k = j + 1 if j < last and words[j].lower in self.table.inside else j
        step = self._step(words[k].lower) if k + 1 < last else None
        start, today = stretch.start, self.published
        if step is None or self.table.units.get(words[k + 1].lower) != "year" or start is None or today is None:
            return dated
        if stretch.precision is Precision.MONTH:
            return whole_months(today.year + step, start.month, start.month, Precision.MONTH), k + 2
        if stretch.precision is Precision.DAY and (day := calendar_day(today.year + step, start.month, start.day)):
            return one_day(day), k + 2
        return dated

    # --- after an article ------------------------------------------------------------------------------

    def _after_article(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "the day before yesterday", "the week of 12 May", "the year 2029", "the nineties"."""
        lower = words[i].lower
        beside = self.table.beside.get(tuple(word.lower for word in words[i : min(last, i + 2)]))
        if beside is not None and i + 2 < last and words[i + 2].lower in self.table.relative:
            return self._day(beside + self.table.relative[words[i + 2].lower]), i + 3
        unit = self.table.units.get(lower)
        if unit in {"week", "month"} and i + 1 < last and words[i + 1].lower in self.table.week_of | self.table.week_to:
            j = i + 3 if i + 2 < last and words[i + 2].lower in self.table.opens else i + 2
            core = self.core(words, j, last)
            if core is not None and core[0].precision is Precision.DAY and core[0].start is not None:
                if unit == "week" and words[i + 1].lower in self.table.week_to:
                    return Stretch(minus(core[0].start, WEEK - 1), core[0].start, Precision.WEEK), core[1]
                return (week_of(core[0].start) if unit == "week" else month_of(core[0].start)), core[1]
        if unit == "year" and i + 1 < last and is_year(words[i + 1].text):
            return whole_year(int(words[i + 1].text)), i + 2
        if lower in self.table.decades and self.published is not None:
            year = century(self.published) + self.table.decades[lower]
            return years(year - 100 * (year > self.published.year), 10), i + 1
        return None

    # --- parts and rows --------------------------------------------------------------------------------

    def _edge(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "early March", "mid-2031", "late last month", "the end of next week"."""
        lower = possessor(words[i].lower)
        which = self.table.edges.get(lower)
        if which is None:
            glued, _, rest = lower.partition("-")
            month = self.table.months.get(rest)
            if month is None or self.published is None:
                return None
            year, end = self.dates.year_after(words, i + 1, last)
            latest = self.published.year - (month > self.published.month)
            return edge(whole_months(year or latest, month, month, Precision.MONTH), self.table.edges[glued]), end
        j = i + 1
        while j < last and (words[j].text == "-" or words[j].lower in self.table.inside | self.table.articles):
            j += 1
        if j >= last or words[j].lower in self.table.edges:
            return None
        if is_year(words[j].text) and not (j + 1 < last and words[j + 1].start == words[j].end):
            return edge(whole_year(int(words[j].text)), which), j + 1
        core = self._whole(words, j, last) or self.core(words, j, last)
        return (edge(core[0], which), core[1]) if core is not None else None

    def _whole(self, words: tuple[Word, ...], j: int, last: int) -> Core | None:
        """ "this week", "the year": all of it, what lies ahead included; for its parts and weeks."""
        this = words[j].lower in self.table.this
        k = j + this
        bare = this or (j > 0 and words[j - 1].lower in self.table.articles)
        unit = self.table.units.get(words[k].lower) if k < last and bare else None
        if unit not in {"week", "month", "year"} or self.published is None:
            return None
        return self._unit(unit, 0), k + 1

    def _season(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "the spring of 2031", "summer 2029": without a year only after "last", "this", "next"."""
        year, end = self.dates.year_after(words, i + 1, last)
        if year is None:
            return None
        return whole_months(year, *self.table.seasons[possessor(words[i].lower)], Precision.SEASON), end

    def _nth(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "the first Friday of March", "the third week of 2031", "the second quarter [of 2031]", "the 20th century"."""
        number, j = self.table.ordinals[words[i].lower], i + 1
        if j >= last:
            return None
        lower = words[j].lower
        if self.table.units.get(lower) == "quarter":
            return self._quarter(words, number, j + 1, last, i) if number > 0 else None
        weekday = self.table.weekdays.get(lower)
        if weekday is None and self.table.units.get(lower) != "week":
            return None
        bare = j = j + 1
        if j < last and words[j].lower in self.table.inside:
            j += 1
        elif weekday is None and (j >= last or words[j].lower not in self.relating):
            return None
        around = (self._whole(words, j, last) or self.core(words, j, last)) if j < last else None
        if around is None and j < last and is_year(words[j].text):
            around = whole_year(int(words[j].text)), j + 1
        if around is None or around[0].precision not in {Precision.MONTH, Precision.YEAR}:
            return (UNRESOLVED, bare) if weekday is not None and number > 0 else None
        span = around[0]
        return (week_in(span, number) if weekday is None else weekday_in(span, weekday, number)), around[1]

    def _quarter(self, words: tuple[Word, ...], number: int, j: int, last: int, i: int) -> Core | None:
        """A quarter with its year, or without one the latest that began by publication."""
        if not 1 <= number <= 4:
            return None
        year, end = self.dates.year_after(words, j, last)
        if year is None and i and is_year(words[i - 1].text):
            year, end = int(words[i - 1].text), j
        if year is None and j < last:
            k = j + (words[j].lower in self.table.inside)
            around = self._whole(words, k, last) or (self._related(words, k, last) if words[k].lower in self.relating else None)
            if around is not None and around[0].precision is Precision.YEAR and around[0].start:
                return quarter(around[0].start.year, number), around[1]
        if year is not None:
            return quarter(year, number), end
        if self.published is None:
            return UNRESOLVED, j
        latest = quarter(self.published.year, number)
        begun = latest.start is not None and latest.start <= self.published
        return quarter(self.published.year - (not begun), number), j

    # --- last, this, next ------------------------------------------------------------------------------

    def _related(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "last week", "this month", "earlier this year", "next Friday", "last March", "this summer", "last night"."""
        table, j = self.table, i
        without = words[j].lower
        if without in table.earlier | table.later:
            j += 1
            while j < last and words[j].lower in table.inside:
                j += 1
            if j < last and words[j].lower in table.articles and (whole := self._whole(words, j + 1, last)):
                return self._cut(whole[0], without), whole[1]
        step = self._step(words[j].lower) if j < last else None
        if step is None or j + 1 >= last:
            return None
        found = self._stepped(words, j + 1, last, step)
        if found is None or i == j:
            return found
        return self._cut(found[0] if step else self._refilled(words, j + 1, found[0]), without), found[1]

    def _step(self, lower: str) -> int | None:
        """-1 for "last", 0 for "this", 1 for "next"."""
        table = self.table
        return -1 if lower in table.last else 0 if lower in table.this else 1 if lower in table.next else None

    def _refilled(self, words: tuple[Word, ...], j: int, found: Stretch) -> Stretch:
        """All of "this week" again, what lies ahead included."""
        unit = self.table.units.get(words[j].lower)
        return self._unit(unit, 0) if unit in {"week", "month", "year"} else found

    def _cut(self, around: Stretch, how: str) -> Stretch:
        """ "earlier" this week: up to the day before publication; "later": from it on."""
        today = self.published
        if today is None or around.start is None or around.end is None:
            return around
        if how in self.table.later:
            return Stretch(max(around.start, min(today, around.end)), around.end, around.precision)
        return Stretch(around.start, max(around.start, min(around.end, minus(today, 1))), around.precision)

    def _stepped(self, words: tuple[Word, ...], j: int, last: int, step: int) -> Core | None:
        """What stands after "last" (-1), "this" (0), "next" (1)."""
        table, lower, today = self.table, possessor(words[j].lower), self.published
        if lower in table.weekdays or lower in table.months or lower in table.seasons:
            return self._named(words, j, last, step)
        if lower in table.quarters:
            return self._quarter(words, table.quarters[lower], j + 1, last, j)
        if lower in table.weekend:
            return self._weekend(j, step)
        if lower in table.parts and step < 1:
            return self._day(step), j + 1
        if lower not in table.units:
            return None
        unit, end = table.units[lower], j + 1
        if unit in {"minute", "hour"} or words[j].lower != unit:
            return None
        if unit == "day":  # "last day", "next day", "this day" are counted from what was told before
            return UNRESOLVED, end
        if unit == "week" and (day := self._day_of_week(words, end, last, step)):
            return day
        whole = self._unit(unit, step)
        return (until(whole, today) if step == 0 and today else whole), end

    def _day_of_week(self, words: tuple[Word, ...], j: int, last: int, step: int) -> Core | None:
        """The day of "next week Friday", "last week on Friday"."""
        k = j + 1 if j < last and words[j].lower in self.table.opens else j
        if k >= last or possessor(words[k].lower) not in self.table.weekdays or not words[k].text[0].isupper():
            return None
        return self._in_week(self.table.weekdays[possessor(words[k].lower)], step), self.dates.past_part(words, k + 1, last)

    def _in_week(self, weekday: int, step: int) -> Stretch:
        week = self._unit("week", step)
        return one_day(minus(week.start, -weekday)) if week.start else UNRESOLVED

    def _weekday_of(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "Friday last week", "Tuesday of next week", "Sunday night of this week"."""
        j = self.dates.past_part(words, i + 1, last)
        if j < last and words[j].lower in self.table.inside:
            j += 1
        step = self._step(words[j].lower) if j + 1 < last else None
        if step is None or self.table.units.get(words[j + 1].lower) != "week":
            return None
        return self._in_week(self.table.weekdays[possessor(words[i].lower)], step), j + 2

    def _named(self, words: tuple[Word, ...], j: int, last: int, step: int) -> Core | None:
        """ "last Friday", "this March", "next summer"."""
        lower, today = possessor(words[j].lower), self.published
        if lower in self.table.weekdays:
            dated = self.dates.at(words, j, last)
            end = self.dates.past_part(words, j + 1, last)
            if dated is not None and dated[1] > end:
                return dated
            if today is None:
                return UNRESOLVED, end
            weekday = self.table.weekdays[lower]
            back = (today.weekday() - weekday) % WEEK or WEEK
            return (one_day(minus(today, back)) if step < 0 else self._in_week(weekday, step)), end
        seasonal = lower in self.table.seasons
        dated = None if seasonal else self.dates.at(words, j, last)
        if dated is not None and dated[0].precision is Precision.DAY:
            return dated
        first, final = self.table.seasons[lower] if seasonal else (self.table.months[lower],) * 2
        year, end = self.dates.year_after(words, j + 1, last)
        if year is None and today is None:
            return UNRESOLVED, end
        if year is None and today is not None:
            year, end = self._year_of(first, final, today, step), j + 1
        return whole_months(year or 1, first, final, Precision.SEASON if seasonal else Precision.MONTH), end

    def _year_of(self, first: int, final: int, today: date, step: int) -> int:
        """The year of the last, this or next of some months."""
        ended = final < today.month if final >= first else final < today.month < first
        if step < 0:
            return today.year - (not ended) - (final < first and ended)
        return today.year + (step > 0 and first <= today.month)

    def _weekend(self, j: int, step: int = -1) -> Core | None:
        """The weekend before publication, or with "next" the coming one; on a Sunday or Saturday "this" is that very one."""
        if self.published is None:
            return UNRESOLVED, j + 1
        today = self.published
        if step > 0:
            return weekend_of(minus(today, -WEEK)), j + 1
        return weekend_of(today if today.weekday() == WEEK - 1 else minus(today, WEEK)), j + 1

    def _unit(self, unit: str, step: int) -> Stretch:
        """The week, month, quarter, year, decade or century of publication, the one before (-1) or after (1)."""
        today = self.published
        if today is None:
            return UNRESOLVED
        if unit == "week":
            return week_of(minus(today, -WEEK * step))
        if unit == "month":
            return month_of(months_on(today, step))
        if unit == "quarter":
            then = months_on(today, 3 * step)
            return quarter(then.year, (then.month + 2) // 3)
        if unit == "year":
            return whole_year(today.year + step)
        size = 10 if unit == "decade" else 100
        return years(today.year // size * size + size * step, size) if unit in IN_MONTHS else UNRESOLVED

    # --- counted from a day ----------------------------------------------------------------------------

    def _day(self, offset: int) -> Stretch:
        return one_day(minus(self.published, -offset)) if self.published is not None else UNRESOLVED

    def _ago(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "two days ago", "a month earlier", "three weeks from now", "two days before yesterday"."""
        if not (words[i].lower[0].isdecimal() or words[i].lower in self.vague):
            return None
        found = length_at(words, i, last, self.table, self.numeral)
        if found is None or found[1] >= last:
            return None
        length, end = found
        lower = words[end].lower
        if lower in self.table.ago:
            return self._counted(length, -1), end + 1
        if lower in self.table.earlier | self.table.later:
            return UNRESOLVED, end + 1
        for phrase in self.table.hence:
            if tuple(word.lower for word in words[end : end + len(phrase)]) == phrase:
                return self._counted(length, 1), end + len(phrase)
        day = self.table.relative.get(words[end + 1].lower) if end + 1 < last else None
        sign = 1 if lower in self.table.after else -1 if lower in self.table.before else 0
        if day is None or not sign or self.published is None:
            return None
        then = length.from_day(minus(self.published, -day), sign)
        return (one_day(then) if then else UNRESOLVED), end + 2

    def _counted(self, length: Length, sign: int) -> Stretch:
        """The day, week, month or year that lies so far back or on; for a vague count all days since."""
        today = self.published
        then = length.from_day(today, sign) if today else None
        if today is None or then is None:
            return UNRESOLVED
        if length.vague:
            near = minus(today, 1) if sign < 0 else minus(today, -1)
            return Stretch(min(then, near), max(then, near), Precision.RANGE)
        if not length.plain or length.unit not in IN_MONTHS | IN_DAYS or length.unit == "day":
            return one_day(then)
        if length.unit == "week":
            return week_of(then)
        return month_of(then) if length.unit in {"month", "quarter"} else whole_year(then.year)

    def reach(self, length: Length, sign: int) -> Stretch:
        """All days of a length that ends with publication (-1) or begins after it (1). UCDP: hours hold the day of the
        report, days do not."""
        today, unit = self.published, length.unit
        then = length.from_day(today, sign) if today else None
        if today is None or then is None or length.count is None:
            return UNRESOLVED
        if unit in {"minute", "hour"} and length.plain:
            days = 1 if length.count <= 24 else 2 if length.count <= 3 * 24 else -(-length.count // 24)
            then = minus(today, -sign * days)
            return Stretch(min(then, today), max(then, today), Precision.RANGE)
        single = length.count == 1 and length.plain
        named = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}.get(unit) if single else None
        if sign > 0:
            return Stretch(minus(today, -1), then, named or Precision.RANGE)
        return Stretch(then, minus(today, 1) if unit == "day" else today, named or Precision.RANGE)
