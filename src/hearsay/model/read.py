"""What was read: documents, where they were met, their text."""

from datetime import datetime
from enum import StrEnum

from .base import Span, Value


class Document(Value, frozen=True):
    """Some bytes. `id` is "sha256:" and the hex digest of them; `media_type` has no parameters."""

    id: str
    media_type: str


class Sighting(Value, frozen=True):
    """Where and when a document's bytes were met: one document has many sightings, and one `url`
    with several documents has revisions. `name` is the stem of the file or the URL; `via` is how it
    came ("file", "http", "warc:NAME", "feed:NAME", "stdin", "demo"); `at` is the time of capture where the
    carrier tells it (WARC-Date, HTTP Date), else the time of reading."""

    document: str
    name: str
    at: datetime
    via: str
    url: str | None = None


class Refusal(Value, frozen=True):
    """An input that could not be read, and why, in words."""

    name: str
    reason: str
    at: datetime
    document: str | None = None


class PieceKind(StrEnum):
    """How a stretch of the text follows from its stretch of the original."""

    LITERAL = "literal"  # the decoded bytes are the text
    REFERENCE = "reference"  # an HTML character reference
    SPACE = "space"  # a run of white space, shown as one blank
    GLYPHS = "glyphs"  # characters of a PDF page: source offsets are character indices on that page


class Piece(Value, frozen=True, array_like=True):
    """One row of the map from text to original: text [start, end) comes from [source_start, source_end),
    byte offsets into the document's bytes (for GLYPHS: character indices on `page`, counted from 1).
    Text that no piece covers (line breaks between blocks) was set by the reader."""

    start: int
    end: int
    source_start: int
    source_end: int
    kind: PieceKind = PieceKind.LITERAL
    page: int = 0


class Label(StrEnum):
    """What a stretch of a page is."""

    HEADLINE = "headline"
    MAIN = "main"
    HEADING = "heading"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    BYLINE = "byline"
    DATELINE = "dateline"
    LIVE_POST = "live-post"
    RELATED = "related"
    FURNITURE = "furniture"


class Block(Value, frozen=True):
    """A labelled stretch of the text. `article` tells whether it belongs to the article. Labels may change
    with a better labeller; they are no part of the text's id and never move an offset. `path` is the element's
    place in the page, `at` a live post's own time stamp."""

    span: Span
    label: Label
    article: bool
    path: str = ""
    at: str = ""


class Text(Value, frozen=True):
    """The readable text of one document as one reader made it out; never edited.

    `reader` is name and version ("html@1"); `language` an ISO 639-1 code or "und"; `encoding` the
    WHATWG name of the encoding that the bytes were decoded with ("" where none applies)."""

    id: str
    document: str
    reader: str
    language: str
    content: str
    encoding: str = ""
    pieces: tuple[Piece, ...] = ()
    blocks: tuple[Block, ...] = ()
