"""Small reports on an invented conflict, and ledgers to put them into."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from hearsay.analyse import Analysis
from hearsay.codec import id_of
from hearsay.extract import Extractor, Found
from hearsay.model import Attribution, Cue, Figure, Link, Measure, Mention, Relation, Source, SourceKind, Span
from hearsay.pipeline import Report, report_of
from hearsay.readers.base import Input
from hearsay.readers.plain import read_plain
from hearsay.store.connect import reading
from hearsay.store.ledger import Ledger
from hearsay.store.schema import KEPT, findings, standings

T0 = datetime(2021, 6, 2, 12, tzinfo=UTC)
WORDS = """Tolls differ after the fall of the Orsa bridge

Irena Voss said 417 fighters of the Northern Guard died, 96 of them at the Orsa bridge 🌉.
The Southern Council said the Northern Guard lost 130 fighters.
"""


class Says:
    """Finds "X said Y." in a line: enough to fill a ledger, and no more."""

    name = "test.says@1"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        for match in re.finditer(r"([A-Z]\w+ [A-Z]\w+|The \w+ \w+) (said) ([^\n]+)", analysis.content):
            source = Source(match[1], SourceKind.PERSON, (Span(*match.span(1)),))
            cue = Cue((Span(*match.span(2)),), "say")
            yield Found(Attribution(analysis.text.id, (Span(*match.span(3)),), source, cue), 0.8)


class Counts:
    """Each number is a figure, and every further one on its line part of the one before; "Northern Guard" is a mention."""

    name = "test.counts@1"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        text = analysis.text.id
        for line in re.finditer(r"[^\n]+", analysis.content):
            whole: Figure | None = None
            for match in re.finditer(r"\d+", line[0]):
                span = Span(line.start() + match.start(), line.start() + match.end())
                count = int(match[0])
                figure = Figure(text, span, match[0], Measure.KILLED, count, count)
                yield Found(figure, 0.6)
                if whole is not None:
                    yield Found(Link(id_of(figure), id_of(whole), Relation.PART_OF), 0.5)
                whole = figure
        for match in re.finditer("Northern Guard", analysis.content):
            yield Found(Mention(text, Span(*match.span()), "Northern Guard", match[0]))


def made(
    name: str = "orsa",
    words: str = WORDS,
    *,
    at: datetime = T0,
    url: str | None = None,
    extractors: Sequence[Extractor] = (Says(), Counts()),
) -> Report:
    """A report of a plain text."""
    item = Input(name, words.encode(), "text/plain", url)
    return report_of(item, read_plain(item), at, extractors)


def dump(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a ledger, without the times and what follows from them, in an order that depends on content alone."""
    shown: dict[str, list[tuple[Any, ...]]] = {}
    with reading(ledger.store.engine) as connection:
        for table in KEPT:
            timed = "at" in table.c
            columns = [c for c in table.c if c.name not in ("n", "at") and not (timed and c.name == "id")]
            shown[table.name] = _sorted(connection, sa.select(*columns))
        columns = [column for column in standings.c if column.name != "n"]
        query = sa.select(findings.c.id, *columns).join(findings, findings.c.n == standings.c.n)
        shown["standings"] = _sorted(connection, query)
    shown["originals"] = [(document, ledger.original(document)) for document in ledger._originals.documents()]
    return shown


def _sorted(connection: sa.Connection, query: sa.Select[Any]) -> list[tuple[Any, ...]]:
    return sorted((tuple(row) for row in connection.execute(query)), key=repr)


def changed(folder: Path, statement: str, *values: object) -> None:
    """Changes a ledger behind its back; something must have been changed."""
    import sqlite3

    connection = sqlite3.connect(folder / "ledger.sqlite")
    with connection:
        assert connection.execute(statement, values).rowcount > 0
    connection.close()
