"""Rows in the columns of other people's tables: what a column is, and what it is derived from.

A table of `export.targets` has a row a figure, or a row an incident where that is its unit. Each row names the policy that it was
made under, and leads back to the figures in the ledger. A column that cannot be told from a figure is there and empty, with the
reason in docs/columns.md; coordinates are never given.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from ..claims.base import Claim
from ..compare.who import Axes, group
from ..lang.en_places import BESIDE, KINDS
from ..model import Figure, Measure
from ..places.base import Context, Kind, Resolution
from ..places.gazetteer import Gazetteer
from .policies import Number, Policy, When, figure, number, when

Row = dict[str, Any]
T = TypeVar("T")

_NAMES = re.compile(r"[^\W\d_a-z][\w’'-]*(?:[ \t][^\W\d_a-z][\w’'-]*)*")
_RUN = 3
"""Words of a name of a country or province, at most."""
_AROUND = 160
"""Code points of the report on each side of a number that a row quotes."""


@dataclass(frozen=True)
class Counted:
    """A figure as a row is made of it: under a policy, with what is known of places."""

    claim: Claim
    policy: Policy
    places: Gazetteer

    @cached_property
    def figure(self) -> Figure:
        return figure(self.claim)

    @cached_property
    def number(self) -> Number:
        return number(self.claim, self.policy)

    @cached_property
    def when(self) -> When:
        return when(self.claim)

    @cached_property
    def group(self) -> Axes:
        return group(self.figure)

    @cached_property
    def named(self) -> str:
        """The place as its words stand, with the word for its kind where one follows ("Vell district"); else that of its
        surroundings; "" where neither tells one."""
        place = self.figure.place
        if place is None:
            return self.claim.setting
        after = self._context(place.spans[-1].end, 24).split() if place.spans else []
        kind = after[0].strip(".,;:") if after else ""
        return f"{place.words} {kind}" if kind.lower() in KINDS and kind.islower() else place.words

    @cached_property
    def beside(self) -> bool:
        """Whether the words put the event beside the place ("near Varne")."""
        place = self.figure.place
        before = self._context(place.spans[0].start, -24).split() if place is not None and place.spans else []
        return bool(before) and before[-1].lower() in BESIDE

    @cached_property
    def place(self) -> Resolution:
        """What the place may be."""
        return self.places.resolve(self.named, Context(names_in(f"{self.claim.report.title}\n{self.claim.context}")))

    @property
    def quoted(self) -> str:
        """The words of the report around the number, on one line."""
        span, claim = self.figure.span, self.claim
        first, last = span.start - claim.context_start, span.end - claim.context_start
        return " ".join(claim.context[max(0, first - _AROUND) : last + _AROUND].split())

    def _context(self, at: int, length: int) -> str:
        """The report's words from `at` on, or before it where `length` is below 0, as far as the context holds them."""
        here = at - self.claim.context_start
        if not 0 <= here <= len(self.claim.context):
            return ""
        return self.claim.context[here : here + length] if length > 0 else self.claim.context[max(0, here + length) : here]


def names_in(text: str) -> tuple[str, ...]:
    """The capitalised words of a text and their runs of up to three, without "'s", each once: "Sedrin’s Tolm Hills" has "Sedrin",
    "Sedrin Tolm", "Tolm Hills" and the rest."""
    found: dict[str, None] = {}
    for run in _NAMES.findall(text):
        words = [word.removesuffix("'s").removesuffix("’s") for word in run.split()]
        for first in range(len(words)):
            found |= dict.fromkeys(" ".join(words[first:last]) for last in range(first + 1, min(first + _RUN, len(words)) + 1))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: `how` tells how it is derived, or why it stays empty where `of` is None."""

    name: str
    how: str
    of: Callable[[T], object] | None = None


@dataclass(frozen=True, slots=True)
class Target(Generic[T]):
    """A table of others. `unit` is what a row is ("figure", "incident"), `measures` which harms it holds, `left_out` the columns
    that are not even there, with the reason, and `brief` the columns of the table on a terminal."""

    name: str
    title: str
    policy: Policy
    unit: str
    measures: frozenset[Measure]
    columns: tuple[Column[T], ...]
    brief: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    def row(self, item: T) -> Row:
        """The row of a figure or an incident; None in what stays empty."""
        return {column.name: column.of(item) if column.of is not None else None for column in self.columns}


NO_COORDINATES = "coordinates are never given: a report names a place, and no point"
PLACE_LEVELS = {Kind.PLACE: 1, Kind.PART: 1, Kind.DISTRICT: 3, Kind.REGION: 4, Kind.AREA: 5, Kind.COUNTRY: 6, Kind.WATERS: 7}
"""UCDP's where_prec by kind of place."""
_BESIDE_PREC = 2


