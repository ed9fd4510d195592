"""What lies inside what: nested attributions, and whose figure a figure is. Computed, never stored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .model import Attribution, Figure, Span

Known = Sequence[tuple[str, Attribution]]
"""Attributions of one text with their ids."""


def inside(attributions: Known) -> dict[str, str | None]:
    """For each attribution the id of the innermost other one whose content covers its cue and its content
    (annotation rule 12)."""
    return {key: within(key, one, attributions) for key, one in attributions}


def within(key: str, one: Attribution, attributions: Known) -> str | None:
    """The id of the innermost of these attributions whose content covers the cue and the content of that `one`."""
    return _innermost(key, tuple(_own(one)), attributions)


def owner(figure: Figure, attributions: Known) -> str | None:
    """The id of the innermost attribution whose content covers the figure; None: it stands in the outlet's own voice."""
    return _innermost("", (figure.span,), attributions)


def chain(key: str, attributions: Known, known: Mapping[str, str | None] | None = None) -> Iterator[tuple[str, Attribution]]:
    """The attributions that one lies inside of, innermost first; `known` is what `inside` gave, where that was asked before."""
    by_id = dict(attributions)
    around = inside(attributions) if known is None else known
    above = around.get(key)
    while above is not None:
        yield above, by_id[above]
        above = around[above]


def covers(outer: Attribution, spans: Iterable[Span]) -> bool:
    """Whether the content of an attribution covers each of these spans."""
    return all(any(piece.start <= s.start and s.end <= piece.end for piece in outer.content) for s in spans)


def extent(one: Attribution) -> int:
    """Code points of an attribution's content."""
    return sum(piece.end - piece.start for piece in one.content)


def _own(one: Attribution) -> Iterator[Span]:
    if one.cue is not None:
        yield from one.cue.spans
    yield from one.content


def _innermost(key: str, spans: Sequence[Span], attributions: Known) -> str | None:
    size = sum(span.end - span.start for span in spans)
    around = [
        (extent(other), other.content[0].start, name)
        for name, other in attributions
        if name != key and extent(other) >= size and covers(other, spans)
    ]
    # two contents of one extent would lie inside each other: the one with the lesser id is taken as the outer
    around = [one for one in around if one[0] > size or not key or one[2] < key]
    return min(around, key=lambda one: (one[0], -one[1], one[2]))[2] if around else None
