"""Which stretches of the text the article extractor takes for the article: its words are found again, in order."""

import logging
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

_THIN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]+")
_NEAR = 4_000
"""Non-blank characters after the block before, within which a short block is looked for first."""
_SHORT = 60
"""Non-blank characters below which a block may look like others."""
_HTML_PARSER: dict[str, Any] = {
    "collect_ids": False,
    "default_doctype": False,
    "encoding": "utf-8",
    "remove_comments": True,
    "remove_pis": True,
    "huge_tree": True,  # without it, lxml gives back an empty page at 255 levels or 10 million characters
}


@dataclass(frozen=True, slots=True)
class Aligned:
    """Code points [start, end) of the text that the extractor took, and what for ("p", "head", "item", "quote",
    "cell" ...)."""

    start: int
    end: int
    kind: str


class Squeezed:
    """A text without white space and characters without width; `place` gives back where a character stood."""

    def __init__(self, content: str) -> None:
        self.words = _THIN.sub("", content)
        self._runs: list[int] = [0]
        self._shifts: list[int] = [0]
        dropped = 0
        for gap in _THIN.finditer(content):
            self._runs.append(gap.start() - dropped)
            dropped += gap.end() - gap.start()
            self._shifts.append(dropped)

    def place(self, at: int) -> int:
        """The code point of the whole text at which character `at` of `words` stands."""
        return at + self._shifts[bisect_right(self._runs, at) - 1]


def parsed(source: str, shown: int) -> Any:
    """lxml's tree of a page; None where it kept less than half of the `shown` non-blank characters, as it does with
    markup that nests too deep or never closes a quotation mark: such a tree must not decide what is the article."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        tree = document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), HTMLParser(**_HTML_PARSER))
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    kept = sum(len(_THIN.sub("", each)) for each in tree.itertext())
    kept -= sum(len(_THIN.sub("", each.text or "")) for each in tree.iter("script", "style"))
    return tree if 2 * kept >= shown else None


def extracted(tree: Any) -> list[tuple[str, str]]:
    """(kind, words) of every block of trafilatura's body tree, standard mode. Empty where it finds no article, or is
    given no tree."""
    from trafilatura import bare_extraction

    if tree is None:
        return []

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(tree, include_comments=False)
    except RecursionError:
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [(str(element.tag), words) for element in body.iter() if isinstance(element.tag, str) for words in _own(element)]


_LEAVES = frozenset({"p", "head", "item", "quote", "cell", "code", "fw", "ab"})


def _own(element: Any) -> list[str]:
    """The words of a block, without those of blocks inside it, cut at its line breaks."""
    parts: list[str] = [""]
    if element.tag not in _LEAVES and element.tag not in ("list", "body"):
        return []
    parts[-1] += element.text or ""
    _gather(element, parts)
    return [part for part in parts if part.strip()]


def _gather(element: Any, parts: list[str]) -> None:
    for child in element:
        if child.tag in _LEAVES or child.tag in ("lb", "list", "table", "row", "div"):
            parts.append("")
        else:
            parts[-1] += child.text or ""
            _gather(child, parts)
        parts[-1] += child.tail or ""


def align(squeezed: Squeezed, blocks: list[tuple[str, str]]) -> list[Aligned]:
    """The places of the extractor's blocks in a text, in order.

    A block that is not there word for word (the extractor leaves out inline elements now and then) is taken from its
    first to its last words; one that is not there at all is left out."""
    wanted = [(kind, each) for kind, words in blocks if (each := _THIN.sub("", words))]
    placed = _anchors(squeezed.words, [each for _, each in wanted])
    found: list[Aligned] = []
    cursor = 0
    for (kind, each), place in zip(wanted, placed, strict=True):
        if place is None and len(each) < _SHORT:
            place = _near(squeezed.words, each, cursor)
        if place is not None:
            cursor = place[1]
            found.append(Aligned(squeezed.place(place[0]), squeezed.place(place[1] - 1) + 1, kind))
    return found


Place = tuple[int, int]


def _anchors(words: str, wanted: list[str]) -> list[Place | None]:
    """The long blocks, each after the one before; a long one that stands before is taken from there."""
    placed: list[Place | None] = []
    cursor = 0
    for each in wanted:
        if len(each) < _SHORT:
            placed.append(None)
            continue
        at = words.find(each, cursor)
        place = (at, at + len(each)) if at >= 0 else _loose(words, each, cursor)
        if place is not None:
            cursor = place[1]
        elif (at := words.find(each)) >= 0:
            place = (at, at + len(each))
        placed.append(place)
    return placed


def _loose(words: str, wanted: str, cursor: int) -> Place | None:
    """From the first to the last characters, if no more than half as much again lies between."""
    for size in (24, 12):
        start = words.find(wanted[:size], cursor)
        if start >= 0:
            end = words.find(wanted[-size:], start + size, start + len(wanted) * 3 // 2 + _SHORT)
            if end >= 0:
                return start, end + size
    return None


def _near(words: str, wanted: str, cursor: int) -> Place | None:
    """The nearest occurrence of a short block, after the one before it if it can be."""
    after, before = words.find(wanted, cursor), words.rfind(wanted, 0, cursor)
    if after >= 0 and (after - cursor <= _NEAR or before < 0 or after - cursor <= cursor - before):
        return after, after + len(wanted)
    return (before, before + len(wanted)) if before >= 0 else None
