"""What an untrusted input may cost, and the checks that are cheap enough to make before a parser sees it."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..errors import TooMuch, Unreadable

GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one input. Depth and attributes are bounded because HTML parsers need quadratic time in both."""

    size: int = 20_000_000
    """Bytes, after unpacking."""
    ratio: int = 200
    """Unpacked bytes for each packed byte; text packs about 3 to 30 to 1, a bomb about 1000 to 1."""
    depth: int = 5_000
    """Open elements inside each other."""
    attributes: int = 1_000
    """Attributes of one element."""
    cpu: int = 10
    """Seconds of processor time for one input."""
    wall: float = 60.0
    """Seconds until the reading process is given up, whatever it waits for."""
    memory: int = 1536 << 20
    """Bytes of address space of the reading process."""
    fetch: float = 30.0
    """Seconds for one fetched URL, redirects included."""
    redirects: int = 5


STANDARD = Limits()


def mebibytes(size: int) -> str:
    """A size for people, in MB (millions of bytes)."""
    return f"{size / 1e6:.0f} MB"


def check_size(name: str, size: int, limits: Limits = STANDARD) -> None:
    """Raises `TooMuch` where `size` bytes are more than the limit."""
    if size > limits.size:
        raise TooMuch(name, f"is larger than {mebibytes(limits.size)}")


def read_bounded(stream: BinaryIO, name: str, limits: Limits = STANDARD) -> bytes:
    """All that is left of a stream. Raises `TooMuch` as soon as it passes the limit."""
    parts: list[bytes] = []
    held = 0
    while chunk := stream.read(min(_CHUNK * 16, limits.size + 1 - held)):
        parts.append(chunk)
        held += len(chunk)
        check_size(name, held, limits)
    return b"".join(parts)


def unpacked(stream: BinaryIO, name: str, limits: Limits = STANDARD) -> Iterator[bytes]:
    """The content of a gzip stream (several members allowed), piece by piece.

    Raises `TooMuch` where it grows beyond the ratio (looked at from 1 MB on) and `Unreadable` where it is cut
    short or damaged. The size is the caller's to bound: a web archive is read record by record."""
    engine, packed, grown, chunk = zlib.decompressobj(wbits=31), 0, 0, b""
    while chunk := chunk or stream.read(_CHUNK):
        packed += len(chunk)
        if engine.eof:
            if not chunk.strip(b"\0"):  # padding after the last member
                chunk = b""
                continue
            engine = zlib.decompressobj(wbits=31)
        for part in _inflate(engine, chunk, name):
            grown += len(part)
            if grown > 1_000_000 and grown > packed * limits.ratio:
                raise TooMuch(name, f"grows to more than {limits.ratio} times its packed size")
            yield part
        chunk = engine.unused_data
        packed -= len(chunk)
    if packed and not engine.eof:
        raise Unreadable(name, "is a gzip file that was cut short")


def _inflate(engine: "zlib._Decompress", chunk: bytes, name: str) -> Iterator[bytes]:
    """What one packed chunk unpacks to, in parts of at most 1 MiB, so that a bomb never stands in memory."""
    try:
        while chunk and not engine.eof:
            part = engine.decompress(chunk, 1 << 20)
            chunk = engine.unconsumed_tail
            if part:
                yield part
    except zlib.error as error:
        raise Unreadable(name, f"is a damaged gzip file ({error})") from error


def gunzip(stream: BinaryIO, name: str, limits: Limits = STANDARD) -> bytes:
    """The whole content of a gzip stream. Raises `TooMuch` beyond size or ratio, `Unreadable` where damaged."""
    parts: list[bytes] = []
    held = 0
    for part in unpacked(stream, name, limits):
        held += len(part)
        check_size(name, held, limits)
        parts.append(part)
    return b"".join(parts)


_TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style|textarea|title|xmp|noembed)\b.*?(?:</\1|\Z)|<(/?)([a-zA-Z][^\s/>]*)"
    rb"""((?:[^>=]+|=\s*"[^"]*"|=\s*'[^']*'|=)*+)""",  # a quote opens a value behind "=" alone (HTML standard, 13.2.5)
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(rb"""[^\s/=>"']+(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s>"']+))?""")
_LOOSE = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup "
    b"tr td th thead tbody tfoot colgroup rt rp html head body".split()
)
"""Elements that never hold others, or that a next one of their kind closes: not counted for the depth."""


def check_markup(data: bytes, name: str, limits: Limits = STANDARD) -> None:
    """Raises `TooMuch` for markup that would keep a parser busy for minutes. One pass, linear in the bytes.

    A rough count on purpose (a closing tag closes whatever is open): it stands before the parser, not in its place."""
    check_size(name, len(data), limits)
    depth = 0
    for match in _TAG.finditer(data.replace(b"\0", b"")):
        tag = match[3]
        if tag is None or tag.lower() in _LOOSE:
            if tag is None:
                continue
        elif match[2]:
            depth = max(0, depth - 1)
        elif not match[4].endswith(b"/"):
            depth += 1
            if depth > limits.depth:
                raise TooMuch(name, f"nests more than {limits.depth:,} elements")
        if len(match[4]) > 2 * limits.attributes:
            _check_attributes(match[4], name, limits)


def _check_attributes(inside: bytes, name: str, limits: Limits) -> None:
    for count, _ in enumerate(_ATTRIBUTE.finditer(inside), 1):
        if count > limits.attributes:
            raise TooMuch(name, f"has an element with more than {limits.attributes:,} attributes")
