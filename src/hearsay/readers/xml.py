"""XML source to elements with their places, forgiving: half of the feeds on the web are not well-formed.

Nothing is expanded but character references, so no document type can blow a feed up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

_MARK = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)|<[?!][^<>]*>|"
    r"<(?P<end>/?)(?P<name>[^\W\d][\w.:\-]*)(?P<rest>(?:[^<>\"']+|\"[^<\"]*\"|'[^<']*')*+)>",
    re.DOTALL,
)
"""Linear in the source: nothing that stays open is looked for twice (XML allows no "<" inside a tag)."""
_ATTRIBUTE = re.compile(r"([^\W\d][\w.:\-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_PART = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(.*?)(?:\]\]>|\Z)|<[^<>]*>|(&(?:#[xX]?[0-9a-fA-F]+|\w+);)|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Node:
    """One element of the source: code points [start, end) with its tags, [inner, close) without them. `name` is in
    lower case and without its prefix; `whole` is false where its end tag is missing."""

    name: str
    prefix: str
    attributes: dict[str, str]
    start: int
    inner: int
    close: int
    end: int
    whole: bool = True


def children(source: str, start: int = 0, end: int | None = None) -> Iterator[Node]:
    """The elements in a stretch of source that stand in no other of its elements."""
    stop = len(source) if end is None else end
    opened: re.Match[str] | None = None
    depth = 0
    for match in _MARK.finditer(source, start, stop):
        name = match["name"]
        if name is None:
            continue
        if opened is None:
            if match["rest"].endswith("/"):
                yield _node(match, match.end(), match.end())
            elif not match["end"]:
                opened, depth = match, 1
        elif name == opened["name"] and not match["rest"].endswith("/"):
            depth += -1 if match["end"] else 1
            if depth == 0:
                yield _node(opened, match.start(), match.end())
                opened = None
    if opened is not None:
        yield _node(opened, stop, stop, whole=False)


def _node(tag: re.Match[str], close: int, end: int, whole: bool = True) -> Node:
    prefix, _, name = tag["name"].lower().rpartition(":")
    found = {key.lower(): unescape(double or single) for key, double, single in _ATTRIBUTE.findall(tag["rest"])}
    return Node(name, prefix, found, tag.start(), tag.end(), close, end, whole)


@dataclass(frozen=True, slots=True)
class Value:
    """What an element holds, character by character: `content[i]` comes from source [starts[i], ends[i])."""

    content: str
    starts: list[int]
    ends: list[int]


def value_of(source: str, node: Node, *, escaped: bool = False) -> Value:
    """The character data of an element, its references and CDATA sections resolved, its tags left out. `escaped` writes
    it as markup that shows these very characters (each of "&lt;" then has the place of the "<")."""
    held: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(words: str, start: int, end: int) -> None:
        shown = escape(words, quote=False) if escaped else words
        held.append(shown)
        starts.extend([start] * len(shown))
        ends.extend([end] * len(shown))

    for match in _PART.finditer(source, node.inner, node.close):
        if match[1] is not None:
            for at, character in enumerate(match[1], match.start(1)):
                put(character, at, at + 1)
        elif match[2] is not None:
            put(unescape(match[2]), match.start(), match.end())
        elif len(match[0]) == 1:
            put(match[0], match.start(), match.end())
    return Value("".join(held), starts, ends)


def markup_of(source: str, node: Node) -> Value:
    """The markup that an element holds, as it stands."""
    places = range(node.inner, node.close)
    return Value(source[node.inner : node.close], list(places), [at + 1 for at in places])
