"""Which cue a content belongs to, and which source a cue has: a small bilinear choice over span ends.

Each content chooses one cue of its window, each cue one source, or none; a source may serve several cues (in PolNeAR
6 % do, and a linker that lets each source choose one cue loses 5 points of triples even on gold spans).
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .tags import Floats

LINKS = (("source", "cue", "source"), ("content", "content", "cue"))
"""(name of the link, role that chooses, role that is chosen)."""
DISTANCES = 24
PROJECTION = 128
Pair = tuple[int, int]


def distance(chooser: Pair, choice: Pair, paragraphs: Sequence[int], rivals: Sequence[int]) -> int:
    """A code below `DISTANCES`: direction, rivals that stand between (0, 1, 2+), gap (0-1, 2-5, 6+ pieces, other paragraph)."""
    after = chooser[0] >= choice[0]
    low, high = (choice[1], chooser[0]) if after else (chooser[1], choice[0])
    between = sum(1 for rival in rivals if low <= rival < high)
    near = 0 if high - low <= 1 else 1 if high - low <= 5 else 2
    gap = near if paragraphs[chooser[0]] == paragraphs[choice[0]] else 3
    return int(after) * 12 + min(between, 2) * 4 + gap


def log_softmax(values: Floats) -> Floats:
    """Log-probabilities over the last axis."""
    shifted = values - values.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


class Linker:
    """The linker's weights in numpy; made from the arrays that training exports."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        self.weights = {name: np.asarray(value, np.float32) for name, value in weights.items()}

    def __call__(
        self, hidden: Floats, link: str, choosers: Sequence[Pair], choices: Sequence[Pair], codes: NDArray[np.int64]
    ) -> Floats:
        """Log-probabilities [choosers, 1 + choices], column 0 = none. Pairs are [first, end) rows of `hidden`."""
        q = np.maximum(self._linear(self._ends(hidden, choosers), f"chooser.{link}"), 0)
        c = np.maximum(self._linear(self._ends(hidden, choices), f"choice.{link}"), 0)
        scores = q @ self.weights[f"bilinear.{link}"] @ c.T + self.weights[f"distance.{link}.weight"][codes, 0]
        none = self._linear(q, f"none.{link}")
        return log_softmax(np.concatenate([none, scores], 1))

    def _linear(self, values: Floats, name: str) -> Floats:
        result: Floats = values @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return result

    @staticmethod
    def _ends(hidden: Floats, pairs: Sequence[Pair]) -> Floats:
        return np.concatenate([hidden[[a for a, _ in pairs]], hidden[[b - 1 for _, b in pairs]]], 1)
