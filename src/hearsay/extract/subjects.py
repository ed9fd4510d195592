"""A speaker that the encoder missed and that nobody could miss: a name that is all of a sentence before its verb of saying."""

from dataclasses import replace

from ..analyse import Analysis
from ..model import Span
from .names import names
from .raw import RawAttribution


def with_subject(analysis: Analysis, one: RawAttribution) -> RawAttribution:
    """The attribution with the name that begins its sentence and ends right before its cue, where it has no source and a clause
    of its own for content: "| Radio N | reported that ..."."""
    if one.source or not one.cue or not one.content or one.content[0].start < one.cue[0].end:
        return one
    first = next(iter(analysis.words_in(one.content[0].start, one.content[0].end)), None)
    sentence = analysis.sentence_at(one.cue[0].start)
    if sentence is None or first is None or analysis.words[first].lower not in analysis.language.sources.relative:
        return one
    for name in names(analysis):
        if sentence.start <= name.span.start and name.span.end <= one.cue[0].start:
            before = analysis.content[sentence.start : name.span.start].strip().lower()
            after = analysis.content[name.span.end : one.cue[0].start].strip()
            alone = not after and before in {"", *analysis.language.sources.articles}
            return replace(one, source=(Span(sentence.start, name.span.end),)) if alone else one
    return one
