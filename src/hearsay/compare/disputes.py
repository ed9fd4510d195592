"""The accounts of one quantity side by side: who says which number, what they differ in, and the least and the most that
is said. Who is right is nobody's column here.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from ..claims.base import Claim
from ..model import Relation
from .accounts import Account, accounts
from .events import events
from .judged import Judged
from .positions import Position, joined, positions, stands
from .relations import ONE_QUANTITY, Stand
from .values import Value
from .who import told

BESIDE = frozenset({Relation.INCLUDES, Relation.QUALIFIES})
OPEN_QUARREL = frozenset({Relation.CONTRADICTS, Relation.DENIES})


@dataclass(frozen=True)
class Dispute:
    """One quantity as it is told. `block` is the key of its block, `stands` the relations of its positions, `beside` those to
    other quantities: its parts, what it is part of, and the same people counted on another basis. Of every id that stands in a
    relation the position is found with `position`."""

    block: str
    positions: tuple[Position, ...]
    stands: tuple[Stand, ...]
    beside: tuple[Stand, ...] = ()

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """All accounts, the earliest first."""
        every = (account for position in self.positions for account in position.accounts)
        return tuple(sorted(every, key=lambda one: (str(one.since), one.claims[0].report.name, one.id)))

    @property
    def id(self) -> str:
        """The id of its earliest claim."""
        return self.accounts[0].id

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures that it is made from."""
        return tuple(claim for account in self.accounts for claim in account.claims)

    @property
    def contested(self) -> bool:
        """Whether two of its accounts cannot both be, or one denies the other."""
        return any(one.relation in OPEN_QUARREL for one in self.stands)

    @property
    def differs(self) -> tuple[str, ...]:
        """What its accounts differ in: "value", "window", "place", "basis", "denial", "who", "modality"."""
        return tuple(sorted({name for one in self.stands for name in one.differs}))

    @property
    def rebased(self) -> bool:
        """Whether the same people are counted on another basis beside."""
        return any(one.relation is Relation.QUALIFIES for one in self.beside)

    @property
    def who(self) -> str:
        """Whom it counts, in the words of its least specific account."""
        return min((told(one.group) for one in self.accounts), key=lambda words: (words != "people", len(words), words))

    @property
    def days(self) -> tuple[str, str]:
        """The first and the last day of its windows, ISO; "" where none is told."""
        firsts = [one.days.first.isoformat() for one in self.accounts if one.days.told and one.days.first]
        lasts = [one.days.last.isoformat() for one in self.accounts if one.days.told and one.days.last]
        return min(firsts, default=""), max(lasts, default="")

    @property
    def revised(self) -> frozenset[str]:
        """The ids of positions that their source gave up."""
        return frozenset(one.right for one in self.stands if one.relation is Relation.REVISES)

    def standing(self) -> tuple[Value, ...]:
        """The values that are told as such (not feared, say) and not denied nor, by their own source alone, given up; sums
        over several sites are left out, and vague words where numbers are told."""
        kept = [
            one.value
            for position in self.positions
            for one in position.accounts
            if not (one.denied or one.retold or one.modality) and len(one.sites) < 2 and not self._given_up(position, one)
        ]
        kept = [one for one in kept if not one.vague] or kept
        return tuple(sorted(kept, key=lambda one: (one.said, one.words)))

    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the most that is told; None, None where nothing is."""
        said = self.standing()
        lows = [one.low if one.low or one.high is None else one.said for one in said]
        highs = [one.high if one.high is not None else one.said for one in said]
        return min(lows, default=None), max(highs, default=None)

    def position(self, id: str) -> Position:
        """The position that an id stands for. Raises `KeyError`."""
        return {one.id: one for one in self.positions}[id]

    def _given_up(self, position: Position, one: Account) -> bool:
        return position.id in self.revised and all(one.source == other.source for other in position.accounts)


def disputes(block: str, claims: Iterable[Claim], judged: Judged | None = None, among: Set[str] | None = None) -> list[Dispute]:
    """The quantities of a block's figures, those that one account tells of included; the order of the claims does not matter.
    With `among`, only those of events that have one of these claims: the others are not compared."""
    word = judged or Judged()
    found: list[Dispute] = []
    for event in events(accounts(claims), word):
        if among is None or any(claim.id in among for account in event for claim in account.claims):
            found += _of_event(block, event, word)
    return found


def _reaches_out(one: Stand, ids: set[str]) -> bool:
    """Whether a relation leads from a quantity to another; a sum over several sites may stand beside its parts in one."""
    ends = {one.left, one.right}
    return not ids.isdisjoint(ends) and (not ends <= ids or one.differs == ("place",))


def _of_event(block: str, event: Sequence[Account], word: Judged) -> list[Dispute]:
    every = positions(event, word.ids)
    drawn = stands(every, word)
    made = []
    for group in joined(every, drawn, word):
        ids = {position.id for position in group}
        inside = tuple(one for one in drawn if one.left in ids and one.right in ids and one.relation in ONE_QUANTITY)
        beside = tuple(one for one in drawn if one.relation in BESIDE and _reaches_out(one, ids))
        made.append(Dispute(block, tuple(group), inside, beside))
    return made
