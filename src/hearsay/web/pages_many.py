"""One word on all findings of a list: first what it would do, then the word, then one undo for all of it."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ..errors import BadFinding
from ..ledger import in_utc
from ..model import Stance
from ..review import bulk, choices
from ..review.undo import Action, actions
from ..store import listing
from ..store.ledger import Ledger
from . import render, room, state
from .asking import Asked, asked, wanted
from .excerpts import excerpt
from .judging import sent_from
from .lists import chips
from .taking import pairs

SHOWN = 12
"""Findings that a preview shows."""


def preview(request: Request) -> Response:
    """/review/many?stance=accepted&...: what that word on everything in the list would do. Nothing is changed."""
    try:
        agent = state.agent(request)
    except state.NoName:
        return RedirectResponse(sent_from(request, f"{request.url.path}?{request.url.query}"), 303)
    return _preview(request, request.query_params.multi_items(), agent, "")


def _preview(request: Request, given: Sequence[tuple[str, str]], agent: str, note: str) -> Response:
    here = room.of(request)
    one, fields = asked(given, order="newest"), dict(given)
    plan = _plan(here.ledger, one, request, fields, agent)
    shown = here.ledger.claims(ids=plan.new[:SHOWN], states=None)
    return render.page(
        request,
        "many.html",
        here="/review",
        plan=plan,
        asked=one,
        chips=chips(one, "this report"),
        rows=[(claim, excerpt(claim, one.words)) for claim in shown],
        digest=_digest(plan.new),
        overrule=bool(fields.get("overrule")),
        note=note,
    )


async def judged(request: Request) -> Response:
    """POST /review/many: fields `query`, `stance`, `overrule`, and `digest` of the findings that the preview showed: where the
    list has changed since, it is shown anew and nothing is said."""
    fields = {name: str(value) for name, value in (await request.form()).items()}
    agent = state.agent(request)
    return await run_in_threadpool(_judged, request, fields, agent)


def _judged(request: Request, fields: dict[str, str], agent: str) -> Response:
    here = room.of(request)
    given = [*pairs(fields.get("query", "")), *((name, fields[name]) for name in ("stance", "overrule") if fields.get(name))]
    one = asked(given, order="newest")
    plan = _plan(here.ledger, one, request, fields, agent)
    if _digest(plan.new) != fields.get("digest"):
        return _preview(request, given, agent, "The list has changed since you looked at it. This is how it is now.")
    words = fields.get("note", "").strip() or _told(one)
    action = bulk.judge_all(here.ledger, plan, words)
    return RedirectResponse(f"/review/many/done?at={action.at.isoformat().replace('+00:00', 'Z')}&back={_back(one)}", 303)


def done(request: Request) -> Response:
    """/review/many/done?at=...: what was said, with its undo."""
    agent = state.agent(request)
    action = action_at(room.of(request).ledger, agent, request.query_params.get("at", ""))
    back = state.local(request.query_params.get("back", ""), "/ledger")
    return render.page(request, "many_done.html", here="/review", action=action, back=back)


def action_at(ledger: Ledger, agent: str, at: str) -> Action | None:
    """What an agent did at a moment and has not taken back. Raises `BadFinding` for what is no moment."""
    try:
        moment = in_utc(datetime.fromisoformat(at))
    except ValueError:
        raise BadFinding(f"{at!r} is no moment") from None
    for action in actions(ledger, agent):
        if action.at == moment:
            return action
        if action.at < moment:
            break
    return None


def _plan(ledger: Ledger, one: Asked, request: Request, fields: dict[str, str], agent: str) -> bulk.Preview:
    chosen = wanted(one, ledger, choices.sides(room.of(request).folder))
    found = listing.ids(ledger.store, chosen, one.order, limit=bulk.MOST + 1)
    return bulk.preview(ledger, found, _stance(fields.get("stance", "")), agent, overrule=bool(fields.get("overrule")))


def _stance(word: str) -> Stance:
    try:
        return Stance(word)
    except ValueError:
        raise BadFinding(f"{word!r} is no word on a finding; say accepted or rejected") from None


def _told(one: Asked) -> str:
    """The list in words, for the log."""
    filters = ", ".join(f"{chip.title.lower()} {chip.label}" for chip in chips(one, "one report"))
    return f"all {one.type or 'finding'}s at once" + (f": {filters}" if filters else "")


def _digest(ids: Sequence[str]) -> str:
    return blake2b("\n".join(ids).encode(), digest_size=16).hexdigest()


def _back(one: Asked) -> str:
    from urllib.parse import quote

    return quote(f"/ledger?{one.query()}", safe="")


routes = (
    Route("/review/many", preview, methods=["GET"]),
    Route("/review/many", judged, methods=["POST"]),
    Route("/review/many/done", done, methods=["GET"]),
)
