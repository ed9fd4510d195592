"""What people said of links between figures or statements: it overrides whatever is computed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from ..ledger import State
from ..model import Link, Relation


@dataclass(frozen=True)
class Judged:
    """The links that people accepted, and those that they rejected or replaced, by their two ends as the link names them."""

    accepted: Mapping[tuple[str, str], Set[Relation]] = field(default_factory=dict)
    rejected: Mapping[frozenset[str], Set[Relation]] = field(default_factory=dict)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The claims that people linked or kept apart."""
        return frozenset(id for pair in (*self.accepted, *self.rejected) for id in pair)

    def leaves(self, left: Set[str], right: Set[str], relation: Relation) -> bool:
        """Whether people leave this relation between any of these claims to the machine; that two are no same quantity leaves
        none."""
        rejected = self._rejected(left, right)
        return relation not in rejected and Relation.SAME_QUANTITY not in rejected

    def separates(self, left: Set[str], right: Set[str]) -> bool:
        """Whether a person said that claims of these two are not the same quantity."""
        return Relation.SAME_QUANTITY in self._rejected(left, right)

    def _rejected(self, left: Set[str], right: Set[str]) -> Set[Relation]:
        known = self.ids
        pairs = (frozenset((one, two)) for one in left & known for two in right & known)
        return frozenset(relation for pair in pairs for relation in self.rejected.get(pair, frozenset()))


def judged(links: Iterable[tuple[Link, State]]) -> Judged:
    """The word of people on links; those only proposed, and those on which people differ, say nothing."""
    accepted: defaultdict[tuple[str, str], set[Relation]] = defaultdict(set)
    rejected: defaultdict[frozenset[str], set[Relation]] = defaultdict(set)
    for link, state in links:
        if state is State.ACCEPTED:
            accepted[(link.left, link.right)].add(link.relation)
        elif state in (State.REJECTED, State.REPLACED):
            rejected[frozenset((link.left, link.right))].add(link.relation)
    return Judged(dict(accepted), dict(rejected))
