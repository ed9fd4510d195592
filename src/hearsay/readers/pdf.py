"""PDF: the characters of its pages in reading order, each with its index on its page.

PDFium gives every page as a row of characters; a text offset leads back to an index in that row, from which any
viewer built on PDFium finds the place on the sheet. Lines are joined to paragraphs by their distance, and running
headers and footers stand outside the article. No character is changed: a hyphen at a line's end stays.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..errors import InputRefused, Unreadable
from ..model import Block, Field, Label, Piece, PieceKind, Span
from .base import READERS, Input, Page, Said, page_of
from .layout import Line, Paragraph, arranged
from .published import dates_in_text
from .rubrics import said_of

READER = READERS["application/pdf"]

_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""

_HYPHEN = 2
"""What PDFium gives in place of a hyphen that breaks a word at the end of a line."""

_UNKNOWN = "\ufffd"
_NO_TITLE = re.compile(r"untitled.*|microsoft (?:word|powerpoint) - .*|\S+\.[a-z]{3,5}", re.IGNORECASE)
"""What programs write where nobody gave a title: a file name."""
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")


def read_pdf(item: Input) -> Page:
    """The text layer of a PDF. Pieces are of kind `GLYPHS`: character indices on a page, pages counted from 1.

    Raises `Unreadable` where it is encrypted, cut short or damaged, or has no (usable) text layer."""
    lines, told = _loaded(item)
    shown = "".join(line.content for line in lines)
    if not shown.strip():
        raise Unreadable(item.name, "has no text layer (scanned?)")
    if shown.count(_UNKNOWN) > 0.2 * len(shown):
        raise Unreadable(item.name, "has a text layer whose fonts do not tell which characters they show")
    content, pieces, blocks = _assembled(arranged(lines))
    said = [*said_of(content, blocks), *_said(told), *dates_in_text(content, blocks)]
    return page_of(item, READER, content, pieces=pieces, blocks=blocks, said=said)


def _loaded(item: Input) -> tuple[list[Line], dict[str, str]]:
    """Every line of every page, and the document's own properties."""
    import pypdfium2  # type: ignore[import-untyped]

    if b"startxref" not in item.data.rstrip(b"\0\r\n\t ")[-4096:]:
        raise Unreadable(item.name, "is damaged or cut short (its end is missing)")
    try:
        document = pypdfium2.PdfDocument(item.data)
    except pypdfium2.PdfiumError as error:
        raise _refused(item.name, error) from error
    lines: list[Line] = []
    try:
        if not len(document):
            raise Unreadable(item.name, "is damaged: it has no pages")
        for number in range(len(document)):
            try:
                lines += _lines(document[number], number + 1)
            except pypdfium2.PdfiumError as error:
                raise Unreadable(item.name, f"is damaged: page {number + 1} of {len(document)} is missing") from error
        return lines, document.get_metadata_dict()
    finally:
        document.close()


def _refused(name: str, error: Any) -> InputRefused:
    if getattr(error, "err_code", None) == _PASSWORD:
        return Unreadable(name, "is encrypted (it asks for a password)")
    return Unreadable(name, "is damaged: no PDF structure can be found in it")


# --- one page ----------------------------------------------------------------------------------------


def _lines(page: Any, number: int) -> Iterator[Line]:
    """The lines of one page, in PDFium's order. A line ends at a line break, or at a hyphen that breaks a word."""
    from pypdfium2 import raw

    text = page.get_textpage()
    held: list[tuple[str, int, int]] = []
    for character, start, end in _characters(text, raw):
        if character in "\r\n":
            yield from _line(text, number, held)
            held = []
            continue
        held.append((character, start, end))
        if character == "-" and raw.FPDFText_GetUnicode(text, start) == _HYPHEN:
            yield from _line(text, number, held)
            held = []
    yield from _line(text, number, held)


def _characters(text: Any, raw: Any) -> Iterator[tuple[str, int, int]]:
    """Code points with their range of character indices: one index each, but two for a pair of surrogates."""
    codes = [raw.FPDFText_GetUnicode(text, i) for i in range(text.count_chars())]
    i = 0
    while i < len(codes):
        code, width = codes[i], 1
        if 0xD800 <= code < 0xDC00 and i + 1 < len(codes) and 0xDC00 <= codes[i + 1] < 0xE000:
            code, width = 0x10000 + ((code - 0xD800) << 10) + (codes[i + 1] - 0xDC00), 2
        if shown := _shown(code, text, raw, i):
            yield shown, i, i + width
        i += width


