"""Figures over time, disputes and origins in a browser: every mark by pointer and by keyboard, the rule that is chosen, what a
verdict changes, narrow and dark."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearsay.web.app import create_app

from . import overtime
from .across_demo import demo_once
from .browser import serving
from .rooms import serious

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

__all__ = ["demo_once"]
PATHS = ("/figures", "/figures?measure=displaced", "/figures?measure=starved", "/disputes", "/disputes?policy=ucdp", "/origins")


@pytest.fixture
def demo(demo_once: Path, tmp_path: Path) -> Iterator[str]:
    with serving(create_app(Path(shutil.copytree(demo_once, tmp_path / "ledger")))) as address:
        yield address


@pytest.fixture
def totals(tmp_path: Path) -> Iterator[str]:
    with serving(create_app(overtime.filled(tmp_path / "totals"))) as address:
        yield address


def dispute(page: "Page", room: str) -> str:
    """The path's last part for the quantity that is told most differently; the page stays on the list."""
    page.goto(room + "/disputes?measure=killed&place=tolmar")
    return str(page.locator("[data-dispute]").first.get_attribute("data-dispute"))


def marks(page: "Page") -> list["Locator"]:
    return page.locator("[data-plot]").first.locator("a.mark").all()


def told(page: "Page") -> str:
    """The readout of the first picture."""
    return page.locator("[data-plot]").first.locator("[data-readout]").inner_text()


def on(page: "Page") -> str:
    """The mark that has the focus."""
    return str(page.evaluate("document.activeElement.dataset.node ?? document.activeElement.dataset.id ?? ''"))


def pointed(page: "Page", mark: "Locator") -> None:
    box = (mark.locator(".reach") if mark.locator(".reach").count() else mark).first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


# --- figures ------------------------------------------------------------------------------------------


def test_hover_reaches_every_point(page: "Page", totals: str) -> None:
    page.goto(totals + "/figures")
    page.locator("[data-plot]").first.scroll_into_view_if_needed()
    for mark in marks(page):
        pointed(page, mark)
        id = str(mark.get_attribute("data-id"))
        assert page.locator(f"[data-readout] a[href='/finding/{id[3:]}']").count(), mark.get_attribute("aria-label")
        assert page.locator(f"tr[data-of='{id}'].on").count() == 1


def test_the_keyboard_reaches_every_point_by_one_stop(page: "Page", totals: str) -> None:
    page.goto(totals + "/figures")
    every = [str(mark.get_attribute("data-id")) for mark in marks(page)]
    assert len(every) == 19
    page.locator("[data-plot] .drawn").first.focus()
    page.keyboard.press("Tab")
    seen = [on(page)]
    for _ in every[1:]:
        page.keyboard.press("ArrowRight")
        seen.append(on(page))
    assert sorted(seen) == sorted(every)
    page.keyboard.press("Home")
    assert on(page) == every[0]
    page.keyboard.press("End")
    assert on(page) == every[-1]
    page.keyboard.press("Tab")
    assert on(page) not in every


def test_up_and_down_lead_to_another_source(page: "Page", totals: str) -> None:
    page.goto(totals + "/figures")
    page.locator("[data-plot] a.mark").nth(2).focus()
    before = told(page)
    page.keyboard.press("ArrowDown")
    down = told(page)
    page.keyboard.press("ArrowUp")
    assert before != down
    assert before != ""


def test_a_focused_point_is_seen_and_told_and_opens_its_words(page: "Page", totals: str) -> None:
    page.goto(totals + "/figures")
    page.locator("[data-plot] .drawn").first.focus()
    page.keyboard.press("Tab")
    stroke = page.evaluate("getComputedStyle(document.activeElement.querySelector('.reach')).stroke")
    assert stroke not in ("none", "")
    words = told(page)
    for part in ("100", "2031-04-01", "the Health Office", "Tessary Wire"):
        assert part in words
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/report/.*#f-|/report/"))
    assert "had been killed" in page.locator("#text").inner_text()


def test_names_keep_their_direction(page: "Page", totals: str) -> None:
    page.goto(totals + "/figures")
    row = page.locator("tr[data-of]", has_text=overtime.ARABIC).first
    id = row.get_attribute("data-of")
    page.locator(f"a.mark[data-id='{id}']").focus()
    name = page.locator("[data-readout] bdi", has_text=overtime.ARABIC).first
    assert name.evaluate("element => getComputedStyle(element).unicodeBidi") in ("isolate", "plaintext")
    assert overtime.HEBREW in page.locator("svg.hearsay-plot").last.evaluate(
        "svg => document.querySelector('.drawn').textContent"
    )


