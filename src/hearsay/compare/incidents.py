"""What reports tell of one event: everything counted at one place on the same days, side by side. Sums over several sites
are shown as such and never mixed with the numbers of one site.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..claims.base import Claim
from .accounts import Account
from .disputes import Dispute
from .events import NEVER
from .relations import RETOLD
from .values import Fit, fit


@dataclass(frozen=True)
class Merged:
    """A number whose words name several sites: `account` tells it, `parts` are numbers told for each of the sites, and `sums`
    tells whether some of them add up to it. Where `sums`, `alone` are accounts that give the sum for one site."""

    account: Account
    sites: tuple[str, ...]
    parts: Mapping[str, tuple[Account, ...]]
    sums: bool
    alone: tuple[Account, ...] = ()


@dataclass(frozen=True)
class Incident:
    """One event as it is told: `disputes` are its quantities (killed, injured ..., whole and part), `merged` the sums over this
    and other sites. `days` are ISO, first and last, "" where none is told."""

    place: str
    days: tuple[str, str]
    disputes: tuple[Dispute, ...]
    merged: tuple[Merged, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All figures that it is made from."""
        return tuple(claim for dispute in self.disputes for claim in dispute.claims)

    @property
    def reports(self) -> tuple[str, ...]:
        """The names of its reports, each once, by day of publication."""
        ordered = sorted(self.claims, key=lambda claim: (claim.report.published or "", claim.report.name))
        return tuple(dict.fromkeys(claim.report.name for claim in ordered))

    @property
    def id(self) -> str:
        """The id of the earliest of its figures."""
        return min(self.claims, key=lambda one: (one.report.published or "~", one.report.name, one.id)).id

    def by_source(self) -> dict[str, list[Account]]:
        """The accounts of each source, by the name that is shown."""
        found: defaultdict[str, list[Account]] = defaultdict(list)
        for dispute in self.disputes:
            for one in dispute.accounts:
                found[one.source.name].append(one)
        return dict(sorted(found.items()))

    def denials(self) -> tuple[Account, ...]:
        """The accounts that deny a number."""
        return tuple(one for dispute in self.disputes for one in dispute.accounts if one.denied)


def incidents(place: str, disputes: Iterable[Dispute], elsewhere: Iterable[Dispute] = ()) -> list[Incident]:
    """The events of one place: quantities whose days are the same or near come together; those without days join the last event
    before their first report. `elsewhere` are quantities of other places, to see what a sum over several sites is made of."""
    every = sorted(disputes, key=lambda one: (_start(one), one.block, one.id))
    others = tuple(elsewhere)
    gathered: list[list[Dispute]] = []
    for one in sorted(every, key=lambda each: (not each.days[0], _start(each), each.block, each.id)):
        home = next((event for event in gathered if _one_event(event, one)), None)
        if home is None:
            gathered.append([one])
        else:
            home.append(one)
    made = [Incident(place, _days(event), tuple(event), tuple(_merged(event, (*every, *others)))) for event in gathered]
    return sorted(made, key=lambda one: (one.days, one.id))


def _one_event(event: list[Dispute], one: Dispute) -> bool:
    first, last = _days(event)
    if not first or not last:
        return not one.days[0] and abs((_start(event[0]) - _start(one)).days) <= 1
    start = _start(one)
    if one.days[0]:
        return (date.fromisoformat(first) - start).days <= 1 and (start - date.fromisoformat(last)).days <= 1
    return date.fromisoformat(first) <= start <= date.fromisoformat(last) + RETOLD


def _start(one: Dispute) -> date:
    if one.days[0]:
        return date.fromisoformat(one.days[0])
    return min((account.since for account in one.accounts if account.since), default=NEVER)


def _days(event: Iterable[Dispute]) -> tuple[str, str]:
    told = [one.days for one in event if one.days[0]]
    return min((first for first, _ in told), default=""), max((last or first for first, last in told), default="")


def _merged(event: Iterable[Dispute], every: Iterable[Dispute]) -> Iterable[Merged]:
    """The sums over several sites among an event's accounts, each with what is told for its sites."""
    known = tuple(every)
    for dispute in event:
        for account in dispute.accounts:
            if len(account.sites) > 1:
                yield _explained(account, dispute, known)


def _explained(account: Account, dispute: Dispute, every: tuple[Dispute, ...]) -> Merged:
    measure = dispute.block.split("|")[0]
    parts: dict[str, tuple[Account, ...]] = {}
    for site in account.sites:
        parts[site] = tuple(
            one
            for other in every
            if other.block.split("|")[0] == measure and abs((_start(other) - _start(dispute)).days) <= 1
            for one in other.accounts
            if one.place == site and len(one.sites) < 2 and one.group == account.group and one.modality == account.modality
        )
    alone = tuple(one for found in parts.values() for one in found if fit(one.value, account.value) is Fit.SAME)
    rest = [[one.value.said for one in found if one not in alone] for found in parts.values()]
    return Merged(account, account.sites, parts, account.value.said in _sums(rest), alone)


def _sums(values: list[list[int]]) -> set[int]:
    """The sums of one value of each site; none where a site has none."""
    found = {0}
    for each in values:
        found = {one + value for one in found for value in each}
    return found
