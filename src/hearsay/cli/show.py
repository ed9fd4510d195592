"""`hearsay reports`, `show`, `search`: the reports of a ledger, one of them, and the words in them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..ledger import State
from ..model import Figure
from .options import csv_option, json_option, ledger_option
from .output import console, emit, json_row, say

if TYPE_CHECKING:
    from ..store.ledger import Ledger

_REPORTS = (
    *("document", "published", "outlet", "title", "language", "attributions", "figures", "mentions"),
    *("media_type", "url", "sha256"),
)
_REPORTS_BRIEF = ("document", "published", "outlet", "title", "attributions", "figures")
_HITS = ("document", "start", "end", "words", "text")


@click.command(
    epilog="""\b
Example:
  hearsay reports --ledger my-ledger"""
)
@ledger_option
@click.option("--refused", is_flag=True, help="The inputs that could not be read, and why.")
@json_option
@csv_option
def reports(ledger: Path, refused: bool, as_json: bool, as_csv: bool) -> None:
    """The reports in the ledger, or the inputs that were refused."""
    from .held import opened, refusal_rows, report_row

    with opened(ledger) as held:
        if refused:
            columns = ("name", "reason", "at")
            emit(refusal_rows(held), columns, columns, as_json, as_csv)
        else:
            emit(map(report_row, held.reports()), _REPORTS, _REPORTS_BRIEF, as_json, as_csv)


@click.command(
    epilog="""\b
Examples:
  hearsay show report-7
  hearsay show report-7 | less
  hearsay show report-7 --json"""
)
@click.argument("name")
@ledger_option
@click.option("--all", "everything", is_flag=True, help="Rejected and replaced findings too.")
@click.option("--json", "as_json", is_flag=True, help="What stands, as the line that `hearsay read --json` writes.")
def show(name: str, ledger: Path, everything: bool, as_json: bool) -> None:
    """One report: what is said in it, marked, and under each paragraph who says it.

    Attributions are numbered, figures are lettered. NAME is a report's name, its URL, or the first digits of its
    SHA-256. In a pipe, what is said is framed: ‹96[a] had died›[1]. Of a figure that other reports give too it is told how many
    do, and from how many independent origins, at least and at most."""
    from ..export.contract import line as contract_line
    from ..export.terminal import plain, sheet
    from ..export.terminal import show as print_sheet
    from ..export.view import of_stored
    from .held import opened

    if everything and as_json:
        raise click.UsageError("--all and --json exclude each other.")
    with opened(ledger) as held:
        found = held.report(name)
        beside = {} if as_json else _beside(held, found.report.page.text.id)
    if as_json:
        json_row(contract_line(found.report))
        return
    laid = sheet(of_stored(found, tuple(State) if everything else ()), beside)
    if sys.stdout.isatty():
        print_sheet(laid, console())
    else:
        for line in plain(laid):
            say(line)


def _beside(held: "Ledger", text: str) -> dict[str, str]:
    """What other reports have to do with the figures of one: by their ids, in words."""
    from ..across.backing import told_elsewhere
    from ..export.origins import interval

    found = told_elsewhere(held, held.claims(Figure, text=text))
    return {id: f"{reports} reports say so, from {interval(count)}" for id, (reports, count) in found.items()}


@click.command(
    epilog="""\b
Examples:
  hearsay search ammunition depot
  hearsay search '"northern guard"' --json"""
)
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many places to list.")
@ledger_option
@json_option
@csv_option
def search(words: tuple[str, ...], limit: int, ledger: Path, as_json: bool, as_csv: bool) -> None:
    """Find the places where all of these words stand, in any case.

    Words in double quotes are a phrase; a final * stands for any ending."""
    from .held import hit_rows, opened

    with opened(ledger) as held:
        emit(hit_rows(held, " ".join(words), limit), _HITS, ("document", "words"), as_json, as_csv)
