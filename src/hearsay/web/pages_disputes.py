"""Disputes: the accounts of one quantity side by side, what they differ in, and how far they lie apart under a chosen rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..across import kept
from ..across.backing import surely
from ..across.disputes import Wanted
from ..compare.blocks import parsed
from ..compare.disputes import Dispute
from ..errors import NotInLedger
from ..export.origins import interval
from ..model import Measure
from ..plots.incident import incident_svg
from . import comparing, render, room

MEASURES = tuple(one.value for one in Measure)
SIZE = 5
"""Disputes on one page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. `since` is the key of the block that the page begins with, `skip` how many of its quantities
    were shown before."""

    measure: str
    place: str
    all: str
    policy: str
    since: str
    skip: int

    def query(self, more: Mapping[str, str | int] = MappingProxyType({}), **bare: str) -> str:
        """What follows the question mark, with some of it exchanged; the first page unless `more` says another."""
        policy = "" if self.policy == comparing.TOLD else self.policy
        every = {"measure": self.measure, "place": self.place, "all": self.all, "policy": policy} | bare | dict(more)
        return urlencode({name: value for name, value in every.items() if value})


def disputes(request: Request) -> Response:
    """/disputes?measure=&place=&policy=&all=1&from=&skip=: quantities of which two accounts are told."""
    asked = _asked(request)
    shown = list(_page(kept.of(room.of(request).ledger), asked))
    # whether there are more is not looked up: that would mean to compare the next block too
    block, at = shown[-1][:2] if len(shown) == SIZE else ("", 0)
    return render.page(
        request,
        "disputes.html",
        here="/disputes",
        asked=asked,
        measures=MEASURES,
        rules=comparing.RULES,
        disputes=[_shown(one, asked.policy, comparing.SHOWN) for _, _, one in shown],
        ahead=asked.query({"from": block, "skip": at + 1}) if block else "",
    )


def dispute(request: Request) -> Response:
    """/disputes/{id}?policy=: one quantity, by any of its figures, with all that is told of it."""
    asked = _asked(request)
    ledger = room.of(request).ledger
    one = _one(request)
    count = kept.of(ledger).backing(one)
    drawn = incident_svg(
        [one],
        link=render.Link.finding,
        title="From the least to the most that the words allow",
        spread=lambda each: [comparing.spread(each, asked.policy, surely(count))],
    )
    return render.page(
        request,
        "dispute.html",
        here="/disputes",
        asked=asked,
        rules=comparing.RULES,
        one=_shown(one, asked.policy, comparing.MOST, surely(count)),
        origins={position.id: interval(count(_claims(position))) for position in one.positions},
        stood=comparing.stood(one),
        drawn=drawn if len(one.accounts) > 1 else "",
    )


def origins_of_sides(request: Request) -> Response:
    """/disputes/{id}/origins?policy=: for each number of a quantity how many independent origins it has, and the spread where
    these count, as a part of a page."""
    one, asked = _one(request), _asked(request)
    count = kept.of(room.of(request).ledger).backing(one)
    told = {position.id: interval(count(_claims(position))) for position in one.positions}
    spread = comparing.spread(one, asked.policy, surely(count))
    made = render.fragment(request, "disputes_origins.html", origins=told, one={"spread": spread}, rules=comparing.RULES)
    return Response(made, media_type="text/html")


def _claims(position: Any) -> list[Any]:
    return [claim for account in position.accounts for claim in account.claims]


def _one(request: Request) -> Dispute:
    """The quantity that the address names. Raises `NotInLedger`."""
    ledger = room.of(request).ledger
    id = ledger.finding(request.path_params["id"]).id
    found = kept.of(ledger).of_claim(id)
    if found is None:
        raise NotInLedger(f"{id} is no figure that stands: there is nothing to compare")
    return found


def _shown(one: Dispute, policy: str, most: int, independent: Any = None) -> dict[str, Any]:
    made = partial(comparing.spread, one, policy)
    block = parsed(one.block)
    return {
        "id": one.id,
        "measure": block.measure,
        "heading": comparing.title(one),
        "differs": one.differs,
        "contested": one.contested,
        "rebased": one.rebased,
        "denied": any(account.denied for account in one.accounts),
        "accounts": len(one.accounts),
        "spread": made(independent) if independent else made(),
        "table": comparing.table(one, most),
    }


def _page(known: kept.Kept, asked: Asked) -> Iterator[tuple[str, int, Dispute]]:
    """The quantities of a page, each with the key of its block and its place among those of the block."""
    block, at, left = "", 0, SIZE
    for one in known.every(Wanted(asked.measure or None, asked.place or None), asked.since):
        block, at = (block, at + 1) if one.block == block else (one.block, 0)
        if (block == asked.since and at < asked.skip) or not (asked.all or one.contested or one.differs or one.rebased):
            continue
        yield block, at, one
        left -= 1
        if not left:
            return


def _asked(request: Request) -> Asked:
    given = request.query_params
    measure, policy = given.get("measure", ""), given.get("policy", "")
    skip = given.get("skip", "0")
    since = given.get("from", "")[:400]
    return Asked(
        measure if measure in MEASURES else "",
        given.get("place", "")[:200].strip(),
        "1" if given.get("all") else "",
        policy if policy in comparing.RULES else comparing.TOLD,
        since if since.count("|") == 3 else "",
        int(skip) if skip.isdecimal() and skip.isascii() and len(skip) < 7 else 0,
    )


routes = (
    Route("/disputes", disputes, methods=["GET"]),
    Route("/disputes/{id}", dispute, methods=["GET"]),
    Route("/disputes/{id}/origins", origins_of_sides, methods=["GET"]),
)
