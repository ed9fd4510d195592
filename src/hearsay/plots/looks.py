"""A sign, a dash and a colour for each source, the same in the whole picture."""

from collections.abc import Mapping
from dataclasses import dataclass

from .style import COLOURS, DASHES, SHAPES


@dataclass(frozen=True, slots=True)
class Look:
    """What tells a source from the others; `shape` and `dash` do so without colour."""

    shape: str
    dash: str | None
    colour: str


def looks(sizes: Mapping[str, int]) -> dict[str, Look]:
    """A look for each name, given out by size (the plainest to the largest), then by name. Sixty names go by before a sign comes
    back with the same dash."""
    order = sorted(sizes, key=lambda name: (-sizes[name], name))
    return {name: _look(i) for i, name in enumerate(order)}


def _look(i: int) -> Look:
    shapes, dashes = len(SHAPES), len(DASHES)
    return Look(SHAPES[i % shapes], DASHES[(i + i // shapes) % dashes], COLOURS[i % len(COLOURS)])
