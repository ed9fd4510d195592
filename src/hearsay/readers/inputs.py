"""What the user names, to single inputs: files, folders, standard input, URLs, packed files, feeds, web archives."""

import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import InputRefused, NotFetched, Unreadable
from ..model import Refusal
from . import FEEDS, READABLE
from .base import Input
from .limits import GZIP, STANDARD, Limits, read_bounded, unpacked
from .members import Readable
from .sandbox import SafeReader
from .warc import records

LEDGER = "ledger.sqlite"
"""The file that makes a folder a ledger: such a folder is passed over inside others, and refused by name."""
_URL = re.compile(r"https?://", re.IGNORECASE)
_PROLOGUE = re.compile(r"\A[\ufeff\s]*(?:(?:<\?.*?\?>|<!--.*?-->)\s*)*", re.DOTALL)
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|main|article|section|p|h[1-6]|table|span|"
    r"header|nav|ul|ol|a|b|i|em|strong|blockquote|center|font)\b",
    re.IGNORECASE,
)
_FEED = re.compile(r"<(?:rss|rdf:RDF)\b|<(?:\w+:)?feed\b", re.IGNORECASE)
_MAGIC = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"\x7fELF", "application/x-executable"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
)
_NAMES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
}


def expand(
    source: str | Path,
    *,
    allow_fetch: bool = True,
    limits: Limits = STANDARD,
    reader: SafeReader | None = None,
    at: datetime | None = None,
) -> Iterator[Input | Refusal]:
    """Every input behind one thing that the user named, in a fixed order; whatever fails is a `Refusal` in its place.

    `source` is a file, a folder (searched to the bottom, hidden files passed over), "-" for standard input or an
    http(s) URL; gzip, feeds and web archives are opened. `reader` splits feeds (one is made where it is needed);
    `at` is the time that refusals carry (None: now). Raises nothing for a bad input."""
    with _Borrowed(reader, limits) as borrowed:
        for found in _Expansion(borrowed, limits, allow_fetch).source(source):
            if isinstance(found, Input):
                yield found
            else:
                yield Refusal(found.name, found.reason, at or datetime.now(UTC))


def sniff(data: bytes, name: str) -> str:
    """The media type of a file: by its first 4 KB, else by its name; "text/plain" where nothing else is known.
    WARC files are "application/warc", packed files "application/gzip"."""
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith(b"WARC/"):
        return "application/warc"
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return media_type
    start = _PROLOGUE.sub("", _shown(head))
    if feed := _FEED.match(start):
        return "application/atom+xml" if feed[0].lower().endswith("feed") else "application/rss+xml"
    if _MARKUP.match(start):
        return "text/html"
    return _NAMES.get(_suffix(name), "text/plain")


