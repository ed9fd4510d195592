"""The ledger's page: what is listed, narrowed, searched, saved and taken along, in a browser and without one."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from hearsay.export.tables import FIGURES, figure_row
from hearsay.model import Figure, Span, Stance
from hearsay.store import journal, listing
from hearsay.store.ledger import Ledger
from hearsay.store.listing import Wanted
from hearsay.web import tallies
from hearsay.web.excerpts import hits

from . import rooms
from .rooms import figure, serious

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def web_ledger(tmp_path: Path) -> Path:
    return rooms.filled(tmp_path / "ledger")


def amounts(page: "Page") -> list[str]:
    """The figures of the table, as shown."""
    return page.locator(".c-amount bdi").all_inner_texts()


def count(page: "Page", words: str) -> None:
    expect(page.locator(".how-many")).to_contain_text(words)


# --- in a browser -------------------------------------------------------------------------------------


def test_narrowed_and_widened(page: "Page", named: str) -> None:
    page.goto(f"{named}/ledger?type=figure")
    count(page, "10 figures")
    page.get_by_role("link", name="Tessary Wire 2").click()
    count(page, "2 figures")
    assert set(amounts(page)) == {"12", "8"}
    page.get_by_role("link", name="Orsa Post 5").click()
    count(page, "7 figures")
    page.get_by_role("link", name="Outlet Tessary Wire").click()
    count(page, "5 figures")
    assert "outlet=Orsa+Post" in page.url
    page.get_by_role("link", name="Clear all").click()
    count(page, "10 figures")


def test_searched_with_the_match_in_its_context(page: "Page", named: str) -> None:
    page.goto(f"{named}/ledger?type=figure")
    page.keyboard.press("/")
    page.keyboard.type('"the bridge" fight*')
    page.keyboard.press("Enter")
    count(page, "2 figures")
    assert page.locator(".excerpt .hit").first.inner_text() == "fighters"
    assert "the bridge" in page.locator(".excerpt .hit").all_inner_texts()
    assert page.locator(".excerpt .fig").all_inner_texts() == ["417", "96"]


def test_sorted(page: "Page", named: str) -> None:
    page.goto(f"{named}/ledger?type=figure")
    page.get_by_label("Order").select_option("largest")
    expect(page.locator(".c-amount bdi").first).to_have_text("417")
    assert amounts(page)[:3] == ["417", "130", "96"]
    page.wait_for_load_state()
    page.get_by_label("Order").select_option("smallest")
    expect(page.locator(".c-amount bdi").first).to_have_text("1")


def test_months_and_days(page: "Page", named: str) -> None:
    page.goto(f"{named}/ledger?type=figure&since=2031-07")
    count(page, "2 figures")
    page.goto(f"{named}/ledger?type=figure")
    page.get_by_role("link", name="2031-06 5").click()
    count(page, "5 figures")
    expect(page.locator(".chips")).to_contain_text("Since 2031-06")


def test_types_keep_what_they_know(page: "Page", named: str) -> None:
    page.goto(f"{named}/ledger?type=figure&outlet=Orsa+Post&measure=killed")
    page.get_by_role("link", name="Attributions").click()
    count(page, "2 attributions")
    expect(page.locator(".chips li")).to_have_count(2)  # the outlet, and "clear all"


def test_dropped_ones_are_left_out_and_can_be_seen(page: "Page", named: str, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        held.judge(figure(web_ledger, "96"), Stance.REJECTED, "person:oren")
    page.goto(f"{named}/ledger?type=figure")
    count(page, "9 figures")
    page.get_by_role("link", name="with dropped ones").click()
    count(page, "10 figures")
    page.get_by_role("link", name="rejected 1").click()
    expect(page.locator("tr.gone .c-amount bdi")).to_have_text("96")


def test_a_query_gets_a_name_and_loses_it(page: "Page", named: str, web_ledger: Path) -> None:
    page.goto(f"{named}/ledger?type=figure&outlet=Tessary+Wire&sort=largest")
    page.get_by_label("Name of this query").fill("Boats & old counts 🛶")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{named}/ledger")
    page.get_by_role("link", name="Boats & old counts 🛶").click()
    count(page, "2 figures")
    assert amounts(page) == ["12", "8"]
    assert 'type=figure&outlet=Tessary+Wire&sort=largest"' in (web_ledger / "queries.toml").read_text("utf-8")
    page.get_by_role("button", name="Forget the query").click()
    expect(page.get_by_role("link", name="Boats & old counts 🛶")).to_have_count(0)


def test_sides_are_the_users_own(page: "Page", named: str, web_ledger: Path) -> None:
    page.goto(f"{named}/ledger?type=figure")
    page.get_by_role("link", name="say who speaks for whom").click()
    page.get_by_label("Name of the side").first.fill("South")
    page.get_by_label("Who speaks for it").first.fill("the southern council\nSomebody else")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("legend").first).to_have_text("South")
    page.goto(f"{named}/ledger?type=figure")
    page.get_by_role("link", name="South 3").click()
    count(page, "3 figures")
    assert set(amounts(page)) == {"130", "12", "8"}
    assert '"South" = ["the southern council", "Somebody else"]' in (web_ledger / "sides.toml").read_text("utf-8")


def test_downloaded_is_what_is_shown(page: "Page", named: str, web_ledger: Path) -> None:
    page.goto(f"{named}/ledger?type=figure&outlet=Orsa+Post&sort=largest")
    shown = amounts(page)
    page.locator(".menu summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as CSV").click()
    data = Path(waiting.value.path()).read_bytes()
    assert waiting.value.suggested_filename == "figures.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert [row["words"] for row in rows] == shown == ["417", "130", "96", "31", "23"]
    assert tuple(rows[0]) == FIGURES
    with Ledger.open(web_ledger) as held:
        (line,) = [event for event in journal.events(held.store, journal.Asked()).events if event.what == "export"]
    assert (line.rows, line.note, line.agent) == (5, sha256(data).hexdigest(), "person:mira")


def test_to_the_passage_and_to_review(page: "Page", named: str) -> None:
    page.goto(f"{named}/ledger?type=figure&sort=largest")
    page.locator(".to-passage").first.click()
    expect(page.locator("#text")).to_contain_text("Irena Voss said 417")
    page.go_back()
    page.locator(".c-state a").first.click()
    expect(page.locator(".passage .is").first).to_have_text("417")
    assert "sort=largest" in page.url


def test_keyboard_alone(page: "Page", named: str) -> None:
    """From the list to a verdict, and back to the next row, without a mouse."""
    page.goto(f"{named}/ledger?type=figure&sort=largest")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("tbody tr").nth(1).locator(".to-passage")).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator(".passage .is").first).to_have_text("130")
    page.wait_for_load_state()
    page.keyboard.press("a")
    expect(page.locator(".passage .is").first).to_have_text("96")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(page: "Page", named: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    faults = []
    for path in ("/ledger", "/ledger?type=figure&q=bridge", "/ledger?type=mention", "/ledger?q=nothing", "/ledger/sides"):
        page.goto(named + path)
        faults += [f"{path} {fault}" for fault in serious(page)]
    assert faults == []


def test_narrow(page: "Page", named: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in ("/ledger", "/ledger?type=figure&q=bridge", "/ledger?type=mention", "/ledger/sides"):
        page.goto(named + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.goto(f"{named}/ledger?type=figure")
    page.locator(".all-facets > summary").click()
    page.get_by_role("link", name="Tessary Wire 2").click()
    count(page, "2 figures")


# --- without one --------------------------------------------------------------------------------------


def test_all_rows_are_taken_and_none_runs(web: TestClient, web_ledger: Path) -> None:
    """JSON lines and CSV hold what `figure_row` says of each, and no cell of a spreadsheet is a formula."""
    with Ledger.open(web_ledger) as held:
        wanted = Wanted({"type": ["figure"], "state": ["proposed", "accepted", "disputed"]})
        expected = [figure_row(claim) for claim in listing.stream(held.store, wanted, "read")]
    answer = web.post("/ledger/download", data={"query": "type=figure&sort=read", "form": "jsonl"})
    assert [json.loads(line) for line in answer.text.splitlines()] == json.loads(json.dumps(expected))
    table = web.post("/ledger/download", data={"query": "type=attribution", "form": "csv"}).text
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []
    assert web.post("/ledger/download", data={"query": "type=figure", "form": "exe"}).status_code == 422


def test_pages_follow_each_other(tmp_path: Path) -> None:
    """Forwards and backwards through a list, in each order: every row once, also while verdicts fall."""
    with Ledger.open(rooms.filled(tmp_path / "l")) as held:
        for order in listing.ORDERS:
            every = listing.ids(held.store, Wanted(), order)
            seen, after = [], ""
            while True:
                page = listing.page(held.store, Wanted(), order, after=after, size=4)
                seen += [claim.id for claim in page.rows]
                held.judge(page.rows[0].id, Stance.ACCEPTED, "person:mira")
                if page.after is None:
                    break
                after = page.after
            assert seen == every, order
            back: list[str] = []
            before = every[-1]
            while before:
                page = listing.page(held.store, Wanted(), order, before=before, size=4)
                back = [*(claim.id for claim in page.rows), *back]
                before = page.before or ""
            assert back == every[:-1], order
            for i, id in enumerate(every):
                assert listing.position(held.store, Wanted(), order, id) == i
                near = (every[i - 1] if i else None, every[i + 1] if i + 1 < len(every) else None)
                assert listing.neighbours(held.store, Wanted(), order, id) == near


def test_facets_are_what_is_there(tmp_path: Path) -> None:
    """Each facet's counts are those of lists with its values picked, the facet's own filter left aside."""
    with Ledger.open(rooms.filled(tmp_path / "l")) as held:
        held.judge(listing.ids(held.store, Wanted({"type": ["figure"]}))[0], Stance.REJECTED, "person:mira")
        for wanted in (
            Wanted(),
            Wanted({"type": ["figure"], "measure": ["killed"]}),
            Wanted({"state": ["proposed"], "outlet": ["Orsa Post"]}, words="bridge"),
            Wanted(speakers=["Irena Voss", ""]),
        ):
            for name, counts in listing.facets(held.store, wanted).items():
                if name in ("speaker", "month"):
                    continue
                for one in counts:
                    free = wanted.without(name)
                    picked = Wanted(
                        {**free.exact, name: [one.value]}, free.speakers, words=free.words, since=free.since, until=free.until
                    )
                    assert listing.total(held.store, picked) == one.count, (name, one)


def test_the_index_of_words_follows_verdicts(tmp_path: Path) -> None:
    folder = rooms.filled(tmp_path / "l")
    with Ledger.open(folder) as held:
        words = Wanted({"type": ["figure"]}, words="bridge")
        before = listing.ids(held.store, words)
        for _ in range(3):
            held.judge(figure(folder, "96"), Stance.REJECTED, "person:mira")
            held.judge(figure(folder, "96"), Stance.WITHDRAWN, "person:mira")
        assert listing.ids(held.store, words) == before
        assert list(held.check()) == []


@pytest.mark.parametrize(
    ("content", "words", "expected"),
    [
        ("Élan and elan", "elan", [Span(0, 4), Span(9, 13)]),
        ("😀 Belgrave-on-Sarn fell", "belgrave-on-sarn", [Span(2, 18)]),
        ("fight, fighters fought", "fight*", [Span(0, 5), Span(7, 15)]),
        ("the old bridge; the bridge", '"the bridge"', [Span(16, 26)]),
        ("الجسر القديم", "الجسر", [Span(0, 5)]),
        ("nothing", "***", []),
    ],
)
def test_hits(content: str, words: str, expected: list[Span]) -> None:
    assert hits(content, words) == expected


def test_what_can_not_be_asked(web: TestClient) -> None:
    assert web.get("/ledger?type=link").status_code == 422
    assert web.get("/ledger?sort=truth").status_code == 422
    assert web.get("/ledger?q=%00%27%22%3B--%20OR%201%3D1&state=zzz&after=h1:none").status_code == 200


def test_figures_are_kept_apart_by_reports(web: TestClient, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        key = held.text("later").id
        assert {c.words for c in held.claims(Figure, text=key)} == {"12", "8"}
    page = web.get(f"/ledger?type=figure&report={key}").text
    assert page.count("<tr class") == 2
    assert "A second list from the river" in page or "later" in page


def test_counts_follow_every_change(web_ledger: Path) -> None:
    """What is kept is forgotten as soon as this or another process says something."""
    wanted = Wanted({"type": ["figure"]})
    with Ledger.open(web_ledger) as held, Ledger.open(web_ledger) as elsewhere:
        kept = tallies.of(held)
        assert tallies.of(held) is kept
        for ledger, words in ((held, "417"), (elsewhere, "96"), (held, "130")):
            assert (
                kept.facets(wanted, ["state"]) == kept.facets(wanted, ["state"]) == listing.facets(held.store, wanted, ["state"])
            )
            ledger.judge(figure(web_ledger, words), Stance.REJECTED, "person:mira")
        (proposed, rejected) = kept.facets(wanted, ["state"])["state"]
        assert (proposed.count, rejected.count) == (7, 3)
        tallies.forget(held)
        assert tallies.of(held) is not kept
        tallies.forget(held)
