"""Whether a ledger was changed, by this process or another: what is kept of it in memory may be older than what is there."""

from threading import Lock

import sqlalchemy as sa

from .sqlite import SqliteStore


class Watch:
    """Asks SQLite for its `data_version`: a connection of our own, on which nothing is ever written, sees another number as soon
    as any other connection has written something."""

    def __init__(self, store: SqliteStore) -> None:
        self._lock = Lock()
        self._connection: sa.Connection | None = store.engine.connect()

    def version(self) -> int:
        """A number that is another after each change; -1 once it is closed."""
        with self._lock:
            if self._connection is None:
                return -1
            return int(self._connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def close(self) -> None:
        """Gives the connection back."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
