"""Attributions inside attributions: the model reads each content again, as if it were a page of its own.

The model learnt from a corpus in which only the outermost attribution is marked, so what stands in a content is not
found in the first pass. Only contents that hold a clear verb of reporting are read again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..analyse import Analysis
from ..model import Span
from .raw import RawAttribution

DEPTH = 2
"""Passes after the first: attributions down to depth 3."""
SHORTEST = 5
"""Words that a content must have to be read again."""
SURE, VERY_SURE = 0.29, 0.63
"""Confidence that a nested attribution must reach, with a plain word of reporting as its cue and without."""
NESTED = 0.6
"""Factor on the confidence of what was found in a second reading."""
SHADES = frozenset({"says", "asserts", "admits", "denies", "reveals"})

Read = Callable[[Sequence[Span]], list[RawAttribution]]
"""The model's attributions in the given stretches, each read as a paragraph."""


def nested(analysis: Analysis, outer: Sequence[RawAttribution], read: Read) -> Iterator[RawAttribution]:
    """Attributions that stand in the contents of `outer`, at any depth up to `DEPTH` below them."""
    level = list(outer)
    for _ in range(DEPTH):
        stretches = [span for one in level for span in one.content if _speaks(analysis, span)]
        if not stretches:
            return
        level = [
            replace(one, confidence=one.confidence * NESTED)
            for one in read(sorted(set(stretches)))
            if one.source and one.confidence >= _needed(analysis, one) and _outward(analysis, one) and _small(one, stretches)
        ]
        yield from level


def _speaks(analysis: Analysis, span: Span) -> bool:
    """Whether a content is long enough and holds a verb of reporting after its first word."""
    numbers = analysis.words_in(span.start, span.end)
    return len(numbers) >= SHORTEST and any(_cues(analysis, analysis.words[i].lower) for i in numbers[1:])


def _cues(analysis: Analysis, word: str) -> bool:
    """Whether a word is likely a verb that attributes: inflected, or one of belief."""
    table = analysis.language.cues
    lemma = table.lemmas.get(word, "")
    return word in table.openers or (lemma != "" and (word != lemma or table.shades[lemma] == "believes"))


def _reports(analysis: Analysis, word: str) -> bool:
    table = analysis.language.cues
    return table.shades.get(table.lemmas.get(word, ""), "") in SHADES or word in table.openers


def _needed(analysis: Analysis, one: RawAttribution) -> float:
    """The confidence to reach: less where the cue is a plain word of reporting."""
    cue = [analysis.words[i].lower for span in one.cue for i in analysis.words_in(span.start, span.end)]
    return SURE if any(_reports(analysis, word) for word in cue) else VERY_SURE


def _outward(analysis: Analysis, one: RawAttribution) -> bool:
    """Whether the source is nobody who speaks of themselves ("I think" inside a quotation)."""
    source = [analysis.words[i].lower for span in one.source for i in analysis.words_in(span.start, span.end)]
    first = analysis.language.sources.first
    return not any(word in first for word in source[:1])


def _small(one: RawAttribution, stretches: Sequence[Span]) -> bool:
    """Whether it lies inside one stretch; several pieces of one content are not read across."""
    spans = (*one.source, *one.cue, *one.content)
    return any(all(s.start <= x.start and x.end <= s.end for x in spans) for s in stretches)
