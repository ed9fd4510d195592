"""Claims made by hand, for tests of what compares them."""

from itertools import count

from hearsay.claims.base import Claim, Origin, Voice
from hearsay.codec import id_of
from hearsay.model import Figure, Measure, Modality, Modifier, Place, Polarity, Precision, Scope, Source, SourceKind, Span, Window

_numbers = count()


def figure_claim(
    number: int | None,
    *,
    report: str = "",
    outlet: str = "",
    published: str | None = "2031-06-10",
    speaker: str | None = "Northern Guard",
    kind: SourceKind = SourceKind.INSTITUTION,
    shade: str = "says",
    denied: bool = False,
    who: str = "people",
    modifier: Modifier = Modifier.EXACT,
    high: int | None = None,
    day: str | None = "2031-06-09",
    window: tuple[str | None, str | None] | None = None,
    place: str | None = "Brennoc",
    scope: Scope = Scope.INCIDENT,
    measure: Measure = Measure.KILLED,
    basis: str = "",
    words: str = "",
    context: str = "",
    part_of: str | None = None,
    modality: Modality = Modality.REPORTED,
) -> Claim:
    """A figure as it stands in a report of its own (or in that of this name), said by an institution on a day of an event."""
    name = report or f"report-{next(_numbers)}"
    start, end = window if window else (day, day)
    said = words or (str(number) if number is not None else "dozens")
    low: int | None = number
    most: int | None = number
    if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN):
        most = None
    if modifier in (Modifier.AT_MOST, Modifier.FEWER_THAN):
        low = None
    if modifier is Modifier.RANGE:
        most = high
    at = context.find(said)
    precision = Precision.DAY if start == end else Precision.RANGE
    finding = Figure(
        text=name,
        span=Span(max(at, 0), max(at, 0) + len(said)),
        words=said,
        measure=measure,
        low=low,
        high=most,
        modifier=modifier,
        who=who,
        who_spans=(Span(max(at, 0), max(at, 0) + 1),) if who else (),
        scope=scope,
        window=Window("then", start, end, precision) if start or end else None,
        place=Place(place) if place else None,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        modality=modality,
        basis=basis,
    )
    origin = Origin(name, f"sha256:{name}", name, "2031-07-01T00:00:00Z", outlet=outlet, published=published)
    voices = (Voice("v", Source(speaker, kind), shade=shade),) if speaker else ()
    return Claim(id_of(finding) + str(speaker), finding, origin, voices=voices, part_of=part_of, words=said, context=context)
