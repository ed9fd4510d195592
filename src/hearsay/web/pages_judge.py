"""POST /judge: accept, reject or take back, with a script or without."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from . import render, room, state
from .failures import wants_json
from .judging import in_short, judge, sent_from


async def judged(request: Request) -> Response:
    """Fields: finding (its id), stance ("accepted", "rejected", "withdrawn"), note, and for forms `back`. A script gets how the
    finding stands now, and under `html` the same as the pages show it."""
    form = await request.form()
    fields = {name: str(value) for name, value in form.items()}
    back = state.local(fields.get("back", ""), "/")
    try:
        agent = state.agent(request)
    except state.NoName:
        if wants_json(request):
            raise
        return RedirectResponse(sent_from(request, back), 303)
    words = (fields.get("finding", ""), fields.get("stance", ""), agent, fields.get("note", ""))
    said = await run_in_threadpool(judge, room.of(request).ledger, *words)
    if not wants_json(request):
        return state.back(request, back)
    return JSONResponse(in_short(said) | {"html": render.fragment(request, "standing.html", said=said, back=back)})


routes = (Route("/judge", judged, methods=["POST"]),)
