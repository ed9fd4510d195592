"""Plain text: the decoded file is the text, unchanged; only its lines are labelled."""

import codecs
import re
from collections.abc import Iterator

from ..errors import Unreadable
from ..model import Block, Field, Label, Piece, Span
from .base import Input, Page, Said, page_of

READER = "plain@1"

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_LATIN = frozenset(("ascii", "iso8859-1", "cp1252"))
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_STOPS = ".!?…:;,"
_CLOSERS = "\"'”’»)]"
_BYLINE = re.compile(r"(?:By|BY|Reported by|Written by) [^\W\d_a-z][^,.;:!?]{1,60}(?:, [^.!?]{1,60})?")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_DATE_LINE = re.compile(rf"(?:[A-Z][\w’'. \-]{{1,40}}, ){{0,2}}(?:[A-Z][a-z]+day,? )?{_DAY}\W{{0,2}}")
_DATELINE = re.compile(
    rf"\W?(?P<place>[A-Z][A-Z’'.\- ]{{2,30}}(?:, [A-Z][\w’'. ]{{1,25}}?)?)(?:, {_DAY})?"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:—|–|--| - )"
)


def read_plain(item: Input) -> Page:
    """Any text file: code points of the text are code points of the decoded file, a byte order mark included.

    Raises `Unreadable` where the bytes are no text."""
    content, encoding = decode_file(item)
    blocks = tuple(label_lines(content))
    return page_of(
        item,
        READER,
        content,
        encoding=encoding,
        pieces=pieces_of(content, item.data, encoding),
        blocks=blocks,
        said=_said(content, blocks),
    )


def decode_file(item: Input) -> tuple[str, str]:
    """Characters and WHATWG encoding name: byte order mark, then the carrier's word, then UTF-8 where it is
    valid, then windows-1252. Nothing is dropped or replaced. Raises `Unreadable` for bytes that are no text."""
    for label in _candidates(item):
        try:
            content, encoding = _decode(item.data, label)
        except (UnicodeDecodeError, LookupError):
            continue
        if len(_CONTROL.findall(content)) > len(content) // 100:
            break
        return content, encoding
    raise Unreadable(item.name, "holds binary data or text in an unknown encoding")


def _candidates(item: Input) -> Iterator[str]:
    for mark, encoding in _BOMS:
        if item.data.startswith(mark):
            yield encoding
            return
    if item.charset:
        yield item.charset
    head = item.data[:4096]
    if head.count(0) > len(head) // 5:
        yield "utf-16le" if head[1::2].count(0) > head[::2].count(0) else "utf-16be"
        return
    yield "utf-8"
    yield "windows-1252"


def _decode(data: bytes, label: str) -> tuple[str, str]:
    codec = codecs.lookup(label).name
    if codec in _LATIN:
        return data.decode("cp1252", "c1"), "windows-1252"
    if codec == "utf-16":
        codec = "utf-16-le"
    return data.decode(codec), {"utf-16-le": "utf-16le", "utf-16-be": "utf-16be"}.get(codec, codec)


def _c1(error: UnicodeError) -> tuple[str, int]:
    """The five bytes that windows-1252 leaves open are control characters (WHATWG Encoding, index windows-1252)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("c1", _c1)


def pieces_of(content: str, data: bytes, encoding: str) -> Iterator[Piece]:
    """One piece a line, its line break included, so that the pieces cover text and bytes without a gap."""
    at = 0
    if encoding != "windows-1252" and content.encode(encoding) != data:  # a stateful encoding: no cut is safe
        yield Piece(0, len(content), 0, len(data))
        return
    for line in _LINE.finditer(content):
        size = len(line[0]) if encoding == "windows-1252" else len(line[0].encode(encoding))
        yield Piece(line.start(), line.end(), at, at + size)
        at += size


def label_lines(content: str) -> Iterator[Block]:
    """The paragraphs of a text: its lines, or its groups of lines where they are wrapped to a width."""
    groups = _paragraphs(content)
    for i, (span, apart) in enumerate(groups):
        words = content[span.start : span.end]
        label = Label.MAIN
        if i == 0 and len(groups) > 1 and _is_headline(words, followed=groups[1][1]):
            label = Label.HEADLINE
        elif i < 5 and _BYLINE.fullmatch(words):
            label = Label.BYLINE
        elif i < 5 and _DATE_LINE.fullmatch(words):
            label = Label.DATELINE
        elif apart and 0 < i < len(groups) - 1 and groups[i + 1][1] and _is_title(words):
            label = Label.HEADING
        yield Block(span, label, label is not Label.BYLINE)


def _paragraphs(content: str) -> list[tuple[Span, bool]]:
    """Spans of the paragraphs without white space at their ends, and whether a blank line stands before each."""
    found: list[tuple[Span, bool]] = []
    group: list[Span] = []
    for line in _LINE.finditer(content):
        words = line[0].strip("\ufeff \t\r\n\f\v\xa0")
        if words:
            start = line.start() + line[0].index(words)
            group.append(Span(start, start + len(words)))
        elif group:
            found.extend(_joined(group))
            group = []
    if group:
        found.extend(_joined(group))
    return found


def _joined(lines: list[Span]) -> Iterator[tuple[Span, bool]]:
    """Lines without a blank one between: one paragraph where they are wrapped to a width (50 to 100 characters,
    all but the last nearly full), else a paragraph each."""
    sizes = [line.end - line.start for line in lines]
    width = max(sizes)
    if len(lines) > 1 and 50 <= width <= 100 and min(sizes[:-1]) > 0.7 * width:
        yield Span(lines[0].start, lines[-1].end), True
        return
    for i, line in enumerate(lines):
        yield line, i == 0


def _is_title(words: str) -> bool:
    """Short, begins like a title, no quotation and no final punctuation."""
    return (
        len(words) <= 80
        and len(words.split()) <= 12
        and (words[0].isupper() or words[0].isdigit() or not words[0].isascii())
        and not words.rstrip(_CLOSERS).endswith(tuple(_STOPS))
        and not any(mark in words for mark in '"“”«»„()')
    )


def _is_headline(words: str, followed: bool) -> bool:
    """A first line that is short and has no final stop; or one, set apart by a blank line, written Like a Title."""
    bare = words.rstrip(_CLOSERS)
    if "\n" in words or len(words) > 200 or len(words.split()) > 30:
        return False
    if not bare.endswith(tuple(_STOPS)):
        return True
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return followed and bool(long) and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _said(content: str, blocks: tuple[Block, ...]) -> Iterator[Said]:
    fields = {Label.HEADLINE: Field.HEADLINE, Label.BYLINE: Field.BYLINE, Label.DATELINE: Field.DATELINE}
    for block in blocks[:6]:
        words = content[block.span.start : block.span.end]
        if block.label in fields:
            yield fields[block.label], words, "content", block.span
        elif block.label is Label.MAIN:
            if line := _DATELINE.match(words):
                value = words[line.start("place") : line.end()].rstrip(" —–-")
                start = block.span.start + line.start("place")
                yield Field.DATELINE, value, "content", Span(start, start + len(value))
            return
