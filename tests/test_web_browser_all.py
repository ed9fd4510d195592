"""The room in a browser: captured pages, adding, both themes, 360 px, paper, and without scripts."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from hearsay.store.ledger import Ledger

from .browser import serving
from .sample import BRIDGE
from .web_app import key_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PAGES = ("/", "/reports", "/refused", "/who", "/api/", "/jobs", "report", "report?mentions=1&dropped=1", "/nowhere")


@pytest.fixture
def depot(named: str, web_ledger: Path) -> str:
    return named + key_of(web_ledger, "depot")


def address(served: str, folder: Path, path: str) -> str:
    """Of a page by its path; "report" is the report that is hard to show."""
    return served + path.replace("report", key_of(folder, "mixed")) if path.startswith("report") else served + path


def test_what_would_leave_this_computer_is_seen(context: "BrowserContext", outside: list[str]) -> None:
    made = context.new_page()
    made.set_content('<img src="http://elsewhere.example/dot.gif"><img src="http://127.0.0.1:9/dot.gif">')
    made.wait_for_timeout(300)
    assert outside == ["http://elsewhere.example/dot.gif"]
    assert made.evaluate("document.images[0].naturalWidth") == 0
    outside.clear()


# --- the original -----------------------------------------------------------------------------------


def test_a_captured_page_does_nothing(page: "Page", named: str, web_ledger: Path, outside: list[str]) -> None:
    page.allowed_faults = ("Content Security Policy", "sandbox")  # type: ignore[attr-defined] (the captured page tries)
    page.goto(named + key_of(web_ledger, "captured"))
    page.keyboard.press("o")
    frame = page.frame_locator(".original-pane iframe")
    frame.locator("h1", has_text="Depot burns").wait_for()
    for role, name in (("button", "Send"), ("link", "Next")):
        frame.get_by_role(role, name=name).wait_for()  # type: ignore[arg-type]
        with suppress(PlaywrightTimeout):  # a frame that tries to go away may never answer for the key
            frame.get_by_role(role, name=name).press("Enter", timeout=3000)  # type: ignore[arg-type]
    page.wait_for_timeout(300)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("[...document.querySelectorAll('iframe')].map(f => f.contentDocument)") == [None]
    assert outside == []
    assert page.locator("#text").is_hidden()
    page.get_by_role("button", name="Text", exact=True).click()
    assert page.locator("#text").is_visible()


def test_a_captured_page_opened_by_itself_does_nothing(page: "Page", named: str, web_ledger: Path) -> None:
    page.allowed_faults = ("Content Security Policy", "sandbox")  # type: ignore[attr-defined]
    page.goto(named + key_of(web_ledger, "captured").replace("/report/", "/original/"))
    assert page.title() == "Captured"
    assert page.evaluate("origin") == "null"


def test_the_original_is_scrolled_to_the_passage(page: "Page", named: str, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        text = held.text("depot")
    start = text.content.index("417 is a lie")
    page.goto(named + key_of(web_ledger, "depot").replace("/report/", "/original/") + f"?char={start},{start + 12}#passage")
    assert page.locator("mark#passage").inner_text() == "417 is a lie"
    assert page.locator("mark#passage").evaluate("e => e.getBoundingClientRect().bottom <= innerHeight")


# --- adding -----------------------------------------------------------------------------------------


def test_a_pasted_text_is_read_while_the_page_stays(page: "Page", named: str) -> None:
    page.goto(named + "/")
    page.get_by_label("Paste a text").fill(BRIDGE.replace("7 people", "88 people"))
    page.get_by_placeholder("Its name").fill("the bridge")
    page.get_by_role("button", name="Add the text").click()
    page.locator("#jobs .badge", has_text="read").wait_for()
    page.locator("#counts strong", has_text="6").first.wait_for()
    page.reload()
    assert "the bridge" in page.locator("#jobs").inner_text()
    page.locator("#jobs a", has_text="the bridge").click()
    page.locator("#text .fig", has_text="88").wait_for()


def test_files_are_sent_and_each_has_a_status(page: "Page", named: str, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(BRIDGE.replace("7 people", "89 people"), encoding="utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    page.goto(named + "/")
    page.get_by_label("Files").set_input_files([tmp_path / "good.txt", tmp_path / "bad.pdf"])
    page.get_by_role("button", name="Add the files").click()
    page.locator("#jobs .t-refused").wait_for()
    page.locator("#jobs .t-read").wait_for()
    assert page.locator("#jobs li", has_text="bad").inner_text().count("refused") == 1


def test_what_can_t_be_added_is_said(page: "Page", named: str) -> None:
    page.goto(named + "/")
    page.get_by_label("A folder on this computer").fill("/no/such/folder")
    page.get_by_role("button", name="Add the folder").click()
    page.locator(".toast.problem", has_text="no such file or folder").wait_for()


# --- everywhere -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_small_screen(page: "Page", named: str, web_ledger: Path, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address(named, web_ledger, path))
    if path.startswith("report"):
        page.locator("#text .sign").first.click()
        box = page.locator(".cards").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 741
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_a_small_screen_the_words_are_never_behind_their_finding(page: "Page", depot: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(depot)
    for _ in range(5):
        page.keyboard.press("j")
        sheet = page.locator(".cards").bounding_box()
        words = page.locator("#text .on").first.bounding_box()
        assert sheet is not None
        assert words is not None
        assert 0 < words["y"] < words["y"] + 20 < sheet["y"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_serious_fault_for_those_who_see_or_move_otherwise(
    page: "Page", named: str, web_ledger: Path, path: str, theme: Any
) -> None:
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.goto(address(named, web_ledger, path))
    if path.startswith("report"):
        for furniture in page.locator("details").all():
            furniture.evaluate("e => { e.open = true }")
        page.keyboard.press("j")
    assert faults(page) == []


def faults(page: "Page") -> list[str]:
    """Serious and critical findings of axe, in short."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def test_the_theme_is_chosen_and_kept_without_a_cookie(page: "Page", context: "BrowserContext", named: str) -> None:
    page.goto(named + "/")
    ground: Callable[[], str] = lambda: str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))  # noqa: E731
    light = ground()
    page.locator("[data-theme-switch]").click()
    page.locator("[data-theme-switch]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert ground() != light
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert {cookie["name"] for cookie in context.cookies()} == {"hearsay_name"}


def test_a_report_prints_with_numbered_notes(page: "Page", depot: str, web_ledger: Path) -> None:
    page.goto(depot)
    page.emulate_media(media="print")
    assert page.locator(".card").count() == page.locator(".card:visible").count() == 5
    assert not page.locator(".top").is_visible()
    assert not page.locator(".judge").first.is_visible()
    note = page.locator(".card", has_text="Irena Voss").first.inner_text()
    assert "sha256:" in note
    assert "code points" in note
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    import pypdfium2

    document = pypdfium2.PdfDocument(printed)
    words = " ".join(leaf.get_textpage().get_text_range() for leaf in document)
    document.close()
    with Ledger.open(web_ledger) as held:
        assert held.text("depot").document in "".join(words.split())
    assert "How to read the marks" not in words


def test_without_scripts_all_is_there(browser: "Browser", served: str, web_ledger: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "hearsay_name", "value": "mira", "url": served}])
    page = context.new_page()
    page.goto(served + key_of(web_ledger, "depot"))
    assert page.locator(".card:visible").count() == 5
    page.locator(".card").first.get_by_role("button", name="Accept").click()
    page.locator('.card [aria-pressed="true"]').wait_for()
    assert page.locator("[data-theme-switch]").is_hidden()
    page.goto(served + "/")
    page.get_by_label("Paste a text").fill(BRIDGE.replace("7 people", "90 people"))
    page.get_by_role("button", name="Add the text").click()
    assert "/#jobs" in page.url
    context.close()


def test_with_a_token_the_room_opens_once(page: "Page", web_ledger: Path) -> None:
    from hearsay.web.app import create_app

    with serving(create_app(web_ledger, token="s3cret")) as room:
        page.goto(room + "/reports?token=s3cret")
        page.locator("h1", has_text="Reports").wait_for()
        assert "s3cret" not in page.url
        page.goto(room + "/")
        page.locator("#counts").wait_for()
