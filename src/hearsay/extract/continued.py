"""Sentences without a cue of their own that go on under an earlier source (annotation rule 8): "Of them, two were women.",
"He had heard no shot.", or a quotation that stands alone behind another one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..analyse import Analysis, Sentence
from ..model import Attribution, Polarity, Source, Span
from . import Found
from .cues import REPORTING, quoting
from .passed import Relays, Told
from .raw import overlap

CONTINUED = 0.5
"""Factor on the confidence of a continuation: no cue of its own stands in the text."""
_OPENING_WORDS = 12
"""Words of a sentence among which its first verb is looked for."""


def continued(relays: Relays, content: tuple[Span, ...], outer: Told, sure: float) -> Found:
    """What goes on under the source of an earlier attribution, with its relays."""
    assert outer.source is not None
    source = Source(outer.source.name, outer.source.kind)
    how = quoting(relays.analysis, content, ())
    via = relays.of(outer)
    finding = Attribution(text=relays.analysis.text.id, content=content, source=source, quoting=how, via=via, inferred=True)
    return Found(finding, sure * CONTINUED)


def end_of(each: Told) -> int:
    """Where the last word of an attribution's content or cue ends."""
    return max(span.end for span in (*each.raw.content, *each.raw.cue))


def going_on(relays: Relays, known: Sequence[Span]) -> Iterator[Found]:
    """Continuations by rule, beside what is `known` to go on."""
    analysis = relays.analysis
    under: Told | None = None
    for number, sentence in enumerate(analysis.sentences[1:], 1):
        before = analysis.sentences[number - 1]
        if before.paragraph != sentence.paragraph or _taken(sentence, relays.told, known):
            under = None
            continue
        outer = under or _ending(relays.told, before)
        if outer is not None and _goes_on(analysis, sentence, outer):
            end = sentence.end - 1 if analysis.content[sentence.end - 1] == "." else sentence.end
            yield continued(relays, (Span(sentence.start, end),), outer, outer.raw.confidence)
            under = outer
        else:
            under = None


def _ending(told: Sequence[Told], before: Sentence) -> Told | None:
    """The one outermost attribution that ends with a sentence and passes on what its source says."""
    outer = [each for each in told if each.around is None and _ends_with(each, before)]
    first = (outer[0].begun or outer[0]) if len({each.source.name if each.source else "" for each in outer}) == 1 else None
    return first if first is not None and first.source is not None and _reports(first) else None


def _goes_on(analysis: Analysis, sentence: Sentence, outer: Told) -> bool:
    """Whether a sentence is still somebody's: it goes on counting, its verb steps back behind a past verb of saying, or it is
    all in quotation marks as what was said before it was."""
    table = analysis.language.cues
    words = analysis.content[sentence.start : sentence.start + 24].lower()
    if table.continuations and words.startswith(table.continuations):
        return True
    return _quoted(analysis, sentence, outer) or _backshifted(analysis, sentence)


def _quoted(analysis: Analysis, sentence: Sentence, outer: Told) -> bool:
    flags = [analysis.quoted[w.start] for w in analysis.words[sentence.first : sentence.last] if w.text[0].isalnum()]
    return bool(flags) and all(flags) and any(analysis.quoted[span.start] for span in outer.raw.content)


def _backshifted(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the first verb of a sentence is in the past perfect ("had seen"): a report tells so what somebody told it."""
    words = analysis.words[sentence.first : min(sentence.last, sentence.first + _OPENING_WORDS)]
    table = analysis.language.cues
    for word, after in pairwise(words):
        if word.lower in table.stepped_back:
            return after.lower not in analysis.language.sources.articles
        if word.lower in table.finite or word.text[0] in ":;?":
            return False
    return False


def _reports(each: Told) -> bool:
    return each.signal is not None and each.signal.cue.shade in REPORTING and each.signal.polarity is Polarity.AFFIRMED


def _taken(sentence: Sentence, told: Sequence[Told], known: Sequence[Span]) -> bool:
    """Whether an attribution has some part in the sentence, or it is known to go on already."""
    here = Span(sentence.start, sentence.end)
    spans = [span for each in told for span in (*each.raw.content, *each.raw.cue, *each.raw.source)]
    return any(overlap(here, span) for span in (*spans, *known))


def _ends_with(each: Told, sentence: Sentence) -> bool:
    """Whether an attribution's content or cue ends with this sentence."""
    end = end_of(each)
    return sentence.start < end <= sentence.end and sentence.end - end <= 2
