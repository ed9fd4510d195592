"""Named policies: how words become the numbers and days that other people's tables hold. A row made under one names it.

Nothing here is ever stored. A figure keeps its words; what a table makes of "dozens", or of a figure without a date, is a
convention of that table. `version` counts our readings of a convention, so that a row tells by which it was made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..claims.base import Claim
from ..compare.accounts import denied
from ..compare.vague import ACLED as ACLED_VAGUE
from ..compare.vague import OURS, bounds
from ..compare.windows import RECENT, of_window, published
from ..model import Figure, Modality, Modifier, Scope

TIMES = "ucdp-19.1"
"""UCDP GED codebook 19.1, appendix 2. What it says of vague words ("late last week") is applied where time expressions are read
(`extract.windows`); here follow its rules for what the text leaves out."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How a table turns words into numbers and days. `vague` names the table of vague words (`compare.vague`), `times` the
    convention of time; `rules` are its rules in words, with their source."""

    name: str
    version: int
    vague: str
    times: str
    rules: str

    @property
    def label(self) -> str:
        """What rows say: the policy with the tables that it uses."""
        return f"{self.name} (vague words: {self.vague}; times: {self.times})"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure under a policy. None: no number follows (`note` says why), or for `high` the words leave it open."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, inclusive, with how they came about; None where none follows."""

    first: date | None = None
    last: date | None = None
    note: str = ""

    @property
    def length(self) -> int | None:
        """Days from the first to the last, both counted."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


_BOTH = "A number that is denied gives none; one that is expected gives none; one that is feared or presumed gives a high alone."
_WORDS = (
    '"about N" is N; "at least N" and "more than N" are N or more, their high left open; "up to N" and "fewer than N" are '
    "0 to N with best N; of a range best is the lower end."
)

POLICIES: Mapping[str, Policy] = {
    one.name: one
    for one in (
        Policy(
            "ucdp-19.1", 1, OURS, TIMES,
            f"UCDP GED codebook 19.1: low, best and high; no time given is the three days before the report. {_WORDS} {_BOTH}",
        ),
        Policy(
            "acled-fatalities", 1, ACLED_VAGUE, TIMES,
            'ACLED, "Fatalities" FAQ: one number, the most conservative; tens are 10, dozens 12, hundreds 100, and words that '
            f"the FAQ does not name give none. {_BOTH}",
        ),
        Policy(
            "airwars", 1, OURS, TIMES,
            "Airwars' methodology: the least and the most of all claims of an incident; where it is contested that those "
            "harmed were civilians the minimum is 0 for both groups. Whoever is called neither civilian nor combatant is "
            "undetermined.",
        ),
        Policy(
            "every-casualty", 1, OURS, TIMES,
            f"Every Casualty Counts, data to collect: numbers are ranges, and what is not told stays missing. {_WORDS} {_BOTH}",
        ),
    )
}  # fmt: skip
"""Name -> policy."""


def number(claim: Claim, policy: Policy) -> Number:
    """A figure's number under a policy. Raises `TypeError` for what is no figure."""
    one = figure(claim)
    if denied(claim):
        return Number(note="denied")
    if one.modality is Modality.EXPECTED:
        return Number(note="expected, not reported")
    found = _said(one, policy)
    if one.modality is Modality.REPORTED or (found.high is None and found.best is None):
        return found
    return Number(0, None, found.high if found.high is not None else found.best, one.modality.value)


def _said(one: Figure, policy: Policy) -> Number:
    """The number by its words alone."""
    low, high = one.low, one.high
    if low is None and high is None:
        known = bounds(one.words, policy.vague)
        if known is None:
            return Number(note=f"{policy.vague} has no number for {one.words!r}")
        return Number(known[0], known[0], known[1], f"{one.words!r} by {policy.vague}")
    if low is None:
        return Number(0, high, high, one.modifier.value)
    return Number(low, low, high, "" if one.modifier is Modifier.EXACT else one.modifier.value)


def when(claim: Claim) -> When:
    """The days of a figure under the UCDP conventions. Raises `TypeError` for what is no figure."""
    one, out = figure(claim), published(claim)
    told = of_window(one.window)
    if told is not None:
        if told.first and not told.last:
            return When(told.first, out, "up to the report" if out else "the report has no date")
        return When(told.first, told.last, "")
    if one.window is not None:
        return When(note=f"the text dates it by {one.window.words!r} alone")
    if out is None:
        return When(note="neither the text nor the report has a date")
    if one.scope is Scope.CUMULATIVE:
        return When(None, out, "a running total whose beginning is not told")
    return When(out - timedelta(days=RECENT), out - timedelta(days=1), f"no time given: {TIMES}")


def figure(claim: Claim) -> Figure:
    """The figure of a claim. Raises `TypeError` where it is of something else."""
    if not isinstance(claim.finding, Figure):
        raise TypeError(f"{claim.id} is no figure but {type(claim.finding).__name__}")
    return claim.finding
