"""The ledger's page: attributions, figures and mentions as tables that are searched, narrowed, sorted, saved and taken along."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from ..claims.base import Claim
from ..errors import BadFinding
from ..export.phrases import amount
from ..model import Figure
from ..review import choices
from ..store import listing
from ..store.ledger import Ledger
from . import lists, render, room, state, taking
from .asking import ANY, TYPES, Asked, asked, wanted
from .excerpts import Excerpt, excerpt

SIZE = 50
"""Rows of a page."""

SORTS: Mapping[str, str] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "largest": "Largest figure",
    "smallest": "Smallest figure",
    "unsure": "Least certain",
    "sure": "Most certain",
    "speaker": "Source, A–Z",
    "outlet": "Outlet, A–Z",
    "read": "As read",
}
SEARCHED = ("q", "since", "until", "place", "via")
"""Fields of the form; the rest of the query is carried along unseen."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim as the table shows it."""

    claim: Claim
    excerpt: Excerpt
    amount: str


def ledger(request: Request) -> Response:
    """/ledger?type=figure&measure=killed&q=...: everything that is asked for stands in the address."""
    held = room.of(request).ledger
    folder = room.of(request).folder
    sides = choices.sides(folder)
    one = _asked(request)
    chosen = wanted(one, held, sides)
    cut = {name: request.query_params.get(name, "") for name in ("after", "before")}
    page = listing.page(held.store, chosen, one.order, size=SIZE, **cut)
    facets, count = lists.facets(held, one, sides)
    first = listing.position(held.store, chosen, one.order, page.rows[0].id) + 1 if page.rows and any(cut.values()) else 1
    return render.page(
        request,
        "ledger.html",
        here="/ledger",
        asked=one,
        rows=[_row(claim, one) for claim in page.rows],
        page=page,
        count=count,
        first=first,
        facets=facets,
        types=lists.types(held, one, sides, count),
        chips=lists.chips(one, _name(held, one.report)),
        sorts=_sorts(one),
        hidden=[pair for pair in one.pairs() if pair[0] not in (*SEARCHED, "sort")],
        saved=[(name, query, query == one.query()) for name, query in choices.queries(folder).items()],
        sides=sides,
        any_state=ANY,
    )


def _sorts(one: Asked) -> dict[str, str]:
    """The orders that make sense for a type, and the one in force."""
    sized = ("largest", "smallest")
    return {name: title for name, title in SORTS.items() if one.type == "figure" or name not in sized or name == one.order}


def _asked(request: Request) -> Asked:
    return asked(request.query_params.multi_items(), type=TYPES[0], order="newest")


def _row(claim: Claim, one: Asked) -> Row:
    said = amount(claim.finding) if isinstance(claim.finding, Figure) else ""
    return Row(claim, excerpt(claim, one.words), said)


def _name(held: Ledger, text: str) -> str:
    if not text:
        return ""
    for claim in held.claims(text=text, states=None):
        return claim.report.title or claim.report.name
    return text


async def download(request: Request) -> Response:
    """POST /ledger/download: all rows of the list whose query is in the field `query`, as `form` ("csv" or "jsonl"). That they
    were taken is kept in the log."""
    fields = {name: str(value) for name, value in (await request.form()).items()}
    here = room.of(request)
    one = asked(taking.pairs(fields.get("query", "")), type=TYPES[0], order="newest")
    chosen = await run_in_threadpool(wanted, one, here.ledger, await run_in_threadpool(choices.sides, here.folder))
    form = taking.form(fields.get("form", "csv"))
    claims = listing.stream(here.ledger.store, chosen, one.order)
    body = taking.taken(here.ledger, claims, one, form, state.taker(request))
    name = f"{one.type}s.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(body, media_type=taking.MEDIA[form], headers=headers)


async def keep_query(request: Request) -> Response:
    """POST /ledger/queries: keeps the field `query` under `name`; with `drop`, forgets that name."""
    fields = {name: str(value) for name, value in (await request.form()).items()}
    folder = room.of(request).folder
    name = fields.get("name", "")
    if fields.get("drop"):
        await run_in_threadpool(choices.drop_query, folder, name)
    else:
        one = asked(taking.pairs(fields.get("query", "")), type=TYPES[0], order="newest")
        await run_in_threadpool(choices.keep_query, folder, name, one.query())
    return state.back(request, fields.get("back", "/ledger"))


def sides(request: Request) -> Response:
    """/ledger/sides: which names speak for which side, to be changed."""
    held, folder = room.of(request).ledger, room.of(request).folder
    known = choices.sides(folder)
    of = choices.side_of(known)
    counts = listing.facets(held.store, listing.Wanted(), ["speaker"])["speaker"]
    free = [one for one in counts if one.value and one.value.casefold() not in of]
    blanks = [("", ())] * (1 if known else 2)
    return render.page(
        request, "sides.html", here="/ledger", sides=[*known.items(), *blanks], free=free[:200], rest=len(free[200:])
    )


async def keep_sides(request: Request) -> Response:
    """POST /ledger/sides: fields `side` and `names` (one a line), in pairs; a side without a name goes."""
    form = await request.form()
    titles, names = (list(map(str, form.getlist(field))) for field in ("side", "names"))
    kept = {title.strip(): lines.splitlines() for title, lines in zip(titles, names, strict=True) if title.strip()}
    lost = [lines for title, lines in zip(titles, names, strict=True) if lines.strip() and not title.strip()]
    if lost:
        raise BadFinding(f"these names stand under no side: {', '.join(lost[0].split())}")
    await run_in_threadpool(choices.keep_sides, room.of(request).folder, kept)
    return RedirectResponse("/ledger/sides", 303)


async def add_to_side(request: Request) -> Response:
    """POST /ledger/sides/add: puts the fields `names` under `side`, which is made where it is not there."""
    form = await request.form()
    side, names = str(form.get("side", "")).strip(), [str(name) for name in form.getlist("names")]
    if not names:
        raise BadFinding("tick the names that speak for the side")
    folder = room.of(request).folder
    known = await run_in_threadpool(choices.sides, folder)
    await run_in_threadpool(choices.keep_sides, folder, {**known, side: (*known.get(side, ()), *names)})
    return RedirectResponse("/ledger/sides", 303)


routes = (
    Route("/ledger", ledger, methods=["GET"]),
    Route("/ledger/download", download, methods=["POST"]),
    Route("/ledger/queries", keep_query, methods=["POST"]),
    Route("/ledger/sides", sides, methods=["GET"]),
    Route("/ledger/sides", keep_sides, methods=["POST"]),
    Route("/ledger/sides/add", add_to_side, methods=["POST"]),
)
