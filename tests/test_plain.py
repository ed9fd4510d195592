"""Plain text: offsets are the file's own, whatever its characters, line ends and encoding; labels are given with care."""

import codecs
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import Unreadable
from hearsay.model import Field, Label
from hearsay.readers import Input, Page, read

relaxed = settings(deadline=None)  # the language model is loaded with the first text
NAUGHTY = [
    *("🕊", "👩🏽‍🚒", "e\u0301", "\u200f", "قالت الوزارة", "שלום", "中文", "\ufeff", "\U0001f1fa", "ß", "İ"),
    *("\r\n", "\r", "\n", "\n\n", "\t", "\xa0", "\u2028", "\x85", "\x0b", "\x0c"),
    *("“", "”", "’", "A", " said ", "417", ". "),
]
TEXTS = st.one_of(
    st.lists(st.one_of(st.sampled_from(NAUGHTY), st.text(max_size=5)), min_size=1, max_size=40).map("".join),
    st.text(min_size=1, max_size=200),
)
ENCODINGS = {"utf-8": "utf-8", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "windows-1252": "cp1252"}


def plain(data: bytes | str, charset: str = "") -> Page:
    body = data.encode() if isinstance(data, str) else data
    return read(Input("report", body, "text/plain", charset=charset))


def labels(content: str) -> list[tuple[Label, str]]:
    text = plain(content).text
    return [(block.label, content[block.span.start : block.span.end]) for block in text.blocks]


def _legible(text: str) -> bool:
    """No control characters (a file with many is refused as binary) and no surrogates."""
    controls = sum((c < " " and c not in "\t\n\v\f\r\x1b") or c == "\x7f" for c in text)
    return bool(text.strip()) and not controls and not any("\ud800" <= c < "\ue000" for c in text)


@relaxed
@given(TEXTS.filter(_legible))
def test_the_text_is_the_decoded_file(text: str) -> None:
    assert plain(text.encode()).text.content == text


@relaxed
@given(TEXTS.filter(_legible), st.sampled_from(["utf-16le", "utf-16be"]))
def test_utf_16_with_its_mark(text: str, encoding: str) -> None:
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16le" else codecs.BOM_UTF16_BE
    page = plain(mark + text.encode(ENCODINGS[encoding]))
    assert page.text.content == "\ufeff" + text
    assert page.text.encoding == encoding


@relaxed
@given(TEXTS.filter(_legible), st.sampled_from(["", "utf-8", "utf-16le", "utf-16be"]))
def test_pieces_lead_back_to_the_bytes(text: str, charset: str) -> None:
    """Every piece decodes to its stretch of the text, and together they cover text and bytes without a gap."""
    data = text.encode(ENCODINGS[charset or "utf-8"])
    page = plain(data, charset)
    at = byte = 0
    for piece in page.text.pieces:
        assert (piece.start, piece.source_start) == (at, byte)
        source = data[piece.source_start : piece.source_end].decode(ENCODINGS[page.text.encoding])
        assert source == page.text.content[piece.start : piece.end]
        at, byte = piece.end, piece.source_end
    assert (at, byte) == (len(page.text.content), len(data))


@relaxed
@given(TEXTS.filter(_legible))
def test_blocks_lie_inside_in_order_and_apart(text: str) -> None:
    blocks = plain(text.encode()).text.blocks
    for block in blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        words = text[block.span.start : block.span.end]
        assert words == words.strip("\ufeff \t\r\n\f\v\xa0")
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    covered = "".join(text[b.span.start : b.span.end] for b in blocks)
    assert "".join(covered.split()) == "".join(text.replace("\ufeff", " ").split()) or "\ufeff" in text


def test_a_byte_order_mark_is_a_character_of_the_file() -> None:
    page = plain(codecs.BOM_UTF8 + b"Nine people died in Ossel.\n")
    assert page.text.content.startswith("\ufeffNine")
    assert page.text.blocks[0].span.start == 1


def test_windows_1252_keeps_its_quotation_marks() -> None:
    page = plain("“Nine died,” he said – twice.".encode("cp1252"), "iso-8859-1")
    assert (page.text.content, page.text.encoding) == ("“Nine died,” he said – twice.", "windows-1252")
    assert plain(b"caf\xe9 \x81 \x93x\x94").text.content == "café \x81 “x”"


def test_line_ends_stay_as_they_are() -> None:
    text = "First.\r\nSecond.\rThird.\n\r\n Fourth.  "
    assert plain(text).text.content == text
    assert [words for _, words in labels(text)] == ["First.", "Second.", "Third.", "Fourth."]


