"""Lines of a paged document to labelled paragraphs, by where they stand and how large they are set."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ..model import Label
from .rubrics import CLOSERS, is_byline, is_date_line, is_headline, is_title

_ENDS = (".", "!", "?", "…", ":")
_BULLETS = ("•", "▪", "●", "◦", "‣", "■", "–\u00a0")
_FOLIO = re.compile(r"\W*(?:page )?\d{1,4}(?: ?(?:/|of) ?\d{1,4})?\W*|.{0,80}\bpage \d{1,4} of \d{1,4}\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LARGER = 1.15
"""A line this much larger than the body is set as a title."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one page (counted from 1). `runs` map its characters to the page's (start, end, first, last);
    `base`, `left`, `right` and `size` are in points, upwards and from the left."""

    page: int
    content: str
    runs: tuple[tuple[int, int, int, int], ...]
    base: float
    left: float
    right: float
    size: float
    bold: bool

    @property
    def hyphenated(self) -> bool:
        """Whether a word goes on in the next line."""
        return self.content.endswith(("-", "\u00ad", "\u2010")) and self.content[-2:-1].isalpha()

    @property
    def closed(self) -> bool:
        """Whether a sentence ends with the line."""
        return self.content.rstrip(CLOSERS).endswith(_ENDS)


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and what they are."""

    lines: list[Line]
    label: Label = Label.MAIN

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def words(self) -> str:
        return "".join(line.content + ("" if line.hyphenated else " ") for line in self.lines).rstrip()


def arranged(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs in reading order, labelled; running headers, footers and page numbers come after all others
    (those at the very top before them)."""
    running = _running(lines)
    body = [line for i, line in enumerate(lines) if i not in running]
    paragraphs = list(_paragraphs(body))
    if body:
        _label(paragraphs, _body_size(body))
    first = next((i for i in range(len(lines)) if i not in running), len(lines))
    above, below = (
        [Paragraph([lines[i]], Label.FURNITURE) for i in sorted(running) if (i < first) is up] for up in (True, False)
    )
    return [*above, *paragraphs, *below]


def _running(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines at the head or foot of a page that come again on another page (numerals aside), or that
    are a page number alone."""
    edges: list[tuple[int, str]] = []
    large = _LARGER * _body_size(lines) if lines else 0.0  # a title may well be repeated above the next pages
    for _, group in groupby(enumerate(lines), key=lambda each: each[1].page):
        page = sorted(group, key=lambda each: -each[1].base)
        for i, line in {each[0]: each for each in (*page[:2], *page[-2:]) if each[1].size <= large}.values():
            edges.append((i, _DIGITS.sub("#", line.content)))
    seen = Counter({key: len({lines[i].page for i, each in edges if each == key}) for key in {key for _, key in edges}})
    several = len({line.page for line in lines}) > 1
    return {i for i, key in edges if len(lines) > 1 and ((several and seen[key] > 1) or _FOLIO.fullmatch(lines[i].content))}


def _body_size(lines: Sequence[Line]) -> float:
    """The size that most characters are set in."""
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size * 2) / 2] += len(line.content)
    return counts.most_common(1)[0][0]


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    leading = _leading(lines)
    margin = max((line.right for line in lines), default=0.0)
    held: list[Line] = []
    for line in lines:
        if held and (_parted(held[-1], line, leading, margin) or (len(held) == 1 and is_byline(held[0].content))):
            yield Paragraph(held)
            held = []
        held.append(line)
    if held:
        yield Paragraph(held)


def _leading(lines: Sequence[Line]) -> float:
    """The distance of two lines of a paragraph, in their own size: the lower quartile of all distances. A wide one is
    believed only of lines that mostly break off in a sentence (else every paragraph is one line)."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.page == b.page and a.size and abs(a.size - b.size) < 0.12 * a.size]
    gaps = sorted(gap for a, b in pairs if 0.5 < (gap := (a.base - b.base) / a.size) < 3)
    if not gaps:
        return 1.2
    found = gaps[len(gaps) // 4]
    broken = sum(not a.closed for a, _ in pairs) > 0.5 * len(pairs)
    return found if found < 1.6 or broken else 1.2


def _parted(above: Line, below: Line, leading: float, margin: float) -> bool:
    """Whether a new paragraph begins with the lower of two lines that follow each other."""
    if below.content.startswith(_BULLETS):
        return True
    if abs(above.size - below.size) > 0.12 * max(above.size, below.size) or above.bold != below.bold:
        return True
    gap = above.base - below.base
    if above.page != below.page or gap < -0.3 * above.size:  # a new page or column
        return above.closed or not (above.hyphenated or below.content[0].islower())
    if gap < 0.3 * above.size:
        return False
    if gap > 1.25 * leading * above.size and not above.hyphenated:
        return True
    indented = below.left > above.left + 0.7 * above.size
    short = above.right < above.left + 0.8 * (margin - above.left)
    return above.closed and (indented or short)


def _label(paragraphs: list[Paragraph], body: float) -> None:
    """Sets the labels: the headline is the largest title at the head of the first page, four words at least where one
    has them (a masthead is larger and shorter); what stands above it is furniture."""
    titles = [i for i, each in enumerate(paragraphs) if each.size > _LARGER * body]
    head = [i for i in titles if paragraphs[i].lines[0].page == paragraphs[0].lines[0].page and i < 6]
    largest = max((paragraphs[i].size for i in head), default=0.0)
    near = [i for i in head if paragraphs[i].size > 0.6 * largest]
    headline = max(near, key=lambda i: (len(paragraphs[i].words.split()) > 3, paragraphs[i].size, -i), default=-1)
    if headline < 0 and len(paragraphs) > 1 and is_headline(paragraphs[0].words, followed=True):
        headline = 0
    for i, paragraph in enumerate(paragraphs):
        words = paragraph.words
        if i == headline:
            paragraph.label = Label.HEADLINE
        elif i < headline and (i in head or paragraph.lines[0].bold):
            paragraph.label = Label.FURNITURE
        elif i < max(headline, 0) + 5 and is_byline(words):
            paragraph.label = Label.BYLINE
        elif i < max(headline, 0) + 5 and is_date_line(words):
            paragraph.label = Label.DATELINE
        elif words.startswith(_BULLETS):
            paragraph.label = Label.LIST
        elif (i in titles or paragraph.lines[0].bold) and is_title(words.rstrip("?")) and i < len(paragraphs) - 1:
            paragraph.label = Label.HEADING
