"""Our grammars against the specs of Microsoft's Recognizers-Text (MIT): python -m evals.specs --shared ../shared

Each case is put into a category by what the spec itself says (its words and its resolution, never by what we make of it).
Supported categories are scored; the others are counted and named, so that nobody takes the share for one of the whole.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hearsay.analyse import tokens
from hearsay.extract.numbers import Number, numbers
from hearsay.extract.stretches import Stretch
from hearsay.extract.windows import Clock
from hearsay.lang.en import ENGLISH
from hearsay.model import Precision, Span

from .corpus import default_shared

Spec = Mapping[str, Any]


@dataclass(frozen=True)
class Case:
    """One expected result: what it is a case of, its words, the sentence, what was wanted and found; `right` is None where
    the category is not supported."""

    category: str
    words: str
    sentence: str
    wanted: str
    found: str
    right: bool | None


def load(folder: Path, name: str) -> list[Spec]:
    """The cases of one spec file, by its path below the folder without ".json"."""
    cases: list[Spec] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
    return cases


# --- numbers ---------------------------------------------------------------------------------------------

MONEY_OR_UNIT = re.compile(r"[$]|\b(?:yuan|SEK|dollars|years?|cents)\b|\d(?:ml|km)\b|kg")
UNWRITTEN = re.compile(r"dzs|dozs|\b\w+ty - \w+|\d[Gg]$|\d,00\b|millionths?$|percents? of|per cent of|twenty and three and")
"""What the spec writes and the news does not, or reads by rules of its own ("two millionth" is two)."""
LABEL = re.compile(
    r"SCP-|playing|\bversion|phone|\d/\d+/\d|\d\.\d+\.\d+\.\d|\bnrs?\.|\b(?:first class|This one|That one|The one|Which one)\b"
)
ODDS = re.compile(r"\b(?:out of|in|over)\b", re.IGNORECASE)
COMPARING = re.compile(r"[<>=~]|\bequal|\b(?:x|y) is\b|\bscores?\b|\branks\b", re.IGNORECASE)
COMPOUND = re.compile(r"\b(?:than|above|most|below)\b.*\b(?:than|below|least|above)\b", re.IGNORECASE)


def number_cases(folder: Path) -> Iterator[Case]:
    """Numbers, ordinals, shares and ranges."""
    for spec in load(folder, "Number/English/NumberModel"):
        for result in spec["Results"] or [None]:
            yield _number_case(spec["Input"], result)
    for kind, name in (("ordinal: left alone", "OrdinalModel"), ("share of a hundred: left alone", "PercentModel")):
        for spec in load(folder, f"Number/English/{name}"):
            for result in spec["Results"]:
                over = _overlapping(spec["Input"], result)
                odd = bool(UNWRITTEN.search(result["Text"]))
                category = "written as the news does not" if odd else kind
                yield Case(category, result["Text"], spec["Input"], "nothing", _told(over), None if odd else not over)
    for spec in load(folder, "Number/English/NumberRangeModel"):
        for result in spec["Results"]:
            yield _range_case(spec["Input"], result)


def _number_case(sentence: str, result: Spec | None) -> Case:
    if result is None:
        found = [number for number, *_ in _read(sentence)]
        return Case("no number", sentence, sentence, "nothing", _told(found), not found)
    wanted, words = str(result["Resolution"]["value"]), result["Text"]
    over = _overlapping(sentence, result)
    category = _number_category(sentence, words, result["Resolution"].get("subtype"), wanted)
    right: bool | None = None
    if category.startswith("count"):
        right = any(each.low == each.high == int(float(wanted)) for each in over)
    elif category.endswith("left alone"):
        right = not over
    return Case(category, words, sentence, wanted, _told(over), right)


def _number_category(sentence: str, words: str, subtype: str | None, wanted: str) -> str:
    value = float(wanted)
    if subtype == "power":
        return "power of ten or exponent"
    if value < 0 or "negative" in sentence:
        return "negative number"
    if MONEY_OR_UNIT.search(sentence):
        return "sum of money, length or age: refused on purpose"
    if LABEL.search(sentence):
        return "label, date, telephone or page number: refused on purpose"
    if UNWRITTEN.search(words):
        return "written as the news does not"
    if value > 10**12:
        return "above a trillion"
    if " out of " in sentence or (subtype == "fraction" and ODDS.search(words) and "million" not in words):
        return "odds (one in three)"
    if value != int(value) or (subtype == "fraction" and value < 1000):
        return "fraction or decimal: left alone"
    return "count in digits" if words[0].isdigit() else "count in words"


def _range_case(sentence: str, result: Spec) -> Case:
    words, wanted = result["Text"], result["Resolution"]["value"]
    low, high = (int(float(end)) if end else None for end in wanted.strip("[]()").split(","))
    over = _overlapping(sentence, result)
    if COMPARING.search(sentence):
        return Case("comparison in a formula or a score", words, sentence, wanted, _told(over), None)
    if words.startswith("from "):
        return Case("from ... to: a movement, not a range", words, sentence, wanted, _told(over), None)
    if COMPOUND.search(words):
        return Case("two comparisons in one", words, sentence, wanted, _told(over), None)
    if re.search(r"\b(?:years|age|height|horsepower|quarter|half|/2|in \d)\b|1/2", sentence):
        return Case("bound on something else than a count", words, sentence, wanted, _told(over), None)
    right = any(each.bounds() == (low, high) for each in over)
    return Case("range or bound", words, sentence, wanted, _told(over), right)


def _read(sentence: str) -> list[tuple[Number, int, int]]:
    words = tuple(tokens(sentence, Span(0, len(sentence))))
    found = numbers(words, 0, len(words), ENGLISH.numbers)
    return [(each, words[each.lead].start, words[each.tail - 1].end) for each in found]


def _overlapping(sentence: str, result: Spec) -> list[Number]:
    start = result.get("Start", 0)
    end = result.get("End", start + len(result["Text"]) - 1) + 1
    return [number for number, a, b in _read(sentence) if a < end and start < b]


def _told(found: Iterable[Number]) -> str:
    return "; ".join(f"{each.low}..{each.high} {each.modifier}" for each in found) or "nothing"


# --- dates -----------------------------------------------------------------------------------------------

WORDS_OF = {
    "a diary's words (my day, rest of the week)": r"\bmy (?:day|week|weekend)\b|\brest\b|the day$|^the week$|^month of",
    "day of the month without its month": r"^(?:on )?(?:the )?(?:\d\d?(?:st|nd|rd|th)?|second|thirty|twenty second)$|the \d+th$|"
    r"^the (?:20th|31st)|^(?:20th|31st) of|\b(?:4|02)\b.*\b(?:this|next) month",
    "day and month in figures, without a year": r"^(?:in |from )?\d\d?[./-]\d\d?(?: to .*)?$",
    "year in two figures": r"\b\d\d?[-/]\d\d?[-/]\d\d$|,15$|August 99|^In '?\d0|'40s",
    "day and month could change places": r"^(?:3-7-2017|08/12,2015)$",
    "written as nobody writes (Oct2, Oct/2)": r"[A-Za-z]\d$|/\d$|\dyear|\d[Hh]\d|sep[-/]|aug[-/]|/sep|tmrw|^\d+\. |2[a-z]|"
    r"\.16th|[A-Z]\d|^[A-Z][a-z]+-\d|^2015\.3$",
    "a day of no calendar": r"^Feb 30$|2/29/2019|fifth Sunday",
    "year before 1900 or in words alone": r"\b(?:two hundred|247|1391|1789|thousand seven|century|15th)\b",
    "number of the week": r"\bweek \d+|w/c",
    "half year": r"\bH[12]\b",
    "counted from another day in words": r"business days|sundays|monday later|days later|in the future|hence|\bmore than|"
    r"less than|within",
    "weekday of a month left out (second Sunday)": r"^(?:first|second|third) \w+day$",
    "length from a day on (3 days from today)": r"^(?:for )?(?:\d+|a) \w+,? (?:from|starting)\b",
    "same, that": r"\bsame\b|\bthat\b",
    "the one after the next": r"after (?:the )?next",
}
CONVENTION = re.compile(
    r"\b(?:early|mid|middle|late|beginning|start|end|last sept|decades|weekend|week of|"
    r"first week of 2015)\b|^last week of|seventies|^in 3 weeks$|"
    r"(?:few (?:months|days) ago)|next decade|last day|past day|next day|this day",
    re.IGNORECASE,
)
"""Where our policy (UCDP GED) or the sense of news differs from the specs' convention."""


