"""Keeping labels apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import floor

_CELL = 40


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in user units."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share any room."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


@dataclass(slots=True)
class Taken:
    """What room is taken already; new things ask before they are drawn. Boxes are kept by cells of a grid, so that asking costs
    the neighbourhood only. `within` is the room there is."""

    within: Box
    _cells: dict[tuple[int, int], list[tuple[Box, int]]] = field(default_factory=dict)

    def free(self, box: Box) -> bool:
        """Whether it lies within, and nothing is there."""
        room = self.within
        if box.left < room.left or box.right > room.right or box.top < room.top or box.bottom > room.bottom:
            return False
        return self.clear(box)

    def clear(self, box: Box, owner: int = -1) -> bool:
        """Whether nothing is there but what the owner itself took."""
        here = (one for cell in _over(box) for one in self._cells.get(cell, ()))
        return not any(box.meets(other) for other, whose in here if whose != owner or owner < 0)

    def take(self, box: Box, owner: int = -1) -> None:
        """Takes the room."""
        for cell in _over(box):
            self._cells.setdefault(cell, []).append((box, owner))

    def place(self, x: float, y: float, wide: float, high: float, shy: "Taken | None" = None, away: float = 8) -> Box | None:
        """A free box of that size beside the point (above, below, right, left, then the corners), taken; None: all is full. One
        that is free in `shy` too goes before one that is not."""
        found = None
        for box in self._beside(x, y, wide, high, away):
            if self.free(box):
                if shy is None or shy.clear(box):
                    self.take(box)
                    return box
                found = found or box
        if found:
            self.take(found)
        return found

    def _beside(self, x: float, y: float, wide: float, high: float, away: float) -> Iterator[Box]:
        sides = ((0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
        for far in (away, away * 2, away * 4):
            for dx, dy in sides:
                middle, level = x + dx * (far + wide / 2), y + dy * (far + high / 2)
                yield Box(middle - wide / 2, level - high / 2, middle + wide / 2, level + high / 2)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Tops for boxes of these heights, each as near as may be to the middle that it wants, in the order of those, none over
    another and none outside (but for those that find no room: they go on below)."""
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    tops = [wanted[i] - heights[i] / 2 for i in range(len(wanted))]
    edge = top
    for i in order:
        tops[i] = max(tops[i], edge)
        edge = tops[i] + heights[i]
    edge = bottom
    for i in reversed(order):
        tops[i] = min(tops[i], edge - heights[i])
        edge = tops[i]
    edge = top
    for i in order:
        tops[i] = max(tops[i], edge)
        edge = tops[i] + heights[i]
    return tops


def _over(box: Box) -> list[tuple[int, int]]:
    across = range(floor(box.left / _CELL), floor(box.right / _CELL) + 1)
    down = range(floor(box.top / _CELL), floor(box.bottom / _CELL) + 1)
    return [(x, y) for x in across for y in down]
