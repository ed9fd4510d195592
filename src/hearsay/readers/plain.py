"""Plain text: the decoded file is the text, unchanged; only its lines are labelled."""

import codecs
import re
from collections.abc import Iterator
from itertools import pairwise

from ..errors import Unreadable
from ..model import Block, Label, Piece, Span
from .base import READERS, Input, Page, page_of
from .published import dates_in_text
from .rubrics import CLOSERS, STOPS, is_byline, is_date_line, is_headline, is_title, said_of

READER = READERS["text/plain"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_LATIN = frozenset(("ascii", "iso8859-1", "cp1252"))
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_WORD = re.compile(r"\S+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WIDEST = 100
"""Code points of the longest line that can come of wrapping a text to a width."""


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
        said=[*said_of(content, blocks), *dates_in_text(content, blocks)],
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
        if i < 5 and is_byline(words):
            label = Label.BYLINE
        elif i < 5 and is_date_line(words):
            label = Label.DATELINE
        elif i == 0 and len(groups) > 1 and is_headline(words, followed=groups[1][1]):
            label = Label.HEADLINE
        elif apart and 0 < i < len(groups) - 1 and groups[i + 1][1] and is_title(words):
            label = Label.HEADING
        yield Block(span, label, label is not Label.BYLINE)


def _paragraphs(content: str) -> list[tuple[Span, bool]]:
    """Spans of the paragraphs without white space at their ends, and whether a blank line stands before each."""
    groups: list[list[Span]] = [[]]
    for line in _LINE.finditer(content):
        words = line[0].strip("\ufeff \t\r\n\f\v\xa0")
        if words:
            start = line.start() + line[0].index(words)
            groups[-1].append(Span(start, start + len(words)))
        elif groups[-1]:
            groups.append([])
    width = _width([line for group in groups for line in group])
    return [found for group in groups for found in _joined(content, group, width)]


def _width(lines: list[Span]) -> int:
    """The width that a text seems wrapped to, or 0: its longest line, where hardly a line is too long for that."""
    sizes = [line.end - line.start for line in lines]
    fitting = [size for size in sizes if size <= _WIDEST]
    return max(fitting) if fitting and len(fitting) >= 0.9 * len(sizes) else 0


def _joined(content: str, lines: list[Span], width: int) -> Iterator[tuple[Span, bool]]:
    """Lines without a blank one between: one paragraph where each was broken because the next word would not
    have fitted, and one at least inside a sentence; else a paragraph each."""
    inside = False
    for line, following in pairwise(lines):
        word = _WORD.match(content, following.start)
        if width < 50 or line.end - line.start + 1 + (len(word[0]) if word else 0) < 0.95 * width:
            break
        inside = inside or content[line.start : line.end].rstrip(CLOSERS)[-1:] not in tuple(STOPS)
    else:
        if inside:
            yield Span(lines[0].start, lines[-1].end), True
            return
    for i, line in enumerate(lines):
        yield line, i == 0
