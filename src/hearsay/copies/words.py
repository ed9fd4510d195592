"""The words of an article as they are matched: without case, accents, quotation marks and punctuation. Each leads back to its
code points, and knows whether it stands inside quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from unicodedata import category, normalize

from ..analyse import UNREAD, lines, quotation
from ..model import Block, Span, Text

_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670"
"""Accents and vowel points that are code points of their own, and so no letters to a pattern."""
_LETTER = rf"[^\W\u3040-\u30ff\u3400-\u9fff{_MARKS}]"
_WORD = re.compile(rf"\d+(?:[.,]\d+)+|[\u3040-\u30ff\u3400-\u9fff]|{_LETTER}(?:{_LETTER}|[{_MARKS}]|['’ʼ](?={_LETTER}))*")
"""A number with its separators, one sign of a script without blanks between words, or letters with inner apostrophes."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text's article, in order, as parallel lists. `starts` and `ends` are code points of the text; `quoted` is 1
    for words inside quotation marks; `parts` numbers the stretches of the article: between two of them stands what is no part
    of it, so that nothing shared runs from one into the next."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: bytes
    parts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)

    @property
    def own(self) -> int:
        """How many of the words are not quoted."""
        return len(self.folded) - sum(self.quoted)


def words_of(text: Text) -> Words:
    """The words of the article, without byline, captions and furniture: many reports print one picture."""
    paragraphs = [(part, span) for part, block in _article(text) for span in lines(text.content, block)]
    inside = quotation(text.content, [span for _, span in paragraphs])
    found = [(part, match) for part, span in paragraphs for match in _WORD.finditer(text.content, span.start, span.end)]
    return Words(
        folded=tuple(fold(match[0]) for _, match in found),
        starts=tuple(match.start() for _, match in found),
        ends=tuple(match.end() for _, match in found),
        quoted=bytes(inside[match.start()] for _, match in found),
        parts=tuple(part for part, _ in found),
    )


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word for matching only: letters without case and accents, numbers without separators."""
    plain = normalize("NFKD", word).casefold()
    return "".join(c for c in plain if c.isalnum() or category(c) == "Mc")


def _article(text: Text) -> Iterator[tuple[int, Span]]:
    for part, (wanted, blocks) in enumerate(groupby(text.blocks, key=_is_article)):
        if wanted:
            for block in blocks:
                yield part, block.span


def _is_article(block: Block) -> bool:
    return block.article and block.label not in UNREAD
