"""How far the accounts of one quantity lie apart under the rules that recorders of casualties have published. Computed,
never stored, and always with the name of the policy: a spread is a way of reading the accounts, not a finding.

Values that are denied, that are only feared or expected, that their source gave up, or that are sums over several sites are no
part of a spread.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..claims.base import Claim
from .disputes import Dispute
from .vague import ACLED, bounds
from .values import Fit, Value, fit

Independent = Callable[[Sequence[Claim]], int]
"""How many independent origins some claims have at least."""


@dataclass(frozen=True, slots=True)
class Spread:
    """`low` to `high` under `policy`, with `best` where the policy has one; None where it gives none. `why` tells how it came
    about, in words."""

    policy: str
    low: int | None
    high: int | None
    best: int | None = None
    why: str = ""


def sources(claims: Sequence[Claim]) -> int:
    """How many sources are named: the count that is used where no chains are known. Copies of one report count as often as they
    name somebody else."""
    from .speakers import speaker

    return len({speaker(claim).key for claim in claims})


def ucdp(dispute: Dispute, independent: Independent = sources) -> Spread:
    """UCDP's low, best and high (GED codebook 19.1: low the most conservative estimate, best the most reliable one, high the
    highest reliable one). Reliability is no column here: best is the value with most independent origins, of equals the lower."""
    said = _backed(dispute, independent)
    if not said:
        return Spread("ucdp", None, None, None, "no number is told that still stands")
    best, count = max(said.items(), key=lambda pair: (pair[1], -pair[0].said))
    low, high = dispute.bounds()
    behind = f"{count} independent source{'' if count == 1 else 's'}"
    return Spread("ucdp", low, high, best.said, f"best is {best}, with at least {behind} behind it")


def airwars(dispute: Dispute, independent: Independent = sources) -> Spread:  # noqa: ARG001 (all policies are called alike)
    """Airwars' minimum and maximum over all claims (its methodology note: every claim counts, ranges are kept; where it is
    contested that those harmed were civilians, the minimum is 0)."""
    low, high = dispute.bounds()
    statuses = {one.group.status for one in dispute.accounts if not one.denied}
    if {"civilian", "combatant"} <= statuses:
        return Spread("airwars", 0, high, None, "whether they were civilians is contested")
    return Spread("airwars", low, high, None, "the least and the most of all claims")


def iraq_body_count(dispute: Dispute, independent: Independent = sources) -> Spread:
    """Iraq Body Count's minimum and maximum over numbers that at least two independent data sources give (its methods: an entry
    with one source alone is provisional)."""
    said = {value for value, count in _backed(dispute, independent).items() if count >= 2}
    if not said:
        return Spread("iraq-body-count", None, None, None, "provisional: no number has two independent sources")
    ends = [value.high if value.high is not None else value.said for value in said]
    return Spread(
        "iraq-body-count", min(_least(value) for value in said), max(ends), None, "numbers with two independent sources"
    )


def acled(dispute: Dispute, independent: Independent = sources) -> Spread:  # noqa: ARG001
    """ACLED's one number: where reports differ or are vague the most conservative one ("Fatalities" FAQ); "tens" are 10, "dozens"
    12, "hundreds" 100."""
    said = [(bounds(value.words, ACLED) or (value.said,))[0] if value.vague else value.said for value in dispute.standing()]
    point = min(said, default=None)
    return Spread("acled", point, point, point, "the most conservative number")


POLICIES: Mapping[str, Callable[..., Spread]] = {
    "ucdp": ucdp,
    "airwars": airwars,
    "iraq-body-count": iraq_body_count,
    "acled": acled,
}
"""Name -> policy."""


def spreads(dispute: Dispute, independent: Independent = sources) -> list[Spread]:
    """The spread under each policy."""
    return [policy(dispute, independent) for policy in POLICIES.values()]


def _backed(dispute: Dispute, independent: Independent) -> dict[Value, int]:
    """Each value that stands, and how many independent origins give it or one that is the same."""
    standing = set(dispute.standing())
    claims: defaultdict[Value, list[Claim]] = defaultdict(list)
    for account in dispute.accounts:
        for value in standing:
            if not (account.denied or account.modality) and len(account.sites) < 2 and fit(account.value, value) is Fit.SAME:
                claims[value] += account.claims
    return {value: independent(found) for value, found in claims.items()}


def _least(value: Value) -> int:
    return value.low if value.low or value.high is None else value.said
