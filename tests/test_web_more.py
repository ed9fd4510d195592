"""Copies, the outlets' own voice, sides by ticks, and where to begin with origins: what the pages say, and axe on them."""

import csv
import io
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from hearsay.across import reuse
from hearsay.claims.base import Claim
from hearsay.claims.own import own_voice
from hearsay.export.view import of_stored
from hearsay.model import Attribution, Figure
from hearsay.store import journal, listing
from hearsay.store.journal import Asked, What
from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app
from hearsay.web.jobs import Jobs
from hearsay.web.pages_origins import first_told

from .across_demo import compared_demo
from .browser import serving
from .rooms import serious
from .web_app import HOST

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATHS = (
    "/copies",
    "/copies?report=pellam-0615-tolmar",
    "/ledger/own",
    "/ledger/own?outlet=OSNA",
    "/origins?q=417",
    "/ledger/sides",
)


@pytest.fixture(scope="module")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compared_demo(tmp_path_factory.mktemp("more") / "ledger")


@pytest.fixture
def folder(told_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(told_once, tmp_path / "ledger"))


@pytest.fixture
def web(folder: Path) -> Iterator[TestClient]:
    with TestClient(create_app(folder, hosts=(HOST,)), follow_redirects=False) as client:
        client.headers |= {"sec-fetch-site": "same-origin"}
        client.cookies.set("hearsay_name", "mira")
        yield client


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


# --- copies -------------------------------------------------------------------------------------------


def test_copies_stand_side_by_side(web: TestClient, folder: Path) -> None:
    with Ledger.open(folder) as held:
        pairs = list(reuse.shared(held))
    assert pairs
    page = web.get("/copies").text
    for pair in pairs:
        assert f"{pair.reuse.same} words" in words(page)
        for text in (pair.left.text, pair.right.text):
            assert f"/report/{text.id[3:]}#char=" in page


def test_a_rejected_link_is_shown_when_asked_for_and_counts_no_more(web: TestClient, folder: Path) -> None:
    with Ledger.open(folder) as held:
        pair = next(iter(reuse.shared(held)))
    report = f"/report/{pair.left.text.id[3:]}"
    assert "words in common with 1 report" in words(web.get(report).text)
    web.post("/judge", data={"finding": pair.link.id, "stance": "rejected", "back": "/copies"})
    page = words(web.get("/copies").text)
    assert "0 links" in page
    assert "with 1 rejected" in page
    assert "rejected" in words(web.get("/copies?dropped=1").text)
    assert "words in common" not in words(web.get(report).text)


def test_reports_that_are_added_are_compared(folder: Path) -> None:
    with Ledger.open(folder) as held:
        text = held.text("pellam-0615-tolmar").content
        jobs = Jobs(held, ("figures",), 1)
        path = folder.parent / "again.txt"
        path.write_text("Tessary Wire reported this.\n\n" + text, "utf-8")
        job = jobs.add("again", [path])
        for _ in range(600):
            if job.ended:
                break
            time.sleep(0.05)
        jobs.close()
        assert job.error == ""
        assert any("again" in (pair.left.name, pair.right.name) for pair in reuse.shared(held))


def test_copies_of_an_unknown_report(web: TestClient) -> None:
    assert web.get("/copies?report=nothing-like-it").status_code == 404
    assert web.get("/copies?skip=99999999").status_code == 200


# --- own voice ----------------------------------------------------------------------------------------


@pytest.fixture
def outlet(folder: Path) -> str:
    """The outlet that states most in its own voice."""
    said: Counter[str] = Counter()
    with Ledger.open(folder) as held:
        for row in held.reports():
            if row.outlet:
                said[row.outlet] += len(own_voice(of_stored(held.report(row.text))))
    return said.most_common(1)[0][0]


def test_own_voice_is_what_is_computed(web: TestClient, folder: Path, outlet: str) -> None:
    with Ledger.open(folder) as held:
        rows = [row for row in held.reports() if row.outlet == outlet]
        spans = {row.text: own_voice(of_stored(held.report(row.text))) for row in rows}
    page = web.get("/ledger/own", params={"outlet": outlet}).text
    links = {f"/report/{text[3:]}#char={span.start},{span.end}" for text, every in spans.items() for span in every}
    assert set(re.findall(r'href="(/report/[^"]+#char=[^"]+)"', page)) == links
    assert links


