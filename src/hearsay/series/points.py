"""From figures to the points of a running total: as of when, how much, by whose word, repeated by whom, revised when.

What is one point: the same source giving the same amount for the same day. A report that gives no day of its own (the total is
then as of its publication) and that repeats, in another outlet and within `RELAY_DAYS`, what the source said last, adds
itself to that point; the source's own outlet giving the same total on another day is a new point, for a total that stays is
news too.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..claims.base import Claim
from ..compare.basis import basis
from ..model import Figure, Precision
from .interval import Interval, allowed

RELAY_DAYS = 3
"""Days within which another outlet's undated repetition of an amount is taken for the same point."""


@dataclass(frozen=True, slots=True)
class Point:
    """A running total as of `day` (the last day that it can be of; `first` is the earliest). `stated`: the words give the day,
    else it is the day of publication. `claims` are the figures that give it, the earliest first: `id` is that one's, the others
    repeat it. `revises` and `revised_by` are ids of points of the same day (`ordered`: dates of publication tell which is the
    later); `phase` counts the times that the source began again."""

    id: str
    day: date
    first: date
    precision: Precision
    stated: bool
    amount: Interval
    words: str
    basis: str
    claims: tuple[Claim, ...]
    revises: str | None = None
    revised_by: str | None = None
    ordered: bool = True
    phase: int = 0

    @property
    def published(self) -> str:
        """When the earliest of its reports came out; "" where no report says."""
        return self.claims[0].report.published or ""

    @property
    def via(self) -> tuple[str, ...]:
        """The relays named in the words, each once, in order of the reports."""
        names = (relay.name for claim in self.claims for voice in claim.voices[:1] for relay in voice.via)
        return tuple(dict.fromkeys(names))

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of its reports (a report's name where the outlet is unknown), each once."""
        return tuple(dict.fromkeys(claim.report.outlet or claim.report.name for claim in self.claims))


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure over a stretch with both ends, both days included: no part of a running total, drawn beside it."""

    id: str
    start: date
    end: date
    amount: Interval
    words: str
    claim: Claim


def as_of(claim: Claim, figure: Figure) -> tuple[date, date, Precision, bool] | None:
    """Earliest and latest day that a total is of, how precise that is, and whether the words say so; None where neither the words
    nor the date of publication tell."""
    window = figure.window
    if window is not None and window.end is not None and (end := day_of(window.end, last=True)):
        vague = window.precision if window.precision not in (Precision.RANGE, Precision.UNRESOLVED) else Precision.DAY
        first = day_of(window.end, last=False) or end
        return first, end, vague, True
    published = claim.report.published
    if not published or (latest := day_of(published, last=True)) is None:
        return None
    precision = {4: Precision.YEAR, 7: Precision.MONTH}.get(len(published), Precision.DAY)
    return day_of(published, last=False) or latest, latest, precision, False


def point(claim: Claim, figure: Figure) -> Point | None:
    """A claim as a point by itself; None where its day is not known."""
    when = as_of(claim, figure)
    if when is None:
        return None
    first, day, precision, stated = when
    return Point(claim.id, day, first, precision, stated, allowed(figure), figure.words, basis(claim), (claim,))


def bar(claim: Claim, figure: Figure) -> Bar | None:
    """A period's figure as a bar; None where an end is open or unknown."""
    window = figure.window
    start = day_of(window.start, last=False) if window and window.start else None
    end = day_of(window.end, last=True) if window and window.end else None
    return Bar(claim.id, start, end, allowed(figure), figure.words, claim) if start and end else None


def merged(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points of one source and one total in order of their days: repetitions put together, revisions tied."""
    kept: list[Point] = []
    at: dict[tuple[date, Interval], int] = {}
    for one in sorted(points, key=_order):
        found = at.get((one.day, one.amount))
        found = _relayed(kept, one) if found is None else found
        if found is None:
            at[one.day, one.amount] = len(kept)
            kept.append(one)
        else:
            kept[found] = _joined(kept[found], one)
    return _revisions(kept)


def standing(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points that nothing said later of the same day has replaced."""
    return tuple(one for one in points if one.revised_by is None)


def _order(one: Point) -> tuple[date, str, int, int, str]:
    """By day, then by publication, then by amount; ids settle what is left, so that the order of the input never counts."""
    low, high = one.amount.low, one.amount.high
    return one.day, one.published or "9", -1 if low is None else low, sys.maxsize if high is None else high, one.id


def _relayed(kept: Sequence[Point], one: Point) -> int | None:
    """Where the point stands that this one repeats; None: it is a point of its own."""
    if one.stated or not kept:
        return None
    last = kept[-1]
    again = last.amount == one.amount and one.day - last.day <= timedelta(RELAY_DAYS)
    other = not set(one.outlets) & set(last.outlets)
    return len(kept) - 1 if again and other else None


def _joined(one: Point, other: Point) -> Point:
    return replace(one, claims=(*one.claims, *other.claims), basis=one.basis or other.basis, stated=one.stated or other.stated)


def _revisions(points: Sequence[Point]) -> tuple[Point, ...]:
    """Points of the same day with other amounts: each revises the one published before it."""
    made = list(points)
    for i in range(1, len(made)):
        before, after = made[i - 1], made[i]
        if before.day == after.day and before.precision == after.precision:
            made[i - 1] = replace(before, revised_by=after.id)
            known = not after.published.startswith(before.published) and not before.published.startswith(after.published)
            made[i] = replace(after, revises=before.id, ordered=known)
    return tuple(made)


def day_of(text: str, *, last: bool) -> date | None:
    """The first or last day of an ISO date, month or year; None where the words are none."""
    try:
        if len(text) == 4:
            return date(int(text), 12, 31) if last else date(int(text), 1, 1)
        if len(text) == 7:
            start = date.fromisoformat(f"{text}-01")
            return (start + timedelta(31)).replace(day=1) - timedelta(1) if last else start
        return date.fromisoformat(text[:10])
    except (ValueError, OverflowError):  # a date that no calendar has, or past the last one
        return None
