"""Live blogs: which blocks belong to which entry, and when that entry was written."""

from ..model import Label
from .dom import Element
from .parts import ARTICLE, Part, up
from .signs import Sign


def is_live(parts: list[Part]) -> bool:
    """Whether the page's own names for its parts make it a live blog."""
    return sum(bool(part.signs & Sign.POST) and part.label in ARTICLE for part in parts) >= 6


def mark_posts(parts: list[Part]) -> None:
    """Blocks of a live blog's entries, each with its entry's own time stamp."""
    stamps: dict[int, str] = {}
    for part in parts:
        if part.label not in ARTICLE or part.label is Label.HEADLINE:
            continue
        for node in up(part.element):
            if node.name in ("body", "main", "html"):
                break
            if node.order not in stamps:
                stamps[node.order] = _stamp(node)
            if stamps[node.order]:
                part.label, part.at = Label.LIVE_POST, stamps[node.order]
                break


def _stamp(element: Element) -> str:
    """The time that an element holds, if it holds just one."""
    times: list[str] = []
    queue = [element]
    while queue and len(times) < 2:
        node = queue.pop()
        if node.name == "time" and node.attributes.get("datetime"):
            times.append(node.attributes["datetime"])
        queue += node.children
    return times[0] if len(times) == 1 else ""
