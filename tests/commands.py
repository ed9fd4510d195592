"""Running commands and reading what they print."""

import json
from collections.abc import Callable
from typing import Any

from click.testing import Result

Run = Callable[..., Result]
"""The words of a command to its result; `status` is the exit status that is expected."""

READ = ("--extractor", "noted")
"""Reads with the extractor of `sample`."""


def rows(result: Result) -> list[dict[str, Any]]:
    """The JSON lines that a command has printed."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def first(run: Run, *words: str) -> dict[str, Any]:
    """The first row of a list."""
    return rows(run(*words, "--json"))[0]
