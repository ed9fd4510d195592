"""Dates in TimeBank and AQUAINT (TimeML): how many are found, how many found ones are there, and whether they mean the same days.

A value is right where its days are: a TIMEX3 value names a day, week, month, quarter, season, half, year, decade or century,
and so do our stretches; what runs up to publication counts as the whole that it is cut from ("this week"), since the corpus
annotates the calendar's unit. Values without days (PRESENT_REF ...) are right where ours has none either.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from hearsay.analyse import analyse
from hearsay.extract.stretches import Stretch
from hearsay.extract.windows import Clock
from hearsay.lang.en import ENGLISH
from hearsay.model import Block, Label, Precision, Span, Text

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
PARTS = frozenset(ENGLISH.times.edges) | ENGLISH.times.earlier | ENGLISH.times.later
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
Days = tuple[date, date]


@dataclass(frozen=True)
class Timex:
    """One annotated expression: its place, its type and its value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True)
class Found:
    """One expression of ours: its place, its days, and whether it names none."""

    start: int
    end: int
    stretch: Stretch
    vague: bool
    lasting: bool


@dataclass(frozen=True)
class File:
    """A TimeML file: its words, what is annotated in them, its day of creation, and what we find."""

    content: str
    written: list[Timex]
    published: date | None
    found: list[Found]


def files(folder: Path) -> Iterator[File]:
    """Every TimeML file below a folder, read."""
    for path in sorted(folder.rglob("*.tml")):
        content, written, published = _timeml(path.read_text(encoding="utf-8"))
        text = Text("t", "d", "plain@1", "en", content, blocks=(Block(Span(0, len(content)), Label.MAIN, True),))
        analysis = analyse(text, ENGLISH, published)
        clock, words = Clock(ENGLISH.times, ENGLISH.numbers, published), analysis.words
        found = [
            Found(words[each.first].start, words[each.last - 1].end, each.stretch, each.vague, each.lasting)
            for sentence in analysis.sentences
            for each in clock.expressions(words, sentence.first, sentence.last)
        ]
        yield File(content, written, published, found)


def measure(folder: Path) -> dict[str, float]:
    """Percent: DATEs found (R, P, F1; a found one that is annotated as a length or a time of day counts neither way), days
    right of the dates that are days, values right of all DATEs found (F1)."""
    tally: Counter[str] = Counter()
    for file in files(folder):
        dates = [each for each in file.written if each.kind == "DATE"]
        for timex in dates:
            over = [each for each in file.found if each.start < timex.end and timex.start < each.end]
            tally["gold"] += 1
            tally["hit"] += bool(over)
            tally["right"] += any(same(timex.value, each, file) for each in over)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", timex.value):
                tally["days"] += 1
                tally["days right"] += day_among(timex.value, over)
        for each in file.found:
            kinds = {timex.kind for timex in file.written if each.start < timex.end and timex.start < each.end}
            if not each.lasting and (not kinds or "DATE" in kinds):
                tally["found"] += 1
                tally["real"] += "DATE" in kinds
    recall, precision = tally["hit"] / tally["gold"], tally["real"] / tally["found"]
    right_r, right_p = tally["right"] / tally["gold"], tally["right"] / tally["found"]
    return {
        "tbaq_found": 100 * recall,
        "tbaq_precision": 100 * precision,
        "tbaq_f1": 200 * recall * precision / (recall + precision),
        "tbaq_value_f1": 200 * right_r * right_p / (right_r + right_p),
        "tbaq_days": 100 * tally["days right"] / tally["days"],
    }


def day_among(value: str, over: list[Found]) -> bool:
    """Whether a day is the one that an expression resolves to, or an end of its stretch."""
    starts = {e.stretch.start.isoformat() for e in over if e.stretch.start and e.stretch.precision is Precision.DAY}
    ends = {e.stretch.end.isoformat() for e in over if e.stretch.end}
    return value in starts | ends


def same(value: str, found: Found, file: File) -> bool:
    """Whether an expression means the days of a TIMEX3 value. A part ("early", "later this") may lie inside the unit that is
    annotated; of a range that was annotated in two, each half has its end; a week without its number lies in its year."""
    days, stretch = days_of(value), found.stretch
    if days is None:
        return found.vague or (value.endswith("_REF") and stretch.precision is Precision.UNRESOLVED)
    start, end = stretch.start, stretch.end
    if start is None or end is None:  # "since Monday": the corpus annotates "Monday"
        return (start or end) in days
    words = file.content[found.start : found.end].lower().replace("-", " ").split()
    part = not PARTS.isdisjoint(words) or re.fullmatch(r"\d{4}-WXX", value)
    inside = days[0] <= start <= end <= days[1]
    cut = file.published is not None and days[0] <= file.published <= days[1] and end == file.published
    halves = sum(found.start < timex.end and timex.start < found.end for timex in file.written) > 1
    if halves and (start == days[0] or end == days[1]):
        return True
    return bool(part and inside) or (start == days[0] and (end == days[1] or cut))


def days_of(value: str) -> Days | None:
    """First and last day of a TIMEX3 value; None where it names none."""
    value = re.sub(r"T.*|(-XX)+$", "", value)
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = date(*map(int, match.groups()))
        return day, day
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return (monday + timedelta(5 if match[3] else 0), monday + timedelta(6))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(match[1]), int(match[2]), int(match[2]))
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
    if match := re.fullmatch(r"(\d{4})-H([12])", value):
        return _months(int(match[1]), 6 * int(match[2]) - 5, 6 * int(match[2]))
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(match[1]), *SEASONS[match[2]])
    if match := re.fullmatch(r"(\d{2,4})X{0,2}|(\d{4})-WXX", value):
        figures = match[1] or match[2]
        size = 10 ** (4 - len(figures))
        first = int(figures) * size
        return (date(first, 1, 1), date(first + size - 1, 12, 31)) if first else None
    return None


def _months(year: int, first: int, last: int) -> Days:
    ending = year + (last < first)
    return date(year, first, 1), date(ending, last, monthrange(ending, last)[1])


def _timeml(source: str) -> tuple[str, list[Timex], date | None]:
    """Text, expressions with their places and values, and the day of creation of a TimeML file."""
    created = re.search(r"<DCT>.*?value=\"(\d{4})-(\d\d)-(\d\d)", source, re.DOTALL)
    published = date(*map(int, created.groups())) if created else None
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    body = re.sub(r"</?(?!TIMEX3)\w+[^>]*>", "", body)
    parts: list[str] = []
    written: list[Timex] = []
    at = size = 0
    for match in _TIMEX.finditer(body):
        before, words = _plain(body[at : match.start()]), _plain(match[2])
        attributes = dict(_ATTRIBUTE.findall(match[1]))
        size += len(before)
        written.append(Timex(size, size + len(words), attributes.get("type", ""), attributes.get("value", "")))
        size += len(words)
        parts += [before, words]
        at = match.end()
    return "".join([*parts, _plain(body[at:])]), written, published


def _plain(body: str) -> str:
    return re.sub(r"<[^>]*>", "", body).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
