"""Bytes of a web page to characters, once and for good, with the way back from every character to its bytes.

The order is that of browsers (WHATWG Encoding and HTML, "determining the character encoding"): byte order mark, the
carrier's word, the page's own meta element, UTF-8 where it is valid, windows-1252. Labels mean what browsers make
of them: a page that says iso-8859-1 is windows-1252, or its curly quotation marks would be lost. One thing is not a
browser's: a page that was saved anew in UTF-8, and still carries the meta element of a one-byte encoding, is UTF-8.
"""

import codecs
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import plain  # noqa: F401  (registers the error handler "c1")

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_META = re.compile(rb"""<meta\b[^>]*?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9_:.\-]+)""", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_BROWSER = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "cp1252": "windows-1252",
    "iso8859-9": "windows-1254",
    "cp1254": "windows-1254",
    "iso8859-11": "windows-874",
    "tis-620": "windows-874",
    "cp874": "windows-874",
    "gb2312": "gbk",
    "gbk": "gbk",
    "hz": "gbk",
    "shift_jis": "shift_jis",
    "cp932": "shift_jis",
    "euc_kr": "euc-kr",
    "cp949": "euc-kr",
    "utf-16": "utf-16le",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
}
"""Python's name of what a label says -> what browsers take it for (WHATWG Encoding, "names and labels")."""
_CODEC = {
    "windows-1252": "cp1252",
    "windows-1254": "cp1254",
    "windows-874": "cp874",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_WIDE = frozenset({"utf-16le", "utf-16be"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of some bytes: `content` starts at byte `skipped` (after a byte order mark); `encoding` is the
    WHATWG name. Damaged bytes stand as U+FFFD. `starts` holds the byte offset of every character where it cannot be
    reckoned (the old encodings of East Asia)."""

    content: str
    encoding: str
    data: bytes
    skipped: int = 0
    starts: Sequence[int] = ()

    def offsets(self, positions: list[int]) -> list[int]:
        """Byte offsets of code points `positions`, which must rise. The end of the content is the end of the bytes."""
        if self.encoding == "utf-8":
            return list(_utf8(self, positions))
        if self.starts:
            return [self.starts[at] for at in positions]
        return [at + self.skipped for at in positions]


def decode_page(data: bytes, charset: str = "") -> Decoded:
    """The characters of a page's bytes; `charset` is the label of an HTTP header. Nothing is dropped."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, len(mark))
    head = _COMMENT.sub(b"", data[:4096])
    stated = _META.search(head) or _XML.match(head)
    labels = [charset] if charset else []
    if stated:
        labels.append(stated[1].decode("ascii"))
    for label in labels:
        name = name_of(label)
        if name in _WIDE and label is not charset:
            name = "utf-8"  # a meta element that could be read as ASCII does not stand in UTF-16
        if name and not (label is not charset and _saved_anew(data, name)):
            return _decoded(data, name)
    if head[:512].count(0) > len(head[:512]) // 4:
        return _decoded(data, "utf-16le" if head[1:512:2].count(0) > head[0:512:2].count(0) else "utf-16be")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "windows-1252")
    return _decoded(data, "utf-8")


def _saved_anew(data: bytes, name: str) -> bool:
    """Whether bytes that are said to be in a one-byte encoding are all valid UTF-8, with characters that need several
    bytes: in a one-byte encoding that would be chains of odd letters ("Ã©"), each by chance."""
    if not name.startswith(("windows-125", "iso-8859", "koi8", "mac")):
        return False
    try:
        return len(data) - len(data.decode("utf-8")) >= 3
    except UnicodeDecodeError:
        return False


def name_of(label: str) -> str:
    """The WHATWG name that browsers take a label for ("" where it is none)."""
    try:
        codec = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return ""
    if not getattr(codec, "_is_text_encoding", True) or codec.name in ("utf-7", "idna", "punycode", "mbcs"):
        return ""
    return _BROWSER.get(codec.name, _PREFIX.sub(r"\1-", codec.name).replace("_", "-").replace("cp125", "windows-125"))


_PREFIX = re.compile(r"^(iso)(?=8859|2022)")


def decode_bytes(data: bytes, encoding: str) -> str:
    """Some bytes of a page whose WHATWG encoding name is known, as characters."""
    return data.decode(_CODEC.get(encoding, encoding), "c1" if encoding == "windows-1252" else "replace")


def _decoded(data: bytes, name: str, skipped: int = 0) -> Decoded:
    codec = _CODEC.get(name, name)
    if name == "utf-8" or len(bytes(range(256)).decode(codec, "replace")) == 256:
        return Decoded(decode_bytes(data[skipped:], name), name, data, skipped)
    return _fed(data, name, codec, skipped)


def _utf8(decoded: Decoded, positions: list[int]) -> Iterator[int]:
    """UTF-8 has one way to write a character, so lengths add up, save where bytes were no character."""
    breaks = _damage(decoded)
    char, byte = 0, decoded.skipped
    following = next(breaks, None)
    for at in positions:
        while following is not None and following[0] < at:
            char, byte = following[0] + 1, following[1]
            following = next(breaks, None)
        byte += len(decoded.content[char:at].encode())
        char = at
        yield byte


def _damage(decoded: Decoded) -> Iterator[tuple[int, int]]:
    """For each U+FFFD that stands for damaged bytes: its code point, and the byte after it."""
    data, at, char = decoded.data, decoded.skipped, 0
    while at < len(data):
        window = data[at : at + _WINDOW]
        try:
            char += len(window.decode())
            at += len(window)
        except UnicodeDecodeError as error:
            char += len(window[: error.start].decode())
            if error.end == len(window) == _WINDOW and error.start:  # perhaps only cut by the window
                at += error.start
                continue
            at += error.end
            yield char, at
            char += 1


_WINDOW = 4096


def _fed(data: bytes, name: str, codec: str, skipped: int) -> Decoded:
    """Feeds the decoder a byte at a time, and so learns where every character begins."""
    feed = codecs.getincrementaldecoder(codec)("replace").decode
    starts, parts = array("Q"), []
    begin = skipped
    for at in range(skipped, len(data) + 1):
        made = feed(data[at : at + 1], at == len(data))
        if made:
            parts.append(made)
            starts.extend([begin] * len(made))
            begin = at + 1
    starts.append(len(data))
    return Decoded("".join(parts), name, data, skipped, starts)
