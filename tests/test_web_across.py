"""Figures over time, disputes and origins: what the pages say, without a browser. On the demo's reports as the real pipeline
reads them, and on totals that are made for it."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hearsay.across import kept
from hearsay.compare.spread import POLICIES
from hearsay.model import Stance
from hearsay.plots.style import stylesheet
from hearsay.store.ledger import Ledger
from hearsay.web import comparing
from hearsay.web.app import create_app
from hearsay.web.render import STATIC

from . import overtime
from .across_demo import demo_once
from .web_app import HOST

__all__ = ["demo_once"]
COLUMNS = ("Value", "Modifier", "Denied", "Whom", "Scope", "Place", "Whose word", "Through", "Published", "In its words")


@pytest.fixture
def across(demo_once: Path, tmp_path: Path) -> Iterator[TestClient]:
    yield from asking(Path(shutil.copytree(demo_once, tmp_path / "ledger")))


@pytest.fixture
def totals(tmp_path: Path) -> Iterator[TestClient]:
    yield from asking(overtime.filled(tmp_path / "ledger"))


def asking(folder: Path) -> Iterator[TestClient]:
    with TestClient(create_app(folder, hosts=(HOST,)), follow_redirects=False) as client:
        client.headers |= {"sec-fetch-site": "same-origin"}
        client.cookies.set("hearsay_name", "mira")
        yield client


def tolmar(client: TestClient) -> str:
    """The address of the quantity that is told most differently."""
    page = client.get("/disputes?measure=killed&place=tolmar").text
    return re.findall(r'data-dispute="([0-9a-f]+)"', page)[0]


def reject(client: TestClient, id: str) -> None:
    assert client.post("/judge", data={"finding": id, "stance": "rejected"}).status_code in (200, 303)


# --- figures ------------------------------------------------------------------------------------------


def test_every_point_is_a_link_with_its_words_and_a_row(totals: TestClient) -> None:
    page = totals.get("/figures").text
    marks = re.findall(r'<a href="/finding/([0-9a-f]+)" class="mark [a-z]+" data-id="h1:\1" aria-label="([^"]+)"', page)
    assert len(marks) == len(list(overtime.totals())) == 20
    assert all("killed" in label and "as of" in label for _, label in marks)
    assert set(re.findall(r'<tr data-of="h1:([0-9a-f]+)"', page)) == {id for id, _ in marks}
    assert "<script>" not in page
    assert " style=" not in page


def test_filters_are_the_address(totals: TestClient) -> None:
    def points(query: str) -> int:
        return totals.get(f"/figures?{query}").text.count("<tr data-of=")

    assert points("source=health") == 6
    assert points("place=orsa") == 1
    assert points("who=people") == 20
    assert points("since=2031-04-20&measure=killed") == 4
    assert points("until=2031-04-01") == 1
    assert points("since=nonsense&measure=nonsense") == 20
    assert points("panel=killed%7C%7Corsa%7Creported") == 1
    assert "No running total" in totals.get("/figures?measure=injured").text


def test_the_picture_alone_is_the_same_lines(totals: TestClient) -> None:
    made = totals.get("/figures.svg?source=health")
    assert made.headers["content-type"].startswith("image/svg+xml")
    assert made.text.count('class="mark point"') == 6


def test_the_demo_tells_late_additions_and_bases(across: TestClient) -> None:
    page = across.get("/figures?measure=killed&who=people").text
    assert "late addition: 57 registered late" in page
    assert "500 or more" in page


def test_a_rejected_total_is_gone_at_once(totals: TestClient) -> None:
    page = totals.get("/figures").text
    id = re.findall(r'<tr data-of="(h1:[0-9a-f]+)"', page)[0]
    reject(totals, id)
    assert id not in totals.get("/figures").text
    assert id[3:] not in totals.get("/figures.svg").text


def test_the_pages_style_sheet_is_that_of_the_pictures() -> None:
    assert (STATIC / "plots.css").read_text(encoding="utf-8").endswith(stylesheet(by_scheme=True))


# --- disputes -----------------------------------------------------------------------------------------


def test_accounts_stand_side_by_side(across: TestClient) -> None:
    page = across.get(f"/disputes/{tolmar(across)}").text
    table = page[page.index('class="accounts"') :]
    for title in COLUMNS:
        assert f'<th scope="row">{title}' in table
    assert "state television" in table
    assert "independent origin" in table
    assert re.search(r"417</bdi></strong>.*contradicts.*96", page[page.index("How they stand") :], re.DOTALL)


def test_what_differs_is_named_and_marked_with_letters(across: TestClient) -> None:
    page = across.get(f"/disputes/{tolmar(across)}").text
    assert "differ in value" in page
    row = next(row for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL) if ">Value" in row)
    assert "differs" in row
    said = dict(re.findall(r'<span class="letter">(\w)</span> <bdi>([^<]+)</bdi>', row))
    assert said["A"] == "417"
    assert said["B"] == "96"


def test_a_policy_changes_the_spread_and_is_told(across: TestClient) -> None:
    id = tolmar(across)
    found = {}
    for policy in comparing.RULES:
        page = across.get(f"/disputes/{id}?policy={policy}").text
        found[policy] = re.findall(rf'data-spread="{policy}">.*?</p>', page, re.DOTALL)[0]
        assert comparing.RULES[policy][1][:30] in page
    numbers = {policy: re.findall(r'<strong class="num">([^<]+)<', words)[0] for policy, words in found.items()}
    assert numbers["told"] == "96 to 417"
    assert numbers["acled"] == "96"
    assert "best" in found["ucdp"]
    assert len(set(found.values())) == len(comparing.RULES)
    assert '<option value="acled" selected>' in across.get("/disputes?policy=acled").text


def test_every_policy_can_be_chosen() -> None:
    assert set(comparing.RULES) == {comparing.TOLD, *POLICIES}


def test_a_denial_is_shown(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger") as held:
        held.add(overtime.total(1, (date(2031, 4, 2), "the Health Office", 120, "")))
        held.add(overtime.total(2, (date(2031, 4, 3), "the Relief Mission", 120, ""), denied=True))
    for client in asking(tmp_path / "ledger"):
        page = client.get("/disputes").text
        assert "differ in denial" in page
        assert "not 120" in page
        row = next(row for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.DOTALL) if ">Denied" in row)
        assert re.findall(r'<span class="letter">(\w)</span> <bdi>([^<]+)</bdi>', row) == [("A", "affirmed"), ("B", "denied")]
        assert '<strong class="num">120</strong>' in page


def test_a_rejected_figure_leaves_the_dispute_at_once(across: TestClient) -> None:
    before = across.get("/disputes?measure=killed&place=tolmar").text
    id = re.findall(r'href="/finding/([0-9a-f]+)"', before)[0]
    reject(across, "h1:" + id)
    after = across.get("/disputes?measure=killed&place=tolmar").text
    assert "/finding/" + id not in after
    assert "417" in after


def test_the_list_goes_on_where_it_stopped(across: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    every = re.findall(r'data-dispute="([0-9a-f]+)"', across.get("/disputes?all=1").text)
    monkeypatch.setattr("hearsay.web.pages_disputes.SIZE", 2)
    seen, address = [], "/disputes?all=1"
    for _ in range(12):
        page = across.get(address).text
        seen += re.findall(r'data-dispute="([0-9a-f]+)"', page)
        ahead = re.search(r'rel="next" href="([^"]+)"', page)
        if ahead is None:
            break
        address = ahead[1].replace("&amp;", "&")
    assert seen[: len(every)] == every
    assert len(set(seen)) == len(seen)


def test_what_is_no_figure_has_nothing_to_compare(across: TestClient) -> None:
    assert across.get("/disputes/ffffffffffff").status_code == 404
    assert across.get("/disputes?from=a%7Cb%7Cc%7Cd&skip=x&policy=nobody").status_code == 200


# --- what is kept ---------------------------------------------------------------------------------------


def test_a_verdict_has_its_own_blocks_compared_again_and_no_others(demo_once: Path, tmp_path: Path) -> None:
    with Ledger.open(Path(shutil.copytree(demo_once, tmp_path / "ledger"))) as held:
        known = kept.of(held)
        blocks = [block for block, _ in held.blocks(at_least=1)]
        first = {block: [one.id for one in known.quantities(block)] for block in blocks}
        assert known.computed == len(blocks)
        assert {block: [one.id for one in known.quantities(block)] for block in blocks} == first
        assert known.computed == len(blocks)
        chosen = next(block for block in blocks if "|tolmar|" in block and block.startswith("killed"))
        held.judge(known.quantities(chosen)[0].id, Stance.REJECTED, "person:mira")
        again = {block: [one.id for one in known.quantities(block)] for block in blocks}
        assert again[chosen] != first[chosen]
        assert len(blocks) < known.computed < len(blocks) + len(blocks) // 2
        kept.forget(held)


# --- origins ------------------------------------------------------------------------------------------


def test_origins_are_a_graph_and_a_list(across: TestClient) -> None:
    page = across.get(f"/origins/{tolmar(across)}").text
    nodes = set(re.findall(r'data-node="([^"]+)"', page))
    assert len(nodes) > 5
    assert set(re.findall(r'data-of="([^"]+)"', page)) == nodes
    for target in re.findall(r'class="mark node"', page):
        assert target
    for anchor in re.findall(r'<a href="(#node-\d+)" class="mark node"', page):
        assert f'id="{anchor[1:]}"' in page
    assert "Found to be one" in page
    assert "trace to" in page


def test_the_graph_alone_and_the_way_by_an_id(across: TestClient) -> None:
    id = tolmar(across)
    assert across.get(f"/origins/{id}.svg").text.startswith("<svg")
    assert across.get(f"/origins?id={id}").headers["location"] == f"/origins/{id}"
    assert across.get("/origins").status_code == 200


def test_an_unknown_claim_is_told(across: TestClient) -> None:
    assert across.get("/origins/ffffffffffff").status_code == 404
