"""What people said of links between claims, out of a ledger: it overrides what the machine draws.

The machine never stores how two claims stand to each other. A person who judges it makes a finding of it: a `Link`, proposed
and accepted or rejected in one step.
"""

from collections.abc import Mapping
from datetime import datetime

from ..compare.judged import Judged, judged
from ..errors import BadFinding
from ..ledger import State
from ..model import Attribution, Figure, Link, Mention, Relation, Stance
from ..store import people
from ..store.base import Entry
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


_FIGURES, _STATEMENTS = frozenset({Figure}), frozenset({Attribution})
_ENDS: Mapping[Relation, tuple[frozenset[type], ...]] = {
    **dict.fromkeys(
        (Relation.SAME_QUANTITY, Relation.AGREES, Relation.CONTRADICTS, Relation.REVISES, Relation.INCLUDES), (_FIGURES,)
    ),
    **dict.fromkeys((Relation.DENIES, Relation.QUALIFIES), (_FIGURES, _STATEMENTS)),
    Relation.SAYS_THE_SAME: (_STATEMENTS,),
    Relation.SAME_ACTOR: (frozenset({Figure, Attribution, Mention}),),
}
_TOLD = {
    relation: " or ".join("findings" if len(kinds) > 1 else f"{min(kind.__name__ for kind in kinds).lower()}s" for kinds in ends)
    for relation, ends in _ENDS.items()
}
_DIRECTED = frozenset({Relation.REVISES, Relation.INCLUDES, Relation.DENIES, Relation.QUALIFIES})
_DECIDED = frozenset({State.ACCEPTED, State.REJECTED, State.REPLACED})


def judged_links(ledger: Ledger) -> Judged:
    """The links between claims that people accepted or rejected. There are as many as people judged: the time that this takes
    does not grow with the reports of the ledger."""
    spoken = people.links(ledger.store)
    return judged((link, state) for link, state in spoken if state in _DECIDED and link.relation in COMPARED)


def link_of(left: Entry, relation: Relation, right: Entry) -> Link:
    """The link between two findings, the lesser id on the left where the relation has no direction. Raises `BadFinding` where two
    such findings cannot stand so to each other."""
    if left.id == right.id:
        raise BadFinding(f"{left.id} is linked with itself")
    types = {type(left.finding), type(right.finding)}
    if not any(types <= kinds for kinds in _ENDS.get(relation, ())):
        named = " and ".join(sorted(kind.__name__.lower() for kind in types))
        raise BadFinding(f"{relation.value} is said of {_TOLD[relation]}, not of {named}")
    if relation not in _DIRECTED and right.id < left.id:
        left, right = right, left
    return Link(left.id, right.id, relation)


def judge_link(ledger: Ledger, link: Link, agent: str, *, accept: bool, at: datetime | None = None, note: str = "") -> str:
    """Writes down that a person accepts or rejects a link that comparison draws, or would not draw; gives its id. Raises
    `NotInLedger` where one of its ends is not in the ledger."""
    id = ledger.propose(link, AGENT, at=at)
    ledger.judge(id, Stance.ACCEPTED if accept else Stance.REJECTED, agent, at=at, note=note)
    return id
