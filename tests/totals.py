"""Running totals as claims, made by hand: who gave which total when, in which outlet, in which words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from hashlib import sha256

from hearsay.claims.base import Claim, Origin, Voice
from hearsay.model import (
    Figure,
    Measure,
    Modality,
    Modifier,
    Place,
    Polarity,
    Precision,
    Scope,
    Source,
    SourceKind,
    Span,
    Window,
)
from hearsay.series.line import Line, series
from hearsay.series.steps import Remark, Step

MAY_2 = "2031-05-02"
START = date(2031, 6, 1)


def day(number: int) -> str:
    """The ISO day that many days after 1 June 2031."""
    return (START + timedelta(number)).isoformat()


def total(
    amount: int | tuple[int | None, int | None],
    published: str | None,
    source: str | None = "Joint Relief Office",
    *,
    outlet: str = "Pellam Wire",
    who: str = "people",
    place: str = "",
    since: str | None = MAY_2,
    until: str | None = None,
    measure: Measure = Measure.KILLED,
    modifier: Modifier = Modifier.EXACT,
    scope: Scope = Scope.CUMULATIVE,
    polarity: Polarity = Polarity.AFFIRMED,
    modality: Modality = Modality.REPORTED,
    basis: str = "",
    says: str = "",
    via: Sequence[str] = (),
    text: str = "",
    precision: Precision = Precision.DAY,
) -> Claim:
    """A figure of that amount, in a report of its own unless `text` names one. `says` is its sentence."""
    low, high = amount if isinstance(amount, tuple) else (amount, amount)
    words = f"{low if low is not None else high:,}"
    sentence = says or f"{words} {who} have been {measure.value}"
    report = text or f"{outlet} {published} {source} {words}"
    window = Window("", since, until, precision) if since or until else None
    start = max(sentence.find(words), 0)
    figure = Figure(
        text=_hash(report),
        span=Span(start, start + len(words)),
        words=words,
        measure=measure,
        low=low,
        high=high,
        modifier=modifier,
        who=who,
        scope=scope,
        window=window,
        place=Place(place) if place else None,
        polarity=polarity,
        modality=modality,
        basis=basis,
    )
    key = "h1:" + _hash(
        f"{report} {words} {who} {source} {since} {until} {scope.value} {place} {measure.value} {low} {high} {says}"
    )
    relays = tuple(Source(name, SourceKind.MEDIA) for name in via)
    voices = (Voice("h1:v" + key[4:], Source(source, SourceKind.INSTITUTION), relays),) if source else ()
    origin = Origin(_hash(report), "sha256:" + _hash(report), report, "2031-07-01T00:00:00Z", None, outlet, "", "", published)
    return Claim(key, figure, origin, voices=voices, words=words, context=sentence)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]


def line(claims: Iterable[Claim]) -> Line:
    """The only line that these claims make."""
    made = series(claims).lines
    assert len(made) == 1, [(one.key, len(one.points)) for one in made]
    return made[0]


def amounts(one: Line) -> list[str]:
    """The totals of a line in words."""
    return [str(point.amount) for point in one.points]


def remarks(step: Step) -> list[Remark]:
    """What is remarked on a step."""
    return [flag.remark for flag in step.flags]
