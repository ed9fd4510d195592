"""The blocks of a page while their labels are being settled, and all that can be seen of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Label
from . import signs
from .alignment import Aligned
from .blocks import Laid, Stretch
from .dom import Element
from .signs import Sign

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ARTICLE = frozenset(
    {Label.HEADLINE, Label.MAIN, Label.HEADING, Label.LIST, Label.TABLE, Label.QUOTE, Label.DATELINE, Label.LIVE_POST}
)
"""Labels of what belongs to the article."""
ASIDE = Sign.RELATED | Sign.FURNITURE
_SHARE = 0.6
"""Share of a block's characters that the extractor must have taken."""


@dataclass(slots=True)
class Part:
    """A block while its label is being settled. `signs` are those of its element and of those around it, below the
    article's own element; `taken` whether the extractor took it; `kind` the extractor's kind."""

    stretch: Stretch
    words: str
    taken: bool = False
    kind: str = ""
    signs: Sign = Sign.NONE
    label: Label = Label.FURNITURE
    at: str = ""

    @property
    def element(self) -> Element:
        return self.stretch.element

    @property
    def density(self) -> float:
        """Share of the characters that are link text."""
        return self.stretch.linked / max(1, len(self.words.replace(" ", "")))


def parts_of(laid: Laid, aligned: Sequence[Aligned]) -> tuple[list[Part], Element | None]:
    """The blocks with what the extractor and the page's own names say of them, and the element that holds the article
    (None where nothing was taken for it)."""
    parts = [Part(each, laid.content[each.start : each.end]) for each in laid.stretches]
    _take(laid, parts, aligned)
    shares = _shares(parts)
    _sign(laid, parts, shares)
    if sum(len(part.words) for part in parts if part.taken) < _LITTLE:
        _take_plain(parts)
        shares = _shares(parts)
    holding = [node for node, share in shares.values() if share >= 0.8]
    return parts, max(holding, key=lambda node: node.depth, default=None)


_LITTLE = 300
"""Characters below which the extractor is not relied on alone: it was made for longer articles."""


def _take(laid: Laid, parts: list[Part], aligned: Sequence[Aligned]) -> None:
    """Marks the parts that the extractor took."""
    marks = bytearray(len(laid.content))
    kinds: dict[int, str] = {}
    for each in aligned:
        marks[each.start : each.end] = b"\1" * (each.end - each.start)
        kinds[each.start] = each.kind
    for part in parts:
        stretch = part.stretch
        part.taken = marks.count(1, stretch.start, stretch.end) >= _SHARE * (stretch.end - stretch.start)
        if part.taken:
            part.kind = kinds.get(stretch.start, "")


Shares = dict[int, tuple[Element, float]]
"""By order of the element: which share of the taken characters it holds."""


def _shares(parts: list[Part]) -> Shares:
    sums: dict[int, int] = {}
    nodes: dict[int, Element] = {}
    for part in parts:
        for node in up(part.element) if part.taken else ():
            sums[node.order] = sums.get(node.order, 0) + len(part.words)
            nodes[node.order] = node
    total = max(sums.values(), default=1)
    return {order: (nodes[order], weight / total) for order, weight in sums.items()}


def _sign(laid: Laid, parts: list[Part], shares: Shares) -> None:
    """Gives every part the signs of the elements around it. An element that holds a fifth of what was taken is no aside,
    whatever its name ("with-sidebar", "paywall")."""
    known: dict[int, Sign] = {0: Sign.NONE}
    for element in laid.elements:  # a parent stands before its children
        inherited = known[element.parent.order] if element.parent is not None else Sign.NONE
        own = signs.own_signs(element)
        if own and shares.get(element.order, (element, 0.0))[1] >= 0.2:
            own &= Sign.ARTICLE | Sign.POST
        known[element.order] = inherited | own
    for part in parts:
        part.signs = known[part.element.order]
        for inner, held in part.stretch.inner.values():
            if held > 0.8 * len(part.words.replace(" ", "")):
                part.signs |= known[inner.order]
    _captions(laid, parts, known)


_PICTURE = re.compile(r"image|img|photo|foto|bild|media|picture|figure|gallery|visual|thumb|caption|video", re.IGNORECASE)
_FRAMES = frozenset({"a", "button", "figure", "picture", "aside", "span"})
"""What a picture with its caption may be set in."""
_PICTURES = frozenset({"img", "picture", "video", "amp-img", "figure", "iframe"})


def _captions(laid: Laid, parts: list[Part], known: dict[int, Sign]) -> None:
    """Finds the words that stand in one small element with a picture. For a caption only those signs count that stand
    around picture and caption both."""
    pictured: set[int] = set()
    sizes: dict[int, int] = {}
    for element in laid.elements:
        if element.name in _PICTURES:
            pictured.update(node.order for node in up(element))
    for part in parts:
        for node in up(part.element):
            sizes[node.order] = sizes.get(node.order, 0) + len(part.words)
    for part in parts:
        said = bool(part.signs & Sign.CAPTION)
        named = False
        for node in up(part.element)[:6]:
            named = named or node.name in ("figure", "figcaption") or _PICTURE.search(node.words()) is not None
            if node.order not in pictured:
                continue
            small = sizes[node.order] < 600 and sizes[node.order] < 2 * len(part.words) + 120
            if said or (small and named and part.element.name not in HEADINGS and not _is_list(part)):
                outer = next((each for each in up(node)[1:] if each.name not in _FRAMES), None)
                around = known[outer.order] if outer is not None else Sign.NONE
                part.signs = (part.signs & ~ASIDE) | Sign.CAPTION | (around & ASIDE)
            break


def _is_list(part: Part) -> bool:
    return any(node.name in ("li", "td", "th") for node in up(part.element)[:3])


def _take_plain(parts: list[Part]) -> None:
    """Where the extractor found no article (a short page, or one of odd make): every block outside of navigation that
    is not mostly links."""
    for part in parts:
        if part.signs & (ASIDE | Sign.CAPTION | Sign.BYLINE | Sign.MASTHEAD) or part.density > 0.5:
            continue
        in_header = any(node.name == "header" for node in up(part.element)) and not any(
            node.name in ("article", "main") for node in up(part.element)
        )
        part.taken = not in_header or part.element.name in HEADINGS


def up(element: Element) -> list[Element]:
    """The element and those around it, the innermost first."""
    found: list[Element] = []
    node: Element | None = element
    while node is not None:
        found.append(node)
        node = node.parent
    return found


def by_element(part: Part) -> Label:
    """The label that the element itself asks for, in an article."""
    names = [node.name for node in up(part.element)[:4]]
    if names[0] in HEADINGS or (part.kind == "head" and names[0] not in ("p", "li")):
        return Label.HEADING
    if names[0] in ("td", "th") or "table" in names[:4]:
        return Label.TABLE
    if names[0] == "li" or "li" in names[:3] or names[0] in ("dd", "dt"):
        return Label.LIST
    if "blockquote" in names:
        return Label.QUOTE
    return Label.MAIN
