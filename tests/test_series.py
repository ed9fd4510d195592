"""Running totals over time: what becomes a point, what is derived, and what is kept out."""

import pytest

from hearsay.claims.base import Claim
from hearsay.model import Measure, Modality, Modifier, Polarity, Precision, Scope
from hearsay.series.keys import Naming
from hearsay.series.line import series
from hearsay.series.steps import Remark

from .totals import amounts, day, line, remarks, total

# --- points ---------------------------------------------------------------------------------------------


def test_a_total_is_of_the_day_that_its_words_name() -> None:
    made = line([total(640, day(9), until=day(7)), total(700, day(10))])
    assert [(point.day.isoformat(), point.stated) for point in made.points] == [(day(7), True), (day(10), False)]


def test_a_month_stays_a_month() -> None:
    (point,) = line([total(640, "2031-06")]).points
    assert (point.first.isoformat(), point.day.isoformat(), point.precision) == ("2031-06-01", "2031-06-30", Precision.MONTH)


def test_a_total_of_no_known_day_is_counted_as_left_out() -> None:
    made = series([total(640, None)])
    assert (made.lines, made.left_out) == ((), {"no day known": 1})


def test_what_is_no_running_total_stays_out() -> None:
    kept_out = [
        total(38, day(1), scope=Scope.INCIDENT),
        total(39, day(1), scope=Scope.UNKNOWN),
        total(40, day(1), polarity=Polarity.DENIED),
        _vague(),
        total(41, day(2), scope=Scope.PERIOD, since=None),
    ]
    made = series([*kept_out, total(640, day(3))])
    assert [amounts(one) for one in made.lines] == [["640"]]
    assert made.left_out == {
        "a stretch without both ends": 1,
        "denied": 1,
        "no number": 1,
        "of one incident": 1,
        "over what is not known": 1,
    }
    assert [claim.words for claim in made.denied] == ["40"]


def _vague() -> Claim:
    from msgspec.structs import replace as changed

    one = total(12, day(1), text="vague")
    return changed(one, finding=changed(one.finding, low=None, high=None, modifier=Modifier.VAGUE))


def test_stretches_lie_beside_the_line_of_their_source() -> None:
    made = line([total(640, day(9)), total(57, day(9), scope=Scope.PERIOD, since=day(1), until=day(7))])
    assert amounts(made) == ["640"]
    assert [(bar.start.isoformat(), bar.end.isoformat(), str(bar.amount)) for bar in made.bars] == [(day(1), day(7), "57")]


def test_a_relay_is_no_source_of_its_own() -> None:
    direct = total(640, day(9), outlet="Pellam Wire")
    relayed = total(640, day(9), outlet="Radio Ambel", via=["Lowland Herald"])
    (point,) = line([relayed, direct]).points
    assert point.via == ("Lowland Herald",)
    assert set(point.outlets) == {"Pellam Wire", "Radio Ambel"}
    assert len(point.claims) == 2


def test_an_undated_repetition_in_another_outlet_is_the_same_point() -> None:
    made = line([total(640, day(9)), total(640, day(11), outlet="Courier")])
    assert [point.day.isoformat() for point in made.points] == [day(9)]


@pytest.mark.parametrize(
    "again",
    [
        total(640, day(10)),  # the same outlet: the total stays, and that is news
        total(640, day(10), outlet="Courier", until=day(10)),  # the words give the day
        total(640, day(13), outlet="Courier"),  # too late to be taken for the same
        total(641, day(10), outlet="Courier"),
    ],
)
def test_what_is_a_point_of_its_own(again: Claim) -> None:
    assert len(line([total(640, day(9)), again]).points) == 2


def test_sources_are_kept_apart_and_an_article_before_a_name_is_no_difference() -> None:
    made = series([total(640, day(9)), total(655, day(10), "the joint relief office"), total(700, day(10), "Sedrin Assembly")])
    assert [amounts(one) for one in made.lines] == [["640", "655"], ["700"]]


