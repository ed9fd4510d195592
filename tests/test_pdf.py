"""PDF: text, its map to the characters of the pages, paragraphs, labels and what the file says of itself."""

import ctypes
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from hearsay.errors import Unreadable
from hearsay.model import Field, Label, PieceKind
from hearsay.readers import Input, Page, read
from hearsay.readers.pdf import iso_date

from .pdfs import ENCRYPTED, column, make_pdf, write_pdf

STORY = [
    b"The ministry said on Monday that nine sol-",
    b"diers were killed when shells hit a bridge,",
    b"and that \x93more than twenty\x94 had been hurt.",
]
LINES = st.text("abc .,-—“”é'417", min_size=1, max_size=30)


def pdf(data: bytes) -> Page:
    return read(Input("report", data, "application/pdf"))


def shown(page: Page, label: Label) -> list[str]:
    text = page.text
    return [text.content[b.span.start : b.span.end] for b in text.blocks if b.label is label]


def assert_mapped(page: Page, data: bytes) -> None:
    """Every piece is the page's own characters (a hyphen that PDFium marks as such stands for itself)."""
    document = pypdfium2.PdfDocument(data)
    texts = {}
    for piece in page.text.pieces:
        assert piece.kind is PieceKind.GLYPHS
        if piece.page not in texts:
            texts[piece.page] = document[piece.page - 1].get_textpage()
        codes = [raw.FPDFText_GetUnicode(texts[piece.page], i) for i in range(piece.source_start, piece.source_end)]
        words = "".join("-" if code == 2 else chr(code) for code in codes)
        assert words == page.text.content[piece.start : piece.end]
    assert all(a.end <= b.start for a, b in pairwise(page.text.pieces))
    mapped = sum(piece.end - piece.start for piece in page.text.pieces)
    assert mapped >= len("".join(page.text.content.split()))


def test_lines_become_a_paragraph_and_keep_their_hyphen() -> None:
    data = make_pdf([column(STORY)])
    page = pdf(data)
    assert page.text.content == (
        "The ministry said on Monday that nine sol-diers were killed when shells hit a bridge, "
        "and that “more than twenty” had been hurt."
    )
    assert (page.text.reader, page.text.language, page.text.encoding) == ("pdf@1", "en", "")
    assert_mapped(page, data)


def two_pages() -> bytes:
    head, foot = (9, 72, 760, b"Tessary Herald"), lambda n: (9, 280, 40, b"Page %d of 2" % n)
    first = [
        head,
        (22, 72, 715, b"Army shells Ossel"),
        (22, 72, 690, b"as the truce ends"),
        (11, 72, 660, b"By Irena Voss"),
        (11, 72, 640, b"June 2, 2031"),
        *column([*STORY, b"It gave no names."], 610),
        *column([b"The Northern Guard denied that it had fired"], 530),
        foot(1),
    ]
    second = [head, *column([b"at all, and blamed a third side."], 715), (15, 72, 680, b"A disputed bridge")]
    second += [*column([b"Both sides claim the bridge by the old mill.", b"Neither holds it."], 655), foot(2)]
    return make_pdf([first, second], b"/Title (Army shells Ossel) /Author (I. Voss) /CreationDate (D:20310720093000Z)")


def test_labels() -> None:
    page = pdf(two_pages())
    assert shown(page, Label.HEADLINE) == ["Army shells Ossel as the truce ends"]
    assert shown(page, Label.BYLINE) == ["By Irena Voss"]
    assert shown(page, Label.DATELINE) == ["June 2, 2031"]
    assert shown(page, Label.HEADING) == ["A disputed bridge"]
    assert shown(page, Label.FURNITURE) == ["Tessary Herald", "Page 1 of 2", "Tessary Herald", "Page 2 of 2"]
    assert page.text.content.startswith("Tessary Herald\n\nArmy shells Ossel as the truce ends\n\n")
    assert shown(page, Label.MAIN)[1:] == [
        "The Northern Guard denied that it had fired at all, and blamed a third side.",
        "Both sides claim the bridge by the old mill. Neither holds it.",
    ]
    assert not any(block.article for block in page.text.blocks if block.label in (Label.FURNITURE, Label.BYLINE))
    assert_mapped(page, two_pages())


