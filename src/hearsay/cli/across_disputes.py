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
    from ..across.backing import Backing
    from ..across.disputes import Wanted
    from ..compare.disputes import Dispute
    from ..compare.incidents import Incident

Row = dict[str, Any]
DISPUTES = ("says", "who", "whose word", "basis", "against the others", "first", "reports", "origins", "id")
_INCIDENTS = ("place", "days", "reports", "measure", "who", "low", "high", "says", "denied", "origins", "id")
_MANY = 5
"""Events that are named where one is asked for."""
_NOTHING = "No two accounts of one quantity."


def _asked(function: Callable[..., None]) -> Callable[..., None]:
    """The options by which blocks are chosen."""
    options = (
        ledger_option,
        click.option("--measure", type=click.Choice([one.value for one in Measure]), help="Only this harm."),
        click.option("--place", metavar="WORDS", help="Only where the place has these words in it."),
        click.option("--since", metavar="DATE", callback=filters.day, help="Only what happened on this day or later."),
        click.option("--until", metavar="DATE", callback=filters.day, help="Only what happened on this day or earlier."),
        click.option(
            "--no-origins", is_flag=True, help="Count no independent origins: quicker; spreads then rest on named sources."
        ),
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
    ledger: Path,
    measure: str | None,
    place: str | None,
    since: str | None,
    until: str | None,
    no_origins: bool,
    as_json: bool,
    agreed: bool,
) -> None:
    """Who says how many, side by side: what agrees, what cannot both be, what was revised or denied.

    A running total is never compared with an incident. Figures agree as intervals: "about 3,000" and 2,950 do. What is only
    feared contradicts nobody. "origins" are the independent origins of a number, at least and at most (`hearsay origins ID`
    tells why). Nothing here says who is right; what you say of two of them (`hearsay link`) overrides what is computed."""
    from ..across.backing import backing
    from ..across.disputes import every
    from ..export.disputes import dispute_json, heading, position_rows
    from .held import opened

    shown = False
    with opened(ledger) as held:
        for one in every(held, _wanted(measure, place, since, until)):
            if not (agreed or one.contested or one.differs or one.rebased):
                continue
            behind = None if no_origins else backing(held, one)
            if as_json:
                json_row(dispute_json(one, behind))
            else:
                say(("\n" if shown else "") + heading(one))
                table(position_rows(one, behind), DISPUTES)
            shown = True
    if not shown and not as_json:
        say(_NOTHING)


@click.command(
    epilog="""\b
Examples:
  hearsay incidents --place tolmar
  hearsay incidents --measure killed --since 2031-06-01 --json
  hearsay incidents --place tolmar --until 2031-06-15 --svg tolmar.svg
  hearsay incidents --id 0980 --png tolmar.png"""
)
@_asked
@click.option("--id", "id", metavar="ID", help="Only the event that this figure tells of (the id of a row will do).")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Draw the event into this file.")
@click.option("--png", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The same picture as PNG.")
def incidents(
    ledger: Path,
    measure: str | None,
    place: str | None,
    since: str | None,
    until: str | None,
    no_origins: bool,
    as_json: bool,
    id: str | None,
    svg: Path | None,
    png: Path | None,
) -> None:
    """Single events, with all that reports count in them, and the least and the most that is told.

    "origins" are the independent origins of each number, at least and at most. With --json also the spread under each named
    policy (UCDP, Airwars, Iraq Body Count, ACLED), and sums over several sites. A picture shows one event: choose it by place and
    days, or by the id of its row."""
    from functools import partial

    from ..across.backing import backing
    from ..across.incidents import every
    from ..export.disputes import incident_json, incident_rows
    from .held import opened

    with opened(ledger) as held:
        found = list(every(held, _wanted(measure, place, since, until)))
        if id:
            wanted = held.finding(id).id
            found = [one for one in found if any(claim.id == wanted for claim in one.claims)]
        behind = None if no_origins else partial(backing, held)
        if svg or png:
            _draw(found, behind, svg, png)
        if as_json:
            for one in found:
                json_row(incident_json(one, behind))
        elif found:
            table((row for one in found for row in incident_rows(one, behind)), _INCIDENTS)
        else:
            say("No single event with a place is told of.")


def _draw(found: list["Incident"], backing: "Callable[[Dispute], Backing] | None", svg: Path | None, png: Path | None) -> None:
    """One event as a picture; its table is printed beside."""
    from ..across.backing import surely
    from ..compare.spread import sources, spreads
    from ..plots.incident import incident_svg
    from ..plots.png import to_png

    if len(found) != 1:
        told = "; ".join(f"{one.place} {one.days[0]}".strip() for one in found[:_MANY])
        rest = ", ..." if len(found) > _MANY else ""
        raise click.UsageError(f"A picture shows one event, and here are {len(found)}{f': {told}{rest}' if found else ''}.")
    (event,) = found
    first, last = event.days
    days = first if first == last else f"{first} to {last}"
    drawn = incident_svg(
        event.disputes,
        title=", ".join(part for part in (event.place.title(), days) if part),
        spread=lambda one: spreads(one, surely(backing(one)) if backing else sources),
    )
    if svg:
        svg.write_text(drawn, encoding="utf-8")
    if png:
        png.write_bytes(to_png(drawn))


def _wanted(measure: str | None, place: str | None, since: str | None, until: str | None) -> "Wanted":
    from ..across.disputes import Wanted

    return Wanted(measure, place, since, until)
