"""Running the shipped encoder: one pass over a text's pieces; log-probabilities of tags and labels, and hidden states out."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .labels import LABELS, WIDTH, columns
from .linker import Linker, log_softmax
from .pieces import Pieces, load_tokenizer, windows
from .tags import TAGS, Floats

CLS, SEP = 101, 102
INNER = 1
"""Opens a window in the place of [CLS] where what is read is the content of an attribution, and not a page."""
BATCH = 1
"""Windows run at once. One alone is fastest on one core (by a fifth before four: `evals.throughput`), takes least memory, and is
read best: nothing is padded, and int8 scales are those of the window."""

Forward = Callable[[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]], tuple[Floats, Floats]]
"""ids, features, mask -> hidden [rows, length, width], logits [rows, length, tags and then labels]."""


@dataclass(frozen=True)
class Pass:
    """What the encoder says of a text: `tags` [pieces, tags] as log-probabilities, averaged where windows overlap; the same of
    `labels` (`models.labels`); and for each window its first piece, end piece and hidden states (row 0 is [CLS])."""

    tags: Floats
    labels: Floats
    hidden: list[tuple[int, int, Floats]]


@dataclass(frozen=True)
class Model:
    """Everything that the shipped weights bring: `hash` are the first hex digits of their SHA-256."""

    forward: Forward
    linker: Linker
    tokenizer: Any
    hash: str
    settings: dict[str, float]


def run(forward: Forward, pieces: Pieces, opening: int = CLS) -> Pass:
    """One pass over all pieces, window by window; the middle of a window counts for more than its edges. `opening` is the
    piece before each: `CLS`, or `INNER`."""
    every = windows(pieces.breaks)
    total = np.zeros((len(pieces), len(TAGS) + WIDTH), np.float32)
    weight = np.zeros((len(pieces), 1), np.float32)
    hidden: list[tuple[int, int, Floats]] = []
    for batch in _by_length(every):
        states, logits = forward(*_arrays(pieces, batch, opening))
        scores = _log_probabilities(logits)
        for row, (begin, end) in enumerate(batch):
            near = _centrality(end - begin) if len(every) > 1 else np.ones((end - begin, 1), np.float32)
            total[begin:end] += scores[row, 1 : end - begin + 1] * near
            weight[begin:end] += near
            hidden.append((begin, end, states[row]))
    hidden.sort(key=lambda window: window[0])
    mean = (total / np.maximum(weight, 1e-9)).astype(np.float32)
    return Pass(mean[:, : len(TAGS)], mean[:, len(TAGS) :], hidden)


def _log_probabilities(logits: Floats) -> Floats:
    """Each group of columns for itself: the tags, and then every labelling."""
    tags, labels = logits[..., : len(TAGS)], logits[..., len(TAGS) :]
    result: Floats = np.concatenate([log_softmax(tags), *(log_softmax(labels[..., columns(name)]) for name in LABELS)], -1)
    return result


def _by_length(every: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Batches of windows of like length, so that little is padded."""
    ordered = sorted(every, key=lambda window: window[1] - window[0])
    return [ordered[i : i + BATCH] for i in range(0, len(ordered), BATCH)]


def _centrality(size: int) -> Floats:
    up = np.arange(1, size + 1, dtype=np.float32)
    return np.minimum(up, up[::-1])[:, None]


def _arrays(
    pieces: Pieces, batch: Sequence[tuple[int, int]], opening: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    length = max(end - begin for begin, end in batch) + 2
    ids, features, mask = (np.zeros((len(batch), length), np.int64) for _ in range(3))
    for row, (begin, end) in enumerate(batch):
        size = end - begin
        ids[row, 0], ids[row, size + 1] = opening, SEP
        ids[row, 1 : size + 1] = pieces.ids[begin:end]
        features[row, 1 : size + 1] = pieces.features[begin:end]
        mask[row, : size + 2] = 1
    return ids, features, mask


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that comes with the package, loaded once a process (about 0.3 s), one thread: parallel work is spread
    over documents, not inside one."""
    with_card = files("hearsay.models")
    return load(Path(str(with_card)))


def load(folder: Path) -> Model:
    """A model from a folder: attribution.onnx, attribution.npz, tokenizer.json, attribution.json (the card's numbers)."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(folder / "attribution.onnx"), options, providers=["CPUExecutionProvider"])

    def forward(ids: NDArray[np.int64], features: NDArray[np.int64], mask: NDArray[np.int64]) -> tuple[Floats, Floats]:
        hidden, logits = session.run(None, {"ids": ids, "features": features, "mask": mask})
        return hidden, logits

    card = json.loads((folder / "attribution.json").read_text(encoding="utf-8"))
    with np.load(folder / "attribution.npz") as weights:
        linker = Linker({name: weights[name] for name in weights.files})
    return Model(forward, linker, load_tokenizer(str(folder / "tokenizer.json")), card["sha256"][:6], card["settings"])
