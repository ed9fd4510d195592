"""A report on the terminal: marks, notes, and nothing that steers."""

from io import StringIO
from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from hearsay.export.terminal import BESIDE, Mark, Sheet, letters, pieces, plain, sheet, short, show
from hearsay.export.view import View, of_report
from hearsay.export.visible import json_line, one_line, visible
from hearsay.model import Span

from .sample import DEPOT, HOSTILE, report

STEERING = ["\x00", "\x07", "\x08", "\r", "\x1b", "\x7f", "\x85", "\x9b", "\u061c", "\u200e", "\u200f", "\u202a", "\u202e"]
STEERING += ["\u2028", "\u2029", "\u2066", "\u2069", "\U000e0041", "\ud800"]


def printed(laid: Sheet, width: int) -> str:
    """What `show` writes to a terminal of that width, without styles."""
    stream = StringIO()
    show(laid, Console(file=stream, width=width, force_terminal=True, color_system=None, markup=False))
    return stream.getvalue()


@pytest.fixture
def depot() -> View:
    return of_report(report(DEPOT))


def test_plain_page(depot: View) -> None:
    lines = list(plain(sheet(depot)))
    assert lines[0] == "Depot burns near Orlen"
    assert "3 attributions, 2 figures, 2 mentions" in lines[2]
    assert lines[4] == (
        "ORLEN, June 2, 2031 (Tessary Courier) - The Northern Guard said that ‹at least 12[a] soldiers had died›[1]."
    )
    assert lines[5].startswith("    [1] Northern Guard (institution), says, “said”  #")
    assert lines[6].startswith("    [a] at least 12 killed: soldiers; part of [b]; said by [1]  #")
    assert lines[8] == (
        '‹"We lost 96[b] people since March 14, and ‹417›[3] is a lie,"›[2] Colonel Irena Voss told Radio Tessary.'
    )
    assert lines[9].startswith("    [2] Irena Voss (person), says, direct, via Radio Tessary, “told”  #")
    assert lines[10].startswith("    [b] 96 killed: people; running total; since March 14 (2031-03-14/..); said by [2]  #")
    assert lines[11].startswith("    [3] Irena Voss (person), denies, “is a lie”, inside [2]  #")
    assert len(lines) == 12


@pytest.mark.parametrize("width", [40, BESIDE - 1, BESIDE, 200])
def test_every_note_is_shown_at_every_width(depot: View, width: int) -> None:
    shown = printed(sheet(depot), width)
    assert all(len(line) <= width for line in shown.splitlines())
    for sign in ("[1]", "[2]", "[3]", "[a]", "[b]"):
        assert shown.count(sign) >= 2, f"{sign} has no mark or no note"


def test_notes_stand_beside_where_there_is_room(depot: View) -> None:
    beside = printed(sheet(depot), BESIDE).splitlines()
    under = printed(sheet(depot), BESIDE - 1).splitlines()
    assert any(line.startswith("ORLEN") and "[1]" in line for line in beside)
    assert not any(line.startswith("ORLEN") and "(institution)" in line for line in under)
    assert any(line.startswith("    [1] Northern Guard") for line in under)


def test_a_report_can_not_steer_the_terminal() -> None:
    laid = sheet(of_report(report(HOSTILE)))
    for shown in ("\n".join(plain(laid)), printed(laid, 80), printed(laid, 160)):
        assert "␛[2J" in shown
        assert "⟨U+202E⟩dne" in shown
        assert not {*STEERING, "\x1b"} & set(shown.replace("\r\n", "\n")), "a control character came through"


@pytest.mark.parametrize("character", STEERING, ids=[f"U+{ord(one):04X}" for one in STEERING])
def test_steering_characters_become_marks(character: str) -> None:
    shown = visible(f"a{character}b")
    assert shown[0] + shown[-1] == "ab"
    assert len(shown) > 2
    assert all(one.isprintable() for one in shown)
    assert character not in json_line({"key": character})


@given(st.text())
def test_visible_leaves_nothing_that_steers(text: str) -> None:
    assert not [one for one in visible(text) if category(one) == "Cc" and one not in "\t\n"]
    assert not set(visible(text)) & set(STEERING)
    assert "\n" not in one_line(text)
    assert "\t" not in one_line(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert visible(text) == text


@given(st.text(min_size=1, max_size=30), st.data())
def test_pieces_hold_every_character_once(content: str, data: st.DataObject) -> None:
    size = len(content)
    places = st.tuples(st.integers(0, size), st.integers(0, size)).filter(lambda pair: pair[0] < pair[1])
    marks = [Mark(start, end, "bold") for start, end in data.draw(st.lists(places, max_size=6))]
    first, last = data.draw(places)
    shown = list(pieces(content, Span(first, last), sorted(marks, key=lambda mark: (mark.start, -mark.end))))
    assert "".join(text for text, _ in shown) == visible(content[first:last])
    styled = sum(len(text) for text, style in shown if style)
    covered = {i for mark in marks for i in range(max(mark.start, first), min(mark.end, last))}
    assert styled == sum(len(visible(content[i])) for i in covered)


def test_signs_of_nested_marks_close_from_the_inside() -> None:
    marks = [Mark(0, 5, "underline", "[1]", framed=True), Mark(2, 5, "underline", "[2]", framed=True)]
    assert "".join(text for text, _ in pieces("abcde fg", Span(0, 8), marks)) == "‹ab‹cde›[2]›[1] fg"


def test_content_over_two_lines_is_framed_in_both_and_signed_once() -> None:
    mark = [Mark(1, 6, "underline", "[1]", framed=True)]
    assert "".join(text for text, _ in pieces("abc\ndefg", Span(0, 3), mark)) == "a‹bc›"
    assert "".join(text for text, _ in pieces("abc\ndefg", Span(4, 8), mark)) == "‹de›[1]fg"


def test_letters_go_on_after_z() -> None:
    signs = [letters(i) for i in range(1000)]
    assert [signs[0], signs[25], signs[26], signs[701], signs[702]] == ["a", "z", "aa", "zz", "aaa"]
    assert all((len(a), a) < (len(b), b) for a, b in pairwise(signs))


def test_short_ids() -> None:
    assert short("h1:0123456789abcdef") == "01234567"
