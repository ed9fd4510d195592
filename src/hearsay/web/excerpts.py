"""The words around a finding as a list shows them: cut short, with the finding and the words searched for marked. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..claims.base import Claim
from ..claims.of import AROUND
from ..model import Attribution, Figure, Mention, Span
from ..store.search import terms
from .cutting import Mark, Piece, pieces

LONGEST = 360
"""Code points of an excerpt."""

_BEFORE = 70
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """An excerpt in pieces; `before` and `after` tell whether words were left out there."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool


def excerpt(claim: Claim, words: str = "") -> Excerpt:
    """The context of a claim, at most `LONGEST` code points of it, around where it begins or, if that leaves the words searched
    for out, around the first of these."""
    content, base = claim.context, claim.context_start
    own = sorted(_own(claim, base, len(content)), key=lambda mark: (mark.start, -mark.end))
    found = [Mark(span.start, span.end, "", "hit") for span in hits(content, words)]
    first = next((mark.start for mark in own if "is" in mark.looks.split()), 0)
    inner = _whole_words(claim, own)
    span = _window(content, inner, first, [mark.start for mark in found])
    marks = sorted([*own, *found], key=lambda mark: (mark.start, -mark.end, mark.looks))
    cut_before, cut_after = span.start > 0, span.end < len(content)
    return Excerpt(tuple(pieces(content, span, marks)), cut_before, cut_after)


def hits(content: str, words: str) -> list[Span]:
    """Where the words searched for stand, as the search takes them: case and accents do not matter, a quoted term is a phrase, a
    final * stands for any ending."""
    tokens = [(match.start(), match.end(), folded(match[0])) for match in _TOKEN.finditer(content)] if words else []
    found: set[Span] = set()
    for term, star in terms(words):
        sought = [folded(token) for token in _TOKEN.findall(term)]
        for i in range(len(tokens) - len(sought) + 1 if sought else 0):
            if _fits([token for _, _, token in tokens[i : i + len(sought)]], sought, star):
                found.add(Span(tokens[i][0], tokens[i + len(sought) - 1][1]))
    return sorted(found)


def folded(token: str) -> str:
    """A word without case and accents."""
    plain = (c for c in unicodedata.normalize("NFD", token) if not unicodedata.combining(c))
    return "".join(plain).casefold()


def _fits(tokens: list[str], sought: list[str], star: bool) -> bool:
    *head, last = sought
    return tokens[: len(head)] == head and (tokens[-1].startswith(last) if star else tokens[-1] == last)


def _own(claim: Claim, base: int, size: int) -> Iterator[Mark]:
    one = claim.finding
    spans: list[tuple[Span, str]] = []
    if isinstance(one, Attribution):
        spans += [(span, "is said") for span in one.content]
        spans += [(span, "src") for span in (one.source.spans if one.source else ())]
        spans += [(span, "cue") for span in (one.cue.spans if one.cue else ())]
    elif isinstance(one, Figure):
        spans += [(one.span, "is fig")]
    elif isinstance(one, Mention):
        spans += [(one.span, "is men")]
    for span, looks in spans:
        start, end = max(0, span.start - base), min(size, span.end - base)
        if start < end:
            yield Mark(start, end, "", looks)


def _whole_words(claim: Claim, own: list[Mark]) -> Span:
    """The context without the halves of words at its ends, where it was cut out of a longer line."""
    content, start, end = claim.context, 0, len(claim.context)
    said = [mark for mark in own if "is" in mark.looks.split()]
    if said and said[0].start == AROUND:
        start = content.find(" ", 0, said[0].start) + 1
    if said and end - max(mark.end for mark in said) == AROUND:
        blank = content.rfind(" ", max(mark.end for mark in said), end)
        end = blank if blank > 0 else end
    return Span(start, end)


def _window(content: str, inner: Span, first: int, found: list[int]) -> Span:
    """Which stretch is shown: it begins and ends between words."""
    if inner.end - inner.start <= LONGEST:
        return inner
    at = first
    if found and not any(first - _BEFORE <= hit < first - _BEFORE + LONGEST for hit in found):
        at = found[0]
    start = max(inner.start, at - _BEFORE)
    end = min(inner.end, start + LONGEST)
    start = max(inner.start, end - LONGEST)
    if start > inner.start:
        blank = content.find(" ", start, at)
        start = blank + 1 if blank >= 0 else start
    if end < inner.end:
        blank = content.rfind(" ", start, end)
        end = blank if blank > at else end
    return Span(start, end)
