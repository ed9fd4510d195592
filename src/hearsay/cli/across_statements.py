"""`hearsay statements`: the same statement by several, denied or weakened by others."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..model import Relation
from .options import json_option, ledger_option
from .output import json_row, say, table

if TYPE_CHECKING:
    from ..across.statements import Told
    from ..store.ledger import Ledger

_ROWS = ("no", "speaker", "says", "to the others", "copy", "document", "published", "id")
_RELATIONS = tuple(one.value for one in (Relation.SAYS_THE_SAME, Relation.DENIES, Relation.QUALIFIES))
_LEAST = 0.6


@click.command(
    epilog="""\b
Examples:
  hearsay statements
  hearsay statements --relation denies --json
  hearsay statements --document courier-0616-wire
  hearsay statements 5008aa64"""
)
@click.argument("id", required=False)
@ledger_option
@click.option("--document", metavar="NAME", help="Only what this report says (its name, URL or id).")
@click.option("--relation", type=click.Choice(_RELATIONS), help="Only where one stands so to another.")
@click.option(
    "--least",
    type=click.FloatRange(_LEAST, 1),
    default=_LEAST,
    show_default=True,
    help="How sure it must be that two are one statement. Below the lowest value nothing is drawn: too much would be wrong.",
)
@click.option("--copies", is_flag=True, help="Also what is told by several only because they have their words from each other.")
@json_option
def statements(
    id: str | None, ledger: Path, document: str | None, relation: str | None, least: float, copies: bool, as_json: bool
) -> None:
    """The same statement in several reports: who says the same, who denies it, who says less ("may have", "partly").

    With ID only what stands so to that attribution. Statements are compared by their words: names, numbers and what is done to
    whom. Few that are drawn are wrong, but much that says the same in other words is not found. Copies are named, as they are no
    second voice. Nothing here says who is right; what you say of two of them (`hearsay link`) overrides what is computed."""
    from .held import opened

    with opened(ledger) as held:
        found = [one for one in _found(held, id, document, least) if relation is None or _has(one, relation)]
    kept = [one for one in found if copies or id or not one.only_copied]
    for at, one in enumerate(kept):
        _shown(one, as_json, first=at == 0)
    if not as_json:
        _rest(len(kept), len(found) - len(kept), bool(id or relation))


def _found(held: "Ledger", id: str | None, document: str | None, least: float) -> "Iterable[Told]":
    """The statements of a ledger, or those that stand in a relation to one of them."""
    from ..across.statements import every, of_claim, told

    if not id:
        return every(held, document=document, least=least)
    claim, others = of_claim(held, held.finding(id).id)
    sure = [(other, stand) for other, stand in others if stand.confidence >= least]
    return [told(held, [claim, *(other for other, _ in sure)], [stand for _, stand in sure])] if sure else []


def _has(one: "Told", relation: str) -> bool:
    return any(stand.relation is not None and stand.relation.value == relation for stand in one.stands)


def _shown(one: "Told", as_json: bool, *, first: bool) -> None:
    from ..export.statements import statement_rows, statements_json

    if as_json:
        json_row(statements_json(one.claims, one.stands, one.copied))
        return
    say(("" if first else "\n") + _heading(one))
    table(statement_rows(one.claims, one.stands, one.copied), _ROWS)


def _rest(shown: int, left_out: int, asked: bool) -> None:
    """What is to be said below the tables: that something is not shown, or that there is nothing."""
    if left_out:
        many = f"{left_out} {'more ' if shown else ''}statement{'' if left_out == 1 else 's'}"
        say(("\n" if shown else "") + f"Not shown: {many} that reports have from each other (--copies shows them).")
    elif not shown:
        say("No statement of another report stands so." if asked else "No statement is told by two reports.")


def _heading(one: "Told") -> str:
    """How many tell it, what they have in common, and how many deny it."""
    reports = len({claim.report.text for claim in one.claims})
    reason = one.stands[0].reason.partition(";")[0]
    deniers = len({stand.left for stand in one.stands if stand.relation is Relation.DENIES})
    return f"{reports} reports; {reason}" + (f"; {deniers} den{'ies' if deniers == 1 else 'y'} it" if deniers else "")
