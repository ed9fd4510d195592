"""The marks in a panel of a time line: points with their whiskers, stretches, and the ways from one total to the next."""

from collections.abc import Iterator, Mapping, Sequence

from ..series.line import Line
from ..series.points import Bar, Point
from ..series.steps import Remark, Step
from .field import OPEN, Field
from .looks import Look
from .placing import Box
from .scale import said
from .style import COLOURS, INK, line, shape
from .svg import Svg, el, mark


def way(inside: Field, before: Point, after: Point, step: Step, look: Look) -> Iterator[Svg]:
    """The way from one total to the next; broken where they do not count the same, thin and dotted over a gap."""
    (x1, y1), (x2, y2) = inside.at(before), inside.at(after)
    if not step.comparable:
        x = (x1 + x2) / 2
        for middle in (x - 2.5, x + 2.5):
            low, high = max(y1, y2), min(y1, y2)
            yield line(middle - 2, (low + high) / 2 + 9, middle + 2, (low + high) / 2 - 9, colour=look.colour, wide=1.5)
        return
    inside.passes(x1, y1, x2, y2)
    gap = step.has(Remark.GAP)
    yield line(x1, y1, x2, y2, colour=look.colour, wide=0.9 if gap else 1.6, dash="1 4" if gap else look.dash)
    late = sum(one.amount.low or 0 for one in step.late)
    if late and after.amount.middle is not None:
        under = inside.y(after.amount.middle - late)
        for off in (-2.5, 2.5):
            yield line(x2 + off, y2, x2 + off, under, colour=look.colour, wide=1)
        yield line(x2 - 5, under, x2 + 5, under, colour=look.colour, wide=1.5)


def revised(inside: Field, points: Sequence[Point], by_id: Mapping[str, Point]) -> Iterator[Svg]:
    """A step from what was said first of a day to what was said later."""
    for point in points:
        if point.revised_by in by_id:
            x, y = inside.at(point)
            yield line(x, y, x, inside.at(by_id[point.revised_by or ""])[1], colour=INK, wide=1, dash="2 2")


def dot(inside: Field, point: Point, one: Line, look: Look) -> Svg:
    """A total with its whisker and, where it was relayed or repeated, a ring."""
    x, y = inside.at(point)
    drawn = list(_whisker(inside, point, look.colour, x, y))
    if point.first != point.day:
        drawn += [line(inside.frame.x(point.first), y, x, y, colour=look.colour, wide=1)]
    if (point.via or len(point.outlets) > 1) and inside.numbered:
        drawn.append(el("circle", cx=x, cy=y, r=8, fill="none", stroke=look.colour, stroke_width=1, class_=_tone(look)))
    drawn.append(shape(look.shape, x, y, inside.size, hollow=point.revised_by is not None, colour=look.colour))
    return mark(point.id, told(point, one), drawn, inside.link, "mark point", _reach(x, y))


def _reach(x: float, y: float) -> Svg:
    """What is pointed at: 24 units across, the least that a finger or an unsteady hand needs (WCAG 2.5.8)."""
    return el("circle", cx=x, cy=y, r=12, fill="none", stroke="none", pointer_events="all", class_="reach")


def _tone(look: Look) -> str:
    return f"tone{COLOURS.index(look.colour)}"


def _whisker(inside: Field, found: Point | Bar, colour: str, x: float, y: float) -> Iterator[Svg]:
    """From the least to the most that the words allow; an arrow where they leave an end open."""
    low, high = found.amount.low, found.amount.high
    if low is not None and high is not None:
        if low != high:
            ends = inside.y(low), inside.y(high)
            yield line(x, ends[0], x, ends[1], colour=colour, wide=1.2)
            yield from (line(x - 4, end, x + 4, end, colour=colour, wide=1.2) for end in ends)
        return
    tip = y - OPEN if high is None else y + OPEN
    back = 4 if high is None else -4
    yield line(x, y, x, tip, colour=colour, wide=1.2)
    yield line(x - 3, tip + back, x, tip, colour=colour, wide=1.2)
    yield line(x + 3, tip + back, x, tip, colour=colour, wide=1.2)


def stretch(inside: Field, bar: Bar, one: Line, look: Look) -> Svg:
    """A figure over a stretch: a bar from its first to its last day at the height of its amount."""
    left, right, y = inside.over(bar)
    inside.taken.take(Box(left, y - 5, right, y + 5))
    drawn = list(_whisker(inside, bar, look.colour, (left + right) / 2, y))
    drawn.append(line(left, y, right, y, colour=look.colour, wide=3.5, dash="3 1.5"))
    drawn += [line(x, y - 5, x, y + 5, colour=look.colour, wide=1.5) for x in (left, right)]
    drawn.append(shape(look.shape, (left + right) / 2, y, 3.5, True, look.colour))
    middle = _reach((left + right) / 2, y)
    return mark(bar.id, told_stretch(bar, one), drawn, inside.link, "mark stretch", middle)


def told_stretch(bar: Bar, one: Line) -> str:
    """A figure over a stretch in words."""
    return f"{bar.amount} {one.title}, {said(bar.start)} to {said(bar.end)}; {one.source}; “{bar.words}”"


def told(point: Point, one: Line) -> str:
    """A point in words."""
    when = f"as of {said(point.day)}" + ("" if point.stated else " (day of publication)")
    parts = [f"{point.amount} {one.title}", when, one.source]
    parts += [f"via {', '.join(point.via)}"] if point.via else []
    parts += [f"basis: {point.basis}"] if point.basis else []
    parts += ["revised later"] if point.revised_by else []
    parts += [f"in {', '.join(point.outlets)}", f"“{point.words}”"]
    return "; ".join(parts)
