"""Time lines of running totals, tried on a long official series that people keep by hand, for its shape alone: is every day
without a report, every late addition, change of source and extrapolated twin found or listed? Nothing in it is taken for true.

    python -m evals.series [--shared FOLDER] [--json]

The series is made into claims as reports would give them, a report a day; the sentences are made up here. Then changes are
planted (drops, repetitions by a relay, revisions, a count begun again, tenfold slips), and counted again.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from hearsay.claims.base import Claim, Origin, Voice
from hearsay.model import Figure, Measure, Scope, Source, SourceKind, Span, Window
from hearsay.series.line import Line, series
from hearsay.series.points import standing
from hearsay.series.steps import Remark
from hearsay.series.switches import switches

from .corpus import CorpusAbsent, default_shared, part

DATA = "data/series/casualties_daily.json"
TOTALS = {
    "killed_cum": (Measure.KILLED, "people"),
    "injured_cum": (Measure.INJURED, "people"),
    "killed_children_cum": (Measure.KILLED, "children"),
    "killed_women_cum": (Measure.KILLED, "women"),
    "med_killed_cum": (Measure.KILLED, "medics"),
    "press_killed_cum": (Measure.KILLED, "journalists"),
    "civdef_killed_cum": (Measure.KILLED, "rescuers"),
    "famine_cum": (Measure.STARVED, "people"),
    "child_famine_cum": (Measure.STARVED, "children"),
    "aid_seeker_killed_cum": (Measure.KILLED, "aid seekers"),
    "aid_seeker_injured_cum": (Measure.INJURED, "aid seekers"),
}
"""Column -> what it is a running total of."""
LATE = {
    "killed_committee": "{:,} earlier deaths were accepted by a committee",
    "killed_recovered": "{:,} bodies were recovered from the rubble",
    "killed_succumbed": "{:,} died of earlier wounds",
}
REMARKED = "steps remarked: "
OUTLET, TWIN = "the compiler", "extrapolated by the compiler"
Day = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what was there were found, and how many were found that were not there (None: not to be told)."""

    what: str
    there: int
    found: int
    besides: int | None = None

    def __str__(self) -> str:
        more = "" if self.besides is None else f", {self.besides} besides"
        return f"{self.what:<52} {self.found:>6,} of {self.there:,}{more}"


def claims(days: Iterable[Day]) -> Iterator[Claim]:
    """The series as figures in reports: totals in the mouth of the day's source, late additions beside them, and extrapolated
    values in the compiler's own name where they are no copies of what was reported."""
    for day in days:
        for column, (measure, who) in TOTALS.items():
            if column in day:
                yield total(day["report_date"], day[column], str(day["report_source"]), measure, who)
            twin = f"ext_{column}"
            if twin in day and day.get(column) != day[twin]:
                yield total(day["report_date"], day[twin], TWIN, measure, who)
        for column, says in LATE.items():
            if day.get(column):
                yield figure(day["report_date"], day[column], None, says, Scope.UNKNOWN)


def total(day: str, amount: int, source: str, measure: Measure, who: str, report: str = "") -> Claim:
    """A running total as a source gives it on a day."""
    says = f"{{:,}} {who} have been counted as {measure.value}"
    return figure(day, amount, source, says, Scope.CUMULATIVE, measure, who, report)


def figure(
    day: str, amount: int, source: str | None, says: str, scope: Scope, measure: Measure = Measure.KILLED, who: str = "people",
    report: str = "",
) -> Claim:  # fmt: skip
    """A figure in the report of a day."""
    words, text = f"{amount:,}", report or f"report of {day}"
    sentence = says.format(amount)
    at = sentence.index(words)
    window = Window("so far", None, day) if scope is Scope.CUMULATIVE else None
    made = Figure(text, Span(at, at + len(words)), words, measure, amount, amount, who=who, scope=scope, window=window)
    voices = (Voice(f"{text} {source}", Source(source, SourceKind.INSTITUTION)),) if source else ()
    origin = Origin(text, text, text, f"{day}T00:00:00Z", outlet=report or OUTLET, published=day)
    key = f"{text} {source} {measure.value} {who} {sentence}"
    return Claim(key, made, origin, voices=voices, words=words, context=sentence)


