"""A speaker that the encoder missed and that nobody could miss: a name, or a noun for a speaker, that is all of a sentence before
its verb of saying."""

from collections.abc import Sequence
from dataclasses import replace

from ..analyse import Analysis, Word
from ..lang.tables import Sources
from ..model import Span
from .names import names
from .raw import RawAttribution

_LONGEST = 8
"""Words of such a speaker."""


def with_subject(analysis: Analysis, one: RawAttribution) -> RawAttribution:
    """The attribution with what begins its sentence and ends right before its cue for a source, where it has none, and has a
    clause of its own for content: "| Radio N | reported that ...", "| Our correspondent in N | saw that ..."."""
    if one.source or not one.cue or not one.content or one.content[0].start < one.cue[0].end:
        return one
    first = next(iter(analysis.words_in(one.content[0].start, one.content[0].end)), None)
    sentence = analysis.sentence_at(one.cue[0].start)
    if sentence is None or first is None or analysis.words[first].lower not in analysis.language.sources.relative:
        return one
    words = [analysis.words[i] for i in analysis.words_in(sentence.start, one.cue[0].start)]
    if not words or len(words) > _LONGEST or not (_named(analysis, words) or _noun(words, analysis.language.sources)):
        return one
    return replace(one, source=(Span(words[0].start, words[-1].end),))


def _named(analysis: Analysis, words: Sequence[Word]) -> bool:
    """Whether words are one name, with or without an article."""
    start = words[1].start if words[0].lower in analysis.language.sources.articles and len(words) > 1 else words[0].start
    return any(name.span == Span(start, words[-1].end) for name in names(analysis))


def _noun(words: Sequence[Word], table: Sources) -> bool:
    """Whether words are a noun for a speaker behind an article, and at most a name that a preposition ties to it."""
    nouns = table.roles | table.anonymous | table.collective | table.documents | table.bodies | table.media
    if len(words) < 2 or words[0].lower not in table.articles or words[1].lower not in nouns:
        return False
    behind = words[2:]
    tied = len(behind) > 1 and behind[0].lower in {*table.behalf, "in", "at"}
    return not behind or (tied and all(word.text[0].isupper() for word in behind[1:]))
