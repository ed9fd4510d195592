"""Figures over time, disputes and origins: what comparison makes of the ledger, each as a picture with its table beside it."""

from itertools import islice

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ..across.disputes import Wanted, every
from ..across.origins import origins_of
from ..across.series import series
from ..compare.disputes import Dispute
from ..export.disputes import heading, position_rows
from ..export.origins import interval
from ..model import Measure
from ..plots.graph import graph_svg
from ..plots.timeline import timeline_svg
from ..series.line import Line
from ..series.rows import rows
from . import render, room

MEASURES = tuple(one.value for one in Measure)
SIZE = 25
"""Disputes on one page."""


def figures(request: Request) -> Response:
    """/figures?measure=killed&who=&place=&source=: running totals over time, by source."""
    asked = _asked(request)
    lines = _lines(request)
    said = list(rows(lines))
    query = str(request.url.query)
    return render.page(
        request, "figures.html", here="/figures", asked=asked, measures=MEASURES, lines=lines, rows=said, query=query
    )


def figures_picture(request: Request) -> Response:
    """/figures.svg with the same query: the picture alone."""
    measure = _asked(request)["measure"]
    return _svg(timeline_svg(_lines(request), title=f"Running totals of {measure}, by source"))


def disputes(request: Request) -> Response:
    """/disputes?measure=&place=&all=1: the accounts of one quantity side by side."""
    asked = request.query_params
    measure = asked.get("measure") if asked.get("measure") in MEASURES else None
    wanted = Wanted(measure, asked.get("place", "")[:200] or None, None, None)
    found = (one for one in every(room.of(request).ledger, wanted) if asked.get("all") or _differ(one))
    shown = [(heading(one), list(position_rows(one))) for one in islice(found, SIZE + 1)]
    return render.page(
        request,
        "disputes.html",
        here="/disputes",
        asked={"measure": measure or "", "place": asked.get("place", "")[:200], "all": asked.get("all", "")},
        measures=MEASURES,
        disputes=shown[:SIZE],
        more=len(shown) > SIZE,
    )


def origins(request: Request) -> Response:
    """/origins/{id}: where a claim comes from, as a graph and as a list; /origins?id= goes there."""
    key = request.path_params.get("id", "")
    if not key:
        typed = request.query_params.get("id", "").strip()
        return RedirectResponse(f"/origins/{typed}") if typed.isalnum() else render.page(request, "origins.html", here="/origins")
    found = origins_of(room.of(request).ledger, key)
    nodes = {node.id: node for node in found.graph.nodes}
    return render.page(
        request, "origins.html", here="/origins", found=found, nodes=nodes, key=found.claim.removeprefix("h1:"),
        count=interval(found.count), independent=interval(found.independent),
    )  # fmt: skip


def origins_picture(request: Request) -> Response:
    """/origins/{id}.svg: the graph alone."""
    found = origins_of(room.of(request).ledger, request.path_params["id"])
    return _svg(graph_svg(found.graph, caption=interval(found.independent)))


def _asked(request: Request) -> dict[str, str]:
    asked = request.query_params
    measure = asked.get("measure", "")
    told = {name: asked.get(name, "")[:200] for name in ("who", "place", "source")}
    return {"measure": measure if measure in MEASURES else Measure.KILLED.value, **told}


def _lines(request: Request) -> tuple[Line, ...]:
    asked = _asked(request)
    who, place, source = (asked[name] or None for name in ("who", "place", "source"))
    return tuple(series(room.of(request).ledger, asked["measure"], who, place, source=source).lines)


def _differ(one: Dispute) -> bool:
    return bool(one.contested or one.differs or one.rebased)


def _svg(drawn: str) -> Response:
    return Response(drawn, media_type="image/svg+xml")


routes = (
    Route("/figures", figures, methods=["GET"]),
    Route("/figures.svg", figures_picture, methods=["GET"]),
    Route("/disputes", disputes, methods=["GET"]),
    Route("/origins", origins, methods=["GET"]),
    Route("/origins/{id}.svg", origins_picture, methods=["GET"]),
    Route("/origins/{id}", origins, methods=["GET"]),
)
