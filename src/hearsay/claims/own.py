"""The outlet's own voice: what a report states by itself, under nobody's name. Computed from what stands, never stored."""

from collections.abc import Iterable, Iterator, Sequence

from ..analyse import Analysis, Sentence, analyse
from ..codec import spans_of
from ..model import Attribution, Label, Span
from ..registry import language
from .view import View

CLAUSE = 9
"""Words that must be left of a sentence, beside what it attributes, to be a statement of its own: fewer are mostly an adverb, a
connective or the place where something was said. Chosen on the invented corpus' dev part among 5, 7, 9, 12 and none."""

STATEMENT = 3
"""Words that a sentence without any attribution must have, two of them in small letters: names and dates alone state nothing."""

_TITLES = frozenset({Label.HEADLINE, Label.HEADING})


def own_voice(view: View) -> tuple[Span, ...]:
    """The statements of a report that stand in no attribution, in order, as code points of the text: whole sentences, and the
    clauses of others that lie outside all that is attributed. Headings and questions are left out. Without a language that
    is known, there are none."""
    known = language(view.text.language)
    if known is None:
        return ()
    analysis = analyse(view.text, known)
    taken = _taken(analysis, [one for _, one in view.attributions])
    return tuple(_statements(analysis, taken))


def _taken(analysis: Analysis, attributions: Iterable[Attribution]) -> bytearray:
    """One byte a code point: 1 where it belongs to an attribution: content, cue, source, relays, and what joins them."""
    taken = bytearray(len(analysis.content))
    for one in attributions:
        for start, end in spans_of(one):
            taken[start:end] = b"\1" * (end - start)
    return taken


def _statements(analysis: Analysis, taken: bytearray) -> Iterator[Span]:
    for sentence in analysis.sentences:
        if analysis.blocks[sentence.block].label in _TITLES:
            continue
        words = _words(analysis, sentence)
        if analysis.content[sentence.end - 1 : sentence.end] == "?" or _bids(analysis, words):
            continue
        free = [not any(taken[word.start : word.end]) for word in words]
        least = STATEMENT if all(free) else CLAUSE
        for first, last in _runs(free):
            span = Span(words[first].start, words[last - 1].end) if last - first >= least else None
            if (
                span
                and (last - first == len(words) or _states(analysis, words[first:last]))
                and _small(analysis, words[first:last]) > 1
            ):
                yield span


def _bids(analysis: Analysis, words: Sequence[Span]) -> bool:
    """Whether a sentence bids, greets or wishes: it states nothing."""
    return bool(words) and _word(analysis, words[0]) in analysis.language.cues.bidding


def _states(analysis: Analysis, words: Sequence[Span]) -> bool:
    """Whether a clause may state something by itself: it does not hang on another one, and is not cut short."""
    table = analysis.language.cues
    return _word(analysis, words[0]) not in table.subordinate and _word(analysis, words[-1]) not in table.unfinished


def _word(analysis: Analysis, span: Span) -> str:
    return analysis.content[span.start : span.end].lower()


def _small(analysis: Analysis, words: Iterable[Span]) -> int:
    """How many of these words begin with a small letter; all of them, in a text of capitals."""
    first = [analysis.content[word.start] for word in words]
    return len(first) if not any(map(str.islower, analysis.content)) else sum(map(str.islower, first))


def _words(analysis: Analysis, sentence: Sentence) -> list[Span]:
    """The words of a sentence, signs left out."""
    every = analysis.words[sentence.first : sentence.last]
    return [Span(word.start, word.end) for word in every if word.text[0].isalnum()]


def _runs(free: list[bool]) -> Iterator[tuple[int, int]]:
    """The longest stretches [first, last) that are true throughout."""
    first = 0
    for i, value in enumerate([*free, False]):
        if not value:
            if i > first:
                yield first, i
            first = i + 1
