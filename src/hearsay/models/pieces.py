"""A text as the encoder sees it: word pieces with offsets, surface features, and windows.

The vocabulary is uncased and knows no line breaks, so what it loses is given back as features: the shape of the word
(case, digits, marks), whether it stands inside quotation marks, and whether it begins a paragraph. Training and inference
both come through here, so that they cannot drift apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from tokenizers import Tokenizer

from ..model import Span

WINDOW = 256
"""Word pieces in a window, [CLS] and [SEP] not counted. 95.5 % of PolNeAR's attributions lie within 50 words."""
BACK = 64
"""Pieces of left context that a window repeats from the one before."""
FEATURES = 24
"""6 shapes x quoted or not x paragraph start or not."""


class Shape(IntEnum):
    """How a word looks; a continuation piece keeps none of its own."""

    LOWER = 0
    CAPITALISED = 1
    CAPITALS = 2
    DIGIT = 3
    MARK = 4
    CONTINUATION = 5


@dataclass(frozen=True)
class Pieces:
    """Parallel lists, one entry a word piece: vocabulary `ids`, code points [`starts`, `ends`), `continues` (not the first
    of its word), `features` (shape * 4 + quoted * 2 + begins paragraph) and `paragraphs` (its paragraph's number).
    `breaks` holds the number of each paragraph's first piece, and the number of pieces at the end."""

    ids: list[int]
    starts: list[int]
    ends: list[int]
    continues: list[bool]
    features: list[int]
    paragraphs: list[int]
    breaks: list[int]

    def __len__(self) -> int:
        return len(self.ids)


def load_tokenizer(path: str) -> Tokenizer:
    """The tokenizer of a tokenizer.json, without truncation or padding."""
    tokenizer: Tokenizer = Tokenizer.from_file(path)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def shape_of(word: str) -> Shape:
    """The shape of a word's first piece."""
    first = word[:1]
    if not first.isalnum():
        return Shape.MARK
    if first.isdigit():
        return Shape.DIGIT
    if len(word) > 1 and word.isupper():
        return Shape.CAPITALS
    return Shape.CAPITALISED if first.isupper() else Shape.LOWER


def split(content: str, paragraphs: Sequence[Span], quoted: bytes, tokenizer: Tokenizer) -> Pieces:
    """The word pieces of the given paragraphs. `quoted` has one byte a code point of `content`."""
    pieces = Pieces([], [], [], [], [], [], [0])
    texts = [content[span.start : span.end] for span in paragraphs]
    encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
    for number, (span, encoded) in enumerate(zip(paragraphs, encodings, strict=True)):
        word = None
        for i, (piece, (a, b), of) in enumerate(zip(encoded.ids, encoded.offsets, encoded.word_ids, strict=True)):
            start, end = span.start + a, span.start + b
            continues = of is not None and of == word
            word = of
            shape = Shape.CONTINUATION if continues else shape_of(content[start:end])
            pieces.ids.append(piece)
            pieces.starts.append(start)
            pieces.ends.append(end)
            pieces.continues.append(continues)
            pieces.features.append(shape * 4 + quoted[start] * 2 + (i == 0))
            pieces.paragraphs.append(number)
        pieces.breaks.append(len(pieces.ids))
    return pieces


def windows(breaks: Sequence[int], size: int = WINDOW, back: int = BACK, first: int = 0) -> list[tuple[int, int]]:
    """Windows [first piece, end piece) of whole paragraphs where they fit, cut where they do not; each repeats up to `back`
    pieces of what came before. `first` > 0 limits the first window, so that training sees other cuts in each epoch."""
    total = breaks[-1]
    found: list[tuple[int, int]] = []
    begin = 0
    while begin < total:
        limit = begin + (first if first and not found else size)
        end = total if limit >= total else max((cut for cut in breaks if begin < cut <= limit), default=limit)
        found.append((begin, end))
        if end >= total:
            break
        begin = _context(breaks, end, back, found[-1][0])
    return found


def _context(breaks: Sequence[int], end: int, back: int, previous: int) -> int:
    """Where the window after one that ended at `end` begins: whole paragraphs of context if there are any."""
    if not back:
        return end
    whole = [cut for cut in breaks if end - back <= cut < end and cut > previous]
    return whole[0] if whole else max(end - back, previous + 1)