def where_prec(one: Counted) -> int | None:
    """UCDP's precision of the place: 1 a named town or part of one, 2 near it, 3 second level of administration, 4 first level,
    5 an area that is none, 6 a country, 7 waters of none. None where no place is named or nothing tells its kind."""
    found = PLACE_LEVELS[one.place.kind] if one.place.kind is not None else None
    return _BESIDE_PREC if found == PLACE_LEVELS[Kind.PLACE] and one.beside else found


def admin1(one: Counted) -> str | None:
    """The first level of administration: the place itself, or where all candidates that fit lie in one."""
    return _itself(one, Kind.REGION) or one.place.admin or None


def admin2(one: Counted) -> str | None:
    """The second level of administration, where the place itself is one."""
    return _itself(one, Kind.DISTRICT)


def _itself(one: Counted, kind: Kind) -> str | None:
    return one.named if one.place.kind is kind else None


def ours(
    policy: Callable[[T], Policy], claims: Callable[[T], tuple[Claim, ...]], note: Callable[[T], str]
) -> tuple[Column[T], ...]:
    """The columns that every table begins with: the policy, and the way back to the ledger."""

    def joined(of: Callable[[Claim], str]) -> Callable[[T], object]:
        return lambda one: "; ".join(dict.fromkeys(filter(None, map(of, claims(one)))))

    return (
        Column("hearsay_policy", "the policy that the row was made under, with its tables", lambda one: policy(one).label),
        Column("hearsay_policy_version", "the version of our reading of that policy", lambda one: policy(one).version),
        Column("hearsay_figures", "ids of the figures in the ledger", joined(lambda claim: claim.id)),
        Column("hearsay_words", "the numbers as written, with who is counted", joined(_words)),
        Column("hearsay_standing", "what people said of the figures", joined(lambda claim: claim.state.value)),
        Column(
            "hearsay_documents", "SHA-256 of the reports", joined(lambda claim: claim.report.document.removeprefix("sha256:"))
        ),
        Column("hearsay_note", "what the policy, and the gazetteer, made of the words", note),
    )


def _words(claim: Claim) -> str:
    one = figure(claim)
    modifier = one.modifier.value if one.modifier.value not in ("exact", "range", "vague") else ""
    return " ".join(" ".join((modifier, one.words, one.who, one.measure.value)).split())


def figure_columns() -> tuple[Column[Counted], ...]:
    """`ours`, of a row that is one figure, with its scope."""
    common = ours(lambda one: one.policy, lambda one: (one.claim,), _note)
    scope: Column[Counted] = Column(
        "hearsay_scope", "incident, period, cumulative or unknown", lambda one: one.figure.scope.value
    )
    return (*common, scope, Column("hearsay_part_of", "id of the figure that it is a part of", lambda one: one.claim.part_of))


def _note(one: Counted) -> str:
    place = f"place {one.named!r}: {one.place.reason}" if one.named else "no place is named"
    return "; ".join(filter(None, (one.number.note, one.when.note, place)))


def iso(day: object) -> str | None:
    """A day as ISO, None where there is none."""
    return str(day) if day is not None else None
