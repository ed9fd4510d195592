"""What a figure's words allow, as an interval, and how two such intervals stand to each other.

- "about N": N give or take half of the unit of its last digit that is not zero ("about 3,000": 500), but no less than ABOUT_LEAST
  of N and no more than ABOUT_MOST of it: 2,700 to 3,300.
- an exact round number of at least ROUND that ends in two zeros may be rounded: the same half unit, no more than ROUND_MOST.
- "at least N" and "more than N" are open above, "at most N" and "fewer than N" end there.
- vague words ("dozens") have the bounds of a table of the language.
"""

from dataclasses import dataclass
from enum import StrEnum

from ..model import Figure, Modifier
from .vague import OURS, bounds

ABOUT_LEAST, ABOUT_MOST = 0.02, 0.10
ROUND, ROUND_MOST = 1000, 0.05
NEAR = 0.10
"""How far, as a share, "at least 500" and a number above it may lie apart to be taken for one count."""


class Fit(StrEnum):
    """How two values stand to each other."""

    SAME = "same"
    OPEN = "open"  # they do not exclude each other, but an open end leaves room for much else
    APART = "apart"


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """`low` to `high`, inclusive; `high` None: open above. `said` is the number that the words give (of a range the lower one,
    of vague words their least), `words` what is shown; `vague` whether it is
    no number at all ("dozens")."""

    low: int
    high: int | None
    said: int
    words: str
    vague: bool = False

    def __str__(self) -> str:
        return self.words


def value(figure: Figure) -> Value:
    """The interval of a figure."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        least, most = _vague(figure.words)
        return Value(least, most, least, figure.words.lower(), vague=True)
    said = low if low is not None else high
    assert said is not None
    match figure.modifier:
        case Modifier.RANGE if low is not None and high is not None:
            return Value(low, high, low, f"{low:,} to {high:,}")
        case Modifier.AT_LEAST | Modifier.MORE_THAN:
            return Value(said, None, said, f"{figure.modifier.value} {said:,}")
        case Modifier.AT_MOST | Modifier.FEWER_THAN:
            return Value(0, said, said, f"{figure.modifier.value} {said:,}")
        case Modifier.ABOUT:
            width = min(max(_half_unit(said), ABOUT_LEAST * said), ABOUT_MOST * said)
            return Value(int(said - width), int(said + width), said, f"about {said:,}")
    width = min(_half_unit(said), ROUND_MOST * said) if said >= ROUND and said % 100 == 0 else 0
    return Value(int(said - width), int(said + width), said, f"{said:,}")


def fit(left: Value, right: Value) -> Fit:
    """How two values stand to each other; the order of the two does not matter."""
    if not _overlap(left, right):
        return Fit.APART
    if left.vague or right.vague:
        return Fit.SAME if left.words == right.words else Fit.OPEN
    open_ends = left.high is None or right.high is None or left.low == 0 < left.said or right.low == 0 < right.said
    if open_ends and abs(left.said - right.said) > NEAR * max(left.said, right.said):
        return Fit.OPEN
    return Fit.SAME


def larger(part: Value, whole: Value) -> bool:
    """Whether a part is certainly larger than what it would be part of, or said to be so where the whole is open above."""
    return (whole.high is not None and part.low > whole.high) or (whole.high is None and part.said > whole.said)


def _overlap(left: Value, right: Value) -> bool:
    return (right.high is None or left.low <= right.high) and (left.high is None or right.low <= left.high)


def _half_unit(number: int) -> float:
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit / 2


def _vague(words: str) -> tuple[int, int]:
    low, high = bounds(words, OURS) or (1, 1000)
    return low, 1000 if high is None else high
