"""The running totals of a ledger over time. Only the blocks of one measure are read: totals, figures over stretches, and of
single events those that stand in the same reports as a total (they may tell what came into it late)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..claims.base import Claim
from ..errors import UnknownName
from ..model import Figure, Measure
from ..series.keys import PLAIN, Naming
from ..series.line import Line, Series, between
from ..series.line import series as lined
from ..series.words import group
from ..store import claims
from ..store.ledger import Ledger
from ..store.schema import claims as table

SCOPES = ("total", "period")
"""Classes of scope whose figures are drawn."""
_SOME = 500
"""Reports in one query: SQLite bounds the number of parameters."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are asked for: words of the group (its own words, or a word for the same group), of the place and of the
    source. None: any."""

    who: str | None = None
    place: str | None = None
    source: str | None = None

    def holds(self, line: Line) -> bool:
        """Whether a line is wanted."""
        if self.who is not None and not self._group(line):
            return False
        if self.place and self.place.casefold() not in line.place.casefold():
            return False
        return not self.source or self.source.casefold() in line.source.casefold()

    def _group(self, line: Line) -> bool:
        asked = group(self.who or "", "en")
        return line.key.who == asked or bool(asked and asked in line.who.casefold())


def series(
    ledger: Ledger,
    measure: str,
    who: str | None = None,
    place: str | None = None,
    since: date | None = None,
    until: date | None = None,
    *,
    source: str | None = None,
    naming: Naming = PLAIN,
) -> Series:
    """The time lines of a measure, those that are wanted. What is derived rests on all totals of a line, those outside the days
    that are shown included; `who` "people" asks for totals of everybody. Raises `UnknownName` for what is no measure."""
    return picked(of_measure(ledger, measure, naming), Wanted(who, place, source), since, until)


def of_measure(ledger: Ledger, measure: str, naming: Naming = PLAIN) -> Series:
    """All time lines of a measure. Raises `UnknownName` for what is no measure."""
    if measure not in {one.value for one in Measure}:
        raise UnknownName(f"no measure {measure!r}; there are {', '.join(one.value for one in Measure)}")
    return lined(_figures(ledger, measure), naming)


def picked(found: Series, wanted: Wanted, since: date | None = None, until: date | None = None) -> Series:
    """Those lines that are wanted, and of them what lies between two days."""
    lines = (between(line, since, until) for line in found.lines if wanted.holds(line))
    return replace(found, lines=tuple(line for line in lines if line.points or line.bars))


def measures(ledger: Ledger) -> list[str]:
    """The measures of which there is a running total or a figure over a stretch."""
    return [one.value for one in Measure if any(True for scope in SCOPES for _ in ledger.blocks(f"{one.value}|{scope}|", 1))]


def _figures(ledger: Ledger, measure: str) -> Iterator[Claim]:
    """The figures that lines are made of, and those beside them."""
    texts: set[str] = set()
    for scope in SCOPES:
        for block, _ in ledger.blocks(f"{measure}|{scope}|", at_least=1):
            for claim in ledger.claims(Figure, block=block):
                if scope == "total":
                    texts.add(claim.report.text)
                yield claim
    yield from _beside(ledger, measure, texts)


def _beside(ledger: Ledger, measure: str, texts: set[str]) -> Iterator[Claim]:
    """The other figures of the measure in the reports that give a total."""
    ordered = sorted(texts)
    for at in range(0, len(ordered), _SOME):
        chosen = claims.of_texts(ordered[at : at + _SOME], Figure).where(table.c.measure.concat("") == measure)
        yield from map(claims.claim_of, ledger.store.stream(chosen))
