"""Lists of claims at any size: filtered, counted by their columns, sorted, a page at a time.

Filters, counts and orders use the columns of the index `claims_listed` alone, so that SQLite answers from that narrow index
and looks only the rows of one page up. Pages are cut by key and not by number: a verdict that falls meanwhile moves no row of
the next page onto this one.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa

from ..claims.base import Claim
from ..codec import to_json
from ..errors import HearsayError
from ..ledger import State
from . import claims as computed
from .connect import reading
from .lookup import LAST
from .schema import claims, findings, standings
from .search import query_of
from .sqlite import SqliteStore

EXACT = ("type", "state", "voice", "kind", "shade", "polarity", "measure", "scope", "outlet", "who", "quoting", "modifier")
"""Columns that a list can be narrowed by to some of their values."""

FACETS = ("state", "voice", "kind", "shade", "polarity", "measure", "scope", "speaker", "outlet", "month")
"""What is counted beside a list."""

NOTHING = ""
"""The value of a filter that stands for an empty column (nobody named, no outlet)."""

_day = sa.func.ifnull(claims.c.day, NOTHING)  # as a function, so that no other index is taken for it

OWN, UNNAMED, NAMED = "own", "unnamed", "named"
"""In whose voice a claim is told: the outlet's own, that of somebody who is not named, that of a named source."""

# what no voice is around has no shade at all; a voice without a cue has an empty one
_VOICE = sa.case((claims.c.shade.is_(None), OWN), (claims.c.kind.is_(None), UNNAMED), else_=NAMED)

_FEW = ("type", "state", "voice", "kind", "shade", "polarity", "measure", "scope")


@dataclass(frozen=True)
class Wanted:
    """Which claims. `exact` names columns of `EXACT` and the values that they may have; `speakers` who may speak (None:
    anybody); `text` a report by its text's id; `since` and `until` bound the day of publication, both ends included, and may be
    a year or a month; `words` must all occur in the claim, its context or its speaker (quoted: as a phrase; with a final *: any
    ending); `place` and `via` are parts of the place's name and of the relays'; `ids` are the only ones that may come;
    `unjudged_by` leaves out what that agent has a word on."""

    exact: Mapping[str, Collection[str]] = field(default_factory=dict)
    speakers: Collection[str] | None = None
    text: str = ""
    since: str = ""
    until: str = ""
    words: str = ""
    place: str = ""
    via: str = ""
    ids: Collection[str] | None = None
    unjudged_by: str = ""

    def without(self, column: str) -> "Wanted":
        """The same, whatever the column's values are."""
        exact = {name: values for name, values in self.exact.items() if name != column}
        speakers = None if column == "speaker" else self.speakers
        since, until = ("", "") if column == "month" else (self.since, self.until)
        return Wanted(exact, speakers, self.text, since, until, self.words, self.place, self.via, self.ids, self.unjudged_by)


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is sorted: by a key that is never null, then by the row number."""

    name: str
    key: sa.ColumnElement[Any]
    falling: bool = False


_SIZE = sa.func.coalesce(claims.c.high, claims.c.low, -1)
ORDERS = {
    one.name: one
    for one in (
        Order("newest", sa.func.coalesce(claims.c.day, ""), falling=True),
        Order("oldest", sa.func.coalesce(claims.c.day, "9999")),
        Order("unsure", sa.func.coalesce(claims.c.confidence, 2.0)),
        Order("sure", sa.func.coalesce(claims.c.confidence, -1.0), falling=True),
        Order("largest", _SIZE, falling=True),
        Order("smallest", sa.func.coalesce(claims.c.low, claims.c.high, 1 << 62)),
        Order("speaker", sa.func.lower(sa.func.coalesce(claims.c.speaker, "\uffff"))),
        Order("outlet", sa.func.lower(sa.func.coalesce(sa.func.nullif(claims.c.outlet, ""), "\uffff"))),
        Order("read", sa.literal(0)),
    )
}
"""By name: newest and oldest day of publication (undated last), least and most certain, largest and smallest figure, the
speaker's or the outlet's name, and the order in which the reports were read. Equal ones stand in that last order."""


class NoOrder(HearsayError):
    """A list can't be sorted so."""