def _shown(code: int, text: Any, raw: Any, index: int) -> str:
    """The character of a code, "" for one that shows nothing."""
    if code == _HYPHEN and raw.FPDFText_IsHyphen(text, index) == 1:
        return "-"
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return _UNKNOWN
    if (code < 0x20 and code not in (0x09, 0x0A, 0x0D)) or code & 0xFFFE == 0xFFFE:
        return ""
    return chr(code)


def _line(text: Any, number: int, held: list[tuple[str, int, int]]) -> Iterator[Line]:
    """A line of these characters, without the blanks at its ends; none where nothing is left."""
    first, last = 0, len(held)
    while first < last and held[first][0].isspace():
        first += 1
    while last > first and held[last - 1][0].isspace():
        last -= 1
    if first == last:
        return
    kept = held[first:last]
    left, base, height, bold = _box(text, kept[0][1])
    right, _, other, also = _box(text, kept[-1][1], end=True)
    size = max(height, other)
    yield Line(number, "".join(each[0] for each in kept), _runs(kept), base, left, right, size, bold and also)


def _runs(kept: Sequence[tuple[str, int, int]]) -> tuple[tuple[int, int, int, int], ...]:
    """The characters as (start, end, first index, last index) wherever one code point is one index."""
    runs: list[tuple[int, int, int, int]] = []
    for at, (_, start, end) in enumerate(kept):
        if runs and end - start == 1 and runs[-1][3] == start and runs[-1][1] - runs[-1][0] == start - runs[-1][2]:
            runs[-1] = (runs[-1][0], at + 1, runs[-1][2], end)
        else:
            runs.append((at, at + 1, start, end))
    return tuple(runs)


def _box(text: Any, index: int, *, end: bool = False) -> tuple[float, float, float, bool]:
    """Left (or right) edge, base line and height of a character, in points, and whether its font calls itself bold."""
    import ctypes

    from pypdfium2 import raw

    area = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(area))
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, index, name, len(name), ctypes.byref(flags))
    return (area.right if end else area.left), y.value, abs(area.top - area.bottom), b"bold" in name.value.lower()


# --- the whole ---------------------------------------------------------------------------------------


def _assembled(paragraphs: Sequence[Paragraph]) -> tuple[str, list[Piece], list[Block]]:
    parts: list[str] = []
    pieces: list[Piece] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        if parts:
            parts.append("\n\n")
            at += 2
        begin = at
        for i, line in enumerate(paragraph.lines):
            if i and not paragraph.lines[i - 1].hyphenated:
                parts.append(" ")
                at += 1
            for start, end, first, last in line.runs:
                pieces.append(Piece(at + start, at + end, first, last, PieceKind.GLYPHS, line.page))
            parts.append(line.content)
            at += len(line.content)
        path = f"page {paragraph.lines[0].page}"
        article = paragraph.label not in (Label.FURNITURE, Label.BYLINE)
        blocks.append(Block(Span(begin, at), paragraph.label, article, path))
    return "".join(parts), pieces, blocks


def _said(told: dict[str, str]) -> Iterator[Said]:
    """What the document's properties tell. Its date is when the file was made, as the header of a print is."""
    title = " ".join(told.get("Title", "").split())
    if title and not _NO_TITLE.fullmatch(title):
        yield Field.HEADLINE, title, "pdf:Title", None
    if author := " ".join(told.get("Author", "").split()):
        yield Field.BYLINE, author, "pdf:Author", None
    if day := iso_date(told.get("CreationDate", "")):
        yield Field.HEADER_DATE, day, "pdf:CreationDate", None


def iso_date(words: str) -> str:
    """A PDF date ("D:20310602101112+02'00'", PDF 32000-1, 7.9.4) in ISO 8601, as precise as given; "" for others."""
    match = _DATE.match(words.strip())
    if match is None:
        return ""
    year, month, day, hour, minute, second, zulu, sign, ahead, past = match.groups()
    if not month or not day:
        return "-".join(part for part in (year, month) if part)
    zone = "Z" if zulu else f"{sign}{ahead}:{past or '00'}" if sign else ""
    value = f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone}" if hour else "")
    return value if _is_date(value) else ""


def _is_date(value: str) -> bool:
    from datetime import datetime

    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
