"""Reports on the events of an invented war, as many as are wanted, with what stands in them: what comparing is measured on.

A day has `A_DAY` reports. Most tell of an event of that day or the days before it, one of some hundred places: who was killed and
injured, by several sources that differ, revise and deny; every twentieth gives running totals. A third are another outlet's
report with a line of its own in front. Time grows with the number of reports, and so a bigger ledger has more events,
not bigger ones. The same seed makes the same reports; nothing in them needs to be read.
"""

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from hearsay.codec import id_of
from hearsay.model import (
    About,
    Attribution,
    Cue,
    Field,
    Figure,
    Measure,
    Modifier,
    Place,
    Precision,
    Reading,
    Scope,
    Sighting,
    Source,
    SourceKind,
    Span,
    Stance,
    Verdict,
    Window,
)
from hearsay.pipeline import Report
from hearsay.readers.base import Input, Page
from hearsay.readers.plain import read_plain

AGENT = "evals.events@1"
BEGUN = date(2031, 5, 2)
A_DAY = 70
_HEARD = 4
"""Days for which an event is told of."""

_PLACES = tuple(
    f"{first}{last}"
    for first in ("Bren", "Tol", "Had", "Ses", "Kar", "Orl", "Vin", "Dov", "Mar", "Ost", "Lis", "Fer", "Hal", "Cad", "Per", "Ulm")
    for last in ("noc", "mar", "row", "den", "vik", "stead", "ola", "ine", "burn", "gate", "met", "dal")
)
_SOURCES = tuple(
    f"the {side} {body}"
    for side in ("Orvessan", "Sedrin", "Highland", "Lowland")
    for body in ("general staff", "health office", "relief committee", "town council", "rescue service")
)
_COUNTERS = ("the Joint Relief Office", "the Sedrin Assembly", "the Orvessan ministry of health", "Pellam Count")
_OUTLETS = tuple(
    f"{name} {form}" for name in ("Pellam", "Ambel", "Courier", "Osna", "Ridge", "Tessary") for form in ("Wire", "Post", "Radio")
)
_CUES = (("said", "say", "says"), ("claimed", "claim", "asserts"), ("admitted", "admit", "admits"), ("denied", "deny", "denies"))
_LOOSE = (
    ("", Modifier.EXACT),
    ("", Modifier.EXACT),
    ("", Modifier.EXACT),
    ("at least ", Modifier.AT_LEAST),
    ("about ", Modifier.ABOUT),
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is told to have happened: where, when, and about how many it befell."""

    place: str
    day: date
    killed: int
    injured: int


@dataclass(slots=True)
class _Article:
    """A text that grows by pieces, with what stands in it."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    findings: list[Attribution | Figure] = field(default_factory=list)

    def put(self, words: str) -> Span:
        """Adds words; where they stand."""
        start = self.size
        self.parts.append(words)
        self.size += len(words)
        return Span(start, self.size)


def reports(number: int, seed: int = 7, begin: int = 0) -> Iterator[Report]:
    """That many reports, or rather those of them from number `begin` on."""
    dice = random.Random(seed)
    events: deque[Event] = deque()
    earlier: deque[_Article] = deque(maxlen=A_DAY)
    toll, day = 0, BEGUN
    for i in range(number):
        now = BEGUN + timedelta(i // A_DAY)
        if now != day or not events:
            day = now
            found = [_event(dice, day) for _ in range(5)]
            toll += sum(one.killed for one in found)
            events.extend(found)
            while events[0].day < day - timedelta(_HEARD):
                events.popleft()
        article = _article(dice, events, earlier, toll)
        earlier.append(article)
        if i >= begin:
            yield _report(article, i, day, dice.choice(_OUTLETS))
        else:
            dice.choice(_OUTLETS)


def _event(dice: random.Random, day: date) -> Event:
    killed = min(int(dice.paretovariate(0.9)), 400)
    return Event(dice.choice(_PLACES), day, killed, killed * dice.randint(1, 4))


def _article(dice: random.Random, events: deque[Event], earlier: deque[_Article], toll: int) -> _Article:
    kind = dice.random()
    if kind < 0.3 and earlier:
        return _copied(dice, earlier[dice.randrange(len(earlier))])
    article = _Article()
    if kind < 0.35:
        _totals(dice, article, toll)
        return article
    event = events[min(int(dice.expovariate(0.3)), len(events) - 1)]
    article.put(f"Fighting near {event.place}\n\n")
    for _ in range(dice.randint(1, 3)):
        _told(dice, article, event)
    article.put(f"The road from {dice.choice(_PLACES)} to {dice.choice(_PLACES)} stayed closed on day {dice.randrange(900)}.\n")
    return article


def _copied(dice: random.Random, one: _Article) -> _Article:
    """Another outlet's report with a line of its own in front."""
    article = _Article()
    shift = article.put(f"From our {dice.choice(_PLACES)} desk, note {dice.randrange(10_000)}.\n\n").end
    article.put("".join(one.parts))
    article.findings = [_moved(found, shift) for found in one.findings]
    return article


def _told(dice: random.Random, article: _Article, event: Event) -> None:
    """One source's account of an event."""
    about = dice.choice((1.0, 1.0, 1.0, 0.8, 1.3, 2.5))
    window = Window("that day", event.day.isoformat(), event.day.isoformat(), Precision.DAY)
    speaker, cue, start = _speaks(dice, article, dice.choice(_SOURCES))
    for measure, amount, joint in ((Measure.KILLED, event.killed, " and "), (Measure.INJURED, event.injured, "")):
        loose, modifier = dice.choice(_LOOSE)
        article.put(loose)
        _counted(article, round(amount * about), measure, modifier, "people", Scope.INCIDENT, window, event.place)
        article.put(f" were {measure.value}{joint}")
    article.put(" at ")
    article.put(event.place)
    article.findings.append(Attribution("", (Span(start, article.size),), speaker, cue))
    article.put(f" on {event.day.isoformat()}.\n")


def _totals(dice: random.Random, article: _Article, toll: int) -> None:
    """A source's running totals, and what of them came in late."""
    article.put(f"Bulletin {dice.randrange(100_000)}\n\n")
    window = Window("since May 2", BEGUN.isoformat(), None, Precision.RANGE)
    name = dice.choice(_COUNTERS)
    part = 0.4 + 0.2 * _COUNTERS.index(name)
    speaker, cue, start = _speaks(dice, article, name)
    for who, share in (("people", 1.0), ("children", 0.2), ("women", 0.15)):
        _counted(article, round(toll * part * share), Measure.KILLED, Modifier.EXACT, who, Scope.CUMULATIVE, window, "")
        article.put(f" {who} have been killed so far, ")
    article.findings.append(Attribution("", (Span(start, article.size),), speaker, cue))
    if dice.random() < 0.1:
        article.put("and ")
        _counted(article, dice.randint(1, 40), Measure.KILLED, Modifier.EXACT, "people", Scope.UNKNOWN, None, "")
        article.put(" earlier deaths had been added to the count")
    article.put(".\n")


def _speaks(dice: random.Random, article: _Article, name: str) -> tuple[Source, Cue, int]:
    """Somebody is made to speak; where the content begins."""
    where = article.put(name[0].upper() + name[1:])
    article.put(" ")
    words, lemma, shade = dice.choice(_CUES)
    cue = Cue((article.put(words),), lemma, shade)
    article.put(" that ")
    return Source(name.removeprefix("the "), SourceKind.INSTITUTION, (where,)), cue, article.size


def _counted(
    article: _Article,
    amount: int,
    measure: Measure,
    modifier: Modifier,
    who: str,
    scope: Scope,
    window: Window | None,
    place: str,
) -> None:
    words = f"{amount:,}"
    high = None if modifier is Modifier.AT_LEAST else amount
    at = Place(place) if place else None
    span = article.put(words)
    article.findings.append(Figure("", span, words, measure, amount, high, modifier, who, scope=scope, window=window, place=at))


def _moved(one: Attribution | Figure, by: int) -> Attribution | Figure:
    def later(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.start + by, span.end + by) for span in spans)

    if isinstance(one, Figure):
        return replace(one, span=later((one.span,))[0])
    assert one.source is not None
    assert one.cue is not None
    source, cue = replace(one.source, spans=later(one.source.spans)), replace(one.cue, spans=later(one.cue.spans))
    return replace(one, content=later(one.content), source=source, cue=cue)


def _report(article: _Article, number: int, day: date, outlet: str) -> Report:
    """The article as it would be read."""
    content = "".join(article.parts)
    at = datetime(day.year, day.month, day.day, 6, tzinfo=UTC) + timedelta(seconds=600 * (number % A_DAY))
    item = Input(f"report-{number:06}", content.encode(), "text/plain", f"https://{number}.example.org/", at, "made")
    page = read_plain(item)
    if page.text.content != content:
        raise RuntimeError("the reader changed a made text")
    key = page.text.id
    abouts = (About(key, Field.OUTLET, outlet, "made"), About(key, Field.PUBLISHED, at.isoformat(), "made"))
    found = [*abouts, *(replace(one, text=key) for one in article.findings)]
    said = {id_of(one): (one, Verdict(id_of(one), Stance.FOUND, AGENT, at)) for one in found}
    sighting = Sighting(page.document.id, item.name, at, item.via, item.url)
    made = Page(page.document, page.text, abouts)
    return Report(item, made, sighting, tuple(said[id] for id in sorted(said)), (Reading(key, AGENT, at),))
