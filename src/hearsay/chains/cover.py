"""Into how few sources some endings may fall, given which two of them cannot be one."""

from collections.abc import Mapping

EXACT = 18
"""Endings that are sorted into sources exactly; of more, as many as are found to differ each from each are counted."""


def fewest(apart: Mapping[str, frozenset[str]]) -> int:
    """The least number of groups without two that differ in one group (the chromatic number of the graph of differences).
    `apart` gives for each ending those it cannot be one with, both ways. A lower bound where there are many."""
    bound = {key: others for key, others in apart.items() if others}
    if not bound:
        return min(1, len(apart))
    order = sorted(bound, key=lambda key: (-len(bound[key]), key))
    if len(order) > EXACT:
        return _clique(order, bound)
    return next(size for size in range(_clique(order, bound), len(order) + 1) if _fits(order, bound, size, []))


def _clique(order: list[str], apart: Mapping[str, frozenset[str]]) -> int:
    """The most that were found of which each differs from each, beginning with each in turn."""
    best = 0
    for first in order:
        kept = [first]
        for key in order:
            if key != first and all(other in apart[key] for other in kept):
                kept.append(key)
        best = max(best, len(kept))
    return best


def _fits(order: list[str], apart: Mapping[str, frozenset[str]], size: int, groups: list[set[str]]) -> bool:
    """Whether the rest can be put into `size` groups: the first into one that is there, or into a new one."""
    if not order:
        return True
    key, rest = order[0], order[1:]
    for group in groups:
        if apart[key].isdisjoint(group):
            group.add(key)
            if _fits(rest, apart, size, groups):
                return True
            group.discard(key)
    if len(groups) < size:
        groups.append({key})
        if _fits(rest, apart, size, groups):
            return True
        groups.pop()
    return False
