"""A ledger made anew from its reports and its log, elsewhere: that what stands is what was said, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import BadFinding
from ..ledger import Standing
from ..store.ledger import Ledger
from . import log
from .log import Refused


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was made anew: how many reports, verdicts and findings; `differing` are the ids of findings that stand otherwise there
    than here, or are in one of the two alone, `refused` the lines of the log that could not be replayed."""

    reports: int
    verdicts: int
    findings: int
    differing: tuple[str, ...]
    refused: tuple[Refused, ...]

    @property
    def same(self) -> bool:
        """Whether the two hold the same."""
        return not self.differing and not self.refused


def rebuild(ledger: Ledger, folder: Path) -> Rebuilt:
    """Makes a ledger in a folder that is not there yet: the reports as they were read, without a finding, then every word of the
    log. The whole log is in memory meanwhile. Raises `BadFinding` where the folder is there."""
    if folder.exists():
        raise BadFinding(f"{folder} is there already: a ledger is made anew in a new folder")
    reports = 0
    with Ledger.open(folder) as made:
        for row in ledger.reports():
            made.add(replace(ledger.report(row.text).report, findings=()))
            reports += 1
        done = log.replay(made, log.written(ledger, ledger.store.verdicts()))
        here, there = dict(_standings(ledger)), dict(_standings(made))
    differing = sorted(id for id in here.keys() | there.keys() if here.get(id) != there.get(id))
    return Rebuilt(reports, done.new, len(there), tuple(differing), done.refused)


def _standings(ledger: Ledger) -> Iterator[tuple[str, Standing]]:
    return ((entry.id, entry.standing) for entry in ledger.store.findings())
