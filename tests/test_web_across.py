"""Figures over time, disputes and origins, on the demo's reports as the real pipeline reads them."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

import hearsay
from hearsay.demo import reports
from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app

from .browser import serving
from .rooms import serious
from .web_app import HOST

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATHS = ("/figures", "/figures?measure=displaced", "/figures?measure=starved", "/disputes", "/origins")


@pytest.fixture(scope="module")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "ledger"
    with Ledger.open(folder) as held:
        for one in hearsay.read(str(reports())):
            assert isinstance(one, hearsay.Report)
            held.add(one)
    return folder


@pytest.fixture
def across(demo_once: Path, tmp_path: Path) -> Iterator[TestClient]:
    folder = Path(shutil.copytree(demo_once, tmp_path / "ledger"))
    with TestClient(create_app(folder, hosts=(HOST,)), follow_redirects=False) as client:
        yield client


@pytest.fixture
def shown(demo_once: Path, tmp_path: Path) -> Iterator[str]:
    with serving(create_app(Path(shutil.copytree(demo_once, tmp_path / "ledger")))) as address:
        yield address


def test_figures_have_a_picture_and_its_table(across: TestClient) -> None:
    page = across.get("/figures").text
    assert "/figures.svg?" in page
    assert page.count("/finding/") >= 5
    picture = across.get("/figures.svg?measure=killed")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert picture.text.startswith("<svg")
    assert "No running total" in across.get("/figures?measure=starved").text


def test_disputes_lead_to_words_and_origins(across: TestClient) -> None:
    page = across.get("/disputes?measure=killed&place=tolmar").text
    assert "417" in page
    assert "contradicts" in page
    key = re.findall(r"/origins/([0-9a-f]+)", page)[0]
    found = across.get(f"/origins/{key}")
    assert found.status_code == 200
    assert "independent origin" in found.text
    assert across.get(f"/origins/{key}.svg").text.startswith("<svg")
    assert across.get(f"/origins?id={key}").headers["location"] == f"/origins/{key}"


def test_an_unknown_claim_is_told(across: TestClient) -> None:
    assert across.get("/origins/ffffffffffff").status_code == 404


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(page: "Page", shown: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    faults = []
    for path in PATHS:
        page.goto(shown + path)
        faults += [f"{path} {fault}" for fault in serious(page)]
    page.goto(shown + "/disputes")
    page.get_by_role("link", name=re.compile("Origins of")).first.click()
    page.wait_for_load_state()
    faults += [f"origins {fault}" for fault in serious(page)]
    assert faults == []


def test_narrow(page: "Page", shown: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    for path in PATHS:
        page.goto(shown + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_picture_is_drawn(page: "Page", shown: str) -> None:
    page.goto(shown + "/figures")
    assert page.evaluate("document.querySelector('img.picture').naturalWidth") > 100
