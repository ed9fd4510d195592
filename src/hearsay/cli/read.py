"""`hearsay read`: inputs into a ledger, or as JSON lines."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..export.visible import one_line
from .across_copies import told
from .options import DEFAULT_LEDGER, json_option
from .output import json_row, say
from .progress import progress

if TYPE_CHECKING:
    from ..api import Outcome
    from ..model import Refusal
    from ..pipeline import Report
    from ..readers.base import Input
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
@click.option("--no-copies", is_flag=True, help="Leave comparing the reports for copies to `hearsay copies`.")
@click.option("--extractor", "extractors", multiple=True, metavar="NAME", help="Only this extractor; may be repeated.")
def read(
    inputs: tuple[str, ...],
    ledger: Path | None,
    as_json: bool,
    workers: int,
    no_fetch: bool,
    no_copies: bool,
    extractors: tuple[str, ...],
) -> None:
    """Read reports: files, folders, "-" (standard input) or http(s) URLs.

    Feeds, gzip files and web archives are opened. Each input gets a line: read, known (read before by the same
    extractors, so passed over), or refused and why. A batch that was interrupted goes on when the same command is
    given again. Exit status: 0 all is read, 1 something was refused, 2 wrong usage.
    """
    folder = ledger or (None if as_json else DEFAULT_LEDGER)
    tally: Counter[str] = Counter()
    with _opened(folder) as held:
        try:
            with progress(inputs, quiet=as_json and sys.stdout.isatty()) as step:
                for outcome in outcomes(inputs, held, extractors, workers, not no_fetch):
                    name, status = settle(outcome, held, as_json)
                    tally[status] += 1
                    step(name)
            if held is not None and not no_copies:
                told(held, quiet=as_json)
        except KeyboardInterrupt:
            kept = f"; what was read is kept in {folder}, the same command goes on from there" if folder else ""
            say(f"Stopped: {total(tally)}{kept}.", err=True)
            raise SystemExit(130) from None
    where = f" The ledger is {folder}." if folder else ""
    say(f"{total(tally)}.{where}", err=as_json)
    raise SystemExit(1 if tally["refused"] else 0)


def outcomes(
    inputs: tuple[str, ...], held: "Ledger | None", extractors: tuple[str, ...], workers: int, allow_fetch: bool
) -> Iterator["Outcome"]:
    """What comes of each input, in order; `held` (None: nothing is known) says which were read before."""
    from ..api import read as read_all
    from ..registry import DEFAULT_EXTRACTORS
    from .held import known_to

    names = extractors or DEFAULT_EXTRACTORS
    known = known_to(held, names) if held is not None else None
    return read_all(*inputs, workers=workers, allow_fetch=allow_fetch, known=known, extractors=names)


@contextmanager
def _opened(folder: Path | None) -> Iterator["Ledger | None"]:
    if folder is None:
        yield None
        return
    from ..store.ledger import Ledger

    with Ledger.open(folder) as held:
        yield held


def settle(outcome: "Outcome", held: "Ledger | None", as_json: bool) -> tuple[str, str]:
    """Stores an outcome and prints its line; the name of the input and what became of it."""
    from ..api import Known
    from ..model import Refusal

    if isinstance(outcome, Refusal):
        _refused(outcome, held, as_json)
        return outcome.name, "refused"
    if isinstance(outcome, Known):
        assert held is not None
        _known(outcome.item, held, as_json)
        return outcome.item.name, "known"
    _read(outcome, held, as_json)
    return outcome.sighting.name, "read"


def _refused(refusal: "Refusal", held: "Ledger | None", as_json: bool) -> None:
    from ..export.contract import refused

    if held is not None:
        held.refuse(refusal)
    if as_json:
        json_row(refused(refusal))
    else:
        _status("refused", refusal.name, refusal.reason)


def _known(item: "Input", held: "Ledger", as_json: bool) -> None:
    """Known bytes under a new name are a new sighting; in JSON the report is given as it stands."""
    from .held import again, sight

    sight(held, item)
    if as_json:
        from ..export.contract import line

        json_row({**line(again(held, item)), "known": True})
    else:
        _status("known", item.name, "")


def _read(report: "Report", held: "Ledger | None", as_json: bool) -> None:
    from ..export.contract import line

    if held is not None:
        held.add(report)
    if as_json:
        json_row(line(report))
    else:
        _status("read", report.sighting.name, _found(report))


def _status(status: str, name: str, rest: str) -> None:
    say(one_line(f"{status:8} {name}" + (f": {rest}" if rest else "")))


def _found(report: "Report") -> str:
    """How much was found, and which extractors would not read the text."""
    from ..model import Attribution, Figure, Mention

    kinds = Counter(type(finding) for finding, _ in report.findings)
    counts = ((Attribution, "attributions"), (Figure, "figures"), (Mention, "mentions"))
    refused = sorted({reading.refused for reading in report.readings if reading.refused})
    return ", ".join([*(f"{kinds[kind]} {name}" for kind, name in counts if kinds[kind]), *refused]) or "nothing found"


def total(tally: Counter[str]) -> str:
    """The count of each status, in words."""
    return ", ".join(f"{tally[status]} {status}" for status in ("read", "known", "refused"))
