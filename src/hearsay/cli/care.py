"""`hearsay check`: whether what is stored is what was stored."""

from pathlib import Path

import click

from .options import ledger_option
from .output import say


@click.command(
    epilog="""\b
Example:
  hearsay check --ledger my-ledger"""
)
@ledger_option
def check(ledger: Path) -> None:
    """Check every original, text, finding and verdict against its hash and its place.

    Each damage is one line. Exit status: 0 sound, 1 damaged."""
    from .held import opened

    with opened(ledger) as held:
        damages = 0
        for damage in held.check():
            say(str(damage))
            damages += 1
        reports = sum(1 for _ in held.reports())
    say(f"{ledger}: {damages} damaged." if damages else f"{ledger}: sound, {reports} reports.", err=bool(damages))
    raise SystemExit(1 if damages else 0)
