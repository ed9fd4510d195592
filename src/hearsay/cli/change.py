"""A finding with some fields changed, as the command line writes them."""

import json
from collections.abc import Iterable
from typing import Any

from ..errors import BadFinding
from ..model import AnyFinding, Text
from ..review import edit


def changed(old: AnyFinding, settings: Iterable[str], body: str | None, text: Text) -> AnyFinding:
    """`old` with the fields of `body` (a JSON object), then those of `settings` ("scope=period", "window.start=2031-03-14").

    What follows from the words follows them, as in `review.edit.changed`. Raises `BadFinding` as that does, and for an option
    that is no field and value."""
    given = {**_object(body), **dict(_setting(old, each) for each in settings)}
    return edit.changed(old, given, text)


def _object(body: str | None) -> dict[str, Any]:
    if body is None:
        return {}
    try:
        given = json.loads(body)
    except ValueError as error:
        raise BadFinding(f"--json is no JSON: {error}") from error
    if not isinstance(given, dict):
        raise BadFinding("--json wants an object of fields")
    return given


def _setting(old: AnyFinding, setting: str) -> tuple[str, Any]:
    """The path and the value of "path=value". The value is JSON where it can be, and words where the field holds words."""
    path, sign, value = setting.partition("=")
    if not sign:
        raise BadFinding(f"--set wants FIELD=VALUE, not {setting!r}")
    if isinstance(_at(old, path), str):
        return path, value
    try:
        return path, json.loads(value)
    except ValueError:
        return path, value


def _at(value: object, path: str) -> object:
    for name in path.split("."):
        value = getattr(value, name, None)
    return value
