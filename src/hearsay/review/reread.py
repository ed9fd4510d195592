"""What the grammar and the tables of a language make of words that a person marked."""

from collections.abc import Sequence

from ..analyse import Analysis, analyse, tokens
from ..errors import BadFinding
from ..extract.cues import read_cue
from ..extract.numbers import Number, loosened, numbers
from ..lang import Language
from ..model import Block, Label, Modifier, Polarity, Span, Text
from ..registry import language

_AROUND = 80
"""Code points on each side of a number in which words may loosen it."""


def number_at(text: Text, start: int, end: int) -> Number | None:
    """The number whose expression is exactly [start, end), with the words around that loosen it; else what the marked
    words alone are; None where they are no number (also where the text's language has no grammar)."""
    known = language(text.language)
    if known is None:
        return None
    content = text.content
    first = max(content.rfind("\n", 0, start) + 1, start - _AROUND)
    line_end = content.find("\n", end)
    last = min(len(content) if line_end < 0 else line_end, end + _AROUND)
    return _read(content, Span(first, last), start, end, known) or _read(content, Span(start, end), start, end, known)


def rebounded(number: Number, modifier: Modifier) -> tuple[int | None, int | None]:
    """The bounds of a number under another modifier than its own. Raises `BadFinding` where the words can't mean that."""
    if modifier is Modifier.VAGUE:
        return None, None
    if number.low is None and number.high is None:
        raise BadFinding("these words name no number: they are vague, or give the lowest and highest count")
    if modifier is Modifier.RANGE and number.low == number.high:
        raise BadFinding("a range has two numbers: give its lowest and highest count")
    return loosened(number.low, number.high, modifier)


def cue_at(text: Text, spans: Sequence[tuple[int, int]], content: Sequence[tuple[int, int]]) -> tuple[str, str, Polarity]:
    """Lemma, shade and polarity of the cue at these spans, for a content at those; in a language without tables the words
    themselves, as "other"."""
    known = language(text.language)
    marked = [Span(*span) for span in spans]
    if known is None or not content:
        return " ".join(text.content[a:b] for a, b in spans).lower(), "other", Polarity.AFFIRMED
    signal = read_cue(_analysed(text, known), marked, [Span(*span) for span in content])
    return signal.cue.lemma, signal.cue.shade, signal.polarity


def _analysed(text: Text, known: Language) -> Analysis:
    """The whole text, as people may mark what extractors do not read."""
    everything = Block(Span(0, len(text.content)), Label.MAIN, article=True)
    return analyse(Text(text.id, text.document, "review@1", text.language, text.content, blocks=(everything,)), known)


def _read(content: str, around: Span, start: int, end: int, known: Language) -> Number | None:
    words = tuple(tokens(content, around))
    for number in numbers(words, 0, len(words), known.numbers):
        if words[number.first].start == start and words[number.last - 1].end == end:
            return number
    return None
