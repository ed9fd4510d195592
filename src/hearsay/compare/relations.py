"""How two figures of a block stand to each other, with the reason in words and a confidence.

What is asked, in this order: scope (a running total is never compared with an incident), place, window, whom they count; only
then the values, as intervals. A change of basis is named and is no contradiction. The relation is one of

- `agrees`: the same quantity, and the values are one;
- `same-quantity`: the same quantity, and an open end ("at least 38") or the course of time leaves both values possible;
- `contradicts`: the same quantity, and both cannot be;
- `denies`: one denies what the other says;
- `revises`: the later word of one source takes the place of its earlier one (left revises right);
- `qualifies`: the same people counted on another basis, which is another quantity;
- `includes`: the right one is part of the left one: of its group, of its days or of its sites;
- None: they are about different things, and the reason says why.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from ..claims.base import Claim
from ..model import Relation
from .accounts import Account, account
from .basis import sentence
from .speakers import one_source
from .values import Fit, fit, larger
from .who import Axes, Groups, told
from .who import relate as relate_groups
from .windows import Days, holds, meet

RETOLD = timedelta(days=21)
"""How long after an event a report without a date is taken to tell of it."""
STEADY = timedelta(days=1)
"""Within how many days two running totals are held for totals of one day."""
REACH = timedelta(days=62)
"""Beyond how many days two running totals are not compared."""
_BESIDE = "one stands beside a larger number of its own report, and may count a part or others"
SURE, LIKELY, UNSURE, WEAK = 0.9, 0.75, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Stand:
    """`left` stands in `relation` to `right`, both ids of claims; `differs` names what the two differ in ("value", "window",
    "place", "basis", "denial", "who", "modality"), `judged` whether a person said so."""

    left: str
    right: str
    relation: Relation | None
    reason: str
    confidence: float
    differs: tuple[str, ...] = ()
    judged: bool = False

    def turned(self) -> "Stand":
        """The same with left and right exchanged, for a relation that has no direction."""
        return replace(self, left=self.right, right=self.left)


DIRECTED = frozenset({Relation.REVISES, Relation.INCLUDES, Relation.DENIES})
"""Relations whose left and right are not the same."""
ONE_QUANTITY = frozenset({Relation.AGREES, Relation.SAME_QUANTITY, Relation.CONTRADICTS, Relation.DENIES, Relation.REVISES})
"""Relations of two figures that count the same thing; on another basis it is another."""


def relate_claims(left: Claim, right: Claim) -> Stand:
    """How two figures stand to each other. Raises `TypeError` for a claim that is no figure."""
    return relate(account(left), account(right))


def relate(left: Account, right: Account) -> Stand:
    """How two accounts stand to each other: the earlier one is asked first, so that the order of the two does not matter."""
    if _order(right) < _order(left):
        left, right = right, left
    return _held(left, right, _related(left, right))


def _held(left: Account, right: Account, found: Stand) -> Stand:
    """What is only feared or expected neither contradicts nor bears out what is reported, nor does one fear another."""
    if left.modality == right.modality and (not left.modality or found.relation is not Relation.CONTRADICTS):
        return found
    if found.relation not in (Relation.CONTRADICTS, Relation.AGREES):
        return found
    told = " and ".join(f"{one.value} {one.modality or 'reported'}" for one in (left, right))
    differs = ("modality",) if left.modality != right.modality else ()
    kept = tuple(name for name in found.differs if name != "denial")
    return _stand(left, right, Relation.SAME_QUANTITY, f"{told}: both can be", min(found.confidence, UNSURE), *differs, *kept)


def _related(left: Account, right: Account) -> Stand:
    if left.scope != right.scope:
        return _none(left, right, f"one is over {_kind(left)}, the other over {_kind(right)}")
    if left.place and right.place and left.place != right.place:
        return _none(left, right, f"one is of {left.place}, the other of {right.place}")
    if _part_of(left, right) or _part_of(right, left):
        whole, part = (right, left) if _part_of(left, right) else (left, right)
        return _stand(whole, part, Relation.INCLUDES, "the report gives one as part of the other", SURE, "who")
    return _in_time(left, right)


def _in_time(left: Account, right: Account) -> Stand:
    if left.scope == "total":
        return _totals(left, right)
    if left.scope == "period":
        return _periods(left, right)
    sure = _one_event(left, right)
    if not sure:
        return _none(left, right, "nothing tells that they are of one day and place")
    if left.sites != right.sites:
        return _sites(left, right, sure)
    found = _groups(left, right, sure)
    if not meet(_reach(left), _reach(right), 0) and found.relation not in (Relation.AGREES, Relation.DENIES, None):
        return _none(left, right, "they are of days beside each other, and their numbers differ")
    return found


def _one_event(left: Account, right: Account) -> float:
    """How sure it is that two incident figures are of one event, by their days alone; 0: they are not."""
    if not meet(_reach(left), _reach(right)):
        return 0.0
    if not (left.place and right.place):
        return WEAK if left.days.told and right.days.told else 0.0
    if left.days.told and right.days.told:
        if not meet(left.days, right.days, 0):
            return WEAK
        return SURE if min(_length(left.days), _length(right.days)) <= 3 else UNSURE
    return LIKELY if left.since and right.since else WEAK


def _reach(one: Account) -> Days:
    """The days in which an account's event may lie: a report without a date may tell of one that lies back."""
    if one.days.told or one.days.last is None:
        return one.days
    return Days(one.days.last - RETOLD, one.days.last, told=False)


