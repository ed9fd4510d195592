"""A finding with some fields changed, as the command line writes them."""

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from ..checks import problems
from ..codec import from_json, to_json
from ..errors import BadFinding
from ..model import AnyFinding, Figure, Mention, Text


def changed(old: AnyFinding, settings: Iterable[str], body: str | None, text: Text) -> AnyFinding:
    """`old` with the fields of `body` (a JSON object), then those of `settings` ("scope=period", "window.start=2031-03-14").

    Where the span is moved and the words are not given, they are read from the text. Raises `BadFinding` for a field
    that is not there, a value that does not fit, or a place outside the text."""
    fields: dict[str, Any] = msgspec.to_builtins(old)
    given = {**_object(body), **dict(_setting(old, each) for each in settings)}
    for path, value in given.items():
        _put(fields, path.split("."), value)
    if {"text", "type"} & set(given):
        raise BadFinding("a finding stays in its text and keeps its type")
    if isinstance(old, Figure | Mention) and "span" in given and "words" not in given:
        fields["words"] = _words(text, fields["span"])
    new = from_json(to_json(fields))
    if new == old:
        raise BadFinding("this changes nothing")
    for problem in problems(new, text):
        raise BadFinding(problem)
    return new


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


def _put(fields: dict[str, Any], path: list[str], value: object) -> None:
    *parents, last = path
    for name in parents:
        below = fields.get(name)
        if not isinstance(below, dict):
            below = fields[name] = {}
        fields = below
    fields[last] = value


def _words(text: Text, span: object) -> str:
    try:
        start, end = msgspec.convert(span, tuple[int, int])
    except msgspec.ValidationError as error:
        raise BadFinding(f"a span is [start, end]: {error}") from error
    return text.content[max(start, 0) : max(end, 0)]
