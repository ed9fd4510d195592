"""Pictures of the room, of reports that come with Hearsay. With HEARSAY_PICTURES=write they go into docs/pictures/web."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearsay.across.copying import find_copies
from hearsay.model import Figure, Stance
from hearsay.store.ledger import Ledger
from hearsay.web.app import create_app

from .across_demo import read_demo
from .browser import serving
from .shrunk import shrunk
from .source import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LARGEST = 150_000
PICTURES = ROOT / "docs" / "pictures" / "web"
VIEWS = {"light": (1280, 800), "dark": (1280, 800), "narrow": (360, 740)}


def on_a_mark(page: "Page") -> None:
    """A point of the picture has the focus: what it says stands beside."""
    page.locator("[data-plot]").first.scroll_into_view_if_needed()
    page.locator("[data-plot] a.mark").first.focus()


def on_a_finding(page: "Page") -> None:
    for _ in range(4):
        page.keyboard.press("j")
    page.wait_for_load_state("networkidle")


def editing(page: "Page") -> None:
    page.keyboard.press("e")
    page.locator("form.editing").wait_for()


def counted(page: "Page") -> None:
    """Independent origins have come in."""
    page.locator("[data-origins]", has_text="independent origin").first.wait_for()


def nothing(page: "Page") -> None:
    """As the page is."""


SHOWN: dict[str, tuple[str, Callable[["Page"], None]]] = {
    "home": ("/", nothing),
    "reports": ("/reports", nothing),
    "report": ("/report/pellam-0615-tolmar", on_a_finding),
    "ledger": ("/ledger?type=figure&measure=killed&sort=largest", nothing),
    "own": ("/ledger/own?outlet=Pellam+Wire", nothing),
    "sides": ("/ledger/sides", nothing),
    "figures": ("/figures", nothing),
    "panel": ("/figures?measure=killed&who=people", on_a_mark),
    "disputes": ("/disputes?measure=killed&place=tolmar", counted),
    "dispute": ("/disputes/FIGURE?policy=ucdp", nothing),
    "search": ("/origins?q=417+Tolmar", nothing),
    "origins": ("/origins/FIGURE", on_a_mark),
    "copies": ("/copies", nothing),
    "review": ("/review?type=figure&sort=largest", nothing),
    "editing": ("/review?type=figure&sort=largest", editing),
    "agreement": ("/review/agreement", nothing),
    "log": ("/log", nothing),
    "api": ("/api/", nothing),
}
"""What is shown: the address, where FIGURE is the 417 dead of Tolmar, and what is done there."""

ALSO = {"dark": ("report", "panel"), "narrow": ("report", "ledger")}
"""Pages that are shown dark, and on a telephone."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a room on the demo's reports, some of them judged by two people; and the figure that is shown."""
    folder = read_demo(tmp_path_factory.mktemp("pictures") / "demo-ledger")
    with Ledger.open(folder) as held:
        find_copies(held)
        figures = list(held.claims(Figure))
        for number, claim in enumerate(figures[:12]):
            held.judge(claim.id, Stance.REJECTED if number == 4 else Stance.ACCEPTED, "person:mira")
            held.judge(claim.id, Stance.REJECTED if number in (4, 9) else Stance.ACCEPTED, "person:oren")
        toll = next(claim.id for claim in figures if claim.words == "417")
    with serving(create_app(folder)) as address:
        yield address, toll.removeprefix("h1:")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures go."""
    if os.environ.get("HEARSAY_PICTURES") != "write":
        return tmp_path
    PICTURES.mkdir(parents=True, exist_ok=True)
    return PICTURES


@pytest.mark.parametrize("view", VIEWS)
def test_pictures(browser: "Browser", room: tuple[str, str], pictures: Path, view: str, watched: None) -> None:  # noqa: ARG001
    (address, figure), (width, height) = room, VIEWS[view]
    scheme = "dark" if view == "dark" else "light"
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    context.add_cookies([{"name": "hearsay_name", "value": "mira", "url": address}])
    page, colours = context.new_page(), context.new_page()
    for name in ALSO.get(view, SHOWN):
        path, act = SHOWN[name]
        page.goto(address + path.replace("FIGURE", figure), wait_until="networkidle")
        act(page)
        made = shrunk(colours, page.screenshot())
        (pictures / f"{name}-{view}.png").write_bytes(made)
        assert 5_000 < len(made) <= LARGEST, f"{name}-{view}: {len(made):,} bytes"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_every_picture_is_of_a_page_and_is_shown_in_the_documents() -> None:
    wanted = {f"{name}-light.png" for name in SHOWN} | {f"{name}-{view}.png" for view, names in ALSO.items() for name in names}
    assert {path.name for path in PICTURES.glob("*.png")} == wanted
    words = (ROOT / "docs" / "room.md").read_text("utf-8")
    assert all(f"pictures/web/{name}" in words for name in wanted)
