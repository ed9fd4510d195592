"""What is derived from the points of a line: increments and what is remarkable in them. Nothing here is anybody's figure.

How an implausible jump is told: the increment a day, less what the words explain as late, lies above the median of the comparable
increments around it (`AROUND` on each side, at least `ENOUGH` in all) by more than `SPREADS` scaled median absolute deviations
(1.4826 times the median distance from the median: a standard deviation where increments are normal), and is more than `TIMES`
that median, and at least `LEAST` above it. A jump is marked and kept: it may be the truth.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from statistics import median

from ..claims.base import Claim
from ..model import Figure, Polarity, Scope
from .interval import Interval, allowed, below, minus, plus
from .points import Point
from .words import lateness, lowered

AROUND = 15
ENOUGH = 8
SPREADS = 6.0
TIMES = 3.0
LEAST = 5.0
_SCALE = 1.4826


class Remark(StrEnum):
    """What is remarkable in a step."""

    GAP = "gap"  # longer without a total than this source's rhythm
    LATE = "late addition"  # the words say that earlier harm came in
    BASIS = "change of basis"  # the count rests on something else than before
    RESET = "starts again"  # the source counts from another day, or from nothing
    DROP = "drop"  # a total that can only rise has fallen
    LOWERED = "revised down"  # it has fallen, and the source says so
    JUMP = "jump"  # far above the usual increment
    ORDER = "order unknown"  # two totals of one day, and nothing tells which came later


@dataclass(frozen=True, slots=True)
class Flag:
    """A remark on a step with its reason in words; `claim` is the id of the figure whose words say so (None: reckoned)."""

    remark: Remark
    reason: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """Harm of earlier days that came into a total, by a figure's own words: how, how many, and that figure's id."""

    how: str
    amount: Interval
    claim: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Derived: from one standing point of a line to the next. `amount` is the increment that the two totals allow, `late` what
    came in late by somebody's words, `rest` the increment without it; `comparable`: both totals count the same."""

    before: str
    after: str
    start: date
    end: date
    amount: Interval
    late: tuple[Late, ...] = ()
    flags: tuple[Flag, ...] = ()
    comparable: bool = True

    @property
    def days(self) -> int:
        """Days from the one total to the other."""
        return (self.end - self.start).days

    @property
    def rest(self) -> Interval:
        """The increment without what came in late; where more is said to have come in late than the total rose, the increment."""
        told = Interval(0, 0)
        for one in self.late:
            told = plus(told, one.amount)
        rest = minus(self.amount, told)
        return rest if rest.high is None or rest.high >= 0 or not self.late else self.amount

    def has(self, remark: Remark) -> bool:
        """Whether it carries that remark."""
        return any(flag.remark is remark for flag in self.flags)


@dataclass(frozen=True, slots=True)
class Around:
    """What a line's steps are read with: whether its total may fall of itself, and the other figures of the same harm and group
    of each report (the text's id -> claims)."""

    may_fall: bool = False
    beside: Mapping[str, Sequence[Claim]] = field(default_factory=dict)


def steps(points: Sequence[Point], around: Around) -> tuple[Step, ...]:
    """The steps between standing points in order of their days, with all remarks."""
    pairs = list(pairwise(points))
    rhythm = median((after.day - before.day).days for before, after in pairs) if len(pairs) > 1 else None
    return _jumps([_step(before, after, around, rhythm) for before, after in pairs])


