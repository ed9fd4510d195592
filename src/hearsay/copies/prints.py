"""Fingerprints of an article's words: two reports that share a run of `GUARANTEE` words share a print.

Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for document fingerprinting"): of every `WINDOW`
shingles of `SHINGLE` words that follow each other the one with the least hash is kept. A list of prints by hash finds
candidates without comparing every two texts; `align` is the judge of them.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from .words import Words

SHINGLE = 5
WINDOW = 4
GUARANTEE = SHINGLE + WINDOW - 1
"""Words that two texts must share in a row to share a print for certain."""

_BITS = 48
"""Bits of a print: an index of a hundred million prints gives one by chance to fewer than one text in ten thousand."""
_PRIME = (1 << 61) - 1
_BASE = 0x1F3D5B79A3C5E7


def prints_of(words: Words) -> frozenset[int]:
    """The prints of a text, positive and below 2 to the 48th; none for fewer than `SHINGLE` words."""
    return frozenset(_winnowed(list(_shingles(words.folded))))


def _winnowed(hashes: Sequence[int]) -> Iterator[int]:
    for start in range(max(1, len(hashes) - WINDOW + 1)):
        window = hashes[start : start + WINDOW]
        if window:
            yield min(window)


def _shingles(folded: Sequence[str]) -> Iterator[int]:
    """A hash for each run of `SHINGLE` words, rolled on from one to the next (Karp and Rabin)."""
    values = [_value(word) for word in folded]
    leaving = pow(_BASE, SHINGLE - 1, _PRIME)
    rolled = 0
    for i, value in enumerate(values):
        if i >= SHINGLE:
            rolled -= values[i - SHINGLE] * leaving
        rolled = (rolled * _BASE + value) % _PRIME
        if i >= SHINGLE - 1:
            yield 1 + _mixed(rolled)


def _mixed(value: int) -> int:
    """Spread over all bits: the least of several rolled sums would else favour some words."""
    value = (value ^ (value >> 29)) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return (value ^ (value >> 32)) * 0x94D049BB133111EB >> 8 & (1 << _BITS) - 2


@lru_cache(maxsize=1 << 16)
def _value(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=7).digest())
