"""One report: the text as read with what was found in it, and the way from a finding to its place."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ..across import reuse
from ..ledger import PERSON
from ..model import Attribution, Figure, Mention
from ..store.ledger import Ledger
from . import others, render, room, state
from .pages_original import passage_of
from .sheets import sheet, tally

EDIT = "/finding/{key}/edit"
"""The path of the page on which a finding is corrected."""

NEW = "/review/new"
"""The path of the page on which marked words become a finding."""

ORIGINS = "/origins"
"""The page on which the origins of a claim are drawn, as /origins/ID."""


def report(request: Request) -> Response:
    """/report/NAME-OR-ID. `?mentions=1` shows what people are called, `?dropped=1` what was rejected or replaced;
    `#char=START,END` is a passage, `#f-ID` a finding."""
    stored = room.of(request).ledger.report(request.path_params["key"])
    name = state.reviewer(request)
    asked = {one: bool(request.query_params.get(one)) for one in ("mentions", "dropped")}
    made = sheet(stored, PERSON + name if name else "", **asked)
    passage_of(request.query_params.get("char"), len(stored.report.page.text.content))
    paths = room.of(request).paths
    can = {"edits": EDIT in paths, "adds": NEW in paths}
    shares = sum(link.stands for link in reuse.links(room.of(request).ledger, stored.report.page.text.id))
    tallied = tally(made.cards)
    return render.page(request, "report.html", here="/reports", sheet=made, tally=tallied, asked=asked, shares=shares, **can)


def finding(request: Request) -> Response:
    """/finding/ID: on to its report, at its place."""
    ledger = room.of(request).ledger
    entry = ledger.finding(request.path_params["key"])
    shown = "" if entry.standing.stands else "dropped=1"
    shown = "&".join(part for part in (shown, "mentions=1" if isinstance(entry.finding, Mention) else "") if part)
    place = f"#f-{render.short(entry.id)}" if isinstance(entry.finding, Attribution | Figure | Mention) else "#facts"
    return RedirectResponse(render.Link.report(entry.text) + (f"?{shown}" if shown else "") + place, 303)


def accounts(request: Request) -> Response:
    """/finding/ID/others: other accounts of the same, as a part of a page for the card of the finding."""
    ledger: Ledger = room.of(request).ledger
    found = others.others(ledger, ledger.finding(request.path_params["key"]).id)
    return Response(render.fragment(request, "others.html", found=found), media_type="text/html")


def origins(request: Request) -> Response:
    """/finding/ID/origins: how many independent origins stand behind it, as a part of a page too."""
    ledger: Ledger = room.of(request).ledger
    entry = ledger.finding(request.path_params["key"])
    counted = others.origins(ledger, entry.id)
    way = ORIGINS in room.of(request).paths
    return Response(render.fragment(request, "origins_part.html", count=counted, id=entry.id, way=way), media_type="text/html")


routes = (
    Route("/finding/{key}", finding, methods=["GET"]),
    Route("/finding/{key}/others", accounts, methods=["GET"]),
    Route("/finding/{key}/origins", origins, methods=["GET"]),
    Route("/report/{key:path}", report, methods=["GET"]),
)
