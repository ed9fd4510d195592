"""Runs of equal words of two texts, each word in one run only."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from .words import Words

SEED = 5
"""Words in a row that begin a passage."""
SHORT = 3
"""Words in a row that go on with one."""
_OFTEN = 16
"""Places of the same few words in one text beyond which they tell nothing of where a passage stands."""


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """`size` equal words, from word `left` of one text and word `right` of the other on."""

    left: int
    right: int
    size: int


_Order = tuple[int, int, int]
"""Minus the size, left, right: the longest tile comes first."""


def tiles(left: Words, right: Words, gap: int) -> list[Tile]:
    """The tiles of two texts in order of the left. Short runs count only within `gap` words of a longer one, on both sides."""
    every = list(_matches(left, right))
    board = _Board(len(left), len(right))
    board.lay([one for one in every if -one[0] >= SEED], SEED)
    if board.laid:
        board.lay_beside([one for one in every if -one[0] < SEED], gap)
    return sorted(board.laid)


def _matches(left: Words, right: Words) -> Iterator[_Order]:
    """Every run of at least `SHORT` equal words that can't be made longer."""
    a, b = left.folded, right.folded
    where = _places(right)
    for i, key in enumerate(zip(a, a[1:], a[2:], strict=False)):
        for j in where.get(key, ()):
            if _joined(left, right, i - 1, j - 1) and left.parts[i - 1] == left.parts[i] and right.parts[j - 1] == right.parts[j]:
                continue
            size = 0
            while i + size < len(a) and j + size < len(b) and _goes_on(left, right, i, j, size):
                size += 1
            if size >= SHORT:
                yield -size, i, j


def _places(words: Words) -> dict[tuple[str, str, str], list[int]]:
    """Where each three words stand that stand in few places."""
    found: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for j, key in enumerate(zip(words.folded, words.folded[1:], words.folded[2:], strict=False)):
        found[key].append(j)
    return {key: places for key, places in found.items() if len(places) <= _OFTEN}


def _joined(left: Words, right: Words, i: int, j: int) -> bool:
    return i >= 0 and j >= 0 and left.folded[i] == right.folded[j]


def _goes_on(left: Words, right: Words, i: int, j: int, size: int) -> bool:
    equal = left.folded[i + size] == right.folded[j + size]
    return equal and left.parts[i + size] == left.parts[i] and right.parts[j + size] == right.parts[j]


class _Board:
    """Which words are in a tile: of each left word the right one, and whether a right one is taken."""

    def __init__(self, left: int, right: int) -> None:
        self.laid: list[Tile] = []
        self._partner = [-1] * left
        self._taken = bytearray(right)

    def lay(self, wanted: list[_Order], least: int) -> None:
        """Lays tiles down, the longest first; of one that finds words taken the free runs are tried in their turn."""
        heapify(wanted)
        while wanted:
            size, i, j = heappop(wanted)
            free = list(self._free(i, j, -size))
            if free == [(i, j, -size)]:
                self._put(i, j, -size)
                continue
            for a, b, length in free:
                if length >= least:
                    heappush(wanted, (-length, a, b))

    def lay_beside(self, wanted: list[_Order], gap: int) -> None:
        """Lays short tiles down beside those that lie, and beside those again."""
        before = -1
        while wanted and before != len(self.laid):
            before = len(self.laid)
            near = [one for one in wanted if self._is_near(one, gap)]
            self.lay(near.copy(), SHORT)
            gone = set(near)
            wanted = [one for one in wanted if one not in gone]

    def _put(self, i: int, j: int, size: int) -> None:
        self.laid.append(Tile(i, j, size))
        self._partner[i : i + size] = range(j, j + size)
        self._taken[j : j + size] = b"\1" * size

    def _free(self, i: int, j: int, size: int) -> Iterator[tuple[int, int, int]]:
        """The runs of a tile whose words are free on both sides."""
        begin = 0
        for at in range(size + 1):
            if at == size or self._partner[i + at] >= 0 or self._taken[j + at]:
                if at > begin:
                    yield i + begin, j + begin, at - begin
                begin = at + 1

    def _is_near(self, one: _Order, gap: int) -> bool:
        """Whether a tile lies a few words before or behind this place, on both sides."""
        size, i, j = -one[0], one[1], one[2]
        before = self._partner[max(0, i - gap - 1) : i]
        behind = self._partner[i + size : i + size + gap + 1]
        in_front = any(other >= 0 and 0 < j - other <= gap + 1 for other in before)
        return in_front or any(other >= 0 and 0 <= other - (j + size) <= gap for other in behind)