WHOLE_END = re.compile(r"^(?:between|from|in \d{4} through|\d{4}-\d{4}$)")


def date_cases(folder: Path) -> Iterator[Case]:
    """Dates and date periods: those of the parsers, which say what a past and a future reading would be."""
    for name in ("DateParser", "DatePeriodParser"):
        for spec in load(folder, f"DateTime/English/{name}"):
            reference = date.fromisoformat(spec.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
            for result in spec["Results"]:
                yield _date_case("day" if name == "DateParser" else "period", spec["Input"], reference, result)


def _date_case(kind: str, sentence: str, reference: date, result: Spec) -> Case:
    words = result["Text"]
    readings = [tuple(map(str, result["Value"][key].values())) for key in ("PastResolution", "FutureResolution")]
    found = list(_stretches(sentence, reference, result))
    category = _date_category(words, kind, readings)
    supported = category in {"day", "period"}
    right = any(_same(reading, stretch, reference) for reading in readings for stretch in found) if supported else None
    told = "; ".join(f"{each.start}..{each.end}" for each in found) or "nothing"
    return Case(category, words, sentence, " / ".join(map(str, dict.fromkeys(readings))), told, right)


def _date_category(words: str, kind: str, readings: list[tuple[str, ...]]) -> str:
    if not readings[0]:
        return "season: no days in the spec"
    for category, pattern in WORDS_OF.items():
        if re.search(pattern, words, re.IGNORECASE if "week" in category else 0):
            return category
    if kind == "period" and WHOLE_END.search(words) and readings[0][-1].endswith("-01"):
        return "range whose last month or year we count in"
    if CONVENTION.search(words):
        return "another convention than ours"
    return kind


def _stretches(sentence: str, reference: date, result: Spec) -> Iterator[Stretch]:
    words = tuple(tokens(sentence, Span(0, len(sentence))))
    start = result["Start"]
    for each in Clock(ENGLISH.times, ENGLISH.numbers, reference).expressions(words, 0, len(words)):
        if words[each.first].start < start + result["Length"] and start < words[each.last - 1].end:
            yield each.stretch


def _same(reading: tuple[str, ...], stretch: Stretch, reference: date) -> bool:
    """Whether a stretch is a spec's reading. The specs end periods on the day after; what runs up to the day of reference may
    be cut there; "a month ago" may be all of that month."""
    first, last = date.fromisoformat(reading[0]), date.fromisoformat(reading[-1])
    start, end = stretch.start, stretch.end
    if start is None or end is None:
        return (start or end) in {first, last}
    if len(reading) == 1:
        unit = stretch.precision in {Precision.WEEK, Precision.MONTH, Precision.YEAR}
        return start == first == end or (unit and start <= first <= end)
    ends = {last, last - timedelta(1)} | ({reference, reference - timedelta(1)} if first <= reference <= last else set())
    return start == first and end in ends


# --- both ------------------------------------------------------------------------------------------------


def measure(folder: Path) -> dict[str, float]:
    """Percent right: all supported number cases, the counts among them, and days and periods together."""
    found = list(number_cases(folder))
    counts = [case for case in found if case.category.startswith("count")]
    return {
        "specs_numbers": _share(found),
        "specs_counts": _share(counts),
        "specs_dates": _share(date_cases(folder)),
    }


def _share(cases: Iterable[Case]) -> float:
    scored = [case.right for case in cases if case.right is not None]
    return 100 * sum(scored) / len(scored)


def table(cases: Iterable[Case]) -> str:
    """Cases by category as a Markdown table: how many, how many right; a dash where the category is not supported."""
    every: Counter[str] = Counter()
    right: dict[str, list[bool]] = defaultdict(list)
    for case in cases:
        every[case.category] += 1
        if case.right is not None:
            right[case.category].append(case.right)
    order = sorted(every, key=lambda name: (name not in right, -every[name], name))
    rows = [f"| {name} | {every[name]} | {sum(right[name]) if name in right else '-'} |" for name in order]
    return "\n".join(["| category | cases | right |", "|---|--:|--:|", *rows])


PAGE = Path(__file__).parent.parent / "docs" / "figures.md"
MARKS = ("<!-- specs: numbers -->", "<!-- specs: dates -->")
END = "<!-- end -->"


def in_page(page: str, tables: Sequence[str]) -> str:
    """The page with each table between its marks. Raises `ValueError` where a mark is missing."""
    for mark, rows in zip(MARKS, tables, strict=True):
        begin = page.index(mark) + len(mark)
        end = page.index(END, begin)
        page = f"{page[:begin]}\n{rows}\n{page[end:]}"
    return page


def main() -> None:
    """Print the tables and every failure of a supported category; with --page write the tables into docs/figures.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=default_shared())
    parser.add_argument("--page", action="store_true", help="write the tables into docs/figures.md")
    options = parser.parse_args()
    folder = options.shared / "data" / "recognizers-specs"
    both = list(number_cases(folder)), list(date_cases(folder))
    if options.page:
        PAGE.write_text(in_page(PAGE.read_text(encoding="utf-8"), [table(found) for found in both]), encoding="utf-8")
    for found in both:
        print(table(found), end="\n\n")
        for case in found:
            if case.right is False:
                print(f"{case.category}: {case.words!r} in {case.sentence!r}: wanted {case.wanted}, found {case.found}")
        print()
    print(json.dumps(measure(folder), indent=2))


if __name__ == "__main__":
    main()
