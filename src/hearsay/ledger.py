"""What stands, given all that was said of a finding: the one rule of review. Pure; the order of verdicts is no part of it.

Machines propose, people decide. Of each person the latest word counts that was not withdrawn; where the words of
two people differ the finding is disputed, and stays so until one of them gives way.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from .model import AnyFinding, Stance, Verdict

PERSON = "person:"
"""How the name of an agent begins that is a person."""


class State(StrEnum):
    """How a finding stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPLACED = "replaced"
    DISPUTED = "disputed"


DROPPED = frozenset({State.REJECTED, State.REPLACED})
"""What no longer stands. A disputed finding stands, as disputed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a finding; `by` are the agents whose words make it so and `instead` the findings that they put in its
    place, both sorted (more than one of `instead`: people replace it differently). `confidence` is that of the surest
    machine that found it."""

    state: State
    by: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    confidence: float | None = None

    @property
    def stands(self) -> bool:
        """Whether the finding is still to be counted: neither rejected nor replaced."""
        return self.state not in DROPPED


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with its id and how it stands; `text` is the id of the text that it stands in (of a link, that of its left
    side), `name` that of the report ("" where its document was never sighted)."""

    id: str
    finding: AnyFinding
    standing: Standing
    text: str
    name: str


_STATES = {
    Stance.FOUND: State.ACCEPTED,  # a person who finds something means it
    Stance.ACCEPTED: State.ACCEPTED,
    Stance.REJECTED: State.REJECTED,
    Stance.REPLACED: State.REPLACED,
}


def standing(verdicts: Iterable[Verdict]) -> Standing:
    """How one finding stands, whatever the order in which the verdicts on it come and however often."""
    words = words_of(verdicts)
    machines = {agent: word for agent, word in words.items() if not is_person(agent)}
    sure = [word.confidence for word in machines.values() if word.confidence is not None]
    confidence = max(sure, default=None)
    people = {agent: word for agent, word in words.items() if is_person(agent)}
    if not people:
        return Standing(State.PROPOSED, tuple(sorted(machines)), (), confidence)
    differing = {(_STATES[word.stance], word.instead) for word in people.values()}
    state = next(iter(differing))[0] if len(differing) == 1 else State.DISPUTED
    instead = sorted({word.instead for word in people.values() if word.instead is not None})
    return Standing(state, tuple(sorted(people)), tuple(instead), confidence)


def words_of(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """The word that counts of each agent who has one. A withdrawal takes back the agent's latest word that was not
    withdrawn before, and so the word before that one counts again. Of machines only FOUND is a word."""
    said: defaultdict[str, set[Verdict]] = defaultdict(set)
    for verdict in verdicts:
        if is_person(verdict.agent) or verdict.stance in (Stance.FOUND, Stance.WITHDRAWN):
            said[verdict.agent].add(verdict)
    counting: dict[str, Verdict] = {}
    for agent, theirs in said.items():
        stack: list[Verdict] = []
        for verdict in sorted(theirs, key=_order):
            if verdict.stance is not Stance.WITHDRAWN:
                stack.append(verdict)
            elif stack:
                stack.pop()
        if stack:
            counting[agent] = stack[-1]
    return counting


def is_person(agent: str) -> bool:
    """Whether an agent's name is that of a person."""
    return agent.startswith(PERSON)


def in_utc(at: datetime) -> datetime:
    """The same moment in UTC. A time without a zone is taken as UTC."""
    if at.tzinfo is UTC:
        return at
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _order(verdict: Verdict) -> tuple[datetime, bool, str, str, float, str]:
    """By time. At one moment words come before withdrawals, and what is left is settled by what they say."""
    sure = -1.0 if verdict.confidence is None else verdict.confidence
    undo = verdict.stance is Stance.WITHDRAWN
    return in_utc(verdict.at), undo, verdict.stance.value, verdict.instead or "", sure, verdict.note
