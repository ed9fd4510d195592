"""From bare spans to attributions: who speaks, in what shade, how quoted, through whom, inside whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..analyse import Analysis, Sentence
from ..model import Attribution, Cue, Polarity, Quoting, Source, Span
from . import Found
from .cues import REPORTING, Signal, quoting, read_cue
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
    for one in sorted(found, key=_order):
        around = _around(one, told)
        signal = read_cue(analysis, one.cue, one.content) if one.cue else None
        told.append(_Told(one, signal, speakers.resolve(one.source, around.source if around else None), around))
    for each in told:
        yield _finding(analysis, each, speakers)
    yield from _continuations(analysis, told)


def _order(one: RawAttribution) -> tuple[int, int]:
    """Outer attributions come before those inside them, otherwise the order of the text."""
    return (min(span.start for span in (*one.content, *one.cue, *one.source)), -_size(one.content))


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _around(one: RawAttribution, told: Sequence[_Told]) -> _Told | None:
    """The innermost attribution met so far whose content covers this one's cue and content."""
    spans = (*one.cue, *one.content)
    outer = [
        each
        for each in told
        if all(any(p.start <= s.start and s.end <= p.end for p in each.raw.content) for s in spans)
    ]
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
        polarity=each.signal.polarity if each.signal else Polarity.AFFIRMED,
    )
    return Found(finding, raw.confidence)


def _via(analysis: Analysis, each: _Told, speakers: Speakers) -> tuple[Source, ...]:
    """Relays, nearest to the speaker first: media in the sentence, then the speakers around that pass it on."""
    relays = list(media_in_sentence(analysis, each.raw, speakers))
    around = each.around
    while around is not None:
        passes_on = around.signal is not None and around.signal.cue.shade in REPORTING
        if passes_on and around.source is not None and not _pronoun(analysis, around.source):
            relays.append(around.source)
        around = around.around
    speaker = each.source.name if each.source else ""
    kept: dict[str, Source] = {}
    for relay in relays:
        if relay.name not in (speaker, analysis.outlet):
            kept.setdefault(relay.name, relay)
    return tuple(kept.values())


def _pronoun(analysis: Analysis, source: Source) -> bool:
    """Whether a source could not be resolved beyond a pronoun."""
    table = analysis.language.sources
    pronouns = table.first | table.singular | table.plural | table.neuter | table.relative
    return source.name.lower() in pronouns


def _continuations(analysis: Analysis, told: Sequence[_Told]) -> Iterator[Found]:
    """Sentences that go on counting what the sentence before had counted ("of them, ..."), under its source."""
    starts = analysis.language.cues.continuations
    if not starts:
        return
    for number, sentence in enumerate(analysis.sentences[1:], 1):
        words = analysis.content[sentence.start : sentence.start + 24].lower()
        before = analysis.sentences[number - 1]
        if before.paragraph != sentence.paragraph or not words.startswith(starts) or _taken(sentence, told):
            continue
        outer = [each for each in told if _ends_with(each, before) and each.around is None]
        if len(outer) == 1 and outer[0].source is not None and _reports(outer[0]):
            yield _continued(analysis, sentence, outer[0])


def _reports(each: _Told) -> bool:
    return each.signal is not None and each.signal.cue.shade in REPORTING and each.signal.polarity is Polarity.AFFIRMED


def _taken(sentence: Sentence, told: Sequence[_Told]) -> bool:
    """Whether an attribution has some part in the sentence."""
    here = Span(sentence.start, sentence.end)
    return any(overlap(here, span) for each in told for span in (*each.raw.content, *each.raw.cue, *each.raw.source))


def _ends_with(each: _Told, sentence: Sentence) -> bool:
    """Whether an attribution's content or cue ends with this sentence."""
    end = max(span.end for span in (*each.raw.content, *each.raw.cue))
    return sentence.start < end <= sentence.end and sentence.end - end <= 2


def _continued(analysis: Analysis, sentence: Sentence, outer: _Told) -> Found:
    end = sentence.end - 1 if analysis.content[sentence.end - 1] == "." else sentence.end
    assert outer.source is not None
    source = Source(outer.source.name, outer.source.kind)
    finding = Attribution(
        text=analysis.text.id, content=(Span(sentence.start, end),), source=source, quoting=Quoting.INDIRECT, inferred=True
    )
    return Found(finding, outer.raw.confidence * CONTINUED)
