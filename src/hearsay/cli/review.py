"""`hearsay accept`, `reject`, `replace`, `undo`: what people say of what was found."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model import Stance
from .options import ledger_option, note_option, reviewer_option
from .output import say

if TYPE_CHECKING:
    from ..store.ledger import Ledger

_DONE = {Stance.ACCEPTED: "accepted", Stance.REJECTED: "rejected", Stance.WITHDRAWN: "taken back"}


@click.command(
    epilog="""\b
Example:
  hearsay accept 3fa91c02 --as mira"""
)
@click.argument("finding", metavar="ID")
@ledger_option
@note_option
@reviewer_option
def accept(finding: str, ledger: Path, note: str, reviewer: str) -> None:
    """Say that a finding is right: the text says this, at this place. (Not that it is true.)

    ID may be cut short as long as it names one finding."""
    _judge(ledger, finding, Stance.ACCEPTED, reviewer, note)


@click.command(
    epilog="""\b
Example:
  hearsay reject 3fa91c02 --note "an age, not a toll" """
)
@click.argument("finding", metavar="ID")
@ledger_option
@note_option
@reviewer_option
def reject(finding: str, ledger: Path, note: str, reviewer: str) -> None:
    """Say that a finding is wrong: the text does not say this.

    ID may be cut short as long as it names one finding."""
    _judge(ledger, finding, Stance.REJECTED, reviewer, note)


@click.command(
    epilog="""\b
Examples:
  hearsay replace 3fa91c02 --set scope=cumulative --set high=null
  hearsay replace 77b0aa41 --set source.name="Irena Voss" --set source.kind=person
  hearsay replace 77b0aa41 --json '{"content": [[40, 96]]}'"""
)
@click.argument("finding", metavar="ID")
@ledger_option
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="A field and its value; may be repeated.")
@click.option("--json", "body", metavar="OBJECT", help="Several fields at once, as a JSON object.")
@note_option
@reviewer_option
def replace(finding: str, ledger: Path, changes: tuple[str, ...], body: str | None, note: str, reviewer: str) -> None:
    """Say what a finding should be: a new one takes its place, the old one is kept as replaced.

    Fields have the names of the data model, with a dot inside (source.name, window.start); spans are [start, end)
    in code points. What does not fit the text is refused. ID may be cut short as long as it names one finding."""
    from .change import changed
    from .held import opened

    if not changes and body is None:
        raise click.UsageError("nothing to change: give --set or --json.")
    with opened(ledger) as held:
        old = held.finding(finding)
        new = changed(old.finding, changes, body, held.text(old.text))
        verdict = held.judge(old.id, Stance.REPLACED, reviewer, instead=new, note=note)
        say(f"{old.id} is replaced by {verdict.instead}, says {reviewer}; it stands as {_state(held, old.id)}.")


@click.command(
    epilog="""\b
Example:
  hearsay undo 3fa91c02"""
)
@click.argument("finding", metavar="ID")
@ledger_option
@note_option
@reviewer_option
def undo(finding: str, ledger: Path, note: str, reviewer: str) -> None:
    """Take your own latest word on a finding back. It stays in the log, as does the undoing.

    ID may be cut short as long as it names one finding."""
    _judge(ledger, finding, Stance.WITHDRAWN, reviewer, note)


def _judge(ledger: Path, finding: str, stance: Stance, reviewer: str, note: str) -> None:
    from .held import opened

    with opened(ledger) as held:
        verdict = held.judge(finding, stance, reviewer, note=note)
        say(f"{verdict.finding} is {_DONE[stance]} by {reviewer}; it stands as {_state(held, verdict.finding)}.")


def _state(held: "Ledger", finding: str) -> str:
    return held.finding(finding).standing.state.value
