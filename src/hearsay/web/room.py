"""What all pages of one running app share."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast

from starlette.requests import HTTPConnection

from ..registry import DEFAULT_EXTRACTORS
from ..store.ledger import Ledger
from .jobs import Jobs


@dataclass(frozen=True)
class Settings:
    """How the room is run. `hosts` are the names (without port) that it answers to, `token` what a visitor must bring (None:
    nobody but this computer can reach it), `local` whether visitors sit at this computer, so that a path may be read that
    they type, `workers` the processes that read reports (0: a thread), `extractors` what reads them."""

    folder: Path
    hosts: frozenset[str]
    token: str | None = None
    local: bool = True
    workers: int = 1
    extractors: tuple[str, ...] = DEFAULT_EXTRACTORS


@dataclass
class Room:
    """The ledger that is being reviewed, and the reports that are being added to it."""

    settings: Settings
    paths: frozenset[str] = field(default=frozenset())

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger.open(self.settings.folder)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.ledger, self.settings.extractors, self.settings.workers)

    @property
    def folder(self) -> Path:
        return self.settings.folder

    def close(self) -> None:
        """Ends what is being read after its present input, and closes the ledger."""
        if "jobs" in self.__dict__:
            self.jobs.close()
        if "ledger" in self.__dict__:
            self.ledger.close()


def of(request: HTTPConnection) -> Room:
    """The room that a request came to."""
    return cast(Room, request.app.state.room)
