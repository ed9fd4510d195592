"""Positions: accounts that say the same of the same thing, whoever says it. Relations are drawn between positions, and along
the line of each source, so that a block of thousands of accounts is compared in time that grows with the few numbers in it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from ..model import Relation
from .accounts import Account
from .judged import Judged
from .relations import ONE_QUANTITY, Stand, relate
from .speakers import one_source
from .values import Fit, fit

MOST = 400
"""Positions of an event that are compared each with each; beyond, those with the fewest accounts are compared only along their
source's own line."""


@dataclass(frozen=True)
class Position:
    """Accounts with one value, group, basis, polarity and modality over the same days; the first is the earliest."""

    accounts: tuple[Account, ...]

    @property
    def first(self) -> Account:
        return self.accounts[0]

    @property
    def id(self) -> str:
        """The id of the claim that stands for the position: the earliest."""
        return self.first.id

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(claim.id for account in self.accounts for claim in account.claims)


def positions(accounts: Sequence[Account], apart: frozenset[str] = frozenset()) -> list[Position]:
    """The positions of some accounts, in their order; an account with a claim in `apart`, on which a person
    spoke, has one of its own."""
    found: defaultdict[object, list[Account]] = defaultdict(list)
    for one in accounts:
        alone = "" if apart.isdisjoint(claim.id for claim in one.claims) else one.id
        days = one.days.told and one.days
        what = (one.value, one.group, one.basis, one.denied, one.modality, one.sites, days, one.retold, one.scope, one.place)
        found[(what, alone)].append(one)
    return [Position(tuple(same)) for same in found.values()]


def stands(every: Sequence[Position], judged: Judged) -> list[Stand]:
    """The relations between positions: each with each, and each source's own line of words. What a person rejected is left out,
    what a person accepted is there, whatever the machine would draw."""
    shown = sorted(every, key=lambda one: -len(one.accounts))[:MOST]
    drawn = {_pair(one): one for one in _between(shown)} | {_pair(one): one for one in _lines(every)}
    ids = {position.id: position.ids for position in every}
    kept = {
        pair: one
        for pair, one in drawn.items()
        if one.relation is not None and judged.leaves(ids[one.left], ids[one.right], one.relation)
    }
    here = {claim: position for position, claims in ids.items() for claim in claims & judged.ids}
    for (one_end, other_end), relations in judged.accepted.items():
        left, right = here.get(one_end), here.get(other_end)
        if left is not None and right is not None and left != right:
            relation = sorted(relations)[0]
            kept[frozenset((left, right))] = Stand(left, right, relation, "a person says so", 1.0, (), judged=True)
    return sorted(kept.values(), key=lambda one: (one.left, one.right, one.relation or ""))


def _between(every: Sequence[Position]) -> Iterator[Stand]:
    """Each position with each, by the accounts that stand for them; but a source's own words are left to its line."""
    for one, two in combinations(every, 2):
        left, right = _strangers(one, two)
        found = relate(left, right)
        if found.relation is None:
            continue
        turned = found.left != left.id
        ends = (two.id, one.id) if turned else (one.id, two.id)
        yield Stand(*ends, found.relation, found.reason, found.confidence, found.differs)


def _strangers(one: Position, two: Position) -> tuple[Account, Account]:
    """Two accounts of different sources, where there are such: that a source revises itself is not all that can be said of two
    numbers when others hold on to the first of them."""
    right = two.first
    if not one_source(one.first.source, right.source):
        return one.first, right
    return next((left for left in one.accounts if not one_source(left.source, right.source)), one.first), right