def recorded(days: Sequence[Day]) -> Iterator[Count]:
    """What the series itself records, and what of it the lines show."""
    made = series(claims(days))
    lines = {(one.key.measure, one.key.who, one.source): one for one in made.lines}
    points = sum(len(one.points) for one in made.lines)
    given = sum(1 for day in days for column in TOTALS for name in (column,) if name in day)
    yield Count("totals that became points of their source's line", given, points - _twins(lines.values()))
    twins = sum(1 for d in days for c in TOTALS if f"ext_{c}" in d and d.get(c) != d[f"ext_{c}"])
    yield Count("extrapolated twins kept on a line of their own", twins, _twins(lines.values()))
    yield _switches(days, made.lines)
    yield _gaps(days, made.lines)
    yield _late(days, made.lines)
    yield _drops(days, made.lines)
    flags = Counter(flag.remark.value for one in made.lines for step in one.steps for flag in step.flags)
    for name, n in sorted(flags.items()):
        yield Count(REMARKED + name, n, n)


def _twins(lines: Iterable[Line]) -> int:
    return sum(len(one.points) for one in lines if one.source == TWIN)


def _switches(days: Sequence[Day], lines: Iterable[Line]) -> Count:
    """Days on which the total of all comes from another source than the one before."""
    said = [(d["report_date"], d["report_source"]) for d in days if "killed_cum" in d]
    there = {day for (_, before), (day, after) in pairwise(said) if before != after}
    own = [one for one in lines if one.source != TWIN]
    found = {one.day.isoformat() for one in switches(own) if one.panel == ("killed", "", "")}
    return Count("changes of source", len(there), len(there & found), len(found - there))


def _gaps(days: Sequence[Day], lines: Iterable[Line]) -> Count:
    """Days on which the ministry's own total is missing after days on which it was there."""
    held = [date.fromisoformat(d["report_date"]) for d in days if "killed_cum" in d and d["report_source"] == "mohtel"]
    there = {after for before, after in pairwise(held) if after - before > timedelta(1)}
    found = {
        step.end
        for one in lines if (one.key.measure, one.key.who, one.source) == ("killed", "", "mohtel")
        for step in one.steps if step.has(Remark.GAP)
    }  # fmt: skip
    return Count("gaps of the main source", len(there), len(there & found), len(found - there))


def _late(days: Sequence[Day], lines: Iterable[Line]) -> Count:
    """Late additions of days that have a total, each with its amount."""
    first = next(d["report_date"] for d in days if "killed_cum" in d)
    there = Counter(
        (d["report_date"], d[column]) for d in days for column in LATE
        if d.get(column) and "killed_cum" in d and d["report_date"] != first
    )  # fmt: skip
    found = Counter(
        (step.end.isoformat(), one.amount.low)
        for line in lines if line.key.measure == "killed" and not line.key.who and line.source != TWIN
        for step in line.steps for one in step.late
    )  # fmt: skip
    return Count("late additions with their amounts", there.total(), (there & found).total(), (found - there).total())


def _drops(days: Sequence[Day], lines: Iterable[Line]) -> Count:
    """Falls of a total within one source."""
    there = 0
    for column in TOTALS:
        last: dict[str, int] = {}
        for day in days:
            if column in day:
                there += day[column] < last.get(day["report_source"], 0)
                last[day["report_source"]] = day[column]
    kinds = (Remark.DROP, Remark.RESET)
    found = sum(any(step.has(kind) for kind in kinds) for one in lines if one.source != TWIN for step in one.steps)
    return Count("falls of a total", there, found)


