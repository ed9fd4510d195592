"""Graphs of origins drawn: layers, order, and what is seen of each kind."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.chains.graph import Edge, EdgeKind, Graph, Node, NodeKind
from hearsay.plots.graph import graph_rows, graph_svg
from hearsay.plots.layers import acyclic, crossings, layout, levels

from .pictures import NS, chain, link, overlaps, parsed, words

NAMES = [f"n{i}" for i in range(9)]
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] != p[1]), max_size=16)


@given(PAIRS)
def test_edges_lead_from_layer_to_later_layer(pairs: list[tuple[str, str]]) -> None:
    forward = acyclic(NAMES, sorted(set(pairs)))
    level = levels(NAMES, forward)
    assert all(level[a] < level[b] for a, b in forward)
    laid = layout(NAMES, pairs)
    every = [name for layer in laid.layers for name in layer]
    assert sorted(name for name in every if not name.startswith("\0")) == NAMES
    place = {name: i for i, layer in enumerate(laid.layers) for name in layer}
    for (a, b), route in laid.routes.items():
        assert (route[0], route[-1]) == (a, b)
        assert all(abs(place[x] - place[y]) == 1 for x, y in pairwise(route))


@given(PAIRS)
def test_a_layout_is_the_same_each_time(pairs: list[tuple[str, str]]) -> None:
    assert layout(NAMES, pairs) == layout(NAMES, list(reversed(pairs)))


def test_crossings_that_need_not_be_are_none() -> None:
    laid = layout(["a", "b", "c", "x", "y", "z"], [("a", "z"), ("b", "y"), ("c", "x")])
    assert crossings(laid.layers, [("a", "z"), ("b", "y"), ("c", "x")]) == 0
    assert crossings([["a", "b"], ["x", "y"]], [("a", "y"), ("b", "x")]) == 1


def test_a_circle_is_drawn_and_not_gone_round_in() -> None:
    nodes = tuple(Node(n, n, NodeKind.CLAIM) for n in "ab")
    svg = graph_svg(Graph(nodes, (Edge("a", "b", EdgeKind.CITES), Edge("b", "a", EdgeKind.CITES))))
    assert svg.count('data-kind="cites"') == 2


@pytest.mark.parametrize("kind", NodeKind)
def test_every_kind_says_what_it_is(kind: NodeKind) -> None:
    svg = graph_svg(Graph((Node("x", "somebody", kind),)))
    said = [word.text for word in words(svg)]
    assert "somebody" in said
    assert len(said) > 2


def test_kinds_differ_in_outline_or_dash_and_in_words() -> None:
    def drawn(kind: NodeKind) -> tuple[str, ...]:
        root = parsed(graph_svg(Graph((Node("x", "somebody", kind),))))
        (node,) = (one for one in root.iter() if "node" in one.get("class", "").split())
        title = node.find(f"{NS}title")
        assert title is not None
        kept = [one for one in node if one.tag in (f"{NS}path", f"{NS}rect")]
        return (
            title.text or "",
            *("|".join((one.tag, one.get("d", ""), one.get("stroke-dasharray", ""), one.get("rx", ""))) for one in kept),
        )

    looks = [drawn(kind) for kind in NodeKind]
    assert len({one[0] for one in looks}) == len(NodeKind)
    assert len({one[1:] for one in looks}) >= 9


def test_ties_are_numbered_at_both_ends_and_told() -> None:
    svg = graph_svg(chain())
    assert svg.count('data-kind="maybe"') == 2
    assert any(word.text.startswith("perhaps one origin: “an army medic” and “a driver”") for word in words(svg))


def test_marks_lead_to_the_claim_behind_a_node() -> None:
    root = parsed(graph_svg(chain(), link=link))
    found = {one.get("data-id"): one.get("href") for one in root.iter(f"{NS}a")}
    assert found["h1:1"] == "/claim/h1:1"
    assert found["a1"] == "/claim/a1"


def test_rows_tell_every_edge() -> None:
    made = list(graph_rows(chain()))
    assert len(made) == len(chain().edges)
    assert {"words are in": "courier", "from": "x"}.keys() <= made[0].keys()
    copied = next(row for row in made if row["how"] == "copies")
    assert (copied["reason"], copied["end"]) == ("three paragraphs word for word", "h1:1")


def test_an_empty_graph_is_a_picture() -> None:
    assert parsed(graph_svg(Graph())).tag == f"{NS}svg"


LABELS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=120)


@settings(max_examples=60)
@given(
    PAIRS, st.lists(LABELS, min_size=9, max_size=9), st.lists(st.sampled_from(list(NodeKind)), min_size=9, max_size=9), st.data()
)
def test_labels_keep_apart_whatever_comes(
    pairs: list[tuple[str, str]], labels: list[str], kinds: list[NodeKind], data: st.DataObject
) -> None:
    nodes = tuple(
        Node(name, text, kind, "2031-06-15", f"h1:{name}", text[:60])
        for name, text, kind in zip(NAMES, labels, kinds, strict=True)
    )
    edges = tuple(Edge(a, b, data.draw(st.sampled_from(list(EdgeKind))), a) for a, b in sorted(set(pairs)))
    svg = graph_svg(Graph(nodes, edges), link=link, caption="At least one.")
    assert [pair for pair in overlaps(svg) if not any(word.isdigit() and len(word) < 3 for word in pair)] == []
    assert len([one for one in parsed(svg).iter() if "node" in one.get("class", "").split()]) == 9