def _step(before: Point, after: Point, around: Around, rhythm: float | None) -> Step:
    flags: list[Flag] = []
    days = (after.day - before.day).days
    if rhythm is not None and days >= max(rhythm * 1.5, rhythm + 1):
        missing = f"{days - 1} days without a total" if days > 2 else "one day without a total"
        flags.append(Flag(Remark.GAP, f"{missing}; usual: every {rhythm:g} days" if rhythm > 1 else missing))
    if before.phase != after.phase:
        flags.append(Flag(Remark.RESET, f"from {before.amount} the count goes on at {after.amount}", after.id))
        return Step(before.id, after.id, before.day, after.day, Interval(), (), tuple(flags), comparable=False)
    amount = minus(after.amount, before.amount)
    late = _late(after, amount, around)
    flags += [Flag(Remark.LATE, f"{one.amount} {one.how}", one.claim) for one in late]
    if not late and (how := next((h for claim in after.claims if (h := lateness(claim, around=True))), "")):
        flags.append(Flag(Remark.LATE, f"{how}; how many is not said", after.id))
    fell = below(after.amount, before.amount)
    changed = _changed(before, after, fell)
    if changed:
        flags.append(Flag(Remark.BASIS, changed, after.id))
    if not after.ordered:
        flags.append(Flag(Remark.ORDER, "another total of the same day; which of them is the later is not known", after.id))
    if fell and not changed:
        flags += _fall(before, after, around.may_fall)
    return Step(before.id, after.id, before.day, after.day, amount, late, tuple(flags), comparable=not changed)


def _changed(before: Point, after: Point, fell: bool) -> str:
    """The change of basis in words; "" where none is told. A basis named only now is a change where it explains a fall."""
    if before.basis == after.basis or not after.basis or not (before.basis or fell):
        return ""
    return f"from {before.basis or 'a basis that is not named'} to {after.basis}"


def _fall(before: Point, after: Point, may_fall: bool) -> list[Flag]:
    moved = f"from {before.amount} to {after.amount}"
    said = next((claim.id for claim in after.claims if lowered(claim)), None)
    if said is not None:
        return [Flag(Remark.LOWERED, moved, said)]
    return [] if may_fall else [Flag(Remark.DROP, f"{moved}, and no words say why")]


def _late(after: Point, amount: Interval, around: Around) -> tuple[Late, ...]:
    """Figures of the same harm and group in the point's reports whose words say that earlier harm came in; each amount once.
    The dead of one event are such only where they are part of the total, or could be all of the increment."""
    found: dict[tuple[str, Interval], Late] = {}
    own = {claim.id for claim in after.claims}
    for claim in after.claims:
        for other in around.beside.get(claim.report.text, ()):
            one = late_of(other) if other.id not in own else None
            if one is not None and (other.part_of in own or not below(_room(other, after, amount), one.amount)):
                found.setdefault((one.how, one.amount), one)
    return tuple(found.values())


def _room(claim: Claim, after: Point, amount: Interval) -> Interval:
    """What a figure must not exceed: the increment where it is of one event, else the total."""
    figure = claim.finding
    return amount if isinstance(figure, Figure) and figure.scope is Scope.INCIDENT else after.amount


def late_of(claim: Claim) -> Late | None:
    """A figure as a late addition, or None where its words do not say so. It must not be a running total itself."""
    figure = claim.finding
    if not isinstance(figure, Figure) or figure.scope is Scope.CUMULATIVE or figure.polarity is Polarity.DENIED:
        return None
    how = lateness(claim)
    return Late(how, allowed(figure), claim.id, figure.words) if how and allowed(figure).low is not None else None


def _jumps(made: Sequence[Step]) -> tuple[Step, ...]:
    """The steps with implausible jumps marked, each against its neighbours."""
    rates = [(i, rate) for i, step in enumerate(made) if (rate := _rate(step)) is not None]
    out = list(made)
    for at, (i, rate) in enumerate(rates):
        near = [r for j, r in rates[max(0, at - AROUND) : at + AROUND + 1] if j != i]
        if len(near) < ENOUGH:
            continue
        usual = median(near)
        spread = median(abs(r - usual) for r in near) * _SCALE
        if rate - usual > max(SPREADS * spread, LEAST) and rate > TIMES * usual:
            reason = f"{rate:,.0f} a day, where {usual:,.0f} are usual around it"
            out[i] = replace(made[i], flags=(*made[i].flags, Flag(Remark.JUMP, reason)))
    return tuple(out)


def _rate(step: Step) -> float | None:
    """The increment a day by its middle, where both ends are known and the totals count the same."""
    if not step.comparable or step.rest.low is None or step.rest.high is None or step.days <= 0:
        return None
    middle = step.rest.middle
    return None if middle is None else middle / step.days
