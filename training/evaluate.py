"""What the model alone scores on PolNeAR dev: python -m training.evaluate MODEL_FOLDER --shared ../shared

Text in, spans out, without the rules that follow in extraction; the scorer is the one that lies beside the data.
"""

import argparse
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from hearsay.analyse import lines, quotation
from hearsay.model import Span
from hearsay.models.decode import Linked, decode
from hearsay.models.encoder import Model, Pass, load, run
from hearsay.models.pieces import Pieces, split

from .polnear import load as load_articles


def passes(model: Model, texts: list[str]) -> list[tuple[Pieces, Pass]]:
    """The encoder's pass over each text, every line a paragraph."""
    done = []
    for text in texts:
        paragraphs = list(lines(text, Span(0, len(text))))
        pieces = split(text, paragraphs, quotation(text, paragraphs), model.tokenizer)
        done.append((pieces, run(model.forward, pieces)))
    return done


def predictions(model: Model, done: list[tuple[Pieces, Pass]], outside: float) -> list[list[dict[str, Any]]]:
    """The scorer's form of what is decoded from each pass; continuations are not PolNeAR's."""
    every = ((pieces, decode(pieces, result, model.linker, outside)) for pieces, result in done)
    return [[_row(one, one.cue, pieces) for one in found if one.cue] for pieces, found in every]


def _row(one: Linked, cue: tuple[int, int], pieces: Pieces) -> dict[str, Any]:
    def span(pair: tuple[int, int]) -> list[int]:
        return [pieces.starts[pair[0]], pieces.ends[pair[1] - 1]]

    source = [span(one.source)] if one.source else []
    content = [span(pair) for pair in sorted(one.content)]
    return {"source": source, "cue": [span(cue)], "content": content, "confidence": one.confidence}


def scorer(shared: Path) -> ModuleType:
    """The scorer that lies beside the data, as a module."""
    spec = importlib.util.spec_from_file_location("score_attribution", shared / "eval" / "score_attribution.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer under {shared}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
    module = scorer(options.shared)
    for outside in options.outside:
        rows = predictions(model, done, outside)
        named = {article.name: row for article, row in zip(articles, rows, strict=True)}
        result = module.report(module.score(str(options.shared / "data" / "polnear" / "dev"), named))
        print(outside, json.dumps(result))


if __name__ == "__main__":
    main()
