"""Which figures may count the same thing: a key for each, so that only figures of one block are ever compared.

A key is four parts, "killed|incident|hethin|2034-05": the measure, the class of scope, the place and the month. A running
total is known by its beginning rather than by its place: "killed|total|since 2034-03|2034-05", where the month is that up to
which it counts. Whom a figure counts is no part of a key, because a part is compared with its whole; days are none, because
reports date one event differently. What lies near the edge of a month meets the month beside it through `neighbours`. A
figure whose place nothing tells is in a block of its own kind, with "" for the place.
"""

from datetime import date
from typing import NamedTuple

from ..claims.base import Claim
from ..model import Figure, Scope
from .windows import of_window, reference

_SMALL = frozenset("the a an of city town village district province region area camp".split())
"""Words that a place's name is the same without."""


class Block(NamedTuple):
    """A key in its parts; `scope` is "incident", "period" or "total". `place` is "since MONTH" for a total whose beginning is
    known. `place` and `month` are "" where nothing tells them."""

    measure: str
    scope: str
    place: str
    month: str


def key(claim: Claim) -> str:
    """The block of a claim: a pure function of it. Only a figure has one; of anything else it is ""."""
    figure = claim.finding
    if not isinstance(figure, Figure):
        return ""
    scope = class_of(figure)
    day = reference(claim, scope)
    since = of_window(figure.window)
    named = f"since {since.first.isoformat()[:7]}" if scope == "total" and since and since.first else place(claim)
    return "|".join((figure.measure.value, scope, named, day.isoformat()[:7] if day else ""))


def class_of(figure: Figure) -> str:
    """The class of scope in which a figure is compared: a running total never meets an incident. What is unknown is held for
    an incident, as most such figures are; so is a period without known days ("in a single day")."""
    if figure.scope is Scope.CUMULATIVE:
        return "total"
    return "period" if figure.scope is Scope.PERIOD and of_window(figure.window) else "incident"


def parsed(block: str) -> Block:
    """A key in its parts. Raises `ValueError` for what is no key."""
    parts = block.split("|")
    if len(parts) != len(Block._fields):
        raise ValueError(f"{block!r} is no key of a block: it has {len(parts)} parts")
    return Block(*parts)


def neighbours(block: str) -> tuple[str, ...]:
    """The keys of the month before and the month after, in which figures of the same incident may lie; none for a block
    without a month."""
    found = parsed(block)
    if not found.month:
        return ()
    year, month = map(int, found.month.split("-"))
    before = date(year - (month == 1), (month - 2) % 12 + 1, 1)
    after = date(year + (month == 12), month % 12 + 1, 1)
    return tuple("|".join(found._replace(month=day.isoformat()[:7])) for day in (before, after))


def place(claim: Claim) -> str:
    """The place of a figure in lower case without articles and kinds of places: its own, else that of its setting."""
    figure = claim.finding
    named = figure.place.words if isinstance(figure, Figure) and figure.place is not None else claim.setting
    return plain(named)


def plain(name: str) -> str:
    """A place's name as it is compared: lower case, without marks, articles and kinds of places. A name of nothing else
    keeps them."""
    words = name.lower().replace("’", "'").replace("|", " ").replace("-", " ").split()
    kept = [word.removesuffix("'s").strip(".,;:'\"()") for word in words if word not in _SMALL]
    return " ".join(word for word in kept if word) or " ".join(words)
