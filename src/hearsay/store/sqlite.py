"""The five verbs on one SQLite file: the default back end, and the one to read with any SQL tool."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ..codec import from_json
from ..errors import NotInLedger
from ..ledger import State
from ..model import AnyFinding, Document, Finding, Text, Verdict
from . import rows, write
from .base import Entry
from .connect import engine_for, reading, writing
from .schema import findings, sightings, standings, texts, verdicts

_BATCH = 500
"""Rows that are fetched at a time: lists of any length are streamed."""


class SqliteStore:
    """A ledger's tables in one file. Threads may share it; other processes may read and write the file meanwhile."""

    def __init__(self, path: Path) -> None:
        self.engine = engine_for(path)

    def add_text(self, text: Text, document: Document, size: int) -> bool:
        """Keeps a text and its document (`size` in bytes); False where it was there."""
        with writing(self.engine) as connection:
            return write.add_text(connection, text, document, size)

    def add(self, said: Iterable[tuple[AnyFinding, Verdict]]) -> int:
        """Keeps findings with verdicts on them, all or nothing; how many verdicts are new.
        Raises `BadFinding` and `NotInLedger`."""
        with writing(self.engine) as connection:
            return write.add_said(connection, said)

    def text(self, id: str) -> Text:
        """The text of that id. Raises `NotInLedger`."""
        with reading(self.engine) as connection:
            row = connection.execute(sa.select(texts).where(texts.c.id == id)).mappings().first()
        if row is None:
            raise NotInLedger(f"text {id}")
        return rows.text_of(row)

    def findings(
        self,
        kind: type[Finding] | None = None,
        *,
        text: str | None = None,
        states: Collection[State] | None = None,
        ids: Collection[str] | None = None,
    ) -> Iterator[Entry]:
        """Findings by text, type and place, as they stand, one after the other out of the file."""
        query = _ENTRIES
        if kind is not None:
            query = query.where(findings.c.type == kind.__name__.lower())
        if text is not None:
            query = query.where(findings.c.text == text)
        if states is not None:
            query = query.where(standings.c.state.in_([state.value for state in states]))
        if ids is not None:
            query = query.where(findings.c.id.in_(ids))
        for row in self.stream(query):
            yield _entry(row)

    def verdicts(self, finding: str | None = None) -> Iterator[Verdict]:
        """The verdicts on a finding (None: on all), from the first to the last."""
        query = sa.select(verdicts).order_by(verdicts.c.at, verdicts.c.id)
        if finding is not None:
            query = query.where(verdicts.c.finding == finding)
        return map(rows.verdict_of, self.stream(query))

    def stream(self, query: sa.Executable, batch: int = _BATCH) -> Iterator[Mapping[Any, Any]]:
        """The rows of a query, fetched as they are asked for, so many at a time."""
        with reading(self.engine) as connection:
            yield from connection.execution_options(yield_per=batch).execute(query).mappings()

    def close(self) -> None:
        """Closes the file; what is in its write-ahead log goes into it."""
        self.engine.dispose()


_FIRST = (
    sa.select(sightings.c.name)
    .join(texts, texts.c.document == sightings.c.document)
    .where(texts.c.id == findings.c.text)
    .order_by(sightings.c.at, sightings.c.id)
    .limit(1)
    .scalar_subquery()
)
_STANDING = (standings.c.state, standings.c.by, standings.c.instead, standings.c.confidence)
_ENTRIES = (
    sa.select(findings.c.id, findings.c.body, findings.c.text, *_STANDING, _FIRST.label("name"))
    .join(standings, standings.c.n == findings.c.n)
    .order_by(findings.c.text, findings.c.type, findings.c.start, findings.c.end, findings.c.id)
)


def _entry(row: Mapping[Any, Any]) -> Entry:
    finding = from_json(row["body"].encode())
    return Entry(row["id"], finding, rows.standing_of(row), row["text"], row["name"] or "")
