"""Other accounts of the same: what else is told of what a figure counts, or who else says what somebody is made to say; and how
many origins stand behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..across.origins import origins_of
from ..across.statements import of_claim
from ..chains import Count
from ..claims.base import Claim
from ..compare.blocks import key, neighbours
from ..compare.relations import Stand, relate_claims
from ..model import Figure, Mention, Relation
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
    Relation.SAYS_THE_SAME: "says the same",
    Relation.QUALIFIES: "qualifies this",
}
_THIS = {Relation.REVISES: "revised by this", Relation.DENIES: "denied by this", Relation.INCLUDES: "included in this"}


@dataclass(frozen=True, slots=True)
class Other:
    """Another account: how it stands to the first in words, and why it is thought so."""

    claim: Claim
    relation: str
    reason: str


def others(ledger: Ledger, finding: str) -> list[Other]:
    """The accounts that stand in some relation to a figure or an attribution, the surest first. None for a mention, and for
    what was dropped."""
    own = next(ledger.claims(ids=[finding]), None)
    if own is None or isinstance(own.finding, Mention):
        return []
    if isinstance(own.finding, Figure):
        found = [(claim, stand) for claim in _near(ledger, own) if (stand := relate_claims(own, claim)).relation is not None]
        found.sort(key=lambda pair: -pair[1].confidence)
    else:
        found = of_claim(ledger, own.id)[1]
    return [Other(claim, _word(stand, own.id), stand.reason) for claim, stand in found[:MOST]]


def origins(ledger: Ledger, finding: str) -> Count | None:
    """How many independent origins stand behind a claim and all that say the same; None for a mention, and for what was
    dropped."""
    own = next(ledger.claims(ids=[finding]), None)
    return None if own is None or isinstance(own.finding, Mention) else origins_of(ledger, own.id).independent


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
