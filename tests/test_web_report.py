"""The report's page: its text cut at the right code points, and what is said of each finding."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from hearsay.model import Attribution, Figure, Span, Stance
from hearsay.store.ledger import Ledger
from hearsay.web.cutting import Mark, pieces, runs
from hearsay.web.sheets import marks, sheet

from .sample import BRIDGE, report
from .web_app import MIXED, called, key_of

TEXTS = st.text(st.sampled_from("ab \u202e😀é\u05d0\u0301"), min_size=1, max_size=30)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text and marks that overlap in any way."""
    content = draw(TEXTS)
    ends = st.tuples(st.integers(0, len(content)), st.integers(0, len(content))).map(sorted).filter(lambda p: p[0] < p[1])
    spans = draw(st.lists(ends, max_size=6))
    made = [Mark(a, b, str(n), "said", closing=True, nested=True) for n, (a, b) in enumerate(spans, 1)]
    return content, sorted(made, key=lambda mark: (mark.start, -mark.end, mark.sign))


@given(marked())
def test_pieces_are_the_text_and_marks_are_their_spans(given: tuple[str, list[Mark]]) -> None:
    content, made = given
    cut = list(pieces(content, Span(0, len(content)), made))
    assert all(piece.hidden or content[piece.at : piece.at + len(piece.text)] == piece.text for piece in cut)
    sizes = [1 if piece.hidden else len(piece.text) for piece in cut]
    assert [piece.at for piece in cut] == [sum(sizes[:n]) for n in range(len(sizes))]
    assert sum(sizes) == len(content)
    for mark in made:
        own = [(piece, size) for piece, size in zip(cut, sizes, strict=True) if mark.sign in piece.signs]
        assert (own[0][0].at, own[-1][0].at + own[-1][1]) == (mark.start, mark.end)
        assert [piece for piece in cut if mark.sign in piece.closed] == [own[-1][0]]


@given(marked())
def test_the_depth_is_the_number_of_marks_around(given: tuple[str, list[Mark]]) -> None:
    content, made = given
    for piece in pieces(content, Span(0, len(content)), made):
        around = sum(mark.start <= piece.at < mark.end for mark in made)
        assert (f"d{min(around, 4)}" in piece.looks.split()) == (around > 0)


def test_steering_characters_are_pieces_of_their_own() -> None:
    cut = list(pieces("a\u202eb", Span(0, 3), []))
    assert [(piece.at, piece.text, piece.hidden) for piece in cut] == [(0, "a", False), (1, "⟨U+202E⟩", True), (2, "b", False)]


