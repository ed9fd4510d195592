"""What every value is, and the span."""

from msgspec import Struct


class Value(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Equal when equal, and never changed. A field at its default is not written, so a new field
    with a default moves no id that was ever given out."""


class Span(Value, frozen=True, array_like=True, order=True):
    """Code points [start, end) of a text."""

    start: int
    end: int
