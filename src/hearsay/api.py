"""Reading whatever the user names: the call behind `hearsay.read` and the command line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from .codec import document_id
from .errors import InputRefused
from .extract import Extractor
from .model import Refusal
from .pipeline import READER_AGENT, Report, agents, report_of
from .readers.base import READERS, Input
from .readers.inputs import expand
from .readers.limits import STANDARD, Limits
from .readers.sandbox import SafeReader
from .registry import DEFAULT_EXTRACTORS, extractor


@dataclass(frozen=True, slots=True)
class Known:
    """An input that was read before, and so was not read again."""

    item: Input


Outcome = Report | Refusal | Known
Skip = Callable[[Input], bool]


@dataclass(frozen=True, slots=True)
class _Job:
    """What a worker needs for one input."""

    item: Input
    at: datetime
    extractors: tuple[str, ...]
    limits: Limits


def read(
    *sources: str | Path,
    workers: int = 1,
    at: datetime | None = None,
    limits: Limits = STANDARD,
    allow_fetch: bool = True,
    known: Skip | None = None,
    extractors: Sequence[str] = DEFAULT_EXTRACTORS,
) -> Iterator[Outcome]:
    """A `Report`, a `Refusal` with its reason, or `Known` for each input, in the order of the inputs.

    A source is a file, a folder, "-" (standard input) or an http(s) URL; feeds and web archives hold many inputs.
    `workers` > 1 spreads inputs over processes (the results are the same). `at` is the time of reading (None: now);
    inputs for which `known` holds are passed over. Nothing is stored. Raises `UnknownName` for an extractor that
    is not installed; a bad input raises nothing."""
    moment = at or datetime.now(UTC)
    inputs = _inputs(sources, moment, limits, allow_fetch, known)
    names = tuple(extractors)
    if workers > 1:
        yield from _spread(inputs, moment, limits, names, workers)
        return
    with SafeReader(limits) as reader:
        for item in inputs:
            yield _one(_Job(item, moment, names, limits), reader) if isinstance(item, Input) else item


def reading_agents(extractors: Sequence[str] = DEFAULT_EXTRACTORS) -> Callable[[str], tuple[str, ...]]:
    """For a media type, the names of the agents whose readings show that a document was read: its reader's and the
    extractors'. Loads the model, whose hash is part of a name."""
    names = agents(extractor(name) for name in extractors)
    return lambda media_type: (f"{READER_AGENT}{READERS.get(media_type, media_type)}", *names)


def _inputs(
    sources: Iterable[str | Path], at: datetime, limits: Limits, allow_fetch: bool, known: Skip | None
) -> Iterator[Input | Refusal | Known]:
    with closing(SafeReader(limits)) as splitter:
        for source in sources:
            for item in expand(source, allow_fetch=allow_fetch, limits=limits, reader=splitter, at=at):
                if isinstance(item, Input) and known is not None and known(item):
                    yield Known(item)
                else:
                    yield item


def _one(job: _Job, reader: SafeReader) -> Report | Refusal:
    parts: list[Extractor] = [extractor(name) for name in job.extractors]
    try:
        return report_of(job.item, reader.read(job.item), job.at, parts)
    except InputRefused as refusal:
        return Refusal(refusal.name, refusal.reason, job.at, document_id(job.item.data))


_reader: SafeReader | None = None


def _work(job: _Job) -> Report | Refusal:
    """One job in a worker process, whose reader serves all of its jobs."""
    global _reader
    if _reader is None or _reader.limits != job.limits:
        _reader = SafeReader(job.limits)
    return _one(job, _reader)


def _spread(
    inputs: Iterator[Input | Refusal | Known], at: datetime, limits: Limits, names: tuple[str, ...], workers: int
) -> Iterator[Outcome]:
    """The outcomes in order; at most four inputs a worker are in memory at once."""
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[Future[Report | Refusal] | Refusal | Known] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for item in inputs:
            waiting.append(pool.submit(_work, _Job(item, at, names, limits)) if isinstance(item, Input) else item)
            if len(waiting) >= 4 * workers:
                yield _outcome(waiting.popleft())
        while waiting:
            yield _outcome(waiting.popleft())


def _outcome(waited: object) -> Outcome:
    from concurrent.futures import Future

    if isinstance(waited, Future):
        result: Report | Refusal = waited.result()
        return result
    assert isinstance(waited, Refusal | Known)
    return waited
