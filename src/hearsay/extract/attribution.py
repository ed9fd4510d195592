"""Attributions: the encoder's spans, and then what the language's tables and the document tell of them."""

from collections.abc import Iterator
from functools import cached_property

from ..analyse import Analysis
from ..model import Span
from ..models.decode import Linked, decode
from ..models.encoder import Model, run, shipped
from ..models.pieces import Pieces, split
from . import Found
from .enrich import enrich
from .raw import RawAttribution

VERSION = 1


class Attributions:
    """The built-in extractor of attributions; the shipped model is loaded when first needed."""

    def __init__(self, model: Model | None = None) -> None:
        self._given = model

    @cached_property
    def model(self) -> Model:
        return self._given or shipped()

    @property
    def name(self) -> str:
        return f"hearsay.attribution@{VERSION}+{self.model.hash}"

    def __call__(self, analysis: Analysis) -> Iterator[Found]:
        yield from enrich(analysis, self.raw(analysis))

    def raw(self, analysis: Analysis) -> list[RawAttribution]:
        """What the model alone finds, as spans of the text."""
        pieces = split(analysis.content, analysis.paragraphs, analysis.quoted, self.model.tokenizer)
        if not pieces.ids:
            return []
        result = run(self.model.forward, pieces)
        linked = decode(pieces, result, self.model.linker, self.model.settings["outside"])
        return [_spans(one, pieces) for one in linked]


def _spans(one: Linked, pieces: Pieces) -> RawAttribution:
    def span(first: int, end: int) -> Span:
        return Span(pieces.starts[first], pieces.ends[end - 1])

    return RawAttribution(
        source=(span(*one.source),) if one.source else (),
        cue=(span(*one.cue),),
        content=tuple(span(*piece) for piece in sorted(one.content)),
        confidence=one.confidence,
    )
