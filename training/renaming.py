"""Other names in the same sentences, so that the model learns from how names are used and not from which they are.

A word counts as a name where its pieces occur capitalised and never in small letters. A name is exchanged for one of as many
pieces, everywhere in a window alike, so that no offset and no tag moves.
"""

import random
from collections.abc import Iterator, Sequence

from hearsay.models.pieces import Pieces, Shape

_LARGE = (Shape.CAPITALISED, Shape.CAPITALS)
Name = tuple[int, ...]


class Renamer:
    """Knows the names of a corpus by their number of pieces; exchanges them in this share of the windows."""

    def __init__(self, corpus: Sequence[Pieces], share: float) -> None:
        small: set[Name] = set()
        large: dict[Name, None] = {}
        for pieces in corpus:
            for first, end in _words(pieces, 0, len(pieces)):
                name = tuple(pieces.ids[first:end])
                if pieces.features[first] // 4 in _LARGE:
                    large[name] = None
                else:
                    small.add(name)
        self.share = share
        self.names = {name for name in large if name not in small}
        self.by_size: dict[int, list[Name]] = {}
        for name in large:
            if name in self.names:
                self.by_size.setdefault(len(name), []).append(name)

    def ids(self, pieces: Pieces, begin: int, end: int, chance: random.Random) -> list[int]:
        """The piece ids of a window with its names exchanged."""
        ids = list(pieces.ids[begin:end])
        given: dict[Name, Name] = {}
        for first, last in _words(pieces, begin, end):
            name = tuple(pieces.ids[first:last])
            if name in self.names:
                other = given.setdefault(name, chance.choice(self.by_size[len(name)]))
                ids[first - begin : last - begin] = other
        return ids


def _words(pieces: Pieces, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a window as pieces [first, end)."""
    first = begin
    for i in range(begin + 1, end + 1):
        if i == end or not pieces.continues[i]:
            yield first, i
            first = i
