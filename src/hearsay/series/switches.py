"""Where an outlet's running total goes on by somebody else's word: no step of any line, and easily taken for one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .line import Line


@dataclass(frozen=True, slots=True)
class Switch:
    """In `outlet` the total of `panel` (measure, who, place) is given by `after` as of `day`, and was by `before`; `claim` is the
    id of the figure that is the first by the new word."""

    outlet: str
    panel: tuple[str, str, str]
    day: date
    before: str
    after: str
    claim: str


def switches(lines: Iterable[Line]) -> tuple[Switch, ...]:
    """All changes of source, by outlet, total and day. Two sources of one day are told in the order of their ids."""
    told: dict[tuple[str, tuple[str, str, str]], list[tuple[date, str, str]]] = defaultdict(list)
    for line in lines:
        for point in line.points:
            for claim in point.claims:
                outlet = claim.report.outlet or claim.report.name
                told[outlet, line.key.panel].append((point.day, claim.id, line.source))
    found = []
    for (outlet, panel), every in sorted(told.items()):
        every.sort()
        for (_, _, before), (day, id, after) in pairwise(every):
            if before != after:
                found.append(Switch(outlet, panel, day, before, after, id))
    return tuple(found)
