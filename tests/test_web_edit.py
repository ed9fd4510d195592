"""Corrections in a browser: spans by keyboard and mouse, fields, findings of one's own, and their undo."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from hearsay.ledger import is_person
from hearsay.model import Attribution, Figure, Mention
from hearsay.store.ledger import Ledger

from . import rooms
from .rooms import at, drag, figure, found, said, short, span, spans, state

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def web_ledger(tmp_path: Path) -> Path:
    return rooms.filled(tmp_path / "ledger")


@pytest.fixture
def queue(page: "Page", named: str) -> "Page":
    """The figures of the ledger, as read, at the first one."""
    page.goto(f"{named}/review?type=figure&sort=read")
    at(page, "417")
    return page


# --- spans --------------------------------------------------------------------------------------------


def test_ends_move_by_word_and_by_letter(queue: "Page") -> None:
    queue.keyboard.press("e")
    spans(queue, "span", span("417"))
    expect(queue.locator('[role=slider][data-end="end"]').first).to_be_focused()
    queue.keyboard.press("ArrowRight")
    spans(queue, "span", span("417 fighters"))
    queue.keyboard.press("ArrowLeft")
    spans(queue, "span", span("417"))
    queue.keyboard.press("Shift+ArrowLeft")
    spans(queue, "span", span("41"))
    queue.keyboard.press("Shift+Tab")
    queue.keyboard.press("ArrowLeft")
    spans(queue, "span", span("said 41"))
    queue.keyboard.press("Shift+ArrowRight")
    spans(queue, "span", span("aid 41"))


def test_an_end_never_passes_the_other(queue: "Page") -> None:
    queue.keyboard.press("e")
    for _ in range(6):
        queue.keyboard.press("Shift+ArrowLeft")
    spans(queue, "span", span("4"))


def test_edited_by_keyboard_alone(page: "Page", named: str, web_ledger: Path) -> None:
    """From "130" to "at least 130 fighters" as what is counted: bounds and modifier follow the words, after two emoji."""
    page.goto(f"{named}/review/{short(figure(web_ledger, '130'))}?type=figure&sort=read")
    page.keyboard.press("e")
    page.keyboard.press("2")
    page.locator('input[name="who_spans"]').fill(span("fighters", 1))
    page.keyboard.press("Enter")
    at(page, "31")
    said(page, "Corrected")
    new = found(web_ledger, "130", Figure)
    assert (new.who, new.low, new.high) == ("fighters", 130, 130)
    assert state(web_ledger, figure_before(web_ledger, "130")) == "replaced"


def figure_before(folder: Path, words: str) -> str:
    """The figure with these words that a machine found."""
    with Ledger.open(folder) as held:
        for entry in held.findings(Figure):
            machine = any(not is_person(verdict.agent) for verdict in held.verdicts(entry.id))
            if isinstance(entry.finding, Figure) and entry.finding.words == words and machine:
                return entry.id
    raise AssertionError(words)


def test_an_edit_is_undone(queue: "Page", web_ledger: Path) -> None:
    queue.keyboard.press("e")
    queue.locator('select[name="measure"]').select_option("injured")
    queue.locator("form.editing").get_by_role("button", name="Save").click()
    at(queue, "96")
    new = found(web_ledger, "417", Figure)
    assert new.measure.value == "injured"
    queue.keyboard.press("u")
    at(queue, "417")
    said(queue, "Taken back: the correction")
    old = found(web_ledger, "417", Figure)
    assert (old.measure.value, state(web_ledger, figure_before(web_ledger, "417"))) == ("killed", "proposed")


def test_escape_leaves_everything_as_it_was(queue: "Page", web_ledger: Path) -> None:
    queue.keyboard.press("e")
    queue.keyboard.press("ArrowRight")
    queue.keyboard.press("Escape")
    expect(queue.locator("form.editing")).to_be_hidden()
    at(queue, "417")
    assert state(web_ledger, figure(web_ledger, "417")) == "proposed"
    queue.keyboard.press("j")
    at(queue, "96")


def test_what_does_not_fit_is_said(queue: "Page", web_ledger: Path) -> None:
    queue.keyboard.press("e")
    queue.locator('input[name="low"]').fill("500")
    queue.keyboard.press("Enter")
    expect(queue.locator(".editing .problem")).to_contain_text("above the highest")
    queue.locator('input[name="low"]').fill("417")
    queue.keyboard.press("Enter")
    expect(queue.locator(".editing .problem")).to_contain_text("changes nothing")
    assert state(web_ledger, figure(web_ledger, "417")) == "proposed"


def test_marked_with_the_mouse(page: "Page", named: str, web_ledger: Path) -> None:
    """Words after emoji, marked by a double click and by dragging: offsets stay code points."""
    page.goto(f"{named}/review/{short(figure(web_ledger, '130'))}?type=figure&sort=read")
    page.keyboard.press("e")
    drag(page, "dozens")
    spans(page, "span", span("dozens"))
    expect(page.locator('input[name="low"]')).to_have_value("")
    expect(page.locator('select[name="modifier"]')).to_have_value("vague")
    page.locator("form.editing").get_by_role("button", name="Save").click()
    at(page, "31")
    new = found(web_ledger, "dozens", Figure)
    assert (new.low, new.high, new.modifier.value) == (None, None, "vague")


@pytest.mark.parametrize(("words", "next_word"), [("31", "شخصا"), ("23", "בני")])
def test_right_to_left(page: "Page", named: str, web_ledger: Path, words: str, next_word: str) -> None:
    """In Arabic and Hebrew the left arrow goes on, as the eye does."""
    page.goto(f"{named}/review/{short(figure(web_ledger, words))}?type=figure&sort=read")
    line = page.locator(".passage p", has=page.locator(".is"))
    assert line.evaluate("(line) => getComputedStyle(line).direction") == "rtl"
    page.keyboard.press("e")
    page.keyboard.press("ArrowLeft")
    spans(page, "span", span(f"{words} {next_word}"))
    page.keyboard.press("ArrowRight")
    spans(page, "span", span(words))
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator('input[name="span"]')).not_to_have_value(span(words))


def test_letters_are_never_cut(page: "Page", named: str, web_ledger: Path) -> None:
    """An end moves over an emoji in one step, and its words are what the text has there."""
    page.goto(f"{named}/review/{short(figure(web_ledger, '130'))}?type=figure&sort=read")
    page.keyboard.press("e")
    start = rooms.STORY.index("😀🌉 The")
    page.locator('input[name="span"]').fill(f"{start + 1}-{start + 6}")
    page.locator('[role=slider][data-end="start"]').first.focus()
    page.keyboard.press("Shift+ArrowLeft")
    spans(page, "span", f"{start}-{start + 6}")
    expect(page.locator(".stretch .words").first).to_have_text("😀🌉 The")


def test_stretches_of_an_attribution(page: "Page", named: str, web_ledger: Path) -> None:
    page.goto(f"{named}/review?type=attribution&sort=read")
    expect(page.locator(".passage .src")).to_have_text("Irena Voss")
    page.keyboard.press("e")
    page.locator('input[name="content"]').fill(span("417 fighters died"))
    page.locator('[data-part="content"]').get_by_role("button", name="another stretch").click()
    spans(page, "content", f"{span('417 fighters died')} {span('and')}")
    page.keyboard.press("ArrowRight")
    spans(page, "content", f"{span('417 fighters died')} {span('and 96')}")
    page.locator('input[name="source.name"]').fill("Colonel Irena Voss")
    page.keyboard.press("Enter")
    said(page, "Corrected")
    new = found(web_ledger, "417 fighters died … and 96", Attribution)
    assert new.source is not None
    assert new.source.name == "Colonel Irena Voss"


# --- findings of one's own ----------------------------------------------------------------------------


def test_added_from_marked_words_and_undone(queue: "Page", web_ledger: Path) -> None:
    drag(queue, "the bridge")
    queue.keyboard.press("m")
    expect(queue.get_by_role("heading", name="Add a finding")).to_be_visible()
    queue.get_by_role("link", name="Mention").click()
    queue.wait_for_url("**type=mention**")
    queue.wait_for_load_state()
    spans(queue, "span", span("the bridge"))
    queue.locator('input[name="actor"]').fill("The Orsa bridge")
    queue.keyboard.press("Enter")
    at(queue, "the bridge")
    new = found(web_ledger, "the bridge", Mention)
    assert new.actor == "The Orsa bridge"
    queue.keyboard.press("u")
    said(queue, "Taken back: the finding that you added")
    with Ledger.open(web_ledger) as held:
        assert [claim.words for claim in held.claims(Mention) if claim.words == "the bridge"] == []


def test_added_needs_words(page: "Page", named: str) -> None:
    page.goto(f"{named}/review/new?text=story&type=figure")
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".editing .problem")).to_contain_text("mark the words first")
    drag(page, "dozens")
    page.get_by_role("button", name="Add").click()
    at(page, "dozens")
