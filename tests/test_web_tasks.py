"""What people come to the room for, done on the demo's reports in exactly the steps that docs/tasks.md tells, from the home page
on. A step is a click, a key, or words typed into a field."""

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearsay.model import Attribution, Figure, Stance
from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app

from .across_demo import compared_demo
from .browser import serving
from .source import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Download, Locator, Page

TASKS = ROOT / "docs" / "tasks.md"


class Hand:
    """Somebody at the room's home page: what they do is counted."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.steps = 0

    def done(self) -> None:
        """A step is taken, and the page that it led to is there with its scripts."""
        self.steps += 1
        self.page.wait_for_load_state()

    def click(self, what: "Locator") -> None:
        what.click()
        self.done()

    def type(self, into: "Locator", words: str) -> None:
        into.fill(words)
        self.done()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.done()

    def choose(self, of: "Locator", title: str) -> None:
        of.select_option(label=title)
        self.done()

    def go(self, name: str) -> None:
        """To a page of the navigation."""
        self.click(self.page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True))

    def tab(self, name: str) -> None:
        """To a list of the ledger."""
        self.click(self.page.get_by_role("navigation", name="Types of findings").get_by_role("link", name=name))

    def facet(self, title: str, label: str) -> None:
        """Narrows a list by a value."""
        self.click(self.page.get_by_role("list", name=title, exact=True).get_by_role("link", name=label))

    def download(self, what: "Locator") -> "Download":
        with self.page.expect_download() as waited:
            self.click(what)
        return waited.value


@pytest.fixture(scope="module")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's reports, compared for copies."""
    return compared_demo(tmp_path_factory.mktemp("tasks") / "ledger")


@pytest.fixture
def folder(told_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(told_once, tmp_path / "ledger"))


@pytest.fixture
def hand(context: "BrowserContext", page: "Page", folder: Path) -> Iterator[Hand]:
    """Mira, at the home page."""
    with serving(create_app(folder)) as address:
        context.add_cookies([{"name": "hearsay_name", "value": "mira", "url": address}])
        page.goto(address + "/")
        yield Hand(page)


def written(number: int) -> int:
    """How many steps docs/tasks.md has for a task: its numbered lines, and the count in the heading, which must be the same."""
    part = TASKS.read_text("utf-8").split(f"\n## {number}. ")[1].partition("\n## ")[0]
    listed = len(re.findall(r"^\d+\. ", part, re.M))
    told = re.search(r"(\d+) steps?\b", part.splitlines()[0])
    assert told, f"task {number}: its heading has no count"
    assert int(told[1]) == listed, f"task {number}: the heading and the list differ"
    return listed


def test_1_who_first_gave_a_figure(hand: Hand) -> None:
    page = hand.page
    hand.go("Origins")
    hand.type(page.get_by_label("Number, words of the passage, or an id"), "417 Tolmar")
    hand.press("Enter")
    hand.click(page.get_by_role("link", name="Where 417 comes from").first)
    told = page.locator(".first-told").inner_text()
    assert "first told in this ledger on 2031-06-15 by" in told
    assert "OSNA" in told
    assert hand.steps == written(1)


def test_2_a_speaker_is_corrected(hand: Hand, folder: Path) -> None:
    page = hand.page
    hand.go("Ledger")
    hand.type(page.get_by_role("searchbox"), '"our wounded"')
    hand.press("Enter")
    hand.click(page.get_by_role("link", name=re.compile("^Edit: ")).first)
    hand.type(page.locator('.editing input[name="source.name"]'), "Sena Dravick of the Sedrin Assembly")
    hand.press("Enter")
    page.locator(".toast").wait_for()
    with Ledger.open(folder) as held:
        names = [claim.speaker for claim in held.claims(Attribution)]
    assert "Sena Dravick of the Sedrin Assembly" in names
    assert hand.steps == written(2)


def test_3_all_denials_of_one_side(hand: Hand) -> None:
    page = hand.page
    hand.go("Ledger")
    hand.click(page.get_by_role("link", name="say who speaks for whom"))
    for name in ("Ministry of Defence", "Vard Hossin"):
        hand.click(page.get_by_role("checkbox", name=name, exact=True))
    hand.type(page.get_by_label("Put the ticked names under"), "Orvessa")
    hand.press("Enter")
    hand.click(page.get_by_role("link", name="Back to the ledger"))
    hand.facet("Side", "Orvessa")
    hand.facet("Polarity", "denied")
    rows = page.locator("table.rows tbody tr")
    assert rows.count() >= 2
    for row in rows.all():
        assert row.locator(".c-speaker").inner_text().startswith(("Ministry of Defence", "Vard Hossin"))
        assert "denied" in row.locator(".c-cue").inner_text()
    assert hand.steps == written(3)


def test_4_the_figures_of_a_year_are_taken_along(hand: Hand, folder: Path) -> None:
    page = hand.page
    hand.go("Ledger")
    hand.tab("Figures")
    hand.facet("Published", "all of 2031")
    hand.click(page.locator("summary", has_text=re.compile("^All ")))
    taken = hand.download(page.get_by_role("button", name="Download as CSV"))
    with Path(taken.path()).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with Ledger.open(folder) as held:
        every = [claim.id for claim in held.claims(Figure) if (claim.report.published or "").startswith("2031")]
    assert sorted(row["id"] for row in rows) == sorted(every)
    assert hand.steps == written(4)