def _lines(every: Sequence[Position]) -> Iterator[Stand]:
    """The revisions of each source: each of its words against the one before."""
    said: list[list[tuple[Account, Position]]] = []
    by_source: dict[str, list[tuple[Account, Position]]] = {}
    for position in every:
        for account in position.accounts:
            if not account.source.named and len(account.source.key) == 0:
                continue
            by_source.setdefault(account.source.key, []).append((account, position))
    for key in sorted(by_source):
        line = by_source[key]
        home = next((other for other in said if one_source(other[0][0].source, line[0][0].source)), None)
        if home is None or len(said) > MOST:
            said.append(line)
        else:
            home.extend(line)
    for line in said:
        ordered = sorted(line, key=lambda pair: (not pair[0].retold, pair[0].claims[0].report.published or "", pair[0].id))
        for (early, before), (late, after) in pairwise(ordered):
            found = relate(early, late)
            if before is not after and found.relation is Relation.REVISES:
                ends = (after.id, before.id) if found.left == late.id else (before.id, after.id)
                yield Stand(*ends, Relation.REVISES, found.reason, found.confidence, found.differs)


def _barred(every: Sequence[Position], judged: Judged) -> dict[bool, dict[str, set[str]]]:
    """For each position those with which it is never joined: by a link that a person drew (True), or by one of the machine
    (False), which yields to what sources tell apart too."""
    people: dict[str, set[str]] = {position.id: set() for position in every}
    home = {claim: position.id for position in every for claim in position.ids & judged.ids}
    for pair, relations in judged.rejected.items():
        ends = {home[claim] for claim in pair if claim in home}
        if Relation.SAME_QUANTITY in relations and len(ends) == 2:
            one, two = ends
            people[one].add(two)
            people[two].add(one)
    machine = {id: set(others) for id, others in people.items()}
    for one, two in map(tuple, _told_apart(every)):
        machine[one].add(two)
        machine[two].add(one)
    return {True: people, False: machine}


def _told_apart(every: Sequence[Position]) -> set[frozenset[str]]:
    """Pairs of positions that one source gives in one report, of which none is an earlier word: they count different people."""
    by_report: defaultdict[str, list[tuple[Account, Position]]] = defaultdict(list)
    for position in every:
        for account in position.accounts:
            for text in {claim.report.text for claim in account.claims}:
                by_report[text].append((account, position))
    return {
        frozenset((one.id, two.id))
        for here in by_report.values()
        for (left, one), (right, two) in combinations(here, 2)
        if one is not two and _both_hold(left, right)
    }


def _both_hold(left: Account, right: Account) -> bool:
    if left.retold or right.retold or left.denied or right.denied or fit(left.value, right.value) is not Fit.APART:
        return False
    spoken = left.claims[0].voice is not None and right.claims[0].voice is not None
    return spoken and one_source(replace(left.source, report=""), replace(right.source, report=""))


def _surest(one: Stand) -> tuple[bool, bool, float, str, str]:
    return not one.judged, one.relation is not Relation.AGREES, -one.confidence, one.left, one.right


def _pair(one: Stand) -> frozenset[str]:
    return frozenset((one.left, one.right))


def joined(every: Sequence[Position], drawn: Sequence[Stand], judged: Judged) -> list[list[Position]]:
    """The positions that count one thing, joined by the surest relations first, those that agree before those that differ. Two
    that a person said to be different things are never joined, by way of a third neither; nor are two that one source gives in
    one report, unless a person links them."""
    barred = _barred(every, judged)
    home = {position.id: position.id for position in every}
    members = {position.id: {position.id} for position in every}
    for one in sorted(drawn, key=_surest):
        if one.relation not in ONE_QUANTITY:
            continue
        left, right = home[one.left], home[one.right]
        if left == right or not members[left].isdisjoint(barred[one.judged][right]):
            continue
        for moved in members[right]:
            home[moved] = left
        members[left] |= members.pop(right)
        for every_bar in barred.values():
            every_bar[left] |= every_bar.pop(right)
    by_id = {position.id: position for position in every}
    groups = [[by_id[id] for id in sorted(ids)] for ids in members.values()]
    for group in groups:
        group.sort(key=lambda one: (one.first.since is None, str(one.first.since), one.first.claims[0].report.name, one.id))
    return sorted(groups, key=lambda group: (str(group[0].first.days.first), group[0].id))
