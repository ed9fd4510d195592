"""What linked texts share and why they are linked, kept in a ledger: made out once, when the link is found, and again only where
their pages say something else of themselves since."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b

import msgspec
import sqlalchemy as sa

from ..copies.align import Kind, Passage, Reuse
from ..model import Span
from ..store import passages
from ..store.between import Between, Paged

VERSION = "1"
"""How texts are aligned: another one makes all that is kept out of date."""


class Aligned(msgspec.Struct, frozen=True):
    """What the left and the right text of a link share, and the reason of the link in words. `passages` are rows of the ends of a
    passage on the left and on the right, and its equal words, all and those outside quotation marks."""

    kind: Kind
    passages: tuple[tuple[int, int, int, int, int, int], ...]
    left_share: float
    right_share: float
    own_share: float
    reason: str

    @property
    def reuse(self) -> Reuse:
        """The same as comparison has it."""
        found = (Passage(Span(a, b), Span(c, d), same, own) for a, b, c, d, same, own in self.passages)
        return Reuse(self.kind, tuple(found), self.left_share, self.right_share, self.own_share)


def aligned(reuse: Reuse, reason: str) -> Aligned:
    """What is kept of a comparison."""
    rows = ((one.left.start, one.left.end, one.right.start, one.right.end, one.same, one.own) for one in reuse.passages)
    return Aligned(reuse.kind, tuple(rows), reuse.left_share, reuse.right_share, reuse.own_share, reason)


def keep(connection: sa.Connection, new: Iterable[tuple[str, Paged, Paged, Aligned]]) -> None:
    """Keeps what the texts of some links (by id) share."""
    passages.put(connection, ((id, basis(left, right), msgspec.json.encode(one).decode()) for id, left, right, one in new))


def kept(connection: sa.Connection, links: Iterable[Between]) -> Callable[[Between, Paged, Paged], Aligned | None]:
    """Asks for what is kept of these links; None where nothing is, or where it no longer holds."""
    found: Mapping[str, tuple[str, str]] = passages.of(connection, [link.id for link in links])

    def get(link: Between, left: Paged, right: Paged) -> Aligned | None:
        row = found.get(link.id)
        return msgspec.json.decode(row[1], type=Aligned) if row and row[0] == basis(left, right) else None

    return get


def basis(left: Paged, right: Paged) -> str:
    """A digest of what a comparison rests on, the words left aside, as a text never changes."""
    told = [(VERSION, each.dated, each.origin) for each in (left, right)]
    return blake2b(repr(told).encode(), digest_size=12).hexdigest()
