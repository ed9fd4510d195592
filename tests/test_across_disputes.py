"""Quantities and incidents out of a ledger, through the commands too; what people judged has the last word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import hearsay
from hearsay.across import incidents as across_incidents
from hearsay.across.disputes import Wanted, every, of_block, of_claim
from hearsay.across.links import judge_link
from hearsay.errors import NotInLedger
from hearsay.model import Figure, Link, Relation
from hearsay.pipeline import Report
from hearsay.store.ledger import Ledger

from .commands import Run, rows
from .stories import STORIES, compared, figures

KATE = "person:kate"
STORY_NAMES = ("ten-outlets", "change-of-basis", "rival-tolls", "two-sites")
RIDGE = "killed|incident|quarrel ridge|2036-07"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the reports of every story."""
    path = tmp_path_factory.mktemp("stories") / "ledger"
    with Ledger.open(path) as held:
        for name in STORY_NAMES:
            for report in hearsay.read(STORIES / name / "reports"):
                assert isinstance(report, Report)
                held.add(report)
    return path


@pytest.fixture
def held(folder: Path) -> Iterator[Ledger]:
    with Ledger.open(folder, create=False) as ledger:
        yield ledger


@pytest.mark.parametrize("story", STORY_NAMES)
def test_a_ledger_tells_what_its_reports_tell(held: Ledger, story: str) -> None:
    there = {one.id: (one.bounds(), one.contested) for one in every(held, lone=True)}
    for one in compared(figures(story)):
        assert there[one.id] == (one.bounds(), one.contested)


def test_one_block_is_read_and_those_beside_it(held: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    whole = Ledger.claims

    def watched(self: Ledger, kind: object = None, **given: object) -> object:
        asked.append(given.get("block"))
        return whole(self, kind, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(Ledger, "claims", watched)
    assert [one.contested for one in of_block(held, RIDGE)] == [True, True]
    assert asked == [RIDGE, "killed|incident|quarrel ridge|2036-06", "killed|incident|quarrel ridge|2036-08"]


def test_the_quantity_of_a_figure(held: Ledger) -> None:
    claim = next(iter(held.claims(Figure, block=RIDGE)))
    found = of_claim(held, claim.id)
    assert found is not None
    assert claim.id in {one.id for one in found.claims}
    with pytest.raises(NotInLedger, match="no claim"):
        of_claim(held, "h1:" + "0" * 32)


def test_what_is_asked_for(held: Ledger) -> None:
    assert {one.block for one in every(held, Wanted(measure="killed", place="Quarrel"))} == {RIDGE}
    assert not list(every(held, Wanted(place="Quarrel", since="2036-08-01")))
    assert not list(every(held, Wanted(measure="displaced", place="Quarrel")))
    assert [one.place for one in across_incidents.every(held, Wanted(until="2033-12-31"))] == ["seldon", "varne"]


def test_a_sum_over_two_sites_in_a_ledger(held: Ledger) -> None:
    (seldon,) = (one for one in across_incidents.every(held, Wanted(place="Seldon")) if one.place == "seldon")
    (merged,) = seldon.merged
    assert merged.sums
    assert {site: bool(found) for site, found in merged.parts.items()} == {"seldon": True, "varne": True}


def test_people_have_the_last_word(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger") as held:
        for report in hearsay.read(STORIES / "rival-tolls" / "reports"):
            assert isinstance(report, Report)
            held.add(report)
        (drawn,) = [one for each in of_block(held, RIDGE) for one in each.stands if one.relation is Relation.DENIES]
        judge_link(held, Link(drawn.left, drawn.right, Relation.DENIES), KATE, accept=False)
        assert not [one for each in of_block(held, RIDGE) for one in each.stands if one.relation is Relation.DENIES]
        first, second, *others = of_block(held, RIDGE)
        link = Link(first.positions[0].id, second.positions[0].id, Relation.AGREES)
        judge_link(held, link, KATE, accept=True)
        found = of_block(held, RIDGE)
        assert len(found) == 1 + len(others)
        (joined,) = (each for each in found if link.left in {one.id for one in each.claims})
        assert [(one.left, one.right) for one in joined.stands if one.judged] == [(link.left, link.right)]


def test_an_event_at_the_end_of_a_month_is_shown_once(tmp_path: Path) -> None:
    texts = {
        "first": "Shelling at Corvane\n\nAshen Post, 30 June 2034\n\n"
        "The town hospital said that 38 people were killed in Corvane on 30 June. The mills were closed.\n",
        "second": "More dead at Corvane\n\nMill Courier, 2 July 2034\n\n"
        "The Relief Union said that 61 people were killed in Corvane. The mills have opened again.\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with Ledger.open(tmp_path / "ledger") as held:
        for report in hearsay.read(*(tmp_path / f"{name}.txt" for name in texts)):
            assert isinstance(report, Report)
            held.add(report)
        blocks = [f"killed|incident|corvane|2034-0{month}" for month in (6, 7)]
        assert {block for block, _ in held.blocks("killed", at_least=1)} == set(blocks)
        assert [[len(one.claims) for one in of_block(held, block)] for block in blocks] == [[2], []]
        assert [one.contested for one in every(held)] == [True]


def test_a_figure_that_is_rejected_is_told_no_more(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger") as held:
        for report in hearsay.read(STORIES / "rival-tolls" / "reports"):
            assert isinstance(report, Report)
            held.add(report)
        admitted = next(one for one in held.claims(Figure, block=RIDGE) if one.words == "131")
        held.judge(admitted.id, hearsay.model.Stance.REJECTED, KATE)
        assert not [one for each in of_block(held, RIDGE) for one in each.claims if one.words == "131"]


# --- commands -------------------------------------------------------------------------------------------------


def test_disputes_and_incidents_on_the_command_line(run: Run, folder: Path) -> None:
    shown = run("disputes", "--ledger", folder, "--place", "quarrel").stdout
    assert "killed, combatant (upland); one incident; quarrel ridge; 2036-07-02; 131 to 340" in shown
    assert "131\tcombatant (upland)\tUpland Command\t\trevises 58; contradicts at least 340\t2036-07-19\t1" in shown
    (seldon,) = list(rows(run("incidents", "--ledger", folder, "--place", "seldon", "--json")))
    assert seldon["merged"][0]["adds_up"] is True
    assert {spread["policy"] for each in seldon["quantities"] for spread in each["spreads"]} == {
        "ucdp", "airwars", "iraq-body-count", "acled",
    }  # fmt: skip
    assert run("disputes", "--ledger", folder, "--place", "nowhere").stdout == "No two accounts of one quantity.\n"
    assert "a sum" in run("incidents", "--ledger", folder, "--measure", "killed").stdout


def test_json_tells_every_account_and_relation(run: Run, folder: Path) -> None:
    found = rows(run("disputes", "--ledger", folder, "--measure", "killed", "--agreed", "--json"))
    toll = next(row for row in found if row["block"] == "killed|incident|hethin|2034-05" and len(row["accounts"]) > 2)
    assert sum(len(one["documents"]) for one in toll["accounts"]) >= 10
    assert not toll["contested"]
    ends = {id for row in found for one in row["relations"] for id in (one["left"], one["right"])}
    assert ends <= {one["id"] for row in found for one in row["accounts"]}
