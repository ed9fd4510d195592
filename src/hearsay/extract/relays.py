"""Through whom the words came: media that were told, that published or that carried them (annotation rule 16)."""

from collections.abc import Iterator, Sequence

from ..analyse import Analysis
from ..lang.tables import Sources
from ..model import Source, SourceKind, Span
from .raw import RawAttribution, overlap
from .speakers import Speakers

_LONGEST = 8
"""Words of a relay's name with its determiner and description."""


def media_in_sentence(analysis: Analysis, one: RawAttribution, speakers: Speakers) -> tuple[Source, ...]:
    """The media that a sentence names between a speaker and the page, in the order of the text: "told channel X",
    "in an interview with X", "as quoted by X". The press at large is no relay."""
    if not one.cue:
        return ()
    found: dict[str, Source] = {}
    for span in _candidates(analysis, one):
        source = _called(speakers.describe(span), span, analysis)
        if _is_medium(analysis.language.sources, source, span, analysis):
            found.setdefault(source.name, source)
    return tuple(found.values())


def _candidates(analysis: Analysis, one: RawAttribution) -> Iterator[Span]:
    """Noun phrases of the cue's sentence, outside source and content, to which a relaying word leads."""
    sentence = analysis.sentence_at(one.cue[0].start)
    if sentence is None:
        return
    table = analysis.language.sources
    taken = [*one.source, *one.content]
    numbers = range(sentence.first, sentence.last)
    last_cue = one.cue[-1].end
    for i in numbers:
        word = analysis.words[i]
        span = Span(word.start, word.end)
        if any(overlap(span, other) for other in taken):
            continue
        in_cue = one.cue[0].start <= word.start < last_cue
        lemma = analysis.language.cues.lemmas.get(word.lower, word.lower)
        if (in_cue and lemma in table.told) or _leads(analysis, i, numbers, table):
            yield from _phrase(analysis, i + 1, sentence.last, taken)


def _leads(analysis: Analysis, i: int, numbers: range, table: Sources) -> bool:
    """Whether a preposition here leads to a medium: after a noun of conversation or a participle of carrying."""
    if analysis.words[i].lower not in table.toward or i == numbers.start:
        return False
    before = [analysis.words[k].lower for k in range(max(numbers.start, i - 3), i)]
    return any(word in table.interviews or word in table.carriers for word in before)


def _phrase(analysis: Analysis, first: int, last: int, taken: Sequence[Span]) -> Iterator[Span]:
    """The noun phrase that begins at word `first`, up to a mark, another role, or `_LONGEST` words."""
    end = first
    while end < min(last, first + _LONGEST):
        word = analysis.words[end]
        if not (word.text[0].isalnum() or word.text[0] in "’'") or any(
            overlap(Span(word.start, word.end), other) for other in taken
        ):
            break
        if end > first and word.lower in analysis.language.sources.ends:
            break
        end += 1
    if end > first:
        yield Span(analysis.words[first].start, analysis.words[end - 1].end)


def _called(source: Source, span: Span, analysis: Analysis) -> Source:
    """A medium by its name, where the name alone tells that it is one, else by the words used."""
    media = analysis.language.sources.media
    if {word.lower() for word in source.name.split()} & media and source.kind is not SourceKind.PERSON:
        return source
    return Source(" ".join(analysis.content[span.start : span.end].split()), SourceKind.MEDIA, (span,))


def _is_medium(table: Sources, source: Source, span: Span, analysis: Analysis) -> bool:
    words = {analysis.words[i].lower for i in analysis.words_in(span.start, span.end)}
    if not words or (source.kind is SourceKind.PERSON and not words & table.media):
        return False
    named = any(analysis.words[i].text[0].isupper() for i in analysis.words_in(span.start, span.end))
    if words & table.press and not named:
        return False
    return bool(words & table.media) or {word.lower() for word in source.name.split()} & table.media != set()
