"""The canonical text of a page: every visible run in order, cut into blocks, with a map back to the source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..model import Piece, PieceKind
from .dom import Element, Tree
from .encodings import Decoded
from .markup import RAW, Token, reference, tokens

_CHUNK = re.compile(r"(\s+)|(&)|(\0+)|[^\s&\0]+(?: [^\s&\0]+)*")


@dataclass(slots=True)
class Stretch:
    """A block before it has a label: code points [start, end) of the text, the element that it stands in, how many of its
    characters are link text, and the inline elements that its text stands in, with
    how many characters each holds (by `Element.order`)."""

    start: int
    end: int
    element: Element
    linked: int = 0
    inner: dict[int, tuple[Element, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Laid:
    """A page laid out. `pieces` point into the source characters (not bytes yet); `raw` are the scripts and other
    unseen insides that metadata is read from, as (element, text)."""

    content: str
    pieces: list[Piece]
    stretches: list[Stretch]
    elements: list[Element]
    raw: list[tuple[Element, str]]


class _Layout:
    """Text as it grows. White space inside a block is collapsed; "\\n\\n" stands between blocks, "\\n" for a line break."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.stretches: list[Stretch] = []
        self.at = 0
        self.open: Stretch | None = None
        self.space: tuple[int, int] | None = None
        self.breaks = 0

    def flush(self) -> None:
        """Ends the block that is being written."""
        self.open, self.space, self.breaks = None, None, 0

    def line(self) -> None:
        """A br: one breaks the line, a second one ends the block."""
        self.breaks += 1
        self.space = None
        if self.breaks > 1:
            self.flush()

    def run(self, start: int, end: int, element: Element) -> None:
        """Writes source [start, end), which stands in `element`."""
        source, at = self.source, start
        while at < end:
            match = _CHUNK.match(source, at, end)
            assert match is not None
            if match[1]:
                self._blank(at, match.end())
                at = match.end()
            elif match[2]:
                words, after = reference(source, at, end)
                if words.isspace():
                    self._blank(at, after)
                elif words:
                    literal = after == at + 1
                    self._put(words, at, after, PieceKind.LITERAL if literal else PieceKind.REFERENCE, element)
                at = after
            elif match[3]:  # a NUL is no character of a page (HTML standard, "data state")
                at = match.end()
            else:
                self._put(match[0], at, match.end(), PieceKind.LITERAL, element)
                at = match.end()

    def _blank(self, start: int, end: int) -> None:
        if self.open is None or self.breaks:
            return
        if self.space is None:
            self.space = (start, end)
        elif self.space[1] == start:
            self.space = (self.space[0], end)

    def _put(self, words: str, start: int, end: int, kind: PieceKind, element: Element) -> None:
        if self.open is None:
            if self.parts:
                self._write("\n\n")
            self.open = Stretch(self.at, self.at, element.block)
            self.stretches.append(self.open)
        elif self.breaks:
            self._write("\n")
        elif self.space is not None:
            first, last = self.space
            literal = self.source[first:last] == " "
            self._map(1, first, last, PieceKind.LITERAL if literal else PieceKind.SPACE)
            self._write(" ")
        self.space, self.breaks = None, 0
        self._map(len(words), start, end, kind)
        self._write(words)
        self.open.end = self.at
        if element.linked:
            self.open.linked += len(words)
        if element is not self.open.element:
            held = self.open.inner.get(element.order, (element, 0))[1]
            self.open.inner[element.order] = (element, held + len(words))

    def _write(self, words: str) -> None:
        self.parts.append(words)
        self.at += len(words)

    def _map(self, size: int, start: int, end: int, kind: PieceKind) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last is not None and kind is last.kind is PieceKind.LITERAL and last.end == self.at and last.source_end == start:
            self.pieces[-1] = Piece(last.start, self.at + size, last.source_start, end)
        else:
            self.pieces.append(Piece(self.at, self.at + size, start, end, kind))


def lay_out(source: str) -> Laid:
    """The visible text of a page's source, in blocks. A page that hides nearly all it has (a script shows it in the
    browser) is taken as shown."""
    laid = _lay_out(source, reveal=False)
    if len(laid.content) < 1_000 and any(element.hidden for element in laid.elements):
        shown = _lay_out(source, reveal=True)
        if len(shown.content) > 10 * len(laid.content):
            return shown
    return laid


def _lay_out(source: str, reveal: bool) -> Laid:
    layout, tree = _Layout(source), Tree(reveal)
    elements: list[Element] = []
    raw: list[tuple[Element, str]] = []
    for token in tokens(source):
        if token.name == "#comment":
            continue
        if not token.name:
            _text(token, layout, tree, raw)
            continue
        if tree.feed(token):
            layout.flush()
        if not token.end_tag:
            if not elements or elements[-1] is not tree.last:
                elements.append(tree.last)
            if tree.last.breaks_line() and not tree.last.hidden:
                layout.line()
    return Laid("".join(layout.parts), layout.pieces, layout.stretches, elements, raw)


def _text(token: Token, layout: _Layout, tree: Tree, raw: list[tuple[Element, str]]) -> None:
    words = layout.source[token.start : token.end]
    if tree.top.name in RAW:
        raw.append((tree.top, words))
    elif tree.top.name == "head" and words.strip():
        tree.close_head()
    if not tree.top.hidden:
        layout.run(token.start, token.end, tree.top)


def to_bytes(pieces: list[Piece], decoded: Decoded) -> Iterator[Piece]:
    """The same pieces with their source given in bytes of the document."""
    ends = sorted({each for piece in pieces for each in (piece.source_start, piece.source_end)})
    place = dict(zip(ends, decoded.offsets(ends), strict=True))
    for piece in pieces:
        yield Piece(piece.start, piece.end, place[piece.source_start], place[piece.source_end], piece.kind)
