"""Web archives (WARC, ISO 28500): one input for each captured page.

Read here, and not by a library, because what is damaged must be told and must not spread: a page that breaks off is no
page, a record is never filled up with the next one, and the first sound record after a damaged one is found again.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email.message import Message
from email.parser import HeaderParser

from ..errors import InputRefused, TooMuch, Unreadable
from .base import Input
from .bodies import decoded_body
from .limits import GZIP, STANDARD, Limits, mebibytes
from .members import Member, Readable, Unpacked, members

PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})
_KINDS = frozenset({"response", "resource"})
_HEADER = 1 << 16
"""Bytes of the longest header that is read, of a record or of its HTTP message."""
_VERSION = re.compile(rb"WARC/\d\.\d+\s*\Z")
_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\S+ (\d{3})[^\n]*\n")


def records(stream: Readable, name: str, limits: Limits = STANDARD) -> Iterator[Input | InputRefused]:
    """The response and resource records of a WARC file (packed or not) that hold a page, as they were captured.

    `data` is the payload without transfer and content encoding. Other records (requests, images, redirects)
    are passed over; a page that cannot be taken out is yielded as a refusal, and the next one follows."""
    found = False
    head = stream.read(len(GZIP))
    parts = members(head, stream, name, limits) if head == GZIP else iter([Unpacked(head, stream)])
    for member in parts:
        try:
            for item in _in_member(member, name, limits):
                found = True
                if item is not None:
                    yield item
        except InputRefused as refusal:
            found = True
            yield refusal
    if not found:
        yield Unreadable(name, "is a web archive without a captured page")


def _in_member(member: Member, name: str, limits: Limits) -> Iterator[Input | InputRefused | None]:
    """What the records of one stretch of the archive come to: None for one that is of a page's kind and holds none."""
    while (line := _first_line(member)) is not None:
        if not _VERSION.match(line):
            yield Unreadable(name, "holds bytes that are no record; what follows them is read")
            if not _find_record(member):
                return
        header = _header(member)
        url = (header.get("WARC-Target-URI") or name).strip("<> ")
        try:
            length = int(header.get("Content-Length", ""))
        except ValueError:
            yield Unreadable(url, f"is a record of {name} with a damaged header")
            if not _find_record(member, push_back=True):
                return
            continue
        if header.get("WARC-Type", "").strip().lower() not in _KINDS:
            member.skip(length)
            continue
        yield _taken(member, header, length, url, name, limits)


def _taken(member: Member, header: Message, length: int, url: str, archive: str, limits: Limits) -> Input | InputRefused | None:
    """The page of the record whose header was just read, or why it cannot be had. Raises what ends the member."""
    try:
        held = member.read(min(length, _HEADER + limits.size + 1))
        missing = length - len(held) - member.skip(length - len(held))
    except InputRefused as refusal:
        raise type(refusal)(url, f"is a record of {archive}, which {refusal.reason}") from refusal
    if missing:
        return Unreadable(url, f"is a record of {archive} that was cut short")
    following = member.line(_HEADER)
    member.push_back(following)
    if following.strip() and not _VERSION.match(following):
        return Unreadable(url, f"is a record of {archive} whose length is not the one that it states")
    try:
        return _page(header, held, length, url, archive, limits)
    except InputRefused as refusal:
        return refusal


def _first_line(member: Member) -> bytes | None:
    """The next line that is not blank, or None at the end."""
    while line := member.line(_HEADER):
        if line.strip():
            return line
    return None


def _find_record(member: Member, push_back: bool = False) -> bool:
    """Reads on to the next line that begins a record, and past it (or up to it)."""
    while line := member.line(_HEADER):
        if _VERSION.match(line):
            if push_back:
                member.push_back(line)
            return True
    return False


def _header(member: Member) -> Message:
    lines: list[bytes] = []
    size = 0
    while (line := member.line(_HEADER)).strip() and size < _HEADER:
        lines.append(line)
        size += len(line)
    return _parsed(b"".join(lines))


def _parsed(header: bytes) -> Message:
    return HeaderParser().parsestr(header.decode("utf-8", "replace"))


def _page(header: Message, held: bytes, length: int, url: str, archive: str, limits: Limits) -> Input | None:
    """One record as an input, or None where it holds no page."""
    http, body = header, held
    if status := _STATUS.match(held):
        if not 200 <= int(status[1]) < 300:
            return None
        end = _END.search(held, status.end() - 1)
        if end is None:
            raise Unreadable(url, f"is a record of {archive} whose HTTP header does not end")
        http, body = _parsed(held[status.end() : end.end()]), held[end.end() :]
    media_type = http.get_content_type() if "Content-Type" in http else ""
    if media_type not in PAGES:
        return None
    if length > len(held):
        raise TooMuch(url, f"is larger than {mebibytes(limits.size)}")
    data = decoded_body(
        body, http.get("Transfer-Encoding", ""), http.get("Content-Encoding", ""), url, limits
    )  # the archive's own encodings are undone already
    return Input(url, data, media_type, url, _moment(header), f"warc:{archive}", http.get_content_charset() or "")


def _moment(header: Message) -> datetime | None:
    try:
        return datetime.fromisoformat(header.get("WARC-Date", "").strip())
    except ValueError:
        return None
