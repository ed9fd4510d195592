"""What it costs to compare the reports of a ledger, from scratch and when one report more comes in, as the ledger grows.

    python -m evals.bench_across [--sizes 25000 50000 100000] [--out FILE] [--keep FOLDER]

The reports are those of `evals.events`. From scratch: every quantity of every block is put together, and every line of
running totals of the killed. One more: a report is added, and the quantities of its own blocks are put together again. Each is
measured in a process of its own, for its memory.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median

from hearsay.across.disputes import every, of_block
from hearsay.across.series import series
from hearsay.compare.blocks import key
from hearsay.model import Figure, Measure
from hearsay.plots.timeline import timeline_svg
from hearsay.series.line import series as series_of
from hearsay.store.ledger import Ledger

from .events import BEGUN, reports
from .series import total

SIZES = (25_000, 50_000, 100_000)
MORE = 40
"""Reports that are added one by one."""
KINDS = ("scratch", "lines", "more")
POINTS = 10_000
"""Totals of the time line that is drawn."""
_UNIT = 1024 if sys.platform != "darwin" else 1


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement: seconds of one core, the process's peak memory in MB, and how much came out."""

    what: str
    reports: int
    seconds: float
    memory: float
    made: int


def fill(folder: Path, begin: int, end: int) -> float:
    """Adds reports number `begin` to `end`; seconds a report."""
    began = time.process_time()
    with Ledger.open(folder) as held:
        for report in reports(end, begin=begin):
            held.add(report)
    return (time.process_time() - began) / max(end - begin, 1)


def measured(kind: str, folder: Path, size: int) -> Measured:
    """One measurement in this process. Raises `KeyError` for a kind that there is not."""
    with Ledger.open(folder) as held:
        seconds, made = {"scratch": _scratch, "lines": _lines, "more": _more}[kind](held, size)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1_000_000
    return Measured(kind, size, seconds, peak, made)


def _scratch(held: Ledger, size: int) -> tuple[float, int]:  # noqa: ARG001 (all are called alike)
    began = time.process_time()
    made = sum(1 for _ in every(held, lone=True))
    return time.process_time() - began, made


def _lines(held: Ledger, size: int) -> tuple[float, int]:  # noqa: ARG001
    began = time.process_time()
    made = sum(len(line.points) for line in series(held, "killed").lines)
    return time.process_time() - began, made


def _more(held: Ledger, size: int) -> tuple[float, int]:
    """The median of adding a report and putting the quantities of its blocks together again."""
    times, made = [], 0
    for report in reports(size + MORE, begin=size):
        began = time.process_time()
        held.add(report)
        for block in sorted({key(claim) for claim in held.claims(Figure, text=report.page.text.id)}):
            made += len(of_block(held, block)) if block else 0
        times.append(time.process_time() - began)
    return median(times), made


def all_of(sizes: Sequence[int], folder: Path) -> Iterator[Measured]:
    """Every measurement at every size, the ledger growing from one to the next. The reports that are added one by one are those
    that the next size would add anyway."""
    before = 0
    for size in sorted(sizes):
        each = fill(folder, before, size)
        yield Measured("add", size, each, 0, size - before)
        for kind in KINDS:
            yield _apart(kind, folder, size)
        before = size + MORE


def drawn() -> Iterator[Measured]:
    """A time line of `POINTS` totals by three sources: put together, and drawn."""
    days = [(BEGUN + timedelta(i)).isoformat() for i in range(POINTS)]
    claims = [total(day, 100 + 3 * i + i * 7919 % 5, "ABC"[i % 3], Measure.KILLED, "people") for i, day in enumerate(days)]
    began = time.process_time()
    lines = series_of(claims).lines
    between = time.process_time()
    svg = timeline_svg(lines, link=lambda id: f"/claim/{id}")
    yield Measured("line", POINTS, between - began, 0, sum(len(line.points) for line in lines))
    yield Measured("drawn", POINTS, time.process_time() - between, 0, len(svg))


def _apart(kind: str, folder: Path, size: int) -> Measured:
    command = [sys.executable, "-m", "evals.bench_across", "--measure", kind, "--keep", str(folder), "--sizes", str(size)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(**json.loads(done.stdout))


def table(found: Iterable[Measured]) -> str:
    """The measurements as Markdown, each beside the one of the size before."""
    names = {"add": "a report added, alone", "scratch": "all quantities from scratch", "lines": "all lines of the killed"}
    names |= {"line": "a time line put together (totals)", "drawn": "the same drawn as SVG (totals; characters)"}
    names["more"] = "a report added, and its own blocks compared again"
    lines = ["| what | reports | seconds of a core | to the size before | MB | came out |", "|---|--:|--:|--:|--:|--:|"]
    last: dict[str, Measured] = {}
    for one in sorted(found, key=lambda each: (list(names).index(each.what), each.reports)):
        before = last.get(one.what)
        ratio = f"{one.seconds / before.seconds:.2f} x" if before else ""
        memory = f"{one.memory:,.0f}" if one.memory else ""
        lines.append(f"| {names[one.what]} | {one.reports:,} | {one.seconds:.4g} | {ratio} | {memory} | {one.made:,} |")
        last[one.what] = one
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Prints the table; with --measure one measurement as JSON."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench_across", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of reports")
    parser.add_argument("--out", type=Path, help="write the table into this file too")
    parser.add_argument("--keep", type=Path, help="make the ledger here, and leave it")
    parser.add_argument("--measure", choices=KINDS, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.measure:
        print(json.dumps(asdict(measured(given.measure, given.keep, given.sizes[0]))))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        made = table([*drawn(), *all_of(given.sizes, given.keep or Path(temporary) / "ledger")])
    print(made)
    if given.out:
        given.out.write_text(made + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
