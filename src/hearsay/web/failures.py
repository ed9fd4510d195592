"""What is said where something can't be done: a page for people, JSON for programs."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from ..errors import BadFinding, HearsayError, InputRefused, LedgerDamaged, NotInLedger, UnknownName
from ..export.visible import one_line
from . import render
from .state import NoName

_STATUS: tuple[tuple[type[HearsayError], int], ...] = (
    (NoName, 403),
    (NotInLedger, 404),
    (BadFinding, 422),
    (UnknownName, 422),
    (InputRefused, 422),
    (LedgerDamaged, 500),
)
_TITLES = {403: "Not yet", 404: "Not here", 422: "That does not fit", 500: "Damaged", 405: "Not this way"}


def wants_json(request: Request) -> bool:
    """Whether a program asks."""
    return request.url.path.startswith("/api/") or "application/json" in request.headers.get("accept", "")


def _ours(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 400)
    if isinstance(error, NoName) and not wants_json(request):
        return RedirectResponse("/who", 303)
    return _said(request, status, str(error), "no-name" if isinstance(error, NoName) else "")


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _said(request, error.status_code, error.detail, "")


def _said(request: Request, status: int, reason: str, code: str) -> Response:
    words = one_line(reason)
    if wants_json(request):
        return JSONResponse({"error": words, "code": code or str(status)}, status)
    return render.page(request, "message.html", status, title=_TITLES.get(status, "That did not work"), reason=words)


HANDLERS: Mapping[Any, Any] = {HearsayError: _ours, HTTPException: _http}
"""For `Starlette(exception_handlers=...)`."""
