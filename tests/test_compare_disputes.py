"""Quantities, incidents and spreads: in the stories, end to end, and by hand."""

import pytest

from hearsay.compare.accounts import accounts
from hearsay.compare.blocks import parsed
from hearsay.compare.disputes import Dispute, disputes
from hearsay.compare.incidents import incidents
from hearsay.compare.judged import judged
from hearsay.compare.spread import POLICIES, spreads
from hearsay.export.disputes import position_rows
from hearsay.ledger import State
from hearsay.model import Link, Modality, Modifier, Relation, SourceKind

from .claims import figure_claim
from .stories import compared, figures, gold, labels, relations

NAMES = ("ten-outlets", "change-of-basis", "rival-tolls", "two-sites")


@pytest.mark.parametrize("story", NAMES)
def test_the_quantities_of_a_story(story: str) -> None:
    names = labels(figures(story))
    found = {tuple(sorted(names[claim.id] for claim in one.claims)): one for one in compared(figures(story))}
    for quantity in gold(story)["quantities"]:
        one = found.get(tuple(quantity["figures"]))
        assert one is not None, f"{quantity['figures']} are not one quantity but {sorted(found)}"
        assert one.contested is quantity["contested"]
        assert list(one.bounds()) == quantity["bounds"]


@pytest.mark.parametrize("story", NAMES)
def test_the_relations_of_a_story(story: str) -> None:
    drawn = relations(compared(figures(story)), labels(figures(story)))
    wanted = gold(story)
    assert {each for each in drawn if each[1] != "includes"} == {tuple(each) for each in wanted["relations"]}
    assert {(left, right) for left, _, right in drawn} >= {tuple(each) for each in wanted["includes"]}


def test_two_sites_under_one_sum_are_shown_as_such() -> None:
    found = list(compared(figures("two-sites")))
    seldon = [one for one in found if parsed(one.block).place == "seldon"]
    (event,) = incidents("seldon", seldon, [one for one in found if one not in seldon])
    (merged,) = event.merged
    assert merged.sites == ("seldon", "varne")
    assert merged.sums
    assert [account.source.name for account in merged.alone] == ["officials"]
    assert merged.account.value.said not in {
        value.said for one in event.disputes for value in one.standing() if value.high is None
    }
    assert len(event.reports) == 4
    assert set(event.by_source()) >= {"officials"}


# --- people have the last word ------------------------------------------------------------------------------


def _one(*numbers: int) -> tuple[list[Dispute], list[str]]:
    claims = [figure_claim(number, speaker=f"Office of Ward {at}") for at, number in enumerate(numbers)]
    return disputes("b", claims), [claim.id for claim in claims]


def test_a_rejected_relation_is_left_out_and_a_rejected_quantity_parted() -> None:
    claims = [figure_claim(38, speaker="Office of Orlen"), figure_claim(61, speaker="Guard of Tolmar")]
    left, right = (claim.id for claim in claims)
    assert len(disputes("b", claims)) == 1
    assert disputes("b", claims)[0].contested
    kept = judged([(Link(right, left, Relation.CONTRADICTS), State.REJECTED)])
    assert not any(one.contested for one in disputes("b", claims, kept))
    parted = judged([(Link(left, right, Relation.SAME_QUANTITY), State.REJECTED)])
    assert len(disputes("b", claims, parted)) == 2
    proposed = judged([(Link(left, right, Relation.SAME_QUANTITY), State.PROPOSED)])
    assert len(disputes("b", claims, proposed)) == 1


def test_what_a_person_parted_is_not_joined_by_way_of_a_third() -> None:
    claims = [figure_claim(38, speaker=name) for name in ("Office of Orlen", "Guard of Tolmar", "Relief Union")]
    ids = [claim.id for claim in claims]
    word = judged([(Link(ids[0], ids[1], Relation.SAME_QUANTITY), State.REJECTED)])
    for one in disputes("b", claims, word):
        assert not {ids[0], ids[1]} <= {claim.id for claim in one.claims}


def test_an_accepted_link_is_kept_though_the_machine_would_not_draw_it() -> None:
    claims = [figure_claim(38), figure_claim(61, day="2031-06-29", speaker="Guard of Tolmar")]
    left, right = (claim.id for claim in claims)
    assert len(disputes("b", claims)) == 2
    (one,) = disputes("b", claims, judged([(Link(left, right, Relation.CONTRADICTS), State.ACCEPTED)]))
    assert [(each.relation, each.judged) for each in one.stands] == [(Relation.CONTRADICTS, True)]


# --- many reports, few numbers ------------------------------------------------------------------------------


def test_repeats_are_one_account() -> None:
    claims = [figure_claim(38, report=f"r{n}", speaker="Mirel Ostane", kind=SourceKind.PERSON) for n in range(50)]
    claims += [figure_claim(61, report=f"s{n}", speaker="Highland Columns") for n in range(50)]
    (one,) = disputes("b", claims)
    assert [(account.source.name, account.reports) for account in one.accounts] == [
        ("Mirel Ostane", 50),
        ("Highland Columns", 50),
    ]
    assert len(one.stands) == 1


def test_events_of_one_place_on_days_far_apart_are_not_one() -> None:
    claims = [figure_claim(n, day=f"2031-06-{n:02}", speaker=f"Office of Ward {n % 3}") for n in range(1, 29, 3)]
    assert len(disputes("b", claims)) == len(claims)


def test_a_place_that_is_struck_daily_has_many_events() -> None:
    claims = [figure_claim(38, day=f"2031-06-{n:02}", speaker=f"Office of Ward {n}") for n in range(1, 25)]
    assert len(disputes("b", claims)) >= 6


