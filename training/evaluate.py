"""What the model alone scores on PolNeAR dev: python -m training.evaluate MODEL_FOLDER --shared ../shared

Text in, spans out, without the rules that follow in extraction; the scorer is the one that lies beside the data.
"""

import argparse
import json
import time
from pathlib import Path

from evals.corpus import scorer
from evals.throughput import Spans, pieces_of, rows
from hearsay.models.decode import decode
from hearsay.models.encoder import Model, Pass, load, run
from hearsay.models.pieces import Pieces

from .polnear import load as load_articles


def passes(model: Model, texts: list[str]) -> list[tuple[Pieces, Pass]]:
    """The encoder's pass over each text, every line a paragraph."""
    every = [pieces_of(text, model) for text in texts]
    return [(pieces, run(model.forward, pieces)) for pieces in every]


def predictions(model: Model, done: list[tuple[Pieces, Pass]], outside: float) -> list[list[Spans]]:
    """The scorer's form of what is decoded from each pass; continuations are not PolNeAR's."""
    return [rows(decode(pieces, result, model.linker, outside), pieces) for pieces, result in done]


def main() -> None:
    """Score a model folder at several biases of the outside tag."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--outside", type=float, nargs="+", default=[0.0, -0.5, -1.0])
    options = parser.parse_args()
    model = load(options.model)
    articles = load_articles(options.shared / "data" / "polnear", "dev")
    began = time.monotonic()
    done = passes(model, [article.text for article in articles])
    took = time.monotonic() - began
    words = sum(len(article.text.split()) for article in articles)
    print(f"{words} words in {took:.1f} s: {words / took:.0f} words/s")
    module = scorer(options.shared, "score_attribution")
    for outside in options.outside:
        found = predictions(model, done, outside)
        named = {article.name: one for article, one in zip(articles, found, strict=True)}
        result = module.report(module.score(str(options.shared / "data" / "polnear" / "dev"), named))
        print(outside, json.dumps(result))


if __name__ == "__main__":
    main()