def test_own_voice_is_taken_along(web: TestClient, folder: Path, outlet: str) -> None:
    taken = web.post("/ledger/own/download", data={"outlet": outlet, "form": "csv"}).content
    rows = list(csv.DictReader(io.StringIO(taken.decode())))
    assert rows
    with Ledger.open(folder) as held:
        for row in rows:
            content = held.text(row["report"]).content[int(row["start"]) : int(row["end"])]
            assert " ".join(content.split()) == row["words"].removeprefix("'")
        line = journal.events(held.store, Asked({What.EXPORT})).events[0]
    assert (line.type, line.rows, line.words) == ("own-voice", len(rows), f"outlet={outlet}")


def test_voices_part_every_list(folder: Path) -> None:
    """Own, unnamed and named are all there is, and each is what the claims say."""
    with Ledger.open(folder) as held:
        for kind in (Figure, Attribution):
            base = {"type": (kind.__name__.lower(),)}
            parts = {
                voice: set(listing.ids(held.store, listing.Wanted({**base, "voice": (voice,)})))
                for voice in (listing.OWN, listing.UNNAMED, listing.NAMED)
            }
            for claim in held.claims(kind, states=None):
                assert [voice for voice, ids in parts.items() if claim.id in ids] == [voice_of(claim)]
            counts = listing.facets(held.store, listing.Wanted(base), ["voice"])["voice"]
            assert {one.value: one.count for one in counts} == {voice: len(ids) for voice, ids in parts.items() if ids}


def voice_of(claim: Claim) -> str:
    if isinstance(claim.finding, Attribution):
        return listing.NAMED if claim.finding.source else listing.UNNAMED
    if claim.voice is None:
        return listing.OWN
    return listing.NAMED if claim.voice.source else listing.UNNAMED


# --- sides and origins --------------------------------------------------------------------------------


def test_ticked_names_go_under_a_side(web: TestClient, folder: Path) -> None:
    for names in (["Vard Hossin"], ["Ministry of Defence", "Vard Hossin"]):
        assert web.post("/ledger/sides/add", data={"side": "Orvessa", "names": names}).status_code == 303
    assert '"Orvessa" = ["Vard Hossin", "Ministry of Defence"]' in (folder / "sides.toml").read_text("utf-8")
    assert web.post("/ledger/sides/add", data={"side": "Sedrin", "names": ["Vard Hossin"]}).status_code == 422
    assert web.post("/ledger/sides/add", data={"side": "Sedrin"}).status_code == 422


def test_who_told_it_first(folder: Path) -> None:
    with Ledger.open(folder) as held:
        figures = [claim for claim in held.claims(Figure) if claim.words == "417"]
    first = first_told(figures)
    assert first
    assert {claim.report.day for claim in first} == {min(claim.report.day or "9" for claim in figures)}
    assert first_told(reversed(figures)) == first
    assert first_told([]) == []


def test_origins_are_searched_by_words_and_ids(web: TestClient, folder: Path) -> None:
    with Ledger.open(folder) as held:
        claim = next(claim for claim in held.claims(Figure) if claim.words == "417")
    key = claim.id[3:]
    assert web.get(f"/origins?q={key[:10]}").headers["location"] == f"/origins/{key}"
    assert f"/origins/{key}" in web.get("/origins?q=417").text
    assert "No figure fits" in web.get("/origins?q=zanzibar").text


def test_a_year_is_one_choice(web: TestClient) -> None:
    page = web.get("/ledger?type=figure").text
    assert re.search(r'href="/ledger\?type=figure&amp;since=2031&amp;until=2031&amp;sort=newest"[^>]*>.*?all of 2031', page)
    assert "all of 2031" in web.get("/ledger?type=figure&since=2031&until=2031").text


# --- in a browser -------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(page: "Page", folder: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    faults = []
    with serving(create_app(folder)) as address:
        for path in PATHS:
            page.goto(address + path)
            faults += [f"{path} {fault}" for fault in serious(page)]
    assert faults == []


def test_narrow(page: "Page", folder: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    with serving(create_app(folder)) as address:
        for path in PATHS:
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