def test_names_are_lined_up_by_whoever_knows_them() -> None:
    claims = [total(640, day(9)), total(655, day(10), "the relief office")]
    assert len(series(claims).lines) == 2
    known = Naming(source=lambda words, _: words.casefold().removeprefix("the ").removeprefix("joint "))
    assert [amounts(one) for one in series(claims, known).lines] == [["640", "655"]]


def test_groups_and_places_and_harms_are_kept_apart() -> None:
    claims = [
        total(640, day(9)),
        total(118, day(9), who="women"),
        total(212, day(9), place="Sedrin"),
        total(80, day(9), measure=Measure.INJURED),
        total(641, day(9), modality=Modality.FEARED),
    ]
    assert len(series(claims).lines) == 5


def test_people_and_deaths_are_one_group() -> None:
    assert amounts(line([total(640, day(9), who="deaths"), total(655, day(10), who="people")])) == ["640", "655"]


def test_nobody_named_is_no_outlet() -> None:
    from msgspec.structs import replace as changed

    from hearsay.claims.base import Voice

    unsaid = changed(total(640, day(9), None), voices=(Voice("h1:v"),))
    assert [one.source for one in series([unsaid, total(641, day(9), None)]).lines] == [
        "nobody named (Pellam Wire)",
        "Pellam Wire",
    ]


# --- revisions ------------------------------------------------------------------------------------------


def test_a_later_word_on_the_same_day_is_a_revision() -> None:
    first, second = total(640, day(9), until=day(8)), total(652, day(11), until=day(8), outlet="Courier")
    made = line([second, first, total(700, day(12))])
    assert [(point.revises, point.revised_by) for point in made.points] == [
        (None, second.id),
        (first.id, None),
        (None, None),
    ]
    assert [str(step.amount) for step in made.steps] == ["48"]


def test_where_nothing_tells_the_order_it_is_said_so() -> None:
    made = line([total(600, day(7)), total(640, day(9), until=day(8)), total(652, day(9), until=day(8), outlet="Courier")])
    assert [point.ordered for point in made.points] == [True, True, False]
    assert remarks(made.steps[0]) == [Remark.ORDER]


def test_a_time_of_day_tells_the_order() -> None:
    morning, evening = total(640, day(9) + "T08:00:00+01:00"), total(652, day(9) + "T18:00:00+01:00", outlet="Courier")
    made = line([evening, morning])
    assert amounts(made) == ["640", "652"]
    assert made.points[1].ordered


# --- starts ---------------------------------------------------------------------------------------------


def test_totals_from_different_days_that_run_side_by_side_are_two_lines() -> None:
    made = series([total(702, day(17)), total(212, day(17), since=day(0)), total(710, day(19))])
    assert [(one.key.start, amounts(one)) for one in made.lines] == [("2031-05-02", ["702", "710"]), (day(0), ["212"])]


def test_a_total_without_a_start_joins_the_only_one() -> None:
    assert amounts(line([total(702, day(17)), total(710, day(18), since=None)])) == ["702", "710"]


def test_a_total_without_a_start_joins_none_of_two() -> None:
    assert len(series([total(702, day(17)), total(212, day(17), since=day(0)), total(710, day(18), since=None)]).lines) == 3


def test_a_later_start_after_the_last_total_is_a_new_phase() -> None:
    made = line([total(640, day(7)), total(702, day(9)), total(12, day(11), since=day(10)), total(20, day(13), since=day(10))])
    assert [point.phase for point in made.points] == [0, 0, 1, 1]
    assert [(str(step.amount), remarks(step)) for step in made.steps] == [("62", []), ("?", [Remark.RESET]), ("8", [])]
    assert not made.steps[1].comparable


def test_a_count_that_begins_again_without_a_word() -> None:
    made = line(total(n, day(i)) for i, n in enumerate([640, 660, 30, 45, 52]))
    assert [point.phase for point in made.points] == [0, 0, 1, 1, 1]


def test_one_low_total_at_the_end_is_a_drop_until_more_come() -> None:
    made = line(total(n, day(i)) for i, n in enumerate([640, 660, 30]))
    assert [remarks(step) for step in made.steps] == [[], [Remark.DROP]]


