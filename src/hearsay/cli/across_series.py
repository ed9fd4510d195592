"""`hearsay series`: running totals over time, as a table, as JSON, as a picture."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..model import Measure
from . import filters
from .options import csv_option, json_option, ledger_option
from .output import emit, say, table

if TYPE_CHECKING:
    from ..series.line import Line
    from ..series.steps import Flag, Step

Row = dict[str, Any]
_BRIEF = ("as of", "says", "basis", "told in", "rise*", "late*", "remarks*", "id")


@click.command(
    epilog="""\b
Examples:
  hearsay series killed
  hearsay series killed --who children --source "relief office" --json
  hearsay series displaced --since 2031-06 --svg displaced.svg"""
)
@click.argument("measure", type=click.Choice([one.value for one in Measure]))
@ledger_option
@click.option("--who", metavar="WORDS", help='Only totals of this group; "people": of everybody.')
@click.option("--place", metavar="WORDS", help="Only where the place has these words in it.")
@click.option("--source", metavar="WORDS", help="Only where the source has these words in its name.")
@click.option("--since", metavar="DATE", callback=filters.day, help="Only totals as of this day or later.")
@click.option("--until", metavar="DATE", callback=filters.day, help="Only totals as of this day or earlier.")
@json_option
@csv_option
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Draw the lines into this file.")
@click.option("--png", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The same picture as PNG.")
def series(measure: str, ledger: Path, as_json: bool, as_csv: bool, svg: Path | None, png: Path | None, **asked: Any) -> None:
    """Running totals over time, one line a source.

    Single events never enter a line; figures over a stretch with both ends stand beside it. What is marked with a star is derived
    here and nobody's figure: rises between totals, what of them came in late by somebody's words, gaps, drops, jumps, counts that
    begin again, changes of what a count rests on."""
    from ..across.series import series as found
    from ..series.rows import COLUMNS, rows
    from .held import opened

    asked["since"], asked["until"] = _day(asked["since"], last=False), _day(asked["until"], last=True)
    with opened(ledger) as held:
        made = found(held, measure, **asked)
    if svg or png:
        _draw(made.lines, measure, svg, png)
    if as_json or as_csv:
        emit(rows(made.lines), COLUMNS, COLUMNS, as_json, as_csv)
    elif not (svg or png):
        _tables(made.lines)
        if not made.lines:
            say(f"No running total of {measure}.")


def _tables(lines: Iterable["Line"]) -> None:
    from ..series.rows import spark

    for i, line in enumerate(lines):
        since = f", since {line.key.start}" if line.key.start and line.points else ""
        say(("\n" if i else "") + f"{line.title} · {line.source}{since}  {spark(line)}".rstrip())
        table(_brief(line), _BRIEF)


def _brief(line: "Line") -> Iterator[Row]:
    """The rows of a line in few columns."""
    into = {step.after: step for step in line.steps}
    for point in line.points:
        step = into.get(point.id)
        told = ", ".join(point.outlets) + (f" (via {', '.join(point.via)})" if point.via else "")
        yield {
            "as of": point.day.isoformat() + ("" if point.first == point.day else f" ({point.precision.value})"),
            "says": f"{point.amount}" + (", revised later" if point.revised_by else ""),
            "basis": point.basis,
            "told in": told,
            "rise*": str(step.amount) if step and step.comparable else "",
            "late*": "; ".join(f"{one.amount} {one.how}" for one in step.late) if step else "",
            "remarks*": "; ".join(f"{flag.remark.value}: {flag.reason}" for flag in _remarks(step)),
            "id": point.id,
        }
    for bar in line.bars:
        stretch = f"{bar.start.isoformat()}/{bar.end.isoformat()}"
        report = bar.claim.report
        yield {"as of": stretch, "says": f"{bar.amount}", "told in": report.outlet or report.name, "id": bar.id}


def _remarks(step: "Step | None") -> Iterator["Flag"]:
    """The remarks of a step but for what the column of late additions says already."""
    for flag in step.flags if step else ():
        if not (step and step.late and flag.remark.value == "late addition"):
            yield flag


def _draw(lines: Iterable["Line"], measure: str, svg: Path | None, png: Path | None) -> None:
    from ..plots.png import to_png
    from ..plots.timeline import timeline_svg

    drawn = timeline_svg(lines, title=f"Running totals of {measure}, by source")
    if svg:
        svg.write_text(drawn, encoding="utf-8")
    if png:
        png.write_bytes(to_png(drawn))


def _day(text: str | None, *, last: bool) -> date | None:
    """The first or last day of an ISO date, month or year."""
    from ..series.points import day_of

    return day_of(text, last=last) if text else None
