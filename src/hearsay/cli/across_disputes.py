"""`hearsay disputes`, `hearsay incidents`: the accounts of one quantity, and of one event, side by side."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..model import Measure
from . import filters
from .options import json_option, ledger_option
from .output import json_row, say, table

if TYPE_CHECKING:
    from ..across.disputes import Wanted

Row = dict[str, Any]
DISPUTES = ("says", "who", "whose word", "basis", "against the others", "first", "reports")
_INCIDENTS = ("place", "days", "reports", "measure", "who", "low", "high", "says", "denied")
_NOTHING = "No two accounts of one quantity."


def _asked(function: Callable[..., None]) -> Callable[..., None]:
    """The options by which blocks are chosen."""
    options = (
        ledger_option,
        click.option("--measure", type=click.Choice([one.value for one in Measure]), help="Only this harm."),
        click.option("--place", metavar="WORDS", help="Only where the place has these words in it."),
        click.option("--since", metavar="DATE", callback=filters.day, help="Only what happened on this day or later."),
        click.option("--until", metavar="DATE", callback=filters.day, help="Only what happened on this day or earlier."),
        json_option,
    )
    for option in reversed(options):
        function = option(function)
    return function


@click.command(
    epilog="""\b
Examples:
  hearsay disputes --measure killed --place brennoc
  hearsay disputes --agreed --json > quantities.jsonl"""
)
@_asked
@click.option("--agreed", is_flag=True, help="Also quantities on which the accounts do not differ.")
def disputes(
    ledger: Path, measure: str | None, place: str | None, since: str | None, until: str | None, as_json: bool, agreed: bool
) -> None:
    """Who says how many, side by side: what agrees, what cannot both be, what was revised or denied.

    A running total is never compared with an incident. Figures agree as intervals: "about 3,000" and 2,950 do. Nothing here says
    who is right; a link that you reject is left out from then on."""
    from ..across.disputes import every
    from ..export.disputes import dispute_json, heading, position_rows
    from .held import opened

    shown = False
    with opened(ledger) as held:
        for one in every(held, _wanted(measure, place, since, until)):
            if not (agreed or one.contested or one.differs or one.rebased):
                continue
            if as_json:
                json_row(dispute_json(one))
            else:
                say(("\n" if shown else "") + heading(one))
                table(position_rows(one), DISPUTES)
            shown = True
    if not shown and not as_json:
        say(_NOTHING)


@click.command(
    epilog="""\b
Examples:
  hearsay incidents --place tolmar
  hearsay incidents --measure killed --since 2031-06-01 --json"""
)
@_asked
def incidents(ledger: Path, measure: str | None, place: str | None, since: str | None, until: str | None, as_json: bool) -> None:
    """Single events, with all that reports count in them, and the least and the most that is told.

    With --json also the spread under each named policy (UCDP, Airwars, Iraq Body Count, ACLED), and sums over several sites."""
    from ..across.incidents import every
    from ..export.disputes import incident_json, incident_rows
    from .held import opened

    with opened(ledger) as held:
        found = every(held, _wanted(measure, place, since, until))
        if as_json:
            for one in found:
                json_row(incident_json(one))
        else:
            table((row for one in found for row in incident_rows(one)), _INCIDENTS)


def _wanted(measure: str | None, place: str | None, since: str | None, until: str | None) -> "Wanted":
    from ..across.disputes import Wanted

    return Wanted(measure, place, since, until)
