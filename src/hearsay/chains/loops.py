"""Where a trail leads back to itself: reports that cite one another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from .graph import Edge, EdgeKind

DIRECTED = frozenset({EdgeKind.SAYS, EdgeKind.RELAYS, EdgeKind.CITES, EdgeKind.COPIES})
"""The edges that lead from words to where they come from."""


def onward(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    """The directed edges by where they start, in order."""
    found: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in sorted(edges):
        if edge.kind in DIRECTED:
            found[edge.start].append(edge)
    return dict(found)


def circles(steps: Mapping[str, list[Edge]]) -> list[tuple[str, ...]]:
    """The groups of two nodes or more of which each leads to each other (strongly connected components), sorted."""
    nodes = sorted(
        {edge.start for edges in steps.values() for edge in edges} | {e.end for edges in steps.values() for e in edges}
    )
    forth = {node: [edge.end for edge in steps.get(node, ())] for node in nodes}
    back: dict[str, list[str]] = {node: [] for node in nodes}
    for node in nodes:
        for end in forth[node]:
            back[end].append(node)
    order: list[str] = []
    seen: set[str] = set()
    for node in nodes:
        order += _reached(node, forth, seen)
    found: list[tuple[str, ...]] = []
    seen = set()
    for node in reversed(order):
        group = _reached(node, back, seen)
        if len(group) > 1:
            found.append(tuple(sorted(group)))
    return sorted(found)


def endless(group: Iterable[str], steps: Mapping[str, list[Edge]]) -> bool:
    """Whether no edge leads out of a group."""
    inside = set(group)
    return all(edge.end in inside for node in inside for edge in steps.get(node, ()))


def _reached(start: str, steps: Mapping[str, list[str]], seen: set[str]) -> list[str]:
    """What can be reached and was not seen before, each after all that it leads to."""
    if start in seen:
        return []
    seen.add(start)
    done: list[str] = []
    stack = [(start, iter(steps[start]))]
    while stack:
        node, ahead = stack[-1]
        step = next((end for end in ahead if end not in seen), None)
        if step is None:
            stack.pop()
            done.append(node)
        else:
            seen.add(step)
            stack.append((step, iter(steps[step])))
    return done
