"""Web archives: one input for each captured page."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from ..errors import InputRefused, TooMuch, Unreadable
from .base import Input
from .limits import STANDARD, Limits, mebibytes

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})


def records(stream: BinaryIO, name: str, limits: Limits = STANDARD) -> Iterator[Input | InputRefused]:
    """The response and resource records of a WARC file (packed or not) that hold a page, as they were captured.

    `data` is the payload without transfer and content encoding. Other records (requests, images, redirects)
    are passed over; a page that cannot be taken out is yielded as a refusal, and the next one follows."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.resource
    found = False
    try:
        for record in ArchiveIterator(stream, record_types=kinds, strict_mode=False, auto_decode="all"):
            found = True
            url = record.headers.get("WARC-Target-URI", "").strip("<>") or name
            try:
                item = _page(record, url, name, limits)
            except InputRefused as refusal:
                yield refusal
            except Exception as error:
                yield Unreadable(url, f"is a damaged record of {name} ({error})")
            else:
                if item is not None:
                    yield item
    except Exception as error:
        yield Unreadable(name, f"is a damaged web archive ({error})")
        return
    if not found:
        yield Unreadable(name, "is a web archive without a captured page")


def _page(record: Any, url: str, archive: str, limits: Limits) -> Input | None:
    """One record as an input, or None where it holds no page."""
    http = record.http_headers
    if http is not None and not 200 <= (http.status_code or 200) < 300:
        return None
    media_type = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    if media_type not in PAGES:
        return None
    data = record.reader.read(limits.size + 1)
    if len(data) > limits.size:
        raise TooMuch(url, f"is larger than {mebibytes(limits.size)}")
    return Input(url, data, media_type, url, _moment(record), f"warc:{archive}", record.http_charset or "")


def _moment(record: Any) -> datetime | None:
    stated = record.headers.get("WARC-Date")
    try:
        return datetime.fromisoformat(stated) if stated else None
    except ValueError:
        return None
