"""The origins of a claim in the forms that are printed: rows, a tree, and one JSON object."""

from collections.abc import Iterator
from typing import Any

from ..chains import Count, Edge, Node, Origins, Root

Row = dict[str, Any]
_LINES = 12
"""Reasons of one sort that are printed."""
_ARROW = {"says": "says", "relays": "had it from", "cites": "cites", "copies": "copies"}


def interval(count: Count) -> str:
    """ "1 independent origin", "at least 1, at most 4 independent origins"."""
    if count.low == count.high:
        return f"{count.low} independent origin{'' if count.low == 1 else 's'}"
    return f"at least {count.low}, at most {count.high} independent origins"


def tree(found: Origins) -> Iterator[str]:
    """A claim's origins as lines: the count, then each origin with the ways to it, then the reasons."""
    nodes = {node.id: node for node in found.graph.nodes}
    reports = {nodes[key].report for key in found.account}
    others = len(found.account) > 1
    yield f"Behind this claim: {interval(found.count)}"
    yield from _roots(found.roots, nodes, {found.claim})
    if others:
        named = f"the {len(reports)} reports" if len(reports) > 1 else f"the {len(found.account)} places of this report"
        yield f"Behind {named} that say so: {interval(found.independent)}"
        yield from _roots(found.every, nodes, set(found.account))
    told = found.independent if others else found.count
    yield from _listed("Found to be one", told.reasons)
    yield from _listed("Set apart", told.apart)
    yield from _listed("Not settled", told.unsure)


def origins_json(found: Origins) -> Row:
    """A claim's origins as one object: roots with their ways, both counts with their reasons, and the graph."""
    return {
        "claim": found.claim,
        "count": _count(found.count),
        "origins": [_root(root) for root in found.roots],
        "says_the_same": list(found.account),
        "independent": _count(found.independent),
        "origins_of_all": [_root(root) for root in found.every],
        "circles": list(found.loops),
        "nodes": [_node(node) for node in found.graph.nodes],
        "edges": [_edge(edge) for edge in found.graph.edges],
    }


def _roots(roots: tuple[Root, ...], nodes: dict[str, Node], claims: set[str]) -> Iterator[str]:
    for number, root in enumerate(roots):
        last = number == len(roots) - 1
        named = f"{root.label} ({root.kind.value}{f', {root.day}' if root.day else ''})"
        also = [name for name in root.names if name != root.label]
        yield f"{'└─' if last else '├─'} {named}" + (f", also: {', '.join(also)}" if also else "")
        shown = dict.fromkeys(_way(path, nodes) for path in root.paths if path[0].start in claims)
        for at, way in enumerate(shown):
            yield f"{'  ' if last else '│ '}  {'└─' if at == len(shown) - 1 else '├─'} {way}"


def _way(path: tuple[Edge, ...], nodes: dict[str, Node]) -> str:
    """One way from a claim on: "Osna Daily of 2031-02-27 ← Channel Rudan"."""
    return " ← ".join([_name(nodes[path[0].start]), *(f"{_ARROW[e.kind.value]} {_name(nodes[e.end])}" for e in path)])


def _name(node: Node) -> str:
    return node.label


def _listed(heading: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"{heading}:"
        yield from (f"  · {line}." for line in lines[:_LINES])
        if len(lines) > _LINES:
            yield f"  · and {len(lines) - _LINES} more (--json has all)."


def _count(count: Count) -> Row:
    return {
        "at_least": count.low,
        "at_most": count.high,
        "reasons": list(count.reasons),
        "set_apart": list(count.apart),
        "unsettled": list(count.unsure),
    }


def _root(root: Root) -> Row:
    return {
        "id": root.id,
        "label": root.label,
        "kind": root.kind.value,
        "day": root.day,
        "names": list(root.names),
        "claims": list(root.claims),
        "reports": list(root.reports),
        "paths": [[_edge(edge) for edge in path] for path in root.paths],
    }


def _node(node: Node) -> Row:
    return {
        "id": node.id,
        "label": node.label,
        "kind": node.kind.value,
        "day": node.day,
        "claim": node.claim,
        "report": node.report or None,
    }


def _edge(edge: Edge) -> Row:
    return {"from": edge.start, "to": edge.end, "kind": edge.kind.value, "reason": edge.reason}
