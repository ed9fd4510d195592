"""Accounts: what one source says of one quantity, however many reports repeat it. All figures with the same source, value,
days, group and voice are one account, so that a block of thousands of reports comes down to the few things that are said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from ..claims.base import Claim
from ..model import Attribution, Figure, Modality, Polarity
from .basis import basis, earlier, sites
from .blocks import class_of, place
from .speakers import Speaker, side_of, speaker
from .values import Value, value
from .who import Axes, Groups, group, relate
from .windows import Days, of_claim, published


@dataclass(frozen=True)
class Account:
    """One thing that one source says. `claims` are its repetitions, the earliest first; `since` is the day of publication of the
    first of them. `up_to` is the day up to which a running total counts. `retold` marks a number that its own report
    gives as an earlier one. `sites` are the places of one sum, where the words name several. `minor` marks a number
    beside a larger one of its own report: it may count a part of those, or others, so it contradicts nobody; `bare` a number
    without a noun, of whom nothing tells whether they are all. `modality` is "feared", "presumed" or "expected", "" for what is
    reported."""

    claims: tuple[Claim, ...]
    source: Speaker
    value: Value
    days: Days
    group: Axes
    scope: str
    place: str
    denied: bool = False
    basis: str = ""
    retold: bool = False
    admitted: bool = False
    sites: tuple[str, ...] = ()
    minor: bool = False
    bare: bool = False
    modality: str = ""

    @property
    def id(self) -> str:
        """The id of the claim that stands for the account: the earliest."""
        return self.claims[0].id

    @cached_property
    def since(self) -> date | None:
        return published(self.claims[0])

    @property
    def up_to(self) -> date | None:
        return (self.days.last if self.days.told else None) or self.since

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        return len({claim.report.text for claim in self.claims})


@lru_cache(maxsize=512)  # each month is read again beside the next one
def account(claim: Claim) -> Account:
    """The account of one claim. Raises `TypeError` for what is no figure."""
    figure = claim.finding
    if not isinstance(figure, Figure):
        raise TypeError(f"{claim.id} is no figure but {type(figure).__name__}")
    return Account(
        claims=(claim,),
        source=speaker(claim),
        value=value(figure),
        days=of_claim(claim),
        group=side_of(claim, group(figure)),
        scope=class_of(figure),
        place=place(claim),
        denied=denied(claim),
        basis=basis(claim),
        retold=earlier(claim),
        admitted=bool(claim.voice and claim.voice.shade == "admits"),
        sites=sites(claim),
        bare=not figure.who_spans,
        modality="" if figure.modality is Modality.REPORTED else figure.modality.value,
    )


def denied(claim: Claim) -> bool:
    """Whether a claim is denied, by the words of the figure or by whoever is made to speak of it."""
    own = claim.finding.polarity if isinstance(claim.finding, Figure | Attribution) else Polarity.AFFIRMED
    voice = claim.voice if isinstance(claim.finding, Figure) else None
    voiced = voice is not None and (voice.polarity is Polarity.DENIED or voice.shade == "denies")
    return own is Polarity.DENIED or voiced


def accounts(claims: Iterable[Claim]) -> list[Account]:
    """The accounts of some figures, sorted by the day of their first report; the order of the claims does not
    matter."""
    gathered: defaultdict[object, list[Account]] = defaultdict(list)
    every = [account(claim) for claim in claims]
    for one in _with_minor(every):
        what = (one.source, one.value, one.days.told and one.days, one.group, one.scope, one.place)
        gathered[(what, one.denied, one.retold, one.sites, one.minor, one.modality)].append(one)
    return sorted(map(_together, gathered.values()), key=lambda one: (one.since or date.max, one.claims[0].report.name, one.id))


def _with_minor(every: list[Account]) -> Iterator[Account]:
    """The same accounts, those marked that have neither place nor days of their own, and stand in a report beside a larger number
    in the same voice or in the page's own."""
    by_report: defaultdict[str, list[Account]] = defaultdict(list)
    for one in every:
        by_report[one.claims[0].report.text].append(one)
    for one in every:
        figure, voice = one.claims[0].finding, one.claims[0].voice
        assert isinstance(figure, Figure)
        bare = figure.place is None and not one.days.told
        larger = (other for other in by_report[one.claims[0].report.text] if other.value.said > one.value.said)
        beside = (
            other for other in larger if other.modality == one.modality and relate(one.group, other.group) is not Groups.DIFFERENT
        )
        less = bare and any(
            other.source == one.source or voice is None or other.claims[0].voice is None for other in beside if not other.retold
        )
        yield replace(one, minor=True) if less else one


def _together(same: list[Account]) -> Account:
    """Several accounts of one thing as one; what only one of them tells is told."""
    ordered = sorted(same, key=lambda one: (one.since or date.max, one.claims[0].report.name, one.id))
    first = ordered[0]
    claims = tuple(one.claims[0] for one in ordered)
    resting = next((one.basis for one in ordered if one.basis), "")
    return Account(
        claims, first.source, first.value, first.days, first.group, first.scope, first.place, first.denied, resting,
        first.retold, any(one.admitted for one in ordered), first.sites, first.minor,
        all(one.bare for one in ordered), first.modality,
    )  # fmt: skip
