"""A report's text cut into the pieces that a page shows: by block, by paragraph, and wherever a mark begins or ends. Pure.

All offsets are code points; the page's scripts get them with each piece and never count themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..analyse import lines, readable
from ..export.visible import visible
from ..model import Block, Label, Span, Text


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that is part of a finding: code points [start, end), the `sign` of the finding, and its `looks` (classes).
    Where it ends `closing`, the sign is set behind it. `nested`: the looks get the depth of all such marks here. `beside`: a
    source or a cue, and not what the finding is about."""

    start: int
    end: int
    sign: str
    looks: str
    closing: bool = False
    nested: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that no mark begins or ends in. `at` is the first one's offset, `signs` those of the findings that they belong
    to, `core` those that are about them, `closed` those whose sign stands behind them. A steering character is a piece of
    its own: `hidden`, and `text` its mark."""

    at: int
    text: str
    signs: tuple[str, ...] = ()
    looks: str = ""
    closed: tuple[str, ...] = ()
    hidden: bool = False
    core: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A block as it is shown. `kind` is its label; `paragraphs` are its lines; `at` a live post's own time."""

    kind: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    at: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks that follow each other and all belong to the article, or all do not (`aside`)."""

    aside: bool
    parts: tuple[Part, ...]


def runs(text: Text, marks: Iterable[Mark]) -> list[Run]:
    """The whole text, every character that is not white space in exactly one piece."""
    every = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.sign))
    blocks = sorted(text.blocks, key=lambda block: block.span)
    grouped = groupby(blocks, key=_aside)
    return [Run(aside, tuple(_part(text, block, every) for block in group)) for aside, group in grouped]


def _aside(block: Block) -> bool:
    """Whether a block stands outside the article. A byline is shown with it, though no finding can stand there."""
    return not readable(block) and not (block.article or block.label is Label.BYLINE)


def _part(text: Text, block: Block, marks: Sequence[Mark]) -> Part:
    here = [mark for mark in marks if mark.start < block.span.end and mark.end > block.span.start]
    spans = (block.span,) if text.reader.startswith("plain@") else tuple(lines(text.content, block.span))
    return Part(block.label.value, tuple(tuple(pieces(text.content, span, here)) for span in spans), block.at)


def pieces(content: str, span: Span, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The characters of `span`, cut at the ends of the marks (in order of `runs`), with all that lies over each piece."""
    here = [mark for mark in marks if mark.start < span.end and mark.end > span.start]
    cuts = {span.start, span.end}
    cuts.update(mark.start for mark in here if mark.start > span.start)
    cuts.update(mark.end for mark in here if mark.end < span.end)
    for start, end in pairwise(sorted(cuts)):
        over = [mark for mark in here if mark.start <= start and mark.end >= end]
        closed = tuple(dict.fromkeys(mark.sign for mark in reversed(over) if mark.closing and mark.end == end))
        yield from _shown(content, start, end, over, closed)


def _shown(content: str, start: int, end: int, over: Sequence[Mark], closed: tuple[str, ...]) -> Iterator[Piece]:
    """One piece, or several where steering characters stand in it."""
    signs = tuple(dict.fromkeys(mark.sign for mark in over))
    core = tuple(dict.fromkeys(mark.sign for mark in over if not mark.beside))
    depth = sum(mark.nested for mark in over)
    looks = " ".join(dict.fromkeys(" ".join(mark.looks for mark in over).split()))
    looks += f" d{min(depth, 4)}" if depth else ""
    stretches = list(_stretches(content, start, end))
    for at, text, hidden in stretches:
        last = at == stretches[-1][0]
        yield Piece(at, text, signs, looks, closed if last else (), hidden, core)


def _stretches(content: str, start: int, end: int) -> Iterator[tuple[int, str, bool]]:
    """Offset, characters, and whether they are a mark for one that can't be shown as it is."""
    if visible(content[start:end]) == content[start:end]:
        yield start, content[start:end], False
        return
    at = start
    for position in range(start, end):
        if (mark := visible(content[position])) != content[position]:
            if at < position:
                yield at, content[at:position], False
            yield position, mark, True
            at = position + 1
    if at < end:
        yield at, content[at:end], False
