"""What is derived from running totals: increments, late additions, gaps, drops, jumps, changes of basis."""

import pytest

from hearsay.model import Measure, Modifier, Scope
from hearsay.series.line import series
from hearsay.series.steps import Remark

from .totals import amounts, day, line, remarks, total


def test_a_drop_is_flagged_and_kept() -> None:
    made = line([total(702, day(1)), total(690, day(2))])
    assert [(str(step.amount), remarks(step)) for step in made.steps] == [("-12", [Remark.DROP])]
    assert amounts(made) == ["702", "690"]


def test_a_drop_with_a_reason_is_a_revision_in_words() -> None:
    lower = total(690, day(2), says="The office lowered its total to 690 deaths")
    assert [remarks(step) for step in line([total(702, day(1)), lower]).steps] == [[Remark.LOWERED]]


@pytest.mark.parametrize("measure", [Measure.MISSING, Measure.DETAINED, Measure.DISPLACED, Measure.TRAPPED])
def test_levels_may_fall(measure: Measure) -> None:
    made = line([total(402, day(1), measure=measure), total(390, day(2), measure=measure)])
    assert [remarks(step) for step in made.steps] == [[]]


def test_intervals_that_touch_are_no_drop() -> None:
    made = line([total(31_000, day(1), modifier=Modifier.ABOUT), total(30_900, day(2))])
    assert [(str(step.amount), remarks(step)) for step in made.steps] == [("-720 to 520", [])]


def test_a_change_of_basis_is_no_drop() -> None:
    made = line([total(702, day(1), basis="all reported"), total(655, day(2), basis="fully identified")])
    assert [(step.comparable, remarks(step)) for step in made.steps] == [(False, [Remark.BASIS])]
    assert made.steps[0].flags[0].reason == "from all reported to fully identified"


def test_a_basis_is_read_from_the_words() -> None:
    claims = [
        total(702, day(1), says="The office counts all reported deaths: 702"),
        total(702, day(2), says="It now lists 702 dead, all of them fully identified"),
    ]
    made = line(claims)
    assert [point.basis for point in made.points] == ["all reported", "identified"]
    assert [remarks(step) for step in made.steps] == [[Remark.BASIS]]


def test_a_gap_is_measured_against_the_rhythm() -> None:
    daily = line(total(600 + i, day(i)) for i in (0, 1, 2, 4, 5, 9))
    assert [remarks(step) for step in daily.steps] == [[], [], [Remark.GAP], [], [Remark.GAP]]
    assert [flag.reason for step in daily.steps for flag in step.flags] == ["one day without a total", "3 days without a total"]
    weekly = line(total(600 + i, day(i)) for i in (0, 7, 14, 22, 36))
    assert [remarks(step) for step in weekly.steps] == [[], [], [], [Remark.GAP]]


def test_late_additions_are_taken_out_of_the_increment() -> None:
    late = total(
        57, day(16), "Ana Tellow", scope=Scope.PERIOD, since="2031-05-01", until="2031-05-31", text="bulletin",
        says="She said 57 deaths from May had been added to the overall count because they were registered late",
    )  # fmt: skip
    made = series([total(640, day(15)), total(702, day(16), text="bulletin"), late])
    (step,) = next(one for one in made.lines if one.points).steps
    assert [(one.how, str(one.amount), one.claim) for one in step.late] == [("registered late", "57", late.id)]
    assert (str(step.amount), str(step.rest)) == ("62", "5")
    assert remarks(step) == [Remark.LATE]


@pytest.mark.parametrize(
    ("says", "how"),
    [
        ("499 earlier deaths were accepted by a judicial committee", "accepted after review"),
        ("499 of them were added after a review", "accepted after review"),
        ("499 bodies were recovered from under the town hall", "found later"),
        ("499 people died of their wounds in hospital", "died of earlier wounds"),
        ("499 people were killed in the shelling", ""),
    ],
)
def test_the_ways_in_which_harm_comes_in_late(says: str, how: str) -> None:
    beside = total(499, day(16), scope=Scope.UNKNOWN, text="b", since=None, says=says)
    made = line([total(640, day(15)), total(1_171, day(16), text="b"), beside])
    assert [one.how for one in made.steps[0].late] == ([how] if how else [])


def test_a_late_figure_of_another_report_or_harm_explains_nothing() -> None:
    says = "499 earlier deaths were accepted by a committee"
    elsewhere = total(499, day(16), scope=Scope.UNKNOWN, text="other", since=None, says=says)
    injured = total(498, day(16), scope=Scope.UNKNOWN, text="b", since=None, says=says, measure=Measure.INJURED)
    made = line([total(640, day(15)), total(1_171, day(16), text="b"), elsewhere, injured])
    assert made.steps[0].late == ()


def test_the_dead_of_an_event_that_are_more_than_the_rise_explain_nothing() -> None:
    battle = total(417, day(16), scope=Scope.INCIDENT, text="b", since=None, says="417 of them died of their wounds later")
    (step,) = line([total(640, day(15)), total(702, day(16), text="b"), battle]).steps
    assert step.late == ()


def test_more_late_than_the_rise_is_shown_and_not_subtracted() -> None:
    late = total(99, day(16), scope=Scope.UNKNOWN, text="b", since=None, says="99 earlier deaths were added late")
    (step,) = line([total(640, day(15)), total(650, day(16), text="b"), late]).steps
    assert (str(step.amount), str(step.rest), len(step.late)) == ("10", "10", 1)


def test_words_without_an_amount_are_a_remark() -> None:
    says = "The toll rose to 702 after a review of the lists"
    (step,) = line([total(640, day(15)), total(702, day(16), says=says)]).steps
    assert [flag.reason for flag in step.flags] == ["accepted after review; how many is not said"]


def test_words_in_the_next_sentence_are_a_remark_too() -> None:
    says = "The office spoke of 702 dead. Some of them had been registered late, it said."
    (step,) = line([total(640, day(15)), total(702, day(16), says=says)]).steps
    assert [flag.reason for flag in step.flags] == ["registered late; how many is not said"]


def test_an_implausible_jump_is_flagged_and_never_removed() -> None:
    values = [10 * i for i in range(1, 12)] + [910] + [910 + 10 * i for i in range(1, 10)]
    made = line(total(n, day(i)) for i, n in enumerate(values))
    assert [i for i, step in enumerate(made.steps) if Remark.JUMP in remarks(step)] == [10]
    assert len(made.points) == len(values)


def test_a_jump_that_words_explain_is_none() -> None:
    values = [10 * i for i in range(1, 12)] + [910] + [910 + 10 * i for i in range(1, 10)]
    claims = [total(n, day(i), text=f"t{i}") for i, n in enumerate(values)]
    late = total(
        790, day(11), scope=Scope.UNKNOWN, text="t11", since=None, says="790 earlier deaths were accepted by a committee"
    )
    made = line([*claims, late])
    assert [remarks(step) for step in made.steps if step.flags] == [[Remark.LATE]]


def test_a_long_pause_is_no_jump() -> None:
    days = [*range(12), 31, *range(32, 40)]
    made = line(total(10 * i, day(i)) for i in days if i)
    assert [remarks(step) for step in made.steps if step.flags] == [[Remark.GAP]]
