"""A report in a browser: its marks, going through them, and judging, by keys and by mouse."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearsay.model import Attribution, Figure, Stance
from hearsay.store.ledger import Ledger

from .web_app import MIXED, key_of

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture
def mixed(named: str, web_ledger: Path) -> str:
    """The address of the report that is hard to show."""
    return named + key_of(web_ledger, "mixed")


@pytest.fixture
def depot(named: str, web_ledger: Path) -> str:
    return named + key_of(web_ledger, "depot")


def words_of(page: "Page", sign: str) -> str:
    """The characters that are marked as a finding's content or number, in order."""
    script = "sign => [...document.querySelectorAll(`#text [data-c~='${sign}']`)].map(e => e.textContent).join('')"
    return str(page.evaluate(script, sign))


# --- the text ---------------------------------------------------------------------------------------


def test_marks_are_exactly_the_words_whatever_stands_before(page: "Page", mixed: str, web_ledger: Path) -> None:
    page.goto(mixed)
    with Ledger.open(web_ledger) as held:
        found = list(held.findings(text=held.text("mixed").id))
    spans = [s for e in found if isinstance(e.finding, Attribution) for s in e.finding.content]
    spans += [e.finding.span for e in found if isinstance(e.finding, Figure)]
    assert len(spans) == 10
    texts = set()
    for card in page.locator(".card").all():
        texts.add(words_of(page, str(card.get_attribute("data-sign"))))
    assert texts == {MIXED[span.start : span.end] for span in spans}