def planted(days: Sequence[Day], seed: int = 7) -> Iterator[Count]:
    """Changes put into the main source's total at random, and what of them is found."""
    random = Random(seed)
    values = [(d["report_date"], d["killed_cum"]) for d in days if "killed_cum" in d and d["report_source"] == "mohtel"]
    calm = _of(values)
    before = {step.end for step in calm.steps if step.has(Remark.DROP)}, {s.end for s in calm.steps if s.has(Remark.JUMP)}
    picks = random.sample(range(100, len(values) - 100, 7), 80)
    drops, slips, relays, revised = picks[:20], picks[20:40], picks[40:60], picks[60:80]
    changed = list(values)
    for i in drops:
        changed[i] = (values[i][0], values[i - 1][1] - 25)
    for i in slips:
        changed[i] = (values[i][0], values[i][1] + 10_000)
    extra = [total(values[i][0], values[i][1], "mohtel", Measure.KILLED, "people", "a relay") for i in relays]
    again = [total(values[i][0], values[i][1] + 3, "mohtel", Measure.KILLED, "people", "a correction") for i in revised]
    line = _of(changed, [*extra, *again])
    told = {values[i][0] for i in drops}
    found = {step.end.isoformat() for step in line.steps if step.has(Remark.DROP)}
    fell = {values[i + 1][0] for i in slips}
    yield Count("planted drops", len(drops), len(told & found), len(found - told - fell - {d.isoformat() for d in before[0]}))
    jumps = {step.end.isoformat() for step in line.steps if step.has(Remark.JUMP)}
    slipped = {values[i][0] for i in slips}
    usual = {d.isoformat() for d in before[1]}
    yield Count("planted slips of 10,000 (jumps)", len(slips), len(slipped & jumps), len(jumps - slipped - usual))
    joined = sum(1 for point in line.points if len(point.claims) == 2)
    yield Count(
        "planted relays that made no point of their own", len(relays), joined, len(line.points) - len(values) - len(revised)
    )
    yield Count("planted revisions", len(revised), sum(1 for point in line.points if point.revises))
    yield _restart(values)


def _restart(values: list[tuple[str, int]]) -> Count:
    """The second half counted from nothing, with no word said of it."""
    half = len(values) // 2
    base = values[half][1] - 5
    line = _of([*values[:half], *((day, amount - base) for day, amount in values[half:])])
    resets = [step.end.isoformat() for step in line.steps if step.has(Remark.RESET)]
    return Count("a planted count begun again", 1, int(values[half][0] in resets), len(resets) - 1)


def _of(values: list[tuple[str, int]], extra: Iterable[Claim] = ()) -> Line:
    made = [total(day, amount, "mohtel", Measure.KILLED, "people") for day, amount in values]
    (line,) = series([*made, *extra]).lines
    assert len(standing(line.points)) > 0
    return line


def measure(shared: Path) -> dict[str, float]:
    """Of 100: how much of what is recorded and planted is found. Raises `CorpusAbsent`."""
    counts = counted(shared)
    return {one.what: 100 * one.found / one.there for one in counts if one.there and not one.what.startswith(REMARKED)}


def counted(shared: Path) -> list[Count]:
    """All counts. Raises `CorpusAbsent`."""
    days: list[Day] = json.loads(part(shared, DATA).read_text(encoding="utf-8"))
    return [*recorded(days), *planted(days)]


def main(arguments: list[str] | None = None) -> int:
    """Prints the counts; 1 where something recorded or planted was not found, 2 where the series is not there."""
    parser = argparse.ArgumentParser(prog="python -m evals.series", description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, default=default_shared(), help="the folder of the corpora")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    given = parser.parse_args(arguments)
    try:
        counts = counted(given.shared)
    except CorpusAbsent as absent:
        print(absent, file=sys.stderr)
        return 2
    for one in counts:
        row = {"what": one.what, "there": one.there, "found": one.found, "besides": one.besides}
        print(json.dumps(row) if given.json else one)
    return int(any(one.found < one.there for one in counts))


if __name__ == "__main__":
    sys.exit(main())
