"""Who had the words from whom: by credit, then by the time of publication, and never guessed.

A time counts as far as it is told. A day without a time zone may have begun 14 hours before, or ended 12 hours after, that
day in UTC (zones run from -12 to +14 hours), so that two days in a row tell nothing unless one outlet, which has one
clock, gives both.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from ..claims.base import Origin
from ..model import Text
from .credits import Credit, Form, credits_of
from .outlets import is_like_an_outlet, masthead, outlets_of, same_outlet

_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)
_APART = timedelta(minutes=1)
"""Less between two times of publication than this tells nothing."""


class Reason(StrEnum):
    """What tells who copied, or why nothing does."""

    CREDIT = "credit"
    TIME = "time"
    COMMON = "common credit"
    CONFLICT = "credits against time"
    MUTUAL = "mutual credits"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Side:
    """A report as far as direction is concerned: the names of its outlet, whom it credits, and the moments (UTC) between which
    it was published, None where nothing is told; `local` is its date as written, by its own outlet's clock."""

    name: str
    outlets: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    earliest: datetime | None = None
    latest: datetime | None = None
    local: str = ""


@dataclass(frozen=True, slots=True)
class Direction:
    """`copier` is 0 where the left report copied, 1 where the right one did, None where nothing tells. `words` say why."""

    copier: int | None
    reason: Reason
    words: str

    def swapped(self) -> "Direction":
        """The same with the sides exchanged."""
        return Direction(None if self.copier is None else 1 - self.copier, self.reason, self.words)


def side_of(text: Text, origin: Origin, *, dated: bool = True) -> Side:
    """What is known of a report. With `dated` False its date counts for nothing (the page contradicts itself about it); that it
    was there when its bytes were met counts always."""
    earliest, latest = _between(origin.published if dated else None)
    met = _moment(origin.at)
    if met is not None and (latest is None or met < latest) and (earliest is None or earliest <= met):
        latest = met  # nothing is published after it was met; where it says so, its date or the clock is wrong
    local = (origin.published or "") if dated else ""
    return Side(
        origin.name,
        outlets_of(origin.outlet or masthead(text), origin.url),
        credits_of(text, origin.byline),
        earliest,
        latest,
        local,
    )


def direction(left: Side, right: Side) -> Direction:
    """Who of two reports with the same words had them from the other. Exchanging the sides exchanges the answer."""
    credited = [_credits(left, right), _credits(right, left)]
    by_time = _by_time(left, right)
    if credited[0] and credited[1]:
        return _both(left, right, credited[0], credited[1])
    for copier, credit in enumerate(credited):
        if credit is None:
            continue
        if credit.form is Form.CITED and by_time.copier == 1 - copier:
            return Direction(None, Reason.CONFLICT, f"{_credited((left, right)[copier], credit)}, but {by_time.words}")
        return Direction(copier, Reason.CREDIT, _credited((left, right)[copier], credit))
    if common := _common(left, right):
        return Direction(None, Reason.COMMON, f"both credit {common}")
    return by_time


def same_house(left: Side, right: Side) -> bool:
    """Whether one outlet published both."""
    return any(same_outlet(mine, theirs) for mine in left.outlets for theirs in right.outlets)


def _both(left: Side, right: Side, mine: Credit, theirs: Credit) -> Direction:
    """Each credits the other: a plain credit outweighs a citation, two of a kind outweigh each other."""
    weak = [credit.form is Form.CITED for credit in (mine, theirs)]
    words = f"{_credited(left, mine)}; {_credited(right, theirs)}"
    if weak[0] == weak[1]:
        return Direction(None, Reason.MUTUAL, words)
    return Direction(1 if weak[0] else 0, Reason.CREDIT, words)


def _credits(one: Side, other: Side) -> Credit | None:
    """The plainest credit of one report to the other's outlet; its own outlet is nobody to credit."""
    if same_house(one, other):
        return None
    named = [credit for credit in one.credits if any(same_outlet(credit.name, outlet) for outlet in other.outlets)]
    return min(named, key=lambda credit: list(Form).index(credit.form), default=None)


def _common(left: Side, right: Side) -> str:
    """An outlet, neither's own, that both credit otherwise than by a citation; "" where there is none."""
    for credit in left.credits:
        own = any(same_outlet(credit.name, outlet) for outlet in (*left.outlets, *right.outlets))
        if not own and _is_plain(credit) and _plainly(right, credit.name):
            return credit.name
    return ""


def _plainly(side: Side, name: str) -> bool:
    return any(_is_plain(credit) and same_outlet(credit.name, name) for credit in side.credits)


def _is_plain(credit: Credit) -> bool:
    """Whether a report is said to be somebody else's, by a name that may be an outlet's: who only reported it is no origin."""
    sure = credit.form in (Form.DATELINE, Form.FIRST)
    return sure or (credit.form is not Form.CITED and is_like_an_outlet(credit.name))


def _by_time(left: Side, right: Side) -> Direction:
    for copier, (later, earlier) in enumerate(((left, right), (right, left))):
        if _before(earlier, later):
            return Direction(copier, Reason.TIME, f"{_dated(earlier)}, {_dated(later)}")
    return Direction(None, Reason.UNKNOWN, "no credit tells, and " + _untold(left, right))


def _before(one: Side, other: Side) -> bool:
    """Whether one was surely published before the other."""
    if one.latest and other.earliest and one.latest + _APART <= other.earliest:
        return True
    days = one.local[:10], other.local[:10]
    return same_house(one, other) and all(len(day) == 10 for day in days) and days[0] < days[1]


def _between(published: str | None) -> tuple[datetime | None, datetime | None]:
    """The moments between which something dated so was published."""
    if not published or len(published) < 10:
        return None, None
    try:
        told = datetime.fromisoformat(published)
    except ValueError:
        return None, None
    if len(published) == 10:
        told = told.replace(tzinfo=UTC)
        return told - _EAST, told + timedelta(days=1) + _WEST
    if told.tzinfo is None:
        told = told.replace(tzinfo=UTC)
        return told - _EAST, told + _WEST
    return told.astimezone(UTC), told.astimezone(UTC)


def _moment(at: str) -> datetime | None:
    try:
        told = datetime.fromisoformat(at)
    except ValueError:
        return None
    return told if told.tzinfo else None


def _credited(side: Side, credit: Credit) -> str:
    return f"{side.name} credits {credit.name} ({credit.form.value})"


def _dated(side: Side) -> str:
    if side.local:
        return f"{side.name} was published {side.local}"
    assert side.latest is not None
    return f"{side.name} was met {side.latest.isoformat(timespec='minutes')}"


def _untold(left: Side, right: Side) -> str:
    missing = [side.name for side in (left, right) if not side.local]
    if missing:
        return f"{' and '.join(sorted(missing))} tell{'s' if len(missing) == 1 else ''} no time of publication"
    told = " and ".join(sorted(f"{side.name} ({side.local})" for side in (left, right)))
    return f"the times of publication are too close or too coarse: {told}"
