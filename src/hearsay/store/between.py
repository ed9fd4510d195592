"""Links between whole texts: which of them a ledger holds, and how they stand."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from ..claims.base import Origin
from ..ledger import DROPPED, State
from ..model import BETWEEN_TEXTS, Relation, Text
from . import rows
from .schema import findings, pages, standings, texts

_RELATION = sa.func.json_extract(findings.c.body, "$.relation")
_RIGHT: sa.ColumnElement[str] = sa.literal_column("json_extract(findings.body, '$.right')")
"""Written out, as the index `links_by_right` is: a path that is a parameter would find no index."""
_LINKS = (
    sa.select(findings.c.id, findings.c.text, _RELATION.label("relation"), _RIGHT.label("right"), standings)
    .join(standings, standings.c.n == findings.c.n)
    .where(findings.c.type == sa.literal_column("'link'"), _RELATION.in_(sorted(BETWEEN_TEXTS)))
    .order_by(findings.c.n)
)
_SOME = 500


@dataclass(frozen=True, slots=True)
class Between:
    """A link between two texts, with its id and how it stands. (The text that a link is listed under is its left one.)"""

    id: str
    left: str
    right: str
    relation: Relation
    state: State
    stands: bool
    confidence: float | None

    @property
    def pair(self) -> frozenset[str]:
        """The two text ids."""
        return frozenset((self.left, self.right))


@dataclass(frozen=True, slots=True)
class Paged:
    """A text with what its page says of itself; `dated` is False where the page contradicts itself about its date."""

    n: int
    text: Text
    origin: Origin
    dated: bool


def every(connection: sa.Connection) -> Iterator[Between]:
    """All links between texts, in the order in which they were found."""
    return map(_between, connection.execute(_LINKS).mappings())


def of(connection: sa.Connection, text: str) -> Iterator[Between]:
    """The links of one text, on whichever side."""
    for side in (findings.c.text, _RIGHT):
        yield from map(_between, connection.execute(_LINKS.where(side == text)).mappings())


def by_id(connection: sa.Connection, ids: Collection[str]) -> list[Between]:
    """The links with these ids."""
    return [_between(row) for row in connection.execute(_LINKS.where(findings.c.id.in_(ids))).mappings()]


def from_any(connection: sa.Connection, wanted: Collection[str]) -> Iterator[Between]:
    """The links that lead from one of these texts to another: those that it stands on the left of, and those without a
    direction, on whichever side it stands."""
    ids, met = sorted(wanted), set[str]()
    for i in range(0, len(ids), _SOME):
        some = ids[i : i + _SOME]
        undirected = sa.and_(sa.literal(Relation.SHARES.value) == _RELATION, _RIGHT.in_(some))
        for where in (findings.c.text.in_(some), undirected):
            for link in map(_between, connection.execute(_LINKS.where(where)).mappings()):
                if link.id not in met:
                    met.add(link.id)
                    yield link


def ids_of(connection: sa.Connection, numbers: Collection[int]) -> dict[int, str]:
    """The ids of texts by number."""
    query = sa.select(texts.c.n, texts.c.id).where(texts.c.n.in_(numbers))
    return {row["n"]: row["id"] for row in connection.execute(query).mappings()}


def paged(connection: sa.Connection, text: str | int) -> Paged:
    """The text of that id or number, with its page. Raises `LookupError` where there is none: ids come from the ledger itself."""
    where = texts.c.n == text if isinstance(text, int) else texts.c.id == text
    query = sa.select(texts, *(_PAGE[name].label(f"page_{name}") for name in _TOLD)).outerjoin(pages, pages.c.text == texts.c.id)
    row = connection.execute(query.where(where)).mappings().first()
    if row is None:
        raise LookupError(f"no text {text}")
    told = {name: row[f"page_{name}"] for name in _TOLD}
    origin = Origin(
        text=row["id"],
        document=row["document"],
        name=told["name"] or "",
        at=told["at"] or "",
        url=told["url"],
        outlet=told["outlet"] or "",
        title=told["title"] or "",
        byline=told["byline"] or "",
        published=told["published"],
        language=row["language"],
    )
    return Paged(row["n"], rows.text_of(row), origin, not told["conflict"])


_PAGE = pages.c
_TOLD = ("name", "at", "url", "outlet", "title", "byline", "published", "conflict")


def _between(row: rows.Stored) -> Between:
    state = State(row["state"])
    stands = state not in DROPPED
    return Between(row["id"], row["text"], row["right"], Relation(row["relation"]), state, stands, row["confidence"])
