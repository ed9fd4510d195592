"""The members of a packed file, one by one, so that a damaged one does not take the others with it."""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol

from ..errors import InputRefused, TooMuch, Unreadable
from .limits import Limits

_CHUNK = 1 << 16
_MAGIC = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")


class Readable(Protocol):
    """All that is asked of a stream of bytes."""

    def read(self, size: int = -1, /) -> bytes: ...


class Member:
    """A stretch of bytes that is read from its beginning: by lines and by size."""

    def __init__(self) -> None:
        self._held = b""

    def more(self) -> bytes:
        """Some bytes more, b"" at the end."""
        raise NotImplementedError

    def read(self, size: int) -> bytes:
        """`size` bytes, or what is left."""
        parts, held = [self._held], len(self._held)
        while held < size and (part := self.more()):
            parts.append(part)
            held += len(part)
        whole = b"".join(parts)
        self._held = whole[size:]
        return whole[:size]

    def skip(self, size: int) -> int:
        """Passes over `size` bytes and tells how many there were."""
        left = size
        while left > 0 and (part := self.read(min(left, _CHUNK))):
            left -= len(part)
        return size - left

    def line(self, limit: int) -> bytes:
        """The next line with its end, or its first `limit` bytes; b"" at the end."""
        while (end := self._held.find(b"\n")) < 0 and len(self._held) < limit and (part := self.more()):
            self._held += part
        return self.read(min(end + 1 if end >= 0 else limit, limit))

    def push_back(self, data: bytes) -> None:
        """Lets `data` be read once more."""
        self._held = data + self._held


class Unpacked(Member):
    """A whole stream whose first bytes were read already."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        super().__init__()
        self._held, self._stream = head, stream

    def more(self) -> bytes:
        return self._stream.read(_CHUNK)


class _Packed:
    """A gzip file: the packed bytes that no member has used yet."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        self.rest, self._stream = head, stream

    def fill(self) -> bool:
        if not self.rest:
            self.rest = self._stream.read(_CHUNK)
        return bool(self.rest)

    def find(self) -> bool:
        """Goes on to what may be the next member: whether there is one."""
        kept = b""
        while self.fill():
            data = kept + self.rest
            if match := _MAGIC.search(data):
                self.rest = data[match.start() :]
                return True
            kept, self.rest = data[-3:], b""
        return False


class _GzipMember(Member):
    """One member. Raises `Unreadable` where it is damaged or cut short and `TooMuch` where it is a bomb."""

    def __init__(self, packed: _Packed, name: str, limits: Limits) -> None:
        super().__init__()
        self._packed, self._name, self._limits = packed, name, limits
        self._engine = zlib.decompressobj(wbits=31)
        self._used = self._grown = 0
        self.broken = False

    def more(self) -> bytes:
        while not self._engine.eof and not self.broken:
            if not self._packed.fill():
                raise self._break(Unreadable(self._name, "was cut short: it ends inside a packed part"))
            data, self._packed.rest = self._packed.rest, b""
            try:
                part = self._engine.decompress(data, 1 << 20)
            except zlib.error as error:
                self._packed.rest = data[1 if not self._used else 0 :]
                raise self._break(Unreadable(self._name, "has a damaged packed part; what follows it is read")) from error
            self._packed.rest = self._engine.unused_data or self._engine.unconsumed_tail
            self._used += len(data) - len(self._packed.rest)
            self._grown += len(part)
            if self._grown > 1_000_000 and self._grown > self._used * self._limits.ratio:
                raise self._break(TooMuch(self._name, f"grows to more than {self._limits.ratio} times its packed size"))
            if part:
                return part
        return b""

    def _break(self, refusal: InputRefused) -> InputRefused:
        self.broken = True
        return refusal

    def finish(self) -> None:
        """Passes over what nobody read, so that the next member can begin."""
        while self.read(1 << 20):
            pass


def members(head: bytes, stream: Readable, name: str, limits: Limits) -> Iterator[Member]:
    """The members of a gzip file that begins with `head` and goes on in `stream`. After a damaged one the next sound
    member is looked for."""
    packed = _Packed(head, stream)
    lost = False
    while packed.find() if lost else packed.fill():
        if not lost and not packed.rest.strip(b"\0"):  # padding after the last member
            packed.rest = b""
            continue
        member = _GzipMember(packed, name, limits)
        if lost and not _sound(member):
            continue
        yield member
        with suppress(InputRefused):
            member.finish()
        lost = member.broken


def _sound(member: _GzipMember) -> bool:
    """Whether what looks like the beginning of a member is one."""
    try:
        member.push_back(member.read(64))
    except InputRefused:
        return False
    return True
