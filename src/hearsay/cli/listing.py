"""`hearsay attributions`, `figures`, `mentions`, `sources`: what the ledger holds, as tables."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..ledger import State
from ..model import Attribution, Figure, Measure, Mention, SourceKind
from . import columns, filters
from .options import csv_option, json_option, ledger_option
from .output import emit

if TYPE_CHECKING:
    from ..claims.base import Claim

Row = Mapping[str, Any]

_ATTRIBUTIONS = ("id", "document", "speaker", "kind", "cue", "via", "content")
_FIGURES = ("id", "document", "words", "low", "high", "measure", "who", "scope", "window", "speaker")
_MENTIONS = ("id", "document", "actor", "words", "speaker")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What every table can be asked for."""

    ledger: Path
    document: str | None
    since: str | None
    until: str | None
    standing: tuple[str, ...]
    as_json: bool
    as_csv: bool

    def tests(self) -> Iterator[filters.Test]:
        """The tests that look at the report alone."""
        return chain(filters.document(self.document), filters.dated(self.since, self.until))


def _table(function: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options of every table, handed on as one `Wanted`."""

    @wraps(function)
    def command(**given: Any) -> None:
        common = {name: given.pop(name) for name in Wanted.__slots__}
        function(Wanted(**common), **given)

    options = (
        ledger_option,
        click.option("--document", metavar="NAME", help="Only reports with this in their name, or of this SHA-256."),
        click.option("--since", metavar="DATE", callback=filters.day, help="Published on this day or later."),
        click.option("--until", metavar="DATE", callback=filters.day, help="Published on this day or earlier."),
        click.option(
            "--standing",
            multiple=True,
            type=click.Choice([state.value for state in State]),
            help="Only what stands so; may be repeated. Without it: all but rejected and replaced.",
        ),
        json_option,
        csv_option,
    )
    made: Callable[..., None] = command
    for option in reversed(options):
        made = option(made)
    return made


_source = click.option("--source", metavar="WORDS", help="Only where the speaker or a relay has these words in the name.")
_kind = click.option("--kind", type=click.Choice([one.value for one in SourceKind]), help="Only sources of this kind.")
_measure = click.option("--measure", type=click.Choice([one.value for one in Measure]), help="Only this harm.")


def _claims(wanted: Wanted, kind: type[Attribution | Figure | Mention]) -> "Iterator[Claim]":
    """The claims of a type in the reports that are wanted, one after the other, in the order in which the reports were met."""
    from ..ledger import State
    from ..store.claims import STANDS
    from .held import opened, report_row

    states = {State(one) for one in wanted.standing} or STANDS
    tests = tuple(wanted.tests())
    with opened(wanted.ledger) as held:
        texts = {row.text for row in held.reports() if all(test(report_row(row)) for test in tests)} if tests else None
        for claim in held.claims(kind, states=states, as_met=True):
            if texts is None or claim.report.text in texts:
                yield claim


def _emit(
    wanted: Wanted,
    columns: Sequence[str],
    brief: Sequence[str],
    kind: type[Attribution | Figure | Mention],
    *tests: Iterator[filters.Test],
) -> None:
    """The claims of a type that pass the tests."""
    from ..export.tables import ROW

    every = map(ROW[kind], _claims(wanted, kind))
    _taken(wanted, f"{kind.__name__.lower()}s", filters.wanted(every, chain(*tests)), columns, brief)


def _taken(wanted: Wanted, what: str, rows: Iterable[Row], columns: Sequence[str], brief: Sequence[str]) -> None:
    """Prints rows; where they go into a file or another program as JSON or CSV, the log of the ledger says so."""
    from .held import opened
    from .taking import Taking, given

    if not (wanted.as_json or wanted.as_csv) or sys.stdout.isatty():
        emit(rows, columns, brief, wanted.as_json, wanted.as_csv)
        return
    asked = click.get_current_context().params
    with opened(wanted.ledger) as held, Taking(held, what, "csv" if wanted.as_csv else "jsonl", given(asked)) as taking:
        emit(taking.counted(rows), columns, brief, wanted.as_json, wanted.as_csv, taking.stream)


@click.command(
    epilog="""\b
Examples:
  hearsay attributions --source voss --since 2031-06
  hearsay attributions --kind anonymous --csv > anonymous.csv"""
)
@_table
@_source
@_kind
def attributions(wanted: Wanted, source: str | None, kind: str | None) -> None:
    """Who said what: speaker, cue, relays, words."""
    from ..export.tables import ATTRIBUTIONS

    tests = filters.contains(source, "speaker", "via"), filters.equals(kind, "kind")
    _emit(wanted, ATTRIBUTIONS, _ATTRIBUTIONS, Attribution, *tests)


@click.command(
    epilog="""\b
Examples:
  hearsay figures --measure killed
  hearsay figures --source "northern guard" --csv > figures.csv
  hearsay figures --as ucdp --since 2031-06 --csv > ged.csv"""
)
@_table
@_source
@_measure
@click.option("--as", "table", type=click.Choice(columns.NAMES), help="In the columns of this table (docs/columns.md).")
def figures(wanted: Wanted, source: str | None, measure: str | None, table: str | None) -> None:
    """How many, of what, over which window, and by whose word.

    With --as, rows are derived under a named policy that each row names: of ucdp, acled and every-casualty a row is one figure,
    of airwars an incident with all its reports. Such rows hold part and whole, and what several reports repeat: never add them
    up."""
    from ..export.tables import FIGURES, figure_row

    tests = filters.contains(source, "speaker", "via"), filters.equals(measure, "measure")
    if table is None:
        _emit(wanted, FIGURES, _FIGURES, Figure, *tests)
        return
    every = tuple(chain(*tests))
    claims = _claims(wanted, Figure)
    columns.emit_as(
        table,
        wanted.ledger,
        claims,
        lambda claim: not every or all(test(figure_row(claim)) for test in every),
        lambda rows, every_column, brief: _taken(wanted, f"figures as {table}", rows, every_column, brief),
    )


@click.command(
    epilog="""\b
Examples:
  hearsay mentions --source "northern guard"
  hearsay mentions --document report-7 --json"""
)
@_table
@_source
def mentions(wanted: Wanted, source: str | None) -> None:
    """Who is called what, and in whose words."""
    from ..export.tables import MENTIONS

    _emit(wanted, MENTIONS, _MENTIONS, Mention, filters.contains(source, "speaker"))


@click.command(
    epilog="""\b
Examples:
  hearsay sources
  hearsay sources --kind anonymous --since 2031-06-01"""
)
@_table
@_source
@_kind
def sources(wanted: Wanted, source: str | None, kind: str | None) -> None:
    """Who speaks, how often, in how many reports, and who passes words on.

    Names are compared as written, in any case; whether two names are one person is for people to say."""
    from ..export.tables import SOURCES, source_rows

    every = source_rows(chain(_claims(wanted, Attribution), _claims(wanted, Figure)))
    named = chain(filters.contains(source, "name"), filters.equals(kind, "kind"))
    _taken(wanted, "sources", filters.wanted(every, named), SOURCES, SOURCES)
