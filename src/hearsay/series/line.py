"""Time lines of running totals: the points of each source, and what is derived from them.

Only running totals enter a line. Figures over a stretch with both ends lie beside it as bars; the dead of one event never
enter. What is left out is counted with its reason.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from ..claims.base import Claim
from ..compare.accounts import denied
from ..compare.basis import earlier
from ..model import Figure, Scope
from .keys import PLAIN, Key, Naming, key_of, may_fall, source_name
from .points import Bar, Point, bar, merged, point, standing
from .steps import Around, Step, steps
from .words import restarts

_T = TypeVar("_T", Point, Bar)

RESTART = 0.25
"""A total that falls under this part of the one before, and does not come back, is a count begun again."""


@dataclass(frozen=True, slots=True)
class Line:
    """One source's running total. `source`, `who` and `place` are as first written; `points` in order of their days, those
    revised included; `steps` are derived, between standing points; `bars` are the same source's figures over stretches."""

    key: Key
    source: str
    who: str
    place: str
    points: tuple[Point, ...] = ()
    steps: tuple[Step, ...] = ()
    bars: tuple[Bar, ...] = ()

    @property
    def title(self) -> str:
        """What is counted, without by whom: "killed: women, in Sedrin"."""
        held = "" if self.key.modality == "reported" else f"{self.key.modality} "
        who = f": {self.who}" if self.key.who else ""
        return f"{held}{self.key.measure}{who}" + (f", in {self.place}" if self.place else "")


@dataclass(frozen=True, slots=True)
class Series:
    """Lines in order of their keys; `left_out` counts, by reason, the figures that are on none; `denied` are totals that somebody
    denies."""

    lines: tuple[Line, ...] = ()
    denied: tuple[Claim, ...] = ()
    left_out: Mapping[str, int] | None = None


def series(claims: Iterable[Claim], naming: Naming = PLAIN) -> Series:
    """All lines that these claims make; the order of the claims changes nothing."""
    figures = {claim.id: claim for claim in claims if isinstance(claim.finding, Figure)}
    every = sorted(figures.values(), key=lambda claim: (claim.report.published or "9", claim.id))
    made = _Gathered()
    for claim in every:
        made.take(claim, naming)
    made.settle()
    _stated_starts(made)
    lines = [_line(key, made) for key in sorted(set(made.points) | set(made.bars))]
    return Series(tuple(_phases(lines, made)), tuple(made.denied), dict(sorted(made.left_out.items())))


def between(line: Line, since: date | None, until: date | None) -> Line:
    """What of a line lies in [since, until]: points of these days with the steps that lead to them, and stretches that touch
    them."""
    first, last = since or date.min, until or date.max
    points = tuple(one for one in line.points if first <= one.day <= last)
    known = {one.id for one in points}
    steps = tuple(one for one in line.steps if one.after in known)
    return replace(
        line, points=points, steps=steps, bars=tuple(one for one in line.bars if one.end >= first and one.start <= last)
    )


class _Gathered:
    """Figures sorted into running totals, stretches and the rest."""

    def __init__(self) -> None:
        self.points: dict[Key, list[Point]] = defaultdict(list)
        self.retold: dict[Key, list[Point]] = defaultdict(list)
        self.bars: dict[Key, list[Bar]] = defaultdict(list)
        self.names: dict[Key, tuple[str, str, str]] = {}
        self.denied: list[Claim] = []
        self.left_out: Counter[str] = Counter()
        self.beside: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)

    def take(self, claim: Claim, naming: Naming) -> None:
        """Puts a figure where it belongs, or counts why it belongs nowhere."""
        figure = claim.finding
        assert isinstance(figure, Figure)
        who = naming.who(figure.who, claim.report.language) if figure.who else ""
        self.beside[figure.measure.value, who, claim.report.text].append(claim)
        if reason := self._place(claim, figure, naming):
            self.left_out[reason] += 1

    def _place(self, claim: Claim, figure: Figure, naming: Naming) -> str:
        if figure.scope in (Scope.INCIDENT, Scope.UNKNOWN):
            return "of one incident" if figure.scope is Scope.INCIDENT else "over what is not known"
        if denied(claim):
            self.denied.append(claim)
            return "denied"
        if figure.low is None and figure.high is None:
            return "no number"
        key = key_of(claim, figure, naming)
        names = (source_name(claim), figure.who, figure.place.words if figure.place else "")
        if figure.scope is Scope.PERIOD:
            stretch = bar(claim, figure)
            if stretch is None:
                return "a stretch without both ends"
            self._add(self.bars, replace(key, start=""), names, stretch)
            return ""
        found = point(claim, figure)
        if found is None:
            return "no day known"
        self._add(self.retold if earlier(claim) and not found.stated else self.points, key, names, found)
        return ""

    def settle(self) -> None:
        """Totals that their report gives as earlier ones ("up from 640") are of a day that is not said, and left out, where it
        gives a later one of the same total; else the words were no sign of it."""
        told = {(replace(key, start=""), one.claims[0].report.text) for key, every in self.points.items() for one in every}
        for key, every in self.retold.items():
            for one in every:
                if (replace(key, start=""), one.claims[0].report.text) in told:
                    self.left_out["told again as an earlier total, of a day that is not said"] += 1
                else:
                    self.points[key].append(one)

    def _add(self, into: dict[Key, list[_T]], key: Key, names: tuple[str, str, str], one: _T) -> None:
        self.names.setdefault(key, names)
        into[key].append(one)


