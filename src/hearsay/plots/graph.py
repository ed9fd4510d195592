"""The graph of where claims come from, from the origins at the left to the reports at the right."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from ..chains.graph import Edge, EdgeKind, Graph, NodeKind
from .boxes import WIDE, Card, card, drawn
from .layers import Layout, layout
from .measure import width, wrapped
from .style import FAINT, INK, PAPER, label, line
from .svg import Link, Svg, el, mark, picture, text

ACROSS, APART, EDGE = 74, 24, 34
"""Room between layers, between nodes of a layer, and around the picture."""
_STOP = 10
_UNDIRECTED = (EdgeKind.SAME, EdgeKind.MAYBE)
_DASHES = {EdgeKind.SAYS: None, EdgeKind.RELAYS: "8 3", EdgeKind.CITES: "2 3", EdgeKind.COPIES: None}
_WORDS = {
    EdgeKind.SAYS: "says it to, or is quoted in",
    EdgeKind.RELAYS: "is relayed by",
    EdgeKind.CITES: "is cited by",
    EdgeKind.COPIES: "is copied by",
    EdgeKind.SAME: "one origin",
    EdgeKind.MAYBE: "perhaps one origin",
}
Place = Mapping[str, tuple[float, float]]
"""Upper left corners, by name."""


def graph_svg(graph: Graph, *, link: Link | None = None, caption: str = "", title: str = "Where it comes from") -> str:
    """The graph as a picture; `caption` (how many independent origins there are, say) stands below the title. `link` is asked
    with the id of the claim behind a node, or of the node where there is none."""
    cards = {node.id: card(node) for node in graph.nodes}
    directed = [edge for edge in graph.edges if edge.kind not in _UNDIRECTED]
    tied = [edge for edge in graph.edges if edge.kind in _UNDIRECTED]
    laid = layout([node.id for node in graph.nodes], ((e.end, e.start) for e in directed), ((e.start, e.end) for e in tied))
    wide = max(2 * EDGE + len(laid.layers) * (WIDE + ACROSS) - ACROSS, 620)
    y, heading = _head(title, caption, wide)
    places, bottom = _places(laid, cards, y + 14)
    origins = {edge.end for edge in directed} - {edge.start for edge in directed}
    made = [part for edge in directed for part in _edge(edge, laid, places, cards)]
    notes, bottom = _notes(tied, cards, wide, bottom)
    made += [_bend(edge, places, cards) for edge in tied if places[edge.start][0] == places[edge.end][0]]
    made += [_node(cards[node.id], places, node.id in origins, link) for node in graph.nodes]
    made += _badges(tied, places)
    keyed, bottom = _key(graph.edges, wide, bottom)
    return picture(wide, bottom, title, caption or f"{len(graph.nodes)} nodes", [*heading, *made, *notes, *keyed])


def graph_rows(graph: Graph) -> Iterator[dict[str, Any]]:
    """The edges as rows of a table: what has the words, from where, how, and why it is taken so."""
    named = {node.id: node for node in graph.nodes}
    for edge in graph.edges:
        start, end = named[edge.start], named[edge.end]
        yield {
            "words are in": start.label,
            "kind": start.kind.value,
            "how": edge.kind.value,
            "from": end.label,
            "from kind": end.kind.value,
            "day": start.day,
            "reason": edge.reason,
            "start": start.claim or start.id,
            "end": end.claim or end.id,
        }


def _head(title: str, caption: str, wide: float) -> tuple[float, list[Svg]]:
    made, y = [], 12.0
    for words in wrapped(title, wide - 2 * EDGE, 3, 16, True):
        y += 20
        made.append(label(words, EDGE, y, size=16, bold=True, full=title))
    for words in wrapped(caption, wide - 2 * EDGE, 6) if caption else ():
        y += 17
        made.append(label(words, EDGE, y, colour=FAINT))
    return y, made


def _places(laid: Layout, cards: Mapping[str, Card], top: float) -> tuple[dict[str, tuple[float, float]], float]:
    """Each layer in a column, its nodes pulled towards their neighbours and pushed apart; then the bottom of the lowest."""
    high = {name: cards[name].high if name in cards else _STOP for layer in laid.layers for name in layer}
    tallest = max((sum(high[n] + APART for n in layer) - APART for layer in laid.layers), default=0)
    tops: dict[str, float] = {}
    for layer in laid.layers:
        at = (tallest - (sum(high[n] + APART for n in layer) - APART)) / 2
        for name in layer:
            tops[name] = at
            at += high[name] + APART
    _pulled(laid, high, tops)
    lift = min(tops.values(), default=0)
    places = {
        name: (float(EDGE + i * (WIDE + ACROSS)), top + tops[name] - lift)
        for i, layer in enumerate(laid.layers)
        for name in layer
    }
    return places, max((y + high[name] for name, (_, y) in places.items()), default=top)


def _pulled(laid: Layout, high: Mapping[str, float], tops: dict[str, float]) -> None:
    """Moves nodes towards the middles of their neighbours, layer by layer, keeping their order and the room between them."""
    near: dict[str, list[str]] = {name: [] for name in tops}
    for route in laid.routes.values():
        for a, b in pairwise(route):
            near[a].append(b)
            near[b].append(a)
    for sweep in range(8):
        for layer in laid.layers if sweep % 2 == 0 else laid.layers[::-1]:
            wanted = [
                sum(tops[m] + high[m] / 2 for m in near[name]) / len(near[name]) if near[name] else tops[name] + high[name] / 2
                for name in layer
            ]
            _settle(layer, wanted, high, tops)


def _settle(layer: Iterable[str], wanted: list[float], high: Mapping[str, float], tops: dict[str, float]) -> None:
    """Blocks of touching nodes stand where their middles want to be on the average; order is kept."""
    blocks: list[tuple[list[str], list[float]]] = []  # names; tops of the block that each of them wants
    for name, middle in zip(layer, wanted, strict=True):
        blocks.append(([name], [middle - high[name] / 2]))
        while len(blocks) > 1 and _foot(blocks[-2], high) + APART > _mean(blocks[-1]):
            names, wants = blocks.pop()
            before, earlier = blocks[-1]
            shift = sum(high[n] + APART for n in before)
            blocks[-1] = (before + names, earlier + [want - shift for want in wants])
    for names, wants in blocks:
        at = _mean((names, wants))
        for name in names:
            tops[name] = at
            at += high[name] + APART


def _mean(block: tuple[list[str], list[float]]) -> float:
    return sum(block[1]) / len(block[1])


def _foot(block: tuple[list[str], list[float]], high: Mapping[str, float]) -> float:
    return _mean(block) + sum(high[name] + APART for name in block[0]) - APART


def _node(one: Card, places: Place, origin: bool, link: Link | None) -> Svg:
    node = one.node
    left, top = places[node.id]
    told = "; ".join(part for part in (node.label, one.kind, node.report, node.day or "") if part)
    box = drawn(one, left, top, origin and node.kind is not NodeKind.CLAIM)
    return mark(node.claim or node.id, told, box, link, "mark node", node=node.id)


def _edge(edge: Edge, laid: Layout, places: Place, cards: Mapping[str, Card]) -> Iterator[Svg]:
    """A curve from where the words come from to what has them, through its stops."""
    route = laid.routes.get((edge.end, edge.start))
    if route is None:
        return
    forward = places[route[0]][0] < places[route[-1]][0]
    points = [_side(name, places, cards, right=forward) for name in route[:1]]
    for name in route[1:-1]:
        x, y = places[name]
        ends = [(x, y + _STOP / 2), (x + WIDE, y + _STOP / 2)]
        points += ends if forward else ends[::-1]
    points.append(_side(route[-1], places, cards, right=not forward))
    d = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x1, y1), (x2, y2) in pairwise(points):
        middle = (x1 + x2) / 2
        d += f"C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    told = f"{cards[edge.end].node.label} {_WORDS[edge.kind]} {cards[edge.start].node.label}" + (
        f": {edge.reason}" if edge.reason else ""
    )
    x, y = points[-1]
    back = 9 if forward else -9
    yield el(
        "g",
        el("title", text(told)),
        el("path", d=d, fill="none", stroke=INK, class_="ink", stroke_width=_wide(edge), stroke_dasharray=_DASHES[edge.kind]),
        el("path", d=f"M{x:.1f} {y:.1f}l{-back} -4.5v9z", fill=INK, class_="arrow"),
        class_="edge",
        data_kind=edge.kind.value,
    )


def _wide(edge: Edge) -> float:
    return 3.2 if edge.kind is EdgeKind.COPIES else 1.4


def _side(name: str, places: Place, cards: Mapping[str, Card], *, right: bool) -> tuple[float, float]:
    x, y = places[name]
    return (x + WIDE if right else x), y + cards[name].high / 2


def _bend(edge: Edge, places: Place, cards: Mapping[str, Card]) -> Svg:
    """A tie at the left of two nodes of one layer that are, or may be, one origin."""
    upper, lower = sorted((edge.start, edge.end), key=lambda name: places[name][1])
    x, y1, y2 = places[upper][0], places[upper][1] + cards[upper].high / 2, places[lower][1] + cards[lower].high / 2
    d = f"M{x:.1f} {y1:.1f}C{x - 26:.1f} {y1:.1f} {x - 26:.1f} {y2:.1f} {x:.1f} {y2:.1f}"
    dash = None if edge.kind is EdgeKind.SAME else "2 4"
    return el("path", d=d, fill="none", stroke=FAINT, class_="faint tie", stroke_width=2, stroke_dasharray=dash)


def _badges(tied: Iterable[Edge], places: Place) -> Iterator[Svg]:
    """The number of each tie on both of its nodes."""
    before: dict[str, int] = {}
    for number, edge in enumerate(tied, 1):
        told = f"{number}: {_WORDS[edge.kind]}" + (f": {edge.reason}" if edge.reason else "")
        for name in (edge.start, edge.end):
            x, y = places[name][0] + 12 + 20 * before.get(name, 0), places[name][1]
            before[name] = before.get(name, 0) + 1
            dash = None if edge.kind is EdgeKind.SAME else "2 2"
            round_ = el("circle", cx=x, cy=y, r=9, fill=PAPER, stroke=INK, stroke_width=1.3, stroke_dasharray=dash, class_="box")
            sign = label(str(number), x, y + 3.5, anchor="middle", size=10, bold=True)
            yield el("g", el("title", text(told)), round_, sign, class_="tie", data_kind=edge.kind.value)


def _notes(tied: Iterable[Edge], cards: Mapping[str, Card], wide: float, top: float) -> tuple[list[Svg], float]:
    """Why nodes are taken for one origin, in words."""
    made: list[Svg] = []
    y = top + 10
    for number, edge in enumerate(tied, 1):
        one, other = cards[edge.start].node.label, cards[edge.end].node.label
        full = f"{_WORDS[edge.kind]}: “{one}” and “{other}”" + (f" ({edge.reason})" if edge.reason else "")
        for i, words in enumerate(wrapped(full, wide - 2 * EDGE - 24, 4, 11)):
            y += 15
            made += [label(str(number), EDGE, y, size=11, bold=True)] if not i else []
            made.append(label(words, EDGE + 22, y, size=11, full=full))
    return made, y


def _key(edges: Iterable[Edge], wide: float, top: float) -> tuple[list[Svg], float]:
    """What the strokes mean; only those that are there."""
    kinds = sorted({edge.kind for edge in edges if edge.kind not in _UNDIRECTED}, key=list(EdgeKind).index)
    y = top + 16
    made: list[Svg] = [line(EDGE, y, wide - EDGE, y, colour=FAINT)]
    x, y = float(EDGE), y + 19
    for kind in kinds:
        words = _WORDS[kind]
        needs = 52 + width(words, 11)
        if x + needs > wide - EDGE and x > EDGE:
            x, y = float(EDGE), y + 18
        thick = 3.2 if kind is EdgeKind.COPIES else 1.4
        made.append(line(x, y - 4, x + 22, y - 4, wide=thick, dash=_DASHES[kind]))
        made.append(el("path", d=f"M{x + 30} {y - 4}l-9 -4.5v9z", fill=INK, class_="arrow"))
        made.append(label(words, x + 36, y, size=11, colour=FAINT))
        x += needs + 6
    hint = "Words travel from left to right; bold outlines: nothing is known behind them."
    if x + width(hint, 11) > wide - EDGE and x > EDGE:
        x, y = float(EDGE), y + 18
    made.append(label(hint, x, y, size=11, colour=FAINT))
    return made, y + 18
