"""/api/: what the endpoints are, for people and for programs, and the endpoints themselves."""

from collections.abc import Awaitable, Callable
from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..errors import BadFinding
from . import render
from .api import Endpoint, endpoints, openapi, operation_id, written

_LARGEST = 100_000
"""Bytes of a body."""


@cache
def _table() -> tuple[Endpoint, ...]:
    return tuple(endpoints())


def described(request: Request) -> Response:
    """/api/: the endpoints on a page."""
    names = {one.path + one.method: operation_id(one) for one in _table()}
    return render.page(request, "api.html", here="/api/", table=_table(), names=names)


def description(request: Request) -> Response:  # noqa: ARG001 (the router passes it)
    """/api/openapi.json"""
    return Response(written(openapi(_table(), version("hearsay"))), media_type="application/json")


def _route(one: Endpoint) -> Route:
    return Route(one.path, _handler(one), methods=[one.method], name=operation_id(one))


def _handler(one: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        sent = () if one.body is None else (_decoded(await _body(request), one.body),)
        answer = await run_in_threadpool(one.handler, request, *sent)
        return Response(written(answer), media_type="application/json")

    return handle


async def _body(request: Request) -> bytes:
    data = b""
    async for chunk in request.stream():
        data += chunk
        if len(data) > _LARGEST:
            raise BadFinding(f"the body has more than {_LARGEST:,} bytes")
    return data


def _decoded(body: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadFinding(f"the body: {error}") from error


routes = (
    Route("/api/", described, methods=["GET"]),
    Route("/api/openapi.json", description, methods=["GET"]),
    *map(_route, _table()),
)
