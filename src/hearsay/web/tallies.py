"""Counts beside lists, kept until the ledger changes: whoever sorts a list anew, or turns its pages, need not wait again."""

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from weakref import WeakKeyDictionary

from ..store import listing
from ..store.ledger import Ledger
from ..store.listing import Count, Wanted
from ..store.sqlite import SqliteStore
from ..store.watch import Watch

KEPT = 64
"""Lists whose counts are kept."""

Facets = dict[str, list[Count]]


class Tallies:
    """The counts of one ledger. Whether it was changed, by this process or another, is asked each time."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._lock = Lock()
        self._watch = Watch(store)
        self._version = -1
        self._kept: OrderedDict[str, Facets] = OrderedDict()

    def facets(self, wanted: Wanted, columns: Iterable[str]) -> Facets:
        """As `listing.facets`."""
        asked = tuple(columns)
        key = repr((wanted, asked))
        with self._lock:
            version = self._seen()
            if key in self._kept:
                self._kept.move_to_end(key)
                return dict(self._kept[key])
        found = listing.facets(self._store, wanted, asked)
        with self._lock:
            if self._seen() == version:  # else what was counted may be older than what is there now
                self._kept[key] = found
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return dict(found)

    def close(self) -> None:
        """Gives the connection back."""
        with self._lock:
            self._watch.close()
            self._kept.clear()

    def _seen(self) -> int:
        """The version that the ledger is in now; counts of another are forgotten."""
        version = self._watch.version()
        if version != self._version:
            self._kept.clear()
            self._version = version
        return version


_of: "WeakKeyDictionary[SqliteStore, Tallies]" = WeakKeyDictionary()
_lock = Lock()


def of(ledger: Ledger) -> Tallies:
    """The counts of a ledger."""
    with _lock:
        if ledger.store not in _of:
            _of[ledger.store] = Tallies(ledger.store)
        return _of[ledger.store]


def forget(ledger: Ledger) -> None:
    """Lets go of a ledger that is to be closed."""
    with _lock:
        kept = _of.pop(ledger.store, None)
    if kept is not None:
        kept.close()
