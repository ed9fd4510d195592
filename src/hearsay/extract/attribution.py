"""Attributions: the encoder's spans, and then what the language's tables and the document tell of them."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from ..analyse import Analysis
from ..model import Span
from ..models.calibration import calibrated
from ..models.decode import Linked, decode
from ..models.encoder import CLS, INNER, Model, run, shipped
from ..models.pieces import Pieces, split
from . import Found
from .cited import cited
from .enrich import enrich
from .nested import nested
from .raw import RawAttribution, tidy
from .reading import reading
from .sections import within_section
from .subjects import with_subject
from .tallies import tallies
from .transcript import outside_names, turns

VERSION = 2


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
        outer = [*turns(analysis), *outside_names(analysis, self.raw(analysis, analysis.paragraphs))]
        outer += tallies(analysis, outer, [i for i in range(len(analysis.blocks)) if analysis.is_head(i)])
        inner = nested(analysis, outer, lambda stretches: self.raw(analysis, stretches, INNER))
        yield from enrich(analysis, [*outer, *inner])

    def raw(self, analysis: Analysis, stretches: Sequence[Span], opening: int = CLS) -> list[RawAttribution]:
        """What the model alone finds in stretches of the text, each read as a paragraph: of a page (`CLS`), or contents
        (`INNER`)."""
        if opening == CLS:
            page = reading(analysis, self.model)
            pieces, result = page.pieces, page.result
        else:
            pieces = split(analysis.content, stretches, analysis.quoted, self.model.tokenizer)
            result = run(self.model.forward, pieces, opening)
        if not pieces.ids:
            return []
        linked = decode(pieces, result, self.model.linker, self.model.settings["outside"])
        bounded = (within_section(analysis, _spans(one, pieces)) for one in linked)
        found = (tidy(one, analysis.content) for one in bounded)
        return [cited(analysis, with_subject(analysis, one)) for one in found if one is not None and _says(analysis, one)]


def _says(analysis: Analysis, one: RawAttribution) -> bool:
    """Whether its content is more than an article ("| a | figure that they rejected")."""
    words = (analysis.words[i].lower for span in one.content for i in analysis.words_in(span.start, span.end))
    return any(word not in analysis.language.sources.articles for word in words)


def _spans(one: Linked, pieces: Pieces) -> RawAttribution:
    def span(first: int, end: int) -> Span:
        return Span(pieces.starts[first], pieces.ends[end - 1])

    return RawAttribution(
        source=(span(*one.source),) if one.source else (),
        cue=(span(*one.cue),) if one.cue else (),
        content=tuple(span(*piece) for piece in sorted(one.content)),
        confidence=calibrated(one.confidence),
        inferred=one.cue is None,
    )