def _stated_starts(made: _Gathered) -> None:
    """A total that does not say from when it counts is the source's only one that does; where there are several, one by itself.
    Stretches go with the source's first line."""
    by_total: dict[Key, list[Key]] = defaultdict(list)
    for key in made.points:
        by_total[replace(key, start="")].append(key)
    for open_key, keys in by_total.items():
        dated = sorted(key for key in keys if key.start)
        if len(dated) == 1 and open_key in made.points:
            made.points[dated[0]] += made.points.pop(open_key)
        if open_key in made.bars and dated and open_key not in made.points:
            made.bars[dated[0]] += made.bars.pop(open_key)


def _line(key: Key, made: _Gathered) -> Line:
    source, who, place = made.names[key]
    points = _restarted(merged(made.points.get(key, ())), may_fall(key))
    bars = tuple(sorted(made.bars.get(key, ()), key=lambda one: (one.start, one.end, one.id)))
    return Line(key, source, who, place, points, (), bars)


def _restarted(points: Sequence[Point], falls: bool) -> tuple[Point, ...]:
    """The points with their phases: a source that begins again says so, or its total, if it is none that `falls` of itself, falls
    to less than `RESTART` of the one before and stays under that one to the end, for two totals at least."""
    out, phase = [], 0
    before: Point | None = None
    ahead = _highest_after(points)
    for i, one in enumerate(points):
        stays = not falls and i < len(points) - 1
        if before is not None and one.revised_by is None and _begins(before, one, ahead[i] if stays else None):
            phase += 1
        before = one if one.revised_by is None else before
        out.append(replace(one, phase=phase))
    return tuple(out)


def _highest_after(points: Sequence[Point]) -> list[int]:
    """For each point the highest total from it on."""
    out, highest = [0] * len(points), 0
    for i in range(len(points) - 1, -1, -1):
        highest = max(highest, points[i].amount.high or points[i].amount.low or 0)
        out[i] = highest
    return out


def _begins(before: Point, one: Point, ahead: int | None) -> bool:
    """Whether a count begins again; `ahead` is the highest total from there on, None where values alone do not tell."""
    low, high = before.amount.low, one.amount.high
    if low is None or high is None or high >= low:
        return False
    return any(restarts(claim) for claim in one.claims) or (ahead is not None and high < low * RESTART and ahead < low)


def _phases(lines: Iterable[Line], made: _Gathered) -> Iterator[Line]:
    """Lines of one source that count from different days, one after the other, put together: the later is a new phase of the
    earlier. Where they run side by side each stays its own. Then the steps."""
    groups: dict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        groups[replace(line.key, start="")].append(line)
    for _, group in sorted(groups.items()):
        for line in _in_turn(group):
            measure, who = line.key.measure, line.key.who
            texts = {claim.report.text for one in line.points for claim in one.claims}
            beside = {text: made.beside.get((measure, who, text), ()) for text in texts}
            found = steps(standing(line.points), Around(may_fall(line.key), beside))
            yield replace(line, steps=found)


def _in_turn(lines: Sequence[Line]) -> list[Line]:
    dated = sorted((one for one in lines if one.key.start and one.points), key=lambda one: one.key.start)
    rest = [one for one in lines if not (one.key.start and one.points)]
    out: list[Line] = []
    for line in dated:
        if out and out[-1].points[-1].day < line.points[0].day and out[-1].points[-1].day.isoformat() <= line.key.start:
            earlier = out.pop()
            shift = earlier.points[-1].phase + 1
            later = tuple(replace(one, phase=one.phase + shift) for one in line.points)
            line = replace(earlier, points=earlier.points + later, bars=earlier.bars + line.bars)
        out.append(line)
    return sorted(out + rest, key=lambda one: one.key)