@dataclass(frozen=True, slots=True)
class Page:
    """A stretch of a list. `before` and `after` are ids to ask the neighbouring pages with; None at the ends."""

    rows: tuple[Claim, ...]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims have a value of a column; "" for none."""

    value: str
    count: int


def total(store: SqliteStore, wanted: Wanted) -> int:
    """How many claims there are."""
    query = sa.select(sa.func.count()).select_from(claims).where(*_where(wanted))
    with reading(store.engine) as connection:
        return int(connection.execute(query).scalar_one())


def page(store: SqliteStore, wanted: Wanted, order: str = "newest", *, after: str = "", before: str = "", size: int = 50) -> Page:
    """The claims that come after that one (or before it; else the first), in order, at most `size`. The one that is named need
    not be among those wanted. Raises `NoOrder`."""
    chosen = _order(order)
    with reading(store.engine) as connection:
        numbers = _numbers(connection, wanted, chosen, after or before, back=bool(before) and not after, size=size + 1)
        more = len(numbers) > size
        numbers = numbers[:size]
        back = bool(before) and not after
        if back:
            numbers.reverse()
        query = computed.numbered(numbers)
        found = {row["n"]: computed.claim_of(row) for row in connection.execute(query).mappings()}
    rows = tuple(found[n] for n in numbers if n in found)
    if not rows:
        return Page((), None, None)
    earlier = more if back else bool(after)
    later = bool(before) if back else more
    return Page(rows, rows[0].id if earlier else None, rows[-1].id if later else None)


def neighbours(store: SqliteStore, wanted: Wanted, order: str, id: str) -> tuple[str | None, str | None]:
    """The ids of the wanted claims right before and after that one, which need not be wanted itself."""
    chosen = _order(order)
    with reading(store.engine) as connection:
        before = _numbers(connection, wanted, chosen, id, back=True, size=1)
        after = _numbers(connection, wanted, chosen, id, back=False, size=1)
        named = connection.execute(sa.select(claims.c.n, claims.c.id).where(claims.c.n.in_(before + after)))
        names: dict[int, str] = {n: id for n, id in named}  # noqa: C416 (for the types)
    return names.get(before[0]) if before else None, names.get(after[0]) if after else None


def next_id(store: SqliteStore, wanted: Wanted, order: str, id: str = "") -> str | None:
    """The id of the first of the wanted claims after that one; without one, of the first of all."""
    chosen = _order(order)
    with reading(store.engine) as connection:
        found = _numbers(connection, wanted, chosen, id, back=False, size=1)
        return connection.execute(sa.select(claims.c.id).where(claims.c.n.in_(found))).scalar()


def position(store: SqliteStore, wanted: Wanted, order: str, id: str) -> int:
    """How many of the wanted claims come before that one."""
    return standing(store, wanted, order, id).before


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands in a list: how many there are, how many come before it, and on how many an agent has no word."""

    total: int
    before: int
    left: int


def standing(store: SqliteStore, wanted: Wanted, order: str, id: str, agent: str = "") -> Standing:
    """Where the claim of that id stands among those wanted, and how many of them `agent` has no word on."""
    chosen = _order(order)
    with reading(store.engine) as connection:
        past = _past(connection, chosen, id, back=True)
        judged = _unjudged(agent) if agent else sa.true()
        counts = (sa.func.count(), sa.func.sum(sa.case((past, 1), else_=0)), sa.func.sum(sa.case((judged, 1), else_=0)))
        row = connection.execute(sa.select(*counts).select_from(claims).where(*_where(wanted))).one()
    return Standing(row[0], row[1] or 0, row[2] or 0)


def ids(store: SqliteStore, wanted: Wanted, order: str = "newest", limit: int | None = None) -> list[str]:
    """The ids of all that is wanted, in order."""
    chosen = _order(order)
    query = sa.select(claims.c.id).where(*_where(wanted)).order_by(*_by(chosen)).limit(limit)
    with reading(store.engine) as connection:
        return list(connection.execute(query).scalars())


