"""One panel of a time line: totals of one harm and group, with ranges, revisions, late additions and what else is remarkable."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from ..series.line import Line
from .field import Field, Frame
from .looks import Look
from .marks import dot, revised, stretch, way
from .measure import width, wrapped
from .notes import LEFT, NOTES, RIGHT, SMALL, name, named, notes, numbers, remarks
from .placing import Box, Taken, spread
from .scale import Scale, amounts
from .style import FAINT, GRID, label, line
from .svg import Link, Svg

LOW, HIGH = 76, 340
"""Least and greatest height of the field; with more names than fit it grows."""
NUMBERED = 40
"""Points of a panel up to which each one's number is written."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn, and where it ends."""

    drawn: list[Svg]
    bottom: float


def panel(lines: Sequence[Line], frame: Frame, looks: Mapping[str, Look], link: Link | None, *, titled: bool = True) -> Drawn:
    """The panel with its title (unless it stands over the picture), axes, marks, names at the right, and the remarks in words
    below."""
    names = [name(one) for one in lines]
    heights = [14.0 * len(words) + 3 for words in names]
    high = max(min(LOW + 14 * sum(len(one.points) for one in lines), HIGH), sum(heights))
    heading = wrapped(named_for(lines[0]), frame.width - 32, 2, 13, True) if titled else []
    top = frame.top + 18 * len(heading) + 12
    up, ticks = amounts(_values(lines), top + high, top, 5 if high > 120 else 3)
    told = remarks(lines)
    signs = {step.after: ascii_lowercase[i] for i, (_, step) in enumerate(told[:NOTES])}
    room = Box(LEFT, top - 8, frame.width - RIGHT + 8, top + high)
    many = sum(len(one.points) for one in lines)
    inside = Field(frame, up, Taken(room), link, many <= NUMBERED, 4.5 if many <= 150 else 2.5 if many <= 1000 else 1.5, signs)
    inside.dodge(lines)
    drawn = [label(words, 16, frame.top + 14 + 18 * i, size=13, bold=True) for i, words in enumerate(heading)]
    if ticks[0] > 0:
        beside = 16 + width(heading[-1], 13, True) + 14 if heading else 16
        drawn.append(label(f"(from {ticks[0]:,} up, not from 0)", beside, top - 16, size=SMALL, colour=FAINT))
    drawn += _axes(frame, up, ticks, top + high)
    drawn += list(_field(inside, lines, looks))
    tops = spread([inside.y(_last(one)) for one in lines], heights, top - 6, top + high + 6)
    for one, words, at in zip(lines, names, tops, strict=True):
        drawn += named(inside, one, looks[one.key.source], words, at)
    bottom = top + high + 26
    told_below, bottom = notes(told, frame.width, bottom)
    return Drawn(drawn + told_below, bottom + 16)


def named_for(one: Line) -> str:
    """What the lines of a panel count, as its title: "Killed: women, in Sedrin"."""
    title = one.title
    return title[:1].upper() + title[1:]


def _values(lines: Iterable[Line]) -> Iterator[float]:
    for one in lines:
        for amount in (*(total.amount for total in one.points), *(bar.amount for bar in one.bars)):
            yield from (end for end in (amount.low, amount.high) if end is not None)


def _last(one: Line) -> float | None:
    return (one.points[-1] if one.points else one.bars[-1]).amount.middle


def _axes(frame: Frame, up: Scale, ticks: Sequence[int], bottom: float) -> list[Svg]:
    right = frame.width - RIGHT
    drawn = []
    for tick in ticks:
        y = up.at(tick)
        drawn.append(line(LEFT, y, right, y, colour=GRID if tick != ticks[0] else FAINT))
        drawn.append(label(f"{tick:,}", LEFT - 8, y + 4, anchor="end", size=SMALL, colour=FAINT))
    for day, words in frame.ticks:
        x = frame.x(day)
        if LEFT <= x <= right:
            drawn.append(line(x, bottom, x, bottom + 4, colour=FAINT))
            drawn.append(label(words, x, bottom + 17, anchor="middle", size=SMALL, colour=FAINT))
    return drawn


def _field(inside: Field, lines: Sequence[Line], looks: Mapping[str, Look]) -> Iterator[Svg]:
    """Everything between the axes: what lies under the marks first, then the marks, their numbers last."""
    for one in lines:
        by_id = {total.id: total for total in one.points}
        for step in one.steps:
            if step.before in by_id:
                yield from way(inside, by_id[step.before], by_id[step.after], step, looks[one.key.source])
        yield from revised(inside, one.points, by_id)
    for one in lines:
        for total in one.points:
            inside.taken.take(inside.filled(total))
    for one in lines:
        yield from (stretch(inside, bar, one, looks[one.key.source]) for bar in one.bars)
    for one in lines:
        yield from (dot(inside, total, one, looks[one.key.source]) for total in one.points)
    for one in lines:
        yield from numbers(inside, one)
