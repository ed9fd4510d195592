"""Rows and words on standard output: a table on a terminal, tab-separated lines in a pipe, JSON or CSV on demand."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import Any, TextIO

import click

from ..export.visible import json_line, one_line, visible

Row = Mapping[str, Any]

_NARROW = frozenset("id kind low high measure scope shade published first last stance language at".split())
"""Columns whose cells are never broken."""


def emit(
    rows: Iterable[Row],
    columns: Sequence[str],
    brief: Sequence[str],
    as_json: bool,
    as_csv: bool,
    through: Callable[[TextIO], TextIO] = lambda stream: stream,
) -> None:
    """Rows in the form asked for: all `columns` as JSON lines or CSV, written `through` a stream around standard output, else the
    `brief` ones as a table."""
    from ..export.tables import write_csv, write_json

    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    if as_json:
        write_json(rows, columns, through(utf8()))
    elif as_csv:
        stream = utf8(newline="")
        write_csv((_shown(row) for row in rows) if stream.isatty() else rows, columns, through(stream))
    else:
        table(rows, brief)


def table(rows: Iterable[Row], columns: Sequence[str]) -> None:
    """Rows for people; in a pipe one line a row, its cells separated by tabs, with a header line."""
    if not sys.stdout.isatty():
        lines = [columns, *([cell(row.get(column)) for column in columns] for row in rows)]
        for line in lines:
            say("\t".join(line))
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for column in columns:
        made.add_column(column, no_wrap=column in _NARROW, overflow="fold")
    for row in rows:
        made.add_row(*(Text(_abridged(column, cell(row.get(column)))) for column in columns))
    console().print(made)


def json_row(row: Row) -> None:
    """One line of JSON, written through at once."""
    stream = utf8()
    stream.write(json_line(row) + "\n")
    stream.flush()


def say(text: str, *, err: bool = False) -> None:
    """A line of plain words, safe for the terminal."""
    print(visible(text), file=sys.stderr if err else sys.stdout, flush=True)  # not click.echo: it writes past a progress bar


def console(stderr: bool = False) -> Any:
    """A rich console that takes nothing for markup, so that brackets in a report stay brackets."""
    from rich.console import Console

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def cell(value: object) -> str:
    """One value as one line of text; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return one_line(str(value))


def utf8(newline: str | None = None) -> TextIO:
    """Standard output as UTF-8, whatever the locale: what machines read is the same everywhere."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)
    return stream


def _shown(row: Row) -> Row:
    return {key: visible(value) if isinstance(value, str) else value for key, value in row.items()}


def _abridged(column: str, text: str) -> str:
    from ..export.terminal import short

    if column == "published":
        return text[:10]
    return short(text) if column == "id" else text
