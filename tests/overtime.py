"""Reports with running totals by any source and of any day, made without a reader, for pages that show them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace as changed
from datetime import UTC, date, datetime
from pathlib import Path

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
)  # fmt: skip
from hearsay.pipeline import Report
from hearsay.readers.base import Input
from hearsay.readers.plain import read_plain
from hearsay.store.ledger import Ledger

ARABIC, HEBREW = "لجنة الإغاثة", "ועדת החירום"
Told = tuple[date, str, int, str]
"""Day of publication, source, total, place ("": none)."""


def total(number: int, told: Told, measure: Measure = Measure.KILLED, *, denied: bool = False) -> Report:
    """A report in which a source gives, or denies, a total since 1 March."""
    day, name, count, where = told
    parts: list[str] = []

    def put(words: str) -> Span:
        start = sum(map(len, parts))
        parts.append(words)
        return Span(start, start + len(words))

    source = Source(name, SourceKind.INSTITUTION, (put(name),))
    put(" ")
    cue = Cue((put("denied"),), "deny", "denies") if denied else Cue((put("said"),), "say", "says")
    put(" ")
    digits = put(f"{count:,}")
    put(" ")
    who = put("people")
    put(f" had been {measure.value}")
    place = Place(where, (put(f" in {where}"),)) if where else None
    put(" ")
    window = Window("since 1 March 2031", "2031-03-01", None, Precision.DAY, (put("since 1 March 2031"),))
    content = Span(digits.start, window.spans[0].end)
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    item = Input(f"total-{number:03}", ("".join(parts) + ".\n").encode(), "text/plain", None, at, "made")
    page = read_plain(item)
    key = page.text.id
    abouts = (About(key, Field.OUTLET, "Tessary Wire", "made"), About(key, Field.PUBLISHED, day.isoformat(), "made"))
    figure = Figure(
        key, digits, f"{count:,}", measure, count, count, Modifier.EXACT, "people", (who,), Scope.CUMULATIVE, window, place
    )
    found = [*abouts, Attribution(key, (content,), source, cue), figure]
    if place is not None:
        spot = place.spans[0]
        found[-1] = replace(figure, place=Place(where, (Span(spot.start + 4, spot.end),)))
    said = tuple(
        sorted(((one, Verdict(id_of(one), Stance.FOUND, "tests.made@1", at)) for one in found), key=lambda p: p[1].finding)
    )
    sighting = Sighting(page.document.id, item.name, at, item.via, item.url)
    return Report(item, changed(page, abouts=abouts), sighting, said, (Reading(key, "tests.made@1", at),))


def totals() -> Iterator[Told]:
    """Four sources, two of them written from right to left, one of which revises itself; and one total of a town."""
    for step in range(6):
        yield date(2031, 4, 1 + 4 * step), "the Health Office", 100 + 40 * step, ""
        yield date(2031, 4, 2 + 4 * step), ARABIC, 90 + 45 * step, ""
        yield date(2031, 4, 3 + 4 * step), HEBREW, 120 + 30 * step, ""
    yield date(2031, 4, 9), "the Relief Mission", 150, ""
    yield date(2031, 4, 20), "the Relief Mission", 260, "Orsa"


def filled(folder: Path, told: Sequence[Told] | None = None) -> Path:
    """A ledger of these totals, in `folder`."""
    with Ledger.open(folder) as held:
        for number, one in enumerate(list(totals()) if told is None else told):
            held.add(total(number, one))
    return folder
