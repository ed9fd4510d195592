"""Runs of equal words of two texts, each word in one run only."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import groupby

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
    ends, others = _part_ends(left), _part_ends(right)
    where = _places(right)
    for i, key in enumerate(zip(a, a[1:], a[2:], strict=False)):
        for j in where.get(key, ()):
            if i and j and a[i - 1] == b[j - 1] and ends[i - 1] == ends[i] and others[j - 1] == others[j]:
                continue
            limit = min(ends[i] - i, others[j] - j)
            size = 0
            while size < limit and a[i + size] == b[j + size]:
                size += 1
            if size >= SHORT:
                yield -size, i, j


def _part_ends(words: Words) -> list[int]:
    """For each word, where the stretch of the article that it stands in ends."""
    ends: list[int] = []
    for _, part in groupby(words.parts):
        size = sum(1 for _ in part)
        ends += [len(ends) + size] * size
    return ends


def _places(words: Words) -> dict[tuple[str, str, str], list[int]]:
    """Where each three words stand that stand in few places."""
    found: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for j, key in enumerate(zip(words.folded, words.folded[1:], words.folded[2:], strict=False)):
        found[key].append(j)
    return {key: places for key, places in found.items() if len(places) <= _OFTEN}


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
        waiting: defaultdict[int, list[_Order]] = defaultdict(list)
        for one in wanted:
            waiting[one[1]].append(one)
        new = 0
        while new < len(self.laid):
            begin, new = new, len(self.laid)
            near = {one for tile in self.laid[begin:new] for one in _beside(tile, waiting, gap)}
            for one in near:
                waiting[one[1]].remove(one)
            self.lay(list(near), SHORT)

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


def _beside(tile: Tile, waiting: Mapping[int, list[_Order]], gap: int) -> Iterator[_Order]:
    """The short tiles that begin, or end, a few words behind or before a tile, on both sides."""
    left, right = tile.left + tile.size, tile.right + tile.size
    for i in range(tile.left - gap - SEED, left + gap + 1):
        for one in waiting.get(i, ()):
            behind = 0 <= i - left <= gap and 0 <= one[2] - right <= gap
            end, other = i - one[0], one[2] - one[0]
            if behind or (0 <= tile.left - end <= gap and 0 <= tile.right - other <= gap):
                yield one
