"""How far reviewers agree over what two or more of them judged, and where they differ."""

from collections import defaultdict
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..claims.base import Claim
from ..review.agreement import Agreement, agreement, pairs, values_of
from ..store import people
from ..store.ledger import Ledger
from . import render, room
from .excerpts import Excerpt, excerpt

SHOWN = 200
"""Findings that differ, in the table."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A finding on which reviewers differ, with the value that each of them gave it."""

    claim: Claim
    excerpt: Excerpt
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page shows: agreement over everything, for each type and for each two reviewers, what differs, and how many
    findings each reviewer has judged."""

    whole: Agreement
    by_type: dict[str, Agreement]
    by_pair: dict[tuple[str, str], Agreement]
    differing: list[Differing]
    more: int
    judged: dict[str, int]


def sheet(ledger: Ledger) -> Sheet:
    """Everything of the page."""
    said = defaultdict(list)
    for verdict in people.by_people(ledger.store, several=True):
        said[verdict.finding].append(verdict)
    values = {id: found for id, verdicts in said.items() if (found := values_of(verdicts))}
    twice = {id: found for id, found in values.items() if len(found) > 1}
    types = people.types_of(ledger.store, twice)
    by_type: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for id, found in twice.items():
        by_type[types[id]].append(found)
    unlike = [id for id, found in twice.items() if len(set(found.values())) > 1]
    return Sheet(
        agreement(twice.values()),
        {name: agreement(found) for name, found in sorted(by_type.items())},
        pairs(twice.values()),
        [
            Differing(claim, excerpt(claim), tuple(sorted(twice[claim.id].items())))
            for claim in ledger.claims(ids=unlike[:SHOWN], states=None)
        ],
        len(unlike[SHOWN:]),
        people.judged(ledger.store),
    )


def shown(request: Request) -> Response:
    """/review/agreement"""
    return render.page(request, "agreement.html", here="/review", sheet=sheet(room.of(request).ledger))


routes = (Route("/review/agreement", shown, methods=["GET"]),)
