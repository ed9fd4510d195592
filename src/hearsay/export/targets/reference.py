"""docs/columns.md, made from the tables themselves: `python -m hearsay.export.targets.reference > docs/columns.md`."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ...compare.vague import TABLES
from ..columns import PLACE_LEVELS, Column, Target
from ..policies import POLICIES
from . import TARGETS

_HEAD = """# Figures in other people's columns

This page is made from the tables in `export/targets/`: `python -m hearsay.export.targets.reference > docs/columns.md`.

`hearsay figures --as ucdp` (or `acled`, `airwars`, `every-casualty`) gives the figures that stand in the columns of
that table, as CSV, JSON or a table. What people code, Hearsay does not: it says what the words of a report give under a
**named policy**, and leaves empty what they do not. Each row names its policy and the ids of its figures, so that it
leads back to who said it and in which words.

- Rows are what reports say, not events: a part stands beside its whole (`hearsay_part_of`), and several reports repeat
  one number. Never add them up. Only a row of `airwars` puts the reports of an incident together.
- Vague words become numbers here and nowhere else. A number that is denied gives none, and the row says so in
  `hearsay_note`.
- Days follow the conventions `ucdp-19.1`: no time given is the three days before the report, without its day; "since
  Thursday" runs to the report. What hangs on an event alone ("since the fighting began") stays empty, and so does the
  beginning of a running total that is not told.
- A place is resolved as far as its name goes, never to a point. Where several places have the name, a country is given
  only if all of them lie in it, or if the user's own file or the text says which is meant (see [Places](#places)).
"""
_PLACES = """## Places
`pip install 'hearsay[places]'` adds GeoNames (towns and villages of 500 people and more, and countries; CC BY 4.0) for
use offline. An index of its names is made once, in the user's cache folder. `places.csv` in the ledger's folder adds
places of your own, with the columns `name,country,admin,kind,alternatives` (alternatives separated by `;`); a name in
it is believed before any other. Kinds, and UCDP's `where_prec` for each:

| kind | where_prec |
|---|--:|
"""
_AFTER = """
A town that the words put the event near is 2. The word beside a name tells its kind too ("Vell district"). Without
either source a name stays unresolved, `hearsay_note` says so, and `where_prec` is empty unless the words tell the kind.
Which country a place lies in is GeoNames' word, in its spelling; your own file can say otherwise. In Python:
`hearsay.places.gazetteer.Gazetteer.of(folder).resolve("Varne")` gives every candidate.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join((_HEAD, *_policies(), _places(), *(line for target in TARGETS.values() for line in _target(target))))


def _policies() -> Iterator[str]:
    yield "## Policies"
    for one in POLICIES.values():
        tables = f"version {one.version} of our reading; vague words: `{one.vague}`; times: `{one.times}`"
        yield f"- `{one.name}` ({tables}). {one.rules}"
    yield "\nVague words:\n\n| table | word | least | most |\n|---|---|--:|--:|"
    for name, table in TABLES.items():
        for word, (low, high) in table.items():
            yield f"| `{name}` | {word} | {low} | {'open' if high is None else high} |"
    yield '\n"Tens of thousands" and the like are multiplied out.\n'


def _places() -> str:
    return _PLACES + "\n".join(f"| {kind.value} | {level} |" for kind, level in PLACE_LEVELS.items()) + "\n" + _AFTER


def _target(one: Target[Any]) -> Iterator[str]:
    yield f"## {one.name}\n"
    harms = " and ".join(sorted(measure.value for measure in one.measures))
    yield f"{one.title}: a row is one {one.unit}; of {harms} alone; policy `{one.policy.name}`.\n"
    yield "| column | how it is derived |\n|---|---|"
    yield from (f"| `{column.name}` | {column.how} |" for column in one.columns if column.of is not None)
    yield "\nEmpty:\n"
    empty = sorted((column for column in one.columns if column.of is None), key=_reason)
    for why, columns in groupby(empty, key=_reason):
        yield f"- {', '.join(f'`{column.name}`' for column in columns)}: {why}."
    yield from (f"- not there at all: {names}: {why}." for names, why in one.left_out)
    yield ""


def _reason(column: Column[Any]) -> str:
    return column.how


if __name__ == "__main__":
    print(reference(), end="")
