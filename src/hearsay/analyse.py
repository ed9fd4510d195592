"""Text -> Analysis: words, sentences and the state of quotation, inside the blocks that extractors read.

An analysis is never stored: it is a pure function of the text. Extractors read article blocks and captions only.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from .lang import Language
from .model import Block, Label, Span, Text

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w(?:[\w’'.&\-]*\w)?|[^\w\s]", re.UNICODE)
"""A word with inner apostrophes, stops and hyphens, a number with its separators, or one mark."""

HEADS = frozenset({Label.HEADLINE, Label.HEADING})
UNREAD = frozenset({Label.BYLINE, Label.RELATED, Label.FURNITURE})
OPENING, CLOSING = "“«„", "”»"
_CLOSERS = "\"'”’»)]"
_BREAK = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Word:
    """One token: code points [start, end), its characters, and the same in lower case."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Code points [start, end); words [first, last) of `Analysis.words`; `paragraph` and `block` by number."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    block: int


@dataclass(frozen=True)
class Analysis:
    """What extractors are handed. `blocks` are those they may read, in order; `paragraphs` the lines of those blocks;
    `published` the day that relative dates are counted from (None: unknown), `outlet` the page's own name ("": unknown)."""

    text: Text
    language: Language
    published: date | None
    outlet: str
    blocks: tuple[Block, ...]
    paragraphs: tuple[Span, ...]
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    quoted: bytes
    """One byte a code point: 1 inside quotation marks (the marks themselves included)."""
    memo: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What one extractor works out and others need too (names), by topic."""

    @property
    def content(self) -> str:
        return self.text.content

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def words_in(self, start: int, end: int) -> range:
        """Numbers of the words that begin inside code points [start, end)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a code point, or None between sentences."""
        i = bisect_right(self._sentence_starts, position) - 1
        if i >= 0 and position < self.sentences[i].end:
            return self.sentences[i]
        return None

    def is_head(self, block: int) -> bool:
        """Whether a block (by number) is a headline or a heading: findings never run across one."""
        return self.blocks[block].label in HEADS


def analyse(text: Text, language: Language, published: date | None = None, outlet: str = "") -> Analysis:
    """Split a text into words and sentences and mark what is quoted. Pure; no model is run here."""
    blocks = tuple(block for block in text.blocks if readable(block))
    paragraphs: list[Span] = []
    words: list[Word] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(blocks):
        for span in _lines_of(text, block):
            first = len(words)
            words += tokens(text.content, span)
            for a, b in _sentences(words, first, text.content, language):
                sentences.append(Sentence(words[a].start, words[b - 1].end, a, b, len(paragraphs), number))
            paragraphs.append(span)
    return Analysis(
        text=text,
        language=language,
        published=published,
        outlet=outlet,
        blocks=blocks,
        paragraphs=tuple(paragraphs),
        words=tuple(words),
        sentences=tuple(sentences),
        quoted=quotation(text.content, paragraphs),
    )


def _lines_of(text: Text, block: Block) -> Iterator[Span]:
    """The paragraphs of a block. A plain text's blocks are its paragraphs: a line break in one is a wrapped line."""
    if text.reader.startswith("plain@"):
        return iter((block.span,) if block.span.start < block.span.end else ())
    return lines(text.content, block.span)


def readable(block: Block) -> bool:
    """Whether extractors read this block: the article without its byline, and captions."""
    return (block.article or block.label is Label.CAPTION) and block.label not in UNREAD


def lines(content: str, span: Span) -> Iterator[Span]:
    """The non-blank lines of a block, without the white space at their ends."""
    at = span.start
    for piece in _BREAK.split(content[span.start : span.end]):
        start = content.find(piece, at) if piece else at
        stripped = piece.strip()
        if stripped:
            begin = start + piece.index(stripped)
            yield Span(begin, begin + len(stripped))
        at = start + len(piece)


def tokens(content: str, span: Span) -> Iterator[Word]:
    """The tokens of a stretch of text."""
    for match in TOKEN.finditer(content, span.start, span.end):
        word = match.group()
        yield Word(match.start(), match.end(), word, word.lower())


def _sentences(words: list[Word], first: int, content: str, language: Language) -> Iterator[tuple[int, int]]:
    """Sentence bounds as word numbers, for the words from `first` on (one paragraph)."""
    begin = first
    i = first
    while i < len(words):
        if words[i].text in {".", "!", "?", "…"} and _ends(words, i, language):
            j = i + 1
            while j < len(words) and words[j].text in _CLOSERS and content[words[j].start - 1] not in " \t\xa0":
                j += 1
            if j == len(words) or not _goes_on(words, j, j > i + 1, language):
                yield begin, j
                begin = j
            i = j
        else:
            i += 1
    if begin < len(words):
        yield begin, len(words)


def _ends(words: list[Word], i: int, language: Language) -> bool:
    """Whether the mark at word `i` can end a sentence: no abbreviation, initial or ellipsis before a small letter."""
    if words[i].text != "." or i == 0:
        return True
    before = words[i - 1]
    glued = before.end == words[i].start
    initial = len(before.text) == 1 and before.text.isalpha() and before.text.isupper()
    return not (glued and (before.lower in language.abbreviations or initial))


def _goes_on(words: list[Word], j: int, closed: bool, language: Language) -> bool:
    """Whether the sentence goes on at word `j`: a small letter, or a reporting verb after a closing mark."""
    following = words[j]
    if following.text[0].islower():
        return True
    return closed and following.lower in language.reporting


def quotation(content: str, paragraphs: Iterable[Span]) -> bytes:
    """Marks every code point inside double quotation marks, paragraph by paragraph. A quotation that is still open at a
    paragraph's end goes on only if the next one begins with an opening mark (the convention of the press)."""
    state = bytearray(len(content))
    is_open = False
    for span in paragraphs:
        leading = content[span.start] in OPENING + '"'
        inside = is_open and leading
        for i in range(span.start, span.end):
            mark = content[i]
            if mark in OPENING or (mark == '"' and (not inside or i == span.start)):
                inside = True
                state[i] = 1
            elif mark in CLOSING or mark == '"':
                state[i] = 1
                inside = False
            elif inside:
                state[i] = 1
        is_open = inside
    return bytes(state)
