"""The list of reports, and of what could not be read."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from . import render, room
from .counts import ORDERS, counts, reports

SIZE = 50


def listed(request: Request) -> Response:
    """/reports?q=WORDS&order=met&page=1"""
    asked = request.query_params
    words, order, page = asked.get("q", "")[:200], asked.get("order", "met"), number(asked.get("page"))
    ledger = room.of(request).ledger
    rows, total = reports(ledger, words=words, order=order, skip=(page - 1) * SIZE, size=SIZE)
    order = order if order in ORDERS else "met"
    return render.page(
        request,
        "reports.html",
        here="/reports",
        rows=rows,
        total=total,
        words=words,
        order=order,
        page=page,
        more=page * SIZE < total,
        query={"q": words, "order": order},
        refused=counts(ledger).refused,
    )


def refused(request: Request) -> Response:
    """/refused: inputs that could not be read, each with its reason, the last first."""
    rows = list(room.of(request).ledger.refusals())[::-1]
    return render.page(request, "refused.html", here="/reports", rows=rows[:1000], total=len(rows))


def number(words: str | None) -> int:
    """The number of a page as typed; 1 for none or nonsense."""
    return min(max(int(words), 1), 1_000_000) if words and words.isascii() and words.isdigit() and len(words) < 8 else 1


routes = (Route("/reports", listed, methods=["GET"]), Route("/refused", refused, methods=["GET"]))
