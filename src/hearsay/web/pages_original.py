"""The captured original: in a frame without rights, or as the file that it is."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from ..errors import BadFinding
from ..model import Span
from . import room
from .original import POLICY, shown

_ENDINGS = {"text/html": "html", "application/pdf": "pdf", "text/plain": "txt", "application/xhtml+xml": "xhtml"}


def original(request: Request) -> Response:
    """/original/TEXT?char=START,END: the captured page, the passage marked."""
    ledger = room.of(request).ledger
    report = ledger.report(request.path_params["key"]).report
    passage = passage_of(request.query_params.get("char"), len(report.page.text.content))
    body = shown(report.item.data, report.page.document.media_type, report.page.text, passage)
    return HTMLResponse(body, headers={"content-security-policy": POLICY, "x-frame-options": "SAMEORIGIN"})


def file(request: Request) -> Response:
    """/original/TEXT/file: the bytes as they were captured, to be saved and never opened here."""
    report = room.of(request).ledger.report(request.path_params["key"]).report
    ending = _ENDINGS.get(report.page.document.media_type, "bin")
    name = quote(f"{report.sighting.name[-80:]}.{ending}", safe="")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{name}", "content-security-policy": POLICY}
    return Response(report.item.data, media_type="application/octet-stream", headers=headers)


def passage_of(words: str | None, size: int) -> Span | None:
    """ "120,180" as a span of a text with `size` code points; None for none. Raises `BadFinding`."""
    if not words:
        return None
    first, _, last = words.partition(",")
    if not (first.isascii() and first.isdigit() and last.isascii() and last.isdigit()) or len(words) > 24:
        raise BadFinding(f"char={words}: a passage is two numbers, START,END in code points")
    if not int(first) < int(last) <= size:
        raise BadFinding(f"char={words}: the text has {size} code points")
    return Span(int(first), int(last))


routes = (
    Route("/original/{key}/file", file, methods=["GET"]),
    Route("/original/{key}", original, methods=["GET"]),
)
