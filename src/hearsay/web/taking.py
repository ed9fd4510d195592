"""Rows that are taken out of the ledger: as CSV or JSON lines, all of them, with a line in the log that says so."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl

from ..claims.base import Claim
from ..errors import BadFinding
from ..export import tables
from ..model import Attribution, Export, Figure, Mention
from ..store import journal
from ..store.ledger import Ledger
from .asking import Asked

MEDIA = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson"}
_AT_ONCE = 200
"""Rows that are written between two chunks."""

_TABLES: dict[str, tuple[type[Attribution | Figure | Mention], Sequence[str]]] = {
    "attribution": (Attribution, tables.ATTRIBUTIONS),
    "figure": (Figure, tables.FIGURES),
    "mention": (Mention, tables.MENTIONS),
}


def pairs(query: str) -> list[tuple[str, str]]:
    """The names and values of a query."""
    return parse_qsl(query.removeprefix("?"), keep_blank_values=False)


def form(name: str) -> str:
    """A known format. Raises `BadFinding`."""
    if name not in MEDIA:
        raise BadFinding(f"rows can be taken as {' or '.join(MEDIA)}, not as {name!r}")
    return name


def taken(ledger: Ledger, claims: Iterable[Claim], asked: Asked, form: str, agent: str) -> Iterator[bytes]:
    """The claims as rows of their type's table, in chunks. When the last one is out, the log gets a line."""
    kind, columns = _TABLES[asked.type]
    rows = (tables.ROW[kind](claim) for claim in claims)
    yield from noted(ledger, written(rows, columns, form), f"{asked.type}s", form, asked.query(), agent)


def written(rows: Iterable[dict[str, Any]], columns: Sequence[str], form: str) -> Iterator[tuple[bytes, int]]:
    """Rows as bytes with how many are in them; a CSV file's header line comes first."""
    write = tables.write_csv if form == "csv" else tables.write_json
    if form == "csv":
        yield _bytes(lambda stream: tables.write_csv((), columns, stream)), 0
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _AT_ONCE:
            yield _batch(write, batch, columns, form), len(batch)
            batch = []
    if batch:
        yield _batch(write, batch, columns, form), len(batch)


def noted(ledger: Ledger, chunks: Iterable[tuple[bytes, int]], what: str, form: str, query: str, agent: str) -> Iterator[bytes]:
    """The chunks; then a line in the log with their number of rows and the digest of all bytes."""
    digest, count = sha256(), 0
    for chunk, rows in chunks:
        digest.update(chunk)
        count += rows
        yield chunk
    journal.add_export(ledger.store, Export(agent, datetime.now(UTC), what, form, query, count, digest.hexdigest()))


def _batch(write: Callable[..., None], batch: list[dict[str, Any]], columns: Sequence[str], form: str) -> bytes:
    made = _bytes(lambda stream: write(batch, columns, stream))
    return made.partition(b"\r\n")[2] if form == "csv" else made  # the header stands there already


def _bytes(write: Callable[[io.StringIO], None]) -> bytes:
    stream = io.StringIO(newline="")
    write(stream)
    return stream.getvalue().encode("utf-8", "backslashreplace")
