"""The user's own gazetteer: places.csv, with the columns name, country, admin, kind, alternatives (separated by ";").

Only `name` must be filled; an empty `kind` is a place. Names that no gazetteer of the world has (quarters, camps, local
spellings) go here, and where a name stands here, this file is believed before any other.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import Unreadable
from .base import Candidate, Kind
from .names import plain

FILE = "places.csv"
"""Its name in a ledger's folder."""
COLUMNS = ("name", "country", "admin", "kind", "alternatives")
_MOST = 64 << 20
"""Bytes beyond which a file is refused."""


def load(path: Path) -> Mapping[str, tuple[Candidate, ...]]:
    """The places of a file by their names as looked up. Raises `Unreadable` where it is no such table, with the line."""
    found: defaultdict[str, set[Candidate]] = defaultdict(set)
    for names, candidate in _rows(path):
        for name in names:
            found[plain(name)].add(candidate)
    return {name: tuple(sorted(some)) for name, some in found.items() if name}


def _rows(path: Path) -> Iterator[tuple[list[str], Candidate]]:
    try:
        if path.stat().st_size > _MOST:
            raise Unreadable(str(path), f"it is larger than {_MOST >> 20} MiB")
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            known = [name.strip() for name in reader.fieldnames or ()]
            if "name" not in known or (odd := sorted(set(known) - set(COLUMNS))):
                wrong = "it has no column `name`" if "name" not in known else f"it has columns of no meaning: {', '.join(odd)}"
                raise Unreadable(str(path), f"{wrong}; the columns are {', '.join(COLUMNS)}")
            reader.fieldnames = known
            for row in reader:
                yield _row(path, reader.line_num, {key: value for key, value in row.items() if key}, None in row)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(str(path), f"it is no CSV in UTF-8: {error}") from error


def _row(path: Path, line: int, row: Mapping[str, str | None], more: bool) -> tuple[list[str], Candidate]:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if more or not plain(cells["name"]):
        raise Unreadable(str(path), f"line {line}: {'more cells than columns' if more else 'a place needs a name'}")
    try:
        kind = Kind(cells["kind"].lower() or Kind.PLACE)
    except ValueError:
        known = ", ".join(Kind)
        raise Unreadable(str(path), f"line {line}: {cells['kind']!r} is no kind of place; the kinds are {known}") from None
    names = [cells["name"], *cells["alternatives"].split(";")]
    country = cells["country"] or (cells["name"] if kind is Kind.COUNTRY else "")
    return names, Candidate(cells["name"], kind, country, cells["admin"], path.name, str(line))
