"""Pictures of invented cases, and what can be read out of an SVG. `python -m tests.pictures` draws the gold anew: look at it."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.chains.graph import Edge, EdgeKind, Graph, Node, NodeKind
from hearsay.compare.disputes import disputes
from hearsay.model import Modifier, Scope
from hearsay.plots.graph import graph_svg
from hearsay.plots.incident import incident_svg
from hearsay.plots.measure import width
from hearsay.plots.timeline import timeline_svg
from hearsay.series.line import Series, series

from .totals import day, total

GOLD = Path(__file__).parent / "gold" / "plots"
NS = "{http://www.w3.org/2000/svg}"
LONG = "Sedrin Assembly’s health office, the upper and lower district committees included"
ARABIC = "وزارة الصحة في المرتفعات"
HEBREW = "משרד הבריאות"


def link(id: str) -> str:
    """Where the marks of these pictures lead."""
    return f"/claim/{id}"


def totals() -> Series:
    """Several sources over two weeks: ranges, a revision, a relay, late additions, a gap, another basis, a drop, a stretch."""
    values = (600, 618, 640, 655, 671, None, None, 702, 709, 1020, 1031, 1042, 1050, None, 1061)
    claims = [total(n, day(i), text=f"t{i}") for i, n in enumerate(values) if n]
    says = "290 earlier deaths were accepted by a judicial committee"
    claims.append(total(290, day(9), scope=Scope.UNKNOWN, since=None, text="t9", says=says))
    claims.append(total(1044, day(12), until=day(11)))
    claims.append(total(640, day(2), outlet="Radio Ambel", via=["Lowland Herald"]))
    claims.append(total((500, None), day(0), LONG, modifier=Modifier.MORE_THAN, outlet="Voice of Sedrin"))
    claims += [total(n, day(i), LONG, modifier=Modifier.ABOUT) for i, n in ((3, 700), (6, 800), (13, 1300))]
    claims.append(total((None, 1200), day(9), LONG, modifier=Modifier.AT_MOST))
    for i, n, basis in ((1, 420, "all reported"), (5, 480, "all reported"), (8, 431, "identified"), (12, 440, "identified")):
        claims.append(total(n, day(i), ARABIC, basis=basis, outlet="OSNA"))
    claims.append(total(350, day(9), "Ana Tellow", scope=Scope.PERIOD, since=day(1), until=day(8)))
    claims += [total(n, day(i), who="women") for i, n in ((2, 100), (5, 118), (9, 112), (13, 140))]
    claims += [total(n, day(i), HEBREW, who="women") for i, n in ((2, 30), (9, 44))]
    return series(claims)


def chain() -> Graph:
    """One anonymous medic behind three reports, and a driver who may be the same man."""
    kinds, edges = NodeKind, EdgeKind
    nodes = (
        Node("a1", "an army medic", kinds.ANONYMOUS, "2031-06-15"),
        Node("a2", "a driver", kinds.ANONYMOUS, "2031-06-17"),
        Node("c1", "214 soldiers killed at Tolmar", kinds.CLAIM, "2031-06-15", "h1:1", "voice-0615-tolmar"),
        Node("c2", "“as many as 214” government soldiers", kinds.CLAIM, "2031-06-16", "h1:2", "courier-0616-wire"),
        Node("c3", f"214 dead, said {LONG}", kinds.CLAIM, "2031-06-16", "h1:3", "radio-ambel-0616-interview"),
        Node("c4", "two hundred at the very least", kinds.CLAIM, "2031-06-17", "h1:4", "courier-0617-counting"),
        Node("m1", "Ridge Line", kinds.MEDIA, "2031-06-15"),
        Node("m2", ARABIC, kinds.MEDIA, "2031-06-15"),
        Node("r1", "a hospital orderly in Perrow", kinds.ROLE, "2031-06-17"),
        Node("u1", "nobody named", kinds.UNTRACED),
    )
    ties = (
        Edge("a1", "a2", edges.MAYBE, "both are said to have driven bodies to Perrow; nothing settles it"),
        Edge("c1", "m1", edges.CITES),
        Edge("c2", "c1", edges.COPIES, "three paragraphs word for word"),
        Edge("c3", "m1", edges.RELAYS),
        Edge("c3", "m2", edges.CITES),
        Edge("c4", "r1", edges.SAYS),
        Edge("c4", "u1", edges.SAYS),
        Edge("m1", "a1", edges.SAYS),
        Edge("m2", "m1", edges.RELAYS),
        Edge("r1", "a2", edges.RELAYS),
    )
    return Graph(nodes, ties)


def accounts() -> str:
    """The tolls of one shelling as three sources tell it, with a denial."""
    from hearsay.model import Polarity

    given = {"scope": Scope.INCIDENT, "place": "Brennoc", "since": "2031-06-09", "until": "2031-06-09"}
    claims = [
        total(38, day(8), "Mirel Ostane", **given),  # type: ignore[arg-type]
        total(29, day(11), "Mirel Ostane", **given),  # type: ignore[arg-type]
        total(61, day(9), LONG, outlet="OSNA", **given),  # type: ignore[arg-type]
        total((35, 60), day(9), "Joint Relief Office", modifier=Modifier.RANGE, **given),  # type: ignore[arg-type]
        total((20, None), day(8), None, modifier=Modifier.MORE_THAN, **given),  # type: ignore[arg-type]
        total(61, day(9), "Ministry of Defence", polarity=Polarity.DENIED, **given),  # type: ignore[arg-type]
    ]
    return incident_svg(disputes("killed|incident|brennoc|2031-06", claims), link=link, title="The shelling of Brennoc")


CASES: dict[str, Callable[[], str]] = {
    "totals": lambda: timeline_svg(totals().lines, link=link),
    "chain": lambda: graph_svg(chain(), link=link, caption="At least 2 and at most 3 independent origins."),
    "accounts": accounts,
}
"""Name of a gold picture -> how it is drawn."""


@dataclass(frozen=True)
class Word:
    """A text of a picture and about where it stands."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Word") -> bool:
        """Whether the two overlap by more than a hair."""
        return (
            self.left < other.right - 1
            and other.left < self.right - 1
            and self.top < other.bottom - 1
            and other.top < self.bottom - 1
        )


def parsed(svg: str) -> ET.Element:
    """The root of a picture. Raises `ParseError` for what is not well-formed."""
    return ET.fromstring(svg)


def words(svg: str) -> Iterator[Word]:
    """The texts of a picture with the room that they take."""
    for one in parsed(svg).iter(f"{NS}text"):
        text = (one.text or "") + "".join(child.tail or "" for child in one)
        size = float(one.get("font-size", "12"))
        wide = width(text, size, one.get("font-weight") == "bold")
        x, y = float(one.get("x", "0")), float(one.get("y", "0"))
        left = {"middle": x - wide / 2, "end": x - wide}.get(one.get("text-anchor", ""), x)
        yield Word(text, left, left + wide, y - 0.75 * size, y + 0.2 * size)


def overlaps(svg: str) -> list[tuple[str, str]]:
    """Pairs of texts that stand in each other's way."""
    every = list(words(svg))
    return [(a.text, b.text) for i, a in enumerate(every) for b in every[i + 1 :] if a.meets(b)]


if __name__ == "__main__":
    for name, draw in CASES.items():
        (GOLD / f"{name}.svg").write_text(draw() + "\n", encoding="utf-8")
