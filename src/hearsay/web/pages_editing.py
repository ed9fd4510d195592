"""Correcting a finding, adding one by hand, and taking one's last action back."""

from collections.abc import Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from ..errors import BadFinding
from ..model import Attribution, Span, Stance
from ..review.edit import changed, made
from ..review.forms import FIELDS, PARTS, blank, form_of, given_of, spans, type_of
from ..review.undo import Did, Undone, undo, undo_last
from ..store.ledger import Ledger
from . import render, room, state
from .failures import wants_json
from .judging import sent_from
from .pages_many import action_at
from .passages import passage

Answer = dict[str, object]
DONE = {
    Did.ACCEPTED: "accepted",
    Did.REJECTED: "rejected",
    Did.EDITED: "the correction",
    Did.ADDED: "the finding that you added",
    Did.MANY: "all of it",
}


async def edit(request: Request) -> Response:
    """POST /review/edit: fields `finding`, those of its form, and `note`: a new finding takes the old one's place."""
    return await _changing(request, _edited)


async def add(request: Request) -> Response:
    """POST /review/new: fields `text`, `type`, those of the form, and `note`: a finding of one's own."""
    return await _changing(request, _added)


async def take_back(request: Request) -> Response:
    """POST /review/undo: takes back what the reviewer did last; with a field `at`, what they did at that moment."""
    return await _changing(request, _undone)


def new(request: Request) -> Response:
    """/review/new?text=ID&start=3&end=9&type=figure: the form of a finding on that stretch, which need not be given."""
    query = request.query_params
    text = room.of(request).ledger.text(query.get("text", ""))
    kind = query.get("type", "") or "attribution"
    form = blank(kind)
    marked = _stretch(query.get("start", ""), query.get("end", ""), len(text.content))
    if marked is not None:
        form[PARTS[kind][0].name] = f"{marked.start}-{marked.end}"
    shown = marked or Span(0, min(1500, len(text.content)))
    return render.page(
        request,
        "review_new.html",
        here="/review",
        text=text,
        kind=kind,
        form=form,
        parts=PARTS[kind],
        fields=FIELDS[kind],
        marked=marked,
        paragraphs=passage(text, None, shown, 1500),
        back=state.local(query.get("back", ""), "/review"),
    )


async def _changing(request: Request, change: Callable[[Ledger, dict[str, str], str], Answer]) -> Response:
    """Makes a change, and answers a script with JSON, a form with the way to what was changed."""
    fields = {name: str(value) for name, value in (await request.form()).items()}
    back = state.local(fields.get("back", ""), "/review")
    try:
        agent = state.agent(request)
    except state.NoName:
        if wants_json(request):
            raise
        return RedirectResponse(sent_from(request, back), 303)
    answer = await run_in_threadpool(change, room.of(request).ledger, fields, agent)
    if wants_json(request):
        return JSONResponse(answer)
    return RedirectResponse(str(answer["go"]) if fields.get("go") else back, 303)


def _edited(ledger: Ledger, fields: dict[str, str], agent: str) -> Answer:
    entry = ledger.finding(fields.get("finding", ""))
    old = entry.finding
    kind = type_of(old)
    relays = old.via if isinstance(old, Attribution) else ()
    given = given_of(form_of(old), form_of(old) | fields, kind, relays)
    new = changed(old, given, ledger.store.text(entry.text))
    verdict = ledger.judge(entry.id, Stance.REPLACED, agent, instead=new, note=fields.get("note", "").strip())
    state_now = ledger.finding(entry.id).standing.state.value
    return {"finding": entry.id, "instead": verdict.instead, "state": state_now, "go": _page(str(verdict.instead), fields)}


def _added(ledger: Ledger, fields: dict[str, str], agent: str) -> Answer:
    kind = fields.get("type", "")
    text = ledger.text(fields.get("text", ""))
    new = made(kind, given_of(blank(kind), blank(kind) | fields, kind), text)
    id = ledger.propose(new, agent, note=fields.get("note", "").strip())
    return {"finding": id, "state": ledger.finding(id).standing.state.value, "go": _page(id, fields)}


def _undone(ledger: Ledger, fields: dict[str, str], agent: str) -> Answer:
    if at := fields.get("at"):
        action = action_at(ledger, agent, at)
        if action is None:
            raise BadFinding("this was taken back before")
        done: Undone | None = undo(ledger, action)
    else:
        done = undo_last(ledger, agent)
    if done is None:
        raise BadFinding("there is nothing of yours left to take back")
    kept = f" {len(done.kept)} kept a later word of yours." if done.kept else ""
    many = f" ({len(done.withdrawn)} findings)" if done.action.did is Did.MANY else ""
    return {
        "finding": done.action.finding,
        "did": done.action.did.value,
        "withdrawn": len(done.withdrawn),
        "words": f"Taken back: {DONE[done.action.did]}{many}.{kept}",
        "go": _page(done.action.finding, fields),
    }


def _page(id: str, fields: dict[str, str]) -> str:
    """The page of a finding in the queue that a form came from (its field `query`)."""
    query = fields.get("query", "")
    return f"/review/{quote(id.removeprefix('h1:'), safe='')}" + (f"?{query}" if query else "")


def _stretch(start: str, end: str, size: int) -> Span | None:
    if not start and not end:
        return None
    found = spans(f"{start}-{end}")
    if not found or not 0 <= found[0][0] < found[0][1] <= size:
        raise BadFinding(f"[{start}, {end}) is not inside the text of {size} code points")
    return Span(*found[0])


routes = (
    Route("/review/new", new, methods=["GET"]),
    Route("/review/edit", edit, methods=["POST"]),
    Route("/review/new", add, methods=["POST"]),
    Route("/review/undo", take_back, methods=["POST"]),
)
