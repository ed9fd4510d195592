"""Pictures of the room, of reports that come with Hearsay. With HEARSAY_PICTURES=write they go into docs/pictures/web."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearsay.api import read
from hearsay.demo import reports
from hearsay.pipeline import Report
from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app

from .browser import serving
from .source import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LARGEST = 150_000
NAMES = ("pellam-0615-tolmar", "osna-0615-tolmar", "voice-0615-tolmar", "radio-ambel-0609-live", "osna-0616-arabic")
SHOWN = {"home": "/", "reports": "/reports", "report": "/report/pellam-0615-tolmar", "api": "/api/"}
VIEWS = {"light": (1000, 600), "dark": (1000, 600), "narrow": (360, 740)}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a room on some reports of the demo, read by the shipped model."""
    folder = tmp_path_factory.mktemp("pictures") / "demo-ledger"
    with Ledger.open(folder) as held:
        for outcome in read(*(path for path in sorted(reports().iterdir()) if path.stem in NAMES), allow_fetch=False):
            assert isinstance(outcome, Report)
            held.add(outcome)
    with serving(create_app(folder)) as address:
        yield address


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go."""
    if os.environ.get("HEARSAY_PICTURES") != "write":
        return tmp_path
    folder = ROOT / "docs" / "pictures" / "web"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("view", VIEWS)
def test_pictures(browser: "Browser", room: str, pictures: Path, view: str) -> None:
    width, height = VIEWS[view]
    scheme = "dark" if view == "dark" else "light"
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    context.add_cookies([{"name": "hearsay_name", "value": "mira", "url": room}])
    page = context.new_page()
    for name, path in SHOWN.items():
        page.goto(room + path, wait_until="networkidle")
        if name == "report":
            for _ in range(2 if view == "narrow" else 5):
                page.keyboard.press("j")
            page.wait_for_load_state("networkidle")
        made = page.screenshot(path=pictures / f"{name}-{view}.png")
        assert 5_000 < len(made) <= LARGEST, f"{name}-{view}: {len(made):,} bytes"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
