"""What the command line takes out of a ledger, noted in its log as the room's downloads are."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from types import TracebackType
from typing import TYPE_CHECKING, Any, TextIO, cast
from urllib.parse import urlencode

from ..ledger import PERSON

if TYPE_CHECKING:
    from ..store.ledger import Ledger

NOBODY = "command line"
"""Who took rows where HEARSAY_USER names nobody."""


class Taking:
    """Rows that are being taken out: `what` in which `form` for which `query`. Where all goes well, the log gets a line with
    their number and the digest of the bytes."""

    def __init__(self, held: "Ledger", what: str, form: str, query: str) -> None:
        self._held, self._what, self._form, self._query = held, what, form, query
        self._digest = sha256()
        self.rows = 0

    def __enter__(self) -> "Taking":
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        from ..model import Export
        from ..store.journal import add_export

        if kind is None:
            name = os.environ.get("HEARSAY_USER", "").strip()
            agent, digest = PERSON + name if name else NOBODY, self._digest.hexdigest()
            export = Export(agent, datetime.now(UTC), self._what, self._form, self._query, self.rows, digest)
            add_export(self._held.store, export)

    def bytes(self, data: bytes, rows: int = 0) -> None:
        """Counts what was written."""
        self._digest.update(data)
        self.rows += rows

    def stream(self, stream: TextIO) -> TextIO:
        """A stream that writes on, and counts the bytes as UTF-8."""
        return cast(TextIO, _Counting(stream, self))

    def counted(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        """The rows, counted as they pass."""
        for row in rows:
            self.rows += 1
            yield row


class _Counting:
    """What a writer of rows needs of a stream."""

    def __init__(self, stream: TextIO, taking: Taking) -> None:
        self._stream, self._taking = stream, taking

    def write(self, text: str) -> int:
        self._taking.bytes(text.encode("utf-8", "backslashreplace"))
        return self._stream.write(text)

    def isatty(self) -> bool:
        return self._stream.isatty()


NOTED = frozenset("document since until standing source kind measure table agent stance finding what machines kinds".split())
"""Options that say which rows are taken, by the names of their parameters."""


def given(options: Mapping[str, Any], noted: Collection[str] = NOTED) -> str:
    """Those options that were given, as a query."""
    return urlencode([(name, one) for name, value in options.items() if name in noted for one in _each(value)])


def _each(value: object) -> Iterator[str]:
    if isinstance(value, tuple | list):
        yield from map(str, value)
    elif value not in (None, "", False):
        yield str(value)
