"""Pictures: well-formed, escaped, legible, the same each time, and told apart without colour."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.plots import png
from hearsay.plots.looks import looks
from hearsay.plots.measure import cut, readable, width, wrapped
from hearsay.plots.placing import Box, Taken, spread
from hearsay.plots.scale import amounts, days
from hearsay.plots.style import COLOURS, SHAPES, shape, stylesheet
from hearsay.plots.svg import el, mark, picture, text

from .pictures import CASES, GOLD, NS, overlaps, parsed, words


@pytest.mark.parametrize("name", CASES)
def test_pictures_are_drawn_as_before(name: str) -> None:
    """Where a change is meant: `python -m tests.pictures`, and look at what has changed."""
    assert CASES[name]() + "\n" == (GOLD / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_no_label_stands_in_the_way_of_another_or_outside(name: str) -> None:
    svg = CASES[name]()
    assert overlaps(svg) == []
    root = parsed(svg)
    wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
    assert [w.text for w in words(svg) if w.left < 0 or w.right > wide or w.top < 0 or w.bottom > high] == []


@pytest.mark.parametrize("name", CASES)
def test_pictures_need_nothing_from_elsewhere_and_run_nothing(name: str) -> None:
    root = parsed(CASES[name]())
    tags = {one.tag.removeprefix(NS) for one in root.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "g", "a", "line", "path", "polygon", "circle", "text"}
    for one in root.iter():
        assert not any(key.startswith("on") or key in ("style", "id") for key in one.attrib), one.attrib
        assert not any("url(" in value or "data:" in value for value in one.attrib.values())
        if "href" in one.attrib:
            assert one.attrib["href"].startswith("/claim/")


@pytest.mark.parametrize("name", CASES)
def test_every_mark_is_a_link_with_an_id_and_words(name: str) -> None:
    root = parsed(CASES[name]())
    marks = [one for one in root.iter() if "mark" in one.get("class", "").split()]
    assert len(marks) > 5
    for one in marks:
        title = one.find(f"{NS}title")
        assert title is not None
        assert title.text
        assert one.get("data-id")
        if "policy" not in one.get("class", ""):
            assert one.tag == f"{NS}a"
            assert one.get("aria-label") == title.text


@pytest.mark.parametrize("name", CASES)
def test_pictures_tell_what_they_are(name: str) -> None:
    root = parsed(CASES[name]())
    assert [child.tag for child in root][:3] == [f"{NS}title", f"{NS}desc", f"{NS}rect"]
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert root[2].get("fill") == "#ffffff"


# --- the builder ----------------------------------------------------------------------------------------

HOSTILE = [
    "</text><script>alert(1)</script>",
    '" onload="x',
    "a & b < c > d",
    "]]>",
    "<!--",
    "&#x3c;",
    "\x00\x1b[31m\ud800",
    "\u202egnp.exe",
]


@pytest.mark.parametrize("nasty", HOSTILE)
def test_words_are_only_ever_words(nasty: str) -> None:
    svg = picture(10, 10, nasty, nasty, [el("text", text(nasty), x=1, class_=nasty), mark(nasty, nasty, [])])
    root = parsed(svg)
    assert {one.tag.removeprefix(NS) for one in root.iter()} == {"svg", "title", "desc", "rect", "text", "g"}
    assert not any(key.startswith("on") for one in root.iter() for key in one.attrib)
    found = root.find(f"{NS}text")
    assert found is not None
    assert found.text == readable(nasty)


@given(st.text(max_size=40))
def test_any_words_make_a_well_formed_picture(told: str) -> None:
    root = parsed(picture(10, 10, told, told, [el("text", text(told), class_=told)]))
    found = root.find(f"{NS}text")
    assert found is not None
    assert (found.text or "") == readable(told).replace("\r", "\n") or "\r" in told


def test_marks_of_direction_are_shown() -> None:
    assert readable("a\u202eb\u2066c") == "a‹U+202E›b‹U+2066›c"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", " javascript:x", "vbscript:x", "JaVaScRiPt:x"])
def test_marks_lead_to_addresses_only(address: str) -> None:
    with pytest.raises(ValueError, match="neither a web address nor a path"):
        mark("h1:1", "x", [], lambda _: address)


@pytest.mark.parametrize("address", ["/claim/h1:1", "#h1:1", "https://pellam.example/x", "claim?id=h1:1", "../x", "report.html"])
def test_addresses_that_marks_lead_to(address: str) -> None:
    assert parsed(mark("h1:1", "x", [], lambda _: address)).get("href") == address


def test_a_mark_without_an_address_is_no_link() -> None:
    assert parsed(mark("h1:1", "x", [], lambda _: None)).tag == "g"


# --- widths and lines -----------------------------------------------------------------------------------


@given(st.text(max_size=80), st.floats(20, 300), st.integers(1, 4))
def test_lines_fit_and_lose_no_word_without_a_sign(told: str, room: float, most: int) -> None:
    lines = wrapped(told, room, most)
    assert 1 <= len(lines) <= most
    assert all(width(one) <= max(room, width("…")) for one in lines)
    if not any("…" in one for one in lines):
        assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", told)


def test_what_fits_is_not_cut() -> None:
    assert cut("Pellam Wire", 200) == "Pellam Wire"
    assert cut("Pellam Wire", 50).endswith("…")
    assert width("Pellam Wire", bold=True) > width("Pellam Wire")


# --- scales ---------------------------------------------------------------------------------------------


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=20))
def test_amounts_lie_between_whole_ticks(values: list[int]) -> None:
    scale, ticks = amounts(values, 100, 0)
    assert ticks[0] <= min(values)
    assert ticks[-1] >= max(values)
    assert len({b - a for a, b in pairwise(ticks)}) == 1
    assert 2 <= len(ticks) <= 8
    assert all(-0.01 <= scale.at(value) <= 100.01 for value in values)


def test_an_axis_begins_at_nought_unless_all_lies_in_its_upper_half() -> None:
    assert amounts([10, 702], 0, 1)[1][0] == 0
    assert amounts([640, 702], 0, 1)[1][0] > 0
    assert amounts([5], 0, 1)[1][0] == 0


@given(st.dates(date(1, 1, 2), date(9999, 12, 30)), st.integers(0, 400_000))
def test_any_days_have_ticks_in_order(first: date, span: int) -> None:
    try:
        last = first + timedelta(span)
    except OverflowError:
        last = date(9999, 12, 30)
    scale, ticks = days([first, last], 0, 600)
    assert 1 <= len(ticks) <= 14
    assert [d for d, _ in ticks] == sorted({d for d, _ in ticks})
    assert scale.at(first.toordinal()) <= scale.at(last.toordinal())


def test_ticks_name_the_year_where_it_is_new() -> None:
    _, ticks = days([date(2030, 10, 3), date(2031, 4, 20)], 0, 600)
    assert [said for _, said in ticks] == ["Oct 2030", "Nov", "Dec", "Jan 2031", "Feb", "Mar", "Apr"]


# --- places ---------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), min_size=1, max_size=12))
def test_labels_at_the_side_never_overlap(given_: list[tuple[float, float]]) -> None:
    wanted, heights = [w for w, _ in given_], [h for _, h in given_]
    tops = spread(wanted, heights, 0, 300)
    spans = sorted((top, top + high) for top, high in zip(tops, heights, strict=True))
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(spans))
    assert spans[0][0] >= -1e-6
    if sum(heights) <= 300:
        assert spans[-1][1] <= 300 + 1e-6


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(0, 200)), max_size=30))
def test_numbers_find_free_room_or_none(points: list[tuple[float, float]]) -> None:
    taken = Taken(Box(0, 0, 200, 200))
    boxes = [box for x, y in points if (box := taken.place(x, y, 40, 12)) is not None]
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


# --- without colour -------------------------------------------------------------------------------------


def test_sixty_sources_differ_in_sign_or_dash() -> None:
    found = looks({f"source {i}": 1 for i in range(60)})
    assert len({(one.shape, one.dash) for one in found.values()}) == 60
    assert len({one.shape for one in list(found.values())[:10]}) == 10


def test_signs_are_drawn_differently_in_black() -> None:
    pictures = {png.to_png(picture(20, 20, "", "", [shape(one, 10, 10, 6, colour="#000000")])) for one in SHAPES}
    assert len(pictures) == len(SHAPES)


@pytest.mark.parametrize("colour", COLOURS)
def test_colours_are_dark_enough_on_white(colour: str) -> None:
    def light(code: str) -> float:
        value = int(code, 16) / 255
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (light(colour[i : i + 2]) for i in (1, 3, 5))
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


def test_the_style_sheet_covers_every_colour_and_both_schemes() -> None:
    sheet = stylesheet()
    assert sheet.count("{") == sheet.count("}")
    assert "prefers-color-scheme: dark" in sheet
    for i in range(len(COLOURS)):
        assert sheet.count(f"--plot-tone{i}:") == 3


# --- PNG ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CASES)
def test_pictures_become_png(name: str) -> None:
    made = png.to_png(CASES[name](), 1)
    assert made.startswith(b"\x89PNG")
    assert len(made) > 10_000


def test_without_a_font_it_is_said() -> None:
    with pytest.raises(png.NoFont, match="no font was found"):
        png.family_of(skip_system_fonts=True)


def test_words_leave_ink() -> None:
    empty, written = (png.to_png(picture(80, 30, "", "", [el("text", text(w), x=5, y=20)])) for w in ("", "Wim"))
    assert empty != written


def test_the_style_sheet_names_every_look_of_the_pictures() -> None:
    """What is not overridden would be drawn dark on dark."""
    sheet = stylesheet()
    for draw in CASES.values():
        for one in parsed(draw()).iter():
            names = one.get("class", "").split()
            if one.tag.removeprefix(NS) in ("line", "path", "circle", "polygon", "rect", "text"):
                assert names, one.attrib
                assert any(f".{name}" in sheet for name in names), names