def _sites(left: Account, right: Account, sure: float) -> Stand:
    whole, part = (left, right) if len(left.sites) > len(right.sites) else (right, left)
    named = " and ".join(whole.sites)
    if fit(whole.value, part.value) is Fit.SAME:
        reason = f"{part.value} for {part.place} alone is the sum that another report gives for {named}"
        return _stand(left, right, Relation.CONTRADICTS, reason, min(sure, UNSURE), "place")
    return _stand(whole, part, Relation.INCLUDES, f"one is a sum over {named}", min(sure, LIKELY), "place")


def _periods(left: Account, right: Account) -> Stand:
    if not (left.days.told and right.days.told):
        return _none(left, right, "the days of a period are not told")
    if _same_days(left.days, right.days):
        return _groups(left, right, SURE if left.place and right.place else UNSURE)
    for whole, part in ((left, right), (right, left)):
        groups = relate_groups(whole.group, part.group)
        if holds(whole.days, part.days) and groups in (Groups.SAME, Groups.WIDER):
            if larger(part.value, whole.value) and whole.value.high is not None:
                reason = f"{part.value} in part of the days is more than {whole.value} in all of them"
                return _stand(left, right, Relation.CONTRADICTS, reason, UNSURE, "value", "window")
            return _stand(whole, part, Relation.INCLUDES, "its days are part of the other's", UNSURE, "window")
    return _none(left, right, "they are over different days")


def _totals(left: Account, right: Account) -> Stand:
    begun = tuple(one.days.first if one.days.told else None for one in (left, right))
    if None not in begun and abs(begun[0] - begun[1]).days > 1:  # type: ignore[operator]
        return _none(left, right, f"one counts since {begun[0]}, the other since {begun[1]}")
    if left.up_to is None or right.up_to is None:
        return _none(left, right, "nothing tells up to which day they count")
    apart = abs(left.up_to - right.up_to)
    if apart > REACH:
        return _none(left, right, f"they count up to days {apart.days} apart")
    placed = bool(left.place and right.place)
    if None in begun and not placed:
        return _none(left, right, "nothing tells that they count from one day, or at one place")
    sure = SURE if None not in begun and left.place == right.place else UNSURE
    groups = relate_groups(left.group, right.group)
    grown = apart > STEADY and groups is Groups.SAME and not _basis_differs(left, right)
    if grown and not one_source(left.source, right.source) and fit(left.value, right.value) is Fit.APART:
        early, late = sorted((left, right), key=lambda one: (one.up_to, one.id))
        if late.value.said > early.value.said:
            reason = f"{late.value} counts {apart.days} days longer than {early.value}"
            return _stand(left, right, Relation.SAME_QUANTITY, reason, UNSURE, "value", "window")
        reason = f"{late.value} is less than {early.value}, though it counts {apart.days} days longer"
        return _stand(left, right, Relation.CONTRADICTS, reason, UNSURE, "value", "window")
    return _groups(left, right, sure)


