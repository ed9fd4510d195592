"""The queue: one finding after the other in its passage, judged with one key. The finding and the queue stand in the address."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from ..ledger import PERSON
from ..review import choices
from ..review.reread import number_at
from . import render, room, state
from .asking import TYPES, Asked, asked
from .lists import chips
from .reviewing import DEFAULT, ORDERS, item, next_open, queue


def start(request: Request) -> Response:
    """/review: on to the first finding of the queue that the reviewer has not judged."""
    here = room.of(request)
    one = _asked(request)
    found = next_open(here.ledger, one, choices.sides(here.folder), _agent(request))
    if found is not None:
        return RedirectResponse(address(found, one), 303)
    return render.page(request, "review_done.html", here="/review", asked=one, orders=ORDERS, types=TYPES, chips=_chips(one))


def one(request: Request) -> Response:
    """/review/ID?sort=unsure&type=figure...: that finding in that queue; `?edit=1` with its form open, `?part=1` without the
    frame of the page, for the script that goes from one to the next."""
    here = room.of(request)
    wanted = _asked(request)
    agent = _agent(request)
    found = item(here.ledger, request.path_params["key"], agent)
    place = queue(here.ledger, wanted, choices.sides(here.folder), found.entry.id, agent)
    shown: dict[str, Any] = {
        "item": found,
        "queue": place,
        "asked": wanted,
        "orders": ORDERS,
        "types": TYPES,
        "chips": _chips(wanted),
        "editing": bool(request.query_params.get("edit")),
        "to": lambda id: address(id, wanted),
        "back": address(found.entry.id, wanted),
    }
    if request.query_params.get("part"):
        return HTMLResponse(render.fragment(request, "review_card.html", **shown))
    return render.page(request, "review.html", here="/review", **shown)


def address(id: str, asked: Asked) -> str:
    """The page of a finding in a queue."""
    query = asked.query()
    return f"/review/{id.removeprefix('h1:')}" + (f"?{query}" if query else "")


def read_number(request: Request) -> Response:
    """/review/read?text=ID&start=3&end=5: what the number grammar makes of a stretch; `null` bounds where it is no number."""
    text = room.of(request).ledger.text(request.query_params.get("text", ""))
    try:
        start, end = (int(request.query_params.get(name, "")) for name in ("start", "end"))
    except ValueError:
        return JSONResponse({"error": "start and end are code points"}, 422)
    found = number_at(text, start, end) if 0 <= start < end <= len(text.content) else None
    if found is None:
        return JSONResponse({"number": False})
    low, high = found.bounds()
    return JSONResponse({"number": True, "low": low, "high": high, "modifier": found.modifier.value})


def edit(request: Request) -> Response:
    """/finding/ID/edit: the finding among those of its report, with its form open."""
    entry = room.of(request).ledger.finding(request.path_params["key"])
    wanted = Asked(report=entry.text, order="read")
    return RedirectResponse(address(entry.id, wanted) + "&edit=1", 303)


def _asked(request: Request) -> Asked:
    return asked(request.query_params.multi_items(), order=DEFAULT)


def _agent(request: Request) -> str:
    name = state.reviewer(request)
    return PERSON + name if name else ""


def _chips(one: Asked) -> list[tuple[str, str]]:
    return [(chip.title, chip.label) for chip in chips(one, "this report")]


routes = (
    Route("/review", start, methods=["GET"]),
    Route("/review/read", read_number, methods=["GET"]),
    Route("/finding/{key}/edit", edit, methods=["GET"]),
    Route("/review/{key}", one, methods=["GET"]),
)
