"""Krippendorff's alpha: against examples worked by hand, and what must hold for any judgements."""

import math
from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Stance, Verdict
from hearsay.review.agreement import agreement, alpha, coincidences, pairs, values_of

from .ledgers import T0

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example B: two observers, twelve units, five values
_B = list(zip("a a b b d c c c e d d a".split(), "b a b b b c c c e d d d".split(), strict=True))


def test_the_binary_example() -> None:
    """Example A of the paper: 0/1 judgements of ten units by two observers; alpha 0.095."""
    a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha(list(zip(a, b, strict=True))) == pytest.approx(0.095, abs=0.0005)


def test_the_nominal_example() -> None:
    """Example B: alpha 0.692."""
    assert alpha(_B) == pytest.approx(0.692, abs=0.0005)


def test_many_observers_and_gaps() -> None:
    """Example C: alpha 0.743."""
    rows = (
        (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
        (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
    )
    units = [[value for value in unit if value is not None] for unit in zip(*rows, strict=True)]
    assert alpha(units) == pytest.approx(0.743, abs=0.0005)


def test_worked_by_hand() -> None:
    """Three units of two: aa, ab, bb. Coincidences aa 2, ab 1, ba 1, bb 2; n = 6, three of each. Observed 2/6, by chance
    (3·3 + 3·3) / (6·5) = 18/30; 1 - (1/3) / (3/5) = 4/9."""
    units = ["aa", "ab", "bb"]
    assert coincidences(units) == {("a", "a"): 2, ("a", "b"): 1, ("b", "a"): 1, ("b", "b"): 2}
    assert alpha(units) == pytest.approx(4 / 9)


def test_nothing_to_compare() -> None:
    assert alpha([]) is None
    assert alpha(["a", "b"]) is None, "no unit was judged twice"
    assert alpha(["aa", "aa"]) is None, "no value differs, so chance could not differ"
    assert agreement([{"x": "a"}]).share is None


_units = st.lists(st.lists(st.sampled_from("abc"), min_size=0, max_size=4), max_size=12)


def _direct(units: Sequence[Sequence[str]]) -> float | None:
    """The formula as the docstring has it, pair by pair."""
    matrix = coincidences([unit for unit in units if len(unit) > 1])
    margins: dict[object, float] = {}
    for (c, _), count in matrix.items():
        margins[c] = margins.get(c, 0) + count
    n = sum(margins.values())
    unlike = sum(count for (c, k), count in matrix.items() if c != k)
    by_chance = sum(margins[c] * margins[k] for c in margins for k in margins if c != k)
    return 1 - (unlike / n) / (by_chance / (n * (n - 1))) if by_chance else None


@given(_units)
def test_the_short_form_is_the_formula(units: list[list[str]]) -> None:
    expected = _direct(units)
    found = alpha(units)
    assert (found is None) == (expected is None)
    assert found is None or expected is None or math.isclose(found, expected, abs_tol=1e-9)


@given(_units, st.permutations("abc"))
def test_neither_names_nor_order_matter(units: list[list[str]], names: list[str]) -> None:
    renamed = [[names["abc".index(value)] for value in reversed(unit)] for unit in reversed(units)]
    a, b = alpha(units), alpha(renamed)
    assert a == b or (a is not None and b is not None and math.isclose(a, b, abs_tol=1e-9))


@given(_units)
def test_alpha_is_at_most_one(units: list[list[str]]) -> None:
    found = alpha(units)
    alike = all(len(set(unit)) == 1 for unit in units if len(unit) > 1)
    assert found is None or (found <= 1 + 1e-12 and (math.isclose(found, 1) == alike))


def test_pairs() -> None:
    findings = [{"person:A": "x", "person:B": "x"}, {"person:B": "y", "person:C": "z", "person:A": "y"}]
    found = pairs(findings)
    assert list(found) == [("person:A", "person:B"), ("person:A", "person:C"), ("person:B", "person:C")]
    assert (found["person:A", "person:B"].findings, found["person:A", "person:B"].same) == (2, 2)
    assert found["person:A", "person:B"].alpha == 1
    assert found["person:B", "person:C"].same == 0


def test_values_of_verdicts() -> None:
    """A person's latest word counts; machines have none; two different replacements differ."""

    def said(agent: str, stance: Stance, second: int, instead: str | None = None) -> Verdict:
        return Verdict("h1:f", stance, agent, T0 + timedelta(seconds=second), instead)

    verdicts = [
        said("machine@1", Stance.FOUND, 0),
        said("person:A", Stance.ACCEPTED, 1),
        said("person:A", Stance.REJECTED, 2),
        said("person:B", Stance.REPLACED, 3, "h1:x"),
        said("person:C", Stance.REPLACED, 3, "h1:y"),
        said("person:D", Stance.FOUND, 3),
        said("person:E", Stance.ACCEPTED, 3),
        said("person:E", Stance.WITHDRAWN, 4),
    ]
    expected = {"person:A": "rejected", "person:B": "replaced h1:x", "person:C": "replaced h1:y", "person:D": "accepted"}
    assert values_of(verdicts) == expected
    assert agreement([values_of(verdicts)]) == agreement([expected])
