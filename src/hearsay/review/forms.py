"""A finding as a form of plain strings, and back: what a person changed in it, as `edit` takes it.

Spans are written as in the tables, "12-40 52-60"; an open bound, or a part that is not there, is empty. A relay is
"Name (kind)"; several are separated by semicolons, the nearest to the speaker first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from msgspec.structs import fields

from ..errors import BadFinding
from ..model import (
    AnyFinding,
    Attribution,
    Figure,
    Measure,
    Mention,
    Modality,
    Modifier,
    Polarity,
    Precision,
    Quoting,
    Scope,
    Source,
    SourceKind,
    Span,
    Value,
)

Form = Mapping[str, str]

SHADES = tuple("says asserts reveals admits doubts denies orders believes other".split())
"""The shades of cues (docs/annotation.md, rule 18)."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its `name` is the path in the data model, `title` what people read. `choices` are the only values, if it
    has any; `form` is "words", "count", "day", "spans" or "relays"."""

    name: str
    title: str
    form: str = "words"
    choices: tuple[str, ...] = ()
    empty: str = ""
    """What an empty choice means; "" where there is none."""


def _choice(name: str, title: str, of: type[StrEnum], empty: str = "") -> Field:
    return Field(name, title, "choice", tuple(one.value for one in of), empty)


PARTS: Mapping[str, tuple[Field, ...]] = {
    "attribution": (
        Field("content", "Words said", "spans"),
        Field("source.spans", "Source", "spans"),
        Field("cue.spans", "Cue", "spans"),
    ),
    "figure": (
        Field("span", "Number", "spans"),
        Field("who_spans", "Of whom", "spans"),
        Field("place.spans", "Place", "spans"),
        Field("window.spans", "When", "spans"),
    ),
    "mention": (Field("span", "Words used", "spans"),),
}
"""What a person can mark in the text, the main part first."""

FIELDS: Mapping[str, tuple[Field, ...]] = {
    "attribution": (
        Field("source.name", "Source, full name"),
        _choice("source.kind", "Kind of source", SourceKind, "nobody named"),
        Field("cue.shade", "Shade of the cue", "choice", SHADES, "no cue"),
        _choice("polarity", "Polarity", Polarity),
        _choice("quoting", "Quoted", Quoting),
        Field("via", "Through", "relays"),
    ),
    "figure": (
        Field("low", "Lowest", "count"),
        Field("high", "Highest", "count"),
        _choice("modifier", "Modifier", Modifier),
        _choice("measure", "Measure", Measure),
        Field("who", "Of whom"),
        _choice("scope", "Counts over", Scope),
        Field("place.words", "Place"),
        Field("window.start", "From", "day"),
        Field("window.end", "To", "day"),
        _choice("polarity", "Polarity", Polarity),
        _choice("modality", "Held as", Modality),
        Field("basis", "Basis"),
    ),
    "mention": (Field("actor", "Who is meant"),),
}
_WHOLE = {"source": ("source.name", "source.spans"), "cue": ("cue.spans",), "place": ("place.words", "place.spans"),
          "window": ("window.spans", "window.start", "window.end")}  # fmt: skip
"""A part that goes when all of these fields are emptied."""

_CHOSEN = {"source": "source.kind", "cue": "cue.shade"}
"""A part that goes when this choice is emptied."""

_SPAN = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
_COUNT = re.compile(r"[\d,.   ]+")
_RELAY = re.compile(r"(.*?)\s*(?:\(([a-z]+)\))?\s*")


def type_of(finding: AnyFinding) -> str:
    """ "attribution", "figure" or "mention". Raises `BadFinding` for what has no form."""
    if isinstance(finding, Attribution | Figure | Mention):
        return type(finding).__name__.lower()
    raise BadFinding("only attributions, figures and mentions are corrected by a form")


def form_of(finding: AnyFinding) -> dict[str, str]:
    """Every field of a finding as a string."""
    kind = type_of(finding)
    return {one.name: _written(_at(finding, one.name)) for one in (*PARTS[kind], *FIELDS[kind])}


def blank(kind: str) -> dict[str, str]:
    """The form of a finding that is yet to be made, with the defaults of its fields. Raises `BadFinding`."""
    models: dict[str, type[Value]] = {"attribution": Attribution, "figure": Figure, "mention": Mention}
    if kind not in models:
        raise BadFinding(f"a finding is an attribution, a figure or a mention, not {kind!r}")
    defaults = {one.name: one.default for one in fields(models[kind])}
    made = {one.name: _written(defaults.get(one.name)) for one in (*PARTS[kind], *FIELDS[kind])}
    return made | ({"measure": Measure.KILLED.value} if kind == "figure" else {})


def given_of(before: Form, after: Form, kind: str, relays: Iterable[Source] = ()) -> dict[str, Any]:
    """What was changed between two states of a form, by path, as `edit.changed` takes it; `relays` are those of before, whose
    places are kept where their names are. Raises `BadFinding` for what can't be read."""
    new = {one.name: " ".join(after.get(one.name, "").split()) for one in (*PARTS[kind], *FIELDS[kind])}
    old = {name: " ".join(value.split()) for name, value in before.items()}
    given: dict[str, Any] = {}
    for one in (*PARTS[kind], *FIELDS[kind]):
        if new[one.name] != old.get(one.name, ""):
            given[one.name] = _read(one, new[one.name], relays)
    return dict(_whole(given, new, old))


