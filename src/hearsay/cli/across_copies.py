"""`hearsay copies`: which reports have words from each other."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import json_option, ledger_option
from .output import json_row, say, table
from .progress import counting

if TYPE_CHECKING:
    from ..across.reuse import Group, Shared
    from ..model import Span, Text
    from ..store.ledger import Ledger

Row = dict[str, Any]

_BRIEF = ("group", "report", "relation", "other", "shares", "words", "reason", "id")
_SAYS = {"copies": "copies", "shares-text": "has words in common with"}


@click.command(
    epilog="""\b
Examples:
  hearsay copies
  hearsay copies --document courier-0616-wire
  hearsay copies --json"""
)
@ledger_option
@click.option("--document", metavar="NAME", help="Only this report (its name, URL or id), with the passages side by side.")
@click.option("--quotations", is_flag=True, help="Also reports that have nothing in common but a quotation.")
@json_option
def copies(ledger: Path, document: str | None, quotations: bool, as_json: bool) -> None:
    """Which reports have words from each other, who had them first, and why that is known.

    Reports that were not compared yet are compared first. Who copied is told by credits ("(Agency) -", "first published
    by"), then by the times of publication; where neither tells, nothing is guessed. A link is rejected by its id, as any
    finding is: hearsay reject ID."""
    from ..across.reuse import groups, shared
    from .held import opened

    with opened(ledger) as held:
        _compared(held, quiet=as_json and sys.stdout.isatty())
        pairs = list(shared(held, held.text(document).id if document else None))
        made = groups(pairs)
        apart = [pair for pair in pairs if not pair.copied] if quotations else []
        if as_json:
            for row in _rows(made, apart):
                json_row(row)
        elif document:
            _side_by_side([pair for group in made for pair in group.pairs] + apart)
        else:
            _listed(made, apart)


def told(held: "Ledger", *, quiet: bool) -> None:
    """Compares new reports with those that were there, and says in a line what came of it."""
    found = _compared(held, quiet=quiet and sys.stdout.isatty())
    if found and not quiet:
        say(f"{found} new link{'s' if found > 1 else ''} between reports with the same words: hearsay copies")


def _compared(held: "Ledger", *, quiet: bool) -> int:
    """Compares what was not compared yet, with a bar where standard error is a terminal; how many links are new."""
    from ..across.copying import find_copies, waiting

    with counting(lambda: waiting(held), quiet=quiet, what="comparing") as step:
        return find_copies(held, step)


def _listed(made: "list[Group]", apart: "list[Shared]") -> None:
    rows = list(_rows(made, apart))
    if not rows:
        say("No report has words from another.")
        return
    for row in rows:
        row["relation"] = _SAYS[row["relation"]]
        row["shares"] = f"{row['report_share']:.0%} / {row['other_share']:.0%}"
    table(rows, _BRIEF)


def _rows(made: "Iterable[Group]", apart: "Iterable[Shared]") -> Iterator[Row]:
    """A row a pair; those with only quotations in common are in no group."""
    for number, group in enumerate(made, 1):
        yield from (_row(pair, number) for pair in group.pairs)
    yield from (_row(pair, None) for pair in apart)


def _row(pair: "Shared", group: int | None) -> Row:
    return {
        "group": group,
        "id": pair.link.id,
        "report": pair.left.name,
        "relation": pair.link.relation.value,
        "other": pair.right.name,
        "kind": pair.reuse.kind.value,
        "report_share": round(pair.reuse.left_share, 3),
        "other_share": round(pair.reuse.right_share, 3),
        "words": pair.reuse.same,
        "own_words": pair.reuse.own,
        "reason": pair.reason,
        "standing": pair.link.state.value,
        "confidence": pair.link.confidence,
        "report_text": pair.left.text.id,
        "other_text": pair.right.text.id,
        "passages": [
            {"report": _place(pair.left.text, one.left), "other": _place(pair.right.text, one.right), "words": one.same}
            for one in pair.reuse.passages
        ],
    }


def _place(text: "Text", span: "Span") -> Row:
    return {"start": span.start, "end": span.end, "words": text.content[span.start : span.end]}


def _side_by_side(pairs: "list[Shared]") -> None:
    """Each pair, and under it its passages: the words of both sides."""
    if not pairs:
        say("This report has no words from another.")
    for pair in pairs:
        row = _row(pair, None)
        says = _SAYS[row["relation"]]
        say(f"\n{row['report']} {says} {row['other']} ({row['kind']}; {row['words']} words; {row['id']})")
        say(f"  {row['report_share']:.0%} of the first, {row['other_share']:.0%} of the second. {pair.reason}.")
        left, right = row["report"], row["other"]
        both = left == right  # two reports may go by one name
        heads = (f"{left} (1)", f"{right} (2)") if both else (left, right)
        table(({heads[0]: one["report"]["words"], heads[1]: one["other"]["words"]} for one in row["passages"]), heads)