def test_5_a_false_copy_is_rejected(hand: Hand, folder: Path) -> None:
    page = hand.page
    hand.go("Origins")
    hand.click(page.get_by_role("main").get_by_role("link", name="copies"))
    pair = page.locator("[data-copy]").first
    id = str(pair.locator("[data-judge]").get_attribute("data-judge"))
    hand.click(pair.get_by_role("button", name="Reject"))
    page.locator(".toast").wait_for()
    with Ledger.open(folder) as held:
        assert held.finding(id).standing.state.value == "rejected"
    assert hand.steps == written(5)
    page.keyboard.press("u")
    pair.locator(".standing").get_by_text("proposed", exact=True).wait_for()


def test_6_a_list_is_accepted_and_that_undone(hand: Hand, folder: Path) -> None:
    page = hand.page
    hand.go("Ledger")
    hand.tab("Figures")
    hand.facet("Measure", "injured")
    hand.click(page.locator("summary", has_text=re.compile("^All ")))
    hand.click(page.get_by_role("link", name="Accept all"))
    hand.click(page.get_by_role("button", name=re.compile(r"^Accept \d+")))
    assert re.match(r"\d+ findings accepted", page.get_by_role("heading", level=1).inner_text())
    with Ledger.open(folder) as held:
        states = {claim.state.value for claim in held.claims(Figure) if claim.finding.measure.value == "injured"}
    assert states == {"accepted"}
    hand.click(page.get_by_role("button", name="Undo all of it"))
    page.get_by_text("Nothing of it is left").or_(page.locator("table.rows")).first.wait_for()
    with Ledger.open(folder) as held:
        assert {claim.state.value for claim in held.claims(Figure)} == {"proposed"}
        assert list(held.check()) == []
    assert hand.steps == written(6)


def test_7_the_origins_behind_a_toll(hand: Hand) -> None:
    page = hand.page
    hand.go("Disputes")
    hand.type(page.get_by_label("Place"), "Tolmar")
    hand.press("Enter")
    hand.click(page.get_by_role("link", name="Origins of 417").first)
    assert "independent origin" in page.locator(".lead").inner_text()
    assert page.locator(".stops li").count() > 3
    assert hand.steps == written(7)


def test_8_a_dispute_under_another_rule(hand: Hand) -> None:
    page = hand.page
    hand.go("Disputes")
    hand.choose(page.get_by_label("Spread by the rule of"), "Iraq Body Count")
    page.wait_for_url(re.compile("policy=iraq-body-count"))
    assert "at least two independent sources" in page.locator("#rule").inner_text()
    assert page.locator("[data-spread='iraq-body-count']").count() == page.locator("[data-dispute]").count() > 1
    assert hand.steps == written(8)


def test_9_what_an_outlet_says_under_nobodys_name(hand: Hand, folder: Path) -> None:
    page = hand.page
    hand.go("Ledger")
    hand.tab("Own voice")
    hand.choose(page.get_by_label("Outlet", exact=True), "Pellam Wire")
    page.wait_for_url(re.compile("outlet=Pellam"))
    assert page.locator(".stated").count() > 1
    assert page.locator(".stated li a").count() > 1
    hand.click(page.get_by_role("link", name="figures without a named source"))
    with Ledger.open(folder) as held:
        theirs = [claim for claim in held.claims(Figure) if claim.report.outlet == "Pellam Wire" and not claim.speaker]
    assert {str(row.get_attribute("data-id")) for row in page.locator("tr[data-id]").all()} == {one.id for one in theirs}
    assert hand.steps == written(9)


def test_10_where_two_reviewers_differ(hand: Hand, folder: Path) -> None:
    with Ledger.open(folder) as held:
        one, other = [claim.id for claim in held.claims(Figure)][:2]
        for id, stance in ((one, Stance.ACCEPTED), (other, Stance.ACCEPTED)):
            held.judge(id, stance, "person:mira")
        for id, stance in ((one, Stance.REJECTED), (other, Stance.ACCEPTED)):
            held.judge(id, stance, "person:oren")
    page = hand.page
    hand.go("Review")
    hand.click(page.get_by_role("link", name="Agreement"))
    differing = page.locator("table.differs tbody tr")
    assert differing.count() == 1
    assert "mira" in differing.inner_text()
    hand.click(differing.get_by_role("link", name="Review this"))
    assert page.locator(".one").get_attribute("data-id") == one
    assert hand.steps == written(10)


def test_11_from_a_number_to_the_page_as_it_was(hand: Hand) -> None:
    page = hand.page
    hand.go("Figures")
    hand.click(page.get_by_role("main").get_by_role("link", name="Killed", exact=False).first)
    hand.click(page.locator("tr[data-of] .to-passage").first)
    page.wait_for_url(re.compile("/report/"))
    page.wait_for_load_state()
    hand.press("o")
    page.locator(".original-pane iframe").wait_for()
    assert hand.steps == written(11)
