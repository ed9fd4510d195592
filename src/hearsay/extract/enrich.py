"""From bare spans to attributions: who speaks, in what shade, how quoted, through whom, inside whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..analyse import Analysis, Sentence
from ..model import Attribution, Cue, Polarity, Source, Span
from . import Found
from .cues import RELAYING, REPORTING, Signal, nobody, quoting, read_cue
from .raw import RawAttribution, overlap
from .relays import media_in_sentence
from .speakers import Speakers

CONTINUED = 0.5
"""Factor on the confidence of a continuation: no cue of its own stands in the text."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An attribution as understood so far, with the one around it."""

    raw: RawAttribution
    signal: Signal | None
    source: Source | None
    around: "_Told | None"


def enrich(analysis: Analysis, found: Sequence[RawAttribution]) -> Iterator[Found]:
    """Attributions with everything that the tables and the document tell of them."""
    speakers = Speakers(analysis)
    told: list[_Told] = []
    for one in sorted((one for one in found if not one.inferred), key=_order):
        around = _around(one, told)
        signal = read_cue(analysis, one.cue, one.content) if one.cue else None
        told.append(_Told(one, signal, speakers.resolve(one.source, around.source if around else None), around))
    for each in told:
        yield _finding(analysis, each, speakers)
    going_on = list(_going_on(analysis, [one for one in found if one.inferred], told, speakers))
    yield from going_on
    yield from _continuations(analysis, told, [span for one in found if one.inferred for span in one.content], speakers)


def _order(one: RawAttribution) -> tuple[int, int]:
    """Outer attributions come before those inside them, otherwise the order of the text."""
    return (min(span.start for span in (*one.content, *one.cue, *one.source)), -_size(one.content))


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _around(one: RawAttribution, told: Sequence[_Told]) -> _Told | None:
    """The innermost attribution met so far whose content covers this one's cue and content."""
    spans = (*one.cue, *one.content)
    outer = [each for each in told if all(any(p.start <= s.start and s.end <= p.end for p in each.raw.content) for s in spans)]
    return min(outer, key=lambda each: _size(each.raw.content), default=None)


def _finding(analysis: Analysis, each: _Told, speakers: Speakers) -> Found:
    raw = each.raw
    cue: Cue | None = each.signal.cue if each.signal else None
    finding = Attribution(
        text=analysis.text.id,
        content=raw.content,
        source=each.source,
        cue=cue,
        quoting=quoting(analysis, raw.content, raw.cue),
        via=_via(analysis, each, speakers),
        polarity=_polarity(analysis, each),
    )
    return Found(finding, raw.confidence)


def _polarity(analysis: Analysis, each: _Told) -> Polarity:
    """Denied by the cue, or because nobody says it."""
    if each.signal is not None and nobody(analysis, each.raw.source):
        return Polarity.DENIED
    return each.signal.polarity if each.signal else Polarity.AFFIRMED


def _via(analysis: Analysis, each: _Told, speakers: Speakers) -> tuple[Source, ...]:
    """Relays, nearest to the speaker first: media in the sentence, then the speakers around that pass it on, each with the
    media that it was passed on to."""
    around = each.around
    relays = list(media_in_sentence(analysis, each.raw, speakers, around.raw.content if around else ()))
    while around is not None:
        if _passes_on(around) and around.source is not None and not _pronoun(analysis, around.source):
            relays.append(around.source)
            outer = around.around.raw.content if around.around else ()
            relays += media_in_sentence(analysis, around.raw, speakers, outer)
        around = around.around
    speaker = each.source.name if each.source else ""
    kept: dict[str, Source] = {}
    for relay in relays:
        if relay.name != speaker and not speakers.is_own(relay):
            kept.setdefault(relay.name, relay)
    return tuple(kept.values())


def _passes_on(around: _Told) -> bool:
    """Whether a source passes on what others say: not if it denies, doubts or orders it (annotation rule 16)."""
    signal = around.signal
    return signal is not None and signal.cue.shade in RELAYING and signal.polarity is Polarity.AFFIRMED


def _pronoun(analysis: Analysis, source: Source) -> bool:
    """Whether a source could not be resolved beyond a pronoun."""
    table = analysis.language.sources
    pronouns = table.first | table.singular | table.plural | table.neuter | table.relative
    return source.name.lower() in pronouns


def _going_on(analysis: Analysis, found: Sequence[RawAttribution], told: Sequence[_Told], speakers: Speakers) -> Iterator[Found]:
    """What the model takes to go on under an earlier source: that of the outermost attribution that ends nearest before it."""
    for one in found:
        before = [each for each in told if each.around is None and _end(each) <= one.content[0].start]
        if before and (nearest := max(before, key=_end)).source is not None:
            yield _continued(analysis, one.content, nearest, one.confidence, _via(analysis, nearest, speakers))


def _end(each: _Told) -> int:
    return max(span.end for span in (*each.raw.content, *each.raw.cue))


def _continuations(analysis: Analysis, told: Sequence[_Told], known: Sequence[Span], speakers: Speakers) -> Iterator[Found]:
    """Sentences that go on counting what the sentence before had counted ("of them, ..."), under its source."""
    starts = analysis.language.cues.continuations
    if not starts:
        return
    for number, sentence in enumerate(analysis.sentences[1:], 1):
        words = analysis.content[sentence.start : sentence.start + 24].lower()
        before = analysis.sentences[number - 1]
        if before.paragraph != sentence.paragraph or not words.startswith(starts) or _taken(sentence, told, known):
            continue
        outer = [each for each in told if _ends_with(each, before) and each.around is None]
        if len(outer) == 1 and outer[0].source is not None and _reports(outer[0]):
            end = sentence.end - 1 if analysis.content[sentence.end - 1] == "." else sentence.end
            via = _via(analysis, outer[0], speakers)
            yield _continued(analysis, (Span(sentence.start, end),), outer[0], outer[0].raw.confidence, via)


def _reports(each: _Told) -> bool:
    return each.signal is not None and each.signal.cue.shade in REPORTING and each.signal.polarity is Polarity.AFFIRMED


def _taken(sentence: Sentence, told: Sequence[_Told], known: Sequence[Span]) -> bool:
    """Whether an attribution has some part in the sentence, or it is known to go on already."""
    here = Span(sentence.start, sentence.end)
    spans = [span for each in told for span in (*each.raw.content, *each.raw.cue, *each.raw.source)]
    return any(overlap(here, span) for span in (*spans, *known))


def _ends_with(each: _Told, sentence: Sentence) -> bool:
    """Whether an attribution's content or cue ends with this sentence."""
    end = _end(each)
    return sentence.start < end <= sentence.end and sentence.end - end <= 2


def _continued(analysis: Analysis, content: tuple[Span, ...], outer: _Told, sure: float, via: tuple[Source, ...]) -> Found:
    assert outer.source is not None
    source = Source(outer.source.name, outer.source.kind)
    how = quoting(analysis, content, ())
    finding = Attribution(text=analysis.text.id, content=content, source=source, quoting=how, via=via, inferred=True)
    return Found(finding, sure * CONTINUED)
