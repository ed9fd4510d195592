"""Taking back what a person did last: a verdict, an edit, a finding added by hand, or many verdicts at once.

An action is everything that one person said at one moment. Undo adds withdrawals at one later moment, in one transaction:
nothing is deleted, and what stands is what stood before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import groupby

from ..errors import BadFinding
from ..ledger import in_utc, words_of
from ..model import Stance, Verdict
from ..store import people
from ..store.ledger import Ledger


class Did(StrEnum):
    """What kind of action it was."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    ADDED = "added"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Action:
    """What `agent` did at one moment: the verdicts that are not taken back yet. `finding` is the one that it was about (of an
    edit the old one), or one of many."""

    agent: str
    at: datetime
    did: Did
    verdicts: tuple[Verdict, ...]
    note: str = ""

    @property
    def finding(self) -> str:
        """The id of the finding that was judged; of many, of one of them."""
        return _main(self.verdicts).finding

    @property
    def instead(self) -> str | None:
        """Of an edit, the id of the new finding."""
        return _main(self.verdicts).instead


@dataclass(frozen=True, slots=True)
class Undone:
    """An action that was taken back: the findings whose verdict was withdrawn, and those that kept a later word of the same
    person (which undo does not touch)."""

    action: Action
    withdrawn: tuple[str, ...]
    kept: tuple[str, ...]


def last_action(ledger: Ledger, agent: str) -> Action | None:
    """What the agent did last and has not taken back; None where there is nothing."""
    return next(actions(ledger, agent), None)


def actions(ledger: Ledger, agent: str) -> Iterator[Action]:
    """What the agent did and has not taken back, the latest first."""
    for at, said in groupby(_live(people.said_by(ledger.store, agent)), key=lambda verdict: in_utc(verdict.at)):
        verdicts = tuple(said)
        yield Action(agent, at, _kind(verdicts), verdicts, _main(verdicts).note)


def undo(ledger: Ledger, action: Action, *, at: datetime | None = None) -> Undone:
    """Withdraws every verdict of an action. Raises `BadFinding` where none of it is left to take back."""
    mine = {verdict.finding: verdict for verdict in action.verdicts}
    found = people.entries(ledger.store, mine)
    said = people.of_findings(ledger.store, mine, action.agent)
    top = {id: words_of(verdicts).get(action.agent) for id, verdicts in said.items()}
    taken = [id for id in mine if _same(top.get(id), action)]
    if not taken:
        raise BadFinding("this was taken back before, or there is a later word on it")
    moment = at or after(verdict for verdicts in said.values() for verdict in verdicts)
    note = f"undo of {action.did}" if action.did is Did.MANY else ""
    people.add(ledger.store, [(found[id], Verdict(id, Stance.WITHDRAWN, action.agent, moment, note=note)) for id in taken])
    return Undone(action, tuple(taken), tuple(id for id in mine if id not in set(taken)))


def undo_last(ledger: Ledger, agent: str) -> Undone | None:
    """Takes the agent's last action back; None where there is nothing left."""
    action = last_action(ledger, agent)
    return None if action is None else undo(ledger, action)


def after(verdicts: Iterable[Verdict]) -> datetime:
    """Now, or just after the latest of these verdicts where the clock was put back: a new word must not be older than what it
    answers."""
    now = datetime.now(UTC)
    latest = max((in_utc(verdict.at) for verdict in verdicts), default=None)
    return now if latest is None else max(now, latest + timedelta(microseconds=1))


def _live(newest_first: Iterable[Verdict]) -> Iterator[Verdict]:
    """Those verdicts that no withdrawal took back: each withdrawal takes the latest word before it that is left."""
    taken: Counter[str] = Counter()
    for verdict in newest_first:
        if verdict.stance is Stance.WITHDRAWN:
            taken[verdict.finding] += 1
        elif taken[verdict.finding]:
            taken[verdict.finding] -= 1
        else:
            yield verdict


def _kind(verdicts: Sequence[Verdict]) -> Did:
    edited = any(verdict.stance is Stance.REPLACED for verdict in verdicts)
    if edited and len(verdicts) <= 2:
        return Did.EDITED
    if len(verdicts) > 1:
        return Did.MANY
    only = {Stance.FOUND: Did.ADDED, Stance.REJECTED: Did.REJECTED}
    return only.get(verdicts[0].stance, Did.ACCEPTED)


def _main(verdicts: Sequence[Verdict]) -> Verdict:
    return next((verdict for verdict in verdicts if verdict.stance is Stance.REPLACED), verdicts[0])


def _same(word: Verdict | None, action: Action) -> bool:
    return word is not None and in_utc(word.at) == action.at
