"""What goes into a reader and what comes out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from ..codec import document_id, text_id
from ..model import About, Block, Document, Field, Piece, Span, Text

READERS: Mapping[str, str] = {
    "text/plain": "plain@1",
    "text/html": "html@1",
    "application/xhtml+xml": "html@1",
    "application/pdf": "pdf@1",
    "application/rss+xml": "feed@1",
    "application/atom+xml": "feed@1",
}
"""The reader of each media type, with the version that its texts carry: it is raised when the text of some page changes."""


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to be read, and how they came. `name` is the file's stem or the URL; `media_type` has no
    parameters ("": not known yet); `at` is the time of capture where the carrier tells it; `charset`
    is the label of an HTTP header, if one came along; `outlet` the title of the feed, where it came in one."""

    name: str
    data: bytes
    media_type: str = ""
    url: str | None = None
    at: datetime | None = None
    via: str = "file"
    charset: str = ""
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One input as read: its bytes' identity, its text, and what the page says about itself."""

    document: Document
    text: Text
    abouts: tuple[About, ...] = ()


Said = tuple[Field, str, str, Span | None]
"""What a page says about itself, before its text has an id: field, value, basis, place."""


def page_of(
    item: Input,
    reader: str,
    content: str,
    *,
    encoding: str = "",
    pieces: Iterable[Piece] = (),
    blocks: Iterable[Block] = (),
    said: Iterable[Said] = (),
) -> Page:
    """The page that a reader ("plain@1") made of `item`, with all its ids; the language is detected from `content`."""
    document = Document(document_id(item.data), item.media_type)
    text = text_id(document.id, reader, content)
    whole = Text(text, document.id, reader, _language(content), content, encoding, tuple(pieces), tuple(blocks))
    return Page(document, whole, tuple(About(text, *each) for each in said))


def _language(content: str) -> str:
    from .language import detect  # py3langid loads its table when it is imported

    return detect(content)
