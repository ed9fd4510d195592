"""The computed tables after a word that changes how findings stand, and not which of them do: the rows of a text need not be
made anew then, as its claims are the same ones, in the same voices."""

from collections import Counter
from collections.abc import Collection, Mapping

import sqlalchemy as sa

from ..ledger import DROPPED, State
from . import claims
from .schema import findings, standings

_SOME = 500
_CLAIMED = frozenset(("attribution", "figure", "mention"))
"""Types of findings of which nothing else in their text is made but by whether they stand. (Facts settle what a page says of
itself, and links what is part of what.)"""
_DROPPED = frozenset(state.value for state in DROPPED)
_NOBODY = "[]"

Standing = sa.Row[tuple[int, str, str, str, str, float | None]]
Standings = Mapping[int, Standing]
"""By the number of a finding: number, text, type, state, by whom (as JSON), confidence."""


def standing(connection: sa.Connection, ids: Collection[str]) -> Standings:
    """How findings stand, as it is kept; those that are new are left out."""
    wanted = sorted(ids)
    found: dict[int, Standing] = {}
    for at in range(0, len(wanted), _SOME):
        query = (
            sa.select(findings.c.n, findings.c.text, findings.c.type, standings.c.state, standings.c.by, standings.c.confidence)
            .join(standings, standings.c.n == findings.c.n)
            .where(findings.c.id.in_(wanted[at : at + _SOME]))
        )
        found |= {row.n: row for row in connection.execute(query)}
    return found


def restate(connection: sa.Connection, before: Standings, after: Standings) -> None:
    """Brings the tables to what is after a change of how some findings stand."""
    whole = {row.text for n, row in after.items() if n not in before or not _light(before[n], row)}
    states, waiting = [], Counter[str]()
    for n, row in after.items():
        if row.text not in whole and (row.state, row.confidence) != (before[n].state, before[n].confidence):
            states.append((row.state, row.confidence, n))
            waiting[row.text] += (row.state == State.PROPOSED) - (before[n].state == State.PROPOSED)
    if states:
        connection.exec_driver_sql("UPDATE claims SET state = ?, confidence = ? WHERE n = ?", states)
    moved = [(more, text) for text, more in waiting.items() if more]
    if moved:
        connection.exec_driver_sql("UPDATE pages SET waiting = waiting + ? WHERE text = ?", moved)
    claims.refresh(connection, whole)


def _light(before: Standing, after: Standing) -> bool:
    """Whether a finding stands as it stood, or is dropped as it was, and is no less somebody's."""
    same = (before.state in _DROPPED) == (after.state in _DROPPED) and (before.by == _NOBODY) == (after.by == _NOBODY)
    return same and after.type in _CLAIMED
