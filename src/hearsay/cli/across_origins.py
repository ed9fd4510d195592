"""`hearsay origins`: where a claim comes from, and how many independent origins it has."""

from pathlib import Path

import click

from .options import json_option, ledger_option
from .output import json_row, say


@click.command(
    epilog="""\b
Examples:
  hearsay origins h1:9f3a
  hearsay origins 9f3a --svg origins.svg
  hearsay origins 9f3a --json"""
)
@click.argument("id")
@ledger_option
@json_option
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Draw the graph into this file.")
@click.option("--png", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The same as pixels.")
def origins(id: str, ledger: Path, as_json: bool, svg: Path | None, png: Path | None) -> None:
    """Where a figure or an attribution comes from: through whom it came, who first said it, and how many independent origins
    it and all claims that say the same have.

    The number is an interval: at least as many as surely differ, at most as many as are not found to be one. Copies, relays and
    citations are followed; a link that you reject is not. An outlet that names nobody may have it from any of the others."""
    from ..across.origins import origins_of
    from ..export.origins import interval, origins_json, tree
    from .held import opened

    with opened(ledger) as held:
        found = origins_of(held, id)
    if svg or png:
        from ..plots.graph import graph_svg
        from ..plots.png import to_png

        drawn = graph_svg(found.graph, caption=interval(found.independent))
        if svg:
            svg.write_text(drawn, encoding="utf-8")
        if png:
            png.write_bytes(to_png(drawn))
    if as_json:
        json_row(origins_json(found))
        return
    for line in tree(found):
        say(line)