def _groups(left: Account, right: Account, sure: float) -> Stand:
    groups = relate_groups(left.group, right.group)
    if groups is Groups.DIFFERENT or groups is Groups.CROSSING:
        return _other_group(left, right, groups, sure)
    if groups is Groups.SAME:
        return _values(left, right, sure)
    if (left.minor or right.minor) and fit(left.value, right.value) is not Fit.SAME:
        return _none(left, right, _BESIDE)
    whole, part = (left, right) if groups is Groups.WIDER else (right, left)
    both = f"{told(part.group)} and {told(whole.group)}"
    if fit(whole.value, part.value) is Fit.SAME and _same_people(whole.group, part.group):
        return _values(left, right, min(sure, UNSURE), f" ({both})")
    if whole.denied or part.denied:
        return _none(left, right, f"one is denied, and they count {both}")
    if left.basis and right.basis and left.basis != right.basis:
        return _none(left, right, f"they count {both}, on another basis: {left.basis}, {right.basis}")
    if larger(part.value, whole.value):
        if whole.bare:
            return _none(left, right, f"nothing tells whether {whole.value} is of {told(part.group)} too")
        if whole.value.high is None:
            reason = f"{whole.value} leaves room for {part.value} ({both})"
            return _stand(left, right, Relation.SAME_QUANTITY, reason, min(sure, WEAK), "value", "who")
        reason = f"{part.value} {told(part.group)} are more than {whole.value} {told(whole.group)} in all"
        return _stand(left, right, Relation.CONTRADICTS, reason, min(sure, UNSURE), "value", "who")
    return _stand(whole, part, Relation.INCLUDES, f"{told(part.group)} are part of {told(whole.group)}", min(sure, UNSURE), "who")


def _same_people(left: Axes, right: Axes) -> bool:
    """Whether two groups may be one, told more or less closely: a part by age, sex or role is a part."""
    return (left.age, left.sex, left.role) == (right.age, right.sex, right.role)


def _other_group(left: Account, right: Account, groups: Groups, sure: float) -> Stand:
    statuses = {left.group.status, right.group.status}
    if statuses == {"civilian", "combatant"} and fit(left.value, right.value) is Fit.SAME and left.value.said > 2:
        reason = f"the same number, as {told(left.group)} and as {told(right.group)}"
        return _stand(left, right, Relation.CONTRADICTS, reason, min(sure, WEAK), "who")
    how = "overlap" if groups is Groups.CROSSING else "are different"
    return _none(left, right, f"they count groups that {how}: {told(left.group)}, {told(right.group)}")


