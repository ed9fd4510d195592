"""Amounts as the words allow them: intervals of whole numbers, open where a text leaves an end open."""

from dataclasses import dataclass

from ..compare.values import value
from ..model import Figure, Modifier


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, both ends included; None: open."""

    low: int | None = None
    high: int | None = None

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    @property
    def middle(self) -> float | None:
        """Half way between the ends, the one end there is, or None where both are open."""
        if self.low is None or self.high is None:
            return self.low if self.high is None else self.high
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        if self.low is None and self.high is None:
            return "?"
        if self.low is None or self.high is None:
            return f"{self.low:,} or more" if self.low is not None else f"{self.high:,} or fewer"
        return f"{self.low:,}" if self.exact else f"{self.low:,} to {self.high:,}"


def allowed(figure: Figure) -> Interval:
    """What a figure's words allow; "about" as wide as `compare.values` takes it."""
    if figure.modifier is Modifier.ABOUT and figure.low is not None:
        around = value(figure)
        return Interval(around.low, around.high)
    return Interval(figure.low, figure.high)


def minus(after: Interval, before: Interval) -> Interval:
    """All that `after` less `before` may be: an open end on either side opens the end that it bears on."""
    low = None if after.low is None or before.high is None else after.low - before.high
    high = None if after.high is None or before.low is None else after.high - before.low
    return Interval(low, high)


def plus(one: Interval, other: Interval) -> Interval:
    """All that the sum of two amounts may be."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Interval(low, high)


def below(one: Interval, other: Interval) -> bool:
    """Whether one amount lies under the other however both are read."""
    return one.high is not None and other.low is not None and one.high < other.low
