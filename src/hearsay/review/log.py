"""The log: everything that was said, brought in, run and taken out, to be filtered, written out, and replayed elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from ..checks import problems
from ..codec import id_of, to_json
from ..errors import BadFinding, NotInLedger
from ..model import AnyFinding, Link, Text, Verdict
from ..store import people
from ..store.ledger import Ledger


class Line(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line of a written log: a verdict with the whole finding that it is about, so that it can be read without the ledger."""

    finding: AnyFinding
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that can't be replayed: its number, counted from 1, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What replaying a log would do, or has done: verdicts that are new, that were known, and lines that were refused."""

    new: int
    known: int
    refused: tuple[Refused, ...]
    by_agent: dict[str, int]

    @property
    def lines(self) -> int:
        """How many lines the log had."""
        return self.new + self.known + len(self.refused)


_line = msgspec.json.Decoder(Line).decode


def written(ledger: Ledger, verdicts: Iterable[Verdict]) -> Iterator[bytes]:
    """These verdicts as JSON lines, each with its finding."""
    batch: list[Verdict] = []
    for verdict in verdicts:
        batch.append(verdict)
        if len(batch) == _BATCH:
            yield from _written(ledger, batch)
            batch = []
    yield from _written(ledger, batch)


_BATCH = 500


def _written(ledger: Ledger, verdicts: list[Verdict]) -> Iterator[bytes]:
    found = people.entries(ledger.store, (verdict.finding for verdict in verdicts))
    for verdict in verdicts:
        yield to_json(Line(found[verdict.finding], verdict)) + b"\n"


def replay(ledger: Ledger, lines: Iterable[bytes], *, dry: bool = False) -> Replay:
    """Adds the verdicts of a written log, on findings in texts that this ledger holds; with `dry`, only says what that would do.
    What can't be added is refused line by line with its reason; the rest is added all or nothing. A log replayed twice adds
    nothing the second time."""
    good, refused = _sorted(ledger, lines)
    said = [(line.finding, line.verdict) for _, line in good]
    new = (people.rehearse if dry else people.add)(ledger.store, said) if said else 0
    agents = Counter(line.verdict.agent for _, line in good)
    return Replay(new, len(good) - new, tuple(sorted(refused, key=lambda one: one.number)), dict(agents))


def _sorted(ledger: Ledger, lines: Iterable[bytes]) -> tuple[list[tuple[int, Line]], list[Refused]]:
    """The lines that can be added, each verdict once, and the others."""
    read: list[tuple[int, Line]] = []
    refused: list[Refused] = []
    texts: dict[str, Text | None] = {}
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            line = _line(raw)
            _fits(ledger, line, texts)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            refused.append(Refused(number, f"no line of a log: {error}"))
        except (BadFinding, NotInLedger) as error:
            refused.append(Refused(number, str(error)))
        else:
            read.append((number, line))
    return _held_together(ledger, read, refused), refused


def _fits(ledger: Ledger, line: Line, texts: dict[str, Text | None]) -> None:
    """Raises where a line does not fit itself or its text."""
    if line.verdict.finding != id_of(line.finding):
        raise BadFinding("the verdict is about another finding than the one beside it")
    if isinstance(line.finding, Link):
        return
    key = line.finding.text
    if key not in texts:
        try:
            texts[key] = ledger.store.text(key)
        except NotInLedger:
            texts[key] = None
    text = texts[key]
    if text is None:
        raise NotInLedger(f"its report is not in this ledger (text {key})")
    for problem in problems(line.finding, text):
        raise BadFinding(problem)


def _held_together(ledger: Ledger, read: list[tuple[int, Line]], refused: list[Refused]) -> list[tuple[int, Line]]:
    """Leaves out lines that refer to a finding which is neither here nor in another line, until none is left."""
    here: dict[str, bool] = {}
    while True:
        coming = {line.verdict.finding for _, line in read}
        wanted = {key for _, line in read for key in _referred(line)} - coming - here.keys()
        here |= _present(ledger, wanted)
        lost = [(number, key) for number, line in read for key in _referred(line) if key not in coming and not here.get(key)]
        if not lost:
            return read
        numbers = dict(lost)
        refused += [Refused(number, f"refers to {key}, which is neither here nor in this log") for number, key in numbers.items()]
        read = [(number, line) for number, line in read if number not in numbers]


def _referred(line: Line) -> Iterator[str]:
    if line.verdict.instead is not None:
        yield line.verdict.instead
    if isinstance(line.finding, Link):
        yield line.finding.left
        yield line.finding.right


def _present(ledger: Ledger, ids: Iterable[str]) -> dict[str, bool]:
    wanted = set(ids)
    known = people.known(ledger.store, wanted)
    return {key: key in known for key in wanted}
