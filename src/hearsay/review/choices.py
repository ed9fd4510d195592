"""What the users of a ledger set down beside it, in small files that can be written by hand: which side a source speaks for, and
queries that have a name.

    sides.toml      [sides]
                    "North" = ["Northern Guard", "Irena Voss"]
    queries.toml    [queries]
                    "Denials of June" = "type=attribution&polarity=denied&since=2031-06"

Sides are the user's own view and nothing else: Hearsay ships none and looks none up.
"""

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from ..errors import BadFinding, LedgerDamaged

SIDES, QUERIES = "sides.toml", "queries.toml"
LONGEST = 200
"""Characters of the name of a side or a query."""

_HEAD = {
    SIDES: "# Which side a source speaks for, as the users of this ledger see it: a side, and the names that speak for it.\n",
    QUERIES: "# Queries with a name: what follows the question mark in the address of the ledger's page.\n",
}


def sides(folder: Path) -> dict[str, tuple[str, ...]]:
    """The sides of a ledger, each with the names that speak for it, as written. Raises `LedgerDamaged` for a file that is no
    such table."""
    found: dict[str, tuple[str, ...]] = {}
    for side, names in _table(folder / SIDES, "sides").items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise LedgerDamaged(f"{SIDES}: {side!r} must be a list of names")
        found[side] = tuple(names)
    return found


def side_of(sides: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Name in lower case -> side. A name under two sides counts for the first."""
    found: dict[str, str] = {}
    for side, names in sides.items():
        for name in names:
            found.setdefault(name.casefold().strip(), side)
    return found


def keep_sides(folder: Path, sides: Mapping[str, Iterable[str]]) -> None:
    """Writes the sides, in place of those before. Raises `BadFinding` for a name under two sides, or an empty one."""
    kept: dict[str, list[str]] = {}
    seen: dict[str, str] = {}
    for side, names in sides.items():
        kept[_name(side, "side")] = own = []
        for name in names:
            key = name.casefold().strip()
            if key and key in seen and seen[key] != side:
                raise BadFinding(f"{name.strip()!r} stands under two sides, {seen[key]!r} and {side!r}")
            if key and key not in seen:
                seen[key] = side
                own.append(name.strip())
    _write(folder / SIDES, "sides", kept)


def queries(folder: Path) -> dict[str, str]:
    """The named queries of a ledger, by name. Raises `LedgerDamaged`."""
    found: dict[str, str] = {}
    for name, query in _table(folder / QUERIES, "queries").items():
        if not isinstance(query, str):
            raise LedgerDamaged(f"{QUERIES}: {name!r} must be a query in quotation marks")
        found[name] = query
    return dict(sorted(found.items(), key=lambda pair: pair[0].casefold()))


def keep_query(folder: Path, name: str, query: str) -> None:
    """Keeps a query under a name, in place of one that had it. Raises `BadFinding` for a bad name."""
    _write(folder / QUERIES, "queries", queries(folder) | {_name(name, "query"): query})


def drop_query(folder: Path, name: str) -> None:
    """Forgets a query. Raises `BadFinding` where there is none of that name."""
    kept = queries(folder)
    if kept.pop(name, None) is None:
        raise BadFinding(f"there is no query named {name!r}")
    _write(folder / QUERIES, "queries", kept)


def _name(name: str, what: str) -> str:
    clean = " ".join(name.split())
    if not clean or len(clean) > LONGEST or not clean.isprintable():
        raise BadFinding(f"the name of a {what} is one line of 1 to {LONGEST} characters")
    return clean


def _table(path: Path, name: str) -> dict[str, object]:
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LedgerDamaged(f"{path.name} can't be read: {error}") from error
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise LedgerDamaged(f"{path.name}: [{name}] is no table")
    return table


def _write(path: Path, name: str, table: Mapping[str, object]) -> None:
    """Writes the file whole or not at all."""
    lines = [_HEAD[path.name], f"[{name}]\n", *(f"{_quoted(key)} = {_value(value)}\n" for key, value in table.items())]
    with NamedTemporaryFile("w", dir=path.parent, prefix=".", suffix=".part", delete=False, encoding="utf-8") as file:
        file.write("".join(lines))
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def _value(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    assert isinstance(value, list)
    return "[" + ", ".join(_quoted(str(item)) for item in value) + "]"


def _quoted(text: str) -> str:
    """A basic string of TOML: that of JSON, with DEL escaped and lone surrogates replaced, which TOML does not have."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
