"""The first page: what is in the ledger, what waits, and adding more."""

from io import BytesIO
from itertools import islice
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from ..errors import InputRefused
from ..readers.limits import STANDARD
from . import latest, render, room, state
from .counts import counts, reports
from .failures import wants_json
from .jobs import Job

_FILES = 2000
"""Files that are sent at once."""


def home(request: Request) -> Response:
    """/"""
    own = room.of(request)
    waiting, _ = reports(own.ledger, order="waiting", size=5)
    recent, _ = reports(own.ledger, order="met", size=5)
    return render.page(
        request,
        "home.html",
        here="/",
        local=own.settings.local,
        jobs=own.jobs.newest(),
        folder=own.folder.resolve().name,
        counts=counts(own.ledger),
        waiting=[one for one in waiting if one.waiting],
        recent=recent,
    )


def disputes(request: Request) -> Response:
    """/latest/disputes: the latest quantities that accounts differ on, as a part of the page."""
    found = list(islice(latest.disputes(room.of(request).ledger), 5))
    return HTMLResponse(render.fragment(request, "disputes_part.html", found=found))


def jobs(request: Request) -> Response:
    """/jobs: what is being added, as a part of the page or as JSON."""
    own = room.of(request).jobs
    if wants_json(request):
        html = render.fragment(request, "jobs.html", jobs=own.newest())
        return JSONResponse({"busy": own.busy(), "html": html})
    return render.page(request, "jobs_page.html", here="/", jobs=own.newest())


async def add(request: Request) -> Response:
    """POST /add: `text` (and `name`) that was pasted, `files` that were sent, or `folder` on this computer."""
    form = await request.form(max_files=_FILES, max_part_size=STANDARD.size)
    own = room.of(request)
    if isinstance(text := form.get("text"), str) and text.strip():
        job = await run_in_threadpool(_pasted, own, str(form.get("name", "")), text)
    elif isinstance(folder := form.get("folder"), str) and folder.strip():
        job = await run_in_threadpool(_named, own, folder.strip())
    else:
        files = [file for file in form.getlist("files") if isinstance(file, UploadFile) and file.filename]
        if not files:
            raise InputRefused("nothing", "paste a text, choose files, or name a folder")
        job = await run_in_threadpool(_sent, own, files)
    if wants_json(request):
        return JSONResponse({"job": job.id, "title": job.title}, 202)
    return state.back(request, "/#jobs")


def _pasted(own: room.Room, name: str, text: str) -> Job:
    title = state.clean(name) or "pasted " + text.strip().splitlines()[0][:60].strip()
    head = text[:2000].lower()
    ending = "html" if "<html" in head or "<!doctype html" in head or "<p>" in head else "txt"
    kept = own.jobs.keep([(f"{title.replace('/', '-')}.{ending}", BytesIO(text.encode()))])
    return own.jobs.add(title, kept)


def _sent(own: room.Room, files: list[UploadFile]) -> Job:
    kept = own.jobs.keep([(file.filename or "report", file.file) for file in files])
    return own.jobs.add(kept[0].name if len(kept) == 1 else f"{len(kept)} files", kept)


def _named(own: room.Room, folder: str) -> Job:
    if not own.settings.local:
        raise InputRefused(folder, "folders can be named only by who sits at this computer; send the files instead")
    path = Path(folder).expanduser()
    if not path.exists():
        raise InputRefused(folder, "there is no such file or folder on this computer")
    return own.jobs.add(str(path), [path])


routes = (
    Route("/", home, methods=["GET"]),
    Route("/latest/disputes", disputes, methods=["GET"]),
    Route("/jobs", jobs, methods=["GET"]),
    Route("/add", add, methods=["POST"]),
)