def _shown(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


def _suffix(name: str) -> str:
    return Path(name.split("?")[0]).suffix.lower()


class _Borrowed:
    """A `SafeReader` that is closed afterwards where it is our own."""

    def __init__(self, given: SafeReader | None, limits: Limits) -> None:
        self._own = given is None
        self._reader = given or SafeReader(limits)

    def __enter__(self) -> SafeReader:
        return self._reader

    def __exit__(self, *_: object) -> None:
        if self._own:
            self._reader.close()


class _Expansion:
    """One call of `expand`: what it may do, and the steps from a name to its inputs."""

    def __init__(self, reader: SafeReader, limits: Limits, allow_fetch: bool) -> None:
        self._reader, self._limits, self._allow_fetch = reader, limits, allow_fetch

    def source(self, source: str | Path) -> Iterator[Input | InputRefused]:
        if source == "-":
            yield from self._guarded("stdin", self._opened(sys.stdin.buffer, Input("stdin", b"", via="stdin"), "stdin"))
        elif isinstance(source, str) and _URL.match(source):
            yield from self._guarded(source, self._fetched(source))
        elif isinstance(source, str) and "://" in source:
            yield NotFetched(source, "only http and https are fetched")
        else:
            yield from self._path(Path(source))

    def _guarded(self, name: str, inputs: Iterator[Input | InputRefused]) -> Iterator[Input | InputRefused]:
        """The inputs until one cannot be had, then why."""
        try:
            yield from inputs
        except InputRefused as refusal:
            yield refusal
        except PermissionError:
            yield Unreadable(name, "may not be read: permission denied")
        except FileNotFoundError:
            yield Unreadable(name, "does not exist")
        except (OSError, ValueError) as error:
            yield Unreadable(name, f"could not be read ({getattr(error, 'strerror', None) or error})")

    def _path(self, path: Path) -> Iterator[Input | InputRefused]:
        name = str(path)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:  # a name may hold what no file name can
            yield from self._guarded(name, _failing(error))
            return
        if stat.S_ISDIR(mode) and _is_ledger(path):
            yield Unreadable(name, "is a ledger, and no folder of reports")
        elif stat.S_ISDIR(mode):
            yield from self._guarded(name, self._folder(path))
        elif stat.S_ISREG(mode):
            yield from self._guarded(name, self._file(path))
        else:
            yield Unreadable(name, "is no file and no folder")

    def _folder(self, folder: Path) -> Iterator[Input | InputRefused]:
        entries = sorted((entry.name, entry.is_dir() and entry.is_symlink()) for entry in os.scandir(folder))
        seen = False
        for name, looping in entries:
            if name.startswith(".") or looping:  # a link to a folder may lead back up
                continue
            seen = True
            if _is_ledger(folder / name):  # what was read before is kept there, and is no report
                continue
            yield from self._path(folder / name)
        if not seen:
            yield Unreadable(str(folder), "is a folder without files")

    def _file(self, path: Path) -> Iterator[Input | InputRefused]:
        with path.open("rb") as stream:
            yield from self._opened(stream, Input(_stem(path.name), b"", via="file"), path.name, str(path))

    def _fetched(self, url: str) -> Iterator[Input | InputRefused]:
        if not self._allow_fetch:
            raise NotFetched(url, "fetching is switched off")
        from .fetch import fetch

        item = fetch(url, self._limits)
        yield from self._opened(BytesIO(item.data), item, item.name, told=item.media_type)

    def _opened(
        self, stream: BinaryIO, frame: Input, name: str, path: str = "", told: str = ""
    ) -> Iterator[Input | InputRefused]:
        """The inputs in one stream of bytes. `frame` has all that is known of them but the bytes and their type."""
        shown = path or name
        head = stream.read(8192)
        whole = Rejoined(head, stream)
        if head.startswith(GZIP):
            name = name.removesuffix(".gz")
            if _peeked(head).startswith(b"WARC/"):
                yield from records(whole, _stem(name), self._limits)
                return
            parts = unpacked(cast(BinaryIO, whole), shown, self._limits)
            head = b"".join(islice(parts, 1))
            whole = Rejoined(head, _Parts(parts))
            if not head:
                raise Unreadable(shown, "is empty once unpacked")
        if not head:
            raise Unreadable(shown, "is empty")
        media_type = sniff(head, name)
        if media_type == "application/warc":
            yield from records(whole, _stem(name), self._limits)
            return
        if told in READABLE and media_type == "text/plain":
            media_type = told
        item = replace(frame, data=read_bounded(cast(BinaryIO, whole), shown, self._limits), media_type=media_type)
        if media_type in FEEDS:
            yield from self._reader.split(item)
        elif media_type not in READABLE:
            raise Unreadable(shown, f"no reader is installed for {media_type}")
        elif not item.data.strip():
            raise Unreadable(shown, "is empty")
        else:
            yield item


def _is_ledger(folder: Path) -> bool:
    try:
        return (folder / LEDGER).exists()
    except OSError:  # a folder without rights: what is wrong with it is said when it is opened
        return False


def _failing(error: Exception) -> Iterator[Input | InputRefused]:
    raise error
    yield


def _stem(name: str) -> str:
    """The name of a file without its ending (".txt", ".html.gz", ".warc.gz")."""
    return Path(name.removesuffix(".gz")).stem or name


def _peeked(head: bytes) -> bytes:
    """The first unpacked bytes of a gzip file."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64)
    except zlib.error:
        return b""


class Rejoined:
    """A stream whose first bytes were looked at already. `read` gives no less than asked for until the end."""

    def __init__(self, head: bytes, rest: Readable) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int = -1, /) -> bytes:
        """`size` bytes (all where it is negative), fewer only at the end."""
        if size < 0:
            whole, self._head = self._head + self._rest.read(), b""
            return whole
        parts, self._head = [self._head[:size]], self._head[size:]
        wanted = size - len(parts[0])
        while wanted > 0 and (part := self._rest.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)


class _Parts:
    """Parts of bytes, as a stream."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts, self._held = parts, b""

    def read(self, size: int = -1, /) -> bytes:
        if size < 0:
            whole, self._held = b"".join((self._held, *self._parts)), b""
            return whole
        if not self._held:
            self._held = next(self._parts, b"")
        part, self._held = self._held[:size], self._held[size:]
        return part
