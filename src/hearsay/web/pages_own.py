"""What outlets state by themselves, under nobody's name: a list by report, to be read, and taken along."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from ..claims.own import own_voice
from ..export.view import View, of_stored
from ..model import Span
from ..store.base import ReportRow
from ..store.ledger import Ledger
from . import counts, render, room, state, taking
from .pages_reports import number

SIZE = 10
"""Reports of a page: the statements of each are made out when they are shown."""

COLUMNS = ("report", "outlet", "published", "title", "start", "end", "words")
"""What is taken along of a statement; places are code points of the report's text."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A report and what it states in its own voice: each statement's place and words."""

    row: ReportRow
    statements: tuple[tuple[Span, str], ...]


def own(request: Request) -> Response:
    """/ledger/own?outlet=&q=&page=: statements in no attribution, by report, the newest first."""
    given = request.query_params
    outlet, words, page = given.get("outlet", "")[:200], given.get("q", "")[:200], number(given.get("page"))
    ledger = room.of(request).ledger
    found, total = counts.reports(ledger, words=words, outlet=outlet, order="newest", skip=(page - 1) * SIZE, size=SIZE)
    shown = [_stated(ledger, one.row) for one in found]
    return render.page(
        request,
        "own.html",
        here="/ledger",
        shown=shown,
        outlets=counts.outlets(ledger),
        outlet=outlet,
        words=words,
        total=total,
        page=page,
        more=page * SIZE < total,
        query={name: value for name, value in (("outlet", outlet), ("q", words)) if value},
    )


async def download(request: Request) -> Response:
    """POST /ledger/own/download: the statements of all reports of that list, as `form` ("csv" or "jsonl"), with a line in the
    log."""
    fields = {name: str(value) for name, value in (await request.form()).items()}
    ledger, form = room.of(request).ledger, taking.form(fields.get("form", "csv"))
    outlet, words = fields.get("outlet", ""), fields.get("q", "")
    found, _ = await run_in_threadpool(counts.reports, ledger, words=words, outlet=outlet, order="newest", size=-1)
    lines = taking.written(_rows(ledger, [one.row for one in found]), COLUMNS, form)
    asked = "&".join(f"{name}={value}" for name, value in (("outlet", outlet), ("q", words)) if value)
    body = taking.noted(ledger, lines, "own-voice", form, asked, state.taker(request))
    headers = {"content-disposition": f'attachment; filename="own-voice.{form}"'}
    return StreamingResponse(body, media_type=taking.MEDIA[form], headers=headers)


def _rows(ledger: Ledger, rows: list[ReportRow]) -> Iterator[dict[str, Any]]:
    for row in rows:
        told = {"report": row.name, "outlet": row.outlet or "", "published": row.published or "", "title": row.title or ""}
        for span, words in _stated(ledger, row).statements:
            yield {**told, "start": span.start, "end": span.end, "words": words}


def _stated(ledger: Ledger, row: ReportRow) -> Stated:
    view: View = of_stored(ledger.report(row.text))
    content = view.text.content
    return Stated(row, tuple((span, " ".join(content[span.start : span.end].split())) for span in own_voice(view)))


routes = (
    Route("/ledger/own", own, methods=["GET"]),
    Route("/ledger/own/download", download, methods=["POST"]),
)
