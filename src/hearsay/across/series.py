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
from ..store.ledger import Ledger

_FEW = 200
"""Reports up to which each is asked for its figures; above it all blocks of the measure are gone through once."""


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
    if measure not in {one.value for one in Measure}:
        raise UnknownName(f"no measure {measure!r}; there are {', '.join(one.value for one in Measure)}")
    asked = Wanted(who, place, source)
    found = lined(_figures(ledger, measure), naming)
    lines = (between(line, since, until) for line in found.lines if asked.holds(line))
    return replace(found, lines=tuple(line for line in lines if line.points or line.bars))


def _figures(ledger: Ledger, measure: str) -> Iterator[Claim]:
    """The figures that lines are made of, and those beside them."""
    texts: set[str] = set()
    for scope in ("total", "period"):
        for block, _ in ledger.blocks(f"{measure}|{scope}|", at_least=1):
            for claim in ledger.claims(Figure, block=block):
                if scope == "total":
                    texts.add(claim.report.text)
                yield claim
    yield from _beside(ledger, measure, texts)


def _beside(ledger: Ledger, measure: str, texts: set[str]) -> Iterator[Claim]:
    if len(texts) <= _FEW:
        for text in sorted(texts):
            yield from (one for one in ledger.claims(Figure, text=text) if _measures(one, measure))
        return
    for block, _ in ledger.blocks(f"{measure}|incident|", at_least=1):
        yield from (one for one in ledger.claims(Figure, block=block) if one.report.text in texts)


def _measures(claim: Claim, measure: str) -> bool:
    return isinstance(claim.finding, Figure) and claim.finding.measure.value == measure
