"""What holds of time lines whatever the totals are."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model import Modifier
from hearsay.series.interval import Interval, allowed, below, minus, plus
from hearsay.series.line import series
from hearsay.series.points import standing

from .totals import day, line, total

NUMBERS = st.integers(0, 100_000)
OPEN = st.builds(
    lambda pair, gone: Interval(None if gone == 1 else min(pair), None if gone == 2 else max(pair)),
    st.tuples(NUMBERS, NUMBERS),
    st.integers(0, 2),
)


def inside(number: int, one: Interval) -> bool:
    return (one.low is None or one.low <= number) and (one.high is None or number <= one.high)


@given(OPEN, OPEN, st.data())
def test_interval_arithmetic_holds_whatever_the_truth_is(one: Interval, other: Interval, data: st.DataObject) -> None:
    a, b = (
        data.draw(st.integers(i.low if i.low is not None else -50, i.high if i.high is not None else 200_000))
        for i in (one, other)
    )
    assert inside(a - b, minus(one, other))
    assert inside(a + b, plus(one, other))
    if below(one, other):
        assert a < b


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=12))
def test_increments_sum_to_the_total(values: list[tuple[int, int]]) -> None:
    made = line(total((min(pair), max(pair)), day(i)) for i, pair in enumerate(values))
    for phase in {point.phase for point in made.points}:
        points = [point for point in made.points if point.phase == phase]
        ids = {point.id for point in points}
        told = points[0].amount
        for step in made.steps:
            if step.before in ids and step.after in ids:
                told = plus(told, step.amount)
        last = points[-1].amount
        assert told.low is not None
        assert told.high is not None
        assert inside(told.low, Interval(None, last.low))
        assert inside(told.high, Interval(last.high, None))
        if all(point.amount.exact for point in points):
            assert told == last


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 40), st.sampled_from(["A", "B"]), st.sampled_from(["P", "Q"])), max_size=14
    ),
    st.randoms(),
)
def test_the_order_of_the_claims_changes_nothing(given_: list[tuple[int, int, str, str]], random: Random) -> None:
    claims = [total(amount, day(when), source, outlet=outlet) for when, amount, source, outlet in given_]
    mixed = list(claims)
    random.shuffle(mixed)
    assert series(claims) == series(mixed) == series([*claims, *mixed])


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40)), max_size=14))
def test_exchanging_two_sources_exchanges_their_lines(given_: list[tuple[int, int]]) -> None:
    def made(one: str, other: str) -> dict[str, list[tuple[str, str]]]:
        claims = [total(n, day(i), one) for i, n in given_] + [total(n + 1, day(i), other) for i, n in given_[::2]]
        return {line.source: [(p.day.isoformat(), str(p.amount)) for p in line.points] for line in series(claims).lines}

    plain, swapped = made("Orvessa", "Sedrin"), made("Sedrin", "Orvessa")
    assert plain.get("Orvessa") == swapped.get("Sedrin")
    assert plain.get("Sedrin") == swapped.get("Orvessa")


@given(st.lists(st.integers(0, 500), min_size=1, max_size=20))
def test_every_running_total_is_in_some_point(values: list[int]) -> None:
    claims = [total(n, day(i // 2), outlet=f"o{i % 3}", text=f"{i}") for i, n in enumerate(values)]
    found = [claim.id for point in line(claims).points for claim in point.claims]
    assert sorted(found) == sorted(claim.id for claim in claims)
    assert standing(line(claims).points)


@pytest.mark.parametrize(
    ("number", "modifier", "expected"),
    [
        (31_000, Modifier.ABOUT, Interval(30_380, 31_620)),
        (100, Modifier.ABOUT, Interval(90, 110)),
        (2_950, Modifier.ABOUT, Interval(2_891, 3_009)),
        (7, Modifier.ABOUT, Interval(6, 7)),
        (0, Modifier.ABOUT, Interval(0, 0)),
        (100, Modifier.EXACT, Interval(100, 100)),
    ],
)
def test_about_is_as_wide_as_in_comparing(number: int, modifier: Modifier, expected: Interval) -> None:
    from hearsay.model import Figure

    figure = total(number, day(1), modifier=modifier).finding
    assert isinstance(figure, Figure)
    assert allowed(figure) == expected


def test_amounts_are_said_as_the_words_allow() -> None:
    said = [Interval(5, 5), Interval(5, None), Interval(None, 5), Interval(1_000, 2_000), Interval()]
    assert [str(one) for one in said] == ["5", "5 or more", "5 or fewer", "1,000 to 2,000", "?"]
    assert [one.middle for one in said] == [5, 5, 5, 1500, None]


def test_steps_are_values() -> None:
    made = line([total(640, day(0)), total(702, day(2))])
    assert made.steps[0].days == 2
    assert replace(made, steps=()) != made
