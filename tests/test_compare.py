"""Figures across reports: blocks, values, groups, and how two accounts stand to each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.compare.accounts import account, accounts
from hearsay.compare.blocks import key, neighbours, parsed, plain
from hearsay.compare.disputes import disputes
from hearsay.compare.relations import DIRECTED, relate, relate_claims
from hearsay.compare.values import Fit, fit, larger, value
from hearsay.compare.who import Groups, axes, singular, told
from hearsay.compare.who import relate as relate_groups
from hearsay.compare.windows import Days, holds, meet
from hearsay.model import Figure, Modifier, Relation, Scope, SourceKind

from .claims import figure_claim

# --- whom a figure counts -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("people", "people"),
        ("bodies", "people"),
        ("civilians", "civilian"),
        ("militants", "combatant"),
        ("soldiers of the Northern Guard", "combatant (northern guard)"),
        ("Orlen villagers", "civilian (orlen)"),
        ("women", "adult female"),
        ("women and children", "adult and child"),
        ("aid workers", "aid worker"),
        ("civilians and soldiers", "civilian and combatant"),
        ("households", "family"),
        ("boys of sixteen", "child male"),
        ("own men", "adult male combatant"),
    ],
)
def test_axes_of_a_group(who: str, shown: str) -> None:
    assert told(axes(who)) == shown


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("people", "children", Groups.WIDER),
        ("soldiers", "people", Groups.NARROWER),
        ("soldiers", "militants", Groups.SAME),
        ("women", "children", Groups.DIFFERENT),
        ("civilians", "children", Groups.CROSSING),
        ("women and children", "children", Groups.WIDER),
        ("people", "families", Groups.DIFFERENT),
        ("Orvessan soldiers", "soldiers of Orvessa", Groups.SAME),
        ("soldiers of Orvessa", "soldiers of Sedrin", Groups.DIFFERENT),
    ],
)
def test_how_groups_stand_to_each_other(left: str, right: str, how: Groups) -> None:
    turned = {Groups.WIDER: Groups.NARROWER, Groups.NARROWER: Groups.WIDER}
    assert relate_groups(axes(left), axes(right)) is how
    assert relate_groups(axes(right), axes(left)) is turned.get(how, how)


def test_a_group_is_the_same_as_itself_and_sides_are_treated_alike() -> None:
    for who in ("people", "soldiers of Orvessa", "women and children", "aid workers"):
        assert relate_groups(axes(who), axes(who)) is Groups.SAME
    swapped = axes("soldiers of Sedrin")
    assert axes("soldiers of Orvessa").side == "orvessa"
    assert swapped.side == "sedrin"
    assert [singular(word) for word in ("enemies", "boys", "houses", "children", "policemen")] == [
        "enemy", "boy", "house", "child", "policeman",
    ]  # fmt: skip


# --- values as intervals --------------------------------------------------------------------------------


def _fit(left: tuple[int | None, Modifier], right: tuple[int | None, Modifier]) -> Fit:
    one, two = (figure_claim(number, modifier=modifier).finding for number, modifier in (left, right))
    assert isinstance(one, Figure)
    assert isinstance(two, Figure)
    return fit(value(one), value(two))


EXACT, ABOUT, LEAST, MOST, VAGUE = Modifier.EXACT, Modifier.ABOUT, Modifier.AT_LEAST, Modifier.AT_MOST, Modifier.VAGUE


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ((3000, ABOUT), (2950, EXACT), Fit.SAME),
        ((3000, ABOUT), (2600, EXACT), Fit.APART),
        ((8100, EXACT), (8120, EXACT), Fit.SAME),  # 8,100 is a round number
        ((38, EXACT), (39, EXACT), Fit.APART),
        ((500, LEAST), (500, EXACT), Fit.SAME),
        ((500, LEAST), (530, EXACT), Fit.SAME),
        ((38, LEAST), (61, EXACT), Fit.OPEN),
        ((38, LEAST), (29, EXACT), Fit.APART),
        ((96, MOST), (50, EXACT), Fit.OPEN),
        ((96, MOST), (97, EXACT), Fit.APART),
        ((None, VAGUE), (30, EXACT), Fit.OPEN),
        ((None, VAGUE), (5000, EXACT), Fit.APART),
        ((None, VAGUE), (None, VAGUE), Fit.SAME),
    ],
)
def test_values_fit_as_intervals(left: tuple[int | None, Modifier], right: tuple[int | None, Modifier], how: Fit) -> None:
    assert _fit(left, right) is how
    assert _fit(right, left) is how


MODIFIERS = st.sampled_from([EXACT, ABOUT, LEAST, MOST, Modifier.MORE_THAN, Modifier.FEWER_THAN])
NUMBERS = st.integers(1, 100_000)


@given(NUMBERS, MODIFIERS)
def test_a_value_holds_what_it_says_and_fits_itself(number: int, modifier: Modifier) -> None:
    one = figure_claim(number, modifier=modifier).finding
    assert isinstance(one, Figure)
    found = value(one)
    assert found.low <= found.said
    assert found.high is None or found.said <= found.high
    assert fit(found, found) is Fit.SAME
    assert not larger(found, found)


# --- days -----------------------------------------------------------------------------------------------

DATES = st.none() | st.dates(date(2031, 1, 1), date(2031, 3, 1))


def _days(first: date | None, last: date | None) -> Days:
    if first and last and last < first:
        first, last = last, first
    return Days(first, last, told=True)


@given(DATES, DATES, DATES, DATES)
def test_days_meet_whichever_is_asked_first(a: date | None, b: date | None, c: date | None, d: date | None) -> None:
    left, right = _days(a, b), _days(c, d)
    assert meet(left, right) == meet(right, left)
    if holds(left, right):
        assert meet(left, right)
        assert not holds(right, left)
    if meet(left, right, 0):
        assert meet(left, right)


# --- blocks ---------------------------------------------------------------------------------------------


def test_a_block_is_a_measure_a_scope_a_place_and_a_month() -> None:
    assert key(figure_claim(38)) == "killed|incident|brennoc|2031-06"
    assert key(figure_claim(38, place="the town of Brennoc")) == "killed|incident|brennoc|2031-06"
    assert key(figure_claim(38, day=None, place=None)) == "killed|incident||2031-06"
    total = figure_claim(702, scope=Scope.CUMULATIVE, window=("2031-05-02", None), published="2031-07-18")
    assert key(total) == "killed|total|since 2031-05|2031-07"
    assert key(figure_claim(4, day=None, published=None)) == "killed|incident|brennoc|"


def test_the_months_beside_a_block() -> None:
    assert neighbours("killed|incident|brennoc|2031-01") == ("killed|incident|brennoc|2030-12", "killed|incident|brennoc|2031-02")
    assert neighbours("killed|incident|brennoc|") == ()
    assert parsed("killed|incident|a|2031-01").month == "2031-01"
    with pytest.raises(ValueError, match="no key of a block"):
        parsed("killed")


@given(st.text(max_size=40))
def test_a_place_never_breaks_a_key(name: str) -> None:
    assert "|" not in plain(name)
    assert len(parsed(key(figure_claim(1, place=name or "x")))) == 4


# --- relations ------------------------------------------------------------------------------------------


def test_numbers_that_cannot_both_be_contradict() -> None:
    found = relate_claims(figure_claim(61, speaker="Highland Columns"), figure_claim(38, speaker="Mirel Ostane"))
    assert found.relation is Relation.CONTRADICTS
    assert found.differs == ("value",)
    assert "61" in found.reason


def test_scope_decides_first() -> None:
    total = figure_claim(38, scope=Scope.CUMULATIVE, window=("2031-06-09", None))
    found = relate_claims(total, figure_claim(61, speaker="Mirel Ostane"))
    assert found.relation is None
    assert "running total" in found.reason


def test_the_later_word_of_a_source_revises_the_earlier() -> None:
    early = figure_claim(58, published="2031-06-10")
    late = figure_claim(131, published="2031-06-25", shade="admits")
    found = relate_claims(early, late)
    assert (found.relation, found.left, found.right) == (Relation.REVISES, late.id, early.id)
    assert "admits" in found.reason


def test_two_numbers_of_one_source_in_one_report_revise_only_where_it_says_so() -> None:
    said = "It cut its count of the dead to 29 from 38 on Friday."
    new = figure_claim(29, report="r", context=said)
    old = figure_claim(38, report="r", context=said)
    assert account(old).retold
    assert not account(new).retold
    assert relate_claims(old, new).relation is Relation.REVISES
    other = figure_claim(12, report="r", context="At the bridge 12 died.")
    assert relate_claims(other, new).relation is None


def test_a_change_of_basis_is_named_and_is_no_contradiction() -> None:
    one = figure_claim(2900, who="children", basis="all reported", published="2031-06-10")
    two = figure_claim(1480, who="children", basis="identified", published="2031-06-20")
    found = relate_claims(one, two)
    assert found.relation is Relation.QUALIFIES
    assert "basis" in found.differs
    assert "identified" in found.reason


def test_a_basis_told_beside_an_earlier_number_is_that_of_the_later() -> None:
    said = "It cut its count of the dead to 29 from 38, and counts only those identified by relatives."
    new, old = account(figure_claim(29, report="r", context=said)), account(figure_claim(38, report="r", context=said))
    assert (new.basis, old.basis) == ("identified", "")
    found = relate(new, old)
    assert found.relation is Relation.REVISES
    assert "basis" in found.differs


def test_a_denial() -> None:
    denial = figure_claim(340, speaker="Upland Command", shade="denies")
    found = relate_claims(figure_claim(340, modifier=LEAST), denial)
    assert (found.relation, found.left) == (Relation.DENIES, denial.id)
    nobody = figure_claim(0, speaker="Upland Command", words="nobody")
    assert relate_claims(figure_claim(12), nobody).relation is Relation.DENIES


def test_a_part_is_included_unless_it_is_larger_than_its_whole() -> None:
    whole = figure_claim(38, speaker="Mirel Ostane")
    part = figure_claim(9, who="children")
    assert (relate_claims(part, whole).relation, relate_claims(part, whole).left) == (Relation.INCLUDES, whole.id)
    assert relate_claims(figure_claim(61, who="civilians"), whole).relation is Relation.CONTRADICTS
    known = figure_claim(38, who="people", part_of=whole.id)
    assert relate_claims(known, whole).relation is Relation.INCLUDES


def test_sides_by_the_words_beside_the_number() -> None:
    ours = figure_claim(58, who="fighters", speaker="Upland Command", context="It said that 58 of its fighters were killed.")
    theirs = figure_claim(340, who="enemy fighters", speaker="Lowmark General Staff", context="At least 340 enemy fighters died.")
    named = figure_claim(22, who="Lowmark soldiers", speaker="Plain Office")
    assert relate_claims(ours, theirs).relation is Relation.CONTRADICTS
    assert relate_claims(ours, named).relation is None
    assert relate_claims(theirs, named).relation is None


def test_running_totals_grow() -> None:
    begun = ("2031-05-02", None)
    one = figure_claim(643, scope=Scope.CUMULATIVE, window=begun, published="2031-06-10")
    two = figure_claim(702, scope=Scope.CUMULATIVE, window=begun, published="2031-06-18", speaker="Relief Office")
    less = figure_claim(600, scope=Scope.CUMULATIVE, window=begun, published="2031-06-18", speaker="Relief Office")
    assert relate_claims(one, two).relation is Relation.SAME_QUANTITY
    assert relate_claims(one, less).relation is Relation.CONTRADICTS
    other = figure_claim(643, scope=Scope.CUMULATIVE, window=("2031-01-01", None))
    assert relate_claims(one, other).relation is None


def test_a_period_holds_a_part_of_its_days() -> None:
    whole = figure_claim(90, scope=Scope.PERIOD, window=("2031-06-01", "2031-06-30"))
    part = figure_claim(20, scope=Scope.PERIOD, window=("2031-06-10", "2031-06-16"), speaker="Relief Office")
    more = figure_claim(95, scope=Scope.PERIOD, window=("2031-06-10", "2031-06-16"), speaker="Relief Office")
    assert relate_claims(whole, part).relation is Relation.INCLUDES
    assert relate_claims(whole, more).relation is Relation.CONTRADICTS


def test_days_beside_each_other_are_one_event_for_one_number_alone() -> None:
    one, same = figure_claim(38), figure_claim(38, day="2031-06-10", speaker="Relief Office")
    assert relate_claims(one, same).relation is Relation.AGREES
    assert relate_claims(one, figure_claim(12, day="2031-06-10", speaker="Relief Office")).relation is None
    assert relate_claims(one, figure_claim(38, day="2031-06-12", speaker="Relief Office")).relation is None


CLAIMS = st.builds(
    figure_claim,
    NUMBERS,
    speaker=st.sampled_from(["Northern Guard", "Highland Columns", "a source", None]),
    kind=st.sampled_from([SourceKind.INSTITUTION, SourceKind.ANONYMOUS]),
    who=st.sampled_from(["people", "children", "soldiers", "civilians", "enemy fighters"]),
    modifier=MODIFIERS,
    day=st.sampled_from([None, "2031-06-08", "2031-06-09"]),
    published=st.sampled_from(["2031-06-09", "2031-06-12", None]),
    shade=st.sampled_from(["says", "denies", "admits"]),
    scope=st.sampled_from([Scope.INCIDENT, Scope.CUMULATIVE, Scope.PERIOD]),
    basis=st.sampled_from(["", "identified", "all reported"]),
    place=st.sampled_from(["Brennoc", None]),
)


@given(CLAIMS, CLAIMS)
def test_it_does_not_matter_which_is_asked_first(left: object, right: object) -> None:
    one, two = account(left), account(right)  # type: ignore[arg-type]
    there, back = relate(one, two), relate(two, one)
    assert (there.relation, there.reason, there.confidence) == (back.relation, back.reason, back.confidence)
    if there.relation in DIRECTED and one.id != two.id:
        assert (there.left, there.right) == (back.left, back.right)
    else:
        assert {there.left, there.right} == {back.left, back.right}


@given(st.lists(CLAIMS, max_size=8), st.randoms())
def test_the_order_of_claims_does_not_matter(found: list[object], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = accounts(found), accounts(shuffled)  # type: ignore[arg-type]
    assert [account.id for account in one] == [account.id for account in two]
    left, right = disputes("b", found), disputes("b", shuffled)  # type: ignore[arg-type]
    assert [(each.id, each.stands, each.bounds()) for each in left] == [(each.id, each.stands, each.bounds()) for each in right]
    assert sorted(claim.id for each in left for claim in each.claims) == sorted(claim.id for claim in found)  # type: ignore[attr-defined]
