"""The encoder's words a second against windows run at once and the length of a window, and what shorter windows cost.

    python -m evals.throughput [--shared FOLDER]

One process, one thread, the texts of PolNeAR dev; the figures of one table are of one run and to be read as ratios.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from hearsay.analyse import lines, quotation
from hearsay.model import Span
from hearsay.models import encoder
from hearsay.models.decode import Linked, decode
from hearsay.models.pieces import Pieces, split, windows

from .corpus import default_shared, part, scorer

BATCHES = (1, 2, 4, 8, 16)
Spans = dict[str, list[list[int]]]
SIZES = ((64, 16), (128, 32), (256, 64), (384, 96))
"""Pieces in a window, and how many of them repeat what came before."""


def texts(shared: Path) -> dict[str, str]:
    """The texts of PolNeAR dev by name."""
    folder = part(shared, "data/polnear/dev/text")
    return {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))}


def pieces_of(text: str, model: encoder.Model) -> Pieces:
    """Its word pieces, every line a paragraph."""
    paragraphs = list(lines(text, Span(0, len(text))))
    return split(text, paragraphs, quotation(text, paragraphs), model.tokenizer)


def run_all(every: Sequence[Pieces], model: encoder.Model, batch: int, size: int, back: int) -> tuple[float, list[list[Linked]]]:
    """Seconds that the encoder took over all texts, and what was decoded."""
    cut = lambda breaks: windows(breaks, size, back)  # noqa: E731 - stands in for a function of two lines
    took, found = 0.0, []
    with patch.object(encoder, "BATCH", batch), patch.object(encoder, "windows", cut):
        for pieces in every:
            began = time.perf_counter()
            result = encoder.run(model.forward, pieces)
            took += time.perf_counter() - began
            found.append(decode(pieces, result, model.linker, model.settings["outside"]))
    return took, found


def score(shared: Path, names: Sequence[str], every: Sequence[Pieces], found: Sequence[Sequence[Linked]]) -> float:
    """F1 of who said what, of the model alone."""
    module = scorer(shared, "score_attribution")
    named = {name: rows(each, pieces) for name, pieces, each in zip(names, every, found, strict=True)}
    report = module.report(module.score(str(part(shared, "data/polnear/dev")), named))
    return float(report["who-said-what"][2])


def rows(found: Sequence[Linked], pieces: Pieces) -> list[Spans]:
    """What was decoded, in the scorer's form; what goes on without a cue is left out."""
    return [_row(one, one.cue, pieces) for one in found if one.cue]


def _row(one: Linked, cue: tuple[int, int], pieces: Pieces) -> Spans:
    def spans(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
        return [[pieces.starts[a], pieces.ends[b - 1]] for a, b in sorted(pairs)]

    return {"source": spans([one.source] if one.source else []), "cue": spans([cue]), "content": spans(one.content)}


def table(shared: Path) -> str:
    """A Markdown table: a row a window length, a column a batch size, and F1."""
    model, known = encoder.shipped(), texts(shared)
    every = [pieces_of(text, model) for text in known.values()]
    words = sum(len(text.split()) for text in known.values())
    run_all(every[:4], model, 4, 256, 64)
    made = [
        "| pieces in a window | " + " | ".join(f"{batch} at once" for batch in BATCHES) + " | F1, who said what |",
        "|--:|" + "--:|" * (len(BATCHES) + 1),
    ]
    for size, back in SIZES:
        timed = [run_all(every, model, batch, size, back) for batch in BATCHES]
        speeds = " | ".join(f"{words / took:,.0f}" for took, _ in timed)
        made.append(f"| {size} | {speeds} | {score(shared, list(known), every, timed[0][1]):.1f} |")
    return "\n".join(made)


def main() -> None:
    """Print the table, in words a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=default_shared())
    print(table(parser.parse_args().shared))


if __name__ == "__main__":
    main()
