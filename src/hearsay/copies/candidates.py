"""Which texts to compare a text with, given who has its prints: bounded, whatever stands in ten thousand others."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST = 2
"""Prints that a candidate must share. Fewer are a turn of phrase."""
SPENT = 8
"""Candidates that one print may make. A story that five hundred have copied is compared with the best eight of them, and a
phrase that all have costs no more than eight comparisons, while what is shared with one text alone makes its candidate too."""
MOST = 24
"""Candidates in all. Reports put together from the same few sentences have hundreds of half-likely ones."""
SECOND = 8
"""Of those that are looked at a second time."""
MUCH = 0.08
"""The part of a text's prints with which a candidate is worth a second look though its prints are spent."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Texts by number, the likeliest first: those to compare with, and those whose prints were spent on the others before."""

    best: tuple[int, ...]
    rest: tuple[int, ...]


def candidates(having: Mapping[int, Sequence[int]], prints: int) -> Candidates:
    """The texts that share prints with a text that has so many. `having` tells who else has each of its prints; a print counts
    the more, the fewer have it. Of equals those that came first are taken."""
    shared: defaultdict[int, list[int]] = defaultdict(list)
    weight: Counter[int] = Counter()
    for hash, others in sorted(having.items()):
        for other in others:
            shared[other].append(hash)
            weight[other] += 5040 // len(others)  # whole numbers: a sum of fractions would depend on the order
    spent: Counter[int] = Counter()
    best: list[int] = []
    rest: list[int] = []
    for other in sorted(shared, key=lambda one: (-weight[one], one)):
        hashes = [hash for hash in shared[other] if spent[hash] < SPENT]
        if len(hashes) >= LEAST and len(best) < MOST:
            best.append(other)
            spent.update(hashes)
        elif len(shared[other]) >= max(2 * LEAST, MUCH * prints):
            rest.append(other)
    return Candidates(tuple(best), tuple(rest[:SECOND]))