def stream(store: SqliteStore, wanted: Wanted, order: str = "newest") -> Iterator[Claim]:
    """Every claim that is wanted, in order, out of the file as they are asked for."""
    chosen = _order(order)
    with reading(store.engine) as connection:
        numbers = connection.execute(sa.select(claims.c.n).where(*_where(wanted)).order_by(*_by(chosen))).scalars().all()
    for i in range(0, len(numbers), _SOME):
        some = list(numbers[i : i + _SOME])
        found = {row["n"]: computed.claim_of(row) for row in store.stream(computed.numbered(some))}
        yield from (found[n] for n in some if n in found)


_SOME = 500


def spellings(store: SqliteStore, names: Iterable[str]) -> list[str]:
    """The speakers that have one of these names, in whatever case."""
    keys = sorted({name.casefold() for name in names})
    query = sa.select(claims.c.speaker).where(claims.c.type.in_(_TYPES), claims.c.speaker_key.in_(keys)).distinct()
    with reading(store.engine) as connection:
        return sorted(name for name in connection.execute(query).scalars() if name)


_TYPES = ("attribution", "figure", "mention")


def facets(store: SqliteStore, wanted: Wanted, columns: Iterable[str] = FACETS) -> dict[str, list[Count]]:
    """For each column how many of the claims have which value, the most frequent first; its own filter is left aside, so that one
    sees what else could be chosen. Values with none are left out."""
    asked = tuple(columns)
    with reading(store.engine) as connection:
        wanted = _looked_up(connection, wanted)
        found = _few(connection, wanted, [name for name in asked if name in _FEW])
        for name in asked:
            if name not in found:
                found[name] = _many(connection, wanted, name)
    return {name: found[name] for name in asked}


def _looked_up(connection: sa.Connection, wanted: Wanted) -> Wanted:
    """The same, with the words looked up once for all counts: their rows stand in a table of this connection alone."""
    match = query_of(wanted.words)
    if not match or not wanted.words:
        return wanted
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS worded (n INTEGER PRIMARY KEY)")
    connection.exec_driver_sql("DELETE FROM worded")
    connection.exec_driver_sql("INSERT INTO worded SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?", (match,))
    return replace(wanted, words=_WORDED)


_WORDED = "\ufdd0"
"""In place of words: those of the table `worded`."""


def _few(connection: sa.Connection, wanted: Wanted, names: list[str]) -> dict[str, list[Count]]:
    """The counts of columns with few values, all in one walk through the index: by their combinations, which are few too."""
    if not names:
        return {}
    loose = wanted
    for name in names:
        loose = loose.without(name)
    needed = [name for name in _FEW if name in names or name in wanted.exact]
    columns = [_column(name).label(name) for name in needed]
    query = sa.select(*columns, sa.func.count()).where(*_where(loose)).group_by(*map(_column, needed))
    tallies: dict[str, dict[str, int]] = {name: {} for name in names}
    for *values, count in connection.execute(query):
        row = dict(zip(needed, values, strict=True))
        misses = [name for name in names if name in wanted.exact and (row[name] or NOTHING) not in wanted.exact[name]]
        for name in names:
            if not misses or misses == [name]:
                value = row[name] or NOTHING
                tallies[name][value] = tallies[name].get(value, 0) + count
    return {name: _sorted(tally.items()) for name, tally in tallies.items()}


def _many(connection: sa.Connection, wanted: Wanted, name: str) -> list[Count]:
    column = sa.func.substr(claims.c.day, 1, 7) if name == "month" else claims.c[name]
    query = sa.select(column, sa.func.count()).where(*_where(wanted.without(name))).group_by(column)
    tally: dict[str, int] = {}
    for value, count in connection.execute(query):
        tally[value or NOTHING] = tally.get(value or NOTHING, 0) + count
    return _sorted(tally.items())


def _sorted(tally: Iterable[tuple[str, int]]) -> list[Count]:
    return [Count(value, count) for value, count in sorted(tally, key=lambda pair: (-pair[1], pair[0]))]


def _order(name: str) -> Order:
    if name not in ORDERS:
        raise NoOrder(f"no order {name!r}; there are {', '.join(ORDERS)}")
    return ORDERS[name]


