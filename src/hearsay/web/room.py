"""What all pages of one running app share."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import cast

from starlette.requests import HTTPConnection

from ..across import kept
from ..registry import DEFAULT_EXTRACTORS
from ..store.ledger import Ledger
from . import tallies
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
    _jobs: Jobs | None = None
    _making: Lock = field(default_factory=Lock)

    @cached_property
    def ledger(self) -> Ledger:
        return Ledger.open(self.settings.folder)

    @property
    def jobs(self) -> Jobs:
        """What is being added; begun when it is first asked for, by whichever thread."""
        with self._making:
            if self._jobs is None:
                self._jobs = Jobs(self.ledger, self.settings.extractors, self.settings.workers)
            return self._jobs

    @property
    def folder(self) -> Path:
        return self.settings.folder

    def close(self) -> None:
        """Ends what is being read after its present input, and closes the ledger."""
        with self._making:
            if self._jobs is not None:
                self._jobs.close()
                self._jobs = None
        if "ledger" in self.__dict__:
            tallies.forget(self.ledger)
            kept.forget(self.ledger)
            self.ledger.close()


def of(request: HTTPConnection) -> Room:
    """The room that a request came to."""
    return cast(Room, request.app.state.room)