def test_without_a_script_points_are_links_and_the_table_says_it_all(browser: "Browser", totals: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(totals + "/figures")
    assert page.locator("[data-readout]").first.is_hidden()
    assert page.locator("tr[data-of]").first.is_visible()
    page.locator("[data-plot] a.mark").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/report/"))
    page.goto(totals + "/figures")
    page.select_option("#measure", "killed")
    page.fill("#source", "relief")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile("source=relief"))
    assert page.locator("tr[data-of]").count() == 2
    context.close()


def test_a_card_leads_to_its_panel(page: "Page", totals: str) -> None:
    page.goto(totals + "/figures")
    page.get_by_role("navigation", name="Panels").get_by_role("link", name=re.compile("in Orsa")).click()
    assert page.url.endswith("#panel-2")
    page.get_by_role("link", name=re.compile("^Only .*Orsa")).click()
    page.wait_for_url(re.compile("panel="))
    assert page.locator("tr[data-of]").count() == 1


def test_in_print_there_is_the_picture_and_the_table(page: "Page", totals: str) -> None:
    page.goto(totals + "/figures")
    page.emulate_media(media="print")
    assert page.locator("[data-readout]").first.is_hidden()
    assert page.locator("[data-plot] svg").first.is_visible()
    assert page.locator("tr[data-of]").last.is_visible()


# --- disputes -----------------------------------------------------------------------------------------


def test_a_rule_that_is_chosen_changes_the_spread(page: "Page", demo: str) -> None:
    id = dispute(page, demo)
    page.goto(f"{demo}/disputes/{id}")
    assert "96 to 417" in page.locator("[data-spread='told']").inner_text()
    page.select_option("#policy", "acled")
    page.wait_for_url(re.compile("policy=acled"))
    assert "96 to 417" not in page.locator("[data-spread='acled']").inner_text()
    assert "most conservative" in page.locator("#rule").inner_text()
    assert "ACLED" in page.locator(".drawn svg").inner_html()


def test_origins_are_counted_when_a_dispute_is_seen(page: "Page", demo: str) -> None:
    page.goto(demo + "/disputes?measure=killed&place=tolmar&policy=ucdp")
    first = page.locator("[data-dispute]").first
    first.locator("[data-origins]", has_text="independent origin").first.wait_for()
    assert "independent source" in first.locator("[data-spread]").inner_text()


def test_a_verdict_changes_the_page_at_once(page: "Page", demo: str) -> None:
    page.context.add_cookies([{"name": "hearsay_name", "value": "mira", "url": demo}])
    page.goto(f"{demo}/disputes?measure=killed&place=tolmar")
    id = str(page.locator("a.to-passage").first.get_attribute("href")).removeprefix("/finding/")
    page.evaluate(
        "id => fetch('/judge', {method: 'POST', body: new URLSearchParams({finding: 'h1:' + id, stance: 'rejected'})})", id
    )
    page.reload()
    assert page.locator(f"a[href='/finding/{id}']").count() == 0


# --- origins ------------------------------------------------------------------------------------------


def test_every_node_by_pointer_and_keyboard(page: "Page", demo: str) -> None:
    page.goto(f"{demo}/origins/{dispute(page, demo)}")
    every = [str(mark.get_attribute("data-node")) for mark in marks(page)]
    assert len(every) > 5
    for mark in marks(page):
        mark.scroll_into_view_if_needed()
        pointed(page, mark)
        assert page.locator("[data-of].on").get_attribute("data-of") == mark.get_attribute("data-node")
    page.locator("[data-plot] .drawn").first.focus()
    page.keyboard.press("Tab")
    seen = [on(page)]
    for _ in every[1:]:
        page.keyboard.press("ArrowRight")
        seen.append(on(page))
    assert sorted(seen) == sorted(every)


def test_a_source_opens_its_place_in_the_list_and_a_report_its_words(page: "Page", demo: str) -> None:
    page.goto(f"{demo}/origins/{dispute(page, demo)}")
    anchor = page.locator("a.mark.node[href^='#node-']").first
    target = str(anchor.get_attribute("href"))
    anchor.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(target)
    page.locator("a.mark.node[href^='/finding/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/report/"))


# --- all ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(page: "Page", demo: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    id = dispute(page, demo)
    faults = []
    for path in (*PATHS, f"/disputes/{id}?policy=acled", f"/origins/{id}"):
        page.goto(demo + path)
        if marks(page):
            marks(page)[0].focus()
        faults += [f"{path} {fault}" for fault in serious(page)]
    assert faults == []


def test_narrow(page: "Page", demo: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    id = dispute(page, demo)
    for path in (*PATHS, f"/disputes/{id}", f"/origins/{id}"):
        page.goto(demo + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        if page.locator("[data-plot]").count():
            marks(page)[0].focus()
            assert page.locator("[data-readout]").first.is_visible()
