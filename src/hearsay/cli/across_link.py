"""`hearsay link`: what a person says of how two findings stand to each other."""

from pathlib import Path

import click

from ..model import Relation
from .options import ledger_option, note_option, reviewer_option
from .output import say

_RELATIONS = (
    *("same-quantity", "agrees", "contradicts", "revises", "includes", "denies", "qualifies", "says-the-same"),
    "same-actor",
)


@click.command(
    epilog="""\b
Examples:
  hearsay link 14344c15 contradicts 0df3e954 --not --note "wounded are counted in one of them"
  hearsay link 14344c15 same-quantity 543bc08a
  hearsay link 1163a982 same-actor 14344c15 --not"""
)
@click.argument("left", metavar="ID")
@click.argument("relation", type=click.Choice(_RELATIONS))
@click.argument("right", metavar="OTHER")
@ledger_option
@click.option("--not", "no", is_flag=True, help="They do not stand so to each other.")
@note_option
@reviewer_option
def link(left: str, relation: str, right: str, ledger: Path, no: bool, note: str, reviewer: str) -> None:
    """Say how two findings stand to each other, or, with --not, that they do not: it overrides what is computed.

    Ids are those of figures in `hearsay disputes` and `incidents`, of statements in `hearsay statements`. That two figures are
    not the same-quantity parts them for good; same-actor tells whose words are one source's (`hearsay origins`). Ids may be cut
    short. The link gets an id of its own: with it `hearsay undo` takes your word back."""
    from ..across.links import judge_link, link_of
    from .held import opened

    with opened(ledger) as held:
        made = link_of(held.finding(left), Relation(relation), held.finding(right))
        id = judge_link(held, made, reviewer, accept=not no, note=note)
    say(f"{id}: {made.left} {'not ' if no else ''}{relation} {made.right}, says {reviewer}.")
