"""The log: what people and machines said, what came in and was taken out; to be narrowed, written out, replayed and checked."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from ..errors import BadFinding
from ..model import Stance, Verdict
from ..review import log
from ..store import journal
from ..store.journal import Asked, What
from ..store.ledger import Ledger
from . import render, room, state, taking

SIZE = 100
"""Lines of a page."""

LARGEST = 64 * 1024 * 1024
"""Bytes of a log that is replayed."""

TITLES = {
    What.VERDICT: "words of people",
    What.MACHINE: "findings of machines",
    What.RUN: "readings by machines",
    What.IMPORT: "imports",
    What.REFUSAL: "refused inputs",
    What.EXPORT: "exports",
}
_ONE = ("agent", "stance", "report", "since", "until", "finding")


@dataclass(frozen=True, slots=True)
class Query:
    """What the page was asked for, and the address of the same."""

    asked: Asked
    pairs: tuple[tuple[str, str], ...]

    def address(self, **more: str) -> str:
        """What follows the question mark."""
        from urllib.parse import urlencode

        return urlencode([*self.pairs, *((name, value) for name, value in more.items() if value)])


def shown(request: Request) -> Response:
    """/log?what=verdict&agent=person:...: the newest first."""
    ledger = room.of(request).ledger
    query = _query(request.query_params.multi_items())
    found = journal.events(ledger.store, query.asked, after=request.query_params.get("after", ""), size=SIZE)
    return render.page(
        request,
        "log.html",
        here="/log",
        query=query,
        found=found,
        titles=TITLES,
        agents=journal.agents(ledger.store),
        stances=[stance.value for stance in Stance],
        pending="",
    )


async def download(request: Request) -> Response:
    """POST /log/download: the verdicts of the list whose query is in `query`, as JSON lines that can be replayed."""
    fields = {name: str(value) for name, value in (await request.form()).items()}
    ledger, query = room.of(request).ledger, _query(taking.pairs(fields.get("query", "")))
    lines = ((line, 1) for line in log.written(ledger, _said(ledger, query.asked)))
    body = taking.noted(ledger, lines, "log", "jsonl", query.address(), state.taker(request))
    headers = {"content-disposition": 'attachment; filename="log.jsonl"'}
    return StreamingResponse(body, media_type=taking.MEDIA["jsonl"], headers=headers)


def _said(ledger: Ledger, asked: Asked) -> Iterator[Verdict]:
    return journal.said(ledger.store, asked)


async def rehearse(request: Request) -> Response:
    """POST /log/replay: what replaying the file `log` would do; nothing is changed. The file is kept for the answer."""
    form = await request.form()
    file = form.get("log")
    if not isinstance(file, UploadFile) or not file.filename:
        raise BadFinding("choose a log: a file of JSON lines, as downloaded from here")
    data = await file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise BadFinding(f"{file.filename} has more than {LARGEST // 1024 // 1024} MB")
    result = await run_in_threadpool(log.replay, room.of(request).ledger, data.splitlines(), dry=True)
    return render.page(
        request, "replay.html", here="/log", result=result, name=file.filename, key=_PENDING.keep(data), done=False
    )


async def replay(request: Request) -> Response:
    """POST /log/replay/now: adds what was rehearsed under `key`."""
    state.agent(request)
    fields = {name: str(value) for name, value in (await request.form()).items()}
    data = _PENDING.take(fields.get("key", ""))
    if data is None:
        raise BadFinding("that log is not at hand any more: choose the file again")
    result = await run_in_threadpool(log.replay, room.of(request).ledger, data.splitlines())
    return render.page(request, "replay.html", here="/log", result=result, name=fields.get("name", ""), key="", done=True)


async def verify(request: Request) -> Response:
    """POST /log/verify: computes every id anew, looks every span up, unpacks every original."""
    faults = await run_in_threadpool(lambda: list(room.of(request).ledger.check()))
    return render.page(request, "verified.html", here="/log", faults=faults)


class _Pending:
    """Logs that were rehearsed and may be replayed: the last few, in memory alone."""

    def __init__(self, most: int = 4) -> None:
        self._most, self._lock = most, Lock()
        self._logs: OrderedDict[str, bytes] = OrderedDict()

    def keep(self, data: bytes) -> str:
        """Keeps a log; its key."""
        key = sha256(data).hexdigest()
        with self._lock:
            self._logs[key] = data
            self._logs.move_to_end(key)
            while len(self._logs) > self._most:
                self._logs.popitem(last=False)
        return key

    def take(self, key: str) -> bytes | None:
        """The log of that key, once; None where it is gone."""
        with self._lock:
            return self._logs.pop(key, None)


_PENDING = _Pending()


def _query(given: list[tuple[str, str]]) -> Query:
    kinds = [value for name, value in given if name == "what" and value]
    unknown = [kind for kind in kinds if kind not in set(What)]
    if unknown:
        raise BadFinding(f"the log has no {unknown[0]!r}; it has {', '.join(What)}")
    single = {name: value.strip() for name, value in given if name in _ONE and value.strip()}
    asked = Asked(frozenset(map(What, kinds)) or journal.USUAL, **single)
    pairs = [*(("what", kind) for kind in kinds), *single.items()]
    return Query(asked, tuple(pairs))


routes = (
    Route("/log", shown, methods=["GET"]),
    Route("/log/download", download, methods=["POST"]),
    Route("/log/replay", rehearse, methods=["POST"]),
    Route("/log/replay/now", replay, methods=["POST"]),
    Route("/log/verify", verify, methods=["POST"]),
)
