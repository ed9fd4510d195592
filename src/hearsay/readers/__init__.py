"""Bytes to `Document` and `Text`: one reader for each media type."""

from .base import Input, Page
from .limits import STANDARD, Limits

__all__ = ["READABLE", "STANDARD", "Input", "Limits", "Page", "read"]

HTML = frozenset({"text/html", "application/xhtml+xml"})
FEEDS = frozenset({"application/rss+xml", "application/atom+xml"})
READABLE = HTML | FEEDS | {"text/plain", "application/pdf"}


def read(item: Input, limits: Limits = STANDARD) -> Page:
    """The page that the reader for `item.media_type` makes of it, in this process.

    Use `SafeReader.read` for bytes that come from elsewhere. Raises `InputRefused`."""
    from ..errors import Unreadable
    from .limits import check_markup, check_size

    if not item.data.strip():
        raise Unreadable(item.name, "is empty")
    check_size(item.name, len(item.data), limits)
    if item.media_type == "text/plain":
        from .plain import read_plain

        return read_plain(item)
    if item.media_type == "application/pdf":
        from .pdf import read_pdf

        return read_pdf(item)
    if item.media_type in HTML:
        from .html import read_html

        check_markup(item.data, item.name, limits)
        return read_html(item)
    if item.media_type in FEEDS:
        from .feed import read_entry

        check_markup(item.data, item.name, limits)
        return read_entry(item)
    raise Unreadable(item.name, f"no reader is installed for {item.media_type or 'this kind of file'}")
