"""Other accounts of the same: what else in the ledger is told of what a figure counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..claims.base import Claim
from ..compare.blocks import key, neighbours
from ..compare.relations import Stand, relate_claims
from ..model import Figure, Relation
from ..store.ledger import Ledger

MOST = 12
"""Accounts that are shown with a finding; the page of disputes has them all."""

_LOOKED_AT = 300
_IT = {
    Relation.AGREES: "agrees",
    Relation.CONTRADICTS: "contradicts",
    Relation.REVISES: "revises this",
    Relation.DENIES: "denies this",
    Relation.INCLUDES: "includes this",
    Relation.SAME_QUANTITY: "counts the same",
}
_THIS = {Relation.REVISES: "revised by this", Relation.DENIES: "denied by this", Relation.INCLUDES: "included in this"}


@dataclass(frozen=True, slots=True)
class Other:
    """Another account: how it stands to the first in words, and why it is thought so."""

    claim: Claim
    relation: str
    reason: str


def others(ledger: Ledger, finding: str) -> list[Other]:
    """The accounts that stand in some relation to a figure, the surest first. None for what is no figure or was dropped."""
    own = next(ledger.claims(Figure, ids=[finding]), None)
    if own is None:
        return []
    found = [(stand, claim) for claim in _near(ledger, own) if (stand := relate_claims(own, claim)).relation is not None]
    found.sort(key=lambda pair: -pair[0].confidence)
    return [Other(claim, _word(stand, own.id), stand.reason) for stand, claim in found[:MOST]]


def _near(ledger: Ledger, own: Claim) -> Iterator[Claim]:
    """The other figures of its block and of the months beside it."""
    block = key(own)
    every = (claim for one in (block, *neighbours(block)) for claim in ledger.claims(Figure, block=one))
    return (claim for claim in islice(every, _LOOKED_AT) if claim.id != own.id)


def _word(stand: Stand, own: str) -> str:
    assert stand.relation is not None
    if stand.left == own and stand.relation in _THIS:
        return _THIS[stand.relation]
    return _IT.get(stand.relation, stand.relation.value)
