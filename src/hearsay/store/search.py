"""Full-text search: which lines of which texts hold some words, as spans of code points."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

import sqlalchemy as sa

from ..model import Span
from .base import Hit

PER_TEXT = 3
"""Hits in one text, so that a long one does not hide the others."""

_AROUND = 80
_WIDEST = 300
_PART = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_TEXTS = sa.text(
    "SELECT t.n, t.id, t.content, (SELECT s.name FROM sightings s WHERE s.document = t.document"
    " ORDER BY s.at, s.id LIMIT 1) AS name FROM texts_fts JOIN texts t ON t.n = texts_fts.rowid"
    " WHERE texts_fts MATCH :match ORDER BY rank, t.id LIMIT :limit"
)
_MARKED = sa.text("SELECT highlight(texts_fts, 0, :opening, :closing) FROM texts_fts WHERE texts_fts MATCH :match AND rowid = :n")


def search(connection: sa.Connection, words: str, limit: int) -> Iterator[Hit]:
    """Hits for all of `words`, the best texts first; in each text the lines that hold most of the words."""
    match = query_of(words)
    if not match:
        return
    left = limit
    for n, text, content, name in connection.execute(_TEXTS, {"match": match, "limit": limit}).all():
        opening, closing = _marks(content)
        marked = {"match": match, "n": n, "opening": opening, "closing": closing}
        spans = _spans(connection.execute(_MARKED, marked).scalar() or "", opening, closing)
        for group in _best_lines(content, spans)[: min(PER_TEXT, left)]:
            left -= 1
            yield _hit(text, name or "", content, group)
        if not left:
            return


def query_of(words: str) -> str:
    """What the user typed as an FTS5 query: every word must occur, "quoted words" as a phrase, a final * stands for any
    ending. No other sign has a meaning, so no input is an error."""
    return " ".join('"' + term + '"' + ("*" if star else "") for term, star in terms(words))


def terms(words: str) -> Iterator[tuple[str, bool]]:
    """The words and phrases that the user typed, each with whether any ending will do."""
    for quoted, phrase_star, bare in _PART.findall(words):
        term = quoted or bare.rstrip("*")
        if any(character.isalnum() for character in term):
            yield term.replace("\0", " "), bool(phrase_star) or bare.endswith("*")


def _marks(content: str) -> tuple[str, str]:
    """Two characters that the text does not have: noncharacters, which Unicode sets aside for such ends, or, in a text
    that has them, characters for private use."""
    used = set(content)
    free = (mark for mark in map(chr, chain(range(0xFDD0, 0xFDF0), range(0xF0000, 0xFFFFE))) if mark not in used)
    return next(free), next(free)


def _spans(marked: str, opening: str, closing: str) -> list[Span]:
    """The spans between the marks, in code points of the text without them."""
    found: list[Span] = []
    at = start = 0
    for part in re.split(f"([{opening}{closing}])", marked):
        if part == opening:
            start = at
        elif part == closing:
            found.append(Span(start, at))
        else:
            at += len(part)
    return found


def _best_lines(content: str, spans: list[Span]) -> list[list[Span]]:
    """The matches line by line: lines with most different words first, then those that come first."""
    breaks = [0, *(match.end() for match in re.finditer(r"\n", content))]
    lines: defaultdict[int, list[Span]] = defaultdict(list)
    for span in spans:
        lines[bisect_right(breaks, span.start)].append(span)
    words = {n: {content[s.start : s.end].casefold() for s in group} for n, group in lines.items()}
    most = max(map(len, words.values()), default=0)
    return [group for n, group in sorted(lines.items()) if len(words[n]) == most]


def _hit(text: str, name: str, content: str, group: list[Span]) -> Hit:
    matches = tuple(span for span in group if span.end - group[0].start <= _WIDEST) or (group[0],)
    whole = Span(matches[0].start, matches[-1].end)
    start = max(content.rfind("\n", 0, whole.start) + 1, whole.start - _AROUND)
    line_end = content.find("\n", whole.end)
    end = min(len(content) if line_end < 0 else line_end, whole.end + _AROUND)
    return Hit(text, whole, content[start:end], name, start, matches)
