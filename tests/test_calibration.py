"""Confidence as a share: it rises, and can be undone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.models.calibration import KNOTS, calibrated, uncalibrated

shares = st.floats(0, 1)


@given(shares, shares)
def test_it_changes_no_order(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(low) <= calibrated(high) <= 1


@given(shares)
def test_it_can_be_undone(raw: float) -> None:
    assert uncalibrated(calibrated(raw)) == pytest.approx(raw, abs=1e-9)


def test_it_goes_through_its_knots() -> None:
    assert [calibrated(raw) for raw, _ in KNOTS] == pytest.approx([share for _, share in KNOTS])
    assert all(a < b for knot in pairwise(KNOTS) for a, b in zip(*knot, strict=True))