def test_what_the_file_says_of_itself() -> None:
    said = {(about.field, about.value, about.basis) for about in pdf(two_pages()).abouts}
    assert (Field.HEADER_DATE, "2031-07-20T09:30:00Z", "pdf:CreationDate") in said
    assert (Field.HEADLINE, "Army shells Ossel", "pdf:Title") in said
    assert (Field.HEADLINE, "Army shells Ossel as the truce ends", "content") in said
    assert (Field.BYLINE, "I. Voss", "pdf:Author") in said
    assert (Field.PUBLISHED, "2031-06-02", "dateline") in said


def test_a_page_number_is_no_text_of_the_article() -> None:
    page = pdf(make_pdf([[*column(STORY), (9, 280, 40, b"- 3 -")]]))
    assert shown(page, Label.FURNITURE) == ["- 3 -"]


@pytest.mark.parametrize("title", [b"Microsoft Word - draft7.doc", b"report_final.indd", b"untitled", b""])
def test_a_file_name_is_no_title(title: bytes) -> None:
    page = pdf(make_pdf([column(STORY)], b"/Title (%s)" % title))
    assert not [about for about in page.abouts if about.basis == "pdf:Title"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("D:20310602101112+02'00'", "2031-06-02T10:11:12+02:00"),
        ("D:20310602101112-05'30", "2031-06-02T10:11:12-05:30"),
        ("D:20310602", "2031-06-02"),
        ("D:203106", "2031-06"),
        ("2031", "2031"),
        ("D:20311399", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates(words: str, value: str) -> None:
    assert iso_date(words) == value


def test_characters_beyond_the_first_plane_count_once() -> None:
    """A font whose table gives a pair of surrogates: one code point in the text, and all after it in its place."""
    table = b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <D83DDD4A> <42> <0062> endbfchar"
    cmap = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap " + table + b" endcmap end end"
    drawn = b"BT /F1 12 Tf 72 700 Td (AB AB) Tj ET"
    data = write_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
        ]
    )
    page = pdf(data)
    assert page.text.content == "🕊b 🕊b"
    count = pypdfium2.PdfDocument(data)[0].get_textpage().count_chars()
    assert page.text.pieces[-1].source_end == count
    ends = [(piece.end - piece.start, piece.source_end - piece.source_start) for piece in page.text.pieces]
    assert all(size == width or size == 1 for size, width in ends)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(LINES, min_size=1, max_size=6), min_size=1, max_size=3))
def test_every_piece_is_the_pages_own(pages: list[list[str]]) -> None:
    data = make_pdf([column([line.encode("cp1252") for line in lines]) for lines in pages])
    if not "".join("".join(lines) for lines in pages).strip():
        with pytest.raises(Unreadable, match="has no text layer"):
            pdf(data)
        return
    page = pdf(data)
    assert_mapped(page, data)
    blocks = page.text.blocks
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    assert blocks[-1].span.end == len(page.text.content)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_cut_short(part: float) -> None:
    data = two_pages()
    with pytest.raises(Unreadable, match="report: is damaged or cut short"):
        pdf(data[: int(part * len(data))])


def test_damaged() -> None:
    with pytest.raises(Unreadable, match="report: is damaged"):
        pdf(b"%PDF-1.7\n" + b"\x93garbage" * 50 + b"\nstartxref\n0\n%%EOF")


def test_encrypted() -> None:
    with pytest.raises(Unreadable, match="report: is encrypted"):
        pdf(make_pdf([column(STORY)], trailer=ENCRYPTED))


def test_no_text_layer() -> None:
    with pytest.raises(Unreadable, match=r"report: has no text layer \(scanned\?\)"):
        pdf(make_pdf([[], []]))


def test_it_is_pdfium_that_counts() -> None:
    """The index of a piece finds the box of its first character, where the line was drawn."""
    page = pdf(make_pdf([[(11, 100, 300, b"Nine people died in Ossel.")]]))
    area = raw.FS_RECTF()
    text = pypdfium2.PdfDocument(make_pdf([[(11, 100, 300, b"Nine people died in Ossel.")]]))[0].get_textpage()
    raw.FPDFText_GetLooseCharBox(text, page.text.pieces[0].source_start, ctypes.byref(area))
    assert abs(area.left - 100) < 2
    assert area.bottom < 300 < area.top
