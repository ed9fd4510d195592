"""The shape of the tables that tell why a running total moved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .tables import NONE


@dataclass(frozen=True, slots=True)
class Changes:
    """Words beside a running total. A phrase is in lower case; " ... " in it stands for up to three words."""

    anyone: frozenset[str] = NONE
    """What those are called who are counted without distinction ("people", "deaths")."""
    determiners: frozenset[str] = NONE
    """Words before a name or a group that are no part of it ("the")."""
    late: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """How a harm of an earlier day came into a total late -> the phrases that say so."""
    restarts: tuple[str, ...] = ()
    """A count begins again from nothing."""
    lowered: tuple[str, ...] = ()
    """A source takes a part of its own count back."""
