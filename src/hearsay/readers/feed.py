"""RSS and Atom: every entry of a feed is a document of its own, and its bytes are the entry's own stretch of the feed."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from ..errors import Unreadable
from ..model import Block, Field, Label, Piece, PieceKind, Span
from .base import READERS, Input, Page, Said, page_of
from .blocks import Stretch, lay_out, to_bytes
from .encodings import decode_page
from .published import dates_in_text
from .rubrics import is_byline, said_of
from .xml import Node, Value, children, markup_of, value_of

READER = READERS["application/rss+xml"]

_ENTRIES = frozenset({"item", "entry"})
_OWN = frozenset({"", "atom", "a", "rss", "rss1", "content", "dc", "dcterms"})
"""Prefixes whose elements speak of the entry itself (media:description speaks of a picture)."""
_BODIES = (("encoded", "content"), ("description", "summary"))
_DATES = (("pubdate", "feed"), ("published", "feed"), ("date", "feed"), ("issued", "feed"), ("updated", "feed:updated"))
_LABELS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Label.HEADING),
    **dict.fromkeys(("figcaption", "caption", "figure"), Label.CAPTION),
    **dict.fromkeys(("td", "th"), Label.TABLE),
    "li": Label.LIST,
    "blockquote": Label.QUOTE,
}
_CUT = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?|(?i:read more|continue reading)\W*)\s*\Z")
_NOTICE = re.compile(r"The post .{1,400} (?:appeared first|first appeared) on .{1,200}|(?:Read more|Continue reading)\b.{0,200}")


def entries(item: Input) -> Iterator[Input]:
    """One input for each entry of a feed, in its order. `data` are the entry's bytes alone, `charset` the feed's encoding,
    `name` and `url` its link (without one: the feed's name and its number), `outlet` the feed's title.

    Raises `Unreadable` where there is no feed or no entry in it. Nothing is fetched and no entity expanded."""
    decoded = decode_page(item.data, item.charset)
    source = decoded.content
    root = next((node for node in children(source) if node.name in ("rss", "rdf", "feed", "channel")), None)
    if root is None:
        raise Unreadable(item.name, "is damaged: no feed can be found in it")
    nodes = list(children(source, root.inner, root.close))
    for channel in [node for node in nodes if node.name == "channel"]:
        nodes += children(source, channel.inner, channel.close)
        root = channel
    found = [node for node in nodes if node.name in _ENTRIES]
    if not found:
        raise Unreadable(item.name, "is a feed without entries")
    inside = list(children(source, root.inner, root.close))
    outlet = next((_words(source, node) for node in inside if node.name == "title" and node.prefix in _OWN), "")
    base = root.attributes.get("xml:base") or item.url or _link(source, root, "") or ""
    places = decoded.offsets([at for node in found for at in (node.start, node.end)])
    for number, (node, start, end) in enumerate(zip(found, places[::2], places[1::2], strict=True), 1):
        link = _link(source, node, base)
        yield Input(
            link or f"{item.name}#{number}",
            item.data[start:end],
            item.media_type,
            link,
            item.at,
            f"feed:{item.name}",
            decoded.encoding,
            outlet,
        )


def read_entry(item: Input) -> Page:
    """The text of one entry: its title, its summary and its body, markup resolved. What the summary only repeats from
    the body is no part of the article.

    Raises `Unreadable` where the bytes are no entry, or one that was cut short or holds no text."""
    decoded = decode_page(item.data, item.charset)
    source = decoded.content
    entry = next((node for node in children(source) if node.name in _ENTRIES), None)
    if entry is None:
        raise Unreadable(item.name, "is no entry of a feed")
    if not entry.whole:
        raise Unreadable(item.name, "is an entry that was cut short: its feed ends inside it")
    nodes = [node for node in children(source, entry.inner, entry.close) if node.prefix in _OWN]
    written = _Writing(source)
    for node in nodes:
        if node.name == "title" and not written.blocks:
            written.add(node, Label.HEADLINE)
    body, summary = (next((node for name in names for node in nodes if node.name == name), None) for names in _BODIES)
    if summary is not None:
        written.add(summary, known=_squeezed(lay_out(_value(source, body).content).content) if body else "")
    if body is not None:
        written.add(body)
    content = "".join(written.parts)
    if not content.strip():
        raise Unreadable(item.name, "is an entry without text")
    said = [
        *said_of(content, written.blocks),
        *_said(source, nodes, item),
        *dates_in_text(content, written.blocks),
    ]
    pieces = to_bytes(written.pieces, decoded)
    return page_of(item, READER, content, encoding=decoded.encoding, pieces=pieces, blocks=written.blocks, said=said)


class _Writing:
    """The text of an entry as it grows; `pieces` point into the entry's characters."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.at = 0

    def add(self, node: Node, label: Label | None = None, known: str = "") -> None:
        """Writes what an element shows. `known` is text that must not count twice."""
        value = _value(self.source, node)
        laid = lay_out(value.content)
        if not laid.content:
            return
        if self.parts:
            self.parts.append("\n\n")
            self.at += 2
        self.parts.append(laid.content)
        for piece in laid.pieces:
            self.pieces += _mapped(piece, value, self.source, self.at)
        for stretch in laid.stretches:
            words = laid.content[stretch.start : stretch.end]
            given = label or _label(stretch, words, len(self.blocks))
            if known and _squeezed(_CUT.sub("", words)) in known:
                given = Label.FURNITURE
            article = given not in (Label.FURNITURE, Label.RELATED, Label.BYLINE, Label.CAPTION)
            span = Span(self.at + stretch.start, self.at + stretch.end)
            self.blocks.append(Block(span, given, article, node.name))
        self.at += len(laid.content)


def _value(source: str, node: Node) -> Value:
    """An element's content as HTML. Atom says what it is; RSS does not, and means HTML."""
    kind = node.attributes.get("type", "").lower()
    if kind in ("xhtml", "application/xhtml+xml"):
        return markup_of(source, node)
    return value_of(source, node, escaped=kind in ("text", "text/plain"))


def _mapped(piece: Piece, value: Value, source: str, shift: int) -> Iterator[Piece]:
    """A piece of the HTML as pieces of the feed. Characters that the XML writes as they are stay literal."""
    first, last, at = piece.source_start, piece.source_end, piece.start + shift
    if piece.kind is not PieceKind.LITERAL:
        yield Piece(at, piece.end + shift, value.starts[first], value.ends[last - 1], piece.kind)
        return
    while first < last:
        stop = first
        while stop < last and _literal(value, source, stop) and value.starts[stop] - value.starts[first] == stop - first:
            stop += 1
        kind = PieceKind.LITERAL if stop > first else PieceKind.REFERENCE
        stop = max(stop, first + 1)
        yield Piece(at, at + stop - first, value.starts[first], value.ends[stop - 1], kind)
        at, first = at + stop - first, stop


def _literal(value: Value, source: str, i: int) -> bool:
    return value.ends[i] == value.starts[i] + 1 and source[value.starts[i]] == value.content[i]


def _label(stretch: Stretch, words: str, number: int) -> Label:
    if _NOTICE.fullmatch(words):
        return Label.FURNITURE
    if number < 4 and is_byline(words):
        return Label.BYLINE
    element = stretch.element
    while element.parent is not None and element.name not in _LABELS:
        element = element.parent
    label = _LABELS.get(element.name, Label.MAIN)
    if stretch.linked > 0.8 * len(words) and (label is Label.LIST or len(words) < 100):
        return Label.RELATED
    return label


def _squeezed(words: str) -> str:
    return "".join(words.split()).lower()


# --- what an entry says about itself -----------------------------------------------------------------


def _said(source: str, nodes: Sequence[Node], item: Input) -> Iterator[Said]:
    for name, basis in _DATES:
        stated = [_iso(value_of(source, node).content) for node in nodes if node.name == name]
        if stated and stated[0]:
            yield Field.PUBLISHED, stated[0], basis, None
            break
    if item.outlet:
        yield Field.OUTLET, item.outlet, "feed", None
    for node in nodes:
        if node.name in ("creator", "author") and (words := _author(source, node)):
            yield Field.BYLINE, words, "feed", None


def _author(source: str, node: Node) -> str:
    """A name: dc:creator, an Atom author's name, or the name in brackets behind an address (RSS 2.0)."""
    names = [each for each in children(source, node.inner, node.close) if each.name == "name"]
    words = _words(source, names[0] if names else node)
    bracketed = re.search(r"\S+@\S+\s*\(([^)]+)\)", words)
    return bracketed[1] if bracketed else "" if "@" in words else words


def _iso(words: str) -> str:
    """A feed's date in ISO 8601, with the time and the zone that it gives; "" where it is none."""
    stated = words.strip()
    try:
        return stated if datetime.fromisoformat(stated) else ""
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stated).isoformat()
    except (ValueError, TypeError):
        return ""


def _words(source: str, node: Node) -> str:
    return " ".join(lay_out(_value(source, node).content).content.split())


def _link(source: str, node: Node, base: str) -> str | None:
    """Where the entry stands on the web: an RSS link, an Atom alternate link, or a guid that is a link."""
    links: list[str] = []
    for child in children(source, node.inner, node.close):
        if child.name == "link" and child.prefix in _OWN and child.attributes.get("rel", "alternate") == "alternate":
            links.insert(0, child.attributes.get("href") or value_of(source, child).content.strip())
        elif child.name in ("guid", "id") and child.attributes.get("ispermalink", "true") != "false":
            links.append(value_of(source, child).content.strip())
    for link in filter(None, links):
        with suppress(ValueError):  # what is no URL at all
            whole = urljoin(base, link)
            if whole.startswith(("http://", "https://")):
                return whole
    return None