def test_offsets_of_a_selection_are_code_points(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    for words in ("Irena", "🕊️", "قتلوا", "נהרגו", "😀"):
        found = page.evaluate(
            """async words => {
                const base = document.querySelector('script[src*="base.js"]').src;
                const { offsetsOf, rangeOf } = await import(base.replace("base.js", "text.js"));
                const root = document.getElementById("text");
                const piece = [...root.querySelectorAll("[data-at]")].find(e => e.textContent.includes(words));
                const range = document.createRange();
                const first = piece.textContent.indexOf(words);
                range.setStart(piece.firstChild, first);
                range.setEnd(piece.firstChild, first + words.length);
                const [start, end] = offsetsOf(root, range);
                return [start, end, rangeOf(root, start, end).toString()];
            }""",
            words,
        )
        assert MIXED[found[0] : found[1]] == words
        assert found[2] == words


@pytest.mark.parametrize("words", ["قتلوا", "Night of", "🇺🇳", "Irena Voss said the guard", "deklat"])
def test_a_passage_has_an_address(page: "Page", mixed: str, words: str) -> None:
    start = MIXED.index(words)
    page.goto(f"{mixed}#char={start},{start + len(words)}")
    shown = page.evaluate("[...CSS.highlights.get('passage')].map(r => r.toString()).join('')")
    assert shown == words


def test_selected_words_give_a_link_to_them(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    page.locator("#text p", has_text="came home").locator("span").last.click(click_count=2)
    link = page.locator(".selection a", has_text="Link to these words")
    link.wait_for()
    start, end = map(int, re.findall(r"char=(\d+),(\d+)", str(link.get_attribute("href")))[0])
    assert MIXED[start:end].strip() == page.evaluate("getSelection().toString().trim()")


def test_writing_from_right_to_left_stands_so(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    script = "[...document.querySelectorAll('#text p')].map(p => [p.innerText.slice(0, 4), getComputedStyle(p).direction])"
    told = dict(page.evaluate(script))
    assert told["وقال"] == "rtl"
    assert told["הדוב"] == "rtl"
    assert told["BREN"] == "ltr"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_markup_in_an_article_stays_text(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    page.keyboard.press("j")
    assert "<script>window.pwned = 1</script>" in page.locator("#text").inner_text()
    assert page.evaluate("window.pwned") is None
    assert page.locator("#text script, #text img").count() == 0


def test_steering_characters_are_seen(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    assert page.locator("#text .steering").all_inner_texts() == ["⟨U+202E⟩", "⟨U+202C⟩"]


def test_nested_words_are_darker_and_own_voice_is_framed_otherwise(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    look = "selector => getComputedStyle(document.querySelector('#text ' + selector))"
    grounds = [page.evaluate(look + ".backgroundColor", selector) for selector in (".said.d1", ".said.d2")]
    assert grounds[0] != grounds[1]
    assert page.evaluate(look + ".borderTopStyle", ".fig.own") == "dashed"
    assert page.evaluate(look + ".borderTopStyle", ".fig:not(.own)") == "solid"


# --- going through ----------------------------------------------------------------------------------


def chosen(page: "Page") -> str:
    return str(page.locator(".card.on").get_attribute("data-sign"))


def test_keys_go_from_finding_to_finding(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    order = [card.get_attribute("data-sign") for card in page.locator(".card").all()]
    seen = []
    for _ in order:
        page.keyboard.press("j")
        seen.append(chosen(page))
        assert page.locator(".card:visible").count() == 1
    assert seen == order
    page.keyboard.press("j")
    assert chosen(page) == order[-1]
    page.keyboard.press("k")
    assert chosen(page) == order[-2]
    page.keyboard.press("Escape")
    assert page.locator(".card:visible").count() == 0
    assert page.locator(".legend").is_visible()


def test_a_click_chooses_the_innermost_and_again_the_one_around(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    forty = page.locator("#text .fig", has_text="40")
    seen = []
    for _ in range(4):
        forty.click()
        seen.append(page.locator(".card.on blockquote").inner_text())
    assert seen == ["40", "40 men fell", "the guard claimed 40 men fell", "40"]


def test_the_address_follows_and_leads_back(page: "Page", mixed: str) -> None:
    page.goto(mixed)
    page.keyboard.press("j")
    page.keyboard.press("j")
    sign, place = chosen(page), page.url
    page.goto("about:blank")
    page.goto(place)
    assert chosen(page) == sign
    assert page.locator("#text .on").count() > 0


def test_a_permalink_opens_its_finding(page: "Page", named: str, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        one = next(e for e in held.findings(Figure) if e.finding.words == "12" and "شخصا" in held.text(e.text).content)  # type: ignore[union-attr]
    page.goto(f"{named}/finding/{one.id}")
    assert page.locator(".card.on").get_attribute("data-id") == one.id


def test_everything_by_the_keyboard_alone(page: "Page", depot: str, web_ledger: Path) -> None:
    page.goto(depot)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    seen: set[str] = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#text .sign')"):
            seen.add(chosen(page))
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        if page.evaluate("document.activeElement.value") == "accepted":
            page.keyboard.press("Enter")
            break
    assert len(seen) == 5
    page.locator('.card.on [aria-pressed="true"]').wait_for()
    with Ledger.open(web_ledger) as held:
        assert held.finding(str(page.locator(".card.on").get_attribute("data-id"))).standing.by == ("person:mira",)


# --- judging ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "state"), [("a", "accepted"), ("x", "rejected")])
def test_a_key_saves_a_word_and_another_takes_it_back(page: "Page", depot: str, web_ledger: Path, key: str, state: str) -> None:
    page.goto(depot)
    page.keyboard.press("j")
    one = str(page.locator(".card.on").get_attribute("data-id"))
    page.keyboard.press(key)
    page.locator(".card.on .stands .badge", has_text=state).wait_for()
    with Ledger.open(web_ledger) as held:
        assert (held.finding(one).standing.state.value, held.finding(one).standing.by) == (state, ("person:mira",))
    page.keyboard.press("u")
    page.locator(".card.on .stands .badge", has_text="proposed").wait_for()
    with Ledger.open(web_ledger) as held:
        assert held.finding(one).standing.state.value == "proposed"
        assert [v.stance.value for v in held.verdicts(one) if v.agent == "person:mira"] == [state, "withdrawn"]


def test_the_notice_undoes_too(page: "Page", depot: str) -> None:
    page.goto(depot)
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.locator(".toast button", has_text="Undo").click()
    page.locator(".card.on .stands .badge", has_text="proposed").wait_for()


def test_where_two_differ_it_is_disputed(page: "Page", depot: str, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        for entry in held.findings(Figure):
            held.judge(entry.id, Stance.REJECTED, "person:oskar")
    page.goto(depot + "?dropped=1")
    page.locator(".c-figure").first.wait_for(state="attached")
    page.evaluate("location.hash = document.querySelector('.c-figure').id")
    page.locator(".c-figure.on").wait_for()
    page.keyboard.press("a")
    page.locator(".card.on .stands .badge", has_text="disputed").wait_for()
    assert "oskar" in page.locator(".card.on .stands").inner_text()


def test_who_has_no_name_is_asked_once_and_comes_back(page: "Page", served: str, web_ledger: Path) -> None:
    page.goto(served + key_of(web_ledger, "depot"))
    page.keyboard.press("j")
    sign = chosen(page)
    page.keyboard.press("a")
    page.get_by_label("Your name").fill("Mira Ølsen")
    page.keyboard.press("Enter")
    page.locator(".card.on").wait_for()
    assert chosen(page) == sign
    page.keyboard.press("a")
    page.locator(".card.on .word", has_text="Mira Ølsen").wait_for()


def test_keys_typed_into_a_field_are_the_field_s(page: "Page", named: str) -> None:
    page.goto(named + "/")
    page.get_by_label("Paste a text").press_sequentially("jxa?")
    assert page.get_by_label("Paste a text").input_value() == "jxa?"
    assert not page.locator("dialog.keys").is_visible()


def test_the_keys_are_on_screen(page: "Page", depot: str) -> None:
    page.goto(depot)
    page.keyboard.press("?")
    shown = page.locator("dialog.keys").inner_text()
    for word in ("next finding", "accept", "reject", "undo", "original or text"):
        assert word in shown
    page.keyboard.press("Escape")
    assert not page.locator("dialog.keys").is_visible()
