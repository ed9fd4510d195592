"""Tags to elements: who stands inside whom. Small on purpose: only what decides over blocks and their labels."""

import re
from collections import Counter

from .markup import Token

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "search section select summary table tbody td tfoot th thead tr ul xmp".split()
)
"""Elements that a browser sets on lines of their own."""
UNSEEN = frozenset(
    "head script style noscript template iframe noembed noframes title textarea select datalist object video audio canvas "
    "desc metadata".split()
)
"""Elements whose text is not shown, or is a form's own."""
_CLOSES_P = BLOCK - frozenset("body head html button caption tbody td tfoot th thead tr option optgroup legend".split())
_SIBLINGS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select", "datalist"})),
    "a": (frozenset({"a"}), frozenset({"table", "td"})),
}
"""A start tag closes an open element of the first set, unless one of the second stands between."""
_HEADLESS = frozenset("meta link base title script style noscript template".split())
"""What may stand in a head."""
_WALLS = frozenset({"table", "td", "th", "caption"})


class Element:
    """One element. `children` are elements only; `order` counts elements in document order; `block` is the nearest
    element that stands on lines of its own, `hidden` and `linked` tell whether its text is unseen or inside a link."""

    __slots__ = (
        "attributes", "block", "children", "depth", "hidden", "index", "linked", "name", "order", "parent", "seen"
    )  # fmt: skip

    def __init__(self, name: str, attributes: dict[str, str], parent: "Element | None", order: int, reveal: bool = False) -> None:
        self.name, self.attributes, self.parent, self.order = name, attributes, parent, order
        self.children: list[Element] = []
        self.seen: Counter[str] = Counter()
        self.depth, self.index = 0, 1
        self.hidden = name in UNSEEN or (not reveal and _is_hidden(name, attributes))
        self.linked = name == "a"
        self.block: Element = self if name in BLOCK or parent is None else parent.block
        if parent is not None:
            self.depth = parent.depth + 1
            self.hidden = self.hidden or parent.hidden
            self.linked = self.linked or parent.linked
            parent.seen[name] += 1
            self.index = parent.seen[name]
            parent.children.append(self)

    def path(self) -> str:
        """An XPath: from the nearest element with an id, or from the root ("" below 100 levels)."""
        steps: list[str] = []
        node: Element | None = self
        while node is not None and len(steps) < 100:
            name = node.attributes.get("id", "")
            if name and '"' not in name and name.isprintable():
                return "/".join([f'//*[@id="{name}"]', *reversed(steps)])
            if node.parent is None:
                return "/" + "/".join(reversed(steps))
            steps.append(f"{node.name}[{node.index}]")
            node = node.parent
        return ""

    def words(self) -> str:
        """Class and id, in lower case: what the page's makers call this element. The ids of headings and paragraphs are
        made from their text, and tell nothing."""
        own = "" if self.name in _TEXTUAL else self.attributes.get("id", "")
        return f"{self.attributes.get('class', '')} {own}".lower()

    def breaks_line(self) -> bool:
        """A br, or what some pages make of it."""
        return self.name == "br" or (self.name == "span" and "br" in self.attributes.get("class", "").split())


_STREAMED = re.compile(r"S:\w+")
"""Ids of the hidden parts of a page that React streams, and moves into their place when they have arrived."""


_TEXTUAL = frozenset("h1 h2 h3 h4 h5 h6 p li a".split())


def _is_hidden(name: str, attributes: dict[str, str]) -> bool:
    if name in ("html", "body"):  # shown by a script as soon as the page stands
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return not _STREAMED.fullmatch(attributes.get("id", ""))
    style = attributes.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style or (name == "dialog" and "open" not in attributes)


class Tree:
    """The open elements while tags go by. `root` has no name; `reveal` shows what attributes hide."""

    def __init__(self, reveal: bool = False) -> None:
        self.reveal = reveal
        self.root = Element("", {}, None, 0)
        self._stack = [self.root]
        self._open: Counter[str] = Counter()
        self._count = 0
        self.last = self.root

    @property
    def top(self) -> Element:
        return self._stack[-1]

    def feed(self, token: Token) -> bool:
        """Takes a tag; True where it begins or ends a block."""
        if token.end_tag:
            return self._end(token.name)
        return self._start(token)

    def _start(self, token: Token) -> bool:
        name, breaks = token.name, token.name in BLOCK
        if name in ("html", "body") and self._open[name]:
            return False
        if self.top.name == "head" and name not in _HEADLESS:
            self.close_head()
        if name in _CLOSES_P and self._open["p"]:
            self._pop_to(frozenset({"p"}), _WALLS | {"button"})
        if name in _SIBLINGS:
            closes, walls = _SIBLINGS[name]
            if any(self._open[each] for each in closes):
                self._pop_to(closes, walls)
        self._count += 1
        element = Element(name, token.attributes, self.top, self._count, self.reveal)
        self.last = element
        if name not in VOID:
            self._stack.append(element)
            self._open[name] += 1
        return breaks

    def close_head(self) -> None:
        """Ends the head, as the first thing that is shown does."""
        self._pop_to(frozenset({"head"}), frozenset())

    def _end(self, name: str) -> bool:
        if not self._open[name] or name in ("html", "body"):
            return name in BLOCK
        if name in BLOCK:
            self._pop_to(frozenset({name}), frozenset() if name in _WALLS | {"tr", "tbody"} else _WALLS)
            return True
        self._pop_to(frozenset({name}), BLOCK)
        return False

    def _pop_to(self, names: frozenset[str], walls: frozenset[str]) -> None:
        """Closes the innermost open element of these names, and all inside it, unless a wall stands before it."""
        for i in range(len(self._stack) - 1, 0, -1):
            if self._stack[i].name in names:
                for element in self._stack[i:]:
                    self._open[element.name] -= 1
                del self._stack[i:]
                return
            if self._stack[i].name in walls:
                return
