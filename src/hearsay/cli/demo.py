"""`hearsay demo`: the reports that come with Hearsay, read, and what can be seen in them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..model import Attribution, Figure, Measure
from .across_copies import told
from .across_disputes import DISPUTES
from .output import say, table
from .progress import progress
from .read import outcomes, settle, total

if TYPE_CHECKING:
    from ..compare.disputes import Dispute
    from ..export.view import View
    from ..store.ledger import Ledger

Row = dict[str, Any]

_SAID = ("speaker", "kind", "shade", "via", "content", "document")
_FIGURES = ("says", "who", "scope", "window", "whose word", "via", "document")
_LINES = 12
_RIVALS = 2


@click.command(
    epilog="""\b
Example:
  hearsay demo"""
)
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-ledger"),
    show_default="./demo-ledger",
    metavar="FOLDER",
    help="Where the ledger of the demo is made.",
)
@click.option("--extractor", "extractors", multiple=True, metavar="NAME", help="Only this extractor; may be repeated.")
def demo(ledger: Path, extractors: tuple[str, ...]) -> None:
    """Read the reports that come with Hearsay, and show what it makes of them.

    The conflict, its parties, places, people and outlets are invented. Nothing is fetched."""
    from ..demo import reports
    from ..store.ledger import Ledger
    from .held import views

    sources = (str(reports()),)
    say("Reports on an invented conflict, as several outlets tell it:")
    tally: Counter[str] = Counter()
    with Ledger.open(ledger) as held:
        with progress(sources, quiet=False) as step:
            for outcome in outcomes(sources, held, extractors, 1, False):
                name, status = settle(outcome, held, False)
                tally[status] += 1
                step(name)
        say(f"{total(tally)}. The ledger is {ledger}.")
        told(held, quiet=False)
        every, rivals = list(views(held)), _rivals(held)
    _guide(every, rivals, ledger)
    raise SystemExit(1 if tally["refused"] else 0)


def _guide(every: list["View"], rivals: list[tuple["Dispute", list[Row]]], ledger: Path) -> None:
    """What is to be seen in these reports, and what to try next."""
    from ..export.disputes import heading
    from ..export.terminal import short

    _part("Who says what, and through whom", _said(every), _SAID)
    _part("Figures, and whose they are", _counted(every), _FIGURES)
    say("\nRival tolls: accounts of one event that cannot all be")
    if not rivals:
        say("  none found")
    for one, rows in rivals:
        say(f"\n  {heading(one)}:")
        table(rows, DISPUTES)
    say("\nHearsay shows who says what; it does not say who is right. Try next:")
    longest = max(every, key=lambda view: len(view.attributions) + len(view.figures), default=None)
    if longest is not None:
        say(f"  hearsay show {longest.name} --ledger {ledger}")
    say(f"  hearsay sources --ledger {ledger}")
    say(f"  hearsay copies --ledger {ledger}")
    say(f"  hearsay disputes --ledger {ledger}")
    for one, _ in rivals[:1]:
        say(f"  hearsay incidents --id {short(one.id)} --svg event.svg --ledger {ledger}")
        say(f"  hearsay origins {short(one.id)} --ledger {ledger}")
    say(f"  hearsay figures --measure killed --csv --ledger {ledger} > figures.csv")
    say(f"  hearsay log --machines --ledger {ledger}    # then: hearsay accept ID, hearsay reject ID")


def _part(title: str, rows: Iterable[Row], columns: tuple[str, ...], limit: int | None = _LINES) -> None:
    found = list(rows)
    shown = found[:limit]
    more = f" (the first {len(shown)} of {len(found)})" if len(shown) < len(found) else ""
    say(f"\n{title}{more}")
    if shown:
        table(shown, columns)
    else:
        say("  none found")


def _said(every: Iterable["View"]) -> list[Row]:
    """Attributions that name a speaker, those that came through a relay first."""
    from ..export.tables import rows_of

    rows = [row for view in every for row in rows_of(view, Attribution) if row["speaker"]]
    for row in rows:
        row["content"] = _cut(row["content"])
    return sorted(rows, key=lambda row: not row["via"])


def _counted(every: Iterable["View"]) -> Iterator[Row]:
    """Figures in words, the part after its whole."""
    from ..export.phrases import counted, window
    from ..export.tables import rows_of

    for view in every:
        figures = dict(view.figures)
        for row in rows_of(view, Figure):
            one = figures[row["id"]]
            says = counted(one).partition(":")[0]
            yield {**row, "says": says, "whose word": _whose(row), "window": window(one.window)}


def _rivals(held: "Ledger") -> list[tuple["Dispute", list[Row]]]:
    """The tolls of single events that cannot all be, those first that most reports tell, each with its rows."""
    from ..across.backing import backing
    from ..across.disputes import Wanted, every
    from ..compare.blocks import parsed
    from ..export.disputes import position_rows

    found = (one for one in every(held, Wanted(Measure.KILLED)) if one.contested and parsed(one.block).scope == "incident")
    most = sorted(found, key=lambda one: (-len({claim.report.text for claim in one.claims}), one.block, one.id))[:_RIVALS]
    return [(one, list(position_rows(one, backing(held, one)))) for one in most]


def _whose(row: Row) -> str:
    if row["attribution"] is None:
        return "the page itself"
    return row["speaker"] or "nobody named"


def _cut(text: str, limit: int = 90) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
