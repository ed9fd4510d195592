"""Through whom the words came: media that were told, that published or that carried them (annotation rule 16)."""

from collections.abc import Iterator, Sequence

from ..analyse import Analysis, Sentence, Word
from ..lang.tables import Sources
from ..model import Source, SourceKind, Span
from .casing import cased
from .nouns import bare, head_words, plural
from .raw import RawAttribution, overlap
from .speakers import Speakers

_LONGEST = 8
"""Words of a relay's name with its determiner and description."""


def media_in_sentence(
    analysis: Analysis, one: RawAttribution, speakers: Speakers, within: Sequence[Span] = (), others: Sequence[Span] = ()
) -> tuple[Source, ...]:
    """The media that a sentence names between a speaker and the page, in the order of the text: "told channel X",
    "in an interview with X", "as quoted by X". The press at large and the page itself are no relays. Of an attribution
    inside another's content, only what stands in that content (`within`) is looked at; `others` are the sources and cues of
    other attributions, behind which no medium is looked for."""
    if not one.cue:
        return ()
    found: dict[str, Source] = {}
    led = {*_candidates(analysis, one)}
    named = {each for each in _named_media(analysis, one, speakers, others) if not any(overlap(each[0], span) for span, _ in led)}
    for span, told in sorted(led | named):
        if within and not any(overlap(span, other) for other in within):
            continue
        source = speakers.describe(span)
        if told and not speakers.is_own(source) and source.kind is not SourceKind.MEDIA:
            found.setdefault(source.name, source)
        elif _is_medium(analysis, source, span) and not speakers.is_own(source):
            source = _called(source, span, analysis)
            found.setdefault(source.name, source)
    return tuple(found.values())


def _named_media(
    analysis: Analysis, one: RawAttribution, speakers: Speakers, others: Sequence[Span]
) -> Iterator[tuple[Span, bool]]:
    """Media by name in the cue's sentence to which a preposition leads ("to N", "on N"), that publish somebody ("N carries
    his denial: ..."), or in which a document stood that is the source ("his letter in N")."""
    sentence = analysis.sentence_at(one.cue[0].start)
    if sentence is None:
        return
    table, words = analysis.language.sources, cased(analysis)
    own = [*one.cue, *one.source]
    for name in speakers.known.names_in(Span(sentence.start, sentence.end)):
        if not speakers.known.is_medium(name) or any(overlap(name.span, span) for span in (*one.content, *one.cue)):
            continue
        first = name.first - (name.first > sentence.first and words[name.first - 1].lower in table.articles)
        before = words[first - 1].lower if first > sentence.first else ""
        after = words[name.last].lower if name.last < sentence.last else ""
        if any(overlap(name.span, span) for span in one.source):
            if before in table.within and _of_document(words, analysis, one, table):
                yield name.span, False
        elif (before in table.outward or after in table.publishing) and not _parted(name.span, own, others):
            yield name.span, False


def _of_document(words: Sequence[Word], analysis: Analysis, one: RawAttribution, table: Sources) -> bool:
    """Whether a source begins with a document, or is somebody's."""
    head = head_words([words[i] for i in analysis.words_in(one.source[0].start, one.source[-1].end)], table)
    return bool(head) and bare(head[-1]) in table.documents


def _parted(span: Span, own: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether part of another attribution stands between a span and the cue and source of this one."""
    near = min(own, key=lambda each: max(each.start - span.end, span.start - each.end))
    low, high = min(span.end, near.end), max(span.start, near.start)
    return any(low <= other.start and other.end <= high for other in others)


def _candidates(analysis: Analysis, one: RawAttribution) -> Iterator[tuple[Span, bool]]:
    """Noun phrases of the cue's sentence, outside source and content, to which a relaying word leads, and whether whoever it
    is passes words on, be it a medium or not."""
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
            yield from ((found, False) for found in _phrase(words, i + 1, sentence.last, taken, table))
        elif in_cue and lemma in table.told:
            to = i + 1 < sentence.last and words[i + 1].lower in table.addressing
            yield from ((found, False) for found in _phrase(words, i + 1 + to, sentence.last, taken, table))
        elif word.lower in table.citing and in_cue and _cites(words, i, sentence.last, table):
            before = list(_before(analysis, i, sentence, taken)) or list(_behind(words, i, one, sentence))
            yield from ((found, True) for found in before)


def _cites(words: Sequence[Word], i: int, last: int, table: Sources) -> bool:
    """Whether a participle is one of citing: "having" only in "having it from"."""
    return words[i].lower not in table.having or (i + 1 < last and words[i + 1].lower in table.neuter)


def _behind(words: Sequence[Word], i: int, one: RawAttribution, sentence: Sentence) -> Iterator[Span]:
    """The noun phrase between whom a sentence begins to cite and the rest of the cue ("Quoting a pilot, | N | claims")."""
    later = next((span.start for span in one.cue if span.start > words[i].start), 0)
    start = max((span.end for span in one.source), default=0)
    inside = [word for word in words[i + 1 : sentence.last] if start <= word.start < later and word.text[0].isalnum()]
    if 0 < len(inside) <= _LONGEST:
        yield Span(inside[0].start, inside[-1].end)


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


def _before(analysis: Analysis, i: int, sentence: Sentence, taken: Sequence[Span]) -> Iterator[Span]:
    """The noun phrase right before "citing" or "quoting", or before a verb of saying ("the paper said, quoting"): who cites
    somebody passes the words on."""
    words, table, says = cased(analysis), analysis.language.sources, analysis.language.harm.reporting
    last = i
    while last > sentence.first and (not words[last - 1].text[0].isalnum() or words[last - 1].lower in says):
        last -= 1
    first = last
    while first > sentence.first and last - first < _LONGEST:
        word = words[first - 1]
        if not word.text[0].isalnum() or word.lower in table.toward or any(overlap(Span(word.start, word.end), o) for o in taken):
            break
        first -= 1
    if first < last and not words[first].text[0].isdigit():  # no day: "two convoys on 16 June, citing"
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
