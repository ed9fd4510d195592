"""Origins: where a claim comes from, as a graph whose nodes open their words, and as a list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ..across import kept
from ..chains import Edge, EdgeKind, Node, Origins
from ..claims.base import Claim
from ..errors import NotInLedger
from ..export.origins import interval
from ..plots.graph import graph_svg
from ..store import listing
from ..store.claims import STANDS
from ..store.ledger import Ledger
from . import render, room
from .excerpts import Excerpt, excerpt

SIZE = 25
"""Figures that are listed to begin with."""
_ID = re.compile("[0-9a-f]{8,}")
_TIES = (EdgeKind.SAME, EdgeKind.MAYBE)
_HAS = {
    EdgeKind.SAYS: "said by", EdgeKind.RELAYS: "had it from", EdgeKind.CITES: "cites", EdgeKind.COPIES: "copies",
    EdgeKind.SAME: "is one origin with", EdgeKind.MAYBE: "is perhaps one origin with",
}  # fmt: skip
_GIVES = {EdgeKind.SAYS: "quoted in", EdgeKind.RELAYS: "relayed by", EdgeKind.CITES: "cited by", EdgeKind.COPIES: "copied by"}


@dataclass(frozen=True, slots=True)
class Way:
    """An edge as it is seen from one of its ends: how, to or from which node, and why it is taken so."""

    how: str
    other: Node
    reason: str


@dataclass(frozen=True, slots=True)
class Stop:
    """A node with its ways: `back` towards the origins, `on` towards the reports. `number` is its place in the list, `words` what
    its report has, where it is one claim's."""

    number: int
    node: Node
    words: Excerpt | None
    back: tuple[Way, ...]
    on: tuple[Way, ...]


def origins(request: Request) -> Response:
    """/origins/{id}: where a claim comes from."""
    ledger = room.of(request).ledger
    found = kept.of(ledger).origins(request.path_params["id"])
    wanted = {node.claim for node in found.graph.nodes if node.claim} | set(found.account)
    claims = {claim.id: claim for claim in ledger.claims(ids=sorted(wanted))}
    stops = listed(found, {node.claim: claims[node.claim] for node in found.graph.nodes if node.claim in claims})
    numbers = {stop.node.id: stop.number for stop in stops}

    def address(id: str) -> str:
        return f"#node-{numbers[id]}" if id in numbers and id not in claims else render.Link.finding(id)

    drawn = graph_svg(found.graph, link=address, caption=interval(found.independent))
    return render.page(
        request, "origins.html", here="/origins", found=found, key=found.claim.removeprefix("h1:"), drawn=drawn, stops=stops,
        numbers=numbers, count=interval(found.count), independent=interval(found.independent), own=claims[found.claim],
        first=first_told(claims[id] for id in found.account if id in claims),
    )  # fmt: skip


def first_told(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that were published first: at the first moment, where all of the first day tell theirs, else all of that day, by
    the name of their report. None where no day is known."""
    dated = [claim for claim in claims if claim.report.day]
    day = min((claim.report.day or "" for claim in dated), default="")
    that = [(_moment(claim), claim) for claim in dated if claim.report.day == day]
    moments = [moment for moment, _ in that if moment]
    if len(moments) == len(that):
        that = [(moment, claim) for moment, claim in that if moment == min(moments)]
    return sorted((claim for _, claim in that), key=lambda one: (one.report.name, one.words, one.id))


def _moment(claim: Claim) -> datetime | None:
    """When its report was published; None where only the day is known, or no zone is told."""
    try:
        found = datetime.fromisoformat(claim.report.published or "")
    except ValueError:
        return None
    return found if found.tzinfo else None


def begin(request: Request) -> Response:
    """/origins?q=: the figures in whose passages these words stand, the earliest first, each with the way to its origins; the
    latest ones without words. An id of a finding leads straight to its page."""
    ledger = room.of(request).ledger
    words = (request.query_params.get("q", "") or request.query_params.get("id", "")).strip()[:200]
    if _ID.fullmatch(words) and (id := _known(ledger, words)):
        return RedirectResponse(f"/origins/{id}")
    states = [state.value for state in STANDS]
    wanted = listing.Wanted({"type": ("figure",), "state": states}, words=words)
    found = listing.page(ledger.store, wanted, "oldest" if words else "newest", size=SIZE)
    rows = [(claim, excerpt(claim, words)) for claim in found.rows]
    return render.page(request, "origins_begin.html", here="/origins", q=words, rows=rows, more=found.after is not None)


def _known(ledger: Ledger, words: str) -> str:
    """What follows the recipe in the id that begins so, "" where none does or several do."""
    try:
        return ledger.finding(words).id.removeprefix("h1:")
    except NotInLedger:
        return ""


def picture(request: Request) -> Response:
    """/origins/{id}.svg: the graph alone."""
    found = kept.of(room.of(request).ledger).origins(request.path_params["id"])
    return Response(graph_svg(found.graph, caption=interval(found.independent)), media_type="image/svg+xml")


def listed(found: Origins, claims: Mapping[str, Claim]) -> list[Stop]:
    """The nodes of the graph with their ways, origins first, reports last, in order of their days; `claims` are those behind the
    nodes, by their ids."""
    quoted = {id: excerpt(claim) for id, claim in claims.items()}
    nodes = {node.id: node for node in found.graph.nodes}
    back: defaultdict[str, list[Way]] = defaultdict(list)
    on: defaultdict[str, list[Way]] = defaultdict(list)
    for edge in found.graph.edges:
        back[edge.start].append(Way(_HAS[edge.kind], nodes[edge.end], edge.reason))
        if edge.kind in _TIES:
            back[edge.end].append(Way(_HAS[edge.kind], nodes[edge.start], edge.reason))
        else:
            on[edge.end].append(Way(_GIVES[edge.kind], nodes[edge.start], edge.reason))
    far = _distance(found.graph.edges, nodes)
    ordered = sorted(nodes.values(), key=lambda node: (far[node.id], node.day or "9", node.label, node.id))
    return [
        Stop(i, node, quoted.get(node.claim or ""), tuple(back[node.id]), tuple(on[node.id])) for i, node in enumerate(ordered, 1)
    ]


def _distance(edges: tuple[Edge, ...], nodes: Mapping[str, Node]) -> dict[str, int]:
    """How many steps the longest way from a node to an origin has; where ways go round, no more than there are nodes."""
    far = dict.fromkeys(nodes, 0)
    directed = [edge for edge in edges if edge.kind not in _TIES]
    for _ in range(min(len(nodes), 40)):
        longer = {edge.start: far[edge.end] + 1 for edge in directed if far[edge.end] + 1 > far[edge.start]}
        if not longer:
            break
        far |= longer
    return far


routes = (
    Route("/origins", begin, methods=["GET"]),
    Route("/origins/{id}.svg", picture, methods=["GET"]),
    Route("/origins/{id}", origins, methods=["GET"]),
)
