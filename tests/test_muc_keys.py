"""The keys of the MUC reports: how they are read, and which figures count as found, missed and wrong."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.muc_keys import DEV, KIDNAPPED, Item, Judged, Ours, figures, items, judged, matching, measure, reports, templates
from hearsay.model import Measure

KILLED, INJURED = frozenset({Measure.KILLED}), frozenset({Measure.INJURED})
TEXTS = """DEV-MUC3-0001 (OWN)

   VARNE, 3 JUN 31 -- [TEXT] ABOUT 40 MILLERS WERE KIDNAPPED IN TOLM.
FIVE BAKERS WERE KILLED AND AT LEAST SIX WEAVERS WERE WOUNDED.

DEV-MUC3-0002 (OWN)

   VARNE, 4 JUN 31 -- [TEXT] A FERRY WAS LATE.  NOBODY MINDED.
"""


def template(message: str, number: int | str, kind: str, *slots: tuple[str, str]) -> str:
    """A template in the form of the keys, with the slots that are read."""
    named = (("MESSAGE: ID", message), ("MESSAGE: TEMPLATE", str(number)), ("INCIDENT: TYPE", kind), *slots)
    numbers = {"MESSAGE: ID": 0, "MESSAGE: TEMPLATE": 1, "INCIDENT: TYPE": 4, "HUM TGT: NAME": 18, "HUM TGT: DESCRIPTION": 19}
    numbers |= {"HUM TGT: NUMBER": 21, "HUM TGT: EFFECT OF INCIDENT": 23, "HUM TGT: TOTAL NUMBER": 24}
    return "\n".join(_slot(numbers[name], name, value) for name, value in named) + "\n"


def _slot(number: int, name: str, value: str) -> str:
    first, *rest = value.split("\n")
    return "\n".join([f"{number}.".ljust(4) + name.ljust(32) + first, *(" " * 36 + line for line in rest)])


KEYS = "\n".join(
    (
        template(
            "DEV-MUC3-0001 (OWN)",
            1,
            "ATTACK",
            ("HUM TGT: NAME", '"TAVIS ORREND"'),
            ("HUM TGT: DESCRIPTION", '"BAKERS"\n"WEAVERS"'),
            ("HUM TGT: NUMBER", '1: "TAVIS ORREND"\n5: "BAKERS"\n6-: "WEAVERS"'),
            ("HUM TGT: EFFECT OF INCIDENT", 'DEATH: "TAVIS ORREND"\nDEATH: "BAKERS"\nINJURY: "WEAVERS"'),
            ("HUM TGT: TOTAL NUMBER", "12"),
        ),
        ";;; a remark between two templates",
        template(
            "DEV-MUC3-0001 (OWN)",
            2,
            "KIDNAPPING",
            ("HUM TGT: DESCRIPTION", '"MILLERS"'),
            ("HUM TGT: NUMBER", '~40: "MILLERS"'),
            ("HUM TGT: EFFECT OF INCIDENT", "-"),
        ),
        template("DEV-MUC3-0002 (OWN)", "*", "*", ("HUM TGT: NUMBER", "*")),
    )
)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / DEV
    folder.mkdir(parents=True)
    (folder / "key-dev-0001.muc4").write_text(KEYS, encoding="latin-1")
    (folder / "dev-muc3-0001-0002").write_text(TEXTS, encoding="latin-1")
    return tmp_path


def of(*slots: tuple[str, str], kind: str = "ATTACK", number: str = "1") -> list[Item]:
    """The items of one template."""
    ((_, read),) = templates(template("DEV-MUC3-0009 (OWN)", number, kind, *slots))
    return list(items(read))


def test_templates_are_read_line_by_line() -> None:
    found = list(templates(KEYS))
    assert [message for message, _ in found] == ["DEV-MUC3-0001", "DEV-MUC3-0001", "DEV-MUC3-0002"]
    assert found[0][1]["HUM TGT: NUMBER"] == ['1: "TAVIS ORREND"', '5: "BAKERS"', '6-: "WEAVERS"']
    attack = list(items(found[0][1]))
    assert attack == [
        Item(KILLED, frozenset({1}), frozenset({"tavis", "orrend"}), named=True),
        Item(KILLED, frozenset({5}), frozenset({"bakers"})),
        Item(INJURED, frozenset({6}), frozenset({"weavers"})),
        Item(KILLED | INJURED, frozenset({12}), frozenset(), optional=True),
    ]
    assert list(items(found[1][1])) == [Item(KIDNAPPED, frozenset({40}), frozenset({"millers"}))]


@pytest.mark.parametrize(
    ("number", "effect", "measures", "numbers", "optional"),
    [
        ("5", "DEATH", KILLED, {5}, False),
        ("10 / 12-", "DEATH", KILLED, {10, 12}, False),
        ("6-8", "INJURY", INJURED, {6, 8}, False),
        ("? 5", "DEATH", KILLED, {5}, True),
        ("5", "? INJURY / DEATH", KILLED | INJURED, {5}, True),
        ("10 / PLURAL", "DEATH", KILLED, {10}, True),
        ("5", "(INJURY / DEATH)", KILLED | INJURED, {5}, False),
    ],
)
def test_an_item_has_an_effect_and_numbers(
    number: str, effect: str, measures: frozenset[Measure], numbers: set[int], optional: bool
) -> None:
    found = of(("HUM TGT: NUMBER", f'{number}: "BAKERS"'), ("HUM TGT: EFFECT OF INCIDENT", f'{effect}: "BAKERS"'))
    assert found == [Item(measures, frozenset(numbers), frozenset({"bakers"}), optional)]


@pytest.mark.parametrize(
    ("number", "effect"), [("PLURAL", "DEATH"), ("5", "NO INJURY OR DEATH"), ("5", "NO DEATH"), ("5", "NO INJURY / NO DEATH")]
)
def test_what_has_no_number_or_no_harm_is_no_item(number: str, effect: str) -> None:
    assert of(("HUM TGT: NUMBER", f'{number}: "BAKERS"'), ("HUM TGT: EFFECT OF INCIDENT", f'{effect}: "BAKERS"')) == []


def test_a_template_in_doubt_is_optional() -> None:
    slots = ("HUM TGT: NUMBER", '5: "BAKERS"'), ("HUM TGT: EFFECT OF INCIDENT", 'DEATH: "BAKERS"')
    assert [one.optional for one in of(*slots, number="3 (OPTIONAL)")] == [True]


def item(*numbers: int, optional: bool = False, target: str = "bakers") -> Item:
    return Item(KILLED, frozenset(numbers), frozenset({target}), optional)


def ours(*numbers: int, words: str = "bakers", what: Measure = Measure.KILLED) -> Ours:
    return Ours(what, frozenset(numbers), frozenset({words}))


@pytest.mark.parametrize(
    ("wanted", "found", "right", "missed", "wrong"),
    [
        ([item(5)], [ours(5)], 1, 0, 0),
        ([item(5)], [ours(6)], 0, 1, 1),
        ([item(5)], [ours(5, what=Measure.INJURED)], 0, 1, 1),
        ([item(5)], [ours(5), ours(5)], 1, 0, 0),  # a repetition
        ([item(5)], [ours(7), ours(7)], 0, 1, 1),  # wrong once
        ([item(5), item(5)], [ours(5)], 1, 1, 0),  # a figure serves one item
        ([item(5, 6), item(5)], [ours(5), ours(6)], 2, 0, 0),  # as many as can be
        ([item(5, optional=True)], [ours(5)], 0, 0, 0),
        ([item(5, optional=True)], [], 0, 0, 0),
        ([item(5, optional=True), item(5)], [ours(5)], 1, 0, 0),
    ],
)
def test_what_is_right_missed_and_wrong(wanted: list[Item], found: list[Ours], right: int, missed: int, wrong: int) -> None:
    one = Judged("m", wanted, found)
    assert (len(one.right()), len(one.missed), len(one.wrong)) == (right, missed, wrong)


def test_with_its_target_a_word_must_be_shared() -> None:
    assert matching([item(5)], [ours(5, words="weavers")]) == {0: 0}
    assert matching([item(5)], [ours(5, words="weavers")], target=True) == {}
    assert matching([item(5)], [ours(5)], target=True) == {0: 0}


NUMBERS = st.lists(st.sets(st.integers(1, 4), min_size=1, max_size=2), max_size=5)


@given(NUMBERS, NUMBERS)
def test_the_matching_is_a_largest_one(left: Sequence[set[int]], right: Sequence[set[int]]) -> None:
    wanted, found = [item(*one) for one in left], [ours(*one) for one in right]
    assigned = matching(wanted, found)
    assert all(found[at].fits(wanted[one]) for one, at in assigned.items())
    assert len(set(assigned.values())) == len(assigned)
    assert len(assigned) == _largest(wanted, found)


def _largest(wanted: list[Item], found: list[Ours]) -> int:
    if not wanted:
        return 0
    head, rest = wanted[0], wanted[1:]
    fits = [at for at, one in enumerate(found) if one.fits(head)]
    return max([_largest(rest, found), *(1 + _largest(rest, found[:at] + found[at + 1 :]) for at in fits)])


def test_reports_are_told_apart_and_read_in_capitals() -> None:
    found = dict(reports(TEXTS))
    assert list(found) == ["DEV-MUC3-0001", "DEV-MUC3-0002"]
    read = figures(found["DEV-MUC3-0001"])
    assert [(one.measure, set(one.numbers)) for one in read] == [
        (Measure.ABDUCTED, {40}),
        (Measure.KILLED, {5}),
        (Measure.INJURED, {6}),
    ]
    assert figures(found["DEV-MUC3-0002"]) == []


def test_the_scores_are_of_items_and_figures(shared: Path) -> None:
    one, two = judged(shared / DEV)
    assert [item.target for item in one.missed] == [{"tavis", "orrend"}]
    assert (one.wrong, two.items) == ([], [])
    found = measure(shared)
    assert found["items"] == 4
    assert (found["precision"], found["recall"], found["recall, counted"], found["recall, named"]) == (100, 75, 100, 0)
    assert found["recall, with its target"] == 75
    assert (found["two and more, items"], found["two and more, F1"]) == (3, 100)
    assert found["F1"] == pytest.approx(2 * 75 / 175 * 100)


def test_a_key_without_its_report_is_named(shared: Path) -> None:
    (shared / DEV / "dev-muc3-0001-0002").write_text("DEV-MUC3-0002 (OWN)\n\n   NOTHING.\n", encoding="latin-1")
    with pytest.raises(LookupError, match="no report for the keys of DEV-MUC3-0001"):
        measure(shared)
