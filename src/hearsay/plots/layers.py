"""Where the nodes of a small directed graph go, layer by layer (Sugiyama's way: layers by longest path, order by barycentres).

Edges that pass a layer get a stop in it (an empty node), so that they are led round what stands there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 12
FEW = 120
"""Edges up to which neighbours are tried in each other's place (what that costs grows with their square)."""
_Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Layout:
    """Layers of names from first to last, each in its order; `routes` the stops of each edge, its ends included."""

    layers: tuple[tuple[str, ...], ...]
    routes: Mapping[tuple[str, str], tuple[str, ...]]


def layout(nodes: Sequence[str], edges: Iterable[tuple[str, str]], beside: Iterable[tuple[str, str]] = ()) -> Layout:
    """Layers and routes. `beside` are pairs without a direction: they set no layers, and draw each other near in the order.
    Nodes are taken in the order given; equal inputs give equal layouts."""
    known = set(nodes)
    pairs = sorted({pair for pair in edges if pair[0] in known and pair[1] in known and pair[0] != pair[1]})
    forward = acyclic(nodes, pairs)
    level = levels(nodes, forward)
    routes, stops = _routed(pairs, level)
    layers = [[name for name in nodes if level[name] == i] for i in range(max(level.values(), default=-1) + 1)]
    for name, i in stops:
        layers[i].append(name)
    near = [(a, b) for route in routes.values() for a, b in pairwise(route)]
    ordered = _ordered(layers, near, [pair for pair in beside if pair[0] in known and pair[1] in known])
    return Layout(tuple(map(tuple, ordered)), routes)


def acyclic(nodes: Sequence[str], pairs: _Pairs) -> list[tuple[str, str]]:
    """The edges, those turned round that would close a circle when the nodes are gone through in their order."""
    out = defaultdict(list)
    for start, end in pairs:
        out[start].append(end)
    state: dict[str, int] = {}
    back: set[tuple[str, str]] = set()
    for root in nodes:
        stack = [(root, iter(out[root]))] if root not in state else []
        if stack:
            state[root] = 1
        while stack:
            name, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                state[name] = 2
                stack.pop()
            elif state.get(following) == 1:
                back.add((name, following))
            elif following not in state:
                state[following] = 1
                stack.append((following, iter(out[following])))
    return sorted({(end, start) if (start, end) in back else (start, end) for start, end in pairs})


def levels(nodes: Sequence[str], pairs: _Pairs) -> dict[str, int]:
    """The layer of each node: the length of the longest way that leads to it. The pairs must close no circle."""
    into: dict[str, int] = dict.fromkeys(nodes, 0)
    out = defaultdict(list)
    for start, end in pairs:
        out[start].append(end)
        into[end] += 1
    level = dict.fromkeys(nodes, 0)
    ready = [name for name in nodes if not into[name]]
    while ready:
        name = ready.pop()
        for end in out[name]:
            level[end] = max(level[end], level[name] + 1)
            into[end] -= 1
            if not into[end]:
                ready.append(end)
    return _drawn_up(nodes, pairs, level)


def _drawn_up(nodes: Sequence[str], pairs: _Pairs, level: dict[str, int]) -> dict[str, int]:
    """Nodes to which nothing leads stand right before what they lead to, not at the far end."""
    out = defaultdict(list)
    led = {end for _, end in pairs}
    for start, end in pairs:
        out[start].append(end)
    for name in nodes:
        if name not in led and out[name]:
            level[name] = min(level[end] for end in out[name]) - 1
    return level


def _routed(pairs: _Pairs, level: Mapping[str, int]) -> tuple[dict[tuple[str, str], tuple[str, ...]], list[tuple[str, int]]]:
    routes: dict[tuple[str, str], tuple[str, ...]] = {}
    stops: list[tuple[str, int]] = []
    for number, (start, end) in enumerate(pairs):
        step = 1 if level[end] > level[start] else -1
        between = range(level[start] + step, level[end], step)
        names = [f"\0{number}:{i}" for i in between]
        stops += zip(names, between, strict=True)
        routes[start, end] = (start, *names, end)
    return routes, stops


def _ordered(layers: list[list[str]], near: _Pairs, beside: _Pairs) -> list[list[str]]:
    """Each layer in the order of the middles of its neighbours, swept to and fro; the order with the fewest crossings is kept."""
    links = defaultdict(list)
    for a, b in [*near, *beside]:
        links[a].append(b)
        links[b].append(a)
    best, fewest = [list(layer) for layer in layers], crossings(layers, near)
    for sweep in range(SWEEPS):
        indices = range(len(layers)) if sweep % 2 == 0 else range(len(layers) - 1, -1, -1)
        for i in indices:
            place = {name: k / max(len(layer) - 1, 1) for layer in layers for k, name in enumerate(layer)}
            middles = {n: sum(place[m] for m in links[n]) / len(links[n]) if links[n] else place[n] for n in layers[i]}
            layers[i] = sorted(layers[i], key=lambda name: (middles[name], place[name]))
        found = crossings(layers, near)
        if found < fewest:
            best, fewest = [list(layer) for layer in layers], found
    return _exchanged(best, near) if fewest > 0 and len(near) <= FEW else best


def _exchanged(layers: list[list[str]], near: _Pairs) -> list[list[str]]:
    """Neighbours of a layer change places as long as that takes crossings away."""
    fewest, better = crossings(layers, near), True
    while better and fewest:
        better = False
        for layer in layers:
            for i in range(len(layer) - 1):
                layer[i], layer[i + 1] = layer[i + 1], layer[i]
                found = crossings(layers, near)
                if found < fewest:
                    fewest, better = found, True
                else:
                    layer[i], layer[i + 1] = layer[i + 1], layer[i]
    return layers


def crossings(layers: Sequence[Sequence[str]], near: _Pairs) -> int:
    """How often edges between neighbouring layers cross."""
    place = {name: (i, k) for i, layer in enumerate(layers) for k, name in enumerate(layer)}
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for a, b in near:
        (i, x), (j, y) = sorted((place[a], place[b]))
        if j == i + 1:
            spans[i].append((x, y))
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for group in spans.values() for n, a in enumerate(group) for b in group[n + 1 :])
