"""Values to canonical JSON and back, and the ids that follow from the bytes.

An id is a digest of what a value says and nothing else: not who found it, nor when. So two machines that find
the same thing write the same row. The prefix names the recipe; a new recipe gets a new prefix.
"""

from collections.abc import Callable
from hashlib import blake2b, sha256

import msgspec

from .errors import BadFinding
from .model import AnyFinding, Refusal, Sighting, Span, Text, Value, Verdict

RECIPE = "h1:"

to_json: Callable[[object], bytes] = msgspec.json.Encoder(order="sorted").encode
"""Canonical JSON: keys sorted, defaults left out, UTF-8."""

_finding: Callable[[bytes], AnyFinding] = msgspec.json.Decoder(AnyFinding).decode


def from_json(body: bytes) -> AnyFinding:
    """The finding that `to_json` wrote. Raises `BadFinding` with the path of what does not fit."""
    try:
        return _finding(body)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadFinding(str(error)) from error


def id_of(value: AnyFinding | Verdict | Sighting | Refusal) -> str:
    """The id of a stored value: recipe prefix and 128 bits of BLAKE2b over its canonical JSON."""
    return digest(to_json(value))


def digest(data: bytes) -> str:
    """Recipe prefix and the 128-bit BLAKE2b digest of `data`, in hex."""
    return RECIPE + blake2b(data, digest_size=16).hexdigest()


def document_id(data: bytes) -> str:
    """The string "sha256:" and the digest of a document's bytes."""
    return "sha256:" + sha256(data).hexdigest()


def text_id(document: str, reader: str, content: str) -> str:
    """The id of a text: its document, its reader and its characters; labels and language are no part of it."""
    return digest(to_json([document, reader, content]))


def verify_text(text: Text) -> bool:
    """Whether the text still has the characters that its id was made from."""
    return text.id == text_id(text.document, text.reader, text.content)


def spans_of(finding: Value) -> list[tuple[int, int]]:
    """Every span that a finding holds, at any depth, in order of field."""
    found: list[tuple[int, int]] = []
    _collect(finding, found)
    return found


def _collect(value: object, found: list[tuple[int, int]]) -> None:
    if isinstance(value, Span):
        found.append((value.start, value.end))
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found)
    elif isinstance(value, Value):
        for name in value.__struct_fields__:
            _collect(getattr(value, name), found)
