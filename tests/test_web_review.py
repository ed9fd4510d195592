"""The queue in a browser: every key, every undo, many at once, two reviewers; forms alone; for everybody."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from hearsay.ledger import is_person
from hearsay.model import Figure
from hearsay.store.ledger import Ledger

from . import rooms
from .rooms import at, figure, found, said, serious, short, span, state

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIGURES = "417", "96", "130", "31", "23"


@pytest.fixture
def web_ledger(tmp_path: Path) -> Path:
    return rooms.filled(tmp_path / "ledger")


@pytest.fixture
def queue(page: "Page", named: str) -> "Page":
    """The figures of the ledger, as read, at the first one."""
    page.goto(f"{named}/review?type=figure&sort=read")
    at(page, "417")
    return page


# --- keys ---------------------------------------------------------------------------------------------


def test_next_and_previous(queue: "Page") -> None:
    queue.keyboard.press("j")
    at(queue, "96")
    queue.keyboard.press("j")
    at(queue, "130")
    queue.keyboard.press("k")
    at(queue, "96")
    assert "sort=read" in queue.url


def test_the_position_survives_a_reload(queue: "Page") -> None:
    queue.keyboard.press("j")
    queue.keyboard.press("j")
    at(queue, "130")
    queue.reload()
    at(queue, "130")
    expect(queue.locator(".progress-line")).to_contain_text("3 of")
    queue.go_back()
    at(queue, "96")


def test_accept_is_saved_and_goes_on(queue: "Page", web_ledger: Path) -> None:
    queue.keyboard.press("a")
    at(queue, "96")
    said(queue, "Accepted")
    assert state(web_ledger, figure(web_ledger, "417")) == "accepted"
    with Ledger.open(web_ledger) as held:
        assert [v.agent for v in held.verdicts(figure(web_ledger, "417")) if is_person(v.agent)] == ["person:mira"]


def test_reject_and_undo(queue: "Page", web_ledger: Path) -> None:
    queue.keyboard.press("x")
    at(queue, "96")
    assert state(web_ledger, figure(web_ledger, "417")) == "rejected"
    queue.keyboard.press("u")
    at(queue, "417")
    said(queue, "Taken back: rejected")
    assert state(web_ledger, figure(web_ledger, "417")) == "proposed"


def test_undo_goes_back_step_by_step(queue: "Page", web_ledger: Path) -> None:
    for key, then in (("a", "96"), ("x", "130"), ("a", "31")):
        queue.keyboard.press(key)
        at(queue, then)
    for then in ("130", "96", "417"):
        queue.keyboard.press("u")
        at(queue, then)
    assert {state(web_ledger, figure(web_ledger, words)) for words in FIGURES} == {"proposed"}
    queue.keyboard.press("u")
    said(queue, "nothing of yours left")


def test_keys_pressed_fast_are_not_lost(queue: "Page", web_ledger: Path) -> None:
    queue.keyboard.type("axa")
    at(queue, "31")
    stands = [state(web_ledger, figure(web_ledger, words)) for words in FIGURES[:3]]
    assert stands == ["accepted", "rejected", "accepted"]


def test_next_unjudged(queue: "Page") -> None:
    queue.keyboard.press("a")
    at(queue, "96")
    queue.keyboard.press("a")
    at(queue, "130")
    for then in ("96", "417"):
        queue.keyboard.press("k")
        at(queue, then)
    queue.keyboard.press("n")
    at(queue, "130")


def test_staying_after_a_verdict(queue: "Page") -> None:
    queue.locator("[data-onward]").uncheck()
    queue.keyboard.press("a")
    expect(queue.locator(".standing-line")).to_contain_text("accepted")
    at(queue, "417")
    queue.reload()
    expect(queue.locator("[data-onward]")).not_to_be_checked()


def test_help_lists_every_key(queue: "Page") -> None:
    queue.keyboard.press("?")
    dialog = queue.locator("dialog.keys")
    expect(dialog).to_be_visible()
    assert set(dialog.locator("dt").all_inner_texts()) >= set("jkaxeunm?")
    queue.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    queue.keyboard.press("j")
    at(queue, "96")


def test_buttons_do_what_keys_do(queue: "Page", web_ledger: Path) -> None:
    queue.get_by_role("button", name="Reject").click()
    at(queue, "96")
    queue.get_by_role("button", name="Undo last").click()
    at(queue, "417")
    queue.get_by_role("link", name="Next j").click()
    at(queue, "96")
    assert state(web_ledger, figure(web_ledger, "417")) == "proposed"


# --- many at once -------------------------------------------------------------------------------------


def test_accept_all_and_its_one_undo(page: "Page", named: str, web_ledger: Path) -> None:
    page.goto(f"{named}/ledger?type=figure&outlet=Orsa+Post")
    page.locator(".menu summary").click()
    page.get_by_role("link", name="Accept all").click()
    expect(page.get_by_role("heading", name="Accept 5 findings?")).to_be_visible()
    assert {state(web_ledger, figure(web_ledger, words)) for words in FIGURES} == {"proposed"}, "a preview changes nothing"
    page.get_by_role("button", name="Accept 5").click()
    expect(page.get_by_role("heading", name="5 findings accepted")).to_be_visible()
    assert {state(web_ledger, figure(web_ledger, words)) for words in FIGURES} == {"accepted"}
    assert state(web_ledger, figure(web_ledger, "12")) == "proposed"
    page.get_by_role("button", name="Undo all of it").click()
    expect(page.locator(".how-many")).to_contain_text("5 figures")
    assert {state(web_ledger, figure(web_ledger, words)) for words in FIGURES} == {"proposed"}


def test_reject_all_keeps_earlier_words_and_is_undone_by_key(queue: "Page", named: str, web_ledger: Path) -> None:
    queue.keyboard.press("a")
    at(queue, "96")
    queue.goto(f"{named}/review/many?stance=rejected&type=figure&outlet=Orsa+Post")
    expect(queue.locator(".tally")).to_contain_text("You accepted")
    queue.get_by_role("button", name="Reject 4").click()
    expect(queue.get_by_role("heading", name="4 findings rejected")).to_be_visible()
    assert state(web_ledger, figure(web_ledger, "417")) == "accepted"
    queue.goto(f"{named}/review/{short(figure(web_ledger, '417'))}?type=figure&sort=read&state=any")
    queue.keyboard.press("u")
    said(queue, "all of it (4 findings)")
    assert [state(web_ledger, figure(web_ledger, words)) for words in FIGURES] == ["accepted", *["proposed"] * 4]


def test_a_list_that_changed_is_shown_again(web: TestClient, web_ledger: Path) -> None:
    web.cookies.set("hearsay_name", "mira")
    given = "type=figure&outlet=Orsa+Post"
    seen = web.get(f"/review/many?stance=accepted&{given}").text
    digest = seen.partition('name="digest" value="')[2].partition('"')[0]
    web.post("/judge", data={"finding": figure(web_ledger, "96"), "stance": "rejected"})
    answer = web.post("/review/many", data={"query": given, "stance": "accepted", "digest": digest})
    assert "The list has changed" in answer.text
    assert state(web_ledger, figure(web_ledger, "417")) == "proposed"


# --- two reviewers ------------------------------------------------------------------------------------


@pytest.fixture
def other(browser: "Browser", named: str) -> Iterator["Page"]:
    """A second reviewer, oren, in a browser of his own."""
    second = browser.new_context(viewport={"width": 1280, "height": 900})
    second.add_cookies([{"name": "hearsay_name", "value": "oren", "url": named}])
    yield second.new_page()
    second.close()


def test_two_reviewers_differ(queue: "Page", other: "Page", named: str) -> None:
    queue.keyboard.press("a")
    at(queue, "96")
    other.goto(f"{named}/review?type=figure&sort=read")
    at(other, "417")
    expect(other.locator(".standing-line")).to_contain_text("mira accepted")
    other.keyboard.press("x")
    expect(other.locator(".toast").last).to_contain_text("disputed")
    queue.keyboard.press("k")
    at(queue, "417")
    expect(queue.locator(".standing-line")).to_contain_text("disputed")
    expect(queue.locator(".standing-line")).to_contain_text("oren rejected")
    other.keyboard.press("a")  # the next one, which mira accepts too
    queue.keyboard.press("j")
    at(queue, "96")
    queue.keyboard.press("a")
    at(queue, "130")
    queue.goto(f"{named}/review/agreement")
    expect(queue.locator(".measures")).to_contain_text("1 of them alike by all: 50 %")
    # accepted/accepted and accepted/rejected: D_o = 2/4, D_e = 2·3·1/(4·3), alpha 0
    expect(queue.locator(".alpha").first).to_have_text("0.000")
    expect(queue.locator(".differs tbody tr")).to_have_count(1)
    expect(queue.locator(".differs")).to_contain_text("oren")


def test_what_another_judged_still_waits_for_me(queue: "Page", other: "Page", named: str) -> None:
    queue.keyboard.press("a")
    at(queue, "96")
    other.goto(f"{named}/review?type=figure&sort=read")
    at(other, "417")
    expect(other.locator(".progress-line")).to_contain_text("10 without your word")
    expect(queue.locator(".progress-line")).to_contain_text("9 without your word")


# --- without a script, narrow, and for everybody ------------------------------------------------------


def test_forms_alone(web: TestClient, web_ledger: Path) -> None:
    """Each change by a plain form: judged, corrected, added, taken back."""
    web.cookies.set("hearsay_name", "mira")
    key = figure(web_ledger, "96")
    start = web.get("/review?type=figure&sort=read")
    assert start.status_code == 303
    page = web.get(f"/review/{short(key)}?type=figure&sort=read&edit=1").text
    assert 'action="/judge"' in page
    assert 'action="/review/edit"' in page
    form = {"finding": key, "who": "sailors", "go": "1", "query": "sort=read"}
    answer = web.post("/review/edit", data=form)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/review/")
    assert state(web_ledger, key) == "replaced"
    back = web.post("/review/undo", data={"go": "1", "query": "sort=read"})
    assert back.headers["location"] == f"/review/{short(key)}?sort=read"
    assert state(web_ledger, key) == "proposed"
    bad = web.post("/review/edit", data={"finding": key, "low": "many"})
    assert bad.status_code == 422
    assert "no whole number" in bad.text
    with Ledger.open(web_ledger) as held:
        text = held.text("story").id
    added = web.post("/review/new", data={"text": text, "type": "figure", "span": span("dozens"), "go": "1"})
    assert added.status_code == 303
    assert found(web_ledger, "dozens", Figure).words == "dozens"


def test_a_name_is_asked_for(web: TestClient, web_ledger: Path) -> None:
    key = figure(web_ledger, "96")
    answer = web.post("/review/edit", data={"finding": key, "who": "sailors", "back": f"/review/{short(key)}"})
    assert answer.headers["location"].startswith("/who?back=")
    assert web.get("/review/many?stance=accepted&type=figure").headers["location"].startswith("/who?back=")
    assert state(web_ledger, key) == "proposed"


def test_changes_are_posts_from_here(web: TestClient) -> None:
    web.cookies.set("hearsay_name", "mira")
    for path in ("/review/edit", "/review/new", "/review/undo", "/review/many"):
        assert web.post(path, data={}, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert web.get("/review/undo").status_code in (404, 405)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe(page: "Page", named: str, scheme: str, web_ledger: Path) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    faults = []
    many = "/review/many?stance=accepted&type=figure"
    for path in ("/review?type=figure&sort=read", "/review/agreement", many, "/review/new?text=story"):
        page.goto(named + path)
        faults += [f"{path} {fault}" for fault in serious(page)]
    page.goto(f"{named}/review/{short(figure(web_ledger, '96'))}?edit=1")
    expect(page.locator("form.editing")).to_be_visible()
    assert faults + serious(page) == []


def test_narrow(page: "Page", named: str, web_ledger: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    one = f"/review/{short(figure(web_ledger, '96'))}"
    for path in (one, f"{one}?edit=1", "/review/agreement"):
        page.goto(named + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.goto(f"{named}/review?type=figure&sort=read")
    page.get_by_role("button", name="Accept").click()
    at(page, "96")
