"""From the raw confidence of an attribution to the share of such attributions that are right.

Piecewise linear through `KNOTS`, fitted on PolNeAR dev by `evals.calibration` (isotonic regression over equally filled bins);
it rises throughout, so that it changes no order and can be undone."""

from collections.abc import Sequence
from itertools import pairwise

Knot = tuple[float, float]

KNOTS: tuple[Knot, ...] = (
    *((0.715, 0.401), (0.877, 0.573), (0.94, 0.714), (0.974, 0.797), (0.99, 0.895)),
    *((0.996, 0.966), (0.999, 0.974)),
)
"""Raw confidence and the share that is right."""


def calibrated(raw: float, knots: Sequence[Knot] = KNOTS) -> float:
    """The share of attributions with that raw confidence (0 to 1) that are right."""
    return _between(raw, [(0.0, 0.0), *knots, (1.0, 1.0)])


def uncalibrated(share: float, knots: Sequence[Knot] = KNOTS) -> float:
    """The raw confidence of which `calibrated` made this one."""
    return _between(share, [(y, x) for x, y in [(0.0, 0.0), *knots, (1.0, 1.0)]])


def _between(value: float, knots: Sequence[Knot]) -> float:
    """On the straight line between the two knots around a value."""
    for (x1, y1), (x2, y2) in pairwise(knots):
        if value <= x2:
            return y1 + (y2 - y1) * (value - x1) / (x2 - x1) if x2 > x1 else y2
    return knots[-1][1]