def _by(order: Order) -> tuple[sa.ColumnElement[Any], ...]:
    return (order.key.desc() if order.falling else order.key.asc(), claims.c.n.asc())


def _numbers(connection: sa.Connection, wanted: Wanted, order: Order, id: str, *, back: bool, size: int) -> list[int]:
    """The row numbers of the next claims after (`back`: before, the nearest first) the one of that id; without one, from an
    end."""
    query = sa.select(claims.c.n).where(*_where(wanted)).limit(size)
    if id:
        query = query.where(_past(connection, order, id, back=back))
    falling = order.falling is not back
    key = order.key.desc() if falling else order.key.asc()
    return list(connection.execute(query.order_by(key, claims.c.n.desc() if back else claims.c.n.asc())).scalars())


def _past(connection: sa.Connection, order: Order, id: str, *, back: bool) -> sa.ColumnElement[bool]:
    """Holds for what comes after (`back`: before) the claim of that id; for everything where there is none."""
    at = connection.execute(sa.select(order.key, claims.c.n).where(claims.c.n == _number_of(id))).first()
    if at is None:
        return sa.true()
    key, n = at
    beyond = order.key < key if order.falling is not back else order.key > key
    return sa.or_(beyond, sa.and_(order.key == key, claims.c.n < n if back else claims.c.n > n))


def _number_of(id: str) -> sa.ScalarSelect[Any]:
    return sa.select(findings.c.n).where(findings.c.id == id).scalar_subquery()


def _column(name: str) -> sa.ColumnElement[Any]:
    """The column of that name, or what is computed under it."""
    return _VOICE if name == "voice" else claims.c[name]


def _where(wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    tests: list[sa.ColumnElement[bool]] = []
    for name, values in wanted.exact.items():
        if name not in EXACT:
            raise NoOrder(f"a list can't be narrowed by {name!r}; it can by {', '.join(EXACT)}")
        tests.append(_among(_column(name), values))
    if wanted.speakers is not None:
        tests.append(_among(claims.c.speaker, wanted.speakers))
    if wanted.text:
        tests.append(claims.c.text == wanted.text)
    if wanted.since:
        tests.append(_day >= wanted.since)
    if wanted.until:
        tests += [_day <= wanted.until + LAST, _day != NOTHING]
    tests += [claims.c[name].contains(value, autoescape=True) for name, value in _parts(wanted) if value]
    if wanted.words:
        tests.append(claims.c.n.in_(_matching(wanted.words)))
    if wanted.ids is not None:
        tests.append(claims.c.id.in_(wanted.ids))
    if wanted.unjudged_by:
        tests.append(_unjudged(wanted.unjudged_by))
    return tests


def _unjudged(agent: str) -> sa.ColumnElement[bool]:
    """Holds where no person has a word, or only others have."""
    others = sa.func.instr(standings.c.by, to_json(agent).decode()) == 0
    judged = sa.select(standings.c.n).where(standings.c.state != State.PROPOSED.value, others)
    return sa.or_(claims.c.state == State.PROPOSED.value, claims.c.n.in_(judged))


def _parts(wanted: Wanted) -> tuple[tuple[str, str], ...]:
    return ("place", wanted.place), ("via", wanted.via)


def _among(column: sa.ColumnElement[Any], values: Collection[str]) -> sa.ColumnElement[bool]:
    plain = sorted(set(values) - {NOTHING})
    tests: list[sa.ColumnElement[bool]] = [column.in_(plain)] if plain else []
    if NOTHING in values:
        tests += [column.is_(None), column == NOTHING]
    return sa.or_(*tests) if tests else sa.false()


def _matching(words: str) -> sa.Select[Any]:
    """The row numbers of claims with these words; of none where the words hold nothing that can be searched."""
    if words == _WORDED:
        return sa.select(sa.table("worded", sa.column("n", sa.Integer)).c.n)
    match = query_of(words)
    table = sa.table("claims_fts", sa.column("rowid", sa.Integer), sa.column("claims_fts", sa.Text))
    if not match:
        return sa.select(table.c.rowid).where(sa.false())
    return sa.select(table.c.rowid).where(table.c.claims_fts.op("MATCH")(match))
