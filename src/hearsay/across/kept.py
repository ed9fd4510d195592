"""What comparison made of a ledger, kept in memory as long as what it was made from is the same: a verdict has its own blocks
compared again, and no others.

Each thing is kept with a digest of the rows that it was made from. Whether the ledger was changed at all is asked of SQLite
each time; only where it was, the digest is made again, which costs a small part of comparing.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from ..chains import Origins
from ..compare.blocks import key, neighbours, parsed
from ..compare.disputes import Dispute
from ..compare.judged import Judged
from ..series.line import Series
from ..store import digests
from ..store.connect import reading
from ..store.ledger import Ledger
from ..store.sqlite import SqliteStore
from ..store.watch import Watch
from . import disputes, series
from .backing import Backing, backing
from .links import judged_links
from .origins import origins_of

MOST = 4_000
"""Figures up to which what was made from them is kept; above it what was asked for longest ago is forgotten. All that is kept is
gone through whenever Python collects what nobody needs any more: with much more, that is a pause one waits for."""
_GRAPH = 100
"""As how many figures a graph of origins counts."""

_T = TypeVar("_T")


@dataclass(slots=True)
class _Entry:
    """Something made; `version` is that of the ledger in which its digest was last found to be right, `size` how many figures
    it is made from."""

    made: Any
    digest: bytes
    version: int
    size: int


class Kept:
    """Quantities by block and time lines by measure, of one ledger. Safe to use from several threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._watch = Watch(ledger.store)
        self._lock = Lock()
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._judged: tuple[int, Judged] | None = None
        self.computed = 0
        """How many things were made, since it was begun."""

    def quantities(self, block: str) -> list[Dispute]:
        """As `disputes.of_block`."""
        word = self.judged()

        def make() -> tuple[list[Dispute], int]:
            found = disputes.of_block(self._ledger, block, word)
            return found, sum(len(one.claims) + len(one.stands) // 4 for one in found)

        return self._get(f"block {block}", lambda: self._digest_of_block(block, word), make)

    def lines(self, measure: str) -> Series:
        """As `series.of_measure`."""

        def make() -> tuple[Series, int]:
            found = series.of_measure(self._ledger, measure)
            return found, sum(len(one.points) + len(one.bars) for one in found.lines)

        return self._get(f"lines {measure}", lambda: self._digest_of_lines(measure), make)

    def every(self, wanted: disputes.Wanted, since: str = "") -> Iterator[Dispute]:
        """As `disputes.every`, from the block `since` on."""
        for block in disputes.blocks(self._ledger, wanted, self.judged(), since=since):
            yield from (one for one in self.quantities(block) if wanted.dispute(one) and disputes.told_twice(one))

    def of_claim(self, id: str) -> Dispute | None:
        """As `disputes.of_claim`, from what is kept of its block where that is there."""
        claim = next(iter(self._ledger.claims(ids=[id])), None)
        block = key(claim) if claim else ""
        if not block:
            return None
        found = next((each for each in self.quantities(block) if any(known.id == id for known in each.claims)), None)
        return found or disputes.of_claim(self._ledger, id, self.judged())

    def origins(self, id: str) -> Origins:
        """As `origins.origins_of`, kept until the ledger changes: what stands behind a claim may lie anywhere in it."""
        return self._until_changed(f"origins {id}", lambda: origins_of(self._ledger, id))

    def backing(self, quantity: Dispute) -> Backing:
        """As `backing.backing`, kept until the ledger changes."""
        return self._until_changed(f"backing {quantity.block} {quantity.id}", lambda: backing(self._ledger, quantity))

    def judged(self) -> Judged:
        """What people said of links, as of now."""
        version = self._watch.version()
        if self._judged is None or self._judged[0] != version:
            self._judged = (version, judged_links(self._ledger))
        return self._judged[1]

    def close(self) -> None:
        """Forgets everything, and gives the connection back."""
        with self._lock:
            self._entries.clear()
        self._watch.close()

    def _until_changed(self, name: str, make: Callable[[], _T]) -> _T:
        version = self._watch.version()
        return self._get(name, lambda: str(version).encode(), lambda: (make(), _GRAPH))

    def _get(self, name: str, digest: Callable[[], bytes], make: Callable[[], tuple[_T, int]]) -> _T:
        version = self._watch.version()  # before anything is read: what changes meanwhile is seen the next time
        with self._lock:
            entry = self._entries.get(name)
            if entry is not None:
                self._entries.move_to_end(name)
        if entry is not None and entry.version == version:
            return cast(_T, entry.made)
        now = digest()
        if entry is not None and entry.digest == now:
            entry.version = version
            return cast(_T, entry.made)
        made, size = make()
        with self._lock:
            self.computed += 1
            self._entries[name] = _Entry(made, now, version, size + 1)
            while len(self._entries) > 1 and sum(one.size for one in self._entries.values()) > MOST:
                self._entries.popitem(last=False)
        return made

    def _digest_of_block(self, block: str, word: Judged) -> bytes:
        """Of the block's rows and those of the months beside it; of all words on links, where one of its figures is linked."""
        beside = neighbours(block) if parsed(block).scope == "incident" else ()
        with reading(self._ledger.store.engine) as connection:
            found, ids = digests.of_blocks(connection, (block, *beside))
            touched = word.ids & ids
            if not touched:
                return found
            linked = sorted({id for pair in word.accepted if not touched.isdisjoint(pair) for id in pair} - ids)
            return found + digests.of_ids(connection, linked) + _said(word)

    def _digest_of_lines(self, measure: str) -> bytes:
        with reading(self._ledger.store.engine) as connection:
            return digests.of_texts_with(connection, [f"{measure}|{scope}|" for scope in series.SCOPES], measure)


def _said(word: Judged) -> bytes:
    pairs = [(pair, sorted(said)) for pair, said in word.accepted.items()]
    apart = [(tuple(sorted(pair)), sorted(said)) for pair, said in word.rejected.items()]
    return blake2b(repr((sorted(pairs), sorted(apart))).encode(), digest_size=16).digest()


_of: "WeakKeyDictionary[SqliteStore, Kept]" = WeakKeyDictionary()
_lock = Lock()


def of(ledger: Ledger) -> Kept:
    """What is kept of a ledger."""
    with _lock:
        if ledger.store not in _of:
            _of[ledger.store] = Kept(ledger)
        return _of[ledger.store]


def forget(ledger: Ledger) -> None:
    """Lets go of a ledger that is to be closed."""
    with _lock:
        kept = _of.pop(ledger.store, None)
    if kept is not None:
        kept.close()
