"""What teachers say of every word of PolNeAR's training part, once and for all: python -m training.teach OUT.npz WEIGHTS.pt ...

A teacher may have seen names whole, piece by piece (nets trained before names were shown as one piece), so what is kept is
one row of tag probabilities for each *word*, that of its first piece, the mean of all teachers. Two processes share the work.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from hearsay.analyse import lines, quotation
from hearsay.model import Span
from hearsay.models.pieces import Pieces, load_tokenizer, split, windows
from hearsay.models.tags import TAGS

from .net import Net, earlier, from_base
from .polnear import Article, load

Taught = NDArray[np.float16]
CLS, SEP = 101, 102


def teacher(base: Path, path: Path) -> Net:
    """A trained net that learns no more. One of an earlier training knows fewer tags: the others it holds for impossible."""
    net = from_base(base / "model.safetensors")
    earlier(net, path, -30.0)
    net.requires_grad_(False)
    net.eval()
    return net


def words_of(pieces: Pieces) -> list[int]:
    """The first piece of each word."""
    return [i for i, goes_on in enumerate(pieces.continues) if not goes_on]


def told(teachers: Sequence[Net], article: Article, tokenizer: Tokenizer) -> Taught:
    """Mean probabilities [words, tags]; windows overlap, and the middle of one counts for more."""
    paragraphs = list(lines(article.text, Span(0, len(article.text))))
    pieces = split(article.text, paragraphs, quotation(article.text, paragraphs), tokenizer, whole=False)
    total = np.zeros((len(pieces), len(TAGS)), np.float32)
    weight = np.zeros((len(pieces), 1), np.float32)
    for begin, end in windows(pieces.breaks):
        ids = torch.tensor([[CLS, *pieces.ids[begin:end], SEP]])
        features = torch.tensor([[0, *pieces.features[begin:end], 0]])
        with torch.no_grad():
            said = [net(ids, features, torch.ones_like(ids))[1][0, 1:-1, : len(TAGS)].softmax(-1) for net in teachers]
        up = np.arange(1, end - begin + 1, dtype=np.float32)
        near = np.minimum(up, up[::-1])[:, None]
        total[begin:end] += torch.stack(said).mean(0).numpy() * near
        weight[begin:end] += near
    return (total / weight)[words_of(pieces)].astype(np.float16)


def taught_in(pieces: Pieces, text: str, rows: Taught) -> Taught:
    """A row for each piece: that of its word, a B tag turned into an I tag where a word goes on. Raises `ValueError` where the
    words are not those that the teachers read."""
    firsts = words_of(pieces)
    if len(firsts) != len(rows):
        raise ValueError(f"{len(rows)} words were taught, and there are {len(firsts)}: {text[:40]!r}")
    spread = np.repeat(rows, np.diff([*firsts, len(pieces)]), axis=0)
    for i, goes_on in enumerate(pieces.continues):
        if goes_on:
            spread[i, 2::2] += spread[i, 1::2]
            spread[i, 1::2] = 0
    return spread


def main() -> None:
    """Parse the arguments, and write one array an article."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    shared = Path(os.environ.get("HEARSAY_SHARED", "../shared"))
    parser.add_argument("--polnear", type=Path, default=shared / "data" / "polnear")
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    options = parser.parse_args()
    torch.set_num_threads(2)
    tokenizer = load_tokenizer(str(options.base / "tokenizer.json"))
    teachers = [teacher(options.base, path) for path in options.weights]
    kept: dict[str, Any] = {a.name: told(teachers, a, tokenizer) for a in load(options.polnear, "train")}
    np.savez_compressed(options.out, **kept)
    print(f"{len(kept)} articles, {sum(len(rows) for rows in kept.values())} words")


if __name__ == "__main__":
    main()
