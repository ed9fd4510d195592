"""What people said of links between claims, out of a ledger: it overrides what the machine draws.

The machine never stores how two claims stand to each other. A person who judges it makes a finding of it: a `Link`, proposed
and accepted or rejected in one step.
"""

from datetime import datetime

from ..compare.judged import Judged, judged
from ..ledger import State
from ..model import Link, Relation, Stance
from ..store import people
from ..store.ledger import Ledger

AGENT = "hearsay.compare@1"
"""Under whose name a link is put before a person."""
COMPARED = frozenset(
    {
        Relation.SAME_QUANTITY, Relation.AGREES, Relation.CONTRADICTS, Relation.REVISES, Relation.INCLUDES, Relation.DENIES,
        Relation.QUALIFIES, Relation.SAYS_THE_SAME,
    }
)  # fmt: skip
"""The relations that comparison draws."""


_DECIDED = frozenset({State.ACCEPTED, State.REJECTED, State.REPLACED})


def judged_links(ledger: Ledger) -> Judged:
    """The links between claims that people accepted or rejected. There are as many as people judged: the time that this takes
    does not grow with the reports of the ledger."""
    spoken = people.links(ledger.store)
    return judged((link, state) for link, state in spoken if state in _DECIDED and link.relation in COMPARED)


def judge_link(ledger: Ledger, link: Link, agent: str, *, accept: bool, at: datetime | None = None, note: str = "") -> str:
    """Writes down that a person accepts or rejects a link that comparison draws, or would not draw; gives its id. Raises
    `NotInLedger` where one of its ends is not in the ledger, `BadFinding` for a relation that comparison does not draw."""
    id = ledger.propose(link, AGENT, at=at)
    ledger.judge(id, Stance.ACCEPTED if accept else Stance.REJECTED, agent, at=at, note=note)
    return id
