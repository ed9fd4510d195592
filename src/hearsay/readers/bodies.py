"""The body of an HTTP message as it was sent, to the bytes of the page."""

import re
import zlib
from io import BytesIO

from ..errors import InputRefused, TooMuch, Unreadable
from .limits import GZIP, STANDARD, Limits, check_size, gunzip, mebibytes

_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


def decoded_body(body: bytes, transfer: str, packing: str, name: str, limits: Limits = STANDARD) -> bytes:
    """The page in a body with these Transfer-Encoding and Content-Encoding headers.

    Many archives keep the headers and store the body already decoded: such a body is taken as it is. Raises `TooMuch`
    beyond size or ratio, `Unreadable` where it is damaged, cut short, or packed in a way that is not known."""
    if "chunked" in transfer.lower() and _CHUNK.match(body):
        body = _unchunked(body, name)
    for way in reversed([part.strip().lower() for part in packing.split(",")]):
        body = _unpacked(body, way, name, limits)
    check_size(name, len(body), limits)
    return body


def _unchunked(body: bytes, name: str) -> bytes:
    parts: list[bytes] = []
    at = 0
    while (match := _CHUNK.match(body, at)) is not None:
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts)
        part = body[match.end() : match.end() + size]
        if len(part) < size:
            break
        parts.append(part)
        at = match.end() + size
        at += 2 if body.startswith(b"\r\n", at) else 1
    raise Unreadable(name, "is cut short or damaged between its chunks")


def _unpacked(body: bytes, way: str, name: str, limits: Limits) -> bytes:
    if way in ("", "identity", "none", "utf-8") or not body:
        return body
    if way in ("gzip", "x-gzip"):
        return gunzip(BytesIO(body), name, limits) if body.startswith(GZIP) else body
    if way == "deflate":
        return _inflated(body, name, limits)
    if way == "br":
        return _unbrotlied(body, name, limits)
    raise Unreadable(name, f"is packed in a way that is not known ({way})")


def _inflated(body: bytes, name: str, limits: Limits) -> bytes:
    """Deflate, with the zlib header of the standard or, as some servers send it, without."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        engine = zlib.decompressobj(window)
        try:
            data = engine.decompress(body, limits.size + 1)
        except zlib.error:
            continue
        check_size(name, len(data), limits)
        if not engine.eof:
            raise Unreadable(name, "is packed and was cut short")
        return data
    raise Unreadable(name, "is packed (deflate) and damaged")


def _unbrotlied(body: bytes, name: str, limits: Limits) -> bytes:
    from fastwarc.stream_io import BrotliReader

    try:
        data = BrotliReader(BytesIO(body)).read(limits.size + 1)
    except InputRefused:
        raise
    except Exception as error:
        raise Unreadable(name, "is packed (br) and damaged") from error
    if len(data) > limits.size:
        raise TooMuch(name, f"is larger than {mebibytes(limits.size)}")
    return bytes(data)
