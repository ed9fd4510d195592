"""Which stretches of the text the article extractor takes for the article: its words are found again, in order."""

import logging
import re
from dataclasses import dataclass
from typing import Any

from ..errors import TooMuch, Unreadable

_THIN = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]+")
_NEAR = 4_000
"""Non-blank characters within which a short block must be found again (else it is one that looks like it)."""
_SHORT = 60
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
    """A text without white space and characters without width, and where each of the rest stood."""

    def __init__(self, content: str) -> None:
        self.words = _THIN.sub("", content)
        self.places: list[int] = []
        at = 0
        for gap in _THIN.finditer(content):
            self.places.extend(range(at, gap.start()))
            at = gap.end()
        self.places.extend(range(at, len(content)))


def parsed(source: str, shown: int, name: str) -> Any:
    """lxml's tree of a page. Raises `TooMuch` where lxml kept less than half of the `shown` non-blank characters."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        tree = document_fromstring(source.replace("\0", "").encode("utf-8", "replace"), HTMLParser(**_HTML_PARSER))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable(name, f"holds markup that cannot be parsed ({error})") from error
    if 2 * sum(len(_THIN.sub("", each)) for each in tree.itertext()) < shown:
        raise TooMuch(name, "nests or runs on further than its parser can follow")
    return tree


def extracted(tree: Any) -> list[tuple[str, str]]:
    """(kind, words) of every block of trafilatura's body tree, standard mode. Empty where it finds no article."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(tree, include_comments=False)
    except RecursionError:
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [
        (str(element.tag), words)
        for element in body.iter()
        if isinstance(element.tag, str)
        for words in _own(element)
    ]


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


def align(content: str, blocks: list[tuple[str, str]]) -> list[Aligned]:
    """The places of the extractor's blocks in the text, in order; a block that is not there word for word is left out."""
    squeezed = Squeezed(content)
    found: list[Aligned] = []
    cursor = 0
    for kind, words in blocks:
        wanted = _THIN.sub("", words)
        if not wanted:
            continue
        at = squeezed.words.find(wanted, cursor)
        if at < 0 or (len(wanted) < _SHORT and at - cursor > _NEAR and found):
            before = squeezed.words.find(wanted) if len(wanted) >= _SHORT else -1
            if before < 0:
                continue
            at = before
        else:
            cursor = at + len(wanted)
        found.append(Aligned(squeezed.places[at], squeezed.places[at + len(wanted) - 1] + 1, kind))
    return found
