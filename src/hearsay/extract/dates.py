"""Dates in words and figures that name a day, a month or a year of the calendar, and weekdays.

What leaves its year or its week open is the latest one not after publication, unless words of what is to come stand near it.
A date in figures alone whose day and month could change places stays unresolved.
"""

from datetime import date

from ..analyse import Word
from ..lang.figure_tables import Numbers
from ..lang.time_tables import Times
from ..model import Precision
from .stretches import (
    MONTHS,
    UNRESOLVED,
    WEEK,
    Stretch,
    calendar_day,
    minus,
    month_of,
    one_day,
    spanning,
    whole_month,
    whole_year,
    years,
)
from .values import small_number

Core = tuple[Stretch, int]
"""What a date names, and the word after it."""
AHEAD = 6
"""Words within which a word of what is to come is looked for, to either side."""
LEAP_YEARS = 9
"""Years within which every day of the calendar comes once, but for 2100 and its like."""
DASHES = frozenset("-–—")
THOUSAND = 1000
LONGEST_MONTH = 31
FAR, NEAR = 300, 65
"""Days: where a date without its year is so far back and comes again so soon, the next one is meant, unless the words tell."""


class Dates:
    """Reads the date at a word; `published` is the day it is counted from (None: what needs it stays unresolved)."""

    def __init__(self, table: Times, numeral: Numbers, published: date | None) -> None:
        self.table, self.numeral, self.published = table, numeral, published
        self.dating = table.opens | table.since | table.until | table.last | table.this | table.next | table.to
        self.dating |= frozenset(table.edges) | table.between

    def at(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """The date that begins at word `i`, without article or preposition."""
        lower = possessor(words[i].lower)
        if lower[0].isdecimal():
            return self._numeric(words, i, last)
        if lower in self.table.weekdays:
            return self._weekday(words, i, last)
        if lower in self.table.months:
            return self._month(words, i, last)
        if lower in self.table.ordinals or self.numeral.units.get(lower) in {20, 30}:
            return self._spelt_day(words, i, last) or self._year_in_words(words, i, last)
        return self._year_in_words(words, i, last) if lower in self.numeral.units else None

    def _year_in_words(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "in nineteen twenty-eight": not "in two thousand", which counts."""
        if not i or words[i - 1].lower not in self.dating or self.numeral.units.get(words[i].lower, 0) < 10:
            return None
        found = self.spelt_year(words, i, last)
        return (whole_year(found[0]), found[1]) if found else None

    # --- figures ---------------------------------------------------------------------------------------

    def _numeric(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "14 March 2031", "14th of March", "2031-03-14", "14/3/2031", "2031 March", "the 1990s", a year."""
        text = words[i].text
        if found := self._decade(words, i, last) or _in_figures(words, i, last):
            return found
        if is_year(text):
            return self._year(words, i, last)
        if not text.isdecimal() or len(text) > 2:
            return _dotted(text, i + 1)
        j = self._past_ordinal(words, i + 1, last)
        if j < last and words[j].lower in self.table.inside:
            j += 1
        if j < last and words[j].text == "." and words[j].start == words[j - 1].end:
            j += 1
        return self._of_month(words, j, last, int(text))

    def _of_month(self, words: tuple[Word, ...], j: int, last: int, day: int) -> Core | None:
        """The month, and its year, of a day told before it."""
        if j >= last or not self._is_month(words, j):
            return None
        month, end = self.table.months[words[j].lower], self._past_stop(words, j + 1, last)
        year, stop = self.year_after(words, end, last)
        found = self.dated(words, year, month, day, j)
        return (found, stop if year is not None else j + 1) if found else None

    def _year(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """A year after a word that dates, or before a month."""
        year = int(words[i].text)
        j = i + 2 if i + 2 < last and words[i + 1].text == "," else i + 1
        if j < last and self._is_month(words, j) and not (j + 1 < last and words[j + 1].text.isdecimal()):
            return whole_month(year, self.table.months[words[j].lower]), j + 1
        dashed = i > 1 and words[i - 1].text in DASHES and is_year(words[i - 2].text)
        if dashed or (i and words[i - 1].lower in self.dating):
            return whole_year(year), i + 1
        following = words[i + 2].text if i + 2 < last and words[i + 1].text in DASHES else ""
        if is_year(following) and year < int(following):
            return spanning(whole_year(year), whole_year(int(following))), i + 3
        return None

    def _decade(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "1990s", "1990's", "90s": ten years."""
        text = words[i].text
        if not text.isdecimal() or len(text) not in (2, 4) or text[-1] != "0":
            return None
        j = i + 1
        if j < last and words[j].text in "'’" and words[j].start == words[i].end:
            j += 1
        if j >= last or words[j].lower != "s" or words[j].start != words[j - 1].end:
            return None
        year = int(text) if len(text) == 4 else century(self.published) + int(text)
        if len(text) == 2 and (self.published is None or year > self.published.year):
            year -= 100
        return (years(year, 10), j + 1) if year >= 1000 else None

    # --- words -----------------------------------------------------------------------------------------

    def _is_month(self, words: tuple[Word, ...], i: int) -> bool:
        """Whether the name of a month stands here; those that are other words too need a capital."""
        lower = possessor(words[i].lower)
        return lower in self.table.months and (words[i].text[0].isupper() or lower not in self.table.ambiguous)

    def _past_ordinal(self, words: tuple[Word, ...], j: int, last: int) -> int:
        glued = j < last and words[j].lower in self.table.ordinal_ends and words[j].start == words[j - 1].end
        return j + 1 if glued else j

    def _past_stop(self, words: tuple[Word, ...], j: int, last: int) -> int:
        return j + 1 if j < last and words[j].text == "." and words[j].start == words[j - 1].end else j

    def _month(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "March 14, 2031", "March 14-16", "March the third", "March 2031", "March"."""
        if not self._is_month(words, i):
            return None
        month, j = self.table.months[possessor(words[i].lower)], self._past_stop(words, i + 1, last)
        if found := self._day_after(words, month, j, last):
            return found
        year, end = self.year_after(words, j, last)
        before = words[i - 1].lower if i else ""
        if year is not None:
            return whole_month(year, month), end
        if words[i].lower in self.table.ambiguous and before not in self.dating:
            return None
        if self.published is None:
            return UNRESOLVED, i + 1
        this = self.published
        back = whole_month(this.year - (month > this.month), month)
        coming = whole_month(this.year + (month < this.month), month)
        after = before not in self.table.last and back != coming and self._is_next(words, i, back.start, coming.start)
        return (coming if after else back), i + 1

    def _day_after(self, words: tuple[Word, ...], month: int, j: int, last: int) -> Core | None:
        """The day of a month told before it, in figures or as an ordinal, and its year."""
        if j < last and words[j].text.isdecimal() and len(words[j].text) <= 2:
            return self._month_day(words, month, j, last)
        k = j + 1 if j < last and words[j].lower in self.table.articles else j
        day, end = self._day_in_words(words, k, last, cardinal=True)
        if day < 1:
            return None
        year, end = self.year_after(words, end, last)
        found = self.dated(words, year, month, day, j)
        return (found, end) if found else None

    def _month_day(self, words: tuple[Word, ...], month: int, j: int, last: int) -> Core | None:
        first, end = int(words[j].text), self._past_ordinal(words, j + 1, last)
        upto, stop = self._upto(words, end, last)
        upto, end = (upto, stop) if upto > first else (first, end)
        year, end = self.year_after(words, end, last)
        found = self.dated(words, year, month, first, j)
        if found is None or upto == first or found.start is None:
            return (found, end) if found else None
        final = calendar_day(found.start.year, month, upto)
        return (Stretch(found.start, final, Precision.RANGE), end) if final else None

    def _upto(self, words: tuple[Word, ...], end: int, last: int) -> tuple[int, int]:
        """The second day of "March 14-16" or "March 14 to 16", and the word after it; 0 for none."""
        if end + 1 >= last or words[end].lower not in self.table.to or words[end].lower in self.table.joins - {"to"}:
            return 0, end
        day = words[end + 1].text
        stop = self._past_ordinal(words, end + 2, last)
        plain = stop >= last or words[stop].text[0].isalpha() is False or words[stop].lower in self.table.stops | self.table.opens
        if not day.isdecimal() or len(day) > 2 or not (plain or words[end].text in DASHES):
            return 0, end
        return int(day), stop

    def _spelt_day(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "the third of March", "the twenty second of June 2031"."""
        day, j = self._day_in_words(words, i, last)
        if day < 1 or j + 1 >= last or words[j].lower not in self.table.inside:
            return None
        return self._of_month(words, j + 1, last, day)

    def _day_in_words(self, words: tuple[Word, ...], i: int, last: int, cardinal: bool = False) -> tuple[int, int]:
        """A day of the month in words and the word after it: "third", "twenty-first", "twenty second", with `cardinal` also
        "twenty one"; 0 for none."""
        near = [word.lower for word in words[i : min(last, i + 2)]]
        if not near:
            return 0, i
        tens = self.numeral.units.get(near[0], 0)
        small = self.table.ordinals.get(near[1], 0) if len(near) > 1 else 0
        if tens in {20, 30} and 0 < small < 10:
            return tens + small, i + 2
        if near[0] in self.table.ordinals or not cardinal:
            return self.table.ordinals.get(near[0], 0), i + 1
        more, size = _two_figures([small_number(lower, self.numeral) or 0 for lower in near])
        return (more, i + size) if 0 < more <= LONGEST_MONTH else (0, i)

    def year_after(self, words: tuple[Word, ...], j: int, last: int) -> tuple[int | None, int]:
        """A year that goes on with a date: "2031", ", 2031", "of 2031"."""
        k = j + 1 if j < last and (words[j].text == "," or words[j].lower in self.table.inside) else j
        if k < last and is_year(words[k].text):
            return int(words[k].text), k + 1
        return self.spelt_year(words, k, last) or (None, j)

    def spelt_year(self, words: tuple[Word, ...], j: int, last: int) -> tuple[int, int] | None:
        """ "nineteen ninety-seven", "twenty thirty-one", "two thousand and eight"; and the word after it."""
        small = [small_number(word.lower, self.numeral) or 0 for word in words[j : min(last, j + 5)]]
        lowers = [word.lower for word in words[j : min(last, j + 5)]]
        if len(small) > 1 and small[0] == 2 and self.numeral.multipliers.get(lowers[1]) == THOUSAND:
            k = 2 + (len(lowers) > 2 and lowers[2] in self.numeral.joins)
            more, size = _two_figures(small[k:])
            return (2 * THOUSAND + more, j + k + size) if size or k == 2 else (2 * THOUSAND, j + 2)
        more, size = _two_figures(small[1:])
        return (small[0] * 100 + more, j + 1 + size) if small and small[0] in {19, 20} and more >= 10 else None

    def dated(self, words: tuple[Word, ...], year: int | None, month: int, day: int, i: int) -> Stretch | None:
        """One day; without a year the latest not after publication, or the next one where words of what is to come stand
        near word `i`. None where the calendar has no such day."""
        if year is not None:
            found = calendar_day(year, month, day)
            return one_day(found) if found else None
        if self.published is None:
            return UNRESOLVED if calendar_day(2000, month, day) else None
        before, after = (self._nearest(month, day, step) for step in (-1, 1))
        found = after if self._is_next(words, i, before, after) else before
        return one_day(found) if found else None

    def _nearest(self, month: int, day: int, step: int) -> date | None:
        """The latest such day up to publication (-1), or the first from it on (1)."""
        today = self.published or date.max
        guesses = range(today.year, min(max(today.year + step * LEAP_YEARS, 0), date.max.year + 1), step)
        days = (found for guess in guesses if (found := calendar_day(guess, month, day)))
        return next((each for each in days if (each - today).days * step >= 0), None)

    def _is_next(self, words: tuple[Word, ...], i: int, before: date | None, after: date | None) -> bool:
        """Whether the next of two candidates is meant: by the words around it, else because it is far nearer."""
        sign = self.sign(words, i)
        if sign or before is None or after is None or self.published is None:
            return sign > 0
        return (self.published - before).days >= FAR and (after - self.published).days <= NEAR

    def _weekday(self, words: tuple[Word, ...], i: int, last: int) -> Core | None:
        """ "Tuesday", "Tuesday night", "Tuesday, March 14", "Tuesday the 14th"."""
        lower = possessor(words[i].lower)
        capital = words[i].text[0].isupper()
        if lower in self.table.ambiguous and not (capital and self._dates_next(words, i, last)):
            return None
        j = i + 2 if i + 2 < last and words[i + 1].text in {",", "."} else i + 1
        if j < last and (found := self._date_beside(words, i, j, last)):
            return found
        end = self.past_part(words, i + 1, last)
        if self.published is None:
            return UNRESOLVED, end
        return self.weekday_near(words, i), end

    def _dates_next(self, words: tuple[Word, ...], i: int, last: int) -> bool:
        """Whether a short name of a day ("Sat", "Wed") is followed by what makes it one, or all in capitals."""
        near = words[i + 1 : min(last, i + 3)]
        dates = any(word.lower in self.table.months or word.text.isdecimal() for word in near)
        return words[i].text.isupper() or dates

    def _date_beside(self, words: tuple[Word, ...], i: int, j: int, last: int) -> Core | None:
        """The date that a weekday stands before; it decides."""
        if words[j].lower in self.table.months or words[j].text.isdecimal():
            core = self.at(words, j, last)
            return core if core is not None and core[0].precision is Precision.DAY else None
        if words[j].lower not in self.table.articles or j + 1 >= last or self.published is None:
            return None
        text, end = words[j + 1].text, self._past_ordinal(words, j + 2, last)
        day = int(text) if text.isdecimal() and len(text) <= 2 and end > j + 2 else 0
        for back in range(12) if day else ():
            month = month_of(self._months_back(back)).start
            found = calendar_day(month.year, month.month, day) if month else None
            same = found and found.weekday() == self.table.weekdays[possessor(words[i].lower)]
            if found and same and found <= self.published:
                return one_day(found), end
        return None

    def _months_back(self, months: int) -> date:
        day = self.published or date.max
        for _ in range(months):
            day = minus(day.replace(day=1), 1)
        return day

    def weekday_near(self, words: tuple[Word, ...], i: int) -> Stretch:
        """The latest such weekday up to publication, or the next one where words of what is to come stand near."""
        if self.published is None:
            return UNRESOLVED
        back = (self.published.weekday() - self.table.weekdays[possessor(words[i].lower)]) % WEEK
        if back and self.sign(words, i) > 0:
            back -= WEEK
        return one_day(minus(self.published, back))

    def past_part(self, words: tuple[Word, ...], j: int, last: int) -> int:
        """Past "morning", "night" after a day."""
        return j + 1 if j < last and words[j].lower in self.table.parts else j

    def sign(self, words: tuple[Word, ...], i: int) -> int:
        """1 where words of what is to come stand near word `i`, -1 where words of what is over stand nearer, 0 for neither."""
        for near in (range(i - 1, max(-1, i - 1 - AHEAD), -1), range(i + 1, min(len(words), i + 1 + AHEAD))):
            for k in near:
                if words[k].lower in self.table.ahead:
                    return 1
                if words[k].lower in self.table.told:
                    return -1
                if words[k].text in ".;!?":
                    break
        return 0


def _two_figures(small: list[int]) -> tuple[int, int]:
    """A number under a hundred in one word or two, and how many words it has."""
    if len(small) > 1 and small[0] >= 20 and small[0] % 10 == 0 and 0 < small[1] < 10:
        return small[0] + small[1], 2
    return (small[0], 1) if small and small[0] else (0, 0)


def _in_figures(words: tuple[Word, ...], i: int, last: int) -> Core | None:
    """ "2031-03-14", "2031/3/14", "14/3/2031", "3/14/2031", "2031-03"."""
    texts = [word.text for word in words[i : min(last, i + 5)]]
    if len(texts) < 3 or texts[1] not in {"-", "/"} or not (texts[0] + texts[2][:2]).isdecimal():
        return None
    if len(texts) == 5 and texts[3] == texts[1] and texts[4][:2].isdecimal():
        return _ordered((texts[0], texts[2], texts[4] if texts[4].isdecimal() else texts[4][:2]), i + 5)
    year, month = (texts[0], texts[2]) if len(texts[0]) == 4 else (texts[2], texts[0])
    if is_year(year) and month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= MONTHS:
        return whole_month(int(year), int(month)), i + 3
    return None


def _ordered(parts: tuple[str, str, str], end: int) -> Core | None:
    """Three figures as a date: the year first or last; unresolved where day and month could change places."""
    first, second, third = (int(part) for part in parts)
    if is_year(parts[0]):
        day = calendar_day(first, second, third) if len(parts[2]) <= 2 else None
        return (one_day(day), end) if day else None
    if not is_year(parts[2]) or len(parts[0]) > 2 or len(parts[1]) > 2:
        return None
    days = {day for day in (calendar_day(third, second, first), calendar_day(third, first, second)) if day}
    if len(days) == 1:
        return one_day(days.pop()), end
    return (UNRESOLVED, end) if days else None


def _dotted(text: str, end: int) -> Core | None:
    """ "14.3.2031" or "2031.3.14": with stops the day comes first, as where they are written so."""
    parts = text.split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    year, day = (parts[0], parts[2]) if is_year(parts[0]) else (parts[2], parts[0])
    if not is_year(year) or max(len(day), len(parts[1])) > 2:
        return None
    found = calendar_day(int(year), int(parts[1]), int(day))
    return (one_day(found), end) if found else None


def century(published: date | None) -> int:
    """The first year of the century of publication."""
    return published.year // 100 * 100 if published else 2000


def possessor(lower: str) -> str:
    """A word without its possessive ending ("monday's")."""
    return lower[:-2] if lower.endswith(("'s", "’s")) and len(lower) > 2 else lower


def is_year(text: str) -> bool:
    """Whether four digits may be a year of the news."""
    return len(text) == 4 and text.isdecimal() and "1900" <= text <= "2100"
