"""Running totals as a page shows them: the panels of a time line, and each of their points in words. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..claims.base import Claim
from ..plots.multiples import Panel
from ..series.line import Line
from ..series.points import Bar, Point
from ..series.steps import Remark, Step
from .excerpts import Excerpt, excerpt

QUOTED = 200
"""Rows of a panel up to which each has its words in their sentence; above it the number alone is quoted."""


@dataclass(frozen=True, slots=True)
class Told:
    """A point or a stretch in words. `day` is the ISO day that it is as of (of a stretch its last, `start` its first); `stated`
    whether its report gives that day, `says` the amount with its modifier; `changes` what the step that leads here tells
    ("late addition: 57 registered late"); `id` its finding's."""

    id: str
    day: str
    start: str
    stated: bool
    source: str
    says: str
    words: str
    via: tuple[str, ...]
    basis: str
    outlets: tuple[str, ...]
    published: str
    revision: str
    changes: tuple[str, ...]
    excerpt: Excerpt | None


def told(panel: Panel) -> list[Told]:
    """Everything that is drawn in a panel, source by source, in order of the days."""
    many = sum(len(one.points) + len(one.bars) for one in panel.lines) > QUOTED
    return list(chain.from_iterable(_of_line(line, many) for line in panel.lines))


def address(lines: Sequence[Line]) -> str:
    """What names a panel in an address."""
    key = lines[0].key
    return "|".join((*key.panel, key.modality))


def suggestions(lines: Iterable[Line]) -> dict[str, list[str]]:
    """The groups, places and sources that there are lines of."""
    found: dict[str, dict[str, None]] = {"who": {}, "place": {}, "source": {}}
    for line in lines:
        for name, value in (("who", line.who), ("place", line.place), ("source", line.source)):
            if value:
                found[name][value] = None
    return {name: sorted(values, key=str.casefold) for name, values in found.items()}


def _of_line(line: Line, many: bool) -> Iterator[Told]:
    into = {step.after: step for step in line.steps}
    by_id = {point.id: point for point in line.points}
    for point in line.points:
        quoted = None if many else excerpt(point.claims[0])
        yield Told(
            point.id, point.day.isoformat(), "", point.stated, line.source, str(point.amount), point.words, point.via,
            point.basis, point.outlets, point.published, _revision(point, by_id), tuple(_changes(into.get(point.id))), quoted,
        )  # fmt: skip
    for bar in line.bars:
        yield _of_bar(bar, line.source, many)


def _of_bar(bar: Bar, source: str, many: bool) -> Told:
    outlet = _told_in(bar.claim)
    quoted = None if many else excerpt(bar.claim)
    return Told(
        bar.id, bar.end.isoformat(), bar.start.isoformat(), True, source, str(bar.amount), bar.words, (), "", (outlet,),
        bar.claim.report.published or "", "", (), quoted,
    )  # fmt: skip


def _told_in(claim: Claim) -> str:
    return claim.report.outlet or claim.report.name


def _revision(point: Point, by_id: dict[str, Point]) -> str:
    """What was said of the same day before or after."""
    after, before = by_id.get(point.revised_by or ""), by_id.get(point.revises or "")
    if after:
        return f"revised later to {after.amount}"
    return f"revises {before.amount}" if before else ""


def _changes(step: Step | None) -> Iterator[str]:
    for flag in step.flags if step else ():
        yield f"{flag.remark.value}: {flag.reason}" if flag.remark is not Remark.GAP else f"before it, {flag.reason}"
