"""Whether a ledger is what it says: every id is computed anew, every span looked up, every original unpacked."""

from collections.abc import Callable, Iterator
from itertools import groupby

import msgspec
import sqlalchemy as sa

from ..checks import problems
from ..codec import from_json, id_of, to_json, verify_text
from ..errors import BadFinding, LedgerDamaged, NotInLedger
from ..ledger import standing
from ..model import Link, PieceKind, Text
from ..readers.encodings import decode_bytes
from . import claims, rows
from .connect import reading, writing
from .originals import Originals
from .schema import documents, exports, findings, readings, refusals, sightings, standings, texts, verdicts
from .sqlite import SqliteStore

_UNREADABLE = (ValueError, TypeError, AttributeError, msgspec.MsgspecError, BadFinding)
"""What decoding a changed row may raise."""


def check(store: SqliteStore, originals: Originals) -> Iterator[str]:
    """All damage, one line each, naming the thing and what is wrong with it; nothing for a sound ledger."""
    try:
        yield from _file(store)
        yield from _documents(store, originals)
        for table, same in _PLAIN:
            yield from _plain(store, table, same)
        yield from _findings(store)
        yield from _standings(store)
        yield from _lists(store)
    except sa.exc.DatabaseError as error:
        yield f"the database can't be read further: {error.orig}"


def _file(store: SqliteStore) -> Iterator[str]:
    """SQLite's own tests of the file, its references and its full-text index."""
    for row in store.stream(sa.text("PRAGMA integrity_check")):
        if row["integrity_check"] != "ok":
            yield f"database: {row['integrity_check']}"
    for row in store.stream(sa.text("PRAGMA foreign_key_check")):
        yield f"{row['table']} row {row['rowid']}: refers to a row of {row['parent']} that is not there"
    try:
        with writing(store.engine) as connection:
            connection.exec_driver_sql("INSERT INTO texts_fts (texts_fts, rank) VALUES ('integrity-check', 1)")
    except sa.exc.DatabaseError as error:
        yield f"full-text index: does not fit the texts ({error.orig})"


def _documents(store: SqliteStore, originals: Originals) -> Iterator[str]:
    """Each original, and each text that was read from it."""
    for row in store.stream(sa.select(documents).order_by(documents.c.id)):
        try:
            data = originals.get(row["id"])
        except (NotInLedger, LedgerDamaged) as error:
            yield f"document {error}"
            data = None
        if data is not None and len(data) != row["bytes"]:
            yield f"document {row['id']}: has {len(data)} bytes and not {row['bytes']}"
        for text in store.stream(sa.select(texts).where(texts.c.document == row["id"])):
            yield from (f"text {text['id']}: {fault}" for fault in _text(text, data))


def _text(row: rows.Stored, data: bytes | None) -> Iterator[str]:
    try:
        text = rows.text_of(row)
    except _UNREADABLE as error:
        yield f"can't be decoded ({error})"
        return
    if not verify_text(text):
        yield "its characters are not those that its id was made from"
    size = len(text.content)
    if any(not 0 <= block.span.start <= block.span.end <= size for block in text.blocks):
        yield "a block lies outside it"
    yield from _pieces(text, data)


def _pieces(text: Text, data: bytes | None) -> Iterator[str]:
    """Pieces lie in order inside the text, and what is a literal copy decodes to the same characters again."""
    at = 0
    for piece in text.pieces:
        where = f"the piece at [{piece.start}, {piece.end})"
        if not at <= piece.start <= piece.end <= len(text.content):
            yield f"{where} lies outside it or out of order"
            return
        at = piece.end
        if piece.kind is not PieceKind.LITERAL or data is None:
            continue
        source = data[piece.source_start : piece.source_end]
        if decode_bytes(source, text.encoding) != text.content[piece.start : piece.end]:
            yield f"{where} is not what bytes [{piece.source_start}, {piece.source_end}) of the original say"


