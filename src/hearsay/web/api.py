"""The JSON API as a table: every endpoint with its parameters and the type of its answer; routes and OpenAPI are both made
from it.

A module `api_NAME.py` of this package with `endpoints`, a tuple of `Endpoint`, adds its own. Handlers are plain functions of the
request; what they return is written as JSON (msgspec), and every answer's type is described under `components`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from re import findall
from typing import Any

import msgspec
from starlette.requests import Request

from ..codec import to_json
from ..errors import BadFinding
from ..model import Value

OPENAPI = "3.1.0"
_TYPES: Mapping[str, Mapping[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer", "minimum": 0},
    "boolean": {"type": "boolean"},
}


class Problem(Value, frozen=True):
    """Why something can't be done: in words, and as a code ("no-name", "404" ...)."""

    error: str
    code: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A part of the address's query: its name, "string", "integer" or "boolean", and what it means."""

    name: str
    type: str
    about: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address. `answer` is the type of its JSON, `body` that of what is sent to it; `{key}` in the path is an id (its
    beginning will do) or a report's name."""

    method: str
    path: str
    about: str
    handler: Callable[..., Any]
    answer: Any
    parameters: tuple[Parameter, ...] = ()
    body: Any = None


def endpoints() -> Iterator[Endpoint]:
    """Every endpoint of every module `api_*`."""
    package = __name__.rpartition(".")[0]
    for found in iter_modules([str(Path(__file__).parent)]):
        if found.name.startswith("api_"):
            yield from import_module(f"{package}.{found.name}").endpoints


def openapi(table: tuple[Endpoint, ...], version: str) -> dict[str, Any]:
    """The description of the table."""
    types = [Problem, *(kind for one in table for kind in (one.answer, one.body) if kind is not None)]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    by_type = dict(zip(map(repr, types), schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for one in table:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, by_type)
    info = {
        "title": "Hearsay",
        "version": version,
        "description": "Who said what, in which words and figures, at its place. Offsets are Unicode code points, half-open.",
    }
    return {"openapi": OPENAPI, "info": info, "paths": paths, "components": {"schemas": components}}


def _operation(one: Endpoint, types: Mapping[str, Any]) -> dict[str, Any]:
    problem = {"description": "It can't be done", "content": _json(types[repr(Problem)])}
    made: dict[str, Any] = {
        "summary": one.about,
        "operationId": operation_id(one),
        "parameters": [*(_in_path(name) for name in findall(r"{(\w+)}", one.path)), *map(_in_query, one.parameters)],
        "responses": {"200": {"description": "Done", "content": _json(types[repr(one.answer)])}, "default": problem},
    }
    if one.body is not None:
        made["requestBody"] = {"required": True, "content": _json(types[repr(one.body)])}
    return made


def operation_id(one: Endpoint) -> str:
    """A name for clients: "get_reports_key"."""
    return "_".join([one.method.lower(), *findall(r"\w+", one.path.removeprefix("/api"))])


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _in_query(one: Parameter) -> dict[str, Any]:
    schema = {**_TYPES[one.type], **({"enum": list(one.choices)} if one.choices else {})}
    return {"name": one.name, "in": "query", "required": False, "description": one.about, "schema": schema}


def integer(request: Request, name: str, otherwise: int, most: int) -> int:
    """A number from the query, at most `most`. Raises `BadFinding` for what is none."""
    words = request.query_params.get(name)
    if words is None:
        return otherwise
    if not (words.isascii() and words.isdigit() and len(words) < 12):
        raise BadFinding(f"{name}={words!r} is no number")
    return min(int(words), most)


def written(answer: Any) -> bytes:
    """An answer as JSON. Every field is written with the name that its schema has."""
    return to_json(answer)
