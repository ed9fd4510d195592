"""The application: every module `pages_*` of this package, behind the guard."""

from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from . import failures
from .assets import Assets
from .room import Room, Settings
from .security import LOOPBACK, Guard

NAVIGATION = (
    ("Home", "/"),
    ("Reports", "/reports"),
    ("Ledger", "/ledger"),
    ("Figures", "/figures"),
    ("Disputes", "/disputes"),
    ("Origins", "/origins"),
    ("Review", "/review"),
    ("Log", "/log"),
)
"""Names and paths of the pages in the order of the navigation; those without a route are not shown."""


def create_app(
    ledger_folder: str | Path,
    *,
    token: str | None = None,
    hosts: Collection[str] = LOOPBACK,
    workers: int = 1,
    extractors: Collection[str] | None = None,
    local: bool | None = None,
) -> Starlette:
    """The reviewing room on the ledger in a folder, which is made where it is not there.

    `hosts` are the host names it answers to; `token`, where given, is asked of every visitor; `workers` > 1 reads added reports
    in that many processes, else a thread of this one does; `local` is whether visitors may name folders of this computer (None:
    without a token they may, as they sit at it)."""
    here = token is None if local is None else local
    settings = Settings(Path(ledger_folder), frozenset(hosts), token, here, workers)
    if extractors is not None:
        settings = Settings(Path(ledger_folder), frozenset(hosts), token, here, workers, tuple(extractors))
    room = Room(settings)
    room.ledger  # noqa: B018 (a folder that is no ledger is said at once)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        room.close()

    routes = [Mount("/static", Assets()), *(route for module in page_modules() for route in module.routes)]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers=failures.HANDLERS,
        lifespan=life,
    )
    room.paths = frozenset(_paths(routes))
    app.state.room = room
    app.state.navigation = NAVIGATION
    return app


def page_modules() -> Iterator[ModuleType]:
    """The modules with pages, by name."""
    package = __name__.rpartition(".")[0]
    for found in iter_modules([str(Path(__file__).parent)]):
        if found.name.startswith("pages_"):
            yield import_module(f"{package}.{found.name}")


def _paths(routes: Collection[BaseRoute]) -> Iterator[str]:
    return (route.path for route in routes if isinstance(route, Route))
