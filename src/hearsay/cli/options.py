"""Options that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

DEFAULT_LEDGER = Path("hearsay-ledger")

_Command = TypeVar("_Command", bound=Callable[..., Any])


def ledger_option(function: _Command) -> _Command:
    """`--ledger FOLDER`, passed on as `ledger`."""
    return click.option(
        "--ledger",
        type=click.Path(path_type=Path, file_okay=False),
        default=DEFAULT_LEDGER,
        envvar="HEARSAY_LEDGER",
        show_default="./hearsay-ledger",
        show_envvar=True,
        metavar="FOLDER",
        help="The ledger to use.",
    )(function)


def json_option(function: _Command) -> _Command:
    """`--json`, passed on as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(function)


def csv_option(function: _Command) -> _Command:
    """`--csv`, passed on as `as_csv`."""
    text = "CSV with a header; cells that a spreadsheet would run as a formula get an apostrophe in front."
    return click.option("--csv", "as_csv", is_flag=True, help=text)(function)


def reviewer_option(function: _Command) -> _Command:
    """`--as NAME`, passed on as `reviewer`, the agent "person:NAME"."""
    return click.option(
        "--as",
        "reviewer",
        metavar="NAME",
        envvar="HEARSAY_USER",
        show_envvar=True,
        callback=_person,
        help="Whose word this is. Without it: the name of the login.",
    )(function)


def note_option(function: _Command) -> _Command:
    """`--note TEXT`."""
    return click.option("--note", default="", metavar="TEXT", help="Why, in words.")(function)


def _person(_: click.Context, __: click.Parameter, name: str | None) -> str:
    from getpass import getuser

    try:
        found = (name or getuser()).strip()
    except (OSError, KeyError):  # a process without a login
        found = os.environ.get("USER", "")
    if not found:
        raise click.BadParameter("no name is known for you: give one with --as NAME")
    return f"person:{found}"
