"""No attribution runs across a heading: headings and captions are islands, and what they part stays apart."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ..analyse import HEADS, Analysis
from ..model import Label, Span
from .raw import RawAttribution

_ISLANDS = HEADS | {Label.CAPTION, Label.TABLE}


def within_section(analysis: Analysis, one: RawAttribution) -> RawAttribution:
    """The parts of an attribution that stand in the section of its cue, or of its content's beginning where it has none."""
    home = section(analysis, (one.cue or one.content)[0].start)

    def kept(spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(span for span in spans if section(analysis, span.start) == home)

    return replace(one, source=kept(one.source), content=kept(one.content))


def section(analysis: Analysis, position: int) -> tuple[int, bool]:
    """The number of the last heading, caption or table at or before a code point, and whether it stands inside it."""
    starts = [block.span.start for block in analysis.blocks]
    number = bisect_right(starts, position) - 1
    island = number
    while island >= 0 and analysis.blocks[island].label not in _ISLANDS:
        island -= 1
    if island >= 0 and analysis.blocks[island].label not in HEADS and island != number:
        # a caption or a table stands beside the text: the text goes on behind it
        while island >= 0 and analysis.blocks[island].label not in HEADS:
            island -= 1
    return island, island == number
