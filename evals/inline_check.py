"""Is our own invented corpus consistent with its rules? And what may have been forgotten in it?

    python -m evals.inline_check [--lint] [CONFLICT ...]

Faults end with status 1. `--lint` also lists numbers and reporting words that no mark holds: mostly rightly so.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from hearsay.model import SourceKind

from .inline import Mark, Marked, corpus
from .inline_gold import Row, errors, rows

SHORTEST, LONGEST = 70, 270
"""Words of a report, its headings included."""

_WEEK = timedelta(days=6)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9\[])|\n+")
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Col|Gen|Lt|Capt|Maj|St|No|a\.m|p\.m|approx)\.$")
_BARE_END = re.compile(r"[,;:.]$")
_ABBREVIATION = re.compile(r"(?:\b[a-z]\.[a-z]\.|\bCo\.|\bNo\.)$")
_NUMBER = re.compile(
    r"\b(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|scores|"
    r"none|no one|nobody|several|many|another)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|told|tells|claim\w*|announc\w*|report(?:s|ed|edly)|according|den(?:y|ied|ies)|insist\w*|confirm\w*|warn\w*|"
    r"accus\w*|demand\w*|believ\w*|add(?:s|ed)|ask(?:s|ed)|call(?:s|ed) (?:on|for)|admit\w*|alleg\w*|refus\w*|"
    r"urg\w+|order(?:s|ed)|wants?|fear\w*|plan(?:s|ned)|expect\w*|describ\w*|promis\w*|wrote|quot\w*|thinks?|hopes?)\b",
    re.IGNORECASE,
)


def faults(report: Marked) -> Iterator[str]:
    """Every breach of a rule, with its place. What cannot be turned into gold is one."""
    wrong = [str(error) for error in errors(report)]
    yield from wrong
    yield from _roles(report)
    yield from _heads(report)
    yield from _edges(report)
    yield from _names(report)
    yield from _statements(report)
    if not wrong:
        yield from _figures(report, rows(report))
    count = len(report.text.split())
    if not SHORTEST <= count <= LONGEST:
        yield f"{report.place}: {count} words"


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _roles(report: Marked) -> Iterator[str]:
    """Source, cue, content and relays of one attribution lie apart."""
    for number in report.numbers("c"):
        marks = [mark for mark in report.marks if mark.role in "sqcv" and number in mark.numbers]
        for one, other in combinations(marks, 2):
            if _overlap(one, other):
                yield f"{other.place}: {one.role}{number} and {other.role}{number} share characters"
    for mark in report.of("v"):
        if report.text[mark.start : mark.end].lower().removeprefix("the ") in report.outlet.lower():
            yield f"{mark.place}: the page's own outlet is no relay"
    for number in report.numbers("f"):
        figure = report.of("f", number)[0]
        for mark in report.marks:
            if mark.role in "wtp" and number in mark.numbers and _overlap(mark, figure):
                yield f"{mark.place}: {mark.role}{number} and f{number} share characters"


def _heads(report: Marked) -> Iterator[str]:
    for head in report.of("h"):
        for mark in report.marks:
            if mark is not head and _overlap(mark, head):
                yield f"{mark.place}: a mark in or around a heading"


def _edges(report: Marked) -> Iterator[str]:
    """Stops and commas at the end of a content or a figure's words are the page's."""
    for mark in report.marks:
        words = report.text[mark.start : mark.end]
        goes_on = words.startswith(('"', "“")) and report.text[mark.end] == "\n"
        whole = goes_on or mark.role in "oxh" or (mark.role == "s" and words.endswith(",")) or mark.role == "q"
        if not whole and _BARE_END.search(words) and not _ABBREVIATION.search(words):
            yield f"{mark.place}: ends with its mark of punctuation: {words[-30:]!r}"
        if mark.role == "o" and not words.endswith((".", "!", "?", '"', "”", ",", ";", ")")) and report.text[mark.end] in ".":
            yield f"{mark.place}: leaves its stop out: {words[-30:]!r}"


def _names(report: Marked) -> Iterator[str]:
    """A speaker goes by a name that the report gives, and nobody is in the cast for nothing."""
    text = " ".join(report.text.lower().split())
    used = {word.lstrip("^") for mark in report.marks for word in mark.words}
    for key, one in report.cast.items():
        if one.kind is not SourceKind.OUTLET and one.name.lower() not in text:
            yield f"{report.place}: {one.name!r} does not stand in the text"
        if key not in used:
            yield f"{report.place}: @{key} says nothing"


def _statements(report: Marked) -> Iterator[str]:
    """Every sentence holds an attribution, or is the outlet's own, or is marked as neither."""
    for start, end in sentences(report.text):
        if not any(mark.role in "sqcohx" and mark.start < end and start < mark.end for mark in report.marks):
            yield f"{report.place}: nobody says {report.text[start:end][:60]!r}"
    contents = report.of("c")
    for own in report.of("o"):
        for mark in report.of("q"):
            if _overlap(own, mark):
                yield f"{own.place}: an own statement with a cue in it: {report.text[mark.start : mark.end]!r}"
        if any(content.start < own.end and own.start < content.end for content in contents):
            yield f"{own.place}: an own statement in a content"


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Roughly: code points of the sentences of a text."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if not _TITLES.search(text[start : match.start()]):
            yield start, match.start()
            start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _figures(report: Marked, gold: Row) -> Iterator[str]:
    by_id = {row["id"]: row for row in gold["figures"]}
    for row in gold["figures"]:
        where = f"{report.place}: {row['id']}"
        whole = by_id.get(row["part_of"])
        if whole and _least(row) > _most(whole):
            yield f"{where}: more than its whole {whole['id']}"
        if whole and whole["measure"] != row["measure"]:
            yield f"{where}: {row['measure']} of {whole['measure']}"
        if row["window"]:
            yield from (f"{where}: {fault}" for fault in _window_faults(row, report.published))


