"""Which passages two reports share, to the character on both sides, and what that makes of them.

Seed and extend over words: runs of `SEED` equal words are laid down as tiles, the longest first, each word in one tile only
(greedy string tiling, Wise 1993), so that paragraphs may have changed places; shorter runs are added beside them; tiles with
few words between them make one passage, so that lightly reworded and trimmed paragraphs are found whole.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..model import Span, Text
from .tiles import Tile, tiles
from .words import Words, words_of

GAP = 8
"""Words on either side that a passage may run over without a match."""
PASSAGE = 8
"""Equal words that make a passage."""
DENSE = 0.5
"""The part of a passage's words that must be equal."""
OWN = 18
"""Shared words outside quotation marks without which nothing is called a copy: one plain sentence of the press (so many dead,
in such a place, on such a day) may be written alike by two reporters."""
RUN = 14
"""Such words in one passage without which, up to twice `OWN` in all, nothing is called a copy: turns of phrase add up."""
BRIEF = 12
"""The same where the whole of a report is shared."""
SHARE = 0.12
"""The part of a report's own words, on the side where it is greater, without which nothing is called a copy."""
LONG = 60
"""Shared words outside quotation marks that are a copied passage in however long a report."""
WHOLE = 0.8
"""The part of a report's words that makes a copy one of the whole."""


class Kind(StrEnum):
    """What two reports share: nothing to speak of (a turn of phrase), quotations of somebody else's words alone, a part of one
    of them, or one of them whole."""

    NONE = "none"
    QUOTATION = "quotation"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of each text with the same words but for a few. `same` counts the equal words, `own` those of them that stand
    outside quotation marks on both sides."""

    left: Span
    right: Span
    same: int
    own: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two texts share. `left_share` and `right_share` are the parts (0 to 1) of each article's words that lie in passages;
    `own_share` is the greater of both sides' parts of the words outside quotation marks. Passages are in order of the left."""

    kind: Kind
    passages: tuple[Passage, ...] = ()
    left_share: float = 0.0
    right_share: float = 0.0
    own_share: float = 0.0

    @property
    def copied(self) -> bool:
        """Whether one report has words of the other's own, or both have them from a third."""
        return self.kind in (Kind.PART, Kind.WHOLE)

    @property
    def same(self) -> int:
        """Equal words in all passages."""
        return sum(passage.same for passage in self.passages)

    @property
    def own(self) -> int:
        """Those of them outside quotation marks."""
        return sum(passage.own for passage in self.passages)

    def swapped(self) -> "Reuse":
        """The same, seen from the other side."""
        turned = (Passage(one.right, one.left, one.same, one.own) for one in self.passages)
        order = tuple(sorted(turned, key=lambda one: (one.left, one.right)))
        return Reuse(self.kind, order, self.right_share, self.left_share, self.own_share)


def compare(left: Text, right: Text) -> Reuse:
    """What two texts share. Exchanging them exchanges the sides and nothing else."""
    return compare_words(words_of(left), words_of(right))


def compare_words(left: Words, right: Words) -> Reuse:
    """The same for words that are at hand."""
    if right.folded < left.folded:  # ties between equal tiles are settled alike whichever text is given first
        return _compared(right, left).swapped()
    return _compared(left, right)


@dataclass(frozen=True, slots=True)
class _Run:
    """Tiles with little between them: words [left, left_end) and [right, right_end)."""

    left: int
    left_end: int
    right: int
    right_end: int
    tiles: tuple[Tile, ...]

    @property
    def same(self) -> int:
        return sum(tile.size for tile in self.tiles)

    def joins(self, tile: Tile, left: Words, right: Words) -> bool:
        """Whether a tile goes on where this ends, in the same stretch of both articles."""
        near = 0 <= tile.left - self.left_end <= GAP and 0 <= tile.right - self.right_end <= GAP
        return near and left.parts[self.left] == left.parts[tile.left] and right.parts[self.right] == right.parts[tile.right]

    def with_(self, tile: Tile) -> "_Run":
        return _Run(self.left, tile.left + tile.size, self.right, tile.right + tile.size, (*self.tiles, tile))


def _compared(left: Words, right: Words) -> Reuse:
    kept = [run for run in _runs(left, right) if _is_passage(run)]
    if not kept:
        return Reuse(Kind.NONE)
    passages = tuple(_passage(run, left, right) for run in kept)
    left_share = sum(run.left_end - run.left for run in kept) / len(left)
    right_share = sum(run.right_end - run.right for run in kept) / len(right)
    own_share = max(_own_share(kept, left, lambda run: (run.left, run.left_end)),
                    _own_share(kept, right, lambda run: (run.right, run.right_end)))  # fmt: skip
    own, same = sum(one.own for one in passages), sum(one.same for one in passages)
    longest = max(one.own for one in passages)
    enough = own >= 2 * OWN or (own >= OWN and longest >= RUN)
    kind = _kind(own, same - own, own_share, max(left_share, right_share), enough)
    return Reuse(kind, passages, left_share, right_share, own_share)


def _kind(own: int, quoted: int, own_share: float, share: float, enough: bool) -> Kind:
    whole = share >= WHOLE
    if not (enough or (whole and own >= BRIEF)) or (own_share < SHARE and own < LONG):
        return Kind.QUOTATION if quoted >= PASSAGE else Kind.NONE
    return Kind.WHOLE if whole else Kind.PART


def _runs(left: Words, right: Words) -> Iterator[_Run]:
    run: _Run | None = None
    for tile in tiles(left, right, GAP):
        if run is not None and run.joins(tile, left, right):
            run = run.with_(tile)
            continue
        if run is not None:
            yield run
        run = _Run(tile.left, tile.left + tile.size, tile.right, tile.right + tile.size, (tile,))
    if run is not None:
        yield run


def _is_passage(run: _Run) -> bool:
    longer = max(run.left_end - run.left, run.right_end - run.right)
    return run.same >= PASSAGE and run.same >= DENSE * longer


def _passage(run: _Run, left: Words, right: Words) -> Passage:
    pairs = ((tile.left + i, tile.right + i) for tile in run.tiles for i in range(tile.size))
    own = sum(not left.quoted[i] and not right.quoted[j] for i, j in pairs)
    return Passage(
        Span(left.starts[run.left], left.ends[run.left_end - 1]),
        Span(right.starts[run.right], right.ends[run.right_end - 1]),
        run.same,
        own,
    )


def _own_share(runs: list[_Run], words: Words, stretch: Callable[[_Run], tuple[int, int]]) -> float:
    """The part of a side's words outside quotation marks that lies in passages."""
    inside = sum(not quoted for run in runs for quoted in words.quoted[slice(*stretch(run))])
    return inside / words.own if words.own else 0.0
