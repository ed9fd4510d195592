"""Through whom the words came: media that were told, that published or that carried them (annotation rule 16)."""

from collections.abc import Iterator, Sequence

from ..analyse import Analysis, Sentence, Word
from ..lang.tables import Sources
from ..model import Source, SourceKind, Span
from .casing import cased
from .nouns import plural
from .raw import RawAttribution, overlap
from .speakers import Speakers

_LONGEST = 8
"""Words of a relay's name with its determiner and description."""


def media_in_sentence(
    analysis: Analysis, one: RawAttribution, speakers: Speakers, within: Sequence[Span] = ()
) -> tuple[Source, ...]:
    """The media that a sentence names between a speaker and the page, in the order of the text: "told channel X",
    "in an interview with X", "as quoted by X". The press at large and the page itself are no relays. Of an attribution
    inside another's content, only what stands in that content (`within`) is looked at."""
    if not one.cue:
        return ()
    found: dict[str, Source] = {}
    for span in _candidates(analysis, one):
        if within and not any(overlap(span, other) for other in within):
            continue
        source = speakers.describe(span)
        if _is_medium(analysis, source, span) and not speakers.is_own(source):
            source = _called(source, span, analysis)
            found.setdefault(source.name, source)
    return tuple(found.values())


def _candidates(analysis: Analysis, one: RawAttribution) -> Iterator[Span]:
    """Noun phrases of the cue's sentence, outside source and content, to which a relaying word leads."""
    sentence = analysis.sentence_at(one.cue[0].start)
    if sentence is None:
        return
    table = analysis.language.sources
    words = cased(analysis)
    taken = [*one.source, *one.content]
    numbers = range(sentence.first, sentence.last)
    for i in numbers:
        word = words[i]
        span = Span(word.start, word.end)
        if any(overlap(span, other) for other in taken):
            continue
        in_cue = one.cue[0].start <= word.start < one.cue[-1].end
        lemma = analysis.language.cues.lemmas.get(word.lower, word.lower)
        if _leads(words, i, numbers, table):
            yield from _phrase(words, i + 1, sentence.last, taken, table)
        elif in_cue and lemma in table.told:
            to = i + 1 < sentence.last and words[i + 1].lower in table.addressing
            yield from _phrase(words, i + 1 + to, sentence.last, taken, table)
        elif word.lower in table.citing and in_cue:
            yield from _before(words, i, sentence, taken, table)


def _leads(words: Sequence[Word], i: int, numbers: range, table: Sources) -> bool:
    """Whether a preposition here leads to a medium: after a noun of conversation or a participle of carrying."""
    if words[i].lower not in table.toward or i == numbers.start:
        return False
    before = [words[k].lower for k in range(max(numbers.start, i - 3), i)]
    return any(word in table.interviews or word in table.carriers for word in before)


def _phrase(words: Sequence[Word], first: int, last: int, taken: Sequence[Span], table: Sources) -> Iterator[Span]:
    """The noun phrase that begins at word `first`, up to a mark, another role, or `_LONGEST` words."""
    end = first
    if first < last and words[first].lower in table.toward | table.ends:
        return
    while end < min(last, first + _LONGEST):
        word = words[end]
        inside = word.text[0].isalnum() or word.text[0] in "’'"
        joined = word.lower in table.pairs and end > first and words[end - 1].lower in table.media
        if not inside or any(overlap(Span(word.start, word.end), other) for other in taken):
            break
        if end > first and word.lower in table.ends and not joined:
            break
        end += 1
    if end > first:
        yield Span(words[first].start, words[end - 1].end)


def _before(words: Sequence[Word], i: int, sentence: Sentence, taken: Sequence[Span], table: Sources) -> Iterator[Span]:
    """The noun phrase right before "citing" or "quoting": who cites somebody passes the words on."""
    last = i
    while last > sentence.first and not words[last - 1].text[0].isalnum():
        last -= 1
    first = last
    while first > sentence.first and last - first < _LONGEST:
        word = words[first - 1]
        if not word.text[0].isalnum() or word.lower in table.toward or any(overlap(Span(word.start, word.end), o) for o in taken):
            break
        first -= 1
    if first < last:
        yield Span(words[first].start, words[last - 1].end)


def _called(source: Source, span: Span, analysis: Analysis) -> Source:
    """A medium by its name, where the name alone tells that it is one, else by the words used."""
    media = analysis.language.sources.media
    named = {word.lower() for word in source.name.split()} & media and source.kind is not SourceKind.PERSON
    if named or source.kind in (SourceKind.MEDIA, SourceKind.OUTLET):
        return source
    return Source(" ".join(analysis.content[span.start : span.end].split()), SourceKind.MEDIA, (span,))


def _is_medium(analysis: Analysis, source: Source, span: Span) -> bool:
    """Whether a phrase is one medium: by a word for media in it, with a name or an article. The press at large, several that
    are not named, and "by radio" are none."""
    table = analysis.language.sources
    numbers = analysis.words_in(span.start, span.end)
    words = cased(analysis)[numbers.start : numbers.stop]
    lower = {word.lower for word in words}
    by_name = {word.lower() for word in source.name.split()} & table.media
    if not words or source.kind is SourceKind.PERSON or not (lower & table.media or by_name or source.kind is SourceKind.MEDIA):
        return False
    named = any(word.text[0].isupper() for word in words)
    if named:
        return True
    if lower & table.press or plural(words[-1].lower):
        return False
    return words[0].lower not in table.near | table.first and (len(words) > 1 or source.name.lower() != words[0].lower)