def spans(written: str) -> list[list[int]]:
    """The spans in "12-40 52-60". Raises `BadFinding`."""
    found = [[int(a), int(b)] for a, b in _SPAN.findall(written)]
    if _SPAN.sub("", written).strip(" ,;"):
        raise BadFinding(f"{written!r} are no spans: write them like 12-40 52-60")
    return found


def _whole(given: dict[str, Any], new: Form, old: Form) -> Iterator[tuple[str, Any]]:
    """The changes, with a part that was emptied as None, and without what would belong to it."""
    gone = {part for part, names in _WHOLE.items() if any(map(old.get, names)) and not any(map(new.get, names))}
    gone |= {part for part, choice in _CHOSEN.items() if old.get(choice) and not new.get(choice, "x")}
    for path, value in given.items():
        if path.split(".")[0] not in gone or "." not in path:
            yield path, value
    for part in sorted(gone):
        yield part, None
    for part in {path.split(".")[0] for path in given if path.startswith(("window.", "place."))} - gone:
        yield from _completed(part, given, new)


def _completed(part: str, given: dict[str, Any], new: Form) -> Iterator[tuple[str, Any]]:
    """What a window needs besides what was given: how precise it is."""
    if part == "window" and {"window.start", "window.end"} & given.keys():
        start, end = new.get("window.start"), new.get("window.end")
        exact = Precision.DAY if start == end or not (start and end) else Precision.RANGE
        yield "window.precision", (exact if start or end else Precision.UNRESOLVED).value


def _read(one: Field, value: str, relays: Iterable[Source]) -> Any:
    if one.form == "spans":
        found = spans(value)
        if one.name != "span":
            return found
        if len(found) > 1:
            raise BadFinding(f"{one.title.lower()}: one stretch of the text and not {len(found)}")
        return found[0] if found else None
    if one.form == "count":
        return _count(one, value)
    if one.form == "day":
        return _day(one, value)
    if one.form == "relays":
        return list(_relays(value, relays))
    if one.choices and value and value not in one.choices:
        raise BadFinding(f"{one.title.lower()}: {value!r} is not one of {', '.join(one.choices)}")
    return value


def _count(one: Field, value: str) -> int | None:
    if not value:
        return None
    if not _COUNT.fullmatch(value):
        raise BadFinding(f"{one.title.lower()}: {value!r} is no whole number")
    return int(re.sub(r"\D", "", value))


def _day(one: Field, value: str) -> str | None:
    from datetime import date

    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise BadFinding(f"{one.title.lower()}: {value!r} is no day like 2031-06-02") from None


def _relays(value: str, known: Iterable[Source]) -> Iterator[dict[str, Any]]:
    by_name = {one.name.casefold(): one for one in known}
    for written in filter(None, (part.strip() for part in value.split(";"))):
        match = _RELAY.fullmatch(written)
        name, kind = (match[1], match[2]) if match else (written, None)
        before = by_name.get(name.casefold())
        if kind is not None and kind not in set(SourceKind):
            raise BadFinding(f"through: {kind!r} is no kind of source; there are {', '.join(SourceKind)}")
        own = before.kind.value if before else SourceKind.MEDIA.value
        yield {"name": name, "kind": kind or own, "spans": [list(_pair(span)) for span in (before.spans if before else ())]}


def _at(value: object, path: str) -> object:
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def _written(value: object) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Span):
        return "-".join(map(str, _pair(value)))
    if isinstance(value, tuple):
        return "; ".join(map(_relay, value)) if value and isinstance(value[0], Source) else " ".join(map(_written, value))
    return str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""


def _relay(one: object) -> str:
    assert isinstance(one, Source)
    return f"{one.name} ({one.kind.value})"


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end
