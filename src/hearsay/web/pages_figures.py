"""Figures over time: running totals by source, one panel for each harm and group, every point with its words."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..across import kept
from ..across.series import Wanted, measures, picked
from ..model import Measure
from ..plots.multiples import multiples
from ..plots.timeline import panels, timeline_svg
from ..series.line import Line
from . import render, room, timelines

FULL = 3
"""Panels that are drawn large on one page, where no single one is asked for."""
STAMPS = 48
"""Panels of which a page shows a card."""
_TYPED = ("who", "place", "source")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; "" or None: anything. `panel` names a single panel."""

    measure: str
    who: str
    place: str
    source: str
    since: date | None
    until: date | None
    panel: str

    def query(self, **more: str) -> str:
        """What follows the question mark, with some of it exchanged."""
        days = {"since": str(self.since or ""), "until": str(self.until or "")}
        every = {"measure": self.measure, **{name: str(getattr(self, name)) for name in _TYPED}, **days, "panel": self.panel}
        return urlencode({name: value for name, value in (every | more).items() if value})


def figures(request: Request) -> Response:
    """/figures?measure=&who=&place=&source=&since=&until=&panel=: running totals by source, in small multiples."""
    asked = _asked(request)
    ledger = room.of(request).ledger
    known = measures(ledger)
    lines = _lines(request, asked, known)
    groups = panels(lines)
    chosen = [group for group in groups if not asked.panel or timelines.address(group) == asked.panel]
    drawn = multiples((one for group in chosen[:STAMPS] for one in group), link=render.Link.finding, full=FULL)
    return render.page(
        request,
        "figures.html",
        here="/figures",
        asked=asked,
        measures=known,
        suggestions=timelines.suggestions(lines),
        panels=[(one, timelines.address(one.lines), timelines.told(one) if one.svg else []) for one in drawn],
        total=len(chosen),
        full=FULL,
    )


def picture(request: Request) -> Response:
    """/figures.svg with the same query: all panels as one picture."""
    asked = _asked(request)
    lines = _lines(request, asked, measures(room.of(request).ledger))
    chosen = [one for group in panels(lines) if not asked.panel or timelines.address(group) == asked.panel for one in group]
    title = f"Running totals of {asked.measure}, by source" if asked.measure else "Running totals, by source"
    return Response(timeline_svg(chosen, title=title), media_type="image/svg+xml")


def _asked(request: Request) -> Asked:
    given = request.query_params
    measure = given.get("measure", "")
    known = {one.value for one in Measure}
    typed = {name: given.get(name, "")[:200].strip() for name in _TYPED}
    return Asked(
        measure if measure in known else "", **typed,
        since=_day(given.get("since", "")), until=_day(given.get("until", "")), panel=given.get("panel", "")[:600],
    )  # fmt: skip


def _lines(request: Request, asked: Asked, known: list[str]) -> list[Line]:
    wanted = Wanted(asked.who or None, asked.place or None, asked.source or None)
    from_memory = kept.of(room.of(request).ledger)
    one = asked.measure or asked.panel.partition("|")[0]
    every = [one] if one in known else [] if one else known
    return [line for name in every for line in picked(from_memory.lines(name), wanted, asked.since, asked.until).lines]


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


routes = (Route("/figures", figures, methods=["GET"]), Route("/figures.svg", picture, methods=["GET"]))
