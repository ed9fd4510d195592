"""The reasons in words."""

from collections.abc import Iterable, Sequence
from datetime import date

from .graph import NodeKind
from .ground import Ground

_MONTHS = "January February March April May June July August September October November December".split()
_SHOWN = 12
"""Reports that are named one by one."""


def listed(names: Iterable[str]) -> str:
    """Names in a row: "A, B and C"; beyond a dozen the rest are counted."""
    every = list(names)
    if len(every) > _SHOWN:
        every = [*every[:_SHOWN], f"{len(every) - _SHOWN} more"]
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} and {every[-1]}"


def on(day: str | None) -> str:
    """ " on 27 February 2031", "" for a day that is not known."""
    if not day:
        return ""
    try:
        moment = date.fromisoformat(day)
    except ValueError:
        return ""
    return f" on {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def described(ground: Ground) -> str:
    """A source as a reader is told of it."""
    through = f", quoted by {ground.outlet}" if ground.outlet else ""
    match ground.kind:
        case NodeKind.ANONYMOUS | NodeKind.ROLE | NodeKind.COLLECTIVE:
            return f"one unnamed source (“{ground.label}”){through}"
        case NodeKind.OUTLET:
            return f"{ground.label}’s own account"
        case NodeKind.CORRESPONDENT:
            return f"{ground.outlet}’s own reporter (“{ground.label}”)" if ground.outlet else f"a reporter (“{ground.label}”)"
        case NodeKind.DOCUMENT | NodeKind.FOOTAGE:
            return f"“{ground.label}”{through}"
        case NodeKind.MEDIA:
            return f"{ground.label}, whose report is not at hand"
        case NodeKind.UNTRACED:
            return f"“{ground.label}”, whoever that is"
        case _:
            return ground.label


def traces(names: Sequence[str], ground: Ground, day: str | None) -> str:
    """ "These 4 reports trace to ...: A, B, C and D"."""
    return f"These {len(names)} reports trace to {described(ground)}{on(day)}: {listed(names)}"


def open_ends(labels: Sequence[str], others: int) -> str:
    """Why endings without anybody who knew make the count uncertain."""
    verb = "has" if len(labels) == 1 else "have"
    alone = "they may all have it from one source" if len(labels) > 1 else ""
    beside = "it may be from one of the other sources" if others else ""
    return f"Nothing tells where {listed(labels)} {verb} it from: {' or '.join(part for part in (alone, beside) if part)}"


def nothing_between(labels: Sequence[str], *, all_loose: bool) -> str:
    """Why sources with names of their own need not be independent; not `all_loose`: some of them are set apart."""
    whom = f"{listed(labels)} apart" if all_loose else f"all of {listed(labels)} apart from one another"
    return f"Nothing sets {whom}: they may be one, speak for one body, or have it from one another"


def cited_in_a_circle(names: Sequence[str]) -> str:
    """Why reports that cite one another are one."""
    return f"{listed(names)} cite one another in a circle"
