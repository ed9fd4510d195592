"""What people said, read and added many verdicts at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import sqlalchemy as sa

from ..codec import from_json
from ..errors import NotInLedger
from ..ledger import PERSON, State
from ..model import AnyFinding, Link, Stance, Verdict
from . import rows, write
from .connect import reading, writing
from .schema import findings, standings, texts, verdicts
from .sqlite import SqliteStore

_SOME = 500
"""Ids in one query: SQLite bounds the number of parameters."""

PEOPLE = sa.and_(verdicts.c.agent >= sa.literal_column(f"'{PERSON}'"), verdicts.c.agent < sa.literal_column(f"'{PERSON[:-1]};'"))
"""Verdicts of persons, in the words of the index `verdicts_of_people`: written out, as no index is found by a parameter."""


def said_by(store: SqliteStore, agent: str) -> Iterator[Verdict]:
    """Everything that a person said, the latest first, read as it is asked for; at one moment withdrawals before words."""
    query = sa.select(verdicts).where(PEOPLE, verdicts.c.agent == agent).order_by(verdicts.c.at.desc())
    for _, moment in groupby(store.stream(query), key=lambda row: row["at"]):
        said = sorted(moment, key=lambda row: (row["stance"] != Stance.WITHDRAWN.value, row["id"]))
        yield from map(rows.verdict_of, said)


def by_people(store: SqliteStore, *, several: bool = False) -> Iterator[Verdict]:
    """Every verdict of a person, by finding, then from the first to the last; with `several`, only those on findings of which
    more than one person said something."""
    query = sa.select(verdicts).where(PEOPLE).order_by(verdicts.c.finding, verdicts.c.at, verdicts.c.id)
    if several:
        agents = sa.func.count(verdicts.c.agent.distinct())
        shared = sa.select(verdicts.c.finding).where(PEOPLE).group_by(verdicts.c.finding).having(agents > 1)
        query = query.where(verdicts.c.finding.in_(shared))
    return map(rows.verdict_of, store.stream(query))


def links(store: SqliteStore) -> Iterator[tuple[Link, State]]:
    """The links that persons spoke on, and how they stand. Found from the persons' words: what it takes grows with these and not
    with the links that machines found."""
    said = sa.select(verdicts.c.finding).where(PEOPLE)
    query = (
        sa.select(findings.c.body, standings.c.state)
        .join(standings, standings.c.n == findings.c.n)
        .where(findings.c.id.in_(said), findings.c.type == "link")
        .order_by(findings.c.n)
    )
    for row in store.stream(query):
        link = from_json(row["body"].encode())
        assert isinstance(link, Link)
        yield link, State(row["state"])


def judged(store: SqliteStore) -> dict[str, int]:
    """How many findings each person has a word on, by name."""
    words = sa.func.sum(sa.case((verdicts.c.stance == Stance.WITHDRAWN.value, -1), else_=1))
    grouped = sa.select(verdicts.c.agent).where(PEOPLE).group_by(verdicts.c.agent, verdicts.c.finding).having(words > 0)
    query = sa.select(grouped.subquery().c.agent, sa.func.count()).group_by(sa.text("1"))
    with reading(store.engine) as connection:
        return dict(sorted((agent, count) for agent, count in connection.execute(query)))


def of_findings(store: SqliteStore, ids: Iterable[str], agent: str | None = None) -> dict[str, list[Verdict]]:
    """What was said of each of these findings (by one agent, or by all), from the first to the last word."""
    said: defaultdict[str, list[Verdict]] = defaultdict(list)
    for some in _batches(ids):
        query = sa.select(verdicts).where(verdicts.c.finding.in_(some)).order_by(verdicts.c.at, verdicts.c.id)
        if agent is not None:
            query = query.where(verdicts.c.agent == agent)
        for verdict in map(rows.verdict_of, store.stream(query)):
            said[verdict.finding].append(verdict)
    return dict(said)


def entries(store: SqliteStore, ids: Iterable[str]) -> dict[str, AnyFinding]:
    """The findings of these ids. Raises `NotInLedger` for one that is not here."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, AnyFinding] = {}
    for some in _batches(wanted):
        query = sa.select(findings.c.id, findings.c.body).where(findings.c.id.in_(some))
        found |= {row["id"]: from_json(row["body"].encode()) for row in store.stream(query)}
    for id in wanted:
        if id not in found:
            raise NotInLedger(f"no finding {id!r} in this ledger")
    return found


def types_of(store: SqliteStore, ids: Iterable[str]) -> dict[str, str]:
    """The type of each of these findings ("figure")."""
    found: dict[str, str] = {}
    for some in _batches(ids):
        query = sa.select(findings.c.id, findings.c.type).where(findings.c.id.in_(some))
        found |= {row["id"]: row["type"] for row in store.stream(query)}
    return found


def known(store: SqliteStore, ids: Iterable[str]) -> set[str]:
    """Those of these ids that are findings, or texts, of this ledger."""
    found: set[str] = set()
    for some in _batches(ids):
        for table in (findings, texts):
            found |= {row["id"] for row in store.stream(sa.select(table.c.id).where(table.c.id.in_(some)))}
    return found


def add(store: SqliteStore, said: Sequence[tuple[AnyFinding, Verdict]]) -> int:
    """Adds verdicts on findings, all or nothing, on the disk when this returns; how many are new."""
    with writing(store.engine, durable=True) as connection:
        return write.add_said(connection, said)


def rehearse(store: SqliteStore, said: Sequence[tuple[AnyFinding, Verdict]]) -> int:
    """How many verdicts `add` would find new; nothing is kept."""
    with reading(store.engine) as connection, connection.execution_options(writing=True).begin() as transaction:
        added = write.add_said(connection, said)
        transaction.rollback()
    return added


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    wanted = list(dict.fromkeys(ids))
    for i in range(0, len(wanted), _SOME):
        yield wanted[i : i + _SOME]