def _least(row: Row) -> float:
    return float(row["low"] if row["low"] is not None else row["high"] or 0)


def _most(row: Row) -> float:
    return float("inf") if row["high"] is None else float(row["high"])


def _window_faults(row: Row, published: date) -> Iterator[str]:
    window = row["window"]
    start, end = (date.fromisoformat(day) if day else None for day in (window["start"], window["end"]))
    words = window["words"].lower()
    if (start is None and end is None) != (window["precision"] == "unresolved"):
        yield f"{window['words']!r} has no days but is resolved, or the other way round"
    if start and end and start > end:
        yield f"{window['words']!r} ends before it begins"
    last = start if window["precision"] in ("week", "month", "season", "year") else end
    if row["modality"] != "expected" and max(start or published, last or published) > published:
        yield f"{window['words']!r} lies after the day of publication"
    named = [i for i, day in enumerate(_WEEKDAYS) if re.search(rf"\b{day}\b", words)]
    one_day = len(named) == 1 and start and end in (None, start) and "week" not in words
    if one_day and start and (start.weekday() != named[0] or (row["modality"] != "expected" and published - start > _WEEK)):
        yield f"{window['words']!r} is not {start} for a report of {published}"


def forgotten(report: Marked) -> Iterator[str]:
    """Numbers outside every figure and window, reporting words outside every cue: for a person to look at."""
    for name, pattern, roles in (("number", _NUMBER, "fthx"), ("cue", _SAYS, "qhx")):
        for match in pattern.finditer(report.text):
            if not any(mark.start <= match.start() and match.end() <= mark.end for mark in report.marks if mark.role in roles):
                around = report.text[max(0, match.start() - 40) : match.end() + 30].replace("\n", " / ")
                yield f"{report.name}: {name} {match[0]!r}: {around}"


def main() -> None:
    """Print every fault, and with --lint what may have been forgotten."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lint", action="store_true")
    parser.add_argument("conflicts", nargs="*")
    options = parser.parse_args()
    bad = reports = attributions = figures = 0
    for report in corpus():
        if options.conflicts and report.conflict not in options.conflicts:
            continue
        for fault in faults(report):
            bad += 1
            print(fault)
        if options.lint:
            print(*forgotten(report), sep="\n")
        reports += 1
        attributions += len(report.numbers("c"))
        figures += len(report.numbers("f"))
    print(f"{reports} reports, {attributions} attributions, {figures} figures, {bad} faults")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
