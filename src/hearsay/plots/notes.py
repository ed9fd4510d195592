"""The words of a panel of a time line: numbers beside points, names at the right, remarks below."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from string import ascii_lowercase

from ..series.line import Line
from ..series.points import Point
from ..series.steps import Remark, Step
from .field import Field
from .looks import Look
from .measure import width, wrapped
from .scale import said
from .style import FAINT, GRID, INK, label, line, shape
from .svg import Svg

LEFT, RIGHT = 70, 206
"""Room for the numbers at the left and the names at the right."""
NOTES = 14
"""Remarks of a panel that are told below it."""
SMALL = 11


def numbers(inside: Field, one: Line) -> Iterator[Svg]:
    """Numbers beside the points as far as there is room, with the letters of their remarks; the letters alone beside many."""
    for point in one.points:
        sign = f"({inside.signs[point.id]})" if point.id in inside.signs else ""
        words = f"{_short(point)} {sign}".strip() if inside.numbered else sign
        yield from _beside(inside, words, *inside.at(point))
    if inside.numbered:
        for bar in one.bars:
            left, right, y = inside.over(bar)
            yield from _beside(inside, str(bar.amount), (left + right) / 2, y)


def _beside(inside: Field, words: str, x: float, y: float) -> Iterator[Svg]:
    if not words:
        return
    box = inside.taken.place(x, y, width(words, SMALL) + 2, 13, inside.strokes)
    if box is not None:
        far = abs((box.left + box.right) / 2 - x) > (box.right - box.left) / 2 + 12 or abs((box.top + box.bottom) / 2 - y) > 22
        if far:  # a number out of its place is led to its point
            yield line(x, y, min(max(x, box.left), box.right), min(max(y, box.top), box.bottom), colour=FAINT, wide=0.7)
        yield label(words, (box.left + box.right) / 2, box.bottom - 3, anchor="middle", size=SMALL, halo=True)


def _short(point: Point) -> str:
    low, high = point.amount.low, point.amount.high
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"≥ {low:,}" if low is not None else f"≤ {high:,}"


def name(one: Line) -> tuple[str, ...]:
    """The lines of the name at the right: the source, and from when it counts."""
    since = one.key.start
    lines = wrapped(one.source, RIGHT - 46, 2)
    return (*lines, f"since {said(date.fromisoformat(since))}") if since and one.points else lines


def named(inside: Field, one: Line, look: Look, words: Sequence[str], top: float) -> list[Svg]:
    """The name at the right, and a thin line that leads to it."""
    ends = [inside.at(one.points[-1])] if one.points else []
    x, y = ends[0] if ends else (inside.frame.x(one.bars[-1].end), inside.y(one.bars[-1].amount.middle))
    left, level = inside.frame.width - RIGHT + 30, top + 9
    start = inside.frame.width - RIGHT + 6
    drawn = [
        line(x + 7, y, start, y, colour=GRID, dash="1 2"),
        line(start, y, left - 12, level, colour=GRID, dash="1 2"),
        line(left - 12, level, left - 2, level, colour=look.colour, wide=1.6, dash=look.dash),
        shape(look.shape, left - 7, level, 4, False, look.colour),
    ]
    for i, text in enumerate(words):
        since = i and text.startswith("since ") and i == len(words) - 1 and bool(one.key.start)
        size, colour = (10.5, FAINT) if since else (12, INK)
        drawn.append(label(text, left + 4, level + 4 + 14 * i, size=size, colour=colour, full="" if since else one.source))
    return drawn


def remarks(lines: Iterable[Line]) -> list[tuple[Line, Step]]:
    """The steps with something to say, the earliest first. A gap alone is seen, and not told."""
    every = [(one, step) for one in lines for step in one.steps if any(f.remark is not Remark.GAP for f in step.flags)]
    return sorted(every, key=lambda pair: (pair[1].end, pair[0].key, pair[1].after))


def notes(told: Sequence[tuple[Line, Step]], wide: float, top: float) -> tuple[list[Svg], float]:
    """The remarks in words below the panel."""
    drawn: list[Svg] = []
    y = top
    for sign, (one, step) in zip(ascii_lowercase, told[:NOTES], strict=False):
        why = "; ".join(f"{flag.remark.value}: {flag.reason}" for flag in step.flags if flag.remark is not Remark.GAP)
        full = f"{said(step.end)}, {one.source}. {why[:1].upper()}{why[1:]}."
        for i, words in enumerate(wrapped(full, wide - LEFT - 44, 3, SMALL)):
            y += 15
            if not i:
                drawn.append(label(f"({sign})", LEFT, y, size=SMALL, bold=True))
            drawn.append(label(words, LEFT + 26, y, size=SMALL, full=full))
    if len(told) > NOTES:
        y += 15
        drawn.append(label(f"and {len(told) - NOTES:,} more remarks, in the table", LEFT + 26, y, size=SMALL, colour=FAINT))
    return drawn, y
