"""The quantities of a ledger side by side. One block is read at a time, and of the ledger nothing but that block and those of
the months beside it: what it costs to see one quantity again after a report was added does not grow with the ledger.
"""

from collections.abc import Iterator, Set
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


def of_block(ledger: Ledger, block: str, judged: Judged | None = None, among: Set[str] | None = None) -> list[Dispute]:
    """The quantities of one block. Those of a single incident near the end of a month are shown once, in the block of the month
    in which they begin. With `among`, only those of events that have one of these claims. Raises `ValueError` for what is no
    key of a block."""
    word = judged_links(ledger) if judged is None else judged
    month = parsed(block).month if parsed(block).scope == "incident" else None
    return [each for each in _seen_from(ledger, block, word, among) if month is None or _begins(each) == month]


def _seen_from(ledger: Ledger, block: str, word: Judged, among: Set[str] | None) -> list[Dispute]:
    """The quantities that figures of a block are accounts of, those that begin in the month before included."""
    one = parsed(block)
    claims = list(ledger.claims(Figure, block=block))
    if one.scope != "incident":
        return disputes(block, [*claims, *_linked(ledger, claims, word)], word, among)
    own = {claim.id for claim in claims}
    for beside in neighbours(block):
        claims += ledger.claims(Figure, block=beside)
    linked = _linked(ledger, claims, word)
    own |= {claim.id for claim in linked if parsed(key(claim)).month == one.month}
    # what begins in this month has a figure of this month: other events need not be compared
    return disputes(block, [*claims, *linked], word, own if among is None else among)


def of_claim(ledger: Ledger, id: str, judged: Judged | None = None) -> Dispute | None:
    """The quantity that a figure is an account of; None where it is no figure. Raises `NotInLedger`."""
    claim = next(iter(ledger.claims(ids=[id], states=None)), None)
    if claim is None:
        raise NotInLedger(f"there is no claim {id} in this ledger")
    block = key(claim)
    if not block:
        return None
    near = (block, *neighbours(block)) if parsed(block).scope == "incident" else (block,)
    word = judged_links(ledger) if judged is None else judged
    every = (each for one in near for each in of_block(ledger, one, word, {claim.id}))
    found = next((each for each in every if claim.id in _ids(each)), None)
    # what begins where, a block sees by the months beside it alone: of a long row of days each may leave it to the other
    return found or next((each for each in _seen_from(ledger, block, word, {claim.id}) if claim.id in _ids(each)), None)


def every(ledger: Ledger, wanted: Wanted | None = None, *, lone: bool = False) -> Iterator[Dispute]:
    """The quantities of all blocks that may be wanted, in the order of their keys. Without `lone` only those that two accounts
    tell of, or that are counted on another basis beside."""
    asked = wanted or Wanted()
    word = judged_links(ledger)
    for block in blocks(ledger, asked, word, lone=lone):
        yield from (one for one in of_block(ledger, block, word) if asked.dispute(one) and (lone or told_twice(one)))


def blocks(ledger: Ledger, wanted: Wanted, judged: Judged, *, lone: bool = False, since: str = "") -> Iterator[str]:
    """The keys of the blocks that may hold what is wanted, in order, from the key `since` on. They are read as they are asked
    for: whoever needs the first few pays for these."""
    like = f"{wanted.measure}|" if wanted.measure else ""
    ahead = ledger.blocks(like, at_least=1, since=since)
    before, here = since, next(ahead, None)
    while here is not None:  # keys end with the month, so the months beside a block's lie beside it in their order
        (block, count), after = here, next(ahead, None)
        beside = {before, after[0] if after else ""} & {*neighbours(block), since}
        if wanted.block(parsed(block)) and (lone or count > 1 or judged.accepted or beside - {""}):
            yield block
        before, here = block, after


def told_twice(one: Dispute) -> bool:
    """Whether two accounts tell of a quantity, or it is counted on another basis beside."""
    return len(one.accounts) > 1 or one.rebased


def _ids(one: Dispute) -> set[str]:
    return {claim.id for claim in one.claims}


def _begins(one: Dispute) -> str:
    """The month in which a quantity begins."""
    return min(parsed(key(claim)).month for claim in one.claims)


def _linked(ledger: Ledger, claims: list[Claim], word: Judged) -> list[Claim]:
    """The figures of other blocks that people linked with these."""
    here = {claim.id for claim in claims}
    pairs = [pair for pair in word.accepted if not here.isdisjoint(pair)]
    missing = sorted({id for pair in pairs for id in pair} - here)
    return [one for one in ledger.claims(Figure, ids=missing) if one.id not in here] if missing else []
