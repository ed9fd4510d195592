"""`hearsay attributions`, `figures`, `mentions`, `sources`: what the ledger holds, as tables."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

import click

from ..model import Measure, SourceKind
from . import filters
from .held import STANDINGS, opened, views
from .options import csv_option, json_option, ledger_option
from .output import emit

_Command = TypeVar("_Command", bound=Callable[..., Any])
_ATTRIBUTIONS = ("id", "document", "speaker", "kind", "cue", "via", "content")
_FIGURES = ("id", "document", "words", "low", "high", "measure", "who", "scope", "window", "speaker")
_MENTIONS = ("id", "document", "actor", "words", "speaker")
_SOURCES = ("name", "kind", "attributions", "denials", "figures", "relayed", "documents", "first", "last")


def _common(function: _Command) -> _Command:
    """The options of every table."""
    options = (
        ledger_option,
        click.option("--document", metavar="NAME", help="Only reports with this in their name, or of this SHA-256."),
        click.option("--since", metavar="DATE", callback=filters.day, help="Published on this day or later."),
        click.option("--until", metavar="DATE", callback=filters.day, help="Published on this day or earlier."),
        click.option(
            "--standing",
            multiple=True,
            type=click.Choice(STANDINGS),
            help="Only what stands so; may be repeated. Without it: all but rejected and replaced.",
        ),
        json_option,
        csv_option,
    )
    for option in reversed(options):
        function = option(function)
    return function


_source = click.option("--source", metavar="WORDS", help="Only where the speaker or a relay has these words in the name.")
_kind = click.option("--kind", type=click.Choice([*SourceKind]), help="Only sources of this kind.")
_measure = click.option("--measure", type=click.Choice([*Measure]), help="Only figures of this harm.")


def _tests(document: str | None, since: str | None, until: str | None) -> Iterator[filters.Test]:
    return chain(filters.document(document), filters.dated(since, until))


@click.command(
    epilog="""\b
Examples:
  hearsay attributions --source voss --since 2031-06
  hearsay attributions --kind anonymous --csv > anonymous.csv"""
)
@_common
@_source
@_kind
def attributions(
    ledger: Path,
    document: str | None,
    since: str | None,
    until: str | None,
    standing: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
    source: str | None,
    kind: str | None,
) -> None:
    """Who said what: speaker, cue, relays, words."""
    from ..export.tables import ATTRIBUTIONS, attribution_rows

    tests = chain(
        _tests(document, since, until), filters.contains(source, "speaker", "via"), filters.equals(kind, "kind")
    )
    with opened(ledger) as held:
        rows = chain.from_iterable(attribution_rows(view) for view in views(held, standing))
        emit(filters.wanted(rows, tests), ATTRIBUTIONS, _ATTRIBUTIONS, as_json, as_csv)


@click.command(
    epilog="""\b
Examples:
  hearsay figures --measure killed
  hearsay figures --source "northern guard" --csv > figures.csv"""
)
@_common
@_source
@_measure
def figures(
    ledger: Path,
    document: str | None,
    since: str | None,
    until: str | None,
    standing: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
    source: str | None,
    measure: str | None,
) -> None:
    """How many, of what, over which window, and by whose word."""
    from ..export.tables import FIGURES, figure_rows

    tests = chain(
        _tests(document, since, until), filters.contains(source, "speaker", "via"), filters.equals(measure, "measure")
    )
    with opened(ledger) as held:
        rows = chain.from_iterable(figure_rows(view) for view in views(held, standing))
        emit(filters.wanted(rows, tests), FIGURES, _FIGURES, as_json, as_csv)


@click.command(
    epilog="""\b
Examples:
  hearsay mentions --source "northern guard"
  hearsay mentions --document report-7 --json"""
)
@_common
@_source
def mentions(
    ledger: Path,
    document: str | None,
    since: str | None,
    until: str | None,
    standing: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
    source: str | None,
) -> None:
    """Who is called what, and in whose words. --source looks for the speaker."""
    from ..export.tables import MENTIONS, mention_rows

    tests = chain(_tests(document, since, until), filters.contains(source, "speaker"))
    with opened(ledger) as held:
        rows = chain.from_iterable(mention_rows(view) for view in views(held, standing))
        emit(filters.wanted(rows, tests), MENTIONS, _MENTIONS, as_json, as_csv)


@click.command(
    epilog="""\b
Examples:
  hearsay sources
  hearsay sources --kind anonymous --since 2031-06-01"""
)
@_common
@_source
@_kind
def sources(
    ledger: Path,
    document: str | None,
    since: str | None,
    until: str | None,
    standing: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
    source: str | None,
    kind: str | None,
) -> None:
    """Who speaks, how often, in how many reports, and who passes words on.

    Names are compared as written, in any case; who is the same person under two names is for people to say."""
    from ..export.tables import SOURCES, source_rows
    from ..export.view import View

    tests = tuple(_tests(document, since, until))

    def chosen(view: View) -> bool:
        told = view.published
        row = {
            "document": view.name,
            "published": told.value if told else None,
            "url": view.sighting.url,
            "sha256": view.text.document.removeprefix("sha256:"),
        }
        return all(test(row) for test in tests)

    with opened(ledger) as held:
        rows = source_rows(view for view in views(held, standing) if chosen(view))
        named = chain(filters.contains(source, "name"), filters.equals(kind, "kind"))
        emit(filters.wanted(rows, named), SOURCES, _SOURCES, as_json, as_csv)