def _plain(store: SqliteStore, table: sa.Table, same: Callable[[rows.Stored], rows.Row]) -> Iterator[str]:
    """Rows whose id follows from their columns alone."""
    what = table.name.removesuffix("s")
    for row in store.stream(sa.select(table).order_by(table.c.id)):
        try:
            again = same(row)
        except _UNREADABLE as error:
            yield f"{what} {row['id']}: can't be decoded ({error})"
            continue
        if again != dict(row):
            yield f"{what} {row['id']}: says something else than its id was made from"


_PLAIN: tuple[tuple[sa.Table, Callable[[rows.Stored], rows.Row]], ...] = (
    (sightings, lambda row: rows.sighting_row(rows.sighting_of(row))),
    (verdicts, lambda row: rows.verdict_row(rows.verdict_of(row))),
    (readings, lambda row: rows.reading_row(rows.reading_of(row))),
    (refusals, lambda row: rows.refusal_row(rows.refusal_of(row))),
    (exports, lambda row: rows.export_row(rows.export_of(row))),
)


def _findings(store: SqliteStore) -> Iterator[str]:
    """Each finding says what its id was made from, and its words stand in the text where it says."""
    every = store.stream(sa.select(findings).order_by(findings.c.text, findings.c.id))
    for key, group in groupby(every, key=lambda row: row["text"]):
        row = next(iter(store.stream(sa.select(texts).where(texts.c.id == key))), None)
        text = None if row is None else Text(key, row["document"], row["reader"], row["language"], row["content"])
        for found in group:
            yield from (f"finding {found['id']}: {fault}" for fault in _finding(found, text))


def _finding(row: rows.Stored, text: Text | None) -> Iterator[str]:
    try:
        finding = from_json(row["body"].encode())
        same = rows.finding_row(id_of(finding), finding, row["text"])
    except _UNREADABLE as error:
        yield f"can't be decoded ({error})"
        return
    if same["id"] != row["id"] or to_json(finding).decode() != row["body"]:
        yield "says something else than its id was made from"
    elif any(row[column] != value for column, value in same.items()):
        yield "its columns do not repeat what it says"
    if text is None:
        yield f"stands in a text that is not there ({row['text']})"
    elif not isinstance(finding, Link):
        yield from problems(finding, text)


def _standings(store: SqliteStore) -> Iterator[str]:
    """The table of standings is what the verdicts come to."""
    columns = [column.label(f"kept_{column.name}") for column in standings.c]
    said = (
        sa.select(verdicts, findings.c.n, *columns)
        .join(findings, findings.c.id == verdicts.c.finding)
        .outerjoin(standings, standings.c.n == findings.c.n)
        .order_by(verdicts.c.finding)
    )
    for id, group in groupby(store.stream(said), key=lambda row: row["finding"]):
        rows_of_one = list(group)
        kept = {column.name: rows_of_one[0][f"kept_{column.name}"] for column in standings.c}
        try:
            same = rows.standing_row(rows_of_one[0]["n"], standing(map(rows.verdict_of, rows_of_one)))
        except _UNREADABLE:
            continue  # such a verdict was named above
        if kept != same:
            yield f"standing of {id}: is kept as {kept['state']}, its verdicts come to {same['state']}"
    unsaid = sa.select(findings.c.id).where(findings.c.id.not_in(sa.select(verdicts.c.finding)))
    for row in store.stream(unsaid):
        yield f"finding {row['id']}: there is no verdict on it"


def _lists(store: SqliteStore) -> Iterator[str]:
    """The tables that are kept for lists are what the findings and their standing come to."""
    for row in store.stream(sa.select(texts.c.id).order_by(texts.c.id)):
        with reading(store.engine) as connection:
            try:
                page, found = claims.made(connection, row["id"])
            except _UNREADABLE:
                continue  # such a text or finding was named above
            kept = claims.kept(connection, row["id"])
        if kept != (page, found):
            yield f"text {row['id']}: its rows in the lists are not what its findings come to"
