"""`hearsay demo`: the reports that come with Hearsay, read, and what can be seen in them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..model import Field, Measure, Scope
from .output import say, table
from .progress import progress
from .read import outcomes, settle, total

if TYPE_CHECKING:
    from ..export.view import View

Row = dict[str, Any]

_SAID = ("speaker", "kind", "shade", "via", "content", "document")
_FIGURES = ("says", "who", "scope", "window", "whose word", "via", "document")
_RIVALS = ("place", "says", "who", "whose word", "via", "document", "published")
_LINES = 12
_PLACES = 2


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
        every = list(views(held))
    _guide(every, ledger)
    raise SystemExit(1 if tally["refused"] else 0)


def _guide(every: list["View"], ledger: Path) -> None:
    """What is to be seen in these reports, and what to try next."""
    _part("Who says what, and through whom", _said(every), _SAID)
    _part("Figures, and whose they are", _counted(every), _FIGURES)
    _part("Rival tolls, by the place that they are about", _rivals(every), _RIVALS, limit=None)
    say("\nHearsay shows who says what; it does not say who is right. Try next:")
    longest = max(every, key=lambda view: len(view.attributions) + len(view.figures), default=None)
    if longest is not None:
        say(f"  hearsay show {longest.name} --ledger {ledger}")
    say(f"  hearsay sources --ledger {ledger}")
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
    from ..export.tables import attribution_rows

    rows = [row for view in every for row in attribution_rows(view) if row["speaker"]]
    for row in rows:
        row["content"] = _cut(row["content"])
    return sorted(rows, key=lambda row: not row["via"])


def _counted(every: Iterable["View"]) -> Iterator[Row]:
    """Figures in words, the part after its whole."""
    from ..export.phrases import counted, window
    from ..export.tables import figure_rows

    for view in every:
        figures = dict(view.figures)
        for row in figure_rows(view):
            one = figures[row["id"]]
            says = counted(one).partition(":")[0]
            yield {**row, "says": says, "whose word": _whose(row), "window": window(one.window)}


def _rivals(every: list["View"]) -> Iterator[Row]:
    """Counts of the dead of single events, for the places that most headlines name, in order of publication: those whose
    line or headline names the place. A first look only: that two reports name one place does not make it one event."""
    rows = [row for row in _counted(every) if _is_toll(row)]
    headlines = {view.origin["sha256"]: view.about(Field.HEADLINE) or "" for view in every}
    shown = 0
    for place in _places(every, headlines.values()):
        here = [row for row in rows if place in row["context"] or place in headlines[row["sha256"]]]
        if len({(row["low"], row["high"]) for row in here}) < 2:
            continue
        for row in sorted(here, key=lambda row: (row["published"] or "", row["document"])):
            yield {**row, "place": place, "published": (row["published"] or "")[:10]}
        shown += 1
        if shown == _PLACES:
            return


def _is_toll(row: Row) -> bool:
    bounded = row["low"] is not None or row["high"] is not None
    single = row["scope"] in (Scope.INCIDENT, Scope.UNKNOWN)
    return bounded and single and row["measure"] == Measure.KILLED and row["part_of"] is None and row["low"] != 1


def _places(every: Iterable["View"], headlines: Collection[str]) -> list[str]:
    """The places that figures name, those first that stand in most headlines."""
    named = {figure.place.words for view in every for _, figure in view.figures if figure.place is not None}
    return sorted(named, key=lambda place: (-sum(place in headline for headline in headlines), place))


def _whose(row: Row) -> str:
    if row["attribution"] is None:
        return "the page itself"
    return row["speaker"] or "nobody named"


def _cut(text: str, limit: int = 90) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
