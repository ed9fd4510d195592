"""The log as one list: what people and machines said, what was brought in, read, refused and taken out, the newest first.

Pages are cut by time and id, so that what is added meanwhile moves nothing.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from ..ledger import PERSON
from ..model import Export, Verdict
from . import rows, write
from .connect import reading, writing
from .lookup import LAST
from .schema import exports, findings, readings, refusals, sightings, texts, verdicts
from .sqlite import SqliteStore


class What(StrEnum):
    """What kind of thing happened."""

    VERDICT = "verdict"  # a person's word
    MACHINE = "machine"  # what an extractor found, one finding a line
    IMPORT = "import"
    RUN = "run"
    REFUSAL = "refusal"
    EXPORT = "export"


USUAL = frozenset(What) - {What.MACHINE}
"""What the log shows unless asked for more: of machines, that they read a report, and not each finding."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log. `agent` did it ("" where nobody is known: an import); `about` is a report's name, `text` its text's
    id; `word` is a verdict's stance, an import's way, an export's format; `words` are the finding's, the refusal's reason, the
    query; `type` is a finding's, or what was taken out; `rows` counts an export's rows, `confidence` is a machine's. `key`
    says where it stands."""

    what: What
    at: str
    key: str
    agent: str
    word: str
    finding: str
    type: str
    words: str
    about: str
    text: str
    instead: str
    note: str
    rows: int | None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines: of these kinds, by this agent, with this stance, about a report of this name, on a finding; `since` and
    `until` bound the day (UTC), both ends included, and may be a month or a year."""

    what: Collection[What] = USUAL
    agent: str = ""
    stance: str = ""
    report: str = ""
    finding: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some lines; `after` asks for the next ones, None at the end."""

    events: tuple[Event, ...]
    after: str | None


def events(store: SqliteStore, asked: Asked, *, after: str = "", size: int = 100) -> Stretch:
    """The lines that come after that one (else the newest), at most `size`."""
    parts = [part.subquery() for part in _parts(asked, after, size + 1)]
    if not parts:
        return Stretch((), None)
    every = sa.union_all(*(sa.select(part) for part in parts)).subquery()
    query = sa.select(every).order_by(every.c.at.desc(), every.c.key.desc()).limit(size + 1)
    with reading(store.engine) as connection:
        found = [dict(row) for row in connection.execute(query).mappings()]
        shown = found[:size]
        _placed(connection, shown)
        names = _names(connection, {row["text"] for row in shown if row["text"]})
    made = tuple(_event(row, names) for row in shown)
    return Stretch(made, f"{made[-1].at} {made[-1].key}" if len(found) > size else None)


def said(store: SqliteStore, asked: Asked) -> Iterator[Verdict]:
    """The verdicts among what is asked for, from the first to the last, to be written out."""
    query = sa.select(verdicts).join(findings, findings.c.id == verdicts.c.finding).join(texts, texts.c.id == findings.c.text)
    kinds = [test for what, test in _WHOSE.items() if what in asked.what]
    query = query.where(sa.or_(*kinds) if kinds else sa.false(), *_of_verdict(asked))
    return map(rows.verdict_of, store.stream(query.order_by(verdicts.c.at, verdicts.c.id)))


def agents(store: SqliteStore) -> list[str]:
    """Every person who said something, and every machine that read something, people first."""
    people = sa.select(verdicts.c.agent).where(_PEOPLE).distinct()
    machines = sa.select(readings.c.agent).distinct()
    with reading(store.engine) as connection:
        every = {*connection.execute(people).scalars(), *connection.execute(machines).scalars()}
        every |= set(connection.execute(sa.select(exports.c.agent).distinct()).scalars())
    return sorted(every - {""}, key=lambda agent: (not agent.startswith(PERSON), agent.casefold()))


def add_export(store: SqliteStore, export: Export) -> None:
    """Notes that rows were taken out of the ledger."""
    with writing(store.engine, durable=True) as connection:
        write.insert(connection, exports, [rows.export_row(export)])


_PEOPLE = sa.and_(verdicts.c.agent >= PERSON, verdicts.c.agent < PERSON[:-1] + ";")
_WHOSE = {What.VERDICT: _PEOPLE, What.MACHINE: sa.not_(_PEOPLE)}
_NONE = sa.literal("")
_FIELDS = (
    "what",
    "at",
    "key",
    "agent",
    "word",
    "finding",
    "type",
    "words",
    "text",
    "instead",
    "note",
    "rows",
    "confidence",
    "body",
    "document",
)


def _parts(asked: Asked, after: str, size: int) -> Iterator[sa.Select[Any]]:
    """A query for each kind of thing, each with no more rows than can be shown."""
    makers = {
        What.VERDICT: _verdict_lines,
        What.MACHINE: _verdict_lines,
        What.IMPORT: _import_lines,
        What.RUN: _run_lines,
        What.REFUSAL: _refusal_lines,
        What.EXPORT: _export_lines,
    }
    for what, maker in makers.items():
        if what not in asked.what:
            continue
        if (asked.finding or asked.stance) and what not in _WHOSE:
            continue
        made = maker(what, asked)
        if made is None:
            continue
        query, at, key = made
        if asked.since:
            query = query.where(at >= asked.since)
        if asked.until:
            query = query.where(at < asked.until + LAST)
        if after:
            moment, _, last = after.partition(" ")
            query = query.where(sa.or_(at < moment, sa.and_(at == moment, key < last)))
        yield query.order_by(at.desc(), key.desc()).limit(size)


Lines = tuple[sa.Select[Any], sa.ColumnElement[Any], sa.ColumnElement[Any]]


def _lines(what: What, at: sa.Column[str], key: sa.ColumnElement[Any], **fields: Any) -> list[sa.ColumnElement[Any]]:
    given = {"what": sa.literal(what.value), "at": at, "key": key, "rows": sa.null(), "confidence": sa.null(), **fields}
    return [sa.type_coerce(given.get(name, _NONE), sa.Text).label(name) for name in _FIELDS]


def _verdict_lines(what: What, asked: Asked) -> Lines:
    one = verdicts.c
    columns = _lines(
        what, one.at, one.id, agent=one.agent, word=one.stance, finding=one.finding, type=findings.c.type, text=findings.c.text,
        instead=sa.func.coalesce(one.instead, ""), note=one.note, body=findings.c.body, confidence=one.confidence,
    )  # fmt: skip
    query = sa.select(*columns).join(findings, findings.c.id == one.finding)
    if asked.report:
        query = query.join(texts, texts.c.id == findings.c.text)
    return query.where(_WHOSE[what], *_of_verdict(asked)), one.at, one.id


def _of_verdict(asked: Asked) -> Iterator[sa.ColumnElement[bool]]:
    if asked.agent:
        yield verdicts.c.agent == asked.agent
    if asked.stance:
        yield verdicts.c.stance == asked.stance
    if asked.finding:
        yield verdicts.c.finding == asked.finding
    if asked.report:
        yield texts.c.document.in_(_documents(asked.report))


def _import_lines(what: What, asked: Asked) -> Lines | None:
    if asked.agent:
        return None
    one = sightings.c
    where = sa.func.coalesce(one.url, one.name)
    query = sa.select(*_lines(what, one.at, one.id, word=one.via, words=where, document=one.document))
    return query.where(_named(one.name, asked.report)), one.at, one.id


def _run_lines(what: What, asked: Asked) -> Lines:
    one = readings.c
    columns = _lines(what, one.at, one.id, agent=one.agent, text=one.text, words=one.refused, word=_NONE)
    query = sa.select(*columns)
    if asked.agent:
        query = query.where(one.agent == asked.agent)
    if asked.report:
        query = query.join(texts, texts.c.id == one.text).where(texts.c.document.in_(_documents(asked.report)))
    return query, one.at, one.id


def _refusal_lines(what: What, asked: Asked) -> Lines | None:
    if asked.agent:
        return None
    one = refusals.c
    query = sa.select(*_lines(what, one.at, one.id, words=one.reason, note=one.name))
    return query.where(_named(one.name, asked.report)), one.at, one.id


def _export_lines(what: What, asked: Asked) -> Lines | None:
    if asked.report:
        return None
    one = exports.c
    columns = _lines(
        what, one.at, one.id, agent=one.agent, word=one.form, type=one.what, words=one.query, note=one.sha256, rows=one.rows
    )
    query = sa.select(*columns)
    return (query.where(one.agent == asked.agent) if asked.agent else query), one.at, one.id


def _named(column: sa.Column[str], words: str) -> sa.ColumnElement[bool]:
    return column.contains(words, autoescape=True) if words else sa.true()


def _documents(words: str) -> sa.Select[Any]:
    return sa.select(sightings.c.document).where(_named(sightings.c.name, words))


def _placed(connection: sa.Connection, shown: list[dict[str, Any]]) -> None:
    """Sets the text of imports: the one that was read from their document, if there is one."""
    wanted = {row["document"] for row in shown if row["document"]}
    found = connection.execute(sa.select(texts.c.document, texts.c.id).where(texts.c.document.in_(wanted)))
    of: dict[str, str] = {document: id for document, id in found}  # noqa: C416 (for the types)
    for row in shown:
        row["text"] = row["text"] or of.get(row["document"], "")


def _names(connection: sa.Connection, ids: Collection[str]) -> dict[str, str]:
    """The name of the report that each text is of."""
    name = (
        sa.select(sightings.c.name)
        .where(sightings.c.document == texts.c.document)
        .order_by(sightings.c.at, sightings.c.id)
        .limit(1)
        .scalar_subquery()
    )
    found = connection.execute(sa.select(texts.c.id, name).where(texts.c.id.in_(ids)))
    return {id: named for id, named in found if named is not None}


def _event(row: dict[str, Any], names: dict[str, str]) -> Event:
    counted = row["rows"]
    refused = row["what"] == What.REFUSAL
    return Event(
        What(row["what"]), row["at"], row["key"], row["agent"], row["word"], row["finding"], row["type"],
        _words(row), row["note"] if refused else names.get(row["text"], ""), row["text"], row["instead"],
        "" if refused else row["note"], None if counted is None else int(counted),
        None if row["confidence"] is None else float(row["confidence"]),
    )  # fmt: skip


def _words(row: dict[str, Any]) -> str:
    """The words of a finding in short: as written, a fact as "field: value", a link's relation."""
    if not row["body"]:
        return str(row["words"])
    from ..codec import from_json
    from ..model import About, Attribution, Figure, Link, Mention

    one = from_json(row["body"].encode())
    if isinstance(one, Figure | Mention):
        return one.words
    if isinstance(one, About):
        return f"{one.field}: {one.value}"
    if isinstance(one, Link):
        return one.relation.value
    assert isinstance(one, Attribution)
    return one.source.name if one.source else "nobody named"
