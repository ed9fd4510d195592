"""The encoder's one pass over a page, which attributions and figures share."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from ..analyse import Analysis
from ..model import Span
from ..models.encoder import Model, Pass, run
from ..models.labels import LABELS, columns
from ..models.pieces import Pieces, split


@dataclass(frozen=True, slots=True)
class Reading:
    """The pieces of a page and what the encoder says of them."""

    pieces: Pieces
    result: Pass

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The pieces [first, end) that stand in code points [start, end)."""
        first = bisect_left(self.pieces.starts, start)
        if first and self.pieces.ends[first - 1] > start:
            first -= 1
        return first, bisect_left(self.pieces.starts, end)

    def of(self, group: str, span: Span) -> dict[str, float]:
        """The probability of each label of a group, the mean over the pieces of a span; empty where the page does not hold it."""
        first, end = self.range(span.start, span.end)
        if first >= end:
            return {}
        told = np.exp(self.result.labels[first:end, columns(group)]).mean(0)
        return dict(zip(LABELS[group], map(float, told), strict=True))


def reading(analysis: Analysis, model: Model) -> Reading:
    """The page read once by a model, and kept with its analysis: another model reads it anew."""
    key = kept_under(model)
    if key not in analysis.memo:
        pieces = split(analysis.content, analysis.paragraphs, analysis.quoted, model.tokenizer)
        analysis.memo[key] = Reading(pieces, run(model.forward, pieces))
    read: Reading = analysis.memo[key]
    return read


def kept_under(model: Model) -> str:
    """The topic of `Analysis.memo` under which a model's reading is kept."""
    return f"reading+{model.hash}"