def test_every_word_of_the_text_is_on_the_page_once(web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        for name in ("mixed", "captured", "depot"):
            made = sheet(held.report(name))
            shown = [p for run in made.runs for part in run.parts for line in part.paragraphs for p in line]
            assert len({piece.at for piece in shown}) == len(shown)
            visible = {at for p in shown for at in range(p.at, p.at + (1 if p.hidden else len(p.text)))}
            content = made.view.text.content
            assert {at for at, c in enumerate(content) if not c.isspace()} <= visible


def test_a_nested_attribution_is_told_apart(web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        made = sheet(held.report("mixed"))
    inner = next(card for card in made.cards if card.quote == "40 men fell")
    outer = next(card for card in made.cards if card.quote == "the guard claimed 40 men fell")
    figure = next(card for card in made.cards if card.quote == "40")
    assert [voice.sign for voice in inner.around] == [outer.sign]
    assert [voice.sign for voice in figure.around] == [inner.sign, outer.sign]
    assert outer.holds == (inner.sign,)
    assert not figure.own_voice
    assert next(card for card in made.cards if card.quote == "7").own_voice
    assert {mark.looks for mark in marks(outer)} == {"said q-indirect", "src", "cue"}


def test_rejected_findings_are_shown_on_demand(web: TestClient, web_ledger: Path) -> None:
    where = key_of(web_ledger, "depot")
    with Ledger.open(web_ledger) as held:
        figure = next(entry for entry in held.findings(Figure) if entry.finding.words == "96")  # type: ignore[union-attr]
        held.judge(figure.id, Stance.REJECTED, "person:mira", note="no")
    assert figure.id not in web.get(where).text
    page = web.get(where + "?dropped=1").text
    assert f'data-standing="{figure.id}"' in page
    assert "“no”" in page
    assert web.get("/finding/" + figure.id).headers["location"].startswith(where + "?dropped=1#f-")


def test_mentions_are_shown_on_demand(web: TestClient, web_ledger: Path) -> None:
    where = key_of(web_ledger, "depot")
    assert "c-mention" not in web.get(where).text
    assert web.get(where + "?mentions=1").text.count('class="card c-mention') == 2


def test_article_text_is_escaped(web: TestClient, web_ledger: Path) -> None:
    page = web.get(key_of(web_ledger, "mixed")).text
    assert "<script>window" not in page
    assert "onerror=" not in re.sub(r">[^<]*<", "><", page)
    assert "<script>window.pwned = 1</script>" in unescape(page)


@pytest.mark.parametrize("name", ["hostile", "mixed"])
def test_steering_characters_are_shown_as_marks(web: TestClient, web_ledger: Path, name: str) -> None:
    page = web.get(key_of(web_ledger, name)).text
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "⟨U+202E⟩" in page


def test_a_report_is_found_by_name_id_and_address(web: TestClient, web_ledger: Path) -> None:
    where = key_of(web_ledger, "captured")
    for key in ("captured", where.removeprefix("/report/")[:12], "https%3A%2F%2Fcourier.example%2Fdepot"):
        assert web.get("/report/" + key).status_code == 200
    assert web.get("/report/nowhere").status_code == 404


@pytest.mark.parametrize("char", ["a", "5", "9,3", "0,99999", "-1,4", "1,2,3"])
def test_a_passage_that_is_none_is_refused(web: TestClient, web_ledger: Path, char: str) -> None:
    assert web.get(key_of(web_ledger, "depot") + f"?char={char}").status_code == 422


def test_judging_without_a_script(web: TestClient, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        one = next(held.findings(Attribution)).id
    back = key_of(web_ledger, "depot") + "#f-x"
    answer = web.post("/judge", data={"finding": one, "stance": "accepted", "back": back})
    assert answer.headers["location"].startswith("/who?back=%2Freport")
    answer = called(web, "mira").post("/judge", data={"finding": one, "stance": "accepted", "back": back})
    assert (answer.status_code, answer.headers["location"]) == (303, back)
    with Ledger.open(web_ledger) as held:
        assert held.finding(one).standing.by == ("person:mira",)


def test_judging_tells_how_the_finding_stands(web: TestClient, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        one = next(held.findings(Attribution)).id
        held.judge(one, Stance.REJECTED, "person:oskar")
    called(web, "mira").headers["accept"] = "application/json"
    answer = web.post("/judge", data={"finding": one, "stance": "accepted"})
    said = answer.json()
    assert (said["state"], said["mine"], said["by"]) == ("disputed", "accepted", ["person:mira", "person:oskar"])
    assert 'aria-pressed="true"' in said["html"]
    answer = web.post("/judge", data={"finding": one, "stance": "withdrawn"})
    assert (answer.json()["state"], answer.json()["mine"]) == ("rejected", "")
    for stance in ("withdrawn", "replaced", "liked", ""):
        answer = web.post("/judge", data={"finding": one, "stance": stance})
        assert answer.status_code == 422


def test_the_text_of_a_plain_report_is_one_paragraph_a_block(web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        text = held.text("mixed")
    made = runs(text, [])
    assert sum(len(part.paragraphs) for run in made for part in run.parts) == len(text.blocks)
    assert len(text.content) == len(MIXED.rstrip("\n")) or text.content == MIXED


def test_other_accounts_and_origins_of_a_figure(web: TestClient, web_ledger: Path) -> None:
    with Ledger.open(web_ledger) as held:
        rival = BRIDGE.replace("7 people", "9 people").replace("Voice of Pellam", "Tessary Courier")
        held.add(report(rival, "courier", "2031-06-10"))
        ids = {e.finding.words: e.id for e in held.findings(Figure, text=held.text("bridge").id)}  # type: ignore[union-attr]
        other = next(held.findings(Figure, text=held.text("courier").id)).id
    part = web.get(f"/finding/{ids['7']}/others").text
    assert f'href="/finding/{other.removeprefix("h1:")}"' in part
    assert "contradicts" in part
    assert "independent origin" in web.get(f"/finding/{ids['7']}/origins").text
    assert web.get(f"/api/findings/{ids['7']}/others").json()[0]["relation"] == "contradicts"
    web.post(f"/api/findings/{ids['7']}/verdicts", json={"stance": "rejected", "reviewer": "mira"})
    assert "No other account" in web.get(f"/finding/{ids['7']}/others").text
    assert web.get(f"/api/findings/{ids['7']}/origins").json() is None
