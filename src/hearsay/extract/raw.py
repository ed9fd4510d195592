"""Attributions as bare spans, before anything is known of who and how."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Span

HOLE = 2
"""Words that may be missing between two pieces of one content and are then taken in; on PolNeAR's dev part such holes
are slips of the tagger (field measurement: +2 points of exact contents)."""
_EDGE = " \t\r\n\xa0,;:–—-"


@dataclass(frozen=True, slots=True)
class RawAttribution:
    """Code-point spans by role."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    inferred: bool = False


def tidy(one: RawAttribution, content: str) -> RawAttribution | None:
    """The same with small holes in its content filled and edges cleaned; None where no content is left."""
    taken = [*one.source, *one.cue]
    filled = _filled(one.content, taken, content)
    pieces = [piece for piece in (trimmed(span, content) for span in filled) if piece]
    return replace(one, content=tuple(pieces)) if pieces else None


def trimmed(span: Span, content: str) -> Span | None:
    """A span without blanks, commas and dashes at its ends; a full stop after the last word stays outside quotation
    marks. None where nothing is left."""
    start, end = span.start, span.end
    while start < end and content[start] in _EDGE:
        start += 1
    while end > start and content[end - 1] in _EDGE:
        end -= 1
    if end > start and content[end - 1] == "." and not _abbreviation(content, start, end):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in content[start:end]) else None


def _abbreviation(content: str, start: int, end: int) -> bool:
    """Whether the stop at the end belongs to letters with stops ("U.N.")."""
    return end - start > 2 and content[end - 3] in ". " and content[end - 2].isalpha()


def _filled(pieces: Sequence[Span], taken: Iterable[Span], content: str) -> list[Span]:
    filled: list[Span] = []
    blocked = list(taken)
    for piece in sorted(pieces):
        if filled and _small(Span(filled[-1].end, piece.start), blocked, content):
            filled[-1] = Span(filled[-1].start, max(piece.end, filled[-1].end))
        else:
            filled.append(piece)
    return filled


def _small(hole: Span, taken: Sequence[Span], content: str) -> bool:
    """Whether a hole lies in one paragraph, holds at most `HOLE` words, and no other role."""
    if hole.start >= hole.end:
        return True
    words = content[hole.start : hole.end]
    return "\n\n" not in words and len(words.split()) <= HOLE and not any(overlap(hole, other) for other in taken)


def overlap(left: Span, right: Span) -> bool:
    """Whether two spans share a code point."""
    return left.start < right.end and right.start < left.end
