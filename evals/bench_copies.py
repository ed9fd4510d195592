"""What it costs to find the copies of a report as the ledger grows: time, prints, and the place that they take.

    python -m evals.bench_copies [--sizes 1000 10000] [--moulded]

The reports are made here: words drawn by rank as in any language, stock phrases that very many have, one report in
twenty a copy of one before, one in ten with a part of another. With `--moulded` they are those of `evals.many`, whose sentences
are all put together from the same few pieces: the worst that can happen to an index of phrases.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

from hearsay.across.copying import find_copies
from hearsay.pipeline import Report, report_of
from hearsay.readers import Input, read
from hearsay.store.connect import reading
from hearsay.store.ledger import Ledger

from . import many

SIZES = (1000, 10_000)
LAST = 200
"""Reports whose time is told: those that come last."""
AT = datetime(2031, 6, 1, tzinfo=UTC)
_VOCABULARY = 12_000
_WORDS = 420
_STOCK = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One size: prints a text, bytes of the index a text, links, milliseconds a report over all and for the last ones."""

    reports: int
    prints: float
    size: float
    links: int
    every: float
    last: float


def made(count: int, seed: int = 7) -> Iterator[Report]:
    """Reports with the words, phrases and copies of a press of their own."""
    dice = random.Random(seed)
    words = [f"w{number}" for number in range(_VOCABULARY)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))
    stock = [" ".join(dice.choices(words, k=9)) for _ in range(_STOCK)]
    before: list[list[str]] = []
    for number in range(count):
        lines = [" ".join(dice.choices(words, cum_weights=weights, k=_WORDS // 7)) + "." for _ in range(7)]
        lines[3] += " " + dice.choice(stock)
        lot = dice.random()
        if before and lot < 0.15:
            source = dice.choice(before)
            lines[:3] = source[:3] if lot < 0.1 else source
        before.append(lines)
        item = Input(f"report-{number}", "\n\n".join([f"Head of {number}", *lines]).encode(), "text/plain")
        yield report_of(item, read(item), AT, ())


def moulded(count: int) -> Iterator[Report]:
    """Reports whose sentences are all of a few moulds."""
    dice = random.Random(7)
    return (many.report_of(dice, number) for number in range(count))


def measured(folder: Path, count: int, reports: Callable[[int], Iterator[Report]]) -> Row:
    """Fills a ledger and finds its copies."""
    with Ledger.open(folder) as ledger:
        (*first,) = reports(count)
        for report in first[:-LAST]:
            ledger.add(report)
        begun = time.process_time()
        links = find_copies(ledger)
        every = time.process_time() - begun
        for report in first[-LAST:]:
            ledger.add(report)
        begun = time.process_time()
        links += find_copies(ledger)
        last = time.process_time() - begun
        with reading(ledger.store.engine) as connection:
            rows = connection.exec_driver_sql("SELECT count(*) FROM prints WHERE hash > 0").scalar() or 0
            size = connection.exec_driver_sql("SELECT sum(pgsize) FROM dbstat WHERE name = 'prints'").scalar() or 0
    return Row(count, rows / count, size / count, links, 1000 * (every + last) / count, 1000 * last / LAST)


def main() -> int:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="reports in the ledger")
    parser.add_argument("--moulded", action="store_true", help="reports of a few moulds")
    options = parser.parse_args()
    print("| reports | prints each | index bytes each | links | ms a report | ms, the last ones |\n|--:|--:|--:|--:|--:|--:|")
    for count in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            row = measured(Path(folder) / "ledger", count, moulded if options.moulded else made)
        print(f"| {row.reports:,} | {row.prints:.0f} | {row.size:,.0f} | {row.links:,} | {row.every:.1f} | {row.last:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