@pytest.mark.parametrize("data", [bytes(range(32)) * 40, b"\x00\x01\x02\x03" * 100, b"MZ\x90\x00" + b"\x00\x07" * 300])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="report: holds binary data"):
        plain(data)


def test_an_unknown_charset_label_is_passed_over() -> None:
    assert plain("Ossel – quiet".encode(), "no-such-charset").text.content == "Ossel – quiet"


# --- labels ------------------------------------------------------------------------------------------

PARAGRAPHS = [
    "The Northern Guard shelled the bridge at Ossel on Monday, the ministry said.",
    "“Nine of ours died,” said Irena Voss, a spokeswoman.",
    "Dr. Anton Hale told reporters",
    "The governor denied it:",
    "No one was hurt",
    "Voss said later that 12 had died",
]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
def test_one_paragraph_a_line(between: str) -> None:
    """No line of running text is taken for a heading only because it is short or lacks its stop."""
    text = between.join([PARAGRAPHS[0], *PARAGRAPHS[1:], PARAGRAPHS[0]])
    found = labels(text)
    assert [words for _, words in found] == [PARAGRAPHS[0], *PARAGRAPHS[1:], PARAGRAPHS[0]]
    assert {label for label, _ in found} == {Label.MAIN}


def test_headline_byline_dateline() -> None:
    text = (
        "Army Shells Ossel as Truce Ends\nBy Irena Voss and Anton Hale\nJune 2, 2031\n\n"
        "OSSEL, June 2 (Tessary Wire) — The army shelled the bridge.\n\nNine died.\n"
    )
    found = labels(text)
    assert [label for label, _ in found] == [
        Label.HEADLINE,
        Label.BYLINE,
        Label.DATELINE,
        Label.MAIN,
        Label.MAIN,
    ]
    page = plain(text)
    said = {(about.field, about.value) for about in page.abouts}
    assert (Field.HEADLINE, "Army Shells Ossel as Truce Ends") in said
    assert (Field.BYLINE, "By Irena Voss and Anton Hale") in said
    assert (Field.DATELINE, "OSSEL, June 2 (Tessary Wire)") in said
    for about in page.abouts:
        if about.span is not None and about.field is not Field.PUBLISHED:
            assert text[about.span.start : about.span.end] == about.value


def test_a_long_sentence_of_capitals_alone_is_no_headline() -> None:
    sentence = "ORLEN, 3 JUN 31 (TESSARY RADIO) -- [TEXT] THE MAYOR HAS DENIED TODAY THAT THE NORTHERN ROAD IS CLOSED TO TRAFFIC."
    for first, headline in ((sentence, False), ("THE NORTHERN ROAD IS OPEN.", True)):
        blocks = plain(f"{first}\n\nHE SAID SO AT NOON.\n").text.blocks
        assert (blocks[0].label is Label.HEADLINE) is headline


def test_a_first_paragraph_with_a_dateline_is_no_headline() -> None:
    assert labels("OSSEL — The army shelled the bridge\n\nNine died.")[0][0] is Label.MAIN


@pytest.mark.parametrize("line", ["By Tuesday the town had fallen.", "By then it was over", "By noon, 9 had died"])
def test_sentences_that_begin_with_by_are_no_bylines(line: str) -> None:
    assert labels(f"{line}\n\nNine people died in Ossel, the ministry said.\n")[0][0] is not Label.BYLINE


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministry said on Monday that nine soldiers and three medics had been\n"
        "killed when shells hit a bridge near the old mill, and that the toll was\n"
        "likely to rise.\n\n"
        "Irena Voss, a spokeswoman of the Northern Guard, denied that her side had\n"
        "fired at all.\n"
    )
    found = labels(text)
    assert [label for label, _ in found] == [Label.MAIN, Label.MAIN]
    assert found[0][1].endswith("likely to rise.")


def test_full_lines_that_each_end_a_sentence_are_paragraphs_of_their_own() -> None:
    lines = [
        "The ministry said that nine soldiers were killed in the shelling of Ossel.",
        "The Northern Guard denied on Monday that it had fired on the old town at all.",
        "A medic said that she had counted twelve bodies on the bridge by the mill.",
    ]
    assert [words for _, words in labels("\n".join(lines))] == lines


def test_headings_stand_apart() -> None:
    text = f"{PARAGRAPHS[0]}\n\nWhat the other side says\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[0]}\n"
    assert labels(text)[1] == (Label.HEADING, "What the other side says")
