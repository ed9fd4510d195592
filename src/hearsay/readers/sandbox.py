"""Untrusted bytes are parsed in a child process that may use so much memory and time and no more.

One child serves many inputs: one frame to it (an `Input`), one frame back (a `Page`, or why there is none), both
msgpack behind four bytes of length. A child that dies is replaced for the next input. It ends by itself when
its standard input closes, so a parent that is killed leaves nothing behind.
"""

import os
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

import msgspec

from ..errors import InputRefused, TooMuch, Unreadable
from ..model import Value
from .base import Input, Page
from .limits import STANDARD, Limits

_RENEW = 2_000
"""Inputs after which a child is replaced: parsers keep caches that only grow."""


class _Answer(Value, frozen=True):
    """What comes back for one input: a page, the inputs that it held, or the kind and the reason of a refusal."""

    page: Page | None = None
    inputs: tuple[Input, ...] = ()
    refused: str = ""
    reason: str = ""


class _Task(Value, frozen=True):
    item: Input
    split: bool = False


class _Died(Exception):
    """The child ended, or ran out of memory, in the middle of an input."""


_encode = msgspec.msgpack.Encoder().encode
_KINDS: dict[str, type[InputRefused]] = {"TooMuch": TooMuch, "Unreadable": Unreadable}


class SafeReader:
    """Reads inputs in a limited child process, started with the first input that needs it.

    Threads may share one (they take turns). `read` raises `InputRefused` with the reason, and is then ready for the
    next input. Plain text is read in this process: it is only decoded, and not parsed."""

    def __init__(self, limits: Limits = STANDARD) -> None:
        self.limits = limits
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._served = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def read(self, item: Input) -> Page:
        """The page that the reader for `item.media_type` makes of it. Raises `InputRefused`."""
        if item.media_type == "text/plain":
            from . import read

            return read(item, self.limits)
        answer = self._ask(_Task(item))
        assert answer.page is not None
        return answer.page

    def split(self, item: Input) -> tuple[Input, ...]:
        """The entries of a feed, each an input of its own. Raises `InputRefused`."""
        return self._ask(_Task(item, split=True)).inputs

    def close(self) -> None:
        """Ends the child, if there is one. The reader can be used again."""
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def _ask(self, task: _Task) -> _Answer:
        with self._lock:
            try:
                answer = self._exchange(task)
            except _Died as death:
                if death.args[1]:  # it had read others before: what it kept of them must not decide
                    try:
                        answer = self._exchange(task)
                    except _Died as again:
                        raise again.args[0] from None
                else:
                    raise death.args[0] from None
        if answer.refused:
            raise _KINDS.get(answer.refused, Unreadable)(task.item.name, answer.reason)
        return answer

    def _exchange(self, task: _Task) -> _Answer:
        """One frame there and one back. Raises `_Died`: the refusal to give, whether a fresh child may do better."""
        child = self._running()
        used = self._served > 0
        self._served += 1
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            with suppress(BrokenPipeError):
                body = _encode(task)
                child.stdin.write(struct.pack("<I", len(body)) + body)
                child.stdin.flush()
            answer = self._receive(child.stdout.fileno(), task.item.name)
        except TooMuch:
            self.close()
            raise
        except BaseException:
            if self._child is not None:
                child.kill()
            raise
        if answer is None:
            refusal = self._obituary(task.item.name, child)
            self.close()
            raise _Died(refusal, used and "processor" not in refusal.reason)
        if answer.refused == "MemoryError":
            self.close()
            raise _Died(TooMuch(task.item.name, _memory(self.limits)), used)
        return answer

    def _receive(self, source: int, name: str) -> _Answer | None:
        """The answer, or None where the child closed its end. Raises `TooMuch` at the wall limit."""
        until = time.monotonic() + self.limits.wall
        held = bytearray()
        size = -1
        while size < 0 or len(held) < size:
            ready, _, _ = select.select([source], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                raise TooMuch(name, f"took more than {self.limits.wall:g} seconds to read")
            chunk = os.read(source, 1 << 20)
            if not chunk:
                return None
            held += chunk
            if size < 0 and len(held) >= 4:
                size = struct.unpack("<I", held[:4])[0]
                del held[:4]
        return msgspec.msgpack.decode(held, type=_Answer)

    def _obituary(self, name: str, child: subprocess.Popen[bytes]) -> InputRefused:
        code = child.wait()
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return TooMuch(name, f"took more than {self.limits.cpu} seconds of processor time to read")
        cause = signal.Signals(-code).name if code < 0 else f"status {code}"
        return Unreadable(name, f"made its reader crash ({cause})")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is not None and (self._owner != os.getpid() or self._served >= _RENEW):
            self.close()
        if self._child is None or self._child.poll() is not None:
            self.close()
            command = [sys.executable, "-c", "from hearsay.readers.sandbox import serve; serve()"]
            limits = (self.limits.memory, self.limits.cpu)
            self._child = subprocess.Popen(
                [*command, *map(str, limits), _encode(self.limits).hex()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
                start_new_session=True,  # an interrupt is the parent's to handle
            )
            self._owner, self._served = os.getpid(), 0
        return self._child


def _memory(limits: Limits) -> str:
    return f"needs more than {limits.memory >> 20:,} MiB of memory to read"


def serve() -> None:
    """The child: answers frames on its standard input until that closes."""
    limits = msgspec.msgpack.decode(bytes.fromhex(sys.argv[-1]), type=Limits)
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not enter the frames
    source = sys.stdin.buffer
    decode = msgspec.msgpack.Decoder(_Task).decode
    while len(head := source.read(4)) == 4:
        body = source.read(struct.unpack("<I", head)[0])
        _limit_cpu(limits.cpu)
        answer = _answer(decode(body), limits)
        packed = _encode(answer)
        sink.write(struct.pack("<I", len(packed)) + packed)
        sink.flush()


def _limit_cpu(seconds: int) -> None:
    """`seconds` of processor time from now on; SIGXCPU ends the process after them."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _answer(task: _Task, limits: Limits) -> _Answer:
    from . import read
    from .feed import entries

    try:
        if task.split:
            return _Answer(inputs=tuple(entries(task.item)))
        return _Answer(page=read(task.item, limits))
    except InputRefused as refusal:
        return _Answer(refused=type(refusal).__name__, reason=refusal.reason)
    except MemoryError:
        return _Answer(refused="MemoryError")
    except RecursionError:
        return _Answer(refused="TooMuch", reason="nests deeper than its reader can follow")
    except Exception as error:  # a parser's bug on one input must not end the batch
        return _Answer(refused="Unreadable", reason=f"its reader failed ({type(error).__name__}: {error})")
