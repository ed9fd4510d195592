"""From bare spans to attributions: who speaks, in what shade, how quoted, through whom, inside whom."""

from collections.abc import Iterator, Sequence

from ..analyse import Analysis
from ..model import Attribution, Cue, Polarity, Span
from . import Found
from .continued import continued, end_of, going_on
from .cues import nobody, quoting, read_cue
from .passed import Relays, Told
from .raw import RawAttribution
from .speakers import Speakers


def enrich(analysis: Analysis, found: Sequence[RawAttribution]) -> Iterator[Found]:
    """Attributions with everything that the tables and the document tell of them."""
    speakers = Speakers(analysis)
    told: list[Told] = []
    for one in sorted(found, key=_order):
        around = _around(one, told)
        if one.inferred:
            told += _begun(one, told)
            continue
        signal = read_cue(analysis, one.cue, one.content) if one.cue else None
        source = speakers.resolve(one.source, around.source if around else None, one.content)
        told.append(Told(one, signal, source, around))
    relays = Relays(analysis, speakers, told)
    for each in told:
        if each.begun is None:
            yield _finding(relays, each)
    for each in told:
        if each.begun is not None:
            yield continued(relays, each.raw.content, each.begun, each.raw.confidence)
    yield from going_on(relays, [span for one in found if one.inferred for span in one.content])


def _order(one: RawAttribution) -> tuple[int, int]:
    """Outer attributions come before those inside them, otherwise the order of the text."""
    return (min(span.start for span in (*one.content, *one.cue, *one.source)), -_size(one.content))


def _size(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _around(one: RawAttribution, told: Sequence[Told]) -> Told | None:
    """The innermost attribution met so far whose content covers this one's cue and content."""
    spans = (*one.cue, *one.content)
    outer = [each for each in told if all(any(p.start <= s.start and s.end <= p.end for p in each.raw.content) for s in spans)]
    return min(outer, key=lambda each: _size(each.raw.content), default=None)


def _begun(one: RawAttribution, told: Sequence[Told]) -> Iterator[Told]:
    """What goes on without a cue, under the source of the outermost attribution that ends nearest before it."""
    before = [each for each in told if each.around is None and end_of(each) <= one.content[0].start]
    if before and (nearest := max(before, key=end_of)).source is not None:
        yield Told(one, None, nearest.source, None, nearest.begun or nearest)


def _finding(relays: Relays, each: Told) -> Found:
    raw, analysis = each.raw, relays.analysis
    cue: Cue | None = each.signal.cue if each.signal else None
    finding = Attribution(
        text=analysis.text.id,
        content=raw.content,
        source=each.source,
        cue=cue,
        quoting=quoting(analysis, raw.content, raw.cue, list(_inner(each, relays))),
        via=relays.of(each),
        polarity=_polarity(analysis, each),
    )
    return Found(finding, raw.confidence)


def _inner(each: Told, relays: Relays) -> Iterator[Span]:
    """The contents of those inside, where their own cues stand in no quotation: its marks are then theirs."""
    for other in relays.told:
        if other.around is each and other.raw.cue and not any(relays.analysis.quoted[span.start] for span in other.raw.cue):
            yield from other.raw.content


def _polarity(analysis: Analysis, each: Told) -> Polarity:
    """Denied by the cue, or because nobody says it."""
    if each.signal is not None and nobody(analysis, each.raw.source):
        return Polarity.DENIED
    return each.signal.polarity if each.signal else Polarity.AFFIRMED
