"""Reports that are being added: one batch after the other is read beside the pages, with a status for every input."""

import re
import shutil
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from ..across.copying import find_copies
from ..api import Known, Outcome, read
from ..codec import document_id
from ..errors import HearsayError
from ..model import Attribution, Figure, Mention, Refusal
from ..pipeline import Report
from ..store.known import known_to, sight
from ..store.ledger import Ledger


@dataclass(slots=True)
class Row:
    """One input and what became of it: "read", "known" or "refused" (`reason` says why); `text` is its report's id."""

    name: str
    status: str
    text: str = ""
    reason: str = ""
    attributions: int = 0
    figures: int = 0
    mentions: int = 0


@dataclass(slots=True)
class Job:
    """One batch. `expected` inputs are known of; archives and feeds hold more. `ended` is None while it is being read."""

    id: int
    title: str
    expected: int
    begun: datetime
    rows: list[Row] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    ended: datetime | None = None
    error: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many inputs were read, known, refused."""
        return {status: sum(1 for row in self.rows if row.status == status) for status in ("read", "known", "refused")}


class Jobs:
    """The batches of one room, the newest last. One thread takes them in turn, so pages never wait; with more than one of
    `workers` the reading itself is done in other processes. Finished batches are kept until the room closes."""

    def __init__(self, ledger: Ledger, extractors: Sequence[str], workers: int) -> None:
        self._ledger = ledger
        self._extractors = tuple(extractors)
        self._workers = workers
        self._jobs: list[Job] = []
        self._queue: SimpleQueue[tuple[Job, tuple[str, ...]] | None] = SimpleQueue()
        self._folder = Path(tempfile.mkdtemp(prefix="hearsay-"))
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="reading", daemon=True)
        self._thread.start()

    def add(self, title: str, sources: Sequence[Path]) -> Job:
        """A new batch of files and folders, in the queue."""
        files = [one for source in sources for one in _files(source)]
        with self._lock:
            job = Job(len(self._jobs) + 1, title, len(files), datetime.now(UTC), waiting=[one.name for one in files[:_SHOWN]])
            self._jobs.append(job)
        self._queue.put((job, tuple(map(str, sources))))
        return job

    def keep(self, files: Sequence[tuple[str, BinaryIO]]) -> list[Path]:
        """Writes files that were sent (name, open file) into a folder of their own; where they lie. Names lose their folders, and
        two of one name are told apart by a number."""
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        kept: list[Path] = []
        for name, data in files:
            path = _free(folder, _bare(name))
            with path.open("wb") as made:
                shutil.copyfileobj(data, made)
            kept.append(path)
        return kept

    def newest(self) -> list[Job]:
        """All batches, the newest first."""
        return self._jobs[::-1]

    def busy(self) -> bool:
        """Whether anything is being read or waits."""
        return any(job.ended is None for job in self._jobs)

    def close(self) -> None:
        """Ends the work after the present input; what was read is in the ledger."""
        self._closing.set()
        self._queue.put(None)
        self._thread.join(timeout=30)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self) -> None:
        while (entry := self._queue.get()) is not None:
            job, sources = entry
            try:
                for outcome in self._outcomes(sources):
                    self._settle(job, outcome)
                    if self._closing.is_set():
                        return
                find_copies(self._ledger)
            except Exception as error:  # a full disk, a killed worker, a fault in an extractor: said, and the next goes on
                job.error = str(error) if isinstance(error, HearsayError | OSError) else f"{type(error).__name__}: {error}"
            finally:
                job.waiting.clear()
                job.ended = datetime.now(UTC)

    def _outcomes(self, sources: tuple[str, ...]) -> Iterator[Outcome]:
        known = known_to(self._ledger, self._extractors)
        return read(*sources, workers=self._workers, allow_fetch=False, known=known, extractors=self._extractors)

    def _settle(self, job: Job, outcome: Outcome) -> None:
        """Keeps an outcome in the ledger, and its row in the batch."""
        row = _settled(self._ledger, outcome)
        if row.name in (stems := [Path(name).stem for name in job.waiting]):
            del job.waiting[stems.index(row.name)]
        job.rows.append(row)


_SHOWN = 500
"""Names of waiting files that are listed."""


def _settled(ledger: Ledger, outcome: Outcome) -> Row:
    if isinstance(outcome, Refusal):
        ledger.refuse(outcome)
        return Row(outcome.name, "refused", reason=outcome.reason)
    if isinstance(outcome, Known):
        sight(ledger, outcome.item)
        return Row(outcome.item.name, "known", ledger.text(document_id(outcome.item.data)).id)
    ledger.add(outcome)
    return _read(outcome)


def _read(report: Report) -> Row:
    kinds = Counter(type(finding) for finding, _ in report.findings)
    refused = "; ".join(sorted({reading.refused for reading in report.readings if reading.refused}))
    counts = (kinds[Attribution], kinds[Figure], kinds[Mention])
    return Row(report.sighting.name, "read", report.page.text.id, refused, *counts)


def _files(source: Path) -> list[Path]:
    if not source.is_dir():
        return [source]
    return sorted(path for path in source.rglob("*") if path.is_file() and not path.name.startswith("."))


def _bare(name: str) -> str:
    bare = "".join(c for c in re.split(r"[/\\]", name)[-1] if c.isprintable() and c not in '<>:"|?*').strip(" .")
    stem, dot, ending = bare.rpartition(".")
    return (stem[:120] + dot + ending[:12] if dot else bare[:120]) or "report.txt"


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return path
