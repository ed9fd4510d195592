"""`hearsay read`: inputs into a ledger, or as JSON lines."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import DEFAULT_LEDGER, json_option
from .output import json_row, say
from .progress import progress

if TYPE_CHECKING:
    from ..api import Outcome
    from ..pipeline import Report
    from ..store.ledger import Ledger


@click.command(
    epilog="""\b
Examples:
  hearsay read report.html leaflet.pdf https://example.org/feed.xml
  hearsay read crawl.warc.gz --ledger my-ledger --workers 4
  curl -s https://example.org/a | hearsay read - --json"""
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="HEARSAY_LEDGER",
    show_envvar=True,
    metavar="FOLDER",
    help="Where the reports are kept; made where it is not there. Without it ./hearsay-ledger, with --json nothing is kept.",
)
@json_option
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read.")
@click.option("--no-fetch", is_flag=True, help="Refuse URLs; nothing leaves this computer.")
@click.option("--extractor", "extractors", multiple=True, metavar="NAME", help="Only this extractor; may be repeated.")
def read(
    inputs: tuple[str, ...],
    ledger: Path | None,
    as_json: bool,
    workers: int,
    no_fetch: bool,
    extractors: tuple[str, ...],
) -> None:
    """Read reports: files, folders, "-" (standard input) or http(s) URLs.

    Feeds, gzip files and web archives are opened. Each input gets a line: read, known (read before by the same
    extractors, so passed over), or refused and why. A batch that was interrupted goes on when the same command is
    given again. Exit status: 0 all is read, 1 something was refused, 2 wrong usage.
    """
    folder = ledger or (None if as_json else DEFAULT_LEDGER)
    tally: Counter[str] = Counter()
    with _opened(folder) as held, progress(inputs, quiet=as_json and sys.stdout.isatty()) as step:
        try:
            for outcome in outcomes(inputs, held, extractors, workers, not no_fetch):
                name, status = _keep(outcome, held, as_json)
                tally[status] += 1
                step(name)
        except KeyboardInterrupt:
            kept = f"; what was read is kept in {folder}, the same command goes on from there" if folder else ""
            say(f"Stopped: {_total(tally)}{kept}.", err=True)
            raise SystemExit(130) from None
    where = f" The ledger is {folder}." if folder else ""
    say(f"{_total(tally)}.{where}", err=as_json)
    raise SystemExit(1 if tally["refused"] else 0)
