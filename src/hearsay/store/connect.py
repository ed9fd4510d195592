"""Opening the SQLite file of a ledger: settings, who may write, and bringing the tables up to date.

Readers see a snapshot and wait for nobody (write-ahead log); one writer at a time, who takes the lock at the start of its
transaction (`BEGIN IMMEDIATE`), so that no half-done work meets a lock that it can't get.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import sqlalchemy as sa

from ..errors import LedgerDamaged, NotInLedger
from .schema import VERSION

APPLICATION = 0x48525359
"""PRAGMA application_id: "HRSY", by which the `file` command and we know the file."""

WAIT = 60_000
"""Milliseconds to wait for another writer."""

_SETTINGS = (
    f"busy_timeout = {WAIT}",
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "cell_size_check = ON",
    "cache_size = -32000",  # KiB; ids are hashes, so what is written lies far apart
    "wal_autocheckpoint = 4000",  # pages
)


def engine_for(path: Path) -> sa.Engine:
    """An engine on the file, its tables up to date; an empty file becomes a ledger. Raises `NotInLedger` for the file of
    another application and `LedgerDamaged` for one that SQLite or this version of Hearsay can't read."""
    engine = sa.create_engine(sa.URL.create("sqlite+pysqlite", database=str(path)))
    sa.event.listen(engine, "connect", _configure)
    sa.event.listen(engine, "begin", _begin)
    try:
        _bring_up_to_date(engine, path)
    except sa.exc.DatabaseError as error:
        engine.dispose()
        raise LedgerDamaged(f"{path}: {error.orig}") from error
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: sa.Engine, *, durable: bool = False) -> Iterator[sa.Connection]:
    """One transaction that may write. It is all kept or, where anything is raised, nothing of it. A `durable` one survives
    a loss of power too (people's words); the others can then be read again."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        with connection.execution_options(writing=True).begin():
            yield connection


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that only reads; each query sees the ledger as it was when the query began."""
    with engine.connect() as connection:
        yield connection


def _configure(driver: sqlite3.Connection, _: object) -> None:
    driver.isolation_level = None  # transactions are begun below, and not by the driver
    for setting in _SETTINGS:
        _set(driver, setting)


def _set(driver: sqlite3.Connection, setting: str) -> None:
    """Sets one thing. A new file turns to write-ahead logging under a lock for which SQLite itself does not wait."""
    until = monotonic() + WAIT / 1000
    while True:
        try:
            driver.execute(f"PRAGMA {setting}")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(0.02)


def _begin(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("writing"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _bring_up_to_date(engine: sa.Engine, path: Path) -> None:
    with reading(engine) as connection:
        if _version(connection, path) == VERSION:
            return
    with writing(engine, durable=True) as connection:
        if _version(connection, path) != VERSION:  # another process may have been first
            _migrate(connection)


def _version(connection: sa.Connection, path: Path) -> str:
    """The step that the tables are at; "" for an empty file."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return ""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION:
        raise NotInLedger(f"{path} is a database of something else")
    found = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
    if found > VERSION:
        raise LedgerDamaged(f"{path} was written by a newer version of Hearsay (tables {found}, known {VERSION})")
    return found


def _migrate(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config

    from . import claims, views

    config = Config()
    config.set_main_option("script_location", "hearsay.store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, VERSION)
    views.create(connection)
    claims.refresh_all(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