def test_a_report_without_a_day_joins_the_last_event_before_it() -> None:
    first, second = figure_claim(38, day="2031-06-01"), figure_claim(12, day="2031-06-09", speaker="Relief Union")
    late = figure_claim(14, day=None, published="2031-06-11", speaker="Guard of Tolmar")
    found = disputes("b", [first, second, late])
    assert sorted(sorted(claim.words for claim in one.claims) for one in found) == [["12", "14"], ["38"]]


# --- spreads --------------------------------------------------------------------------------------------------


def test_spreads_under_each_policy() -> None:
    (one,), _ = _one(38, 38, 61)
    found = {each.policy: (each.low, each.best, each.high) for each in spreads(one)}
    assert found == {
        "ucdp": (38, 38, 61), "airwars": (38, None, 61), "iraq-body-count": (38, None, 38), "acled": (38, 38, 38),
    }  # fmt: skip
    assert set(found) == set(POLICIES)
    assert all(each.why for each in spreads(one))


def test_one_origin_is_provisional_for_iraq_body_count() -> None:
    (one,), _ = _one(38, 38)
    alone = POLICIES["iraq-body-count"](one, lambda _: 1)
    assert (alone.low, alone.high) == (None, None)
    assert "provisional" in alone.why


def test_vague_words_and_contested_status() -> None:
    claims = [figure_claim(None, modifier=Modifier.VAGUE, words="dozens", speaker="Office of Orlen")]
    (one,) = disputes("b", claims)
    assert POLICIES["acled"](one).best == 12
    both = [figure_claim(17, who="civilians"), figure_claim(17, who="militants", speaker="Guard of Tolmar")]
    (two,) = disputes("b", both)
    assert (POLICIES["airwars"](two).low, two.contested) == (0, True)


@pytest.mark.parametrize("held", [Modality.FEARED, Modality.PRESUMED, Modality.EXPECTED])
def test_what_is_only_feared_contradicts_nobody_and_enters_no_spread(held: Modality) -> None:
    claims = [figure_claim(38), figure_claim(200, speaker="Office of Orlen", modality=held)]
    (one,) = disputes("b", claims)
    assert (one.contested, one.bounds(), one.differs) == (False, (38, 38), ("modality", "value"))
    (stand,) = one.stands
    assert stand.relation is Relation.SAME_QUANTITY
    assert f"200 {held.value}" in stand.reason
    assert {each.policy: each.high for each in spreads(one)} == {
        "ucdp": 38, "airwars": 38, "iraq-body-count": None, "acled": 38,
    }  # fmt: skip
    assert [account.modality for account in one.accounts] == ["", held.value]
    assert [row["says"] for row in position_rows(one)] == ["38", f"200 {held.value}"]


def test_a_feared_number_bears_no_reported_one_out() -> None:
    claims = [figure_claim(38), figure_claim(38, speaker="Office of Orlen", modality=Modality.FEARED)]
    (one,) = disputes("b", claims)
    assert [stand.relation for stand in one.stands] == [Relation.SAME_QUANTITY]
    assert POLICIES["iraq-body-count"](one).low is None
    said = [figure_claim(38), figure_claim(38, speaker="Office of Orlen")]
    assert POLICIES["iraq-body-count"](disputes("b", said)[0]).low == 38


def test_what_two_fear_can_both_be() -> None:
    claims = [figure_claim(n, speaker=f"Office of Ward {n}", modality=Modality.FEARED) for n in (90, 200)]
    (one,) = disputes("b", claims)
    assert (one.contested, one.bounds()) == (False, (None, None))
    part = [figure_claim(90, who="children", modality=Modality.FEARED), figure_claim(38, speaker="Office of Orlen")]
    assert not any(each.contested for each in disputes("b", part))


def test_a_feared_number_beside_it_makes_no_number_a_part() -> None:
    """A page that counts 12 and fears for 200 gives the 12 as all that are counted."""
    claims = [
        figure_claim(12, report="one", day=None, place=None),
        figure_claim(200, report="one", day=None, place=None, modality=Modality.FEARED),
    ]
    assert [account.minor for account in accounts(claims)] == [False, False]


def test_denied_and_given_up_numbers_are_no_part_of_a_spread() -> None:
    claims = [
        figure_claim(58, published="2031-06-10"),
        figure_claim(131, published="2031-06-20", shade="admits"),
        figure_claim(340, speaker="Guard of Tolmar", shade="denies"),
    ]
    bounds = [one.bounds() for one in disputes("b", claims)]
    assert (131, 131) in bounds
    assert all(340 not in each for each in bounds)


def test_swapping_the_names_of_two_sides_swaps_the_outcome_and_nothing_else() -> None:
    def told(one: str, two: str) -> list[str]:
        claims = [
            figure_claim(58, report="a", who="fighters", speaker=f"{one} Command", context="58 of its fighters were killed."),
            figure_claim(340, report="b", who="enemy fighters", speaker=f"{two} Command", context="340 enemy fighters died."),
            figure_claim(190, report="c", who=f"{two} soldiers", speaker=f"{one} Command"),
        ]
        found = disputes("b", claims)
        return sorted(f"{each.who}: {each.bounds()} {[stand.reason for stand in each.stands]}" for each in found)

    swapped = [
        line.replace("orlen", "?").replace("tessary", "orlen").replace("?", "tessary") for line in told("Tessary", "Orlen")
    ]
    assert told("Orlen", "Tessary") == sorted(swapped)
    assert len(swapped) == 2
