"""Attributions inside attributions: the model reads each content again, as if it were a page of its own.

A tagger gives a word one role, so what stands in a content is not found in the first pass; the model has learnt from our
own corpora to read contents too, behind a sign of their own. Only contents that hold a word that may attribute are read
again.
"""

from collections.abc import Callable, Iterator, Sequence

from ..analyse import Analysis
from ..model import Span
from .raw import RawAttribution

DEPTH = 2
"""Passes after the first: attributions down to depth 3."""
SHORTEST = 5
"""Words that a content must have to be read again."""
LEAST = 0.7
"""Confidence that a nested attribution must have. PolNeAR leaves nested ones out, so what is found in its texts counts as wrong
there: thresholds of 0.65, 0.7, 0.74 and 0.78 cost 1.7, 1.4, 1.2 and 0.9 points of who said what on its dev part."""

Read = Callable[[Sequence[Span]], list[RawAttribution]]
"""The model's attributions in the given stretches, each read as a paragraph."""


def nested(analysis: Analysis, outer: Sequence[RawAttribution], read: Read) -> Iterator[RawAttribution]:
    """Attributions that stand in the contents of `outer`, at any depth up to `DEPTH` below them."""
    level = list(outer)
    for _ in range(DEPTH):
        stretches = [span for one in level for span in one.content if _speaks(analysis, span)]
        if not stretches:
            return
        level = [one for one in read(sorted(set(stretches))) if _told(analysis, one) and _small(one, stretches)]
        yield from level


def _speaks(analysis: Analysis, span: Span) -> bool:
    """Whether a content is long enough and holds a word that may attribute."""
    numbers = analysis.words_in(span.start, span.end)
    table = analysis.language.cues
    words = (analysis.words[i].lower for i in numbers)
    return len(numbers) >= SHORTEST and any(word in table.lemmas or word in table.openers for word in words)


def _told(analysis: Analysis, one: RawAttribution) -> bool:
    """Whether it has a cue, is sure enough, and its source does not speak of themselves ("I think" inside a quotation)."""
    if one.inferred or one.confidence < LEAST:
        return False
    source = [analysis.words[i].lower for span in one.source for i in analysis.words_in(span.start, span.end)]
    return not any(word in analysis.language.sources.first for word in source[:1])


def _small(one: RawAttribution, stretches: Sequence[Span]) -> bool:
    """Whether it lies inside one stretch; several pieces of one content are not read across."""
    spans = (*one.source, *one.cue, *one.content)
    return any(all(s.start <= x.start and x.end <= s.end for x in spans) for s in stretches)
