"""How many independent origins stand behind each account of a quantity: found for those quantities alone that are shown."""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property

from ..chains import Count, Provenance, independent, matching
from ..claims.base import Claim
from ..compare.disputes import Dispute
from ..model import Figure
from ..store.ledger import Ledger
from . import disputes
from .links import judged_links
from .origins import of_quantity

Backing = Callable[[Collection[Claim]], Count]
"""The count of some claims of one quantity."""


class _Known:
    """The graph around a quantity, made when it is first asked for."""

    def __init__(self, ledger: Ledger, quantity: Dispute) -> None:
        self.ledger, self.quantity = ledger, quantity
        self.counts: dict[frozenset[str], Count] = {}

    @cached_property
    def graph(self) -> Provenance:
        return of_quantity(self.ledger, self.quantity)

    def count(self, claims: Collection[Claim]) -> Count:
        ids = frozenset(claim.id for claim in claims)
        if ids not in self.counts:
            self.counts[ids] = independent([self.graph.claims[id] for id in sorted(ids)], self.graph)
        return self.counts[ids]


def backing(ledger: Ledger, quantity: Dispute) -> Backing:
    """Counts the independent origins of claims of one quantity."""
    return _Known(ledger, quantity).count


def surely(count: Backing) -> Callable[[Collection[Claim]], int]:
    """How many independent origins some claims have at least, as policies ask for them (`compare.spread`)."""
    return lambda claims: count(claims).low


def told_elsewhere(ledger: Ledger, claims: Iterable[Claim]) -> dict[str, tuple[int, Count]]:
    """For each figure that other reports give too: how many reports say the same, it included, and from how many independent
    origins; by the figure's id."""
    word = judged_links(ledger)
    home: dict[str, _Known] = {}
    found: dict[str, tuple[int, Count]] = {}
    for claim in claims:
        if not isinstance(claim.finding, Figure):
            continue
        if claim.id not in home and (quantity := disputes.of_claim(ledger, claim.id, word)):
            home |= dict.fromkeys((one.id for one in quantity.claims), _Known(ledger, quantity))
        known = home.get(claim.id)
        if known is None or len({one.report.text for one in known.quantity.claims}) < 2:
            continue
        same = matching(known.graph.claims[claim.id], known.graph)
        reports = len({one.report.text for one in same})
        if reports > 1:
            found[claim.id] = reports, known.count(same)
    return found
