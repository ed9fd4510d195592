"""The quantities of a ledger side by side. One block is read at a time, and of the ledger nothing but that block and those of
the months beside it: what it costs to see one quantity again after a report was added does not grow with the ledger.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..claims.base import Claim
from ..compare.blocks import Block, key, neighbours, parsed, plain
from ..compare.disputes import Dispute, disputes
from ..compare.judged import Judged
from ..errors import NotInLedger
from ..model import Figure
from ..store.ledger import Ledger
from .links import judged_links


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which blocks and quantities are asked for: a measure, words of the place, and ISO days between which the days of the
    quantity (or of its reports, where it has none) must begin. None: any."""

    measure: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None

    def block(self, one: Block) -> bool:
        """Whether a block may hold what is wanted."""
        if self.measure and one.measure != self.measure:
            return False
        if self.place and plain(self.place) not in one.place and one.scope != "total":
            return False
        month = one.month or ""
        early = bool(self.since and month and month < self.since[:7] and one.scope == "incident")
        return not early and not (self.until and month and month > self.until[:7] and one.scope == "incident")

    def dispute(self, one: Dispute) -> bool:
        """Whether a quantity is wanted."""
        if self.place and not any(plain(self.place) in account.place for account in one.accounts):
            return False
        day = one.days[0] or min((str(account.since) for account in one.accounts if account.since), default="")
        last = one.days[1] or day
        return not (self.since and last < self.since) and not (self.until and day > self.until)


def of_block(ledger: Ledger, block: str, judged: Judged | None = None) -> list[Dispute]:
    """The quantities of one block. Those of a single incident near the end of a month are shown once, in the block of the month
    in which they begin. Raises `ValueError` for what is no key of a block."""
    one = parsed(block)
    word = judged_links(ledger) if judged is None else judged
    claims = list(ledger.claims(Figure, block=block))
    if one.scope == "incident":
        for beside in neighbours(block):
            claims += ledger.claims(Figure, block=beside)
    claims += _linked(ledger, claims, word)
    found = disputes(block, claims, word)
    return [each for each in found if _begins(each) == one.month or one.scope != "incident"]


def of_claim(ledger: Ledger, id: str, judged: Judged | None = None) -> Dispute | None:
    """The quantity that a figure is an account of; None where it is no figure. Raises `NotInLedger`."""
    claim = next(iter(ledger.claims(ids=[id], states=None)), None)
    if claim is None:
        raise NotInLedger(f"there is no claim {id} in this ledger")
    block = key(claim)
    if not block:
        return None
    blocks = (block, *neighbours(block)) if parsed(block).scope == "incident" else (block,)
    every = (each for one in blocks for each in of_block(ledger, one, judged))
    return next((each for each in every if any(known.id == claim.id for known in each.claims)), None)


def every(ledger: Ledger, wanted: Wanted | None = None, *, lone: bool = False) -> Iterator[Dispute]:
    """The quantities of all blocks that may be wanted, in the order of their keys. Without `lone` only those that two accounts
    tell of, or that are counted on another basis beside."""
    asked = wanted or Wanted()
    word = judged_links(ledger)
    counts = dict(ledger.blocks(f"{asked.measure}|" if asked.measure else "", at_least=1))
    for block in counts:
        if not asked.block(parsed(block)) or not (lone or _may_meet(block, counts, word)):
            continue
        for one in of_block(ledger, block, word):
            if asked.dispute(one) and (lone or len(one.accounts) > 1 or one.rebased):
                yield one


def _may_meet(block: str, counts: dict[str, int], word: Judged) -> bool:
    return counts[block] > 1 or bool(word.accepted) or any(counts.get(beside) for beside in neighbours(block))


def _begins(one: Dispute) -> str:
    """The month in which a quantity begins."""
    return min(parsed(key(claim)).month for claim in one.claims)


def _linked(ledger: Ledger, claims: list[Claim], word: Judged) -> list[Claim]:
    """The figures of other blocks that people linked with these."""
    here = {claim.id for claim in claims}
    pairs = [pair for pair in word.accepted if not here.isdisjoint(pair)]
    missing = sorted({id for pair in pairs for id in pair} - here)
    return [one for one in ledger.claims(Figure, ids=missing) if one.id not in here] if missing else []