def test_levels_that_fall_far_do_not_begin_again() -> None:
    made = line(total(n, day(i), measure=Measure.DETAINED) for i, n in enumerate([640, 660, 30, 45]))
    assert {point.phase for point in made.points} == {0}


def test_an_earlier_total_told_again_is_no_point_of_the_day() -> None:
    before = total(640, day(9), text="b", says="The toll is 702, up from 640")
    made = series([total(702, day(9), text="b"), before])
    assert [amounts(one) for one in made.lines] == [["702"]]
    assert made.left_out == {"told again as an earlier total, of a day that is not said": 1}


def test_what_the_speaker_denies_is_on_no_line() -> None:
    from msgspec.structs import replace as changed

    one = total(640, day(9))
    denied = changed(one, voices=(changed(one.voices[0], polarity=Polarity.DENIED),))
    made = series([denied])
    assert (made.lines, [claim.id for claim in made.denied]) == ((), [one.id])


def test_a_count_that_says_that_it_begins_again() -> None:
    again = total(400, day(2), says="The office now speaks of 400 dead")
    assert [point.phase for point in line([total(640, day(0)), total(660, day(1)), again]).points] == [0, 0, 0]
    again = total(400, day(2), says="The office began a new count this week: 400 dead")
    assert [point.phase for point in line([total(640, day(0)), total(660, day(1)), again]).points] == [0, 0, 1]


def test_a_slip_that_comes_back_is_a_drop_and_no_new_phase() -> None:
    made = line(total(n, day(i)) for i, n in enumerate([640, 660, 66, 671]))
    assert {point.phase for point in made.points} == {0}
    assert [remarks(step) for step in made.steps] == [[], [Remark.DROP], []]


# --- tables and switches --------------------------------------------------------------------------------


def test_rows_keep_what_was_said_apart_from_what_is_derived() -> None:
    from hearsay.series.rows import COLUMNS, DERIVED, rows

    late = total(57, day(16), scope=Scope.UNKNOWN, text="b", since=None, says="57 earlier deaths were added late")
    stretch = total(12, day(16), scope=Scope.PERIOD, since=day(1), until=day(7))
    made = list(rows(series([total(640, day(15)), total((700, 710), day(16), text="b"), late, stretch]).lines))
    assert [tuple(row) for row in made] == [COLUMNS] * 3
    assert [row["kind"] for row in made] == ["total", "total", "period"]
    assert (made[1]["low"], made[1]["high"], made[1]["as_of"]) == (700, 710, day(16))
    assert (made[1]["derived_rise_low"], made[1]["derived_rise_high"]) == (60, 70)
    assert (made[1]["derived_rest_low"], made[1]["derived_rest_high"]) == (3, 13)
    assert made[1]["derived_late"] == "57 registered late"
    assert all(made[0][name] in (None, "", 0) for name in DERIVED)
    assert (made[2]["since"], made[2]["as_of"], made[2]["low"]) == (day(1), day(7), 12)


def test_a_row_of_bars() -> None:
    from hearsay.series.rows import spark

    assert spark(line([total(640, day(0))])) == ""
    assert spark(line(total(n, day(i)) for i, n in enumerate((600, 640, 700)))) == "▁▃█"
    assert len(spark(line(total(n, day(n)) for n in range(100)))) == 32


def test_an_outlet_that_changes_its_source() -> None:
    from hearsay.series.switches import switches

    claims = [total(600, day(0), "A"), total(610, day(1), "A"), total(640, day(2), "B"), total(700, day(3), "A", outlet="Q")]
    found = switches(series(claims).lines)
    assert [(one.outlet, one.day.isoformat(), one.before, one.after, one.claim) for one in found] == [
        ("Pellam Wire", day(2), "A", "B", claims[2].id)
    ]


def test_a_part_of_the_days_keeps_what_was_derived_from_all() -> None:
    from hearsay.series.line import between

    whole = line(total(600 + 10 * i, day(i)) for i in range(5))
    part = between(whole, whole.points[2].day, whole.points[3].day)
    assert amounts(part) == ["620", "630"]
    assert [str(step.amount) for step in part.steps] == ["10", "10"]