def _values(left: Account, right: Account, sure: float, note: str = "") -> Stand:
    """Two accounts of one quantity, by what they say of it."""
    match = fit(left.value, right.value)
    if match is Fit.APART and 0 in (left.value.high, right.value.high) and not (left.denied or right.denied):
        denier, said = (left, right) if left.value.high == 0 else (right, left)
        return _stand(
            denier, said, Relation.DENIES, f"{denier.source.name} speaks of nobody, {said.value} elsewhere{note}", sure, "denial"
        )
    if left.denied != right.denied:
        denier, said = (left, right) if left.denied else (right, left)
        if match is Fit.SAME:
            return _stand(denier, said, Relation.DENIES, f"{denier.source.name} denies {said.value}{note}", sure, "denial")
        return _none(left, right, f"{denier.value} is denied, which leaves {said.value} open")
    if left.denied:
        return _stand(left, right, Relation.AGREES, f"both deny it{note}", sure)
    if match is Fit.SAME:
        return _stand(left, right, Relation.AGREES, f"{left.value} and {right.value} are one number{note}", sure)
    ours = one_source(left.source, right.source)
    if left.minor or right.minor:
        return _none(left, right, _BESIDE)
    if _basis_differs(left, right):
        if ours and left.retold != right.retold:  # the later report itself says which number gave way
            return _revised(left, right, sure, f", counted otherwise: {left.basis or right.basis}{note}", "basis")
        reason = (
            f"the basis differs: {left.basis or 'not told'} ({left.value}), {right.basis or 'not told'} ({right.value}){note}"
        )
        return _stand(left, right, Relation.QUALIFIES, reason, min(sure, LIKELY), "basis", "value")
    if ours and _one_report(left, right) and not (left.retold != right.retold and _one_sentence(left, right)):
        return _none(left, right, "one source gives both in one report: they may count different people")
    if _one_report(left, right) and None in (left.claims[0].voice, right.claims[0].voice) and not ours:
        return _none(left, right, "one report gives both, one of them in its own voice")
    if ours:
        return _revised(left, right, sure, note)
    if match is Fit.OPEN:
        reason = f"{left.value} and {right.value} do not exclude each other{note}"
        return _stand(left, right, Relation.SAME_QUANTITY, reason, min(sure, UNSURE), "value")
    reason = f"{left.value} and {right.value} cannot both be{note}"
    return _stand(left, right, Relation.CONTRADICTS, reason, sure, "value")


def _revised(left: Account, right: Account, sure: float, note: str, *differs: str) -> Stand:
    """Two values of one source: the later word revises the earlier one; where nothing tells which is later, they contradict."""
    early, late = _sequence(left, right)
    if early is None or late is None:
        reason = f"{left.source.name} gives both {left.value} and {right.value}{note}"
        return _stand(left, right, Relation.CONTRADICTS, reason, min(sure, WEAK), "value")
    verb = "admits" if late.admitted else "gives"
    reason = f"{late.source.name} now {verb} {late.value}, earlier {early.value}{note}"
    return _stand(late, early, Relation.REVISES, reason, sure, "value", *differs)


def _sequence(left: Account, right: Account) -> tuple[Account, Account] | tuple[None, None]:
    if left.retold != right.retold:
        return (left, right) if left.retold else (right, left)
    if left.scope == "total" and left.up_to and right.up_to and left.up_to != right.up_to:
        return (left, right) if left.up_to < right.up_to else (right, left)
    first, second = _moment(left), _moment(right)
    if not first or not second or first == second:
        return None, None
    return (left, right) if first < second else (right, left)


def _basis_differs(left: Account, right: Account) -> bool:
    """Whether two counts rest on different things; one that tells nothing is another only from "identified", which is
    narrower."""
    if left.basis and right.basis:
        return left.basis != right.basis
    return "identified" in (left.basis, right.basis) and fit(left.value, right.value) is Fit.APART


def _moment(one: Account) -> str:
    return one.claims[0].report.published or ""


def _one_report(left: Account, right: Account) -> bool:
    return left.claims[0].report.text == right.claims[0].report.text


def _one_sentence(left: Account, right: Account) -> bool:
    return sentence(left.claims[0])[0] == sentence(right.claims[0])[0]


def _part_of(part: Account, whole: Account) -> bool:
    parts = {claim.part_of for claim in part.claims} - {None}
    return bool(parts) and any(claim.id in parts for claim in whole.claims)


def _same_days(left: Days, right: Days) -> bool:
    ends = zip(left[:2], right[:2], strict=True)
    return all(one == two or (one is not None and two is not None and abs((one - two).days) <= 1) for one, two in ends)


def _length(days: Days) -> int:
    return (days.last - days.first).days + 1 if days.first and days.last else 9999


def _kind(one: Account) -> str:
    return {"total": "a running total", "period": "a period"}.get(one.scope, "one incident")


def _order(one: Account) -> tuple[str, str]:
    return _moment(one), one.id


def _none(left: Account, right: Account, reason: str) -> Stand:
    return Stand(left.id, right.id, None, reason, SURE)


def _stand(left: Account, right: Account, relation: Relation, reason: str, sure: float, *differs: str) -> Stand:
    return Stand(left.id, right.id, relation, reason, sure, differs)
