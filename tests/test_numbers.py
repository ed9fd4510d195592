"""The number grammar: what is a count, what it allows, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.analyse import tokens
from hearsay.extract.numbers import Number, loosened, numbers
from hearsay.extract.values import LARGEST
from hearsay.lang.en_numbers import NUMBERS
from hearsay.model import Modifier, Span


def read(content: str) -> list[tuple[str, Number]]:
    words = tuple(tokens(content, Span(0, len(content))))
    return [(content[words[n.first].start : words[n.last - 1].end], n) for n in numbers(words, 0, len(words), NUMBERS)]


VALUES = [
    ("12 people", "12", 12),
    ("12,300 people", "12,300", 12300),
    ("12.300 people", "12.300", 12300),
    ("12 300 people", "12 300", 12300),
    ("1,00,000 people", "1,00,000", 100000),
    ("1,234,567 people", "1,234,567", 1234567),
    ("2.3 million people", "2.3 million", 2300000),
    ("1.5m people", "1.5m", 1500000),
    ("40k people", "40k", 40000),
    ("2 lakh people", "2 lakh", 200000),
    ("3 crore people", "3 crore", 30000000),
    ("half a million people", "half a million", 500000),
    ("a quarter of a million people", "quarter of a million", 250000),
    ("two and a half million people", "two and a half million", 2500000),
    ("a dozen people", "a dozen", 12),
    ("half a dozen people", "half a dozen", 6),
    ("two dozen people", "two dozen", 24),
    ("twenty-one people", "twenty-one", 21),
    ("one hundred and twenty people", "one hundred and twenty", 120),
    ("three thousand two hundred and five people", "three thousand two hundred and five", 3205),
    ("no one", "no one", 0),
    ("nobody", "nobody", 0),
    ("a couple of people", "a couple", 2),
    ("2031 people", "2031", 2031),
    ("three dozens of people", "three dozens", 36),
    ("3 million and a half people", "3 million and a half", 3500000),
    ("3 hundred and 21", "3 hundred and 21", 321),
    ("two thirds of the 300 people", "two thirds of the 300", 200),
    ("half of the 40 people", "half of the 40", 20),
    ("١٢ people", "١٢", 12),
    ("١٬٢٠٤ people", "١٬٢٠٤", 1204),
]


@pytest.mark.parametrize(("content", "words", "value"), VALUES)
def test_values(content: str, words: str, value: int) -> None:
    ((found, number),) = read(content)
    assert (found, number.low, number.high) == (words, value, value)


@pytest.mark.parametrize(
    ("content", "low", "high"),
    [
        ("30 to 40 people", 30, 40),
        ("30-40 people", 30, 40),
        ("30 through 40 people", 30, 40),
        ("between 30 and 40 people", 30, 40),
        ("six or seven people", 6, 7),
        ("2 to 3 million people", 2000000, 3000000),
        ("estimates ranged from 6 to 18", 6, 18),
    ],
)
def test_ranges(content: str, low: int, high: int) -> None:
    ((_, number),) = read(content)
    assert (number.low, number.high, number.modifier) == (low, high, Modifier.RANGE)


@pytest.mark.parametrize("content", ["rose from 9 to 12", "9, 12 and", "12 and 9", "40 to 30"])
def test_two_numbers_that_are_no_range(content: str) -> None:
    assert len(read(content)) == 2


@pytest.mark.parametrize(
    ("content", "modifier"),
    [
        ("at least 12 people", Modifier.AT_LEAST),
        ("no fewer than 12 people", Modifier.AT_LEAST),
        ("12 or more people", Modifier.AT_LEAST),
        ("12+ people", Modifier.AT_LEAST),
        ("more than 12 people", Modifier.MORE_THAN),
        ("some 12 people", Modifier.ABOUT),
        ("an estimated 12 people", Modifier.ABOUT),
        ("up to 12 people", Modifier.AT_MOST),
        ("no more than 12 people", Modifier.AT_MOST),
        ("fewer than 12 people", Modifier.FEWER_THAN),
        ("dozens of people", Modifier.VAGUE),
        ("hundreds of thousands of people", Modifier.VAGUE),
        ("several people", Modifier.VAGUE),
        ("a few people", Modifier.VAGUE),
        ("12 people", Modifier.EXACT),
    ],
)
def test_modifiers(content: str, modifier: Modifier) -> None:
    ((_, number),) = read(content)
    assert number.modifier is modifier


@pytest.mark.parametrize(
    "content",
    [
        "in 2031", "March 12", "12 March", "12 years", "a 12-year-old", "aged 12", "$12", "12%", "12 percent", "12 per cent",
        "the 12th", "7:30", "12 km", "12 tonnes", "500-pound", "Resolution 2334", "page 12", "flight 12", "12 times", "12 a day",
        "12 per week", "12.5", "two thirds", "three fifths of them", "nine point four", "two and a half",
        "one hundred twenty-fifth",
        "this one is", "twenty-one trillion", "192.168.1.2", "as many", "9" * 40, "one-third", "12/30",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_count(content: str) -> None:
    assert read(content) == []


def test_bounds_under_a_modifier() -> None:
    assert loosened(12, 12, Modifier.AT_LEAST) == (12, None)
    assert loosened(12, 12, Modifier.FEWER_THAN) == (None, 12)
    assert loosened(12, 12, Modifier.ABOUT) == (12, 12)


@given(st.integers(0, 10**9))
def test_digits_in_groups_keep_their_value(value: int) -> None:
    found = read(f"killed {value:,} people")
    dated = 1900 <= value <= 2100
    assert dated or [number.low for _, number in found] == [value]


@given(st.text(alphabet=st.characters(categories=["Nd", "Zs", "Po", "Pd", "Ll"]), max_size=80))
def test_any_characters(content: str) -> None:
    end = 0
    for _, number in read(content):
        assert number.lead <= number.first < number.last <= number.tail
        assert end <= number.first
        end = number.last
        for bound in (number.low, number.high):
            assert bound is None or 0 <= bound <= LARGEST
