"""Adding to a ledger, inside one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

import sqlalchemy as sa

from ..checks import problems
from ..codec import id_of
from ..errors import BadFinding, NotInLedger
from ..ledger import standing
from ..model import BETWEEN_TEXTS, AnyFinding, Document, Link, Reading, Refusal, Sighting, Stance, Text, Verdict
from . import claims, restate, rows
from .schema import documents, findings, readings, refusals, sightings, standings, texts, verdicts

Said = tuple[AnyFinding, Verdict]

_SOME = 500
"""Ids in one query: SQLite bounds the number of parameters."""


def insert(connection: sa.Connection, table: sa.Table, new: Sequence[rows.Row]) -> int:
    """Adds the rows that are not there yet; how many they were."""
    if not new:
        return 0
    statement = _inserting(table.name, tuple(new[0]))
    return connection.exec_driver_sql(statement, [tuple(row.values()) for row in new]).rowcount


@cache
def _inserting(table: str, columns: tuple[str, ...]) -> str:
    """The rows are many and plain: the statement goes to the driver as it is."""
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def add_text(connection: sa.Connection, text: Text, document: Document, size: int) -> bool:
    """A text and its document. Raises `BadFinding` where the ids do not fit each other."""
    if text.document != document.id:
        raise BadFinding(f"text {text.id} was read from {text.document}, not from {document.id}")
    insert(connection, documents, [{"id": document.id, "bytes": size}])
    return insert(connection, texts, [rows.text_row(text, document.media_type)]) > 0


def add_sighting(connection: sa.Connection, sighting: Sighting) -> bool:
    """A sighting; False where these bytes were met under this name and URL, this way, before."""
    row = rows.sighting_row(sighting)
    same = (sightings.c[name].is_not_distinct_from(row[name]) for name in ("document", "name", "url", "via"))
    return not _any(connection, sightings, *same) and insert(connection, sightings, [row]) > 0


def add_readings(connection: sa.Connection, new: Iterable[Reading]) -> int:
    """Readings, save those that an agent made of the text before with the same outcome."""
    fresh = [rows.reading_row(reading) for reading in new]
    same = (readings.c.text, readings.c.agent, readings.c.refused)
    query = sa.select(*same).where(readings.c.text.in_({row["text"] for row in fresh}))
    before = {tuple(row) for row in connection.execute(query)}
    return insert(connection, readings, [row for row in fresh if tuple(row[c.name] for c in same) not in before])


def add_refusal(connection: sa.Connection, refusal: Refusal) -> bool:
    """A refusal; False where this input was refused for this reason before."""
    row = rows.refusal_row(refusal)
    same = (refusals.c[name].is_not_distinct_from(row[name]) for name in ("name", "reason", "document"))
    return not _any(connection, refusals, *same) and insert(connection, refusals, [row]) > 0


def _any(connection: sa.Connection, table: sa.Table, *where: sa.ColumnElement[bool]) -> bool:
    return connection.execute(sa.select(table.c.id).where(*where).limit(1)).first() is not None


def add_said(connection: sa.Connection, said: Iterable[Said], known: Iterable[Text] = ()) -> int:
    """Findings with verdicts on them; how many verdicts are new. `known` are texts that need not be looked up."""
    pairs = sorted(said, key=lambda pair: isinstance(pair[0], Link))  # what a link refers to goes before it
    places = _Places(connection, known)
    found: dict[str, rows.Row] = {}
    for finding, verdict in pairs:
        if verdict.finding in found:
            continue
        text = places.settle(verdict.finding, finding)
        found[verdict.finding] = rows.finding_row(verdict.finding, finding, text)
    first = 1 + (connection.execute(sa.select(sa.func.max(findings.c.n))).scalar() or 0)
    numbered = [{"n": n, **row} for n, row in enumerate(found.values(), first)]
    all_new = insert(connection, findings, numbered) == len(numbered)
    instead = {verdict.instead for _, verdict in pairs if verdict.instead is not None}
    for id in sorted(instead - found.keys()):
        if not _any(connection, findings, findings.c.id == id):
            raise NotInLedger(f"{id}, which is to stand instead of another finding")
    added = insert(connection, verdicts, [rows.verdict_row(verdict) for _, verdict in pairs])
    if all_new:
        _stand(connection, numbered, pairs)
        claims.refresh(connection, {row["text"] for row in found.values()})
    elif added:
        before = restate.standing(connection, found)
        restand(connection, found)
        restate.restate(connection, before, restate.standing(connection, found))
    return added


def unsaid(connection: sa.Connection, text: str, said: Iterable[Said]) -> Iterator[Said]:
    """Those of what machines found in a text that the same machine has not found before."""
    query = (
        sa.select(verdicts.c.finding, verdicts.c.agent)
        .join(findings, findings.c.id == verdicts.c.finding)
        .where(findings.c.text == text, verdicts.c.stance == Stance.FOUND.value)
    )
    before = {(finding, agent) for finding, agent in connection.execute(query)}
    return (pair for pair in said if (pair[1].finding, pair[1].agent) not in before)


def _stand(connection: sa.Connection, new: Iterable[rows.Row], said: Iterable[Said]) -> None:
    """Computes how new findings stand, on which nothing is said but this."""
    of: defaultdict[str, list[Verdict]] = defaultdict(list)
    for _, verdict in said:
        of[verdict.finding].append(verdict)
    insert(connection, standings, [rows.standing_row(row["n"], standing(of[row["id"]])) for row in new])


def restand(connection: sa.Connection, ids: Iterable[str]) -> None:
    """Computes anew how these findings stand."""
    wanted = sorted(ids)
    for i in range(0, len(wanted), _SOME):
        some = wanted[i : i + _SOME]
        query = (
            sa.select(verdicts, findings.c.n)
            .join(findings, findings.c.id == verdicts.c.finding)
            .where(verdicts.c.finding.in_(some))
            .order_by(findings.c.n)
        )
        every = connection.execute(query).mappings()
        new = [
            rows.standing_row(n, standing(map(rows.verdict_of, group))) for n, group in groupby(every, key=lambda row: row["n"])
        ]
        connection.execute(standings.insert().prefix_with("OR REPLACE"), new)


class _Places:
    """The texts that findings stand in, and whether they fit there."""

    def __init__(self, connection: sa.Connection, known: Iterable[Text]) -> None:
        self._connection = connection
        self._texts = {text.id: text for text in known}
        self._found: dict[str, str] = {}

    def settle(self, id: str, finding: AnyFinding) -> str:
        """The id of the text that a finding stands in. Raises `BadFinding` where it does not fit there."""
        if id != id_of(finding):
            raise BadFinding(f"a verdict on {id} came with another finding ({id_of(finding)})")
        text = self._text_of_link(finding) if isinstance(finding, Link) else finding.text
        for problem in problems(finding, self._text(text)):
            raise BadFinding(problem)
        self._found[id] = text
        return text

    def _text_of_link(self, link: Link) -> str:
        if link.relation in BETWEEN_TEXTS:
            self._text(link.right)
            return self._text(link.left).id
        self._text_of(link.right)
        return self._text_of(link.left)

    def _text_of(self, finding: str) -> str:
        if finding not in self._found:
            query = sa.select(findings.c.text).where(findings.c.id == finding)
            text = self._connection.execute(query).scalar()
            if text is None:
                raise NotInLedger(f"{finding}, which a link refers to")
            self._found[finding] = text
        return self._found[finding]

    def _text(self, id: str) -> Text:
        if id not in self._texts:
            row = self._connection.execute(sa.select(texts).where(texts.c.id == id)).mappings().first()
            if row is None:
                raise NotInLedger(f"text {id}")
            self._texts[id] = rows.text_of(row)
        return self._texts[id]
