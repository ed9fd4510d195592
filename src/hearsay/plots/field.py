"""The inside of a panel while it is drawn: where things lie in it, and what room is taken."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..series.line import Line
from ..series.points import Bar, Point
from .placing import Box, Taken
from .scale import Scale
from .svg import Link

OPEN = 15
"""Length of the arrow at an open end."""
_ASIDE: tuple[tuple[float, float], ...] = ((0, 0), (9, 0), (-9, 0), (18, 0), (-18, 0))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a panel goes: width of the picture, its top, the days across and their ticks."""

    width: float
    top: float
    across: Scale
    ticks: tuple[tuple[date, str], ...]

    def x(self, day: date) -> float:
        """Where a day lies."""
        return self.across.at(day.toordinal())


@dataclass(slots=True)
class Field:
    """The inside of a panel while it is drawn. `signs` are the letters of the remarks on a point's step, `size` is half a sign,
    `aside` how far a mark is moved (right, down) so that it does not hide another."""

    frame: Frame
    up: Scale
    taken: Taken
    link: Link | None
    numbered: bool
    size: float
    signs: Mapping[str, str] = field(default_factory=dict)
    aside: dict[str, tuple[float, float]] = field(default_factory=dict)
    strokes: Taken = field(default_factory=lambda: Taken(Box(0, 0, 0, 0)))

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point lies."""
        right, down = self.aside.get(point.id, (0, 0))
        return self.frame.x(point.day) + right, self.y(point.amount.middle) + down

    def passes(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Notes that a stroke passes there: numbers would rather stand elsewhere."""
        for i in range(steps := max(int(abs(x2 - x1) + abs(y2 - y1)) // 8, 1) if self.numbered else 0):
            x, y = x1 + (x2 - x1) * (i + 0.5) / steps, y1 + (y2 - y1) * (i + 0.5) / steps
            self.strokes.take(_around(x, y, 3))

    def over(self, bar: Bar) -> tuple[float, float, float]:
        """Left end, right end and height of a stretch."""
        down = self.aside.get(bar.id, (0, 0))[1]
        return self.frame.x(bar.start) - 1, self.frame.x(bar.end) + 1, self.y(bar.amount.middle) + down

    def dodge(self, lines: Sequence[Line]) -> None:
        """Moves marks that would lie on others of another source: points to the right or left, stretches down or up."""
        seen = Taken(self.taken.within)
        for i, one in enumerate(lines):
            for point in one.points if self.numbered else ():
                x, y = self.frame.x(point.day), self.y(point.amount.middle)
                whose = 2 * i + (point.revised_by is not None)
                self.aside[point.id] = next((d for d in _ASIDE if seen.clear(_around(x + d[0], y, 3.5), whose)), (0, 0))
                seen.take(_around(x + self.aside[point.id][0], y, 3.5), whose)
            for bar in one.bars:
                left, right, y = self.over(bar)
                boxes = {d: Box(left, y + d[0] - 3, right, y + d[0] + 3) for d in _ASIDE}
                found = next((d for d in _ASIDE if seen.clear(boxes[d], 2 * i)), (0, 0))
                self.aside[bar.id] = (0, found[0])
                seen.take(boxes.get(found, boxes[_ASIDE[0]]), 2 * i)

    def filled(self, point: Point) -> Box:
        """The room that a point and its arrow take."""
        x, y = self.at(point)
        low, high = point.amount.low, point.amount.high
        top = y - OPEN - 2 if high is None else min(self.y(high), y - 6)
        return Box(x - 6, top, x + 6, y + OPEN + 2 if low is None else max(self.y(low), y + 6))

    def y(self, amount: float | None) -> float:
        """How high an amount lies."""
        return self.up.at(amount or 0)


def _around(x: float, y: float, size: float) -> Box:
    return Box(x - size, y - size, x + size, y + size)
