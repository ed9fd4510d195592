"""The captured page in its frame: the passage marked at the right bytes, and nothing in it that acts."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from hearsay.model import Span
from hearsay.readers import Input, read
from hearsay.store.ledger import Ledger
from hearsay.web.original import _INERT, POLICY, shown, stretches

from .web_app import CAPTURED, captured, key_of

PAGE = captured()
TEXT = PAGE.page.text


class Marked(HTMLParser):
    """The characters inside of marks."""

    def __init__(self) -> None:
        super().__init__()
        self.depth, self.words, self.tags = 0, "", []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (the parser passes it)
        self.tags.append(tag)
        self.depth += tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.words += data if self.depth else ""


def marked(html: str) -> Marked:
    found = Marked()
    found.feed(html)
    return found


@pytest.mark.parametrize("words", ["at least 12 soldiers & clerks", "café", "The “Northern Guard” said", "near the café by"])
def test_the_passage_is_marked_in_the_captured_page(words: str) -> None:
    start = TEXT.content.index(words)
    found = marked(shown(PAGE.item.data, "text/html", TEXT, Span(start, start + len(words))))
    assert " ".join(found.words.split()) == words
    assert found.tags.count("mark") >= 1


@given(st.data())
def test_any_passage_is_marked_as_it_is_written(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT.content) - 1))
    end = data.draw(st.integers(start + 1, min(len(TEXT.content), start + 120)))
    found = marked(shown(PAGE.item.data, "text/html", TEXT, Span(start, end)))
    assert "".join(found.words.split()) == "".join(TEXT.content[start:end].split())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "windows-1251"])
def test_bytes_are_counted_in_the_page_s_own_encoding(encoding: str) -> None:
    words = "Село горит, сказал мэр. " * 12
    markup = f'<html><head><meta charset="{encoding}"></head><body><h1>Ночь</h1><p>{words}</p></body></html>'
    bom = b"\xff\xfe" if encoding == "utf-16-le" else b""
    data = bom + markup.encode(encoding)
    page = read(Input("night", data, "text/html"))
    start = page.text.content.index("горит")
    (first, last), *_ = stretches(page.text, Span(start, start + 5))
    assert data[first:last].decode(encoding) == "горит"
    assert marked(shown(data, "text/html", page.text, Span(start, start + 5))).words == "горит"


def test_what_visits_without_loading_is_taken_out() -> None:
    html = shown(PAGE.item.data, "text/html", TEXT, None)
    assert not re.search(r"<(link|base|meta)\b", html, re.IGNORECASE)
    assert "<style>" in html
    meta = "<meta\nhttp-equiv=refresh content='0;url=//e.example'>"
    for sly in ('<LINK rel="x" title=">" href=//e.example>', meta, "<base href=//e"):
        data = CAPTURED.replace("<body", sly + "<body").encode("windows-1252")
        left = shown(data, "text/html", TEXT, None)
        assert "e.example" not in left.replace("elsewhere.example", "")
        assert "//e\n" not in left


def test_nothing_else_is_taken_out() -> None:
    data = b"<p>one</p><meta name=a content=it's><p>two's</p><meta content='>'><p>three</p><links>four</links><link a='"
    assert shown(data, "text/html", TEXT, None) == "<p>one</p><p>two's</p><p>three</p><links>four</links>" + _INERT
    assert shown(b"<p>x</p><link " + b"a='" * 200_001, "text/html", TEXT, None) == "<p>x</p>" + _INERT


def test_the_frame_has_a_policy_of_its_own(web: TestClient, web_ledger: Path) -> None:
    where = key_of(web_ledger, "captured").replace("/report/", "/original/")
    answer = web.get(where + "?char=10,20")
    assert answer.headers["content-security-policy"] == POLICY
    assert POLICY.startswith("sandbox;")
    assert "allow-" not in POLICY
    assert "script-src" not in POLICY


def test_the_file_is_saved_and_never_shown(web: TestClient, web_ledger: Path) -> None:
    where = key_of(web_ledger, "captured").replace("/report/", "/original/") + "/file"
    answer = web.get(where)
    assert answer.content == PAGE.item.data
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_text_is_shown_as_text(web: TestClient, web_ledger: Path) -> None:
    where = key_of(web_ledger, "mixed")
    with Ledger.open(web_ledger) as held:
        start = held.text("mixed").content.index("<script>")
    html = web.get(where.replace("/report/", "/original/") + f"?char={start},{start + 8}").text
    assert "<script>" not in html
    assert marked(html).words == "<script>"
    assert "\u202e" not in html
