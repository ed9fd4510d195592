"""How each kind of node looks: its outline tells the kind, and so do the words above its name."""

from dataclasses import dataclass

from ..chains.graph import Node, NodeKind
from .measure import cut, width, wrapped
from .style import FAINT, INK, PAPER, label
from .svg import Svg, el

WIDE = 172
_LINE, _PAD, _HEAD = 15, 9, 14
_WORDS = {
    NodeKind.CLAIM: "report",
    NodeKind.ROLE: "unnamed office holder",
    NodeKind.ANONYMOUS: "anonymous source",
    NodeKind.MEDIA: "other outlet",
    NodeKind.CORRESPONDENT: "own correspondent",
    NodeKind.OUTLET: "the outlet’s own account",
    NodeKind.LOOP: "reports citing one another",
    NodeKind.UNTRACED: "not traced",
}
_DASHED = {NodeKind.ANONYMOUS: "5 3", NodeKind.UNTRACED: "2 3", NodeKind.ROLE: "9 3"}


@dataclass(frozen=True, slots=True)
class Card:
    """A node made ready to be drawn: the lines of its label, the words of its kind, its height."""

    node: Node
    lines: tuple[str, ...]
    kind: str
    foot: tuple[str, ...]
    high: float


def card(node: Node) -> Card:
    """A node with its label broken into at most three lines."""
    lines = wrapped(node.label or node.report or "?", WIDE - 2 * _PAD - 10, 3)
    kind = _WORDS.get(node.kind, node.kind.value)
    report = node.report if node.kind is NodeKind.CLAIM and node.report != node.label else ""
    foot = tuple(cut(part, WIDE - 2 * _PAD - 8, 10) for part in (report, node.day or "") if part)
    return Card(node, lines, kind, foot, _HEAD + len(lines) * _LINE + 13 * len(foot) + 2 * _PAD - 2)


def drawn(one: Card, left: float, top: float, origin: bool) -> list[Svg]:
    """The node with its upper left corner there; an `origin` has a bolder outline."""
    middle = left + WIDE / 2
    y = top + _PAD + 9
    made = [*_outline(one.node.kind, left, top, one.high, 2.4 if origin else 1.3)]
    made.append(label(one.kind, middle, y, anchor="middle", size=10, colour=FAINT))
    for line in one.lines:
        y += _LINE
        made.append(label(line, middle, y, anchor="middle", bold=origin and width(line, 12, True) <= WIDE - 2 * _PAD))
    for foot in one.foot:
        y += 13
        made.append(label(foot, middle, y, anchor="middle", size=10, colour=FAINT))
    return made


def _outline(kind: NodeKind, left: float, top: float, high: float, wide: float) -> list[Svg]:
    dash = _DASHED.get(kind)
    right, bottom, level = left + WIDE, top + high, top + high / 2
    if kind in (NodeKind.CLAIM, NodeKind.DOCUMENT):
        fold = 12
        page = f"M{left} {top}H{right - fold}L{right} {top + fold}V{bottom}H{left}Z"
        return [_path(page, wide, dash), _path(f"M{right - fold} {top}V{top + fold}H{right}", 1, None, False)]
    if kind in (NodeKind.LOOP, NodeKind.CORRESPONDENT):
        tip = 10
        six = f"M{left + tip} {top}H{right - tip}L{right} {level}L{right - tip} {bottom}H{left + tip}L{left} {level}Z"
        return [_path(six, wide, dash)]
    if kind in (NodeKind.MEDIA, NodeKind.OUTLET):
        lean = 9
        return [_path(f"M{left + lean} {top}H{right}L{right - lean} {bottom}H{left}Z", wide, dash)]
    if kind is NodeKind.FOOTAGE:
        holes = "".join(f"M{x} {top + 3}v3M{x} {bottom - 6}v3" for x in range(int(left) + 10, int(right) - 4, 14))
        return [_rect(left, top, high, 0, wide, dash), _path(holes, 2, None, False)]
    if kind is NodeKind.COLLECTIVE:
        behind = _rect(left + 5, top - 5, high, 4, 1, None)
        return [behind, _rect(left, top, high, 4, wide, dash)]
    if kind is NodeKind.INSTITUTION:
        roof = _path(f"M{left} {top + 4}H{right}", 1, None, False)
        return [_rect(left, top, high, 0, wide, dash), roof]
    return [_rect(left, top, high, high / 2 if kind is not NodeKind.UNTRACED else 0, wide, dash)]


def _rect(left: float, top: float, high: float, round_: float, wide: float, dash: str | None) -> Svg:
    corner = min(round_, 22)
    return el(
        "rect", x=left, y=top, width=WIDE, height=high, rx=corner, fill=PAPER, stroke=INK, stroke_width=wide,
        stroke_dasharray=dash, class_="box",
    )  # fmt: skip


def _path(d: str, wide: float, dash: str | None, filled: bool = True) -> Svg:
    return el(
        "path", d=d, fill=PAPER if filled else "none", stroke=INK, stroke_width=wide, stroke_dasharray=dash,
        class_="box" if filled else "ink",
    )  # fmt: skip
