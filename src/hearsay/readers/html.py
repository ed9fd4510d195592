"""Web pages: every visible run is the text, a map leads back to the bytes, and the article extractor only labels."""

import logging
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from ..errors import Unreadable
from ..model import Block, Field, Label
from .alignment import Squeezed, align, extracted, parsed
from .base import READERS, Input, Page, Said, page_of
from .blocks import Laid, lay_out, to_bytes
from .calendar import iso
from .encodings import decode_page
from .labels import label
from .metadata import Metadata, bounded, metadata
from .published import AT_CAPTURE, dates_in_text
from .rubrics import said_of

READER = READERS["text/html"]


def read_html(item: Input) -> Page:
    """The page as its reader would see it. Raises `Unreadable` where the bytes are no text or show nothing.

    Where lxml would lose a part of the page, the labels come from the page's own elements alone; its text never does
    come from lxml."""
    decoded = decode_page(item.data, item.charset)
    if decoded.content.count("\ufffd") + decoded.content.count("\0") > len(decoded.content) // 20:
        raise Unreadable(item.name, "holds binary data or text in an unknown encoding")
    laid = lay_out(decoded.content)
    if not laid.content:
        raise Unreadable(item.name, "shows no text")
    squeezed = Squeezed(laid.content)
    tree = parsed(decoded.content, len(squeezed.words))
    about = metadata(laid, item)
    guessed = list(_guessed(tree, item))
    blocks = label(laid, align(squeezed, extracted(tree)), about.titles, _authors(about), about.summaries, about.live)
    said = [*about.said, *_shown(laid, blocks), *guessed]
    return page_of(
        item,
        READER,
        laid.content,
        encoding=decoded.encoding,
        pieces=to_bytes(laid.pieces, decoded),
        blocks=blocks,
        said=bounded(_marked(said, item), item.at),
    )


def _authors(about: Metadata) -> list[str]:
    return [value for field, value, _, _ in about.said if field is Field.BYLINE]


def _guessed(tree: Any, item: Input) -> Iterator[Said]:
    """htmldate's word. It is given a bound of its own, because it would else take the clock's."""
    from htmldate import find_date

    if tree is None:
        return
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    bound = item.at.date().isoformat() if item.at else "2199-12-31"
    try:
        found = find_date(deepcopy(tree), original_date=True, url=item.url, max_date=bound, min_date="1995-01-01")
    except (ValueError, RecursionError):  # it refuses a page; the other fields remain
        found = None
    if found:
        yield Field.PUBLISHED, found, "htmldate", None


def _shown(laid: Laid, blocks: Sequence[Block]) -> Iterator[Said]:
    """What the visible page says of itself."""
    article = [block for block in blocks if block.article or block.label is Label.BYLINE]
    yield from said_of(laid.content, article)
    yield from dates_in_text(laid.content, blocks)
    labels = {block.span.start: block.label for block in blocks}
    for stretch in laid.stretches:
        if labels[stretch.start] in (Label.RELATED, Label.CAPTION):
            continue
        for element in (stretch.element, *(inner for inner, _ in stretch.inner.values())):
            if element.name == "time" and (day := iso(element.attributes.get("datetime", ""))):
                yield Field.PUBLISHED, day, "time", None
                return


def _marked(said: list[Said], item: Input) -> Iterator[Said]:
    """The same, with a header date marked that is the day on which the page was fetched."""
    for field, value, basis, span in dict.fromkeys(said):
        fetched = field is Field.HEADER_DATE and item.at is not None and value[:10] == item.at.date().isoformat()
        yield field, value, basis + AT_CAPTURE if fetched else basis, span
