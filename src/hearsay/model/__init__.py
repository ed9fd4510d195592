"""The values that Hearsay passes around and stores. Nothing here reads, writes or decides.

Offsets count Unicode code points in `Text.content`; spans are half-open (W3C Web Annotation
counts the same way). A finding holds only what its own text holds. How findings relate is a `Link`;
what anyone thinks of a finding is a `Verdict`. Ids are computed in `codec`.
"""

from .base import Span, Value
from .findings import (
    BETWEEN_TEXTS,
    About,
    AnyFinding,
    Attribution,
    Cue,
    Field,
    Figure,
    Finding,
    Link,
    Measure,
    Mention,
    Modality,
    Modifier,
    Place,
    Polarity,
    Precision,
    Quoting,
    Relation,
    Scope,
    Source,
    SourceKind,
    Window,
)
from .read import Block, Document, Label, Piece, PieceKind, Refusal, Sighting, Text
from .verdicts import Export, Reading, Stance, Verdict

__all__ = [
    "BETWEEN_TEXTS",
    "About",
    "AnyFinding",
    "Attribution",
    "Block",
    "Cue",
    "Document",
    "Export",
    "Field",
    "Figure",
    "Finding",
    "Label",
    "Link",
    "Measure",
    "Mention",
    "Modality",
    "Modifier",
    "Piece",
    "PieceKind",
    "Place",
    "Polarity",
    "Precision",
    "Quoting",
    "Reading",
    "Refusal",
    "Relation",
    "Scope",
    "Sighting",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Text",
    "Value",
    "Verdict",
    "Window",
]
