"""`hearsay figures --as TABLE`: figures in the columns of other people's tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .output import say

if TYPE_CHECKING:
    from ..claims.base import Claim
    from ..export.columns import Target
    from ..places.gazetteer import Gazetteer

Row = dict[str, Any]
NAMES = ("ucdp", "acled", "airwars", "every-casualty")
"""Names of `export.targets.TARGETS`, here so that help needs not load them."""


@dataclass
class _Tally:
    """What gave no row."""

    other: int = 0
    rows: int = 0


def emit_as(
    name: str,
    ledger: Path,
    claims: "Iterator[Claim]",
    test: Callable[["Claim"], bool],
    printed: Callable[[Iterable[Row], Sequence[str], Sequence[str]], None],
) -> None:
    """The rows of a table, for the claims that pass the test, handed to `printed` with all columns and the brief ones; of a table
    whose unit is an incident, those incidents that hold one of them. What has no row there is counted on standard error."""
    from ..export.targets import TARGETS

    target, tally = TARGETS[name], _Tally()
    places = _places(ledger)
    kept = _kept((claim for claim in claims if test(claim)), target, tally)
    rows = _figures(kept, target, places) if target.unit == "figure" else _incidents(ledger, kept, target, places, tally)
    printed(rows, target.names, target.brief)
    if tally.other:
        held = " and ".join(sorted(measure.value for measure in target.measures))
        say(f"{tally.other} figures have no row: {name} holds {held} alone.", err=True)
    if tally.rows:
        say(f"{tally.rows} figures have no row: {name} has a row an incident, and they stand in none.", err=True)


def _places(ledger: Path) -> "Gazetteer":
    from ..places.gazetteer import NOTHING, Gazetteer
    from ..places.geonames import installed, ready

    if installed() and not ready():
        say("An index of place names is being made, once; it takes some ten seconds.", err=True)
    places = Gazetteer.of(ledger)
    if places.empty:
        say(f"Places stay unresolved: {NOTHING}.", err=True)
    return places


def _kept(claims: "Iterator[Claim]", target: "Target[Any]", tally: _Tally) -> "Iterator[Claim]":
    from ..export.policies import figure

    for claim in claims:
        if figure(claim).measure in target.measures:
            yield claim
        else:
            tally.other += 1


def _figures(claims: "Iterator[Claim]", target: "Target[Any]", places: "Gazetteer") -> Iterator[Row]:
    from ..export.columns import Counted

    return (target.row(Counted(claim, target.policy, places)) for claim in claims)


def _incidents(
    ledger: Path, claims: "Iterator[Claim]", target: "Target[Any]", places: "Gazetteer", tally: _Tally
) -> Iterator[Row]:
    from ..across.incidents import every
    from ..export.targets.airwars import Event, wanted
    from .held import opened

    sought = {claim.id for claim in claims}
    met: set[str] = set()
    with opened(ledger) as held:
        for incident in every(held):
            event = Event(incident, target.policy, places)
            if wanted(incident) and sought & (ids := {claim.id for claim in event.claims}):
                met |= ids
                yield target.row(event)
    tally.rows = len(sought - met)
