"""The copies that a ledger holds, as people look at them: groups of reports, each pair with its passages and the reason.

Which pairs there are is stored (`copying`), and can be rejected; passages and shares are kept beside (`aligned`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ..copies.align import Reuse
from ..model import Relation
from ..store import between
from ..store.between import Between, Paged
from ..store.connect import reading
from ..store.ledger import Ledger
from .aligned import Aligned, kept
from .copying import Known, aligned_of, known_in


@dataclass(frozen=True, slots=True)
class Shared:
    """A link between two reports that stands, with what they share. The left one copied the right one where `link.relation` is
    COPIES; `reason` says in words why, or why nothing tells."""

    link: Between
    left: Known
    right: Known
    reuse: Reuse
    reason: str

    @property
    def copied(self) -> bool:
        """Whether it makes the two one group of copies; quotations of somebody else's words do not."""
        return self.reuse.copied or self.link.relation is Relation.COPIES


@dataclass(frozen=True, slots=True)
class Group:
    """Reports that are copies of each other or of parts of each other, by name, with the links that make them a group."""

    names: tuple[str, ...]
    pairs: tuple[Shared, ...]


def shared(ledger: Ledger, text: str | None = None) -> Iterator[Shared]:
    """The links between reports that stand (of one text: those on either of whose sides it is), in the order in which they
    were found."""
    yield from of_links(ledger, [one for one in links(ledger, text) if one.stands])


def links(ledger: Ledger, text: str | None = None) -> list[Between]:
    """The links between reports (of one text), those that were rejected included, in the order in which they were found."""
    with reading(ledger.store.engine) as connection:
        return list(between.every(connection) if text is None else between.of(connection, text))


def of_links(ledger: Ledger, links: Iterable[Between]) -> Iterator[Shared]:
    """These links with what their reports share."""
    chosen = list(links)
    with reading(ledger.store.engine) as connection:
        known = lru_cache(maxsize=512)(lambda id: known_in(connection, id))
        get = kept(connection, chosen)
        yield from (_shared(link, known, get) for link in chosen)


def groups(pairs: Iterable[Shared]) -> list[Group]:
    """The groups that these links make, the greatest first, then by name."""
    joining = [pair for pair in pairs if pair.copied]
    roots = connected(pair.link.pair for pair in joining)
    by_root: defaultdict[str, list[Shared]] = defaultdict(list)
    for pair in joining:
        by_root[roots[pair.left.text.id]].append(pair)
    return sorted(map(_group, by_root.values()), key=lambda group: (-len(group.names), group.names))


def connected(pairs: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """For each id that is in a pair one that stands for all those that it is connected with."""
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for one, other in pairs:
        parent[root(other)] = root(one)
    return {one: root(one) for one in tuple(parent)}


def _group(pairs: list[Shared]) -> Group:
    known = {side.text.id: side.name for pair in pairs for side in (pair.left, pair.right)}
    order = sorted(pairs, key=lambda pair: (pair.left.name, pair.right.name, pair.link.id))
    return Group(tuple(sorted(known.values())), tuple(order))


def _shared(link: Between, known: Callable[[str], Known], get: Callable[[Between, Paged, Paged], Aligned | None]) -> Shared:
    left, right = known(link.left), known(link.right)
    found = get(link, left.page, right.page) or aligned_of(link, left, right)
    return Shared(link, left, right, found.reuse, found.reason)
